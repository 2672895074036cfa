"""An answer as its own points: its headings with their figures, its best lines, what replies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exporter.briefing.cues import anywhere, at_start
from exporter.briefing.digest.replies import (
    Asked,
    announces,
    asked,
    is_verdict,
    keeps_house,
    replies,
)
from exporter.briefing.lines.headed import WORTHY, Cuts, best_lines, items, joined, length
from exporter.briefing.lines.points import Gist
from exporter.briefing.lines.shorten import stands_alone
from exporter.briefing.lines.windows import best_line, plain_line
from exporter.briefing.lines.wordy import is_saying
from exporter.briefing.model import Cut, Excerpt
from exporter.briefing.sentences import balanced
from exporter.briefing.speech.clauses import finished, is_courtesy, trim
from exporter.briefing.speech.outline import outline
from exporter.briefing.speech.pieces import Part
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import count_words
from exporter.transcript.model import Paragraph

MOST_POINTS = 5
_PLAIN_WORD, _FEWEST = 6, 4
_FEW, _BESIDES, _TELLING, _OWN_HEADING = 2, 3, 1.2, 3
_SPOKEN = 450
"""So long an answer, in characters of Chinese, is told off the cuff, without headings."""
_DIGIT = re.compile(r"\d")


def answer_points(
    reading: Reading,
    paragraphs: tuple[Paragraph, ...],
    question: str = "",
    wanted: Asked | None = None,
) -> tuple[Excerpt, ...]:
    """An answer as its own points: headings with their figures, else its best lines and what
    replies to what is `wanted`; where the question is what is wrong, what the answer names as that.
    """
    wanted = wanted or asked(question)
    parts = outline(reading, paragraphs)
    own = list(items(reading, list(_answering(reading, parts))))
    free = [s for part in parts if not part.level or len(own) < _FEW for s in part.sentences]
    free = [s for s in free if not keeps_house(reading.text(s))]
    headed = {cuts for cuts, part in own if part.heading}
    besides = max(_BESIDES, MOST_POINTS - len(joined(reading, own, 0)))
    spoken = len(own) < _FEW and length(free) <= _SPOKEN * reading.scale
    points = _free(reading, free, besides, _FEW if spoken else 0)
    points += joined(reading, own, MOST_POINTS - len(points))
    said = list(_replies(reading, free, points, wanted)) if spoken else []
    if not points and not said and (plain := plain_line(reading, free)):
        points = [plain]
    if anywhere("shortcomings").search(question):
        points += list(_faults(reading, parts))
    ordered = sorted(points, key=lambda cuts: reading.position(cuts[0]))
    chosen = _densest(reading, list(_distinct(reading, ordered)), headed)
    verdict = _verdict(reading, parts, wanted)
    if not chosen and not said and not verdict:
        chosen = [cuts] if (cuts := _first_words(reading, parts)) else []
    kept = [verdict] if verdict else []
    for cuts in (*said, *chosen):
        if len(kept) < MOST_POINTS and not any(_share(cuts, other) for other in kept):
            kept.append(cuts)
    kept.sort(key=lambda cuts: reading.position(cuts[0]))
    return tuple(reading.excerpt(cuts) for cuts in kept)


def _free(reading: Reading, free: Sequence[Cut], most: int, fewest: int) -> list[Cuts]:
    """The best lines of the sentences under no heading, each with the rest of a short sentence;
    where fewer than `fewest` are telling, the fair ones too."""
    telling = [s for s in free if not announces(reading.text(s))]
    found = [(sentence, best_line(reading, sentence)) for sentence in telling]
    kept = {line: sentence for sentence, line in found if line is not None}
    examples = {
        line
        for line, s in kept.items()
        if at_start("example").match(reading.text(trim(reading, s)))
    }
    if len(examples) < len(kept):
        kept = {line: sentence for line, sentence in kept.items() if line not in examples}
    best = best_lines(kept, most, _TELLING)
    if len(best) < fewest:
        best = best_lines(kept, fewest, WORTHY)
    return [_whole(reading, kept[line], line.cuts) for line in best]


def _whole(reading: Reading, sentence: Cut, cuts: Cuts) -> Cuts:
    """The cuts up to the end of their sentence, where that is near and no aim or slogan: 气源合同
    18.9亿立方米，略有富余 answers what 18.9亿立方米 alone does not."""
    last = cuts[-1]
    rest = Cut(last.paragraph, last.end, sentence.end)
    if rest.start >= rest.end or length((*cuts, rest)) > reading.soft:
        return cuts
    text = reading.text(rest).lstrip("，；,; ")
    aside = at_start("aim").match(text) or at_start("on_question").match(text)
    tells = not aside and not count_words(text).slogans
    whole = Cut(last.paragraph, last.start, sentence.end)
    sound = tells and not is_courtesy(text) and not text.endswith(("？", "?"))
    return (*cuts[:-1], whole) if sound and stands_alone(reading.text(whole)) else cuts


def _replies(
    reading: Reading, free: Sequence[Cut], points: Sequence[Cuts], wanted: Asked
) -> Iterator[Cuts]:
    """What replies, where that is in none of the points yet."""
    for cuts in replies(reading, free, wanted, _FEW):
        if not any(_share(cuts, other) for other in points):
            yield cuts


def _share(one: Cuts, other: Cuts) -> bool:
    """Whether two points have words in common."""
    return any(_meet(cut, another) for cut in one for another in other)


def _meet(one: Cut, other: Cut) -> bool:
    """Whether two cuts have words in common."""
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _first_words(reading: Reading, parts: Sequence[Part]) -> Cuts:
    """The first sentence that is no courtesy, where nothing better can be cut: the question tells
    what its 这 or "it" is. A long one ends with the clause that still fits.
    """
    said = [s for part in parts for s in part.sentences]
    kept = [s for s in said if not keeps_house(reading.text(s)) and not is_saying(reading.text(s))]
    for sentence in kept or said:
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


def _verdict(reading: Reading, parts: Sequence[Part], wanted: Asked) -> Cuts:
    """A plain yes or no that the answer starts with; a bare one with the sentence after it."""
    said = [s for part in parts[:1] for s in part.sentences]
    said = [s for s in said if not is_courtesy(reading.text(s))][:2]
    if not said or not is_verdict(reading.text(said[0]), wanted, reading.scale):
        return ()
    alone = length(said[:1]) > _PLAIN_WORD * reading.scale or length(said) > reading.soft
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
