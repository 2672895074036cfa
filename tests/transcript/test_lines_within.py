"""Lines in the midst of a speech that are none of it."""

from __future__ import annotations

import pytest

from exporter import pipeline
from exporter.transcript.model import Transcript

PAGE = """云溪市水利工作新闻发布会
主持人：各位记者朋友，大家好！请罗天成局长介绍情况。
罗天成：谢谢主持人。今年以来，全市完成水利投资18.6亿元。
{line}
下一步，我们将把管网改造延伸到每一个乡镇，请大家放心。
云溪日报记者：请问春耕用水怎么保障？
罗天成：库塘蓄水充足，今年的春耕没有问题。"""


def read(line: str) -> Transcript:
    page = pipeline.read_page("page.txt", PAGE.format(line=line).encode()).value
    [record] = pipeline.clean_page(page).value
    return pipeline.read_record(record).value


@pytest.mark.parametrize(
    "line",
    [
        "云溪发布高温黄色预警信号",
        "月嫂上门 持证上岗 不满意换到满意为止",
        "纪录短片：一粒米的旅程03:18",
        "夏季防溺水知识一览\n安全用电四步走",
        "便民热线：0870-1234567",
    ],
)
def test_a_line_that_has_nothing_to_do_with_the_speech_is_no_part_of_it(line: str) -> None:
    transcript = read(line)
    assert "延伸到每一个乡镇" in transcript.turns[1].text
    assert not any(part in transcript.turns[1].text for part in line.split("\n"))


@pytest.mark.parametrize(
    "line",
    [
        "一、主要做法",
        "主要做法和成效",
        "让管网通到每一户",
        "加快改造步伐",
        "供水保证率达到98%，",
        "办理地点：市民中心三楼\n咨询电话：0870-1234567",
        "柯恺",
        "云溪市水务局",
        "这里我请大家注意",
        "水库3座\n塘坝12口\n水窖1000口",
        "节水龙头\t1200只",
    ],
)
def test_headings_of_a_speech_lists_and_names_stay(line: str) -> None:
    said = "\n".join(f"{turn.label}{turn.text}" for turn in read(line).turns)
    assert all(part in said for part in line.split("\n"))


def test_a_speech_with_headings_of_its_own_keeps_them_all() -> None:
    headed = "下一步抓三件事。\n管网延伸到乡镇\n管网已经延伸到八个乡镇，还有四个。"
    speech = f"{headed}\n水价更加公道\n各地的水价都公开了，听证也开了。\n守住底线\n请各级不要松懈。"
    said = read(speech).turns[1].text
    assert all(part in said for part in speech.split("\n"))


def test_a_page_whose_lines_break_off_has_no_such_lines() -> None:
    wrapped = "全市新增供水能力六点七万立方米，解决了四点二万人\n的饮水问题，修了一千多口\n水窖。"
    turns = read(f"{wrapped}\n云溪发布高温黄色预警信号").turns
    assert "高温" in turns[1].text


def test_it_is_printed_apart_from_the_words_of_the_speaker() -> None:
    [heading] = read("云溪发布高温黄色预警信号").headings
    assert heading.text == "云溪发布高温黄色预警信号"


def test_the_row_of_a_table_that_names_nobody_is_a_caption() -> None:
    rows = [
        "15:01:12\t主持人\t各位记者朋友，大家好！请罗天成局长介绍情况。",
        "15:03:40\t市水利局局长 罗天成\t今年以来，全市完成水利投资18.6亿元。",
        "15:08:30\t\t发布会现场座无虚席",
        "15:09:02\t主持人\t谢谢罗局长。下面请记者朋友提问。",
        "15:09:55\t云溪电视台记者\t请问春耕用水怎么保障？",
        "15:11:20\t市水利局局长 罗天成\t库塘蓄水充足，今年的春耕没有问题。",
    ]
    page = pipeline.read_page("page.txt", "\n".join(rows).encode()).value
    transcript = pipeline.read_record(pipeline.clean_page(page).value[0]).value
    assert len(transcript.turns) == 5
    assert not any("座无虚席" in turn.text for turn in transcript.turns)
