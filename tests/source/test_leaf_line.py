"""The leaf of a newspaper in a line of its own is a field, below the paper's name and menu."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import RawPage


@pytest.mark.parametrize(
    "head",
    [
        "云溪经济报 数字报\n返回首页 版面导航 标题导航\n2023年10月21日 星期六 第02版：要闻\n",
        "2023年10月21日 星期六 第02版：要闻\n",
        "第02版：要闻\n2023年10月21日 星期六\n",
    ],
)
def test_day_and_title_below_the_leaf(head: str) -> None:
    text = (
        f"{head}前三季度云溪外贸出口增长较快\n本报记者 柯恺\n"
        "　　本报讯　昨日，云溪海关举行新闻发布会，通报前三季度外贸情况。\n"
    )
    metadata = clean(RawPage("a.txt", text, "utf-8", "text", "0")).value[0].metadata
    assert metadata.title == "前三季度云溪外贸出口增长较快"
    assert metadata.published_date == "2023-10-21"
    assert metadata.event_date == "2023-10-20"
