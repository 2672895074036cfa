"""Prose, stamps and headlines of the page beside its speeches: none of them is spoken; made up."""

from __future__ import annotations

import pytest

from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record


def read(text: str) -> Transcript:
    return parse(record(text)).value


def said(text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in read(text).turns]


def narrated(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).narration]


def test_what_a_report_tells_between_speeches_is_its_own_prose() -> None:
    text = (
        "市教育局局长石雨桐、副局长柯恺出席。\n石雨桐：今年新建学校12所。\n"
        "石雨桐表示，下一步将扩大供给。\n去年投入8亿元。\n柯恺：补贴照发。\n柯恺还介绍，明年提高。"
    )
    assert said(text) == [("石雨桐", "今年新建学校12所。"), ("柯恺", "补贴照发。")]
    assert narrated(text)[1:] == [
        "石雨桐表示，下一步将扩大供给。",
        "去年投入8亿元。",
        "柯恺还介绍，明年提高。",
    ]


def test_a_speaker_may_tell_of_another() -> None:
    text = "主持人：开始吧。\n石雨桐：今年建了学校。\n专家柯恺表示，这很好。\n主持人：谢谢。"
    assert said(text)[1][1] == "今年建了学校。\n专家柯恺表示，这很好。"


def test_stamps_in_lines_of_their_own_are_not_spoken() -> None:
    text = (
        "女士们、先生们，大家好！欢迎出席发布会。下面，请市教育局局长石雨桐女士作介绍。\n"
        "2025-07-17 15:00:34\n大家好！今年新增学位100万个。谢谢！\n2025-07-17 15:10:34\n"
        "谢谢石雨桐女士。现在进入提问环节。\n2025-07-17 15:11:20\n云溪日报记者：明年呢？"
    )
    assert [words for _, words in said(text)][1:3] == [
        "大家好！今年新增学位100万个。谢谢！",
        "谢谢石雨桐女士。现在进入提问环节。",
    ]


@pytest.mark.parametrize(
    "words",
    ["大家好，今年丰收。", "各位网友，下午好。", "主持人好！很高兴来。", "女士们、先生们，早。"],
)
def test_who_hails_behind_his_name_speaks(words: str) -> None:
    text = f"主持人：大家上午好。\n石雨桐：{words}"
    assert said(text) == [(None, "大家上午好。"), ("石雨桐", words)]


def test_who_welcomes_and_answers_alone_calls_for_questions_himself() -> None:
    text = (
        "【石雨桐】：\n各位记者朋友：\n大家下午好，欢迎参加例行发布会。\n下面请提问。\n"
        "【云溪日报记者】：\n出口如何？\n【石雨桐】：\n出口增长。"
    )
    assert [speaker for speaker, _ in said(text)] == ["石雨桐", None, "石雨桐"]


def test_a_headline_with_an_office_and_a_colon_is_no_label() -> None:
    text = (
        "云溪市长：已采取措施防汛 有险情及时公布\n云溪市政府举行记者招待会。\n"
        "云溪市市长石雨桐表示，全市无人伤亡。"
    )
    assert said(text) == []
    assert said("记者：汛情如何？\n市长：无人伤亡。")[1] == (None, "无人伤亡。")


def test_the_line_that_tells_of_the_conference_ends_the_last_speech() -> None:
    closing = "2018年5月8日，云溪外办发言人柯恺主持例行记者会。"
    text = f"记者：出口如何？\n柯恺：出口增长。\n{closing}"
    assert said(text)[-1] == ("柯恺", "出口增长。")
    assert narrated(text)[-1] == closing


def test_a_deed_of_the_lead_is_nobodys_name() -> None:
    text = (
        "市防汛办主任柯恺主持并通报情况，市水利局局长石雨桐出席。\n柯恺：\n大家好。先由我通报。"
        "下面请石雨桐局长介绍。\n石雨桐：\n蓄水3亿立方米。"
    )
    found = read(text)
    assert [(person.name, person.role) for person in found.people] == [
        ("柯恺", "host"),
        ("石雨桐", "spokesperson"),
    ]


def test_an_arrow_points_to_the_first_label() -> None:
    lead = "今天，市卫健委主任石雨桐、市民政局副局长柯恺介绍情况。来看实录"
    text = f"{lead}↓石雨桐：新增6例。柯恺：全力保障。"
    assert said(text) == [("石雨桐", "新增6例。"), ("柯恺", "全力保障。")]


def test_who_presents_the_guests_first_is_the_host() -> None:
    text = (
        "柯恺\n各位媒体朋友，大家好！今天请来了市水利局局长石雨桐。\n石雨桐\n蓄水3亿立方米。\n"
        "云溪日报记者\n请问汛情如何？\n石雨桐\n总体平稳。\n柯恺\n谢谢大家。"
    )
    assert [turn.role for turn in read(text).turns] == [
        "host",
        "spokesperson",
        "journalist",
        "spokesperson",
        "host",
    ]


def test_a_host_may_have_a_nickname() -> None:
    text = "[主持人小敏]各位网友大家好。\n[石雨桐]大家好。\n[主持人]谢谢。"
    assert [speaker for speaker, _ in said(text)] == ["小敏", "石雨桐", "小敏"]


def test_a_label_over_a_headline_and_a_report_is_a_heading() -> None:
    text = (
        "发言人石雨桐：\n案件降一成\n作为发言人的石雨桐，通报了情况。\n"
        "副总队长柯恺：\n球票首埋芯片\n柯恺介绍，球票用实名制。\n"
        "发言人石雨桐：要熟悉业务。\n发言人柯恺：要了解需要。"
    )
    assert said(text) == [("石雨桐", "要熟悉业务。"), ("柯恺", "要了解需要。")]
    assert "球票首埋芯片" in narrated(text)


def test_a_rank_is_part_of_the_office() -> None:
    text = "主持人：下面请石雨桐介绍。\n省自然资源厅副厅长级干部石雨桐：大家好！山绿了。"
    assert said(text)[1][0] == "石雨桐"
    assert read(text).turns[1].office == "省自然资源厅副厅长级干部"
