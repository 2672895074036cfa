"""What a deed or a bare attribute is of, where its own clause doesn't tell: the thing that the last
number with the same measure word counted, else what the passage is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.briefing.quantities.indicators.governing import deed, verbs
from exporter.briefing.quantities.indicators.growing import alike
from exporter.briefing.quantities.indicators.leads import A_PLACE
from exporter.briefing.quantities.indicators.owning import owner_of, undone
from exporter.briefing.quantities.indicators.placed import LAND, of_no_land
from exporter.briefing.quantities.indicators.subjects import AVERAGE, clause_before
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

KIN, TOPIC = "indicator.kin", "indicator.topic"
_COUNTS = frozenset({"area", "length", "duration", "volume"})
_SHORTEST, _SHORT, _LONGEST, _LONGEST_ALONE = 2, 2, 16, 10
_ATTRIBUTE = re.compile(
    r"(?!年度|制度|季度|高速|评价|大量|同比|环比|对比|[一二三四五六假学近同前后]期)"
    r"[一-鿿][量率额值数价费温度期龄速比]|[航里路]程|[总单亩]产|价格|(?:乘客|载客|客流|车流)量|会员人数|桥隧比|路线长"
)
_SOMEBODY = re.compile(r"[员者人户生师手民]$")
_CAN = re.compile(r"[可能][一-鿿]")
_PER = re.compile(r"每[一-鿿]{1,3}$")
_EACH_OF = re.compile(r"(?:平均)?每[个座所家支户辆台条处][一-鿿]{2,6}$")
_KIND = re.compile(r"(?:^|[。；：])([一-鿿]{2,8})的，[^；。]*$")
_MOST = re.compile(r"最[高低大小多少长短快慢早晚](?:的|值)?(?:一[个家天日月年周晚])?")
_ADVERB = re.compile(r"^(?:基本|全部|累计|实际|陆续|新)(?=[一-鿿]{2})")
_AIM = re.compile(r"(?<=[一-鿿]{2})(?:目标|任务|计划)$")
_ALREADY = re.compile(r"(?<=[一-鿿]{2})(?:已经?|均|都|全部|共|累计)$")
_OF_WHICH = re.compile(r"的有?$|^(?:各|又|再|还)[一-鿿]{1,3}$")
# 疑義的可, 輸入計劃的, 收到原本: what a thing was said with
_TORN = re.compile(r"(?:的可|的|原本|原来|原有|已经|目前|现时|现在|仍然|仍|亦|都)$")
# 未退水, 仍停電, 待修復: what has not been done, or is so yet
_STILL, _FEW = re.compile(r"^(?:尚未|仍未|未|仍然|仍|尚待|待|尚|已经|已)"), 5
# 发现排污口4127个，完成溯源4095个
_COMPLETED = re.compile(r"已?完成了?[一-鿿]{2}")
_EVENED = re.compile(
    r"(?<=[一-鿿]{2})(?:每[日天月年]平均|平均每[日天月年]|[日月年]均)(?=[一-鿿]{2})"
)
_FOR = ("用于", "用来", "用以")
_IN_ALL = ("，共", "，共计", "，一共", "，总计", "，合计")
_BY_PARTS = re.compile(r"[分成][一二两三四五六七八九十0-9]{1,2}(?:批次?|期|次|笔)")
_NUMBERS = ("户数", "人数", "家数", "件数", "宗数")
_EACH_ONE = re.compile(r"^(?:平均)?每[户人个名家车房晚件宗套辆](?=[一-鿿]{2})")
_POINTS = re.compile(r"^[这该此](?:[笔项个批条份座次]|一)(?=[一-鿿]{2})")
_LOTS = re.compile(r"^(?:大批|大量|一批|多批|有史以来)")
_GOAL = re.compile(r"(?:我们|今年|全年)?的?(?:目标|既定目标|总目标)")
# 涉及撥款8,600萬元, 總經費2.4億元: sums of what was told before
_CAUGHT = ("拘捕", "逮捕", "抓获", "刑拘", "检控", "票控", "起诉", "撤离", "疏散")
_SUMS = re.compile(
    r"(?:涉及|所需|核拨|拨付|执行|核定|总)?(?:拨款|款项|金额|经费|开支|造价|费用|总额)|执行率|使用人次|市值|总值|货值"
)
# 「二元優惠」，開支由…: a scheme called by its name
_SCHEME = re.compile(
    r"“(?P<name>[一-鿿A-Za-z0-9]{2,20}(?:方案|计划|计画|专案|措施|优惠|基金|条例|补贴|津贴|贷款|月票|工程|平台))”"
    r"(?=[，、；截自至已的去今上本共在]|核|预)"
)


def carried(found: Phrase | None, mention: Mention, place: Place) -> Phrase | None:
    """The phrase with the thing that it is of, where it tells a deed or an attribute alone."""
    if found is not None and "following" in found.rule:
        return _set_apart(found, mention, place) or found
    core = found.text if found is not None else trimmed(left_of(mention, place))
    if whole := _restricted(core, mention, place) or _aimed_at(core, place):
        return whole
    move = endings("moves").longest(core)
    if move and _ATTRIBUTE.fullmatch(own := core[: -len(move)]):
        told = _of_topic(own, mention, place)
        return Phrase(told.text + move, TOPIC, subject=told.text) if told is not None else found
    if same := _said_again(core, place) or _summed_up(mention, place):
        return same
    if (found is None or found.rule == "indicator.inherited") and (
        same := _unnamed(found, mention, place)
    ):
        return same
    like = place.like or place.kin
    if like is not None and _MOST.fullmatch(core) and len(like.text) > _SHORT + 1:
        of = _EVENED.sub("", like.subject or like.text)
        return Phrase(of + core.removesuffix("的"), KIN)
    per = _PER.search(core)
    if per and _ATTRIBUTE.fullmatch(own := core[: per.start()]):
        told = _of_topic(own, mention, place)
        return Phrase(told.text + per.group(), TOPIC) if told is not None else found
    if (
        known := _making_up(core, mention, place)
        or _caught(core, mention)
        or _of_scheme(core, mention, place)
    ):
        return known
    if not _alone(core):
        return found
    return _of_kin(core, mention, place) or _of_topic(core, mention, place) or found


def _set_apart(found: Phrase, mention: Mention, place: Place) -> Phrase | None:
    """The part of a sum with what it is for (預算570億元，其中300億元用於治水)."""
    if mention.quantity.type != "money" or not found.text.startswith(_FOR) or place.like is None:
        return None
    whole = place.like.subject or thing_of(place.like)
    named = _SHORTEST <= len(whole) <= _LONGEST and not whole.startswith(_FOR)
    return Phrase(whole + found.text, KIN, subject=whole) if named else None


def _said_again(core: str, place: Place) -> Phrase | None:
    """The head alone of what the sentence before measured first, and no other in its unit
    (教育支出118亿元…。上半年支出61亿元)."""
    kin = place.kin
    if place.phrase is not None or kin is None or not core or not kin.text.endswith(core):
        return None
    alone = (kin.subject or kin.text) == place.about
    longer = len(kin.text) > len(core) + 1 and core in words("owned_heads")
    return Phrase(kin.text, KIN) if longer and alone else None


def _summed_up(mention: Mention, place: Place) -> Phrase | None:
    """The sum of what its clause began with (种粮补贴分三批下达，共874万元)."""
    before = place.before
    if before is None or before.quantity.unit == mention.quantity.unit:
        return None
    gap = place.text[before.right : mention.left]
    if not gap.endswith(_IN_ALL) or "；" in gap:
        return None
    begins = place.text.rfind("；", place.start, before.left) + 1 or place.start
    opened = trimmed(place.text[begins : before.left].removesuffix("分").removesuffix("分成"))
    named = _SHORT < len(opened) <= _LONGEST and _BY_PARTS.match(place.text, before.left - 1)
    return Phrase(opened, KIN, subject=opened) if named else None


def _aimed_at(core: str, place: Place) -> Phrase | None:
    """What the last number with the unit measured, of its goal (我們的目標是2900萬瓩)."""
    if place.kin is None or not _GOAL.fullmatch(core):
        return None
    of = place.kin.subject or place.kin.text
    return Phrase(of, KIN, subject=of)


def _making_up(core: str, mention: Mention, place: Place) -> Phrase | None:
    """Those whom the words before the number tell (獲派學額的佔2,834人)."""
    if not core.endswith("的") or not place.text.endswith("的占", place.start, mention.left):
        return None
    return Phrase(core[:-1], KIN, subject=core[:-1])


def _caught(core: str, mention: Mention) -> Phrase | None:
    """How many people something was done to (拘捕60人)."""
    people = mention.quantity.unit in ("人", "名") and core in _CAUGHT
    return Phrase(f"{core}人数", KIN, core) if people else None


def _of_scheme(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A sum, an attribute or a deed with the scheme that its sentence has called by its name
    (「觀光振興方案」，總經費2.4億元)."""
    if "“" not in place.text[place.start : mention.left]:
        return None
    if not (_SUMS.fullmatch(core) or _ATTRIBUTE.fullmatch(core) or deed(core)):
        return None
    schemes = [found["name"] for found in _SCHEME.finditer(place.text, place.start, mention.left)]
    return Phrase(schemes[-1] + core, TOPIC) if schemes else None


