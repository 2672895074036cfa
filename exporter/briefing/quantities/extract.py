"""From paragraphs to facts: the clause rules applied in reading order, with what carries over."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial

import msgspec

from exporter.briefing.model import Change, Fact
from exporter.briefing.normal import fold, is_traditional
from exporter.briefing.quantities import distribute, moves
from exporter.briefing.quantities.english import extract as english
from exporter.briefing.quantities.english.completing import completed
from exporter.briefing.quantities.given import asked_of, of_question, plan_of, scheme_asked
from exporter.briefing.quantities.indicators import elided, pointing, works
from exporter.briefing.quantities.indicators.investing import works_of
from exporter.briefing.quantities.indicators.naming import BASE, measured_by
from exporter.briefing.quantities.indicators.topics import field_of, heading_of, named_first
from exporter.briefing.quantities.indicators.trimming import sound
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.lines import Line, lines
from exporter.briefing.quantities.members import Share
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.finding import BEFORE_REPUBLIC
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Phrase, Place, raw_left
from exporter.briefing.quantities.scene import Scene, day_of, governed
from exporter.briefing.quantities.script import restored, script_of
from exporter.briefing.quantities.spans import spans_of
from exporter.briefing.quantities.undated import is_undated
from exporter.transcript.model import Paragraph, Transcript

_FIELD = re.compile(
    r"[一-鿿]{0,4}?(?:州|市|县|区|省|国家|地级|设区|城市|乡镇|单位|部门|地市|参评|同类)[^，。；]*$"
)
_NEAR, _FARTHEST = 12, 24
_ASIDE = frozenset({"frequency", "speed", "threshold"})
_YEAR = re.compile(r"(?<![0-9])([12][0-9]{3})年")
_SINCE = re.compile(r"([12][0-9]{3}年)以?来")
_ARRIVES = re.compile(r"[一-鿿]{1,4}[到至为]")
_MEASURES = frozenset({"area", "length", "volume", "mass"})
_DESIGN = ("时速", "速度", "工期", "期限")
_TOKENS_BEFORE, _TOKENS_AFTER = 24, 6
_TO_DATE, _STOCK = "累计", re.compile(r"(?:总数)?(?:已)?(?:达到?|有)[^，。；]{0,2}[0-9]")
"""What is counted up to the day of the conference is of no period told before."""
_ALL_OF_IT = ("全县", "全区", "全市", "全旗")
"""With one of these the name tells itself that the place's own is meant."""
_NO_SHARE = Share()
_APART = re.compile(r"(?:分|从|按)[^，。；0-9]{1,10}看，|其中[，：]")
# 住宅物业方面，上半年成交…: what the sentence is about.
_FIELD_OF = re.compile(r"(?:[一二三四五六七八九]是)?(?:在|从)?([一-鿿]{2,8})方面[，：]")
_PLACES = re.compile(
    r"((?:[一-鿿]{2,4}、){1,15}[一-鿿]{2,3})等?[0-9一二三四五六七八九十两]{1,3}个?(?:县|市|区|镇|乡|州|省)"
)


def facts_of(transcript: Transcript) -> list[Fact]:
    """Every quantity of the record as a fact, in reading order, not yet ranked."""
    day = day_of(transcript)
    out: list[Fact] = []
    plan = plan_of(transcript)
    scene = Scene(day=day, meant=plan)
    read = (
        english.read if transcript.language == "en" else partial(_read, whole=script_of(transcript))
    )
    for paragraph in transcript.narration:
        read(paragraph, scene, out)
    if transcript.kind == "news":
        out = _quoted(out, transcript)
    if transcript.kind != "news":
        for turn in transcript.turns:
            place, main = governed(turn, transcript), scene.main
            asked = asked_of(turn, transcript, day)
            scene = Scene(day=day, turn=turn, place=place, main=main, asked=asked, meant=plan)
            scene.scheme = scheme_asked(turn, transcript)
            for paragraph in turn.paragraphs:
                read(paragraph, scene, out)
    if transcript.language == "en":
        out = completed(out, transcript)
    return _by_republic(out, transcript) if _counts_from_1912(transcript, day.year) else out


def _counts_from_1912(transcript: Transcript, year: int | None) -> bool:
    """Whether the record tells its own years by the Republic of China (113年 for 2024)."""
    own = f"{year - BEFORE_REPUBLIC}年" if year is not None and year > BEFORE_REPUBLIC else ""
    return bool(own) and any(
        is_traditional(paragraph.text) and re.search(rf"(?<![0-9]){own}", fold(paragraph.text))
        for paragraph in transcript.paragraphs()
    )


