"""Words as the alternatives of a regular expression, the longest first.

The matcher of the standard library tries alternatives one by one at every character of a page, and
the lists of this program have hundreds. So they are grouped by their first characters, and an
expression that begins with a long list may say first which characters that can be (`firsts`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


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


def headed(words: Iterable[str], rest: str) -> str:
    """One of `words` and then `rest`, in alternatives that each begin with a character (``a-rest|
    b-rest``): the matcher skips to such a character, which it can't for ``(?:a|b)-rest`` among
    other alternatives."""
    return "|".join(re.escape(word) + rest for word in words)


def firsts(*lists: Iterable[str]) -> str:
    """A look at the next character: whether a word of one of the lists can begin with it."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for words in lists for word in words})))}])"
