"""Labels that have a line or a bracket of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from exporter.source.model import Mark
from exporter.transcript.clocks import STAMP
from exporter.transcript.cues import GREETING, HEADING, READS_OUT
from exporter.transcript.labels.known import read_commas, read_known, read_set_apart
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, read_likely_outlet, with_role
from exporter.transcript.lexicon import any_of
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.names import split_body_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import SINGLE
from exporter.transcript.turns.speakers import Addresses, known_people

# 【张三】 · [主持人 张三] · [10:05] 【记者】 · [张三 10:05] · • [张三], where a line starts or a
# sentence ends
_BRACKETED = re.compile(
    rf"(?:(?<=[。！？…”）\n：])|^)[ ]*(?P<start>(?:[{SIGNS}•·*] {{0,4}})?"
    rf"(?:[\[【（]?{STAMP}[\]】）]?[ \t]*)?"
    rf"[【\[〔](?P<words>[^】\]〕\n：。，！？]{{1,50}}?)(?: {{1,3}}{STAMP} {{0,3}})?[】\]〕]"
    rf"(?: *[\[【（]?{STAMP}[\]】）]?)? *：?)",
    re.MULTILINE,
)
_LINE = re.compile(r"^[^\n。！？，；]{1,60}$", re.MULTILINE)
# 市卫健委党委书记、主任，市中医药管理局局长 柯恺
_COMMA_LINE = re.compile(r"^[^\n。！？，；：“”]{4,40}，[^\n。！？；：“”]{4,40}$", re.MULTILINE)
_MARKED = re.compile(rf"^ *(?:(?:[{SIGNS}•#@]|[\[【（]?{STAMP}[\]】）]?) *)*")
_TIMED = re.compile(rf" *{STAMP}")
_NAMED_AFTER = re.compile(
    " {0,4}(?P<who>[^\n：。，！？]{2,60}|[^\n：。，！？（]{2,10}（[^\n：。！？（）]{2,50}）)："
)
# （县教育局局长 余红武） · （主持人：县政府办副主任 毛志坚）
_ROUND = re.compile("（([^（）]{2,50})）")
_HOST_COLON = re.compile(rf"^({any_of('labels', 'host')}|{any_of('labels', 'speaker')})：")
_AFTER_CLOCK = re.compile(
    rf" {{0,4}}(?:(?:发表|发布|回复)于 ?)?(?:[\[【（]?{STAMP}[\]】）]?)? {{0,4}}：? {{0,4}}$"
)
_SPEAKS = ("person", "host", "reporter", "outlet", "question", "answer", "reader", "name", "office")


def bracketed_labels(view: str, roster: Roster) -> Iterator[Label]:
    """Labels in brackets with no colon needed: ``【张三】各位媒体朋友``."""
    for found in _BRACKETED.finditer(view) if any(mark in view for mark in "【[〔") else ():
        reading = read_set_apart(found["words"], roster)
        if reading and reading.kind in _SPEAKS:
            label = Label(found.start("start"), found.end("start"), reading, 4)
            yield _asking(view, found["words"], label, roster) or _with_name_after(view, label)


# 【海州】提问（英译中）
_ASKS_BEHIND = re.compile(r" {0,2}(?:提问|追问|发问)(?:（[^（）\n]{1,8}）)? {0,2}：?(?=\n)")


def _asking(view: str, words: str, label: Label, roster: Roster) -> Label | None:
    """The label of an outlet that only the word behind its bracket shows to ask."""
    found = _ASKS_BEHIND.match(view, label.end)
    named = label.reading.kind in ("name", "outlet") and label.reading.name not in roster
    if found is None or not named:
        return None
    said = Reading("reporter", outlet=label.reading.outlet or words.strip())
    return label._replace(end=found.end(), reading=said)


def _with_name_after(view: str, label: Label) -> Label:
    """The label of a role, longer by who has it, behind its bracket
    (``[主持人]国新办新闻局寿小莉：``, ``【提问】封面新闻记者：``)."""
    found = _NAMED_AFTER.match(view, label.end)
    said = label.reading
    if found is None or said != Reading(said.kind) or view[label.end - 1] == "：":
        return label
    if said.kind == "host" and READS_OUT.search(found["who"]):
        return label
    reading = with_role(view[label.start : label.end].strip(" 【】[]〔〕"), found["who"])
    if reading is None and said.kind == "host" and (body := split_body_name(found["who"])):
        reading = Reading("host", body.name, body.title)
    return label._replace(end=found.end(), reading=reading) if reading else label


def line_labels(view: str, strong: frozenset[int], roster: Roster) -> Iterator[Label]:
    """Labels alone in their line, a speech in the next; not the lines of a list of people."""
    candidates = [
        label for line in _LINE.finditer(view) if (label := _own_line(view, line, strong, roster))
    ]
    candidates += [
        Label(*line.span(), said, 3)
        for line in _COMMA_LINE.finditer(view)
        if (said := read_commas(line[0].strip(), roster))
    ]
    candidates.sort()
    often = Counter(map(_same, candidates))
    sure = sum(
        label.weight > 2 or (often[_same(label)] > 1 and label.weight > _UNPROVED)
        for label in candidates
    )
    candidates = list(_one_each(candidates))
    for index, label in enumerate(candidates):
        before = candidates[index - 1] if index else None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        if _listed(view, before, label) or _listed(view, label, after):
            continue
        if label.weight == _UNPROVED:
            believed = sure > 1 and _speaks_for(view, label, roster, candidates)
        else:
            believed = label.weight > 2 or often[_same(label)] > 1 or sure > 1
        if believed:
            yield label._replace(weight=max(3, label.weight))


_UNPROVED = 0  # the weight of an office alone in its line, which others of its kind must bear out
_SENTENCE = re.compile(r"\n[^\n]{0,400}[。！？]")


def _speaks_for(view: str, label: Label, roster: Roster, others: list[Label]) -> bool:
    """Whether an office alone in its line is one that the page, or one of the `others`, gives
    somebody, or is what he is called by (``花主任``), with a sentence below it."""
    title = label.reading.title
    held = any(one.title.endswith(title) for name in roster for one in roster.titled(name))
    if not title or _SENTENCE.match(view, label.end) is None:
        return False
    return held or (title[:1] in SINGLE and _called(title, roster, others))


def _called(title: str, roster: Roster, others: list[Label]) -> bool:
    """Whether a surname and an office mean one person of the page or of the other labels."""
    held = {x.reading.name: (x.reading.title,) for x in others if x.reading.name}
    known = known_people(roster).titles
    return Addresses({**held, **known}).resolve(title) is not None


def _one_each(candidates: list[Label]) -> Iterator[Label]:
    """The candidates without those that an earlier one has taken in (a line with its office)."""
    end = 0
    for label in candidates:
        if label.start >= end:
            yield label
            end = label.end


def _same(label: Label) -> str:
    """What two labels of one speaker share: the name, or else outlet and kind."""
    return label.reading.name or label.reading.outlet + label.reading.kind


def _behind_heading(view: str, words: str, end: int, roster: Roster) -> Reading | None:
    """The name behind a heading glued to it (``文字实录李梅``), with an office in the next line."""
    heading = HEADING.match(words)
    said = read_known(words[heading.end() :], roster) if heading else None
    office = _LINE.match(view, end + 1) if said and said.kind == "name" else None
    title = read_known(office[0], roster) if office else None
    return said if title and title.kind == "office" and title.title else None


def _own_line(
    view: str, line: re.Match[str], strong: frozenset[int], roster: Roster
) -> Label | None:
    text = line[0]
    mark = _MARKED.match(text)
    at = mark.end() if mark else 0
    clock = _AFTER_CLOCK.search(text, at)
    words = text[at : clock.start() if clock else len(text)].strip("【】[]〔〕 ：")
    wrapped = _ROUND.fullmatch(words)
    words = _HOST_COLON.sub(r"\1 ", wrapped[1]) if wrapped else words
    if not words or "\t" in text or "：" in words or line.end() >= len(view):
        return None
    if roster.lists_at(line.start()):
        return None
    if "——" in text:  # ——访梧江市博物馆馆长岑秋云 · 新官上任——专访局长柯恺: a title
        return None
    greets = GREETING.match(view, line.end() + 1) is not None
    reading = (read_set_apart if greets else read_known)(words, roster)
    reading = reading or _behind_heading(view, words, line.end(), roster)
    if reading is None or reading.kind not in _SPEAKS or _in_field(view, line):
        return None
    if reading.kind == "name" and reading.name not in roster and _TIMED.match(text):
        return None  # 13:45 关门
    byline = wrapped or not (line.start() or reading.outlet or "？" in view[:_ASKED])
    if byline and reading.kind == "reporter" and reading.name:  # a byline or credit
        return None
    start = line.start() + len(text) - len(text.lstrip())
    shown = (
        wrapped is not None
        or bool(text[:at].strip())
        or bool(clock and clock[0].strip(" ："))
        or start in strong
        or line.start() + at in strong
    )
    clear = reading.kind in ("person", "host", "reporter") or text.rstrip().endswith("：")
    # ■成本账: a mark before what might be a name heads a part, too
    heads = (
        reading.kind == "name" and _SIGN.match(text) and not clear and reading.name not in roster
    )
    weight = 2 + 2 * (shown and not heads) + clear
    end, reading = _with_lines(view, line.end(), reading, roster)
    if reading.kind == "host" and reading.name and end > line.end():
        return Label(start, end, reading, _WHOLE)  # 主持人： over the line 宣传处处长李梅
    if reading.kind == "person" and end > line.end():
        return Label(start, end, reading, 3 + 2 * shown)
    greets = words != text.strip() and greets
    weight += greets and reading.kind == "office"  # 部长： over 各位媒体朋友…
    shown = shown or (greets and text.rstrip().endswith("："))
    return Label(start, end, reading, weight if reading.kind != "office" or shown else _UNPROVED)


_WHOLE = 6  # the weight of a label of two lines, above that of its first line alone


def _in_field(view: str, line: re.Match[str]) -> bool:
    """Whether the line above is the name of a field of minutes, and the line what it holds; or the
    line is such a name and another field follows what it holds."""
    above = view[max(0, line.start() - 24) : line.start()].rstrip().rpartition("\n")[2]
    below = [words.strip() for words in view[line.end() + 1 : line.end() + 40].split("\n")]
    heads = line[0].strip() in _FIELDS and any(words in _FIELDS for words in below[1:2])
    return heads or above.strip() in _FIELDS


_FIELDS = ("纪录", "记录", "主席", "出席", "列席", "请假")
_SIGN = re.compile(rf" *[{SIGNS}]")
_ASKED = 400  # characters in which a question stands that a page begins with
_STACKED = 3  # lines below a name, office or 主持人 that may complete it


def _with_lines(view: str, end: int, reading: Reading, roster: Roster) -> tuple[int, Reading]:
    """The label, longer by the lines below that hold nothing but an office or name that it lacks:
    ``主持人`` / ``市委宣传部部务委员、新闻处处长`` / ``李梅``."""
    asked = _outlet_below(view, end) if reading == Reading("question") else None
    if asked:
        return asked
    for _ in range(_STACKED if reading.kind in ("name", "office", "host") else 0):
        found = _LINE.match(view, end + 1)
        said = read_known(found[0], roster) if found and "：" not in found[0] else None
        if found and (said is None or said.kind == "body"):
            said, found = _over_two_lines(view, found, roster)
        if found is None or said is None:
            break
        if said.kind == "office" and said.title and (not reading.title or reading.name):
            title = f"{reading.title}、{said.title}" if reading.title else said.title
            reading = reading._replace(title=title)
        elif said.kind in ("name", "person") and said.name and not reading.name:
            reading = reading._replace(name=said.name, title=reading.title or said.title)
        elif said == Reading("host") and reading.name:
            reading = reading._replace(kind="host")
        else:
            break
        end = found.end()
    whole = reading.kind != "host" and reading.name and reading.title
    return end, reading._replace(kind="person") if whole else reading


def _outlet_below(view: str, end: int) -> tuple[int, Reading] | None:
    """The outlet in the line below ``记者`` or ``提问``, and where the line ends."""
    found = _LINE.match(view, end + 1)
    words = found[0].strip() if found else ""
    said = read_known(words, Roster()) if 2 < len(words) <= _OUTLET else None
    said = said or read_likely_outlet(words)
    if found is None or said is None or said.kind not in ("outlet", "reporter") or not said.outlet:
        return None
    return found.end(), said._replace(kind="reporter")


_OUTLET = 16  # characters of an outlet's name


def _over_two_lines(
    view: str, first: re.Match[str], roster: Roster
) -> tuple[Reading | None, re.Match[str] | None]:
    """The office of which a line has the body and the next one the rest
    (``市住房城乡建设管理委`` / ``党组成员、副主任``), and the second line."""
    second = _LINE.match(view, first.end() + 1) if len(first[0]) <= _BODY else None
    if second is None or "：" in first[0] + second[0]:
        return None, None
    own = read_known(second[0], roster)
    whole = read_known(first[0].strip() + second[0].strip(), roster)
    both = own and own.kind == "office" and whole and whole.kind == "office"
    return (whole, second) if both else (None, None)


_BODY = 30  # characters of a body's name


def strong_labels(view: str, marks: Iterable[Mark], roster: Roster) -> Iterator[Label]:
    """Labels set bold before the speech in one line, with no colon (``<b>张三</b> 各位好``)."""
    found = [
        label
        for mark in marks
        if mark.kind == "strong" and (label := _strong_label(view, mark, roster))
    ]
    often = Counter(map(_same, found))
    for label in found:
        if label.weight > 3 or often[_same(label)] > 1 or len(found) > 2:
            yield label


_INDENT = 80  # blanks at most that a line begins with


def _strong_label(view: str, mark: Mark, roster: Roster) -> Label | None:
    """The bold words as a label, when they open a line and a speech follows them in it."""
    words = view[mark.start : mark.end]
    before = view[max(0, mark.start - _INDENT) : mark.start]
    opens = not before.rpartition("\n")[2].strip() and (mark.start < _INDENT or "\n" in before)
    after = view[mark.end : mark.end + 8].split("\n")[0].strip(" ：")
    said = words.strip(" ：【】[]")
    reading = read_known(said, roster) if opens and after else None
    body = split_body_name(said) if opens and after and reading is None else None
    if body and " " in said:  # 省委宣传部 柯恺
        reading = Reading("person", body.name, body.title)
    if reading is None or "\n" in words or reading.kind not in _SPEAKS:
        return None
    clear = reading.kind in ("person", "host", "reporter") or reading.name in roster
    tail = view[mark.end : mark.end + 3]
    end = mark.end + len(tail) - len(tail.lstrip(" ："))
    return Label(mark.start, end, reading, 3 + clear)


def _listed(view: str, first: Label | None, second: Label | None) -> bool:
    """Whether two label lines follow each other with no speech between: a list of people."""
    return first is not None and second is not None and not view[first.end : second.start].strip()
