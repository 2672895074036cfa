"""Growths, gaps, shares and contributions: of the thing before the verb, or of what was measured
before."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.leads import ROUGHLY, share_of, sharer, traded
from exporter.briefing.quantities.indicators.parallel import paired
from exporter.briefing.quantities.indicators.subjects import (
    amount_before,
    parted,
    subject_of,
    with_subject,
)
from exporter.briefing.quantities.indicators.wholes import shared_head
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_QUALIFIED = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,2}年|共|名义|实际|实质|扣除价格因素|按?可比口径|按(?:当年|不变|现行)?价格?(?:计算)?|按?可比价格|同口径|剔除[^，]{1,10}|两年平均|年均|平均|累计|当[季月]|总体|依然|更是|更|又|再|大幅|小幅|显著|明显|轻微|微|急剧|急|略|进一步|可比价?|同口径|自然口径|不变价|(?:剔除|扣除)[^，]{1,12}?(?:因素|后)|由[负降增升]|转为|转)+"
)
_DRAWS = ("拉动", "带动", "下拉", "贡献")
PRICED = re.compile(r"(?<=[价费本])每[一-鿿]{1,3}$")
"""What a price is for, at the end of its name (猪肉均价每公斤)."""
_APART_FROM = re.compile(r"扣除(?!价格)[^，]{2,12}后")
COMPARED_TO = re.compile(r"(?:较|比|与)[^，]{1,10}?(?:前|时|相比|同期|水平|年期)$")
"""What a move is compared with, at the end of a phrase (比去年同期)."""
_GAP_TO = re.compile(
    r"(?:增速|增幅|涨幅|降幅)?(?:比|较|低于|高于)[^，]{1,10}(?:高|低|多|少|快|慢|长|短|大|小)出?$"
)
_COMPARED = ("高于", "低于", "高出", "快于", "慢于", "好于", "优于", "多于", "少于")
_SHARE_OF = re.compile(
    r"^(?:占(?!比|地)|为|是|相当于|不[到足](?=全|世界)|完成|恢复[至到])[^，]{0,16}的?$"
)
_SHARED = re.compile(
    r"的$|^恢|的?(?:比重|比例|份额)$|^占(?!比|地)|^相当于|^不[到足]|^完成(?:年度|全年|年初|调整)?(?:预算|计划|目标|任务|进度)"
)
_GAP_REACH = 16
_ABOUT = re.compile(rf"^(?:大约|大概|大致|差不多|[{ROUGHLY}])+")
OF_WHOLE = re.compile(r"(?<=[一-鿿]{3})占(?!比|地)[^占]*$")
"""Of what a thing is a share (接待游客占全省游客数): none of its name where no share is meant."""
_RATES = frozenset({"percent", "delta", "multiple", "threshold"})
_FORESEEN = re.compile(r"(?<=[一-鿿]{2})(?:预计|有望|力争|将)$")
# 比去年同期快: a move like any other, no gap to a mark.
_THAN_THEN = re.compile(
    r"(?:一度|反而|明显|大幅|略)?[比较](?:去年|上年)(?:同期|同月|同季|全年|底|末)?(?=[多少高低快慢长短])"
)
_OVER_YEAR = re.compile(r"(?:同比|环比|按[年月季](?:比较)?(?:则|亦)?)[多少高低快慢]$")
_COMPARABLY = re.compile(r"^按?(?:可比|同|当年|不变|现行)(?:口径|价格|价)?(?:计算)?")
_BEYOND = re.compile(r"(?:超过|超出|超|领先|落后)于?[^，]{2,10}")
_PACES, _GROWTH = ("加快", "提速", "放缓", "回落", "减缓"), ("增长", "上升", "上涨", "提高")
_PACE_MORE = re.compile(r"(增速|增幅|降幅|涨幅|完成进度|进度)?[多少高低快慢]了?")
_MORE = ("多", "少", "高", "低", "快", "慢")
_MORE_THAN = re.compile(r"(?:比|较)[^，。；]{2,10}[多少高低快慢]出?了?$")
_PACE_APART = re.compile(rf"(增速|增幅|降幅|涨幅)(?:{'|'.join(_COMPARED)})")
_CONTRIBUTED = re.compile(r"(?:对[^，]{2,14}?)?的?贡献率$|拉动.{0,8}$")


def moved(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A growth or a gap: of the thing before the verb, or else of what was measured before."""
    if place.phrase is not None and not parted(mention, place):
        told = _compared(core, mention, place, place.phrase)
        if told is not None:
            return told
    move = endings("moves").longest(core)
    move = move or _fewer(core, mention, place)
    if not move:
        return None
    own = _FORESEEN.sub("", core[: -len(move)])
    priced = own if own in ("名义", "实际", "实质") or _APART_FROM.fullmatch(own) else ""
    own = _without_adverbs(own.rstrip("由从只仅"))
    own = (
        ""
        if own in words("move_adverbs") or _QUALIFIED.fullmatch(own)
        else COMPARED_TO.sub("", own)
    )
    own = traded(own, place) or own
    if own and own not in words("bare_heads"):
        own = paired(own, place) or own + shared_head(own, mention, place)
        plain = own.removesuffix("实质").removesuffix("实际").removesuffix("名义") or own
        return Phrase(own + core[-len(move) :], "indicator.preceding", subject=plain)
    like = alike(mention, place)
    if like is None and place.phrase is None and mention.quantity.classifier is not None:
        like = place.kin
    subject = (like.subject or like.text) if like is not None else ""
    subject = subject or amount_before(mention, place) or subject_of(core, mention, place)
    subject = subject or place.said or _told_before(mention, place)
    subject = subject.removesuffix("增速") or subject
    if mention.quantity.type == "delta" and move in _PACES and _grew(place):
        own = own or "增速"
    if not subject:
        return None
    named = with_subject(PRICED.sub("", subject), own + priced + move)
    return Phrase(named, "indicator.inherited", subject=subject)


