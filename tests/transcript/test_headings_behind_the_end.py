"""Headings that a page sets behind the end of the proceedings."""

from __future__ import annotations

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

PAGE = (
    "<html><body><h1>Briefing on Roads</h1><p>MS. ROE: Good afternoon. We open two roads today, "
    "and I am glad to take a few of your questions.</p><p>QUESTION: When will they be open?</p>"
    "<p>MS. ROE: At noon, if the weather holds, and not before.</p><p>QUESTION: And the bridge?</p>"
    "<p>MS. ROE: Next year.</p><p>END 1:45 P.M. EDT</p><h3>Elsewhere today</h3></body></html>"
)


def test_they_are_no_headings_of_the_record_and_nothing_breaks() -> None:
    (record,) = clean(decode("page.html", PAGE.encode()).value).value
    assert [mark for mark in record.marks if mark.kind == "heading"]
    transcript = parse(record).value
    assert transcript.turns[-1].text == "Next year."
    assert {heading.text for heading in transcript.headings} <= {"END 1:45 P.M. EDT"}