def _by_republic(facts: list[Fact], transcript: Transcript) -> list[Fact]:
    """The facts with the years that were resolved (今年 of 2024) counted as the page counts."""
    said = "".join(paragraph.text for paragraph in transcript.paragraphs())

    def counted(match: re.Match[str]) -> str:
        year = match.group(1)
        return match.group() if f"{year}年" in said else f"{int(year) - BEFORE_REPUBLIC}年"

    return [
        msgspec.structs.replace(fact, period=_YEAR.sub(counted, fact.period))
        if fact.period is not None
        else fact
        for fact in facts
    ]


def _quoted(facts: list[Fact], transcript: Transcript) -> list[Fact]:
    """The facts of a news report, those inside a quotation with the one who says it."""
    said = sorted(
        (span.start, span.end, turn.speaker, turn.id)
        for turn in transcript.turns
        if turn.speaker is not None
        for paragraph in turn.paragraphs
        for span in paragraph.spans
    )
    out = []
    for fact in facts:
        at = fact.spans[0].start if fact.spans else -1
        index = bisect_right(said, at, key=lambda stretch: stretch[0]) - 1
        inside = index >= 0 and at < said[index][1]
        if inside:
            _, _, speaker, turn = said[index]
            fact = msgspec.structs.replace(fact, speaker=speaker, turn=turn)
        out.append(fact)
    return out


def _read(paragraph: Paragraph, scene: Scene, out: list[Fact], *, whole: dict[int, str]) -> None:
    """The facts of a Chinese paragraph, added to `out` in its own script, the record's `whole`."""
    first = len(out)
    _read_folded(paragraph, scene, out)
    if whole and len(out) > first:
        out[first:] = restored(out[first:], paragraph, whole)


