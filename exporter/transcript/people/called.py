"""People whom labels call by the surname alone (``覃：`` through a whole record).

The first mention gives the name: an office before it, and the surname. It is believed where the
page names one person so, and no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.transcript.people.names import HAN, Titled, is_name
from exporter.transcript.people.offices import HONORIFIC, OFFICE
from exporter.transcript.people.surnames import COMPOUND, SINGLE

_LABEL = re.compile(
    rf"^ *(?P<surname>[{''.join(sorted(SINGLE))}]|{'|'.join(sorted(COMPOUND))})：", re.MULTILINE
)
_TITLE = re.compile(r"[^\s，。；：！？、“”（）【】\[\]]{0,24}$")


def called_by_surname(view: str) -> Iterator[Titled]:
    """The people whom surnames in front of a colon mean, each said at least twice at a line's
    start."""
    often = Counter(found["surname"] for found in _LABEL.finditer(view))
    for surname, times in often.items():
        if times > 1 and (person := _named(view, surname)):
            yield person


def _named(view: str, surname: str) -> Titled | None:
    """The one person with this surname whom the page names behind an office."""
    named: dict[str, Titled] = {}
    form = re.compile(
        rf"(?P<office>{OFFICE}) ?(?P<name>{surname}{HAN}{{1,2}})"
        rf"(?=[，。、；：！？（\s]|{HONORIFIC}|$)"
    )
    for found in form.finditer(view):
        before = _TITLE.search(view[max(0, found.start() - 24) : found.start()])
        if is_name(found["name"]):
            title = (before[0] if before else "") + found["office"]
            named.setdefault(found["name"], Titled(title, found["name"]))
    return next(iter(named.values())) if len(named) == 1 else None
