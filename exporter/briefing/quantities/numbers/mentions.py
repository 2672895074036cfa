"""Quantities as they stand in the text: number, multiplier, unit, approximation; nothing of
their meaning.

The span is the number with its multiplier and unit, 余 and 多 when infixed; 约 and 以上 stand
outside it and go to `approx`. What is no sound number, or has no unit that is known, is left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from exporter.briefing.model import Quantity, QuantityType
from exporter.briefing.quantities.lexicon import (
    Unit,
    endings,
    openings,
    rate_types,
    units,
    words,
)
from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.numbers.limits import LASTING, is_grade, of_clock
from exporter.briefing.quantities.numbers.masks import Masks
from exporter.briefing.quantities.numbers.parted import parted
from exporter.briefing.quantities.numbers.plain import Number, arabic, chinese
from exporter.briefing.quantities.numbers.ranges import ranged
from exporter.briefing.quantities.numbers.unit_at import printed, unit_at

_ARABIC = re.compile(r"[0-9]+(?:[.,:]+[0-9]+)*(?: [0-9]{3}(?![0-9]))*")
_CHINESE = re.compile(
    r"[〇零一二三四五六七八九十百千万亿兆两几数半]+"
    r"(?:(?<=[零一二三四五六七八九十百两])点[〇零一二三四五六七八九]{1,4}(?![十百千万亿]{2}|十|百|千|分|刻|整|钟))?"
)
_TOLD_REACH = 18
_ARTICLES = re.compile(r"(?:章|》|章节，共|》共)$")
_MONEY_BOUND = re.compile(r"以[上下](?=[一-鿿0-9])(?![和及与并])")
_TIMES = re.compile(r"(人次|辆次|场次)(?:数|达到?|为|约|近|超过?|突破){0,2}$")
# 求診人次為6,100; 罪案宗數為36,214
_COUNTS = re.compile(
    r"(?P<unit>人次|辆次|架次|车次|艘次|场次|班次|[人宗件户家])(?:总?数)?(?:目|字)?"
    r"(?<=[数次目字])(?:合共|共)?(?:是|为|有|达到?){1,2}(?:合共|共|约|近|逾|超过){0,2}$"
)
_SIZE = "(?:万亿|[十百千]?[万亿])"
_LISTED = re.compile(
    rf"(?:[、和与及][0-9]{{1,8}}(?:\.[0-9]{{1,6}})?(?P<size>{_SIZE}?)){{1,9}}(?![0-9.])"
)
# 港澳71万、日本52万、韩国45万人次
_NAMED = re.compile(
    rf"(?:[、和与及][一-鿿]{{1,6}}[0-9][0-9,.]{{0,8}}(?P<size>{_SIZE})){{1,9}}(?![0-9.])"
)
# 六十万零四千三百及十万零四千七百多人次
_SPELT = re.compile(
    r"[和与及、][一二三四五六七八九十][零一二三四五六七八九十百千万亿]{3,14}[多余]?"
)
_CLAUSE = re.compile(r"[，；：。！？\n]")
# 提高了两个点: of what didn't move, 个点 are places (设了三个点)
_MOVED = re.compile("[高低多少升降涨跌快慢提增减扩收落超]")
_NAME, _HEAD_REACH = re.compile(r"[一-鿿]{1,6}(?=[0-9])"), 12
_BEFORE = 8  # characters before a number that tell what it counts
_LONE = frozenset("一二半零〇")
_COUNTED_BY_ONE = frozenset("成倍块余多来几（ ")
_SMALL_ONES = frozenset(["倍", "成"])


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A quantity at ``[start, end)`` of the folded text.

    `left` is where its words begin with the approximation before it, `right` where they end
    with the one after it. `factor` × value compares it within `dimension`. `written` tells
    Arabic digits from Chinese.
    """

    start: int
    end: int
    left: int
    right: int
    quantity: Quantity
    rule: str
    dimension: str = ""
    factor: Decimal = Decimal(1)
    arabic: bool = True


