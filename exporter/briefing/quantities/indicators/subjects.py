"""What a head that says nothing alone (总投资, 达标率, 增长) is of."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import deed, inner_verb, moving, verbs
from exporter.briefing.quantities.indicators.owning import MAKES_NOUN, is_owned, owner_of, undone
from exporter.briefing.quantities.indicators.trimming import ENUMERATOR, open_trimmed, trimmed
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, without

_CLAUSE = re.compile(r"[，；：。！？\n]")
_DATED = frozenset({"year", "chyear", "relative", "part"})
_LEFT_WINDOW, AVERAGED, _NEAR = 80, 8, 6
_SUBJECT, _SHORTEST_TOPIC = 20, 4
_MEASURED_AT = re.compile(
    r"(?:其中，?|而|但)?([一-鿿]{2,10}[量率额数值积位]|最[大高低强][一-鿿]{2,8})(?:出现在|发生在|位于|在)[^，]{2,16}"
)
# 经数据中心测算，据初步统计: by whom it was found.
_BY_WHOM = re.compile(
    r"(?:经|据|根据|按照?)[^，]{0,16}(?:测算|统计|核算|监测|显示|介绍|了解|估算)$"
    r"|[^，]{2,24}(?:指出|表示|强调|补充|透露|重申|坦言|回应|回应指|补充说|表示说)$"
)
_PAIR = 2
# 裡面最多是金屬機電工業，有249家
_MOST_IS = re.compile(
    r"(?:其中|当中|里面)?[^，。；是为]{0,10}(?:最[多高大少低](?:的)?|首位的?|大宗)(?:还|仍|则)?(?:是|为)([一-鿿]{2,12}(?<![省市县区州旗镇乡村站]))"
)
# 那打素醫院的使用率最高，達115%
_TOP = re.compile(r"(?:其中|当中)?([一-鿿]{2,16}率)(?:亦|也|则)?最[高低]")
# 機械業則受半導體設備需求帶動，年增16%
_DRIVEN = re.compile(
    r"([一-鿿]{2,10}?)(?:则|亦|也|均|主要){0,2}(?:因(?![素此为果])|受(?![理灾])|由于)[^，。；0-9]{2,30}"
)
_AMOUNT = re.compile(r"[一-鿿]{2,22}[量额值率数价费资入出积]")
_CHANGED_ENDS = frozenset(
    "变稳定平同落升弹转跌快缓大窄高低录收增产长展固善强好幅降企峻劲弱软跃旺迷"
)
_COUNTED = re.compile(r"[0-9][万亿]{0,2}(?:[一-鿿]{1,3}|%)$")
_FIELD_END = re.compile(r"(?<=[一-鿿]{2})(?:方面|部分|这一块|这块|领域)$")
_EXAMPLE = re.compile(r"以?([^，]{2,12}?)为例")
# 新建项目已开工122个，开工率98%
_DONE_YET = re.compile(r"(?<=[一-鿿]{2})(?:已经?|共|实现|全部)$")
_OWN_RATE = re.compile(r"[一-鿿]{2,8}(?:率|比例)")
_IS = re.compile(r"([^是“”]{2,8})是(?!否|非)")
_WILL_COME = re.compile(r"^.{0,14}?(?:会|将|可望|预计)+")
# 平均月運量1,113萬人次；105年運量1.35億人次
AVERAGE = re.compile(r"(?:平均每?[年月日周季]?|[年月日]均)$")
_LEVEL = re.compile(r"^(?:国家|部|省|市|州|县|区)级")
_COUNT_HEAD = re.compile(r"(?:优良|达标|合格|有效)?天数$")
_RATE_HEAD = re.compile(r"[一-鿿]{0,2}(?:率|比例|比重|占比|覆盖面|满意度)$")
_OF_YEAR = re.compile(r"^(?:完成)?[12][0-9]{3}年度?")
_PART_OF = re.compile(r"(?<=[一-鿿]{3})占(?!比|地)[^占]{2,}$")
_CHANGED = re.compile(
    r"(?:在[^，]{1,12}(?:期间|时间|阶段))?(?:亦|也|均|则|已)?"
    r"录得(?:轻微|明显|显著|双位数|两位数)?(?:跌幅|升幅|增幅|降幅|增长|下跌|上升|下降)$"
    r"|(?<=[一-鿿]{2})(?:情况|状况|走势|形势)?(?:亦|也|均|则|已|仍然?|依然|持续|维持|继续|普遍|相对|比较|较为|略){0,3}(?:高企|偏高|偏低|严峻|强劲|疲弱|疲软|平稳|活跃|畅旺|低迷|稳定)$"
    r"|(?:在[^，]{1,12}(?:期间|时间|阶段))?(?:亦|也|均|则|已)?"
    r"(?:(?:继续)?(?:保持|维持)(?:不变|平稳|稳定)|(?:大致|基本)?持平|与[^，]{2,16}相同)$"
    r"|(?:首次|再度|轻微|明显|开始){0,2}(?:回升|回落|反弹|好转|转升|转跌)$"
    r"|(?:增速|增幅|升幅|跌幅|降幅)(?:轻微|明显|略为|略|稍为|进一步)?(?:加快|放缓|扩大|收窄)$"
    r"|(?:将|有望)?(?:再|又|续)?(?:创|创下|创出|刷新)了?[^，]{0,8}(?:新高|新低|纪录|记录)$|(?:再获|喜获|获得)丰收$"
    r"|(?:数量|品质|质量|面积|单产|总产|产量){0,3}(?:并增|双增|齐增|三增)$|(?:实现|喜获)?(?:增产|增收|双丰收)$"
    r"|(?:较快|平稳|稳步|快速)(?:增长|发展)$|(?:扩种)?成果(?:持续)?巩固$"
    r"|(?:进一步|持续|不断|明显|显著|逐年|稳步|大幅|总体)(?:改善|提升|提高|好转|增强|向好|稳定)$"
)


def needs_subject(core: str, place: Place) -> bool:
    """Whether the core says nothing alone: empty, a verb, a head like 总投资, or a short rate
    (达标率)."""
    if not core or core in words("bare_heads") or deed(core) or core in moving():
        return True
    if core[:1] == "年" and core[1:] in words("bare_heads"):
        return place.phrase is not None
    if is_owned(core):
        rated = place.phrase is not None and place.phrase.text.endswith(words("rate_heads"))
        told = place.phrase is not None and not (rated and core.endswith("率"))
        return told or _EXAMPLE.search(place.text, place.start) is not None
    if not core.endswith(words("rate_heads")):
        return False
    rate = endings("open_rates").longest(core)
    if _OWN_RATE.fullmatch(core) and (not rate[1:] or (rate == "比例" and core != rate)):
        return _of_deed(core, place)
    said = place.phrase.text if place.phrase is not None else ""
    listed = f"、{said}" in place.text[place.start : place.end]
    overlaps = not listed and any(said.endswith(core[:size]) for size in range(2, len(core)))
    averaged = core.startswith(("平均", "月平均", "年平均")) and len(core) <= AVERAGED
    return len(core) <= 4 or averaged or overlaps


def _of_deed(core: str, place: Place) -> bool:
    """Whether the rate is of what was just told to be done (景区开放386家，开放率80.1%)."""
    phrase, before, done = place.phrase, place.before, core[:-1]
    if phrase is None or before is None or not core.endswith("率") or deed(phrase.text):
        return False
    near = place.text[max(place.start, before.left - _NEAR) : before.left]
    told = done in phrase.text or done in near
    return told and not phrase.text.endswith(words("rate_heads"))


def subject_of(core: str, mention: Mention, place: Place) -> str:
    """The thing that the numbers before it, or the clause before it, are about."""
    if not core and (named := _named_between(mention, place)):
        return named
    if place.phrase is not None and not parted(mention, place):
        told = _of_its_unit(core, mention, place) or place.phrase
        subject = told.subject or told.text
        whole = place.phrase.text
        if mention.quantity.type == "delta" and "占" in whole and not whole.startswith("占"):
            subject = whole
        if "占" in subject and mention.quantity.type != "delta" and not _arrives(mention, place):
            subject = _PART_OF.sub("", subject) or subject
        if deed(core) and core not in moving() and core not in words("bare_heads"):
            like = place.like
            thing = _done_with(like) if like is not None else ""
            return "" if deed(thing) else thing
        if subject in words("destinations"):
            return ""
        if subject in words("bare_heads"):
            moved = core and endings("moves").longest(core) == core
            return clause_before(core, mention, place) or (subject if moved else "")
        if not core or endings("moves").longest(core):
            return subject
        if _OWN_RATE.fullmatch(subject) and not core.endswith(words("rate_heads")):
            lead = place.lead
            subject = _RATE_HEAD.sub("", subject) or (
                owner_of(lead.subject or lead.text) if lead is not None else subject
            )
        return _headed(subject, core, place.phrase.verb, place)
    return clause_before(core, mention, place)


def _of_its_unit(core: str, mention: Mention, place: Place) -> Phrase | None:
    """What the last number of its unit measured, for a level that one of another kind has come
    between (開支40億元，受惠人士240萬人，會增至60億元)."""
    before = place.before
    if core or before is None or place.like is None or not _arrives(mention, place):
        return None
    return place.like if before.quantity.unit != mention.quantity.unit else None


def _named_between(mention: Mention, place: Place) -> str:
    """What the clause since the last number names (最大点降雨量出现在黄桑坪站，达到536毫米)."""
    floor = place.before.right if place.before is not None else place.start
    clauses = _CLAUSE.split(place.text[floor : mention.left])
    if len(clauses) < _PAIR:
        return ""
    found = _MEASURED_AT.fullmatch(clauses[-2]) or _MOST_IS.fullmatch(clauses[-2])
    if found is not None:
        return found.group(1)
    tops = (clause for clause in clauses[:-1] if "率" in clause and "最" in clause)
    top = next((each for clause in tops if (each := _TOP.fullmatch(clause))), None)
    return top.group(1) if top is not None else _rate_between(clauses[-2])


def _rate_between(clause: str) -> str:
    """The rate that a clause says has changed or is so (但覆蓋率相對偏低，只有10%)."""
    own = open_trimmed(clause)
    rate = _unchanged(own)
    return rate if rate != own and rate.endswith(words("rate_heads")) else ""


def amount_before(mention: Mention, place: Place) -> str:
    """The amount that the clause before a mere move names (客房平均入住率，同比上升43個百分點)."""
    floor = place.before.right if place.before is not None else place.start
    comma = place.text.rfind("，", floor, mention.left)
    if comma <= floor or "；" in place.text[comma : mention.left]:
        return ""
    begins = max(place.text.rfind(mark, floor, comma) + 1 for mark in "，；：") or floor
    clause = place.text[begins:comma]
    clause = without(clause, begins, place.tokens)
    if driven := _DRIVEN.fullmatch(clause):
        return trimmed(driven.group(1))
    named = trimmed(clause)
    return _cut(named) if _AMOUNT.fullmatch(named) and not _BY_WHOM.match(clause) else ""


def _headed(subject: str, core: str, verb: str, place: Place) -> str:
    """The subject as a head that says nothing alone (总投资, 达标率, 库容) wants it."""
    if core.endswith("率") and (at := subject.find(core[:-1])) > 1:
        rest = subject[at + len(core) - 1 :]
        if deed(subject[:at]) and len(rest) > 1:
            return rest
        own = _DONE_YET.sub("", subject[:at])
        return own if undone(own) else undone(subject)
    if core.endswith(words("rate_heads")):
        term = endings("rate_terms").longest(subject)
        subject = subject[: len(subject) - len(term)] or subject
        rest = subject[len(openings("verbs").longest(subject)) :]
        subject = subject if rest.startswith(MAKES_NOUN) else rest or subject
        subject = _COUNT_HEAD.sub("", _RATE_HEAD.sub("", subject)) or subject
    if is_owned(core):
        return _cut(owner_of(subject, verb))
    if core in words("sums_of_topic") and (topic := _topic(subject, place)):
        return topic
    acts = core in verbs() or core in words("stages")
    if acts and (last := endings("verbs").longest(subject)):
        subject = subject[: -len(last)] or subject
    head = endings("bare_heads").longest(subject)
    head = head.removeprefix("项目")
    if head and len(subject) > len(head) + 1:
        subject = subject[: -len(head)].removesuffix("总")
    return _cut(subject)


def _done_with(like: Phrase) -> str:
    """What the deed was done with, of the last number with its unit."""
    whole = like.subject or like.text
    head = endings("owned_heads").longest(whole)
    whole = whole[: len(whole) - len(head)] if len(whole) > len(head) + 1 else whole
    return undone(_object_of(whole, like.verb))


def _arrives(mention: Mention, place: Place) -> bool:
    """Whether the number is where the move from the number before ends (比重由41%降到37.5%)."""
    before = place.before
    gap = place.text[before.right : mention.left] if before is not None else ""
    own = gap[gap.rfind("，") + 1 :]
    return bool(own) and endings("arrivals").longest(own) in (own, _WILL_COME.sub("", own))


def _topic(subject: str, place: Place) -> str:
    """What the sentence's first clause and the number before are both about (昭通小肉串产业…,
    昭通小肉串营业店面约7000家 → 昭通小肉串)."""
    clauses = _CLAUSE.split(place.text[place.start : place.end], maxsplit=2)[:2]
    for clause in map(open_trimmed, clauses):
        size = 0
        while size < min(len(clause), len(subject)) and clause[size] == subject[size]:
            size += 1
        if _SHORTEST_TOPIC <= size < len(subject):
            return subject[:size]
    return ""


def _object_of(subject: str, verb: str) -> str:
    """What was done with: 受理群众反映问题 and 县乡道路中断 without their verbs."""
    if verb and subject.startswith(verb) and len(subject) > len(verb) + 1:
        rest = subject[len(verb) :]
        return undone(rest.lstrip("、和及")) if rest[0] in "、和及" else rest
    if (inner := inner_verb(subject)) and not inner.startswith("新增"):
        return inner[len(openings("verbs").longest(inner)) :] or subject
    last = endings("verbs").longest(subject)
    return subject[: -len(last)] if last and len(subject) > len(last) + 1 else subject


def _cut(subject: str) -> str:
    """The last words of a long subject, cut where a part of it begins."""
    if len(subject) <= _SUBJECT:
        return subject
    tail = subject[-_SUBJECT:]
    at = max(tail.find("、"), tail.find("的"), tail.find("，"))
    return tail[at + 1 :] if 0 <= at < len(tail) - 2 else subject


def parted(mention: Mention, place: Place) -> bool:
    """Whether a semicolon without a 其中 behind it stands between the number and the one before."""
    gap = place.text[place.before.right : mention.left] if place.before is not None else ""
    return "；" in gap and not gap[gap.rfind("；") + 1 :].startswith("其中，")


def clause_before(core: str, mention: Mention, place: Place) -> str:
    """The thing that the clause before is about, without its verb."""
    if deed(core) or core in moving():
        return ""
    segment = place.text[max(place.start, mention.left - _LEFT_WINDOW) : mention.left]
    clauses = [clause for clause in _CLAUSE.split(segment) if clause and not _BY_WHOM.match(clause)]
    if len(clauses) < 2 or "；" in segment[segment.rfind(clauses[-2]) :]:
        return ""
    clause = _undated(clauses[-2], place)
    clause = _unchanged(ENUMERATOR.sub("", clause))
    clause = _OF_YEAR.sub("", open_trimmed(clause))
    kept = clause.startswith(words("kept_openings"))
    verb = "" if kept else openings("verbs").longest(clause)
    clause = _unchanged(clause[len(verb) :].lstrip("了"))
    clause = _FIELD_END.sub("", clause.lstrip("“‘"))
    if example := _EXAMPLE.match(clause):
        return example.group(1)
    if topic := _IS.match(clause):
        clause = topic.group(1)
    return _cut(clause) if len(clause) > 1 and not _COUNTED.search(clause) else ""


def _unchanged(clause: str) -> str:
    """The clause without what it says has become of its thing (情况稳定, 录得跌幅)."""
    return _CHANGED.sub("", clause) if clause[-1:] in _CHANGED_ENDS else clause


def _undated(clause: str, place: Place) -> str:
    """The clause without a date in words (私人消費開支在第三季增速加快)."""
    if not place.tokens or any(char.isdigit() for char in clause):
        return clause
    for token in place.tokens:
        said = place.text[token.start : token.end]
        if token.kind in _DATED and said in clause:
            head, _, rest = clause.partition(said)
            clause = head.removesuffix("在") + rest.removeprefix("的")
    return clause


def with_subject(subject: str, core: str) -> str:
    """Subject and head joined, an overlap kept once (…水质 + 水质达标率)."""
    level = _LEVEL.match(subject)
    if level and core.endswith("级"):
        return core + subject[level.end() :]
    if deed(core) and core not in moving() and core not in words("bare_heads"):
        return subject if subject.startswith(core) else core + subject
    if subject.endswith(core) and len(core) > 1:
        return AVERAGE.sub("", subject[: -len(core)]) + core
    for size in range(min(len(subject), len(core)), 1, -1):
        if subject.endswith(core[:size]):
            return _DONE_YET.sub("", subject[:-size]) + core
    return subject + core
