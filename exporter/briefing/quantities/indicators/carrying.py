"""What a deed or a bare attribute is of, where its own clause doesn't tell: the thing that the last
number with the same measure word counted, else what the passage is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.briefing.quantities.indicators.governing import deed, verbs
from exporter.briefing.quantities.indicators.owning import is_owned, owner_of
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

KIN, TOPIC = "indicator.kin", "indicator.topic"
_COUNTS = frozenset({"area", "length", "duration", "volume"})
_SHORTEST, _SHORT, _LONGEST = 2, 2, 16
_SCOPE = re.compile(
    r"^(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州院校])(?:现有|共有?|已|累计|计划|拟|预计|将|目前|还|仍)*"
)
_ATTRIBUTE = re.compile(r"[一-鿿]{1,2}[量率额值数价费温度程期产龄速比格]")
_CAN = re.compile(r"[可能][一-鿿]")
_OF_WHICH = re.compile(r"的有?$|^(?:各|又|再|还)")
_PLACES = re.compile(r"[县区市州旗省乡镇村）]$|街道$|社区$")


def carried(found: Phrase | None, mention: Mention, place: Place) -> Phrase | None:
    """The phrase with the thing that it is of, where it tells a deed alone."""
    if found is not None and "following" in found.rule:
        return found
    core = found.text if found is not None else trimmed(left_of(mention, place))
    if not _alone(core):
        return found
    return _of_kin(core, mention, place) or _of_topic(core, mention, place) or found


def _alone(core: str) -> bool:
    """Whether the words are a deed, or too few to name a thing."""
    return len(core) <= _SHORT or deed(core) or bool(_OF_WHICH.search(core))


def _of_kin(core: str, mention: Mention, place: Place) -> Phrase | None:
    kin = place.kin
    counts = mention.quantity.classifier is not None or mention.quantity.type in _COUNTS
    if kin is None or not counts or not core:
        return None
    thing = thing_of(kin)
    if not _SHORTEST <= len(thing) <= _LONGEST or deed(thing) or core in thing:
        return None
    return Phrase(core + thing, KIN, subject=thing)


def _of_topic(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The deed or attribute with what its passage is about."""
    attribute = bool(_ATTRIBUTE.fullmatch(core))
    if not attribute and core not in verbs() and not _CAN.fullmatch(core):
        return None
    for topic in _topics(place):
        if _SHORTEST <= len(topic) <= _LONGEST and not _PLACES.search(topic) and core not in topic:
            return Phrase(topic + core, TOPIC, subject="" if attribute else topic)
    return None


def _topics(place: Place) -> Iterator[str]:
    yield place.field
    for told in (place.phrase, place.lead):
        if told is not None:
            yield thing_of(told)


def thing_of(phrase: Phrase) -> str:
    """The thing that a phrase is of: without scope, verb and attribute."""
    whole = _SCOPE.sub("", phrase.subject or phrase.text)
    return owner_of(whole, phrase.verb if whole.startswith(phrase.verb) else "")
