"""From blocks to the finished parts of a transcript: turns, paragraphs, headings, notices,
numbered.
"""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from exporter.notices import Notice
from exporter.source.model import CleanText
from exporter.transcript.folding import fold, folded_in
from exporter.transcript.model import Heading, Paragraph, Person, Turn
from exporter.transcript.paragraphs import cut_paragraphs
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.spans import Span, headings_within, pieces_of
from exporter.transcript.turns.speakers import find_people

_REACH = 200_000  # characters in which words are looked for that no label has
_NEAR = 20_000  # characters in which a name is looked for that an office parts
# The turn that a stretch is, and the one that follows.
_Ids = tuple[str | None, str | None]


class Builder:
    """Gathers the parts of one transcript in reading order; numbers turns and paragraphs."""

    def __init__(self, clean: CleanText, view: str) -> None:
        self._text = clean.text
        self._map = clean.source_map()
        self._number = 0
        self.view = view
        self._title = clean.metadata.title or ""
        self._folded = folded_in(clean.text + self._title)
        self._met: dict[str, str] = {}
        self.turns: list[Turn] = []
        self.narration: list[Paragraph] = []
        self.headings: list[Heading] = []
        self.people: tuple[Person, ...] = ()
        self.notices: list[Notice] = []

    def narrate(self, start: int, end: int, headings: tuple[Span, ...], before: str | None) -> None:
        """The page's own prose, headings in it apart; `before` is the turn that follows."""
        for low, high in pieces_of(start, end, headings):
            self.narration += self._paragraphs(low, high)
        self._head(start, end, headings, (before, before))

    def speak(
        self, blocks: tuple[Block, ...], headings: tuple[Span, ...], people: tuple[Person, ...]
    ) -> None:
        """The turns of a transcript."""
        ids = {person.name: person.id for person in people}
        if any(two.start < one.start for one, two in pairwise(blocks)):
            self.notices.append(Notice("transcript.newest-first", "info"))
        for index, block in enumerate(blocks):
            following = f"t{index + 2}" if index + 1 < len(blocks) else None
            self._head(block.start, block.end, headings, (f"t{index + 1}", following))
            within = headings_within(headings, block.start, block.end)
            parts = pieces_of(block.start, block.end, tuple(sorted({*within, *block.printed})))
            self._turn(index, block, parts, ids)
            for low, high in () if block.label else block.printed:  # a stamp that no label has
                self.narrate(low, high, (), following)
        self.people = tuple(self._printed_person(person) for person in people)

    def quote(self, blocks: tuple[Block, ...], roster: Roster) -> None:
        """The direct quotations of a news report, as turns."""
        people = find_people(self.view, blocks, roster)
        ids = {person.name: person.id for person in people}
        self.people = tuple(self._printed_person(person) for person in people)
        for index, block in enumerate(blocks):
            self._turn(index, block, pieces_of(block.start, block.end, block.printed), ids)

    def host_org(self) -> str | None:
        """The body of the host."""
        return next((p.org for p in self.people if p.role == "host" and p.org), None)

    def _turn(self, index: int, block: Block, parts: tuple[Span, ...], ids: dict[str, str]) -> None:
        paragraphs = tuple(p for low, high in parts for p in self._paragraphs(low, high))
        label = self._label(block)
        turn = Turn(
            id=f"t{index + 1}",
            role=block.role,
            section=block.section,
            text="\n".join(text for low, high in parts if (text := self._text[low:high].strip())),
            paragraphs=paragraphs,
            speaker=self._printed(block.speaker, block),
            person=ids.get(block.speaker or ""),
            office=self._printed(block.title, block) if block.role != "journalist" else None,
            org=self._printed(block.outlet, block),
            answers=f"t{block.answers + 1}" if block.answers is not None else None,
            label=label,
            inferred=block.inferred,
        )
        self.turns.append(turn)
        self._notice(turn, block)

    def _label(self, block: Block) -> str | None:
        """The label as printed, time stamps and repetitions that belong to it after it."""
        spots = ((block.label.start, block.label.end), *block.printed) if block.label else ()
        return " ".join(self._text[low:high].strip() for low, high in spots) or None

    def _printed(self, words: str | None, block: Block | None = None) -> str | None:
        """`words` of the folded view in the page's own characters (陳 for 陈)."""
        if not words:
            return None
        if block and block.label:
            low, high = block.label.start, block.label.end
            at = self.view.find(words, low, high)
            if at >= 0:
                printed = self._text[at : at + len(words)]
                self._met.setdefault(words, printed)
                return printed
            if parted := self._parted(words, low, high):
                return self._met.setdefault(words, parted)
        return self._elsewhere(words)

    def _parted(self, words: str, low: int, high: int) -> str:
        """A name as its label prints it on both sides of the office (罗俊贤 in 羅指揮官俊賢)."""
        printed, at = [], low
        for character in words:
            at = self.view.find(character, at, high)
            if at < 0:
                return ""
            printed.append(self._text[at])
            at += 1
        return "".join(printed)

    def _elsewhere(self, words: str) -> str:
        """`words` as a label has them or else where the page has them first, looked up once."""
        if words not in self._met:
            folded = not self._folded.isdisjoint(words)
            at = self.view.find(words, 0, _REACH) if folded else -1
            printed = self._text[at : at + len(words)] if at >= 0 else ""
            if folded and not printed and (at := fold(self._title).find(words)) >= 0:
                printed = self._title[at : at + len(words)]  # whom only the title names
            self._met[words] = printed or (self._apart(words) if folded else words)
        return self._met[words]

    def _apart(self, name: str) -> str:
        """A name as the page first prints it on both sides of an office; else as it is."""
        surname, given = re.escape(name[:1]), re.escape(name[1:])
        pattern = re.compile(f"{surname}[^\\s，。、：]{{1,8}}?{given}")
        found = pattern.search(self.view, 0, _NEAR) if 1 < len(name) < 5 else None
        if found is None:
            return name
        low, high = found.span()
        return self._text[low] + self._text[high - len(name) + 1 : high]

    def _printed_person(self, person: Person) -> Person:
        return msgspec.structs.replace(
            person,
            name=self._printed(person.name) or person.name,
            office=self._printed(person.office),
            org=self._printed(person.org),
            honorific=self._printed(person.honorific),
            aliases=tuple(self._printed(alias) or alias for alias in person.aliases),
        )

    def _notice(self, turn: Turn, block: Block) -> None:
        """What can't be told about a turn is said."""
        unknown = turn.speaker is None and turn.role not in ("journalist", "host")
        by_sense = block.inferred and block.label is None and not block.quoted
        if not (unknown or by_sense or block.doubt):
            return
        span = self._map.span(block.start, block.end) if block.end > block.start else None
        if unknown:
            code = "transcript.unattributed" if block.quoted else "transcript.unknown-speaker"
            params = {"turn": turn.id, "label": turn.label or ""}
            self.notices.append(Notice(code, "warning", params, span))
        if by_sense:
            params = {"turn": turn.id, "speaker": turn.speaker or ""}
            self.notices.append(Notice("transcript.cut-by-sense", "info", params, span))
        if block.doubt:
            params = {"turn": turn.id, "label": turn.label or ""}
            self.notices.append(Notice(block.doubt, "warning", params, span))

    def _paragraphs(self, start: int, end: int) -> list[Paragraph]:
        made = []
        for piece in cut_paragraphs(self._text, start, end):
            self._number += 1
            made.append(
                Paragraph(
                    id=f"p{self._number}",
                    text=self._text[piece.start : piece.end],
                    level=piece.level,
                    spans=self._map.spans(piece.start, piece.end),
                    heading=piece.heading,
                )
            )
        return made

    def _head(self, start: int, end: int, headings: tuple[Span, ...], ids: _Ids) -> None:
        """The headings of a stretch; one before its first words belongs to the stretch itself."""
        for low, high in headings_within(headings, start, end):
            if self._text[low:high].strip():
                opens = not self._text[start:low].strip()
                span = self._map.span(low, high)
                before = ids[0] if opens else ids[1]
                self.headings.append(Heading(self._text[low:high].strip(), span, before))
