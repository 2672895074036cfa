"""Borders and backgrounds: a frame round strips becomes fills and strokes on each page it is on."""

from __future__ import annotations

from exporter.styling.model import Border
from exporter.typeset.pages_model import Fill, Item, Stroke
from exporter.typeset.pages_strips import Frame

Point = tuple[float, float]

_THICK_SHARE, _THIN_SHARE = 0.45, 0.15  # of a double border's width; the rest lies between


def border_strokes(border: Border, start: Point, end: Point) -> list[Item]:
    """The strokes of a border from `start` to `end`; double ones lie on both sides of it."""
    if border.width <= 0:
        return []
    match border.style:
        case "solid":
            return [Stroke((start, end), border.width, border.color)]
        case "dashed":
            dash = (3 * border.width, 3 * border.width)
            return [Stroke((start, end), border.width, border.color, dash)]
        case "thick-thin":
            return _double(border, start, end, _THICK_SHARE, _THIN_SHARE)
        case "thin-thick":
            return _double(border, start, end, _THIN_SHARE, _THICK_SHARE)


def _double(border: Border, start: Point, end: Point, first: float, second: float) -> list[Item]:
    """Two strokes, the first above (or left), together as wide as the border."""
    upright = start[0] == end[0]
    strokes: list[Item] = []
    for share, offset in ((first, (first - 1) / 2), (second, (1 - second) / 2)):
        shift = offset * border.width
        dx, dy = (shift, 0.0) if upright else (0.0, shift)
        points = ((start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy))
        strokes.append(Stroke(points, share * border.width, border.color))
    return strokes


def frame_items(
    frame: Frame, left: float, top: float, bottom: float, *, first: bool, last: bool
) -> list[Item]:
    """What a frame paints from `top` to `bottom`; `left` is the left edge of its column.

    `first` and `last` tell whether it begins and ends here.
    """
    rule = frame.rule
    start, end = left + frame.left, left + frame.left + frame.width
    items: list[Item] = []
    if rule.background_color:
        items.append(Fill(start, top, frame.width, bottom - top, rule.background_color))
    if rule.border_top and (first or frame.closed):
        items += border_strokes(rule.border_top, (start, top), (end, top))
    if rule.border_bottom and (last or frame.closed):
        items += border_strokes(rule.border_bottom, (start, bottom), (end, bottom))
    for border, x, side in ((rule.border_left, start, 1), (rule.border_right, end, -1)):
        if border:
            at = x + side * border.width / 2
            items += border_strokes(border, (at, top), (at, bottom))
    return items
