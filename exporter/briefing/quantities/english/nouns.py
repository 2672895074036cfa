"""Noun phrases cut from English words: opened, ended and bounded by what can't belong to a name."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.english.clauses import DETERMINERS, verb_at
from exporter.briefing.quantities.english.words import group, is_adverb, is_attribute, united

_OTHER = re.compile(r"(?P<other> and [a-z]+)(?=[,.;]| (?:over|in|by|this|for)\b)")
_DIGITS = "0123456789$€£¥"
_MOST = 12
RELATIVES = frozenset(["which", "that", "who", "it", "this", "they", "these", "those", "up", "we"])
_ONWARD = re.compile(
    r" (?P<joint>for|of|in|to|on|among|across|from|with) (?:the |our |its |their )?(?=[A-Za-z])"
    r"(?!this |that |last |next |each |every |all |year|month|week|quarter|total|addition|order"
    r"|turn|recent|proportion|response|fact)"
)
_NEAR = 4
_TIMES = ("year", "month", "week", "quarter", "season", "summer", "winter", "spring", "autumn")
_PAIR = re.compile(
    r"and (?P<other>[a-z-]+)(?= [a-z]{3,})(?! (?:in|on|at|to|for|of|from|by|with|was|were|is|are"
    r"|the|has|have|had|will)\b)"
)
_COMPARES = re.compile(
    r"(?:[a-z]+ly |even |much )?(?:better|worse|higher|lower|more|less|fewer|faster|slower|greater)"
    r" than\b"
)
PARTICLES = frozenset({"up", "out", "in", "for", "aside", "over", "away", "back", "off", "down"})
_WE_ALL = frozenset(
    {"we", "they", "i", "he", "she", "you", "it", "who", "we've", "they've", "i've"}
)
_WE, _LEAST = frozenset({"we", "they", "I", "he", "she", "you"}), 2
"""Behind a noun one of these opens a clause that tells more of it (the package we announced)."""
_KNOWN_BY = ("in", "aged", "with", "without", "under", "over")
_NO_ENDS = united("stops", "links", "said", "doing", "levels", "times", "lone") | {
    "ago",
    "then",
    "now",
}
_ADVERBS = frozenset({"there", "here", "now", "today", "already", "alone"})


def sound(words: str) -> str:
    """The words where they name something: no pronouns, no denials, no lone adverb or verb."""
    told = words.split(" ")
    while told and told[0].lower() in group("unnaming") and " ".join(told[1:2]) not in _KNOWN_BY:
        told = told[1:]
    told = told[2:] if told[:2] == ["terms", "of"] else told
    at = next((i for i, word in enumerate(told) if word in _WE), 0)
    if _LEAST <= at < len(told) - 1 and told[at - 1].lower() not in _NO_ENDS:
        told = told[:at]
    first = told[0].lower() if told else ""
    if (
        first in ("who", "which", "that")
        or ("than" in told and _COMPARES.match(" ".join(told)))
        or any(
            word.lower().replace("’", "'") in group("pronouns")
            and (word == "I" or not word.isupper())
            for word in told
        )
    ):
        return ""
    lone = len(told) == 1 and told[0].lower() in group("lone") | {"raise", "cut", "add"}
    if re.search(r"\b[0-9]{4}s\b", words):
        return ""
    if not told or lone or (len(told) == 1 and told[0].endswith(("ed", "ly"))):
        return ""
    return " ".join(told)


def unnumbered(told: str | None) -> str | None:
    """The name without a number in words that counts something else (*Thirty persons*)."""
    first, _, more = (told or "").partition(" ")
    return more if first.lower() in group("numerals") and more[:1].islower() else told


def untailed(clause: str) -> str:
    """The clause without the approximation and the small words that lead to the number."""
    words = clause.split(" ")
    small = {"a", "an", "the", "another", "some", "just", "only", "all", "record", "estimated"}
    while words:
        near = next((n for n in (3, 2, 1) if " ".join(words[-n:]).lower() in group("approx")), 0)
        near = near or int(words[-1].lower() in small)
        if not near:
            break
        words = words[:-near]
    if words[-4:] == ["to", "the", "tune", "of"]:
        words = words[:-4]
    if len(words) > 2 and words[-1] == "of" and words[-2].lower() == "total":
        words = words[: -3 if words[-3].lower() == "a" else -2]
    return " ".join(words)


def noun_phrase(words: list[str]) -> str:
    """The words behind the last verb, without what can't open a noun phrase."""
    verbs = united("doing", "levels", "rise", "fall", "plan") - group("moves_as_nouns")
    verbs |= {"has", "have", "had", "will", "would", "can", "do", "did", "with"}
    at = max((i for i, word in enumerate(words) if word.lower() in verbs), default=-1)
    return bounded(words[at + 1 :])


def bounded(words: list[str]) -> str:
    """The last words of a phrase, without small ones at its ends; empty if no name is left."""
    small = _small()
    while words and _opens(words, small):
        words = words[1:]
    while words and _ends(words[-1], small):
        words = words[:-1]
    words = words[-_MOST:]
    said = " ".join(words).strip("\"“”'’ ")
    return said if any(len(word) > 2 for word in words) else ""


@cache
def _small() -> frozenset[str]:
    """The words that neither open nor end a name."""
    others = {"each", "every", "our", "its", "their", "these", "both"}
    return united("links", "stops") | others | {"above", "below", "beyond", "toward", "towards"}


def _ends(word: str, small: frozenset[str]) -> bool:
    """Whether the last word only leads on from the name."""
    planned = word in group("plan") and word not in group("papers")
    return planned or word.lower() in small or word.lower() in _ADVERBS


