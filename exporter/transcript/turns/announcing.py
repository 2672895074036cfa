"""What a spokesperson announces at the top of a regular press conference, before the first question
and without a label: ``应国务院总理邀请，…将于4月12日至15日对中国进行正式访问。``

Only one person can have said it: who gives every answer on the page, and whom its title or its lead
names as the one who holds the conference.
"""

from __future__ import annotations

import re

from exporter.transcript.clocks import CLOCK
from exporter.transcript.people.names import HAN, is_name, split_title_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import hand_over, sentences

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
        return _welcome(view, blocks, end)
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    name = found["name"]
    return (Block(start, end, role="host", speaker=name, section="opening", inferred=True),)


# 各位媒体朋友： / 大家好！欢迎参加…。首先，请柯恺先生介绍情况。
_GREETS = re.compile(
    rf"^ *(?:{CLOCK} *)?(?=(?:尊敬的)?(?:各位|女士们|先生们|记者朋友|媒体朋友|新闻界"
    "|大家(?:上午|下午|早上|晚上)?好))",
    re.MULTILINE,
)
_PRESENTS = re.compile("欢迎|举行|召开|出席|邀请")
_I_AM = re.compile("我是(?P<who>[^，。！？；：\n]{4,40})[，。！]")


def _welcome(view: str, blocks: tuple[Block, ...], end: int) -> tuple[Block, ...]:
    """The host's opening without a label: from the greeting to the first label, if it welcomes to
    the meeting and hands over; under his name if he gives it or one person only presides."""
    start = _GREETS.search(view, 0, end)
    words = view[start.end() : end].rstrip() if start else ""
    said = list(sentences(words, max(0, len(words) - _HANDING), len(words)))
    if not (_PRESENTS.search(words) and any(hand_over(x.words) for x in said[-2:])):
        return ()
    own = _I_AM.search(words)
    person = split_title_name(own["who"]) if own else None
    hosts = {block.speaker for block in blocks if block.role == "host" and block.speaker}
    calls = [call for x in said[-2:] if (call := hand_over(x.words))]
    if not hosts and all(call.what in ("提问", "举手") for call in calls):
        # who speaks alone to the press opens it himself
        hosts = {block.speaker or "" for block in blocks if block.role != "journalist"}
        if any(each and each in words for each in hosts):  # 有请柯恺先生接受提问: another opens
            hosts = set()
    name = person.name if person else (min(hosts) or None) if len(hosts) == 1 else None
    at = start.end() if start else end
    title = person.title if person else None
    return (
        Block(at, end, role="host", speaker=name, title=title, section="opening", inferred=True),
    )


# 以下为财政司司长柯恺今晚出席座谈会后与记者谈话的内容：, alone in its line
_LEADS = re.compile(
    r"^ *以下[是为][^\n]{4,200}(?:[谈讲][话話]|发言|答问)[^\n。]{0,16}[：:] *$", re.MULTILINE
)
_FEWEST = 40  # characters of a speech


def _led(above: str, name: str) -> bool:
    """Whether the page's lead, which ends in a colon, names the one who speaks, and he does below
    it."""
    lead = _LEADS.search(above)
    below = above[lead.end() :].strip() if lead else ""
    return lead is not None and name in lead[0] and len(below) > _FEWEST and below.endswith(_STOPS)


def _below_lead(view: str, blocks: tuple[Block, ...], name: str, end: int) -> tuple[Block, ...]:
    """What stands between the lead and the first question, as his who answers all of them."""
    lead = _LEADS.search(view, 0, end)
    start = lead.end() if lead else end
    speaking = next(block for block in blocks if block.speaker == name)
    return (
        Block(start, end, role=speaking.role, speaker=name, title=speaking.title, inferred=True),
    )


# Spokesperson Lin Bo's Regular Press Conference: nobody else announces anything in it
_OWN = re.compile(r"['’]s (?:\w+ ){0,2}(?:Press|News|Media) (?:Conference|Briefing)\b|例行记者会")
_HANDING = 160  # characters at the end of an opening in which it hands over


def announced(
    view: str, blocks: tuple[Block, ...], title: str, roster: Roster
) -> tuple[Block, ...]:
    """The turn before the first of `blocks`, if one is announced there; else none."""
    if not blocks or blocks[0].role != "journalist" or blocks[0].label is None:
        return ()
    answering = {block.speaker or "" for block in blocks if block.role != "journalist"}
    held = {each for each in answering if each and each in title} if _OWN.search(title) else set()
    name = min(answering) if len(answering) == 1 else min(held) if len(held) == 1 else ""
    end = blocks[0].label.start
    if name and _led(view[:end], name):
        return _below_lead(view, blocks, name, end)
    if not name or not (name in title or name in roster.hosts):
        return ()
    start = end
    for line in reversed(view[:end].split("\n")):
        words = line.strip()
        if words and (
            len(words) < _SHORTEST
            or not words.endswith(_STOPS)
            or name in words  # nobody calls himself so
            or _NARRATES.search(words)
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
