"""Turns without a label between labelled ones, cut where the sense shows another speaker.

``…通报完毕！谢谢大家！`` | ``谢谢田敏先生！现在进入记者提问环节``: nobody thanks himself, and only
the host opens the round of questions or closes the meeting. After a question, thanks for it begin
the answer; after ``请工作人员宣读…`` the document begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from exporter.source.scripts import HAN_CHAR
from exporter.transcript.clocks import CLOCK
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import (
    CALLS_FOR_QUESTION,
    CALLS_OPERATOR,
    THANKS_FOR_QUESTION,
    Sentence,
    document_read,
    presides,
    sentences,
    thanks_himself,
    thanks_person,
)
from exporter.transcript.turns.speakers import Addresses

Span = tuple[int, int]
# How far from a block's end a takeover is looked for: a closing address is at most so long.
_REACH = 3000


def cut_takeovers(
    view: str, blocks: tuple[Block, ...], hosts: frozenset[str]
) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """The blocks, parted where another takes over, and the titles of documents read out."""
    done: list[Block] = []
    titles: list[Span] = []
    others = [block for block in blocks if block.role != "journalist"]
    speakers = {block.speaker for block in others}
    # He who speaks alone to the press opens and closes himself.
    alone = len(speakers) == 1 and None not in speakers and len(others) > 2
    hosted = any(block.role == "host" for block in blocks)
    for index, block in enumerate(blocks):
        answered = index + 1 < len(blocks) and blocks[index + 1].role != "journalist"
        if block.role == "journalist":
            done += _cut_answer(view, block, answered)
        elif block.role == "host" or (block.speaker and block.speaker in hosts):
            done += _cut_reading(view, block, titles)
        else:
            after = blocks[index + 1].role if hosted and not alone and blocks[index + 1 :] else ""
            call = {"journalist": CALLS_FOR_QUESTION, "host": CALLS_OPERATOR}.get(after)
            cut = _cut_caller(view, block, call) if call else (block,)
            done += [*_cut_host(view, cut[0], alone=alone), *cut[1:]]
    return tuple(done), tuple(titles)


def _cut_host(view: str, block: Block, *, alone: bool = False) -> Iterator[Block]:
    """An official's block, parted where the host begins to speak."""
    at = _takeover(view, block, alone=alone)
    if at is None:
        yield block
        return
    stamp = _STAMP.match(view, at, block.end)  # [10:36] 好，今天就到这里。
    start = stamp.end() if stamp else at
    printed = (*block.printed, (at, start)) if stamp else block.printed
    yield msgspec.structs.replace(block, end=at, printed=printed)
    yield Block(start, block.end, role="host", inferred=True)


_STAMP = re.compile(f"{CLOCK} *")


def _cut_caller(view: str, block: Block, call: re.Pattern[str]) -> tuple[Block, ...]:
    """An official's block before a question, its last line parted where it is only the `call` for
    one (``还有一点时间，最后一个问题。``)."""
    at = view.rfind("\n", block.start, block.end - len(_behind_blanks(view, block))) + 1
    if at <= block.start + 1:
        return (block,)
    line = view[at : block.end].strip()
    most = _CALL if HAN_CHAR.search(line) else 2 * _CALL
    if len(line) > most or not call.search(line):
        return (block,)
    if any(high > at for _, high in block.printed) or not view[block.start : at].strip():
        return (block,)
    called = Block(at, block.end, role="host", inferred=True)
    return msgspec.structs.replace(block, end=at), called


def _behind_blanks(view: str, block: Block) -> str:
    """The white space at the end of a block."""
    words = view[block.start : block.end]
    return words[len(words.rstrip()) :]


_CALL = 40  # characters of a line that calls for a question, twice as many in English


def _takeover(view: str, block: Block, *, alone: bool) -> int | None:
    """Where the host begins in another's speech; ``None`` when he doesn't. To one who speaks
    `alone` only thanks to himself can show it."""
    low = max(block.start, block.end - _REACH)
    said = list(sentences(view, low, block.end))
    alone = alone or (block.label is not None and _WELCOMES.match(view, block.start) is not None)
    for index, sentence in enumerate(said):
        if sentence.start <= block.start + 1 or (index == 0 and low > block.start):
            continue
        cue = not alone and presides(sentence.words)
        if cue or thanks_himself(sentence.words, block.speaker):
            return _back_over_thanks(said, index, block)
    return None


