"""Pages in gzip, MHTML and WARC: read where they stand, and nothing but pages."""

from __future__ import annotations

import gzip
import io
import sys
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exporter.batch import archives, unpacking, wrapped
from exporter.batch.archives import is_archive, open_archive
from exporter.batch.sources import find_sources, read_bytes
from exporter.errors import SourceError
from tests.conftest import Command

HTML = "<html><head><title>云州市发布会</title></head><body><p>投资3亿元。</p></body></html>"
PAGE = HTML.encode()


def answer(address: str, body: bytes, kind: str = "text/html; charset=utf-8", **more: str) -> bytes:
    """A record of a WARC file: what the server said and the page."""
    lines = [f"HTTP/1.1 {more.pop('status', '200 OK')}", f"Content-Type: {kind}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    http = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    heads = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {address}",
        "WARC-Date: 2024-01-01T00:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http)}",
    )
    return "\r\n".join(heads).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"


ANSWERS = [
    answer("http://a.gov.cn/", b"first"),
    answer("http://a.gov.cn/art/1.do?id=1&p=2", PAGE),
    answer("http://a.gov.cn/pic.png", b"\x89PNG", "image/png"),
    answer("http://a.gov.cn/gone.html", b"gone", status="404 Not Found"),
    answer("http://a.gov.cn/robots.txt", b"User-agent: *", "text/plain"),
    answer("http://a.gov.cn/packed", gzip.compress(PAGE), Content_Encoding="gzip"),
    answer("http://a.gov.cn/parts", b"5\r\nfirst\r\n0\r\n\r\n", Transfer_Encoding="chunked"),
    answer("http://a.gov.cn/", b"again"),
]
MET = {
    "http://a.gov.cn/": b"again",
    "http://a.gov.cn/art/1.do?id=1&p=2": PAGE,
    "http://a.gov.cn/packed": PAGE,
    "http://a.gov.cn/parts": b"first",
}
WARCS = {
    "plain.warc": b"".join(ANSWERS),
    "records.warc.gz": b"".join(map(gzip.compress, ANSWERS)),
    "whole.warc.gz": gzip.compress(b"".join(ANSWERS)),
}


def mhtml(*parts: tuple[str, str]) -> bytes:
    whole = MIMEMultipart("related")
    whole.attach(MIMEImage(b"\x89PNG", "png"))
    for text, kind in parts:
        whole.attach(MIMEText(text, kind, "utf-8"))
    return whole.as_bytes()


@pytest.mark.parametrize("name", WARCS)
def test_the_pages_of_a_warc_by_their_addresses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WARCS[name])
    found = list(find_sources([str(tmp_path)]))
    assert {source.label: read_bytes(source) for source in found} == {
        f"{name}!/{address}": body for address, body in MET.items()
    }


@pytest.mark.parametrize(
    ("name", "torn"),
    [
        ("a.warc", b"".join(ANSWERS[:6]) + b"no record at all\r\n\r\n"),
        ("a.warc.gz", b"".join(map(gzip.compress, ANSWERS[:6])) + gzip.compress(ANSWERS[6])[:-20]),
    ],
)
def test_a_torn_warc_gives_what_is_whole_and_says_so(
    tmp_path: Path, name: str, torn: bytes
) -> None:
    (tmp_path / name).write_bytes(torn)
    *pages, last = find_sources([str(tmp_path)])
    whole = [source for source in pages if source.member in MET]
    assert [read_bytes(source) for source in whole[:3]] == [b"first", PAGE, PAGE]
    with pytest.raises(SourceError, match="bad-wrapping"):
        read_bytes(last)


@pytest.mark.parametrize(
    ("name", "data", "label"),
    [
        ("a.html.gz", gzip.compress(PAGE), "a.html.gz!/a.html"),
        ("A.TXT.GZ", gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]), "A.TXT.GZ!/A.TXT"),
        ("a.mhtml", mhtml(("plain", "plain"), (HTML, "html")), "a.mhtml!/a.html"),
        ("a.mht", mhtml((HTML, "plain")), "a.mht!/a.html"),
    ],
)
def test_a_wrapped_page(tmp_path: Path, name: str, data: bytes, label: str) -> None:
    (tmp_path / name).write_bytes(data)
    (source,) = find_sources([str(tmp_path)])
    assert source.label == label
    assert read_bytes(source).rstrip() == PAGE


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.html.gz", b"no gzip at all", "bad-wrapping"),
        ("a.html.gz", gzip.compress(PAGE)[:-9], "bad-wrapping"),
        ("a.mhtml", mhtml(), "no-page-in-it"),
        ("a.mhtml", b"", "no-page-in-it"),
        ("a.mhtml", b"no such thing", "no-page-in-it"),
        ("a.warc", b"no such thing", "bad-wrapping"),
        ("a.warc.gz", b"no such thing", "bad-wrapping"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (source,) = find_sources([str(tmp_path)])
    with pytest.raises(SourceError, match=code):
        read_bytes(source)


def test_bombs_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (unpacking, wrapped):
        monkeypatch.setattr(module, "FLOOR", 1000)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"\0" * 10_000_000))
    bomb = b"".join([*ANSWERS[:2], answer("http://a.gov.cn/x", b"\0" * 10_000_000)])
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(bomb))
    for source in find_sources([str(tmp_path)]):
        if source.member is None or source.member == "a.html":
            with pytest.raises(SourceError, match="too-large"):
                read_bytes(source)
    assert open_archive(str(tmp_path / "b.warc.gz")).fault is not None


def test_without_the_library_a_warc_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "a.warc").write_bytes(WARCS["plain.warc"])
    (source,) = find_sources([str(tmp_path)])
    with pytest.raises(SourceError, match="needs-extra"):
        read_bytes(source)


def test_which_names_are_archives() -> None:
    names = ("a.zip", "a.tgz", "a.html.gz", "a.TXT.gz", "a.warc", "a.warc.gz", "a.mht")
    assert all(map(is_archive, names))
    assert not any(map(is_archive, ("a.gz", "a.html", "a.css.gz", "a.sql.gz", "gz", "a.har")))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["x.warc", "x.warc.gz", "x.html.gz", "x.mhtml"]), st.data())
@example("x.warc", None)
def test_whatever_stands_in_them_nothing_but_a_source_error(
    tmp_path: Path, name: str, data: st.DataObject | None
) -> None:
    whole = {
        "x.warc": WARCS["plain.warc"],
        "x.warc.gz": WARCS["records.warc.gz"],
        "x.html.gz": gzip.compress(PAGE),
        "x.mhtml": mhtml((HTML, "html")),
    }[name]
    if data is not None:
        at = data.draw(st.integers(0, len(whole)))
        cut = data.draw(st.integers(0, 40))
        whole = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + cut :]
    held = archives._opened(name, io.BytesIO(whole))
    for member in held.names:
        try:
            held.read(member, name)
        except SourceError:
            continue
    held.close()


def test_a_warc_by_the_command(exporter: Command, tmp_path: Path) -> None:
    (tmp_path / "in.warc.gz").write_bytes(WARCS["whole.warc.gz"])
    done = exporter("convert", tmp_path / "in.warc.gz", "-o", tmp_path / "out", "--to", "json")
    assert done.returncode == 0, done.stderr
    assert "4 pages" in done.stderr
