"""A page that is one person's speech, without a label: ``以下是房屋局局长柯恺的开场发言：``.

Only the page's own lead can say whose it is, and only where a colon ends it and the speech follows
in the next line, or its title (``副市长柯恺在发布会上的讲话``) over a greeting; nobody else speaks
on such a page.
"""

from __future__ import annotations

import re

from exporter.transcript.people.names import Titled, is_name, split_honorific, split_title_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block

_REACH = 1500  # characters of a page in which the lead stands
_LEAD = re.compile(
    r"以下[是为](?P<who>[^。：，\n（]{2,40}?)(?P<when>今[日天晚早午]|昨[日天晚]|（|在|于|出席|的)"
    r"[^。：\n]{0,90}(?:发言|致辞|致词|讲话|演辞|讲辞|谈话)(?:全文|内容)?[^。：\n]{0,8}：\n"
)


# 海州市副市长柯恺在新闻发布会上的讲话（全文）
_TITLE = re.compile(
    r"(?P<who>[^。：，《》“”]{4,40}?)(?:同志)?在[^。：，]{2,60}[上时会式中]的?"
    r"(?:讲话|致辞|致词|发言|发布词|演讲)(?:全文|实录|稿|摘要|（[^（）]{1,10}）)*"
)
# 各位记者朋友： · 大家好！ at the beginning of a line
_GREETS = re.compile(
    "^ *(?=(?:尊敬的|各位|女士们|先生们|同志们|朋友们|记者朋友|媒体朋友|新闻界"
    "|大家(?:[上下]午|晚上)?好))",
    re.MULTILINE,
)
_HEAD = 400  # characters of a page before the greeting


def lone_speech(view: str, roster: Roster, heading: str = "") -> tuple[Block, ...]:
    """The one turn of such a page, up to its end; none where neither the lead nor `heading`, the
    page's title, says whose it is."""
    found = _LEAD.search(view, 0, _REACH)
    start = found.end() if found else len(view)
    if found is None and (found := _TITLE.fullmatch(heading.strip())):
        greets = _GREETS.search(view, 0, _HEAD)
        start = greets.end() if greets and found["who"] not in view[greets.end() :] else start
    if found is None or not view[start:].strip():
        return ()
    name, honorific = split_honorific(found["who"])  # 柯恺教授
    who = split_title_name(found["who"]) or Titled("", name, honorific)
    if not (who.title or is_name(who.name)):
        return ()
    title = who.title or next((t.title for t in roster.titled(who.name) if t.title), None)
    roster.add(who, introduced=True)
    return (
        Block(
            start,
            len(view.rstrip()),
            section="release",
            speaker=who.name,
            title=title or None,
            inferred=True,
        ),
    )
