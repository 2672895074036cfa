"""Where a stretch of a paragraph stands in the source file."""

from __future__ import annotations

from exporter.notices import Span
from exporter.transcript.model import Paragraph


def spans_of(paragraph: Paragraph, start: int, end: int) -> tuple[Span, ...]:
    """The source spans of ``paragraph.text[start:end]``.

    Exact when the paragraph's spans cover as many characters as its text (marks are restored
    one for one); otherwise all of the paragraph's spans that can hold it.
    """
    if sum(span.length for span in paragraph.spans) != len(paragraph.text):
        return paragraph.spans
    out: list[Span] = []
    at = 0
    for span in paragraph.spans:
        low, high = max(start, at), min(end, at + span.length)
        if low < high:
            out.append(Span(span.start + low - at, span.start + high - at))
        at += span.length
    return tuple(out)
