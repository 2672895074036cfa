"""Change and status: does the sentence state a move, and is the number done, aimed at or
planned?"""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.model import Change, Status
from exporter.briefing.quantities.indicators.comparing import compared_with
from exporter.briefing.quantities.indicators.trimming import open_trimmed
from exporter.briefing.quantities.lexicon import endings, openings, pattern
from exporter.briefing.quantities.numbers import fractions
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, without

_REACH = 18
_WINDOW = 160
_CLAUSE = re.compile(r"[，；。：！？（）\n]")
_CLAUSES = re.compile(rf"(?s:.*){_CLAUSE.pattern}")
_FROM = re.compile(r"(?:由|从)[^，。；由从]{0,30}$")
_MORE_OR_LESS = ("多", "高", "快", "少", "低", "慢")
_ORIGIN, _VERB = 16, 2
_OBJECT = re.compile(r"(?!.*(?:到|至|占|达|为|率|完成|实现))[一-鿿]{2,10}")
_OPENS = re.compile(r"(?:由|从)(?:[0-9]{2,4}年度?的?)?[^，。；、由从0-9]{0,12}$")
_ARRIVES = re.compile(
    r"(?:左右|以上)?[，]?[一-鿿]{0,8}?(?:[到至为]|了)(?:约|近|超过|不超过|不多于|目前的?|现在的?|如今的?|最多)?"
    r"(?=[0-9一二三四五六七八九十百千万两几数])"
)
_NEUTRAL = re.compile(
    r"(?:调整|改|变|变化|转变|到|至|为|成)[到至为成]?(?:了|约|近|现在的|目前的|最多)?$"
)
_GAP = re.compile(r"(?:了|约|近|超过|超|达|达到|\s|均|分别|年均|又|再|将|幅度|幅|为|至|到){0,6}$")
_ABOUT_THING = ("提升", "提高", "上升", "扩大", "提升了", "提高了", "增收")
_FLOW = ("完成", "计划完成", "累计完成", "认证", "批准")
_WHOLE_SUM = re.compile(r"总投资额?(?:约|为|达|达到|近|超)?$|投资额?(?:约|为|达)?$")
_ESTIMATE = re.compile(
    r"(?:估算投资|投资估算|协议投资额?|拟投资|计划投资)(?:约|为|达|达到|近|超)?$"
)
_TASK = re.compile(
    r"(?:(?:年度|全年|目标|计划)任务|下达[^，。；0-9]{0,16}任务)(?:数|量)?(?:为|约)?$"
)
_TASK_REACH = 24
_AIMED = re.compile(r"的[^，。；、]{0,12}(?:目标|预测)")
# 完成市里下达的2万亩任务
_SET = re.compile(r"(?:下达|分解|分配|交办|核定|确定|承担)[一-鿿]{0,4}的$")
_A_TASK = re.compile(r"的?[一-鿿]{0,8}任务")
# 停电用户中，96%以上已恢复供电；另外2条将在12月底前完成
# 约26000个在2024年12月底已落成
_BEHIND = re.compile(
    r"(?:以上|左右|以内)?[一-鿿]{0,6}?(?:[在于](?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初])?)?"
    r"(?:(?P<done>已(?!知))|[将会][在于])"
)
_BEHIND_REACH = 18
# 首批居民明年入伙。受影响的1060户，九成半已完成登记
_MET = re.compile(r"[一-鿿]{0,8}，[^。；]{0,6}已")
# 今年制定标准10项以上, said in February: what is meant to be reached.
_FLOOR_REACH = 30
_AT_LEAST = ("至少", "不少于", "不低于")
_REACHED = re.compile(r"[了已达过超]|完成|实现|截至|目前")
_LATER_PLAN = re.compile(r"计划|拟|将于|即将|预计")
_OVER = re.compile(r"高出|高于|超出|低于|优于")
_LEFT_OVER = ("剩余", "剩余的", "剩下的", "余下的", "现有", "现有的", "原有", "原有的")
"""What is left to do is so many already (下一步，将紧盯剩余567个排污口)."""
_POINT = re.compile(r"；[一二三四五六七八九十]{1,2}是")
_BUILT = re.compile(r"建成|启用|竣工|完工|投入使用|投产")
_JOINTS = ("、", "和", "及", "与", "以及", "，")


def change(
    mention: Mention, place: Place, named: Phrase | None, last: Change | None
) -> Change | None:
    """The move that the clause states of this number: 增长39.4%, 降低至11.95%, 新增学位6.9万个.

    `last` is the change of the number before; members of a list share it
    (分别新增13.1平方米和15.4平方米).
    """
    if mention.quantity.type == "rank":
        return None
    if mention.rule == fractions.DOUBLED:
        return "increase"
    retold = named is not None and named.rule == "indicator.retold"
    return last if retold else _stated(mention, place, named, last)


