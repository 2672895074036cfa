"""What the reader is warned of, and where the text comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from exporter.briefing.model import ArithmeticCheck, Briefing, Contradiction
from exporter.document.damage import holes
from exporter.document.dates import printed
from exporter.document.model import (
    Block,
    Cell,
    Column,
    Group,
    Inline,
    List,
    ListItem,
    Paragraph,
    Row,
    Table,
    Text,
)
from exporter.document.plan import SectionSpec
from exporter.document.setting import Setting, limited, number_of
from exporter.messages import render
from exporter.notices import Notice

OF_TURNS: Final = {
    "transcript.unknown-speaker": "doubt-speaker",
    "transcript.unattributed": "doubt-quotation",
    "transcript.bare-label": "doubt-boundary",
}
"""Notices of single turns, told by paragraph: a reader knows nothing of the ids of turns."""
OF_HOLES: Final = frozenset({"source.tampered", "source.tampered-issuer", "source.damaged"})
"""Notices of destroyed words: the doubts lead to the paragraph, the notes on the source tell what
may have stood there."""
SAID_HERE: Final = OF_HOLES | {"quantities.arithmetic", "briefing.summarizer-failed"}
"""Notices of what the briefing holds too, and is printed from there, with its link; and of what is
no doubt about the briefing."""
_MINGUO: Final = 1911
"""The year before the first of the calendar of Taiwan: 114 is 2025."""
WITHHELD: Final = {"briefing.dropped": "doubt-dropped"}
"""Notices whose words the gate refused: paper gets only the fact."""


def doubts(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Contradictions, sums that don't hold, damage: what an editor must look at."""
    items = tuple(ListItem(content) for content in doubtful(setting))
    shown = limited(spec, items)
    return setting.section(spec, (List(shown, role="doubt", ordered=False),)) if shown else ()


def doubtful(setting: Setting) -> tuple[tuple[Inline, ...], ...]:
    """The same, a line for each, with links to the paragraphs that it is about."""
    briefing = setting.briefing
    found = [_contradiction(setting, one) for one in briefing.contradictions]
    found += [_failed(setting, check) for check in briefing.checks if not check.holds]
    found += _damaged(setting)
    warnings = [
        notice
        for notice in (*briefing.transcript.notices, *briefing.notices)
        if notice.severity == "warning" and notice.code not in SAID_HERE
    ]
    found += _of_turns(setting, [notice for notice in warnings if notice.code in OF_TURNS])
    others = (_said(setting, one) for one in warnings if one.code not in OF_TURNS)
    return (*found, *((Text(words),) for words in dict.fromkeys(others)))


def _of_turns(setting: Setting, notices: list[Notice]) -> Iterator[tuple[Inline, ...]]:
    """A line for each kind of doubt about turns, with the paragraphs that they start with."""
    starts = {t.id: t.paragraphs[0].id for t in setting.briefing.transcript.turns if t.paragraphs}
    for code, key in OF_TURNS.items():
        turns = [notice.params.get("turn", "") for notice in notices if notice.code == code]
        paragraphs = dict.fromkeys(starts[turn] for turn in turns if turn in starts)
        if paragraphs:
            numbers = setting.word("list-comma").join(map(number_of, paragraphs))
            words = setting.words_of(setting.word(key, numbers=numbers), next(iter(paragraphs)))
            yield (*words, *(mark for one in paragraphs for mark in setting.mark(one)))


def _contradiction(setting: Setting, contradiction: Contradiction) -> tuple[Inline, ...]:
    words = setting.word("contradiction", indicator=contradiction.indicator)
    content: list[Inline] = [Text(words)]
    for at, fact in enumerate(setting.facts(contradiction.facts)):
        if at:
            content.append(Text(setting.word("list-comma")))
        content += setting.words_of(fact.quantity.text, fact.paragraph)
        content += setting.mark(fact.paragraph)
    return tuple(content)


def _failed(setting: Setting, check: ArithmeticCheck) -> tuple[Inline, ...]:
    words = setting.word("check-failed", expression=check.expression, computed=check.computed)
    return (*setting.words_of(words, check.paragraph), *setting.mark(check.paragraph))


