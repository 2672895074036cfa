"""Which figures a reader wants first: headline results, money, rates with change, ranks,
targets.

A score for each fact, then a greedy choice that spreads over speakers and sentences and keeps
one figure for each indicator, done and planned apart. What journalists ask and hosts say in
courtesy is never key.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.periods.finding import BEFORE_REPUBLIC
from exporter.briefing.quantities.ranking.choosing import (
    FEWEST,
    MOST,
    chosen,
    is_whole,
    same_figure,
)
from exporter.briefing.quantities.ranking.fitness import is_deed, is_unfit
from exporter.briefing.quantities.ranking.sound import (
    is_bare,
    is_official,
    is_torn,
    is_vague,
    read_name,
)
from exporter.briefing.quantities.ranking.standing import NEVER, informing, is_end, standing
from exporter.briefing.sentences import left_open
from exporter.transcript.model import Transcript

_TYPE_SCORES = {
    "money": 15.0,
    "percent": 7.0,
    "length": 3.0,
    "mass": -5.0,
    "energy": 2.0,
    "power": 2.0,
    "rank": 15.0,
    "delta": -8.0,
    "area": -6.0,
    "count": -13.0,
    "population": -13.0,
    "multiple": -7.0,
    "temperature": -15.0,
    "duration": -6.0,
}
"""Logits times ten, like all scores here, of an editor's taking the figure: fitted on figures that
editors marked, each record judged by the others."""
_HEADLINE = re.compile(
    r"首次|突破|创(?:历史)?新高|历史(?:最好|最高|性)|翻番|率先|圆满|全面完成|实现了|累计"
)
_TOTAL = re.compile(r"总|全市|全省|全县|全国|生产总值|GDP|累计|综合|比重|覆盖率|达标率|优良率")
_DETAIL = re.compile(r"其中|月平均|月均|例如|比如|以[^，。]{0,12}为例|打个?比方|比方说")
_RATE = re.compile(r"(?:率|比例|满意度|覆盖面|达标)$|率(?:同比|环比)?[一-鿿]{2}$")
_FINE = re.compile(r"罚|补贴|补助|奖补|奖金|奖励|给予|激励|经费支持|支持经费")
# Deaths, wounded, missing, infections are news however few; a level of income or a price is as
# it is, no small sum.
_GRAVE = re.compile(
    r"(?<!畜禽)(?<!牲畜)(?<!家禽)死亡|遇难|罹难|伤亡|受伤|重伤|失联|失踪|牺牲|确诊病例|感染者|重症|(?:本土|确定|严重|新增)(?:病例|个案)|受灾|转移|营救|疏散|被困|倒塌|直接经济损失|"
    r"killed|deaths|injured|died|missing|homeless|displaced|stranded|evacuated|rescued"
)
# How long something takes is a result like others (通关时间29.4小时, 平均住院日7.3天).
_TAKES = re.compile(
    r"(?:平均|通关|候诊|等[候待]|[輪轮]候|办理|办案|审理|住院|行[车車]|到[账帳达達])[^，]{0,4}(?:[时時][间間长長]|用[时時]|天数|住院日|周期)$|住院日$|寿命$|(?:优良|优|晴好|达标)天数$|"
    r"\b(?:waiting|processing|travel|journey|response|clearance) times?$|\bwait\b"
)
_PER_UNIT = re.compile(
    r"人均|户均|亩均|平均|工资|低保|标准|价格|单价|均价|每股|收费|费用|每[人户亩吨斤]"
)
_RELATIVE = frozenset({"percent", "delta", "multiple", "rank", "duration"})
_RATED, _PENALTY = 5.0, 10.0
_REACHED = re.compile(r"完成|实现|达到?|突破|超过?")
_REACH, _REACHES, _ROUNDLY = 6, 5.0, -3.0
_FIGURES = re.compile(r"[0-9]|百分之|\W{0,3}[0-9]")
_YEARS, _OF_REPUBLIC = re.compile(r"[12][0-9]{3}"), re.compile(r"(?<![0-9])(1[0-4][0-9])年")
_NOW = ("目前", "当前", "眼下", "今", "now", "today", "present", "currently", "so far")
_TASK = re.compile(
    r"(?:座谈会|研讨会|会议|任务|工作|专项|举措|措施|文件|制度|活动|专班|机制|渠道|需要)等?$"
)
_IN_PASSING = 3
_SMALL, _FEW, _SPELT, _TASKS, _GRAVELY = 10, -2.0, -15.0, -40.0, 28.0
_KINDS, _OF_KINDS = frozenset("类种類種"), -10.0
_PUN = re.compile(r"“.”")
_SEATS = re.compile(r"(?:的|座位)?(?:体育场|体育馆|场馆|剧院|剧场|会场|礼堂|大会|规模|社区|校区)")
_FROM = re.compile(r"[0-9.]+[万亿]*元及?以上")
_SITE = re.compile(r"(?:占地|用地|建筑面积|占地面积|用地面积)$")
# 分产业看，第一产业…: parts of what the sentence before told.
_APART = re.compile(
    r"(?:分|按)[^，。；0-9]{1,8}看，|从[^，。；0-9]{0,6}(?:结构|构成|类型|地区|区域)[^，。；0-9]{0,4}看，"
)
_BROKEN_DOWN = -20.0
# 11项全省前五: so rank a part of them, not the thing.
_COUNTED = re.compile(
    r"[0-9]{1,3}(?:项|个|家|条|类)(?:位居|位列|居|列|为|是|排名)?(?:全[国省市区县]|同类)?(?:排名)?$"
)
# between $10 billion and $23 billion: neither end is the figure.
_END = re.compile(r"\bbetween (?:[^,.;]{1,24} and )?$", re.IGNORECASE)
_ONE_OF = re.compile(r"[^，。；0-9]{1,16}之一")
_SCENERY = re.compile(r"海拔|高差|气温|经度|纬度|年平均降")
_NOUN = re.compile(r"的?(?![以左上多余的])[一-鿿]{2}")
_ATTRIBUTES = frozenset({"area", "length", "volume", "elevation"})
_BEHIND, _ASIDE = 8, 40
_MISSED, _LEAST = -10.0, -8.0
_BRACKET = 200
_UNCLEAR, _BARE, _DEED, _EXPECTED = -12.0, -8.0, -14.0, -2.0
_ROW = 3
_SIZED = -20.0
_BY_SUM, _USUAL, _PER_ONE, _BY_COUNT, _BY_MEASURE = 3.0, 8.0, 5.0, 3.6, 2.5
_COUNTED_THING, _PER_LETTER, _LONG_NAME = -5.0, 0.15, 24
_OFFICIAL = 7.0
_AHEAD, _TOTALS, _DETAILED, _HEAD = 12.0, 4.5, -9.0, 6.5


def marked(facts: tuple[Fact, ...], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts with `key` and `rank` set on the chosen ones."""
    texts = {p.id: p.text for p in transcript.paragraphs()}
    held, news = _held(transcript), transcript.kind == "news"
    latest = _latest(facts, held) - _rows(facts) - _doubled(facts)
    ends = {id: len(texts[id].rstrip()) for id in left_open(texts)}
    turns = informing(facts, transcript)
    speaking = {turn.id for turn in turns} | ({None} if news else set())
    places = standing(facts, turns)
    spelt = _spelt(facts)
    scores = {
        fact.id: score + places[fact.id] + spelt.get(fact.id, 0.0)
        for fact in facts
        if fact.id in latest
        and fact.turn in speaking
        and not (fact.paragraph in ends and fact.sentence[1] >= ends[fact.paragraph])
        and (score := _score(fact, held, news, texts.get(fact.paragraph, ""))) is not None
        and score + places[fact.id] + spelt.get(fact.id, 0.0) >= _LEAST
    }
    order = chosen([fact for fact in facts if fact.id in scores], scores, _wanted(len(facts)))
    return tuple(
        msgspec.structs.replace(fact, key=True, rank=order[fact.id]) if fact.id in order else fact
        for fact in facts
    )


