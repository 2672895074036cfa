"""The lint of styles: what loads but won't print well. Each check has an id and looks at one thing.

A finding is a `Notice` with code ``styling.check-ID``. The limits are those of GB/T 9704 (grid),
WCAG 2.2 (contrast), office printers (margins) and CLREQ (measure); each is named where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from exporter.document.plan import NUMBERS, SECTIONS, Letterhead
from exporter.document.roles import ROLES
from exporter.errors import StyleError
from exporter.messages import catalogue
from exporter.notices import Notice
from exporter.styling.contrast import WHITE, contrast
from exporter.styling.load import load
from exporter.styling.model import Rule, RunningLine, Style

Finding = dict[str, object]
Check = Callable[[Style], Iterator[Finding]]

LARGE: Final = 18.0
SMALLEST: Final = 6.5
PRINTER_MARGIN: Final = 18.0
"""6.35 mm: what office printers leave white."""
FIELDS: Final = frozenset(
    {
        "page",
        "pages",
        "page_start",
        "page_of",
        "page_end",
        "title",
        "short_title",
        "date",
        "publisher",
        "issuer",
        "document_number",
        "brief",
    }
)
WORD_FONTS: Final = frozenset(
    {"宋体", "黑体", "楷体", "仿宋", "微软雅黑", "等线", "SimSun", "SimHei", "KaiTi", "FangSong"}
)
"""East Asian fonts that come with Windows; any other wants a name to fall back on."""
_OFFICIAL: Final = frozenset({("masthead", "gongwen"), ("masthead", "jianbao")})
_IMPRINTS: Final = frozenset({("imprint", "gongwen"), ("imprint", "jianbao")})
PRINTED: Final = {
    "name": _OFFICIAL | {("masthead", "briefing")},
    "document_number": _OFFICIAL,
    "classification": _OFFICIAL,
    "copy_number": _OFFICIAL,
    "addressee": frozenset(("title", form) for form in SECTIONS["title"][1]),
    "editor_note": frozenset({("masthead", "jianbao")}),
    "signatory": frozenset({("colophon", "gongwen")}),
    "report_to": _IMPRINTS,
    "send_to": _IMPRINTS,
    "copy_to": _IMPRINTS,
    "print_run": frozenset({("imprint", "jianbao")}),
}
"""Parts of the letterhead, and the sections and forms that print them."""
LETTERHEAD_FIELDS: Final = {"name": "brief"}
"""Parts that a running line prints by another name."""
NOT_TEXT: Final = frozenset({"watermark"})


def check(name_or_path: str) -> tuple[Notice, ...]:
    """The findings of a style, by check; one that can't be loaded has its error for only
    finding.
    """
    try:
        style = load(name_or_path)
    except StyleError as fault:
        return (Notice(fault.code, params=fault.params),)
    return check_style(style)


def check_style(style: Style) -> tuple[Notice, ...]:
    """The findings of a loaded style."""
    return tuple(
        Notice(f"styling.check-{name}", params={key: str(value) for key, value in found.items()})
        for name, one in CHECKS.items()
        for found in one(style)
    )


def _text_rules(style: Style) -> Iterator[tuple[str, Rule]]:
    """The rules of roles that bear text as blocks."""
    for role, info in ROLES.items():
        if info.kind == "block" and role not in NOT_TEXT:
            yield role, style.rule(role)


def _contrast(style: Style) -> Iterator[Finding]:
    grounds = {WHITE, *(rule.background_color or WHITE for _, rule in _text_rules(style))}
    grounds |= {style.rule(role).background_color or WHITE for role in ROLES}
    for role, info in ROLES.items():
        rule = style.rule(role)
        if role in NOT_TEXT or info.kind not in ("block", "inline") or "color" not in rule.sets:
            continue
        least = 3.0 if rule.font_size >= LARGE and info.kind == "block" else 4.5
        for ground in sorted(grounds):
            ratio = contrast(rule.color, ground)
            if ratio < least:
                yield {"role": role, "ratio": f"{ratio:.1f}", "least": least, "ground": ground}


def _watermark(style: Style) -> Iterator[Finding]:
    """Words behind the text must not fight it."""
    ratio = contrast(style.rule("watermark").color)
    if style.watermark and ratio > 1.6:
        yield {"ratio": f"{ratio:.1f}"}


def _small_type(style: Style) -> Iterator[Finding]:
    for role in ROLES:
        rule = style.rule(role)
        if "font_size" in rule.sets and rule.font_size < SMALLEST:
            yield {"role": role, "size": rule.font_size, "least": SMALLEST}


def _tight_lines(style: Style) -> Iterator[Finding]:
    for role, rule in _text_rules(style):
        if rule.line_height < 1.1 * rule.font_size:
            yield {"role": role, "line": rule.line_height, "size": rule.font_size}


def _loose_lines(style: Style) -> Iterator[Finding]:
    for role, rule in _text_rules(style):
        if rule.line_height > 2.5 * rule.font_size:
            yield {"role": role, "line": rule.line_height, "size": rule.font_size}


def _grid(style: Style) -> Iterator[Finding]:
    """GB/T 9704: so many lines of so many characters, neither more nor fewer."""
    page, rule = style.page, style.rule("speech")
    if page.grid_lines:
        lines = int((page.text_height + 0.01) / rule.line_height)
        if lines != page.grid_lines:
            yield {"what": "lines", "found": lines, "wanted": page.grid_lines}
    if page.grid_chars:
        advance = rule.font_size + rule.letter_spacing
        chars = int((page.text_width - rule.letter_spacing + 0.01) / advance)
        if chars != page.grid_chars:
            yield {"what": "characters", "found": chars, "wanted": page.grid_chars}


def _measure(style: Style) -> Iterator[Finding]:
    """CLREQ: a line of 15 to 60 characters can be read."""
    rule, group = style.rule("speech"), style.rule("transcript_body")
    width = (style.page.text_width - group.column_gap * (group.columns - 1)) / group.columns
    chars = (width - rule.margin_left - rule.margin_right) / (rule.font_size + rule.letter_spacing)
    if not 15 <= chars <= 60:
        yield {"found": int(chars)}


def _printer_margins(style: Style) -> Iterator[Finding]:
    for side in ("top", "right", "bottom", "left"):
        margin = getattr(style.page, f"margin_{side}")
        if margin < PRINTER_MARGIN:
            yield {"side": side, "margin": f"{margin:.1f}", "least": PRINTER_MARGIN}


def _running_lines(style: Style) -> Iterator[tuple[str, RunningLine]]:
    page = style.page
    for name in ("head", "head_even", "head_first", "foot", "foot_even", "foot_first"):
        line: RunningLine | None = getattr(page, name)
        if line is not None and (line.left or line.center or line.right):
            yield name, line


def _running_room(style: Style) -> Iterator[Finding]:
    """A running line must fit between the type area and the edge of the paper."""
    page = style.page
    for name, line in _running_lines(style):
        is_head = name.startswith("head")
        margin = page.margin_top if is_head else page.margin_bottom
        distance = page.head_distance if is_head else page.foot_distance
        height = style.rule(line.role).line_height
        room = margin - (distance if line.offset is None else line.offset)
        if room < height:
            yield {"line": name, "room": f"{room:.1f}", "height": height}


def _running_fields(style: Style) -> Iterator[Finding]:
    for name, line in _running_lines(style):
        for field in re.findall(r"\{(\w*)\}", line.left + line.center + line.right):
            if field not in FIELDS:
                yield {"line": name, "field": field, "known": " ".join(sorted(FIELDS))}


def _number_fields(style: Style) -> Iterator[Finding]:
    """A counter knows three numbers."""
    for field in re.findall(r"\{(\w*)\}", style.plan.letterhead.document_number):
        if field not in NUMBERS:
            yield {"line": "document_number", "field": field, "known": " ".join(NUMBERS)}


def _heading_scale(style: Style) -> Iterator[Finding]:
    """A heading is never smaller than the one below it, nor than the text."""
    order = ("title", "page_title", "heading_1", "heading_2", "heading_3", "paragraph")
    for upper, lower in pairwise(order):
        if style.rule(upper).font_size < style.rule(lower).font_size:
            yield {"role": upper, "below": lower, "size": style.rule(upper).font_size}


def _heading_looks(style: Style) -> Iterator[Finding]:
    """A heading that looks like the text isn't one."""
    text = style.rule("paragraph")
    for role in ("title", "heading_1", "speaker"):
        rule = style.rule(role)
        if (rule.face, rule.font_size, rule.color) == (text.face, text.font_size, text.color):
            yield {"role": role}


