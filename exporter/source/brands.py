"""Search-engine spam by its form, whatever house it sells: ``…网页版-…(中国)官方在线登录``,
``…体育app下载``, ``…娱乐官网入口``.

Names of houses are made anew every month, the words behind them are not: a country in brackets, a
trade (体育, 娱乐, 棋牌) and what the page is to lure to (官网, app, 登录), joined by dashes or by
nothing. No sentence of a conference has three of these in a row. Where the name in front begins is
told, the surest first, by its being said twice in the run, by letters and digits in it, by what
stands before the run everywhere else on the page; else a name has two characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from exporter.source.alternatives import alternatives, meetings
from exporter.source.phrases import (
    SPAM_ANCHORS,
    SPAM_HONEST,
    SPAM_TAILS,
    SPAM_TRADES,
    SPAM_WEAK_TAILS,
)

_UNIT = re.compile(
    r"(?P<region>[(（](?:中国区?|中國|china|全站|官方|集团|国际|[a-z][a-z0-9.]{1,11})[)）]"
    r"|[·•]中国(?=官|体|区))"
    rf"|(?P<trade>{alternatives(SPAM_TRADES)})"
    rf"|(?P<tail>{alternatives(SPAM_TAILS + SPAM_WEAK_TAILS)})"
)
_anchored = meetings(SPAM_ANCHORS)
_STRONG = frozenset(SPAM_TAILS)
_JOINT = re.compile(r"[-—–_·•|/\\ ]{0,3}")
_NEAR = 60  # characters around an anchor in which its run is looked for
_UNITS = 16  # of one run, at most
_OFTEN = 3  # times that a weaker run must stand on a page
_NAME = (2, 8)  # characters of a house's name that is said twice or everywhere
_EDGES = ("", "\n")
_SHORT = 4  # characters of a name that stands alone before its run
_LATIN_NAME = re.compile(r"[a-z0-9][a-z0-9·.•]{1,15}[\u4e00-\u9fff]{0,4}$")
_HAN = re.compile(r"[\u4e00-\u9fff]{1,8}$")
# hy590海洋之神平台, again and again where a page had the name of a body
_CODED = re.compile(
    r"[a-z](?<![A-Za-z0-9].)[a-z]{1,5}\d{2,5}[\u4e00-\u9fff]{2,6}?"
    r"(?:平台|官网|体育|娱乐|国际|集团|线路检测|官方|登录|入口|电子|游戏|会员)"
)


class _Run(msgspec.Struct, frozen=True):
    """Units that follow each other, a name said twice among them, where `named` is its length."""

    start: int
    end: int
    trades: int
    tails: int
    regions: int
    named: int = 0
    strong: bool = False
    honest: bool = False

    @property
    def sure(self) -> bool:
        """Whether the words are enough, wherever they stand."""
        words = self.trades + self.tails + self.regions
        if self.named or self.regions:
            return words > 2 or (words > 1 and (self.named > 0 or self.trades > 0))
        return self.trades > 0 and self.tails > 1 and self.strong and not self.honest


def formed(text: str, lower: str) -> list[tuple[int, int]]:
    """Start and end of each run of spam that its form gives away, with its name; `lower` is `text`
    in small letters."""
    found = [run for low, high in _stretches(lower) for run in _runs(lower, low, high)]
    alike: dict[str, list[_Run]] = defaultdict(list)
    for run in found:
        alike[lower[run.start : run.end]].append(run)
    out = [*_coded(text)]
    for same in alike.values():
        first = same[0]
        if first.sure or (first.regions and first.tails and len(same) >= _OFTEN):
            size = first.named or _common(lower, same)
            out += [(_from(lower, run, size), run.end) for run in same]
    return sorted(out)


def _stretches(lower: str) -> Iterator[tuple[int, int]]:
    """The surroundings of the anchors, where they don't overlap; mostly there are none."""
    start = end = -1
    for at, _ in _anchored(lower):
        if at - _NEAR > end:
            if end >= 0:
                yield start, end
            start = max(0, at - _NEAR)
        end = min(len(lower), at + _NEAR)
    if end >= 0:
        yield start, end


def _runs(lower: str, low: int, high: int) -> Iterator[_Run]:
    """The runs of units in the stretch."""
    at = low
    while (first := _UNIT.search(lower, at, high)) is not None:
        kinds, words = [first.lastgroup], {first[0]}
        end, named = first.end(), 0
        while len(kinds) < _UNITS:
            joint = _JOINT.match(lower, end)
            behind = joint.end() if joint else end
            unit = _UNIT.match(lower, behind)
            if unit is None and behind > end and not named:
                named = _again(lower, first.start(), behind)
                unit = _UNIT.match(lower, behind + named) if named else None
            if unit is None:
                break
            kinds.append(unit.lastgroup)
            words.add(unit[0])
            end = unit.end()
        trades, tails, regions = map(kinds.count, ("trade", "tail", "region"))
        strong = not _STRONG.isdisjoint(words)
        honest = lower.endswith(SPAM_HONEST, 0, first.start())
        yield _Run(first.start(), end, trades, tails, regions, named, strong, honest)
        at = end


def _again(lower: str, start: int, at: int) -> int:
    """The length of the name before `start` that stands again at `at`; 0 for none."""
    sizes = range(_NAME[1], _NAME[0] - 1, -1)
    return next(
        (n for n in sizes if n <= start and lower.startswith(lower[start - n : start], at)), 0
    )


def _common(lower: str, same: list[_Run]) -> int:
    """How many characters stand before every one of several equal runs, no more than a name has."""
    before = {lower[max(0, run.start - _NAME[1]) : run.start] for run in same}
    if len(before) < 2:
        return 0
    size = 0
    while len({words[-size - 1 :] for words in before if len(words) > size}) == 1 and size < 8:
        size += 1
    return size


def _from(lower: str, run: _Run, size: int) -> int:
    """Where the run begins with its name, of which `size` characters are known."""
    start = run.start
    if size >= _NAME[0]:
        return start - size
    while lower[start - 1 : start] in ("·", "•", "-"):
        start -= 1
    if latin := _LATIN_NAME.search(lower, max(0, start - 20), start):
        return latin.start()
    han = _HAN.search(lower, max(0, start - _NAME[1]), start)
    if han is None:
        return start
    alone = (
        lower[han.start() - 1 : han.start()] in _EDGES and lower[run.end : run.end + 1] in _EDGES
    )
    short = start - han.start() <= _SHORT
    return han.start() if alone and short else max(han.start(), start - _NAME[0])


def _coded(text: str) -> Iterator[tuple[int, int]]:
    """Names of letters, digits and characters that stand again and again."""
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for code in _CODED.finditer(text) if not text.isascii() else ():
        alike[code[0]].append(code.span())
    for spans in alike.values():
        if len(spans) >= _OFTEN:
            yield from spans
