"""Words as the alternatives of a regular expression, the longest first.

The matcher of the standard library tries alternatives one by one at every character of a page, and
the lists of this program have hundreds. So they are grouped by their first characters, and an
expression that begins with a long list may say first which characters that can be (`firsts`).
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from exporter.source.scripts import EAST_ASIAN


def alternatives(words: Iterable[str]) -> str:
    """What matches one of `words`, the longest that fits first (``a(?:bc?|d)`` for abc, ab, ad);
    not wrapped in a group."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)):
        rests[word[0]].append(word[1:])
    return "|".join(re.escape(first) + _rest(rest) for first, rest in rests.items())


def _rest(rests: list[str]) -> str:
    """What follows a first character: one of `rests`, of which one may be empty."""
    longer = [rest for rest in rests if rest]
    if not longer:
        return ""
    if len(longer) == len(rests) == 1:
        return re.escape(longer[0])
    return f"(?:{alternatives(longer)})" + "?" * (len(longer) < len(rests))


def whereabouts(words: Iterable[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """Tells of a text the stretches in which one of `words` may stand, none of which has a line
    end: all of it, or where it is Latin the lines with a word that is Latin too, or with another
    character than Latin ones."""
    latin = tuple(word for word in words if EAST_ASIAN.search(word) is None)
    return lambda text: iter(((0, len(text)),)) if _is_east_asian(text) else _lines(text, latin)


_SAMPLE = 4_000


def _is_east_asian(text: str) -> bool:
    return 20 * len(EAST_ASIAN.findall(text[:_SAMPLE])) > len(text[:_SAMPLE])


def _lines(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each line with one of `words` or an East Asian character, in order."""
    places = [word for word in words if word in text]
    hits = (EAST_ASIAN.finditer(text), *(re.finditer(re.escape(word), text) for word in places))
    done = 0
    for at in heapq.merge(*((found.start() for found in each) for each in hits)):
        if at >= done:
            stop = text.find("\n", at)
            end = stop if stop >= 0 else len(text)
            yield text.rfind("\n", 0, at) + 1, end
            done = end + 1


def headed(words: Iterable[str], rest: str) -> str:
    """One of `words` and then `rest`, in alternatives that each begin with a character (``a-rest|
    b-rest``): the matcher skips to such a character, which it can't for ``(?:a|b)-rest`` among
    other alternatives."""
    return "|".join(re.escape(word) + rest for word in words)


def firsts(*lists: Iterable[str]) -> str:
    """A look at the next character: whether a word of one of the lists can begin with it."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for words in lists for word in words})))}])"


def pairs(words: Sequence[str]) -> str:
    """A look at the next two characters: whether a word can begin with them, each of which has two
    at least. It rules out nearly all places of a page where a word's first character stands."""
    first, second = ("".join(sorted({word[at] for word in words})) for at in (0, 1))
    return f"(?=[{re.escape(first)}][{re.escape(second)}])"


def meetings(words: Sequence[str]) -> Callable[[str], list[tuple[int, str]]]:
    """Tells of a text where any of `words` begins, in order, though it overlap another, with a word
    that does: one look in East Asian text, elsewhere one for each word, of which most are of
    characters that such a text cannot have."""
    met = re.compile(f"{pairs(words)}(?=({alternatives(words)}))")

    def told(text: str) -> list[tuple[int, str]]:
        if _is_east_asian(text):
            return [(found.start(), found[1]) for found in met.finditer(text)]
        return sorted(place for word in words for place in _places(text, word))

    return told


def _places(text: str, word: str) -> Iterator[tuple[int, str]]:
    """Wherever the word begins, and the word."""
    at = text.find(word)
    while at >= 0:
        yield at, word
        at = text.find(word, at + 1)
