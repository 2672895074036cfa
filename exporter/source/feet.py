"""The foot of a page: short lines below the last words of the record, whatever they say.

What sites print there has no end of forms (``手机云溪网``, ``Stay connected``). Such lines are told
by their place: below words that close the meeting, or below a line that is surely furniture or a
field, with no sentence behind it. Tables, lists, thanks and what stands by a date stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.bare import Field
from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.furniture import reason_of
from exporter.source.records import lines

_REASON = "below the record"
_RULE = "furniture.below-the-record"
_REACH = 1_500  # characters of a foot
_LINE = 60  # characters of one of its lines
_MOST = 40  # lines
_STOPPED = re.compile(r"[。！？!?；;，,：:…”’]$|[a-z]{2}\.$")
# 今天的发布会到此结束，再见！ · Thank you very much, everyone.
_CLOSES = re.compile(
    r"(?:到此结束|到此結束|到这里结束|就到这里|就到這裡|再见|再見|散会|散會"
    r"|(?:谢谢|謝謝|感谢|感謝)[^。！!？]{0,12})[。！!.]{0,2}[”）)]?$"
    r"|(?:[Tt]hank you|[Tt]hanks|[Gg]ood ?bye|[Bb]ye)[^.!?]{0,40}[.!]?[)\"”]?$"
)
# What a line may be that is said, or goes on: a list, thanks, an answer, a table's row.
_SAID = re.compile(
    r"谢|謝|再见|再見|掌声|掌聲|结束|結束|完毕|主持|记者|記者|提问|提問|回答|问[:：]|答[:：]|发言|發言|嘉宾"
    r"|^(?:[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])"
    r"|^附[:：表录錄]|发布会|發布會|发佈會|记者会|記者會|[Bb]riefing|[Cc]onference"
    r"|\t|\d\s?[%％亿万元吨个人户项家]"
    r"|[Tt]hank|[Qq]uestion|[Aa]nswer|^[A-Z][\w.' ]{1,40}:|^[QA]\b"
)


def below(text: str) -> Iterator[Change]:
    """A removal for each line of the foot that no other rule knows."""
    low = max(0, len(text) - _REACH)
    start = text.find("\n", low - 1) + 1 if low else 0
    rows = [(a, b) for a, b in lines(text, start) if text[a:b].strip()]
    last = _last_text(text, rows)
    foot = rows[last + 1 :]
    if last < 0 or not 0 < len(foot) <= _MOST:
        return
    closed = _CLOSES.search(text[rows[last][0] : rows[last][1]].strip()) is not None
    told = [fields_of(text, *row) for row in foot]
    for index, (a, b) in enumerate(foot):
        line = text[a:b].strip()
        sure = reason_of(line) is not None or _labelled(told[index])
        closed = closed or sure
        if closed and not sure and not _kept(line, told, index):
            yield Change(a, min(b + 1, len(text)), "", _RULE, _REASON)


def _last_text(text: str, rows: list[tuple[int, int]]) -> int:
    """The index of the last row that is no line of a foot; -1 if there is none."""
    for index in range(len(rows) - 1, -1, -1):
        line = text[slice(*rows[index])].strip()
        said = len(line) > _LINE or _STOPPED.search(line) or _SAID.search(line)
        if (said or _speaks(text, line, rows[index][0])) and (
            reason_of(line) is None and not _labelled(fields_of(text, *rows[index]))
        ):
            return index
    return -1


_LABEL = re.compile(r"[^，。：:]{2,30}[:：](?=.)")
_OFFICES = tuple("长長任记記席官员員师師授士")


def _speaks(text: str, line: str, start: int) -> bool:
    """Whether the line begins with a label that has spoken above, or with an office."""
    label = _LABEL.match(line)
    if label is None:
        return False
    return label[0][:-1].endswith(_OFFICES) or text.find(f"\n{label[0]}", 0, start) >= 0


def _labelled(found: tuple[Field, ...]) -> bool:
    return bool(found) and all(field.label for field in found)


def _kept(line: str, told: list[tuple[Field, ...]], index: int) -> bool:
    """Whether the line is a date, or a bare field beside one (``昭通新闻网`` / ``2024-07-29``)."""
    if line.isascii() and line[-1].isalpha():
        return False
    near = told[max(0, index - 2) : index + 3]
    dated = any(field.kind == "published" for found in near for field in found)
    kinds = {field.kind for field in told[index]}
    before = {field.kind for found in told[max(0, index - 3) : index] for field in found}
    return dated and bool(kinds - before)