def _read_folded(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    scene.enter_paragraph(paragraph)
    for line in lines(paragraph.text, scene.day):
        start, _ = line.bounds
        scene.enter_sentence(line.text, start)
        if line.found:
            _sentence(paragraph, line, scene, out)
        else:
            scene.field = heading_of(line.text, *line.bounds) or scene.field
        scene.leave_sentence(line.tokens, start)


def _sentence(paragraph: Paragraph, line: Line, scene: Scene, out: list[Fact]) -> None:
    text, bounds = line.text, line.bounds
    shares = distribute.shares(text, bounds, line.found, line.tokens)
    topic = works.topic_of(text, bounds[0])
    apart = _APART.match(text, *bounds)
    said = scene.about if apart else ""
    first = len(out)
    before: Mention | None = None
    phrase: Phrase | None = None
    change: Change | None = None
    outer: Phrase | None = None
    field = _FIELD_OF.match(text, *bounds)
    lead = Phrase(field.group(1), "indicator.field") if field else None
    scene.field = field_of(text, *bounds) or scene.field
    about = named_first(text, *bounds) or scene.field
    told = scene.about
    alike: dict[str | None, Phrase] = {}
    ends = [token.end for token in line.tokens]
    for index, found in enumerate(line.found):
        mention = _bounded(text, found, before)
        gap = text[before.right if before is not None else bounds[0] : mention.left]
        if outer is not None and "）" in gap:
            phrase, outer = outer, None
        if gap.rfind("（") > gap.rfind("）"):
            outer = phrase
        tokens = _tokens_near(line, ends, mention.start)
        kin = alike.get(mention.quantity.unit)
        lead = None if "；" in gap else lead
        last = scene.kin.get(mention.quantity.unit)
        place = Place(
            text,
            *bounds,
            before,
            phrase,
            tokens,
            topic,
            said,
            kin,
            lead,
            told,
            about,
            last,
            scene.works,
            raw_left(mention, text, bounds[0], before),
        )
        named = measured_by(mention, place)
        scene.works = works_of(named, mention) or scene.works
        change = moves.change(mention, place, named, change)
        if index == 0 and not apart:
            scene.about = (named.subject or named.text) if named is not None else ""
        share = distribute.holding(shares.get(index, _NO_SHARE), mention, place)
        fact = _fact(paragraph, line, mention, place, named, scene, change, number=len(out) + 1)
        if share.like is not None and (like := out[first + share.like].indicator):
            share = msgspec.structs.replace(share, indicator=distribute.moved(like, share.move))
        out.append(_shared(fact, share, scene))
        if not _field_of_rank(line, index):
            before, phrase = mention, _held(mention, named, phrase)
            if named is not None:
                alike[mention.quantity.unit] = scene.kin[mention.quantity.unit] = named
                lead = lead or (None if named.text.endswith(_DESIGN) else named)
    elided.completed(line, out, first)
    pointing.pointed(out, first)


def _tokens_near(line: Line, ends: list[int], at: int) -> tuple[Token, ...]:
    """The time expressions around `at`; `ends` is where those of the line end."""
    near = bisect_right(ends, at)
    return line.tokens[max(0, near - _TOKENS_BEFORE) : near + _TOKENS_AFTER]


def _bounded(text: str, mention: Mention, before: Mention | None) -> Mention:
    """The mention with the bound that 分别 gives to all of a list (分别突破4000亿元、1000亿元)."""
    bound = before.quantity.approx if before is not None else None
    if before is None or bound is None or mention.quantity.approx is not None:
        return mention
    if text[before.right : mention.left] not in ("、", "和") or bound not in words("approx_before"):
        return mention
    shared = before.left == before.start or text.endswith("分别", 0, before.left)
    if not shared or before.quantity.type == "rank":
        return mention
    quantity = msgspec.structs.replace(mention.quantity, approx=bound)
    return msgspec.structs.replace(mention, quantity=quantity)


def _held(mention: Mention, named: Phrase | None, last: Phrase | None) -> Phrase | None:
    """The phrase that later numbers of the sentence may be about: a design speed or a building
    time names nothing for them."""
    if named is None or last is None:
        return named or last
    aside = mention.quantity.type in _ASIDE or named.text.endswith(_DESIGN) or named.rule == BASE
    return last if aside else named


def _field_of_rank(line: Line, index: int) -> bool:
    """Whether the number only tells among how many a rank is (全省16个州（市）第二名)."""
    if index + 1 >= len(line.found) or line.found[index].quantity.classifier is None:
        return False
    following = line.found[index + 1]
    gap = line.text[line.found[index].end : following.start]
    if following.quantity.type != "rank":
        return False
    among = gap.endswith(("中居", "中列", "中排", "中位居", "中位列", "中排名"))
    return (among and len(gap) <= _FARTHEST) or (len(gap) <= _NEAR and bool(_FIELD.match(gap)))


def _fact(
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
    token = scene.period_of(mention, place)
    if token is not None and token is scene.future and moves.is_done(mention, place):
        token = scene.period
    compared = moves.base(mention, place)
    indicator = _fitting(named.text, mention) if named is not None else None
    indicator = of_question(indicator, scene.scheme) if indicator else None
    indicator = sound(indicator) if indicator else None
    turn = scene.turn
    source = scene.source_of(token, place, mention) if token is not None else "sentence"
    if token is not None and source != "sentence" and _is_to_date(token, place, mention):
        token, source = scene.frame, "earlier" if scene.frame is not None else "sentence"
    period = _when(token, mention, place, compared)
    source = source if period is not None else "sentence"
    carried = source != "sentence"
    sentence = (paragraph.id, line.bounds[0])
    undated = carried and (scene.undated == sentence or is_undated(mention, place, source))
    scene.undated = sentence if undated else scene.undated
    when = moves.When(
        future=scene.lies_ahead(token),
        past=scene.lies_behind(token),
        carried=carried,
        ahead=scene.tells_plans(token),
        at=token.start if token is not None and not carried else -1,
        early=not carried and scene.opens_year(token),
    )
    return Fact(
        id=f"f{number}",
        quantity=mention.quantity,
        paragraph=paragraph.id,
        at=mention.start,
        sentence=line.bounds,
        spans=spans_of(paragraph, mention.start, mention.end),
        rule=_rule(mention, named, carried=carried and not undated),
        indicator=_of_place(indicator, scene.place),
        entity=_places_before(place, mention) or scene.place,
        period=None if undated else period,
        period_from="sentence" if undated else source,
        change=change,
        comparison_base=compared,
        status=moves.status(mention, place, when),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


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


def _shared(fact: Fact, share: Share, scene: Scene) -> Fact:
    """The fact with what a distributive list gives to it alone."""
    if share is _NO_SHARE:
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
