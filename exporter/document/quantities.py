"""How a quantity is printed: always the source's own characters, cut into what stands before the
number, the number, and what stands after it, so that numbers can be set large or lined up.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from exporter.briefing.model import Fact

_PARTS: Final = re.compile(r"([^\d.]{0,20})(\d[\d,，]*(?:\.\d+)?)(\D*)")


class Parts(NamedTuple):
    """``超|38|万``: the three joined are the text as printed in the source."""

    before: str
    number: str
    after: str


def parts(fact: Fact) -> Parts | None:
    """The parts of a quantity with one number in digits; ``None`` for any other (10—20个)."""
    found = _PARTS.fullmatch(fact.quantity.text)
    return Parts(*found.groups()) if found else None


def planned(fact: Fact) -> bool:
    """Whether the value is yet to come."""
    return fact.status != "actual"
