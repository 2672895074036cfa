"""Labels of a page that glues them to the speech, told by what closes them: a bracket
(``柯恺（市水利局局长）各位好``), 记者 (``北岭站 记者请问…``), the ending of an outlet's name.

Where labels without a colon have been found, a question between them that begins with an outlet,
with who answers right behind it, is that outlet's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from exporter.source.alternatives import alternatives
from exporter.transcript.cues import CAPTIONED, SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import words
from exporter.transcript.people.names import HAN, Titled
from exporter.transcript.people.outlets import NOT_REPORTER
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.sense import ASKS, CALLS_FOR_QUESTION, OPENS_QUESTIONS

_FEWEST = 2  # labels that show how a page has them
# 柯恺（市水利局局长）各位好 · 柯恺 局长（市水利局）各位好, at a line's start or behind a stop
_CLOSED = re.compile(
    rf"[。！？…”\n](?P<words>{HAN}[^\s，。！？；：“”（）]{{1,15}}+"
    r"(?: [^\s，。！？；：“”（）]{1,16}+)? ?（[^（）\n，。！？；：“”]{2,40}）)"
    r" ?(?=[^\W\d_]|“)(?![的和与及等说在])",
)
_TOLD = re.compile(
    "表示|指出|介绍[，：说]?|强调|告诉|认为|回答|主持|出席|致辞|讲话|通报|宣布|曾|将|就|对|向|是"
)
_CLEAR = ("person", "host", "reporter")
_ASKING = ("reporter", "outlet", "question")
_CALL = 40  # characters of a sentence that calls for a question
_QUESTION = 500  # characters of a question
_REPORTER = re.compile(
    rf"[。！？…”\n](?P<outlet>{HAN}[^\s，。！？；：“”（）]{{1,13}}) ?记者"
    "(?! ?[们的从在问会，。、：了])",
)
_WEAK = frozenset(["发布", "新闻", "视频", "媒体", "网络", "通讯", "财经", "传媒", "网站", "论坛"])
_SUFFIXES = (one for one in words("outlets", "suffixes") if len(one) > 1 and one not in _WEAK)
_OUTLET = re.compile(
    rf"[。！？…”\n](?P<outlet>(?:{HAN}{{2,10}}?|《{HAN}{{2,8}}》)"
    rf"(?:{alternatives(_SUFFIXES)}))(?= ?{HAN})",
)


def closed_labels(view: str, found: list[Label], roster: Roster) -> list[Label]:
    """The labels that a bracket closes, outside those `found`; none where there is but one. Their
    people are added to `roster`."""
    taken = _Taken(found)
    labels = []
    for match in _CLOSED.finditer(view) if "（" in view else ():
        said = read_known(match["words"], roster)
        clear = said and said.kind in _CLEAR and (said.name or said.outlet)
        if said and clear and not _TOLD.match(view, match.end()) and not taken.within(match):
            labels.append(Label(match.start("words"), match.end("words"), said, 4))
    if len({label.reading for label in labels}) < _FEWEST:
        return []
    for said in (label.reading for label in labels if label.reading.kind != "reporter"):
        roster.add(Titled(said.title, said.name, said.honorific))
    return labels


def run_on_askers(view: str, found: list[Label]) -> Iterator[Label]:
    """The labels of those who ask, glued to a question, outside those `found`."""
    glued = sum(view[x.end - 1] != "：" and view[x.end : x.end + 1] != "\n" for x in found)
    if glued < _FEWEST:
        return
    taken = _Taken(found)
    for pattern in (_REPORTER, _OUTLET):
        for match in pattern.finditer(view):
            outlet = match["outlet"]
            shown = CAPTIONED.match(outlet)
            outlet = outlet[shown.end() :] if shown else outlet
            start = match.end("outlet") - len(outlet)
            told = SPEECH_IN_TITLE.search(outlet) or NOT_REPORTER.search(outlet)
            clear = pattern is _REPORTER or shown or _is_called(view, start)
            if not (told or taken.within(match)) and taken.asked(view, match, clear=bool(clear)):
                yield Label(start, match.end(), Reading("reporter", outlet=outlet), 3)


def _is_called(view: str, start: int) -> bool:
    """Whether a line begins at `start`, or the sentence before calls for a question."""
    before = view[max(0, start - _CALL) : start]
    last = re.split("[。！？…\n]", before.rstrip("。！？"))[-1]
    opens = before[-1:] in ("", "\n")
    return opens or bool(CALLS_FOR_QUESTION.search(last) or OPENS_QUESTIONS.search(last))


class _Taken:
    """The labels found so far, by their places."""

    def __init__(self, found: list[Label]) -> None:
        self._labels = sorted(found)
        self._starts = [label.start for label in self._labels]

    def within(self, match: re.Match[str]) -> bool:
        """Whether a label overlaps `match`."""
        index = bisect_left(self._starts, match.end()) - 1
        return index >= 0 and self._labels[index].end > match.start(1)

    def asked(self, view: str, match: re.Match[str], *, clear: bool) -> bool:
        """Whether a question follows, and then who answers it; of an outlet that is not `clear`
        only behind the host's words."""
        index = bisect_left(self._starts, match.end())
        if not 0 < index < len(self._labels):
            return False
        before, after = self._labels[index - 1].reading, self._labels[index]
        if before.kind in _ASKING or after.reading.kind in _ASKING:
            return False
        question = view[match.end() : after.start].rstrip()
        put = question.endswith("？") or ASKS.search(question)
        return bool(put) and len(question) < _QUESTION and (clear or before.kind == "host")
