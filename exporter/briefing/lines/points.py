"""The key points: five to eight lines cut from the speeches, in source order, no two alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from math import prod
from operator import add
from typing import NamedTuple

from exporter.briefing.cues import anywhere_of, at_start, vocabulary
from exporter.briefing.lines.headline import MOST_HITS, Candidate, headline
from exporter.briefing.lines.listing import listings
from exporter.briefing.lines.windows import best_line, plain_line
from exporter.briefing.lines.wordy import WORDS_ONLY, soundness, words_worth
from exporter.briefing.model import Cut, KeyPoint
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.speech.clauses import trim
from exporter.briefing.speech.naming import staged, titled
from exporter.briefing.speech.outline import outline
from exporter.briefing.speech.pieces import Line, Part
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.subject import Subject, subject_of
from exporter.briefing.speech.worth import in_passing
from exporter.source.model import HOLE
from exporter.transcript.model import Paragraph, Turn

MOST, FEWEST = 8, 5
_WORTHY, _TELLING, _FAIR, _PASSABLE = 0.75, 0.6, 0.38, 0.12
_POOL = 80
_SAME_SPEECH, _SAME_RELEASE, _SAME_SPEECH_OF_FEW, _SAME_SECTION = 0.45, 0.85, 0.85, 0.7
_SAME_WHOLE = 0.9
_ON_SUBJECT = 0.35
_UNCLEAR, _DRY, _KNOWN, _ON_ITS_WAY, _HARMED = 0.4, 0.04, 0.7, 0.3, 0.6
_SHORTEST, _WHO, _EXAMPLE, _TORN, _BEFORE = 12, 0.85, 0.3, 0.2, 0.12
_SHORT_LINE = 45
_PAIR, _SECOND, _BESIDES, _PAIR_COST = 80, 0.8, 0.5, 0.02
_BESIDE_BEST = 0.3
_PLAIN, _SHARE_OF = 0.5, 0.5
_OWN_NAME = re.compile(r"[^，。；]{4,}?[\d一二三四五六七八九十][^，。；]{0,8}(?:元|%|人次?)")
_FEW_WITHOUT_FIGURES = 3
_NEW, _AS_EXPECTED, _NEARLY, _FULL = 0.3, 0.7, 99, 100
_EVER_BEFORE = re.compile(
    r"首次|首个|首单|首批|首部|首创|首家|率先|历史性|创新高|历史新高|[居列位排名][^，。“”]{0,8}第一"
    r"|for the first time|record high"
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"\d(?<!\d\d)\d*+[年月日]")
_DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_PRONOUN = re.compile(r"(?<!其)[他她它](?![人乡国])")
_HAN, _WORD = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[a-z]{4,}")
_FEW_SPEECHES = 3
_ALIKE, _ALIKE_BUT_FOR_NUMBERS = 0.42, 0.75
_FEWEST_PAIRS = 4
_DETAIL = 0.6
_ANNOUNCED = 1.2
_HOST_TELLS, _RELEASES = 0.8, 3
_ROLE_WEIGHT = {"spokesperson": 1.0, "guest": 0.5, "reader": 0.5, "host": 0.0, "journalist": 0.0}


def key_points(reading: Reading, taken: Iterable[Cut] = ()) -> tuple[KeyPoint, ...]:
    """The key points; none repeats the sentences `taken` (those of the lead)."""
    used = [(cut.paragraph, cut.start, cut.end) for cut in taken]
    chosen = _choose([c for c in _candidates(reading, best_line) if not _overlaps(c.cuts, used)])
    if len(chosen) < FEWEST:
        more = [c for c in _candidates(reading, _best_or_plain) if not _overlaps(c.cuts, used)]
        chosen = _choose(more)
    if len(chosen) < FEWEST:
        more = [c for c in _candidates(reading, _best_or_any) if not _overlaps(c.cuts, used)]
        chosen = _choose(more)[:FEWEST]
    subject = subject_of(reading)
    worths = {c.order: headline(reading, subject, c) for c in chosen}
    heads = sorted(chosen, key=lambda c: (-worths[c.order], c.order))
    best = worths[heads[0].order] if heads else 0.0
    ranks = {
        candidate.order: rank if worths[candidate.order] >= _BESIDE_BEST * best else 0
        for rank, candidate in enumerate(heads, 1)
    }
    ordered = sorted(chosen, key=lambda candidate: candidate.order)
    return tuple(_point(reading, candidate, ranks[candidate.order]) for candidate in ordered)


def _overlaps(cuts: Iterable[Cut], used: list[tuple[str, int, int]]) -> bool:
    return any(
        c.paragraph == p and c.start < end and start < c.end for c in cuts for p, start, end in used
    )


def _point(reading: Reading, candidate: Candidate, rank: int) -> KeyPoint:
    turn = reading.turns.get(candidate.speech)
    return KeyPoint(
        excerpt=reading.excerpt(candidate.cuts),
        speaker=reading.speaker(turn) if turn else None,
        turn=turn.id if turn else None,
        facts=reading.facts_of(candidate.cuts),
        rank=rank,
    )


Lines = Callable[[Reading, Cut], Line | None]


def _candidates(reading: Reading, lines: Lines) -> Iterator[Candidate]:
    """A line of every sentence of every speech that gives one, and the lists of headings."""
    subject = subject_of(reading)
    for speech, weight, paragraphs in _speeches(reading):
        parts = outline(reading, paragraphs)
        for section, part in enumerate(parts):
            detail = _DETAIL if part.level == 3 else 1.0
            found = [(s, _of_what(reading, lines(reading, s), part)) for s in part.sentences]
            told = [line for _, line in found if line]
            for line in (*told, *_pairs(reading, found)):
                worth = _worth(reading, subject, line) * weight * detail
                yield _candidate(reading, line, speech, section, worth)
        for line in listings(reading, parts):
            yield _candidate(reading, line, speech, -1, _worth(reading, subject, line, 1) * weight)


def _of_what(reading: Reading, line: Line | None, part: Part) -> Line | None:
    """The line of a stage with the name of what has that stage before it; what a paper lays down
    (明确了…，提出…) with its title, which is the heading."""
    if line is None:
        return None
    name = staged(reading, line.cuts[0]) or titled(reading, line.cuts[0], part.heading)
    if not name:
        return line
    text = "".join(map(reading.text, name)) + line.text
    return Line((*name, *line.cuts), text, line.worth) if len(text) <= reading.hard else line


def _pairs(reading: Reading, found: list[tuple[Cut, Line | None]]) -> Iterator[Line]:
    """Two short lines of neighbouring sentences as one, where the first is a whole sentence.

    在资格复审阶段，有163家主体通过资格复审。在网络投票阶段，投出249.37万票。
    """
    for (sentence, line), (following, other) in pairwise(found):
        if line is None or other is None or sentence.paragraph != following.paragraph:
            continue
        starts = other.cuts[0].start <= trim(reading, following).start
        whole = line.cuts[-1].end == sentence.end and starts
        short = max(len(line.text), len(other.text)) <= _SHORT_LINE * reading.scale
        whole, length = whole and short, len(line.text) + len(other.text)
        if whole and length <= _PAIR * reading.scale and min(line.worth, other.worth) >= _SECOND:
            worth = max(line.worth, other.worth) + _BESIDES * min(line.worth, other.worth)
            cost = _PAIR_COST * max(0, length - reading.soft) / reading.scale
            more = other.cuts[other.cuts[0] == line.cuts[0] :]
            text = line.text + "".join(map(reading.text, more))
            yield Line((*line.cuts, *more), text, worth - cost)


def _worth(reading: Reading, subject: Subject, line: Line, most: int = MOST_HITS) -> float:
    """What the line is worth as a key point: more on the subject, less where it needs others."""
    unclear = at_start("unclear_alone").match(line.text) or _PRONOUN.search(line.text)
    unclear = None if reading.of_law and at_start("lays_down").match(line.text) else unclear
    dry = anywhere_of("structure").search(line.text)
    known = at_start("background").match(line.text)
    example = at_start("example").match(line.text)
    procedure = reading.of_law and anywhere_of("procedure").search(line.text)
    ever = _EVER_BEFORE.search(line.text)
    wordy = _DIGIT.search(line.text) is None
    figures = wordy and any(
        not in_passing(fact) for cut in line.cuts for fact in reading.facts_in(cut)
    )
    over = max(0.0, line.worth - WORDS_ONLY) / (_WORTHY - WORDS_ONLY)
    telling = min(1.0, over) if wordy and not figures else 1.0
    on_subject = _ON_SUBJECT * min(most, subject.hits(line.text)) * telling
    worth = line.worth + on_subject + _NEW * bool(ever)
    deed = not reading.english and _is_deed(line.text)
    factors = (
        _WHO if deed else 1.0,
        _UNCLEAR if unclear else 1.0,
        _SHARE_OF if _is_part(reading, line) else 1.0,
        _DRY if dry else 1.0,
        _HARMED if HOLE in line.text else 1.0,
        _KNOWN if known else 1.0,
        _ON_ITS_WAY if procedure else 1.0,
        _EXAMPLE if example else 1.0,
        _AS_EXPECTED if not ever and _all_reached(reading, line) else 1.0,
        soundness(line.text, counted=figures) if wordy and not reading.of_law else 1.0,
        _TORN if wordy and at_start("fragment").match(line.text) else 1.0,
        _EXAMPLE if wordy and anywhere_of("anecdote").search(line.text) else 1.0,
        _EXAMPLE if at_start("tells_of_himself").match(line.text) else 1.0,
        _BEFORE if at_start("how_it_was").match(line.text) else 1.0,
    )
    return worth * prod(factors)


def _all_reached(reading: Reading, line: Line) -> bool:
    """Whether all that the line tells is that rates are at their full measure, or nearly so."""
    told = False
    for quantity in (fact.quantity for cut in line.cuts for fact in reading.facts_in(cut)):
        if quantity.unit != "%" or quantity.value is None or not _NEARLY <= quantity.value <= _FULL:
            return False
        told = True
    return told


def _is_part(reading: Reading, line: Line) -> bool:
    """Whether the line is a part (其中中小企业164家，占了过半数) of what another line tells."""
    before = reading.before(line.cuts[0]).rstrip("，, ")
    return before.endswith("其中") and _OWN_NAME.match(line.text) is None


def _is_deed(text: str) -> bool:
    """Whether the words tell what was done and not who did it (累计引导企业, 完成治理)."""
    return text.startswith("累计") or bool(openings("verbs").longest(text))


def _best_or_plain(reading: Reading, sentence: Cut) -> Line | None:
    """The best line of a sentence; a plain one, worth little, if it has a number besides dates."""
    if line := best_line(reading, sentence):
        return line
    cuts = plain_line(reading, [sentence])
    text = "".join(map(reading.text, cuts))
    tells = _DIGIT.search(_DATE.sub("", text)) and len(text) >= _SHORTEST * reading.scale
    tells = tells and not anywhere_of("tells_nothing").search(text)
    return Line(cuts, text, _PLAIN) if tells else None


def _best_or_any(reading: Reading, sentence: Cut) -> Line | None:
    """The same where there are hardly any figures: a plain line, unless it tells nothing."""
    if line := _best_or_plain(reading, sentence):
        dull = _DIGIT.search(line.text) is None and line.worth < _WORTHY
        return line._replace(worth=max(line.worth, words_worth(line.text))) if dull else line
    cuts = plain_line(reading, [sentence])
    text = "".join(map(reading.text, cuts))
    tells = len(text) >= _SHORTEST * reading.scale and not anywhere_of("tells_nothing").search(text)
    return Line(cuts, text, words_worth(text)) if tells else None


def _candidate(reading: Reading, line: Line, speech: str, section: int, score: float) -> Candidate:
    order = reading.position(line.cuts[0])
    turn = reading.turns.get(speech)
    release = turn is None or turn.section != "qa"
    return Candidate(order, speech, release, section, line.cuts, line.text, score)


def _speeches(reading: Reading) -> Iterator[tuple[str, float, tuple[Paragraph, ...]]]:
    """The speeches that key points may come from: id, weight, paragraphs; for news the article."""
    if reading.transcript.kind == "news" or not reading.transcript.turns:
        yield "", 1.0, reading.transcript.narration
        return
    turns = reading.transcript.turns
    tellers = {reading.speaker(turn) for turn in turns if turn.role in ("spokesperson", "guest")}
    for turn in turns:
        weight = _ROLE_WEIGHT[turn.role]
        if turn.role == "host" and (
            not tellers
            or reading.speaker(turn) in tellers - {None}
            or _key_figures(reading, turn) >= _RELEASES
        ):
            weight = _HOST_TELLS
        if weight:
            announced = _ANNOUNCED if turn.section == "release" else 1.0
            yield turn.id, weight * announced, turn.paragraphs


def _key_figures(reading: Reading, turn: Turn) -> int:
    """How many key figures the turn tells: a spokesman who chairs may begin with the month's."""
    cuts = (Cut(p.id, 0, len(p.text)) for p in turn.paragraphs)
    return sum(fact.key for cut in cuts for fact in reading.facts_in(cut))


