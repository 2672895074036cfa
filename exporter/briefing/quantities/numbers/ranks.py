"""Ranks: 第29名, 前六, 全省第一; ordinals that only number something (第一，… 第三届) are no
ranks."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

import msgspec

from exporter.briefing.model import Quantity
from exporter.briefing.quantities.indicators.growing import OF_WHOLE
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.finding import NAME
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Phrase, Place, left_of

_RANK = re.compile(
    r"(第|前)\ ?([0-9]{1,4}|[一二三四五六七八九十百]{1,4})(名|位|强|个(?=城市|省|市|县|国家|州))?"
)
_AFTER = re.compile(r"[，。；、）！？：\n的且和与及并以]|$|之列|水平|左右")
_LOOK_BACK, _LIST_REACH, _CLAUSE = 30, 120, 40
_BEHIND = re.compile(
    r"[、，]?(?:居于?|位居|位列|列|排名?|均列|分列)(?:在)?(全[国省市县区州])?(?:的)?"
)
_PACE = re.compile(r"(?:其)?(增幅|增速|增长率|降幅)")
_TITLES = ("排名", "名次", "位次", "排位")
_HEAD = re.compile(rf"[一-鿿]{{0,6}}(?:{'|'.join(_TITLES)})(?=[由从为在居]?(?:全[省国市县区州])?$)")
# 2023年全省排名第二: whose rank is said before.
_BARE_HEAD = re.compile(rf"[年月季度]*(?:全[省国市县区州])?(?:{'|'.join(_TITLES)})")
_ORIGIN = re.compile(r"(?P<thing>[^，。；]{3,30})[由从](?P<scope>(?:全[省国市县区州])?)")
_MOVES_ON = re.compile(r"[^，。；、]{0,6}[到至为]")
_MOVED = re.compile(r"(?:同比)?(?:增长|下降|上升|提高|加快)$")
_ORDER_WORDS = re.compile(
    r"(?:(?:并|且|分别|全部|均|已|已经|连续[0-9一二三四五六七八九十]{1,2}(?:年|个月|次|届)?|继续|一直)?"
    r"(?:排名|位次|排在|排到|排|位居|位列|位于|居于|居|名列|列|跃居|跃升至|升至|升到|稳居|保持|蝉联|进入|跻身|达到|在|到|为|是|荣获|获)?)$"
)
_SCOPE = re.compile(
    r"(?:在)?(?:全省|全国|全市|全县|全州|全区|全球|世界|省内|国内|西部|中部|东部)[^，。；、]{0,16}$"
)
_AMONG = re.compile(r"^(?:居于?|位居|位列|位于|排在|排名|列|名列|稳居|跃居)(?=[一-鿿]{2})")
_ONLY_FIELD = re.compile(
    r"^[一-鿿]{0,4}(?:城市|地市|州市|设区市|县区|省份|国家|[县区州市]（[县区州市]）|县（市、区）)$"
)
_RUN = re.compile(r"(?:分别|已|均)?连续[0-9一二三四五六七八九十]{1,2}[个年次届].*")
_COUNT_BEFORE = re.compile(r"[0-9]{1,3}(?:项|个|家|条)$")
_COUNTED = re.compile(r"^在?(?:全国|全省|全市)?[0-9]{1,4}(?:项|个|家|条)(?:[一-鿿（）、]{1,12}中)?")


def find(text: str, original: str, tokens: list[Token]) -> list[Mention]:
    """The ranks of a folded paragraph, in order; none in titles and slogans (“第一富”)."""
    out: list[Mention] = []
    starts = {token.start for token in tokens}
    names = [match.span() for match in NAME.finditer(text)]
    for match in _RANK.finditer(text):
        named = match.group(3)
        if (
            _covered(names, match.start())
            or match.start() in starts
            or not (named or _AFTER.match(text, match.end()))
        ):
            continue
        value = numerals.value_of(match.group(2))
        if value is None or not _ranked(text, match.start(), match.group(3), out):
            continue
        out.append(_mention(original, match, value))
    return out


def _covered(names: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(names, (at, at)) - 1
    return index >= 0 and at < names[index][1]


def _ranked(text: str, start: int, unit: str | None, before: list[Mention]) -> bool:
    """Whether the words before it rank something; in a list the first member's words serve all."""
    if before and start - before[-1].end <= 2:
        return True
    left = text[max(0, start - _LOOK_BACK) : start]
    if (
        before
        and "。" not in text[max(before[-1].end, start - _LIST_REACH) : start]
        and _COUNT_BEFORE.search(left)
    ):
        return True
    left = re.split(r"[，。；！？\n]", left)[-1]
    if not left:
        return False
    return left.endswith(words("ranked_in")) or (
        unit is not None and any(w in left for w in words("rank_cues"))
    )


