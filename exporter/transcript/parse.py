"""The verb between clean text and transcript: who said what, in order.

The passes stand in the order in which they run: fold the text, find the people, find the labels,
cut the speech into blocks, give each its role, section and question, cut paragraphs. Each is a
module of its own. Nothing raises on dirty text, and nothing is lost: labels, turns, narration and
headings together are the clean text but for white space.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from exporter.notices import Notice, Outcome
from exporter.source.collector import uncollected
from exporter.source.model import CleanText
from exporter.transcript.agenda import find_agenda, find_media
from exporter.transcript.build import Builder
from exporter.transcript.clocks import newest_first
from exporter.transcript.english.cards import headings_between
from exporter.transcript.english.labels import is_english
from exporter.transcript.english.news import english_quotations, without_last_lines
from exporter.transcript.english.opening import answered, opened
from exporter.transcript.folding import fold, fold_latin
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.participants import note_fields, note_participants
from exporter.transcript.labels.rolls import without_roll
from exporter.transcript.labels.signed import without_signature
from exporter.transcript.labels.tongues import labels_in_both
from exporter.transcript.model import Kind, SourceRef, Transcript
from exporter.transcript.news.quotations import find_quotations
from exporter.transcript.news.reports import (
    told_in_prose,
    without_attributions,
    without_datelines,
    without_headlines,
)
from exporter.transcript.people.roster import Roster, find_roster
from exporter.transcript.turns.announcing import announced, hosted
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.blocks import (
    end_of_proceedings,
    find_headings,
    join_same,
    make_blocks,
    without_clock,
    without_foot,
    without_stamps,
)
from exporter.transcript.turns.ended import ends_taken_out
from exporter.transcript.turns.lone_speech import lone_speech
from exporter.transcript.turns.reported import gaps, without_reports
from exporter.transcript.turns.roles import give_roles
from exporter.transcript.turns.sections import give_sections
from exporter.transcript.turns.silent import without_silent
from exporter.transcript.turns.spans import outside
from exporter.transcript.turns.speakers import find_people, known_people
from exporter.transcript.turns.takeovers import cut_takeovers, name_addressed, name_thanked
from exporter.transcript.turns.unlabelled import cut_unlabelled
from exporter.transcript.turns.unnamed import name_answers


@uncollected
def parse(clean: CleanText) -> Outcome[Transcript]:
    """The transcript of one record, and what was noticed: unknown speakers, doubtful boundaries."""
    view = fold(clean.text)
    builder = Builder(clean, view)
    if not view.strip():
        return _outcome(clean, "empty", builder)
    roster = _people(clean, view)
    latin = fold_latin(clean.text) if is_english(clean.text) else ""
    title = clean.metadata.title or ""
    spoken = without_roll(view, roster)
    labels = labels_in_both(clean.text, spoken, title, clean.marks, roster)
    labels = without_headlines(view, without_datelines(view, labels))
    labels = without_last_lines(latin, labels) if latin else without_attributions(view, labels)
    asked = () if latin else told_in_prose(view, labels)
    labels = () if asked or _in_prose(latin, labels) else labels
    end = end_of_proceedings(view, labels, ends_taken_out(clean))
    labels = tuple(label for label in labels if label.start < end)
    headings = find_headings(view[:end], labels, clean.marks, clean.metadata.title)
    blocks, titles = _blocks(view, end, labels, roster, fold(clean.metadata.title or ""))
    between = headings_between(latin, labels) if latin else ()
    headings = tuple(sorted({*outside({*headings, *between}, titles), *titles}))
    if opening := opened(latin, blocks, clean.metadata.title or "", end):
        blocks = give_sections(view, answered(opening + blocks))
    blocks = blocks or lone_speech(view, roster, fold(clean.metadata.title or ""))
    if blocks:
        builder.narrate(0, _first(blocks), headings, "t1")
        builder.speak(blocks, headings, find_people(view, blocks, roster))
        for low, high in gaps(blocks):
            builder.narrate(low, high, headings, None)
        builder.narrate(max(map(_behind, blocks)), len(view), headings, None)
        return _outcome(clean, "transcript", builder)
    builder.narrate(0, len(view), headings, None)
    roster = _people(clean, view)  # without whoever only seemed to have a label
    quoted = english_quotations(latin) if latin else find_quotations(view, roster)
    builder.quote(tuple(sorted((*quoted, *asked), key=lambda block: block.start)), roster)
    return _outcome(clean, "news", builder)


def _in_prose(latin: str, labels: tuple[Label, ...]) -> bool:
    """Whether the one label of an English page stands among what a report quotes of what people
    said (The Harbour Tide: our newsletter, in your inbox), and is none; a speech may quote, too,
    below its label."""
    quoted = english_quotations(latin) if latin and len(labels) == 1 else ()
    return len(quoted) >= _REPORTED and quoted[0].start < labels[0].start


_REPORTED = 3  # quotations of a report


def _people(clean: CleanText, view: str) -> Roster:
    """Whom the record introduces or lists."""
    roster = find_roster(view, fold(clean.metadata.title or ""))
    note_participants(without_roll(view, roster), roster)
    note_fields(clean.metadata.fields, roster)
    return roster


def _first(blocks: tuple[Block, ...]) -> int:
    """Where the proceedings begin: what stands before is the page's own prose."""
    return min(block.label.start if block.label else block.start for block in blocks)


