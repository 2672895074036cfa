"""Labels of English transcripts: ``MS. CHEN:``, ``Q``, ``Xinhua:``, ``Moderator``, ``Li Wei,
director of …:``.

In English the colon and the capitals tell: a label opens a line, or in flat text a sentence, and
names a person, an outlet, a moderator or a bare Q or A. A capitalised word before a colon that
recurs nowhere is none (``Note:``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from exporter.source.model import Mark
from exporter.source.scanning import at_lines
from exporter.source.scripts import count_of
from exporter.transcript.english.cards import said_before, without_cards
from exporter.transcript.english.dressed import FEWEST, dressed_labels
from exporter.transcript.english.forms import own_line_labels
from exporter.transcript.english.hosts import CONNECTS, interviewed, presided
from exporter.transcript.english.intros import introduced
from exporter.transcript.english.keys import keyed_labels
from exporter.transcript.english.names import OFFICE_WORD, TITLED, linked, without_honorific
from exporter.transcript.english.outlets import ACRONYM, OFFICES, is_outlet
from exporter.transcript.labels.label import Label, apart
from exporter.transcript.labels.reading import Kind, Reading
from exporter.transcript.lexicon import any_of, words

_NAME_WORD = (
    r"(?:[A-Z][\w'\-]*\.?|de|van|von|al|bin|da|la|le|d'|from|of|with|the|in|for|"
    r"reporter|correspondent|journalist)"
)
# GEN.⏎POLLOCK: a page that was cut at full stops
_CUT = r"(?:(?:GEN|ADM|COL|CAPT|DR|MR|MRS|MS|SEN|REP|GOV|AMB|PROF|LT|MAJ)\.\n)?"
_WHO = rf"{_CUT}{_NAME_WORD}(?:[ ]{_NAME_WORD}){{0,7}}(?:[ ]\d{{1,2}}(?=[ ]?[:(]))?"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
# [12:47] 19. … · >> … (captions of television) · • …: what may stand before the words of a label
_BEFORE = (
    rf"(?:>>[ ]?)?(?:[\[(]?{_TIME}[\])]?[ ]{{1,3}})?(?:\d{{1,2}}\.[ ])?"
    r"(?:[•●■▲►▶◆‣][ ]?)?[*\[(]{0,4}"
)
# Li Wei, deputy director of the Water Bureau: · John Smith (Reuters): · [MS. CHEN]:
# · Jo Hale: (00:22) · Jo Hale (00:22): but no 17: of 17:45
_LABEL = re.compile(
    rf"(?P<start>{_BEFORE}(?P<who>{_WHO})"
    r"(?:,[ ](?P<title>[^:.?!\n]{2,120})|[ ]\((?P<aside>[^:()\n]{1,80})\)"
    r"|/(?P<outlet>[A-Z][\w ]{1,40}))?"
    rf"(?:[ ]\({_TIME}\))?[\])*]{{0,4}}[ ]{{0,4}}:(?!\d\d)[*]{{0,4}}"
    rf"(?:[ ]{{0,2}}\(\s?{_TIME}\))?)"
)
# At a line's or sentence's start, behind >>, and before a Q: wherever it stands. A set comes first:
# so the matcher skips to the next of it.
_AT = re.compile(
    rf"[\n .?!\"”)\]…](?:(?:(?<=\n)|(?<![\n ])[ ]{{1,2}})(?={_BEFORE}[A-Z])"
    r"|(?<= )(?=>> [A-Z]|(?:Q|QUESTION|JOURNALIST|REPORTER): ))"
)
# Q    Thank you, … (no colon; White House style)
_BARE_Q = re.compile(r"^[ \t]*(?P<label>Q|A)(?:[ \t]+|\.[ \t]+|\t)(?=[^\s&])", re.MULTILINE)
_HOSTS = frozenset(words("english", "host"))
_QUESTIONS = frozenset(words("english", "question"))
_ANSWERS = frozenset(words("english", "answer"))
_NO_LABELS = frozenset(word.replace("_", " ") for word in words("english", "no_labels"))
_CALLINGS = frozenset(("official", "officials", "source", "aide"))
# Foreign Affairs Council: heads a title, and nobody's speech
_BODIES = frozenset(("Council", "Committee", "Commission", "Assembly", "Conference", "Meeting"))
_PARTICLES = frozenset(words("english", "particles"))
_REPORTER = re.compile(
    r"^(?P<before>.*?)[ ]?\b(?:reporter|correspondent|journalist)s?\b"
    r"(?: (?:from|of|with) (?:the )?(?P<after>.{1,120}))?$",
    re.IGNORECASE,
)


_HAN = re.compile("[\u4e00-\u9fff]+")
_SAMPLE = 4000
ALONE = 5  # labels in lines of their own that show how the page labels


def is_english(text: str) -> bool:
    """Whether a record is written in English, whatever its page says: hardly a Han character."""
    sample = text[:_SAMPLE]
    return 20 * count_of(_HAN, sample) < len(sample)


def english_labels(view: str, title: str = "", marks: Iterable[Mark] = ()) -> tuple[Label, ...]:
    """The labels of an English record in order; `title` may tell the full names."""
    if keyed := keyed_labels(view):
        return introduced(view, keyed)
    marks = tuple(marks)
    alone = own_line_labels(view, marks, _read)
    places = (0, *(found.end() for found in _AT.finditer(view)))
    spots = [spot for at in places if (spot := _spot(view, at))]
    if len(alone) > ALONE:  # in such a page a colon is the speech's own (Ukraine: as a candidate…)
        spots = [spot for spot in spots if spot.reading.kind in ("host", "question")]
    often = Counter(spot.reading for spot in spots)
    sure = sum(spot.weight >= 3 for spot in spots)
    labels = [
        spot
        for spot in spots
        if spot.weight + (often[spot.reading] > 1) + (sure > 1 and spot.weight == 2) >= 3
        or (sure and spot.weight == 2 and _known(spot.reading.name, view))
    ]
    taken = {label.start for label in labels}
    bare = [label for label in _bare(view) if label.start not in taken]
    named = sum(spot.reading.kind not in ("question", "answer") for spot in labels)
    dressed = dressed_labels(view, marks, _read) if max(named, len(alone)) < FEWEST else []
    found = _with_acronyms(list(apart([*labels, *bare, *alone, *dressed])))
    kept, hosts = without_cards(view, found)
    met = introduced(view, linked(view, said_before(view, kept), title, hosts))
    return interviewed(view, presided(view, met, title))


def _known(name: str, view: str) -> bool:
    """Whether a lone name is an outlet in capitals, or a surname that the page has with a given
    name."""
    if ACRONYM.fullmatch(name):
        return True
    full = rf"[A-Z][a-z]+ {re.escape(name.title())}\b"
    return name.isupper() and " " not in name and re.search(full, view) is not None


def _with_acronyms(labels: list[Label]) -> list[Label]:
    """The labels, a word in capitals (``MASTV:``) an outlet where the page's names are not in
    capitals."""
    named = [label for label in labels if label.reading.kind in ("person", "name", "reporter")]
    if not any(re.search("[a-z]{2}", label.reading.name) for label in named):
        return labels
    return [
        label._replace(reading=Reading("reporter", outlet=label.reading.name))
        if label.reading.kind == "name" and ACRONYM.fullmatch(label.reading.name)
        else label
        for label in labels
    ]


def _bare(view: str) -> Iterator[Label]:
    """Lines that open with Q or A and no colon; A only where there is a Q."""
    found = list(at_lines(_BARE_Q, view))
    if not any(match["label"] == "Q" for match in found):
        return
    asks = sum(match["label"] == "Q" for match in found)
    for match in found:
        kind: Kind = "question" if match["label"] == "Q" else "answer"
        if kind == "question" or asks > 1:
            yield Label(match.start("label"), match.end("label"), Reading(kind), 3)


def _spot(view: str, at: int) -> Label | None:
    found = _LABEL.match(view, at)
    if not found:
        return None
    line = at == 0 or view[at - 1] == "\n"
    aside = found["aside"] or found["outlet"] or ""
    reading, weight = _read(found["who"], found["title"] or aside, bool(aside))
    if reading is None:
        return None
    return Label(found.start("start"), found.end("start"), reading, weight + line)


def _read(who: str, more: str, aside: bool) -> tuple[Reading | None, int]:
    """What a label says, and how clearly."""
    who = _POST_NOMINALS.sub("", _HONOURABLE.sub("", who))
    plain = who.strip(" .*").casefold()
    if plain.removeprefix("the ") in _NO_LABELS or _REPORTED.search(more):
        return None, 0
    if numbered := _NUMBERED.fullmatch(plain):
        plain = numbered["word"]
        if plain not in _QUESTIONS:
            return (Reading("office", title=who), 3) if plain in _UNNAMED else (None, 0)
    if fixed := _fixed(plain, who, more):
        return fixed, 3
    first, _, rest = who.partition(" ")
    if first.casefold() in _HOSTS and rest:
        return Reading("host", rest), 3
    if more.casefold() in _HOSTS:
        return Reading("host", without_honorific(who)), 3
    if _ASKED.match(who):
        return Reading("question"), 3
    return (
        _read_holder(who, more, aside) or _read_outlet(who, more, aside) or _read_person(who, more)
    )


def _fixed(plain: str, who: str, more: str) -> Reading | None:
    """What a label says that is one of the listed words and no name; `plain` is `who` in small
    letters."""
    if plain in CONNECTS:
        return Reading("host", title=who.title())
    if plain.startswith("unidentified "):
        return Reading("office", title=who)
    for kind, listed in _FIXED:
        if plain in listed:
            outlet = more.removeprefix("from ") if kind == "question" else ""
            return Reading(kind, outlet=outlet)
    return None


# TOBIAS WREN MP: · THE HON JO HALE: · Senator the Hon Jo Hale:
_POST_NOMINALS = re.compile(rf"(?<=\w)(?:,? (?:{any_of('english', 'post_nominals')})){{1,4}}$")
_HONOURABLE = re.compile(
    r"(?:\b(?:the )?(?:(?:Rt|Right)\.? )?Hon(?:ou?rable|\.)? )(?=[A-Z]\S* \S)", re.IGNORECASE
)
# Reporter 1: · Speaker 2:
_NUMBERED = re.compile(r"(?P<word>[a-z ]{1,30}?) \d{1,2}")
_UNNAMED = frozenset(words("english", "unnamed"))
# Adrian Moss, the head of the union, issued a statement saying: … leads up to a quotation
_REPORTED = re.compile(
    r"\b(?:said|says?|saying|stat(?:ed|es|ing)|reads?|asked|add(?:s|ed|ing)|wr(?:ote|ites?)|told|warned)$"
)
_BEHIND_FIELD = re.compile(
    rf"(?<= )(?P<name>(?!(?:{any_of('english', 'fields')})\b)[A-Z][\w'\-]{{1,30}}"
    r"(?: [A-Z][\w'\-.]{1,30}){1,2})$"
)
# Question from Alan in Hereford:
_ASKED = re.compile("Questions? (?:from|by) ", re.IGNORECASE)
_HOLDER = re.compile(
    rf"(?:(?:{any_of('english', 'honorifics')})\.? )*"
    r"(?P<name>[A-Z][\w'\-]+(?: [A-Z][\w'\-.]+){1,3})"
)


def _read_holder(who: str, more: str, aside: bool) -> tuple[Reading, int] | None:
    """``Environment Secretary, Daniel Ashworth``: an office, and behind a comma who holds it."""
    holder = _HOLDER.fullmatch(more) if not aside else None
    office = OFFICES.search(who)
    if holder is None or office is None or OFFICES.search(holder["name"]) or is_outlet(more):
        return None
    return Reading("person", holder["name"], who), 3


_FIXED: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("office", frozenset(word.replace("_", " ") for word in words("english", "nobody"))),
    ("host", _HOSTS),
    ("question", _QUESTIONS),
    ("answer", _ANSWERS),
)


def _read_outlet(who: str, more: str, aside: bool) -> tuple[Reading, int] | None:
    """``Xinhua``, ``Reuters reporter``, ``John Smith, Reuters``, ``Reporter from China Daily``."""
    reporter = _REPORTER.match(who)
    if reporter:
        outlet = reporter["after"] or reporter["before"] or more
        return Reading("reporter", outlet=outlet.strip()), 3
    named = who.startswith("The ") and not who.isupper() and not OFFICES.search(who)
    shouted = who.isupper() and is_outlet(who.title())  # CHINA DAILY:
    if is_outlet(who) or shouted or named:
        return Reading("reporter", outlet=who), 3
    # Thomas Gutsch (Frankfurter Allgemeine Zeitung):
    several = " " in who or (" " in more and all(word[:1].isupper() for word in more.split()))
    named_aside = aside and more[:1].isupper() and not OFFICES.search(more) and several
    if more and (
        named_aside
        or is_outlet(more)
        or (ACRONYM.fullmatch(more) and not OFFICES.search(more))
        or re.search(r"\b(?:reporter|correspondent)\b", more, re.I)
    ):
        outlet = re.sub(
            r"^(?:a )?(?:reporter|correspondent) (?:from|of|with|for) ", "", more, flags=re.I
        )
        return Reading("reporter", who, outlet=outlet), 3
    return None


def _read_person(who: str, more: str) -> tuple[Reading | None, int]:
    """``MS. CHEN``, ``SECRETARY BLINKEN``, ``THE PRESIDENT``, ``Mao Ning``, ``Li Wei, director of
    …``.
    """
    tokens = who.split()
    if tokens[-1].casefold() in _CALLINGS and len(tokens) > 1:
        return Reading("office", title=who), 3  # SENIOR DEFENSE OFFICIAL
    if tokens[0].casefold() in _KNIGHTED and len(tokens) > 2:  # his name has it, as printed
        return Reading("person", who, more), 3
    if TITLED.match(tokens[0]) and len(tokens) > 1:
        return Reading("person", " ".join(tokens[1:]), more, honorific=tokens[0]), 3
    split = _office_end(tokens)
    if split and OFFICES.search(who):
        if split < len(tokens) and tokens[split] in ("for", "of", "to", "in", "on", "at"):
            holder = _BEHIND_FIELD.search(who)  # State Minister for Foreign Affairs Lin Bo
            title = who[: holder.start()] if holder else who
            return Reading(
                "person" if holder else "office", holder["name"] if holder else "", title
            ), 3
        if tokens[split:] and OFFICE_WORD.match(tokens[-1]):
            return Reading("office", title=who), 3  # Chief Medical Officer
        name, title = " ".join(tokens[split:]), " ".join(tokens[:split])
        return Reading("person" if name else "office", name, title if name else who), 3
    shout = who.isupper() and len(who) > 2
    if more and OFFICES.search(more):
        return Reading("person", who, more), 3
    if any((token.islower() and token not in _PARTICLES) or token in _BODIES for token in tokens):
        return None, 0
    weight = 1 + (2 <= len(tokens) <= 4) + (shout and len(tokens) > 1)
    return Reading("name", who, more), weight


_KNIGHTED = ("sir", "dame")


def _office_end(tokens: list[str]) -> int:
    """How many words of a label are an office, the body before it in capitals (``NATO Secretary
    General``) with it; 0 if none."""
    start = next((i for i, token in enumerate(tokens) if OFFICE_WORD.match(token)), 0)
    ends = (i for i in range(start, len(tokens)) if not OFFICE_WORD.match(tokens[i]))
    end = next(ends, len(tokens))
    shouted = " ".join(tokens).isupper() and len(tokens) - end < 2
    # PENTAGON PRESS SECRETARY PETER COOK names two words behind it, JO HALE MAYOR none
    if start and (shouted or not all(map(str.isupper, tokens[:start]))):
        return 0
    return end
