"""Entries of a style and its bases → `Style`: colours by value, lengths in pt, rules complete."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from exporter.document.plan import Letterhead, Plan, SectionSpec
from exporter.document.roles import ROLES, ancestry
from exporter.styling.keys import LETTERHEAD_KEYS, RULE_KEYS, SIDES, TYPEFACE_KEYS, nearest
from exporter.styling.lengths import Length, Scale, points
from exporter.styling.model import (
    Border,
    Logo,
    PageSetup,
    Rule,
    RunningLine,
    Style,
    TabStop,
    Typeface,
)
from exporter.styling.picture import read_picture
from exporter.styling.read import Entries, Entry
from exporter.styling.values import BorderValue, TabValue

DEFAULT_SECTIONS: Final = ("title", "lead", "key_points", "key_figures", "people", "announcements")
PLAN_KEYS: Final = (
    "sections",
    "source_marks",
    "mark_words",
    "contents_depth",
    "number_headings",
    "annexes",
)
LOGO_KEYS: Final = ("logo", "logo_width", "logo_text")
LOGO_GAP: Final = 6.0  # pt, between the logo and the type area
LOGO_WIDTH: Final = 25 * 72 / 25.4
Said = dict[str, Entry]
"""What is said of one role: key to entry."""
TWIP: Final = 0.05
_NEEDED: Final = 'extends = "plain"'
_DEFAULT_SCALE: Final = Scale(em=10.5, percent_of=595.28, char=10.5, line=16.0)


def resolve(entries: Entries, *, name: str, title: str, digest: str, file: str) -> Style:
    """The style that the entries make. Raises `StyleError` for what doesn't fit together."""
    colors = _colors(entries)
    typefaces = _typefaces(entries)
    if not typefaces or ("rules", "base", "font_family") not in entries:
        raise Entry(None, file, "typefaces").error("styling.no-typefaces", expected=_NEEDED)
    page = _page(entries)
    said = _said(entries)
    measures = _measures(said, page)
    rules = {role: _rule(said[role], measures, colors, typefaces) for role in ROLES}
    plan = _plan(entries)
    rules["masthead_name"] = _under_the_edge(plan, rules)
    own = _plain(entries, ("watermark", "fallback_character", "embed_fonts"))
    if chart := entries.get(("chart_colors",)):
        assert isinstance(chart.value, tuple)
        own["chart_colors"] = tuple(_color(color, chart, colors) for color in chart.value)
    return Style(
        name=name,
        title=title,
        page=page,
        typefaces=typefaces,
        rules=rules,
        plan=plan,
        digest=digest,
        logo=_logo(entries, page),
        **own,
    )


def _logo(entries: Entries, page: PageSetup) -> Logo | None:
    """The style's logo, which must stand above the type area."""
    entry = entries.get(("letterhead", "logo"))
    if entry is None or not entry.value:
        return None
    said = entries.get(("letterhead", "logo_width"))
    width = _absolute(said, page.width) if said else LOGO_WIDTH
    name = entries.get(("letterhead", "logo_text")) or entries.get(("letterhead", "name"))
    path = Path(str(entry.value))
    logo = read_picture(
        entry._replace(value=path.name), path.parent, width, str(name.value) if name else path.stem
    )
    room = page.margin_top - page.head_distance - LOGO_GAP
    if not said and logo.height > room > 0:
        return msgspec.structs.replace(logo, width=width * room / logo.height, height=room)
    if logo.height > room or width > page.text_width:
        found = f"{width:.0f} × {logo.height:.0f} pt"
        expected = f"< {page.text_width:.0f} × {room:.0f} pt"
        raise (said or entry).error("styling.bad-value", found=found, expected=expected)
    return logo


class Measures(NamedTuple):
    """What relative lengths refer to; pt."""

    base: float
    char: float
    line: float
    width: float

    def scale(self, em: float) -> Scale:
        """The scale inside a rule of font size `em`; percentages are of the text's width."""
        return Scale(em=em, percent_of=self.width, char=self.char, line=self.line)


def _plain(entries: Entries, names: tuple[str, ...], *prefix: str) -> dict[str, Any]:
    """The values under `prefix` that need no settling, by name."""
    return {name: entries[*prefix, name].value for name in names if (*prefix, name) in entries}


def _colors(entries: Entries) -> dict[str, str]:
    return {path[1]: str(entry.value) for path, entry in entries.items() if path[0] == "colors"}


def _color(value: str, entry: Entry, colors: dict[str, str]) -> str:
    if value.startswith("#"):
        return value.lower()
    if value not in colors:
        raise entry.error(
            "styling.unknown-color",
            found=value,
            expected=", ".join(colors) or "[colors]",
            nearest=nearest(value, tuple(colors)),
        )
    return colors[value]


