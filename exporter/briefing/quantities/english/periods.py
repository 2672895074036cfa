"""Time expressions of English records."""

from __future__ import annotations

import re

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
YEAR = "(?:19|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9,.]{0,20}[0-9%])"
DATES = re.compile(
    rf"\b(?=[0-9JFMASONDotfsenTE])(?:(?:{MONTHS}) {_DAY}(?:, {YEAR})?"
    rf"|{_DAY} (?:{MONTHS})(?: {YEAR})?"
    r"|(?<![\w-])[0-9]+ (?:in|out of) (?:every )?(?:[0-9]+|ten|twenty)\b"
    rf"|[0-2]?[0-9]:[0-5][0-9]|{YEAR}[-–/](?:19|20)?[0-9]{{2}}|[0-2]?[0-9] ?[ap]\.?m\b)"
)
"""Dates, times of the day and odds (1 in 50): their digits are no quantities."""
_TIMES = frozenset(
    [
        "year",
        "quarter",
        "half",
        "month",
        "week",
        "now",
        "current",
        "present",
        "moment",
        "FY",
        "decade",
        "day",
        "hours",
        "date",
        "season",
        "period",
        "oliday",
        "estival",
        "20",
        "19",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
)
"""One of these stands in every period told."""
_SMALL = "a|one|two|three|four|five|six|seven|eight|nine|ten"
_PATTERN = re.compile(
    r"\b(?:(?P<asof>[Aa]s (?:of|at) (?:today|now|yesterday|(?:the end of )?"
    rf"(?:(?:{MONTHS})(?: [0-3]?[0-9])?)(?:,? {YEAR})?|(?:[0-3]?[0-9] )?(?:{MONTHS})(?: {YEAR})?"
    rf"|(?:the )?end[- ](?:of )?(?:{MONTHS}|{YEAR})(?: {YEAR})?|{YEAR}))"
    rf"|(?:[Bb]y|[Aa]t) (?:the )?(?P<closing>end[- ](?:of )?(?:{MONTHS})"
    rf"(?:,? {YEAR}| (?:this|last) year)?)"
    rf"|(?:[Ff]rom|[Bb]etween) (?P<days>(?:{MONTHS}) {_DAY} (?:to|and|through) (?:{MONTHS}) {_DAY}"
    rf"(?:, {YEAR})?)"
    rf"|(?P<ago>(?:{_SMALL}|[0-9]{{1,2}}) years? ago)"
    r"|(?<=[a-z] )(?P<present>now|currently|at present|at the moment)(?=[ ,.])"
    rf"|(?P<since>[Ss]ince (?:(?:{MONTHS}) (?:[0-3]?[0-9], )?)?{YEAR})"
    rf"|(?P<day>(?:{MONTHS}) {_DAY}(?:, {YEAR})?|{_DAY} (?:{MONTHS})(?: {YEAR})?)"
    r"|(?P<span>(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or) the (?:last|past|next|coming) (?:[a-z]+|[0-9]+)"
    r" (?:years|months|weeks|decades?|days|hours))"
    rf"|(?P<within>(?:over|within) (?:{_SMALL}|[0-9]{{1,2}}) years)"
    rf"|[Ii]n (?P<spell>(?:{_SMALL}|[0-9]{{1,2}}) years)(?! ago)"
    r"|(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring) "
    r"(?P<ending>the (?:(?:[a-z]+|[0-9]{1,2}) months|year|quarter)"
    rf" (?:to|ended|ending)(?: in)? (?:(?:the )?end of )?(?:{MONTHS})(?: {YEAR})?)"
    r"|(?:[Ff]rom|[Ii]n|[Ff]or|[Bb]etween|[Dd]uring|[Oo]ver) (?P<range>"
    rf"(?:(?:{MONTHS}) (?:{YEAR} )?(?:to|and|through|-|–) (?:{MONTHS})(?: {YEAR})?)"
    rf"|{YEAR} (?:to|and) {YEAR})"
    rf"|(?P<named>(?:the )?(?:March|June|September|December) quarter(?: {YEAR})?)"
    rf"|(?P<part>(?i:the )?(?:first|second|third|fourth) (?:quarter|half)"
    rf"(?: (?:of )?(?:the year|this year|last year)| of {YEAR})?"
    r"|(?i:the) first (?:[a-z]+|[0-9]+) (?:months|quarters)"
    rf"(?: of (?:the year|this year|last year|{YEAR}))?)"
    rf"|(?P<fiscal>(?:the )?(?:{YEAR}[-–/][0-9]{{2,4}} )?"
    r"(?:(?:current|last|next|this) )?(?:fiscal|financial) year"
    rf"(?: {YEAR}(?:[-–/][0-9]{{2,4}})?)?|FY ?[0-9]{{2,4}})"
    r"|(?P<previous>(?:the )?previous (?:quarter|month|year|week))"
    r"|(?P<now>(?i:so far this year|year to date|this year|last year|next year|last month"
    r"|this month|next month|last week|this week|last quarter|this quarter|next quarter))"
    rf"|(?:[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Tt]hrough|[Ff]or|[Oo]f|[Uu]ntil|end of) (?:the )?"
    rf"(?P<year>(?:early |late |mid-)?{YEAR}(?:[-–][0-9]{{2}})?)(?!\w)"
    rf"|(?:[Ii]n|[Bb]y|[Ff]or|(?:(?<=, )|(?<=and )|^)[Ff]rom) (?:early |late |mid-)?"
    rf"(?P<month>(?:{MONTHS})(?: {YEAR})?)(?!\w| {_DAY})"
    rf"|from (?P<onward>(?:{MONTHS}) {YEAR})"
    rf"|(?P<until>(?:until|since) (?:{MONTHS})(?: {YEAR})?)(?!\w| {_DAY})"
    r"|[Dd]uring (?:the |this year's |last year's )?(?P<event>(?:[A-Z][\w'’]+ ){1,4}"
    r"(?:holiday|holidays|festival|season|period|week|golden week))"
    rf"|^(?P<opening>(?:In )?{YEAR})(?=, ))"
)
_BASE_BEFORE = re.compile(
    r"\b(?:compared (?:with|to)|same as|than|from|versus|vs\.?|on"
    r"|over(?! the (?:first|second) half))"
    r"(?: (?:the|that|those)(?: of| (?:seen |recorded |registered |reached )?in)?)?"
    r"(?: (?:the )?(?:same )?(?:period|time|month|quarter|level|levels)(?: of| in)?)? $"
)
_ANOTHER = re.compile(r"[0-9]|\b(?:compared|than|versus|from)\b|;")
_TO_LEVEL = re.compile(r"[^,;0-9]{0,40} to [^,;]{2,30}? (?:(?:in|for|at) ?)?")
"""Between the size of a move and the time of the level that it led to."""
_APART = re.compile(r", (?:and|but|which|while)\b")
_COMPARED = re.compile(r"\b(?:compared|than|versus|from)\b|[;:]")
_LEAD = re.compile(r"^(?:In |(?i:(?:over|in|during|for) the |the ))(?=[a-zA-Z0-9])(?!end )")
_MONTH_AT_END = re.compile(rf"(?:{MONTHS})$")
_OF_THE_YEAR = re.compile(
    r"^(?:(?:first|second|third|fourth) (?:quarter|half)"
    r"|first [a-z0-9]+ (?:months|quarters))(?: of the year)?$"
    rf"|^(?:{MONTHS}) (?:to|and|through) (?:{MONTHS})$|^end[- ](?:of )?(?:{MONTHS})$"
    rf"|^(?:[a-z0-9]+ months|year|quarter) (?:to|ended|ending)(?: in)? (?:{MONTHS})$"
)
_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], start=2
    )
}
_YEAR_LONG, _SOON, _CLAUSE, _CLAUSES = 12, 24, 60, 200
_AGO = re.compile(r"(?P<count>[a-z]+|[0-9]+) years? ago")
_COMPARABLE = frozenset(
    {
        "now",
        "day",
        "days",
        "part",
        "year",
        "month",
        "named",
        "fiscal",
        "range",
        "ago",
        "closing",
        "previous",
    }
)
_PASSING = frozenset({"day", "ago", "previous", "closing"})
_TIED = re.compile(r"(?: (?!and |but |or |while |which |that |who |as )[A-Za-z'’-]+){1,8} ?")
_BEST = re.compile(
    r"\b(?:best|worst|highest|lowest|first|largest|biggest|smallest|strongest|weakest|fastest"
    r"|slowest|most|fewest|least|steepest|sharpest)\b[^,;.]{0,40}$"
)
"""Before *since 2007* these tell how long it was otherwise, no period."""
_LATER = re.compile(
    r"\b(?:will|would|plans?|expect(?:s|ed)?|going to|due|shall|aims?|hopes?|wants?)\b"
    r"|['’]ll\b|['’]d (?:like|want|hope)\b"
)
_YEAR_BEFORE = re.compile(r",? (?:a year (?:earlier|ago|before)|the year before)\b")
_YEAR_AT_END = re.compile(rf"(?P<lead>(?:.* )?)(?P<year>{YEAR})(?P<to>[-–/][0-9]{{2,4}})?")
_QUARTER_AT_END = re.compile(r"(?:the )?(?P<month>March|June|September|December) quarter$")
_YEARS = {"this year": 0, "last year": -1, "next year": 1}


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
        self.near = kind == "ago" and start > 0
        self.closes = kind == "closing"
        self.ahead = ahead


