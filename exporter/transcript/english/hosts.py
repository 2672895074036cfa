"""Who presides or interviews on an English page, where the label does not say it: ``Moderator:
I'm Colin Ward with the Premier's office.``, ``CONWAY:`` who asks the minister.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from exporter.transcript.english.names import CAPITAL, OFFICE_WORD, without_honorific
from exporter.transcript.english.outlets import ACRONYM, OFFICES, is_outlet
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import words

CONNECTS = frozenset(word.replace("_", " ") for word in words("english", "connects"))
"""Who lets those speak who ask by telephone: host of a call, and not who presides."""
_REACH = 240  # characters of a speech in which a host gives his name
_HONORED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?"
_NAME = rf"(?P<name>[{CAPITAL}][\w'\-]{{1,30}}(?: [A-Z]\.)?(?: [{CAPITAL}][\w'\-]{{1,30}}){{1,2}})"
# I'm Colin Ward with … · My name is Colin Ward, and I'll be … · This is Colin Ward, your moderator
_SAYS = re.compile(
    rf"\b(?:(?:I'm|I am|[Mm]y name is) {_HONORED}{_NAME}(?=[,.;]| (?:with|from|of|at|and|here)\b)"
    rf"|[Tt]his is {_HONORED}{_NAME.replace('name', 'this')},? (?:and I|your|I'm|I'll|I will)\b)"
)
_RUN = rf"(?<!\w)(?P<run>[{CAPITAL}][\w'.\-]{{0,30}}+(?: [{CAPITAL}][\w'.\-]{{0,30}}+){{1,6}}+)"
_ROLE = r"(?:[Mm]oderator|MODERATOR|[Hh]ost|HOST|[Ff]acilitator|[Ee]mcee|MC|[Cc]hair(?:person)?)"
# moderated by Press Secretary Colin Ward · Colin Ward, director of communications, moderated
_TOLD = (
    re.compile(
        rf"\b(?:[Mm]oderated|[Cc]haired|[Ff]acilitated|[Ee]mceed|[Hh]osted) by (?:the )?{_RUN}"
    ),
    re.compile(
        r"(?<!\w)(?P<run>[A-Z][\w'\-]{1,20}+(?: [A-Z][\w'.\-]{0,20}+){1,2}+)"
        r"(?:, [^.,\n]{3,80}+,)? (?:(?:will|is to) (?:moderate|chair)|(?:is|was) moderating"
        r"|moderate[ds]|chaired|chairs)\b"
    ),
    # Moderator: Ms Jo Hale · In the chair: Jo Hale (but: Moderators: Jo Hale and Kim Ward)
    re.compile(rf"\b(?:{_ROLE}|[Ii]n the [Cc]hair) ?[:–—-] {_RUN}(?! and )"),
    # (moderator) · , moderator: the name stands before it
    re.compile(rf"(?P<run>)(?:(?<=\w) \((?:the )?|(?<=\w), ){_ROLE}\b(?! (?:of|for)\b)"),
)
_LONGEST = 80  # characters of a name with its offices


def presided(view: str, labels: Sequence[Label], title: str) -> tuple[Label, ...]:
    """The labels, ``Moderator:`` and its like with the name that the page's head or the host
    himself gives, where it is one; who connects the callers with what he says himself."""
    head = f"{title}\n{view[: labels[0].start]}" if labels else ""
    listed = {*_told(head)}
    if len(listed) == 1:  # CHAIR: is who the head says is in the chair
        labels = [
            label._replace(reading=Reading("host")) if _is_chair(label.reading) else label
            for label in labels
        ]
    bare = [label for label in labels if label.reading == Reading("host")]
    connecting = [label for label in labels if label.reading.title.casefold() in CONNECTS]
    if not bare and not connecting:
        return tuple(labels)
    ends = dict(zip(labels, [*(label.start for label in labels[1:]), len(view)], strict=True))
    named = {*listed, *(name for host in bare for name in _says(view, host, ends[host]))}
    named |= {label.reading.name for label in labels if label.reading.kind == "host"} - {""}
    given = {name for label in connecting for name in _says(view, label, ends[label])}
    return tuple(
        label._replace(reading=label.reading._replace(name=min(names)))
        if len(names := given if label in connecting else named if label in bare else ()) == 1
        else label
        for label in labels
    )


def _is_chair(said: Reading) -> bool:
    return said.kind == "office" and said.title.casefold() == "chair" and not said.name


def _says(view: str, label: Label, end: int) -> Iterator[str]:
    """The name that a host gives at the start of his speech."""
    speech = " ".join(view[label.end : min(end, label.end + _REACH)].split())
    found = _SAYS.search(speech)
    name = (found["name"] or found["this"]) if found else ""
    if name and not is_outlet(name) and not any(map(OFFICE_WORD.match, name.split())):
        yield name


def _told(head: str) -> Iterator[str]:
    """Whom the head says to preside."""
    for pattern in _TOLD:
        for found in pattern.finditer(head):
            named = found["run"] or _before(head, found.start())
            run = _STOPPED.split(named, maxsplit=1)[0].rstrip(".").split()
            offices = [index for index, word in enumerate(run) if OFFICE_WORD.match(word)]
            name = without_honorific(" ".join(run[offices[-1] + 1 :] if offices else run))
            if 2 <= len(name.split()) <= 4 and not is_outlet(name):
                yield name


def _before(head: str, at: int) -> str:
    """The words with capitals that end at `at`, in one line."""
    words = head[max(0, at - _LONGEST) : at].rpartition("\n")[2].split(" ")
    named = takewhile(lambda word: word[:1].isupper() and word[-1] not in ",;:", reversed(words))
    return " ".join(reversed(list(named)))


# Jo Hale. With: … (but: Dr. Jo Hale, Jo B. Hale)
_STOPPED = re.compile(r"(?<=[a-z]{3})\. ")
_ASKED = 2  # questions of interviewers that show what they are


def interviewed(view: str, labels: Sequence[Label], title: str) -> tuple[Label, ...]:
    """The labels, lone surnames as journalists', where a page has nobody else who asks, one person
    with an office or a full name answers, and they begin and put the questions; who puts them, in
    a talk that `title` calls an interview."""
    if not labels or {label.reading.kind for label in labels} - {"name", "person", "office"}:
        return tuple(labels)
    if asks := _interviewer(view, labels, title) or _of_two(labels, _asked(view, labels)):
        return tuple(
            label._replace(reading=asks) if _key(label) == asks.name else label for label in labels
        )
    ends = [*(label.start for label in labels[1:]), len(view)]
    speeches: dict[str, list[bool]] = defaultdict(list)
    for label, end in zip(labels, ends, strict=True):
        speeches[_key(label)].append("?" in view[label.end : end])
    surnames = {_key(label) for label in labels if _is_surname(label.reading)}
    guests = speeches.keys() - surnames
    if not guests or not surnames:
        return tuple(labels)
    asked = [asks for name in surnames for asks in speeches[name]]
    answered = [asks for name in guests for asks in speeches[name]]
    if _key(labels[0]) in guests:  # who has called the meeting opens it: the others do but ask
        ask = sum(asked) >= max(_ASKED, 0.8 * len(asked)) and 3 * sum(answered) <= len(answered)
    else:
        more = sum(asked) * len(answered) > sum(answered) * len(asked)
        ask = len(guests) == 1 and sum(asked) >= _ASKED and more
    if not ask:
        return tuple(labels)
    return tuple(
        label._replace(reading=Reading("reporter", label.reading.name))
        if _key(label) in surnames
        else label
        for label in labels
    )


_CHAIRS = frozenset(("chair", "chairman", "chairwoman", "chairperson", "the chair"))
_COUNTED = re.compile(r"Q\d{1,3} ")


def chaired(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels of minutes of evidence, whose questions are counted (``Q82 Chair:``), the chair's
    as the host's."""
    if not any(_COUNTED.match(view, label.start) for label in labels):
        return labels
    return tuple(
        label._replace(reading=label.reading._replace(kind="host"))
        if label.reading.title.casefold() in _CHAIRS
        else label
        for label in labels
    )


