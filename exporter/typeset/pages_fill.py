"""Strips onto pages: greedy, in one pass, a chunk of strips that stay together at a time.

y grows down from the top of the type area, x to the right from its left edge; margins come later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from exporter.typeset.pages_strips import Columns, Strip

SLACK = 0.5  # pt by which a page may be over-full, for the rounding of line heights
_HARDLY = 0.25  # of a page: one that is filled less isn't left so, unless pages have a grid
ROOM_ABOVE = 30.0  # pt above what would have started a page and doesn't
NOTE_GAP = 10.0  # between text and footnotes; the rule stands in its middle

Chunk = list[Strip]


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A strip in its place; `column` is 0 outside of newspaper columns."""

    strip: Strip
    x: float
    y: float
    column: int = 0


class Draft:
    """A page being filled: what is placed, where the next strip goes, the footnotes so far."""

    def __init__(self, *, fresh: bool) -> None:
        self.placed: list[Placed] = []
        self.notes: list[Strip] = []
        self.rules: list[tuple[Columns, float, float]] = []
        self.y = 0.0
        self.fresh = fresh
        self.used = False

    @property
    def notes_height(self) -> float:
        """How much of the page's foot the footnotes take."""
        if not self.notes:
            return 0.0
        return sum([note.height for note in self.notes]) + NOTE_GAP


class Filler:
    """Fills pages of one height (and grid pitch) and width."""

    def __init__(self, width: float, height: float, pitch: float) -> None:
        self._width, self._height, self._pitch = width, height, pitch
        self.pages = [Draft(fresh=True)]
        self._region: _Region | None = None

    @property
    def page(self) -> Draft:
        """The page that is being filled."""
        return self.pages[-1]

    def fill(self, strips: Sequence[Strip]) -> list[Draft]:
        """All strips on their pages; always at least one page."""
        for chunk in chunks(strips):
            columns = chunk[0].columns
            if self._region and (columns is None or columns.number != self._region.columns.number):
                self._end_region()
            if chunk[0].start == "page" and self.page.used:
                self._start_page()
            if columns is None:
                if len(chunk) > 1 or not self._placed_alone(chunk[0]):
                    self._place(chunk)
            else:
                self._place_in_columns(chunk, columns)
        if self._region:
            self._end_region()
        return self.pages

    def _start_page(self) -> None:
        """A new page; but where text has just run over on this one, only some room."""
        if self._region:
            self._region_full()
        page = self.page
        if self._pitch or page.fresh or page.y > _HARDLY * self._height:
            self._new_page(fresh=True)
        else:
            page.y += ROOM_ABOVE

    def _new_page(self, *, fresh: bool = False) -> None:
        self.pages.append(Draft(fresh=fresh))

    def _room(self, chunk: Chunk) -> float:
        """How far down the page text may go when `chunk` comes on it with its footnotes."""
        notes = sum(note.height for strip in chunk for note in strip.notes)
        if notes and not self.page.notes:
            notes += NOTE_GAP
        return self._height - self.page.notes_height - notes + SLACK

    def _placed_alone(self, strip: Strip) -> bool:
        """Places a strip that has room on this page and wants nothing but that: most are lines."""
        page = self.page
        at_top = not page.used and not page.fresh
        if strip.notes or strip.foot or (at_top and strip.header):
            return False
        y = page.y if at_top else page.y + strip.before
        if strip.snap:
            y = snapped(y, self._pitch)
        if y + strip.height > self._height - page.notes_height + SLACK:
            return False
        page.placed.append(Placed(strip, 0.0, y))
        page.y, page.used = y + strip.height, True
        return True

    def _place(self, chunk: Chunk) -> None:
        """The chunk on this page, or on the next; strip by strip when it is too tall for any."""
        for _ in range(2):
            places, end = self._set(chunk, self.page)
            if end <= self._room(chunk):
                self._commit(chunk, places, end)
                return
            if end - places[0] > self._height or not self.page.used:
                break
            self._new_page()
        if len(chunk) == 1:
            if self.page.used:
                self._new_page()
                places, end = self._set(chunk, self.page)
            self._commit(chunk, places, end)
            return
        for strip in chunk:
            self._place([strip])

    def _set(self, chunk: Chunk, page: Draft) -> tuple[list[float], float]:
        """Where the chunk's strips stand on `page`, and where the last ends."""
        y = page.y
        if not page.used and not page.fresh:
            y += sum(strip.height for strip in chunk[0].header)
        places, end = self._stacked(chunk, y, at_top=not page.used and not page.fresh)
        if chunk[0].foot:
            down = max(self._room(chunk) - SLACK - end, 0.0)
            return [place + down for place in places], end + down
        return places, end

    def _stacked(self, chunk: Chunk, y: float, *, at_top: bool) -> tuple[list[float], float]:
        places: list[float] = []
        for i, strip in enumerate(chunk):
            if not (at_top and i == 0):
                y += strip.before
            if strip.snap:
                y = snapped(y, self._pitch)
            places.append(y)
            y += strip.height
        return places, y

    def _commit(self, chunk: Chunk, places: list[float], end: float) -> None:
        page = self.page
        if not page.used and not page.fresh:
            self._repeat(chunk[0].header, chunk[0].frames, places[0])
        for strip, y in zip(chunk, places, strict=True):
            page.placed.append(Placed(strip, 0.0, y))
            page.notes += strip.notes
        page.y, page.used = end, True

    def _repeat(self, header: tuple[Strip, ...], frames: tuple[int, ...], bottom: float) -> None:
        """Table heads above a row that comes first on its page, in the frames of that row."""
        y = bottom - sum(strip.height for strip in header)
        for strip in header:
            strip = msgspec.structs.replace(strip, frames=frames)
            self.page.placed.append(Placed(strip, 0.0, y))
            y += strip.height

    def _place_in_columns(self, chunk: Chunk, columns: Columns) -> None:
        """The chunk at the end of the page's columns, or on the next page's."""
        if self._region is None:
            self._start_region(columns, chunk[0].before if self.page.used else 0.0)
        region = self._region
        assert region is not None
        bottom = self._room(chunk)
        if region.takes(chunk, bottom, self._pitch) or not region.chunks:
            region.chunks.append(chunk)
            self.page.notes += [note for strip in chunk for note in strip.notes]
            return
        self._region_full()
        self._new_page()
        self._start_region(columns, 0.0)
        self._place_in_columns(chunk, columns)

    def _start_region(self, columns: Columns, before: float) -> None:
        self.page.used = True
        self._region = _Region(columns, self.page.y + before, self._width)

    def _region_full(self) -> None:
        """Sets the columns as tall as the page allows, and ends them there."""
        if self._region:
            bottom = self._height - self.page.notes_height + SLACK
            self._commit_region(self._region, bottom)

    def _end_region(self) -> None:
        """Ends the columns with the lowest height at which they hold everything."""
        region = self._region
        assert region is not None
        full = self._height - self.page.notes_height + SLACK
        low, high = region.top, full
        for _ in range(12):
            middle = (low + high) / 2
            if region.distribute(middle, self._pitch) is None:
                low = middle
            else:
                high = middle
        self._commit_region(region, high)
        self._region = None

    def _commit_region(self, region: _Region, bottom: float) -> None:
        placed = region.distribute(bottom, self._pitch) or region.forced(bottom, self._pitch)
        self.page.placed += placed
        end = max((p.y + p.strip.height for p in placed), default=region.top)
        self.page.rules.append((region.columns, region.top, end))
        self.page.y = end
        self._region = None


