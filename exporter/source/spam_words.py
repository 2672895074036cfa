"""Search-engine spam by its words: what a run of them weighs.

A brand name of the trade is spam by itself. A word that news has too (打击网络赌博, 查获老虎机 is
police work) is spam in a run with what promises or lures (注册送38元, 官网), joined by nothing but
Latin, digits and marks that no sentence has there (``_|-→``). Where the sentence around it speaks
of a crime, a run must weigh more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.source.alternatives import alternatives, pairs, whereabouts
from exporter.source.phrases import (
    SPAM_DOORS,
    SPAM_FILLERS,
    SPAM_HINTS,
    SPAM_HONEST,
    SPAM_LAWFUL,
    SPAM_LURES,
    SPAM_NAMES,
    SPAM_PROMOS,
    SPAM_TRADES,
    SPAM_WARY,
)

NEAR = 120  # characters around a telling word in which its run is looked for
_WEIGHT = {
    "name": 3.0,
    "code": 2.25,
    "hint": 1.5,
    "promo": 1.5,
    "door": 1.5,
    "lure": 0.75,
    "filler": 0.25,
    "lawful": 0.0,
}
_JOINED, _NUMBERED = 0.75, 0.75  # for each joint of a run, and for a number within it
_ENOUGH, _ENOUGH_OF_CRIME = 3.0, 5.0
_SENTENCE = 60  # characters around a run in which a crime is looked for

# 金沙9001cc: a house's name with a number and letters behind it is a brand
_BRANDED = (
    r"(?:金沙|皇冠|永利|葡京|太阳城|银河|威尼斯人|必赢|亚博|万博|凯发)\d{2,5}[a-z]{1,4}"
    "|(?:澳门|澳門)新?葡[新京金沙葡城人]{1,6}|久{3,}"  # 澳门新葡新京
)
_TRADE = alternatives(SPAM_TRADES)
_CODED = rf"(?<![\d.])(?!(?:19|20)\d\d)(?:\d{{2,4}}|\d号)(?:{_TRADE})"  # 365体育, 9号娱乐
# 注册送58元体验金, 首存100送100
_PROMISED = (
    r"(?:注册|开户|首存|首充)即?送(?:彩金|体验金)?\d{1,5}元?(?:体验金|彩金|礼金|现金)?"
    r"|首存\d{1,5}送\d{1,5}|送?(?:彩金|体验金)\d{1,5}元?"
)
_UNIT = re.compile(
    f"(?P<lawful>{alternatives(SPAM_LAWFUL)})|(?P<name>{_BRANDED}|{alternatives(SPAM_NAMES)})"
    f"|(?P<code>{_CODED})|(?P<promo>{_PROMISED}|{alternatives(SPAM_PROMOS)})"
    f"|(?P<door>{alternatives(SPAM_DOORS)})"
    f"|(?P<hint>(?:{alternatives(SPAM_HINTS)})(?:[场城](?![所市]))?)|(?P<lure>{alternatives(SPAM_LURES)})"
    f"|(?P<filler>{alternatives(SPAM_FILLERS)})"
)
_CHARGED = ("name", "hint", "code", "promo")
_TELL = SPAM_NAMES + SPAM_HINTS + SPAM_PROMOS
_TELLING = re.compile(f"{pairs(_TELL)}(?:{alternatives(_TELL)})")
_telling_in = whereabouts(_TELL)
_WARY = re.compile(alternatives(SPAM_WARY))
_GLUE = re.compile(
    r"[A-Za-z0-9_\-|·.+ \t/\\@:：【】\[\]→>]{0,24}|20\d\d年"
    r"|[(（](?:中国|中國|china|官方|全站|[a-z]{2,12})[)）][·\- ]?"
)
_LIST_GLUE = re.compile(r"[A-Za-z0-9_\-|·. \t/\\@:：【】、，,]{0,24}")
_JOINT = re.compile(r"[_|→>+【】\[\]-]")
_PROMISE_GLUE = re.compile(r"[,， ]?")
_NUMBER_WITHIN = re.compile(r"(?<![\d年月日])\d{1,4}|[a-z]{2,}")


def weighed(lower: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of spam that the words of the trade give away, in order; the text
    is in small letters."""
    run: list[re.Match[str]] = []
    for start, end in _stretches(lower):
        for unit in _UNIT.finditer(lower, start, end):
            if run and not _glued(lower, run[-1], unit):
                yield from _whole(run)
                run = []
            run.append(unit)
    yield from _whole(run)


def without_words(text: str) -> str:
    """The text without the words of the trade, whether or not they are spam there."""
    return _UNIT.sub("", text.lower())