_INTERVIEW = re.compile(r"\binterview(?:s|ed)?\b", re.IGNORECASE)
# Interview with Jo Hale, Radio Tarn
_INTERVIEW_WITH = re.compile(
    r"\b[Ii]nterview with (?P<name>[A-Z][\w'\-]+(?: [A-Z][\w'\-]+){1,2}), (?P<outlet>[^,:]{2,40})"
)


def _interviewer(view: str, labels: Sequence[Label], title: str) -> Reading | None:
    """Who asks in an interview: whom its title has with an outlet, or who begins it and puts more
    of the questions than anybody else."""
    if not _INTERVIEW.search(title):
        return None
    told = _INTERVIEW_WITH.search(title)
    outlet = told["outlet"] if told else ""
    if told and not OFFICES.search(outlet):
        sure = is_outlet(outlet) or ACRONYM.fullmatch(outlet) is not None
        for label in labels if sure else labels[:1]:
            if label.reading.name.split()[-1:] == told["name"].split()[-1:]:
                return Reading("reporter", label.reading.name, outlet=outlet)
    if asks := _of_two(labels):
        return asks
    asked = _asked(view, labels)
    first = labels[0].reading
    share = {who: sum(asks) / len(asks) for who, asks in asked.items()}
    others = [value for who, value in share.items() if who != first.name]
    if first.kind != "name" or first.title or not others or sum(asked[first.name]) < _ASKED:
        return None
    most = share[first.name] >= 0.5 and share[first.name] > 1.3 * max(others)
    return Reading("reporter", first.name) if most else None