def periods(sentence: str, year: int | None, month: int | None = None) -> list[Told]:
    """The periods that the sentence tells, in order, without those only compared with; `year` and
    `month` are the conference's."""
    out: list[Told] = []
    if not any(word in sentence for word in _TIMES):
        return out
    for match in _PATTERN.finditer(sentence):
        kind = match.lastgroup or ""
        if kind in _COMPARABLE and _BASE_BEFORE.search(
            sentence, max(0, match.start() - 48), match.start()
        ):
            continue
        first = max(0, match.start() - _CLAUSES)
        if kind == "onward" and not _LATER.search(sentence, first, match.start()):
            continue
        if kind == "since" and _BEST.search(sentence, first, match.start()):
            continue
        soon = _SOON if match.start() else _CLAUSE
        later = _LATER.search(sentence, first, match.end() + soon) is not None
        text = _resolved(match.group(kind), year, month, later=later)
        if kind == "until" and not text[-1].isdigit():
            lead, _, named = text.partition(" ")
            text = f"{lead} {_of_year(named, year, month, later=lead == 'until')}"
        if kind == "named":
            text = _of_year(text.removeprefix("the "), year, month, later=later)
        if kind == "month":
            text = _of_year(text, year, month, later=later)
        last = _YEAR_AT_END.fullmatch(text)
        over = year is None or last is None or int(last.group("year")) <= year
        told = Told(*match.span(), text, match.group(kind), kind=kind, ahead=later or not over)
        out.append(told)
    return out


