"""The third noun: `Transcript`, who said what, in order; faithful, nothing judged.

Names follow TEI's transcriptions of speech and ParlaMint: a *turn* is one speaker until another
speaks (TEI ``u``), a *paragraph* its ``seg``. Every text here is a stretch of the record's clean
text; every span is in the decoded source file.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from exporter.notices import Notice, Span

Role = Literal["host", "spokesperson", "journalist", "reader", "guest"]
Section = Literal["opening", "release", "guest_speech", "qa", "closing"]
Kind = Literal["transcript", "news", "empty"]


class SourceRef(msgspec.Struct, frozen=True):
    """Which file, and which stretch of it, a record was read from."""

    path: str
    sha256: str
    start: int
    end: int


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of a speech or of the page's own prose.

    `id` is ``p1``, `p2` ... in reading order over the whole record (the number that is printed).
    `level`: 0 running text; 1 一、; 2 （一）; 3 1.; 4 一是 / 首先 / 第一; 5 such an item within
    another's. A paragraph that starts with such an enumerator has its level, also when text follows
    in the same paragraph. `heading` is the length in characters of the enumerated heading at its
    start (0 = none; the whole length = a heading alone). A table row is a paragraph whose cells are
    parted by ``\\t``.
    """

    id: str
    text: str
    level: int = 0
    spans: tuple[Span, ...] = ()
    heading: int = 0


class Person(msgspec.Struct, frozen=True):
    """A named person of the record, linked across the ways that the page names him or her.

    `office` is the office without its body (副局长), `org` the body (市水利局) in the fullest form
    that the page prints; `aliases` every other form met (夏副市长). `spoke` is false for those only
    introduced.
    """

    id: str
    name: str
    role: Role
    office: str | None = None
    org: str | None = None
    honorific: str | None = None
    aliases: tuple[str, ...] = ()
    spoke: bool = True


class Turn(msgspec.Struct, frozen=True):
    """One speaker, until another speaks.

    `speaker` is the name or ``None`` when unknown (journalists mostly are); `person` the id of a
    `Person` when the link is certain. `office` is what the label says of the speaker (body and
    office as printed), `org` the outlet of a journalist. `label` is the label as printed, ``None``
    for a turn cut by sense. `answers` is the id of the journalist's turn that is answered. `text`
    is the speech without label; its paragraphs add up to it but for white space.
    """

    id: str
    role: Role
    section: Section
    text: str
    paragraphs: tuple[Paragraph, ...]
    speaker: str | None = None
    person: str | None = None
    office: str | None = None
    org: str | None = None
    answers: str | None = None
    label: str | None = None
    inferred: bool = False


class Heading(msgspec.Struct, frozen=True):
    """A heading that the page prints between turns (新闻发布, 回答记者提问): not spoken.

    `before` is the id of the turn that follows, ``None`` at the end.
    """

    text: str
    span: Span
    before: str | None = None


class Transcript(msgspec.Struct, frozen=True):
    """The proceedings of one press conference (or the news report of one), in order.

    `kind` is ``transcript`` (turns), ``news`` (prose; `turns` hold its direct quotations only) or
    ``empty``. `narration` is the page's own prose: the lead of a transcript; for news the *whole*
    article, quotations included, so that no text is lost. `metadata` are labelled fields as
    printed.
    """

    id: str
    source: SourceRef
    kind: Kind
    title: str | None = None
    event_date: str | None = None
    published_date: str | None = None
    publisher: str | None = None
    reporters: tuple[str, ...] = ()
    read_count: int | None = None
    venue: str | None = None
    issuer: str | None = None
    host_org: str | None = None
    language: Literal["zh-Hans", "zh-Hant", "en"] = "zh-Hans"
    metadata: dict[str, str] = {}
    metadata_spans: dict[str, Span] = {}
    agenda: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    turns: tuple[Turn, ...] = ()
    narration: tuple[Paragraph, ...] = ()
    headings: tuple[Heading, ...] = ()
    removed: dict[str, int] = {}
    notices: tuple[Notice, ...] = ()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph that the appendix prints, in reading order: narration, then the turns'
        own.

        For news the turns are quotations out of the narration and are not repeated.
        """
        if self.kind == "news":
            return self.narration
        return self.narration + tuple(p for turn in self.turns for p in turn.paragraphs)
