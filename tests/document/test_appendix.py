"""The appendix loses nothing: its paragraphs are printed once, in order, unchanged."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.document.compose import compose
from exporter.document.damage import holes, runs
from exporter.document.model import Block, Group, Heading, Inline, Link, Paragraph, Table, Text
from exporter.document.plan import Plan, SectionSpec
from exporter.source.model import Span
from exporter.transcript.model import Heading as PrintedHeading
from exporter.transcript.model import Paragraph as Spoken
from exporter.transcript.model import Turn
from tests.sample import sample_briefing

PLAN = Plan((SectionSpec("transcript"),))
WORDS = st.text(alphabet="水源保护12.、（）一是\t\u3000<&", min_size=1, max_size=12)
SPOKEN = st.tuples(WORDS, st.integers(0, 4), st.integers(0, 14))
ROLES = st.sampled_from(["host", "spokesperson", "journalist", "reader", "guest"])
TURNS = st.lists(st.tuples(ROLES, st.lists(SPOKEN, max_size=4)), max_size=5)


def printed(blocks: tuple[Block, ...]) -> Iterator[tuple[str | None, str]]:
    for block in blocks:
        match block:
            case Group():
                yield from printed(block.blocks)
            case Table():
                for row in block.rows:
                    cells = (cell.blocks[0].content for cell in row.cells)
                    yield row.anchor, "\t".join(map(plain, cells))
            case Paragraph() if block.anchor:
                yield block.anchor, plain(block.content)


def plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | Link))


@settings(deadline=None)
@given(TURNS)
def test_every_paragraph_is_printed_once_in_order_and_unchanged(
    turns: list[tuple[str, list[tuple[str, int, int]]]],
) -> None:
    made, number = [], 0
    for at, (role, spoken) in enumerate(turns):
        paragraphs = []
        for words, level, heading in spoken:
            number += 1
            paragraphs.append(Spoken(f"p{number}", words, level, heading=heading))
        turn = Turn(f"t{at}", role, "qa", "", tuple(paragraphs))  # type: ignore[arg-type]
        made.append(turn)
    briefing = sample_briefing()
    transcript = msgspec.structs.replace(
        briefing.transcript, turns=tuple(made), narration=(), headings=()
    )
    document = compose(msgspec.structs.replace(briefing, transcript=transcript), PLAN).value
    wanted = [(one.id, one.text) for one in transcript.paragraphs()]
    assert list(printed(document.blocks)) == wanted


@given(st.text(alphabet="水（）原文此处被篡改", max_size=40))
def test_damage_is_told_apart_and_nothing_is_lost(words: str) -> None:
    found = runs(words)
    assert plain(found) == words
    damaged = [inline for inline in found if isinstance(inline, Text) and inline.role == "damage"]
    assert len(damaged) == holes(words)


def test_damage_has_its_role() -> None:
    assert runs("中共（原文此处被篡改）委") == (
        Text("中共"),
        Text("（原文此处被篡改）", role="damage"),
        Text("委"),
    )


def test_what_those_present_do_and_whole_sentences_head_nothing() -> None:
    briefing = sample_briefing()
    printed = ("回答提问", "(Laughter.)", "（掌声）", "[直播员] 图为发布会现场。")
    lines = [PrintedHeading(text, Span(0, 1)) for text in printed]
    transcript = msgspec.structs.replace(briefing.transcript, headings=tuple(lines))
    document = compose(msgspec.structs.replace(briefing, transcript=transcript), PLAN).value
    (body,) = [block for block in document.blocks if isinstance(block, Group)]
    last = [(type(block), block.role) for block in body.blocks[-4:]]
    assert last == [
        (Heading, "speech_section"),
        (Paragraph, "narration"),
        (Paragraph, "narration"),
        (Paragraph, "narration"),
    ]
