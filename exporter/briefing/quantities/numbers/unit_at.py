"""The unit that stands behind a number."""

from __future__ import annotations

from exporter.briefing.quantities.lexicon import Unit, not_before, rates, unit_lengths, units


def unit_at(text: str, at: int) -> tuple[Unit | None, int]:
    """The unit that starts at the offset, and where it ends (with brackets and rate);
    ``None`` and the offset where no unit starts there."""
    if text.startswith(" ", at):
        at += 1
    bracketed = text.startswith("（", at)
    start = at + bracketed
    table = units()
    for length in unit_lengths().get(text[start : start + 1], ()):
        unit = table.get(text[start : start + length])
        if unit is None:
            continue
        end = start + length
        if bracketed:
            return (unit, end + 1) if text.startswith("）", end) else (None, at)
        return (unit, _rate_end(text, end)) if _ends_well(text, unit, end) else (None, at)
    return None, at


def _rate_end(text: str, end: int) -> int:
    if text.startswith("/", end):
        for name in rates():
            if text.startswith(name, end + 1):
                return end + 1 + len(name)
    return end


def _ends_well(text: str, unit: Unit, end: int) -> bool:
    """A Latin unit isn't the start of a word; 年 isn't 年级, 分 isn't 分之."""
    after = text[end : end + 1]
    if unit.name[-1].isascii() and unit.name[-1].isalpha():
        return not (after.isascii() and after.isalpha())
    return after == "" or after not in not_before().get(unit.name, "")


def printed(raw: str) -> str:
    """The unit's name: ``10（件）`` counts 件, ``2000余万人（次）`` 人次."""
    if raw.startswith("（") and raw.endswith("）"):
        return raw[1:-1]
    return "人次" if raw == "人（次）" else raw
