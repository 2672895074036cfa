"""A speech as its own points: the headings that the speaker gave it, each with its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from exporter.briefing.model import AnnouncementPart, Cut, Excerpt
from exporter.briefing.outline import Part, outline
from exporter.briefing.points import alike, bigrams
from exporter.briefing.reading import Reading
from exporter.briefing.clauses import is_courtesy
from exporter.briefing.shorten import shorten, stands_alone
from exporter.briefing.windows import Line, best_line
from exporter.transcript.model import Paragraph

MOST_POINTS = 5
_PER_HEADING = 2
_WORTHY = 0.9


def lines(reading: Reading, sentences: Iterable[Cut]) -> tuple[Line, ...]:
    """The best line of each sentence that has one, in order."""
    found = (best_line(reading, sentence) for sentence in sentences)
    return tuple(line for line in found if line is not None)


def announcement_parts(
    reading: Reading, paragraphs: Iterable[Paragraph]
) -> tuple[AnnouncementPart, ...]:
    """The headings of a speech with the points chosen under each, in order."""
    parts = (_part(reading, part) for part in outline(reading, paragraphs))
    return tuple(part for part in parts if part.heading or part.points)


def _part(reading: Reading, part: Part) -> AnnouncementPart:
    heading = reading.excerpt([part.heading]) if part.heading else None
    chosen = _best(lines(reading, part.sentences), _PER_HEADING)
    points = tuple(reading.excerpt(line.cuts) for line in chosen)
    if not points and part.level:
        points = _first_line(reading, part.sentences)
    return AnnouncementPart(heading, points)


def _first_line(reading: Reading, sentences: tuple[Cut, ...]) -> tuple[Excerpt, ...]:
    """The first sentence that can be shortened to a line, when no line has a figure."""
    for sentence in sentences:
        cuts = () if is_courtesy(reading.text(sentence)) else shorten(reading, sentence)
        if cuts and _length(cuts) <= reading.hard:
            return (reading.excerpt(cuts),)
    return ()


def _best(found: Iterable[Line], most: int, least: float = _WORTHY) -> list[Line]:
    """The best of the lines, in the order that they came in."""
    ranked = sorted(
        ((line.worth, -place, line) for place, line in enumerate(found) if line.worth >= least),
        reverse=True,
        key=lambda entry: entry[:2],
    )
    return [line for _, _, line in sorted(ranked[:most], key=lambda entry: -entry[1])]


def answer_points(reading: Reading, paragraphs: tuple[Paragraph, ...]) -> tuple[Excerpt, ...]:
    """An answer as its own points: headings with their figures, else its best lines."""
    parts = outline(reading, paragraphs)
    points = [cuts for part in parts if part.level and (cuts := _heading_point(reading, part))]
    if len(points) < 2:
        sentences = [sentence for part in parts for sentence in part.sentences]
        points += [line.cuts for line in _best(lines(reading, sentences), 3)]
    if not points:
        sentences = [sentence for part in parts for sentence in part.sentences]
        return _first_line(reading, tuple(sentences))
    if len(points) > MOST_POINTS:
        points = _densest(reading, points)
    return tuple(reading.excerpt(cuts) for cuts in _distinct(reading, points))


def _heading_point(reading: Reading, part: Part) -> tuple[Cut, ...]:
    """The heading with the best line under it, if both fit; else the line, else the heading."""
    best = _best(lines(reading, part.sentences), 1)
    line = best[0].cuts if best else ()
    if part.heading is None:
        return line or _fallback(reading, part)
    if not line:
        return (part.heading,) if stands_alone(reading.text(part.heading)) else ()
    if line[0].start <= part.heading.start and line[0].paragraph == part.heading.paragraph:
        return line
    together = (part.heading, *line)
    return together if _length(together) <= reading.soft + 10 else line


def _fallback(reading: Reading, part: Part) -> tuple[Cut, ...]:
    for sentence in part.sentences:
        cuts = shorten(reading, sentence)
        if cuts and _length(cuts) <= reading.hard:
            return cuts
    return ()


def _densest(reading: Reading, points: list[tuple[Cut, ...]]) -> list[tuple[Cut, ...]]:
    """The points with the most figures, the earlier first among equals, in order."""
    ranked = sorted(range(len(points)), key=lambda i: (-len(reading.facts_of(points[i])), i))
    return [points[i] for i in sorted(ranked[:MOST_POINTS])]


def _distinct(reading: Reading, points: Iterable[tuple[Cut, ...]]) -> Iterator[tuple[Cut, ...]]:
    seen: list[frozenset[str]] = []
    for cuts in points:
        grams = bigrams("".join(map(reading.text, cuts)))
        if not any(alike(grams, other) for other in seen):
            seen.append(grams)
            yield cuts


def _length(cuts: Iterable[Cut]) -> int:
    return sum(cut.end - cut.start for cut in cuts)
