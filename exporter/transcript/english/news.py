"""The direct quotations of an English news report, and whose they are.

A quotation is speech when it has the length of a clause and ends as one inside its marks; marks
around a word or a title are none. Whose it is is said behind it (``," Lin Bo said``, ``," said Lin
Bo, director of …``), before it (``Lin Bo said: "…"``), or by its place: it goes on behind such
words, or is a paragraph of its own after one. A surname is whoever has it alone on the page, *he*
and *she* whom the paragraph alone names. Nobody is guessed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.transcript.english.names import OFFICE_WORD, TITLED
from exporter.transcript.english.outlets import OFFICES
from exporter.transcript.lexicon import any_of, words
from exporter.transcript.turns.block import Block

_QUOTE = re.compile(
    r"“(?P<curly>[^“”\n]{8,3000})(?:”|(?=\n|$))|(?<![\w\"])\"(?P<plain>[^\"\n]{8,3000})(?:\"|(?=\n|$))",
    re.MULTILINE,
)
_SPOKEN = re.compile(r"[.,!?…—–-]$")
_FEWEST = 4  # words of a quotation that is speech
_TOLD = 2  # words of one whose speaker is told, and that ends as a clause
_VERB = rf"(?:{any_of('english', 'verbs')}|pointed out|went on)"
_REACH = 160
# ," Lin Bo, director of the bureau, said on Friday
_BEHIND = re.compile(
    rf"[ ,]{{0,3}}(?P<who>[^\"“”.!?\n]{{2,120}}?),? (?:\w{{2,12}}ly |also )?{_VERB}\b"
)
# ," said Lin Bo, director of …
_BEHIND_VERB = re.compile(rf"[ ,]{{0,3}}{_VERB} (?P<who>[^\"“”.!?\n:]{{2,120}})")
# …" Governor Lin Bo: nothing else in the line
_SIGNED = re.compile(r"[ ,—–-]{0,4}(?P<who>[A-Z][^\"“”.:\n]{3,80})(?=\n|$)", re.MULTILINE)
_BEFORE = re.compile(
    rf"(?:^|[.!?\"”]\s|\n)(?P<who>[^\"“”.!?\n]{{2,140}}?) {_VERB}\b[^\"“”.!?\n]{{0,60}}?[:,]?\s?$"
)
# According to Ms Dent, " · ," according to Jo Hale
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^\"“”.!?\n,]{2,80}),?\s?$")
_ACCORDING_BEHIND = re.compile(r"[ ,]{0,3}according to (?P<who>[^\"“”.!?\n]{2,120})")
_PRONOUN = re.compile(r"(?:^|[, ])(?:he|she)$", re.IGNORECASE)
_BODIES = frozenset(words("english", "bodies"))
_CALLINGS = frozenset(words("english", "callings"))
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'\-]{1,30}"
_RUN = re.compile(
    rf"(?:[A-Z]\.? ){{0,3}}{_WORD}(?: (?:[A-Z]\.|de|van|von|al|bin|da|{_WORD})){{0,9}}"
)
# the spokesperson | Lin Bo
_AHEAD = re.compile(r"\b[Tt]he (?P<office>[a-z]+(?: [a-z]+){0,3}) $")
_AHEAD_OF_HIM, _PARAGRAPHS = 2_000, 4  # characters and paragraphs in which *he* is named
_SURNAME = re.compile(r"(?<![\w'\-])(?P<name>[A-Z][\w'\-]{1,30})$")  # Mr | Dent


class _Who(NamedTuple):
    """A person, and the office that the page gives him there or before."""

    name: str
    office: str


def english_quotations(view: str) -> tuple[Block, ...]:
    """The quotations of the report, in order."""
    people = _people(view)
    blocks: list[Block] = []
    for quote in _QUOTE.finditer(view):
        kind = "curly" if quote["curly"] else "plain"
        start, end = quote.span(kind)
        said = view[start:end].rstrip()
        told = _told(view, quote, people)
        closed = view[quote.end() - 1] in '”"' or view[quote.start() - 1 : quote.start()] in (
            "",
            "\n",
        )
        spoken = _SPOKEN.search(said) is not None
        who = told or _by_place(view, quote, blocks)
        fewest = _TOLD if who and spoken else _FEWEST
        if len(said.split()) < fewest or not (spoken or told) or not closed:
            continue
        blocks.append(_block(start, end, who))
    return tuple(blocks)


def _block(start: int, end: int, who: _Who | None) -> Block:
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


def _people(view: str) -> dict[str, _Who]:
    """The people whom the page names in full, with the office that it gives first."""
    found: dict[str, _Who] = {}
    for run in _RUN.finditer(view):
        name, office = _parted(run[0])
        if not name:
            continue
        behind = re.match(r", ([^,.\n\"“”]{3,80})[,.]", view[run.end() : run.end() + 90])
        if not office and behind and OFFICES.search(behind[1]):
            office = behind[1]
        if not office and (ahead := _AHEAD.search(view, max(0, run.start() - 60), run.start())):
            office = ahead["office"] if OFFICES.fullmatch(ahead["office"].split()[-1]) else ""
        known = found.get(name)
        if known is None or (office and not known.office):
            found[name] = _Who(name, office)
    return found


def _parted(run: str) -> tuple[str, str]:
    """Name and office of words in capitals (``Prime Minister Boris Dent``); no name if they are a
    body's, a place's or an office's."""
    tokens = run.split()
    offices = [
        index + 1
        for index, word in enumerate(tokens)
        if OFFICE_WORD.match(word) or TITLED.match(word)
    ]
    first = offices[-1] if offices else 0
    while first < len(tokens) and tokens[first] in _CALLINGS:
        first += 1
    name = tokens[first:]
    if not 2 <= len(name) <= 4 or any(word in _BODIES for word in name):
        return "", ""
    honorific = first == 1 and (TITLED.match(tokens[0]) or tokens[0] in _CALLINGS)
    return " ".join(name), "" if honorific else " ".join(tokens[:first])


