"""What replies to the question in a spoken answer, though it may hold no figure.

Spoken answers say their yes or no, their reason or their way in plain words and give figures
besides (可以高兴，不能松气。…沙尘过程9次): the figures alone would be no answer. A sentence replies
that takes up the words of the question, takes a stand where yes or no is asked, tells a number
where that is asked, or names a way where that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.briefing.cues import anywhere_of, at_start, vocabulary
from exporter.briefing.lines.wordy import is_saying
from exporter.briefing.model import Cut
from exporter.briefing.sentences import balanced
from exporter.briefing.speech.clauses import finished, is_courtesy, trim
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import count_words

_FEWEST, _SHORT_WORD = 4, 12
_ECHO, _ECHO_OF_WORD, _MOST_ECHOES = 0.35, 0.5, 3
_STAND, _NUMBER, _WAY, _FIRST = 1.0, 1.0, 1.0, 0.5
_REPLIES = 1.0
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
_NUMERAL = re.compile(r"\d|[一二三四五六七八九十百千万两]{2,}|[零一二三四五六七八九十两]分之")
_ANNOUNCES = re.compile(
    r"(?:[了有出]|主要)(?:[一两三四五六七八九十]|\d{1,2})(?:条|个|项|件|点|招|步)[^，。：]{0,4}"
    r"(?:规定|方面|办法|措施|举措|安排|工作|[件情]?事|要求|特点|原则|原因|环节|步骤)[。：]$|"
    r"有[一两三四五六七八九十几](?:条|点)[。：]$"
)
"""What says only how many follow: 出台了三条硬规定。"""
_OR_NOT = re.compile(r"([\u4e00-\u9fff])[不没]\1")
_YES_OR_NO = "有能会是可没不行对"


class Asked(NamedTuple):
    """What a question asks for. `parts` are pairs of neighbouring characters, or stems of words,
    that its answer may take up."""

    parts: frozenset[str]
    polar: bool
    number: bool
    way: bool


def asked(question: str) -> Asked:
    """What the words of a question turn, in Simplified script or English, ask for."""
    return Asked(
        parts=frozenset(_parts(question)),
        polar=bool(anywhere_of("asks_yes_or_no").search(question)),
        number=bool(anywhere_of("asks_number").search(question)),
        way=bool(anywhere_of("asks_way").search(question)),
    )


def _parts(text: str) -> Iterator[str]:
    common = vocabulary("common_parts")
    for run in _HAN.findall(text):
        pairs = (run[i : i + 2] for i in range(len(run) - 1))
        yield from (pair for pair in pairs if pair not in common)
    words = (word for word in _WORD.findall(text.lower()) if word not in common)
    yield from (word[:_STEM] for word in words)


def replies(
    reading: Reading, sentences: Sequence[Cut], question: Asked, most: int
) -> list[tuple[Cut, ...]]:
    """The sentences that reply, at most so many, best first; a long one ends where it can."""
    ranked: list[tuple[float, int, Cut]] = []
    first = True
    for place, sentence in enumerate(sentences):
        words = trim(reading, sentence)
        if not _may_reply(reading, words):
            continue
        worth = _worth(reading.text(words), question) + (_FIRST if first else 0.0)
        first = False
        if worth >= _REPLIES and (cut := _fitting(reading, words)):
            ranked.append((-worth, place, cut))
    return [(cut,) for _, _, cut in sorted(ranked, key=lambda entry: entry[:2])[:most]]


def _may_reply(reading: Reading, words: Cut) -> bool:
    """Whether the words say something of the matter: no courtesy, no praise of the question, no
    question, no example, no slogan."""
    text = reading.text(words)
    if len(text) < _FEWEST or text.endswith(("？", "?")) or is_courtesy(text):
        return False
    aside = at_start("on_question").match(text) or at_start("example").match(text)
    if aside or at_start("preamble").match(text) or count_words(text).slogans:
        return False
    nothing = keeps_house(text) or anywhere_of("tells_nothing").search(text)
    nothing = nothing or at_start("signpost").search(text)
    return not nothing and not announces(text) and not is_saying(text)


def keeps_house(text: str) -> bool:
    """Whether the words call on somebody, close the conference, or lead up to a story."""
    if at_start("housekeeping").match(text):
        return True
    may = text[:1].isascii() or "最多的" in text
    return may and anywhere_of("closings").search(text) is not None


def announces(text: str) -> bool:
    """Whether a sentence says only how many follow it."""
    return bool(_ANNOUNCES.search(text))


def _worth(text: str, question: Asked) -> float:
    taken = question.parts & set(_parts(text))
    weight = _ECHO if _HAN.search(text) else _ECHO_OF_WORD
    worth = weight * min(_MOST_ECHOES, len(taken))
    worth += _STAND if question.polar and takes_stand(text) else 0.0
    worth += _NUMBER if question.number and _NUMERAL.search(text) else 0.0
    return worth + (_WAY if question.way and anywhere_of("names_way").search(text) else 0.0)


def takes_stand(text: str) -> bool:
    """Whether the words say yes or no to something."""
    return bool(anywhere_of("takes_stand").search(_OR_NOT.sub("", text)))


def is_verdict(text: str, question: Asked, scale: int) -> bool:
    """Whether a first sentence is a yes or no: a few words that take up the question's (放宽了。
    of 条件有没有放宽), or start with those of a yes or no."""
    if at_start("verdict").match(text):
        return True
    if not question.polar or len(text) > _SHORT_WORD * scale or at_start("on_question").match(text):
        return False
    return text[:1] in _YES_OR_NO or not question.parts.isdisjoint(_parts(text))


def _fitting(reading: Reading, words: Cut) -> Cut | None:
    """The words, up to the last clause that still fits; ``None`` where they can't be cut so."""
    end = words.end
    if end - words.start > reading.hard:
        row = [c for c in reading.clauses(words) if c.end - words.start <= reading.hard]
        while row and not _may_end(reading.text(row[-1])):
            row.pop()
        end = row[-1].end if row else words.start
    cut = Cut(words.paragraph, words.start, end)
    return cut if end > words.start and balanced(reading.text(cut)) else None


def _may_end(text: str) -> bool:
    """Whether a reply may end with this clause, although its sentence goes on."""
    return finished(text) and not at_start("condition").match(text)
