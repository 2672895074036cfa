"""Doubts beside the paragraphs that they are about, when they are asked for."""

from __future__ import annotations

import io

import docx
import msgspec

from exporter.document.compose import compose
from exporter.document.model import Document, Paragraph, Provenance, Text
from exporter.notices import Span
from exporter.styling.load import load
from exporter.writers import docx as word
from exporter.writers import pdf
from tests.sample import sample_briefing
from tests.writers.word_reading import W, names, part

PLAIN = load("plain")


def test_a_comment_is_words_own() -> None:
    spoken = Paragraph((Text("甲"),), "speech", "p1", "1", comment="可疑 <b>\n第二行\x07")
    source = Provenance("页.txt", "ab" * 32, "r1", Span(0, 1))
    data = word.write(Document("题", "zh", (spoken, spoken), source), PLAIN).value
    made = docx.Document(io.BytesIO(data))
    texts = [comment.text for comment in made.comments]
    assert texts == ["可疑 <b>\n第二行"] * 2
    body = part(data, "word/document.xml")
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = body.findall(f".//w:{tag}", W)
        assert [one.get(f"{{{W['w']}}}id") for one in found] == ["0", "1"]


def test_doubts_are_comments_only_when_asked_for() -> None:
    briefing = sample_briefing()
    bare = compose(briefing, PLAIN.plan).value
    asked = compose(briefing, msgspec.structs.replace(PLAIN.plan, annotate=True)).value
    assert "word/comments.xml" not in names(word.write(bare, PLAIN).value)
    noted = docx.Document(io.BytesIO(word.write(asked, PLAIN).value))
    assert [comment.text for comment in noted.comments]
    assert pdf.write(bare, PLAIN).value == pdf.write(asked, PLAIN).value