def _kept_headings(style: Style) -> Iterator[Finding]:
    for role in ("heading_1", "heading_2", "heading_3", "speaker", "speech_section", "question"):
        if style.rule(role).break_after != "avoid":
            yield {"role": role}


def _hanging(style: Style) -> Iterator[Finding]:
    """A first line that hangs further out than the block stands in leaves the type area."""
    for role, rule in _text_rules(style):
        if rule.margin_left + rule.text_indent < -0.01:
            yield {"role": role, "out": f"{-(rule.margin_left + rule.text_indent):.1f}"}


def _tab_stops(style: Style) -> Iterator[Finding]:
    for role, rule in _text_rules(style):
        for stop in rule.tab_stops:
            if abs(stop.position) > style.page.text_width + 0.01:
                yield {"role": role, "position": stop.position}


def _number_room(style: Style) -> Iterator[Finding]:
    """Paragraph numbers in the margin want three digits of room before the paper's white edge."""
    number = style.rule("paragraph_number")
    wanted = number.margin_right + 1.7 * number.font_size + PRINTER_MARGIN
    if style.rule("speech").number_position == "margin" and style.page.margin_left < wanted:
        yield {"margin": f"{style.page.margin_left:.1f}", "wanted": f"{wanted:.1f}"}


def _hidden_text(style: Style) -> Iterator[Finding]:
    for role in ("title", "speech", "narration", "key_point", "answer", "table_cell"):
        if style.rule(role).display == "none":
            yield {"role": role}


