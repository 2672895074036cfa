"""How a line is fitted to its room: shrunk in CLREQ's order, else stretched evenly.

Order of shrinking (the mark at the line's end has already given its half): Western spaces,
interpuncts, brackets, ，、；：, the gap between Han and Western, 。？！. Each level gives all it
has before the next gives anything; within a level all give alike. Stretching opens every place between
characters alike, except inside words, numbers, —— and …….
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from exporter.typeset.paragraph import EPSILON, Paragraph

MIXED_GAP_LEAST: Final = 0.125
"""The gap between Han and Western shrinks to this, em."""

_SPACE_GIVES: Final = 0.3
_GIVING: Final = re.compile("[ _ioc,.]")
_LEVELS: Final = {" ": 0, "_": 0, "i": 1, "o": 2, "c": 2, ",": 3, ".": 5}
_GAP_LEVEL: Final = 4


class Setting(NamedTuple):
    """How a line stands: `spacing` pt after each character, `kerns` (offset, pt) after some.

    Kerns hold the paragraph's own too, and take the spacing back where nothing may open. `delta` is
    how much wider than natural the line is.
    """

    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()
    delta: float = 0.0


class Site(NamedTuple):
    """A place that can shrink: after the character at `offset`, by `most` pt."""

    level: int
    offset: int
    most: float


def natural(paragraph: Paragraph, start: int, end: int) -> Setting:
    """The line as it is."""
    return Setting(kerns=tuple(sorted(_kerns(paragraph, start, end).items())))


def justify(paragraph: Paragraph, start: int, end: int, room: float, last: bool) -> Setting:
    """The line fitted to `room`; a last line is shrunk where it must be, never stretched."""
    end = paragraph.visible_end(start, end)
    slack = room - paragraph.width(start, end)
    if slack < -EPSILON:
        return _shrink(paragraph, start, end, -slack)
    if last or slack <= EPSILON:
        return natural(paragraph, start, end)
    return _stretch(paragraph, start, end, slack)


def give(paragraph: Paragraph, start: int, end: int) -> float:
    """How much the line ``[start, end)`` can be shrunk, pt."""
    return sum(site.most for site in _sites(paragraph, start, paragraph.visible_end(start, end)))


def openings(paragraph: Paragraph, start: int, end: int) -> int:
    """At how many places the line can be stretched."""
    last = paragraph.visible_end(start, end) - 1
    rigid = paragraph.rigid
    held = bisect_left(rigid, last) - bisect_left(rigid, start) if rigid else 0
    return max(last - start - held, 0)


def _kerns(paragraph: Paragraph, start: int, end: int) -> dict[int, float]:
    """The paragraph's own kerns inside the line (not after its last character)."""
    kerned = paragraph.kerned
    if not kerned:
        return {}
    low, high = bisect_left(kerned, start), bisect_left(kerned, end - 1)
    return {offset: paragraph.kerns[offset] for offset in kerned[low:high]}


def _sites(paragraph: Paragraph, start: int, end: int) -> list[Site]:
    sites: list[Site] = []
    for found in _GIVING.finditer(paragraph.classes, start, end):
        sites.extend(_mark_sites(paragraph, found[0], found.start(), start, end))
    for offset, kern in _kerns(paragraph, start, end).items():
        most = kern - MIXED_GAP_LEAST * paragraph.em(offset)
        if most > 0:
            sites.append(Site(_GAP_LEVEL, offset, most))
    return sites


def _mark_sites(paragraph: Paragraph, letter: str, offset: int, start: int, end: int) -> list[Site]:
    level = _LEVELS[letter]
    inside = offset < end - 1
    if level == 0:
        most = _SPACE_GIVES * paragraph.advances[offset]
        return [Site(level, offset, most)] if inside and offset > start else []
    if not paragraph.is_full_width(offset):
        return []
    half = 0.5 * paragraph.em(offset)
    before = offset > start and offset - 1 not in paragraph.kerns
    after = inside and offset not in paragraph.kerns
    if letter == "i":
        sides = ((before, offset - 1), (after, offset))
        return [Site(level, where, half / 2) for free, where in sides if free]
    if letter == "o":
        return [Site(level, offset - 1, half)] if before else []
    return [Site(level, offset, half)] if after else []


def _shrink(paragraph: Paragraph, start: int, end: int, need: float) -> Setting:
    kerns = _kerns(paragraph, start, end)
    sites = _sites(paragraph, start, end)
    left = need
    for level in sorted({site.level for site in sites}):
        chosen = [site for site in sites if site.level == level]
        share = min(1.0, left / sum(site.most for site in chosen))
        for site in chosen:
            kerns[site.offset] = kerns.get(site.offset, 0.0) - share * site.most
            left -= share * site.most
        if left <= EPSILON:
            break
    return Setting(kerns=tuple(sorted(kerns.items())), delta=left - need)


def _stretch(paragraph: Paragraph, start: int, end: int, slack: float) -> Setting:
    places = openings(paragraph, start, end)
    if not places:
        return natural(paragraph, start, end)
    spacing = slack / places
    kerns = _kerns(paragraph, start, end)
    rigid = paragraph.rigid
    for offset in rigid[bisect_left(rigid, start) : bisect_left(rigid, end - 1)]:
        kerns[offset] = kerns.get(offset, 0.0) - spacing
    return Setting(spacing, tuple(sorted(kerns.items())), slack)