def _typefaces(entries: Entries) -> dict[str, Typeface]:
    names = dict.fromkeys(path[1] for path in entries if path[0] == "typefaces")
    return {name: _typeface(entries, name) for name in names}


def _typeface(entries: Entries, name: str) -> Typeface:
    found = _plain(entries, tuple(TYPEFACE_KEYS), "typefaces", name)
    for needed in ("chain", "docx_latin", "docx_east_asian"):
        if needed not in found:
            entry = next(e for path, e in entries.items() if path[:2] == ("typefaces", name))
            missing = entry._replace(key=f"typefaces.{name}")
            raise missing.error("styling.missing-key", expected=needed)
    return Typeface(**found)


def _page(entries: Entries) -> PageSetup:
    found = _plain(entries, ("mirrored", "grid_lines", "grid_chars"), "page")
    size = entries.get(("page", "size"))
    default = PageSetup()
    width, height = default.width, default.height
    if size and isinstance(size.value, tuple):
        width, height = (points(side, _DEFAULT_SCALE) for side in size.value)
    margins: dict[str, Any] = {
        f"margin_{side}": _margin(entries, side, height if side in ("top", "bottom") else width)
        for side in SIDES
    }
    for name in ("head_distance", "foot_distance"):
        if entry := entries.get(("page", name)):
            found[name] = _absolute(entry, height)
    found |= _running_lines(entries)
    page = PageSetup(width=width, height=height, **found, **margins)
    _check_type_area(page, entries)
    return page


def _margin(entries: Entries, side: str, of: float) -> float:
    entry = entries.get(("page", f"margin_{side}"))
    return _absolute(entry, of) if entry else 72.0


def _absolute(entry: Entry, of: float) -> float:
    """A length of the page in pt, which can't be in units of text."""
    length = entry.value
    assert isinstance(length, Length)
    if length.unit not in ("pt", "mm", "%"):
        found = f"{length.number:g}{length.unit}"
        raise entry.error("styling.bad-value", found=found, expected='"72pt" "28mm" "10%"')
    return points(length, _DEFAULT_SCALE._replace(percent_of=of))


def _check_type_area(page: PageSetup, entries: Entries) -> None:
    if page.text_width >= 72 and page.text_height >= 72:
        return
    entry = next(
        (e for path, e in reversed(list(entries.items())) if path[0] == "page"),
        Entry(None, "", "page"),
    )
    raise entry.error(
        "styling.no-type-area", width=f"{page.text_width:.0f}", height=f"{page.text_height:.0f}"
    )


def _running_lines(entries: Entries) -> dict[str, RunningLine | None]:
    pages = {"": ("page",), "_first": ("page", "first"), "_even": ("page", "even")}
    return {
        f"{line}{suffix}": _running_line(entries, prefix, edge, f"running_{line}")
        for suffix, prefix in pages.items()
        for line, edge in (("head", "top"), ("foot", "bottom"))
    }


def _running_line(
    entries: Entries, prefix: tuple[str, ...], edge: str, role: str
) -> RunningLine | None:
    found = {
        part: str(entry.value)
        for part in ("left", "center", "right")
        if (entry := entries.get((*prefix, f"{edge}_{part}")))
    }
    if not found:
        return None
    dressed = entries.get((*prefix, f"{edge}_role")) or entries.get(("page", f"{edge}_role"))
    offset = entries.get((*prefix, f"{edge}_offset")) or entries.get(("page", f"{edge}_offset"))
    return RunningLine(
        **found,
        role=str(dressed.value) if dressed else role,
        offset=_absolute(offset, 0.0) if offset else None,
    )


def _said(entries: Entries) -> dict[str, Said]:
    """What is said of each role or, where nothing is, of its nearest parent; keys in order."""
    own: dict[str, Said] = {role: {} for role in ROLES}
    for path, entry in entries.items():
        if path[0] == "rules":
            own[path[1]][path[2]] = entry
    found: dict[str, Said] = {}
    for role in ROLES:
        merged: Said = {}
        for kin in reversed(ancestry(role)):
            merged |= own[kin]
        found[role] = {key: merged[key] for key in RULE_KEYS if key in merged}
    return found


