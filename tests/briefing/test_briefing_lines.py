"""Single lines: what is cut from a sentence, what is never cut, what a question becomes."""

from __future__ import annotations

from typing import Literal

import msgspec
import pytest

from exporter.briefing.checks.gate import words_of
from exporter.briefing.digest.announced import announcement_parts
from exporter.briefing.digest.answers import answer_points
from exporter.briefing.digest.questions import ask
from exporter.briefing.lead import lead
from exporter.briefing.lines.listing import listings
from exporter.briefing.lines.points import Gist, key_points
from exporter.briefing.lines.windows import best_line, plain_line
from exporter.briefing.model import Cut, body_and_office
from exporter.briefing.quantities import find_facts
from exporter.briefing.speech.clauses import enumerator, finished, is_courtesy, trim
from exporter.briefing.speech.outline import outline
from exporter.briefing.speech.reading import Reading, close
from exporter.briefing.speech.subject import subject_of
from exporter.transcript.model import Paragraph
from tests.briefing.conference_by_hand import speech, transcript, turn


def _reading(*texts: str) -> Reading:
    source = speech(*texts)
    return Reading(source, find_facts(source).value)


def _line(text: str) -> str | None:
    reading = _reading(text)
    (sentence,) = reading.sentences(reading.paragraphs["p1"])
    line = best_line(reading, sentence)
    return reading.excerpt(line.cuts).text if line else None


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        # connectives, enumerators and preambles go from the head
        ("同时，全市累计新增企业3200户。", "全市累计新增企业3200户。"),
        ("二是全市新增就业岗位15万个。", "全市新增就业岗位15万个。"),
        (
            "近年来，在市委、市政府的领导下，全市完成投资19.8亿元。",
            "近年来，全市完成投资19.8亿元。",
        ),
        ("不过家电零售额下降3.5%。", "家电零售额下降3.5%。"),
        # a row of industries is told whole
        (
            "分产业看，第一产业增加值12亿元，增长4.1%；第二产业增加值79亿元，增长5.7%；"
            "第三产业增加值94亿元，增长6.9%。",
            "分产业看，第一产业增加值12亿元，增长4.1%；第二产业增加值79亿元，增长5.7%；"
            "第三产业增加值94亿元，增长6.9%。",
        ),
        # aims go from the tail
        (
            "2023年，全市新增治理面积550.42平方公里，为推动高质量发展作出积极贡献。",
            "2023年，全市新增治理面积550.42平方公里。",
        ),
        # what the next clause turns doesn't end a line
        (
            "今年财政收入312亿元，低于预期目标，各项支出都压减了，保障了基本民生和重点项目的需要。",
            "今年财政收入312亿元，低于预期目标。",
        ),
        # a time stays with what it dates
        (
            "1—5月份，规模以上企业实现利润34247亿元。",
            "1—5月份，规模以上企业实现利润34247亿元。",
        ),
        # 分别 stays with all that it speaks of
        (
            "今年以来，共破获案件2135起，抓获嫌疑人3412名，同比分别上升21.6%、35.2%。",
            "今年以来，共破获案件2135起，抓获嫌疑人3412名，同比分别上升21.6%、35.2%。",
        ),
        # a regulation keeps its title when what lies between goes
        (
            "《昭通市乡村清洁条例》（以下简称《条例》）于2024年3月27日，经云南省第十四届人民代表大会"
            "常务委员会第八次会议审查批准，市人大常委会于3月28日发布公告予以公布，"
            "将于2024年5月1日起正式施行。",
            "《昭通市乡村清洁条例》将于2024年5月1日起正式施行。",
        ),
        # a time inside the sentence goes with what it dates
        (
            "市委高度重视人才工作，“十三五”期间，出台了管理办法，"
            "累计引进各类人才211人，为发展提供了支撑。",
            "“十三五”期间，出台了管理办法，累计引进各类人才211人。",
        ),
        # a month keeps the year that was said before
        (
            "去年10月22日，体育场精彩亮相；紧接着10月28日，总投资约30亿元的医院建成启用。",
            "去年10月28日，总投资约30亿元的医院建成启用。",
        ),
        # who says it goes
        (
            "副市长马洪旗介绍，全市平均海拔1950米。",
            "全市平均海拔1950米。",
        ),
        # what money is spent on stays with the money
        (
            "为提升水质，投资9.99亿元，实施供水三年行动，惠及38万群众。",
            "投资9.99亿元，实施供水三年行动，惠及38万群众。",
        ),
        # 我们 that only says who speaks goes; what 其中 tells of stays with it
        (
            "目前我们已谋划储备文旅项目344个，总投资1213亿元。",
            "目前已谋划储备文旅项目344个，总投资1213亿元。",
        ),
        (
            "今年1-8月，全市共接待游客3700万人次，其中，避暑的游客超过100万人次。",
            "今年1-8月，全市共接待游客3700万人次，其中，避暑的游客超过100万人次。",
        ),
        # words in passing go, also from the middle
        (
            "今年秋季开学，我们盘点了一下，全市共亮相新校园48个，投入资金48.2亿元。",
            "今年秋季开学，全市共亮相新校园48个，投入资金48.2亿元。",
        ),
        # what leans on the sentence before can't stand alone
        ("同比分别增长15.2%和8.7%。", None),
        # nothing there for a reader
        ("感谢大家对3000个项目的关心。", None),
        ("我们奋力谱写高质量发展新篇章。", None),
    ],
)
def test_the_best_line_of_a_sentence(sentence: str, line: str | None) -> None:
    assert _line(sentence) == line


