"""A page that is one person's speech, without a label: ``以下是房屋局局长柯恺的开场发言：``.

Only the page's own lead can say whose it is, and only where a colon ends it and the speech follows
in the next line; nobody else speaks on such a page.
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


def lone_speech(view: str, roster: Roster) -> tuple[Block, ...]:
    """The one turn of such a page, up to its end; none where the lead doesn't say whose it is."""
    found = _LEAD.search(view, 0, _REACH)
    start = found.end() if found else len(view)
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
