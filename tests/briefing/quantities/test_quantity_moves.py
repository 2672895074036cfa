"""Change, comparison base and status."""

from __future__ import annotations

import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn

CHANGES = [
    ("工业投资增长39.4%。", ["increase"]),
    ("办件量上升了34.6%，而处置时长下降了19.3%。", ["increase", "decrease"]),
    ("漏损率由13.75%降低至11.95%。", [None, "decrease"]),
    ("监测断面由39个增加到50个。", [None, "increase"]),
    ("城乡人均住房面积分别新增13.1平方米和15.4平方米。", ["increase", "increase"]),
    ("减少年取水量0.3万立方米。", ["decrease"]),
    ("累计完成新增治理面积550平方公里。", [None]),
    ("再度提升48万余人饮水质量。", [None]),
    ("全市有水库13座。", [None]),
    ("审批时间压缩至14个工作日。", ["decrease"]),
    ("收费由180元调整至400元。", [None, "increase"]),
    ("有效期由十二个月延长至十八个月。", [None, "increase"]),
    ("比例由5%调整为3%。", [None, "decrease"]),
    ("累计削减经常开支7%。", ["decrease"]),
    ("增量18.1万亿元，比上年同期少3.45万亿元。", [None, "decrease"]),
    ("收入中位数比平均数低2,732元。", [None]),
    ("赤字较去年同期的1,520亿元收窄约三成。", [None, "decrease"]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_change(text: str, changes: list[str | None]) -> None:
    assert [fact.change for fact in facts(text)] == changes


BASES = [
    ("达标率92%，较上年提升2.3个百分点。", [None, "较上年"]),
    ("出口额同比增长5.3%。", ["同比"]),
    ("价格环比下降0.1%。", ["环比"]),
    ("存款余额8亿元，比年初增加5000万元。", [None, "比年初"]),
    ("比例从2015年95.6%提高到2021年99.7%。", [None, "从2015年95.6%"]),
    ("任务不比去年轻：预计新增铁路3300公里。", [None]),
]


@pytest.mark.parametrize(("text", "bases"), BASES)
def test_comparison_base(text: str, bases: list[str | None]) -> None:
    assert [fact.comparison_base for fact in facts(text)] == bases


STATUSES = [
    ("司机要通过驾驶考试，合格率在试行阶段只有六成多。", ["actual"]),
    ("要加快进度，目前开工率仅为38%。", ["actual"]),
    ("全年粮食面积要稳定在81万亩，总产达到33万吨。", ["target", "target"]),
    ("去年交易企业1480家。今年争取把交易企业扩大到2000家。", ["actual", "target"]),
    ("上半年造林3万亩，我们将再完成造林2万亩。", ["actual", "plan"]),
    ("今年计划招生5260人，比去年增加180人。", ["plan", "plan"]),
    ("12月1日起，津贴由50元提高到80元。", ["actual", "plan"]),
    ("水库已经下闸，设计库容2350万立方米，建成后每年可供水16万立方米。", ["plan", "plan"]),
    ("我们准备新增托位2600个，还要投放充电车60台。", ["plan", "plan"]),
    ("现在两地通勤还要1小时。", ["actual"]),
    ("四季度再筹集资金12亿元。", ["plan"]),
    ("停电用户中，96%以上已恢复供电；另外2条将在12月底前完成。", ["actual", "plan"]),
    ("明年计划投入2亿元，把站点从31家增加到60家。", ["plan", "actual", "plan"]),
    ("已建成水库13座。", ["actual"]),
    ("计划建成水库13座。", ["plan"]),
    ("到2025年，建成水库13座。", ["plan"]),
    ("力争今年新增就业3万人。", ["target"]),
    ("确保漏损率降至9%以内。", ["target"]),
    ("用水总量控制指标为1.03亿立方米，实际用水9534万立方米。", ["target", "actual"]),
    ("2021年完成53万亩，2022年预计完成60万亩。", ["actual", "plan"]),
    ("完成比例99.7%，高出98.9%的考核目标0.8个百分点。", ["actual", "target", "actual"]),
    ("包装项目11个，项目总投资19.8亿元，计划年底完成。", ["actual", "plan"]),
    ("培养引进人才项目计划入选者211人。", ["actual"]),
    ("拟建设游客中心3个。", ["plan"]),
    ("去年这样的计划烧除搞了1460次。", ["actual"]),
    ("全市已将9家单位纳入监管。", ["actual"]),
    ("村庄规划编制方面。全市1149个行政村完成编制。", ["actual"]),
    ("我们规划在两地办6场展销会，目标销售300吨，比去年增长一成。", ["plan", "target", "target"]),
    ("全年粮食产量有望稳定在300万吨以上。", ["plan"]),
    ("从明天起每天至少投放25吨。", ["plan"]),
    ("今年要改造小区95个，目前已开工71个。", ["plan", "actual"]),
    ("这笔预算编列12亿元，到上周已受理683件。", ["plan", "actual"]),
    ("我们建议把罚款由5万元提高至30万元。", ["actual", "plan"]),
    ("备转容量率将维持在10%以上。", ["plan"]),
    ("首批救助金2亿元会在8月15日以前入账。", ["plan"]),
    ("预估今年产量只有1.9万吨。", ["plan"]),
    ("合格率只有六成。", ["actual"]),
    ("明年配额会由2024年的4500个增至6000个。", ["actual", "plan"]),
    ("私营房屋预计有10万个，当中约2万个在2024年12月底已落成。", ["plan", "actual"]),
    ("我们将紧盯剩余567个排污口，力争整治率达到95%以上。", ["actual", "target"]),
    ("输入劳工计划方面，配额上限是1700人，首轮收到140份申请。", ["actual", "actual"]),
    ("共安置群众1.7万户，比计划提前8天。", ["actual", "actual"]),
    (
        "首批居民明年入伙，涉及3900户。受影响的160户，九成半已完成登记。",
        ["plan", "actual", "actual"],
    ),
]


@pytest.mark.parametrize(
    ("month", "text", "status"),
    [
        ("02", "今年新增品牌80个以上。", "plan"),
        ("02", "今年每个县至少引进5家企业。", "plan"),
        ("02", "今年已新增品牌80个以上。", "actual"),
        ("02", "今年新增品牌80个。", "actual"),
        ("11", "今年新增品牌80个以上。", "actual"),
        ("08", "我要求农业局在8月底前把第一批1.5亿元拨到农户手里。", "plan"),
    ],
)
def test_what_the_day_of_the_conference_makes_a_plan(month: str, text: str, status: str) -> None:
    held = record(turn(text), date=f"2024-{month}-23")
    assert [fact.status for fact in find_facts(held).value] == [status]


@pytest.mark.parametrize(("text", "statuses"), STATUSES)
def test_status(text: str, statuses: list[str]) -> None:
    assert [fact.status for fact in facts(text)] == statuses


def test_plans_end_where_the_next_sentence_looks_back() -> None:
    found = facts("下一步，我们将新建公园5个。改造小区3个。去年建成学校2所。")
    assert [fact.status for fact in found] == ["plan", "plan", "actual"]


def test_a_forecast_holds_for_its_parts_until_something_is_done() -> None:
    found = facts(
        "预计春运期间，全省人员流动量达3.28亿人次，同比增长6.5%。自驾出行2.85亿人次；铁路客运量"
        "增长9.2%。目前已投入客车2.14万辆。新建服务区5座。"
    )
    assert [fact.status for fact in found] == ["plan"] * 4 + ["actual"] * 2