def test_a_project_is_called_by_its_name() -> None:
    reading = _reading("区域中心医院是重点项目之一。项目总规划用地1072.5亩，总投资63.06亿元。")
    _, sentence = reading.sentences(reading.paragraphs["p1"])
    line = best_line(reading, sentence)
    assert line is not None
    assert reading.excerpt(line.cuts).text == (
        "区域中心医院项目总规划用地1072.5亩，总投资63.06亿元。"
    )


def test_a_line_does_not_end_with_what_it_was_done_for() -> None:
    said = "今年选派40名干部到上海学习三个月，围绕产业发展布局和人才需求，进一步加强培训。"
    assert _line(said) == "今年选派40名干部到上海学习三个月。"


def test_a_line_does_not_end_with_a_name_that_the_next_clause_tells_of() -> None:
    said = "东林、西水、南山等二十余家大型渠道商，都组织了采购团，" + "我们安排专人逐家对接需求" * 6
    reading = _reading(said + "。")
    (sentence,) = reading.sentences(reading.paragraphs["p1"])
    line = best_line(reading, sentence)
    assert line is not None
    assert (
        reading.excerpt(line.cuts).text == "东林、西水、南山等二十余家大型渠道商，都组织了采购团。"
    )


@pytest.mark.parametrize(
    ("paragraph", "heading"),
    [
        ("一是在赛道设置上。设奖金200万元。", "赛道设置"),
        ("一是宣传推广方面。开展报道320次。", "宣传推广"),
        ("一是强化线上。开展报道320次。", "强化线上。"),
    ],
)
def test_the_heading_of_a_respect_is_its_topic(paragraph: str, heading: str) -> None:
    reading = _reading(paragraph)
    (part,) = outline(reading, reading.paragraphs.values())
    assert part.heading is not None
    assert reading.text(part.heading) == heading


@pytest.mark.parametrize(
    ("title", "text", "hits"),
    [
        ("系列新闻发布会首场：昭通市水资源保护专题新闻发布会", "全市水资源丰富", 2),
        ("昭通市水资源保护专题新闻发布会", "昭通市召开新闻发布会", 0),
        ("第七届创新创业大赛新闻发布会", "大赛推动创业项目落户", 2),
    ],
)
def test_the_subject_is_what_the_title_says_of_this_conference(
    title: str, text: str, hits: int
) -> None:
    source = msgspec.structs.replace(speech("全市情况。"), title=title)
    assert subject_of(Reading(source)).hits(text) == hits


@pytest.mark.parametrize(
    ("org", "office", "english", "together"),
    [
        ("市水利局", "副局长", False, "市水利局副局长"),
        ("Water Bureau", "Deputy Director", True, "Deputy Director, Water Bureau"),
        ("市水利局", "市水利局副局长", False, "市水利局副局长"),
        (None, "副局长", False, "副局长"),
        (None, None, True, None),
    ],
)
def test_body_and_office(
    org: str | None, office: str | None, english: bool, together: str | None
) -> None:
    assert body_and_office(org, office, english) == together