def _wanted(number: int) -> int:
    return max(FEWEST, min(MOST, 5 + number // 2))


def _latest(facts: tuple[Fact, ...], held: str) -> frozenset[str]:
    """The ids of the facts that no later year of the same indicator outdates, and that are
    where a move in one sentence (从100座减少到60座) ends."""
    last: dict[tuple[str, bool], str] = {}
    ending: dict[tuple[tuple[str, bool], str, int], str] = {}
    named = [
        (fact, same_figure(fact), _year(fact, held) or (held if is_end(fact) else ""))
        for fact in facts
    ]
    for fact, name, year in named:
        last[name] = max(last.get(name, ""), year)
        sentence = (name, fact.paragraph, fact.sentence[0])
        if is_end(fact):
            ending[sentence] = fact.id
    return frozenset(
        fact.id
        for fact, name, year in named
        if year == last[name]
        and ending.get((name, fact.paragraph, fact.sentence[0]), fact.id) == fact.id
    )


def _spelt(facts: tuple[Fact, ...]) -> dict[str, float]:
    """Less for a number in words (一百多家), told in passing where a page prints its results in
    figures; where it prints most in words only for two or three of a thing."""
    told = [fact for fact in facts if fact.quantity.type not in ("rank", *NEVER)]
    words = [fact for fact in told if not _FIGURES.match(fact.quantity.text)]
    if 2 * len(words) > len(told):
        words = [fact for fact in words if (fact.quantity.value or _SMALL) <= _IN_PASSING]
    return dict.fromkeys((fact.id for fact in words), _SPELT)


def _rows(facts: tuple[Fact, ...]) -> frozenset[str]:
    """The ids of the facts of a row of places (巧家、威信、盐津分别为…): none heads the others."""
    rows: dict[tuple[str, int, str | None], dict[str, str]] = {}
    for fact in facts:
        if fact.entity and "list" in fact.rule:
            row = rows.setdefault((fact.paragraph, fact.sentence[0], fact.indicator), {})
            row[fact.id] = fact.entity
    long = (row for row in rows.values() if len(set(row.values())) >= _ROW)
    return frozenset(name for row in long for name in row)


def _doubled(facts: tuple[Fact, ...]) -> frozenset[str]:
    """The ids of the counts and sizes that one sentence tells of under one name and one period,
    each with another value (城区…床位180张；园区…床位320张): the name doesn't say of which."""
    told: dict[tuple[object, ...], dict[str, Fact]] = {}
    for fact in facts:
        if fact.change is None and fact.quantity.type not in ("rank", "percent"):
            name = (same_figure(fact), fact.period, fact.paragraph, fact.sentence)
            told.setdefault(name, {})[fact.id] = fact
    alike = (row for row in told.values() if len({f.quantity.value for f in row.values()}) > 1)
    return frozenset(name for row in alike for name in row)


def _year(fact: Fact, held: str) -> str:
    """The last year of the fact's period; what holds now, or is told without a time, is of the
    conference's year."""
    period = fact.period or ""
    years: list[str] = _YEARS.findall(period)
    if years:
        return years[-1]
    if republic := _OF_REPUBLIC.search(period):
        return str(int(republic.group(1)) + BEFORE_REPUBLIC)
    told = period or (fact.indicator or "").isascii()
    return held if (not period and told) or period.endswith(_NOW) else ""


def _score(fact: Fact, held: str, news: bool, text: str) -> float | None:
    """How much a reader wants the fact for what it measures; ``None`` for never."""
    quantity, indicator = fact.quantity, fact.indicator
    if indicator is None or _is_base(fact) or is_torn(indicator):
        return None
    bare = read_name(indicator.removeprefix(fact.entity or ""))
    if is_unfit(bare, quantity.unit or ""):
        return None
    if quantity.type in NEVER and not (quantity.type == "duration" and _TAKES.search(indicator)):
        return None
    if _END.search(text, max(0, fact.at - _ASIDE), fact.at):
        return None
    if quantity.type == "count" and text.endswith("连续", 0, fact.at):
        return None
    if quantity.type == "rank" and _COUNTED.search(text, max(0, fact.at - 8), fact.at):
        return None
    if not news and _SCENERY.search(indicator):
        return None
    score = _TYPE_SCORES.get(quantity.type, 0.0) + _size(fact) + _status(fact, held)
    score += _by_name(indicator)
    score += _RATED if quantity.type == "percent" and _RATE.search(indicator) else 0.0
    grave = quantity.type not in _RELATIVE and _GRAVE.search(read_name(indicator))
    score += _GRAVELY if grave else _few(fact) if quantity.type == "count" else 0.0
    score += _ROUNDLY if quantity.approx else 0.0
    score += _UNCLEAR if is_vague(fact) else 0.0
    score += _BARE if is_bare(fact) else 0.0
    score += _DEED if is_deed(bare) else 0.0
    score += _COUNTED_THING if "following" in fact.rule else 0.0
    return score + _wording(fact, text)


@lru_cache(maxsize=1024)
def _by_name(indicator: str) -> float:
    """What the indicator by itself adds, whatever is told of it."""
    score = _PER_LETTER * min(len(indicator), _LONG_NAME)
    score += _TOTALS if _TOTAL.search(indicator) else 0.0
    score += _OFFICIAL if is_official(read_name(indicator)) else 0.0
    score -= _PENALTY if _FINE.search(indicator) else 0.0
    score += _SIZED if _SITE.search(indicator) else 0.0
    return score + (_DETAILED if _FROM.match(indicator) else 0.0)


def _status(fact: Fact, held: str) -> float:
    """A target is news; one of a year that is over is none."""
    if fact.status != "target":
        return 0.0
    return _MISSED if "" < _year(fact, held) < held else _AHEAD


def _is_base(fact: Fact) -> bool:
    """Whether the number is only what another is compared with (较去年同期的1,520亿元收窄三成)."""
    compared = (fact.comparison_base or "-")[0] in "较比由从較從" or "/base" in fact.rule
    return compared and fact.change is None and fact.quantity.type not in ("rank", "delta")


def _few(fact: Fact) -> float:
    """A count of a part told in passing, or of two or three things, is no headline."""
    told = _TASKS if _TASK.search(fact.indicator or "") else 0.0
    small = fact.quantity.value is not None and fact.quantity.value < _SMALL
    told += _OF_KINDS if fact.quantity.unit in _KINDS else 0.0
    return told + (_FEW if small else 0.0)


def _held(transcript: Transcript) -> str:
    """The year the conference was held in, or nothing."""
    return (transcript.event_date or transcript.published_date or "")[:4]


def _wording(fact: Fact, text: str) -> float:
    """What the words around the number say of its weight: a first, a detail, an example in
    brackets."""
    start = fact.sentence[0]
    before = text[max(start, fact.at - 16) : fact.at]
    clause = max(before.rfind("，"), before.rfind("；"), before.rfind("。")) + 1
    score = _HEAD if _HEADLINE.search(before, clause) else 0.0
    score += _REACHES if _REACHED.search(before[-_REACH:]) else 0.0
    aside = max(start, fact.at - _ASIDE)
    said = max(aside, text.rfind("；", aside, fact.at), text.rfind("。", aside, fact.at))
    score += _BROKEN_DOWN if _APART.match(text, start) and "list" not in fact.rule else 0.0
    if _DETAIL.search(text, said, fact.at) or _PUN.search(text, *fact.sentence):
        score += _DETAILED
    end = fact.at + len(fact.quantity.text)
    if _ONE_OF.match(text, end):
        score += _DETAILED
    behind = text[end : end + _BEHIND]
    if _PUN.search(behind) or (fact.quantity.type in _ATTRIBUTES and _NOUN.match(behind)):
        score += _DETAILED
    if fact.quantity.unit == "人" and _SEATS.match(behind):
        score += _DETAILED
    floor = max(start, fact.at - _BRACKET)
    opened = text.count("（", floor, fact.at) > text.count("）", floor, fact.at)
    if is_whole(fact) and score < _HEAD:
        score += _EXPECTED * (1 if fact.period_from == "sentence" else 4)
    return score - (8.0 if opened else 0.0)


def _size(fact: Fact) -> float:
    """Large sums and counts weigh more, by their magnitude; shares near 0 or 100 % as they are."""
    quantity = fact.quantity
    value = quantity.value if quantity.value is not None else quantity.max_value
    if value is None or value <= 0 or quantity.type in ("percent", "rank", "delta"):
        return 0.0
    magnitude = math.log10(float(value))
    if quantity.type == "money":
        per_one = _PER_ONE if _PER_UNIT.search(fact.indicator or "") else 0.0
        return _BY_SUM * (magnitude - _USUAL) + per_one
    return magnitude * (_BY_COUNT if quantity.type in ("count", "population") else _BY_MEASURE)