# 欢迎大家参加今天的发布会。现在开始提问。: who welcomes to it presides, and calls for questions
_WELCOMES = re.compile(
    r"\s*(?:[^。！？\n]{0,20}：\s*)?(?:[^。！？\n]{0,30}[。！，]\s*)?"
    r"欢迎[^。！？\n]{0,12}(?:参加|出席|来到)"
)


def _back_over_thanks(said: list[Sentence], index: int, block: Block) -> int:
    """The host's first sentence: thanks to a person right before the cue are his, too."""
    while index > 0 and thanks_person(said[index - 1].words):
        if said[index - 1].start <= block.start + 1:
            break
        index -= 1
    return said[index].start


def _cut_answer(view: str, block: Block, answered: bool) -> Iterator[Block]:
    """A reporter's block, parted where somebody thanks for the question.

    Where no labelled answer follows (`answered`), a line after the question is the answer, too.
    """
    asked, last = False, block.start
    for sentence in sentences(view, block.start, min(block.end, block.start + _REACH)):
        fresh = "\n" in view[last : sentence.start] and not answered
        last = sentence.start + len(sentence.words)
        fresh = fresh and _DIRECTION.fullmatch(view, sentence.start, block.end) is None
        if asked and (fresh or THANKS_FOR_QUESTION.match(sentence.words)):
            yield msgspec.structs.replace(block, end=sentence.start)
            answer = Block(sentence.start, block.end, inferred=True)
            yield from _cut_host(view, answer)
            return
        asked = asked or sentence.words.rstrip("”’」』）").endswith(("？", "?"))
    yield block


# 【进入会场内部】: what is shown, and no answer
_DIRECTION = re.compile(r"\s*(?:[【（\[〔][^【】（）\[\]〔〕\n]{2,30}[】）\]〕]\s*)+")


def _cut_reading(view: str, block: Block, titles: list[Span]) -> Iterator[Block]:
    """A host's block, parted where a document is read that he has called for."""
    said = list(sentences(view, block.start, block.end))
    for index, sentence in enumerate(said[:-1]):
        last = document_read(sentence.words)
        start = said[index + 1].start
        if last and block.end - start > 40:
            begin = _title_end(view, last, start, block.end)
            titles += [(start, begin)] if begin > start else []
            yield msgspec.structs.replace(block, end=start)
            yield Block(start, block.end, role="reader", inferred=True)
            return
    yield block


def _title_end(view: str, last: str, start: int, end: int) -> int:
    """Where the title of a document read ends: printed before it, at times under a caption too."""
    at = start
    while (found := view.find(last, at, min(end, at + 24))) >= 0:
        at = found + len(last)
    return at


def name_thanked(view: str, blocks: tuple[Block, ...], known: Addresses) -> tuple[Block, ...]:
    """The blocks, an official without a label or name under that of whom the host thanks right
    behind him (``谢谢云局长。``), when that means one person of those `known`."""
    done = list(blocks)
    for index, (block, after) in enumerate(pairwise(blocks)):
        if block.speaker or block.label or block.role != "spokesperson" or after.role != "host":
            continue
        first = next(sentences(view, after.start, after.end), None)
        whom = thanks_person(first.words) if first else None
        name = whom if whom in known.titles else known.resolve(whom) if whom else None
        if name:
            done[index] = msgspec.structs.replace(block, speaker=name)
    return tuple(done)


# 请问柯区长，… · 想请教柯院长，…
_ADDRESSED = re.compile(
    "(?:(?:请问|请教|想问)(?:一下)?|想请(?!教)|提问)(?P<who>[^。？！；\n]{2,12})"
)


def name_addressed(view: str, blocks: tuple[Block, ...], known: Addresses) -> tuple[Block, ...]:
    """The blocks, an answer without a label or name under that of the one person of those `known`
    to whom the question before it was put."""
    done = list(blocks)
    for index, (asked, block) in enumerate(pairwise(blocks), 1):
        if block.speaker or block.label or block.role != "spokesperson":
            continue
        if asked.role != "journalist":
            continue
        called = {
            name
            for found in _ADDRESSED.finditer(view, asked.start, asked.end)
            if (name := _called(found["who"], known))
        }
        if len(called) == 1:
            done[index] = msgspec.structs.replace(block, speaker=min(called))
    return tuple(done)


def _called(words: str, known: Addresses) -> str | None:
    """Whom the first words mean, by name or by a form of address."""
    if name := known.opening(words):
        return name
    forms = (known.resolve(words[:length]) for length in range(len(words), 1, -1))
    return next((name for name in forms if name), None)
