"""The whole verb: the seeds, the properties that hold for any page, and pages that are bad."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Cleaner
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.messages import render
from exporter.source.captions import captions
from exporter.source.clean import clean
from exporter.source.model import HOLE, CleanText, PageKind, RawPage
from exporter.source.phrases import BARE_CLASSES, BLOCK_CLASSES, FURNITURE_LINES, SECTIONS, Cue
from exporter.source.punctuation import restore
from exporter.source.read import decode

SEEDS = Path(__file__).parents[2] / "seeds"
ZHAOTONG, QUZHOU = "000_9639f3bb049e7fe2.txt", "004_589898bb6b70e58a.txt"


def seed(name: str) -> tuple[str, tuple[CleanText, ...]]:
    page = decode(name, (SEEDS / name).read_bytes()).value
    return page.text, clean(page).value


def test_the_ten_records_of_the_first_seed() -> None:
    _, found = seed(ZHAOTONG)
    data = [record.metadata for record in found]
    assert [(d.event_date, d.published_date, d.read_count) for d in data] == [
        ("2024-07-29", "2024-07-29", 278),
        ("2024-06-28", "2024-06-29", 159),
        ("2024-04-25", "2024-04-25", 185),
        ("2024-04-12", "2024-04-12", 212),
        ("2024-02-23", "2024-02-23", 996),
        ("2023-09-21", "2023-09-21", 2188),
        ("2023-04-20", "2023-04-20", 2348),
        (None, "2022-07-07", 0),
        ("2022-06-24", "2022-06-27", 4053),
        ("2022-05-30", "2022-06-01", 7859),
    ]
    assert [bool(record.text) for record in found] == [True] * 7 + [False] + [True] * 2


def test_the_titles_of_the_first_seed() -> None:
    _, found = seed(ZHAOTONG)
    assert [record.metadata.title for record in found] == [
        "第七届“赢在昭通”创新创业大赛新闻发布会",
        "昭通市2024年生态文明建设系列新闻发布会第二场：矿山整治修复专题新闻发布会",
        "《昭通市乡村清洁条例》新闻发布会",
        "昭通市2024年度生态文明建设系列新闻发布会首场：昭通市水资源保护专题新闻发布会",
        "昭通市着力加强品牌建设 打造新时代“昭通印象”新闻发布会",
        "“有一种叫云南的生活”·印象昭通专场新闻发布会",
        "《昭通市文明行为促进条例》新闻发布会",
        None,
        "昭通市争当全省“生态保护修复排头兵”2022年系列新闻发布会（第二场）：打好污染防治攻坚战专场发布会",
        "昭通市委人才工作新闻发布会（“昭聚英才 通达未来—打造人才集聚的区域新高地”）",
    ]


@pytest.mark.parametrize(
    "noise", ["发布会现场", "摄影)", "摄影）", "box-sizing", "适老版", "\u00a0", "答记者问", "  "]
)
def test_the_noise_of_the_first_seed_is_gone(noise: str) -> None:
    _, found = seed(ZHAOTONG)
    assert [record.metadata.published_date for record in found if noise in record.text] == []


def test_what_is_genuine_in_the_first_seed_stays() -> None:
    _, found = seed(ZHAOTONG)
    text = "\n".join(record.text for record in found)
    for words in ("新闻发布市水利局副局长 柯恺", "回答记者提问", "提问环节结束", "昭通求贤书"):
        assert words in text
    assert (
        text.count("各位领导、各位来宾、各位媒体记者朋友们：") == 2
    )  # once in each of two records
    assert text.count("登陆“昭通求贤台”") == 2  # a sentence that is said twice


def test_the_tampered_seed() -> None:
    page = decode(QUZHOU, (SEEDS / QUZHOU).read_bytes()).value
    outcome = clean(page)
    (found,) = outcome.value
    assert found.text.startswith(f"9月13日下午，中共{HOLE}委举行“‘浙’十年·衢州”主题新闻发布会。\n")
    assert found.text.endswith("胜利召开。谢谢！")
    assert "365" not in found.text
    assert "h4sia" not in found.text
    assert [found.text[m.start : m.end] for m in found.marks] == [HOLE]
    assert found.metadata.issuer == "中共衢州市委"
    assert found.metadata.fields["文件编号"] == ""
    (notice,) = outcome.notices
    assert found.notices == outcome.notices
    assert notice.code == "source.tampered-issuer"
    assert notice.params["proposal"] == "衢州市"
    assert notice.params["issuer"] == "中共衢州市委"
    assert found.metadata.title is not None
    assert found.metadata.title in notice.params["evidence"]
    assert notice.span is not None
    assert page.text[notice.span.start : notice.span.end].startswith("日博365")
    assert "衢州市" in render(notice, "zh")


@pytest.mark.parametrize("name", [ZHAOTONG, QUZHOU])
def test_the_seeds_replay_and_their_spans_hold(name: str) -> None:
    source, found = seed(name)
    assert "".join(record.replay() for record in found) == source
    for record in found:
        assert list(restore(record.text)) == []
        for edit in record.ledger:
            assert source[edit.start : edit.end] == edit.before
            assert edit.rule
            assert edit.reason
        spans = record.source_map().spans(0, len(record.text)) if record.text else ()
        kept = "".join(source[span.start : span.end] for span in spans)
        assert kept.count("昭通") == record.text.count("昭通")


SNIPPETS = (
    "4月12日,昭通召开新闻发布会。\n",
    "张正洪:女士们、先生们,大家好!",
    "昭通新闻网\n\n2024-07-29\n\n278\n",
    "来源:新华社 发布时间:2024-07-29 阅读:3\n",
    "发布会现场",
    "人民网记者现场提问(记者 赵嘉 摄影)",
    "日博365备用网址_365bet娱乐app",
    '<p 5"="" style="x: y;">',
    "<div class='nav'><a>首页</a></div>",
    "<p>第一段,好。</p>",
    "<table><tr><td>甲</td><td>乙:</td></tr></table>",
    "</div>",
    "<!--",
    "-->",
    "<script>",
    "&nbsp;&lt;&#xD800;&amp;",
    "首页 > 新闻 | 发布",
    "協(xié)會",
    '“十四五"规划“',
    "\u00a0\u3000 \t\r\n",
    "\x00\u200b\ud800\u202e",
    "3:2,1,200(GDP)...",
    "责任编辑:孙七\n",
    "甲乙丙丁戊己庚辛壬癸,子丑寅卯辰巳午未申酉戌亥。" * 2,
)
PAGES = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=12), max_size=14).map("".join)


@settings(max_examples=80, deadline=None)
@given(PAGES, st.sampled_from(["text", "html"]))
def test_any_page_is_cleaned_replays_and_is_partitioned(text: str, kind: PageKind) -> None:
    found = clean(RawPage("p", text, "utf-8", kind, "0")).value
    assert "".join(record.replay() for record in found) == text
    assert [r.start for r in found] == [0, *(r.end for r in found[:-1])]
    for record in found:
        assert record.text == record.text.strip()
        assert "\n\n" not in record.text
        at = record.start
        for edit in record.ledger:
            assert at <= edit.start <= edit.end <= record.end
            assert text[edit.start : edit.end] == edit.before
            at = edit.end
        for mark in record.marks:
            assert 0 <= mark.start < mark.end <= len(record.text)
        for span in record.metadata.spans.values():
            assert 0 <= span.start <= span.end <= len(text)


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_a_clean_text_has_nothing_left_to_restore(text: str) -> None:
    for record in clean(RawPage("p", text, "utf-8", "text", "0")).value:
        if record.language != "en":
            assert list(restore(record.text)) == []


DEEP = 100_000
MANY = 20_000
BAD: dict[str, str] = {
    "deep": "<html><body>" + "<div>" * DEEP + "4月12日，召开新闻发布会。",
    "deep inline": "<html><body>" + "<b>" * DEEP + "文字，好。" + "</b>" * DEEP,
    "deep cells": "<html><body>" + "<table><tr><td>" * MANY + "文字，好。",
    "closers": "</div>" * MANY,
    "one line": "".join(f"第{i}项工作，成效：明显；" for i in range(20_000)),
    "spam only": "日博365备用网址_365bet娱乐app_365bet备用在线" * 5_000,
    "no text": "<html><body><div></div></body></html>",
    "nothing": "",
    "nested comments": "<html><body><!-- a <!-- b --> c --> 文字，好。",
    "open comments": "<html>" + "<!--" * MANY,
    "entity bomb": '<!DOCTYPE l [<!ENTITY a "&a;&a;&a;">]><html><body>' + "&a;&amp;" * MANY,
    "surrogates": "<html><body>昭通\ud800召开\udfff新闻发布会，好。",
    "controls": "昭通\x00召开\x01新闻\u202e发布会\u200d。",
    "brackets": "(" * MANY,
    "quotes": "“" * MANY,
    "open tags": '<a "' * MANY,
    "open attributes": '<a b="x' * MANY,
    "angles": "<" * MANY,
    "pipes": "|" * MANY,
    "steps": "> " * MANY,
    "fields": "来源：" * MANY,
    "footers": "2024-01-01\n1\n新闻网\n" * 3_000,
    "periods": ("甲乙丙丁，" * 10 + "\n") * 5_000,
    "deeds": "提问" * MANY,
    "credits": "(记者摄" * MANY,
    "styles": "a{" * MANY,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_bad_page_is_a_page(name: str, kind: PageKind, records: Cleaner) -> None:
    assert records(BAD[name], kind)


def test_a_page_of_nothing_but_spam_is_an_empty_record_and_noticed() -> None:
    outcome = clean(RawPage("p", BAD["spam only"], "utf-8", "text", "0"))
    assert [record.text for record in outcome.value] == [""]
    assert [notice.code for notice in outcome.notices] == ["source.spam-only"]


def test_what_is_left_of_a_page_of_spam_goes_too(records: Cleaner) -> None:
    body = (
        "<p>亚博体育官网是一家专业的在线娱乐平台，注册送彩金，欢迎下载app。</p>"
        "<p>新葡京娱乐城提供真人荷官、老虎机、百家乐。</p>"
    )
    (found,) = records(f"<html><body><div>{body}</div></body></html>", "html")
    assert found.text == ""
    genuine = "<p>5月4日，市政府召开发布会。</p>"
    (found,) = records(f"<html><body><div>{body}{genuine}</div></body></html>", "html")
    assert "5月4日，市政府召开发布会。" in found.text


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("deep", "html", "source.deep"),
        ("controls", "text", "source.unseen"),
        ("surrogates", "html", "source.unseen"),
        ("no text", "html", "source.empty"),
        ("nothing", "text", "source.empty"),
    ],
)
def test_what_is_odd_about_a_page_is_noticed(name: str, kind: PageKind, code: str) -> None:
    outcome = clean(RawPage("a.html", BAD[name], "utf-8", kind, "0"))
    assert [notice.code for notice in outcome.notices] == [code]
    for language in ("en", "zh"):
        assert "a.html" in render(outcome.notices[0], language)


@pytest.mark.parametrize(
    "cue", FURNITURE_LINES + BLOCK_CLASSES + BARE_CLASSES + SECTIONS, ids=lambda cue: cue.example
)
def test_each_cue_matches_its_example(cue: Cue) -> None:
    whole = re.fullmatch(cue.pattern, cue.example)
    assert whole if cue in FURNITURE_LINES else re.search(cue.pattern, cue.example, re.IGNORECASE)
    assert cue.reason


@pytest.mark.parametrize(
    "text",
    [
        "7月9日，嘉陵区召开新闻发布会。应急局局长木子出席。区委网信办主任春晓主持发布会。\n"
        "区委网信办主任春晓\n各位",
        "10月22日，凤山县召开发布会，石头介绍情况，县委宣传部副部长罗朝阳主持发布会。\n"
        "县委宣传部副部长 罗朝阳 各位来宾",
    ],
)
def test_the_lead_telling_who_presides_is_no_caption(text: str) -> None:
    assert list(captions(text)) == []


def test_a_caption_of_its_own_before_the_label_that_repeats_it_goes() -> None:
    caption = "县委副部长张正洪主持新闻发布会。\n"
    found = list(captions(f"标题\n{caption}县委副部长张正洪：女士们"))
    assert [(change.start, change.end) for change in found] == [(3, 3 + len(caption))]
