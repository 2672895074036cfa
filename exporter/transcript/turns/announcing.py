"""What a spokesperson announces at the top of a regular press conference, before the first question
and without a label: ``应国务院总理邀请，…将于4月12日至15日对中国进行正式访问。``

Only one person can have said it: who gives every answer on the page, and whom its title or its lead
names as the one who holds the conference.
"""

from __future__ import annotations

import re

from exporter.transcript.people.names import HAN, is_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block

# A line that tells of the conference, says how the text came about, or is a date, isn't announced.
_NARRATES = re.compile(
    r"主持|例行记者会|记者会上|举行[^。]{0,20}记者会|\d{1,2}月\d{1,2}日[^。，]{0,6}[电讯](?![话息函视])|发布会|答记者问|回答了?[^。]{0,6}记者|(?:日前|近日|昨日|今日|今天)，[^。]{0,60}(?:回答|采访|专访)|实录|问答如下|以下|"
    r"[Pp]ress [Cc]onference|[Tt]ranscript|held a|[：:]$"
)
_STOPS = ("。", "！", "？", "”", ".", "!", "?", '"')
_SHORTEST = 15


# 各位网友大家好，我是主持人石雨桐。, before the first label
_HOST_OPENS = re.compile(
    r"^ *(?=[^\n]{0,40}(?:[您你大][家们]?好|各位|欢迎))[^\n]{0,160}?我是(?:今天的?|本期的?|你们的)?"
    rf"[^，。！？\n]{{0,10}}主持人，?(?P<name>{HAN}{{2,4}})(?=[，。！])",
    re.MULTILINE,
)


def hosted(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The turn before the first of `blocks` in which the host greets and gives his name, up to the
    first label; none if nobody does."""
    if not blocks or blocks[0].label is None or blocks[0].role == "host":
        return ()
    end = blocks[0].label.start
    found = _HOST_OPENS.search(view, 0, end)
    if found is None or not is_name(found["name"]):
        return ()
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    name = found["name"]
    return (Block(start, end, role="host", speaker=name, section="opening", inferred=True),)


def announced(
    view: str, blocks: tuple[Block, ...], title: str, roster: Roster
) -> tuple[Block, ...]:
    """The turn before the first of `blocks`, if one is announced there; else none."""
    if not blocks or blocks[0].role != "journalist" or blocks[0].label is None:
        return ()
    answering = {block.speaker or "" for block in blocks if block.role != "journalist"}
    name = min(answering) if len(answering) == 1 else ""
    if not name or not (name in title or name in roster.hosts):
        return ()
    end = blocks[0].label.start
    start = end
    for line in reversed(view[:end].split("\n")):
        words = line.strip()
        if words and (
            len(words) < _SHORTEST or not words.endswith(_STOPS) or _NARRATES.search(words)
        ):
            break
        start -= len(line) + 1
    start = max(0, start + 1)
    if not view[start:end].strip():
        return ()
    speaking = next(block for block in blocks if block.speaker == name)
    return (
        Block(start, end, role=speaking.role, speaker=name, title=speaking.title, inferred=True),
    )
