"""A speech as its own points: the headings that the speaker gave it, each with its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exporter.briefing.clauses import finished, is_courtesy, trim
from exporter.briefing.cues import anywhere, at_start, words
from exporter.briefing.model import AnnouncementPart, Cut, Excerpt
from exporter.briefing.outline import Part, outline
from exporter.briefing.points import Gist
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.reading import Reading
from exporter.briefing.sentences import balanced
from exporter.briefing.shorten import stands_alone
from exporter.briefing.windows import Line, best_line, plain_line
from exporter.transcript.model import Paragraph

MOST_POINTS = 5
_PER_HEADING = 2
_WORTHY, _FAIR = 0.75, 0.3
_PLAIN_WORD = 6
_FEW, _BESIDES, _TELLING, _OWN_HEADING = 2, 3, 1.2, 3
_SHORT_HEADING, _TOPIC = 20, 10
_FEWEST, _ROOM, _NAMES_IT = 4, 5, 15
_DIGIT = re.compile(r"\d")
_STOPS = ("。", "：", "；", "，", "！", "？", ".", ":", ";", ",")

Cuts = tuple[Cut, ...]


def lines(reading: Reading, sentences: Iterable[Cut]) -> tuple[Line, ...]:
    """The best line of each sentence that has one, in order."""
    found = (best_line(reading, sentence) for sentence in sentences)
    return tuple(line for line in found if line is not None)


def announcement_parts(
    reading: Reading, paragraphs: Iterable[Paragraph]
) -> tuple[AnnouncementPart, ...]:
    """The headings of a speech with the points chosen under each, in order."""
    parts = (_part(reading, part) for part in outline(reading, paragraphs))
    return tuple(part for part in parts if part.points or _tells(reading, part.heading))


def _tells(reading: Reading, heading: Excerpt | None) -> bool:
    """Whether a heading with nothing under it says something: not why a law is needed, no title,
    no name of what is told under the next ones (蓝天保卫战)."""
    if heading is None:
        return False
    text = heading.text.rstrip("".join(_STOPS))
    acts = at_start("aim").match(text) or openings("verbs").longest(text) or text[:1] in "把将让"
    if not acts and len(text) <= _TOPIC * reading.scale:
        return False
    return not (
        at_start("reasons").match(heading.text) or at_start("bare_titles").match(heading.text)
    )


def _part(reading: Reading, part: Part) -> AnnouncementPart:
    """The part with its points; a mere respect (赛道设置上，) that has none says nothing."""
    heading = reading.excerpt([part.heading]) if part.heading else None
    found = lines(reading, part.sentences)
    chosen = [line.cuts for line in _best(found, _PER_HEADING)]
    if not chosen and part.heading and _is_flourish(reading.text(part.heading)):
        chosen = [line.cuts for line in _best(found, 1, _FAIR)]
    if not chosen and part.level and not _says_enough(reading, part):
        plain = plain_line(reading, part.sentences)
        chosen = [plain] if plain else []
        if not chosen and part.heading and _is_respect(reading, part.heading):
            heading = None
    chosen = [cuts for cuts in chosen if not _repeats(reading, part.heading, cuts)]
    return AnnouncementPart(heading, tuple(reading.excerpt(cuts) for cuts in chosen))


def _repeats(reading: Reading, heading: Cut | None, plain: Cuts) -> bool:
    """Whether the words under a heading only say it again (净土保卫战。我市继续打好净土保卫战)."""
    if heading is None:
        return False
    words = reading.text(heading).rstrip("".join(_STOPS))
    last = reading.text(plain[-1]).rstrip("".join(_STOPS))
    told = any(reading.facts_in(cut) for cut in plain)
    return len(words) < _SHORT_HEADING and last.endswith(words) and not told


def _is_flourish(heading: str) -> bool:
    """Whether a heading is a figure of speech: 念好“山字经”——绿色昭品出大山."""
    return "——" in heading or "“" in heading


def _is_respect(reading: Reading, heading: Cut) -> bool:
    """Whether the heading was cut out of words like 在赛道设置上，."""
    paragraph = reading.paragraphs[heading.paragraph]
    return paragraph.text.startswith(("上", "方面"), heading.end)


def _says_enough(reading: Reading, part: Part) -> bool:
    """Whether the heading is a statement, not the name of a topic (赛道设置上, 立法背景)."""
    if part.heading is None:
        return False
    text = reading.text(part.heading).rstrip("。：；，")
    if _is_flourish(text):
        return False
    return len(text) > _TOPIC * reading.scale and not text.endswith(words("heading_nouns"))


def _best(found: Iterable[Line], most: int, least: float = _WORTHY) -> list[Line]:
    """The best of the lines, in the order that they came in."""
    worthy = [(line.worth, -place, line) for place, line in enumerate(found) if line.worth >= least]
    ranked = sorted(worthy, reverse=True, key=lambda entry: entry[:2])
    return [line for _, _, line in sorted(ranked[:most], key=lambda entry: -entry[1])]


def answer_points(
    reading: Reading, paragraphs: tuple[Paragraph, ...], question: str = ""
) -> tuple[Excerpt, ...]:
    """An answer as its own points: headings with their figures, else its best lines; where the
    question is what is wrong, what the answer names as that.
    """
    parts = outline(reading, paragraphs)
    items = [(p, part) for part in _answering(reading, parts) if (p := _point(reading, part))]
    free = [s for part in parts if not part.level or len(items) < _FEW for s in part.sentences]
    headed = {cuts for cuts, part in items if part.heading}
    besides = max(_BESIDES, MOST_POINTS - len(_joined(reading, items, 0)))
    points = [line.cuts for line in _best(lines(reading, free), besides, _TELLING)]
    points += _joined(reading, items, MOST_POINTS - len(points))
    if not points and (plain := plain_line(reading, free)):
        points = [plain]
    if anywhere("shortcomings").search(question):
        points += list(_faults(reading, parts))
    ordered = sorted(points, key=lambda cuts: reading.position(cuts[0]))
    chosen = _densest(reading, list(_distinct(reading, ordered)), headed)
    verdict = _verdict(reading, parts)
    if not chosen and not verdict:
        chosen = [cuts] if (cuts := _first_words(reading, parts)) else []
    said = [verdict] * bool(verdict)
    said += [
        cuts for cuts in chosen if not any(_meet(cut, other) for cut in cuts for other in verdict)
    ]
    return tuple(reading.excerpt(cuts) for cuts in said[:MOST_POINTS])


def _meet(one: Cut, other: Cut) -> bool:
    """Whether two cuts have words in common."""
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _first_words(reading: Reading, parts: Sequence[Part]) -> Cuts:
    """The first sentence that is no courtesy, where nothing better can be cut: the question tells
    what its 这 or "it" is. A long one ends with the clause that still fits.
    """
    for sentence in (s for part in parts for s in part.sentences):
        words = trim(reading, sentence)
        if is_courtesy(reading.text(words)) or words.end - words.start < _FEWEST * reading.scale:
            continue
        if words.end - words.start <= reading.hard:
            return (words,) if balanced(reading.text(words)) else ()
        fitting = [c for c in reading.clauses(words) if c.end - words.start <= reading.hard]
        while fitting and not finished(reading.text(fitting[-1])):
            fitting.pop()
        cut = Cut(words.paragraph, words.start, fitting[-1].end) if fitting else None
        return (cut,) if cut and balanced(reading.text(cut)) else ()
    return ()


def _verdict(reading: Reading, parts: Sequence[Part]) -> Cuts:
    """A plain yes or no that the answer starts with; a bare one with the sentence after it."""
    said = [s for part in parts[:1] for s in part.sentences]
    said = [s for s in said if not is_courtesy(reading.text(s))][:2]
    if not said or not at_start("verdict").match(reading.text(said[0])):
        return ()
    alone = _length(said[:1]) > _PLAIN_WORD * reading.scale or _length(said) > reading.soft
    return tuple(said[:1]) if alone else tuple(said)


def _answering(reading: Reading, parts: Sequence[Part]) -> Iterator[Part]:
    """The enumerated parts, but for lists of what is wrong (有几个弊端：一是…): no answers.

    What is done about it (针对这些短板，…：一是…) is one.
    """
    wrong = False
    for place, part in enumerate(parts):
        if part.opens:
            before = parts[place - 1].sentences[-1:] if place else ()
            wrong = any(_tells_what_is_wrong(reading.text(s)) for s in before)
        if part.level and not wrong:
            yield part


def _faults(reading: Reading, parts: Sequence[Part]) -> Iterator[Cuts]:
    """The words that name what is wrong (存在的短板不容忽视，主要是：人才短缺、…)."""
    for sentence in (s for part in parts for s in part.sentences):
        row = reading.clauses(sentence)
        for clause in row:
            cut = Cut(sentence.paragraph, clause.start, sentence.end)
            text = reading.text(cut)
            if not at_start("names_faults").match(text):
                continue
            if cut.end - cut.start <= reading.hard and stands_alone(text):
                yield (cut,)
            break


def _tells_what_is_wrong(text: str) -> bool:
    return bool(anywhere("shortcomings").search(text)) and not at_start("preamble").match(text)


def _point(reading: Reading, part: Part) -> Cuts:
    """The heading with the best line under it, if both fit; else the line, else the heading."""
    best = _best(lines(reading, part.sentences), 1)
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
    fits = _length(together) <= reading.hard + room * reading.scale and text.endswith(_STOPS)
    return together if fits else line


def _is_topic(text: str) -> bool:
    """Whether a heading only names what is told under it (水资源基础调查工作任务)."""
    bare = text.rstrip("".join(_STOPS))
    acts = at_start("aim").match(bare) or openings("verbs").longest(bare)
    return bare.endswith(words("heading_nouns")) and not acts


def _joined(reading: Reading, points: Sequence[tuple[Cuts, Part]], most: int) -> list[Cuts]:
    """The points, with what is said under a heading that has no figures, while there are no more
    than `most`; else three or more short headings in a row become one line (强保护，重传承).

    With each point comes its part: two lists are two lines.
    """
    groups: list[list[tuple[Cuts, Part]]] = []
    for cuts, part in points:
        item = _is_item(reading, cuts)
        if not groups or part.opens or not item or not _is_item(reading, groups[-1][-1][0]):
            groups.append([])
        groups[-1].append((cuts, part))
    room = most - len(groups)
    out: list[Cuts] = []
    for group in groups:
        told = _is_item(reading, group[0][0]) and len(group) - 1 <= room
        room -= len(group) - 1 if told else 0
        rows = [_explained(reading, cuts, part) if told else cuts for cuts, part in group]
        out += rows if told else _run(reading, rows)
    return out


def _explained(reading: Reading, heading: Cuts, part: Part) -> Cuts:
    """A heading with the first words under it that say something, if both fit."""
    plain = plain_line(reading, part.sentences)
    fits = plain and _length((*heading, *plain)) <= reading.hard - _ROOM * reading.scale
    return (*heading, *plain) if fits else heading


def _is_item(reading: Reading, cuts: Cuts) -> bool:
    """Whether the point is a short heading that can stand in a row of such."""
    short = len(cuts) == 1 and _length(cuts) <= _SHORT_HEADING * reading.scale
    return short and not reading.facts_in(cuts[0]) and reading.text(cuts[0]).endswith(_STOPS)


def _run(reading: Reading, run: Sequence[Cuts]) -> list[Cuts]:
    if len(run) < 3:
        return list(run)
    rows: list[Cuts] = [()]
    for cuts in run:
        if rows[-1] and _length((*rows[-1], *cuts)) > reading.soft:
            rows.append(())
        rows[-1] = (*rows[-1], *cuts)
    return rows


def _densest(reading: Reading, points: list[Cuts], headed: set[Cuts]) -> list[Cuts]:
    """At most `MOST_POINTS`: those with the most figures, more so under a heading of the speaker,
    then with a number, the earlier among equals; in order."""

    def rank(i: int) -> tuple[int, bool, int]:
        bare = not any(_DIGIT.search(reading.text(cut)) for cut in points[i])
        figures = len(reading.facts_of(points[i]))
        own = _OWN_HEADING if figures and points[i] in headed else 0
        return -figures - own, bare, i

    ranked = sorted(range(len(points)), key=rank)
    return [points[i] for i in sorted(ranked[:MOST_POINTS])]


def _distinct(reading: Reading, points: Iterable[Cuts]) -> Iterator[Cuts]:
    seen: list[Gist] = []
    for cuts in points:
        gist = Gist.of("".join(map(reading.text, cuts)))
        if not any(gist.same(other) for other in seen):
            seen.append(gist)
            yield cuts


def _length(cuts: Iterable[Cut]) -> int:
    return sum(cut.end - cut.start for cut in cuts)
