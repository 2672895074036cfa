"""Sums, shares and differences that the text states, recomputed exactly.

Only what the wording ties together is checked: parts in brackets after their total, a rate
after its part and whole, a gap in percentage points after the two shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from exporter.briefing.model import ArithmeticCheck
from exporter.briefing.quantities.conference import day_of
from exporter.briefing.quantities.lines import Line, lines
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.numbers.numerals import plain
from exporter.transcript.model import Transcript

_OPENING = re.compile(r"^[^，。；、）]{0,12}[（：]|^[^。；）]{0,24}，?其中，?[^，。；、]{0,16}$")
_RATE = re.compile(r"(?:率|占比|比重|比例|占[^，。]{0,12})(?:为|达|达到|是|约|的)?$")
_GAP = re.compile(r"(?:高出|高于|低于|超出|提高|提升|上升|下降|降低|增加|回落)[^，。；]{0,20}$")
_FROM = re.compile(r"(?:由|从)")
_SUM_OF = re.compile(r"其中")
_MOST_PARTS = 40


def check_arithmetic(transcript: Transcript) -> tuple[ArithmeticCheck, ...]:
    """The sums and shares stated in the text, in reading order, each recomputed; those of English
    records, whose numbers are read by rules of their own, are not."""
    if transcript.language == "en":
        return ()
    day = day_of(transcript)
    return tuple(
        msgspec.structs.replace(check, paragraph=paragraph.id)
        for paragraph in transcript.paragraphs()
        for line in lines(paragraph.text, day)
        if len(line.found) > 2
        for check in (*_sums(line), *_rates(line), *_gaps(line))
    )


def _exact(mention: Mention) -> Decimal | None:
    """The value, when it is printed as exact."""
    quantity = mention.quantity
    if quantity.type in ("rank", "threshold") or quantity.approx is not None:
        return None
    return quantity.value


def _sums(line: Line) -> Iterator[ArithmeticCheck]:
    """A total and its parts: 50个断面（国控14个、省控22个、市控14个）."""
    at = 0
    while at + 2 < len(line.found):
        parts = _parts(line, at)
        total = _exact(line.found[at])
        values = [_exact(part) for part in parts]
        if len(parts) < 2 or total is None or None in values:
            at += 1
            continue
        computed = sum((value for value in values if value is not None), Decimal(0))
        named = bool(_SUM_OF.search(line.text, line.found[at].end, parts[0].start))
        if computed == total or not named or computed > total:
            terms = " + ".join(_plain(value) for value in values if value is not None)
            yield _check(f"{terms} = {_plain(total)}", total, computed)
        at += len(parts)


def _parts(line: Line, at: int) -> list[Mention]:
    """The numbers of the total's unit that are listed right after it, joined by 、."""
    total, parts = line.found[at], list[Mention]()
    for mention in line.found[at + 1 : at + 1 + _MOST_PARTS]:
        last = parts[-1] if parts else total
        gap = line.text[last.end : mention.start]
        opened = bool(_OPENING.match(gap)) if not parts else _joined(gap)
        if not opened or mention.quantity.unit != total.quantity.unit:
            break
        parts.append(mention)
    return parts


def _joined(gap: str) -> bool:
    return len(gap) <= 30 and "、" in gap and not re.search(r"[，。；：）（]", gap)


def _rates(line: Line) -> Iterator[ArithmeticCheck]:
    """A whole, a part of it and their rate: 检验108557辆，其中合格105638辆，合格率97.31%; what is
    less than the part (招收5260人，增加180人；其中省内3420人，占65%) is not its whole."""
    for whole, part, rate in zip(line.found, line.found[1:], line.found[2:], strict=False):
        gap = line.text[whole.end : part.start]
        tail = line.text[part.end : rate.start]
        values = _exact(whole), _exact(part), _exact(rate)
        alike = whole.quantity.unit == part.quantity.unit and rate.quantity.unit == "%"
        if None in values or not alike or "其中" not in gap or not _RATE.search(tail):
            continue
        a, b, stated = (value for value in values if value is not None)
        if a == 0 or b > a or "；" in tail or whole.quantity.type == "percent":
            continue
        computed = _rounded(b * 100 / a, stated)
        yield _check(f"{_plain(b)} / {_plain(a)} = {_plain(stated)}%", stated, computed)


def _gaps(line: Line) -> Iterator[ArithmeticCheck]:
    """Two shares and the points between them: 由95.6%提高到99.7%，提高4.1个百分点."""
    for first, second, gap in zip(line.found, line.found[1:], line.found[2:], strict=False):
        units = first.quantity.unit, second.quantity.unit
        if units != ("%", "%") or gap.quantity.type != "delta":
            continue
        tail = line.text[second.end : gap.start]
        between = line.text[first.end : second.start]
        tied = _FROM.search(line.text, max(line.bounds[0], first.start - 12), first.start)
        over = re.search(r"高出|高于|低于|超出", between)
        values = _exact(first), _exact(second), _exact(gap)
        if None in values or len(tail) > 20 or not (over or (tied and _GAP.search(tail))):
            continue
        a, b, stated = (value for value in values if value is not None)
        expression = f"{_plain(max(a, b))} - {_plain(min(a, b))} = {_plain(stated)}"
        yield _check(expression, stated, abs(a - b))


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """The value with as many decimal places as the stated one."""
    exponent = like.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _check(expression: str, stated: Decimal, computed: Decimal) -> ArithmeticCheck:
    return ArithmeticCheck(
        paragraph="",
        expression=expression,
        stated=_plain(stated),
        computed=_plain(computed),
        holds=stated == computed,
    )


def _plain(value: Decimal) -> str:
    return format(plain(value), "f")
