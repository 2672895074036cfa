"""A record that has no labels at all, cut by sense from end to end.

A walk over the sentences with one expectation: the host's hand-over says who comes next, a question
is answered by who thanks for it, and only a host opens, hands over and closes. What shows none of
this is no transcript: the caller then has a news report.
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.model import Role
from exporter.transcript.people.listed import without_lead
from exporter.transcript.people.names import split_title_name
from exporter.transcript.people.roster import Roster
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import (
    ADDS,
    ASKS,
    GREETS,
    OPENS_QUESTIONS,
    SIGNS_OFF,
    THANKS_FOR_QUESTION,
    WELCOMES,
    HandOver,
    Sentence,
    hand_over,
    introduces_himself,
    is_host_cue,
    sentences,
    thanks_himself,
    thanks_person,
)
from exporter.transcript.turns.speakers import known_people

_ASKING = ("提问", "举手")
_AHEAD = 260
_STILL_HOST = ("大家欢迎", "欢迎", "提问前", "请", "掌声", "（掌声", "谢谢大家", "谢谢！", "有请")


class _Walk:
    """The state of the walk: who speaks, since where, and who is expected next."""

    def __init__(self, roster: Roster) -> None:
        self.blocks: list[Block] = []
        self._roster = roster
        self._known = known_people(roster)
        self._call: HandOver | None = None
        self._asked = False
        self._signed_off = False
        self._thanked = False
        self._previous = Sentence(0, "")

    def _last_start(self) -> int:
        return self.blocks[-1].start if self.blocks else -1

    @property
    def role(self) -> Role | None:
        return self.blocks[-1].role if self.blocks else None

    def take(self, sentence: Sentence, ahead: str, fresh: bool) -> None:
        """One more sentence; `ahead` is a little of the text from it on, `fresh` a new line."""
        role = self._role_of(sentence.words, ahead, fresh or self._signed_off)
        if role:
            thanked = role == "host" and self._thanked and self._previous.start > self._last_start()
            self._open(role, self._previous if thanked else sentence)
        self._thanked = thanks_person(sentence.words) is not None
        self._previous = sentence
        self._signed_off = bool(SIGNS_OFF.search(sentence.words))
        if self.role == "host":
            self._call = _called(sentence.words) or self._call
        elif self.role == "journalist":
            self._asked = self._asked or sentence.words.rstrip("”’」』）").endswith("？")

    def _role_of(self, words: str, ahead: str, fresh: bool) -> Role | None:
        """The role of a new speaker who begins with this sentence; ``None``: the same goes on."""
        if self.role is None:
            return "host" if GREETS.match(words) and WELCOMES.search(ahead) else None
        if self.role == "host":
            return self._after_host(words)
        if introduces_himself(words):
            return "journalist" if self.role != "journalist" or self._asked else None
        if self.role == "journalist":
            return self._after_question(words, ahead, fresh)
        if is_host_cue(words) or thanks_himself(words, self.blocks[-1].speaker):
            return "host"
        if self._thanks_somebody(words) or (fresh and self._calls_another(words)):
            return "host"
        if fresh and ADDS.match(words):
            return "spokesperson"
        return "journalist" if fresh and _question_ahead(words, ahead) else None

    def _thanks_somebody(self, words: str) -> bool:
        """Whether a sentence thanks a known person: officials thank the public, hosts persons."""
        whom = thanks_person(words)
        return whom is not None and self._person(whom) is not None

    def _calls_another(self, words: str) -> bool:
        """Whether a sentence hands over to a known person who isn't speaking."""
        call = _called(words) if _NOW.match(words) else None
        name = self._person(call.who) if call and call.who else None
        return name is not None and name != self.blocks[-1].speaker

    def _after_host(self, words: str) -> Role | None:
        if introduces_himself(words):
            return "journalist"
        if self._call is None or words.startswith(_STILL_HOST) or hand_over(words):
            return None
        if _SHOWN.match(words) or (self._call.who in _THEM and not GREETS.match(words)):
            return None  # 发布会现场。 · 请他们介绍情况。| 首先，…
        if self._call.what in _ASKING:
            return "journalist"
        return "reader" if self._call.what == "宣读" else "spokesperson"

    def _after_question(self, words: str, ahead: str, fresh: bool) -> Role | None:
        if not self._asked:
            return None
        if THANKS_FOR_QUESTION.match(words):
            return "spokesperson"
        if hand_over(words) or is_host_cue(words):
            return "host"
        return "spokesperson" if fresh and not _question_ahead(words, ahead) else None

    def _open(self, role: Role, sentence: Sentence) -> None:
        if self.blocks:
            self.blocks[-1] = msgspec.structs.replace(self.blocks[-1], end=sentence.start)
        called = self._call if role == "spokesperson" else None
        speaker = self._person(called.who) if called else None
        outlet = introduces_himself(sentence.words) if role == "journalist" else None
        self.blocks.append(
            Block(
                sentence.start,
                sentence.start,
                role=role,
                speaker=speaker,
                outlet=outlet,
                inferred=True,
            )
        )
        self._call = None
        self._asked = False

    def _person(self, phrase: str) -> str | None:
        """The person whom a phrase means, by name or by a form of address that fits one only."""
        phrase = without_lead(phrase)
        if name := self._known.opening(phrase):
            return name
        named = split_title_name(phrase)
        if named:
            return named.name
        return self._known.resolve(phrase)


