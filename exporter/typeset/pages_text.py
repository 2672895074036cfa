"""Headings, paragraphs, lists and contents as strips: one strip a line."""

from __future__ import annotations

import msgspec

from exporter.document.model import (
    Anchor,
    FileLink,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Text,
)
from exporter.styling.model import Rule, TabStop
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Line, Measure, Run
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import ARTIFACT, Fill, Item, Mark, Part, TextLine
from exporter.typeset.pages_runs import RunTag, spaced_out
from exporter.typeset.pages_strips import Called, Strip

EM_ASCENT = 0.88  # of the ideographic em box (exporter.typeset.model)
_LABEL_GAP = 0.25  # em between an item's label and its words, where it doesn't hang
_NUMBER_GAP = 0.5  # em between a paragraph's number inside the indent and its words, at least
BALANCED = ("title", "masthead_name")
"""Roles whose lines are broken by sense."""
_CHINESE_DIGITS = "〇一二三四五六七八九十"


def set_heading(flow: Flow, heading: Heading) -> None:
    """A heading: a part of its level, kept with what follows."""
    rule = flow.style.rule(heading.role)
    if rule.display == "none":
        return
    anchor = flow.heading_anchor() if heading.contents else heading.anchor
    part = flow.add_part(Part("heading", flow.part, level=heading.level))
    set_block(flow, heading.content, heading.role, part, anchor=anchor)


def set_paragraph(flow: Flow, paragraph: Paragraph) -> None:
    """A paragraph, with its number beside it where the style prints one."""
    if flow.style.rule(paragraph.role).display == "none":
        return
    part = flow.add_part(Part("paragraph", flow.part))
    set_block(
        flow,
        paragraph.content,
        paragraph.role,
        part,
        anchor=paragraph.anchor,
        number=(paragraph.number, paragraph.back),
    )


def set_list(flow: Flow, block: List) -> None:
    """A list: its items with their labels."""
    rule = flow.style.rule(block.role)
    if rule.display == "none":
        return
    numbered = block.ordered and rule.numbering in ("decimal", "chinese")
    whole = flow.add_part(Part("list", flow.part, ordered=numbered))
    for number, item in enumerate(block.items, 1):
        with flow.inside(flow.add_part(Part("item", whole))):
            _set_item(flow, item, block.role, label(rule, number, ordered=block.ordered))


def _set_item(flow: Flow, item: ListItem, role: str, mark: str) -> None:
    mark_part = flow.add_part(Part("label", flow.part)) if mark else None
    body = flow.add_part(Part("body", flow.part))
    set_block(flow, item.content, role, body, anchor=item.anchor, label=(mark, mark_part))


def label(rule: Rule, number: int, *, ordered: bool) -> str:
    """What stands before an item: ``1.``, ``一、``, a dot, or nothing."""
    match rule.numbering:
        case "none":
            return ""
        case "decimal" if ordered:
            return f"{number}."
        case "chinese" if ordered:
            return f"{chinese_number(number)}、"
        case _:
            return "·"


