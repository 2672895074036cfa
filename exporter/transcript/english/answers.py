"""Whose ``Answer:`` it is on a page of one official."""

from __future__ import annotations

import re

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of

# Lin Qing, spokesperson for the ministry, answers questions
_ANSWERS = r",? (?:[Dd]irector|[Ss]pokes|[Mm]inister|[Pp]ress|the (?:ministry|[A-Z]))"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'\-]{1,30}(?: [A-ZÀ-ÖØ-Þ][\w'\-]{1,30}){1,3}?"
# Foreign Ministry Spokesperson Lin Bo's Regular Press Conference
_OWN = re.compile(
    rf"\b(?:{any_of('english', 'offices')}) (?P<name>{_NAME})['’]s (?:\w+ ){{0,2}}"
    r"(?:Press|News|Media) (?:Conference|Briefing)\b"
)
# a question by the Hon Jo Hale and a written reply by the Secretary for Health, Dr Lin Bo, in
_TITLES = r"(?:(?:Dr|Mrs?|Ms|Miss|Prof(?:essor)?|Ir|Sr)\.? )?"
_REPLIED = re.compile(
    rf"\bquestion (?:raised |put )?by {_TITLES}(?:the )?(?:Hon\.? )?{_TITLES}"
    rf"(?P<asks>{_NAME}) and (?:an? |the )?(?:written |oral )?(?:reply|answer) by (?:the )?"
    rf"(?P<office>[A-Z][^.\n:]{{3,80}}?), {_TITLES}(?P<name>{_NAME})"
    r"(?=[,.]| in\b| at\b)"
)


def replied(view: str, labels: list[Label]) -> list[Label]:
    """The labels, ``Question:`` and ``Reply:`` read as those of whose question and reply the head
    of a parliament's page says that they are."""
    told = _REPLIED.search(view, 0, labels[0].start) if labels else None
    if told is None or any(label.reading.kind not in ("question", "answer") for label in labels):
        return labels
    means = {
        "question": Reading("reporter", told["asks"]),
        "answer": Reading("person", told["name"], told["office"]),
    }
    return [
        label._replace(reading=means[label.reading.kind], doubt="transcript.named-by-lead")
        for label in labels
    ]


def answering(view: str, labels: list[Label], title: str) -> list[Label]:
    """The labels, ``Answer:`` read as the one official whom they name, where the page's head gives
    his office and nobody else is named, or whose own conference it is by the `title`, where they
    name nobody; a doubt says so."""
    named = {
        label.reading.name
        for label in labels
        if label.reading.name and label.reading.kind in ("person", "name", "host")
    }
    head = view[: labels[0].start] if labels else ""
    name = min(named) if len(named) == 1 else ""
    if not named and (own := _OWN.search(f"{title}\n{head}")):
        name = own["name"]
    elif not name or not re.search(re.escape(name) + _ANSWERS, head):
        return labels
    return [
        label._replace(reading=Reading("person", name), doubt="transcript.named-by-lead")
        if label.reading.kind == "answer"
        else label
        for label in labels
    ]
