"""Which characters may begin and end a line, and which marks give room: CLREQ's classes as data.

A text is looked at through its classes, one letter for each character (`classify`), so that rules
are pairs of letters and patterns over them. Sources: W3C CLREQ 3.1 (line composition), GB/T
15834—2011 section 5.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

HAN: Final = "H"
LATIN: Final = "A"
DIGIT: Final = "9"
WIDE_DIGIT: Final = "0"
SPACE: Final = " "
HARD_SPACE: Final = "_"
OPENING: Final = "o"
CLOSING: Final = "c"
COMMA: Final = ","
STOP: Final = "."
INTERPUNCT: Final = "i"
ELLIPSIS: Final = "e"
DASH: Final = "d"
CONNECTOR: Final = "~"
POSTFIX: Final = "%"
WIDE_POSTFIX: Final = "f"
PREFIX: Final = "$"
WESTERN_CLOSING: Final = "p"
WESTERN_OPENING: Final = "q"
HYPHEN: Final = "-"
SOLIDUS: Final = "/"
AMBIGUOUS_QUOTE: Final = '"'
ITERATION: Final = "k"
COMBINING: Final = "m"
JOINER: Final = "j"
BREAKER: Final = "z"
TAB: Final = "t"
NEWLINE: Final = "n"

# Characters of each class that the ranges below don't give.
_MEMBERS: Final = {
    SPACE: " \u2002\u2003\u2009",
    HARD_SPACE: "\u00a0\u202f\u2007",
    OPENING: "（《〈「『【〔［｛〖〘“‘｟",
    CLOSING: "）》〉」』】〕］｝〗〙”’｠",
    COMMA: "，、；：．",
    STOP: "。？！",
    INTERPUNCT: "·・•‧",
    ELLIPSIS: "…⋯",
    DASH: "—―",
    CONNECTOR: "～〜–‐－~",
    POSTFIX: "%°′″",
    WIDE_POSTFIX: "‰％℃℉‱",
    PREFIX: "$¥€£￥＄￡№§",
    WESTERN_CLOSING: ",.;:!?)]}»›'`",
    WESTERN_OPENING: "([{«‹",
    HYPHEN: "-",
    SOLIDUS: "/\\／",
    AMBIGUOUS_QUOTE: '"',
    ITERATION: "々〻ー",
    LATIN: "−×÷±",
    JOINER: "\u2060\ufeff\u200d",
    BREAKER: "\u200b",
    TAB: "\t",
    NEWLINE: "\n",
}
_RANGES: Final = (
    (0x0030, 0x0039, DIGIT),
    (0x0300, 0x036F, COMBINING),
    (0x1100, 0x11FF, HAN),
    (0x2190, 0x2BFF, HAN),  # arrows, mathematics, ①, lines, shapes: 1 em in Chinese faces
    (0x2E80, 0x33DF, HAN),
    (0x3380, 0x33DF, WIDE_POSTFIX),  # ㎡ ㎞ ㎏
    (0x33E0, 0xA4CF, HAN),
    (0xAC00, 0xD7AF, HAN),
    (0xF900, 0xFAFF, HAN),
    (0xFE00, 0xFE0F, COMBINING),
    (0xFE30, 0xFE4F, HAN),
    (0xFF01, 0xFF60, HAN),
    (0xFF10, 0xFF19, WIDE_DIGIT),
    (0xFFE0, 0xFFE6, HAN),
    (0x1F000, 0x1FAFF, HAN),
    (0x20000, 0x3FFFF, HAN),
    (0xE0100, 0xE01EF, COMBINING),
)
_QUOTES_AND_INTERPUNCT: Final = {
    "“": WESTERN_OPENING,
    "‘": WESTERN_OPENING,
    "”": WESTERN_CLOSING,
    "’": WESTERN_CLOSING,
    "·": WESTERN_CLOSING,
    "•": WESTERN_CLOSING,
}

UNPAINTED: Final = re.compile("[tnjz]")
"""What leaves no ink."""

PAINTED: Final = re.compile("[^tnjz]+")

CELL_WIDE: Final = frozenset("Hco,.ied~f0k")
"""Classes whose characters are as wide as a cell in Chinese faces, 1 em."""

UNEVEN: Final = re.compile("[^Hco,.ied~f0k]+")
"""Characters that aren't as wide as a cell, or are marked as odd (`exporter.typeset.faces.ODD`)."""