def test_days_tell_stages_of_a_law_apart() -> None:
    adopted = "2022年12月23日，市人大常委会表决通过了《文明行为促进条例》。"
    approved = "2023年3月24日，省人大常委会审查批准了《文明行为促进条例》。"
    assert not Gist.of(adopted).like(Gist.of(approved))
    assert Gist.of(adopted).like(Gist.of(adopted.replace("表决", "")))


def test_a_plain_line_skips_what_says_nothing() -> None:
    text = "发展旅游是重要任务，事关全局。我们优化设置了五大赛道，鼓励参赛。"
    reading = _reading(text)
    cuts = plain_line(reading, reading.sentences(reading.paragraphs["p1"]))
    assert reading.excerpt(cuts).text == "我们优化设置了五大赛道，鼓励参赛。"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "主持人好，各位发布人好，全市水环境质量大幅度提升。请问，目前全市水环境质量的具体情况如何？",
            "目前全市水环境质量的具体情况如何？",
        ),
        (
            "我们关注到，衢州城市面貌日新月异，这方面衢州主要做了哪些工作？谢谢。",
            "衢州城市面貌日新月异，衢州主要做了哪些工作？",
        ),
        (
            "我省药材外运多，但精深加工一直是短板。请问在延长产业链方面有哪些打算？",
            "精深加工一直是短板。在延长产业链方面有哪些打算？",
        ),
        (
            # of a list without 等 as many as fit: the first alone would be another question
            "请问，近年来昭通市在“千万工程”建设、农业市场主体培育、高原特色农业产业、"
            "农业招商引资项目谋划储备工作中，有哪些成效、特色和亮点。",
            "近年来昭通市在“千万工程”建设、农业市场主体培育工作中，有哪些成效、特色和亮点？",
        ),
        ("我是北纬29度记者。水富市采取哪些措施加强管控？", "水富市采取哪些措施加强管控？"),
        # what points back to words that are left out goes
        (
            "永善县干旱缺水。请问，为破解这一难题，永善县采取了哪些应对措施？",
            "永善县采取了哪些应对措施？",
        ),
        ("想問行政長官，政府會否檢討機制？多謝。", "政府會否檢討機制？"),
        (
            "最后想问，大埔那宗火警后，政府巡查了多少个工地？",
            "大埔那宗火警后，政府巡查了多少个工地？",
        ),
        ("谢谢主持人。", None),
        (
            # the frame of what is asked, where the question speaks of 相关工作
            "我市在打好攻坚战，争当全省“排头兵”工作中，请问住建部门是如何开展相关工作的？",
            "在打好攻坚战工作中，住建部门是如何开展相关工作的？",
        ),
        ("请问大数据局，算力如何变成生产力？", "算力如何变成生产力？"),
        ("请问贵山新区，如何统筹城市建设？", "贵山新区，如何统筹城市建设？"),
        (
            "数字鸿沟是一个话题。老人不会用手机，怎么办？想听听大家的看法，也请大数据局谈谈。",
            "数字鸿沟是一个话题。老人不会用手机，怎么办？",
        ),
        ("群众反映帐篷漏雨。请问督查部门有没有介入？", "群众反映帐篷漏雨。督查部门有没有介入？"),
        (
            "有人担心，大家都做模型，会造成浪费。请问黔筑有没有在做？",
            "有人担心，大家都做模型，会造成浪费。黔筑有没有在做？",
        ),
        ("我有两个问题。一是集体经济怎么壮大？", "集体经济怎么壮大？"),
        # whom it is put to, and who puts it
        ("次长，骑楼高低不平，有没有补助？", "骑楼高低不平，有没有补助？"),
        ("请问安委员，互助点靠什么维持下去？", "互助点靠什么维持下去？"),
        ("各位网友，老楼装电梯，一楼不同意怎么办？", "老楼装电梯，一楼不同意怎么办？"),
        ("我是晨光新闻。照护员缺工严重，怎么办？", "照护员缺工严重，怎么办？"),
        # what ties it to what is left out, requests to tell, and whom they are put to, go
        ("票不便宜，停航又多。又常常停航，有没有改善的办法？", "常常停航，有没有改善的办法？"),
        ("想问问企业代表，你们怎么留住年轻人？", "你们怎么留住年轻人？"),
        ("渔民上岸以后靠什么生活？请镇里的同志介绍一下。", "渔民上岸以后靠什么生活？"),
        ("我想追问刚才的问题：审批要多长时间？", "审批要多长时间？"),
        # a clause that leaves its subject unsaid brings the one that names it
        (
            "楼改好之后，物业跟不跟得上，是大家都担心的事情。请问城管局有什么办法？",
            "楼改好之后，物业跟不跟得上，是大家都担心的事情。城管局有什么办法？",
        ),
        (
            "有网友说，拿到判决书却拿不到钱，等于一张白条。怎么看？",
            "有网友说，拿到判决书却拿不到钱，等于一张白条。怎么看？",
        ),
        # some years ask nothing
        (
            "有些展厅几年不换一次展。希望介绍一下省里有哪些扶持。",
            "有些展厅几年不换一次展。省里有哪些扶持？",
        ),
        # who asks nothing is told as he says it
        ("村里没有药店，老人看病要往镇上跑。", "村里没有药店，老人看病要往镇上跑。"),
    ],
)
def test_a_question_in_few_words(question: str, asked: str | None) -> None:
    paragraph = Paragraph("p1", question)
    asking = turn("t1", "journalist", "qa", (paragraph,))
    found = ask(Reading(transcript((asking,))), asking)
    assert (found.text if found else None) == asked


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "The union says that data were copied. Can you confirm that?",
            "The union says that data were copied. Can you confirm that?",
        ),
        ("Thanks, Dana. Mr. Secretary, how much is new?", "How much is new?"),
        ("And a follow-up. Why was it never spent?", "Why was it never spent?"),
        ("Two short ones from me. First, who pays for the seed?", "Who pays for the seed?"),
        (
            "Can I ask about the pause? A judge ruled last night. Has processing resumed?",
            "A judge ruled last night. Has processing resumed?",
        ),
        (
            "Has it resumed by noon today? It is a yes-or-no question.",
            "Has it resumed by noon today?",
        ),
        ("That will do, and it is no answer.", None),
        ("The pool was held in the vans yesterday.", "The pool was held in the vans yesterday."),
        # no word without a head after the first question
        (
            "First, are trucks getting through to the north of the city? Second, has he called?",
            "Are trucks getting through to the north of the city?",
        ),
    ],
)
def test_a_question_in_english(question: str, asked: str | None) -> None:
    asking = turn("t1", "journalist", "qa", (Paragraph("p1", question),))
    source = msgspec.structs.replace(transcript((asking,)), language="en")
    found = ask(Reading(source), asking)
    assert (found.text if found else None) == asked


