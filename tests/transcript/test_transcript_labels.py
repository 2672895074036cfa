"""Small readings: names, offices, the words of a label."""

from __future__ import annotations

import pytest

from exporter.transcript.labels.reading import read_label
from exporter.transcript.parse import parse
from exporter.transcript.people.names import split_office, split_title_name
from tests.transcript.test_transcript_properties import record


@pytest.mark.parametrize(
    ("phrase", "title", "name"),
    [
        ("市自然资源和规划局副总督查罗雪飞先生", "市自然资源和规划局副总督查", "罗雪飞"),
        ("市政府新闻办专职副主任 张正洪", "市政府新闻办专职副主任", "张正洪"),
        ("董事长周杨", "董事长", "周杨"),
        ("曹阜洪秘书长", "秘书长", "曹阜洪"),
        ("市人大常委会曹阜洪秘书长", "市人大常委会秘书长", "曹阜洪"),
        (
            "市住房和城乡建设局党组成员、副局长铁豪娜",
            "市住房和城乡建设局党组成员、副局长",
            "铁豪娜",
        ),
        ("局长欧阳明德", "局长", "欧阳明德"),
        ("张三（市水利局副局长）", "市水利局副局长", "张三"),
        ("李强（补充）", "", "李强"),
        ("副局长 李 明", "副局长", "李明"),
        ("新闻发言人阿依古丽·买买提", "新闻发言人", "阿依古丽·买买提"),
    ],
)
def test_office_and_name_are_parted(phrase: str, title: str, name: str) -> None:
    found = split_title_name(phrase)
    assert found is not None
    assert (found.title, found.name) == (title, name)


@pytest.mark.parametrize("phrase", ["具体考量", "主要成效", "市水利局", "各位领导", "", "记者"])
def test_no_name_is_made_up(phrase: str) -> None:
    assert split_title_name(phrase) is None


@pytest.mark.parametrize(
    ("title", "org", "office"),
    [
        ("市水利局副局长", "市水利局", "副局长"),
        ("市委组织部副部长、市人社局局长", "市委组织部", "副部长、市人社局局长"),
        ("市人大常委会秘书长", "市人大常委会", "秘书长"),
        ("副市长", None, "副市长"),
        ("创业大赛参赛选手、昭阳区种植专业合作社理事长", "昭阳区种植专业合作社", "理事长"),
        ("全国人大代表、龙泉县水利局局长", "龙泉县水利局", "局长"),
        ("市政府新闻办专职副主任", "市政府新闻办", "专职副主任"),
    ],
)
def test_body_and_office_are_parted(title: str, org: str | None, office: str) -> None:
    assert split_office(title) == (org, office)


@pytest.mark.parametrize(
    ("words", "kind", "name", "outlet"),
    [
        ("云南日报记者", "reporter", "", "云南日报"),
        ("昭通市人民政府网编辑", "reporter", "", "昭通市人民政府网"),
        ("昭通市广播电视台", "outlet", "", "昭通市广播电视台"),
        ("新华社记者 李明", "reporter", "李明", "新华社"),
        ("记者（新华社）", "reporter", "", "新华社"),
        ("杨凌波回答", "name", "杨凌波", ""),
        ("主持人、市委宣传部副部长李四海", "host", "李四海", ""),
        ("记者2", "question", "", ""),
        ("网友“小鱼儿”", "question", "", ""),
        ("答", "answer", "", ""),
        ("张局长", "office", "", ""),
        ("市教育局", "body", "", ""),
    ],
)
def test_labels_are_read(words: str, kind: str, name: str, outlet: str) -> None:
    reading = read_label(words)
    assert reading is not None
    assert (reading.kind, reading.name, reading.outlet) == (kind, name, outlet)


