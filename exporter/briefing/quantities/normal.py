"""One printed form for all forms: what the rules of this package read.

Records print a comma as ``,`` or ``，``, a percent sign as ``%`` or ``％``. The rules know one
form of each; the text that is given back is always the record's own, so the folding keeps every
offset.
"""

from __future__ import annotations

import re

_FOLD = {
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    **dict.fromkeys("—–－―‐‑−~～〜﹣", "-"),
    **dict.fromkeys("\u00a0\u3000\t\u2002\u2003\u2009", " "),
    "％": "%",
    "﹪": "%",
    "．": ".",
    "／": "/",
    "(": "（",
    ")": "）",
    ";": "；",
    "!": "！",
    "?": "？",
}
_FOLDED = re.compile("[" + re.escape("".join(_FOLD)) + "]")
_COMMA = re.compile(r"(?<![0-9.,]),|,(?![0-9.,])")
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")


def fold(text: str) -> str:
    """The text in the one form, of the same length: ASCII digits, ``%``, ``-``; full-width
    ``，：；（）！？``.

    A comma or colon between two digits stays ASCII (1,000 and 2.3:1); dashes of every width
    become ``-``.
    """
    folded = _FOLDED.sub(lambda match: _FOLD[match.group()], text)
    if "," in folded:
        folded = _COMMA.sub("，", folded)
    if ":" in folded:
        folded = _COLON.sub("：", folded)
    return folded
