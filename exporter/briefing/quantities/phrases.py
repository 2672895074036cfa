"""The noun phrase that a number measures, found by rules on characters around it.

Three shapes: *thing, number* (优良率达98%), *verb, number, thing* (设置50个地表水监测断面) and
*verb, number, verb, thing* (投资1.05亿元实施修复项目). What can't be named is ``None``; nothing
is guessed.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from exporter.briefing.quantities import works
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.mentions import Mention
from exporter.briefing.quantities.nouns import noun_after
from exporter.briefing.quantities.periods import Token
from exporter.briefing.quantities.trimming import ENUMERATOR, open_trimmed, trimmed

_CLAUSE = re.compile(r"[，；：。！？\n]")
_ENDS = frozenset("，。；、）！？：（\n")
_LONG, _MOST = 24, 40
_LEFT_WINDOW, _RIGHT_WINDOW = 80, 40
_SUBJECT, _BARE, _VERB_REACH = 20, 4, 8
_CLAUSE_OR_LIST = re.compile(r"[，；：。！？、（）\n]")
_EVERY = re.compile(r"^(?:已经|已|全部|分别|均|都|先后|成功|正在|正|将|首次|共)+")
_SAID = re.compile(r"[一-鿿“”]{2,14}")
_MOVES_ON = re.compile(
    r"(?:提高|提升|增长|增加|增至|上升|升至|降低|降至|降到|下降|减少|减至|扩大|发展|压缩|缩短|到|至|跃升|调整|变为|变成)"
)
_YEAR_ON_YEAR = re.compile(
    r"(?:同比|环比|按年(?=[实上下增减回升跌收扩])|按月(?=[上下增减]))(?!价格|指数)"
)
_QUALIFIED = re.compile(
    r"(?:[0-9一二三四五六七八九十]{1,2}年|共|名义|实际|扣除价格因素|按?可比口径|按?可比价格|同口径|剔除[^，]{1,10}|两年平均|年均|平均|累计|当季|总体|依然|又|再)+"
)
_COMPARED_TO = re.compile(r"(?:较|比|与)[^，]{1,10}?(?:前|时|相比|同期|水平)$")
_COMPARED = ("高于", "低于", "高出", "快于", "慢于", "好于", "优于", "多于", "少于")
_SHARE_OF = re.compile(r"^(?:占|为|是|相当于|完成|恢复[至到])[^，]{0,16}的?$")
_LEVEL = re.compile(r"^(?:国家|部|省|市|州|县|区)级")
_COUNT_HEAD = re.compile(r"(?:优良|达标|合格|有效)?天数$")
_RATE_HEAD = re.compile(r"[一-鿿]{0,2}(?:率|比例|比重|占比|覆盖面|满意度)$")
_OF_YEAR = re.compile(r"^(?:完成)?[12][0-9]{3}年度?")
_CHANGED = re.compile(
    r"(?:进一步|持续|不断|明显|显著|逐年|稳步|大幅|总体)(?:改善|提升|提高|好转|增强|向好|稳定)$"
)
_RANKED = re.compile(r"(?:全省|全国|全市)?[前第][0-9一二三四五六七八九十]{1,3}")


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """What a number measures: `text`, and the `rule` that found it. `verb` is the verb it opens
    with; `subject` what the numbers after it are about, where that is not `text` (工业投资, of
    工业投资增长)."""

    text: str
    rule: str
    verb: str = ""
    subject: str = ""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a number stands: the folded paragraph, its sentence's start and end, the mention
    before it in the sentence and that one's phrase, the time expressions near it in the
    sentence, and the heading that the paragraph is under (a project's name)."""

    text: str
    start: int
    end: int
    before: Mention | None
    phrase: Phrase | None
    tokens: tuple[Token, ...]
    topic: str = ""


