"""Whether an English number is done, planned or a target, by the words of its clause."""

from __future__ import annotations

import re

from exporter.briefing.model import Fact, Status
from exporter.briefing.quantities.english.clauses import CLAUSE, lists, verb_at
from exporter.briefing.quantities.english.timewords import YEAR
from exporter.briefing.quantities.english.words import ABOUT, WORD, group

_PAPERS = "(?:budget|bill|plan|proposal|package|programme?|strategy|blueprint)"
_LAYS_DOWN = (
    "(?:holds|puts|sets|includes|provides|invests|allocates|funds|gives|calls|commits|devotes"
    "|spends|keeps|contains|proposes|dedicates)"
)
_AHEAD = re.compile(
    r"\b(?:could|may|might) (?:also |now |well )?(?!(?:also|now|well|not|have)\b)[a-z]+"
    r"|(?:\b(?:is|are|am)|['’](?:re|m|s)) (?:now |also |already )?(?:replacing|building|putting"
    r"|investing|spending|setting (?:aside|out)|giving|providing|hiring|recruiting|buying|opening"
    r"|committing|funding|upgrading|launching)\b"
    r"|\b(?:going|gonna|set|on track|hop(?:e|es|ing)|wants?|ready|due|likely) to\b"
    r"|\bplans? to [a-z]|\b(?:[Ww]e|[Tt]hey|I|and) plans? for\b"
    r"|\b(?:ask(?:s|ed|ing)?|calls?|called|calling|appeal(?:s|ed|ing)?|plans?|budget) for\b"
    r"|\b(?:seek(?:s|ing)?|request(?:s|ed|ing)|in need of|needs?)(?: (?:an?|about|some|over))* ?$"
    r"|['’]ll\b|\b(?:[Pp]rojections?|[Ff]orecasts?) (?:of|for|is|are|in)\b"
    r"|\b(?:is|are) set at\b|\bannounc(?:e|ing)(?: [a-z]+){0,3} ?$"
    r"|['’]d (?:still |also |then )?(?:have|be|like|need|see|get|want|expect|hope|build|hire|add)\b"
    rf"|\b{_PAPERS} (?:also |would )?{_LAYS_DOWN}\b"
    r"|\b(?:should|will|would) be able to\b"
    r"|\b(?:commitments?|pledges?|promises?) (?:in [a-z ]{3,20} )?(?:for|of|to)\b"
    r"|\b(?:the case for|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?|debat(?:es|ed|ing))"
    r" [a-z]+ing\b"
    rf"|\bin (?:this|my|our|next year['’]s) {_PAPERS}\b"
)
"""Words of what is not done yet, as they are spoken."""
_WHICH = re.compile(
    rf"\b(?:[Bb]udget|[Bb]ill|[Pp]lan|[Pp]roposal|[Pp]ackage|[Ss]trategy|[Bb]lueprint)"
    rf",? (?:which|that) (?:also |would )?{_LAYS_DOWN}\b[^.;]*$"
)
"""The Capital Plan, which puts $15 billion into roads."""
_DEADLINE = re.compile(rf"^(?:And |But |So )?By [^,;]{{0,20}}{YEAR}\b[^;:]*\b(?:should|must)\b")
_MOVED_FROM = re.compile(rf"(?<!range )(?<!ranges )(?<!vary )(?<!varies )\bfrom {ABOUT}$")
_MOVED_TO = re.compile(r"[^.,;:0-9$€£]{0,40} to (?:about |nearly |over |around )?[0-9$€£]")
"""Where a planned move begins is so already (from $1 million to $2 million)."""
_IN_NEED = re.compile(r"(?: (?!of\b|what\b)[a-z]+){0,2} (?:that )?(?:we|they) (?:still )?need\b")
_APPEAL = re.compile(
    r"(?<!below )(?<!above )(?<!than )(?<!of )\b(?:appeal|response plan|projections?|forecasts?)\b"
)
_GOT = re.compile(r"\b(?:funded|received|raised|met|paid|spent|collected|secured)\b")
_WILL = re.compile(r"(?: (?!who\b|that\b|which\b)[a-z-]+){0,2} (?:will|shall) (?!have\b)")
_COULD = re.compile(r"[^,;.–—]{0,40} ?[–—-] [^–—.;]{3,60} [–—-] (?:could|might|will) ")
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
    r"|(?:backed|supported|funded) (?:by|with) (?:about |nearly )?$"
)
_AIM = re.compile(r"(?: [a-z]+)? (?:target|goal)\b")
_PURPOSE = re.compile(
    r"(?<!able )(?<!enough )(?<!helped )(?<!used )(?<!managed )(?<!continued )(?<!had )"
    r"(?<!has )(?<!have )\bto (?:help )?(?P<verb>[a-z]+)"
    rf" {ABOUT}$"
)
_OF_IT = re.compile(rf"(?:It|This) (?:also |would )?(?:buys|pays|brings|{_LAYS_DOWN[3:]}\b")
_BEHIND = re.compile(
    r"(?: [A-Za-z'’-]+){0,7}? (?:will|(?:would|could|might)(?! (?:have|otherwise|like)\b)|shall"
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
_NEAR, _ASIDE, _IS_OF = 60, 2, ("is ", "was ", "are ", "were ")
_NOUNS = frozenset({"plan", "plans"})


def status(left: str, near: str, right: str, last: Fact | None, earlier: Fact | None) -> Status:
    """By the words of the number's own clause, and of what its thing will do behind it.

    `left` is the sentence before the number, `near` what of it stands behind the number `last`. A
    clause without verb (*and sets aside*, *or about*, *1.9 per cent in 2026*) goes on with what
    the last number of the sentence was, *It puts* with what the one of the sentence before was.
    """
    if _is_so(left, right):
        return "actual"
    own = _NOT_AHEAD.sub("", _AS_TOLD.sub("", _own(left)))
    words = [word.lower() for word in WORD.findall(own)]
    if not group("target").isdisjoint(words) or _AIM.match(right):
        return "target"
    if _is_ahead(own, words, left, right):
        return "plan"
    if verb_at(["", *words]) is None and _FINITE.isdisjoint(words):
        if _BEHIND.match(right):
            return "plan"
        if last is not None and lists(near) and not _IS.match(right):
            return last.status
    if last is None and earlier is not None and _OF_IT.match(left):
        return earlier.status
    return last.status if last is not None and _GOES_ON.match(own) else "actual"


def _is_so(left: str, right: str) -> bool:
    """Whether the number is so already, whatever its clause plans: what another is held against,
    how far an appeal is met, where a move begins."""
    if _THAN_THAT.search(left) or (_MET.match(right) and _STANDS.search(left)):
        return True
    return _MOVED_FROM.search(left[-_NEAR:]) is not None and _MOVED_TO.match(right) is not None


def _is_ahead(own: str, words: list[str], left: str, right: str) -> bool:
    """Whether the clause, or what stands around it, says that the number is not there yet."""
    if not (group("plan") - _NOUNS).isdisjoint(words) or _AHEAD.search(own):
        return True
    if (
        _WILL.match(right)
        or _COULD.match(right)
        or _BUDGETED.match(right)
        or _IN_NEED.match(right)
        or _DEADLINE.match(left)
    ):
        return True
    if ("which " in left or "that " in left) and _WHICH.search(left):
        return True
    purpose = _PURPOSE.search(own)
    return purpose is not None and purpose.group("verb") in group("doing")


def _own(left: str) -> str:
    """The clause that the number stands in; one that begins with its verb, with the subject that
    an aside keeps from it (the aim, as you know, is)."""
    *before, own = CLAUSE.split(left)
    if before and own.startswith("with ") and _FINITE.isdisjoint(own.split(" ")):
        return f"{before[-1]} {own}"
    if before and not own.strip() and left.rstrip().endswith(":"):
        return before[-1]
    return f"{before[-_ASIDE]} {own}" if len(before) >= _ASIDE and own.startswith(_IS_OF) else own


def asked_for(told: str | None, kind: str, status: Status) -> Status:
    """The status of a number by its name: what an appeal or a response plan asks for, and what is
    projected, is not there yet."""
    found = _APPEAL.search(told) if told and status == "actual" else None
    if found is None or told is None or _GOT.search(told):
        return status
    asks = kind == "money" or found.group().startswith(("pro", "for"))
    return "plan" if asks else status
