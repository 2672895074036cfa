"""What was told before, a part of it done (用户3万户，目前恢复了93%) or taken for each
(春耕贷款7400万元，户均6000元)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import deed, inner_verb, moving
from exporter.briefing.quantities.indicators.owning import undone
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

_EACH = re.compile(r"(?P<each>[户亩头村店]均)(?P<what>(?:补贴|补助|奖补|投入|成本|保费|费用)?)")
# 慰助金2億元，平均每戶16萬元; 資助800間中小企，每間最多可獲60萬元
_SHARED_OUT = re.compile(
    r"(?:平均|而)?每(?P<one>[户人间家宗名位个案件])(?:平均|最多|最高|上限|可以?|能|获得?|领取?|得|发放?|补助|补贴|资助|奖励|约){0,4}"
)
_SHORTEST, _LONGEST = 2, 12
_OF_TASKS = ("完成", "实现")
"""With one of these a share is of a task, not of those counted (走访企业120家，完成30%)."""


def done_share(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The share of those counted before of whom a deed was done."""
    last, before = place.phrase, place.before
    if mention.quantity.type != "percent" or not deed(core):
        return None
    if core in _OF_TASKS or core in moving():
        return None
    if last is None or before is None or before.quantity.classifier is None:
        return None
    thing = _thing(last)
    named = _SHORTEST <= len(thing) <= _LONGEST and not deed(thing)
    return Phrase(f"{thing}{core}比例", "indicator.done-share") if named else None


def per_one(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The sum told before, for each (耕地保护补贴5276万元，…亩均补贴92元)."""
    like = place.like
    if "每" in core and mention.quantity.type == "money" and (out := _shared_out(core, place)):
        return out
    found = _EACH.fullmatch(core) if mention.quantity.type == "money" else None
    if found is None or like is None:
        return None
    what, whole = found["what"], undone(like.subject or like.text)
    own = whole.removesuffix(what) if what else _thing(like)
    if not _SHORTEST <= len(own) <= _LONGEST or (what and own == whole):
        return None
    return Phrase(own + core, "indicator.each")


def _shared_out(core: str, place: Place) -> Phrase | None:
    """The sum that each of those counted before gets, or of the sum told before for each."""
    found, before = _SHARED_OUT.fullmatch(core), place.before
    if found is None or before is None:
        return None
    told = place.phrase if before.quantity.unit == found["one"] else place.like
    own = (told.subject or told.text) if told is not None else ""
    if "每" in own or not _SHORTEST <= len(own) <= _LONGEST:
        return None
    return Phrase(own + core, "indicator.each")


def _thing(phrase: Phrase) -> str:
    whole = phrase.subject or phrase.text
    return undone(inner_verb(whole) or whole)
