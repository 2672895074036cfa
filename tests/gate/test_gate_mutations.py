"""A thousand falsified briefings and lines: the gate and the verifier catch every one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from exporter.briefing.brief import brief
from exporter.briefing.checks.gate import derive, gate
from exporter.briefing.checks.known import Known
from exporter.briefing.checks.readback import TextPage
from exporter.briefing.checks.verify import verify_text
from exporter.briefing.model import Briefing
from exporter.document.compose import compose
from exporter.document.lines import lines
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.styling.load import load
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.gate.planted import EDITS

PLANTED = 500
STYLES = ("plain", "executive")
"""Styles that print the figures as rows and set large, the answers as lists and in a table."""
_SHORTEST = 9
_OUTSIDE = {"id", "transcript", "language", "kind", "notices", "paragraph", "turn", "turns", "rule"}


@pytest.fixture(scope="module")
def briefings(seeds: Path) -> tuple[Briefing, ...]:
    """The briefings of a transcript, a news report and the Quzhou page."""
    return tuple(brief(transcript).value for transcript in _transcripts(seeds))


def _transcripts(seeds: Path) -> Iterator[Transcript]:
    wanted = {"000_9639f3bb049e7fe2.txt": (1, 3), "004_589898bb6b70e58a.txt": (0,)}
    for name, places in wanted.items():
        records = clean(decode(name, (seeds / name).read_bytes()).value).value
        yield from (parse(records[place]).value for place in places)


def test_the_briefings_pass_as_they_are(briefings: tuple[Briefing, ...]) -> None:
    for briefing in briefings:
        assert gate(briefing) == ()


def test_the_gate_catches_every_planted_edit(briefings: tuple[Briefing, ...]) -> None:
    random = Random(20240412)
    shapes = [_Shape(briefing) for briefing in briefings]
    for number in range(PLANTED):
        kind = sorted(EDITS)[number % len(EDITS)]
        shape = random.choice([shape for shape in shapes if shape.leaves[kind]])
        where, false = shape.plant(kind, random)
        assert gate(false, shape.derived), f"{kind} at {where} passed the gate"


class _Shape:
    """A briefing as plain data, for editing; the transcript is the source and stays."""

    def __init__(self, briefing: Briefing) -> None:
        self.transcript = briefing.transcript
        self.derived = derive(briefing.transcript).value
        self.names = sorted({p.name for p in briefing.transcript.people})
        bare = msgspec.structs.replace(briefing, transcript=_emptied(briefing.transcript))
        self.data = msgspec.to_builtins(bare)
        found = list(_leaves(self.data, ()))
        self.leaves = {
            kind: [leaf for leaf in found if edit(leaf[1], Random(0), self.names)]
            for kind, edit in EDITS.items()
        }

    def plant(self, kind: str, random: Random) -> tuple[str, Briefing]:
        """The briefing with one edit of that kind, and its place."""
        path, text = random.choice(self.leaves[kind])
        edited = EDITS[kind](text, random, self.names)
        assert edited is not None
        assert edited != text
        false = msgspec.convert(_with(self.data, path, edited), Briefing, strict=False)
        whole = msgspec.structs.replace(false, transcript=self.transcript)
        return ".".join(map(str, path)), whole


def _emptied(transcript: Transcript) -> Transcript:
    return msgspec.structs.replace(transcript, turns=(), narration=(), people=(), headings=())


def _leaves(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """The strings that are printed, with their paths."""
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list | tuple):
        items = enumerate(data)
    for key, value in items:
        if key in _OUTSIDE:
            continue
        if isinstance(value, str):
            yield (*path, key), value
        else:
            yield from _leaves(value, (*path, key))


def _with(data: Any, path: tuple[Any, ...], value: str) -> Any:
    """`data` with one leaf replaced; what isn't on the path is shared."""
    head, *rest = path
    changed = dict(data) if isinstance(data, dict) else list(data)
    changed[head] = _with(data[head], tuple(rest), value) if rest else value
    return changed


def test_the_verifier_catches_every_planted_edit(briefings: tuple[Briefing, ...]) -> None:
    random = Random(20220913)
    prints = [_Print(briefing, style) for briefing in briefings for style in STYLES]
    for number in range(PLANTED):
        kind = sorted(EDITS)[number % len(EDITS)]
        sheet = random.choice([sheet for sheet in prints if sheet.editable[kind]])
        line = random.choice(sheet.editable[kind])
        edited = EDITS[kind](line, random, sheet.names)
        assert edited is not None
        page = TextPage(1, (edited,))
        found = verify_text([page], sheet.known)
        assert found or edited in sheet.said, f"{kind} passed: {edited}"


class _Print:
    """The lines of a finished file, and those of them that an edit of a kind can falsify.

    What an edit turns into something else that the source says word for word is no falsehood.
    """

    def __init__(self, briefing: Briefing, style: str) -> None:
        self.lines = _printed(briefing, style)
        self.said = {cell for line in self.lines for cell in (line, *line.split("\t"))}
        self.names = sorted({p.name for p in briefing.transcript.people})
        self.known = Known(self.lines, self.names)
        self.editable = {
            kind: [line for line in self.lines if edit(line, Random(0), self.names)]
            for kind, edit in EDITS.items()
        }


def test_the_verifier_passes_what_is_true(briefings: tuple[Briefing, ...]) -> None:
    for briefing in briefings:
        printed = _printed(briefing)
        broken = [piece for line in printed for piece in _broken(line.replace("\t", " "))]
        pages = [TextPage(1, tuple(printed)), TextPage(2, tuple(broken))]
        assert verify_text(pages, Known(printed)) == ()


def _broken(line: str) -> Iterator[str]:
    """The line as a page prints it: broken, but never inside or beside a number."""
    at = 0
    while at < len(line):
        end = at + 17
        while end < len(line) and not (line[end - 1].isalpha() and line[end].isalpha()):
            end += 1
        yield line[at:end]
        at = end


def _printed(briefing: Briefing, style: str = "plain") -> list[str]:
    """The lines of the finished document.

    A chart's labels are taken in their row, as they are read back: alone they have no neighbours.
    """
    document = compose(briefing, load(style).plan).value
    return [line for line in lines(document) if len(line.strip()) >= _SHORTEST]
