"""Periods: resolved against the conference's date, carried over sentences, tied to their
numbers."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from exporter.notices import Span
from exporter.transcript.model import Paragraph, Transcript
from tests.briefing.quantities.speech import facts, record, turn

RESOLVED = [
    ("今年上半年，新增就业3.2万人。", "2023年上半年"),
    ("1-5月，接待游客300万人次。", "2023年1-5月"),
    ("去年，新建学校12所。", "2022年"),
    ("今年以来，查处案件36起。", "2023年以来"),
    ("截至目前，建成公园23个。", "截至目前"),
    ("“十四五”以来，建成水库6座。", "“十四五”以来"),
    ("“十三五”期间，造林20万亩。", "“十三五”"),
    ("2021年度完成治理面积5万亩。", "2021年"),
    ("2022年牧业年度，存栏牛羊80万头。", "2022年牧业年度"),
    ("今年夏秋航季，通航城市增至60个。", "2023年夏秋航季"),
    ("2023届毕业生有4.1万人。", "2023届"),
    ("全年产量有望稳定在140亿斤。", "2023年"),
    ("截至6月末，存款余额8亿元。", "截至2023年6月末"),
    ("二〇二二年完成投资3亿元。", "2022年"),
    ("到2025年，建成水库13座。", "2025年"),
    ("自2019年以来，培训人员800人次。", "2019年以来"),
    ("过去五年，累计建成公路126公里。", "过去五年"),
    ("公司每月节约用水3万立方米。", "每月"),
    ("昭通多年平均水资源总量138亿立方米。", "多年平均"),
    ("12所学校已于2022年12月29日建成。", "2022年12月29日"),
    ("计划用三年时间新建水厂24座。", "三年"),
    ("二○二四年十一月二十五日，参保人数32万人。", "2024年11月25日"),
    ("十二月起收费30元。", "2023年12月起"),
    ("本财政年度首七个月，录得赤字53亿元。", "本财政年度首七个月"),
    ("二○二七／二八年度削减开支8%。", "2027/28年度"),
    ("截至昨晚，巡查屋苑316个。", "截至2023年7月19日"),
    ("到今天中午为止，还有86户停电。", "截至2023年7月20日"),
    ("昨天一天就送药上门920份。", "2023年7月19日"),
    ("上星期，急診錄得流感病例640人次。", "上星期"),
    ("上個星期收治流感病人72人。", "上個星期"),
    ("全年粮食面积要稳定在81万亩。", "2023年"),
    ("消杀面积由前天的60万平方米增加。", "2023年7月18日"),
    ("2022年，占比由上年的18%提高。", "2021年"),
    ("成本从年初的3.9%回落。", "2023年初"),
    ("截至7月4日18时，转移安置6.4万人。", "截至2023年7月4日18时"),
    ("截至4日18时，转移安置6.4万人。", "截至2023年7月4日18时"),
    ("青岑站18日6时洪峰水位63.27米。", "2023年7月18日6时"),
    ("6月30日20时至7月3日8时，平均降雨量218毫米。", "2023年6月30日20时至7月3日8时"),
    ("1月20日0时至18时，新增感染者17例。", "2023年1月20日"),
    ("7月2日14时出现洪峰水位217.86米。", "2023年7月2日14时"),
    ("二月九日至十五日，旅客有831万人次。", "2023年2月9日至15日"),
    ("7月下旬到8月中旬，最高负荷将达到4550万千瓦。", "2023年7月下旬到8月中旬"),
    ("今年前5个月，出口3亿元。", "2023年1-5月"),
    ("前两个月，出口3亿元。", "2023年1-2月"),
    ("今年暑运公路客运量1.3亿人次。", "2023年暑运"),
    ("截至目前，通车里程6853公里，年内将突破7000公里。", "2023年"),
    ("2022年同2019年相比，浓度下降了7微克/立方米。", "2022年"),
    ("今年灾情是近几年较轻的一年，受灾1.35亿亩。", "2023年"),
    ("春节假期七天，出游2.56亿人次。", "2023年春节假期"),
    ("截至24日秋粮收获进度已达82.5%。", "截至2023年7月24日"),
    ("平台上线以来，办结案件36件。", "平台上线以来"),
    ("从今年的案件看，刷单返利占到37.6%。", "2023年"),
    ("支付限额由2000元提高到3500元，今年7月1日起执行。", "2023年7月1日起"),
    ("上半年，工业增长7.4%，增速比一季度、上年全年分别加快0.6和1.5个百分点。", "2023年上半年"),
    ("上半年，造林3120万亩、种草2860万亩，分别占全年任务的58.2%和47.5%。", "2023年上半年"),
    ("去年新建学校12所。12月新建学校3所。", "2022年12月"),
    ("今年以来新建学校2所，1至6月新建5所、改建8所，同比分别增长2%和3%。", "2023年1至6月"),
    ("一季度，销售面积318万平方米，由去年同期的下降14.1%", "2022年一季度"),
    ("今年入汛以来，发布警报66期。", "2023年入汛以来"),
    ("6月上旬，降水20毫米。", "2023年6月上旬"),
    ("力争全年海洋生产总值突破11万亿元。", "2023年"),
    ("2020年至今，建成学校5所。", "2020年至今"),
    ("上半年收入比由上年同期的2.31降至2.27。", "2023年上半年"),
    ("这是二十年来首次检讨，收费180元。", None),
    ("到2月末，贷款余额8亿元。", "截至2023年2月末"),
    ("到2023年底，建成公园3个。", "2023年底"),
    ("力争年底前建成公园3个。", "2023年底前"),
    ("明年3月以前开放步道3条。", "2024年3月以前"),
    ("上周，收治病人29人。", "上周"),
    ("春季检修期间，完成工程14项。", "2023年春季"),
    ("今年秋季学期，新增学位900个。", "2023年秋季学期"),
    ("二○二五／二六至二○二九／三○年度供应单位9000个。", "2025/26至2029/30年度"),
    ("停车位由改造前的1450个增加。", "改造前"),
    ("申请较高峰期的155宗减少。", "高峰期"),
    ("从上个月起，增加医生6名。", "2023年6月"),
    ("警方上月拘捕120人。", "2023年6月"),
    ("2022/23年度首十個月，收回單位650個。", "2022/23年度首十個月"),
    ("由2023/24年度起的五年，建屋合共650個單位。", "2023/24年度起五年"),
    ("市場今天的蔬菜到貨量1,280公噸。", "2023年7月20日"),
    ("今日新增病例30宗。", "2023年7月20日"),
    ("平均價每公斤46元，較上週最高的58元回跌。", "上週"),
    ("本署上月12日接獲求助3宗。", "2023年6月12日"),
    ("本月5日，新增病例3例。", "2023年7月5日"),
    ("上个月我们封停账号2.7万个。", "2023年6月"),
    ("第四季本地生產總值按年增長11.8%。", "2022年第四季"),
    ("四季度，外贸企业已出口3亿元。", "2022年四季度"),
    ("四季度将投放资金3亿元。", "2023年四季度"),
    ("四季度，投放资金3亿元，力争完成了的项目再增加。", "2023年四季度"),
    ("12月份，居民消费价格同比上涨0.3%。", "2022年12月"),
    ("1-12月，居民消费价格同比上涨0.3%。", "2022年1-12月"),
    ("1-6月，居民消费价格同比上涨0.3%。", "2023年1-6月"),
    ("十二月录得个案30宗。", "2022年12月"),
    ("12月底前已安排资金30万元。", "2023年12月底前"),
    ("11月举办的博览会已有150个国家参展。", "2023年11月"),
    ("12月开通的地铁已完成了98%的工程量。", "2023年12月"),
    ("下半年已有120家企业报名。", "2023年下半年"),
    ("去年工业增长了，全年要力争增长5%。", "2023年"),
    ("本周录得30宗，上月120宗。", "2023年6月"),
    ("下半年销售额同比增长30%。", "2022年下半年"),
    ("去年3月签约、当年11月投产，产量30吨。", "2022年11月"),
    ("截至上月底，贷款余额8亿元。", "截至2023年6月底"),
    ("最高峰在7月25日前后，车流量142万辆次。", "2023年7月25日前后"),
    ("5月份、6月份均增长1.2%。", "2023年5月、6月"),
    ("2025年、2026年各新增床位2000张。", "2025年、2026年"),
    ("今年雨少。全县多年平均降雨量1120毫米。", "多年平均"),
    ("床位三年累计新建1.2万张。", "三年"),
    ("过去一年，完成投资312亿元。", "过去一年"),
    ("7月8日，用电负荷较往年提前12天创新高。", "2023年7月8日"),
    ("截至2月底，今年新开工项目12个。", "截至2023年2月底"),
    ("2月末，贷款余额8亿元，是2020年末的1.37倍。", "2023年2月末"),
    ("今年1月第二周，均价12元。", "2023年1月第二周"),
    ("上半年收获在即。全省夏粮产量762万吨。", "2023年"),
    ("一季度，新增就业2万人，完成年度任务8万人。", "2023年"),
    ("一季度，新增就业2万人，完成年度任务8万人的25%。", "2023年一季度"),
    ("1至2月，新增就业2万人，完成全年任务的25%。", "2023年1至2月"),
    ("上个供暖期，受理投诉3万件。", "上个供暖期"),
    ("过去，坏果要占20%。", "过去"),
    ("财政支出年均增长15%。", None),
    ("截至2月末，投资达8亿元。“十四五”前四年投资15亿元。", "“十四五”前四年"),
    ("入汛以来，来水量较常年同期偏少3成。", "入汛以来"),
    ("一季度就业3万人，完成全年目标任务的26%；失业率为5.5%。", "2023年一季度"),
    ("目前，销售收入已接近去年可比水平的95%。", "目前"),
    ("截至2月末，参保人数80万人，累计结余9亿元。", "截至2023年2月末"),
]


@pytest.mark.parametrize(("text", "period"), RESOLVED)
def test_period(text: str, period: str | None) -> None:
    assert facts(text)[-1].period == period


def test_a_page_in_traditional_script_keeps_its_own_form_of_the_months() -> None:
    found = facts("今年首六個月，錄得交通意外8 620宗。\n巴士脫班率為3%。")
    assert [fact.period for fact in found] == ["2023年首六個月"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "某某社北京10月25日电 记者25日从交通运输部获悉，投资增长8%。",
        "副部长张某某13日透露，投资增长8%。",
        "国庆节假期7天，出游增长8%。",
    ],
)
def test_a_day_of_the_month_is_no_figure(text: str) -> None:
    assert [fact.quantity.text for fact in facts(text)] == ["8%"]


def test_days_that_something_takes_are_a_figure() -> None:
    assert [fact.quantity.text for fact in facts("办理时限压缩至3日以内，连续5日无新增。")] == [
        "3日",
        "5日",
    ]


def test_without_a_day_today_stays_as_printed() -> None:
    told = record(turn("截至昨天，受理4380户。"), date="2023-07")
    assert [fact.period for fact in find_facts(told).value] == ["截至昨天"]


def test_a_month_takes_the_year_named_in_its_sentence() -> None:
    found = facts("去年10月22日，新建体育场1座；紧接着10月28日，开放医院2所。")
    assert [fact.period for fact in found] == ["2022年10月22日", "2022年10月28日"]


def test_a_period_is_carried_over_sentences_of_one_turn_only() -> None:
    told = record(turn("2022年，新建公路5公里。改造老旧小区8个。"), turn("绿化道路9条。", number=2))
    assert [fact.period for fact in find_facts(told).value] == ["2022年", "2022年", None]


def test_a_planned_year_ends_with_its_paragraph() -> None:
    found = facts("去年建成公园3个。到2025年，建成水库13座。\n改造小区8个。")
    assert [fact.period for fact in found] == ["2022年", "2025年", "2022年"]


def test_the_origin_of_a_move_keeps_its_own_year() -> None:
    found = facts("目前，漏损率已由2022年的13.75%降低至11.95%。")
    assert [fact.period for fact in found] == ["2022年", "目前"]


def test_without_a_date_a_relative_year_stays_as_printed() -> None:
    told = record(turn("今年新建学校3所。"), date=None)
    assert [fact.period for fact in find_facts(told).value] == ["今年"]


def test_a_date_in_a_title_sets_no_period() -> None:
    (fact,) = facts("根据《发展规划（2019—2020年）》，新建学校3所。")
    assert fact.period is None


def test_a_year_compared_with_sets_no_period() -> None:
    found = facts("2022年，农业企业达到6002户，比2020年新增2503户。")
    assert [(f.period, f.comparison_base) for f in found] == [
        ("2022年", None),
        ("2022年", "比2020年"),
    ]


def test_a_period_tells_what_states_it() -> None:
    found = facts("2022年，新建公路5公里。改造老旧小区8个。\n绿化道路9条。")
    assert [fact.period_from for fact in found] == ["sentence", "paragraph", "earlier"]


def test_what_was_counted_of_old_is_not_of_now() -> None:
    found = facts(
        "2022年，建桥3座。618年，全市人口300万人。公元前221年设县12个。茶园有500年历史，面积5万亩。"
    )
    assert [fact.period for fact in found][:3] == ["2022年", "618年", "公元前221年"]
    assert found[-1].period == "2022年"


@pytest.mark.parametrize("vague", ["目前", "近年来", "2021年9月以来", "2022年10月"])
def test_a_passing_time_ends_with_its_paragraph(vague: str) -> None:
    found = facts(f"{vague}，新建公路5公里。改造小区8个。\n绿化道路9条。")
    assert found[1].period is not None
    assert found[2].period is None


def test_what_is_counted_to_date_is_of_no_earlier_period() -> None:
    found = facts("2022年以来，开展巡查3700次。累计完成矿山修复401座，修复面积达1.24万亩。")
    assert [fact.period for fact in found] == ["2022年以来", None, None]


def in_chapters(*lines: str) -> Transcript:
    """A speech of one paragraph a line; those that begin with 一、 or 二、 head a chapter."""
    leveled = record(turn(""))
    paragraphs = tuple(
        Paragraph(id=f"p{at}", text=line, level=int(line[1] == "、"), spans=(Span(at, at + 1),))
        for at, line in enumerate(lines)
    )
    spoken = msgspec.structs.replace(leveled.turns[0], paragraphs=paragraphs)
    return msgspec.structs.replace(leveled, turns=(spoken,))


@pytest.mark.parametrize(
    ("lines", "periods"),
    [
        (
            (
                "2022年，新建公路5公里。",
                "一、大气。",
                "2021年，改造小区8个。",
                "二、水。",
                "绿化道路9条。",
            ),
            ["2022年", "2021年", "2022年"],
        ),
        # what the first chapter opens with holds over the next, a year in mid-sentence doesn't
        (
            ("一、大气。", "2022年，改造小区8个。", "二、水。", "绿化道路9条。"),
            ["2022年", "2022年"],
        ),
        (
            ("一、制定过程。", "市人大把条例列入2022年度立法计划。", "二、内容。", "禁止8类行为。"),
            [None],
        ),
    ],
)
def test_a_chapter_starts_with_the_period_told_before_the_first(
    lines: tuple[str, ...], periods: list[str | None]
) -> None:
    found = find_facts(in_chapters(*lines)).value
    assert [fact.period for fact in found] == periods


def test_the_day_of_a_bulletin_holds_over_chapters_and_is_told_elsewhere() -> None:
    spoken = in_chapters(
        "一、灾情。", "截至2023年7月18日，受灾7个乡镇。", "二、救灾。", "转移群众9万人。"
    )
    _, moved = find_facts(spoken).value
    assert (moved.period, moved.period_from) == ("截至2023年7月18日", "earlier")


def test_what_is_aimed_at_for_the_whole_year_is_of_no_year_that_is_over() -> None:
    found = facts("去年全年工业增长3%。全年力争增长5%。")
    assert [fact.period for fact in found] == ["2022年", "2023年"]


def test_the_whole_year_is_the_one_told_of() -> None:
    found = facts("截至去年10月底，已完工19个。全年发放问卷5400份。")
    assert [fact.period for fact in found] == ["截至2022年10月底", "2022年"]


def test_the_same_part_of_last_year_in_a_clause_of_its_own() -> None:
    found = facts("今年累计确诊11例，其中死亡1例，去年同期为12例。")
    assert [fact.period for fact in found] == ["2023年", "2023年", "2022年同期"]


def test_last_week_is_the_days_that_were_given_for_it() -> None:
    found = facts("上週（7月9日至15日）就診214人次。\n上週通報病例21例。")
    assert [fact.period for fact in found] == ["2023年7月9日至15日"] * 2


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("自2月1日开打到昨天为止，已接种428万人。", "2023年2月1日至7月19日"),
        ("由去年11月开始接受申请至今，收到申请600份。", "2022年11月以来"),
        ("从2021年启动到现在，办结案件16件。", "2021年以来"),
        ("今年4月到6月，住房率21.5%。", "2023年4-6月"),
    ],
)
def test_a_time_from_its_first_day_to_its_last(text: str, period: str) -> None:
    assert [fact.period for fact in facts(text)] == [period]


def test_what_is_counted_to_date_is_of_the_five_years_that_the_speech_opened_with() -> None:
    found = facts("“十四五”以来，工作有序。2022年，收入8亿元。累计完成投资9亿元。")
    assert [fact.period for fact in found] == ["2022年", "“十四五”以来"]


@pytest.mark.parametrize(("date", "period"), [("2024-02-27", "2023年"), ("2024-05-27", "过去一年")])
def test_the_past_year_is_last_year_as_it_ends(date: str, period: str) -> None:
    (fact,) = find_facts(record(turn("过去一年，完成投资312亿元。"), date=date)).value
    assert fact.period == period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("养老服务三年行动方案（2024—2026年）新闻发布会", "2024-2026年"),
        ("养老服务三年行动方案（2024—2027年）新闻发布会", "三年"),
    ],
)
def test_three_years_are_those_of_the_plan(title: str, period: str) -> None:
    told = msgspec.structs.replace(record(turn("三年计划总投入27.5亿元。")), title=title)
    assert [fact.period for fact in find_facts(told).value] == [period]


def _answered(question: str, answer: str) -> list[tuple[str | None, str]]:
    """The periods of the answer's figures, and what states them."""
    asked = msgspec.structs.replace(turn(question), role="journalist")
    told = msgspec.structs.replace(turn(answer, number=2), answers=asked.id)
    found = find_facts(record(asked, told)).value
    return [(fact.period, fact.period_from) for fact in found]


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("请问今年的补贴怎么发？", "2023年"),
        ("请问去年的补贴怎么发？", None),
        ("请问今年和去年的补贴各是多少？", None),
    ],
)
def test_an_answer_is_of_the_year_that_is_asked_about(question: str, period: str | None) -> None:
    found = _answered(question, "双季稻每亩补150元，堤防长12公里。")
    assert found == [(period, "earlier" if period else "sentence"), (None, "sentence")]


