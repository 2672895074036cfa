"""Parts named by their wholes: those of a list, of a total, of a clause that describes them."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import governing, joined, moving
from exporter.briefing.quantities.indicators.leads import DOERS, LED, led_verb
from exporter.briefing.quantities.indicators.trimming import open_trimmed
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_BARE, _LONGEST_WHOLE = 4, 10
_VERB_REACH = 8
_PLACE = re.compile(
    r"[一-鿿]{1,4}[省市县区州旗镇乡]|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江"
    r"|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏"
    r"|宁夏|新疆|香港|澳门"
)
_CLAUSE_OR_LIST = re.compile(r"[，；：。！？、（）\n]")
_SAID = re.compile(r"[一-鿿“”]{2,20}")
_AMONG_END, _SO_IT_IS = re.compile(r"[里中]$"), re.compile(r"^是(.{2,12})的$")
_WITH_CLAUSE = re.compile(r"[^，。；、：！？（）0-9的]{2,14}的[一-鿿]{2,8}(?=[，。；、]|$)")
_MEASURED = re.compile(r"(?:合共|共计|合计|总计|共|约|达|为|近|超过|超|达到){0,3}[0-9]")
_HEADED = re.compile(r"[积值量额率度数价比费款债资本入出利税速幅][）”]?$")
_HAVE = (
    "共有",
    "还有",
    "占有",
    "具有",
    "拥有",
    "含有",
    "持有",
    "所有",
    "现有",
    "没有",
    "国有",
    "全国有",
    "全省有",
    "全市有",
)
_RATE = re.compile(r"(?:的[一-鿿]{1,4}|[一-鿿]{2})率$|的?(?:比例|占比|比重)$")
_AMONG = re.compile(r"([一-鿿]{1,10})[中里]，?(?:有|已有)?[约近超]?")
_DID = re.compile(r"(?:以上|左右)?的?(?:都|均|已经?|正|在)*([一-鿿“”]{2,14})(?=[，。；])")
_PART_OF = re.compile(r"(?:其中|当中)，?(?:有)?([一-鿿]{2,10}?)占(?:比|到|了)?[约近超达]{0,2}")
_OF_WHICH = re.compile("其中|当中")
# 分产业看，第一产业下降18.3%: of what the sentence before told the growth of.
_TAKEN_APART = re.compile(r"其中[，：]?|[分从按][^，。；0-9]{1,10}看，")
_NEXT_PART, _PART = re.compile(r"[，、]([一-鿿]{2,8}?)占(?:比|到|了)?[约近超达]{0,2}"), r"\1"
SHARE = "indicator.share"
"""The rule of a part's share of what was counted before."""
_SCOPE = re.compile(r"^(?:[全我][国省市县区州])(?:共|已)?")
_DID_SO = re.compile(r"(?:以上|左右)?(?:都|均)?已经?([一-鿿]{2,6})(?=[，。；])")
_SUFFIXES = ("生", "桩")
_PART_AHEAD = re.compile(r"，[^，。；]{2,12}，其中[^，。；]*")
_EARNED = re.compile(r"(?:累计|共)?(?:实现|完成|创造|取得)了?([一-鿿]{2,10})")
_OWN_NOUNS = {"户": "户数", "人": "人数", "人次": "人次", "元": "金额"}


def shared_part(mention: Mention, place: Place, right: str) -> str:
    """What a part of a whole does (新增问题中有70%依靠智能识别 → 新增问题中依靠智能识别的比例)."""
    left = left_of(mention, place)
    if taken := _taken_up(left, mention, place) or _among(mention, place, right):
        return taken
    whole = left.removesuffix("有")
    said = _CLAUSE_OR_LIST.split(right.removeprefix("的"), maxsplit=1)[0]
    long = len(whole) >= _BARE if whole.endswith("中") else _held_by(left, right, said)
    if not _SAID.fullmatch(said) or not long:
        return ""
    return f"{open_trimmed(whole)}{said}的比例"


def _held_by(left: str, right: str, said: str) -> bool:
    """Whether 有 says that so many of them do it (起火有八成发生在充电时)."""
    if not left.endswith("有") or left.endswith(_HAVE) or right.startswith("的"):
        return False
    return len(open_trimmed(left[:-1])) > 1 and len(said) > _BARE and "的" not in said


