"""Numerals read as exact numbers: ``1,000`` and ``一千二百``; a broken one (``3..5``, ``十百``)
is ``None``.

Chinese numerals follow GB/T 15835: digits before units, units falling within a group of four,
groups parted by 万, 亿 and, in Taiwan, 兆. Everything is `Decimal`; nothing here rounds.
"""

from __future__ import annotations

import re
from decimal import Decimal

MULTIPLIERS = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "十万": Decimal(100_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "十亿": Decimal(1_000_000_000),
    "百亿": Decimal(10_000_000_000),
    "千亿": Decimal(100_000_000_000),
    "万亿": Decimal(1_000_000_000_000),
    "兆": Decimal(1_000_000_000_000),
}
TEN = Decimal(10)
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000}
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_MOST_DIGITS = 18


def arabic(text: str) -> Decimal | None:
    """The number that ASCII digits print, thousands parted by ``,`` or a blank; ``None`` when
    broken.

    More than 18 digits, or a 0 before others (007), are a code or damage: ``None``.
    """
    if len(text) > 2 * _MOST_DIGITS or not _ARABIC.fullmatch(text):
        return None
    bare = text.replace(",", "").replace(" ", "")
    if len(bare) > _MOST_DIGITS or (bare[0] == "0" and bare[1:2].isdigit()):
        return None
    return Decimal(bare)


def chinese(text: str) -> Decimal | None:
    """The number that Chinese numerals print (一千二百, 三十五, 三点八); ``None`` when broken.

    The spoken forms 一百二 (120) and 两万三 (23,000) can be taken two ways, so they are not
    read. A run of bare digits (二〇二二) is a year or a code, not a number: ``None``.
    """
    if not text or len(text) > _MOST_DIGITS:
        return None
    whole, point, decimals = text.partition("点")
    if point:
        before = chinese(whole)
        if before is None or not decimals or any(char not in DIGITS for char in decimals):
            return None
        return before + Decimal("0." + "".join(str(DIGITS[char]) for char in decimals))
    total, rest = 0, text
    for mark, size in (("兆", _GROUPS["兆"]), ("亿", _GROUPS["亿"]), ("万", _GROUPS["万"])):
        head, found, tail = rest.rpartition(mark)
        if not found:
            continue
        group = chinese(head) if mark == "亿" and "万" in head else _group(head)
        if group is None:
            return None
        total, rest = total + int(group) * size, tail
        if len(tail) == 1:
            return None
    last = _group(rest) if rest else 0
    return None if last is None else Decimal(total + last)


def value_of(raw: str) -> Decimal | None:
    """The number that `raw`, ASCII digits or Chinese numerals, prints; ``None`` when broken."""
    return arabic(raw) if raw[0].isascii() else chinese(raw)


def _group(text: str) -> int | None:
    """Up to four places (一千二百零三); ``None`` for places out of order, doubled digits,
    nothing."""
    total, digit, floor = 0, None, 10_000
    for at, char in enumerate(text):
        if char in _PLACES:
            place = _PLACES[char]
            if place >= floor or (digit is None and not (at == 0 and char == "十")):
                return None
            total, digit, floor = total + (1 if digit is None else digit) * place, None, place
        elif char in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[char]
        else:
            return None
    if not text or (digit is None and total == 0):
        return None
    if digit and floor in (100, 1000) and text[-2] not in "零〇":
        return None
    return total + (digit or 0)


def plain(value: Decimal) -> Decimal:
    """The same number without exponent and without idle zeros: 2604000000, 0.85, 11.95."""
    whole = value.to_integral_value()
    if value == whole:
        return whole.quantize(Decimal(1))
    return value.normalize()
