"""Who an English label means: a lone surname, an office, a name in capitals, led to the full name
that the page prints elsewhere.

``MS. BRANDVOLD:`` under ``BY PRESS SECRETARY KIRSTEN BRANDVOLD`` is Kirsten Brandvold;
``TREASURER:`` is whom a card at the top, or the speech, names as the treasurer. A surname or an
office that fits two people is left as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from exporter.transcript.english.answers import answering, replied
from exporter.transcript.english.couples import two_of_one_surname
from exporter.transcript.english.places import Page
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of, words

TITLED = re.compile(rf"^(?:{any_of('english', 'honorifics')})\.?$", re.IGNORECASE)
OFFICE_WORD = re.compile(
    rf"^(?:[a-z]{{2,12}}-)?(?:{any_of('english', 'offices')}|{any_of('english', 'office_words')})$",
    re.IGNORECASE,
)
# Jo Hale MP
POST_NOMINALS = re.compile(rf"(?<=\w)(?:,? (?:{any_of('english', 'post_nominals')})){{1,4}}$")
CAPITAL = "A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪİĶŁĻŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
"""What names begin with, for a set of characters: É, Ü, Š and their like, too."""
_RUN_WORD = rf"[{CAPITAL}][\w'\-]{{0,30}}\.?"
_CAPITALS = re.compile(rf"\b{_RUN_WORD}(?: {_RUN_WORD}){{1,20}}")
_JOINING = frozenset(("BY", "AND", "THE", "OF", "WITH", "FOR", "TO", "IN", "AT", "ON", "FROM"))
# I'm Hale · Thanks, Jo: said to or of somebody, and no given name
_NO_GIVEN = re.compile(r"I['’]|(?:Thanks?|Hi|Hello|Hey|Dear|Okay|Yes|No|And|But|So|Well|Sorry)$")
# Lin Qing · Charles de Witt · C Y Leung · K. Tan
_WORD = rf"[{CAPITAL}][\w'\-]{{1,30}}"
_WORDS = rf"{_WORD}(?: (?:[A-Z]\.|de|van|von|al|bin|da|{_WORD})){{1,3}}"
_INITIALS = rf"(?:[A-Z]\.? ){{1,3}}{_WORD}"
NAME = rf"(?:{_INITIALS}|{_WORDS})"
# Foreign Affairs · Trade and Industry
_FIELDS = rf"(?:{any_of('english', 'fields')})(?:,? (?:{any_of('english', 'fields')})){{0,5}}"
_HONORED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.? )?"
# The Hon. Dr Gareth Whitlow MP
_CARD = re.compile(
    rf"(?:(?:The |Rt\.? )?Hon\.? )?(?:(?:Dr|Mr|Mrs|Ms|Sir|Dame|Prof(?:essor)?|Senator)\.? ){{0,3}}"
    rf"(?P<name>{_INITIALS}|{_WORDS}?)"
    r"(?: (?:MP|MLA|MLC|AM|AO|AC|KC|QC|OBE|CBE|MEP|PhD|Jr\.?)){0,4}"
)


def linked(view: str, labels: list[Label], title: str, hosts: frozenset[str]) -> tuple[Label, ...]:
    """The labels with the full names of the people whom they mean, as `title` or the page tells;
    `hosts` are those of whom the page says that they preside, in small letters."""
    page = Page(f"{title}\n{view}")
    readings = {label.reading for label in labels}
    full = _full_names(page, readings)
    for surname, names in _labelled(page, readings).items():
        # HELEN WARD, MINISTER: and not the H. Ward who authorised the page
        full[surname] = names if len(names) == 1 else full.get(surname) or names
    offices = _holders(view, labels, title)
    met = {said: _meant(said, page, full, offices) for said in readings}
    presiding = {said.name.casefold() for said in met.values() if said.kind == "host"} - {""}
    hosts |= presiding  # JO HALE, HOST: is host where the label is JO:, too
    head = f"{title}\n{view[: labels[0].start]}" if labels else ""
    held = {said.name: _held(said.name, head) for said in met.values() if said.name}
    meant = (label._replace(reading=met[label.reading]) for label in labels)
    return tuple(
        label._replace(
            reading=label.reading._replace(
                kind="host" if label.reading.name.casefold() in hosts else label.reading.kind,
                title=_office(label.reading.title or held.get(label.reading.name, ""), page),
            )
        )
        for label in answering(view, replied(view, two_of_one_surname(list(meant))), title)
    )


def _held(name: str, head: str) -> str:
    """The office that the head prints right before a name (``by Press Secretary Ann Roe``)."""
    before = rf"(?P<office>(?:[A-Za-z]{{2,20}} ){{1,4}}){re.escape(name)}\b"
    found = re.search(before, head, re.IGNORECASE)
    words = found["office"].split() if found and " " in name else []
    first = len(words)
    while first and OFFICE_WORD.match(words[first - 1]) and words[first - 1][0].isupper():
        first -= 1
    return " ".join(words[first:])


def _office(title: str, page: Page) -> str:
    """An office in capitals (``MINISTER FOR WATER``) as offices are written, short words that may
    be letters (``CEO``) left unless the page has them in small ones."""
    if not title.isupper():
        return title.removeprefix("The ")
    words = [
        word.lower()
        if word.casefold() in _SMALL
        else word.title()
        if len(word) > 4
        or (len(word) == 4 and OFFICE_WORD.match(word))
        or (len(word) > 2 and f" {word.title()} " in page.text)
        else word
        for word in title.split()
    ]
    return " ".join(words).removeprefix("the ")


_SMALL = frozenset(("of", "and", "for", "the", "in", "at", "on", "to", "with"))


def _labelled(page: Page, readings: set[Reading]) -> dict[str, set[str]]:
    """For each surname of a label (``WHITCOMBE:``, ``PM Lee:``) the full names of the labels that
    end with it (``ROSS WHITCOMBE, MINISTER FOR WATER:``), or begin, as in Chinese."""
    found: dict[str, set[str]] = defaultdict(set)
    for said in readings:
        words = said.name.split()
        if len(words) > 1 and said.kind in ("person", "name", "host"):
            name = _in_ordinary_capitals(said.name, page)
            for word in {words[0], words[-1]}:
                found[word.casefold()].add(name)
    return found


def _meant(
    said: Reading, page: Page, full: dict[str, set[str]], offices: dict[str, str]
) -> Reading:
    if said.kind == "name" and " " not in said.name:
        names = full.get(said.name.casefold(), set())
        return said._replace(name=min(names)) if len(names) == 1 else said
    if said.kind == "office" and (holder := offices.get(said.title.casefold())):
        return Reading("person", holder, said.title)
    if said.kind == "person" and len(names := full.get(said.name.casefold(), set())) == 1:
        return said._replace(name=min(names))
    if said.kind == "person" and (name := _with_given(said.name, page)):
        return said._replace(name=name)
    if said.kind == "person" and said.name.isupper() and (printed := _printed(said.name, page)):
        return said._replace(name=printed)
    if said.name.isupper() and " " in said.name:
        return said._replace(name=_in_ordinary_capitals(said.name, page))
    return said


def _with_given(name: str, page: Page) -> str:
    """A surname of several words (``DE RATO``) as the page has it behind the one given name that it
    tells; empty for any other."""
    if name.partition(" ")[0].casefold() not in _PARTICLES:
        return ""
    given = {
        word
        for word in page.words_before(name)
        if word.istitle() and not (OFFICE_WORD.match(word) or TITLED.match(word))
    }
    full = f"{min(given)} {name}" if len(given) == 1 else ""
    return _printed(full, page) if full else ""


def _in_ordinary_capitals(name: str, page: Page) -> str:
    """A name in capitals as the page has it elsewhere, else with capitals where names have them."""
    return _printed(name, page) or name.title()


def _printed(name: str, page: Page) -> str:
    """A name in capitals as the page has it elsewhere with small letters; empty if it has not."""
    words = name.split()
    pattern = re.compile(r"\s+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    printed = {found[0] for found in page.matches(words[0], pattern)} if words else set()
    mixed = sorted(" ".join(form.split()) for form in printed if form[0].isupper())
    return next((form for form in mixed if not form.isupper()), "")


def _full_names(page: Page, readings: set[Reading]) -> dict[str, set[str]]:
    """For each lone surname of a label the full names with it, those in capitals only where there
    are no others."""
    lone = {
        said.name.casefold(): said.name
        for said in readings
        if said.name and " " not in said.name and said.kind in ("person", "name", "host")
    }
    mixed: dict[str, set[str]] = defaultdict(set)
    capitals: dict[str, set[str]] = defaultdict(set)
    stretches = {stretch for name in lone.values() for stretch in page.runs(name)}
    runs = {run[0] for stretch in stretches for run in _CAPITALS.finditer(page.text, *stretch)}
    for run in runs:
        for surname, name in _named(run.split(), lone.keys()):
            (capitals if name.isupper() else mixed)[surname].add(name)
    return {
        surname: _without_initials({_longer(name, page) for name in mixed[surname]})
        or _without_initials({_longer(name, page).title() for name in capitals[surname]})
        for surname in lone
    }


def _without_initials(names: set[str]) -> set[str]:
    """The names, of those that only a middle initial tells apart (Jo Hale, Jo S. Hale) the
    longest."""
    fullest: dict[tuple[str, str], str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        first, *middle, last = name.split()
        key = (first, last) if all(map(_INITIAL.fullmatch, middle)) else (first, name)
        fullest[key] = name
    return set(fullest.values())


def _longer(name: str, page: Page) -> str:
    """A name of two words with the one before them that the page has there each time, and more than
    once (``Abebe Selam Tessema``)."""
    carded = re.compile(
        rf"^(?:[A-Z][a-z]+s?: ?)?(?P<name>{_WORD} {re.escape(name)}), [A-Z]", re.I | re.M
    )
    if card := next((c for c in map(carded.match, page.lines(name).split("\n")) if c), None):
        words = card["name"].split()
        if not any(OFFICE_WORD.match(word) or TITLED.match(word) for word in words):
            return _in_ordinary_capitals(card["name"], page)
    found = list(page.words_before(name))
    first = found[0] if found else ""
    same = len(found) > 1 and {word.casefold() for word in found} == {first.casefold()}
    if not same or OFFICE_WORD.match(first) or TITLED.match(first) or not first[0].isupper():
        return name
    return f"{first.upper() if name.isupper() else first.title()} {name}"


_INITIAL = re.compile(r"[A-Z]\.?")


def _named(tokens: list[str], lone: Collection[str]) -> Iterator[tuple[str, str]]:
    """The lone surnames among the words, and the names: given name before, or after in Chinese."""
    for index, word in enumerate(tokens):
        token = word.rstrip(".")  # Ward Casscells. ends a sentence, and no name goes on behind it
        before = tokens[index - 1] if index else ""
        after = tokens[index + 1] if index + 1 < len(tokens) and token == word else ""
        if before.endswith(".") and len(before) > 2 and not TITLED.match(before):
            before = ""
        same = _INITIAL.fullmatch(before) or token.isupper() == before.isupper()
        if token.casefold() not in lone or not same:
            continue
        given = before and before not in _JOINING and not _NO_GIVEN.match(before)
        if given and not TITLED.match(before) and not OFFICE_WORD.match(before):
            first = tokens[index - 2] if index > 1 and _INITIAL.fullmatch(before) else ""
            named = first.isalpha() and not OFFICE_WORD.match(first)
            yield token.casefold(), f"{first} {before} {token}" if named else f"{before} {token}"
        elif after and TITLED.match(before) and not token.isupper():
            yield token.casefold(), f"{token} {after}"


def _holders(view: str, labels: list[Label], title: str) -> dict[str, str]:
    """Who holds the offices that stand alone in labels, where one person does: by other labels, the
    page's head (its title and what stands above the first label), or its speeches."""
    head = f"{title}\n{view[: labels[0].start]}" if labels else title
    page = Page(view)
    alone = {
        label.reading.title.casefold()
        for label in labels
        if label.reading.kind == "office" and label.reading.title
    }
    found: dict[str, set[str]] = defaultdict(set)
    for said in {label.reading for label in labels}:
        if said.name and said.title.casefold() in alone:
            found[said.title.casefold()].add(_in_ordinary_capitals(said.name, page))
    for office in alone - set(found):
        found[office] = _holders_in_text(head, office) or _holders_in_text(
            _without_addresses(view[:_REACH], labels, office), office
        )
    if len(alone) == 1 and not any(label.reading.name for label in labels):
        (office,) = alone
        found[office] = found[office] or {name for name in _honorable(head) if _plain(name)}
        found[office] = found[office] or {name for name in _whose(head) if _plain(name)}
    return {office: min(names) for office, names in found.items() if len(names) == 1}


