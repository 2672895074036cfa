"""Which figures are key."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from exporter.briefing.quantities.ranking.sound import is_bare, is_torn, is_vague
from tests.briefing.quantities.speech import facts, record, turn

RELEASE = (
    "2022年，全市生产总值2856亿元，同比增长5.6%。工业投资增长39.4%，居全省第二。"
    "接待游客3700万人次。造林20万亩。办理提案15件。培训人员800人次。召开会议6次。"
    "开展检查15次。整治问题12个。发放资料300份。清理垃圾55吨。新增就业3.2万人。"
    "建成公园23个。改造小区8个。绿化道路9条。新建学校12所。新增床位1800张。建成水库13座。\n"
    "力争到2025年，全市生产总值达到3500亿元。"
)


def test_at_most_fifteen_ranked_without_gaps() -> None:
    ranks = sorted(fact.rank for fact in facts(RELEASE) if fact.key)
    assert 6 <= len(ranks) <= 15
    assert ranks == list(range(1, len(ranks) + 1))


def test_the_rest_is_unranked() -> None:
    assert {fact.rank for fact in facts(RELEASE) if not fact.key} == {0}


def test_results_money_ranks_and_targets_come_first() -> None:
    key = {fact.quantity.text for fact in facts(RELEASE) if fact.key}
    assert {"2856亿元", "5.6%", "39.4%", "第二", "3700万人次", "3500亿元"} <= key


def test_done_and_planned_of_one_indicator_are_both_key() -> None:
    key = [fact for fact in facts(RELEASE) if fact.key and fact.indicator == "全市生产总值"]
    assert [fact.status for fact in key] == ["actual", "target"]


def test_only_the_latest_year_of_an_indicator_is_key() -> None:
    found = facts("2020年-2022年，断面达标率分别为92%、96%、100%。")
    assert [fact.key for fact in found] == [False, False, True]


def test_what_stands_now_outdates_what_stood_last_year() -> None:
    said = "The insurance fund stood at $890 million in May 2022. It stands at $745 million today."
    found = find_facts(msgspec.structs.replace(record(turn(said)), language="en")).value
    assert {fact.quantity.text for fact in found if fact.key} == {"$745 million"}


def test_days_of_good_air_are_a_result() -> None:
    found = facts("2022年市区空气质量优良天数312天。全市建成门诊楼3座。")
    assert "312天" in {fact.quantity.text for fact in found if fact.key}


def test_questions_and_courtesies_are_never_key() -> None:
    told = record(
        turn("去年全市总投资100亿元，请问成效如何？", role="journalist", section="qa"),
        turn("感谢长期以来支持发展的200家媒体。", number=2, role="host", section="opening"),
        turn("去年建成公园3个。", number=3, role="spokesperson", section="qa"),
    )
    found = find_facts(told).value
    assert [fact.quantity.text for fact in found if fact.key] == ["3个"]
    assert {"100亿元", "200家"} <= {fact.quantity.text for fact in found}


def test_a_bound_or_a_span_of_time_is_never_key() -> None:
    found = facts("审批时间为14个工作日。1亿元及以上项目47个。")
    assert [fact.quantity.text for fact in found if fact.key] == ["47个"]


def test_how_long_something_takes_on_average_is_a_result() -> None:
    found = facts("今年以来，患者平均候诊时间由40分钟缩短到9分钟。全市已建成门诊楼3座。")
    assert "9分钟" in {fact.quantity.text for fact in found if fact.key}


def test_of_a_disaster_the_people_and_the_losses_come_first() -> None:
    text = (
        "截至7日18时，洪涝灾害造成全市3.7万人受灾，紧急转移安置群众6400人，营救被困群众175人，"
        "直接经济损失1.2亿元。全市储备编织袋18万条、救生衣5200件、冲锋舟86艘，培训队员3600人。"
    )
    ranked = sorted((f for f in facts(text) if f.key), key=lambda f: f.rank)
    assert {f.quantity.text for f in ranked[:4]} == {"3.7万人", "6400人", "175人", "1.2亿元"}


@pytest.mark.parametrize(
    "name", ["要确保到完工小区", "重新划线以后能停", "整治完成的是下游", "占检出毒株"]
)
def test_a_piece_of_a_clause_is_vague(name: str) -> None:
    (fact,) = facts("全市建成公园23个。")
    assert is_vague(msgspec.structs.replace(fact, indicator=name))


@pytest.mark.parametrize(
    "name", ["占地区生产总值比重", "先进装备产业产值", "比赛奖金总额", "较大事故起数"]
)
def test_a_name_that_only_looks_like_a_piece_is_none(name: str) -> None:
    (fact,) = facts("全市建成公园23个。")
    assert not is_vague(msgspec.structs.replace(fact, indicator=name))
    assert not is_torn(name)


@pytest.mark.parametrize(("name", "bare"), [("参加", True), ("安排", True), ("出口", False)])
def test_a_bare_word_names_little(name: str, bare: bool) -> None:
    (fact,) = facts("全市建成公园23个。")
    named = msgspec.structs.replace(fact, indicator=name)
    assert is_bare(named) is bare
    assert is_vague(named) is bare


def test_words_left_open_on_a_page_give_no_key_figure() -> None:
    told = facts("全市建成公园23个。\n全市新增绿地120公顷。\n步道全线开放。\n下载影片 MP4 48MB")
    assert "48MB" not in {fact.quantity.text for fact in told if fact.key}


def test_in_news_the_article_itself_is_read() -> None:
    told = record(kind="news", narration="今年以来，全市接待游客3700万人次，综合产值突破100亿元。")
    found = find_facts(told).value
    assert [(fact.quantity.text, fact.key, fact.turn) for fact in found] == [
        ("3700万人次", True, None),
        ("100亿元", True, None),
    ]


def test_one_of_so_many_and_scenery_are_no_headline() -> None:
    text = "昭通是新中国33位军事家之一的故里。3744米的海拔高差造就了峡谷。" + RELEASE
    key = {fact.quantity.text for fact in facts(text) if fact.key}
    assert not {"33位", "3744米"} & key


def test_a_row_of_whole_shares_is_cut_short() -> None:
    rates = "".join(f"全市{name}达标率100%。" for name in ("水质", "排放", "用地", "作业", "设备"))
    key = [fact for fact in facts(RELEASE + "\n" + rates) if fact.key]
    assert sum(fact.quantity.text == "100%" for fact in key) <= 3


def test_two_firsts_among_twelve_indicators_are_no_first() -> None:
    text = "全市12项主要经济指标增幅，6项前三、2项第一。" + RELEASE
    assert "第一" not in {fact.quantity.text for fact in facts(text) if fact.key}
    told = facts("全市12项主要经济指标增幅，11项全省前五、6项前三。" + RELEASE)
    assert not {"前五", "前三"} & {fact.quantity.text for fact in told if fact.key}


def test_how_often_in_a_row_is_no_headline() -> None:
    found = facts("产品在监督抽检中连续2次不合格的，取消荣誉。" + RELEASE)
    assert "2次" not in {fact.quantity.text for fact in found if fact.key}


def test_one_name_for_two_values_of_a_sentence_tells_of_neither() -> None:
    text = "当年编制床位1800张，另有编制床位3200张。"
    found = facts(text + RELEASE)
    assert [(fact.indicator or "")[-4:] for fact in found[:2]] == ["编制床位", "编制床位"]
    assert not {"1800张", "3200张"} & {f.quantity.text for f in found[:2] if f.key}


def test_no_place_of_a_row_heads_the_others() -> None:
    text = "巧家、威信、盐津空气质量优良率分别为99.4%、99.3%、94.3%。"
    assert not {"99.4%", "99.3%", "94.3%"} & {
        f.quantity.text for f in facts(text + RELEASE) if f.key
    }


def test_the_size_of_a_site_is_no_headline() -> None:
    text = "建成会展中心项目，占地216.6亩，总建筑面积25万平方米。留下了10万平方米的大草坪。"
    first = {fact.quantity.text for fact in facts(text + RELEASE) if 0 < fact.rank <= 10}
    assert not {"216.6亩", "25万平方米", "10万平方米"} & first


def test_neither_end_of_a_range_is_the_figure() -> None:
    text = "Fishing costs coastal states between $10 billion and $23 billion. We opened 38 posts."
    told = record(turn(text, role="spokesperson", section="qa"))
    found = find_facts(msgspec.structs.replace(told, language="en")).value
    assert "38" in {fact.quantity.text for fact in found if fact.key}
    assert not {"$10 billion", "$23 billion"} & {f.quantity.text for f in found if f.key}


def test_what_is_given_to_whom_and_not_told_as_what_is_not_wanted_first() -> None:
    text = "市外引进人才按层次给予每人20—100万元工作生活补贴。"
    first = {fact.quantity.text for fact in facts(text + RELEASE) if 0 < fact.rank <= 10}
    assert "20—100万元" not in first


def test_a_piece_of_a_sentence_is_no_name_of_a_key_figure() -> None:
    said = "直播间去年卖出去3.6万单。全市接待游客3700万人次。果农一年下来还能挣2万元。"
    names = {fact.indicator for fact in facts(said) if fact.key}
    assert names == {"全市接待游客"}


def test_what_is_aimed_at_is_named_without_its_aim() -> None:
    (fact,) = facts("今年，我们的目标是城镇新增就业8万人以上。")
    assert (fact.indicator, fact.status) == ("城镇新增就业", "target")


@pytest.mark.parametrize(("name", "rank"), [("城镇调查失业率", 2), ("城镇路灯完好率", 4)])
def test_what_statistics_are_known_for_comes_before_the_rest(name: str, rank: int) -> None:
    said = f"更换灯具覆盖率7.1%。改造阀门覆盖率8.3%。{name}5.1%。设备维护完成率6.2%。"
    ranks = {fact.indicator: fact.rank for fact in facts(said)}
    assert ranks[name] == rank


def test_a_page_that_prints_its_results_in_words_has_key_figures_but_not_of_two_things() -> None:
    told = facts(
        "本月累计有十三宗本地个案。附近六间诊所每日增加二百个名额。政府派出两支队伍清理水渠。"
    )
    key = {fact.quantity.text for fact in told if fact.key}
    assert {"十三宗", "二百个"} <= key
    assert "两支" not in key


def test_a_name_with_a_hole_of_the_page_is_torn() -> None:
    assert is_torn("县级仓库冲锋舟（原文此处被篡改）")
    assert not is_torn("县级仓库冲锋舟（含橡皮艇）")


def _rank_of(text: str, quantity: str) -> int:
    return next(fact.rank for fact in facts(text) if fact.quantity.text == quantity)


def test_growth_told_beside_its_level_comes_after_other_levels() -> None:
    text = "接待群众8600人次，同比增长12.4%。受理申请1300件。新增床位180张。"
    order = sorted(facts(text), key=lambda fact: fact.rank)
    assert [fact.quantity.text for fact in order] == ["8600人次", "1300件", "180张", "12.4%"]


def test_what_a_move_ends_at_is_key_and_what_it_begins_with_is_not() -> None:
    text = "开展巡查86次，公交站点从84个增加到189个，站亭9900个。"
    assert _rank_of(text, "84个") == 0 < _rank_of(text, "189个")


def test_a_year_named_later_outdates_no_move_that_ends_now() -> None:
    text = "平均月薪由17800元增加至19500元，2021年平均月薪17200元。"
    assert _rank_of(text, "19500元") == 1
