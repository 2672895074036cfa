"""Who has the role of a label, named behind its colon: before a greeting (``主持人：市委新闻处处长
柯恺 女士们…``), in brackets (``问：（云溪日报）水价涨不涨？``), or in the rest of its line or
the next, with the speech below (``提问：云溪日报记者``).
"""

from __future__ import annotations

import re

from exporter.transcript.cues import GREETING, SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, with_role
from exporter.transcript.people.names import Titled, split_body_name, split_title_name
from exporter.transcript.people.roster import Roster

_GREETED = re.compile(
    r" {0,2}(?P<who>[^\s，。：；！？“”（）]{4,40}) {1,4}(?=(?P<words>[^\n]{2,12}))"
)
_REPORTER = re.compile(" {0,2}记者(?! ?[们的从在会，。、：了])")  # 海州卫视 | 记者请问…
_ALONE = (Reading("host"), Reading("office"), Reading("answer"))
_ROLES = (Reading("host"), Reading("office"))
_ASKS, _ANSWERS = Reading("question"), Reading("answer")
_OF_ROLES = (*_ALONE, Reading("question"))
# 【发布】柯恺：各位…
_COLONED = re.compile(r"(?<=[】\]〕]) {0,2}(?P<who>[^\n。，？！：]{2,40})：")
_ASIDE = re.compile(
    r" {0,2}(?:（(?P<bracket>[^（）\n。？！，：]{2,40})）(?=[^\n])"
    r"|\n?(?P<line>[^\n。，？！：]{2,40})(?=\n[^\n]))"
)
_LINE = re.compile(r"\n(?P<office>[^\n。，？！：]{2,40})(?=\n[^\n])")


def with_holder(view: str, label: Label, roster: Roster) -> Label:
    """The label of a role, longer by who has it, that of an outlet by 记者; any other as it is."""
    said = label.reading
    more = _REPORTER.match(view, label.end) if said.outlet and not said.name else None
    if more and view[label.end - 1] not in "者：\n":
        return label._replace(end=more.end())
    found = _GREETED.match(view, label.end) if said in _ALONE else None
    if found and GREETING.match(found["words"]):
        who = split_title_name(found["who"])
        if who and who.title and not SPEECH_IN_TITLE.search(who.title):
            named = said._replace(name=who.name, title=who.title)
            return label._replace(end=found.end(), reading=named)
    if said in _OF_ROLES and (more := _COLONED.match(view, label.end)):
        return _behind_bracket(label, more, roster)
    words = view[label.start : label.end]
    if "嘉宾" in words or ("：" not in words and view[label.end : label.end + 1] != "\n"):
        return label
    found = _ASIDE.match(view, label.end)
    if found and found["line"] and said in _ROLES:
        return _below(view, label, found, roster)
    if said == Reading("host") and found and found["bracket"]:
        return _hosting(label, found, roster)
    if said not in (_ASKS, _ANSWERS):
        return label
    holder = _holder(said, found["bracket"], found["line"], roster) if found else None
    return label._replace(end=found.end(), reading=holder) if found and holder else label


def _behind_bracket(label: Label, found: re.Match[str], roster: Roster) -> Label:
    """The label of a role in brackets, longer by who has it before a colon."""
    known = read_known(found["who"].strip(), roster)
    if known is None or not (known.name or known.outlet):
        return label
    host = label.reading.kind == "host" and known.kind in ("person", "name")
    named = known._replace(kind="host") if host else known
    return label._replace(end=found.end(), reading=named)


def _hosting(label: Label, found: re.Match[str], roster: Roster) -> Label:
    """The label of a host, longer by his name in brackets (``主持人：（柯恺）各位朋友``)."""
    known = read_known(found["bracket"].strip(), roster)
    if known is None or not known.name or not (known.title or known.name in roster):
        return label
    return label._replace(end=found.end(), reading=known._replace(kind="host"))


def _below(view: str, label: Label, found: re.Match[str], roster: Roster) -> Label:
    """The label of a host or speaker, longer by a line with his name and one with his office, if a
    greeting stands below (``主持人：柯恺`` over ``各位朋友``); a list of guests has none."""
    line = found["line"].strip()
    known = read_known(line, roster)
    if known is None and (who := split_body_name(line)):  # 市委宣传部新闻处 柯恺
        known = Reading("person", who.name, who.title)
    if known is None or known.kind not in ("person", "name") or not known.name:
        return label
    end, title = found.end(), known.title
    office = _LINE.match(view, end)
    held = read_known(office["office"].strip(), roster) if office else None
    if office and held and held.kind == "office" and held.title:
        end, title = office.end(), title or held.title
    said = label.reading.kind == "office" and known.kind == "person" and known.title
    speaks = said and _SENTENCE.match(view, end + 1) and not _TELLS.match(view, end + 1)
    if not (GREETING.match(view, end + 1) or speaks):
        return label
    roster.add(Titled(title, known.name, known.honorific))
    host = label.reading.kind == "host"
    return label._replace(end=end, reading=Reading("host" if host else "person", known.name, title))


_SENTENCE = re.compile(r"[^\n：]{6,200}[。！？]")
# 5月8日，市政府新闻办举行…: the page's own lead below a list of who speaks
_TELLS = re.compile(r"[^\n。]{0,40}(?:举行|召开|举办)|[^\n。]{0,12}\d{1,2}日")


def _holder(said: Reading, bracket: str | None, line: str | None, roster: Roster) -> Reading | None:
    """Who asks or answers, as words in brackets or of a line say; ``None`` if they say else."""
    words = (bracket or line or "").strip()
    known = read_known(words, roster)
    if said == _ANSWERS:
        named = known and known.name and (known.kind == "person" or known.name in roster)
        office = known and known.kind == "office" and known.title and bracket
        return known if named or office else None
    if known and known.kind in ("reporter", "outlet") and (known.name or known.outlet):
        return known._replace(kind="reporter")
    return with_role("问", f"（{words}）") if bracket and known else None