def _sections(style: Style) -> Iterator[Finding]:
    """Nothing twice, the title, and letterhead and imprint at their ends."""
    names = [section.name for section in style.plan.sections]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield {"section": name, "why": "2 ×"}
    if "title" not in names:
        yield {"section": "title", "why": "0 ×"}
    for name, place in (("masthead", 0), ("imprint", len(names) - 1)):
        if name in names and names.index(name) != place:
            yield {"section": name, "why": f"{names.index(name) + 1} ≠ {place + 1}"}


def _evidence(style: Style) -> Iterator[Finding]:
    """Without the transcript nothing that is printed can be traced."""
    if all(section.name != "transcript" for section in style.plan.sections):
        yield {"section": "transcript"}


def _letterhead(style: Style) -> Iterator[Finding]:
    """What is filled in is meant to be seen."""
    letterhead = style.plan.letterhead
    shown = {(spec.name, spec.form or SECTIONS[spec.name][1][0]) for spec in style.plan.sections}
    lines = "".join(line.left + line.center + line.right for _, line in _running_lines(style))
    for key, places in PRINTED.items():
        field = f"{{{LETTERHEAD_FIELDS.get(key, key)}}}"
        if getattr(letterhead, key) and not shown & places and field not in lines:
            where = ", ".join(sorted(f"{name} {form}" for name, form in places))
            yield {"key": key, "places": where}


def _chart_colors(style: Style) -> Iterator[Finding]:
    """WCAG 1.4.11: what carries meaning without being text needs a contrast of 3."""
    for color in style.chart_colors:
        if contrast(color) < 3:
            yield {"color": color, "ratio": f"{contrast(color):.1f}"}


def _fonts(style: Style) -> Iterator[Finding]:
    """A typeface of which this machine has nothing is set in another."""
    from exporter.typeset.faces import find_face

    for name, typeface in style.typefaces.items():
        if not any(find_face(font) for font in typeface.chain):
            yield {"typeface": name, "chain": ", ".join(typeface.chain)}


def _glyphs(style: Style) -> Iterator[Finding]:
    """Every character that the style itself prints must have a glyph."""
    from exporter.typeset.faces import resolve

    letterhead = style.plan.letterhead
    own = "".join(str(getattr(letterhead, name)) for name in Letterhead.__struct_fields__)
    lines = "".join(line.left + line.center + line.right for _, line in _running_lines(style))
    words = "".join(words for entry in catalogue("document").values() for words in entry.values())
    wanted = own + style.watermark + lines + words + style.fallback_character
    for name, typeface in style.typefaces.items():
        missing = resolve(typeface.chain).missing(wanted)
        if missing:
            yield {"typeface": name, "missing": missing}


def _word_fonts(style: Style) -> Iterator[Finding]:
    for name, typeface in style.typefaces.items():
        if typeface.docx_east_asian not in WORD_FONTS and not typeface.docx_alternative:
            yield {"typeface": name, "font": typeface.docx_east_asian}


CHECKS: Final[dict[str, Check]] = {
    "contrast": _contrast,
    "watermark": _watermark,
    "small-type": _small_type,
    "tight-lines": _tight_lines,
    "loose-lines": _loose_lines,
    "grid": _grid,
    "measure": _measure,
    "printer-margins": _printer_margins,
    "running-room": _running_room,
    "running-fields": _running_fields,
    "number-fields": _number_fields,
    "heading-scale": _heading_scale,
    "heading-looks": _heading_looks,
    "kept-headings": _kept_headings,
    "hanging": _hanging,
    "tab-stops": _tab_stops,
    "number-room": _number_room,
    "hidden-text": _hidden_text,
    "sections": _sections,
    "evidence": _evidence,
    "letterhead": _letterhead,
    "chart-colors": _chart_colors,
    "fonts": _fonts,
    "glyphs": _glyphs,
    "word-fonts": _word_fonts,
}
"""Every check by its id."""
