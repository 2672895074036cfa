"""A question in few words: the clause that asks, with as much of its topic as fits.

Cut away are greetings, the journalist's own introduction, the words of asking (请问) and the praise
before the question. 这方面有哪些举措 says nothing alone: the clause before it is put back; "Will he
resign?" goes with the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from exporter.briefing.cues import anywhere, anywhere_of, at_start
from exporter.briefing.lines.headed import length
from exporter.briefing.model import Cut, Excerpt
from exporter.briefing.sentences import balanced
from exporter.briefing.speech.clauses import is_courtesy, trim
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Turn

LONGEST = 40
_SHORT, _TOPIC, _WITH_SENTENCE, _BRIEF = 12, 12, 90, 60
_LISTED = re.compile(
    r"(.{2,30}?)(?:、[^，]{1,60}?)((?:等(?:工作|方面|领域|环节|过程|问题)*[中上里]?|(?:工作|方面|过程)[中上里])[，,])$"
)

_CLOSING = re.compile(r"(?:等|工作|方面|过程|领域|行动|环节){0,3}[中上里][，,]$")
_BARE = re.compile(
    r"(?:会|将|就|也|又|都|却|能|可以|不|被|受|是(?!否|不是)|等于|引发|引起|造成|导致|存在)(?!议)"
)
_TELL = re.compile(r"介绍")
_FEWEST, _FURTHEST = 4, 3
_MEMBER_END = re.compile("、")
_YOU = re.compile(r"你们|您们")
_LENGTH_OF_YOU = 2
_OWN = "我本全贵各该"
_NAMED = re.compile(
    r"(?:^|[，。；：！])(?:近年来，?|据了解，?|目前，?|我们注意到，?)?"
    r"([\u4e00-\u9fff]{2,8}?[县市区州省局委厅])(?=[\u4e00-\u9fff])"
)


_JOINT = re.compile(r"(?:(?:但是?|不过|然而|而且|并且)[，,]?|又|也(?!门|许))(?=[“《\u4e00-\u9fff])")


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
    first = _first_query(reading, pieces)
    if first is None:
        return _remark(reading, turn)
    start = _start(reading, pieces, first)
    cuts = _with_topic(reading, pieces, start, pieces[start : first + 1])
    room = LONGEST * reading.scale - sum(cut.end - cut.start for cut in cuts)
    more = _more(reading, pieces, first, room)
    cuts += [piece.cut for piece in more]
    cuts = _addressed(reading, turn, _in_context(reading, pieces, start, cuts))
    cuts[:1] = [_unjoined(reading, cuts[0])]
    if not balanced("".join(map(reading.text, cuts))):
        return None
    return reading.excerpt(cuts, question=(more or [pieces[first]])[-1].queries)


def _unjoined(reading: Reading, cut: Cut) -> Cut:
    """The cut without the conjunction that ties it to what is left out (但精深加工是短板)."""
    joint = _JOINT.match(reading.text(cut))
    return Cut(cut.paragraph, cut.start + joint.end(), cut.end) if joint else cut


def _remark(reading: Reading, turn: Turn) -> Excerpt | None:
    """What a journalist says who asks nothing: the first sentence that tells something."""
    for sentence in (s for p in turn.paragraphs for s in reading.sentences(p)):
        cut = trim(reading, sentence)
        text = reading.text(cut)
        short = len(text) <= LONGEST * reading.scale and balanced(text)
        told = len(text) >= _SHORT and not _says_nothing(text) and text[:1] not in "（("
        told = told and not text.endswith(("-", "—"))
        if short and told and not at_start("dangling").match(text):
            return reading.excerpt([cut])
    return None


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
    return _unaddressed(pieces)


def _unaddressed(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces without the body that is asked (请问大数据局，算力如何变成生产力), unless the
    question is about that (请问贵山新区，如何统筹城市建设)."""
    kept: list[_Piece] = []
    asks = False
    for piece, following in zip_longest(pieces, pieces[1:]):
        named = following and at_start("addressed").fullmatch(piece.text)
        if named and not at_start("leans").match(following.text):
            asks = asks or piece.asks
        else:
            kept.append(piece._replace(asks=piece.asks or asks))
            asks = False
    return kept


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
    """Whether the clause greets, thanks or introduces, and asks nothing; or asks leave to ask."""
    if at_start("asks_leave").match(text):
        return True
    if anywhere("interrogative").search(text):
        return False
    return bool(at_start("self_reference").match(text)) or is_courtesy(text)


