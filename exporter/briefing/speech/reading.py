"""A transcript made ready for judging: its sentences, who says them, and the facts in each.

A stretch of text is a `Cut`: a paragraph's id and two offsets into that paragraph's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from exporter.briefing import sentences
from exporter.briefing.model import Cut, Excerpt, Fact, body_and_office
from exporter.briefing.normal import simplified
from exporter.briefing.speech.pieces import Line, Part
from exporter.transcript.model import Paragraph, Person, Transcript, Turn

_END = " \t\r\n\u00a0\u3000，,；;：:、。.—-"
_STOPPED = re.compile(r"(?:[。！？!?…]|\.)[”’》）)」』\"]*$")

_LAW = re.compile(r"《[^《》]{2,40}(?:条例|办法|规定|规则|细则|决定|法|章程)(?:（[^（）]*）)?》")

_FIRST = re.compile(r"(?:一是(?!否)|第一，)(?=.)")
_SECOND = re.compile(r"二是|第二，")

SOFT, HARD = 60, 90
ENGLISH_SCALE = 3


class Reading:
    """Look-ups over one transcript and its facts; what was worked out once is kept.

    `of_law`: the conference is about a law or rules (《…条例》新闻发布会). `soft` is the length in
    characters that a line should keep to, `hard` the one it must keep to; `scale` is how many
    letters say as much as one character of Chinese.
    """

    def __init__(self, transcript: Transcript, facts: Iterable[Fact] = ()) -> None:
        self.transcript = transcript
        self.english = transcript.language == "en"
        self.of_law = bool(_LAW.search(transcript.title or ""))
        self.scale = ENGLISH_SCALE if self.english else 1
        self.soft = SOFT * self.scale
        self.hard = HARD * self.scale
        self.paragraphs = {p.id: p for p in _all_paragraphs(transcript)}
        self._traditional = transcript.language == "zh-Hant"
        self._read = {id: self.judged(p.text) for id, p in self.paragraphs.items()}
        self.turns = {turn.id: turn for turn in transcript.turns}
        self.facts: tuple[Fact, ...] = tuple(sorted(facts, key=lambda f: (f.paragraph, f.at)))
        self._by_paragraph: dict[str, list[Fact]] = {}
        for fact in self.facts:
            self._by_paragraph.setdefault(fact.paragraph, []).append(fact)
        self._places = {p: [fact.at for fact in own] for p, own in self._by_paragraph.items()}
        self._people = {person.id: person for person in transcript.people}
        self._offsets = _offsets(self.paragraphs.values())
        self.lines: dict[Cut, Line | None] = {}
        self.parts: dict[str, tuple[Part, ...]] = {}
        self._sentences: dict[str, tuple[Cut, ...]] = {}
        self._open = sentences.left_open(self._read)

    def judged(self, words: str) -> str:
        """Words of the source as they are judged: Chinese of either script in Simplified."""
        return simplified(words) if self._traditional else words

    def text(self, cut: Cut) -> str:
        """The words of the cut, to be judged."""
        return self._read[cut.paragraph][cut.start : cut.end]

    def before(self, cut: Cut) -> str:
        """The words of the paragraph before the cut, to be judged."""
        return self._read[cut.paragraph][: cut.start]

    def printed(self, cuts: Iterable[Cut]) -> str:
        """The words of the cuts joined, as the source has them; in English words of two paragraphs
        are parted by a space."""
        words, last = "", ""
        for cut in cuts:
            piece = self.paragraphs[cut.paragraph].text[cut.start : cut.end]
            parted = self.english and last not in ("", cut.paragraph)
            words += f" {piece}" if parted else piece
            last = cut.paragraph
        return words

    def sentences(self, paragraph: Paragraph) -> tuple[Cut, ...]:
        """The sentences of a paragraph."""
        if paragraph.id not in self._sentences:
            self._sentences[paragraph.id] = tuple(
                Cut(paragraph.id, start, end)
                for start, end in sentences.sentences(self._read[paragraph.id])
            )
        return self._sentences[paragraph.id]

    def is_left_open(self, cut: Cut) -> bool:
        """Whether the cut ends its paragraph without a mark, as hardly any of the record does."""
        return cut.paragraph in self._open and cut.end >= len(self._read[cut.paragraph].rstrip())

    def clauses(self, cut: Cut) -> tuple[Cut, ...]:
        """The clauses of a sentence; they touch."""
        bounds = sentences.clauses(self._read[cut.paragraph], cut.start, cut.end)
        return tuple(Cut(cut.paragraph, start, end) for start, end in bounds)

    def facts_in(self, cut: Cut) -> list[Fact]:
        """The facts whose quantity starts in the cut, in order."""
        places = self._places.get(cut.paragraph)
        if places is None:
            return []
        low, high = bisect_left(places, cut.start), bisect_left(places, cut.end)
        return self._by_paragraph[cut.paragraph][low:high]

    def position(self, cut: Cut) -> int:
        """Where the cut starts, in reading order over the whole record."""
        return self._offsets[cut.paragraph] + cut.start

    def facts_of(self, cuts: Iterable[Cut]) -> tuple[str, ...]:
        """The ids of the facts in the cuts."""
        return tuple(fact.id for cut in cuts for fact in self.facts_in(cut))

    def person(self, turn: Turn) -> Person | None:
        """The person who speaks the turn, when the link is certain."""
        return self._people.get(turn.person) if turn.person else None

    def speaker(self, turn: Turn) -> str | None:
        """The speaker's name, ``None`` when the page doesn't say."""
        person = self.person(turn)
        return turn.speaker or (person.name if person else None)

    def office(self, turn: Turn) -> str | None:
        """Body and office as the page prints them: the label's, else those of the person."""
        if turn.office:
            return turn.office
        person = self.person(turn)
        return body_and_office(person.org, person.office, self.english) if person else None

    def _spaced(self, cuts: Iterable[Cut]) -> Iterable[Cut]:
        """The cuts of words parted by spaces, each but the first with the space before it."""
        for place, cut in enumerate(cuts):
            before = self.paragraphs[cut.paragraph].text[max(0, cut.start - 1) : cut.start]
            spaced = self.english and place and before == " "
            yield Cut(cut.paragraph, cut.start - 1, cut.end) if spaced else cut

    def begun(self, text: str) -> str:
        """The words as a line starts: in English its first letter is a capital."""
        return text[:1].upper() + text[1:] if self.english else text

    def _uncounted(self, cuts: list[Cut]) -> list[Cut]:
        """The cuts without the 一是 of a list that they have no second member of."""
        text = self.text(cuts[0]) if cuts else ""
        found = _FIRST.match(text) if text.startswith(("一是", "第一")) else None
        if not found or any(_SECOND.search(self.text(cut)) for cut in cuts):
            return cuts
        first = cuts[0]
        return [Cut(first.paragraph, first.start + found.end(), first.end), *cuts[1:]]

    def excerpt(self, cuts: Iterable[Cut], *, question: bool = False) -> Excerpt:
        """The cuts joined, closed by a full stop (or a question mark); in English with a capital.

        Cuts that touch become one; the white space and the mark at the very end are replaced.
        """
        merged = tuple(self._uncounted(_merge(self._spaced(cuts))))
        text = self.begun(self.printed(merged))
        return Excerpt(close(text, english=self.english, question=question), merged)


def close(text: str, *, english: bool = False, question: bool = False) -> str:
    """`text` with a mark at its end that closes a sentence."""
    if _STOPPED.search(text) and not (question and not text.endswith(("？", "?"))):
        return text.rstrip()
    stop = ("?" if english else "？") if question else ("." if english else "。")
    return text.rstrip(_END) + stop


def _merge(cuts: Iterable[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    for cut in cuts:
        last = merged[-1] if merged else None
        if last and last.paragraph == cut.paragraph and last.end >= cut.start >= last.start:
            merged[-1] = Cut(cut.paragraph, last.start, max(last.end, cut.end))
        else:
            merged.append(cut)
    return merged


def _all_paragraphs(transcript: Transcript) -> list[Paragraph]:
    """Those that are printed, and for news the quotations as well (same ids are not repeated)."""
    found = {p.id: p for p in transcript.narration}
    for turn in transcript.turns:
        for paragraph in turn.paragraphs:
            found.setdefault(paragraph.id, paragraph)
    return list(found.values())


def _offsets(paragraphs: Iterable[Paragraph]) -> dict[str, int]:
    offsets, at = {}, 0
    for paragraph in paragraphs:
        offsets[paragraph.id] = at
        at += len(paragraph.text) + 1
    return offsets
