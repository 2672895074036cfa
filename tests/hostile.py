"""What is fed to the reader and the writers to break them: pages and documents made by a generator
of random numbers, and the checks that a finished file must pass.

A page is spliced from lines of the seeds and of the tests' pages and then damaged; a document is
any tree that the model allows, with words nobody would write.
"""

from __future__ import annotations

import io
import json
import posixpath
import random
import tarfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import quote

import msgspec
from lxml import etree
from pypdf import PdfReader

from exporter.document.model import (
    Anchor,
    Block,
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    Column,
    Contents,
    Document,
    FileLink,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Provenance,
    Row,
    Tab,
    Table,
    Text,
)
from exporter.document.roles import ROLES
from exporter.notices import Span

ROOT = Path(__file__).parent
PAGES = ("../seeds/*.txt", "source/pages/*", "source/dresses*/*", "transcript/pages/*")
NASTY = (
    *("<script>alert(1)</script>", "]]>", "<!--", "-->", "<![CDATA[", "<?xml", "&#0;", "&#xD800;"),
    *("&amp;&lt;", "&#x1F600;", "<table><tr><td>", "</div></p></body>", '<p style="', "<p\x00>"),
    *("=1+1", '=cmd|"/c calc"!A1', "@SUM(A1)", "+1", "-1", "{{ 7*7 }}", "${x}", "%s%n", "../../x"),
    *("\x00", "\x0b", "\x1b[31m", "\x85", "\u2028", "\u200b", "\ufeff", "\ufffe", "\ufffd", "\r"),
    *("\u202e", "\u2066", "e\u0301\u0302\u0303", "\U0001f468\u200d\U0001f469", "\U0002a6d6", "㎡"),
    *("\ue000", "\U0010ffff", "\u3000\u3000", "\xa0", "ﬁ", "مرحبا", "ไทย", "ɐ", "\t", "\n\n"),
    *("记者：", "答：", "主持人：", "张三：", "一、", "（一）", "2024-04-12", "9" * 40, "1.2.3.4"),
    *("-0", "1e999", "百分之百分之", "亿万亿", "同比增长", "。" * 9, "“" * 9, "（" * 9, "》《"),
)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "utf-16-be", "big5")


def _roles(kind: str) -> tuple[str, ...]:
    return tuple(role for role, info in ROLES.items() if info.kind == kind)


BLOCKS, INLINES, TABLES, GROUPS = map(_roles, ("block", "inline", "table", "group"))


@cache
def corpus() -> tuple[str, ...]:
    """Lines of real pages."""
    files = sorted(path for pattern in PAGES for path in ROOT.glob(pattern) if path.is_file())
    text = "\n".join(path.read_text("utf-8") for path in files)
    return tuple(line for line in text.split("\n") if line.strip())


def words(random: random.Random, longest: int = 60) -> str:
    """A piece of a real line, or something nasty, or any characters."""
    match random.randrange(8):
        case 0 | 1:
            return random.choice(NASTY)
        case 2:
            points = (random.choice((0x80, 0x3000, 0x10000, 0x10FFFF)) for _ in range(4))
            return "".join(chr(_scalar(random.randrange(top))) for top in points)
        case _:
            line = random.choice(corpus())
            at = random.randrange(len(line))
            return line[at : at + random.randint(1, longest)]


def _scalar(point: int) -> int:
    return 0xFFFD if 0xD800 <= point < 0xE000 else point


def page(random: random.Random) -> bytes:
    """A damaged page of some hundred bytes."""
    lines = [
        random.choice(corpus())[:200] if random.random() < 0.7 else words(random)
        for _ in range(random.randint(1, 9))
    ]
    text = random.choice(("\n", "\n\n", "", "\r\n", "<br>", "</p><p>")).join(lines)
    for _ in range(random.choice((0, 0, 1, 2, 5))):
        text = _damaged(random, text)
    if random.random() < 0.2:
        text = f"<html><head><title>{words(random)}</title></head><body><p>{text}</p></body></html>"
    data = text.encode(random.choice(ENCODINGS), "ignore")
    return _torn(random, data) if random.random() < 0.15 else data


