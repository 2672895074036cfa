"""The direct quotations of an English news report, and whose they are.

A quotation is speech when it has the length of a clause and ends as one inside its marks; marks
around a word or a title are none. Whose it is is said behind it (``," Lin Bo said``, ``," said Lin
Bo, director of …``), before it (``Lin Bo said: "…"``), or by its place: it goes on behind such
words, or is a paragraph of its own after one. A surname is whoever has it alone on the page, *he*
and *she* whom the paragraph alone names. Nobody is guessed.
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.english.outlets import OFFICES
from exporter.transcript.english.reported import (
    ASIDES,
    RUN,
    VERB,
    Who,
    parted,
    people_in,
    person_of,
)
from exporter.transcript.labels.label import Label
from exporter.transcript.turns.block import Block

_QUOTE = re.compile(
    r"“(?P<curly>[^“”\n]{8,3000})(?:”|(?=\n|$))"
    r"|(?<![\w\"])\"(?P<plain>[^\"\n]{8,3000})(?:(?<! )\"|\"(?!\w)|(?=\n|$))",
    re.MULTILINE,
)
_SPOKEN = re.compile(r"[.,!?…—–-]$")
_FEWEST = 4  # words of a quotation that is speech
_TOLD = 2  # words of one whose speaker is told, and that ends as a clause
_REACH = 320
# ," Lin Bo, director of the bureau, said on Friday
_BEHIND = re.compile(
    rf"[ ,]{{0,3}}(?P<who>[^\"“”.!?\n]{{2,120}}?),? (?:\w{{2,12}}ly |also )?{VERB}\b"
)
# ," said Lin Bo, director of …
_BEHIND_VERB = re.compile(rf"[ ,]{{0,3}}(?:{VERB}|Said) (?P<who>[^\"“”.!?\n:]{{2,120}})")
# …" Governor Lin Bo: nothing else in the line
_SIGNED = re.compile(r"[ ,—–-]{0,4}(?P<who>[A-Z][^\"“”.:\n]{3,80})(?=\n|$)", re.MULTILINE)
_BEFORE = re.compile(
    rf"(?:^|[.!?\"”]\s|\n)(?P<who>[^\"“”.!?\n]{{2,140}}?) {VERB}\b"
    r"(?P<more>[^\"“”.!?\n]{0,160}?)[:,]?\s?$"
)
# According to Ms Dent, " · ," according to Jo Hale
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^\"“”.!?\n,]{2,80}),?\s?$")
_ACCORDING_BEHIND = re.compile(r"[ ,]{0,3}according to (?P<who>[^\"“”.!?\n]{2,120})")


def english_quotations(view: str) -> tuple[Block, ...]:
    """The quotations of the report, in order."""
    people = people_in(view)
    blocks: list[Block] = []
    for quote in _QUOTE.finditer(view):
        start, end = quote.span("curly" if quote["curly"] else "plain")
        said = view[start:end].rstrip()
        told = _told(view, quote, people)
        opens = view[quote.start() - 1 : quote.start()] in ("", "\n")
        stopped = opens and view[quote.end() : quote.end() + 1] == "."
        spoken = stopped or _SPOKEN.search(said) is not None
        who = told or _by_place(view, quote, blocks)
        fewest = _TOLD if who and spoken else _FEWEST
        closed = view[quote.end() - 1] in '”"' or opens or who is not None
        if len(said.split()) < fewest or not (spoken or told) or not closed:
            continue
        if blocks and not told and _goes_on(view, blocks[-1], start):
            blocks[-1] = _longer(blocks[-1], start, end)
        else:
            blocks.append(_block(start, end, who))
    return tuple(blocks)


def _goes_on(view: str, last: Block, start: int) -> bool:
    """Whether a quotation is the next paragraph of the one before, which no mark closes."""
    between = view[last.end : start]
    return not between.strip('“" \n') and "\n" in between


def _longer(last: Block, start: int, end: int) -> Block:
    """A quotation with its next paragraph, the mark that opens that one left out."""
    return msgspec.structs.replace(last, end=end, printed=(*last.printed, (last.end, start)))


def without_last_lines(latin: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels, none of them where they are but a line or two of the foot of a report that quotes
    people in its own prose (``Our Principles: Trust and Care.``), or its dateline."""
    if len(labels) == 1 and _DATELINE.fullmatch(latin, labels[0].start, labels[0].end):
        return () if english_quotations(latin[labels[0].end :]) else labels
    if not 0 < len(labels) <= _FOOT or len(latin) - labels[0].start > len(latin) / 4:
        return labels
    if any(len(latin[x.end :].split("\n")[0]) > _LINE for x in labels):
        return labels
    told = [x for x in english_quotations(latin[: labels[0].start]) if x.speaker]
    return () if len(told) >= _QUOTED else labels


# Harbour City, TARN: Most towns …
_DATELINE = re.compile(r"\s*[A-Z][\w ]{2,20}, [A-Z]{4,20}:?\s*")
_FOOT = 2  # labels of a foot
_LINE = 120  # characters of its lines
_QUOTED = 2  # quotations of such a report at least


def _block(start: int, end: int, who: Who | None) -> Block:
    official = who is not None and OFFICES.search(who.office)
    return Block(
        start,
        end,
        role="spokesperson" if official else "guest",
        section="release" if official else "guest_speech",
        speaker=who.name if who else None,
        title=(who.office or None) if who else None,
        inferred=who is not None,
        quoted=True,
    )


def _told(view: str, quote: re.Match[str], people: dict[str, Who]) -> Who | None:
    """Whom the words behind or before a quotation name as its speaker."""
    after = view[quote.end() : quote.end() + _REACH]
    before = view[max(0, quote.start() - _REACH) : quote.start()]
    for pattern in (_BEHIND_VERB, _ACCORDING_BEHIND, _BEHIND, _SIGNED):
        if found := pattern.match(after):
            return person_of(found["who"], view, quote.start(), people)
    found = _BEFORE.search(before)
    if found and not _tells_of_others(found["more"]):
        return person_of(found["who"], view, quote.start(), people)
    found = _ACCORDING.search(before)
    return person_of(found["who"], view, quote.start(), people) if found else None


def _tells_of_others(more: str) -> bool:
    """Whether the words between a verb of speech and a quotation tell of somebody else's."""
    return re.search(rf"{VERB}\b", more) is not None or any(
        parted(run[0])[0] for run in RUN.finditer(more)
    )


def _by_place(view: str, quote: re.Match[str], blocks: list[Block]) -> Who | None:
    """The speaker of the quotation before, where this one goes on behind the words that name him
    (``"…," Lin Bo said. "…"``), or is the whole of the next paragraph."""
    last = blocks[-1] if blocks else None
    if last is None or not last.speaker:
        return None
    between = view[last.end + 1 : quote.start()]
    opens = quote.start() == 0 or view[quote.start() - 1] == "\n"
    closes = view[quote.end() : quote.end() + 2].removeprefix(".")[:1] in ("", "\n")
    follows = opens and closes and between.strip(" \n").count("\n") == 0
    goes_on = "\n" not in between and re.search(rf"{VERB}\b[^.!?]{{0,200}}[.,:]\s*$", between)
    nobody_else = not any(
        parted(run[0])[0] not in ("", last.speaker) for run in RUN.finditer(ASIDES.sub("", between))
    )
    return Who(last.speaker, last.title or "") if (follows or goes_on) and nobody_else else None
