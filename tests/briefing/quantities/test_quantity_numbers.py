"""Numbers, multipliers, units and approximations, each as printed and as understood."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporter.briefing.quantities.numbers import numerals
from tests.briefing.quantities.speech import facts

PLAIN = [
    ("全县新建农村公路1,000公里。", "1,000公里", "1000", "公里", None),
    ("流域面积1 000平方千米。", "1 000平方千米", "1000", "平方千米", None),
    ("新增治理面积 550.42平方公里。", "550.42平方公里", "550.42", "平方公里", None),
    ("共办理取水许可10(件)。", "10(件)", "10", "件", None),
    ("总投资90多亿元。", "90多亿元", "9000000000", "元", "多"),
    ("各级河长巡河13万余次。", "13万余次", "130000", "次", "余"),
    ("二十余家企业参加展会。", "二十余家", "20", "家", "余"),
    ("惠及近百个行政村。", "百个", "100", "个", "近"),
    ("共有一千二百余户搬迁。", "一千二百余户", "1200", "户", "余"),
    ("约占全省产量的三成。", "三成", "30", "%", None),
    ("产值翻一番。", "翻一番", "2", "倍", None),
    ("贷款五年翻了一番多。", "翻了一番", "2", "倍", "多"),
    ("力争产值翻两番。", "翻两番", "4", "倍", None),
    ("发病率为18.3/10万。", "18.3/10万", "18.3", "/10万", None),
    ("孕产妇死亡率为十万分之八点六。", "十万分之八点六", "8.6", "/10万", None),
    ("失业人数四十一万六千人。", "四十一万六千人", "416000", "人", None),
    ("价格指数比上年下降5.6个点。", "5.6个点", "5.6", "个点", None),
    ("城乡居民收入比为2.46:1。", "2.46:1", "2.46", None, None),
    ("牛羊比调整为1:5.7。", "1:5.7", "5.7", None, None),
    ("许可水量37.2万m³/年。", "37.2万m³/年", "372000", "m³/年", None),
    ("处理能力1280吨/日。", "1280吨/日", "1280", "吨/日", None),
    ("PM2.5平均浓度为23微克/立方米。", "23微克/立方米", "23", "微克/立方米", None),
    ("贷款1亿美元。", "1亿美元", "100000000", "美元", None),
    ("建成8千米滨江岸线。", "8千米", "8", "千米", None),
    ("统防统治451.3万亩次。", "451.3万亩次", "4513000", "亩次", None),
    ("接待游客3700万人次。", "3700万人次", "37000000", "人次", None),
    ("竹子面积稳定在 600 万亩。", "600 万亩", "6000000", "亩", None),
    ("存款余额8.9万亿元。", "8.9万亿元", "8900000000000", "元", None),
    ("较上年提升2.3个百分点。", "2.3个百分点", "2.3", "百分点", None),
    ("漏损率降至9%以内。", "9%", "9", "%", "以内"),
    ("降雨量偏多百分之二十。", "百分之二十", "20", "%", None),
    ("人口自然增长率为-1.48‰。", "-1.48‰", "-1.48", "‰", None),
    ("近三分之一的农户参加合作社。", "三分之一", "33.333333333333", "%", "近"),
    ("建成后超38万群众受益。", "38万", "380000", "人", "超"),
    ("人才资源总量达到51万。", "51万", "510000", "人", None),
    ("八成半住户接受安排。", "八成半", "85", "%", None),
    ("签约率达九成六。", "九成六", "96", "%", None),
    ("籽棉每公斤卖6块8毛。", "6块8毛", "6.8", "块", None),
    ("每度电1块1毛7。", "1块1毛7", "1.17", "块", None),
    ("油价7块9毛5分一升。", "7块9毛5分", "7.95", "块", None),
    ("成本2,100块，不算高。", "2,100块", "2100", "块", None),
    ("获得5块金牌。", "5块", "5", "块", None),
    ("通勤时间缩短1个多小时。", "1个多小时", "1", "小时", "多"),
    ("工期提前两个多月。", "两个多月", "2", "个月", "多"),
    ("增速高出全国2个多百分点。", "2个多百分点", "2", "百分点", "多"),
    ("旅行时间1小时10分钟。", "1小时10分钟", "70", "分钟", None),
    ("全程用时两个小时零五分。", "两个小时零五分", "125", "分钟", None),
    ("争取投资3个亿。", "3个亿", "300000000", "元", None),
    ("投入资金5个多亿元。", "5个多亿元", "500000000", "元", "多"),
    ("培育3个亿元村。", "3个", "3", "个", None),
    ("承诺件15日内办结。", "15日", "15", "日", None),
    ("活动为期七日。", "七日", "7", "日", None),
    ("失业率为百分之三点八。", "百分之三点八", "3.8", "%", None),
    ("产量三点五万吨。", "三点五万吨", "35000", "吨", None),
    ("最大余震4.4级。", "4.4级", "4.4", "级", None),
    ("审批时间压缩至5个工作天。", "5个工作天", "5", "个工作天", None),
    ("断裂比强度29.4厘牛/特克斯。", "29.4厘牛/特克斯", "29.4", "厘牛/特克斯", None),
    ("投資總額約1兆2,300億元。", "1兆2,300億元", "1230000000000", "元", "約"),
    ("預算規模2.9兆元。", "2.9兆元", "2900000000000", "元", None),
    ("舉債達兩兆三千億元。", "兩兆三千億元", "2300000000000", "元", None),
    ("光伏项目350兆瓦。", "350兆瓦", "350", "兆瓦", None),
    ("裝置容量1,620萬瓩。", "1,620萬瓩", "16200000", "瓩", None),
    ("沿線十八萬居民受惠。", "十八萬", "180000", "人", None),
    ("同意者占了過半數。", "過半數", "50", "%", "過"),
    ("面積合共約50公頃。", "50公頃", "50", "公頃", "約"),
    ("10月中旬前，2，875户完成修缮。", "2，875户", "2875", "户", None),
    ("目前在谈项目的投资规模33.7亿。", "33.7亿", "3370000000", "元", None),
    ("制造业采购经理指数为50.8。", "50.8", "50.8", None, None),
    ("全年发电量达620亿千瓦时。", "620亿千瓦时", "62000000000", "千瓦时", None),
    ("大赛关注人数2000余万人（次）。", "2000余万人（次）", "20000000", "人次", "余"),
    ("３２０户居民完成搬迁。", "３２０户", "320", "户", None),
    ("优良率达９８％。", "９８％", "98", "%", None),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit", "approx"), PLAIN)
def test_one_number(
    text: str, printed: str, value: str, unit: str | None, approx: str | None
) -> None:
    quantity = facts(text)[-1].quantity
    found = quantity.text, quantity.value, quantity.unit, quantity.approx
    assert found == (printed, Decimal(value), unit, approx)


RANGES = [
    ("给予每人20—100万元补贴。", "200000", "1000000", "元"),
    ("每户补助3000元至5000元。", "3000", "5000", "元"),
    ("气温下降5-8℃。", "5", "8", "℃"),
    ("捐资数千万元。", "10000000", "100000000", "元"),
    ("先后培训几百人。", "100", "1000", "人"),
    ("十几个部门参与。", "11", "19", "个"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_a_range_has_two_ends_and_no_value(text: str, low: str, high: str, unit: str) -> None:
    (fact,) = facts(text)
    quantity = fact.quantity
    assert (quantity.value, quantity.unit) == (None, unit)
    assert (quantity.min_value, quantity.max_value) == (Decimal(low), Decimal(high))


def test_a_move_is_no_range() -> None:
    found = facts("补贴标准由3000元提高至5000元。")
    assert [fact.quantity.value for fact in found] == [3000, 5000]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("投资5亿元。", "money"),
        ("优良率达98%。", "percent"),
        ("提高3个百分点。", "delta"),
        ("居全省第二。", "rank"),
        ("造林1.1万亩。", "area"),
        ("1亿元及以上项目很多。", "threshold"),
        ("产值是2012年的2.3倍。", "multiple"),
    ],
)
def test_the_type_is_the_units(text: str, kind: str) -> None:
    assert facts(text)[-1].quantity.type == kind


CHINESE = [
    ("十", 10),
    ("二十五", 25),
    ("一百零三", 103),
    ("一千二百", 1200),
    ("三亿五千万", 350_000_000),
    ("一万亿", 10**12),
    ("十百", None),
    ("百十", None),
    ("二〇二二", None),
    ("一百二", None),
    ("", None),
    ("三五", None),
]


@pytest.mark.parametrize(("text", "value"), CHINESE)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert numerals.chinese(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,000", "1000"), ("1 000", "1000"), ("1,00,0", None), ("3..5", None), ("9" * 30, None)],
)
def test_arabic_numerals(text: str, value: str | None) -> None:
    assert numerals.arabic(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("經費約1億6千萬元。", "160000000"),
        ("就診13萬1,205人次。", "131205"),
        ("閾值是13萬7千人次。", "137000"),
        ("人口12万3456人。", "123456"),
    ],
)
def test_places_that_add_up(text: str, value: str) -> None:
    (fact,) = facts(text)
    assert fact.quantity.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "共有3万5个。",
        "投入1亿2千3百万元。",
        "成绩2小时12分35秒。",
        "成绩10秒02。",
        "谢谢两位。",
        "原因主要三条。",
        "每10股派现。",
    ],
)
def test_what_would_be_half_a_number_is_none(text: str) -> None:
    assert facts(text) == ()


def test_ranges_in_chinese_numerals() -> None:
    (fact,) = facts("降水量偏少一到两成。")
    assert (fact.quantity.min_value, fact.quantity.max_value) == (Decimal(10), Decimal(20))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("按季上升百分之零點四。", [("0.4", None, None)]),
        ("維持增長百分之二至三的預測。", [(None, "2", "3")]),
        ("占百分之三十到百分之四十。", [(None, "30", "40")]),
        ("由百分之二升到百分之三點五。", [("2", None, None), ("3.5", None, None)]),
        ("从百分之二到百分之三。", [("2", None, None), ("3", None, None)]),
    ],
)
def test_shares_in_words(text: str, read: list[tuple[str | None, str | None, str | None]]) -> None:
    def number(value: Decimal | None) -> str | None:
        return None if value is None else str(value)

    got = [fact.quantity for fact in facts(text)]
    assert [(number(q.value), number(q.min_value), number(q.max_value)) for q in got] == read


def test_a_list_with_names_shares_the_unit_of_its_last() -> None:
    found = facts("主要客源是港澳71万、日本52万、韩国45万人次。")
    assert [(fact.quantity.value, fact.quantity.unit) for fact in found] == [
        (Decimal(710_000), "人次"),
        (Decimal(520_000), "人次"),
        (Decimal(450_000), "人次"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发放补贴30万、服务群众52万人次。", [("30万", "元"), ("52万人次", "人次")]),
        ("接待游客71万、旅游收入3亿元。", [("71万", "人"), ("3亿元", "元")]),
        ("投入资金300万、带动就业52万人。", [("300万", "元"), ("52万人", "人")]),
    ],
)
def test_a_list_of_different_things_shares_no_unit(text: str, told: list[tuple[str, str]]) -> None:
    assert [(fact.quantity.text, fact.quantity.unit) for fact in facts(text)] == told


@pytest.mark.parametrize("text", ["全县划分为3块，每块一个组。", "这3块的工作都很重要。"])
def test_pieces_are_no_money(text: str) -> None:
    assert [fact.quantity.type for fact in facts(text)] == ["count"]


@pytest.mark.parametrize("text", ["村里设了三个点。", "有两个点差点关了门。"])
def test_places_are_no_percentage_points(text: str) -> None:
    assert not [fact for fact in facts(text) if fact.unit == "个点"]
