"""What is told of places one by one, and of the whole again behind its parts: 本土病例21例，分布在
高雄市15例、台南市4例; 其中1例死亡，去年同期为12例."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import moving
from exporter.briefing.quantities.indicators.trimming import open_trimmed
from exporter.briefing.quantities.lexicon import openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

PLACED = "indicator.placed"
"""The rule of a place with what its list counts."""
_REACH, _TOO_MANY = 48, 2
_PLACE = r"(?P<place>[一-鿿]{1,4}[省市县区州旗镇乡]|[一-鿿]{2,3})（?$"
# 分布在高雄市, 个案分布为新北市（
_SPREAD = re.compile(
    r"(?P<told>[一-鿿]{0,8})(?:）?[，；：。])(?:主要|个案|病例|患者|案件|项目|地点|大多|分别|，){0,3}"
    r"(?:分布|散布|位于|集中|发生|来自|居住)[一-鿿]{0,4}?(?:在|于|为|是|有)?" + _PLACE
)
# 职位空缺7万个，餐饮服务业占1.2万个
_HELD = re.compile(r"[^，。；0-9]{0,16}[，、](?:而|其中|当中)?(?P<place>[一-鿿]{2,14}?)占了?")
_NEXT = re.compile(
    r"(?:最[一-鿿]{1,4})?）?(?:[、，](?:其次(?:依序)?(?:是|为))?|和|及|以及|与)" + _PLACE
)
# 損失金額2億元，其次為文旦柚1億元、番石榴9千萬元
_ORDERED = re.compile(r"，其次(?:依序)?(?:是|为)(?P<place>[一-鿿]{2,12})")
_NEXT_THING = re.compile(r"(?:[、，]|和|及|以及|与)(?P<place>[一-鿿]{2,12})")
_IN_ORDER = "indicator.ordered"
_ITS = re.compile(r"(?:^|的)(?P<own>[一-鿿]{2,6}[量额值率数价费积])$")
# 各县市接种率，前三名分别是苗栗县
_RANKED = re.compile(
    r"(?P<whole>[^，。；、]{2,24}(?:率|比例|指数|浓度))，(?:以|前[0-9一二三四五六七八九十]{1,2}名|最[高低](?:的)?)"
    r"[^，。；]{0,10}?(?:分别|依序|依次)?(?:是|为)" + _PLACE
)
# 內地住客984萬人次、香港221萬人次
_LANDS = (
    r"(?:(?:中国)?(?:内地|大陆|香港|澳门|台湾)(?:地区)?|港澳|陆客|中国|本地|海外|日本|韩国|美国|欧洲|东盟|东协|东南亚|法国|俄罗斯|美加|欧美|新加坡"
    r"|马来西亚|泰国|菲律宾|越南|印尼|印度|英国|德国|澳洲|加拿大)"
)
_OF_LAND = re.compile(rf"{_LANDS}的?(?P<own>[一-鿿]{{2,10}})")
LAND = re.compile(_LANDS)
_NEXT_LAND = re.compile(rf"(?:[、，]|和|及|以及|与)(?:其次是)?(?P<place>{_LANDS})")
_EACH_PLACE = re.compile(r"^(?:各(?:个)?(?:县市|地|区|县|市|省)的?)")
_THEN = re.compile(
    r"[一-鿿]{0,8}，(?:而|较|至于)?(?:去年|上年|前年)?(?:同期|同月|同季)(?:则|亦|约|仅|只|为|是|有|达){0,3}"
)
_PARTS = ("indicator.fate", "indicator.part", PLACED)


def placed(mention: Mention, place: Place) -> Phrase | None:
    """The place's own of what was counted, or measured of each, or ``None``."""
    before = place.before
    if before is None:
        return None
    gap = place.text[before.right : mention.left]
    if before.quantity.unit == mention.quantity.unit and (own := _spread(gap, mention, place)):
        return own
    if ordered := _ordered(gap, mention, place):
        return ordered
    if mention.quantity.type != "percent":
        return None
    near = place.text[max(place.start, mention.left - _REACH) : mention.left]
    if ranked := _RANKED.search(near):
        whole = _EACH_PLACE.sub("", ranked["whole"])
        return Phrase(ranked["place"] + whole, PLACED, subject=whole)
    return None


def _spread(gap: str, mention: Mention, place: Place) -> Phrase | None:
    """The place's own of what the number before counted."""
    last = place.phrase
    if last is None:
        return None
    if (land := _NEXT_LAND.fullmatch(gap)) and (of_land := _OF_LAND.fullmatch(last.text)):
        return Phrase(land["place"] + of_land["own"], "indicator.preceding")
    found = (_NEXT if last.rule == PLACED else _SPREAD).fullmatch(gap)
    if found is None and mention.quantity.classifier is not None:
        found = _HELD.fullmatch(gap)
    if found is None or found["place"] in words("fates"):
        return None
    of = place.lead if found.re is _SPREAD and found["told"] else last
    whole = last.subject if last.rule == PLACED else counted(of or last)
    return Phrase(found["place"] + whole, PLACED, subject=whole) if whole else None


def _ordered(gap: str, mention: Mention, place: Place) -> Phrase | None:
    """The next ones of an order, with the attribute that the first of it had."""
    last, before = place.phrase, place.before
    if last is None or before is None or before.quantity.unit != mention.quantity.unit:
        return None
    found = (_NEXT_THING if last.rule == _IN_ORDER else _ORDERED).fullmatch(gap)
    if found is None:
        return None
    its = _ITS.search(last.text)
    own = last.subject if last.rule == _IN_ORDER else its["own"] if its is not None else ""
    if not own or found["place"].endswith(own):
        return None
    return Phrase(found["place"] + own, _IN_ORDER, subject=own)


def of_no_land(thing: str) -> str:
    """The thing without the land that it is from (日本旅客 → 旅客)."""
    found = _OF_LAND.fullmatch(thing)
    return found["own"] if found is not None else thing


def counted(phrase: Phrase) -> str:
    """What a phrase counts, without what was done with it."""
    whole = phrase.subject or phrase.text
    verb = phrase.verb or openings("verbs").longest(whole)
    verb = "" if verb in moving() else verb
    thing = open_trimmed(whole[len(verb) :] if whole.startswith(verb) else whole)
    return thing if len(thing) > 1 and thing not in words("verbs") else ""


def _exceeds(mention: Mention, part: Mention) -> bool:
    """Whether the number is too many for the part: else it may be that of the part
    (其中3例死亡，去年同期为2例)."""
    value, of_part = mention.quantity.value, part.quantity.value
    return value is not None and of_part is not None and value > _TOO_MANY * of_part


def whole_again(mention: Mention, place: Place) -> Phrase | None:
    """The whole that was counted before its part, of the time compared with."""
    before, part, whole = place.before, place.phrase, place.lead
    if before is None or part is None or whole is None or part is whole:
        return None
    if before.quantity.unit != mention.quantity.unit:
        return None
    if not part.rule.startswith(_PARTS) and part.text not in words("fates"):
        return None
    if not _THEN.fullmatch(place.text, before.right, mention.left) or not _exceeds(mention, before):
        return None
    return Phrase(whole.text, "indicator.base", subject=whole.subject)