def _damaged(setting: Setting) -> Iterator[tuple[Inline, ...]]:
    """Where the source has lost words, paragraph by paragraph."""
    for paragraph in setting.briefing.transcript.paragraphs():
        if count := holes(paragraph.text):
            words = setting.word("damaged", number=number_of(paragraph.id), count=count)
            yield (*setting.words_of(words, paragraph.id), *setting.mark(paragraph.id))


def _said(setting: Setting, notice: Notice) -> str:
    if notice.code in WITHHELD:
        return setting.word(WITHHELD[notice.code])
    return render(notice, setting.language)


def source_notes(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Publisher, dates, read count, and what cleaning removed or found damaged."""
    rows = tuple(_note_row(label, words) for label, words in _notes(setting) if words)
    if not rows:
        return ()
    table = Table(
        columns=(Column(1), Column(5)),
        head=(),
        rows=rows,
        role="notes_table",
        summary=setting.word("notes-summary"),
        header_column=True,
    )
    return setting.section(spec, (Group("source_notes", (table,)),))


def _note_row(label: str, words: str) -> Row:
    head = Paragraph((Text(label, role="label"),), role="source_note")
    return Row((Cell((head,)), Cell((Paragraph((Text(words),), role="source_note"),))))


def _notes(setting: Setting) -> tuple[tuple[str, str], ...]:
    """Label and value of each note; an empty value is left out."""
    notes, word = setting.briefing.notes, setting.word
    between = word("list-comma")
    agenda = between.join(setting.briefing.transcript.agenda)
    known = _known(setting.briefing)
    fields = tuple(
        (name, value) for name, value in notes.fields.items() if _core(value) not in known
    )
    return (
        (word("note-publisher"), notes.publisher or ""),
        (word("note-reporters"), between.join(notes.reporters)),
        (word("note-event-date"), printed(notes.event_date, setting.language)),
        (word("note-published-date"), printed(notes.published_date, setting.language)),
        (word("note-venue"), setting.briefing.venue or ""),
        (word("note-read-count"), "" if notes.read_count is None else str(notes.read_count)),
        (word("note-agenda"), agenda),
        *fields,
        *((word("note-damage"), words) for words in _holes(setting)),
        (word("note-cleaning"), _cleaning(setting)),
        (word("note-file"), PurePosixPath(notes.path).name),
        (word("note-digest"), notes.sha256),
    )


def _known(briefing: Briefing) -> set[str]:
    """The cores of what the notes tell under names of their own."""
    notes = briefing.notes
    dates = [date for date in (notes.event_date, notes.published_date) if date]
    of_the_republic = [
        f"{int(date[:4]) - _MINGUO}{date[4:]}" for date in dates if date[:4].isdecimal()
    ]
    told = (notes.publisher, briefing.venue, notes.read_count, *notes.reporters, *dates)
    return {_core(str(one)) for one in (*told, *of_the_republic) if one is not None}


def _core(value: str) -> str:
    """The letters and digits of a value: 6,204 and 6204 are one, 114-06-13 and 114年6月13日 not."""
    return "".join(filter(str.isalnum, value))


def _holes(setting: Setting) -> Iterator[str]:
    """What is known of each place where the source's words were destroyed."""
    for notice in setting.briefing.transcript.notices:
        if notice.code in OF_HOLES:
            yield render(notice, setting.language)


def _cleaning(setting: Setting) -> str:
    """How many edits cleaning made, by the area of its rules, most first."""
    counts: dict[str, int] = {}
    for rule, count in setting.briefing.notes.removed.items():
        area = rule.split(".")[0]
        counts[area] = counts.get(area, 0) + count
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    said = (setting.word("cleaned", what=_area(setting, area), count=n) for area, n in ordered)
    return setting.word("list-comma").join(said)


def _area(setting: Setting, area: str) -> str:
    """What an area of cleaning rules is called; its own id when the catalogue doesn't know it."""
    try:
        return setting.word(f"cleaning-{area}")
    except KeyError:
        return area
