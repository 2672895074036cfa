"""What a page prints below the record under a heading of its own: links to other pages, readers'
comments, attachments.

Such a list goes whole, heading and items, but only where it really is the foot: every line from the
heading to the end of the text, or to a line of fields, must look like an item. A heading that has
text behind it loses only itself (`furniture`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.furniture import reason_of
from exporter.source.phrases import SECTIONS
from exporter.source.records import lines

ITEM = 100  # characters of a link's text
COMMENT = 160  # characters of a comment
MOST = 40  # lines of a list
_SECTIONS = tuple((re.compile(cue.pattern, re.IGNORECASE), cue.reason) for cue in SECTIONS)
_ANY = re.compile("|".join(f"(?:{cue.pattern})" for cue in SECTIONS), re.IGNORECASE)
_COMMENTS = "comments"
# A heading of another page may ask or call, it has no full stop.
_SENTENCE = re.compile(r".{7,200}。[”’]?$|.{30,200}[！？!?]”?$|.{20,200}[a-z\d)][.][”\")]?$")
# 主持人：… below 网友评论 is the record going on.
_SPEAKS = re.compile(r"^[◤【\[]?(?:主持人|记者|發言人|发言人|問|问|答|[QA])[^，。]{0,24}[：:】\]]")


def tails(text: str) -> Iterator[Change]:
    """A removal for each line of a list below the record, and of its heading."""
    rows = [(start, end) for start, end in lines(text) if start < end]
    done = -1
    for index, (start, end) in enumerate(rows):
        if index <= done or end - start > ITEM:
            continue
        reason = section_of(text[start:end].strip())
        last = _last_item(text, rows, index, reason) if reason else None
        if reason is None or last is None:
            continue
        for low, high in rows[index : last + 1]:
            rule = "furniture." + reason.replace(" ", "-")
            yield Change(low, min(high + 1, len(text)), "", rule, reason)
        done = last


def section_of(line: str) -> str | None:
    """What stands below the line, if it is a heading of such a list; else ``None``."""
    bare = line.rstrip("：:")
    if _ANY.fullmatch(bare) is None:
        return None
    return next(reason for pattern, reason in _SECTIONS if pattern.fullmatch(bare))


def _last_item(text: str, rows: list[tuple[int, int]], index: int, reason: str) -> int | None:
    """The index of the last line of the list that begins at `index`; ``None`` if text follows."""
    if reason == _COMMENTS and (2 * rows[index][0] < len(text) or is_button(text, rows, index)):
        return None
    last = index
    for start, end in rows[index + 1 :]:
        if _are_fields(text, start, end):
            return last
        line = text[start:end].strip()
        if not _is_item(line, reason) and reason_of(line) is None:
            return None
        last += 1
        if last - index > MOST:
            return None
    return last


# 评论, a button that may stand within a speech; 网友评论（2） heads what readers wrote.
_BUTTON = re.compile("(?:我要|发表|發表|參與|参与)?(?:评论|評論|留言)|[Cc]omments?")


def is_button(text: str, rows: list[tuple[int, int]], index: int) -> bool:
    """Whether the row at `index` is a button as well as a heading, and below it stands no other
    furniture, and a sentence."""
    if _BUTTON.fullmatch(text[slice(*rows[index])].strip()) is None:
        return False
    told = False
    for below in range(index + 1, len(rows)):  # up to the next button: not all of a long page
        line = text[slice(*rows[below])].strip()
        if reason_of(line) is not None:
            return False
        told = told or _ENDS.search(line) is not None
    return told


_ENDS = re.compile(r"[。！？!?.][”’」』)）\"]{0,2}$")


def _are_fields(text: str, start: int, end: int) -> bool:
    """Whether the line says who published the record, and when; an item may have a date, too."""
    fields = fields_of(text, start, end)
    kinds = [field.kind for field in fields]
    return bool(fields) and (any(field.label for field in fields) or "publisher" not in kinds)


def _is_item(line: str, reason: str) -> bool:
    if _SPEAKS.match(line):
        return False
    if reason == _COMMENTS:
        return len(line) <= COMMENT
    return len(line) <= ITEM and not _SENTENCE.match(line)
