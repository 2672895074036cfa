"""The clause that an English number stands in, with the subject that the commas keep from it.

A remark between commas (*, provisionally estimated at $26.5 billion,*), a relative clause, a list
(*beef, mutton and poultry*) and brackets part a number from what it is of; here they are seen
through.
"""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.words import WORD, group, is_adverb, united

CLAUSE = re.compile(r"[,;:()—–]\s|\. | -{1,2} |\n")
LEADS = re.compile(
    r"^(?:(?:and|but|that(?! (?:of|in|for|from|among|on) )|while|whilst|where|with|as|so|also|then"
    r"|when|because|plus|whereas|though|although|however|meanwhile|specifically|even) )+",
    re.I,
)
# Last year the ferry carried … Yesterday our inspectors closed …
TIME_OPENS = re.compile(
    r"^(?:and |but |so )?(?:(?:last|this|next) (?:year|month|week|quarter|season|summer|winter"
    r"|spring|autumn|term|night|morning|evening|afternoon|weekend)|yesterday|today|tonight"
    r"|(?:on )?[mtwfs][a-z]{2,5}day|so far(?: this (?:year|month|week|season))?|to date"
    r"|as of (?:today|now|this morning)|in total|in all)"
    r" (?=(?:the|our|an?|its|their|these|those) |$)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?\([^()]{0,120}\)")