_THEM = ("他", "她", "他们", "她们")
_NOW = re.compile("下面|接下来|现在|首先|最后|有请|请")
# What is printed between the hand-over and the speech: 发布会现场。
_SHOWN = re.compile("[^，。]{0,8}现场。?$")
# 发布会有三项议程，一是请柯恺介绍情况；二是请记者提问。 tells what is to come
_AGENDA = re.compile("[一二三四]是(?:[邀有]?请|由)|议程")


def _called(words: str) -> HandOver | None:
    """Whom or what a sentence of the host calls on: somebody to speak, or the press to ask."""
    if _AGENDA.search(words):
        return None
    return HandOver("", "提问") if OPENS_QUESTIONS.search(words) else hand_over(words)


def _opens_floor(sentence: Sentence) -> bool:
    """Whether a sentence is the host's who calls on the press."""
    call = _called(sentence.words)
    return is_host_cue(sentence.words) or (call is not None and call.what in _ASKING)


def _question_ahead(words: str, ahead: str) -> bool:
    """Whether a question is put from here on, before anybody says thanks for one."""
    asked = ASKS.search(ahead)
    mark = ahead.find("？", asked.start()) if asked else -1
    if mark < 0 or THANKS_FOR_QUESTION.match(words):
        return False
    line = ahead.find("\n")
    if any(map(_opens_floor, sentences(ahead, 0, mark))):
        return False  # the host takes over before it is put
    return line < 0 or mark < line


def cut_unlabelled(view: str, start: int, end: int, roster: Roster) -> tuple[Block, ...]:
    """The turns of a stretch without labels; empty when the sense shows no proceedings."""
    walk = _Walk(roster)
    last = start
    for sentence in sentences(view, start, end):
        fresh = "\n" in view[last : sentence.start]
        walk.take(sentence, view[sentence.start : sentence.start + _AHEAD], fresh)
        last = sentence.start + len(sentence.words)
    if len(walk.blocks) < 2:
        return ()
    walk.blocks[-1] = msgspec.structs.replace(walk.blocks[-1], end=end)
    return _named_host(view, tuple(walk.blocks))


# 我是市政府新闻办副主任柯恺。
_I_AM = re.compile("我是(?:今天的?主持人，?)?(?P<who>[^，。！？；：\n]{4,40})[，。！]")


def _named_host(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those of the host under the name that he gives himself in the first."""
    own = _I_AM.search(view, blocks[0].start, blocks[0].end) if blocks[0].role == "host" else None
    person = split_title_name(own["who"]) if own else None
    if person is None or not person.title:
        return blocks
    return tuple(
        msgspec.structs.replace(block, speaker=person.name, title=person.title)
        if block.role == "host" and block.speaker is None
        else block
        for block in blocks
    )
