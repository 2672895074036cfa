"""How a newspaper, station or site is named, and how its reporter's label looks."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import HAN, is_name
from exporter.transcript.people.offices import OFFICE

# 云南日报 · 昭通市人民政府网 · 北纬29度 · 中央广播电视总台央广网
OUTLET = re.compile(rf"[^，。；！？：“”]{{0,24}}(?:{any_of('outlets', 'suffixes')})")
STRONG_OUTLET = re.compile(rf"[^，。；！？：“” ]{{0,20}}(?:{any_of('outlets', 'strong_suffixes')})")
REPORTER = any_of("outlets", "reporters")
# 有记者问 · 另一位外国记者问: of no outlet
SOMEBODY = re.compile("(?:|(?:有|某|一[名位]|另一[名位]|现场|在场|多[名位]|境外|外国|其他)+)")
# A phrase that speaks of reporters and is no label: 请这位记者 · 感谢各位记者 · 回答记者
NOT_REPORTER = re.compile(
    "请|位|各|等|答|感谢|谢谢|欢迎|我是|我|来自|采访|告诉|新闻界|多名|问记|负责|希望|"
    "你们|咱们|先向|专稿|专电|[报网社台刊]讯|[网报社]报道|综合报道|今天|下面|首先|责任|值班|执行|审核|美术"
)

OF_OUTLET = re.compile(rf"(?P<name>{HAN}{{2,4}}) ?（(?P<outlet>[^（）]{{2,16}})）?")
"""A name and what is in brackets behind it, perhaps unclosed (柯恺（新华社）)."""
_ENDS_IN_OFFICE = re.compile(rf"{OFFICE}$")

# 台湾《旺报》记者
_PAPER = re.compile(r"(?P<place>[^《》\s]{0,8})《(?P<name>[^《》]{2,20})》")
QUOTED = re.compile("“[^“”]{1,12}”|《[^《》]{1,12}》")
"""A name in marks of its own within the name of an outlet (新媒体“一说法”)."""


def without_marks(words: str) -> str:
    """The name of an outlet without the marks in which the whole of it, or a paper, stands."""
    if paper := _PAPER.fullmatch(words):
        return paper["place"] + paper["name"]
    if QUOTED.sub("", words) in ("", words):
        return words.strip("《》“”")
    return words


def of_outlet(words: str) -> tuple[str, str] | None:
    """The name and the outlet in brackets behind it (``柯恺（海州卫视）``), if both are known as
    such."""
    found = OF_OUTLET.fullmatch(words)
    if found is None or not is_name(found["name"]) or not OUTLET.fullmatch(found["outlet"]):
        return None
    office = _ENDS_IN_OFFICE.search(found["outlet"])
    return None if office else (found["name"], found["outlet"])