class _Region:
    """Newspaper columns on one page, from `top` down."""

    def __init__(self, columns: Columns, top: float, width: float) -> None:
        self.columns, self.top = columns, top
        self.step = columns.width(width) + columns.gap
        self.chunks: list[Chunk] = []
        self._column, self._y = 0, top

    def takes(self, chunk: Chunk, bottom: float, pitch: float) -> bool:
        """Whether `chunk` finds room above `bottom` after the chunks so far; remembers the
        place.
        """
        column, y = self._column, self._y
        if chunk[0].start == "column" and y > self.top:
            column, y = column + 1, self.top
        while column < self.columns.count:
            end = _column_end(chunk, y, pitch, at_top=y == self.top)
            if end <= bottom:
                self._column, self._y = column, end
                return True
            column, y = column + 1, self.top
        return False

    def distribute(self, bottom: float, pitch: float) -> list[Placed] | None:
        """All chunks in columns that end above `bottom`; ``None`` when they don't go in."""
        placed = self.forced(bottom, pitch)
        if all(p.column < self.columns.count and p.y + p.strip.height <= bottom for p in placed):
            return placed
        return None

    def forced(self, bottom: float, pitch: float) -> list[Placed]:
        """All chunks in columns that end above `bottom` as far as can be."""
        placed: list[Placed] = []
        column, y = 0, self.top
        for chunk in self.chunks:
            full = chunk[0].start == "column" or _column_end(chunk, y, pitch, at_top=False) > bottom
            if y > self.top and full:
                column, y = column + 1, self.top
            for i, strip in enumerate(chunk):
                if y > self.top or i:
                    y += strip.before
                if strip.snap:
                    y = snapped(y, pitch)
                placed.append(Placed(strip, column * self.step, y, column))
                y += strip.height
        return placed


def _column_end(chunk: Chunk, y: float, pitch: float, *, at_top: bool) -> float:
    for i, strip in enumerate(chunk):
        if not (at_top and i == 0):
            y += strip.before
        if strip.snap:
            y = snapped(y, pitch)
        y += strip.height
    return y


def chunks(strips: Sequence[Strip]) -> Iterator[Chunk]:
    """Runs of strips that stay together."""
    chunk: Chunk = []
    for strip in strips:
        if chunk and (
            not strip.keep or strip.start != "auto" or strip.columns != chunk[-1].columns
        ):
            yield chunk
            chunk = []
        chunk.append(strip)
    if chunk:
        yield chunk


def snapped(y: float, pitch: float) -> float:
    """The next line of the grid at or under `y`, a hair's breadth above it counting as on it."""
    if not pitch:
        return y
    lines = -(-(y - 0.05 * pitch) // pitch)
    return max(lines, 0.0) * pitch
