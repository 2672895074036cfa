"""Decoding: the same characters from every encoding, or an error with its offset."""

from __future__ import annotations

import pytest

from exporter.errors import SourceError
from exporter.source.read import decode, kind_of

SIMPLIFIED = (
    "3月5日，临沧市人民政府新闻办公室召开新闻发布会。"
    "主持人：各位记者朋友，大家上午好！欢迎参加今天的发布会。"
)
TRADITIONAL = (
    "三月五日，運輸署署長會見傳媒。署長：各位好，我們會繼續與社會各界聯絡。記者：請問何時開始？"
)
DECLARED = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-32"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-8"),
    ],
)
def test_every_encoding_gives_the_same_characters(text: str, codec: str) -> None:
    page = DECLARED.format("utf-8", text)
    assert decode("a.html", page.encode(codec)).value.text == page
    if codec not in ("utf-16-le", "utf-16-be"):  # without ASCII and mark nothing tells them
        assert decode("a.txt", text.encode(codec)).value.text == text


def test_gb18030_declared_as_gb2312_keeps_its_rare_characters() -> None:
    page = DECLARED.format("gb2312", SIMPLIFIED + "姒清政、䶮、朱镕基")
    outcome = decode("a.html", page.encode("gb18030"))
    assert outcome.value.text == page
    assert outcome.value.encoding == "gb18030"
    assert outcome.notices == ()


def test_a_wrong_declaration_is_noticed() -> None:
    outcome = decode("a.html", DECLARED.format("utf-8", SIMPLIFIED).encode("gbk"))
    assert [n.code for n in outcome.notices] == ["source.declared-otherwise"]
    assert outcome.notices[0].params == {"declared": "utf-8", "encoding": "gb18030"}


@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xed\xa0\x80", b"\xe4\xbd"])
def test_a_bad_byte_is_an_error_with_its_offset(bad: bytes) -> None:
    before = SIMPLIFIED.encode()
    with pytest.raises(SourceError) as caught:
        decode("a.txt", before + bad + SIMPLIFIED.encode())
    assert caught.value.code == "source.undecodable"
    assert caught.value.params["offset"] == str(len(before))
    assert caught.value.params["path"] == "a.txt"


def test_a_bad_byte_in_gbk_is_an_error_with_its_offset() -> None:
    before = (SIMPLIFIED * 3).encode("gbk")
    with pytest.raises(SourceError) as caught:
        decode("a.txt", before + b"\xff" + SIMPLIFIED.encode("gbk"))
    assert caught.value.params["offset"] == str(len(before))


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04" + b"x" * 50, b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", bytes(range(32)) * 20],
)
def test_a_binary_file_is_an_error(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        decode("a.zip", data)
    assert caught.value.code == "source.binary"


def test_a_stray_zero_byte_is_no_binary_file() -> None:
    assert "\x00" in decode("a.txt", (SIMPLIFIED * 3 + "\x00。").encode()).value.text


def test_an_empty_file_is_an_empty_page() -> None:
    assert decode("a.txt", b"").value.text == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><p>a", "html"),
        ("<html><body>文字", "html"),
        ("<div><p>第一段，</p><p>第二段。</p></div>", "html"),
        ('<p id="x"></p>\n<td></td>\n' + SIMPLIFIED * 4, "text"),
        ('前文，<p 5"="" style="x;">后文。' + SIMPLIFIED, "text"),
        (SIMPLIFIED, "text"),
        ("", "text"),
    ],
)
def test_kind_is_told_by_where_the_tags_stand(text: str, kind: str) -> None:
    assert kind_of(text) == kind