@pytest.mark.parametrize(
    "words",
    [
        "三年来东西部协作取得成效",
        "例如",
        "其中",
        "工作如下",
        "方法",
        "时间",
        "请问局长",
        "《礼记》有云",
        "市委书记王宁说",
        "习近平总书记强调",
        "感谢记者",
        "各位记者",
        "全部",
        "总体安排有5个方面",
    ],
)
def test_words_of_a_speech_are_no_label(words: str) -> None:
    assert read_label(words) is None


@pytest.mark.parametrize("line", ["记者：王小二", "编辑：李三、王五", "责任编辑：李三"])
def test_bylines_open_no_turn(line: str) -> None:
    text = f"江州市召开新闻发布会\n{line}\n5月4日，江州市召开新闻发布会，介绍住房情况。\n{line}"
    transcript = parse(record(text)).value
    assert transcript.kind == "news"
    assert not transcript.turns


def test_a_list_of_participants_is_no_speech() -> None:
    text = (
        "主持人：王芳 市委宣传部副部长\n发布人：李强 市发改委主任\n时间：2024年5月6日\n"
        "主持人：各位好，欢迎参加发布会。\n李强：谢谢，我介绍情况。"
    )
    transcript = parse(record(text)).value
    assert [(t.speaker, t.role) for t in transcript.turns] == [
        ("王芳", "host"),
        ("李强", "spokesperson"),
    ]
    assert len(transcript.narration) == 3


def test_time_stamps_belong_to_the_label() -> None:
    text = (
        "2024-01-17 10:00:31\n主持人：\n大家好，欢迎参加发布会。\n"
        "2024-01-17 10:02:11\n江州日报记者：\n情况如何？ [10:03]"
    )
    turns = parse(record(text)).value.turns
    assert [turn.text for turn in turns] == ["大家好，欢迎参加发布会。", "情况如何？"]
    assert turns[0].label == "2024-01-17 10:00:31\n主持人："
    assert turns[1].label == "2024-01-17 10:02:11\n江州日报记者： [10:03]"


def test_one_speaker_is_one_turn_however_often_labelled() -> None:
    text = "【主持人】请介绍情况。\n【钱多多】政策稳定。\n【钱多多】变化有两个。\n【主持人】谢谢。"
    turns = parse(record(text)).value.turns
    assert [turn.speaker for turn in turns] == [None, "钱多多", None]
    assert turns[1].text == "政策稳定。\n变化有两个。"


def test_an_office_alone_means_the_one_who_holds_it() -> None:
    text = (
        "市长廖明出席发布会。\n记者：请问进展如何？\n市长：进展顺利。\n"
        "记者：还有呢？\n廖市长：没有了。\n李市长：补充一句。"
    )
    turns = parse(record(text)).value.turns
    assert [turn.speaker for turn in turns] == [None, "廖明", None, "廖明", None]


def test_two_people_of_one_surname_and_office_stay_unlinked() -> None:
    text = (
        "他们是：市教育局副局长王刚先生；市体育局副局长王强先生。\n"
        "主持人：欢迎参加发布会。谢谢王局长。\n记者：请问？\n王局长：好的，我来回答。"
    )
    transcript = parse(record(text)).value
    assert transcript.turns[-1].speaker is None
    assert all("王局长" not in person.aliases for person in transcript.people)


def test_a_document_read_out_is_a_turn_under_its_title() -> None:
    text = (
        "主持人：大家好，欢迎参加发布会。首先请工作人员宣读市政府倡议书。江州市倡议书江州地处三省之交，"
        "风光秀丽，物产丰富，人民勤劳。我们期待各位朋友前来投资兴业，共创美好未来。江州市人民政府2022年5月30日"
        "市水务局局长柯恺：谢谢主持人。我介绍情况。"
    )
    transcript = parse(record(text)).value
    assert [turn.role for turn in transcript.turns] == ["host", "reader", "spokesperson"]
    assert transcript.turns[1].text.startswith("江州地处")
    assert transcript.turns[1].text.endswith("2022年5月30日")
    assert [(h.text, h.before) for h in transcript.headings] == [("江州市倡议书", "t2")]
