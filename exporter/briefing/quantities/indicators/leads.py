"""What a number's own clause leaves out and its sentence told first: the object of a deed, the
trade that an export is of, the whole of a share."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import inner_verb
from exporter.briefing.quantities.indicators.nouns import noun_after
from exporter.briefing.quantities.indicators.owning import owner_of, undone
from exporter.briefing.quantities.indicators.subjects import clause_before
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, openings, units, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

LED = "indicator.led"
"""The rule of a deed told with what the sentence began with."""
ROUGHLY = "约近只仅也还均就"
"""What may stand before 占 and tells nothing of what."""
_LEAST_LED, _MOST_LED, _NEAR, _TRADE = 2, 12, 30, "进出口"
_SCOPE = re.compile(r"^(?:全[国省市县区州]|我[国省市县区州])")
_ALL_TRADE = re.compile(
    r"(?:[全我][省市县区州]|[一-鿿]{2,8}(?:省|市|县|区|州|关区|海关|口岸))(?:对外贸易|货物贸易|外贸|货物)?"
)
A_PLACE = re.compile(r"(?:[县市旗省乡镇村]|(?<![小园景片库灌矿])区)）?$")
DOERS = re.compile(
    r"[^的、，]{0,16}(?:企业|公司|单位|机构|商户|合作社|农场|经营户|个体户|主体|园区|店)$"
)
_NUMBER = re.compile(r"^[0-9.]{1,8}[万亿]?")
_NO_OWNER = re.compile(r"每[一-鿿]{1,3}$|[的可能要会将了是有在]$|的可|已")
_WHOLE_TOLD = re.compile(r"占([^，；。占0-9]{2,12})的[0-9]")
_OF_THESE = re.compile(r"其中，?([^，；。0-9]{2,10}?)[是为][^，；。0-9]{2,16}，[约近]?占")
# 其中屯門醫院數目最多，佔1成
_MOST_OF_THESE = re.compile(
    r"(?:其中|当中)，?([^，。；占0-9]{2,10}?)的?(?:数目|数量|人数|家数|宗数)?最[多高大]，[约近]?占"
)
# 毒株以甲型H1N1为主，占九成
_MAINLY = re.compile(r"以([^，；。]{2,12})为主，[约近]?占")
NEXT_IS = re.compile(r"(?:其次|再次|随后|然后|第[二三四])(?:则?是|为)")
"""What a list by size goes on with (其次是金融借款，占18.6%)."""
_NEXT_SHARE = re.compile(
    rf"{NEXT_IS.pattern}([^，。；0-9]{{2,12}})，[约近只]?占[约近比到了]{{0,2}}$"
)
_SOLD = re.compile(
    r"(?:^|[，。；、])(?P<thing>[^，。；、]{0,14}?)(?:已经?|还|累计|全部|产品)?"
    r"(?:出口[到至]|远销到?|销往|卖到了?|销售到)"
)
_SALES = frozenset({"出口额", "出口量", "出口值", "年出口额", "销售额", "年销售额", "出口"})
_CALLED = re.compile(r"“[^“”]{2,10}”")
_EVERYWHERE = re.compile(r"(?:当|目前|现在|还|全国|全省|全市|全县|全区|仍|尚|仍然|共)*有?")
_EACH_DAY = re.compile(r"(?:平均)?每(?:个)?[天日周月季年](?:度)?")
_CAME = re.compile(r"(?:发生|出现|遭遇|迎来)$")
_SAID = re.compile(r"[一-鿿]{2,14}(?=[，。；]|$)")


def told_by_sentence(core: str, mention: Mention, place: Place) -> Phrase | None:
    """The phrase of a trade's half or of a share, which their sentence names, or ``None``."""
    if listed := _shared_next(mention, place):
        return listed
    if core in _SALES and (thing := _sold(mention, place)):
        return Phrase(thing + core, LED, subject=thing + core)
    if trade := traded(core, place) or firms_trade(core, place):
        return Phrase(trade, LED, subject=trade)
    share = core.lstrip(ROUGHLY)
    if share.startswith("占") and place.phrase is None:
        whole = sharer(mention, place) or clause_before(core, mention, place)
        share = "占比" if share == "占" else share
        return Phrase(whole + share, "indicator.compared") if whole else None
    return None


def _shared_next(mention: Mention, place: Place) -> Phrase | None:
    """The share of the next of a list by size (其次是冒充客服，占18.3%)."""
    floor = max(place.start, mention.left - _NEAR)
    if mention.quantity.type != "percent" or place.text.find("是", floor, mention.left) < 0:
        return None
    found = _NEXT_SHARE.search(place.text, floor, mention.left)
    return Phrase(f"{found[1]}占比", "indicator.compared") if found is not None else None


def _sold(mention: Mention, place: Place) -> str:
    """What the sentence says that was sold to other places (芒果已出口到8个国家，出口额…)."""
    said = place.text[place.start : mention.left]
    found = _SOLD.search(said)
    if found is None:
        return ""
    called = _CALLED.match(said)
    return trimmed(found["thing"]) or (called.group() if called is not None else "")


def led(core: str, place: Place) -> Phrase | None:
    """A deed of which the words tell no object (已赔付1930万元, 惠及企业42万户), with the thing
    that the sentence began with."""
    verb = openings("verbs").longest(core)
    if place.lead is None or not verb or core[len(verb) :] not in ("", *words("anyone")):
        return None
    lead = (place.lead.subject or place.lead.text).removesuffix("用时")
    owner = owner_of(lead, place.lead.verb)
    if len(owner) > _MOST_LED:
        owner = undone(owner)
    if len(owner) > _MOST_LED and (acts := inner_verb(owner)):
        owner = owner[: -len(acts)]
    told = owner in words("bare_heads") or owner in words("anyone") or owner in core
    done = endings("verbs").longest(owner)
    told = told or bool(A_PLACE.search(owner[: len(owner) - len(done)]))
    told = told or openings("verbs").longest(_SCOPE.sub("", lead)) == verb
    if told or not _LEAST_LED <= len(owner) <= _MOST_LED or _NO_OWNER.search(owner):
        return None
    return Phrase(owner if owner.endswith(core) else owner + core, LED, subject=owner)


