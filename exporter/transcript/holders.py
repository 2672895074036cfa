"""Who has the role of a label, named behind its colon: before a greeting (``主持人：市委新闻处处长
柯恺 女士们…``), in brackets (``问：（云溪日报）水价涨不涨？``), or in the rest of its line with the
speech below (``提问：云溪日报记者``).
"""

from __future__ import annotations

import re

from exporter.transcript.cues import GREETING, SPEECH_IN_TITLE
from exporter.transcript.known import read_known
from exporter.transcript.label import Label
from exporter.transcript.names import split_title_name
from exporter.transcript.reading import Reading, with_role
from exporter.transcript.roster import Roster

_GREETED = re.compile(
    r" {0,2}(?P<who>[^\s，。：；！？“”（）]{4,40}) {1,4}(?=(?P<words>[^\n]{2,12}))"
)
_ALONE = (Reading("host"), Reading("office"), Reading("answer"))
_ASKS, _ANSWERS = Reading("question"), Reading("answer")
_ASIDE = re.compile(
    r" {0,2}(?:（(?P<bracket>[^（）\n。？！，：]{2,40})）(?=[^\n])"
    r"|(?P<line>[^\n。，？！：]{2,40})(?=\n[^\n]))"
)


def with_holder(view: str, label: Label, roster: Roster) -> Label:
    """The label of a role, longer by who has it; any other as it is."""
    said = label.reading
    found = _GREETED.match(view, label.end) if said in _ALONE else None
    if found and GREETING.match(found["words"]):
        who = split_title_name(found["who"])
        if who and who.title and not SPEECH_IN_TITLE.search(who.title):
            named = said._replace(name=who.name, title=who.title)
            return label._replace(end=found.end(), reading=named)
    words = view[label.start : label.end]
    if "：" not in words or "嘉宾" in words or said not in (_ASKS, _ANSWERS):
        return label
    found = _ASIDE.match(view, label.end)
    holder = _holder(said, found["bracket"], found["line"], roster) if found else None
    return label._replace(end=found.end(), reading=holder) if found and holder else label


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
