"""What lines without figures are worth: deeds before anecdotes, none that leans on another, that
tells of the speaker, or how the conference goes."""

from __future__ import annotations

import pytest

from exporter.briefing.cues import anywhere_of, at_start
from exporter.briefing.lines.points import Gist, key_points
from exporter.briefing.lines.wordy import WORDS_ONLY, is_saying, leans, soundness, words_worth
from exporter.briefing.quantities import find_facts
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Paragraph
from tests.briefing.conference_by_hand import speech, transcript, turn


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("护林员江蓉说，“我现在也带徒弟了，带了19个。”", True),
        ("“头一回上山我就迷了路，走了3个小时。”", True),
        ("局长江蓉说，“我市今年新增学位3200个。”", False),
        ("现在办证有3种办法：在“我的林场”手机客户端上办。", False),
        ("“一江两岸”新增绿地12公顷。", False),
    ],
)
def test_who_tells_of_himself(text: str, told: bool) -> None:
    assert bool(at_start("tells_of_himself").match(text)) is told


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("请您把回执编号发到公众号。", "请把回执编号发到公众号。"),
        ("“第一次上山，种树人根本不搭理。”", "第一次上山，种树人根本不搭理。"),
    ],
)
def test_a_word_to_one_and_a_bare_quotation_are_worth_less(text: str, plain: str) -> None:
    assert soundness(text) < 0.5 * soundness(plain)


@pytest.mark.parametrize(
    "text",
    [
        "进山的路口都设了检查点，打火机一律寄存。",
        "We will reopen the bridge before the school year.",
        "離場時升降機優先安排輪椅使用，天橋暫停開放。",
    ],
)
def test_deeds_are_worth_more_than_other_words(text: str) -> None:
    assert words_worth(text) > WORDS_ONLY


@pytest.mark.parametrize(
    "text",
    [
        "但是事情没有那么简单，大家都知道。",
        "When I do, you will be the first to complain.",
        "这是老祖宗传下来的手艺。",
        "補充一下，現在也開放部落居民來報名。",
        "That's a matter for the Premier.",
    ],
)
def test_a_line_that_leans_on_the_one_before_is_worth_less(text: str) -> None:
    assert leans(text)
    assert soundness(text) < soundness("甲乙丙丁。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "就业援助补贴标准提高，失业人员可以申领。",
        "对符合条件的家庭免收学费。",
        "可再生能源项目已经开工。",
        "其他三所医院的夜间门诊也已开放。",
        "“一网通办”平台正式上线。",
        "这项政策从下月起实行。",
        "过去一年发出八十七张通知，其中六成已经遵办。",
        "The second road opened yesterday.",
    ],
)
def test_words_that_only_look_like_leaning_are_no_reason(text: str) -> None:
    assert not leans(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("近日我在河湾村碰到一个小伙子，给全村开农机。", True),
        ("I saw a shopkeeper handing out every pump.", True),
        ("我们市今年碰到的困难不少，都已解决。", False),
        ("The ministry saw a rise in applications.", False),
    ],
)
def test_anecdotes(text: str, told: bool) -> None:
    assert bool(anywhere_of("anecdote").search(text)) is told


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("In the two counties along the river.", True),
        ("In March the ministry opened two schools.", False),
        ("办法施行以前已经在办的申请。", True),
        ("办法施行以前的申请，按原规定办理。", False),
    ],
)
def test_torn_lines(text: str, torn: bool) -> None:
    assert bool(at_start("fragment").match(text)) is torn


@pytest.mark.parametrize("text", ["現在請衛福部侯署長明峻說明。", "下面，请市水利局局长柯恺介绍。"])
def test_who_is_called_to_speak_tells_nothing(text: str) -> None:
    assert anywhere_of("tells_nothing").search(text)
    assert not anywhere_of("tells_nothing").search("请大家把垃圾分好类，投放时间已经公布。")


@pytest.mark.parametrize(
    "text",
    [
        "In a moment we will be joined by the coordinator for the delta.",
        "We'll be back here tomorrow, same time.",
        "I am glad the members listened to our advice.",
        "我當然高興，也很感動。",
        "施行一年來，有三个变化值得一说。",
        "If you live on an island, the ferry is your road.",
        "下一步，将继续压实责任、强化攻坚，全力以赴做好整治工作。",
    ],
)
def test_words_of_the_speaker_or_of_the_conference_are_worth_less(text: str) -> None:
    assert soundness(text) < 1


