"""People whom labels call by less, or by more, than lists of surnames know.

A surname alone (``覃：`` through a whole record), a name of any form (``艾尼瓦尔：``): the first
mention on the page proves it, with an office right before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.transcript.cues import GREETING
from exporter.transcript.people.names import DEEDS, HAN, Titled, is_name
from exporter.transcript.people.offices import HONORIFIC, OFFICE, ONE_OFFICE
from exporter.transcript.people.surnames import COMPOUND, NOT_NAMES, SINGLE

_LABEL = re.compile(
    rf"^[^\w\n]{{0,4}}(?P<head>{HAN}{{1,7}})(?:[：】\]”』〉＞》｜丨/；]|$)", re.MULTILINE
)
_TITLE = re.compile(r"[^\s，。；：！？、“”（）【】\[\]]{0,24}$")
_OFFICE_END = re.compile(rf"{OFFICE} ?\Z")
_ENDS = re.compile(rf"[，。、；：！？（）\s]|{HONORIFIC}|作|做|介绍|主持|回答|发布|出席|通报|$")
_VERB = re.compile("介绍|回答|答复|回复|回应|表示|发言|致辞|讲话|主持|发布|通报|提问|总结|说$")
_MOST = 40  # names of a record that are looked into
_REACH = 200_000  # characters of a record in which they are first named


def people_called(view: str) -> Iterator[Titled]:
    """The people whom recurring labels mean by their surname or by an uncommon name, with the
    office before their first mention."""
    often = Counter(found["head"] for found in _LABEL.finditer(view))
    heads = [head for head, times in often.items() if times > 1 or len(head) > 2]
    for head in heads[:_MOST]:
        surname = head in SINGLE or head in COMPOUND
        person = _by_surname(view, head) if surname else _by_name(view, head)
        if person:
            yield person


def _by_surname(view: str, surname: str) -> Titled | None:
    """The one person with this surname whom the page names behind an office."""
    named: dict[str, Titled] = {}
    form = re.compile(
        rf"(?P<office>{OFFICE}) ?(?P<name>{surname}{HAN}{{1,2}})"
        rf"(?=[，。、；：！？（\s]|{HONORIFIC}|$)"
    )
    for found in form.finditer(view, 0, _REACH):
        if is_name(found["name"]):
            title = _title(view, found.start()) + found["office"]
            named.setdefault(found["name"], Titled(title, found["name"]))
    return next(iter(named.values())) if len(named) == 1 else None


def _by_name(view: str, name: str) -> Titled | None:
    """The person of any name, if an office stands right before it anywhere."""
    if len(name) < 2 or is_name(name) or name in NOT_NAMES or name[:2] in NOT_NAMES:
        return None
    if (
        name.endswith(DEEDS)
        or _VERB.search(name)
        or ONE_OFFICE.search(name)
        or GREETING.match(name)
    ):
        return None
    at = view.find(name, 0, _REACH)
    while at >= 0:
        office = _OFFICE_END.search(view, max(0, at - 14), at)
        if office and _ENDS.match(view, at + len(name)):
            return Titled(_title(view, office.start()) + office[0].rstrip(), name)
        at = view.find(name, at + 1, _REACH)
    return None


def _title(view: str, at: int) -> str:
    """The words of a title before the office at `at`."""
    before = _TITLE.search(view[max(0, at - 24) : at])
    return before[0] if before else ""
