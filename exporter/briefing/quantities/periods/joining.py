"""Time expressions that belong together: a month to one of another year, months and quarters of
which only the last says what it is."""

from __future__ import annotations

import re

from exporter.briefing.quantities.periods.token import Token

DATED = frozenset({"year", "chyear", "relative", "part"})
"""The kinds of expressions that tell of a stretch of the calendar."""
_UNIT, _NUMERAL = (
    re.compile("(?<=[一二三四])季度$|(?<=[0-9])月(?=份?$)"),
    re.compile("[0-9]{1,2}|[一二三四]"),
)
_LISTED, _LIST = (
    re.compile(r"(?<![0-9一二三四.第])(?:(?:[一二三四]、){1,3}|(?:[01]?[0-9]、){1,5})$"),
    15,
)


def over_years(found: list[Token], text: str) -> list[Token]:
    """The expressions, a month to one of another year as one (去年12月至今年2月)."""
    out: list[Token] = []
    for token in found:
        last = out[-1] if out else None
        if last is None or text[last.end : token.start] not in ("至", "到"):
            out.append(token)
            continue
        if not {last.kind, token.kind} <= DATED or None in (last.first, token.first):
            out.append(token)
            continue
        told = f"{last.text}至{token.text.removeprefix(f'{last.first}年')}"
        out[-1] = Token(last.start, token.end, told, "part", "carry", last.first, token.last)
    return out


def listed(found: list[Token], text: str) -> list[Token]:
    """The expressions, with the months and quarters listed before one that alone says what they
    are (一、二季度分别增长, 4、5、6月份)."""
    told: list[Token] = []
    for token in found:
        after = token.kind == "part" and text.startswith("、", token.start - 1)
        unit = _UNIT.search(text[token.start : token.end]) if after else None
        before = _LISTED.search(text, max(0, token.start - _LIST), token.start) if unit else None
        if unit is None or before is None or token.first is None:
            continue
        told += [
            Token(
                *each.span(),
                f"{token.first}年{each.group()}{unit.group()}",
                "part",
                token.reach,
                token.first,
                token.last,
            )
            for each in _NUMERAL.finditer(text, before.start(), token.start)
        ]
    return sorted([*found, *told], key=lambda token: token.start) if told else found
