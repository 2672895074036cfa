"""Whom 答： and 嘉宾： mean that have no name, where the page leaves no doubt about it."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from exporter.transcript.labels.reading import Reading
from exporter.transcript.model import Role
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block


def name_answers(view: str, blocks: tuple[Block, ...], roster: Roster) -> tuple[Block, ...]:
    """The blocks, those labelled 答 or 嘉宾 with no name given to the one of whom the page tells
    that he answered (…新闻发言人贺兰英就…回答了记者提问) or is the guest, with a doubt; left alone
    if others have names. Whoever alone speaks under his name and is introduced alone answers
    throughout, as pages name at his first answer only."""
    guests = [name for name in roster.introduced if name not in roster.hosts]
    guest = guests[0] if len(guests) == 1 else None
    answering = min(roster.answering) if len(roster.answering) == 1 else None
    meant = _UNNAMED
    if only := _only_speaker(blocks, {*roster.answering, *guests}):
        guest, answering, meant = None, only, _UNNAMED[:1]
    elif _named(blocks, "spokesperson") or not (guest or answering):
        return blocks

    def told(block: Block) -> Block:
        if block.label is None or block.label.reading not in meant:
            return block
        called = _GUEST.search(view, block.label.start, block.label.end)
        name = guest if called and guest else answering
        title = next((t.title for t in roster.titled(name or "") if t.title), None)
        if name is None:
            return block
        return msgspec.structs.replace(
            block, speaker=name, title=title, inferred=True, doubt="transcript.named-by-lead"
        )

    return tuple(told(block) for block in blocks)


def _named(blocks: tuple[Block, ...], role: Role) -> frozenset[str]:
    """The names of those who speak in a role."""
    return frozenset(x.speaker for x in blocks if x.role == role and x.speaker)


def _only_speaker(blocks: tuple[Block, ...], told_of: set[str]) -> str | None:
    """The one spokesperson with a name, where no guest has one, the page tells of nobody
    else (`told_of`) that he answers, and his name stands at an answer only."""
    named = _named(blocks, "spokesperson")
    asked = all(
        one.role == "journalist" for one, two in pairwise(blocks) if two.speaker in named
    ) and (not blocks or blocks[0].speaker not in named)
    alone = asked and len(named) == 1 and told_of | _named(blocks, "guest") <= named
    return min(named) if alone else None


_GUEST = re.compile("嘉宾|主讲|受访|GUEST|Guest")
_UNNAMED: tuple[Reading, ...] = (Reading("answer"), Reading("office"))  # 答： · 受访者：
