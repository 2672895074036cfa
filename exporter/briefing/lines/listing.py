"""A line made of a speaker's own headings: what the list is about, then its items.

For speeches whose substance is not in figures: 水资源调查工作任务：水域空间调查。水储存量调查。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.briefing.cues import anywhere, at_start
from exporter.briefing.lines.shorten import stands_alone
from exporter.briefing.model import Cut
from exporter.briefing.speech.clauses import read_clauses
from exporter.briefing.speech.pieces import Line, Part
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import count_words, word_worth

_WORTH, _MOTTOES = 0.7, 0.2
_ACTS = re.compile(
    r"(?:进一步|持续|全力|着力|大力|深入|加快|不断|切实|全面|积极)*"
    r"(?:弘扬|丰富|传承|激活|打响|推动|促进|助力|助推|确保|提升|提高|增强|加强|强化|完善|健全|优化|创新|坚持|突出|抓|做[好大强优]|强)"
)
_FEWEST = 3
_LONGEST_ITEM = 26
_LONGEST_TOPIC = 40
_RESPECTS = ("上", "方面", "中")


def listings(reading: Reading, parts: Sequence[Part]) -> Iterator[Line]:
    """A line for each run of three or more short headings of one level that says what it lists."""
    for first, run in _runs(reading, parts):
        topic = _topic(reading, parts[first - 1]) if first else ()
        items = tuple(part.heading for part in run if part.heading)
        if all(_names_only(reading, item) for item in items):
            continue
        cuts = _fit(reading, topic, items) if topic else ()
        text = "".join(map(reading.text, cuts))
        if cuts and stands_alone(text):
            slogans = min(0.0, word_worth(count_words(text)))
            yield Line(cuts, text, (_MOTTOES if _are_mottoes(reading, items) else _WORTH) + slogans)


def _are_mottoes(reading: Reading, items: Sequence[Cut]) -> bool:
    """Whether the items only say what is to be done in general (弘扬美食文化, 促进消费升级), or
    are made alike for the ear (传承固本夯基础, 跳出产地做市场)."""
    lengths = {len(reading.text(item).rstrip("，：。；")) for item in items}
    if len(lengths) == 1 and len(items) > _FEWEST:
        return True
    acting = sum(bool(_ACTS.match(text)) for text in map(reading.text, items))
    return 2 * acting > len(items)


def _names_only(reading: Reading, item: Cut) -> bool:
    """Whether an item names a respect (赛制组织上) and says nothing of it."""
    return reading.text(item).rstrip("，：。").endswith(_RESPECTS)


def _runs(reading: Reading, parts: Sequence[Part]) -> Iterator[tuple[int, list[Part]]]:
    """The index of the first part of each run, and the run."""
    start = 0
    for end in range(1, len(parts) + 1):
        if end < len(parts) and _goes_on(reading, parts[start], parts[end]):
            continue
        if _item_level(reading, parts[start]) and end - start >= _FEWEST:
            yield start, list(parts[start:end])
        start = end


def _goes_on(reading: Reading, first: Part, part: Part) -> bool:
    """Whether the part is of the same list as the first one."""
    return not part.opens and _item_level(reading, part) == _item_level(reading, first)


def _item_level(reading: Reading, part: Part) -> int:
    """The level of a part whose heading can be an item of a list, 0 for any other."""
    if part.heading is None or not part.level:
        return 0
    short = part.heading.end - part.heading.start <= _LONGEST_ITEM * reading.scale
    return part.level if short else 0


def _topic(reading: Reading, part: Part) -> tuple[Cut, ...]:
    """What the list is about: the heading above it, or what the sentences before it say."""
    if part.heading and not part.sentences:
        return (part.heading,)
    if not part.sentences:
        return ()
    last = _said(reading, part.sentences[-1])
    if not last or not at_start("signpost_alone").match(reading.text(last[0])):
        return last
    before = _said(reading, part.sentences[-2])[:1] if len(part.sentences) > 1 else ()
    return (*before, *last) if before else ()


def _said(reading: Reading, sentence: Cut) -> tuple[Cut, ...]:
    """The clause of a sentence that says what it is about; all of it when it ends with a colon."""
    row = [clause for clause in read_clauses(reading, sentence) if not clause.courtesy]
    while len(row) > 1 and (row[0].preamble or row[0].opener) and row[1].starts:
        row = row[1:]
    if not row or not row[0].starts or row[0].counts.slogans > 1:
        return ()
    longest = _LONGEST_TOPIC * reading.scale
    if row[-1].text.endswith(("：", ":")) and row[-1].cut.end - row[0].cut.start <= longest:
        return tuple(clause.cut for clause in row)
    whole = (row[0].ends or len(row) == 1) and not row[0].preamble
    tells = anywhere("list_topic").search(row[0].text) and not row[0].worths
    return (row[0].cut,) if whole and tells and len(row[0].text) <= longest else ()


def _fit(reading: Reading, topic: tuple[Cut, ...], items: Sequence[Cut]) -> tuple[Cut, ...]:
    """The topic with all its items; nothing when they are too long (a list is not cut short)."""
    length = sum(cut.end - cut.start for cut in (*topic, *items))
    return (*topic, *items) if length <= reading.hard else ()