def _choose(candidates: list[Candidate]) -> list[Candidate]:
    """Greedy: the best next line, one of a speech or section used already counting for less; hardly
    less where a release has no sections, whose lines are the news of the day."""
    few = len({c.speech for c in candidates}) <= _FEW_SPEECHES
    parts = Counter(speech for speech, _ in {(c.speech, c.section) for c in candidates})
    speeches: Counter[str] = Counter()
    sections: Counter[tuple[str, int]] = Counter()

    def gain(c: Candidate) -> tuple[float, int]:
        again = _SAME_RELEASE if c.release else _SAME_SPEECH
        again = _SAME_SPEECH_OF_FEW if few else again
        again = 1.0 if not c.speech else again
        apart = _SAME_WHOLE if c.speech and c.release and parts[c.speech] == 1 else _SAME_SECTION
        repeated = again ** speeches[c.speech] * apart ** sections[c.speech, c.section]
        return c.score * repeated, -c.order

    chosen: list[Candidate] = []
    rest = sorted(candidates, key=lambda c: (-c.score, c.order))[:_POOL]
    told: list[Gist] = []
    while rest and len(chosen) < MOST:
        best = _best(rest, gain)
        if gain(best)[0] < (_TELLING if len(chosen) >= FEWEST else _PASSABLE):
            break
        rest.remove(best)
        if len(chosen) >= _FEW_WITHOUT_FIGURES and _tells_little(best):
            continue
        gist = Gist.of(best.text)
        used = [(cut.paragraph, cut.start, cut.end) for c in chosen for cut in c.cuts]
        if any(gist.like(other) for other in told) or _overlaps(best.cuts, used):
            continue
        told.append(gist)
        chosen.append(best)
        speeches[best.speech] += 1
        sections[best.speech, best.section] += 1
    return chosen


