"""Where a number stands: its sentence, the number before it, the words that lead to it."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Token

_CLAUSES = re.compile(r"(?s:.*)[，；：。！？\n]")
_LEFT_WINDOW = 80
_NOTE = re.compile(r"（下同）")
_BEFORE = re.compile(r"^(?:之|以)?[前后](?=[，一-鿿])(?!往|景|期|进|续|备|勤|来)")
_PEAK = re.compile(r"^的(?:最[高低])?(?:高点|低点|高位|低位|峰值|水平|高峰)")
_NO_WHEN = ("存在", "现在", "实在", "所在", "正在", "内在", "潜在", "旨在", "在在")
_COMPARES, _BOTH = ("比", "较", "与"), ("同比", "环比")
_DATED = frozenset({"year", "chyear", "relative", "part", "fiscal", "fiveyear"})
_YEAR_ON_YEAR = re.compile(
    r"(?:同比|环比|按[年月季]比较(?:则|亦)?|按年(?=[实上下增减回升跌收扩微轻略大急显])|按[月季](?=[上下增减升跌微轻略大急]))(?!价格|指数)"
)


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
    sentence, the heading that the paragraph is under (a project's name), and what the sentence
    before was about where this one takes it apart (分季度看，一季度增长5.3%). `like` is what the
    last number with the same unit in the sentence measured, `lead` what its first number did, or
    the first behind its last semicolon; `about` what the sentence before was about,
    `field` what the paragraph told last that it is about (抢修方面，), `kin` what its last number
    with the same unit measured, `works` the works that it counted last (重点项目). `raw` is
    what `raw_left_of` tells of the number itself, found once."""

    text: str
    start: int
    end: int
    before: Mention | None
    phrase: Phrase | None
    tokens: tuple[Token, ...]
    topic: str = ""
    said: str = ""
    like: Phrase | None = None
    lead: Phrase | None = None
    about: str = ""
    field: str = ""
    kin: Phrase | None = None
    works: str = ""
    raw: tuple[str, int] | None = None


def left_of(mention: Mention, place: Place) -> str:
    """The words before the number in its clause, without the time expressions among them."""
    raw, offset = raw_left_of(mention, place)
    return without(raw, offset, place.tokens)


def raw_left_of(mention: Mention, place: Place) -> tuple[str, int]:
    """The words before the number in its clause as they stand, and where they begin."""
    if place.raw is not None:
        return place.raw
    return raw_left(mention, place.text, place.start, place.before)


def raw_left(mention: Mention, text: str, start: int, before: Mention | None) -> tuple[str, int]:
    """What `raw_left_of` tells, for a number whose place isn't known yet."""
    floor = max(start, mention.left - _LEFT_WINDOW)
    if before is not None:
        bound = before.quantity.type == "threshold"
        floor = floor if bound else max(floor, before.right)
    segment = text[floor : mention.left]
    if "下同" in segment:
        segment = _NOTE.sub(lambda note: "，" * len(note.group()), segment)
    cut = found.end() if (found := _CLAUSES.match(segment)) else 0
    for opening, closing in ("（）", "“”"):
        last = segment.rfind(opening)
        if last >= cut and closing not in segment[last:]:
            cut = last + 1
        stray = segment.find(closing, cut)
        if stray >= 0 and opening not in segment[cut:stray]:
            cut = stray + 1
    return segment[cut:], floor + cut


def without(piece: str, offset: int, tokens: tuple[Token, ...]) -> str:
    """The piece without the time expressions in it."""
    for token in reversed(tokens):
        inside = offset <= token.start and token.end <= offset + len(piece)
        if not inside or token.reach == "none" or token.kind == "rate":
            continue
        head = piece[: token.start - offset]
        if token.reach == "base":
            head = head[: -2 if head.endswith(_BOTH) else -1] if head.endswith(_COMPARES) else head
        elif head.endswith("在") and not head.endswith(_NO_WHEN):
            head = head[:-1]
        rest = piece[token.end - offset :]
        rest = _PEAK.sub("", rest) if token.reach == "base" else rest
        rest = rest.removeprefix("的").removeprefix("相比")
        piece = head + (_BEFORE.sub("", rest) if token.kind in _DATED else rest)
    return _YEAR_ON_YEAR.sub("", piece.replace("（）", ""))