def test_an_answer_that_tells_its_own_time_is_of_that() -> None:
    found = _answered("请问今年的补贴怎么发？", "去年，双季稻每亩补150元。补贴由20元提高到30元。")
    assert [period for period, _ in found] == ["2022年", None, "2022年"]


def test_where_a_move_began_is_of_no_time_that_is_told() -> None:
    found = facts("2022年，办结16件，调解率由61.3%提高到68.5%。耗时从14天缩短到9天。")
    assert [fact.period for fact in found] == ["2022年", None, "2022年", None, "2022年"]


def _chapters(*lines: str) -> list[str | None]:
    """The periods of a speech whose lines that open with 一、 or 二、 are headings."""
    paragraphs = tuple(
        Paragraph(id=f"p{at}", text=line, level=int(line[1] == "、"), spans=(Span(at, at + 1),))
        for at, line in enumerate(lines)
    )
    told = record(turn(""))
    spoken = msgspec.structs.replace(told.turns[0], paragraphs=paragraphs)
    return [f.period for f in find_facts(msgspec.structs.replace(told, turns=(spoken,))).value]


@pytest.mark.parametrize(
    ("opening", "after"),
    [("2022年", "2022年"), ("今年上半年", "2023年上半年"), ("2018年", None), ("6月", None)],
)
def test_what_the_first_chapter_reports_on_the_next_do_too(opening: str, after: str | None) -> None:
    found = _chapters("一、办案。", f"{opening}，结案16件。", "二、做法。", "调解3件。")
    assert found[1] == after


