"""A question in few words: the clause that asks, with as much of its topic as fits.

Cut away are greetings, the journalist's own introduction, the words of asking (请问) and the praise
before the question. 这方面有哪些举措 says nothing alone: the clause before it is put back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.briefing.clauses import is_courtesy, trim
from exporter.briefing.cues import anywhere, anywhere_of, at_start
from exporter.briefing.model import Cut, Excerpt
from exporter.briefing.reading import Reading
from exporter.briefing.sentences import balanced
from exporter.transcript.model import Turn

LONGEST = 40
_SHORT, _TOPIC = 8, 12
_LISTED = re.compile(
    r"(.{2,30}?)(?:、[^，]{1,60}?)((?:等(?:工作|方面|领域|环节|过程|问题)*[中上里]?|(?:工作|方面|过程)[中上里])[，,])$"
)

_TELL = re.compile(r"介绍")
_FEWEST = 4
_YOU = re.compile(r"你们|您们")
_LENGTH_OF_YOU = 2
_OWN = "我本全贵各该"
_NAMED = re.compile(
    r"(?:^|[，。；：！])(?:近年来，?|据了解，?|目前，?|我们注意到，?)?"
    r"([\u4e00-\u9fff]{2,8}?[县市区州省局委厅])(?=[\u4e00-\u9fff])"
)


class _Piece(NamedTuple):
    """A clause of the question turn. `asks`: it starts with words of asking, which are cut away."""

    cut: Cut
    text: str
    sentence: int
    asks: bool
    queries: bool


def ask(reading: Reading, turn: Turn) -> Excerpt | None:
    """The question itself, in at most `LONGEST` characters of Chinese where it can be had."""
    pieces = _pieces(reading, turn)
    first = _first_query(pieces)
    if first is None:
        return None
    start = _start(reading, pieces, first)
    cuts = _with_topic(reading, pieces, start, pieces[start : first + 1])
    room = LONGEST * reading.scale - sum(cut.end - cut.start for cut in cuts)
    cuts += [piece.cut for piece in _more(pieces, first, room)]
    cuts = _addressed(reading, turn, cuts)
    if not balanced("".join(map(reading.text, cuts))):
        return None
    return reading.excerpt(cuts, question=True)


def _pieces(reading: Reading, turn: Turn) -> list[_Piece]:
    """The clauses of the turn that may be used, without the words of asking at their head."""
    pieces: list[_Piece] = []
    asked = False
    sentences = (s for p in turn.paragraphs for s in reading.sentences(p))
    for number, sentence in enumerate(sentences):
        for clause in reading.clauses(sentence):
            cut = trim(reading, clause)
            asking = at_start("ask").match(reading.text(cut))
            asked = asked or bool(asking)
            if piece := _piece(reading, cut, _asked(reading, cut, asking), number, asked):
                pieces.append(piece)
                asked = False
    return pieces


def _asked(reading: Reading, cut: Cut, asking: re.Match[str] | None) -> int:
    """How much of the clause is words of asking; none where nothing else asks (请介绍一下…)."""
    if not asking or not _TELL.search(asking.group()):
        return asking.end() if asking else 0
    rest = reading.text(cut)[asking.end() :]
    return asking.end() if anywhere("asking").search(rest) or len(rest) < _FEWEST else 0


def _piece(reading: Reading, cut: Cut, at: int, sentence: int, asks: bool) -> _Piece | None:
    text = reading.text(cut)
    back = at_start("refers_back").match(text, at)
    at = back.end() if back else at
    rest = text[at:]
    if not rest.strip("，。？！,.?! ") or _says_nothing(rest):
        return None
    return _Piece(
        Cut(cut.paragraph, cut.start + at, cut.end),
        rest,
        sentence,
        asks,
        bool(anywhere("interrogative").search(rest)),
    )


def _says_nothing(text: str) -> bool:
    """Whether the clause greets, thanks or introduces, and asks nothing."""
    if anywhere("interrogative").search(text):
        return False
    return bool(at_start("self_reference").match(text)) or is_courtesy(text)


def _says_little(text: str, scale: int) -> bool:
    """Whether the clause doesn't say what it asks about."""
    return len(text) < _SHORT * scale or bool(at_start("topicless").match(text))


