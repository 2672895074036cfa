"""Answers that answer: the yes or no, the reason, the way that a spoken answer gives in words."""

from __future__ import annotations

import pytest

from exporter.briefing.brief import brief
from exporter.briefing.digest.replies import asked, is_verdict, takes_stand
from exporter.transcript.model import Paragraph
from tests.briefing.conference_by_hand import transcript, turn


def _points(question: str, answer: str, language: str = "zh-Hans") -> list[str]:
    asks = turn("t1", "journalist", "qa", (Paragraph("p1", question),), org="晨报")
    paragraphs = tuple(Paragraph(f"p{i}", t) for i, t in enumerate(answer.split("\n"), 2))
    said = turn("t2", "spokesperson", "qa", paragraphs, "甲", answers="t1")
    made = brief(transcript((asks, said), language=language)).value
    return [point.text for point in made.exchanges[0].answers[0].points]


@pytest.mark.parametrize(
    ("question", "answer", "point"),
    [
        # yes or no
        (
            "是不是说明可以松一口气了？",
            "可以高兴，不能松气。全省还有沙地2600万亩。",
            "可以高兴，不能松气。",
        ),
        (
            "请问票价会不会上涨？",
            "感谢提问。关于票价，各县已经明确，居民票价不调整。全市公交车有1200辆。",
            "关于票价，各县已经明确，居民票价不调整。",
        ),
        ("条件有没有放宽？", "放宽了。今年改成累计满六个月。", "放宽了。今年改成累计满六个月。"),
        (
            "普通家庭有没有奖励？",
            "有。从去年起推行积分，参加的家庭有11万户。",
            "有。从去年起推行积分，参加的家庭有11万户。",
        ),
        # the words of the question
        ("劝阻工作难在哪里？", "难在当事人不信。上门劝阻的成功率是97%。", "难在当事人不信。"),
        # a number
        (
            "审批要多长时间？",
            "法定的时限是45个工作日。我们一直在优化流程。",
            "法定的时限是45个工作日。",
        ),
        # a way
        (
            "出借银行卡的年轻人如何处理？",
            "今年抓了3300多名。我们的原则是宽严相济，情节轻的以教育为主。",
            "我们的原则是宽严相济，情节轻的以教育为主。",
        ),
        # the rest of a short sentence
        (
            "气源够不够？",
            "今冬需求17.6亿立方米，落实的气源合同18.9亿立方米，略有富余。",
            "今冬需求17.6亿立方米，落实的气源合同18.9亿立方米，略有富余。",
        ),
    ],
)
def test_what_replies_is_a_point(question: str, answer: str, point: str) -> None:
    assert point in _points(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("会不会涨价？", "这个问题大家都很关注。价格暂时没有调整的计划。", "关注"),
        ("怎么管理？", "票价是群众关心的事。实行政府指导价，上浮要经过听证。", "关心的事"),
        ("如何保证公平？", "今年出台了三条硬规定。本村户籍的队员不少于八成。", "三条硬规定"),
        ("效果如何？", "打个比方，一公斤卖三四十块钱。今年加工转化率达到38%。", "打个比方"),
        (
            "协议签了没有？",
            "下游说：水给了，还要怎样？最难的是补多少、怎么补，协议还没有签。",
            "下游说",
        ),
    ],
)
def test_what_only_speaks_of_the_question_is_none(question: str, answer: str, words: str) -> None:
    assert not any(words in point for point in _points(question, answer))


@pytest.mark.parametrize(
    ("question", "answer", "point"),
    [
        (
            "Where does the money come from?",
            "It won't come from taxes. We're leaving 640 positions vacant.",
            "It won't come from taxes.",
        ),
        (
            "Can you confirm that the tunnel is leaking?",
            "The dam was at 91 per cent at eight. On the tunnel, no, it isn't leaking.",
            "On the tunnel, no, it isn't leaking.",
        ),
    ],
)
def test_english_answers_reply_too(question: str, answer: str, point: str) -> None:
    assert point in _points(question, answer, "en")


def test_stage_directions_are_no_words_of_the_answer() -> None:
    (point,) = _points("Any response?", "(Laughter.) He is a friend of mine, and we meet.", "en")
    assert point == "He is a friend of mine, and we meet."


def test_a_question_of_yes_or_no_is_no_stand_itself() -> None:
    assert takes_stand("不能松气")
    assert not takes_stand("草原好不好，草最清楚")


@pytest.mark.parametrize(
    ("text", "question", "verdict"),
    [
        ("能，而且正在做。", "能不能一户一策？", True),
        ("简化了。", "手续有没有简化？", True),
        ("这个问题好。", "手续有没有简化？", False),
        ("简化了。", "手续怎么办理？", False),
    ],
)
def test_a_verdict_takes_up_the_question(text: str, question: str, *, verdict: bool) -> None:
    assert is_verdict(text, asked(question), 1) is verdict
