"""A speech's own structure: its headings (一、, （一）, 一是) and the sentences under each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from exporter.briefing.cues import at_start
from exporter.briefing.cues import words as words_of
from exporter.briefing.model import Cut
from exporter.briefing.sentences import balanced
from exporter.briefing.speech.clauses import enumerator, is_courtesy, trim
from exporter.briefing.speech.pieces import Part
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Paragraph

LONGEST_HEADING = 40
_RESPECT = re.compile(r"在?([^，。在]{3,16}?)(?:方面|(?<![线网以向至之])上)[，,：:。]?")
_OWN_WORDS = 3
_TIME = re.compile(r"截至|近年来|20\d\d年|今年")
_FIRST = re.compile(r"[（(]?一[）)、是]|第一|首先|1[.．、]|[Ff]irst")


def outline(reading: Reading, paragraphs: Iterable[Paragraph]) -> tuple[Part, ...]:
    """The parts of a speech, in order; no sentence is in two."""
    parts: list[Part] = []
    for paragraph in paragraphs:
        for part in _known(reading, paragraph):
            if part.level or part.opens or not parts:
                parts.append(part)
            else:
                last = parts[-1]
                parts[-1] = last._replace(sentences=last.sentences + part.sentences)
    return tuple(parts)


def _known(reading: Reading, paragraph: Paragraph) -> tuple[Part, ...]:
    """The parts that a paragraph holds, read once; words left open at its end are no speech."""
    if paragraph.id not in reading.parts:
        *parts, last = list(_parts(reading, paragraph)) or [Part(0, None, ())]
        if last.sentences and reading.is_left_open(last.sentences[-1]):
            last = last._replace(sentences=last.sentences[:-1])
        reading.parts[paragraph.id] = (*parts, last)
    return reading.parts[paragraph.id]


def _parts(reading: Reading, paragraph: Paragraph) -> Iterator[Part]:
    """The parts that a paragraph holds, also those that start in the middle of it."""
    level, heading, body, opens = 0, None, list[Cut](), False
    for number, sentence in enumerate(reading.sentences(paragraph)):
        if (level or number == 0) and at_start("turns_to").match(reading.text(sentence)):
            if body or level:
                yield Part(level, heading, tuple(body), opens)
            level, heading, body, opens = 0, None, [sentence], True
            continue
        mark = enumerator(reading.text(sentence))
        declared = paragraph.level if number == 0 else 0
        if (not mark and not declared) or is_courtesy(reading.text(sentence)):
            body.append(sentence)
            continue
        if body or level:
            yield Part(level, heading, tuple(body), opens)
        level = declared or _level(reading.text(sentence))
        heading, rest = _heading(reading, sentence, level, paragraph.heading if number == 0 else 0)
        opens = bool(_FIRST.match(reading.text(sentence)))
        if heading and rest and enumerator(reading.text(rest)):
            yield Part(level, heading, (), opens)
            level, opens = _level(reading.text(rest)), bool(_FIRST.match(reading.text(rest)))
            heading, rest = _heading(reading, rest, level, 0)
        body = [rest] if rest else []
    if body or level:
        yield Part(level, heading, tuple(body), opens)


def _level(text: str) -> int:
    """The level of an enumerator that stands inside a paragraph."""
    if text[:1] in "（(":
        return 2
    if text[:1].isdigit():
        return 3
    return 1 if "、" in text[: enumerator(text)] else 4


def _heading(
    reading: Reading, sentence: Cut, level: int, declared: int
) -> tuple[Cut | None, Cut | None]:
    """The heading in an enumerated sentence, and what the sentence says besides."""
    words = trim(reading, sentence)
    if at_start("signpost").search(reading.text(words)):
        return None, words
    if declared and words.start < sentence.start + declared:
        end = min(sentence.start + declared, sentence.end)
        if level == 1 and end == sentence.end and end - words.start > LONGEST_HEADING // 2:
            heading, rest = _glued(reading, words)
            if heading and rest and balanced(reading.text(heading)):
                return heading, rest
        rest = Cut(sentence.paragraph, end, sentence.end) if end < sentence.end else None
        return _topic_of(reading, Cut(sentence.paragraph, words.start, end)), rest
    if level == 2 and (end := _doubled(reading.text(words))):
        at = words.start + end
        return Cut(words.paragraph, words.start, at), Cut(words.paragraph, at, words.end)
    short = words.end - words.start <= LONGEST_HEADING and not reading.facts_in(words)
    if short and not (level == 1 and _runs_on(reading.text(words))):
        return _topic_of(reading, words), None
    if level == 1:
        return _glued(reading, words)
    first, *others = reading.clauses(words)
    short = first.end - first.start <= LONGEST_HEADING // 2
    if level == 4 and short and not reading.facts_in(first):
        return _topic_of(reading, first), _joined(others)
    return None, words


def _topic_of(reading: Reading, heading: Cut) -> Cut:
    """The heading, of words like （在）赛道设置上， only the topic."""
    found = _RESPECT.fullmatch(reading.text(heading))
    if not found:
        return heading
    return Cut(heading.paragraph, heading.start + found.start(1), heading.start + found.end(1))


def _glued(reading: Reading, words: Cut) -> tuple[Cut | None, Cut | None]:
    """A heading that runs into its text without a mark (一、立法背景乡村清洁工作是 …).

    It ends with a noun that headings end with; where there is none, the clause is given up.
    """
    if length := _runs_on(reading.text(words)):
        end = words.start + length
        return Cut(words.paragraph, words.start, end), Cut(words.paragraph, end, words.end)
    return None, _joined(list(reading.clauses(words)[1:]))


def _runs_on(text: str) -> int:
    """The length of a heading that its text follows without a mark, 0 for none; a noun within a
    title (《支持计划实施办法》) ends no heading."""
    found = _heading_end().match(text)
    return found.end() if found and balanced(found.group()) else 0


def _doubled(text: str) -> int:
    """The length of a heading whose text, without a mark between, starts with the heading's own
    words or with a time (水环境质量状况水环境质量稳步改善, 空气质量状况截至5月31日); 0 for none."""
    found = _heading_end().match(text)
    if not found or found.end() == len(text):
        return 0
    again = text.startswith(text[:_OWN_WORDS], found.end()) or _TIME.match(text, found.end())
    return found.end() if again else 0


@cache
def _heading_end() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, words_of("heading_nouns")))
    return re.compile(rf"[^，。；：]{{2,40}}?(?:{nouns})(?![，。、的和及与方上工])")


def _joined(clauses: list[Cut]) -> Cut | None:
    """The clauses after one that a heading without a mark runs into; ``None`` if there are none."""
    if not clauses:
        return None
    return Cut(clauses[0].paragraph, clauses[0].start, clauses[-1].end)