def chinese_number(number: int) -> str:
    """1 to 99 in Chinese numerals; larger ones in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE_DIGITS[ones]
    head = "十" if tens == 1 else _CHINESE_DIGITS[tens] + "十"
    return head + (_CHINESE_DIGITS[ones] if ones else "")


def set_block(
    flow: Flow,
    content: tuple[Inline, ...],
    role: str,
    part: int,
    *,
    anchor: str | None = None,
    number: tuple[str | None, str | None] = (None, None),
    label: tuple[str, int | None] = ("", None),
) -> None:
    """The lines of a block's content, in the frame and with the spaces of its rule.

    `number` is printed beside them and links to the anchor after it; `label` is an item's, with the
    part that it is.
    """
    rule = flow.style.rule(role)
    flow.start(rule.break_before)
    flow.space(rule.space_before)
    with flow.framed(rule):
        setting = _Setting(flow, rule, role, part)
        setting.set(content, anchor, number, label)
    flow.space(rule.space_after)
    if rule.break_after == "avoid":
        flow.keep_next()


class _Setting:
    """One block being set."""

    def __init__(self, flow: Flow, rule: Rule, role: str, part: int) -> None:
        self.flow, self.rule, self.role, self.part = flow, rule, role, part

    def set(
        self,
        content: tuple[Inline, ...],
        anchor: str | None,
        number: tuple[str | None, str | None],
        label: tuple[str, int | None],
    ) -> None:
        """Adds the block's strips to the flow."""
        flow, rule = self.flow, self.rule
        beside: list[Item] = []
        first: list[Run] = []
        mark, mark_part = label
        if mark and mark_part is not None:
            if rule.text_indent < 0:
                beside += self._beside(mark, mark_part, rule.text_indent)
            else:
                run = flow.dresser.run(mark, rule, RunTag(mark_part))
                first += spaced_out(run, _LABEL_GAP * rule.font_size)
        indent = 0.0 if mark and rule.text_indent < 0 else rule.text_indent
        if number[0] and rule.number_position != "none":
            item = self._number(number[0], number[1])
            beside.append(item)
            if rule.number_position == "indent":
                indent = max(indent, item.line.width + _NUMBER_GAP * rule.font_size)
        runs = (*first, *flow.dresser.runs(flow, content, self.role, self.part))
        lines = break_lines(runs, self._measure(indent))
        if anchor:
            beside.append(Mark(anchor, flow.left, 0.0))
        framed = any(isinstance(run.tag, RunTag) and run.tag.frame is not None for run in runs)
        self._add(lines, _anchor_places(content), beside, framed=framed)

    def _measure(self, indent: float) -> Measure:
        rule = self.rule
        return Measure(
            self.flow.width,
            indent,
            rule.text_align,
            rule.text_spacing,
            stops_within(rule.tab_stops, self.flow.width),
            balance=self.role in BALANCED,
        )

    def _add(
        self,
        lines: tuple[Line, ...],
        anchors: list[tuple[str, int]],
        beside: list[Item],
        *,
        framed: bool,
    ) -> None:
        """Adds a strip for each line; `beside` stand with the first, some runs may be `framed`."""
        flow, rule, count, left = self.flow, self.rule, len(lines), self.flow.left
        whole = rule.break_inside == "avoid"
        for i, line in enumerate(lines):
            height, base = line_place(rule, line)
            items: list[Item] = [] if i else [_at_base(item, base) for item in beside]
            if anchors:
                items += [
                    Mark(name, left, 0.0)
                    for name, at in anchors
                    if line.start <= at < line.end or (i == count - 1 and at >= line.end)
                ]
            items.append(TextLine(left, base, line, self.part))
            if framed:
                items += frames_round(line, left, base)
            flow.add(
                height,
                tuple(items),
                keep=i > 0 and (whole or i < rule.orphans or count - i < rule.widows),
                notes=self._notes(line) if flow.has_notes else (),
                snap=bool(flow.pitch) and abs(height - flow.pitch) < 0.5,
            )

    def _beside(self, text: str, part: int, at: float) -> list[Item]:
        """A label that hangs `at` pt from the text's left edge."""
        run = self.flow.dresser.run(text, self.rule)
        (line, *_) = break_lines((run,), Measure(max(-at, 1.0), align="left"))
        return [TextLine(self.flow.left + at, 0.0, line, part)]

    def _number(self, number: str, back: str | None) -> TextLine:
        """The paragraph's number, in the margin or inside the indent; a link to `back`."""
        flow = self.flow
        rule = flow.dresser.inline_rule("paragraph_number", self.rule, self.role)
        if back in flow.anchors:
            inside = flow.add_part(Part("link", self.part, target=back or "", text=number))
        else:
            inside = flow.add_part(Part("span", self.part))
        (line, *_) = break_lines(
            (flow.dresser.run(number, rule),), Measure(flow.width, align="left", text_spacing=0)
        )
        left = flow.left
        if self.rule.number_position == "margin":
            left -= rule.margin_right + line.width
        return TextLine(left, 0.0, line, inside)

    def _notes(self, line: Line) -> tuple[Strip, ...]:
        """The strips of the footnotes called in `line`."""
        noted = self.flow.take_notes()
        tags = [fragment.run.tag for fragment in line.fragments]
        inside = [tag.part for tag in tags if isinstance(tag, RunTag) and tag.part is not None]
        called = {self.flow.parts[part].target for part in inside}
        strips = note_strips(self.flow, [note for note in noted if note.anchor in called])
        for note in noted:
            if note.anchor not in called:
                self.flow.give_back(note)
        return strips


