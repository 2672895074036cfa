"""Lines that announce who speaks below, with what he does and no colon: ``柯恺致辞``,
``市水利局局长柯恺介绍有关情况``, ``【柯恺作总结讲话】``.

A caption says the same of a picture and a heading of a report the same of its next part. So the
speech must show: it addresses those present or says "we", or the page has another such line above
one that does, or a reporter's line above a question; and it does not tell of him whom the line
names.
"""

from __future__ import annotations

import re

from exporter.source.scanning import at_lines
from exporter.transcript.cues import GREETING
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, read_label
from exporter.transcript.people.roster import Roster

_LINE = re.compile(r"^[^\n，。！？；：“”（）]{4,60}(?=\n[^\n])", re.MULTILINE)
_SET = " \t【】[]"  # around the words of a line
_DOES = re.compile(
    "(?P<deed>(?:首先|随后|最后|现场)?(?:(?:[作做致]|进行)(?=[^，。]{0,12}(?:[辞词]|讲话|发言|介绍|发布|通报"
    "|解读|说明|总结|报告|汇报|点评|回答|解答|答复|表态))|致辞|致词|讲话|发言|介绍|发布|通报|解读|说明|宣布|宣读"
    "|汇报|总结|表态|点评|答记者问|回答|答复|回应|主持)(?![人会厅室台]).{0,20})"  # no 发言人
)
# 柯恺在发布会上致辞 · 图为柯恺致辞 · 柯恺 摄: of a picture
_SHOWN = re.compile("[在于].{0,20}[上中]|图为|^图|摄影?$|右|左|合影")
_PRESENT = re.compile("[我咱您]|大家|各位|谢谢|同志们|朋友们")
_QUOTED = re.compile("“[^“”]*”")
_TELLS = re.compile(
    "[^。！？\n]{0,30}(?:表示|指出|强调|介绍说|认为|说[，：]|称[，：])|[^。\n]{0,12}\\d{1,2}[日月]"
)
# 云溪日报记者提问 over a line that asks: so the page announces who speaks
_ASKS = re.compile("(?:记者|媒体)(?:提问|追问)$")
_QUESTION = re.compile(r"\n[^\n：]{2,400}？")
_SPEECH = 600  # characters in which a speech shows that it is one
_WEIGHT = 6


def heralded_labels(view: str, roster: Roster) -> list[Label]:
    """The lines that announce who speaks below them; none of a page where no speech shows it."""
    found: list[Label] = []
    sure = 0
    for line in at_lines(_LINE, view):
        words = line[0].strip(_SET)
        if (asks := _ASKS.search(words)) and _QUESTION.match(view, line.end()):
            sure += 1
            asker = read_label(words[: asks.start()] + "记者")
            if asker and asker.kind == "reporter" and not roster.lists_at(line.start()):
                found.append(Label(line.start(), line.end(), asker, _WEIGHT))
        does = _DOES.search(words)
        said = _who(words[: does.start()], does["deed"], roster) if does else None
        if said is None or _SHOWN.search(words) or roster.lists_at(line.start()):
            continue
        if _TELLS.match(view, line.end() + 1):
            continue
        found.append(Label(line.start(), line.end(), said, _WEIGHT))
        below = view[line.end() + 1 : line.end() + _SPEECH].split("\n")[0]
        speech = _QUOTED.sub("", below)
        sure += bool(GREETING.match(speech.strip()) or _PRESENT.search(speech))
    return found if sure else []


def _who(words: str, deed: str, roster: Roster) -> Reading | None:
    """Who does it: somebody with an office, or whom the page names."""
    said = read_known(words.strip(), roster) if len(words.strip()) > 1 else None
    if said is None or said.kind not in ("person", "name", "host") or not said.name:
        return None
    if said.kind == "name" and said.name not in roster:
        return None
    return said._replace(kind="host") if deed.startswith("主持") else said
