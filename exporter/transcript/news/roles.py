"""What a report's title makes of somebody: an official, who speaks for his body, or a guest."""

from __future__ import annotations

import re

from exporter.transcript.model import Role
from exporter.transcript.people.roster import Roster


def known_title(name: str, roster: Roster) -> str | None:
    """The first office that the page gives a person, or ``None``."""
    return next((t.title for t in roster.titled(name) if t.title), None)


_OFFICIAL = re.compile(
    "发言人|(?:行政|立法|司法|监察|考试)院|议长|总统|总理|行政长官|特首|指挥官|政府|委(?!员会?委员)|局|厅|主席(?!台)|(?<!支部)书记|(?<!支)部|委员会|办公室|中心|[市县区省州署司处镇乡旗盟]长|法院|检察院|海关|人大|政协|警司|警监|督察"
)
_COMPANY = re.compile("记者$|公司|集团|合作社|协会|学院|大学|企业|商会|医院|基地")


def role_of(title: str | None) -> Role:
    """An official is a spokesperson of his body; anybody else quoted is a guest."""
    official = title and _OFFICIAL.search(title) and not _COMPANY.search(title)
    return "spokesperson" if official else "guest"