def test_words_of_two_paragraphs_are_parted_in_english() -> None:
    halves = (Paragraph("p1", "Is the deadline still"), Paragraph("p2", "a deadline?"))
    asking = turn("t1", "journalist", "qa", halves)
    reading = Reading(msgspec.structs.replace(transcript((asking,)), language="en"))
    found = reading.excerpt((Cut("p1", 0, 21), Cut("p2", 0, 11)))
    assert found.text == "Is the deadline still a deadline?"
    assert words_of(found, reading) == found.text


def test_a_line_is_the_same_in_either_script() -> None:
    traditional = "今屆選舉共有161名候選人，全部界別都有競爭；投票時間延長，票站共有620個。"
    simplified = "今届选举共有161名候选人，全部界别都有竞争；投票时间延长，票站共有620个。"
    found = []
    for text, language in ((traditional, "zh-Hant"), (simplified, "zh-Hans")):
        source = msgspec.structs.replace(speech(text), language=language)
        reading = Reading(source, find_facts(source).value)
        (sentence,) = reading.sentences(reading.paragraphs["p1"])
        line = best_line(reading, sentence)
        assert line is not None
        found.append((line.cuts, round(line.worth, 6)))
        assert reading.excerpt(line.cuts).text == text
    assert found[0] == found[1]


