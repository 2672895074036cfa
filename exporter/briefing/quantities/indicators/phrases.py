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
from exporter.briefing.quantities.indicators.counting import followed
from exporter.briefing.quantities.indicators.each import done_share, per_one
from exporter.briefing.quantities.indicators.governing import inner_verb, moving, verbs
from exporter.briefing.quantities.indicators.growing import COMPARED_TO, PRICED, moved
from exporter.briefing.quantities.indicators.investing import invested
from exporter.briefing.quantities.indicators.leads import (
    led,
    led_verb,
    portion,
    told_by_sentence,
)
from exporter.briefing.quantities.indicators.levels import level
from exporter.briefing.quantities.indicators.owning import MAKES_NOUN
from exporter.briefing.quantities.indicators.parallel import held, of_goal, other_of_pair, passed
from exporter.briefing.quantities.indicators.parts import part_said
from exporter.briefing.quantities.indicators.placed import placed, whole_again
from exporter.briefing.quantities.indicators.spent import used
from exporter.briefing.quantities.indicators.subjects import needs_subject, subject_of, with_subject
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.indicators.wholes import (
    SHARE,
    earned,
    of_list,
    part_of,
    scopeless,
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
_TWO_LETTERS = re.compile(r"[一-鿿A-Za-z]{2}")
_PARALLEL = 4
"""A member as long as the first, verb and object (支持产业、安定就业), has its own verb."""
_A_DAY = ("日均", "月均", "周均")
_HOLDS = re.compile(r"([一-鿿]{3,16}?)占(?!比|地)[一-鿿]{2,16}$")
_LASTING = re.compile(r"(?:未|无|没有|零)[一-鿿]{2,14}(?=[，。；、])")
_SHORT_CORE = 6
_WHEN = frozenset({"now", "relative"})
# 五間公司現時僱用: the thing counted ends where a time is told
_NAMED_AHEAD = re.compile(r"[一-鿿]{2,12}(?<![在于到由从至比较与前将的])")
_DATES_BEGIN = ("今", "明", "去", "年", "本")
_TAKING = re.compile(
    r"(?:左右)?(?P<within>之内|以内|内)?(?P<can>(?:就|便|即)(?:能|可以?|会)?|可以?|能够?)?"
    r"(?P<did>(?![的以前后来间时没不未有是将就、累])(?:(?!百分)[一-鿿]){2,10})(?=[，。；])"
)
_NOT_TAKING = ("连续", "为期", "历时", "满", "提前", "每", "超过", "近", "过去", "未来", "第", "用")
# 萬里區2處及石門區1處: what a conjunction joins is no thing counted.
_JOINED = re.compile(
    r"(?:及(?![格时第])|和(?![平谐美])|与(?![会])|以及)[^0-9，。；]{1,10}[0-9]|或[0-9]"
)
_PHASED = re.compile(r"[一-鿿]{0,16}?[一二三四五]期(?:项目|工程)?(?=[一-鿿]{2})")


def find(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None``."""
    if inside := retold(mention, place):
        return inside
    beyond = passed(mention, place) or of_goal(mention, place)
    if beyond := beyond or placed(mention, place) or whole_again(mention, place):
        return beyond
    core = _unused(trimmed(left_of(mention, place)), mention, place)
    core = uncompared(core, mention, place)
    if mention.rule == DOUBLED:
        core = COMPARED_TO.sub("", core)
    if beside := level(core, mention, place):
        return beside
    right = _right_of(mention, place)
    tied = right.startswith("的")
    kind = mention.quantity.type
    if kind == "duration" and (lasting := _lasting(core, right, mention, place)):
        return lasting
    spans = kind in ("threshold", "frequency") or (kind == "duration" and not tied)
    if kind == "percent" and (shared := shared_part(mention, place, right)):
        return Phrase(shared, SHARE)
    if kind == "percent" and (part := portion(mention, core, right, place)):
        return part
    if right and right[0] not in _ENDS and not (spans or _goes_on(right)):
        found = followed(mention, core, right, place)
        if found is not None:
            return found
    return _preceded(mention, core, right, place)


def _lasting(core: str, right: str, mention: Mention, place: Place) -> Phrase | None:
    """What has not been for so long, or took so long."""
    free = _LASTING.match(right) if place.text.endswith("连续", place.start, mention.left) else None
    if free is not None:
        return Phrase(free.group(), "indicator.following")
    taken = _taking(core, right)
    return Phrase(taken, "indicator.taking") if taken else None


def _right_of(mention: Mention, place: Place) -> str:
    """The words behind the number, a date right behind it left out (其中5个今年内可以投产)."""
    begins = mention.right
    if place.text[begins : begins + 1] in _DATES_BEGIN:
        begins = next((token.end for token in place.tokens if token.start == begins), begins)
        begins += begins > mention.right and place.text.startswith("内", begins)
    ends = min(place.end, mention.right + _RIGHT_WINDOW)
    later = (each.start for each in place.tokens if each.start > begins and each.kind in _WHEN)
    at = next(later, ends)
    if at < ends and _NAMED_AHEAD.fullmatch(place.text, begins, at):
        return place.text[begins:at] + "，"
    return place.text[begins:ends]


def _taking(core: str, right: str) -> str:
    """How long it takes to do what the words behind the number tell (维修人员平均38分钟到场)."""
    found = _TAKING.match(right)
    if found is None or core.endswith(_NOT_TAKING) or "分之" in found["did"]:
        return ""
    did = found["within"] or found["can"] or openings("verbs").longest(found["did"])
    if not did and not found["did"].startswith(("到", "办", "送", "出")):
        return ""
    own = core[: len(core) - len(endings("on_average").longest(core))]
    return f"{own}{found['did'].rstrip('了')}用时"


@cache
def _onward() -> re.Pattern[str]:
    """What tells that the number moves on (提高到, 调整为, 收窄)."""
    listed = {*words("rise"), *words("fall"), *words("arrivals")}
    moves = sorted((word for word in listed if len(word) > 1), key=len, reverse=True)
    return re.compile(f"(?:到|至|发展|变成|{'|'.join(moves)})")


def _goes_on(right: str) -> bool:
    """Whether the number moves on, or another is joined to it: no thing counted follows."""
    return _onward().match(right) is not None or _JOINED.match(right) is not None


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


def _preceded(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """*Thing, number*: the thing stands before the number, or in the clause before that."""
    core = _shortened(core)
    if mention.quantity.type == "money" and (spent := used(core, right)):
        return spent
    if mention.quantity.type in works.MEASURES and (whole := works.headed(core, place.topic)):
        return Phrase(whole, "indicator.headed")
    return moved(core, mention, place) or _plain(core, mention, place)


def _plain(core: str, mention: Mention, place: Place) -> Phrase | None:
    if core.startswith("每") and core in words("each"):
        return None
    if listed := (
        told_by_sentence(core, mention, place)
        or invested(core, mention, place)
        or part_said(core, mention, place)
        or of_list(core, mention, place)
        or _phased(core, mention, place)
        or other_of_pair(core, place)
        or held(core, mention, place)
        or done_share(core, mention, place)
        or per_one(core, mention, place)
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
    if whole := part_of(core, mention, place):
        return Phrase(core + whole, "indicator.part", subject=whole)
    return led(core, place) or _with_verb(core, place)


def _with_verb(core: str, place: Place) -> Phrase:
    """The thing as it stands, with the verb that a list lends it."""
    shared = _shared_verb(core, place)
    verb = shared or openings("verbs").longest(core)
    verb = "" if core[len(verb) :].startswith(MAKES_NOUN) else verb
    priced = PRICED.search(core)
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
    said = scopeless(place.phrase.text)
    own = openings("verbs").longest(said)
    told = told or ("" if said[len(own) :].startswith(MAKES_NOUN) else own)
    told = told or _acted(said)
    if joint != "、" or openings("verbs").longest(core) or core in words("single_things"):
        return ""
    if len(core) == len(place.phrase.text) == _PARALLEL:
        return ""
    return told if len(told) <= 6 else ""


def _acted(said: str) -> str:
    """The verb of what somebody did (市里紧急调拨帐篷), where it has its object."""
    inner = inner_verb(said) if len(said) <= _SHORT_CORE * 2 else ""
    verb = openings("verbs").longest(inner)
    return verb if len(inner) > len(verb) + 1 else ""


def _shortened(core: str) -> str:
    if len(core) > _LONG and "等" in core[:-2]:
        core = trimmed(core[core.rfind("等", 0, len(core) - 1) + 1 :]) or core
    if len(core) > _LONG and "、" in core:
        core = trimmed(core[core.rfind("、") + 1 :]) or core
    if len(core) > _MOST:
        core = core[core.rfind("的", 0, len(core) - 2) + 1 :][-_MOST:]
    return core
