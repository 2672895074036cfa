"""A news report's direct quotations, and whose they are.

A quotation is speech when it closes a sentence inside its marks (``…吸引。”``); marks around a
title (“50佳”) are none. Whose it is is said before it (``马洪旗说：“…”``), after it (``”李也说``)
or by position only (``”云南千柔农业科技有限 公司董事长周杨立志于…``: the sentence that follows has
its subject). Nobody is guessed.
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.news.asking import asked_by, note_officials
from exporter.transcript.news.attribution import attributed, of_run
from exporter.transcript.news.continued import same_as_before
from exporter.transcript.news.doubt import in_doubt, is_read
from exporter.transcript.news.marks import parts_between, quotations_in
from exporter.transcript.news.paragraph import of_chain
from exporter.transcript.news.people import only_named, person_in
from exporter.transcript.news.roles import known_title, role_of
from exporter.transcript.news.speech import VERB, is_speech
from exporter.transcript.people.names import Titled
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block


def find_quotations(view: str, roster: Roster) -> tuple[Block, ...]:
    """The direct quotations of a news report, in order, marks left out."""
    found = [both for both in quotations_in(view) if both[1] or is_speech(view, both[0])]
    found = [both for both in found if not is_read(view, both[0].start())]
    quotes = [quote for quote, _ in found]
    earlier = {quote.start(): before for quote, before in found if before}
    if quotes:
        note_officials(view, roster)
    blocks: list[Block] = []
    done = 0
    while done < len(quotes):
        run = _touching(quotes, done)
        if paragraphs := earlier.get(quotes[done].start()):
            blocks.append(_over_paragraphs(view, quotes[done], paragraphs, blocks, roster))
            done += 1
            continue
        speakers = of_run(view, quotes[done : done + run], roster)
        for quote, who in zip(quotes[done : done + run], speakers, strict=True):
            who = who or same_as_before(view, quote, blocks, roster)
            who = who or of_chain(view, quote.start(), roster)
            who = who or only_named(view, quote.start(), quote.end(), roster)
            who = None if in_doubt(view, quote, who, roster) else who
            blocks.append(_block(view, quote, _with_title(who, blocks), roster))
        done += run
    return tuple(sorted((*blocks, *_sourced(view, roster)), key=lambda block: block.start))


# 据海州新闻微博3日消息，市水利局局长柯恺：水库水位都在汛限以下。…, a paragraph without marks
_SOURCED = re.compile(
    r"^ *据[^，。：“\n]{2,24}(?:消息|报道)，(?P<who>[^，。：“\n]{4,40})："
    r"(?P<said>[^：“\n]{20,}[。！])$",
    re.MULTILINE,
)


def _sourced(view: str, roster: Roster) -> list[Block]:
    """Statements that a report takes over from another medium, with who made them."""
    found = _SOURCED.finditer(view) if "消息，" in view or "报道，" in view else ()
    told = [(one, who) for one in found if (who := person_in(one["who"], roster)) and who.title]
    return [_spoken(one.span("said"), who, roster) for one, who in told]


def _over_paragraphs(
    view: str,
    quote: re.Match[str],
    earlier: tuple[re.Match[str], ...],
    blocks: list[Block],
    roster: Roster,
) -> Block:
    """A quotation over several paragraphs, as one turn of whom the words before it name, or those
    behind it."""
    who = attributed(view, earlier[0], roster) or attributed(view, quote, roster)
    who = who or same_as_before(view, earlier[0], blocks, roster)
    block = _block(view, quote, _with_title(who, blocks), roster)
    return msgspec.structs.replace(
        block, start=earlier[0].start("said"), printed=parts_between(quote, earlier)
    )


def _touching(quotes: list[re.Match[str]], index: int) -> int:
    """How many quotations from `index` on follow each other with nothing between."""
    count = 1
    while (
        index + count < len(quotes)
        and quotes[index + count].start() == quotes[index + count - 1].end()
    ):
        count += 1
    return count


def _block(view: str, quote: re.Match[str], who: Titled | None, roster: Roster) -> Block:
    before = view[max(0, quote.start() - 60) : quote.start()]
    after = view[quote.end() : quote.end() + 40]
    outlet = asked_by(before, quote["said"], after)
    if outlet is not None:
        return Block(
            quote.start("said"),
            quote.end("said"),
            role="journalist",
            outlet=outlet or None,
            quoted=True,
        )
    if who is None and _HOST_SAYS.match(after):
        said = quote.span("said")
        return Block(*said, role="host", quoted=True)
    return _spoken(quote.span("said"), who, roster)


def _spoken(said: tuple[int, int], who: Titled | None, roster: Roster) -> Block:
    """What somebody said, or nobody known, as a turn."""
    title = (who.title or known_title(who.name, roster)) if who else None
    # 坐在台上的 | 市文化旅游局局长 · 【本报讯】| 市文化旅游局局长
    title = title and title.rpartition("的")[2].rpartition("】")[2]
    role = role_of(title)
    return Block(
        *said,
        role=role,
        section="release" if role == "spokesperson" else "guest_speech",
        speaker=who.name if who else None,
        title=title,
        inferred=who is not None,
        quoted=True,
    )


# “…请举手示意。”在昨天的开放日上，主持人话音未落
_HOST_SAYS = re.compile(rf"(?:[^。！？“”\n]{{0,24}}，)?(?:听到)?主持人的?(?:话音|话|这句话|{VERB})")


def _with_title(who: Titled | None, blocks: list[Block]) -> Titled | None:
    """`who` with the title that an earlier quotation gave, when this one gives none."""
    if who is None or who.title:
        return who
    earlier = (block.title for block in blocks if block.speaker == who.name and block.title)
    return who._replace(title=next(earlier, ""))
