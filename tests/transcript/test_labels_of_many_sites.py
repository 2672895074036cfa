"""Label forms as they stand on sites of many kinds, each over a made-up talk of four turns: who
begins, who speaks and who asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter import pipeline
from exporter.source.model import RawPage

_HEAD = (
    "云溪市供水工作新闻发布会\n发布时间：2024-06-01 来源：本站\n"
    "6月1日，云溪市政府新闻办举行新闻发布会，市水利局总工办主任柯恺介绍情况并回答提问。"
    "市政府新闻办主任石雨桐主持发布会。\n"
)
_SAID = (
    ("host", "石雨桐", "各位记者朋友，大家上午好！今天请来市水利局的同志介绍供水工作。"),
    ("speaker", "柯恺", "谢谢主持人。去年我们改造了十二座水厂，水质合格率有了提高。"),
    ("asker", "", "请问今年冬天的供水怎么保证？"),
    ("speaker", "柯恺", "入冬以前，所有外露的管道都要做一次保温，这件事已经做完了。"),
)
_OFFICE = {"石雨桐": "市政府新闻办主任", "柯恺": "市水利局总工办主任"}
Dress = Callable[[str, str, int], str]


def _colon(host: str, speaker: str, asker: str) -> Dress:
    forms = {"host": host, "speaker": speaker, "asker": asker}

    def dress(role: str, name: str, number: int) -> str:
        return forms[role].format(name=name, office=_OFFICE.get(name, ""), n=number)

    return dress


_FORMS = {
    "name, office": _colon("{name}，{office}：", "{name}，{office}：", "云溪日报记者："),
    "role (name, office)": _colon(
        "主持人（{name}，{office}）：", "发布人（{name}，{office}）：", "记者（高远，云溪日报）："
    ),
    "role: (who)": _colon("主持人：（{name}）", "答：（{name}）", "问：（云溪日报记者）"),
    "answer and who": _colon("主持人：", "A {name}｜", "Q 云溪日报｜"),
    "role, who, a line each": _colon("主持人：{name}\n", "{name}：", "提问人：云溪日报记者\n"),
    "name before body and office": _colon("主持人：", "{name}总工办主任：", "云溪日报记者："),
    "body·name": _colon("市政府新闻办·{name}：", "市水利局·{name}：", "云溪日报记者："),
    "body and name": _colon("主持人：", "市水利局{name}：", "云溪日报记者："),
    "name (clock)": _colon("{name}(00:0{n}:21)：", "{name}(00:0{n}:21)：", "记者(00:0{n}:21)："),
    "asking line": _colon("主持人 {name}\n", "{office} {name}\n", "云溪日报记者提问\n"),
    "office——name": _colon("{office}——{name}：", "{office}——{name}：", "记者A："),
    "deed (name, office)": _colon(
        "主持（{name}，{office}）：", "发布（{name}，{office}）：", "问（云溪日报）："
    ),
    "a mark for who asks": _colon("◆ {office}{name}  ", "◆ {office}{name}  ", "◇ 云溪网  "),
    "mark and (outlet)": _colon("◎{name}：", "◎{name}：", "◎（云溪日报记者）"),
    "letter｜name office": _colon("{name}：", "A ｜{name} {office}\n", "Q ｜云溪都市\n"),
    "paper in marks, asks": _colon("主持人：\n", "{name}答：\n", "《晚晴》高远问：\n"),
}


def _turns(page: RawPage) -> list[tuple[str, str | None, str]]:
    (record,) = pipeline.clean_page(page).value
    turns = pipeline.read_record(record).value.turns
    return [(turn.role, turn.speaker, turn.text) for turn in turns]


@pytest.mark.parametrize("form", _FORMS)
def test_a_form_tells_who_speaks(form: str) -> None:
    lines = [_FORMS[form](role, name, n) + words for n, (role, name, words) in enumerate(_SAID)]
    page = pipeline.read_page("x.txt", (_HEAD + "\n".join(lines) + "\n").encode()).value
    found = _turns(page)
    assert [words for *_, words in found] == [words for *_, words in _SAID]
    assert [role for role, *_ in found] == ["host", "spokesperson", "journalist", "spokesperson"]
    assert [found[1][1], found[3][1]] == ["柯恺", "柯恺"]


_TALK = (
    (
        "Jo Hale",
        "Good morning, everyone, and thank you for coming. We will start with a statement.",
    ),
    ("Marian Holt", "Thank you. Over two years we have rebuilt 41 miles of sea wall."),
    ("", "When will the northern section be finished?"),
    ("Marian Holt", "It will be done by October. The contractor pays if it is late."),
    ("", "And what about renters?"),
    ("Marian Holt", "We set aside 40 million dollars for renters last month."),
)
_TOP = (
    "Transcript: Briefing on the sea wall\n4 June 2024\nThe briefing was held at the Harbour "
    "Centre with Marian Holt, Commissioner of Water. Jo Hale moderated.\n"
)
_ENGLISH = {
    "wide blank": lambda who, _: f"{who or 'Reporter':<24}",
    "bar": lambda who, _: f"{who or 'Kim Ward'} | {'Commissioner' if who else 'Channel Nine'}: ",
    "clock, then name": lambda who, n: f"[00:0{n}:21] {who or 'Reporter'}\n",
    "answer and name": lambda who, _: f"{f'Answer – {who}' if who else 'Question'}: ",
    "the office": lambda who, _: {"Marian Holt": "The Commissioner: ", "": "Q: "}.get(
        who, "Host: "
    ),
    "numbered question": lambda who, n: f"{who}: " if who else f"Q{n}. ",
    "initials": lambda who, _: f"{''.join(w[0] for w in who.split()) if who else 'Q'} ",
}


@pytest.mark.parametrize("form", _ENGLISH)
def test_an_english_form_tells_who_speaks(form: str) -> None:
    lines = [_ENGLISH[form](who, n) + words for n, (who, words) in enumerate(_TALK)]
    page = pipeline.read_page("x.txt", (_TOP + "\n".join(lines) + "\n").encode()).value
    found = _turns(page)
    assert [words for *_, words in found] == [words for _, words in _TALK]
    assert [role == "journalist" for role, *_ in found] == [not who for who, _ in _TALK]
    assert [name for _, name, words in found if "rebuilt" in words] == ["Marian Holt"]


@pytest.mark.parametrize("answer", ["", "<strong>Holt:</strong> "])
def test_bold_paragraphs_that_ask_are_turns(answer: str) -> None:
    asked = ("Do you expect wages to slow?", "Was it unanimous?", "What about July?")
    pairs = "".join(f"<p><strong>{q}</strong></p><p>{answer}All but one agreed.</p>" for q in asked)
    body = f"<h1>Statement with Q&amp;A</h1><p>Marian Holt, President of the Bank</p>{pairs}"
    page = pipeline.read_page("x.html", f"<html><body>{body}</body></html>".encode()).value
    found = _turns(page)
    assert [words for role, _, words in found if role == "journalist"] == list(asked)
    assert all(name == "Marian Holt" for role, name, _ in found if role != "journalist" and answer)


def test_bold_questions_of_a_leaflet_are_no_turns() -> None:
    pairs = "".join(
        f"<p><b>{q}</b></p><p>At the desk.</p>"
        for q in ("How?", "Where do I pay?", "Who may come?")
    )
    page = pipeline.read_page(
        "x.html", f"<html><body><h1>Your permit</h1>{pairs}</body></html>".encode()
    ).value
    assert _turns(page) == []


def test_an_office_for_a_field_is_no_name() -> None:
    office = "SECRETARY FOR FINANCIAL SERVICES"
    talk = f"{office}: Good morning.\nREPORTER: Why?\n{office}: We must.\n"
    page = pipeline.read_page("x.txt", f"Transcript of a briefing\n{talk}".encode()).value
    assert {name for _, name, _ in _turns(page)} == {None}


def _kind_and_turns(name: str, text: str) -> tuple[str, list[tuple[str, str | None, str]]]:
    (record,) = pipeline.clean_page(pipeline.read_page(name, text.encode()).value).value
    transcript = pipeline.read_record(record).value
    return transcript.kind, [(turn.role, turn.speaker, turn.text) for turn in transcript.turns]


def test_headings_with_a_colon_over_told_prose_are_no_labels() -> None:
    kind, turns = _kind_and_turns(
        "x.txt",
        "海州暴雨致百余条道路积水\n2024-07-08 来源：海州晚报\n7月8日，海州遭遇今年以来最强降雨。\n"
        "市水务局局长：泵站全部开启\n市水务局局长柯恺介绍，四十八座泵站从凌晨起全部开启。\n"
        "“我们预置了移动泵车。”柯恺说。\n市民：希望提前收到提醒\n家住城南的李女士告诉记者，她的车泡在了水里。\n",
    )
    assert kind == "news"
    assert [words for _, _, words in turns] == ["我们预置了移动泵车。"]


def test_a_reply_in_a_parliament_is_of_whom_its_head_names() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "立法會七題：水價\n以下是今日在立法會會議上易嘉琳議員的提問和水務局局長盧柏年的書面答覆：\n"
        "問題：\n有意見指水價過高，政府會否檢討？\n答覆：\n主席：\n就易嘉琳議員的提問，現答覆如下：我們會在今年內檢討。\n",
    )
    assert [name for _, name, _ in found] == [None, "盧柏年"]
    _, found = _kind_and_turns(
        "x.txt",
        "LCQ7: Water\nFollowing is a question by the Hon Karen Yik and a written reply by the "
        "Secretary for Water, Dr Lo Pak-nin, in the Legislative Council today (May 8):\n"
        "Question:\nWill the Government review the price?\n"
        "Reply:\nPresident,\nWe will, within this year.\n",
    )
    assert [name for _, name, _ in found] == ["Karen Yik", "Lo Pak-nin"]


def test_a_field_or_a_surname_before_an_office_is_no_name() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "議會會議紀錄\n主席　王委員育棠\n主席：現在開會，請部長說明。\n"
        "薛部長瑞明：（9時15分）主席、各位委員，好。\n"
        "主席：請局長。\n【衛生局長】我補充一下。\n薛部長瑞明：謝謝局長。\n",
    )
    assert {name for _, name, _ in found} <= {"王育棠", "薛瑞明", None}
    assert found[1][1:] == ("薛瑞明", "主席、各位委員，好。")


def test_who_asks_between_rows_of_stacked_cells() -> None:
    rows = (
        ("省厅厅长<br>邱明远", "咖啡种了一百二十万亩。"),
        ("岭西通讯", "出口怎么样？"),
        ("邱明远", "增长了四成。"),
        ("主持人", "谢谢大家。"),
    )
    cells = "".join(
        f"<tr><td>10:0{n}</td><td>{w}</td><td>{s}</td></tr>" for n, (w, s) in enumerate(rows)
    )
    _, found = _kind_and_turns(
        "x.html", f"<html><body><h2>见面会</h2><table>{cells}</table></body></html>"
    )
    assert [words for _, _, words in found] == [words for _, words in rows]


def test_lines_that_announce_stay_where_a_reporters_line_stands_over_a_question() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "云溪市举行山地马拉松新闻发布会\n发布时间：2024-05-30 来源：云溪发布\n"
        "5月30日，云溪市举行新闻发布会。\n"
        "市体育局局长柯恺致辞\n山地马拉松今年是第八届，路线有了调整。\n"
        "赛事组委会秘书长石雨桐介绍赛事情况\n今年报名的人数达到八千人。\n"
        "云溪日报记者提问\n请问赛道的补给点有几个？\n"
        "赛事组委会秘书长石雨桐回答\n一共设了十八个补给点。\n",
    )
    assert [name for _, name, _ in found] == ["柯恺", "石雨桐", None, "石雨桐"]


def test_a_nickname_inside_a_name_and_a_list_of_topics() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "Press Briefing\n4 June 2024\nREGION: SHIPPING IN THE STRAIT\nDEPARTMENT STAFFING\n"
        'William "Bill" Hale: Good afternoon. The buses run until midnight.\n'
        "Reporter: And the cost?\nMargaret (Peggy) Sloan: Twelve million dollars.\n"
        'Reporter: When?\nWilliam "Bill" Hale: In July.\n',
    )
    names = [name for role, name, _ in found if role != "journalist"]
    assert names == ['William "Bill" Hale', "Margaret (Peggy) Sloan", 'William "Bill" Hale']
    assert len(found) == 5


def test_a_host_who_says_more_than_farewell_answers_the_last_question() -> None:
    (record,) = pipeline.clean_page(
        pipeline.read_page(
            "x.txt",
            "例行新闻发布会\n主持人石雨桐：各位记者，大家好，下面请提问。\n云溪日报记者：请问运费会不会涨？\n"
            "石雨桐：这里要区分清楚，绿色通道的政策不受假期影响，普通货车按照原来的标准收费，各地不得加收。"
            "今天的发布会就到这里，再见！\n".encode(),
        ).value
    ).value
    first, asked, last = pipeline.read_record(record).value.turns
    assert (first.answers, last.answers) == (None, asked.id)


def test_who_signs_an_answer_in_the_line_below_it_answers_that_and_no_other() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "云溪市民生问答\n发布时间：2024-06-01\n问：供水什么时候改造完？\n答：年底前完成，已经完成八成。\n"
        "（市水利局局长 柯恺）\n问：学校够不够？\n答：新建学校十二所，新增学位一万个。\n"
        "（市教育局局长 石雨桐）\n",
    )
    assert [name for _, name, _ in found] == [None, "柯恺", None, "石雨桐"]


def test_an_outlet_in_a_bracket_asks_and_a_text_message_too() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "市水利局局长柯恺做客热线\n主持人：大家好。\n柯恺：各位听众好。\n【彭博】提问（英译中）\n"
        "水价会不会涨？\n柯恺：今年不会。\n短信尾号3306：怎么申请？\n柯恺：到街道窗口就可以。\n",
    )
    roles = [role for role, _, _ in found]
    assert roles == ["host"] + ["spokesperson", "journalist"] * 2 + ["spokesperson"]
    assert {name for _, name, _ in found} <= {None, "柯恺"}


def test_bold_headings_that_ask_within_a_labelled_speech_are_part_of_it() -> None:
    body = (
        "<h1>Press briefing</h1><p>JO HALE: Good morning.</p><p><b>Why does it matter?</b></p>"
        "<p>Because of the cost, said the chair.</p><p>MARIAN HOLT: Thank you.</p>"
        "<p><b>What have we built?</b></p><p>A sea wall.</p><p>JO HALE: Thanks, all.</p>"
    )
    _, found = _kind_and_turns("x.html", f"<html><body>{body}</body></html>")
    assert [name for _, name, _ in found] == ["Jo Hale", "Marian Holt", "Jo Hale"]
    assert found[0][2].endswith("the cost, said the chair.")


def test_what_those_present_do_is_nobody_and_who_acts_holds_his_office() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "Press briefing\n4 June 2024\n(Minister) In the autumn.\n(Harbour News, Hale) When?\n"
        "(Laughter) Really, when?\n(Minister) In October.\n(Reuters) And the cost?\n"
        "(Minister) Twelve million.\n",
    )
    assert {name for _, name, _ in found} == {None, "Hale"}
    _, found = _kind_and_turns(
        "x.txt",
        "Press briefing\nMinister (Acting) Bo Lin: Hello.\nReporter: When?\nBo Lin: Soon.\n",
    )
    assert [name for _, name, _ in found] == ["Bo Lin", None, "Bo Lin"]


def test_a_speech_that_quotes_others_stays_one() -> None:
    kind, found = _kind_and_turns(
        "x.txt",
        "Statement by the Minister\n4 June 2024\nMinister Jo Hale: Good morning. “We will build,” "
        "said Tom Birch last week. “We will pay,” said Ann Reed of the council. “We will stay,” "
        "said Marian Holt of the water board. I agree with them all. Thank you.\n",
    )
    assert (kind, [name for _, name, _ in found]) == ("transcript", ["Jo Hale"])


def test_who_asks_below_an_announced_speech_is_no_part_of_it() -> None:
    _, found = _kind_and_turns(
        "x.txt",
        "海州市举行发布会\n2024-05-30 来源：海州发布\n市体育局局长柯恺介绍情况\n今年报名八千人。\n"
        "海州日报记者提问\n补给点有几个？\n市体育局副局长石雨桐回答\n一共设了十八个。\n",
    )
    assert [name for _, name, _ in found] == ["柯恺", None, "石雨桐"]


def test_whom_the_host_calls_up_does_not_host() -> None:
    _, found = _kind_and_turns(
        "x.txt", "海州市发布会\n主持人 下面请李梅芳：大家好。\n柯恺：谢谢主持人。\n李梅芳：再见。\n"
    )
    assert ("host", "李梅芳") not in [(role, name) for role, name, _ in found]


_TWO_HOSTS = """云溪市供水工作新闻发布会
发布时间：2024-06-01 来源：本站
6月1日，云溪市政府新闻办举行新闻发布会。发布环节由党政办主任柳岸主持，答问环节由宣传部部长石雨桐主持。
主持人：各位媒体朋友，大家好，我是柳岸。现在请市水利局总工办主任柯恺发布。
柯恺：去年我们改造了十二座水厂，水质合格率有了提高。
主持人：好的，接过话筒。请记者提问。
云溪日报记者：请问今年冬天的供水怎么保证？
柯恺：入冬以前，所有外露的管道都要做一次保温。
主持人：答问就到这里，谢谢各位。
"""


def test_a_host_is_named_by_his_own_words_and_not_where_two_preside() -> None:
    page = pipeline.read_page("x.txt", _TWO_HOSTS.encode()).value
    hosts = [who for role, who, _ in _turns(page) if role == "host"]
    assert hosts == ["柳岸", None, None]


def test_a_host_says_his_body_and_name() -> None:
    opening = "主持：各位朋友，下午好。我是县委宣传部汪楚安，今天由我主持。请柯主任先说。\n"
    lines = ["柯恺：去年改造了十二座水厂。", "记者：冬天怎么办？", "柯恺：管道都做保温。"]
    lead = _HEAD.partition("，市水利局")[0] + "。\n"
    page = pipeline.read_page("x.txt", (lead + opening + "\n".join(lines)).encode())
    assert _turns(page.value)[0][:2] == ("host", "汪楚安")


def test_an_advertisement_in_brackets_is_nobody() -> None:
    text = (
        _HEAD + "[广告] 优质种子火热预订中\n“管道都保温了，”市水利局总工办主任柯恺说，“请放心。”\n"
    )
    page = pipeline.read_page("x.txt", text.encode()).value
    assert "广告" not in [who for _, who, _ in _turns(page)]
