"""What an English question is about, in few words: the noun that it asks *about*, or its own clause
without what leads to it and what else is asked."""

from __future__ import annotations

import re

from exporter.briefing.model import Cut, Excerpt
from exporter.briefing.speech.reading import Reading

LONGEST = 90
"""The longest topic, in letters."""
_FEWEST = 4  # words without which a question says nothing by itself
_SENTENCE = re.compile(r"[.?!][”\"’']? (?=[A-Z“\"])")
_LED = re.compile(
    r"^(?:and |but |so |just |first(?:ly)? |a )[a-z' -]{3,40}[:,] (?=[a-z])", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:about|regarding|concerning|(?:comments?|details|updates?|information|position|views?"
    r"|reaction|response|light|thoughts) (?:on|to)) "
    r"(?:the |any |this |our |your )?(?P<matter>(?![^ ]+ing )[^,;:?]{4,80}?)"
    r"(?=[,;:?]| and (?:how|what|when|why|where|who|whether|which|if|do|does|is|are|can|will|would"
    r"|has|have)\b| (?:this|last|next) (?:week|month|year|morning)\b| (?:yesterday|today|now)\b)"
)
_NO_MATTER = re.compile(
    r"^(?:that|this|it|them|those|these|him|her|us|you|whether|how|why|if|when|where|what|who"
    r"|days|weeks|half|an? (?:third|quarter|dozen|hundred|thousand|million)|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)\b|^[$€£¥]?[0-9][0-9,.]*[ %]"
)
"""No matter of its own, or a number that is only *about* so much (why about 300 people left)."""
_MORE_ASKED = re.compile(
    r",? (?:and|or|but) (?:how|what|when|why|where|who|whether|which|do|does|did|is|are|was|were"
    r"|can|could|will|would|has|have|if|should)\b|, (?:and|or|but) "
)
# Of what was said before: Is that correct? · Will you name them? · What is your comment?
_LEANS = re.compile(
    r"\b(?:that(?=[?.,]| true\b| correct\b| change\b)|this(?=[?.,])|it|they|them|these|those|he|she"
    r"|him|her|there(?=\?)|your (?:comment|response|reaction)|you respond|say to)\b",
    re.IGNORECASE,
)


def matter(reading: Reading, question: Excerpt) -> Excerpt | None:
    """The question as a topic of at most `LONGEST` letters; what was said before it where it only
    points to that; none where it can't be told so shortly. A Chinese question, which is short, is
    its own topic, and so is a heading."""
    if not reading.english or not question.text.endswith("?"):
        return question
    last = question.cuts[-1]
    text = reading.text(last)
    starts = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    start = starts[-1]
    if (about := _ABOUT.search(text, start)) and not _NO_MATTER.match(about.group("matter")):
        return _cut(reading, last, *about.span("matter"))
    led = _LED.match(text[start:])
    begin = start + (led.end() if led is not None else 0)
    more = _MORE_ASKED.search(text, begin)
    end = more.start() if more is not None else len(text)
    asked = text[begin:end]
    if not _LEANS.search(asked) and len(asked.split()) >= _FEWEST:
        return _cut(reading, last, begin, end, asks=True) if end - begin <= LONGEST else None
    before = starts[-2] if len(starts) > 1 else start
    told = text[before:start]
    tells = "?" not in told and not _LEANS.search(told) and 0 < start - before <= LONGEST
    return _cut(reading, last, before, start) if tells else None


def _cut(reading: Reading, cut: Cut, start: int, end: int, *, asks: bool = False) -> Excerpt:
    said = reading.text(cut)[start:end]
    start += len(said) - len(said.lstrip())
    part = Cut(cut.paragraph, cut.start + start, cut.start + start + len(said.strip()))
    return reading.excerpt([part], question=asks)
