"""Labels in the cells of a table of speeches: ``time | speaker | speech``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from exporter.transcript.clocks import STAMP
from exporter.transcript.labels.bare import asks
from exporter.transcript.labels.known import read_known, read_set_apart
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.people.names import Titled
from exporter.transcript.people.roster import Roster

_SPEAKS = ("person", "host", "reporter", "outlet", "question", "answer", "reader", "name", "office")

_TIME_CELL = re.compile(rf" *+[\[【（]?(?:{STAMP}|\d{{1,4}}|)[\]】）]? *+")

_HEADER = re.compile(
    "^(?:序号|时间|发言人|主讲人|姓名|讲话人|嘉宾|角色|身份|职务|单位|内容|发言|发言内容|文字|实录|文字内容)$"
)


def table_labels(view: str, roster: Roster) -> Iterator[Label]:
    """The speaker cells of a table ``time | speaker | speech``, when most of its rows have one."""
    if "\t" not in view:
        return
    stacked = [label for cell in _STACK.finditer(view) if (label := _stack_label(cell, roster))]
    starts = [label.start for label in stacked]
    rows = [
        row
        for row in re.finditer(r"^.*\t.*$", view, re.MULTILINE)
        if not _within(stacked, starts, row.start())
    ]
    labels = [_row_label(row, roster) for row in rows]
    known = sum(label is not None for label in labels) + len(stacked)
    asking = [_asking_row(view, labels, stacked, rows, index) for index in range(len(rows))]
    found = [label for label in (*labels, *asking) if label]
    if known >= 2 and 2 * (len(found) + len(stacked)) >= sum(map(_may_speak, rows)) + len(stacked):
        said = sorted([*found, *stacked])
        # a list of names, offices and telephones has no sentence
        if any(_SENTENCE.match(view, label.end) for label in said):
            yield from said


_SENTENCE = re.compile(r"[^\n]{0,400}[。！？]")


# a line of a cell: words, or when they were said
_PART = rf"(?:[^\t\n。！？：；]{{1,30}}|{STAMP})"
# 2 | 市生态环境局 / 副局长 / 祝海川 | 谢谢主持人…: a speaker's cell in several lines
_STACK = re.compile(
    r"^(?P<lead>(?:[^\t\n]{0,12}\t){0,2})"
    rf"(?P<cell>{_PART}(?:\n{_PART}){{1,3}})\t(?=[^\t\n]*\S)",
    re.MULTILINE,
)


def _stack_label(found: re.Match[str], roster: Roster) -> Label | None:
    """The label whose words stand in several lines of one cell."""
    lead = found["lead"].split("\t")
    view = found.string
    stop = view.find("\n", found.end())
    row = view[view.rfind("\n", 0, found.end()) + 1 : stop if stop >= 0 else len(view)]
    if is_header(row) or not all(map(_TIME_CELL.fullmatch, lead)):
        return None
    lines = [line.strip(" ：") for line in found["cell"].split("\n")]
    *above, last = who = [line for line in lines if not _TIME_CELL.fullmatch(line)] or [""]
    said = read_known("".join(above) + " " + last, roster)
    said = said or read_known("".join((*above, last)), roster)
    timed = len(who) < len(lines)
    speaks = said and (said.name or said.outlet or said.kind == "host" or timed)
    return Label(found.start(), found.end(), said, 4) if said and speaks else None


def _within(labels: list[Label], starts: list[int], at: int) -> bool:
    """Whether one of the `labels` (sorted, with their `starts`) holds the place."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < labels[index].end


_ASKER = re.compile(
    r"(?P<times>(?:[^\t]*\t)?)(?P<who>[^\t\s，。：；！？、“”（）\d]{2,14}) *：?\t(?=[^\t]*\S)"
)

_ANSWERS = ("person", "name", "host", "office", "answer")


