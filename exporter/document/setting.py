"""What every section of the composition needs: briefing, plan, words, and how to cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from exporter.briefing.model import Briefing, Cut, Excerpt, Fact
from exporter.document.damage import runs, unbroken
from exporter.document.model import Block, Heading, Inline, Language, Link, ListItem, Text
from exporter.document.plan import Plan, SectionSpec
from exporter.document.posts import post_beside
from exporter.messages import text

T = TypeVar("T")

GLUE: Final = "\u00a0"
"""Before a source mark: a no-break space, so that no mark stands alone on a line."""


class Setting(NamedTuple):
    """The briefing to compose, as the plan asks.

    `printed` are the paragraphs that the document prints, which can be linked to; `citations` says
    who first cites a paragraph; `known` are the briefing's facts by their ids.
    """

    briefing: Briefing
    plan: Plan
    printed: frozenset[str] = frozenset()
    citations: Mapping[str, str] = MappingProxyType({})
    known: Mapping[str, Fact] = MappingProxyType({})

    @property
    def language(self) -> Language:
        """The language of the briefing and of its headings."""
        return self.briefing.language

    def word(self, key: str, /, **params: object) -> str:
        """The catalogue's words for ``document.key``."""
        return text(f"document.{key}", self.language, **params)

    def mark(self, paragraph: str) -> tuple[Inline, ...]:
        """¶12, linked to paragraph 12; nothing where that isn't printed or no marks are wanted."""
        if paragraph not in self.printed or not self.plan.source_marks:
            return ()
        words = "mark-words" if self.plan.mark_words else "mark"
        label = self.word(words, number=number_of(paragraph))
        return Text(GLUE, role="source_mark"), Link(label, paragraph, role="source_mark")

    def marks(self, cuts: Iterable[Cut]) -> tuple[Inline, ...]:
        """The marks of the cuts' paragraphs, each once, in order."""
        paragraphs = dict.fromkeys(cut.paragraph for cut in cuts)
        return tuple(inline for paragraph in paragraphs for inline in self.mark(paragraph))

    def words_of(self, words: str, paragraph: str) -> tuple[Inline, ...]:
        """Words of a paragraph: themselves the link to it where the plan prints no marks."""
        if paragraph in self.printed and not self.plan.source_marks:
            return (Link(unbroken(words), paragraph, role="source_text"),)
        return runs(words)

    def cite(self, excerpt: Excerpt) -> tuple[Inline, ...]:
        """The words of the source, and where they stand."""
        first = excerpt.cuts[0].paragraph if excerpt.cuts else ""
        return (*self.words_of(excerpt.text, first), *self.marks(excerpt.cuts))

    def joined(self, cited: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """Several citations as one paragraph."""
        whole: list[Inline] = []
        for one in cited:
            if whole and (self.language == "en" or self.plan.source_marks):
                whole.append(Text(" "))
            whole += one
        return tuple(whole)

    def item(self, excerpt: Excerpt, anchor: str | None = None) -> ListItem:
        """A list's item that cites."""
        return ListItem(self.cite(excerpt), anchor)

    def section(
        self, spec: SectionSpec, blocks: tuple[Block, ...], note: tuple[Block, ...] = ()
    ) -> tuple[Block, ...]:
        """The blocks under the section's heading; nothing at all when there are none."""
        if not blocks:
            return ()
        name = spec.name.replace("_", "-")
        annexed = self.plan.annexes and spec.new_page and name == "transcript"
        usual = "annex-transcript" if annexed else f"section-{name}"
        words = self.word(usual) if spec.heading is None else spec.heading
        if not words:
            return blocks
        role = "page_title" if spec.new_page else "heading_1"
        heading = Heading(2, (Text(words),), role, anchor=f"s-{name}")
        return (heading, *note, *blocks)

    def facts(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """The facts of those ids that the briefing has."""
        return tuple(self.known[name] for name in ids if name in self.known)

    def who(
        self, name: str | None, office: str | None, role: str = "speaker"
    ) -> tuple[Inline, ...]:
        """A name with the office beside it."""
        shown: list[Inline] = [Text(name or self.word(f"role-{role}"))]
        if office:
            shown.append(Text(f"{self.word('between')}{post_beside(name, office)}", role="office"))
        return tuple(shown)


def limited(spec: SectionSpec, things: tuple[T, ...]) -> tuple[T, ...]:
    """As many as the section shows."""
    return things[: spec.limit] if spec.limit else things


def number_of(paragraph: str) -> str:
    """The number that is printed for the paragraph ``p12``: 12."""
    return paragraph.removeprefix("p")


def ranges(paragraphs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Runs of paragraphs that follow each other, as (first, last)."""
    runs: list[tuple[str, str]] = []
    for paragraph in paragraphs:
        number = number_of(paragraph)
        last = number_of(runs[-1][1]) if runs else ""
        if last.isdecimal() and number.isdecimal() and int(number) == int(last) + 1:
            runs[-1] = (runs[-1][0], paragraph)
        else:
            runs.append((paragraph, paragraph))
    return tuple(runs)
