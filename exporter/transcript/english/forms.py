"""English labels that have a line of their own and no colon: ``Operator``, ``Chief Spokesperson``,
``Douglas Hartigan -- President and Chief Executive Officer``.

No sign tells them from headings, their form does: they recur, in one dress, a speech behind each.
Where two of them do, others in that dress are labels, too, if they name a person and an office or
bank; what merely stands alone (``Prepared Remarks``) is a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from exporter.source.model import Mark
from exporter.source.scanning import at_lines
from exporter.transcript.english.outlets import OFFICES
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of, words

_LINE = re.compile(r"^[ \t]*(?P<head>[^\W\d_][^\n]{0,110}?)[ \t]*$", re.MULTILINE)
_DASHES = re.compile(r"(?<!\s)\s++(?:--|—|–|\|)\s+")
# a sentence's end, but no Dr. or J. before a name
_ENDED = re.compile(
    r"[.?!:;,…]$|[?!;:] |(?<!\b[A-Z])(?<!\b[A-Z][A-Za-z])(?<!\bM[rR][sS])(?<!\bH[oO][nN])\. "
)
_SMALL = frozenset(("of", "and", "for", "the", "in", "at", "on", "to", "from", "with", "&"))
_SMALL_NAME = frozenset(words("english", "particles"))
# Stonebridge Securities -- Analyst
_ASKS = re.compile(r"\b(?:Analyst|Reporter|Correspondent|Journalist|Editor)\b", re.IGNORECASE)
_SURE = 2
_LONGEST = 9  # words of a head without dashes


class _Head(NamedTuple):
    """A line that may be a label: its place, its words up to a dash, those behind, its dress."""

    start: int
    end: int
    who: str
    more: str
    dress: tuple[bool, bool]


def own_line_labels(
    view: str,
    marks: Iterable[Mark],
    read: Callable[[str, str, bool], tuple[Reading | None, int]],
) -> list[Label]:
    """The labels without a colon in lines of their own; `read` tells what a name and what stands
    behind it say. Empty where no form is proved."""
    strong = frozenset(mark.start for mark in marks if mark.kind == "strong")
    headings = frozenset(mark.start for mark in marks if mark.kind == "heading")
    heads = list(_spoken(view, _heads(view, strong)))
    often = Counter(head.who for head in heads)
    # a heading of the page that stands once heads a part, unless it names a person and for whom
    heads = [
        x for x in heads if x.start not in headings or often[x.who] > 1 or _BEHIND.fullmatch(x.who)
    ]
    if any(often[x.who] > 1 and x.start in headings for x in heads):
        heads = [x for x in heads if x.start in headings or often[x.who] > 1]
    listed = dict(_listed(view))
    readings = {head: _said(head, listed, read) for head in heads}
    named = Counter(said.name for said in readings.values() if said and said.name)
    recurring = {head.who for head, said in readings.items() if said and named[said.name] > 1}
    recurring |= {head.who for head in heads if often[head.who] > 1}
    recurring |= {head.who for head in heads if head.who in listed} if recurring else set()
    recurring |= set(_by_surname(readings))
    asking = {head.who for head, said in readings.items() if _asks(head, said)}
    if len(recurring) + (len(asking - recurring) > 1) < _SURE:
        return []
    asking |= set(_once(view, readings))
    proved = Counter(head.dress for head in heads if often[head.who] > 1)
    shouted = all(head.who.isupper() for head in heads if head.who in recurring)
    return [
        Label(head.start, head.end, said, 4)
        for head, said in readings.items()
        if said
        and (
            head.who in recurring | asking
            or (shouted and _shouts(head, said, view))
            or (any(head.dress) and proved[head.dress] >= _SURE and _names(head, said))
        )
    ]


def _by_surname(readings: dict[_Head, Reading | None]) -> Iterator[str]:
    """The heads in capitals of one surname that another has with a given name (``HALE`` beside ``JO
    HALE, MAYOR``)."""
    named = [(head, said.name) for head, said in readings.items() if said and said.name.isupper()]
    full = {name.split()[-1] for _, name in named if " " in name}
    lone = {name for _, name in named if " " not in name}
    for head, name in named:
        if name.split()[-1] in full & lone:
            yield head.who


def _once(view: str, readings: dict[_Head, Reading | None]) -> Iterator[str]:
    """The heads that stand once and still name who speaks: an outlet with a question below it, a
    person whom the page gives an honorific or an office elsewhere."""
    ends = [*(head.start for head in readings), len(view)][1:]
    for (head, said), end in zip(readings.items(), ends, strict=True):
        if said is None or head.more:
            continue
        asks = said.kind == "reporter" and said.outlet and not said.name
        if asks and "?" in view[head.end : end]:
            yield head.who
        elif said.kind == "name" and 2 <= len(said.name.split()) <= 3:
            says = said.name in view[head.end : min(end, head.end + _OPENING)]  # I am Jo Hale of …
            if says or _told(said.name, view):
                yield head.who


def _told(name: str, view: str) -> bool:
    """Whether the page elsewhere has the name with an office, or a part of it with an honorific."""
    parts = "|".join(map(re.escape, {name.split()[0], name.split()[-1]}))
    honoured = rf"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame)\.? (?:{parts})\b"
    held = rf"\b{re.escape(name)}, (?:the |a )?(?:[\w'\-]{{2,20}} ){{0,3}}?(?:{_HELD})\b"
    return re.search(f"{honoured}|{held}", view) is not None


_OPENING = 160  # characters of a speech in which somebody says who he is
_HELD = any_of("english", "offices") + "|" + any_of("english", "offices").lower()


def _said(
    head: _Head,
    listed: dict[str, str],
    read: Callable[[str, str, bool], tuple[Reading | None, int]],
) -> Reading | None:
    """What a head says, by the page's list of those who take part where it has one."""
    told = "" if head.more else listed.get(head.who, "")
    return _of_list(head.who, told) if told else _reading(head, read)