def _first_query(pieces: Sequence[_Piece]) -> int | None:
    """The first clause that asks: after 请问 if that was said, else in a sentence with ？."""
    asked = next((i for i, piece in enumerate(pieces) if piece.asks), None)
    if asked is not None:
        found = next((i for i in range(asked, len(pieces)) if pieces[i].queries), None)
        return asked if found is None else found
    marked = {piece.sentence for piece in pieces if piece.text.rstrip().endswith(("？", "?"))}
    queries = [i for i, piece in enumerate(pieces) if piece.queries]
    return next(
        (i for i in queries if pieces[i].sentence in marked), queries[0] if queries else None
    )


def _start(reading: Reading, pieces: Sequence[_Piece], first: int) -> int:
    """The clause that the question starts with: back to 请问, or to what still fits."""
    start = first
    while start and not pieces[start].asks and pieces[start - 1].sentence == pieces[first].sentence:
        if _length(pieces[start - 1 : first + 1]) > LONGEST * reading.scale:
            break
        before = pieces[start - 1].text
        if at_start("dangling").match(before) or anywhere_of("points_back").search(before):
            break
        start -= 1
    while start < first and anywhere_of("points_back").search(pieces[start].text):
        start += 1
    return start


def _more(pieces: Sequence[_Piece], first: int, room: int) -> list[_Piece]:
    """The clauses after the first query that ask on and fit."""
    more: list[_Piece] = []
    for piece in pieces[first + 1 :]:
        room -= len(piece.text)
        if room < 0:
            break
        more.append(piece)
    while more and not more[-1].queries:
        more.pop()
    return more


def _with_topic(
    reading: Reading, pieces: Sequence[_Piece], start: int, chosen: Sequence[_Piece]
) -> list[Cut]:
    """The cuts, with the clause before them when they say nothing alone and it fits."""
    cuts = [piece.cut for piece in chosen]
    room = LONGEST * reading.scale - _length(chosen)
    if room < 0:
        cuts = [*_squeezed(reading, cuts[0]), *cuts[1:]]
    if not start or not _says_little(chosen[0].text, reading.scale):
        return cuts
    before = pieces[start - 1]
    if anywhere_of("points_back").search(before.text):
        return cuts
    if len(before.text) <= room and not at_start("dangling").match(before.text):
        return [*_further_back(reading, pieces, start - 1, room), *cuts]
    squeezed = _squeezed(reading, before.cut)
    length = sum(cut.end - cut.start for cut in squeezed)
    return [*squeezed, *cuts] if length <= room else cuts


def _further_back(reading: Reading, pieces: Sequence[_Piece], at: int, room: int) -> list[Cut]:
    """The clause that gives the topic, with the one before it where it is short and that fits."""
    chosen = [pieces[at]]
    short = _TOPIC * reading.scale
    while at and len(chosen[0].text) < short and pieces[at - 1].sentence == chosen[0].sentence:
        at -= 1
        if _length([pieces[at], *chosen]) > room:
            break
        chosen.insert(0, pieces[at])
    return [piece.cut for piece in chosen]


def _addressed(reading: Reading, turn: Turn, cuts: list[Cut]) -> list[Cut]:
    """The cuts with the name that the journalist used before in the place of 你们; without 你们
    where the clause before it has the name."""
    place = next((i for i, cut in enumerate(cuts) if _YOU.match(reading.text(cut))), None)
    if place is None:
        return cuts
    first = cuts[place]
    before = reading.paragraphs[first.paragraph].text[: first.start]
    named = [found for found in _NAMED.finditer(before) if found[1][0] not in _OWN]
    if not named:
        return cuts
    name = Cut(first.paragraph, named[-1].start(1), named[-1].end(1))
    said = any(cut.start <= name.start < cut.end for cut in cuts[:place])
    rest = Cut(first.paragraph, first.start + _LENGTH_OF_YOU, first.end)
    if place and not said:
        return cuts
    return [*cuts[:place], *([] if said else [name]), rest, *cuts[place + 1 :]]


def _squeezed(reading: Reading, cut: Cut) -> list[Cut]:
    """A clause like 在甲、乙、丙等工作中， without all but the first of its list.

    Without 等 the first alone would be another question: then all that is listed goes.
    """
    found = _LISTED.search(reading.text(cut))
    if not found or "、" in found[1]:
        return [cut]
    if not found[2].startswith("等"):
        whole = found[1].rfind("在")
        return [Cut(cut.paragraph, cut.start, cut.start + whole)] if whole > 1 else [cut]
    return [
        Cut(cut.paragraph, cut.start, cut.start + found.end(1)),
        Cut(cut.paragraph, cut.start + found.start(2), cut.end),
    ]


def _length(pieces: Sequence[_Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
