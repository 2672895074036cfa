"""Heads of one form that prove each other to be labels.

A head is the words before a text that something parts from it: an element of the page, a wide
blank. Where most heads of one form read as labels and at least two who speak are sure, the form is
that of the page's labels. Between the first and the last sure one it proves heads that nothing
else would: an outlet that nobody knows, a name without a known surname, somebody called by what he
is. What heads a part of a speech stays speech.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from exporter.transcript.cues import HEADING
from exporter.transcript.labels.known import read_set_apart
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.reading import Reading, read_asker
from exporter.transcript.lexicon import words as listed
from exporter.transcript.paragraphs import level_at
from exporter.transcript.people.names import DEEDS, HAN, is_name
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import NOT_NAMES
from exporter.transcript.turns.sense import ASKS

SURE = 2
"""Different speakers that are sure, of a form that is proved."""
_SURE = ("person", "host", "reporter", "outlet", "question", "answer")
_SPEAKS = (*_SURE, "name", "office", "reader", "body")
_ASKING = ("reporter", "outlet", "question")
_QUESTION = 500  # characters of the longest question
_ASKED = re.compile("[？吗呢]")
_NARRATORS = frozenset(listed("labels", "narrators"))
_NAME = re.compile(f"{HAN}{{2,4}}")
# 柯恺（海州在线） · 海州在线（柯恺）
_IN_BRACKETS = re.compile(r"(?P<first>[^（）]{2,16}) ?（(?P<second>[^（）]{2,20})）")
_ROLE = re.compile(
    "^(?:记者|媒体|提问|追问|问)[ ：·]{0,3}|[ ：·]{0,3}(?:记者|媒体)?(?:提问|追问|发问|问)$"
    "|[ ·]{0,3}记者$"
)
# What heads a part of a speech or of the page: 总体情况 · 下一步打算 · 第二个问题 · 图片新闻
_PART = re.compile(
    "[的了是在有和与及就被把让要，“”？！]|如下|方面|关于|问题|第[一二三四五六七八九十]|情况|工作|措施|成效|目标"
    "|背景|打算|安排|任务|重点|特点|亮点|内容|要求|原则|链接|图片|视频|新闻$|来源|编辑|时间|地点|日期|字号|阅读|\\d"
)


class Head(NamedTuple):
    """The words of a head, where they start, and where the text behind them starts."""

    start: int
    end: int
    words: str


def proved(
    view: str, heads: list[Head], roster: Roster, weight: int, *, strict: bool = False
) -> list[Label]:
    """The labels among the heads of one form, in order; none if they don't prove it. `strict`: the
    form is one that other words may have, too, so that what stands behind a head must bear it
    out."""
    often = Counter(label_key(head.words) for head in heads)
    said = [read_set_apart(head.words, roster) for head in heads]
    sure = [
        index
        for index, (head, reading) in enumerate(zip(heads, said, strict=True))
        if _is_sure(reading, often[label_key(head.words)], roster)
    ]
    who = {label_key(heads[index].words) for index in sure}
    if len(who) < SURE or 2 * len(sure) <= sure[-1] - sure[0]:
        return []
    labels: list[Label] = []
    for index in range(len(heads)):
        head, reading = heads[index], said[index]
        if reading is None or reading.kind not in _SPEAKS or index not in sure:
            stop = heads[index + 1].start if index + 1 < len(heads) else len(view)
            before = labels[-1].reading if labels else None
            near = sure[0] <= index <= sure[-1] + 1
            reading = _borne_out(view, head, stop, reading, before, often) if near else None
            reading = reading if reading and not (strict and _is_doubtful(reading)) else None
        if reading:
            labels.append(Label(head.start, head.end, reading, weight))
    return labels


def _is_sure(said: Reading | None, often: int, roster: Roster) -> bool:
    """Whether a reading needs no form to prove it."""
    if said is None:
        return False
    return said.kind in _SURE or (said.kind == "name" and (said.name in roster or often > 1))


def _borne_out(
    view: str,
    head: Head,
    stop: int,
    said: Reading | None,
    before: Reading | None,
    often: Counter[str],
) -> Reading | None:
    """What a head says that only its form shows to be a label; ``None`` if it heads something
    else."""
    words = head.words
    if level_at(view, head.start) or _is_heading(words) or not view[head.end : stop].strip():
        return None
    of_somebody = said is not None and said.kind == "name" and "（" in words  # 柯恺（北岭观察）
    if said and said.kind in ("name", "office", "body") and not of_somebody:
        return said
    if not (before and before.kind in _ASKING) and _asks(view, head.end, stop):
        return asker(words)
    if said:
        return said
    if _PART.search(words) or words in NOT_NAMES or words in _NARRATORS or words.endswith(DEEDS):
        return None
    if often[label_key(words)] > 1 and _NAME.fullmatch(words):
        return Reading("name", words)
    return Reading("office", title=words)


def _is_doubtful(said: Reading) -> bool:
    """Whether nothing but the form of a head shows whom it means."""
    return said.kind not in ("reporter", "outlet", "question")


def _is_heading(words: str) -> bool:
    """Whether the words are a heading between the speeches (媒体提问) and nothing more."""
    heading = HEADING.match(words)
    return heading is not None and heading.end() == len(words)


def _asks(view: str, start: int, stop: int) -> bool:
    """Whether a question stands there and nothing else."""
    if stop - start > _QUESTION:
        return False
    return bool(_ASKED.search(view, start, stop) or ASKS.search(view, start, stop))


def asker(words: str) -> Reading | None:
    """Who asks: an outlet and perhaps a name, in brackets or not, known or not."""
    plain = _ROLE.sub("", words.strip("《》"))
    if said := read_asker(plain):
        return said
    if parts := _IN_BRACKETS.fullmatch(plain):
        name, outlet = parts["first"], parts["second"]
        name, outlet = (name, outlet) if is_name(name) else (outlet, name)
        if is_name(name) and not ONE_OFFICE.search(outlet):
            return Reading("reporter", name, outlet=outlet)
    if is_name(plain):
        return Reading("name", plain)
    return Reading("reporter", outlet=plain) if 2 < len(plain) <= 16 else None
