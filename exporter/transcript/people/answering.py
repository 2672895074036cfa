"""Who answers, as the head of a page tells it: whom a reporter has interviewed (``记者采访了
省医保局副局长汤闻笙。``), who took questions, whom the title talks to (``对话汤闻笙：…``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.people.listed import named_in
from exporter.transcript.people.names import HAN, Titled, is_name
from exporter.transcript.people.offices import HONORIFIC, OFFICE

REACH = 1500  # characters of a page in which its head stands
# 1.问： · 记者：
_FIRST = re.compile(r"^.{0,6}?(?:问|记者|[Qq]) ?\d{0,2} ?[：】\]]", re.MULTILINE)
_MET = re.compile(
    r"(?:采访|专访|对话|访谈|连线|访问|请教)(?:了|到了?)?(?P<whom>[^。；：！？\n]{2,80})"
    r"|[与同和](?P<with>[^。，；：！？\n]{4,60}?)(?:面对面|(?:进行了?)?(?:对话|交流|座谈))"
)
# 200124柯恺联访逐字稿 · 柯恺先生记者招待会（全程文字记录）: what heads nothing but a talk
_TALK_OF = re.compile(
    rf"(?<!{HAN})(?P<name>{HAN}{{2,4}}?)(?:{HONORIFIC})?"
    "(?:媒体)?(?:联访|堵访|受访|专访|访谈|记者会|记者招待会)"
    "（?(?:全程)?(?:文字)?(?:逐字稿|文字稿|全文|实录|[纪记]录)"
)
# 以下为今日在立法会会议上易嘉琳议员的提问和医务卫生局局长卢柏年教授的书面答复
_REPLIED = re.compile(
    "(?:议员|委员|代表)的?(?:质询|提问|问题)[和及与](?P<whom>[^。，；：！？\\n]{4,40}?)的?"
    "(?:书面|口头)?(?:答复|回复|答辩)"
)
_IS_MET = re.compile("(?:接受|回应)[^，。；！？\n]{0,16}$")  # 接受本报记者采访
_OFFICE_BEHIND = re.compile(
    rf"(?P<name>{HAN}{{2,4}}|{HAN}+·{HAN}+)（(?P<office>[^（）]{{0,30}}{OFFICE})）"
)
_ANSWERS = re.compile(
    "接受[^，。；！？\n]{0,16}(?:采访|专访)|(?:回答|解答|回应|答复)了?[^，。；！？\n]{0,20}(?:问|问题|提问|关切)"
    "|答[^，。；！？\n]{0,8}记者问|(?:作|做|进行)了?[^，。；！？\n]{0,8}(?:解读|解答|回应|阐释)"
)
_CIRCUMSTANCE = re.compile(
    "(?:在|就|对|围绕|针对|于(?=[一二三四五六七八九十今昨\\d])|日前|近日|近期|今天|昨天|当场|现场).*"
)
_BEFORE = re.compile("^(?:会后|会上|随后|对此|为此|日前|近日|近期|今天|昨天|\\d{1,2}月\\d{1,2}日)")
_STOPS = "，。；：！？\n\t“”（）"
_NEAR = 80  # characters before a deed in which its subject stands


def answering(view: str, known: frozenset[str]) -> Iterator[Titled]:
    """The people who answer, with the offices that stand beside them there; of the `known` ones a
    name alone will do."""
    first = _FIRST.search(view, 0, REACH)
    head = view[: first.start() if first else REACH]
    for met in _MET.finditer(head):
        if not _IS_MET.search(head, max(0, met.start() - _NEAR), met.start()):
            yield from _people(met["whom"] or met["with"], known)
    for replied in _REPLIED.finditer(head):
        yield from _people(replied["whom"], known)
    for told in _TALK_OF.finditer(head):
        if is_name(told["name"]):
            yield Titled("", told["name"])
    for deed in _ANSWERS.finditer(head):
        low = max(0, deed.start() - _NEAR)
        at = max(head.rfind(stop, low, deed.start()) for stop in _STOPS) + 1
        subject = _CIRCUMSTANCE.sub("", _BEFORE.sub("", head[at or low : deed.start()]))
        yield from _people(subject, known)


def _people(words: str, known: frozenset[str]) -> Iterator[Titled]:
    """The people whom the first clause names with an office, or whose known name opens it."""
    if behind := _OFFICE_BEHIND.match(words):
        yield Titled(behind["office"], behind["name"])
        return
    clause = re.sub(f"(?:{HONORIFIC})$", "", words.partition("，")[0])
    named = [who for who in named_in(clause, listed=True) if is_name(who.name) or who.name in known]
    if not named and (name := next((n for n in known if clause.startswith(n)), None)):
        named = [Titled("", name)]
    yield from named
