"""How a post is named between a body and a name: patterns made of the offices in ``words.toml``.

An office is modifiers or none (副, 常务副, 专职副 ...) and a base (局长, 督查 ...); the longest
match wins, so that 副总督查罗雪飞 is 副总督查 and 罗雪飞. Several may follow one another, parted by
``、`` (党组成员、副局长).
"""

from __future__ import annotations

import re

from exporter.source.alternatives import alternatives, firsts
from exporter.transcript.lexicon import any_of, words

_MODIFIERS, _BASES = words("offices", "modifiers"), words("offices", "bases")
OFFICE_STARTS = firsts(_MODIFIERS, _BASES)
OFFICE = (
    rf"(?:{OFFICE_STARTS}"
    rf"(?:{alternatives(_MODIFIERS)}){{0,4}}(?:{alternatives(_BASES)}))"
    "(?!会议|会员|办公|委员会|工作)"
)
ONE_OFFICE = re.compile(OFFICE)
# An office that closes its phrase: after it comes the end, a blank or another office.
CLOSED_OFFICE = re.compile(rf"{OFFICE}(?=$|、|，|,| |兼|和|及|（)")
WHOLE_OFFICE = re.compile(rf"{OFFICE}(?:[、兼和及]{OFFICE})*")

HONORIFICS = words("offices", "honorifics")
HONORIFIC = alternatives(HONORIFICS)
# What a label may end in when it names no person but a body (市教育局：).
BODY_END = any_of("offices", "bodies")
