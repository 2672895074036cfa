"""The project or works that a sentence tells of: 总投资 and 占地 alone don't say whose they are."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.lexicon import words

_KINDS = "项目|工程|中心|医院|园区|基地|水库|电站|公路|铁路|机场|大桥|学校"
_ATTRIBUTES = (
    "总投资|总规划|总用地|总占地|总建筑|规划|占地|位于|估算|概算|投资|全长|用地|建筑面积"
    "|造价|总经费|总造价"
)
_HEADING = re.compile(
    r"^(?:[0-9]{1,2}[.、]|（[一二三四五六七八九十0-9]{1,3}）|[一二三四五六七八九十]{1,3}[、是])"
    r"([^，。；：0-9]{3,24}(?:项目|工程|园区|中心|基地))(?:。|：|$)"
)
_OWN = re.compile(rf"(?:该)?([^，。；：、0-9该本此]{{2,24}}?(?:{_KINDS}))(?={_ATTRIBUTES})")
_UNNAMED = re.compile(
    rf"(?:该|本|此)?(?:项目|工程)(?={_ATTRIBUTES}|由|共|分|自|已|将|建成)|分[一二两三四][期步]|{_ATTRIBUTES}"
)
NAME = re.compile(
    r"(?P<name>[^，。、；：的该本此这]{3,20}?(?:项目|工程|中心|医院|园区?|水库|电站|公路|铁路|机场|大桥|基地|隧道|[铁延支专接运轨速路琴环]线|码头|口岸|大楼|场馆|航道|管道|专案))"
    r"(?:是|位于|作为|由|于|已|将|总|，)"
)
"""The name of a project at the start of a sentence that tells of it
(滇东北区域中心医院是…之一。)."""
MEASURES = frozenset({"money", "area", "length"})
"""The types of quantities that works are told by."""
_PHASE = re.compile(r"(?:[一二三四]期)?(?:项目|工程)?")
_FURTHEST = 4


def topic_of(text: str, start: int) -> str:
    """The project or works that the sentence at `start` of a folded paragraph tells of, or nothing.

    Named by the paragraph's heading (2.昭鲁两江峡谷索道项目。), by the sentence itself, or, where
    that begins 项目总投资, by one of the few sentences before it.
    """
    if heading := _HEADING.match(text):
        return heading.group(1)
    if own := _OWN.match(text, start):
        return own.group(1)
    if not _UNNAMED.match(text, start):
        return ""
    for _ in range(_FURTHEST):
        end = start - 1
        start = text.rfind("。", 0, max(0, end)) + 1
        if start > end:
            return ""
        if found := NAME.match(text, start, end + 1):
            return found.group("name")
    return ""


@cache
def _heads() -> frozenset[str]:
    return frozenset((*words("bare_heads"), "造价", "总造价", "总经费"))


def headed(core: str, topic: str) -> str:
    """The works' name with a head that says nothing alone (总投资, 一期项目总建筑面积), or none."""
    own = core.removeprefix(topic)
    found = _PHASE.match(own)
    if not topic or found is None or own[found.end() :] not in _heads():
        return ""
    return topic + (own if own[1:2] == "期" else own[found.end() :])