def _glued(lower: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether nothing but glue stands between two words; beside a brand name a comma is glue too,
    and between two of which one promises (注册送38元,提现秒到账)."""
    kinds = (one.lastgroup, two.lastgroup)
    if "promo" in kinds and _PROMISE_GLUE.fullmatch(lower, one.end(), two.start()):
        return True
    glue = _LIST_GLUE if "name" in kinds else _GLUE
    return glue.fullmatch(lower, one.end(), two.start()) is not None


def _stretches(lower: str) -> Iterator[tuple[int, int]]:
    """The surroundings of the telling words, where they don't overlap; mostly there are none."""
    start = end = 0
    for low, high in _telling_in(lower):
        for found in _TELLING.finditer(lower, low, high):
            if found.start() - NEAR > end:
                if end:
                    yield start, end
                start = max(0, found.start() - NEAR)
            end = found.end() + NEAR
    if end:
        yield start, min(end, len(lower))


def _whole(run: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The span of a run that is spam, with the letters and digits that are part of it."""
    while run and run[-1].lastgroup == "filler" and run[-1][0] in _HONEST_TOO:
        run.pop()
    kinds = [unit.lastgroup for unit in run]
    if not any(kind in kinds for kind in _CHARGED) or not _is_enough(run, kinds):
        return
    if _is_quoted(run):
        return
    lower, start, end = run[0].string, run[0].start(), run[-1].end()
    start -= _number_before(run[0])
    start -= _latin(_CODE_BEFORE, lower[max(0, start - 6) : start])
    if "name" in kinds:
        start -= _latin(_BEFORE, lower[max(0, start - 12) : start])
        end += _latin(_BEHIND, lower[end : end + 10])
    if run[0].lastgroup != "name" and run[0][0].startswith(_NAMED_TRADES):
        start -= _house_before(lower, start, end)
    yield start, end


def _is_quoted(run: list[re.Match[str]]) -> bool:
    """Whether the run is all that stands between quotes: what a speaker mentions by its name."""
    lower, start, end = run[0].string, run[0].start(), run[-1].end()
    return lower[start - 1 : start] in _QUOTES[0] and lower[end : end + 1] in _QUOTES[1]


_QUOTES = (("“", "「", "《"), ("”", "」", "》"))


def _is_enough(run: list[re.Match[str]], kinds: list[str | None]) -> bool:
    lower, start, end = run[0].string, run[0].start(), run[-1].end()
    weight = sum(_WEIGHT[kind] for kind in kinds if kind)
    for one, two in pairwise(run):
        between = lower[one.end() : two.start()]
        weight += _JOINED * bool(_JOINT.search(between))
        weight += _NUMBERED * bool(_NUMBER_WITHIN.search(between))
    weight += _NUMBERED * bool(_CODE_BEFORE.search(lower, max(0, start - 6), start))
    words = [unit[0] for unit in run if unit.lastgroup == "hint"]
    weight += _JOINED * (len(words) - len(set(words)))
    if weight < _ENOUGH:
        return False
    around = _sentence(lower, start - _SENTENCE, start)[-1] + "\n"
    around += _sentence(lower, end, end + _SENTENCE)[0]
    return weight >= _ENOUGH_OF_CRIME or "name" in kinds or not _WARY.search(around)


def _sentence(lower: str, start: int, end: int) -> list[str]:
    return _STOPS.split(lower[max(0, start) : end])


_STOPS = re.compile(r"[。！？!?\n]")
# What a run may begin with but not end with: the words that go on are as likely the sentence's.
_HONEST_TOO = frozenset(
    ("香港", "日本", "澳门", "亚洲", "欧美", "日韩", "国产", "精品", "全民", "综合", "最新", "国际")
)

# Latin letters that touch a brand are its own: ku游…, 九游会j9; also with a trade (BB电子官方网站)
_BEFORE = re.compile(
    r"(?<![\w.])[a-z]{1,8}$|(?<![a-z0-9.])[a-z]{1,4}\d{0,4}(?:电子|体育|娱乐|真人|棋牌)$"
)
_BEHIND = re.compile(r"^[a-z][a-z0-9]{0,5}(?![a-z0-9])")


def _latin(pattern: re.Pattern[str], beside: str) -> int:
    """How many characters beside a run belong to it."""
    found = pattern.search(beside)
    return len(found[0]) if found else 0


# bg大游真人视讯: two letters and two characters are a house's name
_CODE_BEFORE = re.compile(r"(?<![a-z0-9])[a-z]{2,3}[\u4e00-\u9fff]{0,2}$")
_NUMBER = re.compile(
    r"(?<![\w年月日.，,])20\d\d$|(?<=[_|\-·])\d{1,4}$|(?<![a-z0-9.])[a-z]{1,6}\d{1,5}$"
)


def _number_before(unit: re.Match[str]) -> int:
    """How many characters before its first word are the run's: 2024欧洲杯买球app, xpj7788新…."""
    lower, start = unit.string, unit.start()
    number = _NUMBER.search(lower, max(0, start - 11), start)
    return len(number[0]) if number else 0


_NAMED_TRADES = (*SPAM_TRADES, "投注", "游戏大厅", "买球", "welcome")
_HOUSE = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}$|[\u4e00-\u9fff]{2}$")
_NO_HOUSE = (*SPAM_HONEST, "办", "会", "部", "院", "厅", "对", "为", "在", "是", "了", "将", "我")


def _house_before(lower: str, start: int, end: int) -> int:
    """How many characters before a run that begins with its trade are the house's name (鸿宝 of
    鸿宝彩票官网): two, unless they stand elsewhere on the page, as words of the page do."""
    found = _HOUSE.search(lower, max(0, start - 5), start)
    if found is None or found[0].endswith(_NO_HOUSE):
        return 0
    name = found[0][-2:]
    elsewhere = lower.find(name) < start - len(name) or _alone(lower, name, end)
    return 0 if elsewhere else len(name)


def _alone(lower: str, name: str, end: int) -> bool:
    """Whether the characters stand behind the run without a trade behind them."""
    at = lower.find(name, end)
    return at >= 0 and not lower.startswith(_NAMED_TRADES, at + len(name))


# What goes on behind a run: …旗舰厅_天生赢家_官网, …→[点击进入]←, …网址→xx88.example
_WORDS = alternatives(SPAM_DOORS + SPAM_LURES + SPAM_PROMOS + SPAM_FILLERS)
_TRADED = alternatives((*SPAM_TRADES, *SPAM_HINTS))
_GOES_ON = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:[_|｜][^\s，。、_|｜]{1,16}){0,3}[_|｜]"
    rf"[\u4e00-\u9fff]{{0,4}}(?:{_TRADED})?(?:{_WORDS}){{1,4}})"
    rf"|[-－][\u4e00-\u9fff]{{0,4}}?(?:{_TRADED})(?:{_WORDS}){{0,4}}"
    r"|[→>\s]{0,3}(?:www\.)?[a-z0-9-]{2,20}(?:\.[a-z0-9-]{2,12}){1,2}(?![a-z])"
    r"|[→>》＞]{1,3}[\[【]?(?:点击|立即|马上)?(?:进入|下载|注册)[\]】]?[←<《＜]{0,3}"
    rf"|有限公司(?:官网|官方网站)?|\d{{1,3}}准(?:{_WORDS}){{0,4}}"
    r"|\d{1,4}(?:元|%)|\d\.\d|(?:官)?网(?![\u4e00-\u9fff])|[\]】←]"
)
# What stands before it: 点击进入>>…, 【…, 葡金娱乐平台|…
_LEADS = re.compile(
    r"(?:点击(?:进入|下载)[>→》]{1,3}|[【\[→>]{1,3}|[a-z]{2,8}\d{2,5}[\u4e00-\u9fff]{0,6}[_|｜]"
    rf"|(?:[\u4e00-\u9fff]{{2}}(?:{_TRADE})(?:{_WORDS}){{0,4}}[_|｜-]){{1,3}})$"
)
_MOST_STEPS = 4