NO_START: Final = (
    CLOSING + COMMA + STOP + INTERPUNCT + ELLIPSIS + DASH + CONNECTOR + POSTFIX + WIDE_POSTFIX
    + WESTERN_CLOSING + HYPHEN + SOLIDUS + ITERATION + COMBINING + JOINER + SPACE + HARD_SPACE
)  # fmt: skip
NO_END: Final = OPENING + WESTERN_OPENING + PREFIX + JOINER + HARD_SPACE
_ALL: Final = "".join(_MEMBERS) + HAN + DIGIT + WIDE_DIGIT + COMBINING
_FREE_AFTER: Final = BREAKER + TAB + NEWLINE
_WORD: Final = LATIN + DIGIT


def _pairs(first: str, second: str) -> frozenset[str]:
    return frozenset(a + b for a, b in product(first, second))


_MARKS: Final = _pairs("".join(c for c in _ALL if c not in _FREE_AFTER), NO_START) | _pairs(
    NO_END, _ALL
)
_NUMBERS: Final = (
    _pairs(DIGIT + WIDE_DIGIT, DIGIT + WIDE_DIGIT)
    | _pairs(WESTERN_CLOSING + HYPHEN + SOLIDUS, DIGIT + WIDE_DIGIT)
    | _pairs(WIDE_DIGIT, WESTERN_CLOSING)
)
_WORDS: Final = (
    _pairs(_WORD, _WORD)
    | _pairs(WESTERN_CLOSING, LATIN + WESTERN_OPENING)
    | _pairs(LATIN, WESTERN_OPENING + PREFIX)
)

NEVER: Final = _MARKS | _NUMBERS | _WORDS
"""Pairs of classes that no line is broken between."""

NEVER_IN_LONG_WORD: Final = (_MARKS | _NUMBERS) - _pairs(HYPHEN + SOLIDUS, DIGIT)
"""The same in a long word (an address): its letters may be parted, its digits after - and /."""

MARK: Final = re.compile("[oc,.i]")
"""Full-width marks with an empty half (interpuncts: with two empty quarters)."""

OPENING_HALF: Final = re.compile("o")
CLOSING_HALF: Final = re.compile("[c,.]")
"""Full-width marks with an empty half, at their left or right."""

ADJACENT: Final = re.compile("[c,.](?=[oc,.])|o(?=o)")
"""Two such marks of which one gives up its half: they take 1.5 em together."""

QUOTE: Final = re.compile("[“”‘’]")
ANY_SPACE: Final = re.compile("[ _]")
UNSEEN: Final = re.compile("[ zj]+")
UNSEEN_AT_END: Final = SPACE + BREAKER + JOINER
"""What counts nothing at a line's end."""

WESTERN: Final = frozenset(LATIN + DIGIT + POSTFIX + PREFIX + SOLIDUS + HYPHEN)
HAN_LIKE: Final = frozenset(HAN + WIDE_DIGIT + WIDE_POSTFIX + ITERATION)
"""There is a gap between a character of `WESTERN` and one of `HAN_LIKE`."""

WESTERN_CLUSTER: Final = re.compile(r"[A9%$/\-pq~]+")
RIGID: Final = re.compile(r"d(?=d)|e(?=e)|.(?=[mj])|[jz]")
"""Justification opens nothing inside a cluster, nor after a match of this: in —— and ……."""

ODD: Final = re.compile("[ _zjmtned]")
"""What most paragraphs don't hold: spaces, characters unpainted or combining, dashes, ellipses."""

_DASHES: Final = re.compile("d+")
_WESTERN_QUOTE: Final = re.compile('"')
_APOSTROPHE: Final = re.compile("(?<=A)[cp](?=A)")
_IN_NUMBER: Final = re.compile(
    "(?<=[0-9０-９])(?:[：．]|，(?=[0-9０-９]{3}(?![0-9０-９])))(?=[0-9０-９])"
)
"""Full-width marks inside a number: 9：30, １２．５, 2，000."""