def period(sentence: str, told: list[Told], at: int, end: int) -> str | None:
    """The period of the number at ``[at, end)``: one right after it, else the nearest before it,
    else the first after it that no other number stands before."""
    tied = next((each for each in told if 0 <= each.start - end <= 1), None)
    if tied is None:
        behind = next((each for each in told if each.start >= end), None)
        if behind is not None and _is_tied(sentence[end : behind.start]):
            tied = behind
    if tied is not None:
        return tied.text
    if earlier := _YEAR_BEFORE.match(sentence, end):
        return _year_before(told, at) or earlier.group().lstrip(", ")
    told = [each for each in told if not each.near]
    before = [each for each in told if each.end <= at]
    if before:
        return before[-1].text
    after = next((each for each in told if each.start >= end), None)
    between = sentence[end : after.start] if after is not None else ""
    if after is None or sentence.endswith("from ", 0, at):
        return None
    if after.ahead and _APART.search(between):
        return None
    if _TO_LEVEL.fullmatch(between):
        return after.text
    if _ANOTHER.search(between) and not (_ends_all(sentence, told, after) and _joined(between)):
        return None
    return after.text


def _ends_all(sentence: str, told: list[Told], after: Told) -> bool:
    """Whether the only period of a sentence stands at its end, and so is that of all its numbers
    (create 11 million jobs and keep the rate below 5.5 percent in 2022)."""
    return len(told) == 1 and not sentence[after.end :].strip(" .!”\"’'")


