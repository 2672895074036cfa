"""Stretches whose numerals are no quantities: titles, slogans, codes, ordinals, enumerators,
idioms; dates that are none (2023年13月45日) and broken numerals (1,00,0; -+5)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from exporter.briefing.quantities.lexicon import words

_CN = "〇零一二三四五六七八九十百千两"
_LONGEST_NAME = 20
_FIRST = "0-9+−A-Za-z《“‘〔\\[【北东南西第（〇零一二三四五六七八九十百千两"
_SHAPES = rf"""
    《[^《》\n]{{1,80}}》
  | “[^“”\n]{{1,{_LONGEST_NAME}}}”
  | ‘[^‘’\n]{{1,{_LONGEST_NAME}}}’
  | [〔\[【][12][0-9]{{3}}[〕\]】]\ ?(?:第\ ?)?[0-9]{{1,5}}\ ?号?
  | (?<![A-Za-z])(?!GDP|CPI|PPI|PMI|AQI|LPR)[A-Za-z]{{1,6}}
    [-.]?[0-9]{{1,5}}(?:[-.][0-9A-Za-z]{{1,5}}){{0,2}}(?![0-9])
  | (?<![0-9.])[1-9][0-9]{{0,2}}A(?:级|景)?
  | (?<![0-9.])[1-9]G(?![WBwb])
  | (?<![0-9.])[0-9]{{1,2}}\.[0-9]\ ?版
  | (?:(?<=[^公铁线水陆航网电道马][路街巷])|(?<=大道))[0-9]{{1,5}}(?:号|弄|幢|栋|台)
  | (?<=拨打|致电|热线)[0-9]{{5}}台
  | [1-9][0-9]{{0,2}}\ ?个?\+[0-9N]{{1,3}}(?:\+[0-9N]{{1,3}}){{0,3}}
  | (?:北纬|东经|南纬|西经)\ ?[0-9.]{{1,8}}\ ?(?:度|°)
  | 第\ ?(?:[0-9]{{1,5}}|[{_CN}]{{1,6}})
    (?:\ ?[-至到]\ ?第?\ ?(?:[0-9]{{1,5}}|[{_CN}]{{1,6}})(?=条|章|款|号))?
  | (?<=[。；！？：，\n])(?:[{_CN}]{{1,3}}|[0-9]{{1,2}})(?:是|、|[.](?![0-9]))
  | ^\s*(?:[{_CN}]{{1,3}}|[0-9]{{1,2}})(?:是|、|[.](?![0-9]))
  | [一二三四五六七八九十]{{1,3}}届[一-鿿]{{0,12}}?
    [一二三四五六七八九十]{{1,3}}次(?=全体|扩大|全会|会议|大会)
  | （[{_CN}0-9]{{1,3}}）
  | (?:[{_CN}]{{1,3}}|[0-9]{{1,2}})大(?![于约概幅量力小])
  | [一二三四五六七八九十]{{2,4}}级(?=联动|以上)
  | (?<![0-9])(?:0|[3-9][0-9]{{3}}|[0-9]{{1,3}}|[0-9]{{5,6}})年[0-9]{{1,3}}月[0-9]{{1,3}}[日号]
  | (?<![0-9])[12][0-9]{{3}}年(?:00?|1[3-9]|[2-9][0-9])月[0-9]{{1,3}}[日号]
  | (?<![0-9.])[0-9]{{1,3}}(?=(?:[,，][0-9]{{1,3}}){{2}})(?:[,，][0-9]{{3}}){{0,6}}
    [,，][0-9]{{1,2}}(?![0-9])(?:[,，][0-9]{{1,3}}){{0,6}}
  | [-+−]{{2,4}}[0-9.]{{1,12}}
"""


@cache
def _pattern() -> re.Pattern[str]:
    """All shapes and idioms as one expression; its first test is the first character alone."""
    idioms = words("idioms")
    first = "".join(sorted({word[0] for word in idioms}))
    grouped = "|".join(
        f"{char}(?:{'|'.join(re.escape(word[1:]) for word in idioms if word[0] == char)})"
        for char in first
    )
    return re.compile(rf"(?=[-\s{_FIRST}{first}])(?:{_SHAPES}  | (?:{grouped}))", re.VERBOSE)


class Masks:
    """The masked stretches of a folded paragraph; ask whether an offset lies in one."""

    def __init__(self, text: str, more: list[tuple[int, int]]) -> None:
        found = [match.span() for match in _pattern().finditer(text)]
        self._bounds = _merged(sorted(found + more))
        self._starts = [start for start, _ in self._bounds]

    def covers(self, at: int) -> bool:
        """Whether the character at the offset is masked."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._bounds[index][1]


def _merged(bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in bounds:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