def stretched(lower: str, start: int, end: int) -> tuple[int, int]:
    """The run with what goes on from it on both sides, as no sentence would."""
    for _ in range(_MOST_STEPS):
        more = _GOES_ON.match(lower, end)
        if more is None or not _closes(lower, start, more):
            break
        end = more.end()
    if leads := _LEADS.search(lower, max(0, start - 30), start):
        opens = leads[0][-1] in "【["
        start = start if opens and "】" not in lower[start:end] else leads.start()
    return start, end


def _closes(lower: str, start: int, more: re.Match[str]) -> bool:
    """Whether a lone closing mark has its opening one in or before the run."""
    return more[0] not in ("】", "]") or any(
        mark in lower[max(0, start - 2) : more.start()] for mark in "【["
    )


_HOUSES = re.compile(rf"[\u4e00-\u9fff]{{2}}(?={_TRADE})")


def of_houses(lower: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of what the houses that runs name are said to be elsewhere on the page: beside
    澳金棋牌app官网 also 澳金棋牌 alone is spam."""
    names = {name for start, end in found for name in _HOUSES.findall(lower[start:end])}
    names = {name for name in names if name not in SPAM_FILLERS and name not in SPAM_TRADES}
    out = []
    for name in sorted(names):
        said = re.compile(rf"{name}(?:{_TRADE})(?:{_WORDS}|\d{{1,5}}元?){{0,4}}")
        out += [match.span() for match in said.finditer(lower)]
    return out
