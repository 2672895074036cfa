"""What the reader of a style asks of the composition: which sections, in which order and form, and
the letterhead that only the user can know. Part of a style file; `compose` sees nothing else of it.
"""

from __future__ import annotations

import re
from typing import Final

import msgspec

from exporter.messages import Language, catalogue, text

SECTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    # name: (what it shows, the forms it has; the first is the default)
    "masthead": ("the letterhead", ("none", "briefing", "gongwen", "jianbao")),
    "title": (
        "series, title, dateline (below, above, none); `whole`: the title uncut",
        ("full", "dated", "bare", "whole"),
    ),
    "lead": ("what happened, in one paragraph", ("paragraph", "conclusion")),
    "contents": ("the contents with pages", ("list",)),
    "key_points": ("five to eight lines cut from the source", ("list",)),
    "key_figures": ("six to fifteen figures", ("table", "panel", "rows")),
    "charts": ("series over time or places", ("panels",)),
    "people": ("who spoke, and on what", ("table", "lines")),
    "announcements": ("what was announced, by speaker and heading", ("list",)),
    "exchanges": ("questions and answers as a digest", ("list", "table", "lines")),
    "all_figures": ("every figure of the source", ("table",)),
    "doubts": ("contradictions, sums that don't hold, damage", ("list",)),
    "transcript": ("the cleaned transcript in numbered paragraphs", ("numbered",)),
    "source_notes": ("publisher, dates, read count, what was removed", ("table", "box")),
    "annexes": ("the list of what is annexed (附件说明)", ("gongwen",)),
    "colophon": ("signature and date", ("gongwen",)),
    "imprint": ("the 版记 at the foot of the last page", ("gongwen", "jianbao")),
}


class SectionSpec(msgspec.Struct, frozen=True):
    """One section of the briefing as the style wants it.

    `name` is a key of `SECTIONS`, `form` one of its forms (``None``: the first). `heading`
    overrides the catalogue's words, ``""`` prints none. `limit` caps its items (0 = all).
    `new_page` starts a page.
    """

    name: str
    heading: str | None = None
    form: str | None = None
    limit: int = 0
    new_page: bool = False


NUMBERS: Final = ("year", "issue", "total", "counted")
"""What a ``document_number`` may ask a counter for: ``〔{year}〕{issue}号``; ``{counted}`` is
issue and total in words of the briefing's language: 第3期（总第45期）."""
COUNTED: Final = "{counted}"
_PLACES: Final = re.compile(r"\{(\w+)\}")


class Letterhead(msgspec.Struct, frozen=True):
    """What only the user can know; a part left empty is left out, never filled with ××.

    `first_issue` and `first_total` are what a counter begins with.
    """

    name: str = ""
    document_number: str = ""
    classification: str = ""
    copy_number: str = ""
    issuer: str = ""
    addressee: str = ""
    editor_note: str = ""
    signatory: str = ""
    report_to: str = ""
    send_to: str = ""
    copy_to: str = ""
    print_run: str = ""
    first_issue: int = 1
    first_total: int = 1

    @property
    def counts(self) -> bool:
        """Whether the document's number is a counter's."""
        return any(place in NUMBERS for place in _PLACES.findall(self.document_number))

    def printed_number(self) -> re.Pattern[str]:
        """What a number that was counted looks like in print, in any language."""
        every = catalogue("document")["counted"].values()
        forms = dict.fromkeys(self.document_number.replace(COUNTED, words) for words in every)
        return re.compile("|".join(map(_printed, forms)))


def _printed(form: str) -> str:
    """The pattern of a form with any numbers in its places."""
    parts = enumerate(_PLACES.split(form))
    return "".join(r"\d*" if at % 2 else re.escape(part) for at, part in parts)


class Issue(msgspec.Struct, frozen=True):
    """A number that a counter gave: `issue` within the year, `total` over all years."""

    year: str
    issue: int
    total: int


class Plan(msgspec.Struct, frozen=True):
    """The composition that a style asks for.

    `source_marks` prints ¶12 after each line, linked to its paragraph (without it the line itself
    is the link); `mark_words` prints （第12段） instead; `contents_depth` is the deepest level of
    heading in the contents (2: sections); `number_headings` puts 一、二、三、 before section
    headings; `annexes` calls sections that start a page 附件1, 附件2 and lists them in the body;
    `annotate` comments on paragraphs that an editor must look at (no key of a style: asked for).
    """

    sections: tuple[SectionSpec, ...]
    letterhead: Letterhead = Letterhead()
    source_marks: bool = True
    mark_words: bool = False
    contents_depth: int = 2
    number_headings: bool = False
    annexes: bool = False
    annotate: bool = False


def with_issue(plan: Plan, issue: Issue | None, language: Language) -> Plan:
    """The plan with the number in its letterhead, in the briefing's `language`; without a number
    the line that asks for one is empty, and so left out.
    """
    letterhead = plan.letterhead
    if not letterhead.counts:
        return plan
    words = ""
    if issue is not None:
        numbers = msgspec.structs.asdict(issue)
        form = letterhead.document_number.replace(COUNTED, text("document.counted", language))
        words = _PLACES.sub(lambda place: str(numbers.get(place[1], place[0])), form)
    return msgspec.structs.replace(
        plan, letterhead=msgspec.structs.replace(letterhead, document_number=words)
    )


def with_first_issue(plan: Plan, date: str | None, language: Language) -> Plan:
    """The plan with the number that counting begins with, to show what it looks like."""
    letterhead = plan.letterhead
    first = Issue((date or "")[:4], letterhead.first_issue, letterhead.first_total)
    return with_issue(plan, first, language)
