"""The list of who takes part that some pages print before the talk: ``主持人：王芳
市委宣传部副部长``.

It looks like labels and is none: what follows the colon is a person, not a speech. Its people go to
the roster, and who is named as host there is the 主持人 of the labels.
"""

from __future__ import annotations

import re

from exporter.transcript.cues import GREETING
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.tables import is_header
from exporter.transcript.people.divided import divided_person
from exporter.transcript.people.listed import listed_person, named_in
from exporter.transcript.people.names import Titled, is_name, split_title_name, unspaced
from exporter.transcript.people.offices import OFFICE
from exporter.transcript.people.roster import Roster

_FIELD = re.compile(
    "(?:(?:[一二三四五六七八九十壹贰貳叁参肆伍]、|\\d{1,2}[.、]) *)?(?:时 *间|地 *点|日 *期"
    "|来源|主题|主办|直播|发布时间|活动时间|访谈时间|摘要|简介"
    "|出席(?:者|人员|嘉宾|领导)?|列席(?:者|人员)?|与会(?:者|人员)|发布单位|发布日期|[纪记]录)[：】]"
)
_TOOL = 30  # characters of a line of the page's own
_ROLES = ("host", "office", "answer", "person", "name")
_CREDITED = ("reporter", "question")


def without_header(view: str, labels: tuple[Label, ...], roster: Roster) -> tuple[Label, ...]:
    """The labels after those of a list of participants; the listed go to `roster`."""
    labels = _without_headlines(view, _below_lead(view, labels))
    speak = frozenset(label.reading.name for label in labels if label.reading.name)
    for index, label in enumerate(labels):
        end = labels[index + 1].start if index + 1 < len(labels) else len(view)
        people = _listed(view, label, end)
        people = _named_again(view, label, end, speak) if people is None else people
        if people is None:
            return labels[index:]
        for person in people if label.reading.kind in _ROLES else ():
            roster.add(person, introduced=True)
            if label.reading.kind == "host":
                roster.hosts[person.name] = None
    return ()


# 海州社海州3月5日电（记者 李梅） · 3月5日，海州市政府举行新闻发布会
_LEAD = re.compile(
    r"^(?:[^\n，。：]{0,16}(?:社|网|报|台)[^\n，。：]{0,16}[日]?(?:电|讯)(?:（记者|[ ：])"
    r"|[^\n。：]{0,60}\d日[^\n。：]{0,60}(?:举行|召开|举办)[^\n。：]{0,60}"
    r"(?:发布会|记者会|吹风会|通气会|见面会|招待会))",
    re.MULTILINE,
)
_ABOVE = 1200  # characters of a page above its lead
_STOP = re.compile("[。！？]")


