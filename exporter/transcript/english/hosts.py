"""Who presides or interviews on an English page, where the label does not say it: ``Moderator:
I'm Colin Ward with the Premier's office.``, ``CONWAY:`` who asks the minister.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from exporter.transcript.english.names import OFFICE_WORD, without_honorific
from exporter.transcript.english.outlets import is_outlet
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import words

CONNECTS = frozenset(word.replace("_", " ") for word in words("english", "connects"))
"""Who lets those speak who ask by telephone: host of a call, and not who presides."""
_REACH = 240  # characters of a speech in which a host gives his name
_HONORED = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?"
_NAME = r"(?P<name>[A-Z][\w'\-]{1,30}(?: [A-Z]\.)?(?: [A-Z][\w'\-]{1,30}){1,2})"
# I'm Colin Ward with … · My name is Colin Ward, and I'll be … · This is Colin Ward, your moderator
_SAYS = re.compile(
    rf"\b(?:(?:I'm|I am|[Mm]y name is) {_HONORED}{_NAME}(?=[,.;]| (?:with|from|of|at|and|here)\b)"
    rf"|[Tt]his is {_HONORED}{_NAME.replace('name', 'this')},? (?:and I|your|I'm|I'll|I will)\b)"
)
_RUN = r"(?<!\w)(?P<run>[A-Z][\w'.\-]{0,30}+(?: [A-Z][\w'.\-]{0,30}+){1,6}+)"
# moderated by Press Secretary Colin Ward · Colin Ward, director of communications, moderated
_TOLD = (
    re.compile(rf"\b(?:[Mm]oderated|[Cc]haired|[Ff]acilitated|[Ee]mceed) by (?:the )?{_RUN}"),
    re.compile(
        r"(?<!\w)(?P<run>[A-Z][\w'\-]{1,20}+(?: [A-Z][\w'.\-]{0,20}+){1,2}+)"
        r"(?:, [^.,\n]{3,80}+,)? (?:(?:will|is to) (?:moderate|chair)|(?:is|was) moderating"
        r"|moderate[ds]|chaired|chairs)\b"
    ),
)


def presided(view: str, labels: Sequence[Label], title: str) -> tuple[Label, ...]:
    """The labels, ``Moderator:`` and its like with the name that the page's head or the host
    himself gives, where it is one; who connects the callers with what he says himself."""
    bare = [label for label in labels if label.reading == Reading("host")]
    connecting = [label for label in labels if label.reading.title.casefold() in CONNECTS]
    if not bare and not connecting:
        return tuple(labels)
    head = f"{title}\n{view[: labels[0].start]}"
    ends = dict(zip(labels, [*(label.start for label in labels[1:]), len(view)], strict=True))
    named = {*_told(head), *(name for host in bare for name in _says(view, host, ends[host]))}
    named |= {label.reading.name for label in labels if label.reading.kind == "host"} - {""}
    given = {name for label in connecting for name in _says(view, label, ends[label])}
    return tuple(
        label._replace(reading=label.reading._replace(name=min(names)))
        if len(names := given if label in connecting else named if label in bare else ()) == 1
        else label
        for label in labels
    )


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
            run = found["run"].rstrip(".").split()
            offices = [index for index, word in enumerate(run) if OFFICE_WORD.match(word)]
            name = without_honorific(" ".join(run[offices[-1] + 1 :] if offices else run))
            if 2 <= len(name.split()) <= 4 and not is_outlet(name):
                yield name


_ASKED = 2  # questions of interviewers that show what they are


def interviewed(view: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, lone surnames as journalists', where a page has nobody else who asks, one person
    with an office or a full name answers, and they begin and put the questions."""
    if not labels or {label.reading.kind for label in labels} - {"name", "person", "office"}:
        return tuple(labels)
    ends = [*(label.start for label in labels[1:]), len(view)]
    speeches: dict[str, list[bool]] = defaultdict(list)
    for label, end in zip(labels, ends, strict=True):
        speeches[_key(label)].append("?" in view[label.end : end])
    surnames = {_key(label) for label in labels if _is_surname(label.reading)}
    guests = speeches.keys() - surnames
    if len(guests) != 1 or not surnames or _key(labels[0]) in guests:
        return tuple(labels)
    asked = [asks for name in surnames for asks in speeches[name]]
    (guest,) = guests
    answered = speeches[guest]
    if sum(asked) < _ASKED or sum(asked) * len(answered) <= sum(answered) * len(asked):
        return tuple(labels)
    return tuple(
        label._replace(reading=Reading("reporter", label.reading.name))
        if _key(label) in surnames
        else label
        for label in labels
    )


def _key(label: Label) -> str:
    return label.reading.name or label.reading.title


def _is_surname(said: Reading) -> bool:
    """Whether a label is one name and nothing else."""
    return said.kind == "name" and " " not in said.name and not said.title and not said.honorific
