"""The fourth noun: `Briefing`, what a reader needs; judged, and every part points back to its
source.

Field names follow MeasEval (SemEval-2021 task 8: quantity, unit, measured entity, measured
property, qualifier) and schema.org's QuantitativeValue and Observation; status and change are ours.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from exporter.notices import Notice, Span
from exporter.transcript.model import Transcript

Change = Literal["increase", "decrease"]
Status = Literal["actual", "target", "plan"]
PeriodFrom = Literal["sentence", "paragraph", "earlier"]
QuantityType = Literal[
    "count",
    "percent",
    "delta",
    "rank",
    "money",
    "area",
    "length",
    "volume",
    "mass",
    "capacity",
    "duration",
    "frequency",
    "threshold",
    "elevation",
    "temperature",
    "multiple",
    "ratio",
    "energy",
    "power",
    "speed",
    "population",
    "other",
]


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit, as printed and as understood.

    `text` is verbatim. `value` is a plain number in the unit as written, 万 and 亿 multiplied out
    (``26.04亿元`` is 2604000000 元); a range has `min_value` and `max_value` and no `value`.
    `approx` is the qualifier as printed (约, 余, 以上 ...). `unit` is the unit or the classifier;
    `classifier` repeats it when it is a measure word of counts (个, 座, 户).
    """

    text: str
    type: QuantityType
    value: Decimal | None = None
    min_value: Decimal | None = None
    max_value: Decimal | None = None
    unit: str | None = None
    classifier: str | None = None
    approx: str | None = None


class Fact(msgspec.Struct, frozen=True):
    """An indicator: a quantity together with what it measures (statistics: an observation).

    `paragraph` is the id of the paragraph, `at` the offset of the quantity in that paragraph's
    text, `sentence` the bounds of its sentence there; `spans` are in the decoded source file.
    `period` is as printed but resolved (今年 -> 2022年); `period_from` tells what states it: the
    number's own sentence, an earlier one of its paragraph, or an earlier paragraph. `entity` is the
    place or body the value
    holds for. `key` marks the few that a reader wants first; `rank` orders them (1 is the most
    wanted; 0 is unranked). `rule` is the id of the rule that made the fact.
    """

    id: str
    quantity: Quantity
    paragraph: str
    at: int
    sentence: tuple[int, int]
    spans: tuple[Span, ...]
    rule: str
    indicator: str | None = None
    entity: str | None = None
    period: str | None = None
    period_from: PeriodFrom = "sentence"
    change: Change | None = None
    comparison_base: str | None = None
    status: Status = "actual"
    speaker: str | None = None
    turn: str | None = None
    key: bool = False
    rank: int = 0


class Cut(msgspec.Struct, frozen=True):
    """A stretch ``[start, end)`` of the text of the paragraph with that id."""

    paragraph: str
    start: int
    end: int


class Excerpt(msgspec.Struct, frozen=True):
    """Words of the source, shortened only by cutting.

    `text` is the cuts joined, in source order; only the mark at its end may differ from the source
    (a comma becomes a full stop), and in English its first letter is a capital. The gate checks
    just that.
    """

    text: str
    cuts: tuple[Cut, ...]


class KeyPoint(msgspec.Struct, frozen=True):
    """One of the five to eight lines that a reader with three minutes gets.

    `rank` orders them (1 is the most wanted; 0 is unranked: worth little beside the best).
    """

    excerpt: Excerpt
    speaker: str | None = None
    turn: str | None = None
    facts: tuple[str, ...] = ()
    rank: int = 0


class Series(msgspec.Struct, frozen=True):
    """Facts of one indicator over time or over places, in order: data for a chart.

    `categories` are the periods or entities as printed, `facts` the ids of the facts, one per
    category.
    """

    indicator: str
    unit: str | None
    dimension: Literal["period", "entity"]
    categories: tuple[str, ...]
    facts: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True):
    """One indicator, entity and period with two values: both are shown, with their sources."""

    indicator: str
    facts: tuple[str, ...]


class ArithmeticCheck(msgspec.Struct, frozen=True):
    """A sum or percentage stated in the text, recomputed. `holds` false becomes a notice."""

    paragraph: str
    expression: str
    stated: str
    computed: str
    holds: bool


class KeyPerson(msgspec.Struct, frozen=True):
    """A key person: one who spoke, with what a reader wants to know of the contribution.

    `characters` counts the letters spoken, `topics` are excerpts (headings of the speech, or the
    question answered), `turns` the ids of the turns. `share` is derived: characters over all
    characters, 0 to 1.
    """

    name: str
    role: str
    office: str | None = None
    org: str | None = None
    turns: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    characters: int = 0
    share: Decimal = Decimal(0)
    topics: tuple[Excerpt, ...] = ()


def body_and_office(org: str | None, office: str | None, english: bool = False) -> str | None:
    """Body and office as one (市水利局副局长; Deputy Director, Water Bureau), ``None`` for neither.

    An office that says its body itself stands alone.
    """
    if not office or not org or org in office:
        return office or org
    return f"{office}, {org}" if english else f"{org}{office}"


class Announcement(msgspec.Struct, frozen=True):
    """What one speaker announced: the headings of the speech, each with its points."""

    speaker: str | None
    office: str | None
    turn: str
    parts: tuple[AnnouncementPart, ...]


class AnnouncementPart(msgspec.Struct, frozen=True):
    """A heading of a speech (``None`` before the first) and the sentences chosen under it."""

    heading: Excerpt | None
    points: tuple[Excerpt, ...]


class Answer(msgspec.Struct, frozen=True):
    """One official's answer, as its own points."""

    speaker: str | None
    office: str | None
    turn: str
    points: tuple[Excerpt, ...]


class Exchange(msgspec.Struct, frozen=True):
    """A question with its answers (Akoma Ntoso ``speechGroup``). `outlet` is as in the label."""

    turn: str
    outlet: str | None
    asker: str | None
    question: Excerpt
    answers: tuple[Answer, ...]


class SourceNotes(msgspec.Struct, frozen=True):
    """Where the text comes from and what was done to it. `removed` counts ledger edits by rule."""

    path: str
    sha256: str
    publisher: str | None = None
    reporters: tuple[str, ...] = ()
    event_date: str | None = None
    published_date: str | None = None
    read_count: int | None = None
    removed: dict[str, int] = {}
    fields: dict[str, str] = {}


class Briefing(msgspec.Struct, frozen=True):
    """What a reader needs of one record, with the transcript that it all was cut from.

    `language` is the source's; ``zh`` is Chinese in simplified script.

    `figures` are all facts in source order; those with ``key`` are printed first, by `rank`.
    """

    id: str
    language: Literal["zh", "zh-Hant", "en"]
    title: str
    kind: Literal["transcript", "news"]
    transcript: Transcript
    notes: SourceNotes
    date: str | None = None
    venue: str | None = None
    publisher: str | None = None
    lead: Excerpt | None = None
    key_points: tuple[KeyPoint, ...] = ()
    figures: tuple[Fact, ...] = ()
    series: tuple[Series, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    checks: tuple[ArithmeticCheck, ...] = ()
    people: tuple[KeyPerson, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    notices: tuple[Notice, ...] = ()