def _unnamed(found: Phrase | None, mention: Mention, place: Place) -> Phrase | None:
    """What the number measures where its own clause names nothing."""
    kind, like = _kind_of(mention, place), alike(mention, place)
    if not kind and found is not None and like is None:
        return None
    if trimmed(left_of(mention, place)):
        return None
    if kind:
        return Phrase(kind, KIN)
    if found is None:
        return _same_again(mention, place)
    last = place.phrase
    if last is None or found.text not in (last.text, last.subject):
        return None
    return Phrase(like.text, KIN, subject=like.subject) if like is not None else None


def _same_again(mention: Mention, place: Place) -> Phrase | None:
    """What the last number with the unit measured, at another time (一季度进出口2790亿元；二季度
    3072亿元; 前年合同额780万元。去年做到了1.3亿元)."""
    opens = place.before is None and place.text.find("，", place.start, mention.left) < 0
    told = opens or any(token.end == mention.left for token in place.tokens)
    like = place.kin if opens else place.like
    return Phrase(like.text, KIN) if told and like is not None else None


def _kind_of(mention: Mention, place: Place) -> str:
    """The kind that the clause of the count begins with (维修加固的，4月底前完成，共4.8万户)."""
    floor = place.before.right if place.before is not None else place.start
    if mention.quantity.classifier is None or place.text.find("的，", floor, mention.left) < 0:
        return ""
    found = _KIND.search(place.text[floor : mention.left])
    return found.group(1) if found is not None else ""


