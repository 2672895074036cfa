"""Levels told beside a growth: the base that it is compared with (較上一季的3.1%加快), the growth
told behind its number (錄得9.8%的實質增長), the share of what was once (恢復到2019年的五成)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

_COMPARES = ("比", "较", "于", "与")
_OF_THEN = frozenset({"的", "的约", "的大约", "的水平"})
_REACH = 12
_GROWTH = re.compile(
    r"(?:的|(?=[升跌增降减涨]幅))(?:按[年月季]|同比|较快|快速|强劲|显著|双位数|两位数|轻微|温和){0,2}"
    r"(?P<growth>(?:实质|实际|名义)?(?:增长|增幅|增速|升幅|涨幅|成长|负增长|跌幅|降幅|减幅|衰退))"
    r"(?=[，。；、：！？）]|$|(?!率|值|量|极|点|空间|潜力|势头|动能|动力|贡献))"
)
_MARK = re.compile(
    r"(?:略|稍|仍|远|明显|大幅)?(?:低于|高于|接近)(?P<mark>[一-鿿]{2,12}(?:阈值|标准|警戒线|上限|下限|门槛|均值|平均值))"
)
_RECOVERED = re.compile(
    r"(?:已经?|逐步)?(?P<said>恢复[到至]|回升[到至]|回复[到至]|相当于)(?P<then>[^，。；]{2,16}?)的?(?:大?约|近|逾)?$"
)


def level(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The phrase of any of these, or ``None``."""
    return (
        _mark(core, mention)
        or _of_then(mention, place)
        or _grown(core, mention, place)
        or _recovered(mention, place)
    )


def _mark(core: str, mention: Mention) -> Phrase | None:
    """The mark itself that a share is held against (就診百分比為10.8%，略低於流行閾值11.0%)."""
    found = _MARK.fullmatch(core) if mention.quantity.type == "percent" else None
    return Phrase(found["mark"], "indicator.base") if found is not None else None


def _of_then(mention: Mention, place: Place) -> Phrase | None:
    """What the number before measured, of the time that it is compared with."""
    phrase = place.phrase
    if (
        phrase is None
        or place.before is None
        or mention.quantity.unit != place.before.quantity.unit
    ):
        return None
    token = next((each for each in reversed(place.tokens) if each.end <= mention.left), None)
    if token is None or token.start < place.before.right:
        return None
    gap = place.text[token.end : mention.left]
    if gap not in _OF_THEN or not place.text.endswith(_COMPARES, 0, token.start):
        return None
    subject = phrase.subject or phrase.text
    return Phrase(subject, "indicator.base", subject=subject)


def _grown(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The growth told behind the number, of what stands before it."""
    if mention.quantity.type not in ("percent", "multiple"):
        return None
    found = _GROWTH.match(place.text, mention.right, place.end)
    if found is None or core in words("bare_heads"):
        return None
    phrase = place.phrase
    core = "" if core.startswith(_COMPARES[:2]) else core
    subject = core or (phrase.subject or phrase.text if phrase is not None else "")
    if len(subject) < 2:
        return None
    return Phrase(subject + found.group("growth"), "indicator.tied", subject=subject)


def _recovered(mention: Mention, place: Place) -> Phrase | None:
    """The share of its level of then that a thing has come back to."""
    phrase = place.phrase
    if phrase is None or mention.quantity.type not in ("percent", "multiple"):
        return None
    left = place.text[max(place.start, mention.left - _REACH * 2) : mention.left]
    found = _RECOVERED.fullmatch(left[left.rfind("，") + 1 :])
    if found is None or mention.quantity.type != "percent":
        return None
    subject = phrase.subject or phrase.text
    return Phrase(f"{subject}{found.group('said')}{found.group('then')}", "indicator.compared")
