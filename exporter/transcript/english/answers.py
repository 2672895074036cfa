"""Whose ``Answer:`` it is on a page of one official."""

from __future__ import annotations

import re

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

# Lin Qing, spokesperson for the ministry, answers questions
_ANSWERS = r",? (?:[Dd]irector|[Ss]pokes|[Mm]inister|[Pp]ress|the (?:ministry|[A-Z]))"


def answering(view: str, labels: list[Label]) -> list[Label]:
    """The labels, ``Answer:`` read as the one official whom they name, where the page's head gives
    his office and nobody else is named; a doubt says so."""
    named = {
        label.reading.name
        for label in labels
        if label.reading.name and label.reading.kind in ("person", "name", "host")
    }
    head = view[: labels[0].start] if labels else ""
    name = min(named) if len(named) == 1 else ""
    if not name or not re.search(re.escape(name) + _ANSWERS, head):
        return labels
    return [
        label._replace(reading=Reading("person", name), doubt="transcript.named-by-lead")
        if label.reading.kind == "answer"
        else label
        for label in labels
    ]