@pytest.mark.parametrize(
    "text",
    [
        "I have ordered the coast guard to stay at sea.",
        "我们已经要求承办单位补做。",
        "The council met the crews' families yesterday.",
        "我国将派出两支医疗队。",
    ],
)
def test_what_is_told_of_deeds_keeps_its_worth(text: str) -> None:
    assert soundness(text) == 1


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("第二期工程下月初开工。", "第二期工程会开工。"),
        ("The minister spoke with Governor Hale.", "The minister spoke with a friend."),
        ("附近六间诊所加开夜诊。", "附近的诊所加开夜诊。"),
        ("Crews are working the east flank.", "Crews know the east flank."),
    ],
)
def test_times_names_amounts_and_reports_add_worth(more: str, less: str) -> None:
    assert words_worth(more) > words_worth(less)


def test_english_lines_are_alike_by_their_words_not_their_letters() -> None:
    one = Gist.of("The river crested this morning about a foot lower than we feared.")
    other = Gist.of("Our soldiers have been filling sandbags on the east side since Sunday.")
    assert not one.like(other)
    assert one.like(Gist.of("This morning the river crested about a foot lower."))
    assert not Gist.of("About half is new.").like(Gist.of("About half a billion went to repairs."))


def _points(*texts: str) -> list[str]:
    source = speech(*texts)
    return [p.excerpt.text for p in key_points(Reading(source, find_facts(source).value))]


def test_few_figures_are_joined_by_words_that_tell_of_deeds() -> None:
    found = _points(
        "全市建成口袋公园126个，新增停车泊位3.8万个。",
        "沿河步道下月初全线开放，夜间统一亮灯。",
        "生活就像一条长长的河，人人都在路上。",
        "市图书馆已经恢复夜间服务，读者凭证件入馆。",
        "我们在高新区设了维权工作站，企业上门咨询当天答复。",
    )
    assert any("步道" in text for text in found)
    assert any("图书馆" in text for text in found)
    assert not any("就像" in text for text in found)


def test_a_first_that_only_counts_makes_no_line() -> None:
    source = speech(
        "边坡有没有危险，我们第一时间要去看。", "县里已经成立专班，逐处排查，三天之内贴出告示。"
    )
    ranked = sorted(key_points(Reading(source, find_facts(source).value)), key=lambda p: p.rank)
    assert ranked[0].excerpt.text.startswith("县里")


def test_one_or_two_things_named_in_passing_make_no_line_worth_more() -> None:
    found = _points(
        "全市新建口袋公园23个，面积120公顷。",
        "刚开始有两家站点差点关了门。",
        "村里已经立下规矩，收支逐月上墙公布。",
        "县里统一配发报警器，免费上门安装。",
        "河道已经全线清淤，夜间步道恢复开放。",
    )
    assert not any("差点" in text for text in found)


def test_the_headlines_of_a_release_stand_beside_the_details_of_the_answers() -> None:
    released = (
        "上半年，全市生产总值2856亿元，同比增长5.6%。",
        "规模以上工业增加值增长7.4%，工业投资增长13.6%。",
        "社会消费品零售总额1508亿元，同比增长6.6%。",
        "城镇新增就业3.2万人，完成年度目标的63.2%。",
        "居民人均可支配收入1.9万元，同比增长5.8%。",
    )
    told = ("全区划定夜间停车位2600个。", "每年评选示范站点12个，奖励30万元。")
    paragraphs = [Paragraph(f"p{i}", text) for i, text in enumerate((*released, *told), 1)]
    turns = [turn("t1", "spokesperson", "release", tuple(paragraphs[:5]), "李明")]
    for number, paragraph in enumerate(paragraphs[5:], 2):
        turns.append(turn(f"t{number}", "spokesperson", "qa", (paragraph,), f"王{number}"))
    source = transcript(tuple(turns))
    found = [p.excerpt.text for p in key_points(Reading(source, find_facts(source).value))]
    lines = "".join(found)
    assert all(mark in lines for mark in ("2856亿元", "7.4%", "1508亿元", "3.2万人", "1.9万元"))


def test_a_line_with_a_hole_comes_after_a_whole_one() -> None:
    source = speech(
        "县里建成应急仓库（原文此处被篡改）23个，储备物资5万件。",
        "县里建成避灾安置点31个，可容纳群众6万人。",
    )
    ranked = sorted(key_points(Reading(source, find_facts(source).value)), key=lambda p: p.rank)
    assert [point.excerpt.text[:7] for point in ranked] == ["县里建成避灾安", "县里建成应急仓"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("老的拿补贴，少的有工位。", True),
        ("小案不小办，电瓶被盗就是大事。", True),
        ("小事不出村，大事不出镇。", True),
        ("小案不小办，今年追回电瓶1160只。", False),
        ("水厂统一处理，水质每月公开。", False),
        ("全市新建小学，全市新建中学。", False),
        ("可以高兴，不能松气。", False),
    ],
)
def test_what_is_said_for_its_sound(text: str, told: bool) -> None:
    assert is_saying(text) is told