# What counts, measures or scales the number before it: held with it where that costs little.
# Examples: 26.04亿元, 37.2万立方米, 3个, 15.6%以上 (% itself is never parted), 2024年4月12日.
_UNITS: Final = """
万 亿 千 百 元 美元 人 个 名 位 户 家 所 座 条 项 件 套 处 次 类 种 部 届 期 批 场 场次 分 年 月 日
时 分钟 小时 秒 天 周岁 岁 周 季度 倍 成 度 级 米 千米 公里 里 厘米 毫米 公分 平方米 平方公里 立方米
公顷 亩 吨 公斤 千克 克 升 千瓦 千瓦时 兆瓦 度电 辆 台 艘 架 头 只 株 棵 张 份 篇 本 栋 幢 间 床 层
路 支 枚 点 号 起 例 宗 款 轮 字 人次 车次 篇次 条线 余 多
"""
_NUMBER_WITH_UNIT: Final = re.compile(
    r"[0-9０-９](?P<unit>[余多]?[万亿千百]*(?:"
    + "|".join(sorted(_UNITS.split(), key=len, reverse=True))
    + "))"
)
_SHORT_TITLE: Final = re.compile("《[^《》]{1,10}》|（[^（）]{1,6}）")
"""《节约用水条例》, （第25段）."""


class _Classes(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = LATIN
        for first, last, found in _RANGES:
            if first <= code <= last:
                letter = found
        self[code] = letter
        return letter


def _table(exceptions: dict[str, str]) -> _Classes:
    table = _Classes()
    table.update({ord(c): letter for letter, members in _MEMBERS.items() for c in members})
    table.update({ord(c): letter for c, letter in exceptions.items()})
    return table


CLASSES: Final = _table({})
CLASSES_NARROW: Final = _table(_QUOTES_AND_INTERPUNCT)
"""Code point → class by itself; the narrow ones for faces whose “ ” ‘ ’ · are not 1 em wide: these
count as Western marks then.
"""


def classify(text: str, *, narrow_quotes: bool = False) -> str:
    """The classes of the text's characters, one letter each."""
    return settle(text, text.translate(CLASSES_NARROW if narrow_quotes else CLASSES))


def settle(text: str, classes: str) -> str:
    """The classes in their context, from the characters' classes by themselves."""
    if DASH in classes:
        classes = _DASHES.sub(_dash, classes)
    if "’" in text:
        classes = _APOSTROPHE.sub(LATIN, classes)
    if AMBIGUOUS_QUOTE in classes:
        classes = _pair_quotes(classes)
    if COMMA in classes and (DIGIT in classes or WIDE_DIGIT in classes):
        classes = _join_numbers(text, classes)
    return classes


def _dash(found: re.Match[str]) -> str:
    """A single — joins two things (一字线), —— is a dash."""
    return CONNECTOR if found.end() - found.start() == 1 else found[0]


def _pair_quotes(classes: str) -> str:
    """Straight quotes by turns as opening and closing."""
    parts = _WESTERN_QUOTE.split(classes)
    marks = (WESTERN_OPENING if i % 2 == 0 else WESTERN_CLOSING for i in range(len(parts) - 1))
    return "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))


def _join_numbers(text: str, classes: str) -> str:
    """Full-width marks inside numbers as Western ones."""
    parts, end = [], 0
    for found in _IN_NUMBER.finditer(text):
        parts += [classes[end : found.start()], WESTERN_CLOSING]
        end = found.end()
    return "".join([*parts, classes[end:]])


def held_together(text: str, classes: str) -> frozenset[int]:
    """Offsets of legal but unwelcome breaks: before a number's unit, in a short 《title》 or
    （remark）.
    """
    held: set[int] = set()
    if DIGIT in classes or WIDE_DIGIT in classes:
        for found in _NUMBER_WITH_UNIT.finditer(text):
            held.update(range(found.start("unit"), found.end()))
    if "《" in text or "（" in text:
        for found in _SHORT_TITLE.finditer(text):
            held.update(range(found.start() + 1, found.end()))
    return frozenset(held)
