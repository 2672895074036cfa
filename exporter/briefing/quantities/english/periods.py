"""Periods that English sentences tell of their numbers."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.resolving import (
    again,
    as_of,
    end_of,
    is_over,
    latest,
    of_day,
    of_year,
    part_of,
    resolved,
    year_before,
)
from exporter.briefing.quantities.english.timewords import PATTERN, TIMES
from exporter.briefing.quantities.english.words import ABOUT
from exporter.briefing.quantities.periods.token import Day

_BASE_BEFORE = re.compile(
    r"\b(?:compared (?:with|to)|same as|than(?: (?:in|at|for|during))?|from|versus|vs\.?|on"
    r"|over)"
    r"(?: (?:the|that|those)(?: of| (?:seen |recorded |registered |reached )?in)?)?"
    r"(?: (?:the )?(?:same )?(?:period|time|month|quarter|level|levels)(?: of| in)?)? $"
)
_ANOTHER = re.compile(r"[0-9]|\b(?:compared|than|versus|from)\b|;")
_TO_LEVEL = re.compile(r"[^,;0-9]{0,40} to [^,;]{2,30}? (?:(?:in|for|at) ?)?")
"""Between the size of a move and the time of the level that it led to."""
_APART = re.compile(r", (?:and|but|which|while)\b")
_COMPARED = re.compile(r"\b(?:compared|than|versus|from)\b|[;:]")
_SOON, _CLAUSE, _CLAUSES, _BASE_REACH, _BASE_WORDS = 24, 60, 200, 64, 7
_COMPARABLE = frozenset(
    {
        "now",
        "day",
        "days",
        "part",
        "year",
        "month",
        "named",
        "short",
        "fiscal",
        "range",
        "ago",
        "closing",
        "previous",
        "latest",
        "again",
        "ending",
    }
)
_PASSING = frozenset({"day", "ago", "previous", "closing"})
_WHEN, _NEVER = {"part": ("over ",), "day": ("on ",)}, ()
_SPANS = frozenset({"range", "days"})
_TIED = re.compile(r"(?: (?!and |but |or |while |which |that |who |as )[A-Za-z'’-]+){1,8} ?")
_BEST = re.compile(
    r"\b(?:best|worst|highest|lowest|first|largest|biggest|smallest|strongest|weakest|fastest"
    r"|slowest|most|fewest|least|steepest|sharpest)\b[^,;.]{0,40}$"
)
"""Before *since 2007* these tell how long it was otherwise, no period."""
_BASES = re.compile(r"\b(?:from|than|with|against|versus|compared to) ")
_LATER = re.compile(
    r"\b(?:will|would(?! (?:have|otherwise))|plans?|expect(?:s|ed)?|going to|due|shall|aims?|hopes?"
    r"|wants?)\b"
    r"|['’]ll\b|['’]d (?:like|want|hope)\b"
)
_LONG = frozenset({"since", "span", "spell"})
_PRESENT = ("now", "currently", "at present", "at the moment", "today")
_JOINTS = frozenset({"of", "in", "for", "from", "to", "by", "on", "at", "and", "than", "was", "is"})
_TOLD_THEN = re.compile(r"\b(?:we|they|he|she|I) [a-z]{3,20}ed $")
_UP_FROM = re.compile(rf"\b(?:down|up) from (?:an? |the )?{ABOUT}(?:(?:peak|high|low) of )?[$£€]?$")
_OUT_OF, _ON_TO = (
    re.compile(rf"\bfrom (?:an? |the )?{ABOUT}[$£€]?$"),
    re.compile(rf"[^,.;:0-9]{{0,40}}\bto (?:an? |the )?{ABOUT}[$£€]?[0-9]"),
)
_THOUSANDS, _PARTED = re.compile("(?<=[0-9]),(?=[0-9]{3})"), re.compile("[,;:]| and | but ")
_CLOSE_WORDS = 8
_VERBS = (" is ", " was ", " will ", " are ", " were ", " has ", " have ")
"""Between these stands when something was announced, not the time of its number."""
_SET_BACK = re.compile(r"(?:A|One) year (?:earlier|before|ago)\b|The year before\b")
_BEFORE_THAT = re.compile(r",? (?:a|the) (?P<of>year|week|month|quarter) (?:earlier|ago|before)\b")


class Told:
    """A period told at ``[start, end)`` of a sentence, as `printed`; `text` with the year put for
    last year.
    `holds` tells whether it is a stretch of the calendar that later sentences may be of too,
    `near` whether only the number right before it is of it (5.6 percent two years ago), `ahead`
    whether it is still to come, `closes` whether it is the end of a month."""

    __slots__ = ("ahead", "closes", "end", "holds", "near", "printed", "start", "text")

    def __init__(
        self, start: int, end: int, text: str, printed: str, *, kind: str, ahead: bool
    ) -> None:
        self.start, self.end, self.text, self.printed = start, end, text, printed
        self.holds = kind in _COMPARABLE - _PASSING
        self.near = (kind == "ago" or printed == "today") and start > 0
        self.closes = kind == "closing"
        self.ahead = ahead


def periods(sentence: str, day: Day, earlier: tuple[str, ...] = ()) -> list[Told]:
    """The periods that the sentence tells, in order, without those only compared with; `day` is
    the conference's, `earlier` the periods told before, the nearest first. The `text`
    is empty where the words only tell how long something was otherwise (the first in six years)."""
    out: list[Told] = []
    if not any(word in sentence for word in TIMES):
        return out
    for match in PATTERN.finditer(sentence):
        kind = match.lastgroup or ""
        left = sentence[max(0, match.start() - _BASE_REACH) : match.start()]
        if kind in _COMPARABLE and _BASE_BEFORE.search(left) and not _is_during(kind, left):
            continue
        first = max(0, match.start() - _CLAUSES)
        if kind == "onward" and not _LATER.search(sentence, first, match.start()):
            continue
        soon = _SOON if match.start() else _CLAUSE
        later = _LATER.search(sentence, first, match.end() + soon) is not None
        before = (*(each.text for each in reversed(out) if each.text), *earlier)
        said = _spanned(match) if kind in _SPANS else match.group(kind)
        text = _text(kind, said, day, later=later, earlier=before)
        if _TOLD_THEN.search(left) and sentence.startswith(_VERBS, match.end()):
            continue
        if kind in _LONG and _BEST.search(sentence, first, match.start()):
            text = ""
        elif not text:
            continue
        told = Told(
            *match.span(),
            text,
            match.group(kind),
            kind=kind,
            ahead=later or not is_over(text, day.year),
        )
        if _is_since(left) and not text.startswith("since"):
            told.text, told.holds = f"since {text}", False
        told.near = told.near or (kind in _COMPARABLE and _is_of_base(left))
        out.append(told)
    return out


def _is_during(kind: str, left: str) -> bool:
    """Whether the preposition before a period that is often one of comparing tells when (over the
    first half, on August 3)."""
    return left.lower().endswith(_WHEN.get(kind, _NEVER))


def _spanned(match: re.Match[str]) -> str:
    """The months or days told from first to last (between October and December)."""
    said = match.group(match.lastgroup or 0)
    return said.replace(" and ", " to ") if match.group()[0] in "Bb" else said


def _is_since(left: str) -> bool:
    """Whether the words tell that a period is only the begin of one (since we came in in 2022)."""
    _, found, behind = left.lower().rpartition("since ")
    return bool(found) and (not behind or behind.replace(" ", "").isalpha())


def _is_of_base(left: str) -> bool:
    """Whether the words lead to a period that is only the base's (down from 4.3 per cent in March):
    a base and its number, and nothing else, stand since the word that compares."""
    *_, behind = _BASES.split(left) if _BASES.search(left) else ("",)
    own = any(char.isdigit() for char in behind) and ", " not in behind and "; " not in behind
    return own and " to " not in behind and behind.count(" ") <= _BASE_WORDS


def _text(
    kind: str,
    said: str,
    day: Day,
    *,
    later: bool,
    earlier: tuple[str, ...],
) -> str:
    """The period that the words of the `kind` tell, resolved."""
    year, month = day.year, day.month
    if kind in ("weekly", "day", "days"):
        return of_day(said.removeprefix("the "), year, month, later=later)
    if kind == "closing":
        return end_of(said, year, month, later=later)
    if kind in ("asof", "present"):
        return as_of(said, day)
    if kind == "again":
        return again(said, earlier)
    if kind == "latest":
        return latest(said, year, month)
    text = resolved(said, year, month, later=later)
    if kind == "until":
        text = text[0].lower() + text[1:]
    if kind == "until" and not text[-1].isdigit():
        lead, _, named = text.partition(" ")
        return f"{lead} {of_year(named, year, month, later=lead == 'until')}"
    if kind == "same":
        return part_of(said, year, earlier)
    if kind in ("named", "month", "short"):
        text = text.removeprefix("the ").replace(" of ", " ")
        return of_year(text, year, month, later=later)
    return text


def set_back(sentence: str, held: str) -> Told | None:
    """*A year earlier the rate was*: the period `held`, a year before."""
    found = _SET_BACK.match(sentence)
    text = year_before(held) if found is not None else ""
    if found is None or not text:
        return None
    return Told(*found.span(), text, found.group(), kind="ago", ahead=False)


def period(sentence: str, told: list[Told], at: int, end: int, held: str = "") -> str | None:
    """The period of the number at ``[at, end)``: one right after it, else the nearest before it,
    else the first after it that no other number stands before; *a year earlier* is so much before
    the last told of the sentence, or the one `held`."""
    if (tied := _right_after(sentence, told, end)) is not None:
        return tied.text
    if earlier := _BEFORE_THAT.match(sentence, end):
        last = [each.text for each in reversed(told) if each.end <= at] + [held]
        back = (year_before(text) for text in last if earlier["of"] == "year")
        return next((text for text in back if text), earlier.group().lstrip(", "))
    if begins_move(sentence, at, end):
        return None
    told = [each for each in told if not each.near]
    before = [each for each in told if each.end <= at]
    if before:
        return before[-1].text
    after = next((each for each in told if each.start >= end), None)
    between = sentence[end : after.start] if after is not None else ""
    if after is None or sentence.endswith("from ", 0, at):
        return None
    if (after.ahead or after.printed in _PRESENT) and _APART.search(between):
        return None
    if _TO_LEVEL.fullmatch(between):
        return after.text
    ends = _ends_all(sentence, told, after) or _in_clause(between)
    if _ANOTHER.search(between) and not (ends and _joined(between)):
        return None
    return after.text


def _right_after(sentence: str, told: list[Told], end: int) -> Told | None:
    """The period that stands right behind the number that ends at `end`, or behind its thing."""
    tied = next((each for each in told if 0 <= each.start - end <= 1), None)
    if tied is not None:
        return tied
    behind = next((each for each in told if each.start >= end), None)
    own = behind is not None and _is_tied(sentence[end : behind.start])
    return behind if own else None


def begins_move(sentence: str, at: int, end: int) -> bool:
    """Whether the number at ``[at, end)`` is where a move began (down from 4.3 per cent, cut from
    24 hours to 30 minutes): of an untold time before, where none stands behind it."""
    left = sentence[max(0, at - _BASE_REACH) : at]
    if _UP_FROM.search(left):
        return True
    return _OUT_OF.search(left) is not None and _ON_TO.match(sentence, end) is not None


def _ends_all(sentence: str, told: list[Told], after: Told) -> bool:
    """Whether the only period of a sentence stands at its end, and so is that of all its numbers
    (create 11 million jobs and keep the rate below 5.5 percent in 2022)."""
    return len(told) == 1 and not sentence[after.end :].strip(" .!”\"’'")


def _in_clause(between: str) -> bool:
    """Whether nothing parts the number from the period behind another number (paid $412 million to
    86,000 claimants in 2024)."""
    words = _THOUSANDS.sub("", between)
    return not _PARTED.search(words) and words.count(" ") <= _CLOSE_WORDS


def _joined(between: str) -> bool:
    return not _COMPARED.search(between) and not _LATER.search(between)


def _is_tied(between: str) -> bool:
    """Whether only the thing counted stands between the number and the period
    (2,200 hospital beds by 2028)."""
    words = between.split(" ")
    ties = words[-1] in ("", "in", "by", "during", "for", "of", "over", "through")
    return ties and _TIED.fullmatch(between) is not None and not _ANOTHER.search(between)


def untimed(words: str, told: list[Told]) -> str:
    """The words without a period at their end (revenue for the third quarter) or start (June
    quarter the economy)."""
    for each in told:
        words = words.replace(f" {each.printed} per ", " per ")
        bare = each.printed.removeprefix("the ").removeprefix("A ")
        if words.startswith(tuple(f"{bare} {word} " for word in ("the", "our", "that"))):
            words = words[len(bare) + 1 :].partition(" ")[2]
        _, _, behind = (
            words.partition(f" {bare} ") if each.printed.startswith("last ") else ("",) * 3
        )
        words = behind if " " in behind and behind.split(" ")[0] not in _JOINTS else words
        for joint in (" for", " in", " of", " during", " by", " at", " over", ""):
            words = words.removesuffix(f"{joint} the {each.printed}").removesuffix(
                f"{joint} {each.printed}"
            )
    return words
