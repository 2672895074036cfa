"""What a number is compared with: 较上年度修订预算上升, 比全省平均水平高, 全省（7.7%）."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, raw_left_of, without

_THAN = re.compile(
    r"(?:(?<![同环占之对价配相可])比(?![例重值较率赛价])|相?较(?![大高快好强为低多少长]))"
)
_LONGEST = 24
_FIELD = re.compile(
    r"(?P<field>全国|全省|全市|全县|全区|全州|全球|世界|[^比较和与及、，全（）]{2}(?:省|市|州))"
    r"(?:的?平均(?:水平|值)?|水平)?（$"
)
_PACE = re.compile(r"(增速|增幅|涨幅|降幅).{1,4}$")
_RESTATED = frozenset({"即", "或", "约合", "折合", "亦即", "也就是", "约为", "合"})
_OWN_FIELD = re.compile(r"^(?:全[国省市县区州]|我[国省市县区州])")


def uncompared(core: str, mention: Mention, place: Place) -> str:
    """The core of a move without what it is compared with (较上年度修订预算上升 → 上升)."""
    move = endings("moves").longest(core)
    if not move:
        return core
    raw, offset = raw_left_of(mention, place)
    at = _than(raw)
    if at is None or not trimmed(raw[at:]).endswith(move):
        return core
    return trimmed(without(raw[:at], offset, place.tokens)) + move


def compared_with(mention: Mention, place: Place) -> str | None:
    """The words of comparison before a move, as printed (较上一次, of 较上一次增加约5,800人)."""
    raw, _ = raw_left_of(mention, place)
    at = _than(raw)
    if at is None:
        return None
    said = trimmed(raw[at:])
    move = endings("moves").longest(said)
    return said[: len(said) - len(move)] if move and len(said) > len(move) + 1 else None


def _than(raw: str) -> int | None:
    found = None
    for match in _THAN.finditer(raw):
        found = match.start()
    return found if found is not None and len(raw) - found <= _LONGEST else None


def retold(mention: Mention, place: Place) -> Phrase | None:
    """What a number alone in brackets is of: the same of a wider field (比全省（7.7%）高), or the
    number before it told in another unit (增加6.9万人（0.62%）; 减少138亿元，即百分之四点一)."""
    text, phrase, before = place.text, place.phrase, place.before
    if before is not None and phrase is not None and _restates(mention, place):
        return Phrase(phrase.text, "indicator.retold", subject=phrase.subject)
    alone = (
        text[mention.left - 1 : mention.left] == "（" and text[mention.right : mention.right + 1]
    )
    if alone != "）" or phrase is None or before is None:
        return None
    field = _FIELD.search(text, max(place.start, mention.left - _LONGEST), mention.left)
    if field is not None:
        own = _PACE.sub(r"\1", _OWN_FIELD.sub("", phrase.text))
        named = field.group("field") + own
        return Phrase(named, "indicator.field", subject=phrase.subject)
    if before.right == mention.left - 1 and mention.quantity.type in ("percent", "money"):
        return Phrase(phrase.text, "indicator.retold", subject=phrase.subject)
    return None


def _restates(mention: Mention, place: Place) -> bool:
    """Whether the number tells the one before it anew (减少138亿元，即百分之四点一)."""
    before = place.before
    gap = place.text[before.right : mention.left] if before is not None else ""
    return gap == "或" or (gap[:1] == "，" and gap[1:] in _RESTATED)
