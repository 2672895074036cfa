"""Boxes of an HTML page between the paragraphs of a speech: the site's own go, a speaker's stay."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import RawPage
from exporter.source.read import decode

HEAD = "<h1>海州市新闻发布会</h1><p>5月10日，海州市召开新闻发布会。</p>"
ABOVE = "<p>市民政局局长柯恺：谢谢主持人。食堂建了18家，老人都能吃上饭。</p>"
BELOW = "<p>今年再建18家，请大家放心。</p><p>主持人：发布会到此结束，再见！</p>"


def text(box: str) -> str:
    page = f"<html><body><div>{HEAD}{ABOVE}{box}{BELOW}</div></body></html>"
    (record,) = clean(decode("page.html", page.encode()).value).value
    return record.text


@pytest.mark.parametrize(
    "box",
    [
        '<div class="ad-slot">溪边的小路</div>',
        '<div class="newsletter-signup">溪边的小路</div>',
        '<div class="wx-qrcode"><p>溪边的小路</p></div>',
        '<div class="wp-caption"><p class="wp-caption-text">溪边的小路铺好了。</p></div>',
        '<div class="video-player"><span>溪边的小路</span></div>',
        '<div class="tag-list"><span>溪边</span></div>',
        '<p class="editor">溪边的小路</p>',
        '<div role="complementary">溪边的小路</div>',
        '<ul><li><a href="/1">溪边的小路通到山顶</a></li><li><a>山里的水又清又凉了</a></li></ul>',
    ],
)
def test_a_box_of_the_site_goes(box: str) -> None:
    assert text(box) == text("")


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ('<div class="video-text">溪边的小路铺好了。</div>', "铺好了"),
        ('<div class="tags-host">主持人：</div>', "主持人：\n"),
        ('<p><a href="/1">《海州市养老服务条例》</a></p>', "条例"),
        ('<p><a href="/1">海州市民政局总经济师 田野</a></p>', "田野"),
        ("<ul><li><a>市民政局总经济师田野</a></li><li><a>市民政局李梅</a></li></ul>", "田野"),
        ('<p><a href="/1">请大家记住12345这个号码。</a></p>', "12345"),
        ('<p>网址是<a href="/1">溪边的小路通到了山顶</a>，欢迎查询。</p>', "山顶"),
    ],
)
def test_what_may_be_said_stays(box: str, said: str) -> None:
    assert said in text(box)


_TALK = (
    "<p>主持人：各位好，请柯局长介绍情况。</p><p>柯恺：谢谢。全市新增供水3.5亿立方米。</p>{}"
    "<p>海州日报记者：水价涨不涨？</p><p>柯恺：今年不涨，请大家放心。</p><p>主持人：谢谢。</p>"
)


def _text(body: str) -> str:
    page = f"<html><body><div class=w><h1>海州市供水新闻发布会</h1>{body}</div></body></html>"
    [record] = clean(RawPage("a.html", page, "utf-8", "html", "0")).value
    assert record.replay() == page
    return record.text


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        ("<div class=ad7>海州银行惠民贷利率低至三字头</div>", False),
        ("<div class=zt>直击台风“白鹭”登陆全过程</div>", False),
        # a label, a heading, a sentence, a box without a class
        ("<div class=sp>市水利局局长柯恺</div>", True),
        ("<div class=sp>柯恺</div>", True),
        ("<div class=hd>记者提问环节</div>", True),
        ("<div class=hd>二、下一步的工作</div>", True),
        ("<div class=tx>明年还会再建两座水库。</div>", True),
        ("<div>直击台风“白鹭”登陆全过程</div>", True),
    ],
)
def test_a_box_alone_with_its_class_between_paragraphs_is_the_sites(box: str, stays: bool) -> None:
    words = box.split(">")[1].split("<")[0]
    assert (words in _text(_TALK.format(box))) == stays


def test_boxes_of_one_class_label_what_is_said() -> None:
    named = "<div class=s>水利 阿依古丽·买买提</div>"
    text = _text(_TALK.format(named * 3))
    assert text.count("阿依古丽") == 3


def test_a_cell_across_a_table_of_speeches_is_the_sites() -> None:
    row = "<tr><th>柯恺</th><td>今年新增供水3.5亿立方米。</td></tr>"
    across = "<tr><td colspan=2>24小时服务热线：0999-5550188</td></tr>"
    part = "<tr><td colspan=2>现场提问环节</td></tr>"
    text = _text(f"<table>{row * 3}{across}{part}{row * 2}</table>")
    assert "热线" not in text
    assert "现场提问环节" in text
    figures = "<tr><td>造林</td><td>32万亩</td></tr>"
    assert "单位" in _text(f"<table>{figures * 5}<tr><td colspan=2>单位：万亩</td></tr></table>")


@pytest.mark.parametrize(
    ("linked", "stays"),
    [
        ('<a href="/a/b.html">海州市发布高温黄色预警信号</a>', False),
        ('<a href="/a/b.html">他在水库边住了三十年</a>', False),
        ('<a href="#p2">海州市发布高温黄色预警信号</a>', True),
        ('<a href="/a/b.html">市水利局局长柯恺</a>', True),
        ('<a href="/a/b.html">海州日报记者田野</a>', True),
        ('<a href="/a/b.html">柯恺</a>', True),
        ('<a href="/a/b.html">水价今年不涨，请放心。</a>', True),
        ('见<a href="/a/b.html">海州市发布高温黄色预警信号</a>', True),
    ],
)
def test_a_paragraph_that_is_one_link_is_the_sites(linked: str, stays: bool) -> None:
    words = linked.split('">')[1].split("<")[0]
    assert (words in _text(_TALK.format(f"<p>{linked}</p>"))) == stays
