"""How a newspaper, station or site is named, and how its reporter's label looks."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of

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