def _says_little(text: str, scale: int) -> bool:
    """Whether the clause doesn't say what it asks about."""
    short = len(text) < _SHORT * scale
    return short or bool(at_start("topicless").match(text)) or _points_back(text)


def _points_back(text: str) -> bool:
    return bool(anywhere_of("points_back").search(text))


def _first_query(reading: Reading, pieces: Sequence[_Piece]) -> int | None:
    """The first clause that asks: after 请问 if that was said, else in a sentence with ？.

    In English only the mark tells: a sentence may say "what" or "will" and ask nothing.
    """
    marked = {p.sentence for p in pieces if p.text.rstrip().endswith(("？", "?", "；"))}
    queries = [i for i, piece in enumerate(pieces) if piece.queries]
    first = next((i for i in queries if pieces[i].sentence in marked), None)
    asked = next((i for i, piece in enumerate(pieces) if piece.asks), None)
    if asked is None:
        return queries[0] if first is None and queries and not reading.english else first
    found = next((i for i in queries if i >= asked), asked)
    vague = not anywhere("asking").search(pieces[found].text)
    return first if vague and first is not None and first < asked else found


def _start(reading: Reading, pieces: Sequence[_Piece], first: int) -> int:
    """The clause that the question starts with: back to 请问, or to what still fits."""
    start = first
    while start and not pieces[start].asks and pieces[start - 1].sentence == pieces[first].sentence:
        if _length(pieces[start - 1 : first + 1]) > LONGEST * reading.scale:
            break
        before = pieces[start - 1].text
        if at_start("dangling").match(before) or _points_back(before):
            break
        start -= 1
    while start < first and _points_back(pieces[start].text):
        start += 1
    return start


def _more(reading: Reading, pieces: Sequence[_Piece], first: int, room: int) -> list[_Piece]:
    """The clauses after the first query that ask on and fit."""
    more: list[_Piece] = []
    for before, piece in pairwise(pieces[first:]):
        room -= len(piece.text)
        headless = piece.text[:1].islower() and before.text.rstrip().endswith("?")
        if room < 0 or headless:
            break
        more.append(piece)
    while more and not (
        more[-1].text.rstrip().endswith("?") if reading.english else more[-1].queries
    ):
        more.pop()
    return more


def _with_topic(
    reading: Reading, pieces: Sequence[_Piece], start: int, chosen: Sequence[_Piece]
) -> list[Cut]:
    """The cuts, with the clause before them when they say nothing alone and it fits."""
    cuts = [piece.cut for piece in chosen]
    room = LONGEST * reading.scale - _length(chosen)
    if room < 0:
        first = _squeezed(reading, cuts[0], room + cuts[0].end - cuts[0].start)
        cuts = [*first, *cuts[1:]]
    if reading.english or not start or not _says_little(chosen[0].text, reading.scale):
        return cuts
    before = pieces[start - 1]
    if _points_back(before.text):
        return cuts
    if framed := _framed(reading, pieces, start - 1):
        return [*framed, *cuts] if length(framed) <= room else cuts
    hangs = at_start("dangling").match(before.text) and not _BARE.match(before.text)
    if len(before.text) <= room and not hangs:
        return [*_further_back(reading, pieces, start - 1, room), *cuts]
    squeezed = _squeezed(reading, before.cut, room)
    return [*squeezed, *cuts] if length(squeezed) <= room else cuts


def _framed(reading: Reading, pieces: Sequence[_Piece], last: int) -> list[Cut]:
    """在甲，乙工作中，: its first member with the closing words; nothing for no such frame."""
    closing = _CLOSING.search(pieces[last].text)
    if not closing or "在" in pieces[last].text:
        return []
    for piece in reversed(pieces[max(0, last - _FURTHEST) : last]):
        if piece.sentence == pieces[last].sentence and "在" in piece.text:
            at = piece.cut.start + piece.text.index("在")
            first = Cut(piece.cut.paragraph, at, piece.cut.end - 1)
            end = pieces[last].cut
            return [first, Cut(end.paragraph, end.start + closing.start(), end.end)]
    return []


