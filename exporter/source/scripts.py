"""Which script a character belongs to, and which language a text is in."""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["zh-Hans", "zh-Hant", "en"]
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
HAN_CHAR = re.compile(f"[{HAN}]")
# A character that only Chinese, Japanese or Korean has, its marks and full-width forms included
EAST_ASIAN = re.compile(
    f"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\ufe30-\ufe4f\uff00-\uffef{HAN}]"
)
_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# Frequent characters that are written in one of the two scripts only.
_SIMPLIFIED = re.compile(
    "[们这来对时说会个发动过学经国现实体机点从业应开还关数问无变总党进设导长见务员议请谢]"
)
_TRADITIONAL = re.compile(
    "[們這來對時說會個發動過學經國現實體機點從業應開還關數問無變總黨進設導長見務員議請謝]"
)


def is_han(char: str) -> bool:
    """Whether `char` (one character, or empty) is a Chinese one."""
    return "\u4e00" <= char <= "\u9fff" or (char >= "\u3007" and HAN_CHAR.match(char) is not None)


def count_of(runs: re.Pattern[str], text: str) -> int:
    """How many characters of the text stand in the runs that the pattern finds."""
    return sum(map(len, runs.findall(text)))


def language_of(text: str) -> Language:
    """``en`` for a text with fewer Chinese characters than Latin words, else the script of its
    Chinese, judged on its first 3,000 characters."""
    sample = text[:3_000]
    latin = len(_LATIN.findall(sample))
    if latin and count_of(_HAN_RUN, sample) < latin:
        return "en"
    traditional = len(_TRADITIONAL.findall(sample))
    if traditional and traditional > len(_SIMPLIFIED.findall(sample)):
        return "zh-Hant"
    return "zh-Hans"