def test_short_headings_become_one_line() -> None:
    reading = _reading(
        "我们将把老字号工作摆在重要位置，重点从以下方面努力：",
        "一是强保护。依法保护。",
        "二是重传承。建设体系。",
        "三是抓创新。坚持理念。",
    )
    parts = outline(reading, reading.paragraphs.values())
    (line,) = listings(reading, parts)
    assert (
        line.text == "我们将把老字号工作摆在重要位置，重点从以下方面努力：强保护。重传承。抓创新。"
    )


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("一是抓", 2),
        ("第二，抓", 3),
        ("（三）抓", 3),
        ("四、抓", 2),
        ("5.抓", 2),
        ("2.5亿", 0),
        ("抓", 0),
    ],
)
def test_enumerators(text: str, length: int) -> None:
    assert enumerator(text) == length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("同时，其中，甲", "甲"),
        ("并组织甲", "组织甲"),
        ("首先，是甲", "甲"),
        ("甲", "甲"),
        ("同时，", "同时，"),
    ],
)
def test_trim(text: str, expected: str) -> None:
    reading = _reading(text)
    assert reading.text(trim(reading, Cut("p1", 0, len(text)))) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("增长5%，", True),
        ("在抓好就业的同时，", False),
        ("具体如下：", False),
        ("400平方公里以上，", True),
        ("成立了由副市长任组长，", False),
        ("投资9.99亿元，", False),
        ("项目总投资19.8亿元，", True),
        ("我们将通过电视、广播等平台，", False),
        ("三大水电站形成的500公里高峡平湖，", False),
        ("峡谷形成了500公里的平湖，", True),
        ("以目前的速度，", False),
        ("到上海脱产学习三个月，", True),
        ("到西北农林科技大学学习一年，", True),
        ("到2024年，", False),
        ("对年销售额不足2万元的小农户，", False),
        ("对出口增长的贡献率达到六成，", True),
        ("原来的意见施行五年来，", False),
        ("跟高峰时的7万人相比，", False),
        ("明确了三步走：第一步，", False),
    ],
)
def test_finished(clause: str, expected: bool) -> None:
    assert finished(clause) is expected


def test_courtesies() -> None:
    assert is_courtesy("感谢这位记者朋友的提问")
    assert not is_courtesy("全市新增企业320户")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("甲，", "甲。"),
        ("甲；", "甲。"),
        ("甲。", "甲。"),
        ("甲", "甲。"),
        ("“甲。”", "“甲。”"),
        ("甲：", "甲。"),
    ],
)
def test_close(text: str, closed: str) -> None:
    assert close(text) == closed


@pytest.mark.parametrize(
    ("title", "expected"),
    [("赢在当下", "第七届创新创业大赛新闻发布会。"), ("创新创业大赛新闻发布会", None)],
)
def test_the_lead_of_a_page_without_prose_is_the_hosts(title: str, expected: str | None) -> None:
    texts = ("大家上午好！欢迎参加第七届创新创业大赛新闻发布会。", "有请王局长。")
    paragraphs = tuple(Paragraph(f"p{i}", text) for i, text in enumerate(texts, 1))
    source = transcript((turn("t1", "host", "opening", paragraphs),))
    found = lead(Reading(msgspec.structs.replace(source, title=title)))
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("transcript", "发布会现场全景", None),
        ("transcript", "新闻发布会即将开始，记者有序入场。", None),
        (
            "transcript",
            "6月5日，市中院召开审判工作新闻发布会。",
            "6月5日，市中院召开审判工作新闻发布会。",
        ),
        (
            "transcript",
            "简介：市政府举行新闻发布会，介绍供热。",
            "市政府举行新闻发布会，介绍供热。",
        ),
        ("news", "晚报记者 钱秋 通讯员 季晓", None),
        ("news", "昨天，市政府召开新闻发布会。", "昨天，市政府召开新闻发布会。"),
    ],
)
def test_the_lead_is_prose(
    kind: Literal["transcript", "news"], text: str, expected: str | None
) -> None:
    source = transcript((turn("t1", "spokesperson", "release", (Paragraph("p1", "大家好。"),)),))
    page = msgspec.structs.replace(source, kind=kind, title="", narration=(Paragraph("p9", text),))
    found = lead(Reading(page))
    assert (found.text if found else None) == expected


