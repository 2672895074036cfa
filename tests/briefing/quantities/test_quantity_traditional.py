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


OF_MORE = [
    ("縣府提出「秋季觀光方案」，總經費2億元。", ["秋季觀光方案總經費"]),
    ("至於「二元優惠」，開支由13億元增至40億元。", ["二元優惠開支", "二元優惠開支"]),
    (
        "對美出口1114億美元，占總出口23%，其中電腦與晶片分別占54%及12%。",
        ["電腦占對美出口比重", "晶片占對美出口比重"],
    ),
    (
        "來臺旅客384萬人次。前三大客源依序是港澳71萬、日本52萬、韓國45萬人次。",
        ["港澳來臺旅客", "日本來臺旅客", "韓國來臺旅客"],
    ),
    ("我們會增設27個路口的攝影機，涉及撥款8600萬元。", ["攝影機涉及撥款"]),
    ("公會247家會員裡面，有19家暫停營業。", ["會員", "暫停營業的會員"]),
    ("運輸署已加開兩條巴士線。", ["加開巴士線"]),
    ("新興計畫尚包括治水預算100億元。", ["治水預算"]),
    ("檢獲約9.5噸毒品，大幅上升37%。", ["檢獲毒品", "檢獲毒品上升"]),
    ("聘請80名督察，督察和關員的職位空缺，分別是6%和9%。", ["督察的職位空缺", "關員的職位空缺"]),
    ("就業人數1,102萬7千人，較2月增加8千人或0.08%。", ["就業人數增加", "就業人數增加"]),
    ("成功拘捕60人，查獲大批龍蝦，市值超過11億元。", ["拘捕人數", "龍蝦市值"]),
    ("接獲360宗舉報，當中六成舉報來自本地消費者。", ["來自本地消費者的舉報占比"]),
    ("貨物總值31億元，較對上一年錄得1.4倍升幅。", ["貨物總值升幅"]),
]


@pytest.mark.parametrize(("text", "names"), OF_MORE)
def test_names_told_with_their_whole(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)][-len(names) :] == names


def test_names_are_in_the_script_of_the_page() -> None:
    """Also the words that a name is made with, and 颱 where the page has 台 as well."""
    (first, _) = facts("全台關注，颱風造成2人失蹤、143人受傷。")
    assert first.indicator == "颱風失蹤人數"
