"""Which part of the proceedings a turn belongs to, and which question it answers."""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.cues import READS_OUT
from exporter.transcript.model import Section
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import hand_over, is_host_cue, sentences

_CLOSING = re.compile(
    "(?:发布会|记者会|吹风会|通气会|见面会|访谈|提问环节|答问|活动)[^。！？]{0,16}(?:到这里|到此|结束)|到此结束|就到这里|再见"
)
_TO_QUESTIONS = re.compile("提问|问答|答问|答记者问|question|floor is")
_TO_GUEST = re.compile("分享|交流发言|代表发言")


def give_sections(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with section and with the index of the question that each answers."""
    last = max((i for i, b in enumerate(blocks) if b.role != "host"), default=-1)
    done: list[Block] = []
    offices = {block.speaker: block.title for block in reversed(blocks) if block.title}
    question: int | None = None
    asked = False
    for index, block in enumerate(blocks):
        asked = asked or block.role == "journalist"
        section = _section(view, blocks, index, asked, last)
        answers = None
        if block.role == "journalist":
            question = index
        elif block.role == "host":
            answers = index - 1 if _answers_himself(view, blocks, index, offices) else None
            section = section if answers is None else "qa"
            question = question if index <= last + 1 or index + 1 < len(blocks) else None
            question = None if _reads_question(view[block.start : block.end]) else question
        elif section == "qa" and question is not None:
            answers = question
        done.append(msgspec.structs.replace(block, section=section, answers=answers))
    return tuple(done)


def _reads_question(words: str) -> bool:
    """Whether a host's turn reads out the question of somebody who isn't there
    (``网友“春风”问，…？``): the answer to it is none to the question before."""
    return words.rstrip().endswith(("？", "?")) and READS_OUT.search(words) is not None


def _answers_himself(
    view: str, blocks: tuple[Block, ...], index: int, offices: dict[str | None, str]
) -> bool:
    """Whether a host answers the question before him: the next question follows, or it called on
    him by his office, and he hands on to nobody."""
    around = [block.role for block in blocks[max(0, index - 1) : index + 2]]
    if around[:2] != ["journalist", "host"]:
        return False
    office = offices.get(blocks[index].speaker, "") if blocks[index].speaker else ""
    closes = around[2:] == ["host"] and blocks[index + 1].speaker == blocks[index].speaker
    closes = closes or (not around[2:] and _says_more(view, blocks[index]))
    if (
        around[2:] != ["journalist"]
        and not closes
        and not _called_on(view, blocks[index - 1], office)
    ):
        return False
    words = view[blocks[index].start : blocks[index].end]
    if not around[2:] and not hand_over(words[-160:]):
        return True
    return not (hand_over(words[-160:]) or is_host_cue(words[-160:]))


def _says_more(view: str, block: Block) -> bool:
    """Whether the last turn, a host's right behind a question, says more than that this was all."""
    said = view[block.start : block.end]
    told = [x for x in sentences(view, block.start, block.end) if not _PARTING.search(x.words)]
    return len(said) >= _ANSWER and sum(len(x.words) for x in told) >= _ANSWER


_ANSWER = 40  # characters of an answer
_PARTING = re.compile(f"{_CLOSING.pattern}|谢谢|感谢|祝|结束|时间(?:关系|有限)|[Tt]hank|conclude")


def _called_on(view: str, question: Block, office: str) -> bool:
    """Whether the question begins with the office (``Mayor, where will they live?`` to the Mayor of
    a town)."""
    office = re.split(r" (?:of|for) |[,，、]", office)[0]
    opening = view[question.start : min(question.end, question.start + _OPENING)]
    called = rf"\s*(?:[^,.，。?？]{{0,30}}[,.，。] ?)?{re.escape(office)}[,，]"
    return len(office) > 1 and re.match(called, opening, re.IGNORECASE) is not None


_OPENING = 80  # characters of a question in which it calls on somebody


def _section(view: str, blocks: tuple[Block, ...], index: int, asked: bool, last: int) -> Section:
    block = blocks[index]
    tail = view[max(block.start, block.end - 260) : block.end]
    if block.role == "host":
        return _host_section(view, blocks, index, asked, last, tail)
    if block.role == "journalist":
        return "qa"
    if block.role == "guest" and not (asked and blocks[index - 1].role != "host"):
        return "guest_speech"
    return "qa" if asked else "release"


def _host_section(
    view: str, blocks: tuple[Block, ...], index: int, asked: bool, last: int, tail: str
) -> Section:
    """A host's turn takes the section that it introduces; the first is the opening."""
    if index > 0 and index >= len(blocks) - 1:
        return "closing" if index > last else "qa"
    if index == 0:
        return "opening"
    following = blocks[index + 1]
    if asked or following.role == "journalist":
        return "qa" if index < last else "closing"
    if following.role == "guest":
        return "guest_speech"
    return "qa" if _TO_QUESTIONS.search(tail) and not _TO_GUEST.search(tail) else "release"