def find(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None``."""
    core = _unused(trimmed(left_of(mention, place)), mention, place)
    right = place.text[mention.right : min(place.end, mention.right + _RIGHT_WINDOW)]
    tied = right.startswith("的")
    kind = mention.quantity.type
    spans = kind in ("threshold", "frequency") or (kind == "duration" and not tied)
    if kind == "percent" and (shared := _shared_part(mention, place, right)):
        return Phrase(shared, "indicator.share")
    if right and right[0] not in _ENDS and not _MOVES_ON.match(right) and not spans:
        found = _followed(mention, core, right, place)
        if found is not None:
            return found
    return _preceded(mention, core, right, place)


def _shared_part(mention: Mention, place: Place, right: str) -> str:
    """What a part of a whole does (新增问题中有70%依靠智能识别 → 新增问题中依靠智能识别的比例)."""
    left = left_of(mention, place)
    whole = left.removesuffix("有")
    said = _CLAUSE_OR_LIST.split(right.removeprefix("的"), maxsplit=1)[0]
    if not whole.endswith("中") or not _SAID.fullmatch(said) or len(whole) < _BARE:
        return ""
    return f"{open_trimmed(whole)}{said}的比例"


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


def left_of(mention: Mention, place: Place) -> str:
    """The words before the number in its clause, without the time expressions among them."""
    floor = max(place.start, mention.left - _LEFT_WINDOW)
    before = place.before
    if before is not None:
        bound = before.quantity.type == "threshold"
        floor = max(floor, before.start if bound else before.right)
    segment = place.text[floor : mention.left]
    cut = max((m.end() for m in _CLAUSE.finditer(segment)), default=0)
    for opening, closing in ("（）", "“”"):
        last = segment.rfind(opening)
        if last >= cut and closing not in segment[last:]:
            cut = last + 1
        stray = segment.find(closing, cut)
        if stray >= 0 and opening not in segment[cut:stray]:
            cut = stray + 1
    return without(segment[cut:], floor + cut, place.tokens)


def without(piece: str, offset: int, tokens: tuple[Token, ...]) -> str:
    """The piece without the time expressions in it."""
    for token in reversed(tokens):
        inside = offset <= token.start and token.end <= offset + len(piece)
        if not inside or token.reach == "none" or token.kind == "rate":
            continue
        head = piece[: token.start - offset]
        if token.reach == "base":
            head = head[:-1] if head.endswith(("比", "较", "与")) else head
        piece = head + piece[token.end - offset :].removeprefix("的").removeprefix("相比")
    return _YEAR_ON_YEAR.sub("", piece)


def _followed(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """*Verb, number, thing*: the thing follows the number."""
    tied = right.startswith("的")
    rest = right[1:] if tied else right
    if mention.quantity.classifier is not None:
        if _RANKED.match(rest):
            subject = place.phrase.text if place.phrase is not None else ""
            return Phrase(subject, "indicator.ranked-count") if subject else None
        thing = noun_after(rest)
        verb = _governing(core)
        if thing and not verb and len(thing.split("（")[0]) <= _BARE:
            if told := _told_of(thing, rest):
                return Phrase(told, "indicator.following.told", subject=thing)
            verb = _inner_verb(core) or _verb_before(core, mention, place)
        return Phrase(_joined(verb, thing), "indicator.following", verb) if thing else None
    action = openings("verbs").longest(rest)
    thing = noun_after(rest)
    if action and core and mention.quantity.type == "money":
        goal = noun_after(rest[len(action) :].removeprefix("到"))
        return Phrase(goal + _head(core), "indicator.purpose") if goal else None
    head = endings("bare_heads").longest(core)
    if tied and head and thing:
        return Phrase(_with_subject(thing, head), "indicator.tied")
    verb = _governing(core)
    if thing and not action and (tied or not core or verb == core):
        lead = "" if tied and not verb else verb
        return Phrase(_joined(lead, thing), "indicator.following", verb)
    return None


def _inner_verb(core: str) -> str:
    """The verb with its object's place behind the clause's subject (上海累计帮扶昭通市28所学校)."""
    for at in range(max(1, len(core) - _VERB_REACH), len(core) - 1):
        verb = openings("verbs").longest(core[at:])
        if len(verb) > 1:
            return core[at:]
    return ""


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


def _governing(core: str) -> str:
    """The verb before the number: all of a short core that ends with one, else the one it opens
    with (编制完成横江、白水江 → 编制完成), or none."""
    if core in verbs() or (len(core) <= 12 and endings("verbs").longest(core)):
        return core
    return openings("verbs").longest(core)


@cache
def verbs() -> frozenset[str]:
    """The verbs of doing that lead a phrase."""
    return frozenset(words("verbs"))


@cache
def moving() -> frozenset[str]:
    """The verbs of rising and falling."""
    return frozenset({*words("rise"), *words("fall")})


def _joined(verb: str, thing: str) -> str:
    return thing if thing.startswith(verb) else verb + thing


def _head(core: str) -> str:
    return core if len(core) <= 8 else endings("bare_heads").longest(core) or core


def _preceded(mention: Mention, core: str, right: str, place: Place) -> Phrase | None:
    """*Thing, number*: the thing stands before the number, or in the clause before that."""
    core = _shortened(core)
    if core in words("spending") and right[:1] == "，":
        goal = _goal_after(right)
        if goal:
            return Phrase(goal + core, "indicator.purpose")
    if mention.quantity.type in works.MEASURES and (whole := works.headed(core, place.topic)):
        return Phrase(whole, "indicator.headed")
    return _moved(core, mention, place) or _plain(core, mention, place)


def _moved(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A growth or a gap: of the thing before the verb, or else of what was measured before."""
    move = endings("moves").longest(core)
    own = core[: -len(move)] if move else ""
    before = place.phrase.subject or place.phrase.text if place.phrase is not None else ""
    share = _SHARE_OF.match(left_of(mention, place))
    shared = share is not None and (share.group().endswith("的") or share.group()[0] == "恢")
    if before and (shared or core.startswith(_COMPARED)) and not _parted(mention, place):
        told = share.group().rstrip("的") if share is not None and shared else core
        return Phrase(before + told, "indicator.compared", subject=before)
    if not move:
        return None
    own = "" if _QUALIFIED.fullmatch(own) else _COMPARED_TO.sub("", own)
    if own and own not in words("bare_heads"):
        return Phrase(own + core[-len(move) :], "indicator.preceding", subject=own)
    subject = _subject(core, mention, place)
    if not subject:
        return None
    return Phrase(_with_subject(subject, own + move), "indicator.inherited", subject=subject)


def _plain(core: str, mention: Mention, place: Place) -> Phrase | None:
    if _needs_subject(core, place):
        subject = _subject(core, mention, place)
        if subject:
            return Phrase(_with_subject(subject, core), "indicator.inherited")
    if not re.search(r"[一-鿿A-Za-z]{2}", core):
        return None
    part = _part_of(core, mention, place)
    if part:
        return Phrase(core + part, "indicator.part", subject=part)
    shared = _shared_verb(core, mention, place)
    return Phrase(shared + core, "indicator.preceding", shared or openings("verbs").longest(core))


def _part_of(core: str, mention: Mention, place: Place) -> str:
    """The thing that a bracketed part is a part of
    (环境问题162个（其中料场堆场25个、加油站15个）)."""
    before, phrase = place.before, place.phrase
    if before is None or phrase is None or before.quantity.unit != mention.quantity.unit:
        return ""
    gap = place.text[before.right : mention.left]
    if phrase.rule == "indicator.part" and gap.startswith("、"):
        whole = phrase.subject
    elif gap.startswith("（其中"):
        whole = phrase.text[len(phrase.verb) :]
    else:
        return ""
    apart = mention.quantity.classifier is not None and not set(core[-2:]) & set(whole)
    return whole if apart and _BARE <= len(whole) + 2 <= _VERB_REACH and len(core) <= 8 else ""


def _goal_after(right: str) -> str:
    """What the next clause does with the money (投资6.5亿元，建成8千米滨江岸线 → 滨江岸线)."""
    rest = right[1:]
    action = openings("verbs").longest(rest)
    if not action or rest.startswith(words("kept_openings")):
        return ""
    rest = re.sub(r"^[0-9.]{1,8}[万亿]?[一-鿿]{1,2}", "", rest[len(action) :])
    return noun_after(rest)


def _shared_verb(core: str, mention: Mention, place: Place) -> str:
    """The verb that the first member of a list lends to a short later one (出动人员…、车辆…)."""
    if place.phrase is None or place.before is None or len(core) > 6:
        return ""
    joint = place.text[place.before.right : place.before.right + 1]
    if joint != "、" or openings("verbs").longest(core):
        return ""
    return place.phrase.verb if len(place.phrase.verb) <= 6 else ""


def _shortened(core: str) -> str:
    if len(core) > _LONG and "等" in core[:-2]:
        core = core[core.rfind("等", 0, len(core) - 1) + 1 :] or core
    if len(core) > _LONG and "、" in core:
        core = core[core.rfind("、") + 1 :] or core
    if len(core) > _MOST:
        core = core[core.rfind("的", 0, len(core) - 2) + 1 :][-_MOST:]
    return core


def _needs_subject(core: str, place: Place) -> bool:
    """Whether the core says nothing alone: empty, a verb, a head like 总投资, or a short rate
    (达标率)."""
    if not core or core in words("bare_heads") or core in verbs() or core in moving():
        return True
    if not core.endswith(words("rate_heads")):
        return False
    said = place.phrase.text if place.phrase is not None else ""
    listed = f"、{said}" in place.text[place.start : place.end]
    overlaps = not listed and any(said.endswith(core[:size]) for size in range(2, len(core)))
    return len(core) <= 4 or core.startswith(("平均", "月平均", "年平均")) or overlaps


def _subject(core: str, mention: Mention, place: Place) -> str:
    """The thing that the numbers before it, or the clause before it, are about."""
    if place.phrase is not None and not _parted(mention, place):
        subject = place.phrase.subject or place.phrase.text
        if subject in words("bare_heads"):
            return _clause_before(core, mention, place)
        if not core or endings("moves").longest(core) or core in verbs():
            return subject
        if core.endswith(words("rate_heads")):
            subject = _COUNT_HEAD.sub("", _RATE_HEAD.sub("", subject)) or subject
        head = endings("bare_heads").longest(subject)
        if head and len(subject) > len(head) + 1:
            subject = subject[: -len(head)]
        return _cut(subject)
    return _clause_before(core, mention, place)


def _cut(subject: str) -> str:
    """The last words of a long subject, cut where a part of it begins."""
    if len(subject) <= _SUBJECT:
        return subject
    tail = subject[-_SUBJECT:]
    at = max(tail.find("、"), tail.find("的"), tail.find("，"))
    return tail[at + 1 :] if 0 <= at < len(tail) - 2 else subject


def _parted(mention: Mention, place: Place) -> bool:
    """Whether a semicolon stands between the number and the one before it."""
    return place.before is not None and "；" in place.text[place.before.right : mention.left]


def _clause_before(core: str, mention: Mention, place: Place) -> str:
    """The thing that the clause before is about, without its verb."""
    if core in verbs() or core in moving():
        return ""
    segment = place.text[max(place.start, mention.left - _LEFT_WINDOW) : mention.left]
    clauses = [clause for clause in _CLAUSE.split(segment) if clause]
    if len(clauses) < 2 or "；" in segment[segment.rfind(clauses[-2]) :]:
        return ""
    clause = _OF_YEAR.sub("", open_trimmed(ENUMERATOR.sub("", clauses[-2])))
    clause = _CHANGED.sub("", clause[len(openings("verbs").longest(clause)) :].lstrip("了"))
    return _cut(clause) if len(clause) > 1 else ""


def _with_subject(subject: str, core: str) -> str:
    """Subject and head joined, an overlap kept once (…水质 + 水质达标率)."""
    level = _LEVEL.match(subject)
    if level and core.endswith("级"):
        return core + subject[level.end() :]
    if core in verbs() and core not in moving() and core not in words("bare_heads"):
        return subject if subject.startswith(core) else core + subject
    for size in range(min(len(subject), len(core)), 0, -1):
        if subject.endswith(core[:size]):
            return subject + core[size:]
    return subject + core