def find(text: str, original: str, masks: Masks) -> list[Mention]:
    """The quantities of a folded paragraph, in order; `original` is the same stretch as printed."""
    found = [
        *_read_all(_ARABIC, arabic, text, original, masks),
        *_read_all(_CHINESE, chinese, text, original, masks),
    ]
    found.sort(key=lambda mention: mention.start)
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _read_all(
    pattern: re.Pattern[str], reader: object, text: str, original: str, masks: Masks
) -> Iterator[Mention]:
    at = 0
    read = arabic if reader is arabic else chinese
    for match in pattern.finditer(text):
        if match.start() < at or _is_lone(text, match) or masks.covers(match.start()):
            continue
        number = read(text, match)
        if number is None:
            continue
        mention = _with_unit(text, original, number)
        if mention is not None:
            at = mention.end
            yield mention


def _is_lone(text: str, match: re.Match[str]) -> bool:
    """Whether it is a 一, 二, 半 or 零 by itself, which counts only parts and times (一成, 一倍):
    so most numerals in characters are seen to be none at a glance."""
    if match.group() not in _LONE:
        return False
    follows = text[match.end() : match.end() + 1] in _COUNTED_BY_ONE
    follows = follows or text.startswith("个半", match.end())
    return not follows and text[match.start() - 1 : match.start()] not in ("到", "至", "-")


def _with_unit(text: str, original: str, number: Number) -> Mention | None:
    number = ranged(text, number) or number
    if (whole := parted(text, number)) is not None:
        return _mention(text, original, *whole)
    unit, end = unit_at(text, number.end)
    if unit is None:
        return _elliptic(text, original, number) or _bare(text, original, number)
    if not number.arabic and not _chinese_counts(number, unit, text, end):
        return None
    if text[number.start - 1 : number.start] == "每" and unit.type != "duration":
        return None
    if (lasts := LASTING.get(unit.name)) and not lasts(number, text, end):
        return None
    if of_clock(text, number.start, unit.name, end):
        return None
    if unit.name == "级" and not is_grade(text, number, end):
        return None
    if _names_places(text, number, unit.name):
        return None
    name = printed(text[number.end : end].strip())
    kind = rate_types().get(name, unit.type)
    return _mention(text, original, number, end, kind, name, unit)


def _names_places(text: str, number: Number, unit: str) -> bool:
    """Whether articles of a law or places of something are counted (设了三个点), no points of %."""
    before = max(0, number.start - _BEFORE)
    if unit == "条" and _ARTICLES.search(text, before, number.start):
        return True
    places = text.startswith("个点", number.end)
    return places and _MOVED.search(text, before, number.start) is None


def _chinese_counts(number: Number, unit: Unit, text: str, end: int) -> bool:
    """Whether a Chinese numeral with this unit is a quantity and no ordinal, name or idiom."""
    raw = text[number.start : number.end]
    if unit.weak:
        return False
    if raw == "一":
        return unit.name in _SMALL_ONES
    if raw in ("二", "半", "零", "〇"):
        return False
    return not (unit.classifier and text.startswith(("“", "《"), end))


def _elliptic(text: str, original: str, number: Number) -> Mention | None:
    """A number whose unit the last of its list carries for all (38、35、32微克/立方米); the
    members may be named where each has its size (港澳71万、日本52万、韩国45万人次)."""
    if (
        not number.arabic
        and number.multiplied
        and (found := _SPELT.match(text, number.end)) is not None
    ):
        unit, end = unit_at(text, found.end())
        if number.infix or unit is None or unit.weak or unit.type == "duration":
            return None
        return _mention(text, original, number, number.end, unit.type, unit.name, unit)
    alone = number.arabic and not number.infix and text[number.end : number.end + 1] in "、和与及"
    listed = (_NAMED, _LISTED) if number.multiplied else (_LISTED,)
    shared = next(filter(None, (each.match(text, number.end) for each in listed)), None)
    shared = shared if alone else None
    if shared is None or (shared.re is _NAMED and not _of_one_kind(text, number, shared.group())):
        return None
    size = shared.group("size")
    unit, end = unit_at(text, shared.end())
    if unit is None or unit.weak or unit.type == "duration":
        return None
    told_apart = "分别" in text[max(0, number.start - _TOLD_REACH) : number.start]
    if number.multiplied and not size and not told_apart:
        return None
    if size and number.value is not None and not number.multiplied:
        value = numerals.plain(number.value * numerals.MULTIPLIERS[size])
        number = msgspec.structs.replace(number, value=value)
    name = text[shared.end() : end].strip()
    kind = rate_types().get(name, unit.type)
    return _mention(text, original, number, number.end, kind, name, unit)


