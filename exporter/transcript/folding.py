"""A second view of the clean text, character for character as long, in which cues are looked up.

Traditional characters of cue words, offices and surnames stand in it simplified, every blank that
isn't a line end or a tab as a space, and half-width marks between Han characters as full-width
ones. Offsets in the view are offsets in the clean text, so nothing has to be mapped back.
"""

from __future__ import annotations

import re

from exporter.transcript.lexicon import words

_PAIRS = words("folding", "pairs")
_BLANKS = "\u00a0\u3000\u2002\u2003\u2009\u200a\u2007\u202f\u1680\u205f"
_MARKS = {":": "：", "﹕": "：", "︰": "：", "∶": "：", ",": "，", ";": "；", "!": "！", "?": "？"}

_OF_PAIRS = {pair[0]: pair[1] for pair in _PAIRS}
_FOLD = (
    _OF_PAIRS
    | dict.fromkeys(_BLANKS, " ")
    | _MARKS
    | {"(": "（", ")": "）", "「": "“", "」": "”", "［": "[", "］": "]", "〖": "【", "〗": "】"}
)
# Few characters of most pages are folded: finding these is faster than looking each one up.
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")
_FOLD_LATIN = {ord(blank): " " for blank in _BLANKS} | {ord("："): ":", ord("’"): "'"}


def fold(text: str) -> str:
    """The view of `text` for Chinese cues; as long as `text`."""
    return _FOLDED.sub(lambda found: _FOLD[found[0]], text)


def folded_in(text: str) -> frozenset[str]:
    """The characters of the view of `text` for which the text has others (国 where it has 國),
    blanks and marks aside."""
    return frozenset(_OF_PAIRS[char] for char in _FOLDED.findall(text) if char in _OF_PAIRS)


def fold_latin(text: str) -> str:
    """The view of `text` for English cues: blanks and colons alike; as long as `text`."""
    return text.translate(_FOLD_LATIN)
