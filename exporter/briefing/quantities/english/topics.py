"""Names of English numbers that are too short to be understood, made whole by the words of the
passage itself: the phrase that stands behind the number (*doses on the shelf*), and what a sentence
says first that it is about (*On smuggling, …*; *In Malawi, …*)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.english.nouns import does, sound
from exporter.briefing.quantities.english.words import group, is_attribute, united
from exporter.transcript.model import Transcript

_SHORT, _WHOLE = 18, 24
"""From so many letters on a name needs no topic, and nothing at all."""
_WORD = r"[A-Za-z][A-Za-z'’-]*"
_SMALL = r"(?:(?P<the>the )|our |its |their |these |those |a |an )"
_FIRST = r"(?:^|(?<=[.?!] )|(?<=[.?!][\"”] ))"
_FIRST += r"(?:And |But |So |Now |Finally,? |First,? |Second,? |Third,? |Next,? )?"
_OPENER = re.compile(
    rf"{_FIRST}(?:(?P<joint>[Oo]n|[Ff]or|Among|[Ii]n|Across|As for|As to|Regarding|Concerning"
    rf"|Turning to|When it comes to) (?:the |our )?(?P<topic>{_WORD}"
    rf"(?: (?:{_WORD}|[0-9]{{2}}\b)){{0,4}}),(?= [^A-Z])"
    r"|(?:I(?:['’]ll| will| want to|['’]d like to)|[Ll]et me|[Ll]et['’]s|We(?:['’]ll| will))"
    r" (?:first )?(?:start|begin|turn|move|go)(?: now| on)? (?:with|to) (?:the |our )?"
    rf"(?P<next>{_WORD}(?: {_WORD}){{0,2}})[.:](?= ))"
)
_BEHIND = re.compile(
    rf" (?P<joint>on|for|in|from|to|by|back (?:in|on|at|to)|among|against|at|across|with"
    rf"|without|near|outside|inside"
    rf"|(?:used|run|held|owned|led|caused|supported|affected|signed|funded|built|made|sent|known)"
    rf" (?:by|in|to|for|from)) {_SMALL}?(?P<noun>{_WORD}(?: {_WORD}){{0,4}}?)"
    r"(?=[,.;:!?)]| (?:in|on|at|by|for|from|to|with|this|last|next|over|since|during|after|before"
    r"|and|but|while|as|up|down|which|that|who|compared|is|are|was|were|has|have|had|will|would"
    r"|can|could|than|through|between|or)\b|$)"
)
_WITHIN = re.compile(
    r" within (?:an?|[a-z]+|[0-9]+) (?:minute|hour|day|week|month|year)s?\b"
    r"(?: of (?:the |their )?[a-z]+)?"
)
_HELPED = re.compile(
    rf" (?P<joint>(?:to )?[a-z]{{3,}}) {_SMALL}?(?P<noun>{_WORD}(?: {_WORD}){{0,3}}?)"
    r"(?=[,.;:]| (?:in|by|and|since|this|last|at|on|for|with)\b)"
)
_PLACING = ("In", "Across")
_KEPT = ("For", "Among")
_OF_THEM, _MARKS = " of them", ",.;:()0123456789"
_HEAD_MOST = 3
_UNIT_AT, _FEW = 60, 2


class Heads:
    """The headings within an English record that say what the passage below is about (*Arden*,
    *Housing*); none where the record has only one, or where a heading names a part of the
    conference (*Questions and answers*)."""

    def __init__(self, transcript: Transcript) -> None:
        heads = sorted((head.span.start, _head_of(head.text)) for head in transcript.headings)
        many = len({text for _, text in heads if text}) > 1
        self._starts = [start for start, _ in heads] if many else []
        self._texts = [text for _, text in heads]

    def over(self, fact: Fact) -> str:
        """The heading that the fact stands under, or nothing."""
        if not self._starts or not fact.spans:
            return ""
        at = bisect_right(self._starts, fact.spans[0].start) - 1
        return self._texts[at] if at >= 0 else ""


def _head_of(text: str) -> str:
    """The heading without its marks, where it is a name of a few words."""
    told = text.strip(" *#:–—-")
    words = told.split(" ")
    named = told[:1].isupper() and len(words) <= _HEAD_MOST and told.replace(" ", "").isalpha()
    parts = group("parts_of_talk").isdisjoint(word.lower() for word in words)
    return told if named and parts else ""


def lengthened(fact: Fact, text: str, heading: str = "") -> Fact:
    """The fact of the paragraph's `text`, its short name with what the passage, or the `heading`
    above it, tells of it."""
    name = fact.indicator
    if not name or len(name) >= _WHOLE:
        return fact
    if more := _behind(fact, text):
        joint = more.partition(" ")[0]
        name = f"{name.partition(f' {joint} ')[0]} {more}"
    topic = _topic(text, fact) if len(name) < _SHORT else None
    if topic is not None and (topic.start() >= fact.sentence[0] or _goes_on(fact)):
        name = _of_topic(name, topic)
    elif heading and topic is None and len(name) < _SHORT:
        known = set(name.lower().split(" ")).issuperset(heading.lower().split(" "))
        name = name if known else f"{heading}: {name}"
    if name == fact.indicator:
        return fact
    return msgspec.structs.replace(fact, indicator=name, rule=f"{fact.rule}/lengthened")


def opens_with_topic(text: str, fact: Fact) -> bool:
    """Whether the fact's own sentence says first what it is about."""
    found = _topic(text, fact)
    return found is not None and found.start() >= fact.sentence[0] and _joint(found) not in _PLACING


