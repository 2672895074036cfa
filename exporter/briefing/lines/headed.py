"""The points under a speaker's own headings: each heading with its figures, or what it heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from exporter.briefing.cues import at_start, words
from exporter.briefing.lines.shorten import stands_alone
from exporter.briefing.lines.windows import best_line, plain_line
from exporter.briefing.model import Cut
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.speech.clauses import finished, is_courtesy, trim
from exporter.briefing.speech.pieces import Line, Part
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import count_words

WORTHY = 0.75
TOPIC = 10
_SHORT_HEADING, _ROOM, _NAMES_IT = 20, 5, 15
STOPS = ("。", "：", "；", "，", "！", "？", ".", ":", ";", ",")

Cuts = tuple[Cut, ...]


def lines(reading: Reading, sentences: Iterable[Cut]) -> tuple[Line, ...]:
    """The best line of each sentence that has one, in order."""
    found = (best_line(reading, sentence) for sentence in sentences)
    return tuple(line for line in found if line is not None)


def best_lines(found: Iterable[Line], most: int, least: float = WORTHY) -> list[Line]:
    """The best of the lines, in the order that they came in."""
    worthy = [(line.worth, -place, line) for place, line in enumerate(found) if line.worth >= least]
    ranked = sorted(worthy, reverse=True, key=lambda entry: entry[:2])
    return [line for _, _, line in sorted(ranked[:most], key=lambda entry: -entry[1])]


def items(reading: Reading, parts: Sequence[Part]) -> Iterator[tuple[Cuts, Part]]:
    """The points of the enumerated parts, each with its part.

    A heading with nothing under it but other headings comes with those (着力叫响“四大品牌”。活化
    “一城”。打造“一山”。…).
    """
    told: set[Cut] = set()
    for place, part in enumerate(parts):
        heads = _headings_under(parts, place) if _heads_others(reading, part) else []
        together = (part.heading, *heads) if part.heading and heads else ()
        if together and length(together) <= reading.hard:
            told.update(heads)
            yield together, part
        elif (cuts := _point(reading, part)) and not (len(cuts) == 1 and cuts[0] in told):
            yield cuts, part


def _heads_others(reading: Reading, part: Part) -> bool:
    """Whether the part is a closed statement with nothing said under it."""
    if part.heading is None or part.sentences:
        return False
    text = reading.text(part.heading)
    return text.endswith(STOPS) and stands_alone(text) and not _is_topic(text)


def _headings_under(parts: Sequence[Part], place: int) -> list[Cut]:
    """The headings of the next level below the part at `place`, up to the next of its own."""
    below = list(takewhile(lambda part: part.level > parts[place].level, parts[place + 1 :]))
    return [part.heading for part in below if part.heading and part.level == below[0].level]


def _point(reading: Reading, part: Part) -> Cuts:
    """The heading with the best line under it, if both fit; else the line, else the heading."""
    best = best_lines(lines(reading, part.sentences), 1)
    line = best[0].cuts if best else ()
    heading = part.heading
    if heading is None:
        return line or plain_line(reading, part.sentences)
    text = reading.text(heading)
    if not line:
        return (heading,) if stands_alone(text) and not _is_topic(text) else ()
    if line[0].paragraph == heading.paragraph and line[0].start < heading.end:
        return line
    together = (heading, *line)
    bare = at_start("unnamed").match(reading.text(line[0]))
    room = _NAMES_IT if bare else -_ROOM
    fits = length(together) <= reading.hard + room * reading.scale and text.endswith(STOPS)
    return together if fits else line


def _is_topic(text: str) -> bool:
    """Whether a heading only names what is told under it (水资源基础调查工作任务)."""
    bare = text.rstrip("".join(STOPS))
    acts = at_start("aim").match(bare) or openings("verbs").longest(bare)
    return bare.endswith(words("heading_nouns")) and not acts


def joined(reading: Reading, points: Sequence[tuple[Cuts, Part]], most: int) -> list[Cuts]:
    """The points, with what is said under a heading that has no figures, while there are no more
    than `most`; else short headings in a row become one line (强保护，重传承).

    With each point comes its part: two lists are two lines, a list below a heading goes with that.
    """
    groups: list[list[tuple[Cuts, Part]]] = []
    for cuts, part in points:
        last, above = groups[-1][-1] if groups else ((), part)
        listed = _is_item(reading, cuts) and bool(last) and _is_item(reading, last)
        if listed and part.opens and part.level > above.level:
            groups[-1:] = [groups[-1][:-1], groups[-1][-1:]] if groups[-1][:-1] else groups[-1:]
        elif not listed or part.opens or part.level < above.level:
            groups.append([])
        groups[-1].append((cuts, part))
    room = most - len(groups)
    out: list[Cuts] = []
    for group in groups:
        told = _is_item(reading, group[0][0]) and len(group) - 1 <= room
        room -= len(group) - 1 if told else 0
        rows = [_explained(reading, cuts, part) if told else cuts for cuts, part in group]
        for bare, found in groupby(rows, key=lambda cuts: _is_item(reading, cuts)):
            row = list(found)
            out += _run(reading, row) if bare else row
    return out


def _explained(reading: Reading, heading: Cuts, part: Part) -> Cuts:
    """A heading with the first words under it that say something, if both fit."""
    room = reading.hard - _ROOM * reading.scale - length(heading)
    plain = plain_line(reading, part.sentences)
    if not plain or length(plain) > room:
        plain = _said_first(reading, part.sentences[:1], reading.hard - length(heading))
    return (*heading, *plain)


def _said_first(reading: Reading, sentences: Iterable[Cut], room: int) -> Cuts:
    """The first clauses of a sentence that fit, aim or not, but for slogans and courtesies."""
    for sentence in sentences:
        words = trim(reading, sentence)
        plain = takewhile(
            lambda clause: not count_words(reading.text(clause)).slogans, reading.clauses(words)
        )
        fitting = [clause for clause in plain if clause.end - words.start <= room]
        while fitting and not finished(reading.text(fitting[-1])):
            fitting.pop()
        cut = Cut(words.paragraph, words.start, fitting[-1].end) if fitting else None
        text = reading.text(cut) if cut else ""
        if cut and len(text) >= TOPIC and stands_alone(text) and not is_courtesy(text):
            return (cut,)
    return ()


def _is_item(reading: Reading, cuts: Cuts) -> bool:
    """Whether the point is a short heading that can stand in a row of such."""
    short = len(cuts) == 1 and length(cuts) <= _SHORT_HEADING * reading.scale
    return short and not reading.facts_in(cuts[0]) and reading.text(cuts[0]).endswith(STOPS)


def _run(reading: Reading, run: Sequence[Cuts]) -> list[Cuts]:
    rows: list[Cuts] = [()]
    for cuts in run:
        if rows[-1] and length((*rows[-1], *cuts)) > reading.soft:
            rows.append(())
        rows[-1] = (*rows[-1], *cuts)
    return rows


def length(cuts: Iterable[Cut]) -> int:
    """How many characters the cuts have together."""
    return sum(cut.end - cut.start for cut in cuts)
