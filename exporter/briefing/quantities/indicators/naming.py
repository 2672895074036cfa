"""What a number measures: found in its clause, completed by what its passage told."""

from __future__ import annotations

from exporter.briefing.quantities.indicators.carrying import carried
from exporter.briefing.quantities.indicators.phrases import find
from exporter.briefing.quantities.indicators.topics import told_by_field
from exporter.briefing.quantities.numbers import ranks
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place


def measured_by(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None`` where nothing names it."""
    if mention.quantity.type == "rank":
        found = ranks.phrase(mention, place)
    else:
        found = carried(find(mention, place), mention, place)
    return told_by_field(found, mention, place)
