"""The noun phrase that a number measures, found by rules on characters around it.

Three shapes: *thing, number* (优良率达98%), *verb, number, thing* (设置50个地表水监测断面) and
*verb, number, verb, thing* (投资1.05亿元实施修复项目). What can't be named is ``None``; nothing
is guessed.
"""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.indicators import works
from exporter.briefing.quantities.indicators.comparing import retold, uncompared
from exporter.briefing.quantities.indicators.governing import (
    governing,
    inner_verb,
    joined,
    moving,
    verbs,
)
from exporter.briefing.quantities.indicators.leads import (
    ROUGHLY,
    goal_after,
    happened,
    led,
    led_verb,
    portion,
    share_of,
    sharer,
    told_by_sentence,
    traded,
)
from exporter.briefing.quantities.indicators.nouns import noun_after
from exporter.briefing.quantities.indicators.subjects import (
    needs_subject,
    parted,
    subject_of,
    with_subject,
)
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.indicators.wholes import (
    bodied,
    described,
    earned,
    of_list,
    part_of,
    predicated,
    scoped,
    shared_head,
    shared_part,
    staffed,
)
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.fractions import DOUBLED
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_ENDS = frozenset("，。；、）！？：（\n")
_LONG, _MOST = 24, 40
_RIGHT_WINDOW = 40
_BARE = 4
_TWO_LETTERS = re.compile(r"[一-鿿A-Za-z]{2}")
_PARALLEL = 4
"""A member as long as the first, verb and object (支持产业、安定就业), has its own verb."""
_VERB_REACH = 8
_CLAUSE_OR_LIST = re.compile(r"[，；：。！？、（）\n]")
_EVERY = re.compile(r"^(?:已经|已|全部|分别|均|都|先后|成功|正在|正|将|首次|共)+")
_SAID = re.compile(r"[一-鿿“”]{2,14}")
_GOALS = re.compile(
    r"的(?:历史)?(?:最[高低好佳])?(?:预期|考核|控制|奋斗|约束性|规划|年度|全年|既定)?"
    r"(?:目标|任务|指标|要求|水平|目标值|标准|纪录|记录|高位|低位)"
)
_NOT_THINGS = re.compile(
    r"(?:仍|还|尚|均|都|也|已|又|却|并)?(?:未能|未|不|没有?|无法|正在|正|已经|即将|能够|可以?|曾|因|会|将|被|经|需要?|属于?|是)"
)
_QUALIFIED = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,2}年|共|名义|实际|扣除价格因素|按?可比口径|按?可比价格|同口径|剔除[^，]{1,10}|两年平均|年均|平均|累计|当季|总体|依然|更是|更|又|再|可比价?|同口径|自然口径|不变价|(?:剔除|扣除)[^，]{1,12}?(?:因素|后)|由[负降增升]|转为|转)+"
)
_A_DAY, _DRAWS = ("日均", "月均", "周均"), ("拉动", "带动", "下拉", "贡献")
_PRICED = re.compile(r"(?<=[价费本])每[一-鿿]{1,3}$")
_APART_FROM = re.compile(r"扣除(?!价格)[^，]{2,12}后")
_COMPARED_TO = re.compile(r"(?:较|比|与)[^，]{1,10}?(?:前|时|相比|同期|水平|年期)$")
_GAP_TO = re.compile(r"(?:比|较|低于|高于)[^，]{1,10}(?:高|低|多|少|快|慢|长|短|大|小)出?$")
_COMPARED = ("高于", "低于", "高出", "快于", "慢于", "好于", "优于", "多于", "少于")
_SHARE_OF = re.compile(r"^(?:占(?!比|地)|为|是|相当于|完成|恢复[至到])[^，]{0,16}的?$")
_SHARED = re.compile(
    r"的$|^恢|的?(?:比重|比例|份额)$|^占(?!比|地)|^相当于|^完成(?:年度|全年|年初|调整)?(?:预算|计划|目标|任务|进度)"
)
_HOLDS = re.compile(r"([一-鿿]{3,16}?)占(?!比|地)[一-鿿]{2,16}$")
_LASTING = re.compile(r"(?:未|无|没有|零)[一-鿿]{2,14}(?=[，。；、])")
_GAP_REACH = 16
_OVER_YEAR = re.compile(r"(?:同比|环比)[多少高低快慢]$")
_COMPARABLY = re.compile(r"^按?(?:可比|同)(?:口径|价格|价)?(?:计算)?")
_BEYOND = re.compile(r"(?:超过|超出|超|领先|落后)于?[^，]{2,10}")
_MORE = ("多", "少", "高", "低", "快", "慢")
_MORE_THAN = re.compile(r"(?:比|较)[^，。；]{2,10}[多少高低快慢]出?了?$")
_PACE_APART = re.compile(rf"(增速|增幅|降幅|涨幅)(?:{'|'.join(_COMPARED)})")
_CONTRIBUTED = re.compile(r"(?:对[^，]{2,14}?)?的?贡献率$|拉动.{0,8}$")
_SHORT_CORE = 6
_PHASED = re.compile(r"[一-鿿]{0,16}?[一二三四五]期(?:项目|工程)?(?=[一-鿿]{2})")
# 三大电站形成的500公里高峡平湖: the number is an attribute of what follows.
_ATTRIBUTES = frozenset({"length", "area", "volume"})
_ATTRIBUTED = re.compile(r"[成建修造](?:了)?的$")
_RANKED = re.compile(r"(?:全省|全国|全市)?[前第][0-9一二三四五六七八九十]{1,3}")


