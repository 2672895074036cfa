"""The people of a record, each once, with every form of address that certainly means them.

Linking is by full name; by surname and office (夏副市长) or given name and office (俊伟常务,
盛义局长) only where one person of the record fits. Two people with one surname and one office stay
unlinked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from exporter.transcript.lexicon import words as listed
from exporter.transcript.model import Person, Role
from exporter.transcript.people.names import HAN, split_office
from exporter.transcript.people.offices import BODY_END, HONORIFICS, ONE_OFFICE, WHOLE_OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import COMPOUND
from exporter.transcript.turns.block import Block

# Secretary: 局长
_RENDERED: dict[str, list[str]] = defaultdict(list)
for _pair in listed("offices", "in_english"):
    _english, _, _chinese = _pair.partition(":")
    _RENDERED[_english.replace("_", " ")].append(_chinese)
# What a form of address follows: 谢谢夏副市长 · 有请宋局长 · 刚才俊伟常务 · a stop
_BEFORE_ADDRESS = re.compile("[谢请由才。！？，\\n]")
_LONGEST_ADDRESS = 9
_LONGEST_TITLE = 40


def find_people(view: str, blocks: tuple[Block, ...], roster: Roster) -> tuple[Person, ...]:
    """The speakers in the order of speaking, then those only introduced."""
    spoken: dict[str, Role] = {}
    for block in blocks:
        if block.speaker:
            spoken.setdefault(block.speaker, block.role)
    names = [*spoken, *(name for name in roster.introduced if name not in spoken)]
    said: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.speaker and block.title:
            said[block.speaker].append(block.title)
    titles = {name: _titles(name, said[name], roster) for name in names}
    addresses = _addresses(view, titles)
    people = []
    for number, name in enumerate(names, 1):
        org, office = _best_title(titles[name])
        honorific = next((t.honorific for t in roster.titled(name) if t.honorific), None)
        people.append(
            Person(
                id=f"s{number}",
                name=name,
                role=spoken.get(name, "spokesperson"),
                office=office,
                org=org,
                honorific=honorific,
                aliases=addresses.get(name, ()),
                spoke=name in spoken,
            )
        )
    return tuple(people)


def _titles(name: str, said: list[str], roster: Roster) -> tuple[str, ...]:
    """Every title that the page gives a name, those of its labels (`said`) last, each once."""
    known = [*(t.title for t in roster.titled(name)), *said]
    return tuple(dict.fromkeys(title.replace("  ", " ").strip() for title in known if title))


def _best_title(titles: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Body and office as the page gives them first, the body in the fullest form of the same."""
    pairs = [pair for title in titles if (pair := split_office(title))[1]]
    if not pairs:
        return None, None
    org, office = next((pair for pair in pairs if pair[0] and pair[1] == pairs[0][1]), pairs[0])
    if org is None:
        fuller = (pair for pair in pairs if pair[0] and str(pair[1]).endswith(str(office)))
        org, office = next(fuller, (org, office))
    same = [body for body, held in pairs if body and held == office and body.endswith(org or "")]
    return max([org or "", *same], key=len) or None, office


def surname_of(name: str) -> str:
    """The surname, compound ones too; a dotted name has none to be called by."""
    if "·" in name:
        return name
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[0]