def _restricted(core: str, mention: Mention, place: Place) -> Phrase | None:
    """Those of what was counted of whom the words before the number tell something
    (劳动者大概31万人，加入工会的有19.4万人; 雨量站28个，超过250毫米的有9个)."""
    said = place.text[max(place.start, mention.left - _SHORT) : mention.left]
    if place.kin is None or not said.endswith(("的有", "的")):
        return None
    core = _within(mention, place) or core
    if mention.quantity.classifier is None or not core:
        return None
    thing = thing_of(place.kin)
    if not _SHORTEST <= len(thing) <= _LONGEST or thing in core or deed(thing):
        return None
    return Phrase(f"{core}的{thing}", KIN, subject=thing)


def _within(mention: Mention, place: Place) -> str:
    """The bound that picks those counted (超过250毫米), where the number stands right behind it."""
    before = place.before
    if before is None or before.quantity.classifier is not None:
        return ""
    if place.text[before.right : mention.left] not in ("的", "的有"):
        return ""
    begins = 1 + max(place.text.rfind(mark, place.start, before.left) for mark in "，、；。")
    own = trimmed(place.text[max(begins, place.start) : before.left])
    return own + place.text[before.left : before.right]


def _alone(core: str) -> bool:
    """Whether the words are a deed or an attribute, or too few to name a thing."""
    if len(core) > _LONGEST_ALONE:
        return core.endswith("的")
    core = _STILL.sub("", core) if len(core) <= _FEW else core
    named = _SOMEBODY.search(core) or core in words("fates") or core.startswith("每")
    few = len(core) <= _SHORT and not named and not core.startswith("不")
    each = _EACH_OF.match(core) and not endings("verbs").longest(core)
    alone = each or _OF_WHICH.search(core) or _ATTRIBUTE.fullmatch(core) or _SUMS.fullmatch(core)
    done = deed(_ADVERB.sub("", core)) or _COMPLETED.fullmatch(core)
    return few or bool(done) or bool(alone)