def _among(mention: Mention, place: Place, right: str) -> str:
    """What a share of those just counted does (停电的11万户用户中，96%以上已恢复供电)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None:
        return ""
    gap = place.text[before.right : mention.left]
    if (
        gap.endswith(("，其中", "，当中", "，其中约", "，当中约"))
        and "。" not in gap
        and (did := _DID_SO.match(right))
    ):
        whole = place.lead or phrase
        return f"{scopeless(whole.subject or whole.text)}{did.group(1)}比例"
    among = _AMONG.fullmatch(gap)
    did = _DID.match(right)
    if among is None or did is None or not phrase.text.endswith(among.group(1)):
        return ""
    if did.group(1)[:2] in phrase.text:
        return ""
    return f"{phrase.text}{did.group(1)}比例"


def _taken_up(left: str, mention: Mention, place: Place) -> str:
    """A part's share of what was counted before (就业人员402万人，其中制造业占53.8%)."""
    phrase, before = place.phrase, place.before
    if phrase is None or before is None:
        return ""
    gap = place.text[before.right : mention.left]
    if phrase.rule == SHARE and _NEXT_PART.fullmatch(gap):
        whole, _, _ = phrase.text.rpartition("中")
        return f"{whole}中{_NEXT_PART.sub(_PART, gap)}占比" if whole else ""
    part = _PART_OF.fullmatch(left.strip())
    if (
        part is None
        or not _OF_WHICH.search(gap)
        or "；" in gap
        or phrase.text.endswith(words("rate_heads"))
    ):
        return ""
    whole = phrase.subject or phrase.text
    own = part.group(1)
    return f"{own}占比" if len(own) > _BARE else f"{whole}中{own}占比"


def bodied(thing: str, rest: str) -> str:
    """The thing without a head that the next number measures (三个试点面积合共约50公顷)."""
    head = "生产总值" if thing.endswith("生产总值") else endings("bare_heads").longest(thing)
    own = "总" + endings("owned_heads").longest(thing)
    head = head or (own if own[1:] and thing.endswith(own) else "")
    told = rest.startswith(thing) and _MEASURED.match(rest, len(thing))
    return thing[: -len(head)] if head and told and len(thing) > len(head) + 1 else thing


def scoped(thing: str, rest: str) -> bool:
    """Whether the number tells how many places a rate is of (5县空气质量优良率100%)."""
    rate = thing.endswith(words("rate_heads")) and rest.startswith(thing)
    return rate and _MEASURED.match(rest, len(thing)) is not None


def described(core: str, rest: str) -> Phrase | None:
    """The thing with the clause that describes it (巡查了316个正进行大维修的屋苑)."""
    found = _WITH_CLAUSE.match(rest)
    if found is None:
        return None
    return Phrase(joined(governing(core), found.group()), "indicator.following", governing(core))


def predicated(rest: str, place: Place) -> Phrase | None:
    """Of a whole named before, those of which the words after the number tell something
    (样本1074个，其中31个未能通过测试 → 未能通过测试的样本)."""
    before = place.like or place.phrase
    said = _CLAUSE_OR_LIST.split(rest, maxsplit=1)[0]
    if before is None or not before.rule.startswith(("indicator.following", "indicator.preceding")):
        return None
    whole = _AMONG_END.sub("", (before.subject or before.text)[len(before.verb) :])
    said = _SO_IT_IS.sub(r"\1", said)
    if not _SAID.fullmatch(said) or not whole:
        return None
    return Phrase(f"{said}的{whole}", "indicator.following.told", subject=whole)


def shared_head(own: str, mention: Mention, place: Place) -> str:
    """The head that the first of several growths lends to the next
    (家电零售额增长41.2%，新能源汽车增长28.5%)."""
    before, phrase = place.before, place.phrase
    if before is None and place.kin is not None and _TAKEN_APART.match(place.text, place.start):
        told = place.kin.subject if not _HEADED.search(own) and len(own) <= _LONGEST_WHOLE else ""
        return endings("lent_heads").longest(told)
    if before is None or phrase is None or not phrase.subject or _HEADED.search(own):
        return ""
    gap = place.text[before.right : mention.left]
    head = endings("lent_heads").longest(phrase.subject)
    return head if gap[:1] in ("，", "、") and "，" not in gap[1:] else ""