def _asking_row(
    view: str,
    labels: list[Label | None],
    stacked: list[Label],
    rows: list[re.Match[str]],
    index: int,
) -> Label | None:
    """The label of a row between those of people who speak for a body, with an unknown name in the
    speaker's cell (岭西卫视, 澎湃) and a question behind it: an outlet."""
    found = _ASKER.match(rows[index][0]) if labels[index] is None else None
    if found is None or not _TIME_CELL.fullmatch(found["times"].rstrip("\t")):
        return None
    row = rows[index]
    around = [
        _nearest([*labels[:index][-1:], *(x for x in stacked if x.end <= row.start())], last=True),
        _nearest([*labels[index + 1 :][:1], *(x for x in stacked if x.start >= row.end())]),
    ]
    between = all(x and x.reading.kind in _ANSWERS for x in around)
    if not between or is_header(row[0]) or not asks(view, row.start() + found.end()):
        return None
    end = row.start() + found.end()
    public = found["who"].startswith(("网友", "网民", "市民", "听众", "观众"))
    said = Reading("question") if public else Reading("reporter", outlet=found["who"])
    return Label(row.start(), end, said, 4)


def _nearest(labels: list[Label | None], *, last: bool = False) -> Label | None:
    """The first or last of the labels in the order of the page."""
    return (max if last else min)((x for x in labels if x), default=None)


def _may_speak(row: re.Match[str]) -> bool:
    return not is_header(row[0])


def is_header(line: str) -> bool:
    """Whether a table row is the header of a table of speeches (时间 | 发言人 | 内容)."""
    cells = [cell.strip() for cell in line.split("\t")]
    return len(cells) > 1 and all(_HEADER.match(cell) for cell in cells if cell) and any(cells)


def _row_label(row: re.Match[str], roster: Roster) -> Label | None:
    """The cells of a row up to the speech: times and numbers, then one that reads as a label."""
    if is_header(row[0]):
        return None
    at = 0
    cells = row[0].split("\t")
    for index, cell in enumerate(cells[:-1]):
        end = at + len(cell) + 1
        reading = _cell_reading(cells[index], roster)
        if reading and row[0][end:].strip():
            end, reading = _with_office(row[0], end, reading, roster)
            if _names_people(row[0][end:], reading, roster):
                return None
            return Label(row.start(), row.start() + end, reading, 4)
        if not _TIME_CELL.fullmatch(cell):
            return None
        at = end
    return None


def _with_office(row: str, at: int, reading: Reading, roster: Roster) -> tuple[int, Reading]:
    """The label of a row, longer by a cell before the speech that says what he or she is who
    speaks, or nothing (``柯恺 | 市水利局局长 | 谢谢主持人…``)."""
    cell, tab, rest = row[at:].partition("\t")
    if not tab or len(cell) > _CELL or _STOPS.search(cell) or not _STOPS.search(rest):
        return at, reading
    said = read_known(cell.strip(), roster) if cell.strip() else None
    if said and said.kind == "reporter" and said.outlet and reading.kind == "name":
        return at + len(cell) + 1, said._replace(name=reading.name)  # 石雨桐 | 云溪日报记者
    office = said.title if said and said.kind in ("office", "body") else ""
    kind = "person" if office and reading.kind == "name" else reading.kind
    return at + len(cell) + 1, reading._replace(kind=kind, title=reading.title or office)


_CELL = 50  # characters of a cell that says what somebody is
_STOPS = re.compile("[。！？；]")


def _names_people(rest: str, role: Reading, roster: Roster) -> bool:
    """Whether the cells behind a role name who has it: a list of people, and no speech. They are
    noted in `roster`."""
    if role.name or role.outlet or role.kind not in ("host", "office", "reader"):
        return False
    said = read_known(rest.replace("：", "").strip(" \t"), roster) if len(rest) <= 60 else None
    if said is None or not said.name:
        return False
    roster.add(Titled(said.title, said.name, said.honorific), introduced=True)
    if role.kind == "host":
        roster.hosts[said.name] = None
    return True


# 网友：小雨点 in one cell
_ROLE_COLON = re.compile("^(网友|网民|听众|观众|市民|嘉宾|主持人|发布人)：")


def _cell_reading(cell: str, roster: Roster) -> Reading | None:
    """What a cell says as a label; a name and an office may stand in two cells."""
    words = _ROLE_COLON.sub(r"\1 ", cell.strip(" ："))
    reading = read_set_apart(
        words if words[1:].strip("】]").count("】") else words.strip("【】[]"), roster
    )
    return reading if reading and reading.kind in _SPEAKS else None
