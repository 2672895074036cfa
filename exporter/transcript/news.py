"""A news report's direct quotations, and whose they are.

A quotation is speech when it closes a sentence inside its marks (``…吸引。”``); marks around a
title (“50佳”) are none. Whose it is is said before it (``马洪旗说：“…”``), after it (``”李也说``)
or by position only (``”云南千柔农业科技有限 公司董事长周杨立志于…``: the sentence that follows has
its subject). Nobody is guessed.
"""

from __future__ import annotations

import re

from exporter.transcript.block import Block
from exporter.transcript.lexicon import words
from exporter.transcript.model import Role
from exporter.transcript.names import Titled, is_name, split_title_name
from exporter.transcript.offices import ONE_OFFICE
from exporter.transcript.roster import Roster

_QUOTE = re.compile("“(?P<said>[^“”]*(?:“[^“”]*”[^“”]*)*)”")
_SPOKEN = re.compile("[。！？，…]$")
_VERB = "介绍说|介绍|表示|说道|说|指出|告诉记者|称|强调|认为|坦言|透露|感慨|回忆|回答|谈到|提到|道"
_BEFORE = re.compile(
    rf"(?:^|[。！？”；\n，])(?P<who>[^。！？”；\n，：]{{2,50}}?)(?:{_VERB})(?:：|，)?$"
)
_AFTER = re.compile(rf"^(?P<who>[^。！？“”；\n，：]{{2,50}}?)(?:{_VERB})")
_SUBJECT = re.compile("^[^。！？“”；\n，：]{4,60}")
# What a predicate starts with, so that a name before it is known to end: 周杨 | 立志于
_PREDICATE_WORDS = frozenset(words("news", "predicates"))
_PREDICATE_SIGNS = "说称道在是将对从为就把让给等和与也还正曾已，。：、"


def find_quotations(view: str, roster: Roster) -> tuple[Block, ...]:
    """The direct quotations of a news report, in order, marks left out."""
    blocks: list[Block] = []
    for found in _QUOTE.finditer(view):
        said = found["said"]
        if len(said) < 4 or not _SPOKEN.search(said):
            continue
        who = _attributed(view, found, roster)
        title = (who.title or _known_title(who.name, roster)) if who else None
        role = _role(title)
        blocks.append(
            Block(
                found.start("said"),
                found.end("said"),
                role=role,
                section="release" if role == "spokesperson" else "guest_speech",
                speaker=who.name if who else None,
                title=title,
                inferred=who is not None,
                quoted=True,
            )
        )
    return tuple(blocks)


def _known_title(name: str, roster: Roster) -> str | None:
    return next((t.title for t in roster.titled(name) if t.title), None)


_OFFICIAL = re.compile(
    "政府|委(?!员会?委员)|局|厅|部|委员会|办公室|中心|[市县区省州]长|法院|检察院|人大|政协"
)
_COMPANY = re.compile("公司|集团|合作社|协会|学院|大学|企业|商会|医院|基地")


def _role(title: str | None) -> Role:
    """An official is a spokesperson of his body; anybody else quoted is a guest."""
    official = title and _OFFICIAL.search(title) and not _COMPANY.search(title)
    return "spokesperson" if official else "guest"


def _attributed(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """Whose the quotation is: after it, before it, by position, in this order of certainty."""
    after = view[quote.end() : quote.end() + 80]
    before = view[max(0, quote.start() - 80) : quote.start()]
    told = _BEFORE.search(before)
    if told and before.endswith("："):
        return _person(told["who"], roster)
    follows = _AFTER.match(after)
    if follows:
        who = _person(follows["who"], roster)
        if who:
            return who
    if told:
        return _person(told["who"], roster)
    subject = _SUBJECT.match(after)
    return _subject(subject[0], roster) if subject else None


def _person(phrase: str, roster: Roster) -> Titled | None:
    """The person that a phrase names as a whole, or the known one that it ends or starts with."""
    phrase = phrase.strip()
    name = roster.known_at(phrase, len(phrase)) or roster.known_at(phrase)
    if name:
        return Titled(phrase.removesuffix(name).strip() if phrase.endswith(name) else "", name)
    found = split_title_name(phrase)
    if found:
        return found
    return Titled("", phrase) if is_name(phrase) else None


def _subject(clause: str, roster: Roster) -> Titled | None:
    """The titled person with whom the sentence after a quotation begins."""
    for office in ONE_OFFICE.finditer(clause):
        name = roster.known_at(clause[office.end() :])
        if name:
            return Titled(clause[: office.end()], name)
        bounded = _bounded_name(clause[office.end() :])
        if bounded:
            return Titled(clause[: office.end()], bounded)
    return None


def _bounded_name(rest: str) -> str | None:
    """The name at the start of `rest`, when a predicate shows where it ends: a word, or else a
    sign.
    """
    lengths = [length for length in (2, 3, 4) if is_name(rest[:length])]
    clear = [n for n in lengths if rest[n : n + 2] in _PREDICATE_WORDS]
    signs = [n for n in lengths if rest[n : n + 1] in _PREDICATE_SIGNS]
    ends = clear or signs
    return rest[: ends[0]] if len(ends) == 1 else None
