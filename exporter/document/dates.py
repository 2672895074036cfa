"""Dates as they are printed."""

from __future__ import annotations

import re
from typing import Final

from exporter.document.model import Language

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def printed(date: str | None, language: Language) -> str:
    """``2024-04-12`` as 2024年4月12日 or 12 April 2024; anything else as it is."""
    found = _ISO.fullmatch(date or "")
    if found is None:
        return date or ""
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        return date or ""
    if language == "en":
        return f"{day} {_MONTHS[month - 1]} {year}"
    return f"{year}年{month}月{day}日"
