"""From paragraphs to facts: the clause rules applied in reading order, with what carries over."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Fact
from exporter.briefing.quantities import mentions, moves, periods, phrases, ranks
from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.masks import Masks
from exporter.briefing.quantities.mentions import Mention
from exporter.briefing.quantities.normal import fold
from exporter.briefing.quantities.periods import Token
from exporter.briefing.quantities.phrases import Phrase, Place
from exporter.notices import Span
from exporter.transcript.model import Paragraph, Transcript, Turn

_GOVERNS = re.compile(
    r"^(?:[一-鿿]{2,4}[省市州])?(?P<place>[一-鿿]{1,5}?[县区市旗])(?:人民政府|委|政府|县委|区委|市委)?(?:党组[书成][记员]、)?(?:常务)?副?(?:县长|区长|市长|旗长|书记)"
)
_AHEAD = re.compile(r"下一步|下步|接下来|工作打算|工作思路和打算|工作计划|今后")
_BEHIND = re.compile(r"目前|截至|已完成|去年|近年来")
_YEAR = re.compile(r"[12][0-9]{3}")


class Scene(msgspec.Struct):
    """What carries over from sentence to sentence while a speech is read."""

    year: int | None
    turn: Turn | None = None
    place: str | None = None
    period: Token | None = None
    ahead: bool = False


def facts_of(transcript: Transcript) -> list[Fact]:
    """Every quantity of the record as a fact, in reading order, not yet ranked."""
    year = _year_of(transcript)
    out: list[Fact] = []
    scene = Scene(year=year)
    for paragraph in transcript.narration:
        _read(paragraph, scene, out)
    if transcript.kind != "news":
        for turn in transcript.turns:
            scene = Scene(year=year, turn=turn, place=governed(turn, transcript))
            for paragraph in turn.paragraphs:
                _read(paragraph, scene, out)
    return out


def _year_of(transcript: Transcript) -> int | None:
    for date in (transcript.event_date, transcript.published_date):
        if date and (match := _YEAR.match(date)):
            return int(match.group())
    return None


def governed(turn: Turn, transcript: Transcript) -> str | None:
    """The county, district or city that a head of government speaks for, when it is a part of the
    conference's own place; else ``None``."""
    office = turn.office or ""
    match = _GOVERNS.match(office)
    if match is None:
        return None
    place = match.group("place")
    own = f"{transcript.issuer or ''}{transcript.title or ''}{transcript.host_org or ''}"
    return None if place in own or place in ("市", "县", "区") else place


def _read(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    text = fold(paragraph.text)
    tokens = periods.find(text, scene.year)
    masks = Masks(text, [(token.start, token.end) for token in tokens])
    found = mentions.find(text, paragraph.text, masks)
    found = ranks.merged(
        found, ranks.find(text, paragraph.text, [(t.start, t.end) for t in tokens])
    )
    if paragraph.level in (1, 2):
        scene.ahead = False
    token_at = mention_at = 0
    for start, end in sentences.sentences(paragraph.text):
        own_tokens: list[Token] = []
        while token_at < len(tokens) and tokens[token_at].start < end:
            own_tokens.append(tokens[token_at])
            token_at += 1
        own: list[Mention] = []
        while mention_at < len(found) and found[mention_at].start < end:
            own.append(found[mention_at])
            mention_at += 1
        _sentence(paragraph, text, (start, end), tuple(own_tokens), own, scene, out)


def _sentence(
    paragraph: Paragraph,
    text: str,
    bounds: tuple[int, int],
    tokens: tuple[Token, ...],
    found: list[Mention],
    scene: Scene,
    out: list[Fact],
) -> None:
    start, end = bounds
    opening = text[start : min(end, start + 40)]
    if _AHEAD.search(opening):
        scene.ahead = True
    elif _BEHIND.search(opening):
        scene.ahead = False
    before: Mention | None = None
    phrase: Phrase | None = None
    for mention in found:
        if _talk(text, mention):
            continue
        place = Place(text, start, end, before, phrase, tokens)
        named = (
            ranks.phrase(mention, place)
            if mention.quantity.type == "rank"
            else phrases.find(mention, place)
        )
        token = _period(mention, tokens, scene)
        out.append(_fact(paragraph, text, bounds, mention, named, token, tokens, scene, len(out)))
        before = mention
        phrase = named or phrase
    carried = [t for t in tokens if t.reach == "carry"]
    if carried:
        scene.period = carried[-1]


def _talk(text: str, mention: Mention) -> bool:
    """Whether the number only counts the parts of the speech itself (三条措施, 6个方面)."""
    if mention.quantity.classifier is None:
        return False
    noun = phrases.noun_after(text[mention.right : mention.right + 12])
    group = "talk_heads_strict" if mention.arabic else "talk_heads"
    return noun.endswith(words(group)) or text[mention.right : mention.right + 4].startswith(
        words("talk_heads_strict")
    )


def _period(mention: Mention, tokens: tuple[Token, ...], scene: Scene) -> Token | None:
    near: Token | None = None
    for token in tokens:
        if token.end > mention.start:
            break
        if token.reach in ("carry", "sentence") or (
            token.reach == "local" and mention.start - token.end <= 2
        ):
            near = token
    return near or scene.period


def _fact(
    paragraph: Paragraph,
    text: str,
    bounds: tuple[int, int],
    mention: Mention,
    named: Phrase | None,
    token: Token | None,
    tokens: tuple[Token, ...],
    scene: Scene,
    number: int,
) -> Fact:
    start, end = bounds
    future = (
        token is not None
        and token.first is not None
        and scene.year is not None
        and token.first > scene.year
    )
    indicator = named.text if named is not None else None
    if indicator and scene.place and not indicator.startswith(scene.place.rstrip("县区市旗")):
        indicator = scene.place + indicator
    turn = scene.turn
    return Fact(
        id=f"f{number + 1}",
        quantity=mention.quantity,
        paragraph=paragraph.id,
        at=mention.start,
        sentence=bounds,
        spans=spans_of(paragraph, mention.start, mention.end),
        rule=f"{mention.rule}/{named.rule}" if named is not None else mention.rule,
        indicator=indicator,
        entity=scene.place,
        period=token.text if token is not None else None,
        change=moves.change(text, mention, start),
        comparison_base=moves.base(text, mention, start, tokens),
        status=moves.status(text, mention, start, end, future, scene.ahead),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


def spans_of(paragraph: Paragraph, start: int, end: int) -> tuple[Span, ...]:
    """The source spans of ``paragraph.text[start:end]``.

    Exact when the paragraph's spans cover as many characters as its text (marks are restored one for
    one); otherwise all of the paragraph's spans that can hold it.
    """
    if sum(span.length for span in paragraph.spans) != len(paragraph.text):
        return paragraph.spans
    out: list[Span] = []
    at = 0
    for span in paragraph.spans:
        low, high = max(start, at), min(end, at + span.length)
        if low < high:
            out.append(Span(span.start + low - at, span.start + high - at))
        at += span.length
    return tuple(out)