def _mention(original: str, match: re.Match[str], value: Decimal) -> Mention:
    top = match.group(1) == "前"
    unit = match.group(3)
    quantity = Quantity(
        text=original[match.start() : match.end()],
        type="rank",
        value=value,
        unit=unit,
        approx="前" if top else None,
    )
    return Mention(
        start=match.start(),
        end=match.end(),
        left=match.start(),
        right=match.end(),
        quantity=quantity,
        rule="quantity.rank",
        dimension="rank",
    )


def merged(found: list[Mention], special: list[Mention]) -> list[Mention]:
    """Both lists in one, in order; a number inside a rank, a share or a ratio is dropped."""
    if not special:
        return found
    inside = {at for mention in special for at in range(mention.start, mention.end)}
    kept = [m for m in found if m.start not in inside and m.end - 1 not in inside]
    return sorted(kept + special, key=lambda m: m.start)


def phrase(mention: Mention, place: Place) -> Phrase | None:
    """What is ranked, and among whom: the clause before the rank, or what the numbers before it
    measured (工业用电量增长1.8%，全省第二)."""
    before = place.before
    gap = place.text[before.right : mention.left] if before is not None else "，"
    listed = before is not None and (
        (before.quantity.type == "rank" and (len(gap) <= 1 or _MOVES_ON.fullmatch(gap)))
        or (before.quantity.classifier is not None and not trimmed(_unscoped(gap)[0]))
    )
    if told := _right_behind(mention, place, gap):
        return told
    if not listed:
        left = left_of(mention, msgspec.structs.replace(place, before=None, raw=None))
        if origin := _ORIGIN.fullmatch(left):
            bare, scope = trimmed(origin.group("thing")), origin.group("scope")
        else:
            bare, scope = _unscoped(left)
        if bare.endswith(_TITLES):
            return Phrase(bare, "indicator.ranked")
        if len(bare) >= 3:
            return Phrase(f"{bare}{scope}排名", "indicator.ranked")
        if (head := _HEAD.search(_clause_of(mention, place))) and not _BARE_HEAD.fullmatch(
            head.group()
        ):
            return Phrase(trimmed(head.group()), "indicator.ranked")
    if place.phrase is None:
        return None
    field = _unscoped(left_of(mention, place))[1]
    tail = "" if place.phrase.text.endswith(_TITLES) else f"{field}排名"
    compared = place.phrase.rule == "indicator.compared"
    ranked = place.phrase.subject or place.phrase.text if compared else place.phrase.text
    ranked = OF_WHOLE.sub("", ranked) or ranked
    if (pace := _PACE.match(_clause_of(mention, place))) and tail:
        ranked = (place.phrase.subject or _MOVED.sub("", place.phrase.text)) + pace.group()
    return Phrase(ranked + tail, "indicator.ranked.inherited")


def _right_behind(mention: Mention, place: Place, gap: str) -> Phrase | None:
    """The rank of a growth that stands right before it (同比增长4.1%、列全市第2位)."""
    behind = _BEHIND.fullmatch(gap)
    phrase, before = place.phrase, place.before
    if behind is None or phrase is None or before is None or before.quantity.type == "rank":
        return None
    if not before.quantity.unit or before.quantity.classifier is not None:
        return None
    told = phrase.subject if phrase.rule == "indicator.compared" else ""
    whole = told or phrase.text
    return Phrase(f"{whole}{behind.group(1) or ''}排名", "indicator.ranked.inherited")


def _clause_of(mention: Mention, place: Place) -> str:
    left = place.text[max(place.start, mention.left - _CLAUSE) : mention.left]
    return re.split(r"[，。；]", left)[-1]


def _unscoped(clause: str) -> tuple[str, str]:
    """The thing ranked, and those among whom (全国地级及以上城市), ranking words left out of
    both."""
    core = _RUN.sub("", clause)
    core = _ONLY_FIELD.sub("", _COUNTED.sub("", _unordered(core)))
    if _AMONG.match(core):
        return "", _AMONG.sub("", core)
    scope = _SCOPE.search(core)
    if scope is None:
        return core, ""
    return _unordered(core[: scope.start()]), _unordered(scope.group().removeprefix("在"))


def _unordered(piece: str) -> str:
    return trimmed(_ORDER_WORDS.sub("", trimmed(_ORDER_WORDS.sub("", piece))))
