"""The head of a newspaper's page on the web: the paper, the day, the leaf
(``海州晚报 数字报 2024年3月6日 星期三 A03版``, ``第03版：要闻 2024年3月6日 星期三``).
"""

from __future__ import annotations

import re
from typing import Literal

from exporter.source import dates

_DATE = re.compile(dates.FULL + dates.WEEKDAY)
_LEAF = re.compile(
    r"(?<!\S)(?:第?(?P<leaf>[A-T]?\d{1,3}\s?版)(?:\s?[:：]\s?\S{2,8})?"
    r"|版面\s?[:：]\s?(?P<name>[A-T]?\d{1,3}))(?!\S)"
)
_PAPER = re.compile(r"\s{0,4}(?P<name>\S{2,12}?[报報])(?:数字报刊?|电子报|电子版|數位報)?(?=\s)")
_TURN = "[上下前后]一?[版篇期]|(?:版面|标题|本版)(?:导航|目录|列表)|返回(?:目录|首页|版面)|往期回顾"
_SECTION = (
    "要闻|要聞|澳聞|港聞|本地|民生|时政|時政|社会|社會|综合|綜合|经济|經濟|财经|財經|专题|專題"
)
_DIGITAL = re.compile(
    rf"\s{{0,4}}(?:数字报刊?|电子报|电子版|數位報|{_SECTION}(?=\s))?\s{{0,4}}(?:(?:{_TURN})\s{{0,4}}){{0,6}}"
    r"|\s{1,4}[□■◆●]?\s?(?:本报|本報)(?:全媒体|融媒体|见习)?(?:记者|記者)\s{1,2}[\u4e00-\u9fff·]{2,4}(?:\s[\u4e00-\u9fff·]{2,4}){0,2}\s{0,4}"
)
LEAF = "版"
"""The label of the leaf's number, among the fields of a page."""
Piece = tuple[Literal["publisher", "published", "other"], str, int, int]
"""What a part of the line is, its label, and where it stands in the line."""


# 《海州日报》（2010年03月05日 003版）
_CITED = re.compile(
    rf"《\s?(?P<name>[^《》\s]{{2,12}})\s?》\s?[(（]\s?(?P<day>{dates.FULL}){dates.WEEKDAY}\s{{1,3}}第?\s?(?P<leaf>[A-T]?\d{{1,3}}\s?版)\s?[)）]"
)


def leaf_of(line: str) -> list[Piece]:
    """The parts of a line that names the leaf of a newspaper and its day, and maybe the paper; none
    of a line with anything else."""
    if cited := _CITED.fullmatch(line):
        return [
            ("publisher", "", *cited.span("name")),
            ("published", "", *cited.span("day")),
            ("other", LEAF, *cited.span("leaf")),
        ]
    leaf = _LEAF.search(line)
    date = _DATE.search(line) if leaf else None
    if leaf is None or date is None:
        return []
    first, last = sorted((date.span(), leaf.span()))
    paper = _PAPER.match(line, 0, first[0])
    rest = (line[paper.end() if paper else 0 : first[0]], line[first[1] : last[0]], line[last[1] :])
    if first[1] > last[0] or not all(map(_DIGITAL.fullmatch, rest)):
        return []
    pieces: list[Piece] = [
        ("published", "", *date.span()),
        ("other", LEAF, *leaf.span(leaf.lastgroup or 0)),
    ]
    return [("publisher", "", *paper.span("name")), *pieces] if paper else pieces
