"""What a figure's name, standing alone in a panel, tells of the figure."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.briefing.model import Fact
from exporter.briefing.normal import simplified
from exporter.briefing.quantities import lexicon
from exporter.briefing.quantities.english.referring import is_generic
from exporter.source.model import HOLE

_HAN = re.compile(r"[一-鿿]")
_VAGUE = re.compile(
    r"(?:[一二三四]期|该|本|其|此|这|项目|工程|中心|个人|团队|产品|政策|情形|总|实际|投入|访问|参与|实现|部门)"
)
# Pieces of a clause: 較原來的批准預算節省, 改造后, 整治完成的是下游, 占检出毒株.
_PIECE = re.compile(
    r"(?:要确保|坚持|连同|大约|略为|按[年月季]|较(?![大小强重好])|比(?:上|去|前|原|同|往)|同比|环比|"
    r"占(?![^，]*(?:比重|比例|[率比])$))|[^，]*(?:[以之][后前](?!$)|[改建]造?[后前]$|的是|在于|的时候)"
)
_STATISTIC = re.compile(
    r"生产总值|GDP|工业增加值|固定资产投资|消费品零售总额|居民消费价格|失业率|可支配收入|公共预算收入|"
    r"进出口总[额值]|粮食(?:总)?产量|期望寿命|死亡率|森林覆盖率|优良天数|优良比例|达标率|城镇化率|"
    r"普及率|每(?:千|万|百|十万|10万)名?(?:常住)?人口?|PM2\.5|城镇新增就业|贷款余额|发电量|吞吐量|通车里程|投入强度|"
    r"unemployment|inflation|consumer price|GDP|gross domestic|wage|earnings|waiting list|"
    r"(?:cash|interest|policy) rate|budget|deficit|surplus",
    re.IGNORECASE,
)
"""The headline figures of official statistics, whatever the page."""
_OF_ALL = re.compile(r"全国.{1,2}")
_PAIRS = (("“", "”"), ("（", "）"), ("「", "」"), ("《", "》"))
_MARK = re.compile("[" + "".join(map("".join, _PAIRS)) + "]")
_NAMED, _LONGEST, _SHORT = 2, 30, 9


@lru_cache(maxsize=1024)
def read_name(name: str) -> str:
    """An indicator as it is judged, in Simplified script."""
    return simplified(name)


@lru_cache(maxsize=1024)
def is_official(name: str) -> bool:
    """Whether an indicator (as `read_name` gives it) is what official statistics are known for."""
    return _STATISTIC.search(name) is not None


def is_vague(fact: Fact) -> bool:
    """Whether the indicator alone doesn't tell of what (政策3个, 一期项目总建筑面积, 总投资), or
    is a piece of a clause."""
    return _tells_little(fact.indicator or "", fact.entity or "")


@lru_cache(maxsize=1024)
def _tells_little(name: str, entity: str) -> bool:
    bare = read_name(name.removeprefix(entity))
    if not _HAN.search(name):
        return False
    if bare in lexicon.words("short_names"):
        return False
    whole = _NAMED < len(bare) <= _LONGEST and not bare.endswith(("每人", "每户", "给予"))
    if not whole or _PIECE.match(bare) or bare in lexicon.words("bare_heads"):
        return True
    return len(bare) <= _SHORT and bool(_VAGUE.match(bare) or _OF_ALL.fullmatch(bare))


def is_bare(fact: Fact) -> bool:
    """Whether the indicator is but a word that needs another (参加6.2万人, 安排45亿元); 出口, 产值
    name something by themselves."""
    bare = read_name((fact.indicator or "").removeprefix(fact.entity or ""))
    short = bool(_HAN.search(bare)) and len(bare) <= _NAMED
    return short and bare not in lexicon.words("short_names")


@lru_cache(maxsize=1024)
def is_torn(indicator: str) -> bool:
    """Whether it is a piece of a sentence that names nothing: it begins or ends as no name does
    (全省一共有, 还能挣, 把航班时刻), holds half of a pair of marks or a hole of the page, or is an
    English word that only points to what was said before (the figure, the figure for those over
    65)."""
    name = read_name(indicator)
    if HOLE in name:
        return True
    if not _HAN.search(name) and is_generic(name.partition(" for ")[0]):
        return True
    if lexicon.openings("torn_starts").longest(name) or lexicon.endings("torn_ends").longest(name):
        return True
    if not _MARK.search(name):
        return False
    return any(name.count(opened) != name.count(closed) for opened, closed in _PAIRS)