def short_offices(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The offices one is addressed by: 副市长 and 市长 for a 副市长; 常务 for a 常务副部长."""
    found: dict[str, None] = {}
    for title in titles:
        for office in ONE_OFFICE.finditer(split_office(title)[1] or ""):
            word = office[0]
            found[word] = None
            bare = re.sub("^(?:党组|常务|专职|第一|执行|兼职|挂职)*(副?)", r"\1", word)
            found[bare] = None
            found[bare.removeprefix("副")] = None
            if "常务" in word:
                found["常务"] = None
            if word.endswith("总工程师"):
                found["总工"] = None
            for length in (2, 3):  # 社区书记 is 书记, 新闻发言人 发言人
                if len(word) > length and WHOLE_OFFICE.fullmatch(word[-length:]):
                    found[word[-length:]] = None
    return tuple(word for word in found if word)


# 张总 · 刘工 · 钱董; 局长 and 处长 go by their first character
_IN_SHORT = {
    "总经理": "总",
    "总裁": "总",
    "总监": "总",
    "总规划师": "总",
    "总经济师": "总",
    "总会计师": "总",
    "总设计师": "总",
    "总农艺师": "总",
    "总编辑": "总",
    "总工程师": "工",
    "工程师": "工",
    "董事长": "董",
    # 葛指导 is a coach
    "主教练": "指导",
    "总教练": "指导",
    "教练": "指导",
}


def _forms(name: str, titles: tuple[str, ...]) -> Iterator[str]:
    """Every form of address that a person's name and offices allow."""
    surname = surname_of(name)
    given = name[len(surname) :]
    if "·" in name:  # 古丽娜尔局长 is 古丽娜尔·买买提
        surname = name.partition("·")[0]
    elif not given:
        return
    yield from (surname + honorific for honorific in HONORIFICS)
    for office in short_offices(titles):
        yield surname + office
        if short := _IN_SHORT.get(office) or (office[1:] == "长" and office[0]):
            yield surname + short
        if len(given) > 1:
            yield given + office


def _addresses(view: str, titles: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """For each name the forms of address that stand on the page and fit nobody else on it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, held in titles.items():
        for form in _forms(name, held):
            owners[form].add(name)
    met: dict[str, dict[str, None]] = defaultdict(dict)
    starts = {form[:2] for form in owners}
    ends = [found.end() for found in _BEFORE_ADDRESS.finditer(view)]
    for at in [at for at in ends if view[at : at + 2] in starts]:
        ahead = view[at : at + _LONGEST_ADDRESS]
        for length in range(len(ahead), 1, -1):
            held_by = owners.get(ahead[:length])
            if held_by:
                if len(held_by) == 1:
                    met[next(iter(held_by))][ahead[:length]] = None
                break
    return {name: tuple(forms) for name, forms in met.items()}


class Addresses:
    """Whom a form of address or an office means, of those whose `titles` are given."""

    def __init__(self, titles: dict[str, tuple[str, ...]]) -> None:
        self.titles = titles
        self._by_ending: dict[str, list[str]] = {}

    def resolve(self, words: str) -> str | None:
        """The one person whom the words mean; ``None`` when unsure.

        ``张局长``, ``俊伟常务``, ``张先生`` by name and office; ``市长`` by the office alone;
        ``卫生防护中心总监`` by the end of one title that says of which department, too.
        """
        fits = next((found for owners in self._owners if (found := owners.get(words))), None)
        if fits is None and words.isascii():
            return self._in_english(words)
        fits = self._ending(words) if fits is None else fits
        fits = fits or self._of_body(words)
        if len(fits) > 1:  # 总统 beside a 副总统
            fits = self._owners[-1].get(words, fits)
        return fits[0] if len(fits) == 1 else None

    def _in_english(self, words: str) -> str | None:
        """The one person with the Chinese office that an English one renders (``Secretary``,
        ``Secretary for Water``)."""
        offices = _RENDERED.get(words) or _RENDERED.get(re.split(" (?:for|of) ", words)[0]) or []
        names = {name for office in offices if (name := self.resolve(office))}
        return min(names) if len(names) == 1 else None

    def _ending(self, words: str) -> list[str]:
        """Those with a title that ends with the words, body and office."""
        if words not in self._by_ending:
            body = split_office(words)[0] if len(words) <= _LONGEST_TITLE else None
            self._by_ending[words] = [
                name
                for name, held in (self.titles.items() if body else ())
                if any(title.endswith(words) or _cut(title, words) for title in held)
            ]
        return self._by_ending[words]

    def _of_body(self, words: str) -> list[str]:
        """Those whom a body, a surname and an office mean together (``公关室叶主任``)."""
        found = _BODY_BEFORE.fullmatch(words)
        owners = self._owners[0].get(found["form"], []) if found else []
        body = found["body"] if found else ""
        return [name for name in owners if any(body in held for held in self.titles[name])]

    def opening(self, phrase: str) -> str | None:
        """The first name given with which the phrase opens."""
        fits = {phrase[:length] for length in self._lengths} & self.titles.keys()
        return next(iter(fits if len(fits) < 2 else filter(fits.__contains__, self.titles)), None)

    @cached_property
    def _lengths(self) -> frozenset[int]:
        return frozenset(map(len, self.titles))

    @cached_property
    def _owners(self) -> tuple[dict[str, list[str]], ...]:
        """Who is called so: by a form with the name, by an office in short, by one as printed."""
        by_form, by_office, by_title = (defaultdict[str, list[str]](list) for _ in range(3))
        for name, held in self.titles.items():
            for owners, words in (
                (by_form, _forms(name, held)),
                (by_office, short_offices(held)),
                (by_title, held),
            ):
                for word in dict.fromkeys(words):
                    if word:
                        owners[word].append(name)
        return by_form, by_office, by_title


_BODY_BEFORE = re.compile(rf"(?P<body>{HAN}{{0,12}}(?:{BODY_END}))(?P<form>{HAN}{{2,6}})")


def _cut(title: str, words: str) -> bool:
    """Whether a title is what a list has left of the `words` that name one office (…局及 |
    安老局局长)."""
    before = words.removesuffix(title)
    return len(before) < len(words) and before.endswith(("及", "和", "与", "暨"))


def known_people(roster: Roster) -> Addresses:
    """Whom words mean, of everybody named so far."""
    titles = ((name, (t.title for t in roster.titled(name) if t.title)) for name in roster)
    return Addresses({name: tuple(held) for name, held in titles})
