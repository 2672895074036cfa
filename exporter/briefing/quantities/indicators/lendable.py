"""What a short name may be lent: the thing that a name or a clause tells of, if it is one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from exporter.briefing.quantities.indicators.owning import (
    MAKES_NOUN,
    is_owned,
    owner_of,
    undone,
)
from exporter.briefing.quantities.lexicon import endings, openings, words

_LEAST_TOPIC, _LONGEST_TOPIC = 2, 16
GENERAL = ("general_things", "anyone")
"""The words of many fields and deeds."""
_NO_TOPICS = ("bare_heads", "general_things", "anyone", "countables", "people", "no_fields")
_SCOPE = re.compile(
    r"^(?:[一-鿿]{2,3}(?=全[省市县区州]))?(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州])"
    r"(?:现有|共有?|已|累计|计划|拟|预计|将|目前|还|仍|曾)*"
)
# 我们举办…, 从先行指标, 严格执法, 住宿价格是否虚高: a clause or its beginning, no topic
_NO_TOPIC = re.compile(
    r"[我你您他她本这该其有各经对为将要按受在把让以从到由向与和及或则也都就还又再只不没未每共约近超逾占比较]|当中"
    r"|[一二三四五六七八九十]+(?:$|年)|[一二三四五六七八九十两几][一-鿿]$|.{1,5}[局署厅]|给|.{0,4}(?:[安察法]机关|法院|检察院)"
    r"|(?:严格|强制|大力|加强|持续|深入|加快|坚持|狠抓|推进|强化|优化)|(?:办法|规定|条例|意见|方案|通知|计划|规划|标准|预算|政策|项目)$"
    r"|.{0,15}(?:[的里去]|下乡|驻村|进村|到场|到岗|待命|值守)$|.{0,15}(?:[上这那]个|是否|如何|怎么|什么|[但没]|不(?![锈动良孕])|无(?:需|须|法)|同仁|同事)"
    r"|.{0,15}(?:[了在会将已把被让使]|[今去明本全]年|年度|[说称道]$|表示|获批|最[多高大低少]|预计|新增|当然|我们|有关|协助|合共|总共|一共|累计|即时|同时|分别|其中|一个|[^一-鿿A-Za-z])"
)
_ACTOR = re.compile(r"(?:政府|部门|[局厅署委院部处府]|公司|中心|银行|机关|小时|时间|[年月日])$")
# 流感入院率为每万人口: of each of what
_OF_EACH = re.compile(r"为每.*")
# 粉尘深度治理, 许可事项全覆盖: what is left before the deed that was taken off
_ADVERB = re.compile(
    r"(?<=[一-鿿]{3})(?:深度|全面|全程|集中|专项|综合|全|已|(?<![公中])共)$"
    r"|(?<=[一-鿿]{2})(?<![公中])共(?![同享建])[一-鿿]{2}$"
)
_TORN_AFTER = "以"
_TORN = ("上", "下", "内", "外")
NUMERALS = "一二三四五六七八九十百两半"


def unmoved(name: str) -> str:
    """The name without what the number did (增长)."""
    return name[: len(name) - len(endings("moves").longest(name))]


@lru_cache(maxsize=1024)
def thing_of(name: str) -> str:
    """The thing of a fact's name, without what was done with it and what is measured of it."""
    whole = undone(_SCOPE.sub("", unmoved(name)))
    thing = whole if is_owned(whole) else undone(owner_of(whole))
    if "的" in thing:
        head, _, last = thing.rpartition("的")
        thing = last if len(last) > _LEAST_TOPIC else head
    thing = thing.strip("的了共已")
    thing += openings("paid").longest(whole[whole.find(thing) + len(thing) :])
    done = "" if thing.endswith(words("paid")) else endings("verbs").longest(thing)
    thing = thing[: -len(done)] if done and len(thing) - len(done) > _LEAST_TOPIC else thing
    return _heart(_ADVERB.sub("", thing))


@cache
def _within() -> re.Pattern[str]:
    """Who does it, what is done, and with what."""
    return re.compile(rf"^(.{{2,24}}?)(?:{'|'.join(words('deeds_within'))})(.{{2,40}})$")


def _heart(thing: str) -> str:
    """The thing within a clause (学校小巴提供校巴): what the deed was done with, or who did it if
    that names nothing (援助计划接获申请)."""
    thing = _OF_EACH.sub("", thing).removeprefix("作为")
    clause = _within().match(thing)
    if clause is None or clause[2].startswith(MAKES_NOUN):
        return thing
    done = undone(clause[2])
    return clause[1] if any(done in words(group) for group in GENERAL) else done


@lru_cache(maxsize=1024)
def is_topic(text: str) -> bool:
    """Whether the words can be what a passage is about."""
    return (
        _LEAST_TOPIC <= len(text) <= _LONGEST_TOPIC
        and _NO_TOPIC.match(text) is None
        and _ACTOR.search(text) is None
        and not any(text in words(group) for group in _NO_TOPICS)
    )


def scheme_of(name: str) -> str:
    """The scheme's whole name, without who runs it and what was done with it."""
    return _heart(undone(_SCOPE.sub("", name)).rpartition("的")[2])


def is_torn(said: str, text: str) -> bool:
    """Whether the words begin within what bounds a number (80岁以 上老人补贴)."""
    return said[0] in _TORN and _TORN_AFTER + said in text