def archive(random: random.Random) -> tuple[str, bytes]:
    """A suffix, and an archive of a few pages with odd names, damaged more often than not."""
    suffix = random.choice((".zip", ".tar", ".tar.gz", ".tar.xz"))
    out = io.BytesIO()
    files = {words(random) + ".txt": page(random) for _ in range(random.randint(1, 3))}
    if suffix == ".zip":
        with zipfile.ZipFile(out, "w", random.choice((0, 8))) as packed:
            for name, data in files.items():
                packed.writestr(name.replace("\0", "_"), data)
    else:
        mode = {".tar": "w", ".tar.gz": "w:gz", ".tar.xz": "w:xz"}[suffix]
        with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = random.choice((len(data), len(data), len(data) // 2))
                info.type = random.choice(
                    (*[tarfile.REGTYPE] * 5, tarfile.SYMTYPE, tarfile.CHRTYPE)
                )
                tar.addfile(info, io.BytesIO(data))
    made = out.getvalue()
    return suffix, _torn(random, made) if random.random() < 0.7 else made


def style(random: random.Random) -> bytes:
    """A shipped style with values changed, lines left out or put elsewhere."""
    lines = random.choice(_styles()).split("\n")
    told = json.dumps(words(random, 20))
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(lines))
        other = random.choice(lines).partition("=")[2] or "1"
        value = random.choice((other, other, told, "-3", "1e9", '"99999mm"', "true", "[]", "{}"))
        line = f"{lines[at].partition('=')[0]}= {value}" if "=" in lines[at] else lines[at]
        lines[at] = random.choice((line, line, line, "", words(random)))
    return "\n".join(lines).encode("utf-8", "replace")


@cache
def _styles() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(ROOT.parent.glob("styles/*.toml")))


def _damaged(random: random.Random, text: str) -> str:
    at, size = random.randrange(len(text) + 1), random.choice((0, 1, 5, 50))
    piece = random.choice((words(random), "", text[at : at + size] * random.randint(2, 5)))
    return text[:at] + piece + text[at + size :]


def _torn(random: random.Random, data: bytes) -> bytes:
    """Some bytes are others."""
    torn = bytearray(data or b"\0")
    for _ in range(random.randint(1, 4)):
        torn[random.randrange(len(torn))] = random.randrange(256)
    return bytes(torn[: random.randint(1, len(torn))] if random.random() < 0.3 else torn)


