"""From paragraphs to facts: the clause rules applied in reading order, with what carries over."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.normal import fold, is_traditional
from exporter.briefing.quantities import sentence
from exporter.briefing.quantities.conference import day_of
from exporter.briefing.quantities.english import extract as english
from exporter.briefing.quantities.english.completing import completed
from exporter.briefing.quantities.given import asked_of, plan_of, scheme_asked
from exporter.briefing.quantities.indicators.topics import heading_of
from exporter.briefing.quantities.lines import lines
from exporter.briefing.quantities.periods.finding import BEFORE_REPUBLIC
from exporter.briefing.quantities.scene import Scene, governed
from exporter.briefing.quantities.script import restored, script_of
from exporter.transcript.model import Paragraph, Transcript

_YEAR = re.compile(r"(?<![0-9])([12][0-9]{3})年")


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
        questions = {turn.id: turn.paragraphs for turn in transcript.turns}
        for turn in transcript.turns:
            place, main = governed(turn, transcript), scene.main
            question = questions.get(turn.answers or "", ())
            asked = asked_of(turn, question, transcript, day)
            scene = Scene(
                day=day,
                turn=turn,
                place=place,
                main=main,
                asked=asked,
                meant=plan,
                to_come=scene.to_come,
            )
            scene.scheme = scheme_asked(turn, question, transcript)
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
            sentence.read(paragraph, line, scene, out)
        else:
            scene.field = heading_of(line.text, *line.bounds) or scene.field
        scene.leave_sentence(line.tokens, start)
