"""The verb that leads a phrase (编制完成横江、白水江 → 编制完成)."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.indicators.owning import MAKES_NOUN
from exporter.briefing.quantities.lexicon import endings, openings, words

# 運輸署已加開: who did it
_DOER = re.compile(
    r"[一-鿿]{1,8}(?:[局署部会处院司厅府关方队]|公司|政府)(?:已经?|共|累计|将|会|再)$"
)
_VERB_REACH, _TWO_VERBS = 8, 5


def inner_verb(core: str) -> str:
    """The verb with its object's place behind the clause's subject (上海累计帮扶昭通市28所学校)."""
    for at in range(max(1, len(core) - _VERB_REACH), len(core) - 1):
        verb = openings("verbs").longest(core[at:])
        if len(verb) > 1 and not core.startswith(MAKES_NOUN, at + len(verb)):
            return core[at:]
    return ""


def governing(core: str) -> str:
    """The verb before the number: all of a short core that ends with one, else the one it opens
    with (编制完成横江、白水江 → 编制完成), or none."""
    verb = endings("verbs").longest(core)
    if core in verbs() or (len(core) <= 12 and verb):
        return verb if _DOER.match(core[: len(core) - len(verb)]) else core
    return openings("verbs").longest(core)


@cache
def verbs() -> frozenset[str]:
    """The verbs of doing that lead a phrase."""
    return frozenset(words("verbs"))


def deed(core: str) -> bool:
    """Whether the core is a verb, two of them (完成整改), or tells what is left (剩下)."""
    if core in verbs():
        return True
    if len(core) > _TWO_VERBS:
        return False
    if core in words("left_over"):
        return True
    if core[2:3] in ("和", "及", "并") and core[3:] in verbs():
        return True
    return any(core[:at] in verbs() and core[at:] in verbs() for at in range(2, len(core) - 1))


@cache
def moving() -> frozenset[str]:
    """The verbs of rising and falling."""
    return frozenset({*words("rise"), *words("fall")})


def joined(verb: str, thing: str) -> str:
    return thing if thing.startswith(verb) else verb + thing
