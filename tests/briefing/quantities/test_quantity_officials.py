"""What officials say of cases, schemes and works: names cleared of what leads to them, and lent
to bare ones."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn

NAMES = [
    ("輪候時間由六年縮短至5.5年。", ["輪候時間"]),
    ("這筆特別預算共編列570億元。", ["特別預算"]),
    ("預算共編列570億元，其中300億元用於治水。", ["預算", "預算用於治水"]),
    ("登記的志工有12萬人，平均年齡54歲。", ["登記的志工", "志工平均年齡"]),
    ("加開214班次，可增加12萬個座位。", ["加開", "增加座位"]),
    ("年底的流動資金為512億元。", ["流動資金"]),
    ("公營房屋建屋量預計合共18萬個單位。", ["公營房屋建屋量"]),
    ("已發放慰助金2億元，平均每戶16萬元。", ["發放慰助金", "發放慰助金平均每戶"]),
    (
        "資助800間中小企，每間最多可獲60萬元。",
        ["資助中小企", "資助中小企每間最多可獲"],
    ),
    (
        "以縣市來看，甲市、乙縣、丙縣最嚴重，損失分別是12億元、8億元和5億元。",
        ["甲市損失", "乙縣損失", "丙縣損失"],
    ),
    (
        "東湖綫輕軌線將於下月通車。工程全長7.6公里，造價128億元。",
        ["東湖綫輕軌線全長", "東湖綫輕軌線造價"],
    ),
]

LENT = [
    ("工傷保障試點啟動以來，已有1200萬人參保。", "工傷保障參保"),
    ("安居計劃今期推出7000個單位，收到9萬份申請。", "安居計劃收到申請"),
    ("今期居屋推出7132個單位，收到9萬份申請。", "居屋收到申請"),
    ("2024年的居屋合共推出7132個單位，收到9萬份申請。", "居屋收到申請"),
    ("安居計劃收到5600份申請，獲批的有3980份。", "安居計劃獲批申請"),
    ("房屋署合共推出7132個單位，收到9萬份申請。", "收到申請"),
]

COUNTED = [
    ("每日平均求診人次為6,100，最高一日有7,020人次。", "6,100", "人次"),
    ("罪案宗數為36,214，按年下跌5.1%。", "36,214", "宗"),
    ("跨境學童人數為26500。", "26500", "人"),
    ("會員人數為30萬。", "30萬", "人"),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_the_name_is_what_the_number_measures(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


@pytest.mark.parametrize(("text", "name"), LENT)
def test_a_scheme_told_first_is_lent_to_a_bare_name(text: str, name: str) -> None:
    assert facts(text)[-1].indicator == name


@pytest.mark.parametrize(("text", "number", "unit"), COUNTED)
def test_a_number_behind_what_is_counted_needs_no_unit(text: str, number: str, unit: str) -> None:
    first = facts(text)[0].quantity
    assert (first.text, first.unit) == (number, unit)


@pytest.mark.parametrize("text", ["房屋編號為36214。", "截至人數為止，共3個。"])
def test_a_number_behind_another_word_has_no_unit_lent(text: str) -> None:
    assert not [fact for fact in facts(text) if fact.quantity.unit in ("人", "宗", "人次")]


@pytest.mark.parametrize(
    "text", ["政府會預留5億元。", "我們會兴办培训，会资助800間企業。", "公司會開辦5條新路線。"]
)
def test_what_somebody_will_provide_is_planned(text: str) -> None:
    assert facts(text)[0].status == "plan"


@pytest.mark.parametrize(
    "text", ["安居計劃今期推出7000個單位。", "這項計劃推出至今，共收到5600份申請。"]
)
def test_a_scheme_that_has_come_out_is_no_plan(text: str) -> None:
    assert facts(text)[0].status == "actual"


def test_last_month_behind_who_acts_is_a_period() -> None:
    (fact,) = facts("警方上月接獲300宗詐騙案。")
    assert (fact.indicator, fact.period) == ("警方接獲詐騙案", "2023年6月")


def test_a_budget_that_is_pointed_at_is_the_one_asked_about() -> None:
    asked = turn("請問中小企業補助的預算夠嗎？", number=1, role="journalist", section="qa")
    told = turn("這筆預算編列120億元，通過率76.3%。", number=2, section="qa")
    told = msgspec.structs.replace(told, answers=asked.id)
    found = find_facts(record(asked, told)).value
    assert [fact.indicator for fact in found] == ["中小企業補助預算", "中小企業補助預算通過率"]


def test_a_budget_that_no_question_names_keeps_its_own_words() -> None:
    asked = turn("請問預算何時公布？", number=1, role="journalist", section="qa")
    told = turn("這筆預算編列120億元。", number=2, section="qa")
    told = msgspec.structs.replace(told, answers=asked.id)
    assert [fact.indicator for fact in find_facts(record(asked, told)).value] == ["這筆預算"]
