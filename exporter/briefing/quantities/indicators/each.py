"""What was told before, a part of it done (用户3万户，目前恢复了93%) or taken for each
(春耕贷款7400万元，户均6000元)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import deed, inner_verb, moving
from exporter.briefing.quantities.indicators.owning import undone
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

_EACH = re.compile(r"(?P<each>[户亩头村店]均)(?P<what>(?:补贴|补助|奖补|投入|成本|保费|费用)?)")
_SHORTEST, _LONGEST = 2, 12


def done_share(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The share of those counted before of whom a deed was done."""
    last, before = place.phrase, place.before
    if mention.quantity.type != "percent" or not deed(core) or core in moving():
        return None
    if last is None or before is None or before.quantity.classifier is None:
        return None
    thing = _thing(last)
    named = _SHORTEST <= len(thing) <= _LONGEST and not deed(thing)
    return Phrase(f"{thing}{core}比例", "indicator.done-share") if named else None


def per_one(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The sum told before, for each (耕地保护补贴5276万元，…亩均补贴92元)."""
    like = place.like
    found = _EACH.fullmatch(core) if mention.quantity.type == "money" else None
    if found is None or like is None:
        return None
    what, whole = found["what"], undone(like.subject or like.text)
    own = whole.removesuffix(what) if what else _thing(like)
    if not _SHORTEST <= len(own) <= _LONGEST or (what and own == whole):
        return None
    return Phrase(own + core, "indicator.each")


def _thing(phrase: Phrase) -> str:
    whole = phrase.subject or phrase.text
    return undone(inner_verb(whole) or whole)
