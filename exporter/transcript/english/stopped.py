"""English labels without a colon that a sign still shows: capitals and a full stop (``MICHELLE
HALE. Thank you.``, as a central bank prints its transcripts), a full stop behind ``Q`` and behind
names in a line's first words (``The President. Good day.``, as the papers of presidents are
printed), and ``>>`` alone, by which captions of television part those who speak.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from exporter.source.scanning import at_lines
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import words

# At a line's start, or in flat text behind a sentence; a word in capitals alone is none (WHO. …)
_STOPPED = re.compile(
    r"(?<![A-Z'’\-])(?P<who>[A-Z][A-Z'’\-]{1,30}+\.?(?: (?:[A-Z]\.|[A-Z][A-Z'’\-]{1,30}+)){1,3})"
    r"\. {1,2}(?=[“\"‘A-Z])"
)
_ENDED = (".", "?", "!", ")", "]", "”", '"', "—", "–", ":")
_FEWEST = 4  # such labels, two of them of one person
# Q. Mr. President, … · The President. Thank you.
_ASKED = re.compile(r"^[ \t]*(?P<who>Q)\. {1,2}(?=\S)", re.MULTILINE)
_OPENS = re.compile(
    r"^[ \t]*(?P<who>[A-Z][\w'’\-]*\.?(?: (?:[A-Z]\. |(?:of|the|and|for|de|van|von|al|bin) )?"
    r"(?:[A-Z][\w'’\-]*|[\"“][A-Z][\w ]{1,20}[\"”])){0,7})(?<! [A-Z])\. {1,2}(?=[“\"‘\[(A-Z—])",
    re.MULTILINE,
)
_SPOKEN = frozenset(words("english", "no_names"))
_ANGLED = re.compile(r"^[ \t]*(?P<sign>>>)[ \t]?(?=\S)", re.MULTILINE)


def stopped_labels(
    view: str, read: Callable[[str, str, bool], tuple[Reading | None, int]]
) -> list[Label]:
    """The labels that capitals and a full stop show; `read` tells what they say. Empty where fewer
    than `_FEWEST` do, or nobody speaks twice."""
    found = [each for each in _STOPPED.finditer(view) if _begins(view, each.start())]
    often = Counter(each["who"] for each in found)
    if len(found) < _FEWEST or max(often.values()) == 1:
        return _papers(view, read)
    labels = []
    for each in found:
        reading, weight = read(each["who"], "", False)
        if reading is not None:
            labels.append(Label(each.start(), each.end("who") + 1, reading, weight))
    return labels


def _papers(view: str, read: Callable[[str, str, bool], tuple[Reading | None, int]]) -> list[Label]:
    """The labels of a page that sets a full stop behind ``Q`` and behind who answers; empty where
    nobody but who asks comes back."""
    asked = list(at_lines(_ASKED, view))
    if len(asked) < 2:
        return []
    labels = [Label(x.start("who"), x.end("who") + 1, Reading("question"), 3) for x in asked]
    often = Counter(each["who"] for each in at_lines(_OPENS, view))
    said = {
        who: read(_QUOTED.sub("", who), "", False)[0]
        for who, times in often.items()
        if _is_label(who, recurs=times > 1)
    }
    if not any(times > 1 and said.get(who) for who, times in often.items()):
        return []
    for each in at_lines(_OPENS, view):
        reading = said.get(each["who"])
        if reading is not None and (often[each["who"]] > 1 or " " in reading.name):
            labels.append(Label(each.start("who"), each.end("who") + 1, reading, 3))
    return sorted(labels)


_QUOTED = re.compile(r" [\"“][A-Z][\w ]{1,20}[\"”]")  # Margaret J. "Dee Dee" Hale


def _is_label(who: str, *, recurs: bool) -> bool:
    """Whether what a full stop ends at a line's start names somebody, and is no short sentence."""
    tokens = who.split()
    if len(tokens) < 2 or who in ("Mr. President", "Madam President"):
        return False
    return recurs or not (_SPOKEN - {"The"}) & set(tokens)


def _begins(view: str, at: int) -> bool:
    """Whether a label may begin at `at`: a line, or a sentence behind another."""
    before = view[max(0, at - 4) : at]
    return not before or before.endswith("\n") or before.rstrip(" ").endswith(_ENDED)


def angled_labels(view: str) -> list[Label]:
    """The signs that part who speaks from who spoke before, where no name stands behind them: a
    speech that asks is a question, any other an answer of nobody by name."""
    found = list(at_lines(_ANGLED, view))
    if len(found) < _FEWEST:
        return []
    ends = [*(each.start() for each in found), len(view)][1:]
    return [
        Label(
            each.start("sign"),
            each.end("sign"),
            Reading("question" if "?" in view[each.end() : end] else "answer"),
        )
        for each, end in zip(found, ends, strict=True)
    ]
