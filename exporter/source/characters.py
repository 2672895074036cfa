"""Characters that no reader sees, and white space brought to one form.

Afterwards paragraphs are parted by one ``\\n``, cells by one ``\\t``, words by one space, and no
line begins or ends with a blank. A run of blanks becomes one space and never nothing, since a blank
can part a name from what follows (``记者 赵嘉``, ``曹阜洪 秘书长``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.source.draft import Change

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff\U000e0000-\U000e01ef]+"
)
# Runs that may have to change: not the one blank or line end between two words, as most are. A set
# comes first: so the matcher skips to the next of it.
_WHITE = re.compile(r"\s(?:\s+|(?<![ \n])|\Z|(?<=\A\s))")
_NAMES = (
    ("\x00", "\x00", "NUL"),
    ("\ud800", "\udfff", "half of a surrogate pair"),
    ("\u200b", "\u200d", "zero-width character"),
    ("\u200e", "\u200f", "direction mark"),
    ("\u202a", "\u202e", "direction mark"),
    ("\ufeff", "\ufeff", "byte order mark within the text"),
)
# What no editor puts into a page; zero-width characters and marks of byte order are common.
SUSPICIOUS = ("NUL", "half of a surrogate pair", "direction mark", "control character")


def unseen(text: str) -> Iterator[Change]:
    """A removal for each run of control, zero-width and direction characters and lone
    surrogates."""
    for found in _UNSEEN.finditer(text):
        yield Change(*found.span(), "", "character.unseen", _name(found[0][0]))


# A Big5 mark between Latin letters, its two bytes read as Latin: Reporter¡GWhy (：), Kong¡¦s (’)
_MARKS = {
    "¡G": ": ",
    "¡A": ", ",
    "¡C": ". ",
    "¡F": "; ",
    "¡H": "? ",
    "¡I": "! ",
    "¡¦": "’",
    "¡§": "“",
    "¡¨": "”",
}
_MISREAD = re.compile(
    r"(?<=[A-Za-z.,])¡[GACFHI¦](?=[A-Za-z\s]|$)|(?<=[\s(])¡§(?=\w)|(?<=[\w.,!?])¡¨"
)


def misread(text: str) -> Iterator[Change]:
    """The mark that was meant, for each of Big5 in Latin text that was read as Latin letters."""
    for found in _MISREAD.finditer(text) if "¡" in text else ():
        yield Change(
            *found.span(), _MARKS[found[0]], "character.misread", "a mark of Big5 read as Latin"
        )


def _name(char: str) -> str:
    return next((name for low, high, name in _NAMES if low <= char <= high), "control character")


def blanks(text: str) -> Iterator[Change]:
    """A change for each run of white space that isn't already as it should be."""
    for found in _WHITE.finditer(text):
        start, end = found.span()
        meant = "" if start == 0 or end == len(text) else _meant(found[0])
        if meant != found[0]:
            yield Change(start, end, meant, "white-space", _blank_reason(found[0]))


def _meant(run: str) -> str:
    if "\n" in run or any(end in run for end in "\r\v\f\x85\u2028\u2029"):
        return "\n"
    return "\t" * run.count("\t") or " "


def _blank_reason(run: str) -> str:
    if "\u00a0" in run:
        return "no-break spaces"
    return "blank lines and indents" if "\n" in run else "run of blanks"


# …过年@@的游子@@。: a sign that stands behind words all over a text, against copying
_STREWN = re.compile(r"(?<=[\u4e00-\u9fff])(?P<sign>[@#$^])(?P=sign){1,3}")
_MANY = 8  # places of one text with it


def strewn(text: str) -> Iterator[Change]:
    """A removal for each sign that is strewn over the text."""
    if not any(sign * 2 in text for sign in "@#$^"):
        return
    found = list(_STREWN.finditer(text))
    counts = Counter(each["sign"] for each in found)
    for each in found:
        if counts[each["sign"]] >= _MANY:
            yield Change(*each.span(), "", "character.strewn", "a sign strewn over the text")


# ( w9 H, J$ M. e' T3 c: what a board puts between its lines against copying
_JAMMED = re.compile(r"(?m)^(?:[!-~]{1,3} ){4,}(?:[!-~]{1,3}$)?")
_BARE_LINE = re.compile(r"(?m)^[ -~]{1,160}$\n?")
_STREWN_LINE = re.compile(r"(?=[^\n]*[^\w\s.\-])(?:[!-~]{1,3}(?: |$)){3,}$")
_SIGNS = re.compile(r"[^\w\s.\-/]")
_KINDS = 3  # signs of such a line, each another
_JAMS = 3  # lines of a page with them


