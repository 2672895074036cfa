"""Attributes and the things that they are of (库容 of a 冷库, 总支出 of a fund)."""

from __future__ import annotations

from exporter.briefing.quantities.lexicon import endings, openings, words


def is_owned(core: str) -> bool:
    """Whether the core is an attribute that is of a thing told before (库容, 平均票价, 总支出)."""
    head = endings("owned_heads").longest(core)
    own = core[: len(core) - len(head)]
    return bool(head) and (not own or own in words("owned_modifiers"))


def owner_of(subject: str, verb: str = "") -> str:
    """The thing without its attribute and what was done with it
    (一次性扩岗补助标准 → 一次性扩岗补助, 新建田头冷库 → 田头冷库)."""
    head = endings("owned_heads").longest(subject)
    if head and len(subject) > len(head) + 1:
        subject = subject[: -len(head)]
        own = endings("owned_modifiers").longest(subject)
        subject = subject[: len(subject) - len(own)] or subject
    verb = verb or openings("verbs").longest(subject)
    if verb and subject.startswith(verb):
        return subject if verb in words("stages") else subject[len(verb) :]
    last = "" if head else endings("verbs").longest(subject)
    return subject[: len(subject) - len(last)] or subject
