"""Labels proved by their form: what stands as sure labels stand is one, whatever it says.

A page dresses its labels alike. Where two labels that are sure open a line in one form (the same
mark, the same bracket, bold, a colon or a line of their own), other heads of that form are labels,
too, if the sense bears them out: an outlet nobody knows (``澳广视：``) asks a question, an office
nobody knows (``投资者（网络提问）：``) recurs. A head that the sense does not bear out
(``交通方面：``) stays speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporter.source.model import Mark
from exporter.transcript.clocks import CLOCK
from exporter.transcript.labels.bare import asks
from exporter.transcript.labels.dressed import Dresses, proved_lines
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.proving import asker
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of
from exporter.transcript.marks import SIGNS
from exporter.transcript.paragraphs import level_at
from exporter.transcript.people.names import DEEDS, HAN
from exporter.transcript.people.outlets import OUTLET
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import NOT_NAMES

# ★主持人央金卓嘎： · [10:02] 澳廣視： · 《正報》：, up to the colon or the line's end
_HEAD = re.compile(
    rf"^[ \t]*(?P<clock>{CLOCK} *)?"
    r"(?:(?P<open>[【\[〔])"
    r"(?P<inside>[^\n：。！？；【】\[\]〔〕]{1,40})[】\]〕] *(?P<after>：)?"
    rf"|(?P<mark>[{SIGNS}《]?)"
    r"(?P<words>[^\n：。！？；]{1,40}?)》?(?: *(?P<colon>：)|[ \t]*$))",
    re.MULTILINE,
)
# 嘉禾日报　我想了解…: a blank behind the label and nothing else
_GAP = re.compile(r"^(?P<words>[^\s，。：；！？“”（）【】]{2,14}) +(?=[^\s：])", re.MULTILINE)
# What a phrase of the speech says and no label: 交通方面： · 主要内容有： · 第一个问题：
_PHRASE = re.compile(
    "[的了是有很都就把被让，“”]|在(?!线)|如下|方面|关于|对于|问题|例子|第[一二三四五六七八九十]|预案|"
    "原因|目标|措施|内容|特点|亮点|要求|时间|地点|来源|主题|链接|编辑|[图附表][0-9一二三四五：]|\\d"
    "|^[我你您他她](?!们视频)|大家|有人|关心"  # 大家关心：钱何时到账？
)
_ASKED = re.compile("（[^（）问]*问[^（）]*）$")
_HOST = re.compile(rf"^(?:{any_of('labels', 'host')}) ?(?P<name>{HAN}{{2,7}})$")
_ASKS = re.compile("(?:记者)?(?:提问|追问|问)?$")
_ASKING = ("reporter", "outlet", "question")
SURE = 2  # labels that prove a form
_LONG = 400  # a question is shorter


class _Head(NamedTuple):
    """The beginning of a line that may be a label: its place, its words and its form."""

    start: int
    end: int
    words: str
    form: tuple[str, str, bool, bool]


def form_labels(
    view: str, marks: Iterable[Mark], found: list[Label], roster: Roster, dresses: Dresses
) -> Iterator[Label]:
    """The labels outside those `found` that share the form of at least two of them."""
    heads = list(_heads(view, frozenset(m.start for m in marks if m.kind in ("strong", "heading"))))
    heads += [
        _Head(*line, ("".join(map(str, dress)), dress.close, False, False))
        for dress, line in proved_lines(dresses, found)
    ]
    ordered = sorted(found)
    starts = [label.start for label in ordered]
    taken = [_taken(ordered, starts, head) for head in heads]
    proved = Counter(head.form for head, label in zip(heads, taken, strict=True) if label)
    often = Counter(label_key(head.words) for head in heads)
    dense = _dense_forms(view, heads, taken)
    for head, label in zip(heads, taken, strict=True):
        low, high = dense.get(head.form, (0, 0))
        member = low < head.start <= high and _is_member(view, head)
        if label or proved[head.form] < SURE or roster.lists_at(head.start):
            continue
        if not (member or _may_label(view, head)):
            continue
        index = bisect_right(starts, head.start)
        before = ordered[index - 1] if index else None
        end = starts[index] if index < len(starts) else len(view)
        reading = _reading(view, head, end, often[label_key(head.words)], before, roster)
        if reading is None and member:
            reading = Reading("office", title=head.words)
        if reading:
            yield Label(head.start, head.end, reading, 3)


# 项目方 · 社区律师 · 物业公司: what takes part in a meeting of which every line has a label
_ROLE = re.compile(
    f"{HAN}{{0,8}}(?:方|人|员|师|长|者|家|户|[车店业船户]主|代表|村民|居民|业主|市民|群众|学生|媒体|企业|公司|物业|部门|单位"
    "|医院|学校|局|委|办|中心|支队)"
)
_FEW = 3  # heads that may stand below each other by chance
_DENSE = 3  # of four lines, those that open with a label where nearly all do


def _is_member(view: str, head: _Head) -> bool:
    """Whether a head calls somebody by what he is, and a sentence follows it in its line."""
    if _ROLE.fullmatch(head.words) is None:
        return False
    stop = view.find("\n", head.end)
    return _STOP.search(view, head.end, stop if stop >= 0 else len(view)) is not None


_STOP = re.compile("[。！？]")


def _dense_forms(
    view: str, heads: list[_Head], taken: list[Label | None]
) -> dict[tuple[str, str, bool, bool], tuple[int, int]]:
    """The forms in which nearly every line from the first sure label to the last opens, as in the
    minutes of a meeting, and from where to where."""
    sure: dict[tuple[str, str, bool, bool], list[int]] = defaultdict(list)
    for head, label in zip(heads, taken, strict=True):
        if label and head.form[1] == "：":
            sure[head.form].append(head.start)
    dense = {}
    for form, starts in sure.items():
        low, high = starts[0], starts[-1]
        for head in heads:  # the lines right below the last sure label go on
            if head.form == form and head.start == view.find("\n", high) + 1:
                high = head.start
        within = sum(low <= head.start <= high for head in heads if head.form == form)
        lines = view.count("\n", low, high) + 1
        if len(starts) >= SURE and within > _FEW and 4 * within >= _DENSE * lines:
            dense[form] = (low, high)
    return dense


def _heads(view: str, strong: frozenset[int]) -> Iterator[_Head]:
    """The heads of all lines that a label may open."""
    for found in _HEAD.finditer(view):
        start = found.start() + len(found[0]) - len(found[0].lstrip(" \t"))
        mark = found["open"] or found["mark"] or ""
        words = (found["inside"] or found["words"]).strip()
        bold = start in strong or found.start("words") in strong
        sign = "：" if found["colon"] or found["after"] else ""
        if sign or found["open"] or view[found.end() + 1 : found.end() + 2].strip():
            words = f"《{words}》" if mark == "《" else words
            yield _Head(start, found.end(), words, (mark, sign, bold, bool(found["clock"])))
    for found in _GAP.finditer(view):
        bold = found.start() in strong
        yield _Head(found.start(), found.end(), found["words"], ("", " ", bold, False))


def _taken(ordered: list[Label], starts: list[int], head: _Head) -> Label | None:
    """The label already found that begins where the head does."""
    index = bisect_right(starts, head.end) - 1
    label = ordered[index] if index >= 0 else None
    return label if label and label.end > head.start else None


def _may_label(view: str, head: _Head) -> bool:
    words = head.words
    plain = words[:2] not in NOT_NAMES and not _PHRASE.search(words)
    plain = plain or bool(OUTLET.fullmatch(words) or _HOST.match(words))
    return plain and level_at(view, head.start) == 0 and len(words) <= 24


def _reading(
    view: str, head: _Head, end: int, often: int, before: Label | None, roster: Roster
) -> Reading | None:
    """What an unknown head of a proved form says; ``None`` when nothing bears it out."""
    words = head.words
    if _ASKED.search(words):
        return Reading("question")
    host = _HOST.match(words)
    if host and often > 1 and not host["name"].endswith(DEEDS):
        return Reading("host", host["name"])
    said = read_known(words, roster)
    marked = bool(head.form[0]) or head.form[2]
    if (
        said
        and said.kind not in ("office", "body")
        and (often > 1 or marked or said.name in roster)
    ):
        return said
    if _puts_question(view, head, end, before):
        who = _ASKS.sub("", words.strip("《》"))
        return asker(who) or Reading("reporter", outlet=who)
    if often > 1 and marked and before and before.reading.kind in _ASKING:
        return Reading("office", title=words)
    return said if said and said.kind == "office" and (often > 1 or marked) else None


def _puts_question(view: str, head: _Head, end: int, before: Label | None) -> bool:
    """Whether the head names who asks: a short text with a question, nobody asking before it."""
    outlet = OUTLET.fullmatch(head.words.strip("《》")) is not None
    if before and before.reading.kind in _ASKING and not outlet:
        return False
    return end - head.end < _LONG and len(head.words) <= 14 and asks(view, head.end)
