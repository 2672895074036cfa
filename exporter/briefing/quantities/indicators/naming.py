"""What a number measures: found in its clause, completed by what its passage told."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.carrying import carried
from exporter.briefing.quantities.indicators.investing import along
from exporter.briefing.quantities.indicators.phrases import find
from exporter.briefing.quantities.indicators.topics import told_by_field
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.quantities.numbers import ranks
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

BASE, _REACH = "indicator.base", 4
"""The rule of the level that a number is compared with (比历史最大负荷3384万千瓦增长7%)."""
_THAN = re.compile(r"[比较](?![赛例重大小高低强好])[一-鿿]{3}")


def measured_by(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None`` where nothing names it."""
    if mention.quantity.type == "rank":
        found = ranks.phrase(mention, place)
    else:
        found = carried(find(mention, place), mention, place)
        found = along(found, mention, place) if place.works else found
    if found is not None and found.text[0] in "比较" and _is_base(found, mention, place):
        return Phrase(found.text[1:], BASE)
    return told_by_field(found, mention, place)


def _is_base(found: Phrase, mention: Mention, place: Place) -> bool:
    ahead = place.text[mention.right : mention.right + _REACH]
    return _THAN.match(found.text) is not None and bool(openings("moves").longest(ahead))
