"""From bytes to a `RawPage`: the right characters, or an error that says where they end.

Chinese pages come as UTF-8, UTF-16, GBK (most often declared gb2312, though they use GB18030) and
Big5. Strict decoding tells UTF-8 from the rest; between GB and Big5, which accept each other's
bytes, the share of everyday characters tells. Nothing is replaced: a byte that the most plausible
encoding can't explain is a `SourceError` with its offset.
"""

from __future__ import annotations

import codecs
import hashlib
import re

from exporter.errors import SourceError
from exporter.notices import Notice, Outcome
from exporter.source.model import PageKind, RawPage

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of what is surely no page: archives, images, PDF, old and new Office, programs.
BINARY_STARTS = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b\x08",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x7fELF",
    b"RIFF",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
)
CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
# The everyday characters of modern Chinese, simplified and traditional: about a third of any text.
EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "說說這為個國時來們於對會發動過產種後學經進說現實體機當點從業應開還與關線內數問無條結變並黨總"
    "方面市政府新闻聞记記者工全加强強建设設民高部领導导同志"
)
GB_NAMES = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "chinese"))
BIG5_NAMES = frozenset(("big5", "big5-hkscs", "cp950", "x-x-big5", "big5hkscs"))
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_\-:]{2,20})"""
)
_PAGE_TAG = re.compile(r"<(?:!doctype\s{1,4}html|html|head|body)[\s>]", re.IGNORECASE)
_CLOSING_TAG = re.compile(
    r"</(?:p|div|td|tr|table|ul|li|h[1-6]|article|section|span|strong)\s{0,4}>", re.IGNORECASE
)


def decode(path: str, data: bytes) -> Outcome[RawPage]:
    """The page with its characters decoded, and a notice when it declares another encoding.

    Raises `SourceError` for a binary file and for a byte that can't be decoded (``offset`` in
    bytes).
    """
    encoding, skip = _encoding_of(path, data)
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            "source.undecodable", path=path, offset=error.start + skip, encoding=encoding
        ) from error
    sha256 = hashlib.sha256(data).hexdigest()
    page = RawPage(path, text, encoding, kind_of(text), sha256)
    return Outcome(page, tuple(_declared_otherwise(data, encoding)))


def kind_of(text: str) -> PageKind:
    """``html`` for a page or fragment whose tags hold its text, ``text`` for one where the tags, if
    there are any, are rubbish before or in the text (both seeds)."""
    if _PAGE_TAG.search(text, 0, 4096):
        return "html"
    closings = [m.start() for m in _CLOSING_TAG.finditer(text)]
    covers = len(closings) >= 2 and closings[-1] - text.find("<") >= 0.6 * len(text.strip())
    return "html" if covers else "text"


def _encoding_of(path: str, data: bytes) -> tuple[str, int]:
    """The codec for the bytes and the length of the byte order mark before them."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    if wide := _wide(data):
        return wide, 0
    _refuse_binary(path, data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _plausible(data), 0
    return "utf-8", 0


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: the zero bytes of its ASCII stand all at odd or all at even places."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < len(sample) / 20 or min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding if text.isprintable() or "\n" in text or "<" in text else None


def _refuse_binary(path: str, data: bytes) -> None:
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, CONTROL_BYTES))
    if data.startswith(BINARY_STARTS) or control * 20 > len(sample):
        offset = next((i for i, byte in enumerate(sample) if byte in CONTROL_BYTES), 0)
        raise SourceError("source.binary", path=path, offset=offset)


def _plausible(data: bytes) -> str:
    """The codec that makes the most of bytes which are not UTF-8; it may still fail on one byte."""
    declared = _declared(data)
    return max(
        ("utf-8", "gb18030", _big5(data)),
        key=lambda codec: (_share(data, codec), _family(codec) == _family(declared)),
    )


def _big5(data: bytes) -> str:
    """The variant of Big5 that explains every byte: the standard, else Windows', else Hong
    Kong's."""
    for codec in ("big5", "cp950", "big5hkscs"):
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return codec
    return "big5"


def _share(data: bytes, codec: str) -> int:
    """How many in a hundred of the characters beyond ASCII are everyday ones."""
    beyond = [c for c in data[:200_000].decode(codec, "replace") if c > "\x7f"]
    good = sum(map(EVERYDAY.__contains__, beyond)) - beyond.count("\ufffd")
    return 100 * good // max(1, len(beyond))


def _declared(data: bytes) -> str:
    """The encoding that the page itself names near its top, in lower case; empty if none."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii").lower() if found else ""


def _family(name: str) -> str:
    lower = name.lower()
    if lower in GB_NAMES:
        return "gb"
    if lower in BIG5_NAMES:
        return "big5"
    return lower.replace("utf8", "utf-8")[:6]


def _declared_otherwise(data: bytes, encoding: str) -> list[Notice]:
    declared = _declared(data)
    if not declared or _family(declared) == _family(encoding):
        return []
    params = {"declared": declared, "encoding": encoding}
    return [Notice("source.declared-otherwise", "info", params)]