def _asked(view: str, labels: Sequence[Label]) -> dict[str, list[bool]]:
    """Of everybody whether he asks anything in each of his speeches."""
    ends = [*(label.start for label in labels[1:]), len(view)]
    asked: dict[str, list[bool]] = defaultdict(list)
    for label, end in zip(labels, ends, strict=True):
        asked[_key(label)].append("?" in view[label.end : end])
    return asked


def _of_two(labels: Sequence[Label], asked: dict[str, list[bool]] | None = None) -> Reading | None:
    """Who has no office in an interview of two in which he speaks first and the other has one, or
    an honorific, on all his labels. On a page that doesn't say interview he asks, by what each has
    `asked`, and the other hardly does."""
    said = {_key(label): label.reading for label in labels}
    if len(said) != 2 or len(labels) < 4:
        return None
    first, other = (said[name] for name in dict.fromkeys(map(_key, labels)))
    if asked is not None:
        puts, answers = asked[_key(labels[0])], asked[other.name or other.title]
        if sum(puts) < _ASKED or 2 * sum(puts) <= len(puts) or 5 * sum(answers) > len(answers):
            return None
    asks = first.kind == "name" and not first.title and " " in first.name
    styled = other.kind in ("person", "office") and bool(other.title or other.honorific)
    return Reading("reporter", first.name) if asks and styled else None


# Jo Hale from Harbour News has asked, “…”
_READS_OUT = re.compile(
    r"\b(?:from|of|with) (?:the )?[A-Z][\w'&.\-]*(?: [A-Z][\w'&.\-]*){0,4},? "
    r"(?:has asked|is asking|asks|wants to know|would like to know)\b"
)


def reading_out(view: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, as the host's those of the one person who does nothing but read out what others
    have asked."""
    ends = [*(label.start for label in labels), len(view)][1:]
    reads: dict[str, bool] = {}
    for label, end in zip(labels, ends, strict=True):
        name = label.reading.name
        if label.reading.kind in ("person", "name") and reads.get(name, True):
            reads[name] = _READS_OUT.search(view, label.end, end) is not None
    hosts = [name for name, always in reads.items() if name and always]
    if len(hosts) != 1 or len(reads) < 2:
        return tuple(labels)
    return tuple(
        label._replace(reading=label.reading._replace(kind="host"))
        if label.reading.name == hosts[0]
        else label
        for label in labels
    )


def _key(label: Label) -> str:
    return label.reading.name or label.reading.title


def _is_surname(said: Reading) -> bool:
    """Whether a label is one name and nothing else."""
    return said.kind == "name" and " " not in said.name and not said.title and not said.honorific