def _of_one_kind(text: str, number: Number, others: str) -> bool:
    """Whether the members are named by whom they are of, and each counts the same thing: none has
    a verb or a sum of its own (发放补贴30万、服务群众52万人次; 游客71万、收入3亿元)."""
    names = _NAME.findall(others)
    left = text[max(0, number.start - _HEAD_REACH) : number.start]
    heads = words("money_heads") + words("people_heads")
    told = any(openings("verbs").longest(name) or name.endswith(heads) for name in names)
    return not told and not any(head in left for head in words("money_heads"))


def _bare(text: str, original: str, number: Number) -> Mention | None:
    """A number without unit: of people (超38万群众), of money (投资规模33.7亿), or of an index."""
    left = text[max(0, number.start - _HEAD_REACH) : number.start]
    right = text[number.end : number.end + 6]
    if not number.arabic:
        people = number.multiplied and right.startswith(words("people"))
        return (
            _mention(text, original, number, number.end, "count", "人", units()["人"])
            if people
            else None
        )
    if number.multiplied:
        if (times := _TIMES.search(left)) and (not right or right[0] in "，。；、）"):
            unit = units()[times.group(1)]
            return _mention(text, original, number, number.end, "count", unit.name, unit)
        if right.startswith(words("people")) or any(w in left for w in words("people_heads")):
            return _mention(text, original, number, number.end, "count", "人", units()["人"])
        money = any(w in left for w in words("money_heads")) or left.endswith(words("paid"))
        if money and (not right or right[0] in "，。；、）"):
            return _mention(text, original, number, number.end, "money", "元", units()["元"])
        return None
    if (not right or right[0] in "，。；、）") and (counted := _COUNTS.search(left)):
        unit = units()[counted["unit"]]
        return _mention(text, original, number, number.end, "count", unit.name, unit)
    clause = _CLAUSE.split(text[max(0, number.start - 24) : number.start])[-1]
    ends = not right or right[0] in "，。；、）" or openings("arrivals").longest(right)
    if ends and any(w in clause for w in words("index_heads")):
        return _mention(text, original, number, number.end, "other", None, None)
    return None


def _after_blank(text: str, at: int) -> int:
    """Where the blanks before `at` begin: they are no words."""
    return at - 1 if at > 1 and text[at - 1] == " " and text[at - 2] != " " else at


def _mention(
    text: str,
    original: str,
    number: Number,
    end: int,
    kind: QuantityType,
    name: str | None,
    unit: Unit | None,
) -> Mention:
    begins = _after_blank(text, number.start)
    before = _approx_before(text, begins)
    begins = begins - len(before) if before else number.start - len(number.before or "")
    after = openings("approx_after").longest(text[end : end + 8]) or None
    approx = number.before or before or number.infix or after
    if _is_threshold(text, end, unit):
        kind = "threshold"
    elif kind == "duration" and text.startswith("一次", end):
        kind = "frequency"
    quantity = Quantity(
        text=original[number.start : end],
        type=kind,
        value=number.value,
        min_value=number.low,
        max_value=number.high,
        unit=name,
        classifier=name if unit is not None and unit.classifier else None,
        approx=approx,
    )
    return Mention(
        start=number.start,
        end=end,
        left=_after_blank(text, begins),
        right=end + len(after or ""),
        quantity=quantity,
        rule=f"quantity.{kind}" if unit is not None else "quantity.bare",
        dimension=unit.dimension if unit is not None else "",
        factor=unit.factor if unit is not None else Decimal(1),
        arabic=number.arabic,
    )


def _is_threshold(text: str, end: int, unit: Unit | None) -> bool:
    """A bound that picks what is counted (1亿元及以上项目47个), no measured value."""
    if unit is None or text.startswith(("及以上", "（含）以上", "及以下", "或以上", "或以下"), end):
        return unit is not None
    if unit.type == "money" and _MONEY_BOUND.match(text, end):
        return True
    if unit.name == "年" and text.startswith(("以上有期", "以下有期"), end):
        return True
    if unit.dimension == "age" and text.startswith(("以上", "以下"), end):
        return True
    return not unit.classifier and text.startswith(("以上的", "以下的"), end)


def _approx_before(text: str, start: int) -> str | None:
    left = text[max(0, start - 4) : start]
    word = endings("approx_before").longest(left) or None
    if word == "近" and left.endswith(("附近", "最近", "邻近", "靠近", "临近")):
        return None
    return word
