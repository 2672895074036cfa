"""Quotations of news prose under the right names: over paragraphs, in clauses, by office."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse


def read(text: str) -> Transcript:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return parse(record).value


def said(text: str) -> list[tuple[str | None, str]]:
    report = read(text)
    assert report.kind == "news"
    return [(turn.speaker, turn.text) for turn in report.turns]


LEAD = "本报讯 7月3日，海州市政府新闻办举行新闻发布会，市水利局局长柯恺介绍了有关情况。\n"
LEAD_TW = "（海州社記者江小魚海州3日電）海州市水利局局長柯愷今天舉行記者會，介紹水庫情況。\n"


def test_a_quotation_over_paragraphs_is_one_turn() -> None:
    text = (
        f"{LEAD}柯恺说：“今年的雨来得早。\n“水库都查过了。\n“请大家放心。”\n"
        "市民江小鱼听完点了点头。“今晚能睡个好觉。”她说。\n"
    )
    assert said(text) == [
        ("柯恺", "今年的雨来得早。\n水库都查过了。\n请大家放心。"),
        ("江小鱼", "今晚能睡个好觉。"),
    ]


def test_a_quotation_over_paragraphs_is_whose_name_follows_it() -> None:
    text = f"{LEAD}市民江小鱼问起渔船。\n“渔船昨天都回来了。\n“船东们很配合。”柯恺说。\n"
    assert said(text) == [("柯恺", "渔船昨天都回来了。\n船东们很配合。")]
    assert read(text).turns[0].paragraphs[1].text == "船东们很配合。"


def test_a_quotation_over_english_paragraphs_is_one_turn() -> None:
    text = (
        "Mayor Jo Hale met the press on Friday.\n\n"
        "“The rain came early and it came hard,” Hale said. “We have checked every dam twice.\n\n"
        "“Nobody should drive through water.\n\n“We will brief you again tomorrow.”\n"
    )
    assert said(text) == [
        ("Jo Hale", "The rain came early and it came hard,"),
        (
            "Jo Hale",
            "We have checked every dam twice.\nNobody should drive through water.\n"
            "We will brief you again tomorrow.",
        ),
    ]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # a programme's name in marks stands in the attribution
        (
            "柯恺今天在“2030海州访谈”节目中回应称，“这个建议很好，我们正在研究怎么改。”\n",
            ("柯恺", "这个建议很好，我们正在研究怎么改。"),
        ),
        # the wire's own way to say who said it
        (
            "“水库既要‘蓄得住’，也要‘放得出’，一座都不能马虎”。柯恺3日作出如上表述。\n",
            ("柯恺", "水库既要‘蓄得住’，也要‘放得出’，一座都不能马虎"),
        ),
        (
            "柯恺提到，要感谢的人很多，首先是感谢媒体记者，“没有你们，预警传不出去”。\n",
            ("柯恺", "没有你们，预警传不出去"),
        ),
    ],
)
def test_attributions_of_mainland_reports(prose: str, expected: tuple[str, str]) -> None:
    assert said(LEAD + prose) == [expected]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # his clauses go on, with whom he asks in the last
        (
            "水利局局長柯愷表示雨量偏多，更直言請市民「先看好自己間屋先！」\n",
            ("柯愷", "先看好自己間屋先！"),
        ),
        # what he does as he speaks
        (
            "水利局局長柯愷今晚受訪證實表示，水庫不放水，「這是防汛需要，不必驚慌」。\n",
            ("柯愷", "這是防汛需要，不必驚慌"),
        ),
        # a clause that begins with the quotation
        (
            "「我們都相信水庫的安全、堤防的安全」，柯愷說，有了預警，撤離來得及。\n",
            ("柯愷", "我們都相信水庫的安全、堤防的安全"),
        ),
        # the surname alone, as in Hong Kong, and a clause without a subject
        (
            "外界關注水位，但柯就三緘其口，僅透露巡查已完成，「已經同嗰位同事交代晒」。\n",
            ("柯愷", "已經同嗰位同事交代晒"),
        ),
        (
            "柯指出，雨勢已減弱，「我哋會繼續睇住水位，大家放心」。\n",
            ("柯愷", "我哋會繼續睇住水位，大家放心"),
        ),
    ],
)
def test_attributions_of_traditional_reports(prose: str, expected: tuple[str, str]) -> None:
    assert said(LEAD_TW + prose) == [expected]


@pytest.mark.parametrize(
    "prose",
    [
        "「海州防汛演練」，柯愷說，下週舉行。\n",  # a title
        "柯愷表示會推廣「海州水庫安全周」，並請市民參加「開放日」。\n",
    ],
)
def test_titles_in_marks_are_no_speech(prose: str) -> None:
    assert said(LEAD_TW + prose) == []


def test_a_surname_of_two_people_names_nobody() -> None:
    prose = "海州市副市長柯青也到場。柯青沒有發言。\n柯指出，「我哋會繼續睇住水位，大家放心」。\n"
    assert said(LEAD_TW + prose) == [(None, "我哋會繼續睇住水位，大家放心")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Dent also: no name ends in the al of also
        (
            "Harbour Sheriff Mark Dent met the press.\n\nDent also met the crews.\n\n"
            "“It is still a fluid situation here,” Dent said.\n",
            [("Mark Dent", "It is still a fluid situation here,")],
        ),
        # words that open a sentence are no given names
        (
            "Harbour Chief Ann Roe spoke. Before Roe left, Addressing Tarn was the aim.\n\n"
            "“It is a good day for us,” Roe said.\n",
            [("Ann Roe", "It is a good day for us,")],
        ),
        # she is whose words the paragraph before reports
        (
            "Mayor Ann Roe and Chief Carl Dent met the press.\n\n"
            "Before Dent spoke, Roe said she trusts him.\n\n"
            "“He can lead us through this,” she said.\n",
            [("Ann Roe", "He can lead us through this,")],
        ),
        # but nobody is guessed where somebody else told it
        (
            "Mayor Ann Roe and Chief Carl Dent met the press.\n\n"
            "The clerk said the chief told all about Jo Hale.\n\n"
            "“It was an honest report,” he said.\n",
            [(None, "It was an honest report,")],
        ),
        # an official whom the page doesn't name in full
        (
            "Mayor Ann Roe met the press.\n\nA trustee brought the figures along. "
            "“We are not behind the others,” he said.\n",
            [(None, "We are not behind the others,")],
        ),
        (
            "Mayor Ann Roe met the press.\n\n“The quay opens in May,” the mayor said.\n",
            [("Ann Roe", "The quay opens in May,")],
        ),
        (
            "Mayor Ann Roe wrote to the town.\n\n"
            '"Now is the time to rebuild," Roe\'s statement reads.\n',
            [("Ann Roe", "Now is the time to rebuild,")],
        ),
        # whom he met said nothing
        (
            "The bank's deputy governor Rod Vane met the press.\n\n"
            "“The number is not good news,” said Vane after a meeting with Minister Al Moss.\n\n"
            "“We hold on to our goal for the year”.\n",
            [
                ("Rod Vane", "The number is not good news,"),
                ("Rod Vane", "We hold on to our goal for the year"),
            ],
        ),
        # a mark is missing: the next opens a quotation and closes none
        (
            'Mayor Ann Roe met the press.\n\n"By charter it is for others, Roe said. '
            '"I do not believe he should go."\n',
            [(None, "I do not believe he should go.")],
        ),
    ],
)
def test_attributions_of_english_reports(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(text) == expected


def test_an_office_in_small_letters_is_the_speakers() -> None:
    text = (
        "The bank's deputy governor Rod Vane met the press.\n\n"
        "“The number is not good news,” Vane said.\n"
    )
    (turn,) = read(text).turns
    assert (turn.role, turn.office) == ("spokesperson", "deputy governor")


def test_a_line_of_the_foot_is_no_speech_of_a_report() -> None:
    text = (
        "Mayor Ann Roe met the press in the town hall on Friday to speak of the new quay.\n\n"
        "“The quay opens in May,” Roe said. “It is on time, and it is within its budget.”\n\n"
        "Our Principles: Trust and Care.\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Ann Roe", "Ann Roe"]


def test_a_statement_taken_over_from_another_medium_is_its_speakers() -> None:
    statement = "目前水库水位都在汛限水位以下，堤防也没有险情，请市民放心。"
    text = f"防汛快讯\n据海州新闻微博11月21日消息，海州市水利局局长柯恺：{statement}\n"
    assert said(text) == [("柯恺", statement)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # whom he blames is named, and doesn't speak
        (
            "市議員石雨桐開會時在場。石雨桐繼續揶揄，柯愷上任三個月就蓋了七座水庫，「誰來付錢？」"
            "他不滿表示，國道淹水時，柯愷卻不在，「做水利是長久的，別只看今年」。\n",
            [("石雨桐", "誰來付錢？"), ("石雨桐", "做水利是長久的，別只看今年")],
        ),
        # who answers behind the question didn't ask it
        (
            "3日開會，議員石雨桐也在場。議員石雨桐總質詢，忍不住表示三天睡不著，他酸問"
            "「這是真的嗎？」柯愷一度說不出話，只能苦笑。\n",
            [("石雨桐", "這是真的嗎？")],
        ),
        # she is who began, whatever else she tells of
        (
            "議長石雨桐到場。議長石雨桐在主席台也忍不住補充表示，過去柯愷當局長時，市府三天就給，"
            "「現在一個月拿不到，很不可思議」，她說，議員有責任監督。\n",
            [("石雨桐", "現在一個月拿不到，很不可思議")],
        ),
        # the words go on behind the colon's quotation
        (
            "柯愷在訪問中表示：「我哋初步睇咗一啲紀錄，位置大致確定」，但仍需調查。\n",
            [("柯愷", "我哋初步睇咗一啲紀錄，位置大致確定")],
        ),
    ],
)
def test_whose_quotation_it_is_where_others_are_named(
    prose: str, expected: list[tuple[str, str]]
) -> None:
    assert said(LEAD_TW + prose) == expected


def test_the_name_before_a_quotation_goes_before_the_one_behind_it() -> None:
    prose = "柯恺说，“水库都查过了。”市民江小鱼说，“今晚能睡个好觉。”\n"
    expected = [("柯恺", "水库都查过了。"), ("江小鱼", "今晚能睡个好觉。")]
    assert said(LEAD + prose) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Yann Moss met the press.\n\n“They block every drain,” the President said.\n",
            [("Yann Moss", "They block every drain,")],
        ),
        (
            "Deputy Police Spokesperson ACP Polly Moss met the press.\n\n"
            "“Two people were rescued,” Moss said.\n",
            [("Polly Moss", "Two people were rescued,")],
        ),
        (
            "Ann Roe, a member of the board, said the report is due in May, and the rest follows "
            '"once we have all the facts."\n',
            [("Ann Roe", "once we have all the facts.")],
        ),
        (
            "Chair Jo Hale spoke.\n\nHale was asked whether President Yann Moss is to blame.\n\n"
            '"Give us some more time," she said.\n',
            [("Jo Hale", "Give us some more time,")],
        ),
        # a dateline is no label
        (
            "Harbour, TARN: Most towns are under water, and the roads are cut off.\n\n"
            "The host was regional police commander Noah Moss.\n\n"
            "“We want early warnings.” Said the Regional Police Commander at the office.\n",
            [("Noah Moss", "We want early warnings.")],
        ),
    ],
)
def test_offices_ranks_and_datelines_of_english_reports(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # the press asks, whoever answers behind it
        (
            "媒体追问柯恺“会觉得失望吗？”柯恺则说“不会，我们准备好了。”\n",
            [(None, "会觉得失望吗？"), ("柯恺", "不会，我们准备好了。")],
        ),
        # nothing but a time before the name
        (
            "等到结束后柯恺起身时才说了一句“我好寂寞啊！”\n",
            [("柯恺", "我好寂寞啊！")],
        ),
        # a verb without a subject goes on
        (
            "柯恺受访时表示，希望问真正懂的人，也强调“知道分机，就不用拨总机了！”\n",
            [("柯恺", "知道分机，就不用拨总机了！")],
        ),
        # a stranger behind his back
        (
            "柯恺上了车。望着柯恺离去的背影，一位同行感叹道：“总算没白等啊。”\n",
            [(None, "总算没白等啊。")],
        ),
    ],
)
def test_the_press_a_stranger_or_he_himself(
    prose: str, expected: list[tuple[str | None, str]]
) -> None:
    assert said(LEAD + prose) == expected


def test_a_name_that_begins_with_a_small_word_is_one_persons() -> None:
    text = (
        "Mayor Bill de Blom met the press.\n\nDe Blom added some figures.\n\n"
        "“We are about to open the quay,” de Blom told the crowd.\n"
    )
    assert said(text) == [("Bill de Blom", "We are about to open the quay,")]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        # the paragraph reports his words, and the clause before the quotation tells of nobody
        (
            "柯恺说，堤防都加固了。涨水以后，“我们比往年多派了四个班。”\n",
            [("柯恺", "我们比往年多派了四个班。")],
        ),
        (
            "柯恺说，堤防都加固了。目前水位已回落，“我们的目标是让下游的市民都放心”。\n",
            [("柯恺", "我们的目标是让下游的市民都放心")],
        ),
        # several sentences, closed outside of the marks
        (
            "柯恺说，水位与安全分不开。“没有谁比我们更盼望水位回落。巡查一天也不能停”。\n",
            [("柯恺", "没有谁比我们更盼望水位回落。巡查一天也不能停")],
        ),
        # of whom others speak says nothing himself
        (
            "柯恺说，堤防都加固了。\n柯恺的表现给人留下了印象。“他很冷静，很淡定。”\n",
            [(None, "他很冷静，很淡定。")],
        ),
    ],
)
def test_whose_words_the_paragraph_above_reports(
    prose: str, expected: list[tuple[str | None, str]]
) -> None:
    assert said(LEAD + prose) == expected