def _joined(between: str) -> bool:
    return not _COMPARED.search(between) and not _LATER.search(between)


def _year_before(told: list[Told], at: int) -> str | None:
    """The month or year told before the number, a year earlier (from 4.4 percent a year ago)."""
    last = next((each.text for each in reversed(told) if each.end <= at), "")
    found = _YEAR_AT_END.fullmatch(last)
    if found is None or found.group("to"):
        return None
    return f"{found.group('lead')}{int(found.group('year')) - 1}"


def _of_year(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """A month with its year: the latest one before the conference, unless it is ahead."""
    named = _MONTH_AT_END.fullmatch(text) or _QUARTER_AT_END.fullmatch(text)
    if year is None or month is None or not named:
        return text
    if later:
        return f"{text} {year if _last_month(text) >= month else year + 1}"
    return f"{text} {year if _last_month(text) <= month else year - 1}"


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
        bare = each.printed.removeprefix("the ")
        if words.startswith((f"{bare} the ", f"{bare} our ")):
            words = words[len(bare) + 5 :]
        for joint in (" for", " in", " of", " during", " by", " at", ""):
            words = words.removesuffix(f"{joint} the {each.printed}").removesuffix(
                f"{joint} {each.printed}"
            )
    return words


def _last_month(text: str) -> int:
    """The number of the month that a part of a year ends with."""
    if named := _MONTH_AT_END.search(text.removesuffix(" quarter")):
        return _NAMES.index(named.group()[:3]) + 1
    words = text.split(" ")
    if words[-1] in ("months", "quarters"):
        count = words[-2]
        number = int(count) if count.isdigit() else _COUNTS.get(count, _YEAR_LONG)
        return number * (1 if words[-1] == "months" else 3)
    return _ORDER.get(words[0].lower(), _YEAR_LONG) * (3 if words[-1] == "quarter" else 6)


def _resolved(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """The period without its preposition, its year told where the text leaves it to the reader:
    the last that is over, or in words of what comes (`later`) this year's."""
    text = _LEAD.sub("", text)
    own = text.removesuffix(" of the year")
    if year is not None and month is not None and _OF_THE_YEAR.search(text):
        year = year if later or _last_month(own) <= month else year - 1
        return f"{own} {year}" if _MONTH_AT_END.search(own) else f"{own} of {year}"
    text = (
        text[0].lower() + text[1:] if text.startswith(("Last ", "This ", "Next ", "So ")) else text
    )
    if year is None:
        return text
    if past := _AGO.fullmatch(text):
        count = past.group("count")
        return str(year - (int(count) if count.isdigit() else _COUNTS.get(count, 1)))
    for word, shift in _YEARS.items():
        if text.endswith(f" {word}") and _OF_THE_YEAR.search(text.removesuffix(f" {word}")):
            return f"{text.removesuffix(word)}{year + shift}"
        if text.endswith(f"of {word}") or text == word:
            return text[: len(text) - len(word)] + str(year + shift)
    return text