def _behind(block: Block) -> int:
    """Where a turn has ended, its printed matter included."""
    return max([block.end, *(high for _, high in block.printed)])


def _blocks(
    view: str, end: int, labels: tuple[Label, ...], roster: Roster, title: str
) -> tuple[tuple[Block, ...], tuple[tuple[int, int], ...]]:
    """The turns up to `end`, labelled and cut by sense, with roles, sections and answers, in the
    order in which they were spoken; titles read out."""
    made, silent = without_silent(view, make_blocks(end, labels))
    newest = newest_first(view, ((x.label.start, x.start, x.end) for x in made if x.label))
    made = made[::-1] if newest else made
    blocks = give_roles(view, made, known_people(roster), tuple(roster.hosts))
    blocks = name_answers(view, blocks, roster)
    first = _first(blocks) if blocks else len(view)
    opening = cut_unlabelled(view, 0, first, roster) or hosted(view, blocks)
    opening = opening or announced(view, blocks, title, roster)
    hosts = frozenset(block.speaker for block in blocks if block.role == "host" and block.speaker)
    cut, titles = cut_takeovers(view, blocks, hosts)
    last = max((block.end for block in cut), default=0)
    cut = tuple(without_foot(view, x) if x.end == last else x for x in cut)
    cut = tuple(without_signature(view, without_clock(view, x, silent)) for x in cut)
    presiding = hosts or frozenset(roster.hosts)
    name = min(presiding) if len(presiding) == 1 else None
    told = without_reports(view, opening + cut)
    told = told if newest else tuple(join_same(view, told))
    told = tuple(_printed_once(without_stamps(view, block), silent) for block in told)
    named = tuple(_hosted(block, name) for block in told)
    known = known_people(roster)
    named = name_addressed(view, name_thanked(view, named, known), known)
    return give_sections(view, named), (*titles, *silent)


def _printed_once(block: Block, silent: tuple[tuple[int, int], ...]) -> Block:
    """The block without printed matter that a silent label already tells: the stamp over it."""
    if not (silent and block.printed):
        return block
    return msgspec.structs.replace(block, printed=outside(block.printed, silent))


def _hosted(block: Block, host: str | None) -> Block:
    """A turn of the host that was cut by sense, under his name when there is one host only."""
    if block.role == "host" and block.label is None and block.speaker is None and host:
        return msgspec.structs.replace(block, speaker=host)
    return block


def _outcome(clean: CleanText, kind: Kind, builder: Builder) -> Outcome[Transcript]:
    """The finished transcript with the page's metadata and all notices; parsing's own beside it."""
    meta = clean.metadata
    notices: tuple[Notice, ...] = tuple(builder.notices)
    transcript = Transcript(
        id=clean.id,
        source=SourceRef(clean.path, clean.sha256, clean.start, clean.end),
        kind=kind,
        title=meta.title,
        event_date=meta.event_date,
        published_date=meta.published_date,
        publisher=meta.publisher,
        reporters=meta.reporters,
        read_count=meta.read_count,
        venue=meta.venue,
        issuer=meta.issuer,
        host_org=builder.host_org(),
        language=clean.language,
        metadata=meta.fields,
        metadata_spans=meta.spans,
        agenda=find_agenda(clean.text, builder.view) if kind == "transcript" else (),
        media=find_media(clean.text, builder.view),
        people=builder.people,
        turns=tuple(builder.turns),
        narration=tuple(builder.narration),
        headings=tuple(builder.headings),
        removed=dict(sorted(Counter(edit.rule for edit in clean.ledger if edit.removes).items())),
        notices=clean.notices + notices,
    )
    return Outcome(transcript, notices)
