"""Boxes of an HTML page between the paragraphs of a speech: the site's own go, a speaker's stay."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
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