def _below_lead(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels without those above the page's own lead that have no sentence behind them: a
    title, the caption of a picture, who wrote it (``作者：``)."""
    lead = _LEAD.search(view, 0, _ABOVE)
    if lead is None:
        return labels
    above = [label for label in labels if label.end <= lead.start()]
    bare = [x for x in above if not _STOP.search(view, x.end, lead.start())]
    return labels[len(above) :] if above and len(bare) == len(above) else labels


# 市长：已采取有力措施 一旦发现将及时公布: a headline has no stop, and no comma
_HEADLINE = re.compile(r"[^\n，。！？；：“”]{6,40}(?=\n)")
_HEADLINE_LINES = 3


def _without_headlines(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels without those that open a headline, one of the first lines of the page, with
    prose and no speech below it."""
    for index, label in enumerate(labels):
        above = view[: label.start].split("\n")
        lines = sum(bool(line.strip()) for line in above[:-1])
        said = label.reading
        opens = not above[-1].strip() and lines < _HEADLINE_LINES
        if not opens or said.kind not in ("office", "person", "name", "body"):
            return labels[index:]
        line = _HEADLINE.match(view, label.end)
        if line is None or GREETING.match(line[0].strip()):
            return labels[index:]
    return ()


_CAPTION = 60  # characters of lines below a picture's caption


def without_captions(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels without those of a line without a colon that nothing but short lines without any
    stop part from the next one: whom a picture shows, who took it, and no speech."""
    kept: list[Label] = []
    end, dropped = len(view), False
    for label in reversed(labels):
        alone = view[label.end : label.end + 1] == "\n" and view[label.end - 1] != "："
        below = view[label.end : min(end, label.end + _CAPTION)].strip() if alone else ""
        bare = 0 < end - label.end <= _CAPTION and not re.search("[，。！？；：]", below)
        shown = alone and bare and label.reading.kind in ("person", "name") and end < len(view)
        dropped = shown and (dropped or bool(below))
        end = label.start
        if not dropped:
            kept.append(label)
    return tuple(reversed(kept))


def _named_again(
    view: str, label: Label, end: int, speak: frozenset[str]
) -> tuple[Titled, ...] | None:
    """The people behind a role (``发布人：海州市副市长王芳``), prose or not below them, when all
    have labels of their own further on; the office behind a name (``王芳：海州市副市长``)."""
    line = view[label.end : end].strip().split("\n")[0].strip()
    said = label.reading
    if not 0 < len(line) <= 80:
        return None
    if said.kind == "name":
        alone = view[label.end : end].strip() == line and _OFFICE_LINE.fullmatch(line)
        return (Titled(line, said.name),) if alone else None
    people = None if said.name or said.kind not in _ROLES else people_of(line)
    return people if people and all(person.name in speak for person in people) else None


# 海州市生态环境局副局长、新闻发言人
_OFFICE_LINE = re.compile(rf"[^，。：；！？“”\n]{{2,40}}(?<=..){OFFICE}|{OFFICE}")


def is_credit(view: str, label: Label) -> bool:
    """Whether a label opens no question but a byline (``记者：王小二``, ``编辑：李四``)."""
    if label.reading.kind not in _CREDITED:
        return False
    if label.reading.outlet and not _dated_before(view, label.start):
        return False
    line = _TOOLS.sub("", view[label.end : label.end + 40].split("\n")[0]).strip()
    return bool(line) and all(is_name(unspaced(name)) for name in re.split("[、，； ]+", line))


def _dated_before(view: str, start: int) -> bool:
    """Whether a date, a page's number or another credit stands before a label in its line: a
    byline (``资料：市政府新闻办 编辑：``, ``3月20日 第A02版：综合新闻 北岭健康报 记者：``)."""
    before = view[max(0, start - 60) : start].rpartition("\n")[2]
    credit = re.search("(?:资料|来源|供稿|文字|图片|审核|校对|责编)：[^。！？：]{0,40}$", before)
    return credit is not None or re.search(r"\d{1,2}日|\d-\d|\d版", before) is not None


# 记者：乌云珊 放大 缩小 默认
_TOOLS = re.compile("(?: +(?:放大|缩小|默认|字号|字体|[大中小]|打印|分享|收藏|评论))+ *$")


def holder_of(view: str, label: Label) -> Titled | None:
    """The person whom the rest of the line names as holding the office of the label: a list
    (``海珠区副区长：叶嘉良``) and no speech. ``None`` when the next line may be his speech."""
    if label.reading.kind != "office" or not label.reading.title:
        return None
    line, _, behind = view[label.end : label.end + 120].partition("\n")
    name = unspaced(line.strip())
    following = behind.split("\n")[0]
    if not is_name(name) or (len(following) > 30 and not _LISTS.match(following)):
        return None
    return Titled(label.reading.title, name)


_LISTS = re.compile("[^，。：\n]{2,30}[：\t]")


# 嘉宾：云溪大学副教授 元明简介：4月9日，…
_ABOUT = re.compile("(?:内容|访谈|嘉宾)?(?:简介|导读|摘要|提要)：")


def _listed(view: str, label: Label, end: int) -> tuple[Titled, ...] | None:
    """The people that a line of a list names; ``None`` when a speech follows the label."""
    lines = [line.strip() for line in view[label.end : end].split("\n") if line.strip()]
    if label.reading.kind == "name" and (listed := _name_and_office(label, lines)):
        return listed
    named_already = label.reading.kind in ("person", "name")
    if named_already and lines and (all(map(_FIELD.match, lines)) or _list_goes_on(lines[0])):
        return (Titled(label.reading.title, label.reading.name),)
    if not lines and end < len(view):  # 发布人： over the lines of those who speak
        return (Titled(label.reading.title, label.reading.name),) if named_already else ()
    lines = [_ABOUT.split(line)[0] for line in lines[:1]] + lines[1:]
    if named_already or not lines or len(lines[0]) > 80:
        return None
    people: list[Titled] = []
    for line in lines[:12]:
        if people and _ABOUT.match(line):
            return tuple(people)  # what the talk is about, at any length
        named = people_of(line)
        if named is None and not (_FIELD.match(line) or is_header(line) or _is_tool(line, people)):
            return None
        people += named or ()
    return tuple(people) or None


def _name_and_office(label: Label, lines: list[str]) -> tuple[Titled, ...] | None:
    """The people of a list of names with offices behind them, the label the name of the first
    (``柯恺 市水利局副局长`` / ``董 倩 云溪县副县长``); ``None`` where it is none."""
    if not lines or not _OFFICE_LINE.fullmatch(lines[0]) or len(lines) > _MOST_LISTED:
        return None
    people = [Titled(lines[0], label.reading.name)]
    for line in lines[1:]:
        named = people_of(line) or ()
        if len(named) != 1 or not named[0].title:
            return None
        people += named
    return tuple(people)


_MOST_LISTED = 12  # people


# 主持人	小禾（徐禾） · 主持人：市政府新闻办副主任 柯恺
_HOST_FIELD = re.compile("(?:主持人?|状态|访谈摘要|内容摘要) *(?:\t|：(?=[^，。！？]{2,40}$))")


def _list_goes_on(line: str) -> bool:
    """Whether the line below a person is one of a list: another with an office, who presides."""
    if len(line) > _LONGEST or (line.endswith("。") and len(line) <= _CALL):
        return False
    people = people_of(line)
    return bool(people and all(p.title for p in people)) or _HOST_FIELD.match(line) is not None


_LONGEST = 60  # characters of a line that names one person
_CALL = 14  # characters of words that call on the next member (柯恺议员。)


def _is_tool(line: str, people: list[Titled]) -> bool:
    """Whether a line behind the `people` of a list is the page's own (``文字直播``, ``刷新间隔：
    30秒``): short, and no sentence."""
    return bool(people) and len(line) <= _TOOL and not re.search("[。！？；…]", line)


def _several(phrase: str) -> tuple[Titled, ...]:
    """The people between whom ``、`` stands, each with an office (``局长柯恺、副局长陇俊伟``,
    ``鄭副院長家明、經濟部龔部長信宏``); none if anything is left behind the last."""
    pieces = phrase.strip().split("、")
    divided = [person for piece in pieces if (person := divided_person(piece))]
    if divided:
        return tuple(divided) if len(divided) == len(pieces) else ()
    named = tuple(named_in(phrase, listed=True)) if len(pieces) > 1 else ()
    return named if named and pieces[-1].endswith(named[-1].name) else ()


# 有请…村党支部书记柯恺。: said, and no list
_SPOKEN = re.compile(
    "(?:出席|参加)[^，。]{0,20}[有是]|有请|欢迎|我们|大家|感谢|谢谢|各位|^(?:首先|下面|接下来|现在|先)?，?请"
)


def people_of(line: str) -> tuple[Titled, ...] | None:
    """The people of a line that names nothing else."""
    if re.search("[。！？]", line.rstrip("。")) or _SPOKEN.search(line):
        return None
    names = line.split()
    if len(names) > 1 and all(map(is_name, names)):  # 嘉宾：贺兰舟 苗立群 陶格斯
        return tuple(Titled("", name) for name in names)
    found: list[Titled] = []
    for phrase in re.split("[，；]|(?<=）)、", line.rstrip("。，；、 ")):
        if several := _several(phrase):
            found += several
            continue
        person = divided_person(phrase) or split_title_name(phrase)
        name = unspaced(phrase.strip())
        if person is None and is_name(name):
            person = Titled("", name)
        # 市政府新闻办公室副主任 高兴: a word may be a name behind an office and a blank
        if person is None and " " in phrase.strip():
            listed = listed_person(phrase)
            person = listed if listed and listed.title else None
        if person is None:
            return None
        found.append(person)
    return tuple(found)
