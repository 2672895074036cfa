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
from exporter.transcript.cues import STARRED
from exporter.transcript.english.bold import bold_questions
from exporter.transcript.english.cards import said_before, without_cards, without_fields
from exporter.transcript.english.dressed import FEWEST, dressed_labels, listed_labels
from exporter.transcript.english.forms import own_line_labels
from exporter.transcript.english.hosts import chaired, interviewed, presided, reading_out
from exporter.transcript.english.initials import of_initials
from exporter.transcript.english.intros import introduced
from exporter.transcript.english.keys import keyed_labels
from exporter.transcript.english.names import CAPITAL, linked
from exporter.transcript.english.outlets import ACRONYM
from exporter.transcript.english.parts import parted
from exporter.transcript.english.reading import PRESENTER, read
from exporter.transcript.english.seated import seated
from exporter.transcript.english.stopped import angled_labels, stopped_labels
from exporter.transcript.labels.label import Label, apart
from exporter.transcript.labels.reading import Kind, Reading

_NAME_WORD = (
    rf"(?:(?:[A-Z]\.)?[{CAPITAL}][\w'\-]*\.?|de|van|von|al|bin|da|la|le|d'|from|of|with|the|in|for|and|"
    r"(?<=[Qq]uestion )by|reporter|correspondent|journalist)"
)
# GEN.⏎POLLOCK: a page that was cut at full stops
_CUT = r"(?:(?:GEN|ADM|COL|CAPT|DR|MR|MRS|MS|SEN|REP|GOV|AMB|PROF|LT|MAJ)\.\n)?"
# William "Bill" Hale · Margaret (Peggy) Hale
_NICKNAME = r"[ ](?:\"[A-Z][\w'\- ]{1,16}\"|“[A-Z][\w'\- ]{1,16}”|\([A-Z][a-z]{1,16}\)(?=[ ][A-Z]))"
# 21st Century Business Herald
_COUNTED = r"(?:\d{1,2}(?:st|nd|rd|th)[ ](?=[A-Z]))?"
_WHO = (
    rf"{_CUT}{_COUNTED}{_NAME_WORD}(?:{_NICKNAME})?(?:[ ]{_NAME_WORD}){{0,9}}"
    r"(?:[ ]\d{1,2}(?=[ ]?[:(]))?"
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
# [12:47] 19. … · >> … (captions of television) · • … · [*] … · [Transcript] – …: what may stand
# before the words of a label
_BEFORE = (
    r"(?:\[(?:\*|[A-Z][a-z]{2,12})\][ ](?:[–—-][ ])?)?(?:>>[ ]?)?"
    rf"(?:[\[(]?{_TIME}[\])]?[ ]{{1,3}})?(?:\d{{1,2}}\.[ ])?"
    r"(?:[•●■▲►▶◆‣][ ]?)?[*\[(]{0,4}"
)
# A. DR HALE: answers on a page that has its questions behind Q.
_LETTER = r"(?:(?P<letter>[QA])\.[ ](?=[A-Z][A-Za-z]))?"
_Q_LINE = re.compile(r"^Q\. ", re.MULTILINE)
# Li Wei, deputy director of the Water Bureau: · John Smith (Reuters): · [MS. CHEN]:
# · Jo Hale: (00:22) · Jo Hale (00:22): but no 17: of 17:45
_LABEL = re.compile(
    rf"(?P<start>{_BEFORE}{_LETTER}(?P<who>{_WHO})"
    r"(?:,[ ](?P<title>[^:.?!\n]{2,120})|[ ]?[(\[](?P<aside>[^:()\[\]\n]{1,80})[)\]]"
    r"|/(?P<outlet>[A-Z][\w \-]{1,40})|[ ][–—|-][ ](?P<dash>[A-Z][^:.?!\n]{1,60}))?"
    rf"(?:[ ]\({_TIME}\))?[\])*]{{0,4}}[ ]{{0,4}}:(?!\d\d)[*]{{0,4}}"
    rf"(?:[ ]{{0,2}}\(\s?{_TIME}\))?)"
)
# The ministry has said: a capital, and small letters that begin no word of a label
_SENTENCE = (
    rf"[{CAPITAL}][\w'\-]*+ (?!(?:de|van|von|al|bin|da|la|le|from|of|by|with|the|in|for|and"
    r"|reporter|correspondent|journalist)\b|d')[a-z]"
)
# At a line's or sentence's start (a blank may be lost: … a good start.Q: …), behind >>, and before
# a Q: wherever it stands. A set comes first: so the matcher skips to the next of it.
_AT = re.compile(
    r"[\n .?!\"”)\]…](?:(?:(?<=\n)|(?<![\n ])[ ]{1,2}|(?<=[a-z\d)][.?!]))"
    rf"(?={_BEFORE}{_COUNTED}[{CAPITAL}])(?!{_SENTENCE})"
    r"|(?<= )(?=>> [A-Z]|(?:Q|QUESTION|JOURNALIST|REPORTER): ))"
)
# Q    Thank you, … (no colon; White House style) · Q (Harbour Radio) – Thank you, …
_BARE_Q = re.compile(
    r"^[ \t]*(?P<label>(?P<what>Q|A)(?:\d{1,2}(?=\.))?\.?"
    r"(?:[ ]\((?P<aside>[^()\n]{2,60})\)(?=[ ]?[–—-]))?"
    r"(?:[ ]?[–—-](?=[ ]))?)[ \t]+(?=[^\s&])",
    re.MULTILINE,
)

_HAN = re.compile("[\u4e00-\u9fff]+")
_SAMPLE = 4000
_MANY = 6  # lines of a page that labels every line, at least
_COLONS = 2  # labels with a colon that a page without them may seem to have
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
    found = listed_labels(view, marks, read) or _with_signs(view, marks, title)
    parts = of_initials(view, parted(view, without_fields(view, found)))
    kept, hosts = without_cards(view, parts)
    met = introduced(view, linked(view, said_before(view, kept), title, hosts))
    met = seated(view, chaired(view, met), title)
    return reading_out(view, interviewed(view, presided(view, met, title), title))


def _with_signs(view: str, marks: tuple[Mark, ...], title: str) -> list[Label]:
    """The labels that colon, capitals, line or dress show."""
    alone = own_line_labels(view, marks, read)
    places = (0, *(found.end() for found in _AT.finditer(view)))
    spots = [spot for at in places if (spot := _spot(view, at))]
    spots += _small_labels(view)
    if len(alone) > ALONE:  # in such a page a colon is the speech's own (Ukraine: as a candidate…)
        spots = [spot for spot in spots if spot.reading.kind in ("host", "question")]
    often = Counter(spot.reading for spot in spots)
    every = _labels_every_line(view, spots)
    spots = spots if every else _as_dressed(view, marks, spots, often)
    sure = sum(spot.weight >= 3 for spot in spots)
    labels = [
        spot
        for spot in spots
        if spot.weight + (often[spot.reading] > 1) + (sure > 1 and spot.weight == 2) >= 3
        or (every and spot.weight == 2 and view[spot.start - 1 : spot.start] in ("", "\n"))
        or (sure and spot.weight == 2 and _known(spot.reading.name, view))
        or (spot.reading == PRESENTER and often[PRESENTER] > 1)
    ]
    labels = labels if len(labels) > _COLONS else _colonless(view) or labels
    taken = {label.start for label in labels}
    bare = [label for label in _bare(view) if label.start not in taken]
    named = sum(spot.reading.kind not in ("question", "answer") for spot in labels)
    dressed = dressed_labels(view, marks, read) if max(named, len(alone)) < FEWEST else []
    found = list(apart([*labels, *bare, *alone, *dressed]))
    return _with_acronyms(view, sorted([*found, *bold_questions(view, marks, found, title)]))


def _as_dressed(
    view: str, marks: tuple[Mark, ...], spots: list[Label], often: Counter[Reading]
) -> list[Label]:
    """The spots without those that stand once and aren't dressed as a label is: with small letters
    behind the colon (Power: at the peak…), or plain on a page that sets all its sure ones bold."""
    strong = frozenset(mark.start for mark in marks if mark.kind == "strong")
    sure = [spot for spot in spots if spot.weight > 2 or often[spot.reading] > 1]
    bold = len(sure) > 1 and all(spot.start in strong for spot in sure)
    return [
        spot
        for spot in spots
        if spot.weight > 2
        or often[spot.reading] > 1
        or not ((bold and spot.start not in strong) or _GOES_ON.match(view, spot.end))
    ]


_GOES_ON = re.compile(r" {0,3}[a-z]")


# reporter: · journalist 2:
_SMALL = re.compile(
    r"^[ \t]*(?P<who>reporter|journalist|question(?:er)?|media)(?: \d{1,2})?[ ]?:", re.MULTILINE
)


def _small_labels(view: str) -> list[Label]:
    """The labels of those who ask, in small letters at the beginnings of lines; none of a page
    where one alone stands so."""
    found = list(at_lines(_SMALL, view))
    return [
        Label(each.start("who"), each.end(), Reading("question"), 4)
        for each in (found if len(found) > 1 else ())
    ]


def _labels_every_line(view: str, spots: list[Label]) -> bool:
    """Whether most lines of the page begin with what may be a label."""
    begun = sum(view[spot.start - 1 : spot.start] in ("", "\n") for spot in spots)
    return begun >= _MANY and 3 * begun > 2 * sum(map(bool, view.split("\n")))


def _colonless(view: str) -> list[Label]:
    """The labels of a page that sets no colon behind them."""
    return stopped_labels(view, read) or angled_labels(view)


def _known(name: str, view: str) -> bool:
    """Whether a lone name is an outlet in capitals, or a surname that the page has with a given
    name."""
    return ACRONYM.fullmatch(name) is not None or _surname(name, view)


def _surname(name: str, view: str) -> bool:
    """Whether a lone name in capitals stands on the page in small letters behind a given name."""
    if not name.isupper() or " " in name:
        return False
    return (
        re.search(rf"[{CAPITAL}][^\W\d_]+ {name[0]}(?i:{re.escape(name[1:])})\b", view) is not None
    )


def _with_acronyms(view: str, labels: list[Label]) -> list[Label]:
    """The labels, a word in capitals (``MASTV:``) an outlet where the page's names are not in
    capitals and it is nobody's surname."""
    named = {x.reading.name for x in labels if x.reading.kind in ("person", "name", "reporter")}
    named |= {view[x.start : x.end] for x in labels if x.reading.kind == "office"}
    if not any(re.search("[a-z]{2}", name) for name in named):
        return labels
    return [
        label._replace(reading=Reading("reporter", outlet=label.reading.name))
        if label.reading.kind == "name"
        and ACRONYM.fullmatch(label.reading.name)
        and not _surname(label.reading.name, view)
        else label
        for label in labels
    ]


def _bare(view: str) -> Iterator[Label]:
    """Lines that open with Q or A and no colon; A only where there is a Q."""
    found = list(at_lines(_BARE_Q, view))
    asks = sum(match["what"] == "Q" for match in found)
    if not asks:
        return
    for match in found:
        kind: Kind = "question" if match["what"] == "Q" else "answer"
        if kind == "question" or asks > 1:
            said = read(match["what"], match["aside"], True)[0] if match["aside"] else None
            yield Label(match.start("label"), match.end("label"), said or Reading(kind), 3)


def _spot(view: str, at: int) -> Label | None:
    found = _LABEL.match(view, at)
    if not found:
        return None
    line = at == 0 or view[at - 1] == "\n"
    if view[at] in "*#" and view[found.end() - 1] != "*" and STARRED.match(view, at):
        return None  # **Upper Tarn: Humanitarian
    aside = found["aside"] or found["outlet"] or ""
    more = found["title"] or found["dash"] or aside
    letter, who = found["letter"], found["who"]
    if letter and not _Q_LINE.search(view):
        who = f"{letter}. {who}"  # A. HALE, who has an initial
    reading, weight = read(who, more, bool(aside))
    if reading is None:
        return None
    return Label(found.start("start"), found.end("start"), reading, weight + line)
