"""Which characters the shipped faces hold, as data.

Han: 通用规范汉字表 (8,105 characters, Unicode's ``kTGH``), GB2312 (6,763), Big5 (13,061) for pages
in Traditional characters, whose second level has what names (瑋 煒 鈺), Cantonese (佢 咁 冇) and
officials (閾 紓 饋) use, and the Hong Kong supplement (``kHKSCS``) as far as it stands in the basic
plane: 衞 啓 裏 are the ordinary forms there. Symbols by Unicode block: a face gives what it has.
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_BASIC_PLANE: Final = 0xFFFF
FORMS: Final = "説鋭閲"
"""Forms that Hong Kong prints and none of the tables has."""

SYMBOL_RANGES: Final = (
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x017F, "Latin-1 and Latin Extended-A: pinyin āáǎà, names"),
    (0x01CD, 0x01DC, "pinyin ǎ ǐ ǒ ǔ ǖ ǘ ǚ ǜ"),
    (0x01F8, 0x01F9, "pinyin Ǹ ǹ"),
    (0x0251, 0x0261, "ɑ and ɡ of pinyin"),
    (0x02C7, 0x02D9, "tone marks"),
    (0x0300, 0x030C, "combining tone marks"),
    (0x0391, 0x03C9, "Greek"),
    (0x0401, 0x0451, "Cyrillic of GB2312"),
    (0x1E3E, 0x1E3F, "pinyin ḿ"),
    (0x2010, 0x205E, "punctuation"),
    (0x2070, 0x209C, "superscripts and subscripts"),
    (0x20A0, 0x20BF, "currencies"),
    (0x2100, 0x218B, "letterlike symbols, fractions, Roman numerals: ℃ № Ⅳ"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematics"),
    (0x2460, 0x24FF, "enclosed: ① ⒈ ⑴"),
    (0x2500, 0x257F, "lines of tables"),
    (0x25A0, 0x266F, "shapes and signs: ■ ◆ ★ ☎"),
    (0x2713, 0x2717, "✓ ✗"),
    (0x2776, 0x2793, "❶"),
    (0x3000, 0x30FF, "Chinese and Japanese marks, kana"),
    (0x3105, 0x312F, "bopomofo"),
    (0x3220, 0x33FF, "enclosed and squared: ㈠ ㊣ ㎡ ㎞"),
    (0xFE30, 0xFE4F, "forms for vertical text"),
    (0xFF01, 0xFF5E, "full-width forms"),
    (0xFFE0, 0xFFE6, "full-width currencies"),
)


def han(unihan: Path) -> frozenset[int]:
    """Code points of all Han characters of the faces.

    `unihan` is ``Unihan_OtherMappings.txt`` of the Unicode character database, plain or bz2.
    """
    tables = frozenset(_of_tables(unihan))
    return tables | frozenset(_gb2312()) | frozenset(_big5()) | frozenset(map(ord, FORMS))


def symbols() -> frozenset[int]:
    """Code points of everything else that is asked of a source face."""
    return frozenset(code for first, last, _ in SYMBOL_RANGES for code in range(first, last + 1))


def _of_tables(unihan: Path) -> Iterator[int]:
    data = unihan.read_bytes()
    text = (bz2.decompress(data) if unihan.suffix == ".bz2" else data).decode("utf-8")
    for line in text.splitlines():
        if "\tkTGH\t" not in line and "\tkHKSCS\t" not in line:
            continue
        code = int(line.split("\t")[0].removeprefix("U+"), 16)
        if "\tkTGH\t" in line or code <= _BASIC_PLANE:
            yield code


def _gb2312() -> Iterator[int]:
    return (code for code in range(0x4E00, 0xA000) if len(_encoded(code, "gb2312")) == 2)


def _big5() -> Iterator[int]:
    return (code for code in range(0x4E00, 0xA000) if len(_encoded(code, "big5")) == 2)


def _encoded(code: int, encoding: str) -> bytes:
    return chr(code).encode(encoding, "ignore")
