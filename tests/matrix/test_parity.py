"""A briefing looks the same in every format: three documents in every shipped style.

What a reader of the PDF finds (pypdf) is compared with what a reader of the DOCX finds: paper,
margins, the faces asked for, headings and sections in order, colours of text, and the whole text;
the formats without looks hold the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from exporter import pipeline
from exporter.briefing.model import Briefing
from exporter.document.cited import places
from exporter.document.model import Block, Document, Group, Heading, Inline, Link, Text
from exporter.document.ordinals import without_ordinal
from exporter.fonts import shipped_faces
from exporter.styling.find import shipped
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.writers import find as writers
from tests.matrix.read_pdf import PdfFile
from tests.matrix.read_word import WordFile

SEEDS = Path(__file__).parents[2] / "seeds"
# one with everything, one short, one from another page
DOCUMENTS = (
    ("000_9639f3bb049e7fe2.txt", 3),
    ("000_9639f3bb049e7fe2.txt", 2),
    ("004_589898bb6b70e58a.txt", 0),
)
CASES = [(style, at) for style in shipped() for at in range(len(DOCUMENTS))]
every_case = pytest.mark.parametrize(("style", "at"), CASES)


@cache
def briefing(at: int) -> Briefing:
    """The briefing of a document of the three."""
    name, record = DOCUMENTS[at]
    page = pipeline.read_page(name, (SEEDS / name).read_bytes()).value
    transcript = pipeline.read_record(pipeline.clean_page(page).value[record]).value
    return pipeline.brief_record(transcript).value


@cache
def composed(style: str, at: int) -> Document:
    return pipeline.compose_record(briefing(at), load(style).plan).value


@cache
def written(style: str, at: int, writer: str) -> bytes:
    return writers.find(writer).write(composed(style, at), load(style)).value


@cache
def pdf(style: str, at: int) -> PdfFile:
    return PdfFile(written(style, at, "pdf"))


@cache
def word(style: str, at: int) -> WordFile:
    return WordFile(written(style, at, "docx"))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00a0\u2060\u200b\u3000\u00ad]", "", text)


def plain(inlines: tuple[Inline, ...]) -> str:
    return squeezed("".join(i.text for i in inlines if isinstance(i, Text | Link)))


def headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group):
            yield from headings(block.blocks)


@every_case
def test_paper_is_the_same(style: str, at: int) -> None:
    page = load(style).page
    for found in (*pdf(style, at).papers(), *word(style, at).papers()):
        assert found == pytest.approx((page.width, page.height), abs=0.5)


@every_case
def test_margins_are_the_same(style: str, at: int) -> None:
    """Lines of the PDF mostly begin at the left margin of Word's sections, none stands outside the
    paper's text but what the style puts there, and the text reaches down to the last line.
    """
    page = load(style).page
    for margins in word(style, at).margins():
        assert margins == pytest.approx(
            (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left), abs=0.5
        )
    starts = Counter(round(x) for x in pdf(style, at).starts())
    assert starts[round(page.margin_left)] >= max(starts.values()) * 0.3
    assert max(pdf(style, at).starts()) < page.width - page.margin_right


def faces_of(style: Style, pair: tuple[str, str]) -> set[str]:
    """The shipped faces that stand for the fonts that Word is asked for."""
    chains = (
        face.chain
        for face in style.typefaces.values()
        if (face.docx_latin, face.docx_east_asian) == pair
    )
    names = (
        next(name.removeprefix("shipped:") for name in chain if name.startswith("shipped:"))
        for chain in chains
    )
    return {shipped_faces()[name].family.replace(" ", "") for name in names}


@every_case
def test_the_faces_asked_for_are_the_same(style: str, at: int) -> None:
    in_word = [faces_of(load(style), pair) for pair in word(style, at).fonts()]
    in_pdf = pdf(style, at).fonts()
    assert all(faces & in_pdf for faces in in_word), (in_word, in_pdf)
    # others come in only for characters that those lack
    assert len(in_pdf - set().union(*in_word)) <= 1


@every_case
def test_headings_are_the_same_in_order(style: str, at: int) -> None:
    expected = [
        plain(heading.content)
        for heading in headings(composed(style, at).blocks)
        if load(style).rule(heading.role).display == "show"
    ]
    in_word, in_pdf = squeezed(word(style, at).text()), squeezed(pdf(style, at).text())
    here = there = 0
    for heading in expected:
        here = in_word.index(without_ordinal(heading), here)
        there = _found(in_pdf, heading, there)


@every_case
def test_sections_are_the_same_in_order(style: str, at: int) -> None:
    sections = [
        plain(block.content)
        for block in composed(style, at).blocks
        if isinstance(block, Heading) and block.level == 2 and block.contents
    ]
    outline = [squeezed(title) for title in pdf(style, at).outline()]
    assert [title for title in outline if title in sections] == sections
    outlined = [squeezed(title) for title in word(style, at).outlined()]
    bare = [without_ordinal(section) for section in sections]
    assert [title for title in outlined if title in bare] == bare


@every_case
def test_text_has_the_same_colours(style: str, at: int) -> None:
    in_word = {color.lower() for color in word(style, at).colors()}
    in_pdf = pdf(style, at).colors()
    assert in_word == in_pdf


def _found(text: str, piece: str, start: int) -> int:
    """Where `piece` stands in `text` from `start` on; a page may part it, with the lines at the
    foot and the head of pages, and notes, between the halves.
    """
    at = text.find(piece, start)
    if at >= 0:
        return at
    firsts = [(text.find(piece[:cut], start), cut) for cut in range(len(piece) - 1, 0, -1)]
    firsts = [(at, cut) for at, cut in firsts if at >= 0]
    # the longest first half may stand elsewhere, whole (a question that is told twice)
    for at, cut in firsts:
        if text.find(piece[cut:], at + cut) >= 0:
            return at
    for at, cut in firsts[:1]:
        _found(text, piece[cut:], at + cut)
        return at
    raise AssertionError(piece)


@every_case
def test_text_is_the_same(style: str, at: int) -> None:
    in_word, in_pdf = squeezed(word(style, at).text()), squeezed(pdf(style, at).text())
    pieces = [plain(inlines) for _, inlines in places(composed(style, at).blocks)]
    here = 0
    for piece in pieces:
        here = in_word.index(without_ordinal(piece), here)
        _found(in_pdf, piece, 0)


@pytest.mark.parametrize("writer", ["markdown", "json"])
@every_case
def test_formats_without_looks_hold_the_same_words(style: str, at: int, writer: str) -> None:
    text = written(style, at, writer).decode()
    text = re.sub(r"\]\(#[^)]*\)|[\[\]*\\]", "", text)
    text = squeezed(text)
    for heading in headings(composed(style, at).blocks):
        for inline in heading.content:
            if isinstance(inline, Text | Link):
                assert re.sub(r"[\[\]*\\]", "", squeezed(inline.text)) in text


def test_every_shipped_format_is_compared() -> None:
    assert set(writers.shipped()) == {"docx", "pdf", "markdown", "json"}
