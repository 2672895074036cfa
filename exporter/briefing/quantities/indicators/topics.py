"""What a passage is about (电动巴士方面，…): lent to numbers whose own words name nothing."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from exporter.briefing.quantities.indicators.governing import deed
from exporter.briefing.quantities.indicators.owning import is_owned, undone
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_FIELD = re.compile(
    r"(?:[一二三四五六七八九]是|第[一二三四五六七八九]，|[（(]?[一二三四五六七八九十]{1,2}[)）、])?(?:首先是?|其次是?|再次是?)?(?:在|从|至于|关于)?"
    r"([一-鿿]{2,8}?)(?:的?部分|方面|这一块|这块|这一方面|领域|(?<![晚早马网])(?<!基础)(?<!总体)(?<!实际)(?<!事实)(?<!历史)(?<!原则)(?<!基本)(?<!整体)上)[，：]"
    r"|至于“?([一-鿿]{2,12})”?，"
    r"|第[一二三四五六七八九]，([一-鿿]{2,7}?)(?:的?部分|方面)?(?:[：。]|$)"
    r"|“((?![一两二三四五六七八九十])[一-鿿A-Za-z0-9]{3,12})”(?![和、及与])"
)
# 首先是高龄津贴，…; 第一，贷款展期，…
_NAMED_FIRST = re.compile(
    r"(?:首先|其次|再次|最后|另外|第[一二三四五六七八九]|[一二三四五六七八九])(?:(?:就|则)?是(?:关于|在)?|，)([一-鿿]{2,6})[，：](?![一二三四五六七八九]是)"
)
_SCOPE = re.compile(
    r"(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州]|[一-鿿、]{2,12}[两三四五]地)"
    r"(?:现|共|目前|还|仍)?"
)
# 費用補貼計劃去年發放39億元，平均每月有310萬名市民受惠: a scheme that its clause opens with
_SCHEME = re.compile(
    r"(?:^|[，；。])(?:而|至于|另外|目前)?“?(?P<name>[一-鿿A-Za-z0-9]{2,16}?(?:计划|计画|方案|专案|基金|津贴))”?"
    r"(?=，|[截自至已今去上本现目首共每核批推录开实涵收]|[12][0-9]{3}年)"
)
# 職業傷害保障試點啟動以來，已有1200萬人參保: what its clause tells the beginning of
_SINCE = re.compile(
    r"(?:自从?)?(?:[这该此][项个]|本)?"
    r"(?P<name>(?:(?![年月起由从在])[一-鿿A-Za-z]){3,16}?)(?:试点|工作|政策)?"
    r"(?:于|在|自)?(?:[12][0-9]{3}年|去年|今年|前年)?(?:[0-9]{1,2}月)?"
    r"(?:正式|全面|试点)?(?:启动|实施|推行|推出|开办|开展|开放申请|开放登记|开放预约|接受申请"
    r"|上线|开通|运行|施行|落地|启用|通车|投入服务|投入使用|投入运作)"
    r"(?:以来|至今|(?:[一二三四五六七八九十两半0-9]{1,3}个?多?[年月天周]多?)?(?:以?来|至今|[之以]?后)?)，"
)
# 2024年的居屋合共推出7000個單位，收到10萬份申請: what the sentence opens with
_OPENED = re.compile(
    r"(?:[12][0-9]{3}年|今年|去年|本年|上年|今期|本期)?度?的?(?P<name>[一-鿿]{2,6}?)"
    r"(?:[12][0-9]{3}年|今年|去年|今期|本期|上期|合共|一共|累计|至今|已|共)+"
    r"(?:推出|提供|收到|接获|接到|受理)"
    r"|(?:今年|去年|本年|今期|本期)的?(?P<now>[一-鿿]{2,6}?)推出"
)
_ACTOR = re.compile(
    r"[局署处部厅院方会委司关队员]$"
    r"|(?:政府|公司|我们|中心|其中|当中|平台|热线|同时|目前|现时|机关|部门)$"
)
# 第三，打擊濫用公屋。
_AIM = re.compile(
    r"^(?:打击|加强|强化|推动|优化|改善|确保|增加|提升|落实|做好|推进|处理|完善)(?=[一-鿿]{2})"
)
_EACH = re.compile(r"(?:每[人户亩])?每(?:[人户亩月年天日名位床头]|张床位?)$")
_LONGEST_RATE, _OVERLAP, _DEED = 4, 2, 2
_LONGEST_HEADING = 24
_LONGEST_FIELD, _LONGEST_INSIDE, _LONGEST_SCHEME = 8, 5, 18


def field_of(text: str, start: int, end: int) -> str:
    """What the sentence says first that it is about (抢修方面，…), or nothing."""
    found = _FIELD.match(text, start, end)
    if found is None:
        return ""
    if found.group(1) in words("no_fields"):
        return ""
    heading = found.group(3)
    return (
        _AIM.sub("", undone(heading))
        if heading
        else found.group(1) or found.group(2) or found.group(4)
    )


def heading_of(text: str, start: int, end: int) -> str:
    """What a short sentence without a number says that the next ones are about, or nothing
    (第三，打擊濫用公屋。)."""
    return field_of(text, start, end) if end - start <= _LONGEST_HEADING else ""


def named_first(text: str, start: int, end: int) -> str:
    """What the sentence alone is about by its first words (首先是高龄津贴，), or nothing."""
    found = _NAMED_FIRST.match(text, start, end)
    return found.group(1) if found is not None else ""


def told_by_field(found: Phrase | None, mention: Mention, place: Place) -> Phrase | None:
    """The phrase with the field told of, where it names nothing alone; a mere place names
    nothing."""
    if found is None:
        each = trimmed(left_of(mention, place))
        told = place.field and mention.quantity.type == "money" and _EACH.fullmatch(each)
        return Phrase(place.field + each, "indicator.field") if told else None
    field, text = place.field, found.text
    if _SCOPE.fullmatch(text):
        return Phrase(field, "indicator.field", subject=field) if field else None
    if of_field := _general(found, mention, place):
        return of_field
    own = found.subject or text
    if not field or not _bare(own) or _shares(field, text):
        return found
    return msgspec.structs.replace(found, text=field + text, subject=field + own)


def _general(found: Phrase, mention: Mention, place: Place) -> Phrase | None:
    """A thing that many fields have (本土病例, 收到申請), or those whom a scheme is for, with the
    field or the scheme that it is of."""
    verb = found.verb if found.text.startswith(found.verb) else ""
    move = endings("moves").longest(found.text)
    thing = found.text[len(verb) : len(found.text) - len(move)]
    general = thing in _general_things()
    alone = not verb and len(thing) == _DEED and deed(thing)
    field = _scheme(mention, place) if general or alone or thing in _anyone() else ""
    longest = _LONGEST_SCHEME if field else _LONGEST_INSIDE if verb else _LONGEST_FIELD
    field = field or (place.field if general else "")
    if not field or _shares(field, found.text) or len(field) > longest:
        return None
    own = f"{field}{verb}{thing}" if longest == _LONGEST_SCHEME else f"{verb}{field}{thing}"
    subject = f"{field}{thing}" if verb and general and longest == _LONGEST_SCHEME else own
    told = move or found.subject or subject != own
    return Phrase(own + move, found.rule, found.verb, subject if told else "")


@cache
def _general_things() -> frozenset[str]:
    return frozenset(words("general_things"))


@cache
def _anyone() -> frozenset[str]:
    return frozenset(words("anyone"))


def _scheme(mention: Mention, place: Place) -> str:
    """The scheme that the sentence has told of last before the number."""
    found = ""
    for match in _SCHEME.finditer(place.text[place.start : mention.left]):
        found = match["name"]
    if not found and (since := _SINCE.match(place.text, place.start, mention.left)):
        found = since["name"]
    if not found and (opened := _OPENED.match(place.text, place.start, mention.left)):
        name = opened["name"] or opened["now"]
        found = "" if _ACTOR.search(name) else name
    return found


def _bare(text: str) -> bool:
    """Whether the words are a deed, a short rate or an attribute, of what they don't say."""
    if text in words("bare_heads") or deed(text) or is_owned(text) or _EACH.search(text):
        return True
    rate = endings("open_rates").longest(text)
    return bool(rate) and len(text) <= _LONGEST_RATE


def _shares(field: str, text: str) -> bool:
    return any(field[at : at + _OVERLAP] in text for at in range(len(field) - 1))