def _tells_little(candidate: Candidate) -> bool:
    """Whether the line is of words only, and none of them tells of a deed, a time or a name."""
    return candidate.score < _FAIR and not _DIGIT.search(candidate.text)


def _best(ranked: list[Candidate], gain: Callable[[Candidate], tuple[float, int]]) -> Candidate:
    """The one with the highest gain; no gain is above its score, by which they are ranked, so that
    the rest need not be asked once a score is below the best gain."""
    best, most = ranked[0], gain(ranked[0])
    for candidate in ranked[1:]:
        if candidate.score < most[0]:
            break
        if (found := gain(candidate)) > most:
            best, most = candidate, found
    return best


class Gist(NamedTuple):
    """What two lines are compared by: pairs of neighbouring characters, or words of English (which
    share most of their pairs of letters, whatever they say), numbers, and dates."""

    pairs: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]

    @staticmethod
    def of(text: str) -> Gist:
        """The gist of a line; years and months are no numbers of it."""
        if _HAN.search(text):
            pairs = frozenset(map(add, text, text[1:]))
        else:
            pairs = frozenset(_WORD.findall(text.lower())) - vocabulary("common_parts")
        numbers = frozenset(_NUMBER.findall(_DATE.sub("", text)))
        return Gist(pairs, numbers, frozenset(_DAY.findall(text)))

    def like(self, other: Gist) -> bool:
        """Whether the lines say much the same: many of the shorter one's pairs are in the other.

        Lines with other numbers (what was done, what is planned), or without numbers and of other
        days (adopted, approved), are alike only if nearly all are.
        """
        if self.numbers or other.numbers:
            differ = self.numbers and other.numbers and not self.numbers & other.numbers
        else:
            differ = self.dates and other.dates and not self.dates & other.dates
        return self.overlaps(other, _ALIKE_BUT_FOR_NUMBERS if differ else _ALIKE)

    def same(self, other: Gist) -> bool:
        """Whether one line nearly says the other."""
        return self.overlaps(other, _ALIKE_BUT_FOR_NUMBERS)

    def overlaps(self, other: Gist, least: float) -> bool:
        """Whether that share of the shorter line's pairs is in the other."""
        shorter = min(map(len, (self.pairs, other.pairs)))
        return len(self.pairs & other.pairs) >= least * max(_FEWEST_PAIRS, shorter)