def led_verb(phrase: Phrase) -> str:
    """The verb of a deed that is told with what it is about (扩岗补助惠及企业), or nothing."""
    deed = phrase.text[len(phrase.subject) :] if phrase.rule == LED else ""
    return openings("verbs").longest(deed)


def traded(core: str, place: Place) -> str:
    """出口 and 进口 of the trade told before (货物贸易进出口总值20万亿元。其中，出口…)."""
    if core not in words("trade"):
        return ""
    for told in (place.phrase, place.lead):
        whole = (told.subject or told.text) if told is not None else place.said
        if _TRADE in whole:
            return _trader(whole) + core
    return _trader(place.said) + core if _TRADE in place.said else ""


def _trader(whole: str) -> str:
    """Whose trade it is; that of a place as a whole needs no name."""
    trader = whole[: whole.find(_TRADE)]
    return "" if _ALL_TRADE.fullmatch(trader) else trader


def firms_trade(core: str, place: Place) -> str:
    """The trade of the firms counted before (外贸企业8326家，进出口1490亿元)."""
    phrase, before = place.phrase, place.before
    if core not in words("trade") or phrase is None or before is None:
        return ""
    doers = DOERS.search(phrase.subject or phrase.text)
    return doers.group() + core if doers is not None else ""


def share_of(mention: Mention, place: Place, share: str) -> str:
    """A bare 占 with the whole of the share told before (占进出口总值的15.3%；…，占13.7%)."""
    if share != "占":
        return share
    wholes = _WHOLE_TOLD.findall(place.text, place.start, mention.left)
    return f"占{wholes[-1]}" if wholes else share


def sharer(mention: Mention, place: Place) -> str:
    """The one of those told before that its clause names (其中，东盟为第一大伙伴，占14.6%)."""
    floor = place.before.right if place.before is not None else place.start
    named = next(
        (
            found
            for each in (_OF_THESE, _MAINLY, _MOST_OF_THESE)
            if (found := each.search(place.text, floor, mention.left))
        ),
        None,
    )
    return named.group(1) if named is not None else ""


# 六成舉報來自本地消費者: who they are, what they do
_DOES = re.compile(
    r"([一-鿿]{1,6}?)((?:来自|涉及|属于?|患有|没有|未有|发生在?|集中在?|接种|选择|认为|支持|反对|希望|愿意|需要|面对)"
    r"[一-鿿0-9]{2,14})(?=[，。；])"
)


# 其中七成二是家庭申請
_IS_PART = re.compile(r"(?:以上|左右)?(?:都|均)?(?:是|为|属于?)([一-鿿]{2,12})(?=[，。；])")
_OF_THESE_ARE, _REACH = re.compile(r"(?:其中|当中)，?(?:有|约|近|超过|逾)?$"), 8


def portion(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """A part of all, told with what it does (近三成的县区没有开展试点 → 没有开展试点的县区占比)."""
    if (is_part := _IS_PART.match(right)) and _OF_THESE_ARE.search(
        place.text, max(place.start, mention.left - _REACH), mention.left
    ):
        return Phrase(f"{is_part.group(1)}占比", "indicator.portion", subject=is_part.group(1))
    spelt = not mention.arabic and not mention.quantity.text.startswith("百分")
    spelt = spelt or (right.startswith(("的", "以上的")) and mention.quantity.approx is not None)
    if not spelt or not _EVERYWHERE.fullmatch(core):
        return None
    rest = right.removeprefix("以上").removeprefix("左右").removeprefix("的")
    thing = noun_after(rest)
    if does := _DOES.match(rest):
        return Phrase(f"{does[2]}的{does[1]}占比", "indicator.portion", subject=does[1])
    if not thing or not rest.startswith(thing):
        return None
    said = _SAID.match(rest, len(thing))
    if said is None and thing not in words("countables") and thing not in words("people"):
        return None
    told = f"{said.group()}的{thing}" if said is not None else thing
    return Phrase(f"{told}占比", "indicator.portion", subject=thing)


def happened(core: str, thing: str) -> Phrase | None:
    """What happened so often, or goes on each day (平均每天有1.8亿人次跨区域出行, 大江大河发生12次
    编号洪水)."""
    if _EACH_DAY.fullmatch(core) and not thing.startswith(("会", "可", "能", "将", "要")):
        return Phrase(core + thing, "indicator.following")
    came = _CAME.search(core)
    if came is None:
        return None
    where = core[: came.start()]
    return Phrase(
        (where if len(where) <= _MOST_LED else "") + came.group() + thing, "indicator.following"
    )


def goal_after(right: str) -> str:
    """What the next clause does with the money (投资6.5亿元，建成8千米滨江岸线 → 滨江岸线)."""
    rest = right[1:]
    action = openings("verbs").longest(rest)
    if not action or action in words("reaching") or rest.startswith(words("kept_openings")):
        return ""
    named = noun_after(rest[len(action) :])
    if named in words("bare_heads") or named.startswith(("后", "以后", "之后")):
        return ""
    rest = _NUMBER.sub("", rest[len(action) :])
    unit = next((n for n in (3, 2, 1) if rest[:n] in units()), 0)
    return noun_after(rest[unit:])
