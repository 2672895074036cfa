"""Questions that a news report quotes, and the people whom it names with an office anywhere.

``东川卫视记者问：“…？”`` is a journalist's turn, with the outlet; whoever answers is told by
`quotations`.
"""

from __future__ import annotations

import re

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.news.bounds import ALSO, whole_name
from exporter.transcript.people.listed import without_lead
from exporter.transcript.people.names import Titled, is_name
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.outlets import OUTLET, SOMEBODY
from exporter.transcript.people.roster import Roster, phrase_before

# 东川卫视记者问：“ · 新华社记者拿到了第一个提问机会：“
_ASKS = re.compile(
    r"(?:^|[。！？”；\n，、“])(?P<outlet>[^。！？”“；\n，：]{0,20}?)记者"
    r"(?:(?!记者)[^。！？；\n“”]){0,24}?(?:(?P<verb>[提追发]?问道?|问题|改口|喊|机会|话筒|说|道)：|(?P<cries>高喊|大喊|大声问|追问)|(?P<got>机会|话筒)，)$"
)
# 有网友问市长：“…？”
_PUBLIC_ASKS = re.compile(
    r"(?:^|[。！？”；\n，、])[^。！？”“；\n，：]{0,10}(?:网友|网民|听众|观众|读者|市民|群众|有人)"
    r"[^。！？；\n“”，]{0,16}?问[^。！？；\n“”，]{0,8}：$"
)
# 媒体询问柯恺“会觉得寂寞吗？”
_ASKS_AT_ONCE = re.compile(
    r"(?:^|[。！？”；\n，、])[^。！？”“；\n，：]{0,8}?(?:媒体|记者(?!会)|有(?:人|代表|家长|企业))"
    r"[^。！？；\n“”，：]{0,20}?(?:[询追提]问|高?喊|问到|问及|问)[^。！？；\n“”，：]{0,8}$"
)
_ONE_OF = re.compile(
    "^(?:只有|也有|还有|又有|更有|来自|其中|随后|首先|接着|最后|另一位|第[一二三四五六]个?)+"
)
_ASKED = re.compile("[？吗呢]”?$")
# …用户28日向中国国务院总理: what stands before the body
_CLAUSE = re.compile(r"[0-9]{1,4}[年月日]?|[向对由被将与让】]")
_TITLE = 30  # characters of an office with its body
_READ = 20_000  # characters of a report in which its people are looked for
_BEHIND = re.compile(r" ?(?P<rest>[^\s，。：；、！？“”（）]{2,6})")


# 香港《海州日报》记者的问题就很尖锐，“…” · 第一个问题是英国《海州日报》记者提的，“…”
_PUTS = re.compile(
    r"(?:^|[。！？”；\n，、])(?:[^。！？；\n“”，是由]{0,12}(?:是|由))?"
    r"(?P<outlet>[^。！？；\n“”，是由]{0,16}?)的?记者(?:的(?:问题|提问)[^。！？；\n“”，]{0,10}"
    r"|(?:提|问|提出|追问)的|[^。！？；\n“”，]{0,4}(?:关注|关心)[^。！？；\n“”，]{0,30})，$"
)
_PAPER = re.compile(r"《(?P<name>[^《》]{2,16})》")
# “…？”…第一个抢到话筒的海州社记者把问题抛给了他。 · “…？”对于这个问题，他的答案是
_THREW = re.compile(
    r"[^。！？；“”\n]{0,30}?(?:话筒|机会)的(?P<outlet>[^。！？；“”\n，：]{0,20}?)记者"
    r"|(?:对于|针对|面对|就)(?:这|该)(?:个|一|名记者的)?(?:问题|提问)"
)
# “…？”一位记者抢到了话筒。
_ASKS_BEHIND = re.compile(
    r"(?P<outlet>[^。！？”“；\n，：]{0,20}?)记者[^。！？；\n“”，]{0,10}?(?P<verb>问|话筒|举起?手|站起)"
)


def asked_by(before: str, said: str, after: str) -> str | None:
    """The outlet whose reporter puts the question `said`, by the words `before` it and `after` it;
    empty for a reporter of no outlet, ``None`` if no reporter asks."""
    before = before.replace("采访人员", "记者")  # as some copying sites say
    if _ASKED.search(said) and (_PUBLIC_ASKS.search(before) or _ASKS_AT_ONCE.search(before)):
        return ""
    if put := _PUTS.search(before) or (_ASKED.search(said) and _THREW.match(after)):
        paper = _PAPER.search(put["outlet"] or "")
        named = paper["name"] if paper else re.sub("^.*来自", "", put["outlet"] or "")
        if SOMEBODY.fullmatch(named) or OUTLET.fullmatch(named):
            return "" if SOMEBODY.fullmatch(named) else named
    found = _ASKS.search(before) or (_ASKED.search(said) and _ASKS_BEHIND.match(after))
    groups = found.groupdict() if found else {}
    verb = groups.get("verb") or groups.get("got") or groups.get("cries") or ""
    if not found or not ("问" in verb or verb == "改口" or _ASKED.search(said)):
        return None
    outlet = _ONE_OF.sub("", found["outlet"]).strip("《》")
    if SOMEBODY.fullmatch(outlet):
        return ""
    return outlet if OUTLET.fullmatch(outlet) else None


def note_officials(view: str, roster: Roster) -> None:
    """Notes in `roster` whoever the report names behind an office (``副司长柯恺首次…``), where the
    same name stands elsewhere in it and shows where it ends."""
    head = view[:_READ]
    for office in ONE_OFFICE.finditer(head):
        found = _BEHIND.match(head, office.end())
        rest = found["rest"] if found else ""
        new = rest and not ALSO.match(rest) and not roster.known_at(rest)
        if new and (name := _again(rest, head)):
            title = without_lead(phrase_before(head, office.end())).rpartition("的")[2]
            title = _CLAUSE.split(title)[-1] or office[0]
            whole = len(title) <= _TITLE and not SPEECH_IN_TITLE.search(title)
            roster.add(Titled(title if whole else office[0], name))


def _again(rest: str, head: str) -> str | None:
    """The name with which `rest` begins, if it comes again: of three characters when all of its
    places have the third."""
    counts = {n: head.count(rest[:n]) for n in (2, 3) if is_name(rest[:n]) and len(rest) >= n}
    if counts.get(3, 0) > 1 and counts[3] == head.count(rest[:2]):
        return whole_name(rest, 3, head)
    if counts.get(2, 0) > 1 and 2 * head.count(rest[:3]) <= counts[2]:
        return rest[:2]
    return None
