"""Pages with a DOM: the article found, the rest removed with a reason, marks and spans exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Cleaner

from exporter.source.clean import clean
from exporter.source.dom import attributes
from exporter.source.model import CleanText, RawPage
from exporter.source.read import decode
from exporter.source.tokens import tokens

PAGES = Path(__file__).parent / "pages"
BODY = (
    "<p>3月5日，临沧市人民政府新闻办公室召开“茶产业”新闻发布会。</p>"
    "<p>主持人 李梅：各位记者朋友，大家好！</p><p>李刚：谢谢主持人。2023年产值达1,200万元。</p>"
)
PLAIN = (
    "3月5日，临沧市人民政府新闻办公室召开“茶产业”新闻发布会。\n"
    "主持人 李梅：各位记者朋友，大家好！\n李刚：谢谢主持人。2023年产值达1,200万元。"
)


def page(name: str, records: Cleaner) -> CleanText:
    (found,) = records((PAGES / name).read_text(encoding="utf-8"), "html")
    return found


def test_a_government_page(records: Cleaner) -> None:
    found = page("meta_table.html", records)
    assert found.text.split("\n") == [
        "3月15日上午，温州市人民政府新闻办公室在温州市人民大会堂召开温州市“稳外贸”专题新闻发布会。",
        "主持人 王五：",
        "各位记者朋友，大家上午好！今天发布会的主题是“稳外贸”。2022年出口总额达1,234.5亿元，同比增长12.3%。",
        "时间\t发言人\t内容",
        "10:05\t赵六\t谢谢主持人。下面我介绍一下有关情况。",
        "记者 ：请问下一步有什么打算？",
        "协会将继续努力。谢谢！",
    ]
    data = found.metadata
    assert data.title == "温州市“稳外贸”专题新闻发布会实录"
    assert (data.event_date, data.published_date) == ("2023-03-15", "2023-03-17")
    assert (data.publisher, data.read_count) == ("温州市人民政府新闻办", 1024)
    assert (data.venue, data.issuer) == ("温州市人民大会堂", "温州市人民政府新闻办公室")
    assert (data.index_number, data.fields["文号"]) == ("001-2023-5", "")


def test_marks_of_a_page_are_in_its_clean_text(records: Cleaner) -> None:
    found = page("meta_table.html", records)
    marked = [(mark.kind, found.text[mark.start : mark.end]) for mark in found.marks]
    assert marked == [
        ("strong", "主持人 王五："),
        ("cell", "时间"),
        ("cell", "发言人"),
        ("cell", "内容"),
        ("cell", "10:05"),
        ("cell", "赵六"),
        ("cell", "谢谢主持人。下面我介绍一下有关情况。"),
        ("strong", "记者 "),
    ]


def test_an_english_page_keeps_its_punctuation(records: Cleaner) -> None:
    found = page("english.html", records)
    assert found.language == "en"
    assert found.text.split("\n")[1:] == [
        "MS. SMITH: Good afternoon, everyone. I have two items, then I'll take your questions.",
        "First: the program, which started in 2021, has reached 1,234 towns (about 40%).",
        "Q Thank you. Can you tell us more? Is it true?",
        'MS. SMITH: Yes, it\'s true: we said so "last week".',
    ]
    assert found.metadata.title == "Press Briefing, March 5, 2024"
    assert (found.metadata.event_date, found.metadata.venue) == ("2024-03-05", "Briefing Room A")


def test_a_page_laid_out_with_tables_in_traditional_chinese(records: Cleaner) -> None:
    found = page("table_layout.html", records)
    assert found.language == "zh-Hant"
    assert found.text.split("\n") == [
        "以下為運輸署署長陳大文今日（三月五日）會見傳媒的談話全文：",
        "署長：各位好。協會發展得很好，朱提（shū shí）銀是有名的。我們會繼續與社會各界聯絡。",
        "記者：請問何時開始？",
        "署長：明年一月。多謝大家。",
    ]
    assert found.metadata.title == "運輸署署長會見傳媒談話全文"
    assert found.metadata.published_date == "2024-03-05"
    assert found.metadata.event_date == "2024-03-05"


def test_a_live_text_with_a_mobile_copy(records: Cleaner) -> None:
    found = page("live.html", records)
    assert found.text.count("欢迎出席青海省生态环境新闻发布会") == 1
    assert "推荐" not in found.text
    data = found.metadata
    assert data.title == "青海省生态环境新闻发布会"
    assert (data.event_date, data.published_date) == ("2021-12-30", "2022-01-02")
    assert (data.publisher, data.read_count) == ("青海省人民政府网", 88)


AROUND = [
    '<div class="nav"><a>首页</a><a>新闻</a><a>政务</a></div>{}',
    "<nav><ul><li><a>首页</a></li></ul></nav>{}",
    '{}<div id="footer"><p>版权所有：临沧市人民政府，未经许可，不得转载。</p></div>',
    "{}<footer><p>地址：临沧市。电话：0883-2123456</p></footer>",
    '<div class="breadcrumb">您的位置：首页 &gt; 新闻</div>{}',
    '{}<ul class="related"><li>某市召开会议，部署工作。</li></ul>',
    "{}<div><h3>相关新闻</h3><ul><li><a>某市召开会议，部署工作。</a></li></ul></div>",
    '<div style="display:none">澳门新葡京官网，注册送彩金。</div>{}',
    '<div style="position:absolute; left:-9999px">博彩公司，老虎机。</div>{}',
    "{}<div hidden><p>隐藏的文字，看不见。</p></div>",
    '<script>var a = "<p>脚本里的文字，看不见。</p>";</script>{}',
    '{}<script type="application/json">{"text": "各位记者朋友，大家好！"}</script>',
    "<style>p {margin: 0}</style>{}<noscript>请启用脚本，谢谢。</noscript>",
    '{}<div class="mobile-only">' + BODY + "</div>",
    "{}<div>" + BODY + "</div>",
    "<h1>茶产业发布会</h1>{}<p>联系我们</p><div><h1>茶产业发布会</h1>" + BODY + "</div>",
    "<!-- 注释，<p>看不见。</p> -->{}",
    '{}<div class="share">分享到：<a>微信</a></div>',
    "{}<p>责任编辑：孙七</p>",
    '{}<p class="img-caption">李梅主持发布会，现场气氛热烈。</p>',
    "{}<figure><img><figcaption>李梅介绍情况，记者认真听。</figcaption></figure>",
    '{}<div class="sidebar"><p>热点，一二三。</p></div>',
    "<form><input><button>搜索，一下。</button></form>{}",
    "{}<p><a>上一篇：某市召开会议，部署工作。</a></p><p><a>下一篇：无</a></p>",
    "<table><tr><td>{}</td></tr></table>",
    "<div><div><div>{}</div></div></div>",
    '<div class="header"><h1>茶产业发布会</h1><p>来源：新华社</p></div>{}',
    '<div class="header"><a>首页</a><h1>临沧市政府</h1><a>新闻</a></div>{}',
    "{}<div><p>地址：临沧市临翔区 邮编：677000</p><p>网站标识码：5309000001</p></div>",
    "<center><font size=3>{}</font></center>",
]


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_the_article_goes(around: str, records: Cleaner) -> None:
    inner = f'<div class="article">{BODY}</div>'
    source = "<html><body>" + around.replace("{}", inner, 1) + "</body></html>"
    (found,) = records(source, "html")
    assert found.text == PLAIN
    assert all(edit.rule and edit.reason for edit in found.ledger)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>一，\n    二。</p>", "一，二。"),
        ("<p>See, the\n  mayor.</p>", "See, the mayor."),
        ("<p>甲<b>乙</b>，<i>丙</i>。</p>", "甲乙，丙。"),
        ("甲，乙。<br>丙，丁。<br/><br/>戊。", "甲，乙。\n丙，丁。\n戊。"),
        ("<p>甲，乙。<p>丙，丁。", "甲，乙。\n丙，丁。"),
        ("<ul><li>甲，一。<li>乙，二。</ul>", "甲，一。\n乙，二。"),
        ("<p>A&amp;B，&lt;甲&gt;&nbsp;乙&#12290;</p>", "A&B，<甲> 乙。"),
        ("<table><tr><td><p>甲，</p></td><td></td><td>丙。</td></tr></table>", "甲，\t\t丙。"),
        ("<ruby>衢<rt>qú</rt></ruby>州，好。", "衢州，好。"),
        ('<p title="a>b">甲，乙。</p>', "甲，乙。"),
        ('<p 5"="" style="x;">甲，乙。</p>', "甲，乙。"),
        ('<p><span class="who">甲：</span><span class="of">乙，</span>丙。</p>', "甲： 乙，丙。"),
        ("<p><span>甲，</span><span>乙。</span></p>", "甲，乙。"),
        ("<p>甲，a<b，乙。</p>", "甲，a<b，乙。"),
        ("<p>甲，<!-- <!-- 注 -->乙。</p>", "甲，乙。"),
        ("<p>甲，乙。<!-- 未完", "甲，乙。"),
    ],
)
def test_text_is_rendered_as_a_reader_sees_it(body: str, text: str, records: Cleaner) -> None:
    (found,) = records(f"<html><body>{body}</body></html>", "html")
    assert found.text == text


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5", "utf-16"])
def test_one_page_in_every_encoding_gives_one_text(codec: str) -> None:
    source = (PAGES / "table_layout.html").read_text(encoding="utf-8")
    data = source.encode(codec, "xmlcharrefreplace")
    found = clean(decode("a.html", data).value).value[0]
    plain = clean(RawPage("a.html", source, "utf-8", "html", "0")).value[0]
    assert found.text == plain.text
    assert found.metadata.title == plain.metadata.title


def test_everything_hidden_is_better_than_nothing(records: Cleaner) -> None:
    (found,) = records(f'<html><body style="display:none">{BODY}</body></html>', "html")
    assert found.text == PLAIN


def test_attributes_are_read_as_written() -> None:
    written = ' Class="a b" id=\'x\' hidden data-n=5 title="A &amp; B" 5"=""'
    assert attributes(written) == {
        "class": "a b",
        "id": "x",
        "hidden": "",
        "data-n": "5",
        "title": "A & B",
        "5": "",
    }


@pytest.mark.parametrize("source", ["", "<", "a<b", "<p", "<!--", "<script>x", "</", "<p>a</p>b"])
def test_tokens_partition_the_page(source: str) -> None:
    found = list(tokens(source))
    assert "".join(source[token.start : token.end] for token in found) == source


TAMPERED = (
    "<p>9月13日下午，中共{spam}委举行“浙里十年”主题新闻发布会。</p><p>高屹：感谢提问，衢州市发展很快。"
    "市委书记很重视。</p><p>记者：请问衢州市有哪些举措？</p>"
)


def test_a_title_and_a_sentence_tampered_with() -> None:
    source = (
        "<html><head><title>日博365备用网址_澳门新葡京-衢州市“浙里十年”新闻发布会_衢州市人民政府</title>"
        "</head><body>"
        + TAMPERED.replace("{spam}", "日博365备用网址_365bet娱乐app")
        + "</body></html>"
    )
    outcome = clean(RawPage("a.html", source, "utf-8", "html", "0"))
    (found,) = outcome.value
    assert found.metadata.title == "衢州市“浙里十年”新闻发布会"
    assert found.text.startswith("9月13日下午，中共（原文此处被篡改）委举行")
    assert [notice.params["proposal"] for notice in outcome.notices] == ["衢州市"]


def test_a_hidden_link_in_a_word_leaves_no_hole(records: Cleaner) -> None:
    link = '<a href="x" style="display:none">日博365</a>衢州市'
    (found,) = records(f"<html><body>{TAMPERED.replace('{spam}', link)}</body></html>", "html")
    assert found.text.startswith("9月13日下午，中共衢州市委举行")
    assert found.marks == ()


def article(day: int, name: str) -> str:
    return (
        f"<article><h2>{name}专题新闻发布会</h2>"
        f"<p>来源：临沧日报 发布时间：2024-03-{day:02} 浏览：{day}</p>"
        f"<p>3月{day}日上午，临沧市人民政府新闻办公室召开{name}专题新闻发布会，介绍今年以来的工作情况。</p>"
        f"<p>主持人 李梅：各位记者朋友，大家好！欢迎参加{name}专题新闻发布会。</p>"
        f"<p>李刚：谢谢主持人。今年以来，全市{name}产业产值达到12亿元，同比增长{day}%。</p></article>"
    )


def test_several_articles_on_one_page_are_records(records: Cleaner) -> None:
    body = "".join(article(day, name) for day, name in ((5, "茶叶"), (6, "咖啡"), (8, "坚果")))
    head = "<head><title>新闻发布会_临沧市政府网</title></head>"
    page = f"<html>{head}<body><div>{body}</div></body></html>"
    found = records(page, "html")
    assert [record.metadata.title for record in found] == [
        "茶叶专题新闻发布会",
        "咖啡专题新闻发布会",
        "坚果专题新闻发布会",
    ]
    assert [record.metadata.published_date for record in found] == [
        "2024-03-05",
        "2024-03-06",
        "2024-03-08",
    ]
    assert [record.metadata.read_count for record in found] == [5, 6, 8]
    assert all(record.text.startswith("3月") for record in found)
    assert "".join(record.replay() for record in found) == page


def test_one_article_with_fields_above_and_below_is_one_record(records: Cleaner) -> None:
    below = "<p>来源：临沧日报 发布时间：2024-03-05 浏览：5</p>"
    (found,) = records(f"<html><body>{article(5, '茶叶')}{below}</body></html>", "html")
    assert found.metadata.title == "茶叶专题新闻发布会"


def test_a_comment_that_is_never_closed_ends_with_the_next_tag(records: Cleaner) -> None:
    page = f"<html><body><p>开头的话。</p><!-- 分享按钮 <div>{BODY}</div></body></html>"
    (found,) = records(page, "html")
    assert found.text == f"开头的话。\n{PLAIN}"


def test_who_speaks_above_the_article_stays(records: Cleaner) -> None:
    """As the State Department prints it: heading, speaker, place and day above the article."""
    head = "<h1>Port Briefing – May 3, 2024</h1><div class='meta'><p>Press Briefing</p>"
    head += "<p>Jo Hale, Port Spokesperson</p><p>Harbour City</p></div>"
    said = "".join(f"<p><b>MS HALE:</b> The {day} berth is open again.</p>" for day in range(4))
    menu = "<ul><li><a href='/a'>Home</a></li><li><a href='/b'>Offices</a></li></ul>"
    (found,) = records(f"{menu}{head}<div class='entry'>{said}</div>", "html")
    assert "Jo Hale, Port Spokesperson" in found.text.split("\n")
    assert "Offices" not in found.text
