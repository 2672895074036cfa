"""What shows that a quotation is not of the person whom the words around it name: to whom it is
said (``居民对柯恺说：“``), whose people say it (``柯恺的律师说：“``), who says it with another, or
what is read and not said (``墙上写着：“``). Unsure stays unnamed.
"""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of
from exporter.transcript.news.marks import without_titles
from exporter.transcript.news.own import leads_at_once
from exporter.transcript.news.speech import AFTER, VERB
from exporter.transcript.people.names import Titled
from exporter.transcript.people.offices import OFFICE
from exporter.transcript.people.roster import Roster

_REACH = 120  # characters before a quotation in which the words that lead up to it stand
# 居民骂 | 柯恺说 · 拉着 | 柯恺的手 · 转向 | 柯恺: he is spoken to
_TO = re.compile(
    "(?:[向对朝问骂呛斥喊跟给陪]|告诉|告知|追问|询问|质问|请问|批评|质疑|反驳|痛批|回应|转向|面对|见到|看到|遇到|碰到"
    rf"|[拉握围望看指追拦][着著住]|听完|听了)(?:[^，]{{0,10}}{OFFICE})?$"
)
# 柯恺的 | 回答: what is his own
_OWN = re.compile(f"[^，：]{{0,6}}(?:{any_of('news', 'sayings')})")
# 柯恺 | 办公室一名工作人员
_PEOPLE = re.compile(
    "[^，：]{0,4}(?:办公室|竞选|团队|律师|家属|家人|幕僚|阵营|总部|服务处|秘书(?!长)|助理|太太|妻子|夫人|丈夫|身[边旁]|一旁)"
)
_JOINS = "(?:和|与|跟|及|、|暨|偕|偕同)"
_TOGETHER = re.compile("都|均|双双|异口同声|一致|共同|齐声|双方|两人|二人")
_ON_WALLS = "写着|贴着|挂着|印着|刻着|标语|横幅|条幅|告示|字样"
# 墙上写着：“
_WRITTEN = re.compile(_ON_WALLS)
# 收到一条短信：“ · 转述居民的话：“
_READ = re.compile(f"{_ON_WALLS}|贴出|短信|微信|通知|公告|收到|传来|响起|转述|转达")
_HE_SAYS = re.compile("[他她](?!们|的(?!回答|答|话|解释))|这位|该|老人|此外|对此|据|至于")
_OUGHT = re.compile("必须|应该|应当|需要|不能|不该|这句话|意味|就是")  # 议会必须提出质疑
_KINDRED = ("孙子", "孙女", "孙儿")  # read as names, for 孙 is a surname


def is_read(view: str, start: int) -> bool:
    """Whether the clause that leads up to a quotation at `start` tells of a writing on a wall, a
    banner or a notice, which nobody says."""
    lead = _lead(view, start)
    return lead.endswith(("：", "着")) and _WRITTEN.search(lead.rpartition("，")[2]) is not None


def in_doubt(view: str, quote: re.Match[str], who: Titled | None, roster: Roster) -> bool:
    """Whether the words around a quotation show that it may be somebody else's than `who`'s."""
    if who is None:
        return False
    if who.name in _KINDRED or who.name.endswith(("记者", "网友", "民众")):
        return True
    lead = _lead(view, quote.start())
    if not (lead.endswith(("：", "，")) or _SAYS.search(lead) or leads_at_once(lead)):
        return _said_behind(view[quote.end() : quote.end() + 60], who)
    last = lead.rstrip("：，").rpartition("，")[2]
    if len(set(roster.names_in(lead))) > 1 and _TOGETHER.search(last):
        return True
    return bool(_READ.search(last)) or _of_another(last, who.name, roster)


_SAYS = re.compile(f"(?:{VERB})$")


def _lead(view: str, start: int) -> str:
    """What leads up to a quotation in its sentence."""
    ahead = without_titles(view[max(0, start - _REACH) : start])
    return re.split("[。！？“”\n]", ahead)[-1]


def _of_another(clause: str, name: str, roster: Roster) -> bool:
    """Whether a clause that leads up to a quotation has `name` as whom somebody speaks to, whose
    people speak, or who speaks together with another."""
    at = clause.rfind(name)
    if at < 0:
        return False
    before, after = clause[:at], clause[at + len(name) :]
    if name not in before and _TO.search(before):
        return True
    if after.startswith("的") and not _OWN.match(after, 1) and len(after) > 1:
        return True
    if _PEOPLE.match(after):
        return True
    others = (one for one in roster.names_in(before) if one != name)
    return any(re.search(f"{re.escape(one)}{_JOINS}[^，、]{{0,16}}$", before) for one in others)


def _said_behind(after: str, who: Titled) -> bool:
    """Whether the words behind a quotation that nothing leads up to say that somebody else than
    `who` says it (``”他的秘书说``)."""
    told = AFTER.match(after)
    if told is None or who.name in told[0] or _HE_SAYS.match(after):
        return False
    return not (_OUGHT.search(told["who"]) or (who.title and who.title in told[0]))