def _behind(fact: Fact, text: str) -> str:
    """The phrase behind the number, or behind the things that it counts."""
    end = fact.at + len(fact.quantity.text)
    unit = fact.quantity.unit
    if fact.quantity.type == "count" and not (unit and fact.quantity.text.endswith(unit)):
        at = text.find(unit, end, min(end + _UNIT_AT, fact.sentence[1])) if unit else -1
        apart = at < 0 or any(char in _MARKS for char in text[end:at])
        end = end if unit is None or apart else at + len(unit)
        end += len(_OF_THEM) * text.startswith(_OF_THEM, end)
    else:
        last = (fact.indicator or "").rpartition(" ")[2]
        at = text.find(f" {last}", end, min(end + _UNIT_AT, fact.sentence[1]))
        end = at + 1 + len(last) if at >= 0 and text[end:at].replace(" ", "").isalpha() else end
    if (within := _WITHIN.match(text, end, fact.sentence[1])) is not None:
        return within.group()[1:]
    helped = (fact.indicator or "").startswith("help") and fact.quantity.type == "count"
    found = (_HELPED if helped else _BEHIND).match(text, end, fact.sentence[1])
    noun = found.group("noun") if found is not None else ""
    words = noun.lower().split(" ")
    if found is None or not sound(noun) or _is_adverbial(words):
        return ""
    paired = is_attribute(words[-1]) and text.startswith(" and ", found.end())
    if paired or text.startswith(" or ", found.end()):
        return ""
    known = set((fact.indicator or "").lower().split(" "))
    return (
        ""
        if known.issuperset(words)
        else f"{found.group('joint')} {found.group('the') or ''}{noun}"
    )


def _is_adverbial(words: list[str]) -> bool:
    """Whether the words tell a time or a manner, and nothing that the number is of."""
    loose = united("times", "months", "days", "numerals", "lone", "pronouns", "stops", "generic")
    loose |= group("adverbial")
    return words[0] in loose or words[-1] in loose


def _topic(text: str, fact: Fact) -> re.Match[str] | None:
    """The last words before the fact that say what the passage is about; of an earlier sentence
    what it says of a group alone is that sentence's."""
    found = None
    for match in _openers(text):
        if match.end() > fact.at:
            break
        told = _told(match)
        words = told.lower().split(" ")
        joint, here = _joint(match), match.start() >= fact.sentence[0]
        named = told[:1].isupper() or words[0] in group("areas")
        if not _is_adverbial(words) and (
            (named or joint not in _PLACING) and (here or joint not in _KEPT)
        ):
            found = match
    return found


@lru_cache(maxsize=64)
def _openers(text: str) -> tuple[re.Match[str], ...]:
    """All the words of a paragraph that may say what it is about."""
    return tuple(_OPENER.finditer(text))


def _joint(topic: re.Match[str]) -> str:
    """The preposition that leads to the topic, as it opens a sentence."""
    return (topic.group("joint") or "").capitalize()


def _told(topic: re.Match[str]) -> str:
    """What the words say that the passage is about."""
    told: str = topic.group("topic") or topic.group("next")
    return told


def _goes_on(fact: Fact) -> bool:
    """Whether a name is a bare noun, which the topic of an earlier sentence still belongs to (*On
    Arden, … Complaints fell*), and no deed of its own (*we plan to invest*)."""
    words = (fact.indicator or "").lower().split(" ")
    return len(words) <= _FEW and not does(words[0]) and group("plan").isdisjoint(words)


def _of_topic(name: str, topic: re.Match[str]) -> str:
    """The name with the topic: *cases in Malawi*, *smuggling: cases*."""
    told = _told(topic)
    if set(name.lower().split(" ")).issuperset(told.lower().split(" ")):
        return name
    joint = _joint(topic)
    if joint in (*_PLACING, *_KEPT):
        return f"{name} {joint.lower()} {told}"
    return f"{told}: {name}"
