"""Lines of what a picture shows and who took it, in the forms of papers."""

from __future__ import annotations

from itertools import product

import pytest
from conftest import Cleaner

from exporter.source.credits import is_signed

SHOWN = ["柯恺介绍情况", "治理后的海州湖", "局長羅天成（左二）出席記者會", "▲市民在公园散步"]
CREDITS = [
    "。田野摄",
    "。海州日报记者田野、李梅摄",
    "。（新华社发）",
    "。海州水利局供图",
    " 图/田野",
    "（資料照，記者田野攝）",
    "。（資料照）",
    "。圖／海州市政府提供",
    "。圖／取自羅天成臉書",
    "。（水利局提供／田野海州傳真）",
    "。中央社記者田野攝 113年5月10日",
    "。（市府提供）",
    "。（圖／翻攝自臉書）",
    "。記者田野／攝影",
]
TALK = (
    "海州市供水发布会\n主持人：各位好。\n柯恺：新增供水3.5亿立方米。\n{}\n下一步，管网延伸到乡镇。"
)


@pytest.mark.parametrize(("shown", "credit"), list(product(SHOWN, CREDITS)))
def test_a_picture_with_its_credit_is_a_caption(shown: str, credit: str) -> None:
    assert is_signed(f"{shown}{credit}")


@pytest.mark.parametrize(
    "line",
    [
        "3月3日，海州市举行发布会，柯恺回答提问。这是柯恺走进会场。海州社记者 田野 摄",
        "发布会16:30在新闻厅召开，请柯恺介绍情况。图为主持人李梅。海州网/市政府网 田野 摄",
        "3月3日下午，记者举手提问。这位记者说，很高兴。现场座无虚席。海报·海报网记者田野/摄",
        "2016年5月11日，代表團訪問海州。攝：Harbour",
        "羅天成。（海州市政府網站圖片）",
    ],
)
def test_a_photographer_may_sign_more_than_one_sentence(line: str) -> None:
    assert is_signed(line)


@pytest.mark.parametrize(
    "line",
    [
        "全市新增供水3.5亿立方米。（市统计局提供）",
        "以上数据由市统计局提供。",
        "所需资金由省财政提供",
        "我们把这张照片放给大家看。（市档案馆提供）",
        "请看大屏幕，这是整治前的资料图",
        "推动全市旅游拍摄",
        "完善照片图库",
        "一是加强宣传。二是加强管理。三是加强服务。（新华社发）",
    ],
)
def test_what_may_be_said_is_none(line: str) -> None:
    assert not is_signed(line)


@pytest.mark.parametrize("line", ["市民在公园散步。（市府提供）", "水庫大壩。圖／中央社"])
def test_such_a_line_between_paragraphs_of_a_speech_goes(line: str, records: Cleaner) -> None:
    assert records(TALK.format(line))[0].text == records(TALK.format("田野 摄"))[0].text
