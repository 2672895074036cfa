"""A fact from a number, its phrase and its time."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from exporter.briefing.model import Change, Fact, PeriodFrom
from exporter.briefing.quantities import moves
from exporter.briefing.quantities.given import of_question
from exporter.briefing.quantities.indicators.trimming import sound
from exporter.briefing.quantities.lexicon import endings
from exporter.briefing.quantities.lines import Line
from exporter.briefing.quantities.members import NO_SHARE, Share
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Phrase, Place
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.briefing.quantities.undated import is_undated
from exporter.briefing.quantities.worded import worded
from exporter.transcript.model import Paragraph

_SINCE = re.compile(r"([12][0-9]{3}年)以?来")
_ARRIVES = re.compile(r"[一-鿿]{1,4}[到至为]")
_MEASURES = frozenset({"area", "length", "volume", "mass"})
_TO_DATE, _STOCK = "累计", re.compile(r"(?:总数)?(?:已)?(?:达到?|有)[^，。；]{0,2}[0-9]")
"""What is counted up to the day of the conference is of no period told before."""
_ALL_OF_IT = ("全县", "全区", "全市", "全旗")
"""With one of these the name tells itself that the place's own is meant."""
_PLACES = re.compile(
    r"((?:[一-鿿]{2,4}、){1,15}[一-鿿]{2,3})等?[0-9一二三四五六七八九十两]{1,3}个?(?:县|市|区|镇|乡|州|省)"
)


def fact_of(
    paragraph: Paragraph,
    line: Line,
    mention: Mention,
    place: Place,
    named: Phrase | None,
    scene: Scene,
    change: Change | None,
    *,
    number: int,
) -> Fact:
    """The number as a fact, with the period and the speaker that the scene gives it."""
    turn = scene.turn
    compared = moves.base(mention, place)
    time = _time(paragraph, line, mention, place, scene, compared)
    return Fact(
        id=f"f{number}",
        quantity=mention.quantity,
        paragraph=paragraph.id,
        at=mention.start,
        sentence=line.bounds,
        spans=spans_of(paragraph, mention.start, mention.end),
        rule=_rule(mention, named, carried=time.source != "sentence"),
        indicator=_of_place(_indicator(named, mention, scene), scene.place),
        entity=_places_before(place, mention) or scene.place,
        period=time.period,
        period_from=time.source,
        change=change,
        comparison_base=compared,
        status=moves.status(mention, place, time.when),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


class _Time(NamedTuple):
    """The period as printed, what states it, and how it lies to the conference's day."""

    period: str | None
    source: PeriodFrom
    when: moves.When


def _time(
    paragraph: Paragraph,
    line: Line,
    mention: Mention,
    place: Place,
    scene: Scene,
    compared: str | None,
) -> _Time:
    """When the number is of."""
    token = scene.period_of(mention, place)
    if token is not None and token is scene.future and moves.is_done(mention, place):
        token = scene.period
    source = scene.source_of(token, place, mention) if token is not None else "sentence"
    if token is not None and source != "sentence" and _is_to_date(token, place, mention):
        token, source = scene.frame, "earlier" if scene.frame is not None else "sentence"
    period = _when(token, mention, place, compared)
    source = source if period is not None else "sentence"
    carried = source != "sentence"
    when = moves.When(
        future=scene.lies_ahead(token),
        past=scene.lies_behind(token),
        carried=carried,
        ahead=scene.tells_plans(token),
        at=token.start if token is not None and not carried else -1,
        early=not carried and scene.opens_year(token),
    )
    sentence = (paragraph.id, line.bounds[0])
    if carried and (scene.undated == sentence or is_undated(mention, place, source)):
        scene.undated = sentence
        return _Time(None, "sentence", when)
    return _Time(period, source, when)


def _indicator(named: Phrase | None, mention: Mention, scene: Scene) -> str | None:
    """What the number measures, in words that stand alone, or ``None``."""
    name = _fitting(named.text, mention) if named is not None else None
    return sound(worded(of_question(name, scene.scheme))) if name else None


def _is_to_date(token: Token, place: Place, mention: Mention) -> bool:
    """Whether the number is counted up to the day of the conference: of no period told before, but
    for the day that the count was told as of, or the five years since whose beginning."""
    at = place.text.find(_TO_DATE, place.start, mention.start)
    stock = _STOCK.match(place.text, at + len(_TO_DATE))
    since = token.text.startswith("截至") or (
        token.kind == "fiveyear" and token.text.endswith("以来")
    )
    return at >= 0 and not since and stock is None


def _when(token: Token | None, mention: Mention, place: Place, compared: str | None) -> str | None:
    """The period's words. In 2020年以来从100座减少到60座 the first is of 2020, the second of
    now; in 调解率由61.3%提高到68.5% the first is of an untold time before."""
    if token is None:
        return None
    opened = place.text[max(place.start, mention.left - 1) : mention.left] in ("从", "由")
    began = opened and _ARRIVES.match(place.text, mention.right) is not None
    since = _SINCE.fullmatch(token.text) if token in place.tokens else None
    if since is None:
        return None if began else token.text
    if compared is not None and compared[0] in "从由":
        return "目前"
    return since.group(1) if began else token.text


def _fitting(indicator: str, mention: Mention) -> str | None:
    """The indicator without a head of money where no money is measured (170亩 of 总投资)."""
    if mention.quantity.type not in _MEASURES:
        return indicator
    head = endings("sums").longest(indicator)
    return indicator[: len(indicator) - len(head)] or None


def _rule(mention: Mention, named: Phrase | None, *, carried: bool) -> str:
    """The ids of the rules at work, parted by ``/``; ``carried``: the period is of an earlier
    sentence."""
    parts = [mention.rule, named.rule if named is not None else "", "carried" if carried else ""]
    return "/".join(part for part in parts if part)


def _of_place(indicator: str | None, place: str | None) -> str | None:
    if not indicator or not place or place.rstrip("县区市旗") in indicator[:8]:
        return indicator
    if indicator.startswith(_ALL_OF_IT):
        return indicator
    return place + indicator


def _places_before(place: Place, mention: Mention) -> str | None:
    """The places named right before the number's thing
    (昭阳、鲁甸、镇雄5县（区）空气质量优良率100%)."""
    left = place.text[max(place.start, mention.left - 60) : mention.left]
    found = None
    if "、" not in left:
        return None
    for match in _PLACES.finditer(left):
        found = match.group(1)
    if not found or "，" in left[left.rfind(found) :]:
        return None
    return re.sub(r"^(?:全[市省县区州]|其中|和|及|与|在|以|将)", "", found)


def shared(fact: Fact, share: Share, scene: Scene) -> Fact:
    """The fact with what a distributive list gives to it alone."""
    if share is NO_SHARE:
        return fact
    change: Change | None = fact.change
    if share.trend is not None and fact.quantity.type != "rank":
        change = "increase" if share.trend == "increase" else "decrease"
    return msgspec.structs.replace(
        fact,
        indicator=_of_place(share.indicator, scene.place) if share.indicator else fact.indicator,
        entity=share.entity or fact.entity,
        period=share.period or fact.period,
        period_from="sentence" if share.period else fact.period_from,
        change=change,
        rule=f"{fact.rule}/list",
    )
