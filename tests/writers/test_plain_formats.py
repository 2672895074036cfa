"""JSON and Markdown, and how a format is found by its name."""

from __future__ import annotations

import re
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.document.model import (
    Contents,
    Document,
    FileLink,
    Heading,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Text,
)
from exporter.errors import UnknownFormat
from exporter.messages import render
from exporter.styling.load import load
from exporter.writers import find as writers
from exporter.writers import json, markdown
from tests.sample import LINES, sample_document

STYLE = load("plain")


def with_blocks(*blocks: object) -> Document:
    return msgspec.structs.replace(sample_document(), blocks=blocks)


def lines(*blocks: object) -> str:
    return markdown.write(with_blocks(*blocks), STYLE).value.decode()


def test_json_reads_back_what_it_wrote() -> None:
    document = sample_document()
    data = json.write(document, STYLE).value
    assert json.read(data) == document
    assert json.write(document, STYLE).value == data
    assert data.endswith(b"}\n")


def test_markdown_has_every_paragraph_and_every_link_has_its_anchor() -> None:
    text = markdown.write(sample_document(), STYLE).value.decode()
    for line in LINES.values():
        for piece in line.split("\t"):
            assert piece in text.replace("**", "")
    targets = set(re.findall(r"\]\(#([\w-]+)\)", text))
    assert targets
    assert targets <= set(re.findall(r'<a id="([\w-]+)">', text))


def test_source_text_is_never_markup() -> None:
    hostile = "<b>x</b> [a](http://b) *c* `d` # e | f & g"
    escaped = r"\<b\>x\</b\> \[a\](http://b) \*c\* \`d\` \# e \| f &amp; g"
    assert lines(Paragraph((Text(hostile),))) == escaped + "\n"
    assert lines(Paragraph((Link(hostile, "p1"),))) == f"[{escaped}](#p1)\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [("1. one", "1\\. one"), ("- one", "\\- one"), ("2024年", "2024年"), ("1.5万", "1.5万")],
)
def test_a_paragraph_that_looks_like_a_list_is_none(text: str, written: str) -> None:
    assert lines(Paragraph((Text(text),))) == written + "\n"


@given(st.text(max_size=80))
def test_a_paragraph_stays_one_line(text: str) -> None:
    assert lines(Paragraph((Text("x" + text),))).count("\n") == 1


def test_a_link_to_a_file_is_no_tag() -> None:
    block = Paragraph((FileLink("see", "/div(1)%3E.docx"),), "body")
    assert "[see](/div%281%29%3E.docx)" in lines(block)


def test_lists_headings_notes_and_contents() -> None:
    heading = Heading(2, (Text("要点"),), "heading_1", anchor="s-k")
    items = List((ListItem((Text("一"),), "k1"), ListItem((Text("二"),))), ordered=True)
    note = Paragraph((Text("正文"), Note((Text("注"),))))
    assert lines(Contents("目录"), heading, items, note) == (
        "**目录**\n\n- [要点](#s-k)\n\n"
        '## <a id="s-k"></a>要点\n\n'
        '1. <a id="k1"></a>一\n2. 二\n\n'
        "正文[^1]\n\n[^1]: 注\n"
    )


def test_the_shipped_formats_and_what_an_unknown_one_is_told() -> None:
    assert writers.shipped() == ("docx", "json", "markdown", "pdf")
    with pytest.raises(UnknownFormat) as caught:
        writers.find("dcox")
    assert caught.value.params["nearest"] == "docx"
    assert "markdown" in render(caught.value, "en")


@pytest.mark.parametrize("name", writers.shipped())
def test_a_writer_is_its_module(name: str) -> None:
    writer = writers.find(name)
    assert writer.suffix.startswith(".")
    assert "/" in writer.media_type


def test_finding_one_writer_loads_no_other() -> None:
    program = (
        "import sys; from exporter.writers.find import available, find\n"
        "assert 'pdf' in available(); find('json')\n"
        "heavy = ('reportlab', 'docx', 'lxml', 'exporter.writers.pdf')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
