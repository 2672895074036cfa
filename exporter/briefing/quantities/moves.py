"""Change and status: does the sentence state a move, and is the number done, aimed at or planned?"""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.model import Change, Status
from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.mentions import Mention
from exporter.briefing.quantities.periods import Token

_REACH = 16
_CLAUSE = re.compile(r"[，；。：！？（）\n]")
_FROM = re.compile(r"(?:由|从)[^，。；由从]{0,24}$")
_LEADS_ON = re.compile(r"^(?:以上|以下|以内|左右|多|余)?(?:快速|大幅|稳步|逐步|进一步)?")
_GAP = re.compile(r"(?:了|约|近|超过|超|达|达到|为|至|到|\s|均|分别|年均|又|再)*$")


@cache
def _moves() -> re.Pattern[str]:
    return re.compile("|".join(sorted({*words("rise"), *words("fall")}, key=len, reverse=True)))


def change(text: str, mention: Mention, start: int) -> Change | None:
    """The move that the clause states of this number: 增长39.4%, 降低至11.95%, 新增学位6.9万个."""
    if mention.quantity.type == "rank":
        return None
    floor = max(start, mention.left - _REACH)
    left = text[floor : mention.left]
    cut = 0
    for match in _CLAUSE.finditer(left):
        cut = match.end()
    left = left[cut:]
    near = _GAP.sub("", left)
    for group, way in (("rise", "increase"), ("fall", "decrease")):
        if near.endswith(words(group)):
            return "increase" if way == "increase" else "decrease"
    if left.startswith(("减少", "压减", "减免")):
        return "decrease" if left.startswith(("减少", "压减")) else None
    if left.startswith(("新增", "增加", "净增")):
        return "increase"
    return None


def base(text: str, mention: Mention, start: int, tokens: tuple[Token, ...]) -> str | None:
    """What the number is compared with, as printed: 较上年, 同比, 由2022年的13.75%."""
    floor = max(start, mention.left - 40)
    for token in reversed(tokens):
        if token.reach == "base" and floor <= token.start and token.end <= mention.left:
            return text[max(floor, token.start - 1) : token.end]
    left = text[floor : mention.left]
    for word in ("同比", "环比"):
        if word in left[-14:]:
            return word
    found = _FROM.search(left)
    if found and re.search(r"[0-9一二三四五六七八九十]", found.group()):
        trimmed = re.sub(
            r"(?:提高|提升|增长|增加|增|上升|升|降低|降|下降|减少|减|扩大|发展|压缩|缩短|跃升)?(?:到|至|为)?$",
            "",
            found.group(),
        )
        return trimmed.rstrip("，的") or None
    return None


def status(
    text: str, mention: Mention, start: int, end: int, future: bool, planned: bool
) -> Status:
    """Whether the number is reached, aimed at or planned; `future`: its period lies ahead."""
    left = text[max(start, mention.left - 120) : mention.left]
    clause = left[max((m.end() for m in _CLAUSE.finditer(left)), default=0) :]
    right = text[mention.right : min(end, mention.right + 14)]
    own = _last(clause, "done"), _last(clause, "plan"), _last(clause, "target")
    if right.startswith("的") and re.match(r"的[^，。；、]{0,10}目标", right):
        return "target"
    if max(own) >= 0:
        return _verdict(own, future)
    whole = _last(left, "done"), _last(left, "plan"), _last(left, "target")
    if max(whole) >= 0:
        verdict = _verdict(whole, future)
        if verdict != "actual" or not (future or planned):
            return verdict
    return "plan" if future or planned else "actual"


def _verdict(found: tuple[int, int, int], future: bool) -> Status:
    done, plan, target = found
    if target > max(done, plan):
        return "target"
    if plan > done:
        return "plan"
    return "plan" if future else "actual"


def _last(piece: str, group: str) -> int:
    return max((piece.rfind(word) for word in words(group)), default=-1)
