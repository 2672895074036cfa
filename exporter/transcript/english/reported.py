"""Whom an English report names: in full, by surname, by office, as *he* or *she*."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.transcript.english.names import OFFICE_WORD, TITLED
from exporter.transcript.english.outlets import OFFICES
from exporter.transcript.lexicon import any_of, words

_PRONOUN = re.compile(r"(?:^|[, ])(?:he|she)$", re.IGNORECASE)
_BODIES = frozenset(words("english", "bodies"))
_CALLINGS = frozenset(words("english", "callings"))
_OPENERS = frozenset(words("english", "openers"))
# Addressing India: a clause's verb, no given name (as Ming, Ying are)
_DOING = re.compile(r"[A-Z][a-z]{3,20}ing")
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'\-]{1,30}"
RUN = re.compile(
    rf"(?:[A-Z]\.? ){{0,3}}{_WORD}(?: (?:[A-Z]\.|(?:de|van|von|al|bin|da)\b|{_WORD})){{0,9}}"
)
# the spokesperson | Lin Bo
_AHEAD = re.compile(r"\b[Tt]he (?P<office>[a-z]+(?: [a-z]+){0,3}) $")
_AHEAD_OF_HIM, _PARAGRAPHS = 2_000, 4  # characters and paragraphs in which *he* is named
VERB = rf"(?:{any_of('english', 'verbs')}|pointed out|went on)"
# Before the mayor came, Dent said | she trusts him
_TELLS = re.compile(
    r"(?:^|[.,;] |\n)(?P<who>[^.,;!?\n\"“”]{2,80}?) (?:\w{2,12}ly |also )?"
    rf"(?:{VERB}|was asked)\b"
)
_HOLDER = re.compile(r"[Tt]he (?P<office>[A-Za-z]+(?: [A-Za-z]+){0,4})")
# Dent's statement | reads
_STATEMENT = re.compile(r"'s (?:\w+ )?(?:statement|letter|message|post|speech)$")
_POST = 60  # characters of an office before a name
_RANK = re.compile("[A-Z]{2,4}")  # Police Spokesperson ACP | Ann Roe
_ASIDE = re.compile(r" (?:after|before|during|following|when|while|in|on|at|as|from|to|with) ")
ASIDES = re.compile(rf"{_ASIDE.pattern}[^.\n]{{0,200}}")
"""What a clause adds to who says something: where, when, after meeting whom."""
_SURNAME = re.compile(r"(?<![\w'\-])(?P<name>[A-Z][\w'\-]{1,30})$")  # Mr | Dent


class Who(NamedTuple):
    """A person, and the office that the page gives him there or before."""

    name: str
    office: str


def people_in(view: str) -> dict[str, Who]:
    """The people whom the page names in full, with the office that it gives first; De Blom of Jo de
    Blom is none of them."""
    found: dict[str, Who] = {}
    for run in RUN.finditer(view):
        name, office = parted(run[0])
        if not name:
            continue
        behind = re.match(r", ([^,.\n\"“”]{3,80})[,.]", view[run.end() : run.end() + 90])
        if not office and behind and OFFICES.search(behind[1]):
            office = behind[1]
        if not office and (ahead := _AHEAD.search(view, max(0, run.start() - 60), run.start())):
            office = ahead["office"] if OFFICES.fullmatch(ahead["office"].split()[-1]) else ""
        office = office or _post_before(view, run.start())
        known = found.get(name)
        if known is None or (office and not known.office):
            found[name] = Who(name, office)
    ends = {whole.casefold().partition(" ")[2] for whole in found}
    return {name: who for name, who in found.items() if name.casefold() not in ends}


def _post_before(view: str, at: int) -> str:
    """The office in small letters right before a name (``the bank's deputy governor Lin Bo``)."""
    ahead = view[max(0, at - _POST) : at]
    tokens = ahead.split(" ")[:-1] if ahead.endswith(" ") else []
    first = len(tokens)
    while first and OFFICE_WORD.match(tokens[first - 1]):
        first -= 1
    told = first < len(tokens) and OFFICES.fullmatch(tokens[-1])
    return " ".join(tokens[first:]) if told else ""


def parted(run: str) -> tuple[str, str]:
    """Name and office of words in capitals (``Prime Minister Boris Dent``); no name if they are a
    body's, a place's or an office's."""
    tokens = run.removesuffix("'s").split()
    while tokens and (tokens[0] in _OPENERS or _DOING.fullmatch(tokens[0])):
        del tokens[0]
    offices = [
        index + 1
        for index, word in enumerate(tokens)
        if OFFICE_WORD.match(word) or TITLED.match(word)
    ]
    first = offices[-1] if offices else 0
    while first < len(tokens) and tokens[first] in _CALLINGS:
        first += 1
    name = tokens[first:]
    if offices and len(name) > 2 and _RANK.fullmatch(name[0]):
        del name[0]
    if not 2 <= len(name) <= 4 or any(word in _BODIES for word in name):
        return "", ""
    honorific = first == 1 and (TITLED.match(tokens[0]) or tokens[0] in _CALLINGS)
    return " ".join(name), "" if honorific else " ".join(tokens[:first])


def person_of(phrase: str, view: str, at: int, people: dict[str, Who]) -> Who | None:
    """The one person whom a phrase names in full, by surname, or as he or she."""
    phrase = phrase.strip()
    if _PRONOUN.search(phrase):
        return _of_paragraph(view, at, people)
    head = _STATEMENT.sub("", phrase.split(",")[0].strip())
    subject = _ASIDE.split(head)[0]  # said Dent | after a meeting with Ann Roe
    named = [name for run in RUN.finditer(subject) if (name := parted(run[0])[0]) in people]
    if len(named) == 1:
        who = people[named[0]]
        office = phrase[len(head) :].strip(" ,") if phrase != head else ""
        return who if who.office or not OFFICES.search(office) else who._replace(office=office)
    rest = phrase.partition(",")[2]
    behind = [name for run in RUN.finditer(rest) if (name := parted(run[0])[0]) in people]
    if not named and len(behind) == 1 and OFFICES.search(subject):  # its secretary, Jo Hale
        who = people[behind[0]]
        return who if who.office else who._replace(office=head.removeprefix("its "))
    return None if named else _told_of(subject, people)


def _by_surname(surname: str, people: dict[str, Who]) -> Who | None:
    """Who alone has the surname, last in his name or, as in Chinese, first; a name with and without
    a middle one is one person's."""
    fits = [who for name, who in people.items() if surname in _ends(name)]
    return fits[0] if len({_ends(who.name) for who in fits}) == 1 else None


def _ends(name: str) -> tuple[str, str]:
    """The first and last word of a name."""
    tokens = name.split()
    return tokens[0], tokens[-1]


def _by_office(head: str, people: dict[str, Who]) -> Who | None:
    """Who alone on the page holds the office by which a phrase calls somebody (``the mayor``)."""
    held = _HOLDER.fullmatch(head)
    words = held["office"].casefold().split() if held else []
    if not words or not OFFICES.fullmatch(words[-1]):
        return None
    fits = [who for who in people.values() if who.office.casefold().split()[-1:] == words[-1:]]
    return fits[0] if len(fits) == 1 else None


def _of_paragraph(view: str, at: int, people: dict[str, Who]) -> Who | None:
    """The one person whom the paragraph up to `at` names, or else the last that names anybody;
    of several the one whose words it reports."""
    ahead = view[max(0, at - _AHEAD_OF_HIM) : at]
    paragraphs = ahead.split("\n\n" if "\n\n" in ahead else "\n")[-_PARAGRAPHS:]
    for paragraph in reversed(paragraphs):
        told = [found["who"] for found in _TELLS.finditer(paragraph)]
        named = {who for who in people.values() if _names(who.name, paragraph)}
        tellers = {who for phrase in told if (who := _told_of(phrase, people))}
        if tellers or len(named) > 1:
            return tellers.pop() if len(tellers) == 1 else None
        if named:
            others = any(not _PRONOUN.search(phrase) for phrase in told)
            return None if others else named.pop()
        if paragraph is paragraphs[-1] and OFFICES.search(paragraph):
            return None  # an official whom the page doesn't name in full
    return None


def _told_of(phrase: str, people: dict[str, Who]) -> Who | None:
    """Whose words a clause reports, by the phrase before its verb."""
    surname = _SURNAME.search(phrase)
    if surname and not OFFICES.fullmatch(surname["name"]):
        return _by_surname(surname["name"], people)
    return _by_office(phrase.strip(), people)


def _names(name: str, text: str) -> bool:
    """Whether a text has a name, or its first or last word, as a surname stands alone."""
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in _ends(name))
