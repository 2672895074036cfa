"""One printed form for all forms: what the rules of this package read.

Records print a comma as ``,`` or ``，``, a percent sign as ``%`` or ``％``. The rules know one
form of each; the text that is given back is always the record's own, so the folding keeps every
offset.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_FOLD = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("—–－―‐‑−~～〜﹣", "-"),
    **dict.fromkeys("\u00a0\u3000\t\u2002\u2003\u2009", " "),
    "％": "%",
    "○": "〇",
    "◯": "〇",
    "﹪": "%",
    "．": ".",
    "／": "/",
    "(": "（",
    ")": "）",
    ";": "；",
    "!": "！",
    "?": "？",
    "「": "“",
    "」": "”",
}
_QUOTES = str.maketrans("「」", "“”")
_FOLDED = re.compile("[" + re.escape("".join(_FOLD)) + "]")
_COMMA = re.compile(r"(?<![0-9.,]),+|(?<!,),{1,4}(?![0-9.,])")
_THOUSANDS = re.compile(
    r"[1-9](?<![0-9.,].)(?<![0-9]，.)[0-9]{0,2}(?:，[0-9]{3})+(?![0-9.,，])(?=[^，。；、\s])"
)
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")


@cache
def _simplified() -> dict[int, str]:
    """Simplified forms by the code of the Traditional character."""
    table = tomllib.loads((files(__package__) / "traditional.toml").read_text(encoding="utf-8"))
    return {ord(pair[0]): pair[1] for pair in table["pairs"].split()}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, _simplified())) + "]")


def is_traditional(original: str) -> bool:
    """Whether a paragraph has characters of the Traditional script."""
    return _traditional().search(original) is not None


def printed(original: str) -> dict[int, str]:
    """For a paragraph in Traditional script the way back: its own characters by the code of the
    Simplified ones that they were read as, for `str.translate`; empty for other paragraphs."""
    table = _simplified()
    back: dict[int, str] = {}
    for match in _traditional().finditer(original):
        back.setdefault(ord(table[ord(match.group())]), match.group())
    return {code: char for code, char in back.items() if chr(code) not in original}


def as_printed(words: str, original: str) -> str:
    """Folded words in the script of the stretch of the same length that they were read from."""
    table = _simplified()
    return "".join(
        own if table.get(ord(own)) == word else word
        for word, own in zip(words, original, strict=True)
    )


def simplified(text: str) -> str:
    """The text in Simplified script with its quotation marks, of the same length: for reading."""
    return text.translate(_simplified()).translate(_QUOTES)


def fold(text: str) -> str:
    """The text in the one form, of the same length: ASCII digits, ``%``, ``-``; full-width
    ``，：；（）！？``; Simplified characters where the rules go by them.

    A comma or colon between two digits stays ASCII (1,000 and 2.3:1); dashes of every width
    become ``-``.
    """
    if is_traditional(text):
        text = text.translate(_simplified())
    folded = _FOLDED.sub(lambda match: _FOLD[match.group()], text)
    if "," in folded:
        folded = _COMMA.sub(lambda match: "，" * len(match.group()), folded)
    if "，" in folded:
        folded = _THOUSANDS.sub(lambda match: match.group().replace("，", ","), folded)
    if ":" in folded:
        folded = _COLON.sub("：", folded)
    return folded
