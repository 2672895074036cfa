"""*Verb, number, thing*: the thing follows the number (设置50个地表水监测断面)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import governing, inner_verb, joined
from exporter.briefing.quantities.indicators.leads import happened
from exporter.briefing.quantities.indicators.nouns import noun_after
from exporter.briefing.quantities.indicators.spent import used
from exporter.briefing.quantities.indicators.subjects import with_subject
from exporter.briefing.quantities.indicators.trimming import open_trimmed
from exporter.briefing.quantities.indicators.wholes import bodied, described, predicated, scoped
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_BARE = 4
_ATTRIBUTE, _ATTRIBUTED_END = re.compile(r"[一-鿿“”A-Za-z]{2,14}"), re.compile(r"的有?$")
_TOWARDS = ("对", "为", "给", "向", "把", "将", "从", "以")
_FIRST_PERSON, _DONE = re.compile(r"^我们?"), re.compile(r"[一-鿿]{2,8}")
_VERB_REACH = 8
_CLAUSE_OR_LIST = re.compile(r"[，；：。！？、（）\n]")
_EVERY = re.compile(r"^(?:更是|更|已经|已|全部|分别|均|都|先后|成功|正在|正|将|首次|共)+")
_SAID = re.compile(r"[一-鿿“”]{2,14}")
_GOALS = re.compile(
    r"的(?:历史)?(?:最[高低好佳])?(?:预期|考核|控制|奋斗|约束性|规划|年度|全年|既定)?"
    r"(?:目标|任务|指标|要求|水平|目标值|标准|纪录|记录|高位|低位)"
)
_INSIDE = ("里面", "当中", "之中", "中间")
_CALLED, _PART_REACH = re.compile(r"“[^，。；“”]{2,10}”$"), 20
_PART_HELD = re.compile(r"(?:其中|当中)，?([^，。；]{0,10}?)[仅只就]?占(?:约|大约|近|逾)?$")
# 教育部編列220億元提供補助: who gives it is no head
_BODY = re.compile(r"[一-鿿]{1,8}[部局署会处院司厅府委]")
# 發生事故12宗，48人死亡
_EVENT = re.compile(r"[一-鿿]{0,6}(?:事故|意外|火灾|车祸|地震|山体滑坡)$")
_FATE = "indicator.fate"
# 房屋總供應量有18萬個單位: the amount is what is measured
_AMOUNT = re.compile(r"(?:[一-鿿]{2}量|总数|[名配限]额)$")
# 112家卫生院中，有87家达到基本标准
_AMONG = re.compile(r"[一-鿿“”]{2,14}(?:中|里|之中|当中|里面)，?(?:已经?|目前)?有")
_CAUSE = re.compile(
    r"^(?:令人痛心的是，?)?(?:因|由于|这次|此次|本次|该次|共|已){0,2}|(?:已经?|共|累计|还|又)?(?:造成|导致|致)$"
)
_NOT_THINGS = re.compile(
    r"(?:仍|还|尚|均|都|也|已|又|却|并)?(?:未能|未|不|没有?|无法|正在|正|已经|即将|能够|可以?|曾|因|会(?![员议展场馆社])|将(?!军)|被(?![子褥])|经(?![营济理销办])|需要?(?!求)|属于?|是|主要(?:集中|分布|来自|用于|是|涉及)|集中[在于])"
)
# 三大电站形成的500公里高峡平湖: the number is an attribute of what follows.
_ATTRIBUTES = frozenset({"length", "area", "volume"})
_ATTRIBUTED = re.compile(r"[成建修造](?:了)?的$")
_RANKED = re.compile(r"(?:全省|全国|全市)?[前第][0-9一二三四五六七八九十]{1,3}")


def followed(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
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
    thing = "" if rest.startswith(_TOWARDS) else noun_after(rest)
    if (
        thing
        and mention.quantity.type in _ATTRIBUTES
        and _ATTRIBUTED.search(place.text, place.start, mention.left)
    ):
        return Phrase(thing, "indicator.following")
    if mention.quantity.type == "money" and (spent := _spent(core, right, rest, action)):
        return spent
    head = endings("bare_heads").longest(core)
    if tied and head and thing:
        return Phrase(with_subject(thing, head), "indicator.tied")
    if thing and (told := happened(core, thing)):
        return told
    verb = governing(core)
    has = ("了", "有") if mention.quantity.type in _ATTRIBUTES else ("了",)
    spends = mention.quantity.type == "money" and core.endswith(words("spends"))
    did = verb == core or spends or place.text.startswith(has, mention.left - 1)
    if thing and not action and (tied or not core or did):
        lead = "" if tied and not verb else core if spends else verb or core
        return Phrase(joined(lead, thing), "indicator.following", verb)
    return None


def _spent(core: str, right: str, rest: str, action: str) -> Phrase | None:
    """The money with what is done with it (投资1.05亿元实施修复项目)."""
    if spent := used(core, right):
        return spent
    if not action or not core:
        return None
    goal = noun_after(rest[len(action) :].removeprefix("到"))
    if len(goal) == 1:  # 發給120萬元慰問金: the verb is a piece of the noun
        thing = "" if rest.startswith(_TOWARDS) else noun_after(rest)
        return Phrase(thing, "indicator.following") if thing else None
    if goal and endings("spends").longest(core) not in ("", core):
        return Phrase(core + action + goal, "indicator.purpose")
    return Phrase(goal + _head(core), "indicator.purpose") if goal else None


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
    if befell := (_befallen(mention, core, thing, place) or _of_these(thing, mention, place)):
        return befell
    if scoped(thing, rest):
        return None
    verb = governing(core)
    if thing and not verb and (told := _attributed_to(core, mention, place)):
        return Phrase(joined(told, thing), "indicator.following", "" if "的" in told else told)
    if thing and len(core) > 2 and _is_level(core, verb, mention, place):
        return Phrase(core, "indicator.preceding")
    if thing and not verb and len(thing.split("（")[0]) <= _BARE:
        if told := _told_of(thing, rest):
            return Phrase(told, "indicator.following.told", subject=thing)
        verb = inner_verb(core) or _verb_before(core, mention, place)
    return Phrase(joined(verb, thing), "indicator.following", verb) if thing else None


def _of_these(thing: str, mention: Mention, place: Place) -> Phrase | None:
    """A bare thing by the name before its number (「簡約公屋」三萬個單位); a part of what was
    counted with it (18萬個單位，其中頭三年佔6萬個單位)."""
    if not thing or len(thing) > _BARE:
        return None
    left = place.text[max(place.start, mention.left - _PART_REACH) : mention.left]
    if left[-1:] not in ("”", "占", "约", "近", "逾"):
        return None
    if quoted := _CALLED.search(left):
        return Phrase(quoted.group() + thing, "indicator.following")
    if place.like is None or (part := _PART_HELD.search(left)) is None:
        return None
    subject = place.like.subject or place.like.text
    return Phrase(part.group(1) + subject, "indicator.part", subject=subject)


def _attributed_to(core: str, mention: Mention, place: Place) -> str:
    """What the words before the number say of the thing counted (储煤不足的6家企业,
    投诉集中的有17个小区), or that was done with it (调研过31个村)."""
    if place.text[mention.left - 1 : mention.left] not in ("的", "有", "过", "了"):
        return ""
    said = left_of(mention, place)
    whole = open_trimmed(_ATTRIBUTED_END.sub("", said))
    if len(whole) < len(said) and _ATTRIBUTE.fullmatch(whole) and said.endswith(("的有", "的")):
        return f"{whole}的"
    done = _FIRST_PERSON.sub("", core.removesuffix("过"))
    acted = place.text.endswith(("过", "了"), place.start, mention.left)
    return done if acted and _DONE.fullmatch(done) else ""


def _befallen(mention: Mention, core: str, thing: str, place: Place) -> Phrase | None:
    """Those whom something befell (山体滑坡造成4人死亡 → 山体滑坡死亡人数; 其中1例死亡)."""
    if thing not in words("fates"):
        return None
    if mention.quantity.unit != "人":
        return _befallen_part(thing, mention, place)
    cause = _CAUSE.sub("", core)
    told = cause if 1 < len(cause) <= _VERB_REACH and cause not in words("fates") else ""
    last = place.phrase
    if not told and last is not None and (event := _EVENT.search(last.subject or last.text)):
        told = event.group()
    if not told and last is not None and last.rule == _FATE:
        told = last.text[: -len(endings("fates").longest(last.text[:-2])) - 2]
    return Phrase(f"{told}{thing}人数", _FATE, subject=f"{told}{thing}人数")


def _befallen_part(thing: str, mention: Mention, place: Place) -> Phrase | None:
    """What befell those of the cases just counted (重症病例11例，其中1例死亡)."""
    before, whole = place.before, place.phrase
    if before is None or whole is None or before.quantity.unit != mention.quantity.unit:
        return None
    of_these = place.text[before.right : mention.left] in (
        "，其中",
        "，当中",
        "，其中有",
        "，当中有",
    )
    return Phrase((whole.subject or whole.text) + thing, _FATE) if of_these else None


def _part_done(mention: Mention, rest: str, place: Place) -> bool:
    """Whether the number counts those of a whole that something was done with
    (申请8.4万宗，当中逾5.1万宗获批)."""
    before = place.before
    gap = place.text[before.right : mention.left] if before is not None else ""
    said = _CLAUSE_OR_LIST.split(rest, maxsplit=1)[0]
    did = said in words("verbs") or (len(said) <= _VERB_REACH and openings("verbs").longest(said))
    if _AMONG.fullmatch(gap):
        told = said.startswith("达到") or not said.startswith(words("not_told"))
        return told and bool(_SAID.fullmatch(said))
    return gap.startswith(("，其中", "，当中")) and bool(did)


def _is_level(core: str, verb: str, mention: Mention, place: Place) -> bool:
    """Whether the number is a level of what stands before it: of an amount (供应量有18万个单位), or
    one that it has moved to (编制增至191个职位)."""
    if _AMOUNT.search(core) and not verb:
        return True
    if verb:
        return False
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
    if not _SAID.fullmatch(said) or said.startswith(words("not_told")) or said in _INSIDE:
        return ""
    return f"{said}的{thing}"


def _head(core: str) -> str:
    if _BODY.fullmatch(core):
        return ""
    return core if len(core) <= 8 else endings("bare_heads").longest(core) or core
