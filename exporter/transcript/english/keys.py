"""Labels that are initials, as a key at the head of the page explains them: ``Speaker key: JH Jo
Hale CW Dr Colin Ward Kane``, and below ``00:00:55 JH Hello, everyone. … CW Thank you, Jo.``

Without a key they open lines, and the names of which they are the initials stand in the speeches
(``CW  My name is Colin Ward …``). A code that fits no name or two is nobody by name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from exporter.source.scanning import at_lines
from exporter.transcript.english.names import NAME, OFFICE_WORD, TITLED
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_KEY = re.compile(
    r"\b(?:[Ss]peakers?|SPEAKERS?|[Aa]bbreviations?)(?: [Kk]ey| KEY)? ?:?\s{1,3}(?=[A-Z])"
)
_HEAD = 20_000  # characters of a page in which its key stands
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'\-.]{1,30}"
_ENTRY = re.compile(
    r"\s*(?P<key>[A-Z]{2,4})[ \t:]+(?:- )?(?P<name>"
    rf"{_WORD}(?: (?:{_WORD}|van|von|de|al|el|bin|(?:fe)?male|speakers?|journalists?)){{0,4}}?)"
    r"(?=\s+[A-Z]{2,4}[ \t:]+(?:- )?[A-ZÀ-ÖØ-Þ][\w']|\s+\d{1,2}:\d\d|\s*\n|\s*$)"
)
_FEWEST = 2  # entries of a key, and labels that use it


def keyed_labels(view: str) -> tuple[Label, ...]:
    """The labels of a page with a key of initials, in order; none of another page. Who has one name
    only and asks is a journalist."""
    for key in _KEY.finditer(view, 0, _HEAD):
        entries, at = _entries(view, key.end())
        if len(entries) >= _FEWEST:
            labels = _labels(view, at, entries)
            return labels if len(labels) >= _FEWEST else ()
    return _unexplained(view)


def _entries(view: str, at: int) -> tuple[dict[str, str], int]:
    """The names by their initials, and where the key ends."""
    entries: dict[str, str] = {}
    while (found := _ENTRY.match(view, at)) and found["key"] not in entries:
        entries[found["key"]] = found["name"]
        at = found.end()
    return entries, at


def _labels(view: str, start: int, entries: dict[str, str]) -> tuple[Label, ...]:
    listed = "|".join(sorted(map(re.escape, entries), key=len, reverse=True))
    spot = re.compile(
        rf"(?:(?:^|(?<=\s))\d{{1,2}}:\d\d(?::\d\d)?\s{{1,3}}|^|(?<=[.?!…\"”)—-]\s))(?P<key>{listed})"
        r":?\s{1,3}(?=[A-Z\"“'(\[])",
        re.MULTILINE,
    )
    first = re.compile(rf"\s*(?P<key>{listed}):?\s{{1,3}}(?=[A-Z\"“'(\[])").match(view, start)
    found = [first] if first else []  # right behind the key: … CW Colin Ward JH Good morning.
    found += spot.finditer(view, first.end() if first else start)
    ends = [*(each.start() for each in found), len(view)][1:]
    asks = {
        each["key"] for each, end in zip(found, ends, strict=True) if "?" in view[each.end() : end]
    }
    return tuple(
        Label(each.start(), each.end(), _reading(entries[each["key"]], each["key"] in asks))
        for each in found
    )


def _reading(name: str, asks: bool) -> Reading:
    first, _, rest = name.partition(" ")
    if first in ("Unidentified", "Unknown"):
        return Reading("question") if asks else Reading("office", title=name)
    if rest and TITLED.match(first):
        return Reading("person", rest, honorific=first)
    return Reading("reporter" if asks and not rest else "person", name)


_OPENS = re.compile(
    r"^(?:\d{1,2}:\d\d(?::\d\d)? )?(?P<key>[A-Z]{2,4}|Q) +(?=[\"“'(]?[A-Z][a-z' ,])", re.MULTILINE
)
_FULL = re.compile(rf"\b{NAME}")
_LABELS = 4  # lines with a code, at least, of a page whose codes no key explains


def _unexplained(view: str) -> tuple[Label, ...]:
    """The labels of a page whose lines open with initials and no key tells whose, in order: where
    a code recurs, and two or more, most of such lines, are those of one name each."""
    lines = list(at_lines(_OPENS, view))
    found = [each for each in lines if each["key"] != "Q"]
    often = Counter(each["key"] for each in found)
    if len(found) < _LABELS or len(often) < _FEWEST or max(often.values()) == 1:
        return ()
    fits = _initialled(view, often)
    told = [often[code] for code in fits]
    if len(told) < _FEWEST or max(told) == 1 or 3 * sum(told) < 2 * len(found):
        return ()
    names = {code: min(people) for code, people in fits.items() if len(people) == 1}
    words = Counter(re.findall(r"\b[A-Z]{2,4}\b", view))
    fits["Q"] = set()
    found = [x for x in lines if x["key"] in fits or words[x["key"]] == often[x["key"]]]
    ends = [*(each.start() for each in found), len(view)][1:]
    asks = {"Q"} | {
        x["key"] for x, end in zip(found, ends, strict=True) if "?" in view[x.end() : end]
    }
    return tuple(
        Label(
            each.start(),
            each.end(),
            Reading("person", names[each["key"]])
            if each["key"] in names
            else Reading("question")
            if each["key"] in asks
            else Reading("office", title=each["key"]),
        )
        for each in found
    )


def _initialled(view: str, codes: Counter[str]) -> dict[str, set[str]]:
    """The names of the page for each code that is their initials, those of small or middle words
    left out or not (MK: Maria van Kerk); of a name and its parts the longest."""
    fits: dict[str, set[str]] = defaultdict(set)
    for run in {found[0] for found in _FULL.finditer(view)}:
        words = [word for word in run.split() if not TITLED.match(word)]
        while words and OFFICE_WORD.match(words[0]):  # Press Secretary | Jo Hale
            del words[0]
        if len(words) < 2 or any(map(OFFICE_WORD.match, words)):
            continue
        initials = "".join(word[0] for word in words if word[0].isupper())
        # SAO: Samuel Adeyemi-Okoro
        every = "".join(part[0] for word in words for part in word.split("-") if part[:1].isupper())
        for code in {initials, every, initials[:1] + initials[-1:]} & codes.keys():
            fits[code].add(" ".join(words))
    return {
        code: {name for name in names if not any(name in other for other in names - {name})}
        for code, names in fits.items()
    }
