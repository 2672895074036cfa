"""A logo: read as data, refused when it isn't a picture, shown in DOCX and PDF with its words."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import docx
import pytest
from PIL import Image
from pypdf import PdfReader

from exporter.errors import StyleError
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.writers import docx as word
from exporter.writers import pdf
from tests.sample import sample_document


def picture(kind: str, mode: str = "RGBA", size: tuple[int, int] = (60, 30)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "red").save(out, kind)
    return out.getvalue()


def styled(folder: Path, data: bytes, name: str = "logo.png", more: str = "") -> Style:
    (folder / name).write_bytes(data)
    path = folder / "own.toml"
    lines = f'extends = "plain"\n[letterhead]\nname = "昭通发布"\nlogo = "{name}"\n{more}'
    path.write_text(lines, "utf-8")
    return load(str(path))


@pytest.mark.parametrize(
    ("kind", "mode", "name"),
    [("PNG", "RGBA", "a.png"), ("PNG", "P", "b.png"), ("JPEG", "RGB", "c.jpg")],
)
def test_a_logo_is_in_both_files_with_its_words(
    tmp_path: Path, kind: str, mode: str, name: str
) -> None:
    style = styled(tmp_path, picture(kind, mode), name, 'logo_width = "20mm"')
    assert style.logo is not None
    assert style.digest != load("plain").digest
    assert style.logo.width == pytest.approx(20 * 72 / 25.4, abs=0.01)
    assert style.logo.height == pytest.approx(style.logo.width / 2, abs=0.01)
    document = sample_document("plain")
    made = docx.Document(io.BytesIO(word.write(document, style).value))
    header = made.sections[0].first_page_header
    (shown,) = header._element.xpath(".//wp:docPr")
    assert shown.get("descr") == "昭通发布"
    (image,) = [r.target_part.blob for r in header.part.rels.values()]
    assert image == style.logo.data
    reader = PdfReader(io.BytesIO(pdf.write(document, style).value))
    assert [len(page.images) for page in reader.pages] == [1] + [0] * (len(reader.pages) - 1)
    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]
    first = root.get_object()["/K"][0].get_object()
    assert (first["/S"], first["/Alt"]) == ("/Figure", "昭通发布")


def test_logos_change_nothing_from_run_to_run(tmp_path: Path) -> None:
    style, document = styled(tmp_path, picture("PNG")), sample_document("plain")
    for writer in (word, pdf):
        assert writer.write(document, style).value == writer.write(document, style).value


def bomb() -> bytes:
    """A PNG that says it is of 60,000 × 60,000 pixels."""
    head = struct.pack(">2I5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1_000_000))), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("data", "name", "more"),
    [
        (b"", "a.png", ""),
        (b"no picture", "a.png", ""),
        (picture("PNG")[:60], "a.png", ""),
        (picture("GIF", "P"), "a.png", ""),
        (picture("GIF", "P"), "a.gif", ""),
        (picture("JPEG", "CMYK"), "a.jpg", ""),
        (bomb(), "a.png", ""),
        (bytes(4_000_001), "a.png", ""),
        (picture("PNG", size=(10, 400)), "a.png", 'logo_width = "20mm"'),
        (picture("PNG"), "a.png", 'logo_width = "90%"'),
    ],
)
def test_what_is_no_fit_picture_is_refused_with_file_and_key(
    tmp_path: Path, data: bytes, name: str, more: str
) -> None:
    with pytest.raises(StyleError) as caught:
        styled(tmp_path, data, name, more)
    assert str(caught.value.params["key"]).startswith("letterhead.logo")
    assert "own.toml" in str(caught.value.params["file"])


def test_nothing_is_fetched_and_what_is_missing_is_named(tmp_path: Path) -> None:
    for name in ("https://example.org/a.png", "missing.png"):
        path = tmp_path / "own.toml"
        path.write_text(f'extends = "plain"\n[letterhead]\nlogo = "{name}"\n', "utf-8")
        with pytest.raises(StyleError):
            load(str(path))
