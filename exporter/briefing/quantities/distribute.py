"""Distributive lists: 分别为92%、96%、100% gives each number its own period, place or indicator.

Members are linked only when the lists have one length; otherwise all share what the clause names.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

import msgspec

from exporter.briefing.quantities.indicators.leads import NEXT_IS
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings
from exporter.briefing.quantities.members import Share, members_of, parts_of
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Place, without

_JOINT = re.compile(
    r"^(?:、|，|和|与|及|以及|，?分别(?:为|是)?)?(?:增长|下降|上升|上涨|减少|增加|提高|降低)?[约近超达]{0,2}$"
)
_JOINTS = frozenset({"、", "，", "和", "与", "及", "以及"})
_SPLIT = re.compile(r"、|和|与|及|以及")
_CUE = re.compile(r"分别|依次")
_CLAUSE = re.compile(r"[，；。！？：\n]")
_LONGEST_LIST = 40
_WINDOW = 160
_COMPARED = re.compile(r"(?:高于|低于|高出|快于|慢于)[^，]{0,14}$")
_PLACE, _HEAD, _PAIR, _OWNED = 4, 3, 2, 8
_BASE = re.compile(r"^(?:同比|环比|(?:[两三四五]年)?平均|年均|(?:较|比)[^，]{2,8})$")
_PLACES = re.compile(
    r"([一-鿿、]{3,60}?)等?[0-9一二三四五六七八九十两]{1,3}个?(?:行政)?(?:区|县|市|州|省|城市|地区|县区|区县|镇|乡|村|街道)(?:的([一-鿿]{2,12}))?"
)
_MOST_SO = re.compile(
    r"(?:其中，?|以)?([一-鿿]{2,8}(?:[、和及与][一-鿿]{2,8}){1,6}?)为?最[一-鿿]{1,4}"
)
_NOTE = re.compile(r"（[^（）]{0,24}）")
# 比2023年與2019年同期分別增加122宗及493宗
_TWO_BASES = re.compile(r"(?:比|较|与)[^，。；]{2,12}(?:与|和|及)[^，。；]{2,12}")
_OTHERS = re.compile(r"(?:增速|增幅|涨幅|降幅)?[比较](.{2,40})")
_HOLDS = re.compile(r"(?:分别|依序|依次)(?:占|占了|占到)[^，。；]{0,30}$")
_WAYS = frozenset(["高", "低", "快", "慢", "多", "少", "高出", "低于", "高于"])
_PACE = re.compile(r"(增速|增幅|涨幅|降幅).{2,3}$")
_RANKED = re.compile(
    r"(.{2,40}?)(?:最|较|排名|居(?![民住家委]))[^，]{1,12}?(?:依次|分别)?[是为]([^，]{3,60})"
)
_PACE_ALONE = re.compile(r"(?:平均|总体)?(?:增幅|增速|降幅|涨幅)")
# 受灾人口、倒塌房屋数量，与近5年同期相比，分别下降9%、70%
_COMPARED_TO = re.compile(r"，(?:与|同|较|和)[^，。；]{2,14}(?:相比|比较|比)，$")
_GOALS = ("目标", "任务", "计划")
_BARE_LEADS = ("分别为", "分别是", "分别有", "分别")
_GROWTHS = ("增幅", "增速", "降幅")
_RISING = re.compile(
    r"^[^。；]{0,16}?(?:不断|逐年|持续|稳步|连年)(?:提升|提高|上升|增长|改善|攀升)"
)
_FALLING = re.compile(r"^[^。；]{0,16}?(?:不断|逐年|持续|稳步|连年)(?:下降|降低|减少)")


def shares(
    text: str, bounds: tuple[int, int], found: tuple[Mention, ...], tokens: tuple[Token, ...]
) -> dict[int, Share]:
    """The shares of the sentence's numbers, by the number's index in `found`."""
    out: dict[int, Share] = {}
    at = 0
    while at < len(found):
        run = _run(text, found, at)
        cue = _cue(text, bounds[0], found[at]) if len(run) > 1 else None
        if cue is None and len(run) > _PAIR:
            out.update(_in_step(text, found, run))
        if cue is None and len(run) > 1:
            out.update(_side_by_side(text, bounds[0], found, run, tokens))
        if cue is not None:
            out.update(_linked(text, bounds, found, run, cue, tokens))
        at = run[-1] + 1
    return out


def _in_step(text: str, found: tuple[Mention, ...], run: list[int]) -> dict[int, Share]:
    """Growths in a row that follow as many numbers in a row, without 分别 (场次…、票房…、人数…，
    增长121%、84%、188%)."""
    first = run[0] - len(run)
    if first < 0:
        return {}
    move = endings("moves").longest(text[found[run[0] - 1].right : found[run[0]].left])
    listed = all(text.startswith("、", last.right) for last in found[first : run[0] - 1])
    if not move or not listed:
        return {}
    return {index: Share(like=first + n, move=move) for n, index in enumerate(run)}


def holding(share: Share, mention: Mention, place: Place) -> Share:
    """The share of a member of a list that 占 tells of, with the whole that the sentence before
    told (美國、東協分別占31.5%及19.8%)."""
    named = share.indicator
    if named is None or "占" in named or mention.quantity.type != "percent":
        return share
    left = place.text[max(place.start, mention.left - _LONGEST_LIST) : mention.left]
    if _HOLDS.search(left) is None:
        return share
    lead = (place.lead.subject or place.lead.text) if place.lead is not None else ""
    said = place.said or ("" if named in lead else lead.partition("占")[0])
    named = f"{named}占{said}比重" if said else f"{named}占比"
    return msgspec.structs.replace(share, indicator=named)


def _side_by_side(
    text: str, start: int, found: tuple[Mention, ...], run: list[int], tokens: tuple[Token, ...]
) -> dict[int, Share]:
    """As many names of sums as numbers, without 分别 (交易额、零售额累计达535亿元、102亿元)."""
    left = found[run[0]].left
    floor = max(start, left - _WINDOW // 2)
    at = max((m.end() for m in _CLAUSE.finditer(text, floor, left)), default=floor)
    parts = trimmed(without(text[at:left], at, tokens)).split("、")
    sums = len(parts) == len(run) and all(
        endings("bare_heads").longest(part)[1:] and len(part) > _HEAD for part in parts
    )
    if not sums or any(text[found[n].right : found[n + 1].left] != "、" for n in run[:-1]):
        return {}
    return {index: Share(indicator=part) for index, part in zip(run, parts, strict=True)}


def moved(like: str, move: str) -> str:
    """The name with the move: 工业投资增长 and 增幅连续 are 工业投资增幅连续."""
    if move.startswith(_GROWTHS):
        like = like[: len(like) - len(endings("moves").longest(like))]
    if move.startswith("比"):
        like = _PACE.sub(r"\1", like)
    return like if move and like.endswith(move) else like + move


def _run(text: str, found: tuple[Mention, ...], at: int) -> list[int]:
    """Indexes of the numbers joined to the one at `at` by nothing but 、 and the like."""
    run = [at]
    while run[-1] + 1 < len(found) and len(run) < _LONGEST_LIST:
        last, following = found[run[-1]], found[run[-1] + 1]
        gap = text[last.right : following.left]
        if (
            len(gap) > 6
            or not gap
            or (gap.startswith("，") and "分别" in gap)
            or not _JOINT.match(gap)
            or following.dimension != last.dimension
        ):
            break
        run.append(run[-1] + 1)
    return run


def _cue(text: str, start: int, first: Mention) -> int | None:
    """Where 分别 stands in the clause before the first number, or ``None``."""
    floor = max(start, first.left - 16)
    cue = None
    for match in _CUE.finditer(text, floor, first.left):
        cue = match.start()
    if cue is None or re.search(r"[，；。]", text[cue : first.left]):
        return None
    return cue


def _clause_of(text: str, floor: int, cue: int) -> tuple[int, int]:
    """Where the clause that names the members begins and ends: the one of 分别, or that before
    what all are compared with."""
    begins = max((m.end() for m in _CLAUSE.finditer(text, floor, cue)), default=floor)
    compared_to = _COMPARED_TO.search(text, floor, cue) if begins == cue else None
    return (begins, cue) if compared_to is None else _clause_of(text, floor, compared_to.start())


def _linked(
    text: str,
    bounds: tuple[int, int],
    found: tuple[Mention, ...],
    run: list[int],
    cue: int,
    tokens: tuple[Token, ...],
) -> dict[int, Share]:
    start, members = bounds[0], [found[index] for index in run]
    floor = max(start, cue - _WINDOW)
    clause_at, ends = _clause_of(text, floor, cue)
    subject = without(text[clause_at:ends], clause_at, tokens)
    leading = text[cue : members[0].left]
    compared = _COMPARED.search(leading)
    move = compared.group() if compared else endings("moves").longest(leading)
    periods = _years(text, tokens, cue, len(members))
    trend = _trend(text[members[-1].right : bounds[1]]) if periods else None
    if periods:
        return {
            index: Share(period=period, trend=trend if number else None)
            for number, (index, period) in enumerate(zip(run, periods, strict=True))
        }
    if run[0] and move and _TWO_BASES.fullmatch(text, clause_at, cue):
        return {index: Share(like=run[0] - 1, move=move) for index in run}
    if gaps := _gaps(text, subject, leading, found, run):
        return gaps
    core = _BASE.sub("", trimmed(subject))
    if not core and (before := _of_clause_before(text, found, run, floor, clause_at, leading)):
        return before
    if (not core or _PACE_ALONE.fullmatch(core)) and run[0] >= len(run):
        return _as_before(text, found, run, core, leading, move)
    if placed := _worst(text, floor, clause_at, core, run) or _of_places(subject, leading, run):
        return placed
    deed = _own(leading)
    done = move or (deed if _PAIR <= len(deed) <= _PLACE else "")
    named = [_moving(share, done) for share in members_of(subject, len(members))]
    return dict(zip(run, named, strict=False))


def _own(leading: str) -> str:
    """The words between 分别 and the first number, without the link to it."""
    return trimmed(leading.removeprefix("分别").removeprefix("依次"))


def _of_clause_before(
    text: str, found: tuple[Mention, ...], run: list[int], floor: int, at: int, leading: str
) -> dict[int, Share]:
    """The members where the clause of 分别, which begins at `at`, tells none: in the clause before
    it."""
    if told := _told_before(text, floor, at, leading, run):
        return told
    if not run[0] and leading.rstrip("约近超达逾") in _BARE_LEADS:
        clause = _CLAUSE.split(text[floor : max(floor, at - 1)])[-1]
        named = members_of(trimmed(clause.removeprefix("至于")), len(run))
        if named:
            return dict(zip(run, named, strict=False))
    return _owners(text, found, run, at)


def _as_before(
    text: str, found: tuple[Mention, ...], run: list[int], core: str, leading: str, move: str
) -> dict[int, Share]:
    """Each with the name of its like before (分别增长…, 增速分别为…, 分别占目标的…)."""
    own = _own(leading)
    own = f"占{own.removeprefix('占')}" if own.endswith(_GOALS) else own
    joined = own.startswith("占") or (len(own) > _PAIR and not move)
    if core:
        return _alike(text, found, run, core + own)
    return _alike(text, found, run, own if joined else move)


def _owners(text: str, found: tuple[Mention, ...], run: list[int], at: int) -> dict[int, Share]:
    """The members of the clause before with what they all have (督察和關員的職位空缺，分別是6%和
    9%)."""
    floor = found[run[0] - 1].right if run[0] else max(0, at - _WINDOW)
    clause = _CLAUSE.split(text[floor : max(floor, at - 1)])[-1]
    members, _, owned = trimmed(clause).rpartition("的")
    parts = [part for part in _SPLIT.split(members) if part]
    if len(parts) != len(run) or not 1 < len(owned) <= _OWNED or any(map(str.isdigit, clause)):
        return {}
    return {
        index: Share(indicator=f"{part}的{owned}") for index, part in zip(run, parts, strict=True)
    }


def _worst(text: str, floor: int, at: int, core: str, run: list[int]) -> dict[int, Share]:
    """The members of the clause before, of which it says that they are the most so (臺南市、嘉義縣
    最嚴重，損失分別是12億元、8億元)."""
    clause = _CLAUSE.split(text[floor : max(floor, at - 1)])[-1] if 1 < len(core) <= _PLACE else ""
    most = _MOST_SO.fullmatch(clause) if "最" in clause else None
    parts = parts_of(most.group(1), len(run)) if most is not None else []
    if len(parts) != len(run):
        return {}
    return {index: Share(indicator=part + core) for index, part in zip(run, parts, strict=True)}


def _told_before(text: str, floor: int, at: int, leading: str, run: list[int]) -> dict[int, Share]:
    """The members of the clause before (最低的3个城市依次是…，分别为47、55微克)."""
    clause = _CLAUSE.split(text[floor : max(floor, at - 1)])[-1]
    own = _own(leading)
    if ranked := _RANKED.fullmatch(clause):
        parts, thing = parts_of(ranked.group(2), len(run)), trimmed(ranked.group(1))
        if len(parts) == len(run):
            pairs = zip(run, parts, strict=True)
            return {index: Share(indicator=thing + own, entity=part) for index, part in pairs}
    if told_next := NEXT_IS.match(clause):
        parts = parts_of(clause[told_next.end() :], len(run))
        if len(parts) != len(run) or not leading.removeprefix("分别").startswith("占"):
            return {}
        return {
            index: Share(indicator=f"{part}占比") for index, part in zip(run, parts, strict=True)
        }
    parts = parts_of(clause, len(run))
    if run[0] or len(parts) != len(run) or not own.startswith("占"):
        return {}
    return {index: Share(indicator=part + own) for index, part in zip(run, parts, strict=True)}


def _alike(text: str, found: tuple[Mention, ...], run: list[int], move: str) -> dict[int, Share]:
    """Each with the name of as many numbers before, and the move; a member may have its own
    (分别下降0.1%和增长1.2%)."""
    out: dict[int, Share] = {}
    told = [at for at in range(run[0]) if not _is_origin(text, found, at)][-len(run) :]
    for index, like in zip(run, told, strict=False):
        gap = text[found[index - 1].right : found[index].left] if index > run[0] else ""
        move = endings("moves").longest(gap.rstrip("约近超达")) or move
        out[index] = Share(like=like, move=move)
    return out


def _is_origin(text: str, found: tuple[Mention, ...], at: int) -> bool:
    """Whether the number is where a move to the next begins (由3887例下降到2015例)."""
    gap = text[found[at].right : found[at + 1].left] if at + 1 < len(found) else ""
    arrival = endings("arrivals").longest(gap)
    return bool(arrival) and "，" not in gap[:-1]


def _gaps(
    text: str, subject: str, leading: str, found: tuple[Mention, ...], run: list[int]
) -> dict[int, Share]:
    """Gaps to several others (比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点), each with its
    other; of what the last number outside brackets measured."""
    compared = _OTHERS.fullmatch(_NOTE.sub("", subject))
    way = trimmed(leading.removeprefix("分别"))
    if compared is None or way not in _WAYS:
        return {}
    others = [part for part in _SPLIT.split(compared.group(1)) if part]
    like = next((at for at in range(run[0] - 1, -1, -1) if text[found[at].left - 1] != "（"), None)
    if like is None or len(others) != len(run):
        return {}
    return {
        index: Share(like=like, move=f"比{other}{way}")
        for index, other in zip(run, others, strict=True)
    }


def _of_places(subject: str, leading: str, run: list[int]) -> dict[int, Share]:
    """香洲、金湾和斗门三个区分别实现生产总值863亿元、…: each place its own, of what stands behind
    分别."""
    places = _PLACES.fullmatch(trimmed(subject))
    named = _own(leading)
    named = (places.group(2) if places else None) or named
    parts = [part for part in _SPLIT.split(places.group(1)) if part] if places else []
    if len(parts) != len(run) or len(named) < _HEAD:
        return {}
    return {
        index: Share(indicator=named, entity=place) for index, place in zip(run, parts, strict=True)
    }


def _moving(share: Share, move: str) -> Share:
    """The share with the verb of a move that stands before the first number
    (分别增长45.2%、38.6%)."""
    if not move or share.indicator is None:
        return share
    return msgspec.structs.replace(share, indicator=share.indicator + move.removesuffix("了"))


def _trend(after: str) -> str | None:
    if _RISING.match(after):
        return "increase"
    return "decrease" if _FALLING.match(after) else None


def _years(text: str, tokens: tuple[Token, ...], cue: int, number: int) -> list[str]:
    """The periods of the members: the years of a range (2021年-2023年), or as many dates in a
    row."""
    near = bisect_right(tokens, cue, key=lambda token: token.end)
    own = [t for t in tokens[max(0, near - _LONGEST_LIST) : near] if t.first is not None]
    own = [t for t in own if t.kind in ("year", "range", "relative", "chyear", "part")]
    if own and own[-1].kind == "range":
        first, last = own[-1].first, own[-1].last
        if first is not None and last is not None and last - first + 1 == number:
            return [f"{year}年" for year in range(first, last + 1)]
    row = own[-number:]
    compared = row and row[0].reach == "base"
    listed = not compared and all(
        text[last.end : following.start] in _JOINTS for last, following in pairwise(row)
    )
    return [token.text for token in row] if len(row) == number and listed else []
