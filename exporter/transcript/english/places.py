"""A page in English, in which names and offices are looked up many times.

An expression that is tried at every character of a page is slow, and a page of a hundred speakers
asks a hundred times. Each lookup has a word that must be there: its places are found first, and the
expression is tried only around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = re.compile(r"[^\w'\-. ]")
_MARKS = "\n,:;"  # the commonest of these
_WORD = re.compile(r"[A-Z][\w'\-]{1,79} \Z", re.IGNORECASE)
_LONGEST = 81  # characters of a word and the blank behind it


def _fold(text: str) -> str:
    """The text without regard to case, as long as it is."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := char.casefold()) == 1 else char for char in text)


class Page:
    """The text of a page, and it without regard to case."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _fold(text)

    def places(self, word: str) -> Iterator[int]:
        """Where `word` begins, whatever its case."""
        word = _fold(word)
        at = self._folded.find(word)
        while at >= 0:
            yield at
            at = self._folded.find(word, at + 1)

    def runs(self, word: str) -> Iterator[tuple[int, int]]:
        """The stretches with `word` that no mark parts but a full stop: a run of names is within
        one."""
        done = 0
        for at in self.places(word):
            if at < done:
                continue
            low = max(done, *(self.text.rfind(mark, done, at) + 1 for mark in _MARKS))
            end = _MARK.search(self.text, at)
            done = end.start() if end else len(self.text)
            yield low, done

    def matches(self, begin: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What the pattern finds, all of which begins with the word `begin`."""
        done = 0
        for at in self.places(begin):
            if at >= done and (found := pattern.match(self.text, at)):
                yield found
                done = max(found.end(), at + 1)

    def lines(self, word: str) -> str:
        """The lines with `word`, whatever its case, each with the line before and behind it; an
        empty line parts those that did not follow each other."""
        out: list[str] = []
        done = 0
        for at in self.places(word):
            if at < done:
                continue
            first = self.text.rfind("\n", 0, at) + 1
            low = self.text.rfind("\n", 0, max(0, first - 1)) + 1
            high = self._line_end(self._line_end(at) + 1)
            if out and low > done:
                out.append("\n\n")
            out.append(self.text[max(low, done) : high])
            done = high
        return "".join(out)

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return found if found >= 0 else len(self.text)

    def words_before(self, name: str) -> Iterator[str]:
        """The word before `name`, whatever its case, at each place where one is and `name` goes on
        with no other letter."""
        pattern = re.compile(rf"([A-Z][\w'\-]+) {re.escape(name)}\b", re.IGNORECASE)
        done = 0
        for at in self.places(name):
            before = _WORD.search(self.text, max(done, at - _LONGEST), at)
            if before and (found := pattern.match(self.text, before.start())):
                yield found[1]
                done = found.end()