def note_strips(flow: Flow, noted: list[Called]) -> tuple[Strip, ...]:
    """The strips of footnotes, as wide as the page."""
    strips: list[Strip] = []
    rule = flow.style.rule("footnote")
    for note in noted:
        part = flow.add_part(Part("note", note.part))
        number = flow.dresser.run(f"{note.number} ", rule)
        runs = (number, *flow.dresser.runs(flow, note.words, "footnote", part))
        measure = Measure(flow.style.page.text_width, align="left", text_spacing=rule.text_spacing)
        for i, line in enumerate(break_lines(runs, measure)):
            height, base = line_place(rule, line)
            mark = (Mark(note.anchor, 0.0, 0.0),) if i == 0 else ()
            strips.append(Strip(height, (*mark, TextLine(0.0, base, line, part))))
    inner = flow.take_notes()  # a note may call another
    return (*strips, *note_strips(flow, inner)) if inner else tuple(strips)


def stops_within(stops: tuple[TabStop, ...], width: float) -> tuple[TabStop, ...]:
    """The tab stops, those beyond the right edge drawn back to it."""
    if not stops:
        return ()
    return tuple(
        msgspec.structs.replace(stop, position=min(stop.position, width)) for stop in stops
    )


def _at_base(item: Item, base: float) -> Item:
    return TextLine(item.x, base, item.line, item.part) if isinstance(item, TextLine) else item


def line_place(rule: Rule, line: Line) -> tuple[float, float]:
    """A line's height and how far under its top the baseline is.

    The rule's line height is exact, and grows only for a line that is taller; the em box of the
    rule's size stands in its middle.
    """
    size = line.ascent + line.descent
    height = size if size > rule.line_height else rule.line_height
    if size < rule.font_size:
        size = rule.font_size
    return height, (height - size) / 2 + EM_ASCENT * size


def frames_round(line: Line, left: float, base: float) -> list[Item]:
    """The frames of inlines that have one (a tag in its box)."""
    found: list[Item] = []
    for fragment in line.fragments:
        tag = fragment.run.tag
        if isinstance(tag, RunTag) and tag.frame:
            size, pad = fragment.run.font_size, tag.frame.padding
            top = base - EM_ASCENT * size - pad
            found.append(
                Fill(
                    left + fragment.x - pad,
                    top,
                    fragment.width + 2 * pad,
                    size + 2 * pad,
                    tag.frame.color,
                    ARTIFACT,
                    tag.frame.width,
                )
            )
    return found


def plain_text(content: tuple[Inline, ...]) -> str:
    """The words of inlines, without their notes."""
    return "".join(
        inline.text if isinstance(inline, Text | Link | FileLink) else " "
        for inline in content
        if not isinstance(inline, Anchor | Note)
    ).strip()


def _anchor_places(content: tuple[Inline, ...]) -> list[tuple[str, int]]:
    """The anchors among inlines, each with its offset in the text."""
    if not any(type(inline) is Anchor for inline in content):
        return []
    places: list[tuple[str, int]] = []
    offset = 0
    for inline in content:
        match inline:
            case Anchor(id=name):
                places.append((name, offset))
            case Text(text=text) | Link(text=text) | FileLink(text=text):
                offset += len(text)
            case _:
                offset += 1
    return places
