"""What a passage is about (电动巴士方面，…): lent to numbers whose own words name nothing."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.indicators.governing import deed
from exporter.briefing.quantities.indicators.owning import is_owned
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, left_of

_FIELD = re.compile(
    r"(?:[一二三四五六七八九]是|第[一二三四五六七八九]，|[（(]?[一二三四五六七八九十]{1,2}[)）、])?(?:首先是?|其次是?|再次是?)?(?:在|从|至于|关于)?"
    r"([一-鿿]{2,8}?)(?:的?部分|方面|这一块|这块|这一方面|领域|(?<!基础)(?<!总体)(?<!实际)(?<!事实)(?<!历史)(?<!原则)(?<!基本)(?<!整体)上)[，：]"
    r"|至于“?([一-鿿]{2,12})”?，"
)
# 首先是高龄津贴，…; 第一，贷款展期，…
_NAMED_FIRST = re.compile(
    r"(?:首先|其次|再次|最后|另外|第[一二三四五六七八九]|[一二三四五六七八九])(?:(?:就|则)?是(?:关于|在)?|，)([一-鿿]{2,6})[，：](?![一二三四五六七八九]是)"
)
_SCOPE = re.compile(
    r"(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州]|[一-鿿、]{2,12}[两三四五]地)"
    r"(?:现|共|目前|还|仍)?"
)
_EACH = re.compile(r"(?:每[人户亩])?每(?:[人户亩月年天日名位床头]|张床位?)$")
_LONGEST_RATE, _OVERLAP = 4, 2


def field_of(text: str, start: int, end: int) -> str:
    """What the sentence says first that it is about (抢修方面，…), or nothing."""
    found = _FIELD.match(text, start, end)
    return found.group(1) or found.group(2) if found is not None else ""


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
    own = found.subject or text
    if not field or not _bare(own) or _shares(field, text):
        return found
    return msgspec.structs.replace(found, text=field + text, subject=field + own)


def _bare(text: str) -> bool:
    """Whether the words are a deed, a short rate or an attribute, of what they don't say."""
    if text in words("bare_heads") or deed(text) or is_owned(text) or _EACH.search(text):
        return True
    rate = endings("open_rates").longest(text)
    return bool(rate) and len(text) <= _LONGEST_RATE


def _shares(field: str, text: str) -> bool:
    return any(field[at : at + _OVERLAP] in text for at in range(len(field) - 1))
