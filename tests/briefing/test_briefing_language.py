"""A briefing speaks its source's language: headings, marks and the tags of the files."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pypdf import PdfReader

from exporter import pipeline
from exporter.briefing.model import Briefing
from exporter.document.lines import lines
from exporter.messages import catalogue
from exporter.styling.load import load
from exporter.verifying import verify
from exporter.writers.find import find

TRADITIONAL = """花東縣政府「防颱整備」記者會

6月12日上午,縣府召開「防颱整備」記者會。

主持人沈默:各位記者朋友早安,歡迎出席縣府的記者會。先請消防局局長浦忠義報告。

消防局局長浦忠義:今年全縣雨水下水道清淤長度46.8公里,比去年增加12%。全縣造冊列管的獨居長者一共1,036位。

中央社記者:請問停班停課的標準會不會調整?

消防局局長浦忠義:標準不變,縣府會在前一天晚上八點以前宣布,避難收容處所開設187處。
"""
SIMPLIFIED = """花东县防汛工作新闻发布会

6月12日上午,县政府召开防汛工作新闻发布会。

主持人沈默:各位记者朋友上午好,欢迎出席发布会。先请县应急局局长浦忠义介绍情况。

县应急局局长浦忠义:今年全县清淤河道46.8公里,比去年增加12%。全县登记独居老人1036位。
"""
HEADINGS = ("section-key-points", "section-key-figures", "section-source-notes", "column-speaker")


def briefing_of(text: str) -> Briefing:
    page = pipeline.read_page("page.txt", text.encode()).value
    (record,) = pipeline.clean_page(page).value
    return pipeline.brief_record(pipeline.read_record(record).value).value


@pytest.mark.parametrize(
    ("text", "language", "word", "pdf"),
    [(TRADITIONAL, "zh-Hant", "zh-TW", "zh-Hant"), (SIMPLIFIED, "zh", "zh-CN", "zh-CN")],
)
def test_headings_and_tags_are_in_the_script_of_the_source(
    text: str, language: str, word: str, pdf: str
) -> None:
    briefing = briefing_of(text)
    assert briefing.language == language
    style = load("plain")
    document = pipeline.compose_record(briefing, style.plan).value
    printed = set(lines(document))
    for name in HEADINGS:
        words = catalogue("document")[name]
        assert any(words[language] in line for line in printed), name
    data = pipeline.write_document(document, style, find("docx")).value
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tags = re.findall(r'w:eastAsia="(zh[^"]*)"', archive.read("word/styles.xml").decode())
    assert set(tags) == {word}
    file = PdfReader(io.BytesIO(pipeline.write_document(document, style, find("pdf")).value))
    assert file.root_object["/Lang"] == pdf


@pytest.mark.parametrize("style", ["plain", "executive", "gongwen", "jianbao"])
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_verifier_knows_the_headings_of_the_traditional_script(style: str, kind: str) -> None:
    page = pipeline.read_page("page.txt", TRADITIONAL.encode()).value
    dressed = load(style)
    document = pipeline.compose_record(briefing_of(TRADITIONAL), dressed.plan).value
    data = pipeline.write_document(document, dressed, find(kind)).value
    assert verify(f"page.{kind}", data, page).mismatches == ()
