"""The fourth verb: briefing → document, as blocks with roles, in the order of the plan.

Each section is a small function of `SECTIONS`; the transcript is composed last, since a
paragraph's number links to the place that cites the paragraph first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from exporter.briefing.model import Briefing
from exporter.document import annexes, appendix, charts, figures, front, notes, proceedings
from exporter.document.cited import citations
from exporter.document.comments import commented
from exporter.document.dates import printed
from exporter.document.front import series_and_title
from exporter.document.model import (
    Block,
    Document,
    FigureSource,
    PageBreak,
    Provenance,
)
from exporter.document.ordinals import numbered
from exporter.document.plan import Plan, SectionSpec, with_issue
from exporter.document.setting import Setting
from exporter.notices import Outcome, Span

Section = Callable[[Setting, SectionSpec], tuple[Block, ...]]

SECTIONS: Final[dict[str, Section]] = {
    "masthead": front.masthead,
    "title": front.title,
    "lead": front.lead,
    "contents": front.contents,
    "key_points": front.key_points,
    "key_figures": figures.key_figures,
    "charts": charts.charts,
    "people": proceedings.people,
    "announcements": proceedings.announcements,
    "exchanges": proceedings.exchanges,
    "all_figures": figures.all_figures,
    "doubts": notes.doubts,
    "transcript": appendix.transcript,
    "source_notes": notes.source_notes,
    "annexes": annexes.annexes,
    "colophon": front.colophon,
    "imprint": front.imprint,
}


def compose(briefing: Briefing, plan: Plan) -> Outcome[Document]:
    """The document that the plan asks for. A section with nothing to show is left out, and so is a
    number that nothing has counted.
    """
    plan = with_issue(plan, None, briefing.language)
    known = {fact.id: fact for fact in briefing.figures}
    setting = Setting(briefing, plan, _printed(briefing, plan), known=known)
    sections = [_section(setting, spec) for spec in plan.sections if spec.name != "transcript"]
    citing = setting._replace(citations=citations(block for blocks in sections for block in blocks))
    for at, spec in enumerate(plan.sections):
        if spec.name == "transcript":
            sections.insert(at, _section(citing, spec))
    if plan.number_headings:
        sections = list(numbered(sections, setting.language))
    if plan.annexes:
        names = [spec.name for spec in plan.sections]
        place = names.index("annexes") if "annexes" in names else None
        sections = annexes.annexed(sections, place, setting)
    blocks = tuple(block for section in sections for block in section)
    if plan.annotate:
        blocks = commented(setting, blocks)
    return Outcome(
        Document(
            title=briefing.title,
            language=briefing.language,
            blocks=blocks,
            provenance=_provenance(briefing),
            date=briefing.date,
            author=plan.letterhead.issuer or briefing.publisher,
            subject=setting.word("brief"),
            keywords=_keywords(briefing),
            fields=_fields(setting),
        )
    )


def _section(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    blocks = SECTIONS[spec.name](setting, spec)
    return (PageBreak(), *blocks) if blocks and spec.new_page else blocks


def _printed(briefing: Briefing, plan: Plan) -> frozenset[str]:
    """The paragraphs that the plan prints: all, or none where it has no transcript."""
    if all(spec.name != "transcript" for spec in plan.sections):
        return frozenset()
    return frozenset(paragraph.id for paragraph in briefing.transcript.paragraphs())


def _provenance(briefing: Briefing) -> Provenance:
    source = briefing.transcript.source
    key = sorted((fact for fact in briefing.figures if fact.key), key=lambda fact: fact.rank)
    return Provenance(
        path=source.path,
        sha256=source.sha256,
        record=briefing.id,
        span=Span(source.start, source.end),
        figures=tuple(FigureSource(fact.quantity.text, fact.paragraph, fact.spans) for fact in key),
    )


def _keywords(briefing: Briefing) -> tuple[str, ...]:
    """The indicators of the key figures, each once."""
    named = (fact.indicator for fact in briefing.figures if fact.key and fact.indicator)
    return tuple(dict.fromkeys(named))[:8]


def _fields(setting: Setting) -> dict[str, str]:
    """What running heads may ask for; words round a page number follow the document's language."""
    briefing, letterhead = setting.briefing, setting.plan.letterhead
    return {
        "title": briefing.title,
        "short_title": series_and_title(briefing.title)[1],
        "date": printed(briefing.date, setting.language),
        "publisher": briefing.publisher or "",
        "issuer": letterhead.issuer or briefing.publisher or "",
        "document_number": letterhead.document_number,
        "brief": letterhead.name or setting.word("brief"),
        "page_start": setting.word("page-start"),
        "page_end": setting.word("page-end"),
        "page_of": setting.word("page-of"),
    }
