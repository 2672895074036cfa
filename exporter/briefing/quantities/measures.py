"""In which unit a value is given: one for all words that name the same measure.

The words of the source stay as they are in `Quantity.text`, which is what is printed.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec

from exporter.briefing.model import Fact, Quantity
from exporter.briefing.quantities.numbers.numerals import TEN, plain

_POINTS = {"个百分点": "百分点", "個百分點": "百分點"}
_TENTHS = "成"


def measured(fact: Fact) -> Fact:
    """The fact with 三成 as 30 %, like 三分之一 as 33.3 %, and 2个百分点 as 2 百分点: 个 is their
    classifier, which a count of points has no need of."""
    quantity = fact.quantity
    if quantity.unit == _TENTHS:
        return msgspec.structs.replace(fact, quantity=_in_percent(quantity))
    if points := _POINTS.get(quantity.unit or ""):
        return msgspec.structs.replace(
            fact, quantity=msgspec.structs.replace(quantity, unit=points)
        )
    return fact


def _in_percent(quantity: Quantity) -> Quantity:
    def times_ten(value: Decimal | None) -> Decimal | None:
        return plain(value * TEN) if value is not None else None

    return msgspec.structs.replace(
        quantity,
        unit="%",
        value=times_ten(quantity.value),
        min_value=times_ten(quantity.min_value),
        max_value=times_ten(quantity.max_value),
    )