def _measures(said: dict[str, Said], page: PageSetup) -> Measures:
    """What 字 and 行 are: the page's grid where it has one, else the type of running text."""
    width = page.text_width
    text = said["paragraph"]
    base = _font_size(said["base"], _DEFAULT_SCALE._replace(percent_of=10.5))
    size = _font_size(text, _DEFAULT_SCALE._replace(em=base, percent_of=base))
    char = width / page.grid_chars if page.grid_chars else size
    if page.grid_lines:
        line = math.floor(page.text_height / page.grid_lines / TWIP) * TWIP
    else:
        scale = Scale(em=size, percent_of=size, char=size, line=16.0)
        line = points(_as_length(text["line_height"]), scale) if "line_height" in text else 16.0
    return Measures(base=base, char=char, line=line, width=width)


def _font_size(said: Said, scale: Scale) -> float:
    return points(_as_length(said["font_size"]), scale) if "font_size" in said else 10.5


def _as_length(entry: Entry) -> Length:
    assert isinstance(entry.value, Length)
    return entry.value


def _rule(
    said: Said, measures: Measures, colors: dict[str, str], typefaces: dict[str, Typeface]
) -> Rule:
    size = _font_size(said, measures.scale(measures.base)._replace(percent_of=measures.base))
    settle = Settle(measures.scale(size), colors, typefaces)
    fields: dict[str, Any] = {
        RULE_KEYS[key].field or key: settle(key, entry) for key, entry in said.items()
    }
    if "font_size" in fields:
        fields["font_size"] = size
    return _with_border_padding(Rule(**fields, sets=tuple(fields)))


def _with_border_padding(rule: Rule) -> Rule:
    changes: dict[str, Border] = {}
    for side in SIDES:
        border: Border | None = getattr(rule, f"border_{side}")
        if border is not None:
            padding = getattr(rule, f"padding_{side}")
            changes[f"border_{side}"] = msgspec.structs.replace(border, padding=padding)
    return msgspec.structs.replace(rule, **changes) if changes else rule


class Settle(NamedTuple):
    """Turns an entry of a rule into the value that the model holds."""

    scale: Scale
    colors: dict[str, str]
    typefaces: dict[str, Typeface]

    def __call__(self, key: str, entry: Entry) -> object:
        """The settled value of `key`."""
        special: dict[str, Callable[[Entry], object]] = {
            "font_family": self._face,
            "color": self._color,
            "background_color": self._color,
            "tab_stops": self._tabs,
        }
        if key in special:
            return special[key](entry)
        if isinstance(entry.value, BorderValue):
            return self._border(entry.value, entry)
        if isinstance(entry.value, Length):
            in_em = key == "line_height"
            scale = self.scale._replace(percent_of=self.scale.em) if in_em else self.scale
            return points(entry.value, scale)
        return entry.value

    def _face(self, entry: Entry) -> str:
        name = str(entry.value)
        if name not in self.typefaces:
            raise entry.error(
                "styling.unknown-typeface",
                found=name,
                expected=", ".join(self.typefaces) or "[typefaces]",
                nearest=nearest(name, tuple(self.typefaces)),
            )
        return name

    def _color(self, entry: Entry) -> str | None:
        return None if entry.value is None else _color(str(entry.value), entry, self.colors)

    def _border(self, value: BorderValue, entry: Entry) -> Border:
        style: Any = value.style
        return Border(
            width=points(value.width, self.scale),
            color=_color(value.color, entry, self.colors),
            style=style,
        )

    def _tabs(self, entry: Entry) -> tuple[TabStop, ...]:
        assert isinstance(entry.value, tuple)
        return tuple(self._tab(value) for value in entry.value)

    def _tab(self, value: TabValue) -> TabStop:
        align: Any = value.align
        leader: Any = value.leader
        return TabStop(points(value.position, self.scale), align, leader)


def _under_the_edge(plan: Plan, rules: dict[str, Rule]) -> Rule:
    """The rule of the issuing body's name: its room is told from the upper edge of the type area,
    and 份号 and 密级, where the letterhead has them, stand in it (GB/T 9704—2012 7.2.4).
    """
    name, line = rules["masthead_name"], rules["masthead_left"]
    if all((spec.name, spec.form) != ("masthead", "gongwen") for spec in plan.sections):
        return name
    lines = sum(map(bool, (plan.letterhead.copy_number, plan.letterhead.classification)))
    taken = lines * (line.space_before + line.line_height + line.space_after)
    return msgspec.structs.replace(name, space_before=max(0.0, name.space_before - taken))


def _plan(entries: Entries) -> Plan:
    found = _plain(entries, PLAN_KEYS)
    known = tuple(key for key in LETTERHEAD_KEYS if key not in LOGO_KEYS)
    letterhead = Letterhead(**_plain(entries, known, "letterhead"))
    found.setdefault("sections", tuple(SectionSpec(name) for name in DEFAULT_SECTIONS))
    return Plan(letterhead=letterhead, **found)
