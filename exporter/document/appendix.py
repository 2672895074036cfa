"""The appendix: the cleaned transcript in numbered paragraphs, under the speakers' names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from exporter.document.damage import runs
from exporter.document.model import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
)
from exporter.document.plan import SectionSpec
from exporter.document.setting import Setting, number_of
from exporter.transcript.model import Heading as Printed
from exporter.transcript.model import Paragraph as Spoken
from exporter.transcript.model import Turn

_HEADING_ROLES: Final = {1: "speech_1", 2: "speech_2", 3: "speech_3"}
_SENTENCE: Final = re.compile(r"[。！]|[a-z]\.(?: |$)")
_BRACKETED: Final = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]\.?")
_RUN_IN_ROLES: Final = {1: "run_in_1", 2: "run_in_2", 3: "run_in"}


def transcript(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Every paragraph of the record, in order, each with its number and its anchor."""
    source = setting.briefing.transcript
    blocks = [*_paragraphs(setting, source.narration, "narration")]
    if source.kind != "news":
        headings = _by_turn(source.headings)
        spoken = [reach for turn in source.turns for reach in _reach(turn)]
        for turn in source.turns:
            blocks += _printed(headings.get(turn.id, ()), spoken)
            blocks += _turn(setting, turn)
        blocks += _printed(headings.get(None, ()), spoken)
    body = (Group("transcript_body", tuple(blocks)),) if blocks else ()
    note = Paragraph((Text(setting.word("transcript-note")),), role="section_note")
    return setting.section(spec, body, (note,) if setting.plan.source_marks else ())


def _by_turn(headings: Iterable[Printed]) -> dict[str | None, tuple[Printed, ...]]:
    found: dict[str | None, tuple[Printed, ...]] = {}
    for heading in headings:
        found[heading.before] = (*found.get(heading.before, ()), heading)
    return found


def _reach(turn: Turn) -> Iterator[tuple[int, int]]:
    """Where the words of a turn begin and end in the source, if it has any."""
    spans = [span for paragraph in turn.paragraphs for span in paragraph.spans]
    if spans:
        yield spans[0].start, spans[-1].end


def _printed(headings: Iterable[Printed], spoken: list[tuple[int, int]]) -> Iterator[Block]:
    """The headings that the page prints between turns; what those present do (（掌声）), whole
    sentences ([直播员] 图为发布会现场。) and what stands in the midst of a speech head nothing."""
    for heading in headings:
        if any(start < heading.span.start < end for start, end in spoken):
            yield Paragraph((Text(heading.text),), role="section_note")
        elif _BRACKETED.fullmatch(heading.text) or _SENTENCE.search(heading.text):
            yield Paragraph((Text(heading.text),), role="narration")
        else:
            yield Heading(3, (Text(heading.text),), "speech_section")


def _turn(setting: Setting, turn: Turn) -> Iterator[Block]:
    yield Heading(4, _speaker(setting, turn), "speaker", anchor=f"t-{turn.id}", contents=False)
    role = "speech_question" if turn.role in ("journalist", "reader") else "speech"
    yield from _paragraphs(setting, turn.paragraphs, role)


def _speaker(setting: Setting, turn: Turn) -> tuple[Inline, ...]:
    """Name and office or outlet; a speaker found by sense alone is said to be so."""
    name, beside = turn.speaker, turn.office
    if turn.role == "journalist" and turn.org:
        name, beside = turn.org, turn.speaker
    shown = list(setting.who(name, beside, turn.role))
    if turn.inferred:
        shown.append(Text(setting.word("inferred"), role="office"))
    return tuple(shown)


def _paragraphs(setting: Setting, spoken: Iterable[Spoken], role: str) -> Iterator[Block]:
    """Paragraphs as they are; rows of a table of the page gathered to a table."""
    for is_row, run in groupby(spoken, key=lambda paragraph: "\t" in paragraph.text):
        if is_row:
            yield _table(setting, tuple(run))
        else:
            yield from (_paragraph(setting, paragraph, role) for paragraph in run)


def _paragraph(setting: Setting, spoken: Spoken, role: str) -> Paragraph:
    whole_heading = 0 < len(spoken.text) <= spoken.heading
    return Paragraph(
        _content(spoken, whole_heading),
        role=_HEADING_ROLES.get(spoken.level, role) if whole_heading else role,
        anchor=spoken.id,
        number=number_of(spoken.id),
        back=setting.citations.get(spoken.id),
    )


def _content(spoken: Spoken, whole_heading: bool) -> tuple[Inline, ...]:
    role = _RUN_IN_ROLES.get(spoken.level)
    if whole_heading or role is None or not spoken.heading:
        return runs(spoken.text)
    return (Text(spoken.text[: spoken.heading], role=role), *runs(spoken.text[spoken.heading :]))


def _table(setting: Setting, rows: tuple[Spoken, ...]) -> Table:
    """A table of the page. A row with fewer cells than the longest ends in a cell that spans."""
    split = [row.text.split("\t") for row in rows]
    width = max(len(cells) for cells in split)
    return Table(
        columns=(Column(),) * width,
        head=(),
        rows=tuple(
            Row(_table_cells(cells, width), anchor=row.id)
            for row, cells in zip(rows, split, strict=True)
        ),
        role="source_table",
        summary=setting.word("source-table-summary", rows=len(rows), columns=width),
    )


def _table_cells(cells: list[str], width: int) -> tuple[Cell, ...]:
    spans = [1] * (len(cells) - 1) + [width - len(cells) + 1]
    return tuple(
        Cell((Paragraph((Text(words),), role="table_cell"),), columns=span)
        for words, span in zip(cells, spans, strict=True)
    )
