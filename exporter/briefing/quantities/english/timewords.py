"""The expressions of time of English records."""

from __future__ import annotations

import re

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
YEAR = "(?:19|20)[0-9]{2}"
DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9,.]{0,20}[0-9%])"
DATES = re.compile(
    rf"\b(?=[0-9JFMASONDotfsenTE])(?:(?:{MONTHS}) {DAY}(?:, {YEAR})?"
    rf"|{DAY} (?:{MONTHS})(?: {YEAR})?"
    r"|(?<![\w-])(?!(?:1 in|[1-9] out of) [0-9]+"
    r" (?!(?:minute|hour|day|week|month|year)s?\b)[a-z])"
    rf"[0-9]+ (?:in|out of) (?:every )?(?:(?!{YEAR}\b)[0-9]+|ten|twenty)\b"
    rf"|[0-2]?[0-9]:[0-5][0-9]|{YEAR}[-–/](?:19|20)?[0-9]{{2}}|[0-2]?[0-9] ?[ap]\.?m\b)"
)
"""Dates, times of the day and odds of a time (a 1 in 50 year flood): no quantities."""
TIMES = frozenset(
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
        "iscal",
        "office",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "H1",
        "H2",
        "decade",
        "day",
        "hours",
        "date",
        "since",
        "Since",
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
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
SMALL = "a|one|two|three|four|five|six|seven|eight|nine|ten"
PATTERN = re.compile(
    r"\b(?:(?P<asof>[Aa]s (?:of|at) (?:today|now|yesterday|this (?:morning|afternoon|evening)"
    r"|(?:the end of )?"
    rf"(?:{DAYS}|(?:{MONTHS})(?: [0-3]?[0-9](?![0-9]))?)(?:,? {YEAR})?"
    rf"|(?:[0-3]?[0-9] )?(?:{MONTHS})(?: {YEAR})?"
    rf"|(?:the )?end[- ](?:of )?(?:{MONTHS}|{YEAR})(?: {YEAR})?|{YEAR}))"
    rf"|(?:[Bb]y|[Aa]t|[Bb]efore) (?:the )?(?P<closing>end[- ](?:of )?(?:(?:{MONTHS})"
    rf"(?:,? {YEAR}| (?:this|last|next) year)?|(?:this|next|last|the) year|{YEAR}))"
    rf"|(?:[Ff]rom|[Bb]etween) (?P<days>(?:{MONTHS}) {DAY} (?:to|and|through) (?:{MONTHS}) {DAY}"
    rf"(?:, {YEAR})?)"
    rf"|(?P<ago>(?:(?i:{SMALL})|[0-9]{{1,2}}) years ago)"
    r"|(?<=[a-z0-9] )(?P<present>now|currently|at present|at the moment|today)(?=[ ,.])"
    r"|(?P<from>[Ss]ince (?:(?:the )?(?:start|beginning|end) of (?:the year|this year|last year"
    rf"|this month|{YEAR})|yesterday|last (?:week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?:last )?(?:{DAYS})"
    r"|(?:it|they|we|I|he|she) (?:opened|began|started|launched|took office|came (?:in)?to office)"
    r"(?! (?:in|last|on)\b)))"
    r"|(?P<when>When (?:I|we|he|she|they) (?:took|came (?:in)?to) office)"
    r"|(?:(?:[Oo]ver|[Oo]n) (?=the year)|[Ii]n (?=that year)"
    r"|(?:[Ii]n|[Ff]or|[Dd]uring|[Oo]ver|[Oo]n) (?!th(?:e|at) year\b))"
    r"(?P<again>(?:the|that) (?:same )?(?:quarter|month|year|half-year|half|period"
    rf"|(?:{SMALL}) months))"
    r"(?! (?:to|ended|ending|of|before|after|ahead|that|since|in|last|a)\b)(?=[ ,.;:)]|$)"
    rf"|(?:[Ii]n|[Oo]f|[Ff]or|[Dd]uring|[Oo]ver|[Aa]t) (?P<same>the same"
    rf" (?:period|months|point|time) (?:of |in |)(?:{YEAR}|last year))(?!\w)"
    rf"|(?P<since>[Ss]ince (?:(?:{MONTHS}) (?:[0-3]?[0-9], )?)?{YEAR})"
    rf"|(?P<day>(?:{MONTHS}) {DAY}(?:, {YEAR})?|{DAY} (?:{MONTHS})(?: {YEAR})?)"
    r"|(?P<span>(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or) the"
    r" (?:last|past|next|coming|prior|previous|preceding) (?:[a-z]+|[0-9]+)"
    r" (?:years|months|weeks|decades?|days|hours)"
    r"|(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or) the (?:last|past|coming)"
    r" (?:year|decade|month|week|quarter))"
    rf"|(?P<weekly>(?:the )?week (?:ending|ended|to|of) (?:(?:{MONTHS}) {DAY}|{DAY} (?:{MONTHS}))"
    rf"(?:,? {YEAR})?)"
    rf"|(?P<within>(?:over|within) (?:{SMALL}|[0-9]{{1,2}}) years)"
    rf"|[Ii]n (?P<spell>(?:{SMALL}|[0-9]{{1,2}}) years)(?! ago)"
    r"|(?:[Ii]n|[Oo]ver|[Ff]or|[Dd]uring) "
    r"(?P<ending>the (?:(?:[a-z]+|[0-9]{1,2}) months|year|quarter)"
    rf" (?:to|ended|ending)(?: in)? (?:(?:the )?end of )?(?:{MONTHS})(?: {YEAR})?)"
    r"|(?:[Ff]rom|[Ii]n|[Ff]or|[Bb]etween|[Dd]uring|[Oo]ver) (?P<range>"
    rf"(?:(?:{MONTHS}) (?:{YEAR} )?(?:to|and|through|-|–) (?:{MONTHS})(?: {YEAR})?)"
    rf"|{YEAR} (?:to|and) {YEAR})"
    rf"|(?P<named>(?:the )?(?:March|June|September|December) quarter(?: {YEAR})?)"
    rf"|(?P<short>(?:Q[1-4]|H[12])(?: (?:of )?{YEAR})?)(?!\w)"
    rf"|(?P<part>(?i:the )?(?:first|second|third|fourth) (?:quarter|half)"
    rf"(?: (?:of )?(?:the year|this year|last year)| of {YEAR})?"
    r"|(?i:the) first (?:[a-z]+|[0-9]+) (?:months|quarters)"
    rf"(?: of (?:the year|this year|last year|{YEAR}))?)"
    rf"|(?P<fiscal>(?:the )?(?:{YEAR}[-–/][0-9]{{2,4}} )?"
    r"(?:(?:current|last|next|this) )?(?i:fiscal|financial) (?i:year)"
    rf"(?: {YEAR}(?:[-–/][0-9]{{2,4}})?)?|[Ff]iscal {YEAR}|FY ?[0-9]{{2,4}})"
    r"|(?P<previous>(?:the )?previous (?:quarter|month|year|week))"
    r"|(?P<now>(?i:so far this year|year to date|this year|last year|next year|last week"
    r"|this week|last quarter|this quarter|next quarter"
    r"|(?:so far )?this (?:season|winter|summer)))"
    rf"|(?:[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|[Tt]hrough|[Ff]or|[Oo]f|[Uu]ntil|end of) (?:the )?"
    rf"(?P<year>(?:early |late |mid-)?{YEAR}(?:[-–][0-9]{{2}})?)(?!\w)"
    rf"|(?:[Ii]n|[Bb]y|[Ff]or|[Oo]ver(?= the month)|[Dd]uring|(?:(?<=, )|(?<=and )|^)[Ff]rom)"
    r" (?:early |late |mid-|the month of )?"
    rf"(?P<month>(?:{MONTHS})(?: (?:of )?{YEAR}| (?:last|this|next) year)?)(?!\w| {DAY})"
    rf"|(?P<latest>(?i:last|this|next) (?:month\b|{MONTHS}))"
    rf"|from (?P<onward>(?:{MONTHS}) {YEAR})"
    rf"|(?P<until>(?:until|[Ss]ince) (?:{MONTHS})(?: {YEAR}| (?:last|this) year)?)(?!\w| {DAY})"
    r"|[Dd]uring (?:the |this year's |last year's )?(?P<event>(?:[0-9]{2}th )?"
    r"(?:[A-Z][\w'’-]+ ){1,4}"
    r"(?:holiday|holidays|festival|season|period|week|golden week))"
    rf"|^(?P<opening>(?:In )?{YEAR})(?=, ))"
)
