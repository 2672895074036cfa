"""Conferences of two spokespersons, one after the other, each under a heading of his own:
``Briefing by the Spokesperson for the General Assembly President``, and ``Spokesperson:`` in both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from exporter.source.scanning import at_lines
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_SPOKES = "spokes(?:person|man|woman)"
_HEADING = re.compile(
    r"^[ \t*]*(?P<heading>(?:Press )?Briefing by (?:the )?"
    rf"(?P<office>(?:(?:Deputy|Acting|Associate) )?(?i:{_SPOKES}) (?:for|of) (?:the )?"
    r"[A-Z][^\n.:,]{3,80}?))"
    r"[ \t*]*$",
    re.MULTILINE,
)
_OFFICE = re.compile(rf"(?:the |deputy |acting |associate )*{_SPOKES}")


def parted(view: str, labels: Sequence[Label]) -> list[Label]:
    """The labels, and the headings of the parts as those of the speeches that open them; in each
    part a spokesperson of nobody by name is its own. The labels as they are where no two headings
    name two offices."""
    found = list(at_lines(_HEADING, view)) if "riefing by" in view else []
    if len({x["office"].casefold() for x in found}) < 2:
        return list(labels)
    starts = [x.start() for x in found]
    parts = [
        Label(x.start("heading"), x.end("heading"), Reading("office", title=x["office"]))
        for x in found
    ]
    for label in labels:
        part = bisect_right(starts, label.start) - 1
        said = label.reading
        own = said.kind == "office" and _OFFICE.fullmatch(said.title.casefold()) is not None
        if own and part >= 0:
            label = label._replace(reading=said._replace(title=found[part]["office"]))
        parts.append(label)
    return sorted(parts)
