"""Pages of Hong Kong and Taiwan: what their numbers measure, in the turns of phrase used there."""

from __future__ import annotations

import pytest

from tests.briefing.quantities.speech import facts

NAMES = [
    ("本地生產總值增長3.1%，較上一季的2.8%略為加快。", ["本地生產總值增長", "本地生產總值"]),
    ("貨物出口仍然錄得百分之九點八的實質增長。", ["貨物出口實質增長"]),
    ("全市工业增加值实现5.2%的增长。", ["全市工业增加值增长"]),
    ("旅客量達2140萬人次，恢復至2019年同期的七成。", ["旅客量", "旅客量恢復至2019年同期"]),
    ("未退水23處，包括新北區8處、萬里區2處及石門區1處。", [None, None, "萬里區", "石門區"]),
    (
        "每日平均載客一千萬人次，當中鐵路佔四成三，巴士佔三成。",
        [None, "每日平均載客中鐵路佔比", "每日平均載客中巴士佔比"],
    ),
    ("道路中斷原本有73處，已經搶通68處。", ["道路中斷", "搶通道路中斷"]),
    ("流失率亦因此回落兩個百分點。", ["流失率回落"]),
    (
        "優惠計劃開支是40億元，受惠人士有240萬人，預計會增加至60億元。",
        ["優惠計劃開支", "受惠人士", "優惠計劃開支"],
    ),
    ("停電用戶數42萬戶，仍停電4萬戶。", [None, "仍停電用戶"]),
    ("裝置容量是1620萬瓩，我們的目標是達到2900萬瓩。", ["裝置容量", "裝置容量"]),
    ("我們亦會增設27個衝紅燈攝影機。", ["增設衝紅燈攝影機"]),
    ("消費開支增速輕微加快，按年實質進一步上升2.1%。", ["消費開支上升"]),
    ("到上週五已經受理6830件，通過5214件，通過率76.3%。", [None, None, "受理通過率"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str | None]) -> None:
    told = [fact.indicator for fact in facts(text)]
    assert [got for got, said in zip(told, names, strict=True) if said is not None] == [
        said for said in names if said is not None
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("到上週五已經受理6830件。", "截至2023年7月14日"),
        ("上星期二錄得個案64宗。", "2023年7月11日"),
        ("在過去十五日，共有四十八名病人入院。", "過去十五日"),
        ("上一季是百分之二。", "上一季"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert {fact.period for fact in facts(text)} == {period}
