"""Whose words a quotation is by the one person of whom its own sentence tells
(``柯恺从没上过台，“我紧张得睡不着。”`` · ``柯恺动了怒，回呛“你拍什么桌！”``)."""

from __future__ import annotations

import re

from exporter.transcript.news.familiar import familiar_names, without_familiar
from exporter.transcript.news.marks import without_titles
from exporter.transcript.news.paragraph import SOMEBODY, begun_by
from exporter.transcript.news.people import KIN
from exporter.transcript.news.reported import OTHERS, without_addressed
from exporter.transcript.news.speech import FIRST_PERSON
from exporter.transcript.people.names import Titled
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster

_SENTENCE = 160  # characters before a quotation in which its sentence stands
_PARAGRAPH = 400
# 怒回“…” · 致电派出所问“…”
_AT_ONCE = re.compile(
    "(?:[问答喊嚷吼骂嗆呛]|[怒回反]{1,2}[回呛嗆问击]|[喊叫嚷骂]道|问(?:在场)?(?:媒体|记者|大家))[：，]?$"
)
# 柯恺拿起话筒却顿住了，“…”
_WAY = re.compile("[^，]{0,6}(?:话筒|笑|摆手|摇头|点头|摇摇头|感慨|感叹|叹|表态|脱口)")
# 她很惊讶，“…”
_FEELS = re.compile(
    "(?:惊讶|高兴|无奈|激动|感慨|委屈|着急|不解|自豪|欣慰|疑惑|兴奋|坦然|淡定|满意|心有余悸|赞不绝口)$"
)
_HE = re.compile("[他她](?!们)")
# Of whom more than one sentence or somebody else may tell, or what he reads or hears:
# …，却被记者拦住，“…”
_TURNED = re.compile(
    "被|记者(?!会)|有人|媒体(?:追|[询提]?问)|只见|[听看][到见]|收到|传来|标语|横幅|写着"
)


def leads_at_once(sentence: str) -> bool:
    """Whether a verb of one character, as for a retort, stands right before a quotation."""
    return _AT_ONCE.search(sentence) is not None


def others_speak(clause: str) -> bool:
    """Whether somebody else may say what stands right behind a clause."""
    found = (SOMEBODY.search(clause), KIN.search(clause), _TURNED.search(clause))
    return any(found) or (OTHERS.search(clause) is not None and not leads_at_once(clause))


def of_own_sentence(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """The one person with whom the clauses of a quotation's sentence begin, or whom the sentences
    before it in the paragraph tell of where it begins with 他 or 她; only where the words are in
    the first person, or what he does before them is a way to speak."""
    start = quote.start()
    ahead = without_titles(view[max(0, start - _PARAGRAPH) : start].rpartition("\n")[2])
    sentences = re.split("[。！？]", ahead)
    sentence = sentences[-1].rstrip("，：").rpartition("”")[2]
    if len(sentence) > _SENTENCE:
        return None
    last = without_familiar(without_addressed(sentence.rpartition("，")[2]))
    if "“" in sentence or others_speak(last):
        return None
    clauses = sentence.split("，")
    told = [who for clause in clauses if (who := begun_by(clause, view, roster))]
    if not told and any(_HE.match(clause) for clause in clauses):
        earlier = [clause for one in sentences[:-1] for clause in one.split("，")]
        told = [who for clause in earlier if (who := begun_by(clause, view, roster))]
        sentence = ahead
    names = {who.name for who in told}
    if len(names) != 1 or any(name not in names for name in roster.names_in(sentence)):
        return None
    before, _, rest = sentence.partition(told[0].name)
    if any(name != told[0].name for name in familiar_names(f"{before}，{rest}", view)):
        return None
    if rest.startswith(("的", "和", "与", "、")) or ONE_OFFICE.search(rest):
        return None
    speaks = leads_at_once(sentence) or FIRST_PERSON.search(quote["said"]) or _WAY.match(rest)
    speaks = speaks or _FEELS.search(last)
    return told[0] if speaks else None