_RELATIVE = re.compile(r"(?:(?:and )?which|that(?! (?:of|in|for|from|among|on) )|who)\b")
_ASIDE = re.compile(
    r"(?:(?:[a-z]{1,18}ly )?"
    r"(?:estimated|valued|projected|forecast|revised|put|measured|recorded|seen)"
    r"|at|totall?ing|representing|accounting for|equivalent to|or)\b[a-z ]{0,60}"
)
_OF_THE_LAST = re.compile(r"(?:worth|valued|costing|priced)\b")
_SOON = 4
_SUBJECTS_MOST, _LIST_MOST, _NEXT_MOST = 4, 5, 10
DETERMINERS = frozenset({"the", "a", "an", "our", "its", "their", "this", "these", "those", "my"})
_BASES = frozenset({"from", "than", "compared", "versus", "against", "was", "were", "follows"}) | (
    frozenset({"followed", "after", "higher", "lower", "more", "less", "above", "below"})
    | frozenset({"which", "who", "where", "that", "because", "while", "as", "when", "whose"})
)
_SAW = frozenset({"saw", "recorded", "posted", "achieved", "witnessed"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_TIMED = ("since", "by", "over", "from", "during")
"""Behind one of these stands a time, after which *and* opens a clause of its own."""
_PLACING = ("in", "at", "on", "for", "from", "of", "across", "among", "near")
_PARTICLES = frozenset(
    {"up", "down", "back", "by", "to", "at", "from", "ahead", "further", "again"}
)
_TOLD = re.compile(r"(?<= )that (?=\S+ \S+)")


def unbracketed(left: str) -> str:
    """The words without what stands in closed brackets (the gross domestic product (GDP))."""
    return _BRACKETS.sub("", left) if "(" in left else left


def verb_at(words: list[str]) -> int | None:
    """Where the last verb of level or move stands among the words; a participle at their very end
    is one too (slowed, edged up)."""
    verbs = united("levels", "rise", "fall")
    last = len(words) - 1
    while last > 0 and (words[last].lower() in _PARTICLES or is_adverb(words[last])):
        last -= 1
    if last > 0 and (_is_move(words[last]) or _falls(words, last)):
        return last
    for at in range(len(words) - 1, 0, -1):
        word, before = words[at].lower(), words[at - 1].lower()
        average = word == "average" and at < last and before not in group("helping")
        if average or (word == "total" and not before):
            continue
        noun = word in group("moves_as_nouns") and before not in group("helping")
        if word in verbs and not noun and before not in DETERMINERS | {"of"}:
            return at
    return None


def _falls(words: list[str], at: int) -> bool:
    """Whether the word that ends the clause is a verb, though it could be a noun (it falls to)."""
    articles = ("the", "a", "an", "of", "and")
    return words[at].lower() in group("third_person") and words[at - 1].lower() not in articles


def _is_move(word: str) -> bool:
    word = word.lower()
    stative = united("levels", "rise", "fall", "stative")
    return word in group("moving") or (word.endswith("ed") and word not in stative)


def clause_of(left: str, *, last: bool) -> str:
    """The words of the number's own clause, without who says it, with its subject before them.

    `left` is the sentence before the number, or the words since the number before it; `last`
    tells whether there was one, whose name then serves.
    """
    parts = [part.strip() for part in CLAUSE.split(left)]
    own = TIME_OPENS.sub("", parts[-1].lstrip("(") + " ").rstrip()
    if not own:
        return ""
    before = [part for part in parts[:-1] if part]
    if _RELATIVE.match(own) or _OF_THE_LAST.match(own):
        named = antecedent(before[-1]) if before and not _is_adverbial(before[-1]) else ""
        told = _RELATIVE.sub("", own, count=1).strip()
        if told.split(" ")[0].lower() in group("transitive") and " " in told:
            return told
        moves = verb_at(["", *told.split(" ")]) is not None
        return (f"{named} {told}" if moves else named) if named else _said(own)
    if before and not last and lacks_subject(own):
        named = _subject_before(before)
        return f"{named} {_without_ly(own)}" if named else _said(own)
    own = _past_place(own) if last else own
    behind = last and len(before) == 1  # 27 bridges, and capital spending: the number's own noun
    return _said(own if behind else _listed(own, before))


def _past_place(own: str) -> str:
    """The words behind the place of the number before (64 percent in the north, and the swing
    was), where a clause of its own follows."""
    head, _, tail = own.partition(" and ")
    placed = head.partition(" ")[0].lower() in _PLACING and bool(tail)
    opens = placed and tail.partition(" ")[0].lower() in DETERMINERS
    return tail if opens and _stands_alone(tail) else own


def _is_adverbial(part: str) -> bool:
    """Whether the part tells when or where (in 2007-08), so that nothing hangs on it."""
    return part.split(" ")[0].lower() in group("openings") - group("pronouns")


def _said(clause: str) -> str:
    """The clause without who says it, and of two clauses joined the last."""
    words = clause.split(" ")
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word == "added" and at == len(words) - 1:
            continue
        if word in group("said") and not _is_noun(words, at) and not _shows(words, at):
            rest = words[at + 1 :]
            if "that" in rest[:_SOON] and rest[0].lower() in ("this", "last", "today", "yesterday"):
                rest = rest[rest.index("that") :]
            while rest and rest[0].lower() in ("that", "us", "you", "me", "them"):
                rest = rest[1:]
            clause = " ".join(rest)
            break
    clause = _told_that(LEADS.sub("", clause + " ").strip())
    for joint in (" and ", " but ", " while ", " whereas "):
        head, found, tail = clause.rpartition(joint)
        verb = verb_at(head.split(" ")) if found and tail else None
        if found and verb is None and _is_apart(head) and _stands_alone(tail):
            clause = tail
            continue
        if verb is not None:
            subject = " ".join(head.split(" ")[:verb])
            if " " not in tail:
                continue
            clause = f"{subject} {tail}" if lacks_subject(tail) else tail
    return clause


def _is_apart(head: str) -> bool:
    """Whether the words before *and* tell a time, or what somebody does."""
    return head.partition(" ")[0].lower() in _TIMED or _has_pronoun(head)


def _has_pronoun(words: str) -> bool:
    """Whether somebody does something there (we've created jobs)."""
    return not group("pronouns").isdisjoint(words.lower().replace("’", "'").split(" "))


def _stands_alone(tail: str) -> bool:
    """Whether the words have a subject and a verb."""
    return bool(verb_at(tail.split(" "))) and not lacks_subject(tail)


def _shows(words: list[str], at: int) -> bool:
    """Whether the word of saying only leads to a move (permits show an increase of)."""
    moves = united("rise", "fall").isdisjoint(word.lower() for word in words[at + 1 :])
    return words[at].startswith("show") and words[at + 1 : at + 2] in (["a"], ["an"]) and not moves


def _is_noun(words: list[str], at: int) -> bool:
    """Whether a word of saying names something here (the value added of, reports of)."""
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    before = words[at - 1].lower() if at else ""
    if words[at].lower() == "added" and following == "value":
        return True
    return before in ("the", "a", "an", "its", "their") or following in (
        "of",
        "in",
        "for",
        "by",
        "on",
    )


def _told_that(clause: str) -> str:
    """What is told behind *it was estimated that*, *the fact is that*."""
    for match in _TOLD.finditer(clause):
        before = clause[: match.start()].split(" ")[-2:]
        if any(word.lower() in group("telling") for word in before):
            return clause[match.end() :]
    return clause


def lists(near: str) -> bool:
    """Whether the words since the last number only lead on to the next of a list."""
    words = [word.lower() for word in WORD.findall(near)]
    told = verb_at(["", *words]) is not None or not _BASES.isdisjoint(words)
    return not told and len(words) <= _NEXT_MOST and ". " not in near and "; " not in near


def lacks_subject(own: str) -> bool:
    """Whether the clause opens with its verb, or is a remark that has none."""
    told = LEADS.sub("", own + " ").strip()
    words = told.split(" ")
    opening = words[0].lower()
    while words and (words[0].lower() in group("helping") or is_adverb(words[0])):
        words = words[1:]
    if not words or opening in _FINITE:
        return bool(told)
    verbs = united("levels", "rise", "fall", "moving")
    of_a_noun = words[0].lower() in ("average", "total") and len(words) > 1
    if of_a_noun and words[1].lower() not in united("stops", "links"):
        return False
    return words[0].lower() in verbs | _SAW or _ASIDE.fullmatch(told) is not None


def _without_ly(own: str) -> str:
    """The clause without an adverb at its start, so that its verb follows the subject."""
    return re.sub(r"^(?:[a-z]+ly )+", "", LEADS.sub("", own + " ").strip())


def _subject_before(parts: list[str]) -> str:
    """The nearest part of the sentence to the left that can be a subject."""
    for part in reversed(parts[-_SUBJECTS_MOST:]):
        told = _said(part)
        if told and not _RELATIVE.match(part) and not _ASIDE.match(part) and _is_nominal(told):
            return told
    return ""


def _is_nominal(part: str) -> bool:
    words = part.split(" ")
    if words[0].lower() in group("openings") or (len(words) == 1 and is_adverb(words[0])):
        return False
    return verb_at(["", *words]) is None


def antecedent(part: str) -> str:
    """The noun that a relative clause hangs on: the words behind the last verb or *by*."""
    words = _said(part).split(" ")
    behind = united("levels", "rise", "fall", "doing", "helping", "leading_on")
    at = max((i for i, word in enumerate(words) if word.lower() in behind), default=-1)
    if at < 0 and words[0].lower() in group("pronouns"):
        at = max((i for i, word in enumerate(words) if word.lower() in DETERMINERS), default=-1)
    return " ".join(words[at + 1 :])


def _listed(own: str, before: list[str]) -> str:
    """The clause with the earlier members of the list that it ends
    (beef, mutton and poultry was)."""
    at = verb_at(own.split(" "))
    subject = own.split(" ")[:at] if at is not None else []
    if "and" not in subject or not before:
        return own
    whole = own
    for part in reversed(before[-_LIST_MOST:]):
        if not _is_nominal(part) or part.lower() in group("lone"):
            break
        whole = f"{part}, {whole}"
    return whole