def jammed(text: str) -> Iterator[Change]:
    """A removal for the runs of single letters and signs with which some boards fill the lines of
    what is posted, and for the lines of nothing but letters and signs on such a page."""
    if not all(sign in text for sign in "~^$"):  # of the many that such a page has
        return
    runs = [run for run in _JAMMED.finditer(text) if _mixed(run[0])]
    if len(runs) < _JAMS:
        return
    spans = {run.span() for run in runs}
    bare = _BARE_LINE.finditer(text)
    spans |= {line.span() for line in bare if _mixed(line[0]) or _STREWN_LINE.match(line[0])}
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield Change(start, end, "", "character.jammed", "signs against copying")
            last = end


def _mixed(words: str) -> bool:
    """Whether the words have signs of several kinds, as no sentence has."""
    return len(set(_SIGNS.findall(words))) >= _KINDS


_LOST = re.compile(r"(?m)^[?？]{2,8} ?(?=[^\s?？])")
_LEAST = 2  # lines that begin with them
# A bar at the edge of a line without another: the end of a table that is no more.
_BARS = re.compile(r"(?m)^[|｜] ?(?=[^|｜\n]*$)|(?<=[^|｜\n ]) ?[|｜]$")


def lost_blanks(text: str) -> Iterator[Change]:
    """A removal for the question marks that a line begins with where several do: the blanks of
    its indent, which a conversion between encodings has lost."""
    if "??" not in text and "？？" not in text:
        return
    found = list(_LOST.finditer(text))
    for run in found if len(found) >= _LEAST else ():
        yield Change(*run.span(), "", "character.lost", "blanks that became question marks")


# …做好报道准备。 [09:50] | [李梅] …: the cells of a live text in one line
_LIVE = re.compile(r"(?<=\d{2}[\]】]) ?[|｜] ?(?=[\[【])")


def bars(text: str) -> Iterator[Change]:
    """A removal for the one bar at the edge of a line, what is left of a table around the text; a
    line end for one that parts the posts of a live text."""
    if "|" not in text and "｜" not in text:
        return
    live = [(*found.span(), "\n", "cells of a live text") for found in _LIVE.finditer(text)]
    edges = [
        (*found.span(), "", "edge of a table")
        for found in _BARS.finditer(text)
        if not re.search(r"[|｜]", text[text.rfind("\n", 0, found.start()) + 1 : found.start()])
    ]
    for start, end, after, reason in sorted(live + edges):
        yield Change(start, end, after, "markup.bar", reason)


# 在 600 万亩 · 面积1000 平方千米: a number with a blank before its Chinese unit
_COUNTED = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])(?P<before> ))?(?<![A-Za-z\d.,:：/\-])(?<![A-Za-z\d.,] )"
    r"\d(?:[\d.,]{0,20}\d)?(?P<after> )\Z"
)
_LONGEST = 24  # characters of it
_BEFORE_UNIT = re.compile(
    r" (?<=\d )(?=[十百千万亿余]|[个名套](?!人)|"
    r"平方|立方|公里|公斤|公顷|千米|千克|"
    r"千瓦|兆瓦|多[个名家万亿]|米|吨|亩|元(?!旦)|人(?!民)|户|家(?!庄)|项|年(?!轻)|月|日(?!报)|岁|次|倍|所|座|条|"
    r"件|种|辆|台(?![海州]))"
)


# 达标率 98.5%、产值 1.2亿元: a blank before a number that touches its unit and is no date
_BEFORE_NUMBER = re.compile(
    r" (?<=[\u4e00-\u9fff] )(?=\d(?:[\d.,]{0,20}\d)?"
    r"(?:[%％‰]|[万亿千](?!里)|个百分点|平方|立方|公里|公斤|公顷|吨|亩|元(?!旦)|人(?!民)|余|多[个名家万亿]|"
    r"个(?!人)|家(?!庄)|户|倍|所|座|辆|件))"
)
# 为92%、96% 和100%: a blank behind a percentage that goes on
_BEHIND_PERCENT = re.compile(r" (?<=\d[%％‰] )(?=[和及与、以左的])")


def around_numbers(text: str) -> Iterator[Change]:
    """A removal for the blank between a number and its Chinese unit, and for a blank between it and
    the Chinese before it. A blank beside a Latin word or another number stays, and one before a
    date or a number alone: it may part two things (昭通日报 2024年)."""
    gaps = {found.span() for found in _BEFORE_NUMBER.finditer(text)}
    gaps |= {found.span() for found in _BEHIND_PERCENT.finditer(text)}
    gaps |= set(_before_units(text))
    for start, end in sorted(gaps):
        yield Change(start, end, "", "white-space.number", "blank around a number")


def _before_units(text: str) -> Iterator[tuple[int, int]]:
    """The blanks before and behind the numbers that a blank parts from their units."""
    done = 0
    for gap in _BEFORE_UNIT.finditer(text):
        found = _COUNTED.search(text, max(done, gap.end() - _LONGEST), gap.end())
        for name in ("before", "after") if found else ():
            if found and found[name]:
                done = gap.end()
                yield found.span(name)