def test_the_part_told_with_its_own_time_ends_where_the_whole_goes_on() -> None:
    found = facts("截至6月底，纳入对象316户，其中今年新增38户，已消除风险74户。外出务工6万人。")
    days = "截至2023年6月底"
    assert [fact.period for fact in found] == [days, "2023年", days, days]


def test_a_deadline_ends_with_its_part_of_the_sentence() -> None:
    found = facts("目前，已抢通39条，其余4条力争7月28日前抢通；停电用户中96%已恢复供电。")
    assert [fact.period for fact in found] == ["目前", "目前", "目前"]


def test_the_day_of_a_bulletin_is_that_of_its_next_chapters_too() -> None:
    leveled = record(turn(""))
    lines = ("一、灾情。", "截至7月4日18时，倒塌房屋5户。", "二、转移。", "转移群众9人。")
    paragraphs = tuple(
        Paragraph(id=f"p{at}", text=line, level=level, spans=(Span(at, at + 1),))
        for at, (line, level) in enumerate(zip(lines, (1, 0, 1, 0), strict=True))
    )
    spoken = msgspec.structs.replace(leveled.turns[0], paragraphs=paragraphs)
    found = find_facts(msgspec.structs.replace(leveled, turns=(spoken,))).value
    assert [fact.period for fact in found] == ["截至2023年7月4日18时"] * 2


