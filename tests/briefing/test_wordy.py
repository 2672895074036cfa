"""What lines without figures are worth: deeds before anecdotes, none that leans on another."""

from __future__ import annotations

import pytest

from exporter.briefing.cues import anywhere_of, at_start
from exporter.briefing.lines.wordy import WORDS_ONLY, leans, words_worth


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
    assert words_worth(text) < words_worth("甲乙丙丁。" + text)


@pytest.mark.parametrize(
    "text",
    [
        "就业援助补贴标准提高，失业人员可以申领。",
        "对符合条件的家庭免收学费。",
        "可再生能源项目已经开工。",
        "其他三所医院的夜间门诊也已开放。",
        "“一网通办”平台正式上线。",
        "这项政策从下月起实行。",
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
