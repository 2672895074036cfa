"""What the words of an English label say: a moderator, a question, an outlet's reporter, an office,
a person with his honorific or office.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from exporter.transcript.english.hosts import CONNECTS
from exporter.transcript.english.names import (
    NAME,
    OFFICE_WORD,
    POST_NOMINALS,
    TITLED,
    without_honorific,
)
from exporter.transcript.english.outlets import ACRONYM, OFFICES, STATION, is_outlet
from exporter.transcript.labels.reading import Kind, Reading
from exporter.transcript.lexicon import any_of, words

_HOSTS = frozenset(words("english", "host"))
_INTERVIEWERS = frozenset(("presenter", "interviewer", "anchor"))
PRESENTER = Reading("reporter")
"""``PRESENTER:`` without a name, which is a label only where it recurs, and else a field."""
_SHORT: dict[str, Reading] = {
    "min": Reading("office", title="Minister"),
    "mod": Reading("host"),
    "spox": Reading("office", title="Spokesperson"),
}
_QUESTIONS = frozenset(word.replace("_", " ") for word in words("english", "question"))
_ANSWERS = frozenset(words("english", "answer"))
_NO_LABELS = frozenset(word.replace("_", " ") for word in words("english", "no_labels"))
_CALLINGS = frozenset(("official", "officials", "source", "aide"))
# On Tarn: have any convoys got through?
_PREPOSITIONS = frozenset(
    ("On", "In", "At", "By", "For", "From", "To", "With", "About", "After", "Before", "Of", "As")
)
# Foreign Affairs Council: heads a title, and nobody's speech
_BODIES = frozenset(("Council", "Committee", "Commission", "Assembly", "Conference", "Meeting"))
_LETTERS = frozenset(words("english", "acronyms"))
_PUBLIC = frozenset(words("english", "public_bodies"))
_PARTICLES = frozenset(words("english", "particles"))
_REPORTER = re.compile(
    r"^(?P<before>.*?)[ ]?\b(?:reporter|correspondent|journalist)s?\b"
    r"(?: (?:from|of|with) (?:the )?(?P<after>.{1,120}))?$",
    re.IGNORECASE,
)


# Jo Hale, Harbour News [00:11:58]
_STAMP = re.compile(r" ?[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])]$")


@lru_cache(maxsize=4096)  # a page has few labels, and each many times
def read(who: str, more: str, aside: bool) -> tuple[Reading | None, int]:
    """What a label says, and how clearly."""
    who, more = _STAMP.sub("", who).rstrip(" –—"), _STAMP.sub("", more)
    who = who.removeprefix("An ") if who.startswith(("An Taoiseach", "An Tánaiste")) else who
    who = _INITIALS.sub(r"\1. ", _COUNTED.sub("", who))  # V.Hale
    who = POST_NOMINALS.sub("", _HONOURABLE.sub("", who))
    who = who[4:] if _THE_HOLDER.match(who) else who
    plain = who.strip(" .*").casefold()
    none = plain.removeprefix("the ") in _NO_LABELS or (len(plain) < 2 and plain not in "qa")
    none = none or who.partition(" ")[0] in _PREPOSITIONS
    none = none and not (aside and plain in _INTERVIEWERS)
    several = " and " in who and not OFFICES.search(who)  # two people, or no label
    if plain == "presenter" and not more:
        return PRESENTER, 0
    if none or several or _REPORTED.search(more):
        return None, 0
    if numbered := _NUMBERED.fullmatch(plain):
        plain = numbered["word"]
        if plain not in _QUESTIONS:
            return (Reading("office", title=who), 3) if plain in _UNNAMED else (None, 0)
    if fixed := _fixed(plain, who, more):
        return fixed, 3
    if plain in _INTERVIEWERS and _HOLDER.fullmatch(more):  # Presenter (Jo Hale):
        return Reading("reporter", without_honorific(more)), 3
    first, _, rest = who.partition(" ")
    if first.casefold() in _HOSTS and rest:
        return Reading("host", rest), 3
    if more.casefold() in _HOSTS:
        return Reading("host", without_honorific(who)), 3
    if _ASKED.match(who):
        return Reading("question"), 3
    return (
        _read_holder(who, more, aside)
        or _read_outlet(who, more, aside)
        or _read_of_field(who.split())
        or _read_person(who, more)
    )


def _fixed(plain: str, who: str, more: str) -> Reading | None:
    """What a label says that is one of the listed words and no name; `plain` is `who` in small
    letters."""
    if plain in CONNECTS:
        return Reading("host", title=who.title())
    if short := _SHORT.get(plain):
        return short
    if _ANY_QUESTION.fullmatch(plain):
        return Reading("question")
    if plain.startswith("unidentified "):
        return Reading("office", title=who)
    for kind, listed in _FIXED:
        if plain in listed:
            if kind == "question" and (asked := _ASKED_FOR.fullmatch(more)):
                return _asked(asked["one"], asked["other"])
            if kind == "host":
                return Reading("host", _host_of(more))
            if kind == "answer" and _HOLDER.fullmatch(more) and not OFFICES.search(more):
                return Reading("person", without_honorific(more))  # Answer – Jo Hale:
            outlet = more.removeprefix("from ") if kind == "question" else ""
            nobody = _HEARD.match(outlet) or not _may_ask_for(outlet)
            return Reading(kind, outlet="" if nobody else outlet)
    return None


def _may_ask_for(outlet: str) -> bool:
    """Whether what stands behind ``Q`` may be an outlet: one word that is none by its name may be
    who asks (``Q (Jane):``)."""
    return " " in outlet or is_outlet(outlet) or ACRONYM.fullmatch(outlet) is not None


# Moderator (Jo Hale, press secretary): · Chair, Dr Jo Hale:
_HOST_NAMED = re.compile(rf"(?P<name>{NAME})(?:, .{{1,80}}| \(.{{1,80}})?")


def _host_of(more: str) -> str:
    """The name that stands behind a word for the host; empty where an office or body does."""
    found = _HOST_NAMED.fullmatch(without_honorific(more))
    name = found["name"] if found else ""
    return "" if OFFICES.search(name) or is_outlet(name) else name


# Q (off mic): · Question (in French): how it was put
_HEARD = re.compile(
    r"(?:off[ -]?mi[ck]|inaudible|in [A-Z]\w+|via |through |by |speaking|as inter|interpret"
    r"|translat|from the |online$|remote(?:ly)?$|cross ?talk|unidentified|continu(?:ed|ing))",
    re.IGNORECASE,
)
# Question (Jo Hale, Harbour News): · Question (Reuters, Jo Hale):
_ASKED_FOR = re.compile(r"(?P<one>[^,]{2,60}), (?P<other>[^,]{2,60})")


def _asked(one: str, other: str) -> Reading:
    """Who asks and for whom, in either order."""
    first = (is_outlet(one) or ACRONYM.fullmatch(one)) and not is_outlet(other)
    name, outlet = (other, one) if first else (one, other)
    return Reading("reporter", without_honorific(name), outlet=outlet)


# ONLINE QUESTION: · FEMALE REPORTER:
_ANY_QUESTION = re.compile(
    rf"(?:{any_of('english', 'anybody')}) (?:question(?:er)?|reporter|journalist)"
)
# The Commissioner: · THE DEPUTY MAYOR:
_THE_HOLDER = re.compile(
    rf"(?i:the (?=(?:(?:{any_of('english', 'office_words')}) ){{0,3}}"
    rf"(?:{any_of('english', 'offices')})$))"
)
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z][a-z])")
# Q12 Jo Hale: (minutes of evidence)
_COUNTED = re.compile(r"^Q\d{1,3} (?=[A-Z])")
# TOBIAS WREN MP: · THE HON JO HALE: · Senator the Hon Jo Hale:
_HONOURABLE = re.compile(
    r"(?:\b(?:the )?(?:(?:Rt|Right)\.? )?Hon(?:ou?rable|\.)? )(?=[A-Z]\S* \S)", re.IGNORECASE
)
# Reporter 1: · Speaker 2:
_NUMBERED = re.compile(r"(?P<word>[a-z ]{1,30}?) \d{1,2}")
_UNNAMED = frozenset(words("english", "unnamed"))
# Adrian Moss, the head of the union, issued a statement saying: … leads up to a quotation
_REPORTED = re.compile(
    r"\b(?:said|says?|saying|stat(?:ed|es|ing)|reads?|asked|add(?:s|ed|ing)|wr(?:ote|ites?)|told|warned)$"
)
_BEHIND_FIELD = re.compile(
    rf"(?<= )(?P<name>(?!(?i:{any_of('english', 'fields')}|the|of|for)\b)[A-Z][\w'\-]{{1,30}}"
    rf"(?: [A-Z]\.)? (?!(?i:{any_of('english', 'fields')})\b)[A-Z][\w'\-.]{{1,30}})$"
)
# Question from Alan in Hereford:
_ASKED = re.compile("Questions? (?:from|by) ", re.IGNORECASE)
_HOLDER = re.compile(
    rf"(?:(?:{any_of('english', 'honorifics')})\.? )*"
    r"(?P<name>[A-Z][\w'\-]+(?: [A-Z][\w'\-.]+){1,3})"
)


def _read_holder(who: str, more: str, aside: bool) -> tuple[Reading, int] | None:
    """``Environment Secretary, Daniel Ashworth``: an office, and behind a comma who holds it; in
    brackets (``Acting PM (Hon Jo Hale)``) where an honorific shows that it is no place or body."""
    if aside and all(map(OFFICE_WORD.match, who.split())):
        holder = _HOLDER.fullmatch(_HONOURABLE.sub("", more))
        if holder is None or holder["name"] == more:
            return Reading("office", title=who), 3
        return Reading("person", holder["name"], who), 3
    holder = _HOLDER.fullmatch(more) if not aside else None
    office = OFFICES.search(who)
    if holder is None or office is None or OFFICES.search(holder["name"]) or is_outlet(more):
        return None
    return Reading("person", holder["name"], who), 3


_FIXED: tuple[tuple[Kind, frozenset[str]], ...] = (
    ("office", frozenset(word.replace("_", " ") for word in words("english", "nobody"))),
    ("host", _HOSTS),
    ("question", _QUESTIONS),
    ("answer", _ANSWERS),
)


def _editor(tokens: list[str]) -> Reading | None:
    """``Reuters Executive Editor Jo Hale``: an outlet, an office there, who holds it."""
    houses = (i for i in range(1, len(tokens) - 2) if is_outlet(" ".join(tokens[:i])))
    at = max(houses, default=0)
    post = tokens[at:-2] if at else []
    if not any(map(_DESK.match, post)) or any(map(OFFICE_WORD.match, tokens[-2:])):
        return None
    return Reading("reporter", " ".join(tokens[-2:]), outlet=" ".join(tokens[:at]))


_DESK = re.compile(r"(?:Editor|Editor-in-Chief|Chief|Head|Director|Correspondent|Anchor)$")
# Harbour News, Hale:
_SURNAMES = re.compile(r"[A-Z][a-z'\-]{1,20}(?: [A-Z][\w'\-]{1,20}){0,2}")


def _read_outlet(who: str, more: str, aside: bool) -> tuple[Reading, int] | None:
    """``Xinhua``, ``Reuters reporter``, ``John Smith, Reuters``, ``Reporter from China Daily``."""
    reporter = _REPORTER.match(who)
    if reporter:
        outlet = reporter["after"] or reporter["before"] or more
        return Reading("reporter", outlet=outlet.strip()), 3
    if editor := _editor(who.split()):
        return editor, 3
    named = who.startswith("The ") and not who.isupper() and not OFFICES.search(who)
    shouted = who.isupper() and is_outlet(who.title())  # CHINA DAILY:
    if is_outlet(who) or shouted or named:
        name = more if _SURNAMES.fullmatch(more) and not is_outlet(more) else ""
        name = "" if aside or OFFICES.search(name) else name
        return Reading("reporter", name, outlet=who), 3
    if aside and " " not in who and STATION.match(more):  # Mediahouse (Channel 8)
        return Reading("reporter", outlet=f"{who} ({more})"), 3
    # Thomas Gutsch (Frankfurter Allgemeine Zeitung):
    several = " " in who or (" " in more and all(word[:1].isupper() for word in more.split()))
    named_aside = aside and more[:1].isupper() and not OFFICES.search(more) and several
    # Rik Hale (WHO): · Dr. Jo Hale (Scientific Committee):
    named_aside = named_aside and more not in _LETTERS and not _PUBLIC & set(more.split())
    if more and (
        named_aside
        or (is_outlet(more) and not _POST.match(more))
        or (ACRONYM.fullmatch(more) and not OFFICES.search(more))
        or re.search(r"\b(?:reporter|correspondent)\b", more, re.I)
    ):
        outlet = re.sub(
            r"^(?:a )?(?:reporter|correspondent) (?:from|of|with|for) ", "", more, flags=re.I
        )
        return Reading("reporter", without_honorific(who), outlet=outlet), 3
    return None


# Director of the Water Agency: an office, and no outlet though it ends like one
_POST = re.compile(
    rf"(?:[A-Z][\w\-]+ ){{0,3}}?(?:{any_of('english', 'offices')}) (?:of|for|at) (?!News\b)"
)


def _read_of_field(tokens: list[str]) -> tuple[Reading, int] | None:
    """``HEALTH MINISTER``, ``Foreign Affairs Minister Jo Hale``: an office behind its field."""
    at = 0
    while at < len(tokens) and tokens[at].title() in _FIELDS:
        at += 1
    end = at
    while end < len(tokens) and OFFICE_WORD.match(tokens[end]):
        end += 1
    if not 0 < at < end or len(tokens) - end == 1:
        return None
    name, title = " ".join(tokens[end:]), " ".join(tokens[:end])
    return Reading("person" if name else "office", name, title), 3


def _read_person(who: str, more: str) -> tuple[Reading | None, int]:
    """``MS. CHEN``, ``SECRETARY BLINKEN``, ``THE PRESIDENT``, ``Mao Ning``, ``Li Wei, director of
    …``.
    """
    tokens = who.split()
    if said := _read_styled(who, tokens, more) or _read_held(who, tokens, more):
        return said, 3
    if any((token.islower() and token not in _PARTICLES) or token in _BODIES for token in tokens):
        return None, 0
    if any(map(str.isdigit, who)) or _CREDIT.search(who):  # COVID-19: · HARBOUR NEWS PHOTO:
        return None, 0
    shout = who.isupper() and len(who) > 2
    weight = 1 + (2 <= len(tokens) <= 4) + (shout and len(tokens) > 1)
    return Reading("name", who, "" if _ABOUT.match(more) else more), weight


def _read_styled(who: str, tokens: list[str], more: str) -> Reading | None:
    """``SENIOR OFFICIAL``, ``Sir Jo Hale``, ``Lt. Gen. Hale``, ``Treasury Secretary Jo Hale``."""
    if tokens[-1].casefold() in _CALLINGS and len(tokens) > 1:
        return Reading("office", title=who)  # SENIOR DEFENSE OFFICIAL
    tokens = _behind_body(tokens)
    if tokens[0].casefold() in _KNIGHTED and len(tokens) > 2:  # his name has it, as printed
        return Reading("person", who, more)
    if TITLED.match(tokens[0]) and len(tokens) > 1:
        titles = list(takewhile(TITLED.match, tokens[:-1]))  # Lt. Gen. Jo Hale
        name = " ".join(tokens[len(titles) :])
        return Reading("person", name, more, honorific=" ".join(titles))
    held = _BODY_HOLDER.fullmatch(who)
    return Reading("person", held["name"], held["title"]) if held else None


def _behind_body(tokens: list[str]) -> list[str]:
    """The words behind the letters of a body before an honorific (``PCO ASEC. HALE``)."""
    at = 0
    while at < len(tokens) - 1 and ACRONYM.fullmatch(tokens[at]):
        at += 1
    honoured = tokens[at].endswith(".") and TITLED.match(tokens[at])
    return tokens[at:] if honoured else tokens


def _read_held(who: str, tokens: list[str], more: str) -> Reading | None:
    """``NATO Secretary General``, ``Prime Minister Hale``, ``Li Wei, director of …``."""
    split = _office_end(tokens)
    if split and OFFICES.search(who):
        if split < len(tokens) and tokens[split].casefold() in _JOINS:
            holder = _BEHIND_FIELD.search(who)  # State Minister for Foreign Affairs Lin Bo
            title = who[: holder.start()].strip() if holder else who
            title = f"{title} ({more})" if more.casefold() in _QUALIFIED else title
            return Reading(
                "person" if holder else "office", holder["name"] if holder else "", title
            )
        if tokens[split:] and OFFICE_WORD.match(tokens[-1]):
            return Reading("office", title=who)  # Chief Medical Officer
        if split == len(tokens) and more.casefold() in _QUALIFIED:
            return Reading("office", title=f"{who} ({more})")
        if split < len(tokens) - 1 and tokens[split].strip("()").casefold() in _QUALIFIED:
            split += 1  # Minister (Acting) Jo Hale
        name, title = " ".join(tokens[split:]), " ".join(tokens[:split])
        return Reading("person" if name else "office", name, title if name else who)
    return Reading("person", who, more) if more and OFFICES.search(more) else None


_JOINS = ("for", "of", "to", "in", "on", "at")
# Under Secretary for Water (designate): who isn't the Under Secretary
_QUALIFIED = frozenset(("acting", "designate", "ag", "outgoing", "incoming", "retired", "ret"))
_FIELDS = frozenset(words("english", "fields")) - {"and"}
_KNIGHTED = ("sir", "dame")
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?|image|picture|graphic|illustration|credit|caption)s?$", re.IGNORECASE
)
# Miriam, on trade: what somebody speaks of
_ABOUT = re.compile(r"(?:on|about|regarding|via|in|at|by) ")
# Treasury Secretary Jo Hale · New York Mayor Jo Hale: a body, an office, who holds it
_BODY_HOLDER = re.compile(
    rf"(?P<title>(?:[A-Z][\w'\-]+ ){{1,4}}?(?:{any_of('english', 'offices')}))"
    rf" (?P<name>(?!(?:{any_of('english', 'offices')}|{any_of('english', 'office_words')})\b)"
    r"[A-Z][a-z'\-]{1,30}(?: [A-Z]\.)?(?: (?:[Vv][ao]n|de[rnl]?|al|bin|da|la|le)){0,2}"
    r" [A-Z][\w'\-]{1,30})"
)


def _office_end(tokens: list[str]) -> int:
    """How many words of a label are an office, the body before it in capitals (``NATO Secretary
    General``) with it; 0 if none."""
    start = next((i for i, token in enumerate(tokens) if OFFICE_WORD.match(token)), 0)
    ends = (i for i in range(start, len(tokens)) if not OFFICE_WORD.match(tokens[i]))
    end = next(ends, len(tokens))
    shouted = " ".join(tokens).isupper() and len(tokens) - end < 2
    # PENTAGON PRESS SECRETARY PETER COOK names two words behind it, JO HALE MAYOR none
    if start and (shouted or not all(map(str.isupper, tokens[:start]))):
        return 0
    return _behind_rank(tokens, end)


def _behind_rank(tokens: list[str], end: int) -> int:
    """`end` behind a rank of two words that goes on there (``MAJOR GENERAL``), and behind ``OF
    STATE``."""
    while end < len(tokens) - 1:
        pair = (tokens[end].casefold(), tokens[end + 1].casefold())
        if not (pair == ("of", "state") or pair in _RANKS):
            return end
        end += 2
    return end


_RANKS = frozenset(
    (first, second)
    for first in ("major", "brigadier", "lieutenant", "rear", "vice")
    for second in ("general", "admiral")
)
