"""The whole program on one screen: raw page → clean text → transcript → briefing → document → file.

Nothing here reads the clock, prints, or knows where files lie. Each step is a pure function of its
noun; what they noticed is gathered.
"""

from __future__ import annotations

from exporter.briefing.brief import brief
from exporter.briefing.model import Briefing
from exporter.briefing.summarizer import load as load_summarizer
from exporter.document.compose import compose
from exporter.document.model import Document
from exporter.document.plan import Plan
from exporter.notices import Outcome
from exporter.source.clean import clean
from exporter.source.model import CleanText, RawPage
from exporter.source.read import decode
from exporter.styling.model import Style
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from exporter.writers import Writer


def read_page(path: str, data: bytes) -> Outcome[RawPage]:
    """The decoded page. Raises `SourceError` for bytes that no known encoding explains."""
    return decode(path, data)


def clean_page(page: RawPage) -> Outcome[tuple[CleanText, ...]]:
    """The records of the page, in order; they partition it."""
    return clean(page)


def read_record(record: CleanText) -> Outcome[Transcript]:
    """Who said what in the record."""
    return parse(record)


def brief_record(transcript: Transcript, summarizer: str = "") -> Outcome[Briefing]:
    """What a reader needs of it; the installed `summarizer` of that name chooses the key points.

    Raises `GateError` before anything untrue could be written, `UsageError` for an unknown name.
    """
    return brief(transcript, load_summarizer(summarizer) if summarizer else None)


def compose_record(briefing: Briefing, plan: Plan) -> Outcome[Document]:
    """The briefing as blocks with roles, as the style's plan wants them."""
    return compose(briefing, plan)


def fit_record(briefing: Briefing, style: Style, pages: int) -> Outcome[Document]:
    """The same on at most `pages` pages, whole items left out. Raises `WriteError`."""
    # imported here: page layout is not needed by the stages before it
    from exporter.fitting import fit

    return fit(briefing, style, pages)


def write_document(document: Document, style: Style, writer: Writer) -> Outcome[bytes]:
    """The finished file's bytes."""
    return writer.write(document, style)