def test_a_heading_that_its_text_takes_up_again_is_told_from_it() -> None:
    text = "（一）水环境质量状况水环境质量稳步改善，19个水源地水质达标率保持100%。"
    paragraph = Paragraph("p1", text, 2)
    reading = Reading(transcript((turn("t1", "spokesperson", "release", (paragraph,)),)), ())
    (part,) = outline(reading, (paragraph,))
    assert part.heading is not None
    assert reading.text(part.heading) == "水环境质量状况"
    assert reading.text(part.sentences[0]).startswith("水环境质量稳步改善，")


def test_the_lead_tells_who_was_invited_to_tell_of_what() -> None:
    said = "今天，我们邀请到市水利局副局长柯恺先生，请他介绍水资源保护情况，并回答提问。"
    texts = ("大家上午好！欢迎出席市政府新闻办新闻发布会。", said)
    paragraphs = tuple(Paragraph(f"p{i}", text) for i, text in enumerate(texts, 1))
    found = lead(Reading(transcript((turn("t1", "host", "opening", paragraphs),))))
    assert found is not None
    assert found.text == said


@pytest.mark.parametrize("slug", ["本报讯（记者 曾静）", "直播简介 ", "新华社北京电 "])
def test_the_lead_starts_after_the_slug(slug: str) -> None:
    said = "11月21日，市政府新闻办召开新闻发布会。"
    narration = (Paragraph("n1", slug + said),)
    found = lead(Reading(msgspec.structs.replace(speech("谢谢。"), narration=narration)))
    assert found is not None
    assert found.text == said


_HELD = "11月8日下午，市政府举行2024年度供热保障新闻发布会"


@pytest.mark.parametrize(
    ("narration", "words"),
    [
        # those who came go where their list has no room
        (
            f"{_HELD}，市住房和城乡建设局党组成员、总工程师王一，市发展和改革委员会能源处处长李二，"
            "城西供热有限公司党委委员、副总经理赵三，城东供热有限公司副总经理孙四出席。",
            f"{_HELD}。",
        ),
        (f"周五 {_HELD}。", f"{_HELD}。"),
    ],
)
def test_the_lead_tells_what_is_held(narration: str, words: str) -> None:
    told = (Paragraph("n1", narration),)
    found = lead(Reading(msgspec.structs.replace(speech("谢谢。"), narration=told)))
    assert found is not None
    assert found.text == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "今天，我们在这里举行新闻发布会，发布全市“10大品牌”。",
            f"{_HELD}，发布全市“10大品牌”。",
        ),
        ("今天，我们举行新闻发布会，发布供热保障情况。", f"{_HELD}。"),
        ("各位好。发布全市“10大品牌”前，先作说明。", f"{_HELD}。"),
    ],
)
def test_the_lead_tells_what_is_released(said: str, words: str) -> None:
    told = (Paragraph("n1", f"{_HELD}，"),)
    source = msgspec.structs.replace(speech(said), narration=told, title="供热保障新闻发布会")
    found = lead(Reading(source))
    assert found is not None
    assert found.text == words


def test_who_was_invited_without_a_name_is_no_lead() -> None:
    paragraph = Paragraph("p1", "我们邀请三位嘉宾，向大家介绍有关情况。")
    assert lead(Reading(transcript((turn("t1", "host", "opening", (paragraph,)),)))) is None


def test_no_two_key_points_share_words() -> None:
    text = (
        "场地方面，改造提升乡镇足球场19块，新增看台座位1.6万个。"
        "票务方面，所有比赛一律免费，每场预留三成座位给外地游客。"
        "医疗方面，每场比赛配备救护车2台、医护人员不少于8名。"
    )
    cuts = [cut for point in key_points(_reading(text)) for cut in point.excerpt.cuts]
    assert cuts
    for at, one in enumerate(cuts):
        assert not any(
            one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
            for other in cuts[at + 1 :]
        )


def test_a_heading_after_a_heading_without_a_mark_is_its_own() -> None:
    paragraph = Paragraph(
        "p1", "一、调查工作任务（一）水域空间调查。以图斑为基础调查。", level=1, heading=8
    )
    reading = Reading(msgspec.structs.replace(speech(), narration=(paragraph,)))
    parts = outline(reading, (paragraph,))
    headings = [reading.text(part.heading) if part.heading else None for part in parts]
    assert headings == ["调查工作任务", "水域空间调查。"]
    assert [part.level for part in parts] == [1, 2]