def test_a_quarter_is_told_within_its_half_year() -> None:
    found = facts(
        "上半年，出口3亿元。二季度进口比一季度增长6%。民营企业出口2亿元。"
        "其中一季度、二季度分别达到1亿元和2亿元。"
    )
    assert [fact.period for fact in found] == [
        "2023年上半年",
        "2023年二季度",
        "2023年上半年",
        "2023年一季度",
        "2023年二季度",
    ]


def test_what_a_day_told_of_holds_in_the_next_paragraph() -> None:
    found = facts("截至2月末，参保人数80万人。\n基金支出9亿元。")
    assert [fact.period for fact in found] == ["截至2023年2月末"] * 2


def test_years_of_the_republic_are_kept_where_the_page_counts_so() -> None:
    text = "112年上半年養豬頭數507萬頭。較去年減少8艘漁船，漁獲量至2月10日為9,850公噸。"
    told = record(turn(text))
    assert [fact.period for fact in find_facts(told).value][-1] == "112年2月10日"


def test_what_a_part_is_told_of_is_of_its_wholes_day() -> None:
    found = facts("1-2月，投资8亿元。2月末，贷款余额32亿元。其中，委托贷款余额10亿元。")
    assert [fact.period for fact in found] == ["2023年1-2月", "2023年2月末", "2023年2月末"]