def _of_kin(core: str, mention: Mention, place: Place) -> Phrase | None:
    kin = place.kin
    at = max(place.start, mention.left - len(core) - 1)
    listed = place.text[at : at + 1] in ("、", "是", "为") and mention.quantity.type == "count"
    counts = mention.quantity.classifier is not None or mention.quantity.type in _COUNTS or listed
    if kin is None or not counts or not core or _is_member(core, mention, place):
        return None
    if (at := kin.text.find(core)) > 0:
        whole = AVERAGE.sub("", kin.text[:at]) + core
        return Phrase(whole if kin.text.endswith(core) else kin.text[at:], KIN)
    thing = thing_of(kin)
    if not _SHORTEST <= len(thing) <= _LONGEST or deed(thing) or core in thing or thing in core:
        return None
    if endings("fates").longest(thing):
        return None
    if core in words("lacks"):
        return Phrase(thing + core, KIN, subject=thing)
    thing = of_no_land(thing) if LAND.fullmatch(core) else thing
    size = next((n for n in (3, 2) if core.endswith(thing[:n])), 0)
    return Phrase(core + thing[size:], KIN, subject=thing)


def _is_member(core: str, mention: Mention, place: Place) -> bool:
    """Whether the core is the next of a list of things (播种油菜12万亩、小麦7万亩; 隧道17座、
    桥梁63座)."""
    if place.before is None or not place.text.startswith("、", place.before.right) or deed(core):
        return False
    if mention.quantity.classifier is None:
        return mention.quantity.type in _COUNTS
    named = thing_of(place.kin) if place.kin is not None else ""
    return _SHORT <= len(named) <= len(core) + 1


def _of_topic(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The deed or attribute with what its passage is about."""
    attribute = bool(_ATTRIBUTE.fullmatch(core) or _SUMS.fullmatch(core))
    acts = core in verbs() and not core.endswith("投资")
    if not attribute and not acts and not _CAN.fullmatch(core):
        return None
    told = _just_told(core, mention, place)
    for topic in (*told, *_topics(attribute, mention, place)):
        placed = A_PLACE.search(topic) and place.before is not None
        bare = len(topic) <= _SHORT + 1 and _ATTRIBUTE.fullmatch(topic[-_SHORT:])
        known = placed or bare or core[:_SHORT] in topic or topic.endswith(words("rate_heads"))
        if _SHORTEST <= len(topic) <= _LONGEST and not known:
            return Phrase(topic + core, TOPIC, subject="" if attribute else topic)
    return None


def _just_told(core: str, mention: Mention, place: Place) -> tuple[str, ...]:
    """What the clause right before a sum tells of, where it has no number of its own (查獲大批走私
    龍蝦，市值超過11億元)."""
    if place.before is None or not _SUMS.fullmatch(core):
        return ()
    since = place.text[place.before.right : mention.left].split("，")
    if len(since) <= _SHORT or any(char.isdigit() for char in since[-_SHORT]):
        return ()
    return (_LOTS.sub("", clause_before("", mention, place)),)


def _topics(attribute: bool, mention: Mention, place: Place) -> Iterator[str]:
    yield place.field
    for told in (place.phrase, place.lead):
        if told is not None:
            yield thing_of(told)
    spoken = place.text.startswith(("我", "咱"), place.start)
    if attribute and place.before is None and not spoken:
        said = clause_before("", mention, place)
        yield said if len(said) <= _LONGEST else said[said.rfind("的") + 1 :]


def thing_of(phrase: Phrase) -> str:
    """The thing that a phrase is of: without scope, verb and attribute."""
    whole = phrase.subject or phrase.text
    whole = whole.removeprefix(phrase.verb).lstrip("、和及") or whole
    own = whole[whole.rfind("的") + 1 :]
    whole = _AIM.sub("", undone(own if len(own) > 1 else whole))
    rate = endings("open_rates").longest(whole)
    whole = whole[: -len(rate)] if _SHORT < len(rate) < len(whole) - 1 else whole
    for head in (whole[-_SHORT:], endings("bare_heads").longest(whole)):
        attribute = _ATTRIBUTE.fullmatch(head) or head in words("bare_heads")
        if attribute and whole.endswith(head) and len(whole) > len(head) + 1:
            whole = (
                whole[: -len(head)].removesuffix("总").removesuffix("年")
                if head not in _NUMBERS
                else whole[:-1]
            )
    whole = _POINTS.sub("", _EACH_ONE.sub("", whole))
    return _ALREADY.sub("", _TORN.sub("", owner_of(whole)))