def find(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None``."""
    if inside := retold(mention, place):
        return inside
    core = _unused(trimmed(left_of(mention, place)), mention, place)
    core = uncompared(core, mention, place)
    if mention.rule == DOUBLED:
        core = _COMPARED_TO.sub("", core)
    right = place.text[mention.right : min(place.end, mention.right + _RIGHT_WINDOW)]
    tied = right.startswith("的")
    kind = mention.quantity.type
    lasts = kind == "duration" and place.text.endswith("连续", place.start, mention.left)
    if lasts and (lasting := _LASTING.match(right)):
        return Phrase(lasting.group(), "indicator.following")
    spans = kind in ("threshold", "frequency") or (kind == "duration" and not tied)
    if kind == "percent" and (shared := shared_part(mention, place, right)):
        return Phrase(shared, "indicator.share")
    if kind == "percent" and (part := portion(mention, core, right)):
        return part
    if right and right[0] not in _ENDS and not _moves_on(right) and not spans:
        found = _followed(mention, core, right, place)
        if found is not None:
            return found
    return _preceded(mention, core, right, place)


@cache
def _onward() -> re.Pattern[str]:
    """What tells that the number moves on (提高到, 调整为, 收窄)."""
    listed = {*words("rise"), *words("fall"), *words("arrivals")}
    moves = sorted((word for word in listed if len(word) > 1), key=len, reverse=True)
    return re.compile(f"(?:到|至|发展|变成|{'|'.join(moves)})")


def _moves_on(right: str) -> bool:
    return _onward().match(right) is not None


def _unused(core: str, mention: Mention, place: Place) -> str:
    """The core, unless it is the thing that the number before counts (10个点位684万吨废渣)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None or before.quantity.classifier is None or not core:
        return core
    if before.right < mention.left and phrase.rule.startswith("indicator.following"):
        for joint in ("、", "和", "及"):
            head, _, rest = core.partition(joint)
            if rest and phrase.text.endswith(head):
                return trimmed(rest)
    counted = phrase.rule.startswith("indicator.following") and phrase.text.endswith(core)
    return "" if counted and mention.left - before.right <= len(core) + 1 else core


def _followed(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """*Verb, number, thing*: the thing follows the number."""
    tied = right.startswith("的")
    if tied and len(core) != 1 and _GOALS.match(right):
        return None
    rated = mention.quantity.type == "percent" and core.endswith(words("rate_heads"))
    if tied and rated and len(core) > _BARE:
        return None
    rest = right[1:] if tied else right
    if mention.quantity.classifier is not None:
        return _counted(mention, core, rest, place)
    action = openings("verbs").longest(rest)
    thing = noun_after(rest)
    if (
        thing
        and mention.quantity.type in _ATTRIBUTES
        and _ATTRIBUTED.search(place.text, place.start, mention.left)
    ):
        return Phrase(thing, "indicator.following")
    if action and core and mention.quantity.type == "money":
        goal = noun_after(rest[len(action) :].removeprefix("到"))
        return Phrase(goal + _head(core), "indicator.purpose") if goal else None
    head = endings("bare_heads").longest(core)
    if tied and head and thing:
        return Phrase(with_subject(thing, head), "indicator.tied")
    if thing and (told := happened(core, thing)):
        return told
    verb = governing(core)
    did = verb == core or place.text.startswith("了", mention.left - 1)
    if thing and not action and (tied or not core or did):
        lead = "" if tied and not verb else verb or core
        return Phrase(joined(lead, thing), "indicator.following", verb)
    return None


def _counted(mention: Mention, core: str, rest: str, place: Place) -> Phrase | None:
    """The things counted, with what was done with them or is said of them."""
    if _NOT_THINGS.match(rest):
        return described(core, rest) or predicated(rest, place)
    if _part_done(mention, rest, place) and (part := predicated(rest, place)):
        return part
    if _RANKED.match(rest):
        subject = place.phrase.text if place.phrase is not None else ""
        return Phrase(subject, "indicator.ranked-count") if subject else None
    thing = bodied(noun_after(rest), rest)
    if scoped(thing, rest):
        return None
    verb = governing(core)
    if thing and len(core) > 2 and not verb and _arrived(mention, place):
        return Phrase(core, "indicator.preceding")
    if thing and not verb and len(thing.split("（")[0]) <= _BARE:
        if told := _told_of(thing, rest):
            return Phrase(told, "indicator.following.told", subject=thing)
        verb = inner_verb(core) or _verb_before(core, mention, place)
    return Phrase(joined(verb, thing), "indicator.following", verb) if thing else None


def _part_done(mention: Mention, rest: str, place: Place) -> bool:
    """Whether the number counts those of a whole that something was done with
    (申请8.4万宗，当中逾5.1万宗获批)."""
    before = place.before
    gap = place.text[before.right : mention.left] if before is not None else ""
    said = _CLAUSE_OR_LIST.split(rest, maxsplit=1)[0]
    did = said in words("verbs") or (len(said) <= _VERB_REACH and openings("verbs").longest(said))
    return gap.startswith(("，其中", "，当中")) and bool(did)


def _arrived(mention: Mention, place: Place) -> bool:
    """Whether the number is a level that what stands before it has moved to (编制增至191个职位)."""
    left = place.text[max(place.start, mention.left - _VERB_REACH) : mention.left]
    return bool(endings("arrivals").longest(left))


def _verb_before(core: str, mention: Mention, place: Place) -> str:
    """The verb that the first of a list (帮扶28所学校、17家医院) lends to the next."""
    before, phrase = place.before, place.phrase
    if core or before is None or phrase is None or len(phrase.verb) > _VERB_REACH:
        return ""
    gap = place.text[before.right : mention.left]
    return phrase.verb if gap.endswith("、") and "，" not in gap else ""


def _told_of(thing: str, rest: str) -> str:
    """A bare noun with what is said of it (286所小学全部开展课后服务 → 开展课后服务的小学)."""
    if not rest.startswith(thing):
        return ""
    clause = _CLAUSE_OR_LIST.split(rest[len(thing) :], maxsplit=1)[0]
    said = _EVERY.sub("", clause)
    if not _SAID.fullmatch(said) or said.startswith(words("not_told")):
        return ""
    return f"{said}的{thing}"


def _head(core: str) -> str:
    return core if len(core) <= 8 else endings("bare_heads").longest(core) or core


def _preceded(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """*Thing, number*: the thing stands before the number, or in the clause before that."""
    core = _shortened(core)
    if core in words("spending") and right[:1] == "，":
        goal = goal_after(right)
        if goal:
            return Phrase(goal + core, "indicator.purpose")
    if mention.quantity.type in works.MEASURES and (whole := works.headed(core, place.topic)):
        return Phrase(whole, "indicator.headed")
    return _moved(core, mention, place) or _plain(core, mention, place)


def _moved(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A growth or a gap: of the thing before the verb, or else of what was measured before."""
    if place.phrase is not None and not parted(mention, place):
        told = _compared(core, mention, place, place.phrase)
        if told is not None:
            return told
    move = endings("moves").longest(core)
    if not move:
        return None
    own = core[: -len(move)]
    priced = own if own in ("名义", "实际") or _APART_FROM.fullmatch(own) else ""
    own = "" if _QUALIFIED.fullmatch(own) else _COMPARED_TO.sub("", own)
    own = traded(own, place) or own
    if own and own not in words("bare_heads"):
        own += shared_head(own, mention, place)
        plain = own.removesuffix("实质").removesuffix("实际").removesuffix("名义") or own
        return Phrase(own + core[-len(move) :], "indicator.preceding", subject=plain)
    subject = subject_of(core, mention, place) or place.said or _told_before(mention, place)
    subject = subject.removesuffix("增速") or subject
    if not subject:
        return None
    named = with_subject(_PRICED.sub("", subject), own + priced + move)
    return Phrase(named, "indicator.inherited", subject=subject)


def _told_before(mention: Mention, place: Place) -> str:
    """What the sentence before is about, where this one opens with a mere move
    (上半年累计增长5.4%)."""
    if place.phrase is not None:
        return (place.phrase.subject or place.phrase.text) if parted(mention, place) else ""
    opens = "，" not in place.text[place.start : mention.left]
    return place.about if opens else ""


def _compared(core: str, mention: Mention, place: Place, last: Phrase) -> Phrase | None:
    """A gap, a share or a contribution of what was measured before (占…的比重, 比平均数低)."""
    before = last.subject or last.text
    left = _COMPARABLY.sub("", left_of(mention, place).strip(" 、").lstrip(ROUGHLY))
    share = _SHARE_OF.match(left)
    if share is not None and _SHARED.search(share.group()):
        told = core if "比" in core else share.group().rstrip("的至到")
        told = share_of(mention, place, told)
    elif mention.quantity.type == "delta" and _BEYOND.fullmatch(left):
        told = left
    elif core.startswith(_COMPARED) or _GAP_TO.fullmatch(core):
        told = core
    elif core in _MORE and (
        gap := _MORE_THAN.search(place.text, max(0, mention.left - _GAP_REACH), mention.left)
    ):
        told = gap.group().rstrip("了")
    elif core in _MORE and _OVER_YEAR.search(
        place.text, max(0, mention.left - _GAP_REACH), mention.left
    ):
        told = f"同比{core}"
    elif pace := _PACE_APART.match(core):
        return Phrase(before + core, "indicator.compared", subject=before + pace.group(1))
    elif core.startswith(_DRAWS) and mention.quantity.type in ("delta", "percent"):
        return Phrase(_CONTRIBUTED.sub("", before) + core, "indicator.compared", subject=before)
    else:
        return None
    subject = "" if told.startswith("占") else before
    if told.startswith("占"):
        before = sharer(mention, place) or before
    return Phrase(before + told, "indicator.compared", subject=subject)


def _plain(core: str, mention: Mention, place: Place) -> Phrase | None:
    if core.startswith("每") and core in words("each"):
        return None
    if listed := (
        told_by_sentence(core, mention, place)
        or of_list(core, mention, place)
        or _phased(core, mention, place)
    ):
        return listed
    if core in verbs() and mention.quantity.type == "money" and core.endswith("投资") and core[2:]:
        return Phrase(core, "indicator.preceding")
    if needs_subject(core, place):
        subject = subject_of(core, mention, place) or ("" if core else place.said)
        if subject:
            verb = core if core in verbs() and core not in moving() else ""
            own = subject if core in _A_DAY else ""
            return Phrase(with_subject(subject, core), "indicator.inherited", verb, own)
    named = _TWO_LETTERS.search(core) or core in words("single_things")
    if not named or core in moving():
        return None
    if mention.quantity.type == "percent" and (holder := _HOLDS.match(core)):
        return Phrase(core, "indicator.preceding", subject=holder.group(1))
    if of_house := staffed(core, mention, place) or earned(core, mention, place):
        return of_house
    if part := part_of(core, mention, place):
        return Phrase(core + part, "indicator.part", subject=part)
    return led(core, place) or _with_verb(core, place)


def _with_verb(core: str, place: Place) -> Phrase:
    """The thing as it stands, with the verb that a list lends it."""
    shared = _shared_verb(core, place)
    verb = shared or openings("verbs").longest(core)
    priced = _PRICED.search(core)
    subject = core[: priced.start()] if priced else ""
    return Phrase(shared + core, "indicator.preceding", verb, subject)


def _phased(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A short name with the phase of works that the number before was of
    (二期项目面积42万平方米，计划开放床位3200张)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None or "期" not in phrase.text or len(core) > _SHORT_CORE:
        return None
    told = _PHASED.match(phrase.text)
    near = not re.search("[；。]", place.text[before.right : mention.left])
    if not told or not near or "期" in core:
        return None
    return Phrase(told.group() + core, "indicator.phase")


def _shared_verb(core: str, place: Place) -> str:
    """The verb that the first member of a list lends to a short later one (出动人员…、车辆…)."""
    if place.phrase is None or place.before is None or len(core) > 6:
        return ""
    joint = place.text[place.before.right : place.before.right + 1]
    told = place.phrase.verb or led_verb(place.phrase)
    if joint != "、" or openings("verbs").longest(core):
        return ""
    if len(core) == len(place.phrase.text) == _PARALLEL:
        return ""
    return told if len(told) <= 6 else ""


def _shortened(core: str) -> str:
    if len(core) > _LONG and "等" in core[:-2]:
        core = trimmed(core[core.rfind("等", 0, len(core) - 1) + 1 :]) or core
    if len(core) > _LONG and "、" in core:
        core = trimmed(core[core.rfind("、") + 1 :]) or core
    if len(core) > _MOST:
        core = core[core.rfind("的", 0, len(core) - 2) + 1 :][-_MOST:]
    return core
