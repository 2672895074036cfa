"""Whole briefings: of a conference made by hand, of English, of bad input."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter.briefing.brief import brief
from exporter.briefing.checks.gate import excerpts, gate
from exporter.briefing.model import Briefing, Cut, Excerpt, KeyPoint
from exporter.briefing.notes import title_of
from exporter.briefing.sentences import balanced
from exporter.errors import GateError
from exporter.transcript.model import Paragraph, Person, Transcript
from tests.briefing.conference_by_hand import conference, speech, transcript, turn


def _briefing(transcript: Transcript) -> Briefing:
    return brief(transcript).value


def test_the_lead_is_the_narrations() -> None:
    lead = _briefing(conference()).lead
    assert lead is not None
    assert lead.text == "4月12日，昭通召开水资源保护专题新闻发布会。"


def test_the_lead_has_no_credit_of_a_picture() -> None:
    text = "The Port Office holds a press conference on July 24, 2025. [Photo by Lin Wei]."
    told = msgspec.structs.replace(
        speech(*ENGLISH, language="en"), narration=(Paragraph("p90", text),)
    )
    lead = _briefing(told).lead
    assert lead is not None
    assert lead.text == "The Port Office holds a press conference on July 24, 2025."


def test_key_points_are_cut_short_and_in_order() -> None:
    points = _briefing(conference()).key_points
    assert [(point.speaker, point.excerpt.text) for point in points] == [
        ("柯恺", "2023年，全市新增水土流失综合治理面积550.42平方公里。"),
        ("柯恺", "2023年，水富市完成云南省首单水权交易，交易水量为3.6万立方米。"),
        ("杨方玉", "永善县已建成农村饮水工程1669件，投资9.99亿元实施两个“三年行动”。"),
        ("杨方玉", "2023年实际用水9534.96万立方米，节约用水765万立方米。"),
        ("杨方玉", "计划到2025年，建成水库13座，蓄水能力达到9500万立方米。"),
    ]
    assert all(point.facts for point in points)


def test_a_question_is_what_is_asked() -> None:
    (exchange,) = _briefing(conference()).exchanges
    assert exchange.question.text == "永善县干旱缺水。永善县采取了哪些应对措施？"
    assert exchange.outlet == "云南日报"


def test_an_answer_is_its_headings_with_their_figures() -> None:
    (exchange,) = _briefing(conference()).exchanges
    (answer,) = exchange.answers
    assert answer.speaker == "杨方玉"
    assert [point.text for point in answer.points] == [
        "守牢饮水底线。永善县已建成农村饮水工程1669件，投资9.99亿元实施两个“三年行动”。",
        "筑造节水基线。2023年实际用水9534.96万立方米，节约用水765万立方米。",
        "建设蓄水高线。计划到2025年，建成水库13座，蓄水能力达到9500万立方米。",
    ]


def test_announcements_have_the_speakers_headings() -> None:
    (announcement,) = _briefing(conference()).announcements
    assert announcement.speaker == "柯恺"
    headings = [part.heading.text for part in announcement.parts if part.heading]
    assert headings == ["水土流失治理步伐加快。", "用水权改革取得突破。", "进一步做好宣传。"]


def test_people_are_those_who_spoke() -> None:
    people = _briefing(conference()).people
    assert [(p.name, p.org, p.office, p.role) for p in people] == [
        ("张正洪", "市政府新闻办", "专职副主任", "host"),
        ("柯恺", "市水利局", "副局长", "spokesperson"),
        ("杨方玉", "永善县人民政府", "副县长", "spokesperson"),
    ]
    assert people[1].characters > people[0].characters
    assert sum(person.share for person in people) < 1
    assert [topic.text for topic in people[2].topics] == [
        "永善县干旱缺水。永善县采取了哪些应对措施？"
    ]


ENGLISH = (
    "Good afternoon, ladies and gentlemen. Thank you for coming.",
    "In 2023, output rose 8.4 percent to 3.2 billion dollars, a record high. "
    "Under the guidance of the council, we worked hard.",
    "We plan to build 120 schools by 2025, which will serve 40,000 children.",
)


def test_english_is_cut_by_the_same_rules() -> None:
    briefing = _briefing(speech(*ENGLISH, language="en"))
    points = [point.excerpt.text for point in briefing.key_points]
    assert briefing.language == "en"
    assert points
    assert all(point.endswith(".") for point in points)
    assert not any("Thank you" in point for point in points)
    assert "In 2023, output rose 8.4 percent to 3.2 billion dollars" in points[0]


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        (
            "Thank you. No. We have no plan to raise them. But fees rise by 3 percent.",
            "No. We have no plan to raise them.",
        ),
        ("No, they won't go up in 2025. Fees rise by 3 percent.", "No, they won't go up in 2025."),
    ],
)
def test_a_plain_no_is_the_first_point_of_its_answer(answer: str, first: str) -> None:
    question = (Paragraph("p1", "Will taxes go up?"),)
    asked = turn("t1", "journalist", "qa", question, org="The Herald")
    paragraph = (Paragraph("p2", answer),)
    said = turn("t2", "spokesperson", "qa", paragraph, "John Smith", answers="t1")
    made = _briefing(transcript((asked, said), language="en"))
    points = [point.text for point in made.exchanges[0].answers[0].points]
    assert points[0] == first
    assert first not in points[1:]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Could you tell us more about the new ferry line and when it opens?", "New ferry line."),
        ("Do you have any comment on the port fees this week?", "Port fees."),
        ("Sorry, just to follow up: who would run the inquiry?", "Who would run the inquiry?"),
        (
            "Where is the growth coming from, and what does it mean for wages?",
            "Where is the growth coming from?",
        ),
        (
            "Drivers say that new roads crack within a year. Is that correct?",
            "Drivers say that new roads crack within a year.",
        ),
        ("Minister, are you worried about that?", None),
        ("Why have about 300 people left the city?", "Why have about 300 people left the city?"),
        ("Why do about half of the nurses leave?", "Why do about half of the nurses leave?"),
        ("Do you know more about what caused it all?", None),
    ],
)
def test_an_english_topic_is_what_the_question_is_about(question: str, topic: str | None) -> None:
    asked = turn("t1", "journalist", "qa", (Paragraph("p1", question),), org="The Herald")
    paragraph = (Paragraph("p2", "We open 12 clinics in 2025, at a cost of $3 million."),)
    said = turn("t2", "spokesperson", "qa", paragraph, "John Smith", answers="t1")
    (person,) = _briefing(transcript((asked, said), language="en")).people
    assert [told.text for told in person.topics] == ([topic] if topic else [])


def test_a_topic_is_told_once() -> None:
    asked = turn(
        "t1", "journalist", "qa", (Paragraph("p1", "Will taxes go up?"),), org="The Herald"
    )
    answers = [
        turn(f"t{n}", "spokesperson", "qa", (Paragraph(f"p{n}", text),), "Jo Lee", answers="t1")
        for n, text in ((2, "They rise by 3 percent."), (3, "They fall by 2 percent in May."))
    ]
    (person,) = _briefing(transcript((asked, *answers), language="en")).people
    assert [told.text for told in person.topics] == ["Will taxes go up?"]


def test_a_target_stays_a_target() -> None:
    text = "我们力争再造一个工业，实现效益双倍增，即总产值突破4000亿元。"
    for point in _briefing(speech(text)).key_points:
        assert "力争" in point.excerpt.text


def test_a_time_is_not_joined_to_what_it_does_not_date() -> None:
    text = "近年来，游客日益增加，今年1-8月，全市共接待游客3700万人次。"
    (point,) = _briefing(speech(text)).key_points
    assert "近年来，全市" not in point.excerpt.text
    assert "1-8月" in point.excerpt.text


def test_courtesies_and_preambles_give_no_point() -> None:
    briefing = _briefing(
        speech(
            "感谢大家长期以来的关心支持，欢迎3000名游客来做客！",
            "在市委、市政府的坚强领导下，我们深入贯彻落实习近平新时代中国特色社会主义思想，奋力谱写新篇章。",
        )
    )
    assert briefing.key_points == ()
    assert "briefing.no-key-points" in {notice.code for notice in briefing.notices}


MANY = "全市新增企业{}户、就业岗位{}个；"

BAD = {
    "no quantities": ("今天天气很好，我们继续努力。",),
    "numbers only": ("1 2 3 4 5 6", "7 8 9"),
    "many quantities": ("".join(MANY.format(n, n + 1) for n in range(2500)),),
    "long turn": ("我们扎实推进各项工作，群众满意度不断提升。" * 4800,),
    "no marks at all": ("推进" * 3000,),
    "mixed languages": ("全市GDP达1200亿元 and exports rose 5.5% in 2023，同比增长8%。",),
    "broken numerals": ("投资1,00,0元，增长3..5%，共十百个，达万亿个。",),
    "early period": ("公元前135年设县，公元755年人口3万人。",),
    "unbalanced": ("“一是（抓项目《规划，完成投资5亿元。”）》",),
    "empty paragraphs": ("", "   ", "\t\t"),
    "table": ("项目\t投资\n水库\t5亿元",),
}


@pytest.mark.parametrize("kind", ["transcript", "news"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_a_sound_briefing(name: str, kind: str) -> None:
    briefing = _briefing(speech(*BAD[name], kind=kind))
    assert gate(briefing) == ()
    assert all(len(point.excerpt.text) <= 91 for point in briefing.key_points)
    assert len(briefing.key_points) <= 8


PIECES = st.sampled_from(
    [
        *("一是抓项目。", "完成投资5亿元，", "感谢大家！", "2023年，", "“四大工程”", "（含3个）"),
        *("其中12户；", "力争达到", "《规划》", "增长", "请问，", "如何", "？", "。", "、", "\n"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=40), st.sampled_from(["transcript", "news"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_said_the_briefing_passes_the_gate(pieces: list[str], kind: str) -> None:
    briefing = _briefing(speech("".join(pieces), kind=kind))
    assert gate(briefing) == ()
    for place in excerpts(briefing):
        assert place.excerpt.text.strip()
    for point in briefing.key_points:
        assert balanced(point.excerpt.text)
        assert point.excerpt.text.endswith(("。", "！", "？", "”", "）", "》"))


def _chosen(text: str, cut: Cut) -> KeyPoint:
    return KeyPoint(Excerpt(text, (cut,)))


def test_a_summarizer_passes_the_same_gate() -> None:
    true = _chosen("全市新增水土流失治理面积5平方公里。", Cut("p1", 0, 18))
    false = _chosen("全市新增水土流失治理面积6平方公里。", Cut("p1", 0, 18))
    nowhere = _chosen("全市", Cut("p9", 0, 2))
    source = speech("全市新增水土流失治理面积5平方公里。", kind="news")
    facts = tuple(fact.id for fact in _briefing(source).figures)
    chosen = [
        KeyPoint(p.excerpt, facts=facts if p is not nowhere else ()) for p in (true, false, nowhere)
    ]
    outcome = brief(source, summarizer=lambda transcript, found: chosen)
    assert [point.excerpt for point in outcome.value.key_points] == [true.excerpt]
    assert [n.code for n in outcome.notices].count("briefing.dropped") == 2


def test_a_false_head_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    import exporter.briefing.brief as module

    monkeypatch.setattr(module, "title_of", lambda transcript, lead: "另一场发布会")
    with pytest.raises(GateError):
        brief(conference())


LAW = (
    "《市容条例》将于2024年5月1日起施行。",
    "2023年8月，市人民政府提出关于提请审议《条例（草案）》的议案。",
    "2024年3月27日，省人大常委会表决批准了《市容条例》。",
    "《条例》对随意丢弃、焚烧生活垃圾等8类突出问题分别作了禁止性规定。",
    "明确了村民委员会收取的清洁费应当专款专用。",
)


def test_of_a_law_is_told_what_it_lays_down() -> None:
    source = msgspec.structs.replace(speech(*LAW), title="《市容条例》新闻发布会")
    texts = [point.excerpt.text for point in _briefing(source).key_points]
    assert {LAW[0], LAW[2], LAW[3], LAW[4]} <= set(texts)
    plain = [point.excerpt.text for point in _briefing(speech(*LAW)).key_points]
    assert LAW[4] not in plain


def test_short_neighbours_make_one_point() -> None:
    text = "在资格复审阶段，有163家主体通过复审。在网络投票阶段，投出249.37万票。"
    (point,) = _briefing(speech(text)).key_points
    assert point.excerpt.text == text


def test_a_line_that_needs_another_gives_way() -> None:
    text = "去年改造了42万亩，今年再改造50万亩。\n全市苹果产值突破150亿元，增长12%。"
    ranked = sorted(_briefing(speech(*text.split("\n"))).key_points, key=lambda point: point.rank)
    assert ranked[0].excerpt.text.startswith("全市苹果产值")


def test_asked_what_is_wrong_an_answer_names_it() -> None:
    asked = (Paragraph("p1", "请问科技人才工作面临哪些困难？"),)
    said = (
        "截至目前，引进院士专家53名。存在的短板也不容忽视，主要是：人才发展不平衡、高层次人才短缺。"
    )
    turns = (
        turn("t1", "journalist", "qa", asked, org="日报"),
        turn("t2", "spokesperson", "qa", (Paragraph("p2", said),), "甲", answers="t1"),
    )
    points = [p.text for p in _briefing(transcript(turns)).exchanges[0].answers[0].points]
    assert points[-1] == "存在的短板也不容忽视，主要是：人才发展不平衡、高层次人才短缺。"


def test_what_a_notice_is_made_of_is_no_point() -> None:
    texts = (
        "为让市民更好地了解邀请赛的筹备情况。",
        "市人民政府新闻办公室。",
        "广州海事局副局长：钟向东。",
        "邀请赛设立男子和女子两个组别。",
    )
    points = [point.excerpt.text for point in _briefing(speech(*texts)).key_points]
    assert points == ["邀请赛设立男子和女子两个组别。"]


def test_a_stage_is_of_what_has_it() -> None:
    text = (
        "昭通市“10大品牌”评选于2023年10月启动报名。"
        "在自愿报名阶段，有200家主体报名参评。在资格复审阶段，有163家主体通过资格复审。"
    )
    points = [point.excerpt.text for point in _briefing(speech(text)).key_points]
    assert (
        "昭通市“10大品牌”评选在自愿报名阶段，有200家主体报名参评。在资格复审阶段，有163家主体通过资格复审。"
        in points
    )


def test_what_was_done_by_nobody_named_gives_way() -> None:
    text = "累计引导企业116家，到位资金18亿元。\n上海三区援建项目117个，到位资金18亿元。"
    ranked = sorted(_briefing(speech(*text.split("\n"))).key_points, key=lambda point: point.rank)
    assert ranked[0].excerpt.text.startswith("上海三区")


def test_what_was_never_before_goes_before_rates_at_their_full_measure() -> None:
    full = "全市小水电站生态流量接入率100%，月平均达标率100%。"
    new = "水富市率先完成全省首单水权交易，交易量36000立方米。"
    ranked = sorted(_briefing(speech(full, new)).key_points, key=lambda point: point.rank)
    assert "首单" in ranked[0].excerpt.text


def _answered(answer: str, language: str) -> list[str]:
    asked = turn("t1", "journalist", "qa", (Paragraph("p1", "Why? 为什么？"),), org="The Herald")
    said = turn("t2", "spokesperson", "qa", (Paragraph("p2", answer),), "甲", answers="t1")
    made = _briefing(transcript((asked, said), language=language))
    return [point.text for point in made.exchanges[0].answers[0].points]


@pytest.mark.parametrize(
    ("answer", "language", "point"),
    [
        (
            "Thank you. It is for the committee to advise.",
            "en",
            "It is for the committee to advise.",
        ),
        ("谢谢你的提问。这是委员会要研究的事情。", "zh-Hans", "这是委员会要研究的事情。"),
    ],
)
def test_an_answer_is_never_left_without_words(answer: str, language: str, point: str) -> None:
    assert _answered(answer, language) == [point]


def test_no_words_of_an_answer_are_printed_twice() -> None:
    points = _answered("没有。到11月20日为止，接获通报214件，去年同期是221件。", "zh-Hans")
    assert len(points) == 1
    assert points[0].startswith("没有。")


def test_measures_against_what_is_wrong_are_an_answer() -> None:
    wrong = "这样的方式，有几个弊端：一是发现问题的能力不强；二是花费的时间比较长。"
    done = "针对这些短板，下一步将狠下功夫。一是围绕发展需求引才。二是优化创新环境留才。"
    points = " ".join(_answered(wrong + done, "zh-Hans"))
    assert "围绕发展需求引才" in points
    assert "能力不强" not in points


def test_bare_titles_and_why_a_law_is_needed_are_no_announcements() -> None:
    made = _briefing(
        speech(
            "一、主要工作开展情况",
            "（一）制定乡村清洁条例是完善法规体系的现实需要。",
            "（二）全面排查企业。排查企业309家。",
        )
    )
    parts = made.announcements[0].parts
    assert [part.heading.text if part.heading else None for part in parts] == ["全面排查企业。"]


def test_where_there_are_hardly_any_figures_words_tell() -> None:
    said = "中国政府依法依规实施出口管制，这一做法符合国际通行实践，不针对任何特定国家。"
    texts = [
        point.excerpt.text
        for point in _briefing(speech(said, "我没有更多信息可以提供。")).key_points
    ]
    assert texts == [said]


def test_a_guest_is_who_the_label_says() -> None:
    guest = Person("g", "吴广翠", "guest", "选手、合光合作社理事长", "创新创业大赛参赛")
    said = turn(
        "t1", "guest", "guest_speech", (Paragraph("p1", "合作社有100亩樱桃。"),), "吴广翠", "g"
    )
    said = msgspec.structs.replace(said, office="和光合作社理事长")
    made = _briefing(msgspec.structs.replace(transcript((said,)), people=(guest,)))
    (person,) = made.people
    assert (person.office, person.org) == ("和光合作社理事长", None)


@pytest.mark.parametrize(
    ("title", "narration", "path", "expected"),
    [
        ("供热新闻发布会", "市政府例行新闻发布会", "a/b.html", "供热新闻发布会"),
        ("", "市政府例行新闻发布会", "a/b.html", "市政府例行新闻发布会"),
        ("", "发布会现场", "archive/访谈 3.html", "访谈 3"),
    ],
)
def test_a_record_is_called_by_its_title_its_event_or_its_file(
    title: str, narration: str, path: str, expected: str
) -> None:
    told = conference()
    page = msgspec.structs.replace(
        told,
        id="r1",
        title=title,
        narration=(Paragraph("p90", narration),),
        source=msgspec.structs.replace(told.source, path=path),
    )
    assert title_of(page, None) == expected