def of_list(core: str, mention: Mention, place: Place) -> Phrase | None:
    """What the first of a list did, to people or households (涉及7个小区、1.9万户、5.2万人); a
    part of what was measured (秋粮播种面积312万亩，其中玉米228万亩)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None:
        return None
    unit = mention.quantity.unit or ""
    verb = phrase.verb or led_verb(phrase) or openings("verbs").longest(scopeless(phrase.text))
    gap = place.text[before.right : mention.left]
    if (
        not core
        and gap.endswith("、")
        and "，" not in gap
        and verb
        and unit != before.quantity.unit
    ):
        noun = _OWN_NOUNS.get(unit)
        lead = phrase.subject if phrase.rule == LED else ""
        said = scopeless(phrase.text)
        told = said[len(verb) :] if phrase.rule == "indicator.preceding" else ""
        told = "" if told in words("bare_heads") else told
        did = told if len(told) > 1 else lead + verb
        return Phrase(did + noun, "indicator.list", phrase.verb) if noun else None
    if rated := _rated(core, mention, place, gap):
        return rated
    head = endings("bare_heads").longest(phrase.subject or phrase.text)
    part = (
        gap.startswith("，其中")
        or _PART_AHEAD.fullmatch(gap)
        or (gap.startswith(("，", "、")) and phrase.rule == "indicator.of-whole")
    )
    if (
        core.endswith(head)
        or not (head and part and core and unit == before.quantity.unit)
        or len(core) > _VERB_REACH * 2
    ):
        return None
    if mention.quantity.classifier or core.endswith(words("rate_heads")) or _HEADED.search(core):
        return None
    return Phrase(core + head, "indicator.of-whole", subject=core + head)


def scopeless(text: str) -> str:
    """The words without the place as a whole (全县播种油菜)."""
    return _SCOPE.sub("", text)


def _rated(core: str, mention: Mention, place: Place, gap: str) -> Phrase | None:
    """The rate that the first of a list lends to bare names
    (中学使用率八成，小学七成、幼儿园五成)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None or mention.quantity.type != "percent":
        return None
    gap = gap.replace("，其中，", "，", 1)
    alike = before.quantity.unit == mention.quantity.unit and gap[:1] in ("，", "、")
    rate = _RATE.search(phrase.subject or phrase.text)
    bare = 2 <= len(core) <= _VERB_REACH and not core.endswith(words("rate_heads"))
    done = openings("verbs").longest(core) or endings("moves").longest(core) or "占" in core
    if not alike or rate is None or not bare or done or "，" in gap[1:]:
        return None
    if gap.endswith("占"):
        return Phrase(f"{core}占比", "indicator.of-whole", subject=core)
    return Phrase(core + rate.group(), "indicator.of-whole", subject=core + rate.group())


def staffed(core: str, mention: Mention, place: Place) -> Phrase | None:
    """Beds, staff, pupils told behind the number of houses that they are of
    (乡镇卫生院33753个，床位150.5万张); so of the pupils of one kind of school."""
    before, phrase = place.before, place.phrase
    if core not in words("of_houses") or before is None or phrase is None:
        return None
    gap = place.text[before.right : mention.left]
    whole = phrase.subject or phrase.text
    whole = whole[: len(whole) - len(endings("of_houses").longest(whole))]
    counted = before.quantity.classifier is not None or whole != (phrase.subject or phrase.text)
    if not counted or gap[:1] != "，" or len(whole) < 2 or whole in words("verbs"):
        return None
    return Phrase(whole + core, "indicator.of-whole", subject=whole + core)


def earned(core: str, mention: Mention, place: Place) -> Phrase | None:
    """What the firms counted before have done (规模以上企业41家，实现产值132亿元)."""
    before, phrase = place.before, place.phrase
    done = _EARNED.fullmatch(core)
    if done is None or before is None or phrase is None or mention.quantity.type != "money":
        return None
    doers = DOERS.search(phrase.text)
    gap = place.text[before.right : mention.left]
    if doers is None or before.quantity.classifier is None or gap[:1] != "，" or "；" in gap:
        return None
    whole = doers.group() + done.group(1)
    return Phrase(whole, "indicator.of-whole", subject=whole)


def _places(core: str) -> bool:
    """Whether the core is a place or a list of them (河南、湖南)."""
    return all(_PLACE.fullmatch(part) for part in core.split("、"))


def part_of(core: str, mention: Mention, place: Place) -> str:
    """The thing that a part is a part of (环境问题162个（其中料场堆场25个、加油站15个）;
    新增确诊病例15例，其中湖北8例)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None or before.quantity.unit != mention.quantity.unit:
        return ""
    gap = place.text[before.right : mention.left]
    if phrase.rule == "indicator.part" and gap.startswith(("、", "，")) and "，" not in gap[1:]:
        whole = phrase.subject
    elif gap.startswith(("（其中", "，其中", "；其中")) and "，" not in gap[3:]:
        whole = phrase.text[0 if phrase.verb in moving() else len(phrase.verb) :]
        whole = "" if endings("moves").longest(whole) or endings("verbs").longest(whole) else whole
    else:
        return ""
    apart = mention.quantity.classifier is not None and not set(core[-2:]) & set(whole[-_BARE:])
    if gap[0] != "（" and phrase.rule != "indicator.part" and not _places(core):
        size = _BARE - 1 if whole.endswith(_SUFFIXES) else _BARE // 2
        whole = endings("countables").longest(whole) or whole[-size:]
    alike = DOERS.fullmatch(core) is not None and DOERS.fullmatch(whole) is not None
    apart = apart and not alike
    part = 2 <= len(core) <= _VERB_REACH and not openings("verbs").longest(core)
    return whole if apart and part and 2 <= len(whole) <= _LONGEST_WHOLE else ""
