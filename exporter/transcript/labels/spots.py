"""Words before a colon that may be a label, and what the record as a whole says for them: a name
that is known, a label that recurs, a place right behind a question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from exporter.transcript.cues import GREETING
from exporter.transcript.labels.bare import asks
from exporter.transcript.labels.label import Label, before_in_line
from exporter.transcript.people.names import is_name
from exporter.transcript.people.offices import OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import SINGLE
from exporter.transcript.turns.speakers import Addresses, known_people

_NAMED = 200_000  # characters in which the media are named


class Spot(NamedTuple):
    """The words before a colon: where they start, where the label starts, what it reads."""

    label: Label
    words: str


def believed_spots(spots: list[Spot], view: str, roster: Roster, others: int) -> Iterator[Spot]:
    """The spots that the record as a whole bears out: those of three points."""
    often = Counter(spot.words for spot in spots)
    sure = sum(_is_sure(spot, often, roster) for spot in spots) + others
    asked, begun = False, others > 0
    announced = cache(partial(_announced, view))
    # whether the page names one with just this office (以下是行政長官…的談話內容)
    titles = frozenset(t.title for name in roster for t in roster.titled(name))
    held = cache(partial(_held, titles))
    called = cache(partial(_called, known_people(roster)))
    paired = frozenset(_pairs(spots, view))
    talking = _talking(spots, view)
    for spot in spots:
        label = spot.label
        weight = label.weight + 2 * (label.start in paired)
        weight += 2 * _follows_question(view, label, asked=asked)
        weight += 2 * _is_of_page(label, roster)
        weight += often[spot.words] > 1
        weight += spot.words in talking
        office = label.reading.kind == "office"
        holds = office and (held(label.reading.title) or called(label.reading.title))
        told = office and begun and often[spot.words] == 1 and not (holds or asked)
        told = told and _told(view, label)
        weight += sure > 1 and label.weight > 1 and not (told or _may_be_word(label))
        if office:
            opens = _opens_line(view, label) or (holds and _behind_sentence(view, label))
            weight += opens and (asked + 2 * holds)
        weight += 2 * (label.reading.kind == "outlet" and asks(view, label.end))
        weight += 2 * (_hails(view, label) or (sure > 2 and _greets(view, label)))
        weight += label.reading.kind == "outlet" and announced(label.reading.outlet)
        if weight >= 3:
            asked = label.reading.kind in ("reporter", "outlet", "question")
            begun = True
            yield Spot(label._replace(weight=weight), spot.words)


def _is_sure(spot: Spot, often: Counter[str], roster: Roster) -> bool:
    """Whether a spot needs no other to be a label: it is clear by itself, or one that begins a line
    recurs or names somebody known."""
    known = often[spot.words] > 1 or spot.label.reading.name in roster
    return spot.label.weight >= 3 or (spot.label.weight == 2 and known)


def _is_of_page(label: Label, roster: Roster) -> bool:
    """Whether a label is the name of somebody whom the page knows, or of several at once."""
    several = "、" in label.reading.title
    known = label.reading.kind == "name" and label.reading.name in roster
    return known or (several and any(each in roster for each in label.reading.title.split("、")))


_TALKS = 3  # times that each of two speaks, at least, where nothing else shows that they do
_SENTENCE = re.compile("[。！？]")


def _talking(spots: list[Spot], view: str) -> frozenset[str]:
    """The names that nothing else proves, of people who speak by turns: each at least thrice, no
    one twice in a row, and sentences behind all of them (a talk of two run on in one line)."""
    said = [spot for spot in spots if spot.label.reading.kind in ("name", "person")]
    often = Counter(spot.words for spot in said)
    by_turns = [x for x in said if often[x.words] >= _TALKS]
    if len({x.words for x in by_turns}) < 2 or 2 * len(by_turns) < len(said):
        return frozenset()
    for one, two in pairwise(by_turns):
        between = view[one.label.end : min(two.label.start, one.label.end + _SPEECH)]
        if one.words == two.words or not _SENTENCE.search(between):
            return frozenset()
    return frozenset(x.words for x in by_turns)


_SPEECH = 400  # characters in which a speech has a stop


def _may_be_word(label: Label) -> bool:
    """Whether a label is a name of two characters and nothing else, as many words look like
    (``线路：``): the page must name or greet so, or repeat it."""
    return label.reading.kind == "name" and len(label.reading.name) == _SHORT


_SHORT = 2  # characters of the shortest names


def _held(titles: frozenset[str], office: str) -> bool:
    """Whether the page names one with this office, whatever body stands before it."""
    return any(
        title.endswith(office) and not title.removesuffix(office).endswith(("副", "原", "前"))
        for title in titles
    )


def _called(known: Addresses, office: str) -> bool:
    """Whether somebody of the page is called so, by his surname and office (``罗局：``)."""
    return office[:1] in SINGLE and len(office) <= _CALLED and known.resolve(office) is not None


_CALLED = 6  # characters of a surname with an office


def _pairs(spots: list[Spot], view: str) -> Iterator[int]:
    """Where the labels of a question and its answer start (``问：…？答：…``), one behind the other
    and a question mark between them."""
    for one, two in pairwise(spots):
        kinds = (one.label.reading.kind, two.label.reading.kind)
        if kinds == ("question", "answer") and view[
            max(0, two.label.start - 4) : two.label.start
        ].rstrip(" \n”").endswith("？"):
            yield from (one.label.start, two.label.start)


def _announced(view: str, outlet: str) -> bool:
    """Whether the host names the outlet among the media (昭通日报、昭通广播电视台、…)."""
    listed = (f"{outlet}、", f"、{outlet}")
    return any(view.find(words, 0, _NAMED) >= 0 for words in listed)


def _opens_line(view: str, label: Label) -> bool:
    """Whether nothing stands before the label in its line."""
    return not before_in_line(view, label)


def _told(view: str, label: Label) -> bool:
    """Whether an office that nobody here holds is likely to stand within a speech (``书记：要抓好
    秋收。``): it is not asked or called right before, and no greeting or thanks follow."""
    before = view[max(0, label.start - 8) : label.start].rstrip("\n ”")
    called = label.reading.title[-2:] in before  # 主席：局长。 / 水务局局长：不会。
    put = before.endswith(("？", "谢谢。", "谢谢！")) or GREETING.match(view, label.end) or called
    return _OFFICE_ALONE.search(label.reading.title) is not None and not put


_OFFICE_ALONE = re.compile(f"{OFFICE}$")


def _behind_sentence(view: str, label: Label) -> bool:
    """Whether a sentence ends right before the label, or the lead with its colon."""
    before = view[max(0, label.start - 4) : label.start].rstrip(" ”）")
    return before.endswith(("。", "？", "！", "："))


def _follows_question(view: str, label: Label, *, asked: bool) -> bool:
    """Whether a name stands right behind what a reporter asks (`asked`), at a line's start or
    behind a question mark or thanks; behind another's words only at a line's start after a
    question."""
    before = view[max(0, label.start - 4) : label.start].rstrip("” ")
    opens = before.endswith("\n")
    before = before.rstrip("\n”")
    if not _needs_proof(label):
        return False
    if asked:
        return opens or before.endswith(("？", "谢谢。", "谢谢！"))
    return opens and before.endswith("？")


# 王芳：大家好，… · 王芳：主持人好！…, at the start of a line: only a speaker hails those who listen
_HAILS = re.compile(
    r"\s*(?:好的?，|谢谢主持人。?|感谢主持人。?)?(?:(?:女士|先生|朋友|同志)们|各位|尊敬的|(?:记者|媒体|网友)的?朋友"
    "|新闻界|大家(?:早上|上午|中午|下午|晚上)?好|主持人[，]?(?:你|您)?(?:早上|上午|下午|晚上)?好)"
)


def _hails(view: str, label: Label) -> bool:
    """Whether a name at a line's start, known from elsewhere or not, is followed by a form of
    address to those present."""
    named = _needs_proof(label) and _opens_line(view, label)
    return named and _HAILS.match(view, label.end) is not None


def _greets(view: str, label: Label) -> bool:
    """Whether a name not known from elsewhere is followed by a greeting or thanks."""
    return _needs_proof(label) and bool(GREETING.match(view, label.end))


def _needs_proof(label: Label) -> bool:
    """Whether nothing but a name shows who is meant, or a name that no list of surnames knows."""
    said = label.reading
    strange = said.kind in ("person", "host") and bool(said.name) and not is_name(said.name)
    return said.kind == "name" or strange
