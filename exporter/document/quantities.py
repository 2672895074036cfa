"""How a quantity is printed: always the source's own characters, cut into what stands before the
number, the number, and what stands after it, so that numbers can be set large or lined up.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from exporter.briefing.model import Fact

_BEHIND: Final = frozenset(
    {
        "以上",
        "以下",
        "以内",
        "左右",
        "上下",
        "之内",
        "不等",
        "之多",
        "余",
        "多",
        "有余",
        "（含）以上",
    }
)
_PARTS: Final = re.compile(
    r"([^\d.]{0,20})(\d(?:[\d,，]|[ \u00a0\u2009\u202f](?=\d{3}(?!\d)))*(?:\.\d+)?)(\D*)"
)
_COMPOUND: Final = re.compile(
    r"([^\d.]{0,20})(\d[\d,，]*(?:\.\d+)?)((?:[万萬亿億兆千百]{1,2}\d[\d,，]*(?:\.\d+)?){1,3}\D*)"
)
_FURTHER: Final = re.compile(r"(?:[万萬亿億兆千百]{1,2}\d[\d,，]*(?:\.\d+)?)+[万萬亿億兆]?")


class Parts(NamedTuple):
    """``超|38|万``: the three joined are the words of the source, with the bound that it sets."""

    before: str
    number: str
    after: str


def parts(fact: Fact) -> Parts | None:
    """The parts of a quantity with one number in digits; ``None`` for any other (10—20个, 第一名:
    一 set large is a mere stroke). Of one whose places are named only the first digits are the
    number (7|亿2,000万美元), so that numbers line up and none is too wide to be set large."""
    words = with_bound(fact)
    found = _PARTS.fullmatch(words) or _COMPOUND.fullmatch(words)
    return Parts(*found.groups()) if found else None


def joined(cut: Parts) -> Parts:
    """The parts with all places of a number whose places are named in the number
    (7亿2,000万|美元): the first digits alone, set large, would be read as the whole."""
    further = _FURTHER.match(cut.after)
    if further is None:
        return cut
    return cut._replace(number=cut.number + further.group(), after=cut.after[further.end() :])


def with_bound(fact: Fact) -> str:
    """The quantity with the bound or the 约 that the source gives it: 不低于65%, 9%以内."""
    text, bound = fact.quantity.text, fact.quantity.approx or ""
    if not bound or bound in text:
        return text
    if bound.isascii():
        return f"{bound} {text}"
    return text + bound if bound in _BEHIND else bound + text


def planned(fact: Fact) -> bool:
    """Whether the value is yet to come."""
    return fact.status != "actual"