def _honorable(head: str) -> Iterator[str]:
    """The members of a house whom the page's head names (``The Hon Paul Ward MP``)."""
    for found in re.finditer(rf"\bHon\.? {_HONORED}(?P<name>{_WORDS}?) (?:MP|MLA|MLC)\b", head):
        yield found["name"]


# Transcript of Jo Hale's press conference
_WHOSE = re.compile(
    rf"(?P<name>{NAME})'s (?:[a-z]{{2,12}} ){{0,3}}(?i:conference|briefing|encounter|interview"
    r"|remarks|doorstop|stakeout)\b"
)


def _whose(head: str) -> Iterator[str]:
    """Whose conference the page's head says that it is, no body's."""
    for found in _WHOSE.finditer(head):
        if not _BODIES & set(found["name"].split()):
            yield found["name"]


# Treasurer, Paul Ward - good morning: who is greeted by name holds the office
_GREETED = r"(?:good (?:morning|afternoon|evening|day)|welcome|thanks?\b|hello|hi\b)"


def _without_addresses(view: str, labels: list[Label], office: str) -> str:
    """The page without the office where a speech begins with it: there it calls on its holder, and
    the name behind it is another's (``Chief Executive, Professor Qian has asked …``)."""
    called = re.compile(
        rf"\s*{re.escape(office)},(?! {NAME}[ ,–-]{{1,3}}{_GREETED})", re.IGNORECASE
    )
    pieces, at = [], 0
    for label in labels:
        if found := called.match(view, label.end):
            pieces.append(view[at : label.end])
            at = found.end()
    return "".join([*pieces, view[at:]])


