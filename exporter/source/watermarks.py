"""Marks that a site which copied a page put behind its paragraphs (``…有什么安排？ABC某某网``).

A mark is what stands behind the last sentence of many lines in the same words, with Latin letters
in it or ending as the name of a site does; what speakers say again and again (谢谢) is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.records import lines

RULE = "furniture.watermark"
_REASON = "mark of a site behind many paragraphs"
_OFTEN = 3  # lines that end with a mark
_LONGEST = 24
_ENDS = frozenset("。！？!?…”；")
_TAIL = re.compile(r"(?<=[。！？!?…”])(?P<mark>[^。！？!?…“”，,；：:\n]{2,22})$")
_SITE = re.compile(
    r"[A-Za-z]{2}.{0,20}[\u4e00-\u9fff]|[\u4e00-\u9fff].{0,20}[A-Za-z]{2}|(?:网|網|社区|论坛|博客|文库|\.(?:com|cn|net|org))$"
)


def watermarks(text: str) -> Iterator[Change]:
    """A removal for each mark at the end of a line."""
    found: list[tuple[int, int, str]] = []
    for start, end in lines(text):
        if end - start < _LONGEST or text[end - 1] in _ENDS:
            continue
        tail = _TAIL.search(text[end - _LONGEST : end])
        if tail and _SITE.search(tail["mark"].strip()):
            found.append((end - len(tail["mark"]), end, tail["mark"].strip()))
    counts = Counter(mark for _, _, mark in found)
    for start, end, mark in found:
        if counts[mark] >= _OFTEN:
            yield Change(start, end, "", RULE, _REASON)
