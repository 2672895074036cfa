"""Printed lines in the midst of a speech that are none of it: the title of another page, a caption,
an advertisement between two paragraphs.

Speech ends its paragraphs in stops. A line without one between two that have it is enumerated
(``二、主要做法``), or names what the next paragraphs say, and then shares words with them; one that
has nothing to do with them is the page's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from exporter.transcript.labels.label import Label
from exporter.transcript.lexicon import any_of, words
from exporter.transcript.paragraphs import level_at

_STOPS, _CLOSING = frozenset("。！？!?…"), "”’」』）)"
_SHORTEST, _LONGEST = 4, 44  # characters of such a line
_RUN = 2  # lines of it
_PARAGRAPH = 12  # characters of a paragraph around it
_LONG = 24  # characters of a line that may be a paragraph
_SHARE = 10  # paragraphs to one that may lack its stop
_MOST = 8  # such lines of a page; one with more, or with more that do, has headings of its own
_BELOW = 400  # characters that a heading speaks of
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
# what is said, the beginning of a list, a date under a signature, a name or office over a speech
_SPOKEN = re.compile(
    "谢谢|感谢|再见|大家|各位|[您我他]|请|好$|是$|^(?:好|对|嗯|附|[·•●○◆◇■□★※*-])|[，；：、,;:]$|\\t"
    r"|^\d{4}年|日$|^[\u4e00-\u9fff·]{2,4}$|(?:[长任]|书记|记者|主席|[官人]员|教授|[律医老]师|医生|院士|专家|代表|发言人|负责人|主持人)"
    r"[\u4e00-\u9fff· ]{0,5}$"
    r"|(?:[报台网社]|委员会|政府|中心|发布|新闻|媒体|客户端|[局厅部委办院会])$|[？?]$"
)
_GENERAL = re.compile(f"{any_of('headings', 'general')}|篇$")
# 办理地点：… / 咨询电话：…, several below each other: what a speaker hands on
_FIELD = re.compile("[\u4e00-\u9fff]{2,8}：")
_DEED = re.compile("(?:介绍|通报|发布|说明)(?:有关|相关)?情况$")  # a caption, no heading
_COMMON = frozenset(words("headings", "common"))


def lines_within(view: str, labels: tuple[Label, ...]) -> Iterator[tuple[int, int]]:
    """The places of such lines, behind the first label."""
    rows = _rows(view, labels[0].start) if labels else []
    bare = [index for index, (start, end) in enumerate(rows) if not _ends(view, end)]
    long = sum(end - start > _LONG for start, end in rows)
    broken = sum(rows[index][1] - rows[index][0] > _LONG for index in bare)
    if not bare or _SHARE * (broken - 1) > long:
        return
    starts = [label.start for label in labels]
    below = {index: _amid(view, rows, index, starts) for index in bare}
    fields = {index for index in bare if _FIELD.match(view, *rows[index])}
    listed = {index for index in fields if {index - 1, index + 1} & fields}
    amid = (index for index in bare if index not in listed)
    told = [(rows[index], place) for index in amid if (place := below[index])]
    foreign = [line for line, place in told if not _heads(view, line, *place)]
    if len(told) - len(foreign) <= len(foreign) <= _MOST:
        yield from foreign


def _rows(view: str, at: int) -> list[tuple[int, int]]:
    """The lines from `at` on that have words, without white space around them."""
    rows = []
    for line in view[at:].split("\n"):
        said = line.strip()
        if said:
            start = at + line.index(said[0])
            rows.append((start, start + len(said)))
        at += len(line) + 1
    return rows


def _ends(view: str, end: int) -> bool:
    """Whether a line that ends at `end` ends like a sentence, or a quotation of one."""
    last = view[end - 1]
    return last in _STOPS or last == "”" or (last in _CLOSING and view[end - 2] in _STOPS)


def _amid(
    view: str, rows: list[tuple[int, int]], index: int, starts: list[int]
) -> tuple[int, int] | None:
    """Where the second of the paragraphs of one speech begins between which the line at `index`
    stands, which has no stop, and where the speech ends; ``None`` if it stands elsewhere, or can't
    be but speech."""
    if not 0 < index < len(rows) - 1:
        return None
    above, below = index - 1, index + 1
    start, end = rows[index]
    if not (_SHORTEST <= end - start <= _LONGEST and _plain(view, start, end)):
        return None
    while above > 0 and below - above <= _RUN and not _ends(view, rows[above][1]):
        above -= 1
    while below < len(rows) - 1 and below - above <= _RUN and not _ends(view, rows[below][1]):
        below += 1
    paragraphs = rows[above], rows[below]
    if not all(_ends(view, high) and high - low >= _PARAGRAPH for low, high in paragraphs):
        return None
    label = bisect_left(starts, rows[above][1])
    behind = starts[label] if label < len(starts) else len(view)
    return (rows[below][0], behind) if rows[below][0] < behind else None


def _plain(view: str, start: int, end: int) -> bool:
    """Whether a line may be no speech: no address, no enumeration, nobody's name or office."""
    if _SPOKEN.search(view[start:end]) or level_at(view, start):
        return False
    return _HAN.search(view, start, end) is not None


def _heads(view: str, line: tuple[int, int], below: int, behind: int) -> bool:
    """Whether a line names what the speech from `below` to `behind` says, or what any may."""
    general = _GENERAL.search(view, *line)
    if general and not _DEED.search(view, *line):
        return True
    text = view[below : min(behind, below + _BELOW)]
    for found in _HAN.finditer(view, *line):
        said = found[0]
        pairs = {said[at : at + 2] for at in range(len(said) - 1)}
        if any(pair in text for pair in pairs - _COMMON):
            return True
    return False