@pytest.mark.parametrize(
    ("said", "question"),
    [
        # 你们 is the name that was said before
        (
            "近年来，巧家县成效明显，请介绍一下你们采取了哪些措施加强保护？",
            "近年来，巧家县成效明显，采取了哪些措施加强保护？",
        ),
        (
            "近年来，巧家县在水资源保护工作中取得了明显成效，请介绍一下你们采取了哪些行之有效的措施加强水资源的保护利用？",
            "巧家县采取了哪些行之有效的措施加强水资源的保护利用？",
        ),
        # a question that starts with 是 keeps what it asks about
        (
            "我们注意到这次评选把名特小吃列入其中，请问是基于哪些方面的考虑？",
            "这次评选把名特小吃列入其中，是基于哪些方面的考虑？",
        ),
        # 此 alone says nothing: the sentence before comes with it; who is asked goes
        (
            "日本政府今天公布了新文件，其中多处提到中国。请问中方对此作何反应？",
            "日本政府今天公布了新文件，多处提到中国。中方对此作何反应？",
        ),
        ("请问司马院长，对扰乱企业经营的现象怎么认定？", "对扰乱企业经营的现象怎么认定？"),
        # 请介绍一下 stays where nothing else asks
        ("全市将建立求贤台，请介绍一下工作情况？", "全市将建立求贤台，请介绍一下工作情况？"),
    ],
)
def test_a_question_says_what_it_asks_of_whom(said: str, question: str) -> None:
    asked = turn("t1", "journalist", "qa", (Paragraph("p1", said),))
    reading = Reading(transcript((asked,)))
    found = ask(reading, asked)
    assert found is not None
    assert found.text == question


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        # many are told by their number and the first of them
        (
            "同时，将注重后续管理，对存在弄虚作假，发生重大环境污染、生产安全、农产品质量安全、"
            "食品安全事故和舆情事件，法定代表人涉嫌刑事犯罪并被执行刑罚，被列入异常经营名录，"
            "停产一年以上等7种情形的品牌，将按照《管理办法》取消荣誉。",
            "对存在弄虚作假等7种情形的品牌，将按照《管理办法》取消荣誉。",
        ),
        # a half sentence is no line
        ("全旗储备除雪机械74台，每次遇到暴雪，全员上岗。", "全旗储备除雪机械74台。"),
    ],
)
def test_a_line_of_a_long_sentence(sentence: str, line: str) -> None:
    assert _line(sentence) == line


def test_the_first_of_several_in_one_sentence_keeps_its_number() -> None:
    reading = _reading("一是消费更趋理性，二是客源分流，去年下降12%。")
    (sentence,) = reading.sentences(reading.paragraphs["p1"])
    assert reading.excerpt([trim(reading, sentence)]).text.startswith("一是消费更趋理性，二是")
    first = next(iter(reading.clauses(sentence)))
    assert reading.excerpt([first]).text == "消费更趋理性。"


MEASURES = (
    "一是积极引才。引进学科带头人等6类人才到县级医院工作。",
    "二是用心留才。给每位专家配备科研启动经费和专用实验室。",
    "三是自主育才。选派骨干到省级医院跟班学习半年以上时间。",
)


@pytest.mark.parametrize(
    ("paragraphs", "points"),
    [
        (
            MEASURES,
            [
                "积极引才。引进学科带头人等6类人才到县级医院工作。",
                "用心留才。给每位专家配备科研启动经费和专用实验室。",
                "自主育才。选派骨干到省级医院跟班学习半年以上时间。",
            ],
        ),
        # more than there is room for are one line
        (
            (
                *MEASURES,
                *(
                    f"{n}是强化{w}。健全{w}工作机制和办法。"
                    for n, w in zip("四五六", ("保障", "服务", "监督"), strict=True)
                ),
            ),
            ["积极引才。用心留才。自主育才。强化保障。强化服务。强化监督。"],
        ),
    ],
)
def test_headings_of_an_answer_come_with_what_is_said_under_them(
    paragraphs: tuple[str, ...], points: list[str]
) -> None:
    reading = _reading(*paragraphs)
    found = answer_points(reading, tuple(reading.paragraphs.values()))
    assert [excerpt.text for excerpt in found] == points