@pytest.mark.parametrize(
    "share", ["恢复到2019年的约五成", "只剩下去年的八分之一", "是2019年的三倍"]
)
def test_the_time_that_a_share_is_of_is_a_base(share: str) -> None:
    found = facts(f"今年上半年，旅客384万人次，{share}。平均房价2860元。")
    assert {fact.period for fact in found} == {"2023年上半年"}


def test_last_year_is_none_before_the_origin_of_a_move() -> None:
    (first, second) = facts("開支由2019/20年度的13億元增至上年度的40億元。")
    assert (first.period, second.period) == ("2019/20年度", "2022/23年度")


def test_what_things_are_meant_is_no_period() -> None:
    found = facts("去年改造小区18个。2000年底前建成的小区全部改造，惠及居民9万户。")
    assert [fact.period for fact in found] == ["2022年", "2022年"]


@pytest.mark.parametrize(
    "text",
    [
        "全县现有养老院9所、床位210张。",
        "二期工程总投资5.2亿元，建筑面积8.6万平方米。",
        "新路全长约30公里。",
        "补助标准为每人1500元。",
        "查实举报的，最高奖励5万元。",
        "我们建了26个种植基地，面积4万亩。",
        "交货期从45天缩短到18天。",
    ],
)
def test_what_lasts_or_is_undated_is_not_of_the_year_told_before(text: str) -> None:
    *_, last = facts(f"2022年，全县生产总值300亿元。\n{text}")
    assert (last.period, last.period_from) == (None, "sentence")


@pytest.mark.parametrize(
    "text",
    [
        "完成投资5.2亿元。",
        "用电量下降了4.7%。",
        "建成高标准农田5.3万亩。",
        "里程由2021年的560公里增加到700公里。",
    ],
)
def test_what_a_year_brought_is_of_the_year_told_before(text: str) -> None:
    *_, last = facts(f"2022年，全县生产总值300亿元。\n{text}")
    assert (last.period, last.period_from) == ("2022年", "earlier")
