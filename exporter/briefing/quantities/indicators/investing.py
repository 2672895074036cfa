"""Money put into works that an earlier number counted (重点项目458个…。1至8月完成投资622亿元)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.carrying import thing_of
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, raw_left_of

_PUT_IN = re.compile(
    r"(?:项目)?(?:还|要|将|再|共|已|累计|实际|上报|预计|力争){0,4}"
    r"(?P<said>(?:年度|全年)?(?:计划)?完成了?(?:年度|建设)?投资|年度(?:计划)?投资|年度投资计划)"
)
_KIND = re.compile(
    r"项目|工程|公路|高速|铁路|国道|省道|地铁|水库|电站|管网|小区|住房|农田|大桥|航道"
)
_WORKS = re.compile(rf"(?:{_KIND.pattern})$")
_STAGED = re.compile(r"(?:新建|续建|在建|建成|新开工|前期|竣工|投产)(?:重点|重大)?项目$")
_COUNTS = frozenset({"count", "length", "area"})
_BARE, _LONGEST = 2, 16
ALONG = "indicator.along"
"""The rule of what all of the works has."""
_ALL_OF = re.compile(r"(?:全线|全程|沿线|全桥)(?:共|一共|设)?有?")


def works_of(named: Phrase | None, mention: Mention) -> str:
    """The works that a number counts or measures (重点项目, 农村公路), or nothing."""
    if named is None or mention.quantity.type not in _COUNTS or not _KIND.search(named.text):
        return ""
    thing = _works(named)
    return thing if len(thing) > _BARE else ""


def _works(phrase: Phrase) -> str:
    whole = phrase.subject or phrase.text
    staged = _STAGED.search(whole) if not phrase.verb else None
    thing = staged.group() if staged is not None else thing_of(phrase)
    return thing if len(thing) <= _LONGEST and _WORKS.search(thing) else ""


def invested(core: str, mention: Mention, place: Place) -> Phrase | None:
    """What was invested, with the works that it was put into, or ``None``."""
    found = _PUT_IN.fullmatch(core) if mention.quantity.type == "money" else None
    if found is None:
        return None
    told = (_works(each) for each in (place.lead, place.phrase) if each is not None)
    own = next(filter(None, told), "")
    if len(own) <= _BARE and place.works.endswith(own):
        own = place.works
    if not own:
        return None
    whole = own + found["said"].replace("了", "")
    return Phrase(whole, "indicator.works", subject=whole)


def along(found: Phrase | None, mention: Mention, place: Place) -> Phrase | None:
    """What a number of all the works counts, with their name (全线共有隧道17座、桥梁63座)."""
    if found is None or found.text.startswith(place.works):
        return found
    left, _ = raw_left_of(mention, place)
    last = place.phrase
    goes_on = last is not None and last.rule == ALONG and left.startswith("、")
    if not goes_on and not _ALL_OF.match(left):
        return found
    own = trimmed(left) if goes_on else _ALL_OF.sub("", found.text)
    return Phrase(place.works + own, ALONG) if own else found
