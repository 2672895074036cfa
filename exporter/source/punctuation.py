"""Full-width punctuation put back where a page lost it.

Pages of the archive were folded to half width somewhere: ``，：；（）？！`` became ``,:;()?!``,
which is wrong in Chinese print (GB/T 15834). The fold is undone where the marks stand in Chinese,
and left alone in numbers (1,200), times and ratios (15:30, 2.3:1), addresses and Latin text.

Whether a mark stands in Chinese is decided by the nearest characters on both sides that are neither
marks nor blanks; marks and blanks don't count, so that a second run finds the same and changes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.scripts import HAN_CHAR, is_han

FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
NAMES = {
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "?": "question",
    "!": "exclamation",
    "(": "bracket",
    ")": "bracket",
    ".": "ellipsis",
}
_RULES = {mark: f"punctuation.{name}" for mark, name in NAMES.items()}
REASON = "half-width mark in Chinese text"
# Marks and blanks: passed over in looking for the neighbour that decides.
PASSED = frozenset(" \t\u00a0\u3000,:;?!().，：；？！（）…。、“”‘’《》〈〉【】[]\"'—-·~")
REACH = 12  # how far the neighbour is looked for; beyond it the line decides
# one of the characters first, to which the matcher skips
_MARK = re.compile(r"[,:;?!().](?:(?<!\.)|\.{2,})")
_ADDRESS = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]{1,11}://|www\.|[\w.+\-]{1,64}@[\w\-]{1,63}\.", re.ASCII
)
_ASCII_RUN = 80  # how far back an address may have begun
_NOT_ASCII = re.compile(r"[^!-~]")
_THOUSANDS = re.compile(r"(?<![\d.])(?<!\d,)\d{1,3}(?:,\d{3})+(?![\d,])")


def restore(text: str) -> Iterator[Change]:
    """A change for each half-width mark of `text` that stands in Chinese, with the blank behind
    it."""
    if not _has_marks(text):
        return
    brackets = _Brackets(text)
    for found in _MARK.finditer(text):
        start, end = found.span()
        char = text[start]
        if char == ".":
            if _in_chinese(text, start, end):
                after = "…" * (2 if end - start <= 6 else 4)
                yield Change(start, end, after, "punctuation.ellipsis", REASON)
        elif char in "()":
            if brackets.chinese(start):
                yield _mark(text, start)
        elif _beside_chinese(text, start) or (
            not _of_number_or_address(text, start) and _in_chinese(text, start, end)
        ):
            yield _mark(text, start)


# ，， · ，。 · ，、: marks that a page has doubled throughout
_DOUBLED = re.compile("，{2,3}|，(?=[。；：？！、])")
OFTEN = 3  # times that no author types twice


def doubled(text: str) -> Iterator[Change]:
    """A change for each comma that stands before another mark, on a page that has many such."""
    if "，，" not in text and "，。" not in text:
        return
    found = list(_DOUBLED.finditer(text))
    for match in found if len(found) >= OFTEN else ():
        kept = len(match[0]) > 1 and text[match.end() : match.end() + 1] not in tuple(
            "。；：？！、"
        )
        yield Change(*match.span(), "，" * kept, "punctuation.doubled", "a mark printed twice")


def _has_marks(text: str) -> bool:
    return any(mark in text for mark in FULL) or "..." in text


def _beside_chinese(text: str, at: int) -> bool:
    """Whether a Chinese character touches the mark, which then needs no second look: nearly all of
    them."""
    return (
        "\u4e00" <= text[at - 1 : at] <= "\u9fff" or "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff"
    )


def _mark(text: str, start: int) -> Change:
    """The mark made full-width; a blank behind it goes, since the wide mark has its own."""
    char = text[start]
    end = start + 1
    if (
        text[end : end + 1] == " "
        and char != "("
        and text[end + 1 : end + 2] not in ("", "\n", " ")
    ):
        end += 1
    return Change(start, end, FULL[char], _RULES[char], REASON)


def _of_number_or_address(text: str, at: int) -> bool:
    """Whether the mark stands within a number, a time, a ratio or an address."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if not (before.isascii() and behind.isascii() and before > " " and behind > " "):
        return False
    if text[at] == ":" and before.isdecimal() and behind.isdecimal():
        return True
    if text[at] == "," and before.isdecimal() and behind.isdecimal():
        low = max(0, at - 15)
        if any(m.start() < at < m.end() for m in _THOUSANDS.finditer(text, low, at + 16)):
            return True
    return _in_address(text, at)


def _in_address(text: str, at: int) -> bool:
    run = _NOT_ASCII.split(text[max(0, at - _ASCII_RUN) : at + 3])
    before = len(text[max(0, at - _ASCII_RUN) : at])
    for piece in run:
        if before <= len(piece):
            return _ADDRESS.search(piece) is not None
        before -= len(piece) + 1
    return False


def _in_chinese(text: str, start: int, end: int) -> bool:
    """Whether the mark at ``text[start:end]`` has Chinese on either side."""
    left, right = _left(text, start), _right(text, end)
    if is_han(left) or is_han(right):
        return True
    if left and right:
        # GDP,CPI: a list in Chinese has no blank behind its comma, an English sentence has
        glued = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        return glued and text[start] in ",;" and _chinese_line(text, start)
    return not _english_before(text, start) and _chinese_line(text, start)


def _english_before(text: str, at: int) -> bool:
    """Whether an English sentence ends at `at`: nothing but words of letters before it."""
    words = text[max(0, at - _ENGLISH) : at]
    return words.isascii() and words.count(" ") >= 4


_ENGLISH = 32  # characters


def _left(text: str, at: int) -> str:
    for index in range(at - 1, max(-1, at - 1 - REACH), -1):
        char = text[index]
        if char == "\n":
            return ""
        if char not in PASSED:
            return char
    return ""


def _right(text: str, at: int) -> str:
    for index in range(at, min(len(text), at + REACH)):
        char = text[index]
        if char == "\n":
            return ""
        if char not in PASSED:
            return char
    return ""


def _chinese_line(text: str, at: int) -> bool:
    """Whether the line around `at` (as far as 200 characters each way) has Chinese in it."""
    low = text.rfind("\n", max(0, at - 200), at) + 1 or max(0, at - 200)
    high = text.find("\n", at, at + 200)
    return HAN_CHAR.search(text, low, high if high >= 0 else at + 200) is not None


class _Brackets:
    """Decides both brackets of a pair together, so that none opens wide and closes narrow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._partner: dict[int, int] = {}
        open_at: list[int] = []
        for found in re.finditer(r"[()\n]", text):
            char, at = found[0], found.start()
            if char == "(":
                open_at.append(at)
            elif char == "\n":
                open_at.clear()
            elif open_at:
                self._partner[at] = open_at[-1]
                self._partner[open_at.pop()] = at

    def chinese(self, at: int) -> bool:
        other = self._partner.get(at, at)
        low, high = min(at, other), max(at, other)
        text = self._text
        inside = text[low + 1 : min(high, low + 200)]
        outside = is_han(_left(text, low)) or is_han(_right(text, high + 1))
        return outside or HAN_CHAR.search(inside) is not None
