"""Numbers that a time told before them is not lent to: what lasts, and what a speech tells as done
or changed without saying when."""

from __future__ import annotations

import re

from exporter.briefing.model import PeriodFrom
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Place

_ABOUT = "[近约逾超过]{0,2}$"
# 总投资5.2亿元, 全长约300公里, 补助标准为每人1500元, 最高奖励5万元, 现有急救站点64个
_LASTING = re.compile(
    r"(?:(?<!高)标准|[上下]限|起付线|限额|利率|总投资|总经费|总造价|建筑面积|占地(?:面积)?|全长|总长"
    r"|总库容|时速|能力|票价|最高[一-鿿]{0,3}|现有[一-鿿]{1,10})(?:达到|一律|超过|[为是达])?"
    rf"(?:每[一-鿿]{{1,3}})?{_ABOUT}"
)
# 我们建了26个种植基地; but 用电量下降了4.7%
_DONE = re.compile(rf"(?<!增长|下降|上升|回落|减少|增加)了{_ABOUT}")
# 交货期从45天缩短到18天; but 由2020年的1.1万人增加到
_MOVED = re.compile(
    rf"[从由](?:原来的?|原先的?|[近约])?(?![0-9]{{1,4}}[年月日号])[0-9][^，。；从由]{{1,16}}[到至为]了?{_ABOUT}"
)
_REACH = 28


def is_undated(mention: Mention, place: Place, source: PeriodFrom) -> bool:
    """Whether the number isn't of the time told before: it is a size, a rule or a price that
    lasts, or the time was told in another part of the speech and the number is of something done
    once or of a change that the sentence doesn't date."""
    start = max(place.start, mention.left - _REACH)
    if _LASTING.search(place.text, start, mention.left):
        return True
    if source != "earlier":
        return False
    return any(form.search(place.text, start, mention.left) for form in (_DONE, _MOVED))