def test_a_list_of_mottoes_is_worth_little() -> None:
    mottoes = ("一是弘扬美食文化。", "二是丰富文旅内涵。", "三是促进消费升级。")
    tasks = ("一是水域空间调查。", "二是水量和水质的调查。", "三是年度变化监测评价。")
    worths = []
    for items in (mottoes, tasks):
        reading = _reading("全市水资源调查要做好以下任务：", *items)
        (line,) = listings(reading, outline(reading, reading.paragraphs.values()))
        worths.append(line.worth)
    assert worths[0] < worths[1] / 2


def test_what_only_says_its_heading_again_goes() -> None:
    reading = _reading(
        "净土保卫战：今年以来，我市继续深入打好净土保卫战。", "（一）加强监管。检查企业309家。"
    )
    parts = announcement_parts(reading, reading.paragraphs.values())
    assert not any("继续" in point.text for part in parts for point in part.points)


def test_what_a_paper_lays_down_goes_with_its_title() -> None:
    reading = _reading(
        "一、《人才支持计划实施办法》。明确了支持政策，提出用5年时间集中支持领军人才10名左右。",
        "二、其他情况。全市新增就业岗位3200个。",
    )
    texts = [point.excerpt.text for point in key_points(reading)]
    assert any(text.startswith("《人才支持计划实施办法》明确了") for text in texts), texts


def test_the_name_of_what_follows_is_no_announcement() -> None:
    reading = _reading(
        "一、蓝天保卫战。", "（一）强化监管。检查企业309家。", "（二）持续巩固治理成果。"
    )
    parts = announcement_parts(reading, reading.paragraphs.values())
    assert [part.heading.text for part in parts if part.heading] == [
        "强化监管。",
        "持续巩固治理成果。",
    ]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("第一个亮点是赛事多，设置项目7项。", "赛事多，设置项目7项。"),
        ("第二方面，新建水厂3座。", "新建水厂3座。"),
        ("校：共建产业学院9所。", "共建产业学院9所。"),
        ("各位朋友，全市新建水厂3座。", "全市新建水厂3座。"),
        ("反过来，全市新建水厂3座。", "全市新建水厂3座。"),
        ("如：全市新建水厂3座。", "全市新建水厂3座。"),
        ("So far this season, flu is down.", "So far this season, flu is down."),
        ("So we have more beds.", "we have more beds."),
    ],
)
def test_what_goes_from_the_head_of_a_line(text: str, head: str) -> None:
    reading = _reading(text)
    (sentence,) = reading.sentences(reading.paragraphs["p1"])
    assert reading.text(trim(reading, sentence)) == head


def test_a_line_that_needs_a_name_from_before_it_is_no_headline() -> None:
    unnamed = "后来他改养了120头安格斯牛，卖了320万元。"
    points = key_points(_reading(unnamed, "全村去年养了120头安格斯牛，卖了320万元。"))
    best = min(points, key=lambda point: point.rank)
    assert best.excerpt.text.startswith("全村")


@pytest.mark.parametrize(
    ("narration", "words"),
    [
        (
            "新华社北京7月25日电（记者 李然）据晚报报道，生产形势怎么样？"
            "7月24日，国务院新闻办举行新闻发布会。",
            "7月24日，国务院新闻办举行新闻发布会。",
        ),
        (
            "全市经济运行情况。前三季度，全市生产总值619.8亿元。",
            "前三季度，全市生产总值619.8亿元。",
        ),
    ],
)
def test_the_lead_of_a_report_tells_something(narration: str, words: str) -> None:
    report = msgspec.structs.replace(
        transcript(()),
        kind="news",
        title="全市经济运行情况",
        narration=(Paragraph("p1", narration),),
    )
    found = lead(Reading(report))
    assert found is not None
    assert found.text == words


def test_a_page_s_own_words_between_speeches_make_no_point() -> None:
    said = (
        "移植病房已经全部启用，共有床位30张。",
        "住院费用由医保直接结算，不必回原籍办理。",
        "专科门诊安排在每周二上午，可以提前预约。",
    )
    reading = _reading(*said, "点击卡片预约移植门诊2次 视频48MB")
    points = [point.excerpt.text for point in key_points(reading)]
    assert points
    assert not any("卡片" in point or "48" in point for point in points)
    assert not any(fact.key for fact in reading.facts if fact.quantity.text == "48MB")
