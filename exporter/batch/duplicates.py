"""The same press conference met again: exact copies, and re-posts with other furniture around them.

A re-post *adds*: a site's own head and foot, a line of links between two paragraphs. Another
conference made on the same template *replaces*: a place, a name, a number, with the same words
before and after. So the question is not how alike two texts are (two cities' reports may agree in
nine words of ten) but whether one became the other by additions alone.

The text is taken down to its letters and digits (NFKC; punctuation, blanks and line breaks differ
between scrapes of one page) and cut where its own characters say so (after each four characters
whose checksum is 0 modulo `STEP`; content-defined chunking, Muthitacharoen 2001) and at line ends.
A sketch holds the hash and the length of every piece, so no character is left out of account. The
hash is a polynomial modulo a prime: that of two pieces in a row follows from theirs, so a stretch
cut in two here and in one piece there still compares equal.

Two sketches are walked through together. Between pieces that agree, a gap on one side only is an
addition; gaps on both sides that are not equal are a replacement, and the two are different
conferences. Only before the first piece that agrees and after the last may both have something of
their own. All that is not shared may be at most `FURNITURE` characters or the part `SHARE` of the
text, whichever is more: a page that has the answers too is not the same as one that hasn't.
The numbers of the titles and the dates of the event, where both are known, must agree.

Candidates come from min-hashes (Broder 1997; one permutation, Li 2012) of windows of `SHINGLE`
characters, `BANDS` of `ROWS`: two texts of Jaccard likeness j share a band with
1 - (1 - j^ROWS)^BANDS, which is 0.996 for j = 0.8.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import msgspec

from exporter.source.model import CleanText

STEP = 48
"""Mean length of a piece, in characters."""
SHINGLE = 12
SAMPLE = 6
"""A window begins after each four characters whose checksum is 0 modulo this; divides `STEP`."""
ROWS, BANDS = 3, 8
FURNITURE = 160
SHARE = 0.08
ANCHOR = 12
"""A shorter piece (谢谢主持人) may stand anywhere and ties nothing together."""
SHORTEST = 120
"""A text with fewer letters must be the same letter by letter."""
CROWD = 32
PRIME = (1 << 61) - 31
BASE = 1 << 32
_NUMBERS = re.compile(r"\d+|[〇零一二三四五六七八九十百]+")
_BARE = re.compile(r"[\W_]+")


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a record's text: its pieces as (hash, length) in order, band keys, and what
    its title and date say. 1 to 3 kB for a transcript.
    """

    pieces: tuple[tuple[int, int], ...]
    bands: tuple[int, ...]
    numbers: tuple[str, ...]
    date: str | None

    @property
    def length(self) -> int:
        """Letters and digits of the text."""
        return sum(length for _, length in self.pieces)


def sketch(record: CleanText) -> Sketch | None:
    """The sketch of a record; ``None`` for one without text."""
    text = unicodedata.normalize("NFKC", record.text)
    lines = [line for whole in text.split("\n") if (line := _BARE.sub("", whole))]
    if not lines:
        return None
    pieces: list[tuple[int, int]] = []
    windows: list[int] = []
    for line in lines:
        _take(line, pieces, windows)
    numbers = tuple(_NUMBERS.findall(unicodedata.normalize("NFKC", record.metadata.title or "")))
    return Sketch(tuple(pieces), _bands(windows), numbers, record.metadata.event_date)


def _take(line: str, pieces: list[tuple[int, int]], windows: list[int]) -> None:
    """Adds the line's pieces, and the hashes of its chosen windows."""
    data = line.encode("utf-32-be", "surrogatepass")
    start = 0
    for at in range(16, len(data), 4):
        mark = crc32(data[at - 16 : at])
        if mark % SAMPLE:
            continue
        windows.append(crc32(data[at : at + 4 * SHINGLE]))
        if mark % STEP == 0 and at - start >= 4 * ANCHOR:
            pieces.append(_piece(data[start:at]))
            start = at
    pieces.append(_piece(data[start:]))


def _piece(data: bytes) -> tuple[int, int]:
    """Hash (the characters as digits in base 2**32, modulo a prime) and length in characters."""
    return int.from_bytes(data) % PRIME, len(data) // 4


def _bands(windows: list[int]) -> tuple[int, ...]:
    """A key for each band: the least hash of each of its classes; a class may be empty."""
    count = ROWS * BANDS
    least = [-1] * count
    for value in windows:
        at = value % count
        if least[at] < 0 or value < least[at]:
            least[at] = value
    rows = (least[at : at + ROWS] for at in range(0, count, ROWS))
    return tuple(crc32(repr((n, row)).encode()) for n, row in enumerate(rows))


def same(one: Sketch, other: Sketch) -> bool:
    """Whether the two are one conference, by the rule at the head of this module."""
    return _may_be(_facts(one), _facts(other)) and _same(
        one.pieces, other.pieces, _places(other.pieces), one.length, other.length
    )


Pieces = tuple[tuple[int, int], ...]
Places = dict[tuple[int, int], list[int]]


def _places(pieces: Pieces) -> Places:
    """Where each piece stands."""
    places: Places = {}
    for at, piece in enumerate(pieces):
        places.setdefault(piece, []).append(at)
    return places


