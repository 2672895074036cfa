"""The verb between clean text and transcript: who said what, in order.

The passes stand in the order in which they run: fold the text, find the people, find the labels,
cut the speech into blocks, give each its role, section and question, cut paragraphs. Each is a
module of its own. Nothing raises on dirty text, and nothing is lost: labels, turns, narration and
headings together are the clean text but for white space.
"""

from __future__ import annotations

from collections import Counter

from exporter.notices import Notice, Outcome
from exporter.source.model import CleanText
from exporter.transcript.agenda import find_agenda, find_media
from exporter.transcript.block import Block
from exporter.transcript.blocks import find_headings, make_blocks
from exporter.transcript.build import Builder
from exporter.transcript.folding import fold
from exporter.transcript.labels import find_labels
from exporter.transcript.model import Kind, SourceRef, Transcript
from exporter.transcript.news import find_quotations
from exporter.transcript.people import find_people
from exporter.transcript.roles import give_roles
from exporter.transcript.roster import Roster, find_roster
from exporter.transcript.sections import give_sections
from exporter.transcript.sense import cut_hosts


def parse(clean: CleanText) -> Outcome[Transcript]:
    """The transcript of one record, and what was noticed: unknown speakers, doubtful boundaries."""
    view = fold(clean.text)
    if not view.strip():
        return _outcome(clean, "empty", Builder(clean, view), Roster())
    roster = find_roster(view)
    builder = Builder(clean, view)
    labels = find_labels(view, clean.marks, roster)
    headings = find_headings(view, labels, clean.marks, clean.metadata.title)
    narration, blocks = make_blocks(clean.text, labels, headings)
    blocks = _understand(view, blocks)
    if not blocks:
        builder.narrate(0, len(view), headings)
        builder.quote(find_quotations(view, roster), roster)
        return _outcome(clean, "news", builder, roster)
    builder.narrate(*narration, headings)
    builder.speak(blocks, headings, find_people(view, blocks, roster))
    return _outcome(clean, "transcript", builder, roster)


def _understand(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Roles, turns cut by sense, sections and answers."""
    blocks = give_roles(view, blocks)
    hosts = frozenset(block.speaker for block in blocks if block.role == "host" and block.speaker)
    cut = tuple(part for block in blocks for part in cut_hosts(view, block, hosts))
    name = next(iter(sorted(hosts))) if len(hosts) == 1 else None
    return give_sections(view, tuple(_hosted(block, name) for block in cut))


def _hosted(block: Block, host: str | None) -> Block:
    """A turn of the host that was cut by sense, under his name when there is one host only."""
    if block.role == "host" and block.label is None and block.speaker is None and host:
        import msgspec

        return msgspec.structs.replace(block, speaker=host)
    return block


def _outcome(clean: CleanText, kind: Kind, builder: Builder, roster: Roster) -> Outcome[Transcript]:
    """The finished transcript with the metadata of the page."""
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
        removed=dict(sorted(Counter(edit.rule for edit in clean.ledger if not edit.after).items())),
        notices=notices,
    )
    return Outcome(transcript, notices)
