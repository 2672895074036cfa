"""Where the labels stand: every layout that a page may use, each finder strict about its own.

A finder yields `Label` candidates; `find_labels` weighs them with what the whole record shows (a
name that is introduced, a label that recurs) and keeps those that stand. Offsets are of the clean
text, which the folded view shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporter.source.model import Mark
from exporter.transcript.clocks import STAMP
from exporter.transcript.cues import CAPTIONED, GREETING, HEADING, READS_OUT
from exporter.transcript.labels.answering import answering_labels
from exporter.transcript.labels.bare import (
    asking_outlets,
    asks,
    bare_labels,
    bare_reporters,
    worded_guests,
)
from exporter.transcript.labels.barred import barred_labels
from exporter.transcript.labels.dressed import Dresses, dressed_labels, find_dresses
from exporter.transcript.labels.forms import form_labels
from exporter.transcript.labels.header import holder_of, is_credit, without_captions, without_header
from exporter.transcript.labels.heralded import heralded_labels
from exporter.transcript.labels.holders import with_holder
from exporter.transcript.labels.known import read_commas, read_known
from exporter.transcript.labels.label import Label, apart, before_in_line, label_key
from exporter.transcript.labels.lines import bracketed_labels, line_labels, strong_labels
from exporter.transcript.labels.loose import (
    CLEAR,
    COLON,
    LOOSE_END,
    REACH,
    STOPS,
    glued_labels,
    is_ratio,
)
from exporter.transcript.labels.marked import marked_labels, outlets_alone, outlets_in_brackets
from exporter.transcript.labels.members import is_numbered_member, is_part
from exporter.transcript.labels.opened import opened_labels
from exporter.transcript.labels.paired import paired_labels
from exporter.transcript.labels.placing import placed
from exporter.transcript.labels.put import (
    answered_under,
    put_questions,
    without_addresses,
    written_questions,
)
from exporter.transcript.labels.reading import Reading, read_label, read_likely_outlet
from exporter.transcript.labels.run_on import closed_labels, run_on_askers
from exporter.transcript.labels.spaced import FEWEST, spaced_labels
from exporter.transcript.labels.spots import Spot, believed_spots
from exporter.transcript.labels.strangers import (
    answering_surnames,
    asking_strangers,
    of_body,
    of_outlets,
    strange,
)
from exporter.transcript.labels.tables import table_labels
from exporter.transcript.labels.told import without_told
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.names import Titled, is_name
from exporter.transcript.people.roster import Roster

# [10:05] · 10:05:22 · 2024-04-12 10:05 · 【09:30】, before or after the words of a label
_CLOCK = rf"[\[【（]?{STAMP}[\]】）]?"
_LEAD = re.compile(
    r"(?:[ ”’》」』]|（[^（）\n]{0,6}(?:掌声|笑|鼓掌|视频|播放)[^（）\n]{0,4}）|）)*"
    rf"(?P<mark>(?:{_CLOCK} *|[{SIGNS}•·*#>@\-—]+ *)*)"
)
_NUMBERED = re.compile(r"[问答] ?\d{1,2}$")  # 问1：, which no sentence has
_TRAIL = re.compile(rf" {{0,4}}(?:{_CLOCK})? {{0,4}}$")
_TIMED = re.compile(rf"{_CLOCK} {{0,4}}$")
_WRAPPED = re.compile(r"^[【\[〔（<]([^】\]〕）>]*)[】\]〕）>]?$")

_LAST_MARK = re.compile(f"[^\\n]{{0,80}}([{SIGNS}【])")


def find_labels(view: str, marks: Iterable[Mark], roster: Roster) -> tuple[Label, ...]:
    """The labels of a Chinese record in order, none overlapping; adds their people to `roster`."""
    marks = tuple(marks)
    dresses = find_dresses(view, roster)
    found, spots = _set_apart(view, marks, dresses, roster)
    if any(not is_name(name) for name in roster):
        # 先云绮 is known to be a name only where her office stands before it
        found, spots = _set_apart(view, marks, dresses, roster)
    believed = list(believed_spots(spots, view, roster, len(found)))
    if any(x.label.reading.name and x.label.reading.name not in roster for x in believed):
        # 宝音德力格尔： is known to be a name only once he has been named behind his office
        enrol((spot.label for spot in believed), roster)
        found, spots = _set_apart(view, marks, dresses, roster)
        believed = list(believed_spots(spots, view, roster, len(found)))
    named = {spot.words for spot in believed if spot.label.reading.kind == "name"}
    enrol((spot.label for spot in believed), roster)
    # who has a label once has one wherever his name stands so
    if named and sum(spot.words in named for spot in spots) > sum(
        spot.words in named for spot in believed
    ):
        believed = list(believed_spots(spots, view, roster, len(found)))
    found += [spot.label for spot in believed]
    if len(found) < FEWEST:
        found += spaced_labels(view, roster)
    found += [*asking_strangers(view, found), *paired_labels(view)]
    found += [*answering_surnames(view, sorted(found))]
    enrol(found, roster)
    found += glued_labels(view, found, roster)
    found += list(form_labels(view, marks, found, roster, dresses))
    found += closed_labels(view, found, roster)
    bare = bare_labels(view, found, roster)
    found += bare
    if len(bare) > 1:
        found += bare_reporters(view, found)
        found += [*asking_outlets(view, found), *worded_guests(view, found, roster)]
    found += list(run_on_askers(view, found))
    found += answering_labels(view, found, roster)
    if bare:
        found += list(form_labels(view, marks, found, roster, dresses))
    found += [*put_questions(view, found), *written_questions(view, found)]
    enrol(found, roster)
    asked = any(label.reading.kind in _ASKING for label in found)
    found = [x for x in found if not (_quotes(view, x, len(found)) or _tells(view, x, asked=asked))]
    found = without_told(view, found)
    found = _without_bullets(view, _without_lists(view, _without_read_out(view, found)))
    found = [with_holder(view, label, roster) for label in found]
    done = tuple(placed(view, tuple(of_outlets(view, list(apart(found))))))
    met = tuple(without_addresses(view, without_captions(view, done)))
    told = tuple(answered_under(view, met))
    return without_header(view, told, roster)


def _set_apart(
    view: str, marks: tuple[Mark, ...], dresses: Dresses, roster: Roster
) -> tuple[list[Label], list[Spot]]:
    """Labels that the page sets apart, and the spots before a colon; the clear ones enrolled."""
    strong = frozenset(mark.start for mark in marks if mark.kind in ("strong", "heading", "term"))
    found = [*table_labels(view, roster), *barred_labels(view, roster)]
    found += [*bracketed_labels(view, roster), *line_labels(view, strong, roster)]
    found += [*dressed_labels(view, dresses, roster), *opened_labels(view, marks, roster)]
    found += [*strong_labels(view, marks, roster), *marked_labels(view, roster)]
    found += [*outlets_alone(view, roster), *outlets_in_brackets(view, roster)]
    found += heralded_labels(view, roster)
    spots = list(_colon_spots(view, strong, roster))
    enrol((spot.label for spot in spots if spot.label.weight >= 3), roster)
    enrol((label for label in found if label.reading.kind == "person"), roster)
    return found, spots


_BULLETS = "·•‧∙-"
_BRACKET = re.compile(r". {0,4}[【\[〔]")


def _without_bullets(view: str, found: list[Label]) -> list[Label]:
    """The labels without those behind a bullet (``· 旅遊局：首十月旅客…``), unless most stand so: a
    list of links."""
    listed = {x for x in found if view[x.start] in _BULLETS and not _BRACKET.match(view, x.start)}
    return found if 2 * len(listed) >= len(found) > 2 else [x for x in found if x not in listed]


def _without_read_out(view: str, found: list[Label]) -> list[Label]:
    """The labels without those in a host's line of somebody from the public whose question he reads
    out (``主持人：先看一个问题。网友“春风”问：…？``)."""
    kept: list[Label] = []
    for label in sorted(found):
        public = label.reading.kind == "question" and READS_OUT.match(view, label.start, label.end)
        host = kept[-1] if kept and kept[-1].reading.kind == "host" else None
        if not (public and host and view.find("\n", host.end, label.start) < 0):
            kept.append(label)
    return kept


# 各部门分工如下： / 市教育局：负责… / 市公安局：负责…
_LISTS = re.compile(
    "(?:如下|分工|职责|安排|任务|要求|包括|清单|名单|其中|举措|措施)[^。！？\n：]{0,6}：\\Z"
)


def _without_lists(view: str, found: list[Label]) -> list[Label]:
    """The labels without bodies and offices that a speech lists below a line that says so."""
    kept: list[Label] = []
    listing = False
    for label in sorted(found):
        start = kept[-1].end if kept else 0
        before = view[max(start, label.start - _HEAD_OF_LIST) : label.start].rstrip()
        item = label.reading.kind in ("body", "office") and not label.reading.name
        listing = item and (listing or (bool(kept) and _LISTS.search(before) is not None))
        if not listing:
            kept.append(label)
    return kept


_HEAD_OF_LIST = 40  # characters above a list that announce it


def _quotes(view: str, label: Label, count: int) -> bool:
    """Whether a label introduces a quotation, prose and not proceedings: the one of a record, or
    one within a line with whole sentences in marks behind it."""
    if view[label.end : label.end + 1] != "“":
        return False
    within = before_in_line(view, label)
    return count == 1 or bool(within and _SENTENCE_QUOTED.match(view, label.end))


# …是否成行？柯恺回应：“这个权不在我。”, in the prose of a report
_SENTENCE_QUOTED = re.compile("“[^“”]{6,}[。！？]”")


_ASKING = ("reporter", "outlet", "question")


def _tells(view: str, label: Label, *, asked: bool) -> bool:
    """Whether a label with a verb (``张三回答说：``) tells what somebody said: a quotation stands
    behind it, or nobody asks in the record (`asked`)."""
    verb = view[max(label.start, label.end - 3) : label.end].rstrip(" ：")[-1:] in tuple("说道")
    return verb and (not asked or view[label.end : label.end + 1] == "“")


def enrol(labels: Iterable[Label], roster: Roster) -> None:
    """Note in `roster` the people whom the labels name; reporters are none of its."""
    for label in labels:
        said = label.reading
        if said.name and said.kind != "reporter":
            roster.add(Titled(said.title, said.name, said.honorific))


def _colon_spots(view: str, strong: frozenset[int], roster: Roster) -> Iterator[Spot]:
    """Every colon whose words, back to the last stop, read as a label."""
    for colon in COLON.finditer(view):
        at = colon.start()
        if is_ratio(view, at) and not _is_paired(view, at):
            continue
        begin = _label_start(view, at)
        if roster.lists_at(at):
            continue
        spot = _read_spot(view, begin, at, strong, roster) if begin >= 0 else None
        after = view.rfind("：", begin if begin >= 0 else max(0, at - REACH), at) + 1
        if spot is None and after:
            spot = _read_spot(view, after, at, strong, roster)
            said = spot.label.reading if spot else None
            opens = _BEGINS.search(view, max(0, after - 8), after) is not None
            clear = said and (said.kind in CLEAR or said.name in roster or opens)
            spot = spot if clear else None
        if spot is None or is_credit(view, spot.label):
            continue
        if holder := holder_of(view, spot.label):
            roster.add(holder, introduced=True)
        else:
            yield spot


# 以下为节目实录：柯恺：各位好
_BEGINS = re.compile("(?:实录|如下|全文|记录|[谈内][话容])：$")


def _is_paired(view: str, at: int) -> bool:
    """Whether digits number a question or its answer (``A2：6月龄以上…``) and tell no time
    (``答10：05``)."""
    paired = _PAIRED.search(view, max(0, at - 4), at) is not None
    return paired and _MINUTES.match(view, at + 1) is None


_PAIRED = re.compile(r"[QAqa问答] ?\d{1,2}\Z")
_MINUTES = re.compile(r"[0-5]\d(?:：[0-5]\d)? *(?:[\n\]】）]|\Z)")


def _label_start(view: str, colon: int) -> int:
    """Where the words before a colon begin: after the last stop, at a mark; -1 when too far."""
    low = max(0, colon - REACH)
    begin = max(view.rfind(stop, low, colon) for stop in STOPS) + 1
    mark = _LAST_MARK.match(view, max(begin, low), colon)
    if mark:
        opened = view.rfind("【", max(begin, low), mark.start(1)) if mark[1] == "】" else -1
        return opened if opened >= 0 else mark.start(1)
    return begin if begin or low == 0 else -1


def _read_spot(
    view: str, begin: int, colon: int, strong: frozenset[int], roster: Roster
) -> Spot | None:
    """The label between `begin` and `colon`, a heading glued before it left out."""
    lead = _LEAD.match(view, begin, colon)
    start = lead.start("mark") if lead else begin
    words_at = lead.end() if lead else begin
    loose = LOOSE_END.match(view, words_at, colon)
    if loose and loose.end() < colon and read_label(_bare(view[loose.end() : colon])):
        start = words_at = loose.end()
    heading = HEADING.match(view, words_at, colon)
    words = _bare(view[words_at:colon])
    reading = read_known(words, roster)
    if heading and not (reading and reading.kind in ("question", "reporter")):
        rest = _bare(view[heading.end() : colon])
        inner = read_known(rest, roster)
        if inner:
            start, words_at, words, reading = heading.end(), heading.end(), rest, inner
    doubtful = reading is None or "现场" in reading.outlet
    shown = CAPTIONED.match(view, words_at, colon) if doubtful else None
    if shown and (inner := read_known(_bare(view[shown.end() : colon]), roster)):
        start = words_at = shown.end()
        words, reading = _bare(view[words_at:colon]), inner
    if reading is None and "，" in words and (begin == 0 or view[begin - 1] == "\n"):
        reading = read_commas(words, roster)
    likely = _likely_outlet(view, words, colon) if reading is None else None
    stranger = None if reading or likely else strange(view, begin, words)
    reading = reading or likely or of_body(view, begin, colon, words) or stranger
    if reading is None:
        return None
    weight = _weight(reading) - (likely is not None) - 2 * (reading is stranger)
    weight += 2 * (words_at > start) + 2 * any(i in strong for i in (start, words_at))
    weight += begin == 0 or view[begin - 1] == "\n"
    weight += _TIMED.search(view, words_at, colon) is not None
    weight += _NUMBERED.match(words) is not None or is_numbered_member(words)
    weight += 2 * is_part(words)
    end = colon + 1
    if reading == Reading("host") and (named := _HOST_NAMED.match(view, end)):
        person = read_known(named["who"], roster)
        if person and person.kind == "person":
            reading, end = person._replace(kind="host"), named.end()
    if view[end : end + 1] and view[end] in "】]〕）" and view[start] in "【[〔（":
        end += 1
    return Spot(Label(start, end, reading, weight), label_key(words))


# 主持人：市委宣传部副部长李梅 女士们、先生们
_HOST_NAMED = re.compile(rf" *(?P<who>[^\n：。，！？ ]{{4,50}}) +(?={GREETING.pattern})")


def _bare(words: str) -> str:
    """The words of a label without a clock after them and brackets around them."""
    words = _TRAIL.sub("", words.strip())
    wrapped = _WRAPPED.match(words)
    return wrapped[1].strip() if wrapped else words


_WEIGHTS = {
    "person": 3,
    "host": 3,
    "reporter": 3,
    "outlet": 2,
    "question": 2,
    "answer": 2,
    "reader": 2,
    "office": 1,
    "name": 1,
    "body": 1,
}


def _weight(reading: Reading) -> int:
    return _WEIGHTS[reading.kind] + (reading.kind == "office" and not reading.title)


# 1.水利署联合网站：, an item of a list as long as nobody asks behind it
_ITEM = re.compile(r"[（(]?\d{1,2}[）).、．]")


def _likely_outlet(view: str, words: str, colon: int) -> Reading | None:
    """The outlet that the ending of the words before a colon shows."""
    likely = read_likely_outlet(words)
    return None if likely and _ITEM.match(words) and not asks(view, colon + 1) else likely