def _same(one: Pieces, other: Pieces, places: Places, length: int, others_length: int) -> bool:
    """Whether the pieces of the two, with `places` of the other's and both lengths, are of one
    conference.
    """
    if min(length, others_length) < SHORTEST:
        return _joined(one) == _joined(other)
    shared = _shared(one, other, places)
    longer = max(length, others_length)
    return shared is not None and longer - shared <= _allowed(longer)


class _Facts(NamedTuple):
    """What tells most records apart at a look: see `Sketch`."""

    date: str | None
    numbers: tuple[str, ...]
    length: int


def _facts(sketch: Sketch) -> _Facts:
    return _Facts(sketch.date, sketch.numbers, sketch.length)


def _may_be(one: _Facts, other: _Facts) -> bool:
    """Whether dates, numbers of the titles and lengths allow that the two are one conference."""
    if one.date and other.date and one.date != other.date:
        return False
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False
    return abs(one.length - other.length) <= _allowed(max(one.length, other.length))


def _allowed(longer: int) -> float:
    """Characters that need not be shared, of a text of so many."""
    return max(FURNITURE, SHARE * longer)


def _joined(pieces: Pieces) -> tuple[int, int]:
    """Hash and length of the pieces as one."""
    value = size = 0
    for piece, length in pieces:
        value = (value * pow(BASE, length, PRIME) + piece) % PRIME
        size += length
    return value, size


def _shared(one: Pieces, other: Pieces, places: Places) -> int | None:
    """Characters in common; ``None`` as soon as something is replaced between them."""
    at = since = shared = 0
    begun = False
    for place, piece in enumerate(one):
        found = _next(places.get(piece, ()), at) if piece[1] >= ANCHOR else None
        if found is None:
            continue
        between = _gap(one[since:place], other[at:found]) if begun else 0
        if between is None:
            return None
        shared += between + piece[1]
        at, since, begun = found + 1, place + 1, True
    return shared if begun else None


def _next(places: Sequence[int], start: int) -> int | None:
    index = bisect_left(places, start)
    return places[index] if index < len(places) else None


def _gap(one: Pieces, other: Pieces) -> int | None:
    """Characters in common of two stretches between pieces that agree: all, or none when one side
    is empty; ``None`` when they differ.
    """
    if not one or not other:
        return 0
    left, right = _joined(one), _joined(other)
    return left[1] if left == right else None


class _Met(NamedTuple):
    """A record met: its pieces are packed, since nearly all are only ever looked at by their facts.

    An unpacked one takes 12 kB for a transcript, a packed one 1.4.
    """

    owner: str
    facts: _Facts
    packed: bytes


class _Band:
    """The places of the records that share a key of a band. Conferences held weekly on one template
    do, in thousands: from `CROWD` on they are told apart by their dates.
    """

    def __init__(self) -> None:
        self._places: list[int] = []
        self._dated: dict[str | None, list[int]] | None = None

    def add(self, at: int, met: list[_Met]) -> None:
        """One more place, the last of `met`."""
        self._places.append(at)
        if self._dated is not None:
            self._dated.setdefault(met[at].facts.date, []).append(at)
        elif len(self._places) >= CROWD:
            self._dated = {}
            for place in self._places:
                self._dated.setdefault(met[place].facts.date, []).append(place)

    def near(self, date: str | None) -> Iterable[int]:
        """The places of the records that may be of that date; of all when it is unknown."""
        if self._dated is None or date is None:
            return self._places
        return chain(self._dated.get(date, ()), self._dated.get(None, ()))


class Originals:
    """The records met so far that have files of their own: 3 to 4 kB for each."""

    def __init__(self) -> None:
        self._met: list[_Met] = []
        self._bands: dict[int, int | _Band] = {}
        self._withdrawn: set[str] = set()

    def find(self, sketch: Sketch, asking: str) -> str | None:
        """The owner (``source#record``) of the first record that this one repeats; not itself."""
        facts, places = _facts(sketch), _places(sketch.pieces)
        for at in sorted(self._near(sketch)):
            owner, known, packed = self._met[at]
            if owner == asking or owner in self._withdrawn or not _may_be(known, facts):
                continue
            pieces = msgspec.msgpack.decode(packed, type=Pieces)
            if _same(pieces, sketch.pieces, places, known.length, facts.length):
                return owner
        return None

    def _near(self, sketch: Sketch) -> set[int]:
        near: set[int] = set()
        for key in _keys(sketch):
            band = self._bands.get(key)
            if isinstance(band, int):
                near.add(band)
            elif band is not None:
                near.update(band.near(sketch.date))
        return near

    def add(self, owner: str, sketch: Sketch) -> None:
        """Remember a record for those that follow."""
        at = len(self._met)
        self._met.append(_Met(owner, _facts(sketch), msgspec.msgpack.encode(sketch.pieces)))
        for key in _keys(sketch):
            band = self._bands.setdefault(key, at)  # nearly all have one record, and no list
            if isinstance(band, int) and band != at:
                self._bands[key] = both = _Band()
                both.add(band, self._met)
                both.add(at, self._met)
            elif isinstance(band, _Band):
                band.add(at, self._met)
        self._withdrawn.discard(owner)

    def withdraw(self, owner: str) -> None:
        """This record has no files after all."""
        self._withdrawn.add(owner)


def _keys(sketch: Sketch) -> Iterator[int]:
    """The keys of the bands, each band's of its own."""
    return (number << 32 | key for number, key in enumerate(sketch.bands))
