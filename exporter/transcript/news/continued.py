"""Quotations that go on with what the speaker of the one before says."""

from __future__ import annotations

import re

from exporter.transcript.news.marks import without_titles
from exporter.transcript.news.own import others_speak
from exporter.transcript.news.paragraph import SHE_GOES_ON, SOMEBODY
from exporter.transcript.news.speech import VERB
from exporter.transcript.people.names import Titled
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block


def same_as_before(
    view: str, quote: re.Match[str], blocks: list[Block], roster: Roster
) -> Titled | None:
    """The speaker of the last quotation, where this one is a paragraph of its own behind his, goes
    on behind his name (``“…，”老裘接过话头，“…”``), or is 他 or 她's in the next paragraph."""
    last = blocks[-1] if blocks else None
    if last is None or not last.speaker:
        return None
    between = view[last.end + 1 : quote.start()]
    whole = view[quote.start() - 1 : quote.start()] == "\n" and view[quote.end() :][:1] in (
        "\n",
        "",
    )
    known = Titled(last.title or "", last.speaker)
    if whole and between.count("\n") == 1:
        return known
    goes_on = between.endswith("，") and last.speaker in between and "。" not in between
    goes_on = goes_on or SHE_GOES_ON.fullmatch(between) is not None
    goes_on = goes_on or _of_him(view, quote.end(), last.speaker, between)
    goes_on = goes_on or _tells_on(between, last.speaker, roster)
    return known if goes_on or _is_hers(view, quote, between, last.speaker, roster) else None


def _is_hers(view: str, quote: re.Match[str], between: str, speaker: str, roster: Roster) -> bool:
    """Whether a quotation of the next paragraph is 他 or 她's, where nobody but `speaker` is named
    since his own."""
    prose, parted, led = between.rpartition("\n")
    if not parted:
        return False
    told = SHE_GOES_ON.fullmatch(led) if led else _SHE_SAYS.match(view, quote.end())
    if led and SOMEBODY.search(led):
        return False
    leads = _SHE_LEADS.fullmatch(led) and not others_speak(led)
    leads = leads and next(roster.names_in(led), None) is None
    others = any(name != speaker for name in roster.names_in(prose))
    return (
        bool(told or leads)
        and "\n" not in prose
        and not others
        and ONE_OFFICE.search(prose) is None
    )


# 他话锋一转：“…” · 谈及下一步，她信心满满：“…” · 他发出这样的感慨：“…”
_SHE_LEADS = re.compile(
    "(?:[谈说讲][及到起]?[^，。：“”]{2,16}，)?[他她](?!们)(?:这样的|[^，。：“”的]){0,12}："
)
# “…。”她指出，“…。”
_SHE_SAYS = re.compile(rf"[他她][^，。：“”]{{0,8}}?(?:{VERB})")


# “…”。他去年才搬来，“…” · “…。”他还提到，水价三年没变。“…”
_TELLS_ON = re.compile("[。！？]?[他她](?!们)[^“”\n：]{2,80}[，。！？]")


def _tells_on(between: str, speaker: str, roster: Roster) -> bool:
    """Whether the words between two quotations of one paragraph tell on of 他 or 她, and of nobody
    else by name."""
    if not _TELLS_ON.fullmatch(without_titles(between)):
        return False
    others = any(name != speaker for name in roster.names_in(between))
    return not others and not others_speak(_last_clause(between))


def _of_him(view: str, at: int, speaker: str, between: str) -> bool:
    """Whether the words behind a quotation tell of `speaker`, who spoke before in the paragraph."""
    behind = view[at + len(speaker) : at + len(speaker) + 1]
    told = "\n" not in between and view.startswith(speaker, at) and behind not in "的和与、"
    return told and not others_speak(_last_clause(between))


def _last_clause(words: str) -> str:
    return re.split("[，。！？]", words.rstrip("，。！？："))[-1]