def _stated(
    mention: Mention, place: Place, named: Phrase | None, last: Change | None
) -> Change | None:
    left = _clause_left(mention, place)
    near = _GAP.sub("", left)
    if (way := _between(mention, place, left)) is not None:
        return way
    for group, way in (("rise", "increase"), ("fall", "decrease")):
        word = endings(group).longest(near) or endings(group).longest(left)
        if word:
            before = near[: -len(word)]
            follows = named is not None and named.rule == "indicator.following"
            if (follows and word in _ABOUT_THING) or before.endswith(_FLOW):
                return None
            return "increase" if way == "increase" else "decrease"
    if near.endswith(_MORE_OR_LESS) and (base(mention, place) or "")[:1] in tuple("较比同环"):
        return "increase" if near.endswith(("多", "高", "快")) else "decrease"
    opening = left.lstrip("共已累计并、，全市县省区")
    if opening.startswith(("减少", "压减")):
        return "decrease"
    if opening.startswith(("新增", "净增", "增加")) and not opening.startswith(
        ("新增认证", "新增培育", "新增建成", "新增水土")
    ):
        return "increase"
    if mention.quantity.type in ("percent", "delta", "multiple") and (way := _done_to(left)):
        return way
    return last if left in _JOINTS else None


def _done_to(left: str) -> Change | None:
    """The way of a move whose object stands before the number (累计削减经常开支7%)."""
    said = open_trimmed(left)
    for group, way in (("fall", "decrease"), ("rise", "increase")):
        word = openings(group).longest(said)
        if len(word) == _VERB and _OBJECT.fullmatch(said, len(word)):
            return "increase" if way == "increase" else "decrease"
    return None


def _between(mention: Mention, place: Place, left: str) -> Change | None:
    """The way of a move told by its two ends alone: 由180元调整至400元."""
    origin = place.before
    if origin is None or not _NEUTRAL.search(left) or not origin_of_move(origin, place):
        return None
    first, last = origin.quantity.value, mention.quantity.value
    if first is None or last is None or origin.dimension != mention.dimension:
        return None
    first, last = first * origin.factor, last * mention.factor
    return None if first == last else "increase" if last > first else "decrease"


def origin_of_move(mention: Mention, place: Place) -> bool:
    """Whether the number is where a move begins (由180元调整至400元)."""
    left = place.text[max(place.start, mention.left - _ORIGIN) : mention.left]
    return bool(_OPENS.search(left)) and bool(_ARRIVES.match(place.text, mention.right))


def _clause_left(mention: Mention, place: Place) -> str:
    """The words of the clause before the number, from the number before it on."""
    floor = max(place.start, mention.left - _REACH)
    if place.before is not None:
        floor = max(floor, place.before.right)
    left = place.text[floor : mention.left]
    cut = found.end() if (found := _CLAUSES.match(left)) else 0
    return without(left[cut:], floor + cut, place.tokens)


def is_done(mention: Mention, place: Place) -> bool:
    """Whether the number's own clause says that it is reached (已建成)."""
    return pattern("done").search(_clause_left(mention, place)) is not None


def base(mention: Mention, place: Place) -> str | None:
    """What the number is compared with, as printed: 较上年, 同比, 由2022年的13.75%."""
    floor = max(place.start, mention.left - 40)
    low = max(floor, place.before.right) if place.before is not None else floor
    for token in reversed(place.tokens):
        near = low <= token.start and token.end <= mention.left
        if token.reach != "base" or not near:
            continue
        between = place.text[token.end : mention.left]
        if "；" not in between and "：" not in between:
            return place.text[max(low, token.start - 1) : token.end]
    left = place.text[low : mention.left]
    for word in ("同比", "环比"):
        if word in left[-14:]:
            return word
    if told := compared_with(mention, place):
        return told
    before = place.before
    if before is None or mention.left - before.right > 14 or "，" in left:
        return None
    found = _FROM.search(place.text[max(place.start, before.left - 24) : before.end])
    moved = endings("arrivals").longest(_GAP.sub("", left)) or endings("arrivals").longest(left)
    return found.group() if found and (moved or "到" in left or "至" in left) else None


_ONLY = re.compile(r"(?:只|仅)(?:有|为|占|得|剩|到)(?:约|近|大约)?$")
"""Nobody aims at what is only so much (都要通过考试，合格率只有六成)."""