class _Maker:
    """A document's parts; every anchor once, links to anchors that may not be there."""

    def __init__(self, random: random.Random) -> None:
        self.random = random
        self.anchors: list[str] = []

    def anchor(self) -> str | None:
        if self.random.random() < 0.6:
            return None
        self.anchors.append(f"p{len(self.anchors)}")
        return self.anchors[-1]

    def target(self) -> str:
        return self.random.choice([*self.anchors, "nowhere"])

    def inline(self, depth: int = 0) -> Inline:
        match self.random.randrange(13):
            case 12:
                return FileLink(words(self.random), quote(words(self.random)))
            case 0:
                return Link(words(self.random), self.target())
            case 1:
                return Anchor(self.anchor() or f"x{self.random.getrandbits(60)}")
            case 2 if depth == 0:
                return Note(self.inlines(1))
            case 3:
                return Tab()
            case 4:
                return LineBreak()
            case _:
                language = self.random.choice((None, None, "en", "zh"))
                return Text(words(self.random), self.random.choice(INLINES), language)

    def inlines(self, depth: int = 0) -> tuple[Inline, ...]:
        return tuple(self.inline(depth) for _ in range(self.random.randrange(5)))

    def paragraph(self) -> Paragraph:
        number = words(self.random, 3) if self.random.random() < 0.3 else None
        comment = words(self.random) if self.random.random() < 0.2 else None
        back = self.target() if number and self.random.random() < 0.5 else None
        role = self.random.choice(BLOCKS)
        return Paragraph(self.inlines(), role, self.anchor(), number, back, comment)

    def row(self, width: int) -> Row:
        spans = [width] if self.random.random() < 0.1 else [1] * width
        cells = tuple(
            Cell(tuple(self.paragraph() for _ in range(self.random.randint(1, 2))), span)
            for span in spans
        )
        return Row(cells, self.anchor(), self.random.random() < 0.1)

    def table(self) -> Table:
        width = self.random.randint(1, 5)
        align = ("left", "right", "center", "decimal")
        columns = tuple(Column(1.0, self.random.choice(align)) for _ in range(width))
        rows = tuple(self.row(width) for _ in range(self.random.randrange(5)))
        head = tuple(self.row(width) for _ in range(self.random.randrange(2)))
        role, caption = self.random.choice(TABLES), self.inlines(1)
        return Table(columns, head, rows, role, caption, words(self.random))

    def chart(self) -> Chart:
        names = tuple(words(self.random, 9) for _ in range(self.random.randint(1, 5)))
        series = tuple(
            ChartSeries(words(self.random, 9), tuple(self.point() for _ in names))
            for _ in range(self.random.randint(1, 3))
        )
        kind = self.random.choice(("line", "bar", "column"))
        return Chart(kind, words(self.random), names, series, words(self.random, 4), "x")

    def point(self) -> ChartPoint:
        value = self.random.choice(("0", "-1", "0.001", "12.5", "99999999999999999999", "-0"))
        return ChartPoint(value, words(self.random, 6), self.random.random() < 0.3)

    def block(self, depth: int = 0) -> Block:
        match self.random.randrange(14):
            case 0 | 1:
                level = self.random.randint(1, 6)
                return Heading(level, self.inlines(1), self.random.choice(BLOCKS), self.anchor())
            case 2:
                items = range(self.random.randrange(4))
                made = tuple(ListItem(self.inlines(), self.anchor()) for _ in items)
                return List(made, ordered=self.random.random() < 0.5)
            case 3 | 4:
                return self.table()
            case 5:
                return self.chart()
            case 6 | 7 if depth < 2:
                inner = tuple(self.block(depth + 1) for _ in range(self.random.randrange(3)))
                return Group(self.random.choice(GROUPS), inner)
            case 8:
                return Contents(words(self.random))
            case 9:
                return PageBreak()
            case _:
                return self.paragraph()


def document(random: random.Random) -> Document:
    """Any small document that the model allows."""
    make = _Maker(random)
    blocks = tuple(make.block() for _ in range(random.randint(1, 6)))
    title = words(random)
    fields = {"title": title, "date": words(random, 9), "issuer": words(random)}
    source = Provenance(words(random), "ab" * 32, "r1", Span(0, 9))
    return Document(
        title=title,
        language=random.choice(("zh", "en")),
        blocks=blocks,
        provenance=source,
        date=random.choice((None, "2024-04-12")),
        author=words(random) if random.random() < 0.5 else None,
        keywords=(words(random),),
        fields=fields,
    )


def check_docx(data: bytes) -> None:
    """Every part is well-formed, every relation leads to a part, bookmarks are unique."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = set(package.namelist())
        parts = {name: package.read(name) for name in names if name.endswith((".xml", ".rels"))}
    trees = {name: etree.fromstring(part) for name, part in parts.items()}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for relation in tree:
                if relation.get("TargetMode") != "External":
                    target = posixpath.join("/", folder, relation.get("Target"))
                    assert posixpath.normpath(target)[1:] in names, (name, target)
    body = trees["word/document.xml"]
    marks = [mark.get(mark.keys()[-1]) for mark in body.iter("{*}bookmarkStart")]
    assert len(marks) == len(set(marks)), "a bookmark twice"


def check_pdf(data: bytes) -> None:
    """A strict reader finds its pages."""
    reader = PdfReader(io.BytesIO(data), strict=True)
    assert len(reader.pages) > 0
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is None or contents.get_data() is not None


def check_markdown(data: bytes) -> None:
    """No word of the source is a tag."""
    text = data.decode("utf-8")
    for tag in ("<script", "<table", "<!--", "<?xml", "</div"):
        at = text.find(tag)
        while at >= 0:
            assert text[at - 1] == "\\", text[at - 20 : at + 20]
            at = text.find(tag, at + 1)


def check_json(data: bytes) -> None:
    """It is a document again."""
    assert msgspec.json.decode(data)


CHECKS: dict[str, Callable[[bytes], None]] = {
    "docx": check_docx,
    "json": check_json,
    "markdown": check_markdown,
    "pdf": check_pdf,
}
