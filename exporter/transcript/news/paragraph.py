"""Whose words a quotation is by the paragraph that leads up to it."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of
from exporter.transcript.news.bounds import bounded_name
from exporter.transcript.news.people import KIN, called, leading, person_in
from exporter.transcript.news.reported import without_addressed
from exporter.transcript.news.speech import NESTED, REPORTS, VERB
from exporter.transcript.people.names import Titled, name_score
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster

SHE_GOES_ON = re.compile(rf"[他她][^，。：]{{0,8}}?(?:{VERB})(?:记者|媒体|大家|对方)?[，：]?")


# 他先是摆手，后来还是站了起来。“…” · 三年前她回到老家。“…” · 她对记者说：“…”
_GOES_ON = re.compile(
    "(?:^|[，：”])(?:[^，]{0,4}(?<![把被给向对跟和问让拉请为替见])[他她]"
    "|(?:[这那]位|[^，]{0,2}[天后时])?(?:老人家?|老汉|大爷|大妈|大姐|阿姨))(?!们)"
)
_QUOTED = re.compile("“[^“”]{9,}”")  # a nickname is shorter


def of_paragraph(view: str, start: int, roster: Roster) -> Titled | None:
    """The one person of the paragraph before a quotation at `start`, whom its last sentence names
    or calls 他 or 她."""
    if view[start - 1 : start] == "”":  # another may answer
        return None
    ahead = _QUOTED.sub("", view[max(0, start - PARAGRAPH) : start].rpartition("\n")[2])
    said = [sentence for sentence in re.split("[。！？]", ahead) if sentence]
    led = said and SHE_GOES_ON.fullmatch(said[-1].rstrip("，：").rpartition("，")[2])
    if not said or not (led or ahead.endswith(("。", "！", "？", "："))):
        return None
    clauses = [clause for sentence in said for clause in sentence.split("，")]
    found = [
        who
        for clause in clauses
        if (who := begun_by(clause, view, roster))
        and not _OF_HIM.match(clause.partition(who.name)[2])
    ]
    if not found and _GOES_ON.search(said[-1]) and (name := bounded_name(said[0], view)):
        return Titled("", name) if name_score(name) > 2 else None  # 杜民超2007年到农场，他说：“
    if len({who.name for who in found}) != 1:
        return None
    meant = found[0].name in said[-1] or _GOES_ON.search(said[-1])
    last = said[-1].rpartition("，")[2].partition(found[0].name)[2] or said[-1].rpartition("，")[2]
    other = found[0].name not in said[-1] and ONE_OFFICE.search(last)
    return None if not meant or other or SOMEBODY.search(last) or KIN.search(last) else found[0]


# 柯恺的表现给人留下了印象。“…”: others speak of him
_OF_HIM = re.compile("的(?:表现|风格|态度|形象|风度|坦诚)")


# 她引用了一位老院长的话：“…” · 他身边的村民说：“…”
SOMEBODY = re.compile(
    f"{any_of('news', 'callings')}|引用|借用|转述|的话|那句|有句|有人|对方|孩子|群众"
    "|[一另][位名]|同行|身边|身旁|一旁|老伴|家人|同事|邻居|朋友|[妻儿]子|丈夫|女儿|[父母]亲"
)


PARAGRAPH = 300  # characters of it before a quotation


# 他又指出，…
_HE_REPORTS = re.compile(rf"[他她](?!们)[^，。：“”]{{0,8}}?(?:{VERB})[，：]?")
_ABOVE = 900  # characters above a quotation in which its paragraph and those before it stand


def of_chain(view: str, start: int, roster: Roster) -> Titled | None:
    """The person whose words the paragraph above reports (``柯恺表示，…``), where a quotation's
    own goes on with what 他 or 她 says (``他又指出，…。“…”``) and neither names anybody else."""
    lines = view[max(0, start - _ABOVE) : start].split("\n")
    for whole in reversed(lines[1:] if start > _ABOVE else lines):
        line, who = NESTED.sub("□", whole), None
        if not _HE_REPORTS.match(line):
            told = REPORTS.match(line)
            who = person_in(told["who"], roster) if told else None
            if told is None or who is None or whole is lines[-1]:
                return None
        rest = without_addressed(line[told.end() :] if who and told else line)
        named = any(name != (who and who.name) for name in roster.names_in(line))
        if named or ONE_OFFICE.search(rest) or SOMEBODY.search(rest):
            return None
        if who:
            return who
    return None


# 六十二岁的“船老大”孟家财坐在第二排
_CALLED = re.compile("的?“[^“”]{2,8}”(?P<rest>.+)")


def begun_by(clause: str, view: str, roster: Roster) -> Titled | None:
    """The person with whom a clause begins, a nickname in quotation marks before the name too."""
    nick = _CALLED.search(clause)
    rest = nick["rest"] if nick else ""
    if rest and (name := bounded_name(rest, view)):
        return Titled("", name)
    return leading(clause, view, roster) or called(clause, view)


# 柯恺专程赶来。他说，水价三年没变。“…”
_HE_TOLD = re.compile(rf"(?:^|[。！？])[他她](?!们)[^，。：]{{0,8}}?(?:{VERB})，")


def he_told(ahead: str, view: str, roster: Roster) -> Titled | None:
    """The one person of the paragraph `ahead` of a quotation, of whom its first sentences tell,
    where the last are what 他 or 她 says and tell of nobody else."""
    ahead = NESTED.sub("□", ahead)
    told = next(reversed(list(_HE_TOLD.finditer(ahead))), None)
    if told is None or not ahead.endswith(("。", "！", "？")):
        return None
    earlier, rest = ahead[: told.start() + 1], ahead[told.end() :]
    clauses = re.split("[。！？，]", earlier)
    found = {who.name: who for one in clauses if (who := begun_by(one, view, roster))}
    others = any(name not in found for name in roster.names_in(ahead))
    if len(found) != 1 or others or ONE_OFFICE.search(rest) or SOMEBODY.search(rest):
        return None
    return next(iter(found.values()))
