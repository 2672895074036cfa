"""The people of a record, each once, with every form of address that certainly means them.

Linking is by full name; by surname and office (夏副市长) or given name and office (俊伟常务, 盛义局长) only where
one person of the record fits. Two people with one surname and one office stay unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.block import Block
from exporter.transcript.model import Person, Role
from exporter.transcript.names import Titled, split_office
from exporter.transcript.offices import HONORIFIC, ONE_OFFICE
from exporter.transcript.roster import Roster
from exporter.transcript.surnames import COMPOUND

_SHORT_OFFICE = re.compile(r"(?:常务副?|副)?[\u4e00-\u9fff]{1,3}$")


def find_people(view: str, blocks: tuple[Block, ...], roster: Roster) -> tuple[Person, ...]:
    """The speakers in the order of speaking, then those only introduced."""
    spoken: dict[str, Role] = {}
    for block in blocks:
        if block.speaker:
            spoken.setdefault(block.speaker, block.role)
    names = [*spoken, *(name for name in roster.introduced if name not in spoken)]
    titles = {name: _titles(name, blocks, roster) for name in names}
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
                aliases=tuple(_aliases(view, name, names, titles)),
                spoke=name in spoken,
            )
        )
    return tuple(people)


def _titles(name: str, blocks: tuple[Block, ...], roster: Roster) -> tuple[str, ...]:
    """Every title that the page gives a name, each once."""
    known = [t.title for t in roster.titled(name)]
    known += [block.title for block in blocks if block.speaker == name and block.title]
    return tuple(dict.fromkeys(title.replace("  ", " ").strip() for title in known if title))


def _best_title(titles: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Body and office in the fullest form: a title with a body before one without, the longer body."""
    pairs = [split_office(title) for title in titles]
    with_office = [pair for pair in pairs if pair[1]]
    return max(with_office, key=lambda pair: len(pair[0] or ""), default=(None, None))


def surname_of(name: str) -> str:
    """The surname, compound ones too; a dotted name has none to be called by."""
    if "·" in name:
        return name
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[0]


def short_offices(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The offices one is addressed by: 副市长 and 市长 for 市人民政府副市长; 常务 for 常务副部长."""
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
    return tuple(word for word in found if word)


def _aliases(
    view: str, name: str, names: list[str], titles: dict[str, tuple[str, ...]]
) -> Iterator[str]:
    """Forms of address for `name` that the page uses and that fit nobody else on it."""
    surname = surname_of(name)
    if "·" in name or len(name) <= len(surname):
        return
    given = name[len(surname) :]
    rivals = [other for other in names if other != name]
    for office in short_offices(titles[name]):
        alone = not any(
            surname_of(other) == surname and office in short_offices(titles[other])
            for other in rivals
        )
        if alone and _stands(view, surname + office):
            yield surname + office
        if len(given) > 1 and _stands(view, given + office) and not _given_shared(given, rivals):
            yield given + office
    for found in dict.fromkeys(
        re.findall(rf"(?<![\u4e00-\u9fff]){re.escape(surname)}(?:{HONORIFIC})", view)
    ):
        if not any(surname_of(other) == surname for other in rivals):
            yield found


def _given_shared(given: str, rivals: list[str]) -> bool:
    return any(other.endswith(given) for other in rivals)


def _stands(view: str, alias: str) -> bool:
    """Whether the form of address stands on the page on its own, not inside a longer name."""
    return (
        re.search(
            rf"(?<![\u4e00-\u9fff]){re.escape(alias)}|(?:谢谢|感谢|有请|请|由|刚才){re.escape(alias)}",
            view,
        )
        is not None
    )


def resolve(words: str, names: list[str], titles: dict[str, tuple[str, ...]]) -> str | None:
    """The one person whom a form of address (张局长, 俊伟常务, 张先生) means; ``None`` when unsure."""
    fits = [name for name in names if _addressed(words, name, titles.get(name, ()))]
    return fits[0] if len(fits) == 1 else None


def _addressed(words: str, name: str, titles: tuple[str, ...]) -> bool:
    surname = surname_of(name)
    given = name[len(surname) :]
    for head in (surname, given if len(given) > 1 else ""):
        rest = words.removeprefix(head) if head and words.startswith(head) else ""
        if rest and (rest in short_offices(titles) or re.fullmatch(HONORIFIC, rest)):
            return True
    return False


def known_titles(roster: Roster) -> dict[str, tuple[str, ...]]:
    """The titles of everybody named so far."""
    return {name: tuple(t.title for t in roster.titled(name) if t.title) for name in roster}


def as_titled(person: Person) -> Titled:
    """The person as a phrase would name one."""
    return Titled((person.org or "") + (person.office or ""), person.name, person.honorific)
