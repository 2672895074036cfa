"""Outlets in English, by their names and how they end; and the words of offices."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of, words

OFFICES = re.compile(rf"\b(?:{any_of('english', 'offices')})\b", re.IGNORECASE)
# Laura Kembery, ITV: (but not: …, CEO:)
ACRONYM = re.compile(
    rf"(?!(?:CEO|CFO|CTO|COO|MP|MEP|MD|PhD|QC|KC|RN|PM|FAQ|USA?|{any_of('english', 'acronyms')})$)"
    r"(?:[A-Z]{2,6}\d?|\d[A-Z]{1,3})"  # 3AW
)
# Channel Nine · Radio Tarn · TV4
STATION = re.compile(r"(?:Channel|Radio|TV|Television) ?(?:[A-Z][\w'\-]{1,20}|\d{1,2})$")
_NAMES = frozenset(word.replace("_", " ") for word in words("english", "outlets"))
# Xinhua News Agency · Associated Press of Pakistan
_END = re.compile(rf"\b(?:{any_of('english', 'outlet_ends')})(?: of (?:the )?[A-Z].{{0,100}})?$")


def is_outlet(text: str) -> bool:
    """Whether the words are an outlet's name."""
    bare = text.removeprefix("The ").removeprefix("the ")
    return bare.casefold() in _NAMES or bool(_END.search(bare) or STATION.match(bare))