class When(msgspec.Struct, frozen=True, gc=False):
    """Where a number's period lies: `future` or `past` of the conference's year; `carried` from an
    earlier sentence; `ahead`: the speech is at its plans (下一步); `at`: where the period stands
    when it is of the number's own sentence."""

    future: bool = False
    past: bool = False
    carried: bool = False
    ahead: bool = False
    at: int = -1
    early: bool = False


def status(mention: Mention, place: Place, when: When) -> Status:
    """Whether the number is reached, aimed at or planned: by the nearest cue, else its period."""
    right = place.text[mention.right : min(place.end, mention.right + 60)]
    if _AIMED.match(right) or _assigned(mention, place, right):
        return "target"
    near = right[:_BEHIND_REACH]
    if ("已" in near or "将" in near or "会" in near) and (behind := _BEHIND.match(right)):
        return "actual" if behind["done"] else "plan"
    task = max(place.start, mention.left - _TASK_REACH)
    if "任务" in place.text[task : mention.left] and _TASK.search(place.text, task, mention.left):
        return "target"
    return "actual" if origin_of_move(mention, place) else _by_cues(mention, place, when, right)


def _assigned(mention: Mention, place: Place, right: str) -> bool:
    """Whether the number is a task that somebody set (完成市里下达的2万亩任务)."""
    if "任务" not in right[:_TASK_REACH] or not _A_TASK.match(right):
        return False
    return (
        _SET.search(place.text, max(place.start, mention.left - _REACH), mention.left) is not None
    )


def _by_cues(mention: Mention, place: Place, when: When, right: str) -> Status:
    """By the nearest cue before the number, else its period."""
    text = place.text
    left = text[max(place.start, mention.left - _WINDOW) : mention.start]
    if "；" in left:
        left = left[max((match.end() for match in _POINT.finditer(left)), default=0) :]
    if mention.quantity.type == "money" and _sum_of_plan(left, right):
        return "plan"
    if not when.future and (only := _ONLY.search(left)):
        clause = max(left.rfind(mark, 0, only.start()) for mark in "，；") + 1
        return "plan" if pattern("plan").search(left, clause) else "actual"
    if mention.quantity.type == "delta" and _OVER.search(left[-30:]) and not when.future:
        return "actual"
    last = _cues(left, when)
    latest = max(last, key=lambda group: last[group])
    if when.early and (last[latest] < 0 or latest == "done") and _is_floor(mention, place):
        return "plan"
    if last[latest] < 0:
        met = when.carried and _MET.match(right) is not None
        return "plan" if (when.future or when.ahead) and not met else "actual"
    if left.endswith(_LEFT_OVER):
        return "actual"
    if latest == "done":
        return "plan" if when.future and not when.carried else "actual"
    past = when.past and not when.carried
    if latest == "plan" and past and _CLAUSE.search(left, last[latest] + 1):
        planned = mention.start - len(left) + last[latest]
        return "plan" if 0 <= when.at < planned else "actual"
    return "target" if latest == "target" else "plan"


def _is_floor(mention: Mention, place: Place) -> bool:
    """Whether the number is the least that is meant to be reached (新增品牌80个以上), and its
    clause doesn't tell that it was."""
    text = place.text
    left = _CLAUSE.split(text[max(place.start, mention.left - _FLOOR_REACH) : mention.left])[-1]
    least = "以上" in text[mention.end : mention.right + 2] or any(w in left for w in _AT_LEAST)
    return least and not _REACHED.search(left)


def _sum_of_plan(left: str, right: str) -> bool:
    """Whether a sum is the total of works not finished (项目总投资19.8亿元)."""
    if _ESTIMATE.search(left):
        return True
    if not _WHOLE_SUM.search(left) or _BUILT.search(left) or "完成投资" in left[-8:]:
        return False
    built = _BUILT.search(right)
    if built is not None and not _LATER_PLAN.search(right[: built.start()]):
        return False
    return "总投资" in left[-8:] or bool(_LATER_PLAN.search(right))


def _cues(left: str, when: When) -> dict[str, int]:
    """Where the last cue of each group stands; what is compared is done only where nothing is
    foreseen (预计…同比增长)."""
    last = {group: _last(left, group) for group in ("done", "plan", "target")}
    if last["plan"] >= 0 or when.ahead:
        last["done"] = _last(left, "done", besides="同比")
    return last


def _last(piece: str, group: str, besides: str = "") -> int:
    """Where the last cue of the group stands, those that are the word `besides` left out; -1 for
    none."""
    last = -1
    for match in pattern(group).finditer(piece):
        if not besides or match.group() != besides:
            last = match.start()
    return last