def _holders_in_text(view: str, office: str) -> set[str]:
    """The people whom the page names with the office: ``Treasurer Gareth Whitlow``, ``Gareth
    Whitlow, the Treasurer``, or a card of two lines."""
    spokes = _SPOKES.fullmatch(office)
    office = _SHORT.get(office, office)
    if spokes is None:
        return _named_with(view, office, rf"(?i:{re.escape(office)})")
    rank = spokes["rank"] or ""
    exact = _named_with(view, office, rf"(?i:{re.escape(rank)}spokes(?:man|woman|person))")
    deputies = rf"(?i:(?:{_RANKS}) spokes(?:man|woman|person))"
    return exact if exact or rank else _named_with(view, office, deputies)


_SHORT = {"pm": "prime minister", "dpm": "deputy prime minister", "ce": "chief executive"}
_REACH = 60_000  # characters in which a page says who holds an office
_RANKS = "deputy|acting|associate|chief|senior|official"
_SPOKES = re.compile(rf"(?P<rank>(?:{_RANKS}) )?spokes(?:man|woman|person)")


def _named_with(view: str, office: str, words: str) -> set[str]:
    """The people whom the page names with the office that the pattern `words` matches."""
    names: set[str] = set()
    page = Page(view)
    view = page.lines("spokes" if _SPOKES.fullmatch(office) else office)
    fields = _by_field(page, office)
    patterns = (
        rf"(?:(?P<before>[\w\-]+) )?\b{words}(?: for {_FIELDS}| (?:of|for) [A-Z]\w+)?,? "
        rf"(?:[Tt]he Hon(?:ourable|\.)? )?{_HONORED}(?P<name>{NAME})",
        rf"(?P<name>{NAME}),? (?:the |our )?{words}\b(?! (?:General|Minister))",
        rf"(?P<name>{NAME}) \((?:the )?{words}\)",
    )
    named = (found for pattern in patterns for found in re.finditer(pattern, view))
    for found in (*named, *fields):
        name = POST_NOMINALS.sub("", without_honorific(found["name"]).removesuffix("'s"))
        before = found.groupdict().get("before") or ""
        if _plain(name) and not before.removeprefix("The").istitle():
            names.add(name)
    above = rf"(?m)^(?P<card>[^\n:]{{4,60}})\n[ \t]*{words}\b[^\n:]{{0,60}}$"
    below = rf"(?m)\b{words}[ \t]*\n(?P<card>(?i:the hon)\b[^\n:]{{4,60}})$"
    beside = rf"\b{words} (?P<card>(?i:the hon)\.?(?: [\w'\-.]+){{2,5}}? (?:MP|MLA|MLC)\b)"
    cards = [*re.finditer(above, view)] or [*re.finditer(below, view), *re.finditer(beside, view)]
    for found in cards:
        card = _CARD.fullmatch(_in_mixed_case(found["card"].strip()))
        if card and _plain(card["name"]):
            names.add(card["name"])
    return names


def _in_mixed_case(line: str) -> str:
    """A line in capitals (``THE HON JOHN WARD MP``) as names are written, but for short words."""
    if not line.isupper():
        return line
    return " ".join(word if len(word) < 3 else word.title() for word in line.split())


def _by_field(page: Page, office: str) -> Iterator[re.Match[str]]:
    """``Jonas Lievens (migration)`` in a list of spokespersons, for Spokesperson for migration."""
    _, found, field = office.partition(" for ")
    if found:
        pattern = rf"(?P<name>{NAME}) \((?i:{re.escape(field)})\)"
        yield from re.finditer(pattern, page.lines(field))


def without_honorific(name: str) -> str:
    """A name without the honorific before it (``Dr Aoife Brennan``), if two words are left."""
    first, _, rest = name.partition(" ")
    return rest if TITLED.match(first) and " " in rest else name


def _plain(name: str) -> bool:
    """Whether words in capitals are a name and nothing else."""
    return not name.isupper() and not any(
        OFFICE_WORD.match(word) or TITLED.match(word) or word in _NO_NAMES for word in name.split()
    )


_NO_NAMES = frozenset(words("english", "no_names"))
_BODIES = frozenset(words("english", "bodies"))
_PARTICLES = frozenset(words("english", "particles"))
