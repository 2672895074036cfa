"""Labels that are initials, as a key at the head of the page explains them: ``Speaker key: JH Jo
Hale CW Dr Colin Ward Kane``, and below ``00:00:55 JH Hello, everyone. … CW Thank you, Jo.``
"""

from __future__ import annotations

import re

from exporter.transcript.english.names import TITLED
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_KEY = re.compile(
    r"\b(?:[Ss]peakers?|SPEAKERS?|[Aa]bbreviations?)(?: [Kk]ey| KEY)? ?:?\s{1,3}(?=[A-Z])"
)
_HEAD = 20_000  # characters of a page in which its key stands
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'\-.]{1,30}"
_ENTRY = re.compile(
    r"\s*(?P<key>[A-Z]{2,4})[ \t:]+(?:- )?(?P<name>"
    rf"{_WORD}(?: (?:{_WORD}|van|von|de|al|el|bin)){{0,4}}?)"
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
    return ()


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
    found = list(spot.finditer(view, start))
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
    if rest and TITLED.match(first):
        return Reading("person", rest, honorific=first)
    return Reading("reporter" if asks and not rest else "person", name)
