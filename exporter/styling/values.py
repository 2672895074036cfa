"""The kinds of values that a style file may hold: what each accepts and says that it expects.

A kind turns a TOML value into something typed but still relative (a `Length`, the name of a
colour); `exporter.styling.resolve` settles it. The `expected` of a kind is written in examples
rather than words, so that it needs no translation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from exporter.styling.lengths import Length, parse_length

_COLOR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,40}")
_SHORTHAND: Final = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
BORDER_STYLES: Final = ("solid", "thick-thin", "thin-thick", "dashed")
TAB_ALIGNS: Final = ("left", "right", "center", "decimal")
TAB_LEADERS: Final = ("none", "dot")
PAPERS: Final[dict[str, tuple[Length, Length]]] = {
    "A3": (Length(297, "mm"), Length(420, "mm")),
    "A4": (Length(210, "mm"), Length(297, "mm")),
    "A5": (Length(148, "mm"), Length(210, "mm")),
    "B5": (Length(176, "mm"), Length(250, "mm")),
    "Letter": (Length(612, "pt"), Length(792, "pt")),
}


class Kind(NamedTuple):
    """What a key takes. `parse` raises ``ValueError`` for anything else; `choices` are words."""

    expected: str
    parse: Callable[[object], object]
    choices: tuple[str, ...] = ()


class BorderValue(NamedTuple):
    """A border as written; ``None`` in its place cancels an inherited one."""

    width: Length
    style: str
    color: str


class TabValue(NamedTuple):
    """A tab stop as written."""

    position: Length
    align: str
    leader: str


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError(raw)
    return raw


def _length(raw: object) -> Length:
    return parse_length(_text(raw))


def _positive(raw: object) -> Length:
    length = _length(raw)
    if length.number < 0:
        raise ValueError(raw)
    return length


def _nonzero(raw: object) -> Length:
    length = _positive(raw)
    if length.number == 0:
        raise ValueError(raw)
    return length


def _color(raw: object) -> str:
    text = _text(raw)
    if not (_COLOR.fullmatch(text) or _NAME.fullmatch(text)):
        raise ValueError(raw)
    return text


def _hex(raw: object) -> str:
    if not _COLOR.fullmatch(_text(raw)):
        raise ValueError(raw)
    return _text(raw).lower()


def _color_or_none(raw: object) -> str | None:
    return None if raw == "none" else _color(raw)


def _colors(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError(raw)
    return tuple(_color(entry) for entry in raw)


def _border(raw: object) -> BorderValue | None:
    words = _text(raw).split()
    if words == ["none"]:
        return None
    if len(words) != 3 or words[1] not in BORDER_STYLES:
        raise ValueError(raw)
    return BorderValue(_nonzero(words[0]), words[1], _color(words[2]))


def _tab(raw: object) -> TabValue:
    position, *rest = _text(raw).split()
    align = next((word for word in rest if word in TAB_ALIGNS), "left")
    leader = next((word for word in rest if word in TAB_LEADERS), "none")
    if len(rest) > 2 or any(word not in TAB_ALIGNS + TAB_LEADERS for word in rest):
        raise ValueError(raw)
    return TabValue(parse_length(position), align, leader)


def _tabs(raw: object) -> tuple[TabValue, ...]:
    if not isinstance(raw, list):
        raise ValueError(raw)
    return tuple(_tab(entry) for entry in raw)


def _yes_no(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(raw)
    return raw


def _integer(low: int, high: int) -> Callable[[object], int]:
    def parse(raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
            raise ValueError(raw)
        return raw

    return parse


def _unit_number(unit: str, low: float, high: float) -> Callable[[object], float]:
    def parse(raw: object) -> float:
        length = _length(raw)
        if (length.unit != unit and length.number) or not low <= length.number <= high:
            raise ValueError(raw)
        return length.number

    return parse


def _names(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError(raw)
    return tuple(_text(entry) for entry in raw)


def _sides(raw: object) -> tuple[Length, Length, Length, Length]:
    """Top, right, bottom, left, by CSS's shorthand of one to four lengths."""
    lengths = [_positive(word) for word in _text(raw).split()]
    if len(lengths) not in _SHORTHAND:
        raise ValueError(raw)
    top, right, bottom, left = (lengths[at] for at in _SHORTHAND[len(lengths)])
    return top, right, bottom, left


def _paper(raw: object) -> tuple[Length, Length]:
    name, *rest = _text(raw).split()
    if name in PAPERS and rest in ([], ["portrait"]):
        return PAPERS[name]
    if name in PAPERS and rest == ["landscape"]:
        return PAPERS[name][1], PAPERS[name][0]
    width, height = (_nonzero(word) for word in [name, *rest])
    return width, height


def choice(*words: str) -> Kind:
    """One of `words`."""

    def parse(raw: object) -> str:
        if raw not in words:
            raise ValueError(raw)
        return _text(raw)

    return Kind(" | ".join(words), parse, words)


def integer(low: int, high: int) -> Kind:
    """A whole number from `low` to `high`."""
    return Kind(f"{low} … {high}", _integer(low, high))


LENGTH: Final = Kind('"12pt" "4mm" "1.5em" "80%" "2字" "1行" (or negative)', _length)
DISTANCE: Final = Kind('"12pt" "4mm" "1.5em" "80%" "2字" "1行"', _positive)
SIZE: Final = Kind('"12pt" "4mm" "1.5em" "80%" "2字" "1行" (> 0)', _nonzero)
PERCENT: Final = Kind('"80%" (10% … 400%)', _unit_number("%", 10, 400))
EM: Final = Kind('"0.25em" (0 … 1em)', _unit_number("em", 0, 1))
COLOR: Final = Kind('"#1a1a1a" or a name of [colors]', _color)
HEX: Final = Kind('"#1a1a1a"', _hex)
BACKGROUND: Final = Kind('"#f1f4f7", a name of [colors], or "none"', _color_or_none)
COLORS: Final = Kind('["#1f3b5c", "grey"]', _colors)
BORDER: Final = Kind(
    f'"0.6pt solid ink" ({" | ".join(BORDER_STYLES)}) or "none"', _border, BORDER_STYLES
)
TABS: Final = Kind('["120pt", "100% right dot", "80mm decimal"]', _tabs)
YES_NO: Final = Kind("true | false", _yes_no)
TEXT: Final = Kind('"…"', _text)
NAMES: Final = Kind('["shipped:song", "FangSong"]', _names)
SIDES: Final = Kind('"37mm 26mm 35mm 28mm" (top right bottom left)', _sides)
PAPER: Final = Kind(f'"A4" ({" ".join(PAPERS)}, landscape) or "210mm 297mm"', _paper)
