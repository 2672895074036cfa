"""Running heads and feet: never one over the other, cut where a line might end."""

from __future__ import annotations

import itertools
import re

import msgspec
import pytest

from exporter.styling.load import load
from exporter.styling.model import RunningLine
from exporter.typeset.pages import paginate
from exporter.typeset.pages_model import TextLine
from tests.typeset.test_pages import LONG, STYLE, document, paragraph, words


@pytest.mark.parametrize("name", ["plain", "executive", "jianbao", "gongwen", "largeprint", "mono"])
@pytest.mark.parametrize("count", [1, 4, 9])
def test_running_lines_never_overlap(name: str, count: int) -> None:
    style = load(name)
    title = "昭通市2024年度生态文明建设系列新闻发布会" * count
    fields = {"short_title": title, "brief": "发布会简报" * count, "page_start": "第"}
    long = msgspec.structs.replace(
        document(*(paragraph(LONG) for _ in range(9))),
        title=title,
        date="2024-04-12",
        fields=fields,
    )
    for page in paginate(long, style).pages:
        for running in (page.head, page.foot):
            placed = [i for i in running if isinstance(i, TextLine)]
            spans = sorted((i.x + i.line.x, i.x + i.line.x + i.line.width) for i in placed)
            assert all(0 < left < right < style.page.width for left, right in spans)
            assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))


def test_a_running_line_is_cut_between_words() -> None:
    setup = msgspec.structs.replace(
        STYLE.page, head=RunningLine(left="{title}", right="{date}"), head_first=None
    )
    style = msgspec.structs.replace(STYLE, page=setup)
    title = "水资源" * 8 + "《节约用水条例》投资12345678亿元，Water"
    for more in range(12):
        long = msgspec.structs.replace(
            document(paragraph("甲")), title="水" * more + title, date="2024-04-12"
        )
        head, date = [i for i in paginate(long, style).pages[0].head if isinstance(i, TextLine)]
        assert words(date) == "2024-04-12"
        assert not re.search(r"[0-9《，]…$", words(head))
