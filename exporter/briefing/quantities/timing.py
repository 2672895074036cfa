"""Whether a time expression is the time of a number, by the words between them."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.lexicon import endings
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Place

TIED = 6
DATED = frozenset({"year", "chyear", "relative", "part"})
PASSING = frozenset({"now", "span", "next", "within"})
CLAUSE_END = re.compile(r"[，；。：！？\n]")
_PART_OF_YEAR = re.compile(r"[12][0-9]{3}年(?=.*[季月半])(.*)")
_COMPARES = tuple("由从较比与于")
_CLAUSE_STARTS = tuple("，；。（而")
_WAS_THEN = frozenset(
    {"为", "是", "有", "仅为", "只有", "仅有", "则为", "则是", "约为", "是约", "达"}
)
_OF_BASE = frozenset({"的", "的水平", "水平的", "最高的", "最低的", "平均的"})
_BACK = re.compile("，(?:均|都)?(?:已|累计|还有|仍有)")
_OPENED, _DECEMBER = 4, 12
_GOAL = re.compile("(?:预期|既定)?(?:目标|计划|任务|预算)")
# 去年增长3%。全年力争增长5%
_TO_COME = re.compile("力争|要|将|有望|预计")
_ONE_MONTH = re.compile(r"(?<![-至到前0-9个])[0-9]{1,2}月")
_OFTEN, _FOR_EACH = ("每天", "每日", "每周"), re.compile("(?:每[一-鿿]{1,3}|[人户]均)$")
_EACH_REACH = 4
_NUMERAL, _LED_TO = re.compile("[0-9一二三四五六七八九十]"), ("到", "至", "为")
# 支付限额提高到3500元，今年7月1日起执行
_IN_FORCE = re.compile(r"(?<=起)(?:正式|开始|全面)?(?:执行|实施|施行|生效|实行)")


def is_level_of_then(place: Place, token: Token, mention: Mention) -> bool:
    """Whether the words from the time compared with to the number say that it is of then
    (比上年同期的32万吨, 由去年同期下降11%转为增长, 今年累计11例，去年同期为12例)."""
    before = place.text[max(0, token.start - 1) : token.start]
    gap = place.text[token.end : mention.left]
    if before in _CLAUSE_STARTS and gap in _WAS_THEN:
        return True
    moved = gap.removeprefix("的")
    if before in ("由", "从") and moved and endings("moves").longest(moved) == moved:
        return True
    return before in _COMPARES and gap in _OF_BASE


def same_part(token: Token, told: Token | None, text: str) -> Token:
    """上年同期 as the same part of the year before, or 2022年同期 where a whole year is told of; as
    printed where neither is."""
    if not token.text.endswith(("同期", "同月", "同季")) or token.first is None:
        return token
    if told is None or told.kind not in DATED:
        return msgspec.structs.replace(token, text=text[token.start : token.end])
    part = _PART_OF_YEAR.fullmatch(told.text)
    same = f"{token.first}年{part.group(1)}" if part else token.text
    return msgspec.structs.replace(token, text=same)


def full_year(token: Token, told: Token | None) -> Token | None:
    """全年 as the year told of (截至10月底，…。全年发放问卷5400份); ``None`` without one."""
    if told is None or told.kind not in DATED or told.last is None:
        return None
    return msgspec.structs.replace(token, text=f"{told.last}年", first=told.last, last=told.last)


def month_of(token: Token, year: int, month: int) -> Token:
    """本月, 上个月12日, 截至上月底 and 下月 as the conference's month, or the one before it
    or next."""
    if token.text.removeprefix("截至").lstrip().startswith("上"):
        year, month = (year, month - 1) if month > 1 else (year - 1, _DECEMBER)
    if token.text.startswith("下"):
        year, month = (year, month + 1) if month < _DECEMBER else (year + 1, 1)
    lead = "截至" if token.text.startswith("截至") else ""
    end = token.text.rpartition("月")[2]
    told = f"{lead}{year}年{month}月{end}"
    return msgspec.structs.replace(token, text=told, first=year, last=year)


def lies_in(token: Token, near: Token, text: str) -> bool:
    """Whether the token only tells the year or season of the day before it
    (截至8月底，今年新开工…)."""
    if not near.text.startswith("截至") or text[near.end : token.start] not in ("", "，"):
        return False
    if token.text == "今季":
        return True
    return token.first == near.first and token.text in (f"{near.first}年", f"{near.first}年以来")


def is_done_by(token: Token, near: Token, text: str) -> bool:
    """Whether what the year has brought is told up to the day before it (截至8月底，新开工240个；
    年内已建成270个)."""
    return near.text.startswith("截至") and text.startswith("已", token.end)


def is_aside(token: Token, near: Token, mention: Mention, place: Place) -> bool:
    """Whether the time was only that of a part, and the sentence is back at the whole's
    (截至11月底，纳入对象2316户，其中今年新增388户，已消除风险1574户)."""
    if not near.text.startswith("截至") or not place.text.endswith("其中", 0, token.start):
        return False
    return _BACK.search(place.text, token.end, mention.start) is not None


def is_tied(token: Token, mention: Mention, text: str) -> bool:
    """Whether the number stands right behind a time that is of one number, and isn't the one that
    the first of the two led to (从2020年的9天减少到3天)."""
    gap = text[token.end : mention.left]
    return len(gap) <= TIED and not (gap.endswith(_LED_TO) and _NUMERAL.search(gap))


def is_often(token: Token, text: str) -> bool:
    """Whether 每天 or 每月 tells how often, or how much for each, and nothing of when (每天开行2班,
    每户每月补助300元); 每月 alone is as near as the page comes to it (公司每月节水3万立方米)."""
    before = text[max(0, token.start - _EACH_REACH) : token.start]
    often = token.text.endswith(_OFTEN) or token.text.startswith("平均每")
    return often or _FOR_EACH.search(before) is not None


def is_past_deadline(token: Token, mention: Mention, place: Place) -> bool:
    """Whether the number stands behind the semicolon that ends what a deadline within the sentence
    is of (其余4条力争8月8日前抢通；停电用户中96%已恢复)."""
    if token.kind not in DATED or not token.text.endswith("前"):
        return False
    opens = token.start - place.start <= _OPENED
    return not opens and place.text.find("；", token.end, mention.start) >= 0


def of_goal(token: Token, mention: Mention, text: str) -> bool:
    """Whether the number is no goal of the year (完成全年任务的88%, or what is told behind
    完成年度任务8万人): it is of the time told before."""
    if token.text.startswith("年度") and mention.left - token.end > TIED:
        return True
    goal = _GOAL.match(text, token.end)
    if goal and CLAUSE_END.search(text, token.end, mention.left):
        return True
    if goal and mention.quantity.type == "percent" and text.startswith("的", goal.end()):
        return True
    return mention.quantity.type == "percent" and text.endswith("的", token.end, mention.left)


def is_to_come(token: Token, text: str) -> bool:
    """Whether the words behind 全年 aim at something in it: it is no year that is over."""
    return _TO_COME.match(text, token.end) is not None


def is_of_old(token: Token, mention: Mention, place: Place) -> bool:
    """Whether the number is of a year of old (618年，人口300万): kept as printed, for that clause
    alone, so that no figure of then is read as one of now.
    """
    if token.kind != "other" or not token.text.endswith("年"):
        return False
    after = token.end
    if place.text[after : after + 1] == "，":
        opens = token.start == place.start or place.text[token.start - 1] in "，。；：！？\n"
        after += opens
    own = token.text.startswith("公元") or after > token.end
    return own and not CLAUSE_END.search(place.text, after, mention.start)


def is_passing(token: Token) -> bool:
    """Whether the time holds in its own paragraph only: 目前, 近年来, 2021年9月以来."""
    one_month = _ONE_MONTH.search(token.text) and not token.text.startswith("截至")
    return token.kind in PASSING or bool(one_month)


def tied_after(mention: Mention, place: Place) -> Token | None:
    """A date later in the number's own clause (2所高校已于2023年12月29日创建成功), or from which on
    it is in force."""
    for token in place.tokens:
        if token.start < mention.right or token.reach not in ("carry", "moment", "sentence"):
            continue
        if token.kind == "rate":
            return None
        gap = place.text[mention.right : token.start]
        if gap.lstrip("自从") == "，" and _IN_FORCE.match(place.text, token.end):
            return token
        return None if CLAUSE_END.search(gap) or gap.startswith("的") else token
    return None
