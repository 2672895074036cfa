"""A passage that is printed twice in a row (a caption and a label in one seed, a whole article for
desktop and mobile elsewhere); a sentence that comes again later is genuine and stays.

The text is cut at its marks. A piece that was met before, `distance` characters back, may belong to
a passage and its copy; it does when the text agrees with itself at that distance for the whole of
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change

SHORTEST = 20  # shorter repetitions are speech: 谢谢大家!谢谢大家!
LONGEST = 100_000  # characters of a passage whose copy is found for sure
COPY = 200  # characters that a second copy of an article has at least
SHORT_COPY = 60  # or this many in three lines
RULE = "repeat"
_PARTING = 4  # characters of white space, at most, between a passage and its copy
_FEW = (SHORTEST - _PARTING) // 2
_MARKS = r"\s，。、：；！？,:;!?()（）“”"
# no word in small letters: English has most of its words so, and each passage has another
_PIECE = re.compile(rf"[^{_MARKS}a-z](?<![^{_MARKS}].)[^{_MARKS}]+")


def repeats(text: str) -> Iterator[Change]:
    """A removal for the second and every further copy of a passage that follows itself."""
    recent: dict[str, int] = {}
    older: dict[str, int] = {}
    since = done = 0
    refused: dict[int, int] = {}  # by distance: up to where no copy can be found at it
    for found in _PIECE.finditer(text):
        at, piece = found.start(), found[0]
        if at - since > LONGEST:
            older, recent, since = recent, {}, at
        before = recent.get(piece)
        if before is None:
            before = older.get(piece)
        recent[piece] = at
        if before is None:  # met for the first time, as most
            continue
        if at < done or at - before < SHORTEST or before < done:
            continue
        if not text.startswith(text[at : at + _FEW], before) and (
            before < _FEW or not text.startswith(text[at - _FEW : at], before - _FEW)
        ):
            continue  # neither side agrees, and one would over half the distance at least
        if at < refused.get(at - before, 0):
            continue
        start, length, agreed = _copy(text, before, at)
        if length:
            yield Change(start, start + length, "", RULE, "printed twice in a row")
            done = start + length
        else:
            refused[at - before] = agreed


# 蓝天蔚 院长： the label of the line of which the next has the beginning once more
_LABEL = re.compile("[^\n:：。]{1,40}[:：] {0,2}")
_STOPS = tuple("。！？.!?”")


def beginnings(text: str) -> Iterator[Change]:
    """A removal for each line that is the beginning of the one before it, its label included or
    not, up to the end of a sentence: a passage that was printed twice and cut."""
    last, at = "", 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        short = SHORTEST <= len(line) < len(last) and line[-1:] in _STOPS
        if short and _begins(last, line):
            end = min(at, len(text))
            yield Change(start, end, "", RULE, "the beginning of the line before once more")
        elif line:
            last = line


def _begins(last: str, line: str) -> bool:
    label = _LABEL.match(last)
    return last.startswith(line) or (label is not None and last.startswith(line, label.end()))


def copies(text: str) -> Iterator[Change]:
    """A removal for each run of lines that stood on the page before, line by line (the article once
    more for mobiles, with its title and fields), if it is as long as `COPY`."""
    seen: set[str] = set()
    start = at = 0
    for line in text.split("\n"):
        if line not in seen or len(line) < 2:
            yield from _copied(text, start, at)
            start = at + len(line) + 1
            seen.add(line)
        at += len(line) + 1
    yield from _copied(text, start, at)


def _copied(text: str, start: int, end: int) -> Iterator[Change]:
    count = text.count("\n", start, end - 1) + 1
    if end - start >= COPY or (end - start >= SHORT_COPY and count >= 3):
        yield Change(start, min(end, len(text)), "", RULE, "the text once more, line by line")


def _copy(text: str, before: int, at: int) -> tuple[int, int, int]:
    """Start and length of the copies, if ``text[before:at]`` is part of a passage and its copy; the
    length is 0 if it isn't. And up to where the text agrees with itself at this distance."""
    distance = at - before
    right = _common(text, before, at, distance)
    left = 0
    if right < distance:
        left = _common_back(text, before, at, distance - right)
    start = before - left
    same = left + right
    missing = distance - same
    # the white space that parts the copies may be missing behind the last
    tail = text[start + same : start + distance] if missing <= _PARTING else "missing"
    if (missing and tail.strip()) or _is_exchange(text, start, distance):
        return 0, 0, at + right
    copies = 1 + (
        _common(text, start, start + distance, len(text)) // distance - 1 if not missing else 0
    )
    return start + distance, (distance * copies if not missing else same), at + right


def _is_exchange(text: str, start: int, length: int) -> bool:
    """Whether a short passage runs from the middle of a line into the next, as where two people
    greet each other in the same words (``… Good morning.⏎Q: Good morning.⏎Q: …``)."""
    within = start > 0 and text[start - 1] != "\n"
    return within and length < SHORT_COPY and "\n" in text[start : start + length].strip()


def _common(text: str, one: int, two: int, most: int) -> int:
    """How many characters from `one` and `two` on are the same, at most `most`."""
    size, total = 16, 0
    while (
        total < most
        and text[one : one + size] == text[two : two + size]
        and two + size <= len(text)
    ):
        one, two, total = one + size, two + size, total + size
        size = min(size * 2, 65536)
    while size := size // 2:
        if two + size <= len(text) and text[one : one + size] == text[two : two + size]:
            one, two, total = one + size, two + size, total + size
    return min(total, most)


def _common_back(text: str, one: int, two: int, most: int) -> int:
    """How many characters before `one` and `two` are the same, at most `most`."""
    size, total = 16, 0
    while total < most and size <= one and text[one - size : one] == text[two - size : two]:
        one, two, total = one - size, two - size, total + size
        size = min(size * 2, 65536)
    while size := size // 2:
        if size <= one and text[one - size : one] == text[two - size : two]:
            one, two, total = one - size, two - size, total + size
    return min(total, most)