def _in_context(
    reading: Reading, pieces: Sequence[_Piece], start: int, cuts: list[Cut]
) -> list[Cut]:
    """The cuts; in English with the sentence before them where they are short or lean on it ("Can
    you confirm that?"), with all of a sentence that they start in the middle of."""
    text = "".join(map(reading.text, cuts))
    short = len(text) < _BRIEF or at_start("leans").search(text)
    if not reading.english or not (short or text[:1].islower()):
        return cuts
    room = _WITH_SENTENCE * reading.scale - length(cuts)
    at = start
    while at and (at == start or pieces[at].text[:1].islower()):
        at = next(i for i in range(at) if pieces[i].sentence == pieces[at - 1].sentence)
    before = pieces[at:start]
    whole = before and not _hangs(before[0].text) and _length(before) <= room
    return [*(piece.cut for piece in before), *cuts] if whole else cuts


def _hangs(text: str) -> bool:
    """Whether the words point to what was said before them ("It is reported that" doesn't)."""
    return bool(at_start("dangling").match(text)) and not at_start("reported").match(text)


def _further_back(reading: Reading, pieces: Sequence[_Piece], at: int, room: int) -> list[Cut]:
    """The clause that gives the topic, with those before it where it is short or has no subject
    of its own (会造成浪费) and they fit; nothing for one that is left without a subject."""
    chosen = [pieces[at]]
    short = _TOPIC * reading.scale
    while at and (len(chosen[0].text) < short or _BARE.match(chosen[0].text)):
        at -= 1
        same = pieces[at].sentence == chosen[0].sentence
        if not same or _length([pieces[at], *chosen]) > room:
            break
        chosen.insert(0, pieces[at])
    bare = _BARE.match(chosen[0].text) and not _JOINT.match(chosen[0].text)
    return [] if bare else [piece.cut for piece in chosen]


def _addressed(reading: Reading, turn: Turn, cuts: list[Cut]) -> list[Cut]:
    """The cuts with the name that the journalist used before in the place of 你们; without 你们
    where the clause before it has the name."""
    place = next((i for i, cut in enumerate(cuts) if _YOU.match(reading.text(cut))), None)
    if place is None:
        return cuts
    first = cuts[place]
    before = reading.before(first)
    named = [found for found in _NAMED.finditer(before) if found[1][0] not in _OWN]
    if not named:
        return cuts
    name = Cut(first.paragraph, named[-1].start(1), named[-1].end(1))
    said = any(cut.start <= name.start < cut.end for cut in cuts[:place])
    rest = Cut(first.paragraph, first.start + _LENGTH_OF_YOU, first.end)
    if place and not said:
        return cuts
    return [*cuts[:place], *([] if said else [name]), rest, *cuts[place + 1 :]]


def _squeezed(reading: Reading, cut: Cut, room: int) -> list[Cut]:
    """A clause like 在甲、乙、丙等工作中， without all but the first of its list.

    Without 等 the first alone would be another question: as many of the list stay as fit, and all
    that is listed goes when only the first would.
    """
    text = reading.text(cut)
    found = _LISTED.search(text)
    if not found or "、" in found[1]:
        return [cut]
    if not found[2].startswith("等"):
        ends = [mark.start() for mark in _MEMBER_END.finditer(text, 0, found.start(2))][1:]
        if fitting := [end for end in ends if end + len(found[2]) <= room]:
            return [
                Cut(cut.paragraph, cut.start, cut.start + fitting[-1]),
                Cut(cut.paragraph, cut.start + found.start(2), cut.end),
            ]
        whole = found[1].rfind("在")
        return [Cut(cut.paragraph, cut.start, cut.start + whole)] if whole > 1 else [cut]
    return [
        Cut(cut.paragraph, cut.start, cut.start + found.end(1)),
        Cut(cut.paragraph, cut.start + found.start(2), cut.end),
    ]


def _length(pieces: Sequence[_Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)
