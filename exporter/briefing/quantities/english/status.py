"""Whether an English number is done, planned or a target, by the words of its clause."""

from __future__ import annotations

import re

from exporter.briefing.model import Fact, Status
from exporter.briefing.quantities.english.clauses import CLAUSE, lists, verb_at
from exporter.briefing.quantities.english.words import ABOUT, WORD, group

_PAPERS = "(?:budget|bill|plan|proposal|package|programme?|strategy|blueprint)"
_LAYS_DOWN = (
    "(?:holds|puts|sets|includes|provides|invests|allocates|funds|gives|calls|commits|devotes"
    "|spends|keeps|contains|proposes|dedicates)"
)
_AHEAD = re.compile(
    r"\b(?:could|may|might) (?:be|go|rise|fall|grow|reach|cost|drop|increase|create|bring|save"
    r"|add|lift|cut|reduce|get|need)\b"
    r"|(?:\b(?:is|are|am)|['’](?:re|m|s)) (?:now |also |already )?(?:replacing|building|putting"
    r"|investing|spending|setting (?:aside|out)|giving|providing|hiring|recruiting|buying|opening"
    r"|committing|funding|upgrading|launching)\b"
    r"|\b(?:going|gonna|set|on track|hop(?:e|es|ing)|wants?|ready|due|likely) to\b"
    r"|\bplans? to [a-z]|\b(?:[Ww]e|[Tt]hey|I|and) plans? for\b"
    r"|\b(?:ask(?:ed|ing)?|calls?|called|calling|appeal(?:s|ed|ing)?|plans?|budget) for\b"
    r"|\b(?:seek(?:s|ing)?|request(?:s|ed|ing)|in need of|needs?)(?: (?:an?|about|some|over))* ?$"
    r"|['’]ll\b|\b(?:[Pp]rojections?|[Ff]orecasts?) (?:of|for|is|are|in)\b"
    r"|\b(?:is|are) set at\b|\bannounc(?:e|ing)(?: [a-z]+){0,3} ?$"
    r"|['’]d (?:still |also |then )?(?:have|be|like|need|see|get|want|expect|hope|build|hire|add)\b"
    rf"|\b{_PAPERS} (?:also |would )?{_LAYS_DOWN}\b"
    rf"|\bin (?:this|my|our|next year['’]s) {_PAPERS}\b"
)
"""Words of what is not done yet, as they are spoken."""
_AS_TOLD = re.compile(
    r"\b(?:than|as|below|above|with) (?:the |our )?(?:expected|planned|projected|forecast)"
)
_NOT_AHEAD = re.compile(
    r"\b(?:would|could|might|should) (?:[a-z]+ )?have\b|\bwould (?:otherwise|like (?:more|fewer))\b"
)
"""Of what is not so, or was not."""
_THAN_THAT = re.compile(r"\bthan (?:the|that|those|our|this) $")
_BUDGETED = re.compile(rf" in (?:this|my|our|next year['’]s) {_PAPERS}\b")
_GOES_ON = re.compile(
    r"(?:and |then )?[a-z]{2,}(?<!ss)s (?:aside |up |out )?$|or (?:about |nearly )?$"
)
_AIM = re.compile(r"(?: [a-z]+)? (?:target|goal)\b")
_PURPOSE = re.compile(
    r"(?<!able )(?<!enough )(?<!helped )(?<!used )(?<!managed )(?<!continued )(?<!had )"
    r"(?<!has )(?<!have )\bto (?:help )?(?P<verb>[a-z]+)"
    rf" {ABOUT}$"
)
_OF_IT = re.compile(rf"(?:It|This) (?:also |would )?(?:buys|pays|brings|{_LAYS_DOWN[3:]}\b")
_BEHIND = re.compile(
    r"(?: [A-Za-z'’-]+){0,7}? (?:will|would(?! (?:have|otherwise|like)\b)|shall"
    r"|(?:is|are) (?:expected|set|going|due|to be"
    r"|planned|scheduled|proposed))\b"
    r"| [a-z-]+ to (?:build|deliver|create|fill|open|hire|train|plant|install|come)\b"
)
_STANDS = re.compile(
    r"\b(?:is|are|was|were|stands|remains?|now)(?: (?:only|just|now|about|still))* $"
)
_MET = re.compile(
    r"(?: (?:per ?cent|percent))? (?:funded|complete[d]?|met|covered|paid|financed)\b"
)
"""How far it is met (the appeal for the region is 40 per cent funded)."""
_FINITE = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "did", "can"})
_IS = re.compile(r"(?: [A-Za-z'’-]+){0,4} (?:are|is|was|were|have|has|had)\b")
_ASIDE, _IS_OF = 2, ("is ", "was ", "are ", "were ")
_NOUNS = frozenset({"plan", "plans"})


def status(left: str, near: str, right: str, last: Fact | None, earlier: Fact | None) -> Status:
    """By the words of the number's own clause, and of what its thing will do behind it.

    `left` is the sentence before the number, `near` what of it stands behind the number `last`. A
    clause without verb (*and sets aside*, *or about*, *1.9 per cent in 2026*) goes on with what
    the last number of the sentence was, *It puts* with what the one of the sentence before was.
    """
    if _THAN_THAT.search(left) or (_MET.match(right) and _STANDS.search(left)):
        return "actual"
    own = _NOT_AHEAD.sub("", _AS_TOLD.sub("", _own(left)))
    words = [word.lower() for word in WORD.findall(own)]
    if any(word in group("target") for word in words):
        return "target"
    if _AIM.match(right):
        return "target"
    ahead = any(word in group("plan") - _NOUNS for word in words)
    if ahead or _AHEAD.search(own) or _BUDGETED.match(right):
        return "plan"
    purpose = _PURPOSE.search(own)
    if purpose is not None and purpose.group("verb") in group("doing"):
        return "plan"
    if verb_at(["", *words]) is None and _FINITE.isdisjoint(words):
        if _BEHIND.match(right):
            return "plan"
        if last is not None and lists(near) and not _IS.match(right):
            return last.status
    if last is None and earlier is not None and _OF_IT.match(left):
        return earlier.status
    return last.status if last is not None and _GOES_ON.match(own) else "actual"


def _own(left: str) -> str:
    """The clause that the number stands in; one that begins with its verb, with the subject that
    an aside keeps from it (the aim, as you know, is)."""
    *before, own = CLAUSE.split(left)
    return f"{before[-_ASIDE]} {own}" if len(before) >= _ASIDE and own.startswith(_IS_OF) else own
