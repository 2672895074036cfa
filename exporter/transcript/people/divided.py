"""Names with the office inside, as Taiwan prints them: ``罗发言人秉丞``, ``范姜署长雅惠``."""

from __future__ import annotations

import re

from exporter.transcript.marks import SIGNS
from exporter.transcript.people.names import DEEDS, HAN, Titled
from exporter.transcript.people.offices import OFFICE, OFFICE_STARTS
from exporter.transcript.people.surnames import COMPOUND, SINGLE

# 罗发言人秉丞：, as in Taiwan; believed where it recurs, in a list (经济部龚部长信宏、) too
_SINGLES = f"[{''.join(sorted(SINGLE))}]"
_COMPOUNDS = f"(?:{'|'.join(sorted(COMPOUND))})"


def _around_office(surname: str, dots: str) -> str:
    """A surname as long as `dots` at the beginning of a label or item, office, given name."""
    return (
        rf"(?m)({surname}){OFFICE_STARTS}(?:(?<=^{dots})|(?<=^ {dots})"
        rf"|(?<=[：、，\t{SIGNS}部会局署院处司科组室]{dots})|(?<=[{SIGNS}、] {dots}))"
        rf"({OFFICE})({HAN}{{1,2}})(?=[：、，（\t]| *$|  )"
    )


DIVIDED = (
    re.compile(_around_office(_SINGLES, ".")),
    re.compile(_around_office(_COMPOUNDS, "..")),
)

_DIVIDED_ALONE = re.compile(
    rf"(?P<body>[^，。：、\n]{{0,16}}?(?:[部会局署院处司]))?(?P<surname>{_COMPOUNDS}|{_SINGLES})"
    rf"(?P<office>{OFFICE})(?P<given>{HAN}{{1,2}})"
)

# 柯发言人 语涵: nothing but a surname stands before the office
_DIVIDED_SPACED = re.compile(
    rf"(?P<surname>{_COMPOUNDS}|{_SINGLES})(?P<office>{OFFICE}) {{0,2}}(?P<given>{HAN}{{1,2}})"
)


# 代市长王芳 · 原局长李四: the office of one whose name follows
_PREFIXES = "代原前副总"


def is_given(name: str) -> bool:
    """Whether `name` behind a surname and an office may be a given name and is no deed
    (``杭局长说：``, ``杭局长常讲：``)."""
    return name not in DEEDS and name not in ("道", "答", "称") and name[-1] not in "说问讲"


def called_by_office(phrase: str) -> Titled | None:
    """``柯发言人 语涵``, ``交通局叶局长志航``: surname and office, the given name behind them."""
    found = _DIVIDED_SPACED.fullmatch(phrase)
    if found is None:
        return divided_person(phrase)
    if found["surname"] in _PREFIXES or not is_given(found["given"]):
        return None
    return Titled(found["office"], found["surname"] + found["given"])


def divided_person(phrase: str) -> Titled | None:
    """``王发言人必胜``, ``疾管署罗副署长一钧``: the office inside the name, as in Taiwan."""
    found = _DIVIDED_ALONE.fullmatch(phrase.strip())
    if found is None or found["surname"] in _PREFIXES or not is_given(found["given"]):
        return None
    return Titled(f"{found['body'] or ''}{found['office']}", found["surname"] + found["given"])
