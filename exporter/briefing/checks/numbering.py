"""The numbers of a file's section headings, which a brief that leaves sections out counts anew."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.briefing.checks.known import HEADING, Known, bare_of
from exporter.briefing.checks.readback import TextPage

_TENS = "一二三四五六七八九十"
_ORDINALS = (*_TENS, *("十" + digit for digit in _TENS[:-1]))


def numbered_on(pages: Iterable[TextPage], known: Known) -> frozenset[tuple[int, int]]:
    """The page and line, both from 1, of each heading (二、问答摘要, 2. Questions) whose words the
    source's briefing has under another number, while its own follows that of the heading before."""
    found: set[tuple[int, int]] = set()
    awaited = 1
    for page in pages:
        for at, line in enumerate(page.lines, 1):
            heading = HEADING.fullmatch(bare_of(line))
            if heading is None or not known.heads(heading["title"]):
                continue
            number = _value(heading["number"])
            if number in (1, awaited):
                found.add((page.number, at))
                awaited = number + 1
    return frozenset(found)


def _value(number: str) -> int:
    """The number, 0 for one that no heading has (二十)."""
    if number.isdecimal():
        return int(number)
    return _ORDINALS.index(number) + 1 if number in _ORDINALS else 0