def _told(view: str, quote: re.Match[str], people: dict[str, _Who]) -> _Who | None:
    """Whom the words behind or before a quotation name as its speaker."""
    after = view[quote.end() : quote.end() + _REACH]
    before = view[max(0, quote.start() - _REACH) : quote.start()]
    for pattern in (_BEHIND_VERB, _ACCORDING_BEHIND, _BEHIND, _SIGNED):
        if found := pattern.match(after):
            return _person(found["who"], view, quote.start(), people)
    found = _BEFORE.search(before) or _ACCORDING.search(before)
    return _person(found["who"], view, quote.start(), people) if found else None


def _person(phrase: str, view: str, at: int, people: dict[str, _Who]) -> _Who | None:
    """The one person whom a phrase names in full, by surname, or as he or she."""
    phrase = phrase.strip()
    if _PRONOUN.search(phrase):
        return _of_paragraph(view, at, people)
    head = phrase.split(",")[0].strip()
    named = [name for run in _RUN.finditer(head) if (name := _parted(run[0])[0]) in people]
    if len(named) == 1:
        who = people[named[0]]
        office = phrase[len(head) :].strip(" ,") if phrase != head else ""
        return who if who.office or not OFFICES.search(office) else who._replace(office=office)
    behind = [name for run in _RUN.finditer(phrase) if (name := _parted(run[0])[0]) in people]
    if not named and len(behind) == 1 and OFFICES.search(head):  # its secretary, Jo Hale
        who = people[behind[0]]
        return who if who.office else who._replace(office=head.removeprefix("its "))
    surname = _SURNAME.search(head)
    return _by_surname(surname["name"], people) if surname and not named else None


def _by_surname(surname: str, people: dict[str, _Who]) -> _Who | None:
    """Who alone has the surname, last in his name or, as in Chinese, first."""
    fits = [who for name, who in people.items() if surname in (name.split()[0], name.split()[-1])]
    return fits[0] if len(fits) == 1 else None


def _of_paragraph(view: str, at: int, people: dict[str, _Who]) -> _Who | None:
    """The one person whom the paragraph up to `at` names, or else the last that names anybody."""
    ahead = view[max(0, at - _AHEAD_OF_HIM) : at]
    for paragraph in reversed(ahead.split("\n\n" if "\n\n" in ahead else "\n")[-_PARAGRAPHS:]):
        named = {who for who in people.values() if _names(who.name, paragraph)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _names(name: str, text: str) -> bool:
    """Whether a text has a name, or its first or last word, as a surname stands alone."""
    first, *_, last = name.split()
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in (first, last))


def _by_place(view: str, quote: re.Match[str], blocks: list[Block]) -> _Who | None:
    """The speaker of the quotation before, where this one goes on behind the words that name him
    (``"…," Lin Bo said. "…"``), or is the whole of the next paragraph."""
    last = blocks[-1] if blocks else None
    if last is None or not last.speaker:
        return None
    between = view[last.end + 1 : quote.start()]
    opens = quote.start() == 0 or view[quote.start() - 1] == "\n"
    closes = view[quote.end() : quote.end() + 1] in ("", "\n")
    follows = opens and closes and between.strip(" \n").count("\n") == 0
    goes_on = "\n" not in between and re.search(rf"{_VERB}\b[^.!?]{{0,80}}[.,:]\s*$", between)
    nobody_else = not any(
        _parted(run[0])[0] not in ("", last.speaker) for run in _RUN.finditer(between)
    )
    return _Who(last.speaker, last.title or "") if (follows or goes_on) and nobody_else else None
