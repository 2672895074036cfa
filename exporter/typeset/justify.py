"""How a line is fitted to its room: shrunk in CLREQ's order, else stretched evenly.

Order of shrinking (the mark at the line's end has already given its half): Western spaces,
interpuncts, brackets, ，、；：, the gap between Han and Western, 。？！. Each level gives all it
has before the next gives anything; within a level all give alike. Stretching opens every place
between characters alike, except inside words, numbers, —— and …….
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

import msgspec

from exporter.typeset.paragraph import EPSILON, LEVELS, Paragraph

WIDEST: Final = 0.5
"""A line that would have to be opened wider than this, in em, is left short."""


class Setting(msgspec.Struct, frozen=True, gc=False):
    """How a line stands: `spacing` pt after each character, `kerns` (offset, pt) after some.

    Kerns hold the paragraph's own too, and take the spacing back where nothing may open. `delta` is
    how much wider than natural the line is.
    """

    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()
    delta: float = 0.0


PLAIN = Setting()


def natural(paragraph: Paragraph, start: int, end: int) -> Setting:
    """The line as it is."""
    kerned = paragraph.kerned
    if not kerned:
        return PLAIN
    low = bisect_left(kerned, start)
    kerns = paragraph.kerns
    inside = kerned[low : bisect_left(kerned, end - 1, low)]
    return Setting(0.0, tuple([(offset, kerns[offset]) for offset in inside])) if inside else PLAIN


def justify(paragraph: Paragraph, start: int, end: int, slack: float, last: bool) -> Setting:
    """The line made wider by `slack`, narrower where it is negative; a last line never wider."""
    setting = natural(paragraph, start, end)
    if slack < -EPSILON:
        return _shrink(paragraph, start, end, -slack, dict(setting.kerns))
    if last or slack <= EPSILON:
        return setting
    return _stretch(paragraph, start, end, slack, setting)


def _shrink(
    paragraph: Paragraph, start: int, end: int, need: float, kerns: dict[int, float]
) -> Setting:
    sites = paragraph.sites_in(start, end)
    totals = [0.0] * LEVELS
    for _, level, most in sites:
        totals[level] += most
    shares, left = [], need
    for total in totals:
        share = min(left / total, 1.0) if total else 0.0
        shares.append(share)
        left -= share * total
    for offset, level, most in sites:
        if shares[level]:
            kerns[offset] = kerns.get(offset, 0.0) - shares[level] * most
    return Setting(0.0, tuple(sorted(kerns.items())), left - need)


def _stretch(paragraph: Paragraph, start: int, end: int, slack: float, setting: Setting) -> Setting:
    rigid, last = paragraph.rigid, paragraph.last(start, end)
    low = bisect_left(rigid, start)
    closed = rigid[low : bisect_left(rigid, last, low)]
    places = last - start - len(closed)
    if places <= 0:
        return setting
    spacing = slack / places
    if spacing > WIDEST * paragraph.em:
        return setting
    if not closed:
        return Setting(spacing, setting.kerns, slack)
    kerns = dict(setting.kerns)
    if len(closed) > places:
        for offset in sorted(set(range(start, last)).difference(closed)):
            kerns[offset] = kerns.get(offset, 0.0) + spacing
        return Setting(0.0, tuple(sorted(kerns.items())), slack)
    for offset in closed:
        kerns[offset] = kerns.get(offset, 0.0) - spacing
    return Setting(spacing, tuple(sorted(kerns.items())), slack)
