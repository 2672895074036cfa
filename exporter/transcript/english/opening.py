"""The first speech of an English page that stands without a label under its head: ``Good afternoon.
Let me begin with …``, after ``transcript of today's noon briefing by …``.

It begins with words of address. Whose it is the head says, where it announces one person, or the
labels do, where one person gives every answer; who hands over to the next is somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from exporter.transcript.english.names import NAME, OFFICE_WORD
from exporter.transcript.lexicon import any_of
from exporter.transcript.turns.block import Block

_OPENS = re.compile(
    r"(?:(?:Well|Okay|OK|Alright|All right|Right|So|Hi|Hello|Thanks?|Thank you(?: \w+){0,3}),? )?"
    r"(?:[Gg]ood (?:morning|afternoon|evening|day)|[Hh]ello\b|Hi[ ,]|[Tt]hank(?:s| you)\b"
    r"|[Ww]elcome\b"
    r"|[Dd]ear (?:friends|colleagues)|[Ll]adies and [Gg]entlemen|[Ff]riends from the "
    r"|[Cc]an I (?:just |first )?(?:say|start|begin|acknowledge)|(?:First|Let me|I)[ ,])"
)
_STOPS = (".", "!", "?", "”", '"', ")", ":")
_TRANSCRIPT = re.compile(
    r"[(\[]as (?:delivered|prepared)\b|\bcheck(?:ed)? against delivery\b"
    r"|\btranscript (?:of|follows)|\b(?:conference|briefing|interview) transcript\b"
    r"|\b(?:statement|remarks|address) (?:given|made|delivered) by\b",
    re.IGNORECASE,
)
_HANDS_OVER = re.compile(
    r"\b(?:hand(?:ing)?(?: it| you)? over|over to|turn (?:it|things|the \w+) over|"
    r"pass (?:it |you )?to|introduce|give the floor|invite)\b"
)
# High Representative/Vice-President Ana Costa
_RUN = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]{0,30}(?:[ /][A-ZÀ-ÖØ-Þ][\w'’.\-]{0,30}){1,8}"
_GREETING = 40  # characters of a greeting in a line of its own
_TAIL = 240  # characters at the end of a speech in which it hands over
# … of today's noon briefing by Tomás Eriksen, Spokesman for the Secretary-General
_BY = re.compile(
    r"\b(?:[Bb]riefing|[Cc]onference|[Tt]ranscript|[Rr]emarks|[Ii]nterview|[Ss]tatement)s?\b"
    rf"[^.:\n]{{0,60}}?\s+(?:by|of|with) (?:the )?(?P<who>{_RUN})(?:, (?P<office>[^,.\n]{{3,80}}))?"
)
# Colonel Lin Bo, spokesperson for the ministry, answers reporters' questions
_ANSWERS = re.compile(
    rf"(?:^|[.\n] ?)(?P<who>{_RUN}), (?P<office>[^,.\n]{{3,120}}),? answers [^.\n]{{0,20}}questions"
)
_AND_ANOTHER = re.compile(rf"[^.\n]{{0,90}}?,? and {NAME},")
# President Hale held a press conference with …: he speaks, too
_HELD = re.compile(r"[a-z] (?:held|holds|gave|gives|hosted|attended) (?:an? |the )?[^.\n]{0,60}$")
_REACH = 100  # characters before a conference in which somebody holds it


def opened(view: str, blocks: tuple[Block, ...], title: str, end: int) -> tuple[Block, ...]:
    """The turn above the first of `blocks`, or up to `end` where there are none and the page says
    that it is a transcript; none where nobody is addressed there. `view` is the English one, empty
    for another page."""
    if blocks and blocks[0].label is None:
        return ()
    stop = blocks[0].label.start if blocks and blocks[0].label else min(end, len(view))
    start = _start(view, stop)
    if start is None or not (blocks or _TRANSCRIPT.search(f"{title}\n{view[:start]}")):
        return ()
    name, office = _speaker(f"{title}\n{view[:start]}", view[start:stop], blocks)
    return (Block(start, stop, speaker=name, title=office, inferred=True),)


def answered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, answers without a label given to who opens without one, where the page names
    nobody else."""
    first = blocks[0]
    others = {b.speaker for b in blocks[1:] if b.role != "journalist" and (b.speaker or b.label)}
    if first.label or not first.speaker or others:
        return blocks
    return tuple(
        block
        if block.role == "journalist" or block.speaker
        else msgspec.structs.replace(block, speaker=first.speaker, title=first.title, inferred=True)
        for block in blocks
    )


def _start(view: str, stop: int) -> int | None:
    """Where the first line above `stop` stands that addresses somebody and is a sentence."""
    at = 0
    for line in view[:stop].split("\n"):
        words = line.strip()
        greets = len(words) <= _GREETING and words.endswith(",")  # Good morning,⏎We have …
        if _OPENS.match(words) and (greets or words.endswith(_STOPS)):
            return at
        at += len(line) + 1
    return None


def _speaker(head: str, speech: str, blocks: tuple[Block, ...]) -> tuple[str | None, str | None]:
    """Name and office of who speaks first; ``None`` for what can't be told."""
    told = dict(_announced(head))
    others = {b.speaker: b.title for b in blocks if b.role != "journalist" and b.speaker}
    known = told if len(told) == 1 else others
    if len(known) != 1 or _TO_OFFICIAL.match(speech.lstrip()):
        return None, None
    ((name, office),) = known.items()
    tail = speech[-_TAIL:]
    handed = _HANDS_OVER.search(tail) and any(word in tail for word in name.split())
    return (None, None) if handed else (name, office)


# Thank you, Prime Minister. We'll now go to the phone: by another than whom the page announces
_TO_OFFICIAL = re.compile(
    r"(?:Well|Okay|OK|Great|All right)?,? ?[Tt]hank(?:s| you)(?: (?:so|very) much)?,? "
    rf"(?:(?:Mr|Madam|Dr|Ms|Mrs)\b|(?:[A-Z][a-z]+ )?(?:{any_of('english', 'offices')})\b)"
)


def _announced(head: str) -> Iterator[tuple[str, str | None]]:
    """Whom the head announces, with the offices that it gives; two of one sentence as nobody."""
    for pattern in (_BY, _ANSWERS):
        for found in pattern.finditer(head):
            words = re.split("[ /]", found["who"])
            offices = [index for index, word in enumerate(words) if OFFICE_WORD.match(word)]
            words = words[offices[-1] + 1 :] if offices else words
            together = _HELD.search(head, max(0, found.start() - _REACH), found.start())
            together = together or _AND_ANOTHER.match(head, found.end())
            letters = [word for word in words if len(word) > 2 and word.isupper()]
            body = letters and len(letters) < len(words)  # the meeting of NATO Heads of State
            if 2 <= len(words) <= 4 and not (together or body):
                yield " ".join(words).removesuffix("’s").removesuffix("'s"), found["office"]
