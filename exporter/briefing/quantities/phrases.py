"""The noun phrase that a number measures, found by rules on characters around it.

Three shapes: *thing, number* (优良率达98%), *verb, number, thing* (设置50个地表水监测断面) and *verb, number, verb,
thing* (投资1.05亿元实施修复项目). What can't be named is ``None``; nothing is guessed.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.mentions import Mention
from exporter.briefing.quantities.periods import Token

_HARD = "，；：。！？（\n“”"
_ENDS = frozenset("，。；、）！？：（\n“”")
_LONG = 24
_MOST = 40
_LEFT_WINDOW = 80
_RIGHT_WINDOW = 30
_MOVES_ON = re.compile(
    r"(?:提高|提升|增长|增加|增至|上升|升至|降低|降至|降到|下降|减少|减至|扩大|发展|压缩|缩短|到|至|跃升|调整|变为|变成|以上|及以上)"
)
_RATE_HEAD = re.compile(r"[一-鿿]{0,4}(?:率|比例|比重|占比|覆盖面|满意度)$")


class Phrase(msgspec.Struct, frozen=True):
    """What a number measures: `text`, and the `rule` that found it."""

    text: str
    rule: str


class Place(msgspec.Struct, frozen=True):
    """Where a number stands: the folded paragraph, its sentence's start and end, the mention before it
    in the sentence and that one's phrase, the time expressions of the paragraph."""

    text: str
    start: int
    end: int
    before: Mention | None
    phrase: Phrase | None
    tokens: tuple[Token, ...]


def find(mention: Mention, place: Place) -> Phrase | None:
    """What the number measures, or ``None``."""
    left = left_of(mention, place)
    right = place.text[mention.right : min(place.end, mention.right + _RIGHT_WINDOW)]
    core = trimmed(left)
    if right and right[0] not in _ENDS and not _MOVES_ON.match(right):
        found = _followed(mention, core, right)
        if found is not None:
            return found
    return _preceded(mention, core, place)


def left_of(mention: Mention, place: Place) -> str:
    """The words before the number in its clause, without the time expressions among them."""
    floor = max(place.start, mention.left - _LEFT_WINDOW)
    if place.before is not None:
        floor = max(floor, place.before.right)
    segment = place.text[floor : mention.left]
    cut = max(segment.rfind(mark) for mark in _HARD) + 1
    if place.before is not None and place.before.right == floor and segment.startswith("、"):
        cut = max(cut, 1)
    return _without(segment[cut:], floor + cut, place.tokens)


def _without(piece: str, offset: int, tokens: tuple[Token, ...]) -> str:
    for token in reversed(tokens):
        if token.end <= offset or token.start >= offset + len(piece):
            continue
        low, high = max(0, token.start - offset), token.end - offset
        tail = piece[high:].removeprefix("的")
        piece = piece[:low] + ("" if low == 0 else "") + tail
    return piece


@cache
def _link_ends() -> tuple[str, ...]:
    return words("links")


def trimmed(piece: str) -> str:
    """The piece without opening adverbs and without the verbs that lead to the number (达到, 分别为)."""
    return _open_trimmed(_end_trimmed(piece))


def _end_trimmed(piece: str) -> str:
    ends = _link_ends()
    while piece:
        word = next((w for w in ends if piece.endswith(w)), None)
        if word is None:
            moved = _move_trimmed(piece)
            if moved == piece:
                return piece
            piece = moved
            continue
        piece = piece[: -len(word)]
    return piece


def _move_trimmed(piece: str) -> str:
    """Without a closing 提高到, 降至 (the number is a level); a bare 增长 stays (the number is the growth)."""
    for group in ("rise", "fall"):
        for word in words(group):
            if word.endswith(words("arrive")) and piece.endswith(word):
                return piece[: -len(word)]
    return piece


def _open_trimmed(piece: str) -> str:
    while piece:
        word = next((w for w in words("openers") if piece.startswith(w)), None)
        if word is None or len(piece) - len(word) < 1:
            return piece if word is None else ""
        piece = piece[len(word) :]
    return piece