def _shouts(head: _Head, said: Reading, view: str) -> bool:
    """Whether a head in capitals that stands once names somebody: with an office, or whom the
    page has in small letters, too."""
    if not head.who.isupper() or not said.name or " " not in said.name:
        return False
    return bool(said.title) or said.kind == "person" or said.name.title() in view


def _asks(head: _Head, reading: Reading | None) -> bool:
    """Whether a head that may stand once is somebody's of a named outlet, or of no name, who
    asks."""
    if reading is None or reading.kind not in ("question", "reporter", "host"):
        return reading is not None and reading.title.casefold().startswith("unidentified ")
    return reading.kind != "reporter" or _BEHIND.fullmatch(head.who) is not None


# Ken Hale - Bluewater Securities: a list of those who take part
_PARTICIPANT = re.compile(
    r"^[ \t]*(?:[•*] ?)?(?P<name>[A-Z][\w'.\-]+(?: [A-Z][\w'.\-]*){1,3}) [-–—]{1,2} "
    r"(?P<post>[A-Z][^\n]{2,100})$",
    re.MULTILINE,
)


def _listed(view: str) -> Iterator[tuple[str, str]]:
    """Name and post of those whom a list at the head of the page names."""
    for found in at_lines(_PARTICIPANT, view[:_HEAD]):
        yield found["name"], found["post"]


def _of_list(name: str, post: str) -> Reading:
    """An official of the house by his post; who has none there asks for another house."""
    asks = _ASKS.search(post) or not OFFICES.search(post)
    return Reading("reporter", name, outlet=post) if asks else Reading("person", name, post)


_HEAD = 3_000  # characters of a page in which such a list stands


# Jo Hale (Harbour News) · Governor, Jo Hale
_BEHIND = re.compile(
    r"(?P<who>[^,()]{2,60})(?:, (?P<more>[^()]{2,80})| \((?P<aside>[^()]{2,80})\))"
)


def _heads(view: str, strong: frozenset[int]) -> Iterator[_Head]:
    for found in at_lines(_LINE, view):
        head = found["head"]
        parts = _DASHES.split(head)
        start = found.start("head")
        if _ENDED.search(head) or not _is_title(parts[0]):
            continue
        if len(parts) > 1 or len(head) <= 60:
            dress = (start in strong, len(parts) > 1)
            yield _Head(start, found.end("head"), parts[0], " -- ".join(parts[1:]), dress)


def _is_title(text: str) -> bool:
    """Whether every word but small ones has a capital, as in names and offices."""
    tokens = text.split()
    plain = [word for word in tokens if word not in _SMALL and word not in _SMALL_NAME]
    if len(tokens) > _LONGEST or not plain or not plain[0][:1].isupper():
        return False
    lower = sum(word[:1].islower() for word in plain)
    return lower == 0 or (lower == 1 and "for" in tokens)  # Spokesperson for migration


def _spoken(view: str, heads: Iterable[_Head]) -> Iterator[_Head]:
    """The heads that a speech follows: not those of a list of names."""
    listed = list(heads)
    for index, head in enumerate(listed):
        end = listed[index + 1].start if index + 1 < len(listed) else len(view)
        if view[head.end : end].strip():
            yield head


def _reading(
    head: _Head, read: Callable[[str, str, bool], tuple[Reading | None, int]]
) -> Reading | None:
    """What the head says: an analyst or reporter asks for the house before his office."""
    if head.more and _ASKS.search(head.more):
        house, _, office = head.more.rpartition(" -- ")
        return Reading("reporter", head.who, outlet=house or office)
    if head.more:
        return Reading("person", head.who, head.more)
    parts = _BEHIND.fullmatch(head.who)
    if parts is None:
        return read(head.who, "", False)[0]
    return read(parts["who"], parts["more"] or parts["aside"], parts["aside"] is not None)[0]


def _names(head: _Head, reading: Reading | None) -> bool:
    """Whether a head that stands once names somebody: a person and his office, or a role."""
    return reading is not None and (bool(head.more) or reading.kind in ("host", "question"))