def _opens(words: list[str], small: set[str] | frozenset[str]) -> bool:
    """Whether the first word only leads to the name; a total of something is its own name."""
    first = words[0].lower()
    kept = first in ("total", "record", "per") and len(words) > 1
    number = words[0][:1].isdigit() and not any(char.isalpha() for char in words[0])
    return (first in small and not kept) or number


def nouns(text: str, most: int) -> str:
    """The words of a noun phrase at the start of the text; `of` goes on once."""
    out: list[str] = []
    stops = united("stops", "no_nouns", "pronouns") - {"of"}
    past = 0
    for match in re.finditer(r"\S+", text):
        word = match.group()
        if match.start() < past:
            continue
        full = len(out) >= most or word[0] in _DIGITS or word in ("-", "–", "—", "--")
        paired_up = word == "and" and len(out) == 1 and is_attribute(out[0])
        if paired_up and (pair := _PAIR.match(text, match.start())):
            out += [word, pair.group("other")]
            most, past = most + 2, pair.end()
            continue
        if full or (word.lower().strip(",.;:") in stops and not _in_title(out, text, match)):
            break
        out.append(word.strip(',.;:!?)"”'))
        if word[-1] in ',.;:!?)"”':
            break
    while out and out[-1].lower() in ("of", "the", "a", "an", "not"):
        out.pop()
    return " ".join(out)


def after_determiner(told: str) -> str:
    """The words behind the last article or possessive (faces a critical shortage), or nothing."""
    words = told.split(" ")
    at = max((i for i, word in enumerate(words) if word.lower() in DETERMINERS), default=-1)
    return bounded(words[at + 1 :]) if at >= 0 else ""


def does(word: str) -> bool:
    """Whether the word before a number tells what was done with the things (secured 457 million
    doses, carrying 200 tons)."""
    word = word.lower()
    if word in group("doing"):
        return True
    states = united("stative", "levels", "rise", "fall", "helping", "said", "plan", "target")
    done = word.endswith("ed") or (word.endswith("ing") and word not in group("linking"))
    return done and word not in states


def is_verb(words: list[str]) -> bool:
    """Whether the words end with a verb that has an object: one of doing or spending, what follows
    a pronoun or a helping verb (we paid, will receive, is distributing), with or without its
    particle (put in, asked for)."""
    if len(words) > 1 and words[-1].lower() in PARTICLES:
        words = words[:-1]
    word, before = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    states = united("levels", "rise", "fall", "stops", "links", "helping", "moving", "stative")
    if not word.isalpha() or word in states:
        return False
    led = before in _WE_ALL or before in group("helping") - {"also", "now", "expected"}
    return word in group("doing") or led or (word.endswith("ing") and word not in group("linking"))


def onward(noun: str, right: str, start: int) -> str:
    """The noun that stands in `right` at `start` with the phrase behind it (waiting lists *for
    elective surgery*, an appeal *to cover critical needs*)."""
    joint = _ONWARD.match(right, start + len(noun)) if noun else None
    more = nouns(right[joint.end() :], _NEAR) if joint is not None else ""
    first = more.split(" ")[0].lower()
    if joint is None or not more or first in united("months", "days", "numerals", "lone"):
        return noun
    if joint.group("joint") == "to" and " " not in more:
        return noun
    return f"{noun} {joint.group('joint')} {more}"


def paired(noun: str, right: str) -> str:
    """The noun with the one that *and* joins to it at the end of the clause (test and trace)."""
    behind = right[right.find(noun) + len(noun) :] if noun and noun in right else ""
    found = _OTHER.match(behind)
    return noun + found.group("other") if found is not None else noun


def _in_title(out: list[str], text: str, match: re.Match[str]) -> bool:
    """Whether the small word stands between words of a title (Homes for Arden)."""
    return bool(out and out[-1][:1].isupper() and text[match.end() + 1 : match.end() + 2].isupper())


def doer(words: list[str]) -> str:
    """Who did it, where a noun says so (private firms added 224,000 jobs), with a space; that it
    was not done where the words say so (declined to renew 310 policies)."""
    if words[-1:] == ["to"]:
        denies = len(words) > 1 and words[-2].lower() in group("denials")
        return f"{doer(words[:-2])}{words[-2]} to " if denies else ""
    while words and (words[-1].lower() in group("helping") or is_adverb(words[-1])):
        words = words[:-1]
    told = without_opening(words)
    said = " ".join(told)
    small = (group("stops") | group("pronouns") | RELATIVES | group("said")) - {"and", "in", "for"}
    if not told or len(told) > _MOST or any(word.lower() in small for word in told):
        return ""
    named = sound(said)
    return f"{named} " if named and verb_at(["", *told]) is None else ""


def leads_on(word: str) -> bool:
    """Whether the word is a helping verb or an adverb between the subject and its verb."""
    low = word.lower()
    moves = low in united("levels", "rise", "fall", "participles", "moving")
    moves = moves and low not in group("moves_as_nouns")
    return moves or low in group("helping") or is_adverb(word)


def without_opening(words: list[str]) -> list[str]:
    """The words without a time or place that opens the clause (in June exports)."""
    while words and words[0].lower() in group("stops") and not _begins(words):
        timed = words[0].lower() in ("last", "this") and words[1:2] and words[1] in _TIMES
        words = words[2:] if timed else words[1:]
    return words


def _begins(words: list[str]) -> bool:
    """Whether the small word that opens the clause is its subject, or part of a name."""
    first = words[0].lower()
    return first in ("we", "it", "they", "he", "she") or words[:2] == ["Per", "capita"]


def behind_verb(words: list[str]) -> list[str]:
    """The words behind the last helping verb and the verb that follows it (will impose)."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower() in ("will", "would", "to", "can", "could", "may", "must", "shall"):
            return words[at + 2 :]
    return words