def _followed(mention: Mention, core: str, right: str) -> Phrase | None:
    """*Verb, number, thing*: the thing follows the number."""
    tied = right.startswith("的")
    thing = noun_after(right[1:] if tied else right)
    classifier = mention.quantity.classifier is not None
    if classifier and thing:
        verb = core if core in words("verbs") else _closing_verb(core)
        return Phrase(_joined(verb, thing), "indicator.following")
    action = next((w for w in words("verbs") if right.startswith(w)), None)
    if action and core and mention.quantity.type == "money":
        goal = noun_after(right[len(action) :])
        return Phrase(goal + _head(core), "indicator.purpose") if goal else None
    if (not core or core in words("verbs")) and thing and not action:
        return Phrase(_joined(core, thing), "indicator.following")
    if tied and thing and mention.quantity.type in ("percent", "money", "area"):
        return Phrase(thing, "indicator.tied")
    return None


def noun_after(right: str) -> str:
    """The noun phrase at the start of what follows a number."""
    end = len(right)
    for word in words("stops_right"):
        at = right.find(word, 1)
        if 0 < at < end:
            end = at
    if right[:1] in _ENDS:
        return ""
    return right[:end].strip(" 的")


def _closing_verb(core: str) -> str:
    """The verb that a long left side opens with (编制完成横江、白水江 → 编制完成), or none."""
    return next((w for w in words("verbs") if core.startswith(w)), "")


def _joined(verb: str, thing: str) -> str:
    return thing if thing.startswith(verb) else verb + thing


def _head(core: str) -> str:
    return (
        core if len(core) <= 8 else next((w for w in words("bare_heads") if core.endswith(w)), core)
    )


def _preceded(mention: Mention, core: str, place: Place) -> Phrase | None:
    """*Thing, number*: the thing stands before the number, or in the clause before that."""
    core = _shortened(core)
    if _needs_subject(core, mention):
        subject = _subject(core, mention, place)
        if subject:
            return Phrase(_merged(subject, core), "indicator.inherited")
    if core and not _empty(core):
        return Phrase(core, "indicator.preceding")
    return None


def _empty(core: str) -> bool:
    return not re.search(r"[一-鿿A-Za-z]{2}", core)


def _shortened(core: str) -> str:
    if len(core) > _LONG and "等" in core:
        core = core[core.rfind("等") + 1 :] or core
    if len(core) > _LONG and "、" in core:
        core = core[core.rfind("、") + 1 :] or core
    if len(core) > _MOST:
        core = core[core.rfind("的", 0, len(core) - 2) + 1 :][-_MOST:]
    return core


def _needs_subject(core: str, mention: Mention) -> bool:
    if not core or core in words("bare_heads") or core in words("verbs"):
        return True
    return len(core) <= 6 and core.endswith(words("rate_heads"))


def _subject(core: str, mention: Mention, place: Place) -> str:
    """The thing that the numbers before it, or the clause before it, are about."""
    if place.phrase is not None:
        subject = place.phrase.text
        if core.endswith(words("rate_heads")):
            subject = _RATE_HEAD.sub("", subject) or subject
        for head in words("bare_heads"):
            if subject.endswith(head) and len(subject) > len(head) + 1:
                subject = subject[: -len(head)]
                break
        return subject[-20:]
    if not core or core in words("verbs"):
        return ""
    segment = place.text[max(place.start, mention.left - _LEFT_WINDOW) : mention.left]
    clauses = [c for c in re.split(r"[，；：。！？\n]", segment) if c]
    if len(clauses) < 2:
        return ""
    clause = _open_trimmed(clauses[-2])
    verb = _closing_verb(clause)
    return clause[len(verb) :][-20:] if len(clause) > len(verb) + 1 else ""


def _merged(subject: str, core: str) -> str:
    """Subject and head joined, an overlap kept once (…水质 + 水质达标率)."""
    if not core:
        return subject
    if core in words("verbs"):
        return core + subject
    for size in range(min(len(subject), len(core)), 0, -1):
        if subject.endswith(core[:size]):
            return subject + core[size:]
    return subject + core
