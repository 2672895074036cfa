"""The members of a list by their own names: places, kinds, what the first or the last lends to
all."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, words

_SPLIT = re.compile(r"、|和|与|及|以及")
_HEADS = ("人数", "户数", "人次", "收入", "支出", "产量", "产值", "余额", "面积", "金额")
# 养老、失业、工伤保险参保人数: kinds of one thing, no places.
_KINDS = (
    "保险",
    "产业",
    "工业",
    "农业",
    "企业",
    "投资",
    "产品",
    "作物",
    "药品",
    "案件",
    "项目",
    "贷款",
    "用地",
    "用水",
)
# 受灾人口、直接经济损失: each says what is measured
_MEASURED = ("人口", "人数", "户数", "人次")
_HERDS = ("出栏", "存栏")
_DIVISIONS = ("省", "市", "县", "区", "州", "旗", "镇", "乡", "村", "街道")
_PLACE, _HEAD, _TIED, _KIND = 4, 3, 6, 2
_INDUSTRIES = re.compile(
    r"第(?=[一二三][、和])([一二三])(?:[、和]第?([一二三]))(?:[、和]第?([一二三]))?(次?产业)"
)


class Share(msgspec.Struct, frozen=True, gc=False):
    """What one member of a list has to itself; ``None`` where the list doesn't part it.

    `trend` is the move over the years that the words after the list state. `like` is the index
    of the earlier number of the sentence that names the thing
    (吞吐量1.86亿吨、320万标箱，分别增长7.3%和11.5%), `move` the verb to be added to that name.
    """

    indicator: str | None = None
    entity: str | None = None
    period: str | None = None
    trend: str | None = None
    like: int | None = None
    move: str = ""


NO_SHARE = Share()
"""What a number that is in no list has to itself."""


def parts_of(subject: str, number: int) -> list[str]:
    """The members of a list, as many as there are numbers: names may have a 和 or 及 of their own
    (汽车及其零配件)."""
    every = [part for part in _SPLIT.split(subject) if part]
    if len(every) == number:
        return every
    marked = [part for part in subject.split("、") if part]
    if len(marked) == number:
        return marked
    *first, last = marked or [""]
    return [*first, *(part for part in _SPLIT.split(last) if part)]


def members_of(subject: str, number: int) -> list[Share]:
    """The members' own places or indicators, from the list before 分别."""
    subject = trimmed(subject.removesuffix("同比").removesuffix("环比"))
    if number == 2 and "城乡" in subject:
        return [Share(indicator=subject.replace("城乡", town)) for town in ("城镇", "农村")]
    subject = _INDUSTRIES.sub(_numbered, subject)
    parts = parts_of(subject, number)
    if len(parts) != number:
        return []
    if kinds := _kind_tail(parts):
        return [Share(indicator=part.removesuffix(kinds) + kinds) for part in parts]
    trade = endings("trade").longest(parts[-1])
    if trade and len(parts[-1]) > len(trade) + 1 and not any(p.endswith(trade) for p in parts[:-1]):
        return [Share(indicator=part.removesuffix(trade) + trade) for part in parts]
    head = endings("bare_heads").longest(parts[-1])
    short = len(parts[-1]) - len(head) <= _HEAD and max(map(len, parts[:-1])) <= _HEAD
    if head.startswith(_HERDS) and short and len(parts[-1]) > len(head):
        return [Share(indicator=part + head) for part in parts[:-1]] + [Share(indicator=parts[-1])]
    if any(part.endswith(_MEASURED) for part in parts[:-1]) and not _tied_tail(parts):
        return [Share(indicator=part) for part in parts]
    if (
        not _tied_tail(parts)
        and all(len(part) <= _PLACE for part in parts[:-1])
        and len(parts[-1]) > max(len(part) for part in parts[:-1])
    ):
        return _placed(parts)
    head, tail = _shared_head(parts), _shared_tail(parts)
    return [
        Share(indicator=(head if at else "") + part + (tail if at < number - 1 else ""))
        for at, part in enumerate(parts)
    ]


def _numbered(match: re.Match[str]) -> str:
    """第一、二、三产业 as 第一产业、第二产业、第三产业."""
    return "、".join(f"第{number}产业" for number in match.groups()[:3] if number)


def _placed(parts: list[str]) -> list[Share]:
    """Places and the one indicator that the last of them carries (…、水富环境空气质量优良率);
    kinds that end alike (职工医保和居民医保基金支出) are no places."""
    sizes = [len(part) for part in parts[:-1]]
    size = max(set(sizes), key=lambda n: (sizes.count(n), n))
    indicator = parts[-1][size:].removeprefix("的")
    ends = {part[-_KIND:] for part in (*parts[:-1], parts[-1][:size])}
    if size > _KIND and len(ends) == 1 and not ends.pop().endswith(_DIVISIONS):
        return [Share(indicator=part + indicator) for part in (*parts[:-1], parts[-1][:size])]
    if len(indicator) == 1:  # 早稻、玉米、马铃薯: a name that is longer, no head
        return [Share(indicator=part) for part in parts]
    places = [*parts[:-1], parts[-1][:size]]
    if len(indicator) <= _HEAD or indicator.startswith(_KINDS):
        return [Share(indicator=place + indicator) for place in places]
    return [Share(indicator=indicator or None, entity=place) for place in places]


def _shared_tail(parts: list[str]) -> str:
    """The head noun that the last part carries for all (…、锂电池、光伏电池产量 → 产量)."""
    tail = _tied_tail(parts) or endings("bare_heads").longest(parts[-1]) or _long_tail(parts)
    if not tail or len(parts[-1]) == len(tail):
        return ""
    return (
        ""
        if any(
            part.endswith(words("rate_heads")) or endings("bare_heads").longest(part)
            for part in parts[:-1]
        )
        else tail
    )


def _tied_tail(parts: list[str]) -> str:
    """A rate tied to all of a list (参观博物馆、美术馆的游客比例 → 的游客比例)."""
    at = parts[-1].rfind("的")
    tail = parts[-1][at:] if at > 0 else ""
    own = tail.endswith(words("rate_heads")) or len(tail) <= _TIED
    return tail if own and "的" not in "".join(parts[:-1]) else ""


def _long_tail(parts: list[str]) -> str:
    """What stands behind a name as short as the shortest (失业、工伤保险参保人数)."""
    tail = parts[-1][min(map(len, parts)) :]
    return tail if len(tail) >= _PLACE and tail.endswith(_HEADS) else ""


def _kind_tail(parts: list[str]) -> str:
    """What the kinds that 等 closes have in common (原油、金属矿砂等进口量 → 等进口量)."""
    at = parts[-1].find("等", 1)
    tail = parts[-1][at:] if at > 0 else ""
    named = tail[1:] in words("trade_heads") or tail.endswith(_HEADS)
    return tail if named or endings("bare_heads").longest(tail[1:]) else ""


def _shared_head(parts: list[str]) -> str:
    """What the first part lends to shorter ones (规上工业总产值和增加值 → 规上工业)."""
    longest = max(len(part) for part in parts[1:])
    head = parts[0][:-longest]
    if longest > _PLACE or len(head) < _HEAD or head.endswith(("及", "和", "与", "其")):
        return ""
    return head
