"""Where a name ends in running prose (``周杨立志于``: 周杨), and whether words may be a name."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of, words
from exporter.transcript.people.names import is_name

COUNTED = 1_000_000  # characters in which a name is counted
# 罗天成也 | 说
ALSO = re.compile("[也还都则則却卻又亦]")
# What a predicate starts with, so that a name before it is known to end: 周杨 | 立志于
_PREDICATE_WORDS = frozenset(words("news", "predicates"))
_PREDICATE_SIGNS = "说称道在是将对从为就把让给等和与也还正曾已用，。：、0123456789"
# 麦尔哈巴·买买提 | 见证了
_DOTTED = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}(?:[·•・‧][\u4e00-\u9fff]{{1,8}}?){{1,3}}"
    rf"(?=$|[{_PREDICATE_SIGNS}]|[\u4e00-\u9fff]着|{any_of('news', 'predicates')})"
)


def _predicate_at(rest: str, at: int) -> bool:
    """Whether a predicate begins at `at`: a word that is listed, or any verb with 着."""
    return rest[at : at + 2] in _PREDICATE_WORDS or rest[at + 1 : at + 2] == "着"


def tells_deed(words: str) -> bool:
    """Whether two or three characters are a predicate or end in one (``高声喊``), and no name."""
    return words[:2] in _PREDICATE_WORDS or words[1:] in _PREDICATE_WORDS


def _sign_at(rest: str, at: int) -> bool:
    """Whether a sign at `at` shows that a predicate begins, 也 or 则 before it too; 和 before such
    a one joins nobody (``石清和 | 则对…``)."""
    if rest[at : at + 1] in ("和", "与") and ALSO.match(rest, at + 1):
        return False
    at += ALSO.match(rest, at) is not None and rest[at + 1 : at + 2] in _PREDICATE_SIGNS
    return rest[at : at + 1] in _PREDICATE_SIGNS


def bounded_name(rest: str, view: str) -> str | None:
    """The name at the start of `rest`, when a predicate shows where it ends (a word, or else a
    sign), or the same name elsewhere on the page."""
    if dotted := _DOTTED.match(rest):
        return dotted[0]
    if (ended := _ENDED.match(rest)) and ended[0][0] not in _PREDICATE_SIGNS:
        return ended[0]
    if rest[1:2] == " ":  # 何 勇: justified
        rest = rest[0] + rest[2:]
    lengths = [n for n in (2, 3, 4) if len(rest) >= n and is_name(rest[:n])]
    if rest[:2] in _FIRSTS:
        return _unsurnamed(rest, view)
    clear = [n for n in lengths if _predicate_at(rest, n + (ALSO.match(rest, n) is not None))]
    signs = [n for n in lengths if _sign_at(rest, n)]
    again = [n for n in (3, 2) if n in lengths and view.count(rest[:n], 0, COUNTED) > 1]
    if again and (
        len(again) == 1 or view.count(rest[:3], 0, COUNTED) == view.count(rest[:2], 0, COUNTED)
    ):
        return whole_name(rest, again[0], view)
    ends = clear or signs
    return rest[: ends[0]] if len(ends) == 1 else None


_FIRSTS = frozenset(words("news", "firsts"))
_LAST = rf"[\u4e00-\u9fff]{{1,4}}?(?:{any_of('news', 'lasts')})"
# 乌兰图雅 | 回答说
_ENDED = re.compile(
    rf"{_LAST}(?=$|[{_PREDICATE_SIGNS}]|[\u4e00-\u9fff]着|{any_of('news', 'predicates')}"
    rf"|{any_of('news', 'verbs')})"
)
LAST_ALONE = re.compile(_LAST)
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,7}")
_LONGEST_UNSURNAMED = 6


def _unsurnamed(rest: str, view: str) -> str | None:
    """The name at the start of `rest` that no surname begins (``吉好也求``, ``那顺乌日图``): up to
    where a predicate does, or the longest that the page has wherever it has its beginning."""
    run = _HAN_RUN.match(rest)
    most = min(_LONGEST_UNSURNAMED, len(run[0])) if run else 0
    clear = [n for n in range(3, most + 1) if _predicate_at(rest, n)]
    if clear:
        return rest[: clear[0]]
    often = view.count(rest[:2], 0, COUNTED)
    again = [n for n in range(3, most + 1) if view.count(rest[:n], 0, COUNTED) == often]
    if again and often > 1:
        return rest[: again[-1]]
    signs = [n for n in range(3, most + 1) if rest[n : n + 1] in _PREDICATE_SIGNS]
    return rest[: signs[0]] if len(signs) == 1 else None


def is_unsurnamed(words: str) -> bool:
    """Whether the words may be such a name and nothing else."""
    if not 2 <= len(words) <= _LONGEST_UNSURNAMED or not _HAN_RUN.fullmatch(words):
        return False
    return words[:2] in _FIRSTS or LAST_ALONE.fullmatch(words) is not None


def whole_name(rest: str, length: int, view: str) -> str | None:
    """The name of `length` characters at the start of `rest`, or the longer one that stands
    wherever it does (才让多杰, not 才让多); ``None`` where the page doesn't show its end."""
    name, longer = rest[:length], rest[: length + 1]
    told = rest[length : length + 1] in _PREDICATE_SIGNS or rest[length : length + 2] in (
        _PREDICATE_WORDS
    )
    if told or view.count(name, 0, COUNTED) != view.count(longer, 0, COUNTED):
        return name
    spots = re.finditer(re.escape(longer), view)
    followers = {view[spot.end() : spot.end() + 1] for spot in spots}
    return longer if len(followers) > 1 and length < _LONGEST else None


_LONGEST = 4
