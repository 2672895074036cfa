"""Numbers that can't be read: 1.2.3亿, 3..5%, 1,00,0元. None becomes a fact; each is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.notices import Notice
from exporter.transcript.model import Transcript

_UNIT = r"(?=\s?(?:多|余|個|个)?(?:[万亿萬億%％‰元亩畝吨噸户戶]|million|billion|percent|per cent))"
_POINTS = r"\d{1,15}(?:[.．]\d{1,15}){2,6}"
_DOTS = r"\d{1,15}(?:[.．]\d{1,15}){0,6}[.．](?:[.．]\d{1,15}|(?=[万亿萬億]))"
_GROUPS = r"\d{1,3}(?:[,，]\d{3}){0,4}[,，]0(?:\d?|\d{3,6})(?:[,，]\d{1,3}){0,4}"
_BROKEN = re.compile(rf"(?<![\d.．,，])(?:{_POINTS}|{_DOTS}|{_GROUPS}){_UNIT}")
_SUSPECT = re.compile(r"[.．,，](?:(?<=[.．])\d{0,15}[.．万亿萬億]|(?<=[,，])0)")
"""What every such number holds: a quick look before the slow one."""


def broken_numerals(transcript: Transcript) -> Iterator[Notice]:
    """A warning for each number with a unit that has no one reading, with its paragraph.

    Version numbers and dates (2024.4.12) have no unit; 2,300 and 1,000,000 are well made.
    """
    for paragraph in transcript.paragraphs():
        if _SUSPECT.search(paragraph.text):
            for found in _BROKEN.finditer(paragraph.text):
                params = {"paragraph": paragraph.id.removeprefix("p"), "text": found.group()}
                yield Notice("quantities.broken", "warning", params)