def _fewer(core: str, mention: Mention, place: Place) -> str:
    """A bare 少了 or 多了 of what was measured before (戶數5512戶，十年來少了三分之一)."""
    before = place.before
    if core not in ("多", "少") or before is None or place.text[mention.left - 1] != "了":
        return ""
    alike = mention.quantity.type in _RATES or before.quantity.unit == mention.quantity.unit
    return core if alike else ""


def _without_adverbs(own: str) -> str:
    """The thing without the adverbs that lead to its move (流失率亦因此回落, 通縮已逐漸改善)."""
    while (word := endings("move_adverbs").longest(own)) and len(own) > len(word) + 1:
        own = own[: -len(word)]
    return own


def alike(mention: Mention, place: Place) -> Phrase | None:
    """What the last number of the sentence with the unit measured, where the number before has
    another and this one is no rate (存煤612万吨，可用26天，比去年多60万吨)."""
    before = place.before
    if before is None or mention.quantity.type in _RATES or parted(mention, place):
        return None
    if "，" not in place.text[before.right : mention.left] or mention.quantity.unit == "岁":
        return None
    return place.like if before.quantity.unit != mention.quantity.unit else None


def _grew(place: Place) -> bool:
    """Whether the number before is a growth: what speeds up then is its rate."""
    before, phrase = place.before, place.phrase
    growth = before is not None and before.quantity.type == "percent"
    return growth and phrase is not None and phrase.text.endswith(_GROWTH)


def _told_before(mention: Mention, place: Place) -> str:
    """What the sentence before is about, where this one opens with a mere move
    (上半年累计增长5.4%)."""
    if place.phrase is not None:
        return (place.phrase.subject or place.phrase.text) if parted(mention, place) else ""
    opens = "，" not in place.text[place.start : mention.left]
    return place.about if opens else ""


def _compared(core: str, mention: Mention, place: Place, last: Phrase) -> Phrase | None:
    """A gap, a share or a contribution of what was measured before (占…的比重, 比平均数低)."""
    last = alike(mention, place) or last
    before = last.text if last.rule == "indicator.part" else last.subject or last.text
    left = _COMPARABLY.sub("", _ABOUT.sub("", left_of(mention, place).strip(" 、")))
    counts = left == "占" and mention.quantity.classifier is not None
    share = None if counts else _SHARE_OF.match(left)
    paced = _PACE_MORE.fullmatch(core)
    if share is not None and _SHARED.search(share.group()) and paced is None:
        told = core if "比" in core else share.group().rstrip("的至到")
        told = share_of(mention, place, told)
        told = "占比" if told == "占" else told
    elif mention.quantity.type == "delta" and _BEYOND.fullmatch(left):
        told = left
    elif core.startswith(_COMPARED) or _GAP_TO.fullmatch(core):
        told = _THAN_THEN.sub("同比", core)
    elif core in _MORE and _OVER_YEAR.search(
        place.text, max(0, mention.left - _GAP_REACH), mention.left
    ):
        told = f"同比{core}"
    elif paced is not None and (
        gap := _MORE_THAN.search(place.text, max(0, mention.left - _GAP_REACH), mention.left)
    ):
        told = (paced.group(1) or "") + _THAN_THEN.sub("同比", gap.group().rstrip("了"))
    elif pace := _PACE_APART.match(core):
        return Phrase(before + core, "indicator.compared", subject=before + pace.group(1))
    elif core.startswith(_DRAWS) and mention.quantity.type in ("delta", "percent"):
        return Phrase(_CONTRIBUTED.sub("", before) + core, "indicator.compared", subject=before)
    else:
        return None
    if told.startswith(("占", "恢复", "完成", "相当于")) or "增速" in told:
        before = OF_WHOLE.sub("", before) or before
    subject = "" if told.startswith("占") else before
    if told.startswith("占"):
        before = sharer(mention, place) or before
    return Phrase(before + told, "indicator.compared", subject=subject)
