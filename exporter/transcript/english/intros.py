"""Who asks and for whom, where English speech says it and not the label: ``Question: Thank you.
Edith Morrow, Allied Wire. …``, ``Sahil: Sir, I am Sahil from Harbour News.``
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from exporter.transcript.english.outlets import ACRONYM, OFFICES, is_outlet
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of, words

_REACH = 200  # characters of a speech in which somebody introduces himself
_GREETING = (
    r"(?:(?:[Gg]ood (?:morning|afternoon|evening|day)|Hi|Hello|Yes|Yeah|Sir|Ma'am|Madam|Okay"
    r"|[Tt]hank you(?: (?:so|very) much)?|[Tt]hanks)"
    r"(?:,? (?:(?:Mr|Mrs|Ms|Madam)\.? )?(?:(?:Prime|Foreign|Deputy|First) )?"
    r"(?:[a-z]\w*|\w+(?=[,.!])))?"
    r"[,.!]? ){0,3}"
    # Madam Secretary-General,
    rf"(?:(?:(?:Mr|Madam)\.? )?(?:{any_of('english', 'offices')})(?:-General| [A-Z]\w+)?, )?"
    # Governor, thanks for taking our questions.
    r"(?:(?:[A-Z]\w{2,20}, )?(?:thanks|thank you) for [^.?!]{4,40}[.!] )?"
)
_NAME = r"[A-Z][\w'\-]+(?: [A-Z][\w'\-.]*){0,3}"
_OUTLET = r"(?:the )?(?P<outlet>[A-Z][\w'&.\-]*(?: (?:of |and |& )?[A-Z\d][\w'&\-]*){0,4})"
# I am Sahil from … · My name is Jo Hale, and I'm with … · this is Jo Hale with …
_SAYS = re.compile(
    rf"{_GREETING}(?:[Ss]ir,? )?(?:I am|I'm|[Tt]his is|[Mm]y name is|[Ii]t's)? ?(?P<name>{_NAME})"
    rf",? (?:and I'm |I'm )?(?:from|with|of|at) {_OUTLET}(?=[.,;]| and )"
)
# Edith Morrow, Allied Wire.
_CARD = re.compile(rf"{_GREETING}(?P<name>{_NAME}), {_OUTLET}(?=[.,;])")
# … On behalf of the club, welcome. My name is Jo Hale from Radio Tarn.
_MY_NAME = re.compile(
    rf"\b[Mm]y name is (?P<name>{_NAME}),? (?:and I'm |I'm )?(?:from|with|of|at) {_OUTLET}"
    r"(?=[.,;]| and )"
)


def introduced(view: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels, reporters named and given their outlets where their speech begins with them, and
    whoever a label names made a reporter where he says that he is one."""
    ends = [*(label.start for label in labels), len(view)][1:]
    labels = tuple(_numbered(labels, view, ends))
    starts = [0, *(label.end for label in labels)]
    made = [
        _called(_met(label, view[label.end : end]), view, low, end)
        for label, low, end in zip(labels, starts, ends, strict=False)
    ]
    asks = {
        label.reading.name: each.reading
        for label, each in zip(reversed(labels), reversed(made), strict=True)
        if each.reading.kind == "reporter" and label.reading.name
    }
    asks = {**_called_on(view, labels, ends), **_asking(view, labels, ends), **asks}
    return tuple(_again(made, asks))


# Thank you for taking my question. · My question is about … · I'd like to ask about …
_I_ASK = re.compile(
    r"\b(?:(?:taking|take|for) my (?:question|call)\b"
    r"|[Mm]y (?:first |second |next |other )?question (?:is|to|for|concerns|relates|would be)\b"
    r"|I(?:'d| would| just|'m)? (?:like|want|wanted|wish|wondering)(?: to (?:just )?"
    r"(?:know|ask(?= (?:about|whether|if|a|one|two|how|what|why|when|you (?:about|if|whether))\b)))"
    r"|[Cc]an I (?:just )?ask (?:about|whether|if|you (?:about|if|whether))\b"
    r"|I have (?:a|one|two|three) (?:quick |short |brief )?questions?\b)"
)


def _asking(view: str, labels: Sequence[Label], ends: Sequence[int]) -> dict[str, Reading]:
    """By their names in labels those without an office who say that they ask, and ask as a rule."""
    says: dict[str, list[bool]] = defaultdict(list)
    puts: dict[str, list[bool]] = defaultdict(list)
    held = {label.reading.name for label in labels if label.reading.title}
    for label, end in zip(labels, ends, strict=True):
        said = label.reading
        if said.kind in ("name", "person") and not said.honorific and said.name not in held:
            says[said.name].append(
                bool(_I_ASK.search(view, label.end, min(end, label.end + _REACH)))
            )
            puts[said.name].append(says[said.name][-1] or "?" in view[label.end : end])
    return {
        name: Reading("reporter", name)
        for name, each in says.items()
        if name and any(each) and 2 * sum(puts[name]) >= len(each)
    }


# With that, Jo? · Jo, go ahead.
_CALL = r"\b{name}(?:[?.]|,? (?:go ahead|please|you're next)\.?)\s*$"


def _called_on(view: str, labels: Sequence[Label], ends: Sequence[int]) -> dict[str, Reading]:
    """Those with a first name only whom somebody with a full one calls on right before they speak,
    and who ask as a rule."""
    puts: dict[str, list[bool]] = defaultdict(list)
    called = set()
    for before, label, end in zip((None, *labels), labels, ends, strict=False):
        said = label.reading
        if said.kind != "name" or " " in said.name or not said.name or said.title:
            continue
        puts[said.name].append("?" in view[label.end : end])
        tail = view[max(before.end, label.start - _ASIDE) : label.start] if before else ""
        if " " in (before.reading.name if before else "") and re.search(
            _CALL.format(name=re.escape(said.name)), tail
        ):
            called.add(said.name)
    return {
        name: Reading("reporter", name) for name in called if 2 * sum(puts[name]) >= len(puts[name])
    }


# Jo Hale, La Vanguardia: asks
_HOUSE = re.compile(
    r"(?:[A-Z][\w'’&.\-]*|de|la|le|of|the|and|&)"
    r"(?: (?:[A-Z][\w'’&.\-]*|de|la|le|of|and|&)){0,4}"
)
_PUBLIC = frozenset(words("english", "public_bodies"))


def _may_be_outlet(title: str) -> bool:
    """Whether what stands behind a name may be whom he writes for: no office, no public body."""
    return (
        _HOUSE.fullmatch(title) is not None
        and not OFFICES.search(title)
        and not _PUBLIC & set(title.split())
    )


# … about the water? (Harbour News)
_BEHIND = re.compile(r"[.?!] ?\((?P<outlet>[A-Z\d][^()\n]{1,40})\)\s*$")
_ASIDE = 60  # characters at the end of a question in which it says who put it


def _met(label: Label, speech: str) -> Label:
    said = label.reading
    if said.kind == "name" and _may_be_outlet(said.title) and "?" in speech:
        return label._replace(reading=Reading("reporter", said.name, outlet=said.title))
    honoured = said.kind == "person" and said.honorific and not said.title
    if said.kind == "question" and (behind := _BEHIND.search(speech[-_ASIDE:])):
        outlet = behind["outlet"]
        if is_outlet(outlet) or ACRONYM.fullmatch(outlet):
            return label._replace(reading=Reading("question", outlet=outlet))
    if not (honoured or said.kind in ("question", "reporter", "name")) or (
        said.outlet and said.name
    ):
        return label
    opening = " ".join(speech[:_REACH].split())
    says = _SAYS.match(opening)
    found = says or _CARD.match(opening) or _MY_NAME.search(opening)
    if found is None or OFFICES.search(found["outlet"]) or OFFICES.search(found["name"]):
        return label
    name = found["name"]
    told = any(
        each in opening[: found.start("outlet")] for each in (" am ", "'m ", "is ", " name ")
    )
    told = told or (says is not None and name == said.name)  # Jo Hale: Jo Hale from Radio Tarn.
    parts = name.split()
    same = said.name and said.name.split()[-1] in (parts[0], parts[-1]) and "?" in speech
    told = told or (bool(same) and _may_be_outlet(found["outlet"]))
    if not (is_outlet(found["outlet"]) or ACRONYM.fullmatch(found["outlet"]) or told):
        return label
    if said.name and not set(said.name.split()) & set(name.split()):
        return label
    if (not said.name and " " not in name) or said.outlet not in ("", found["outlet"]):
        return label
    full = name if said.name in name.split() else said.name or name
    return label._replace(reading=Reading("reporter", full, outlet=found["outlet"]))


def _called(label: Label, view: str, low: int, end: int) -> Label:
    """The label of somebody who asks, as a reporter's where the speech before it, which begins at
    `low`, calls him with his outlet (``The next question is from Jo Hale, from Radio Tarn.``)."""
    said = label.reading
    if said.kind not in ("name", "person") or not said.name or said.title or said.honorific:
        return label
    before = view[max(low, label.start - _REACH) : label.start]
    first = said.name.split()[0]
    if first not in before or view.find("?", label.end, end) < 0:
        return label
    found = re.search(
        rf"\b{re.escape(first)}\b(?:,? [A-Z][\w'\-]+){{0,2}}?"
        rf"(?P<behind>,? (?:from|with|of|at) |, ){_OUTLET}"
        r"(?=[.,;:?!]|$|\s[Pp]lease|\s[Gg]o ahead| in [A-Z])",
        before,
    )
    near = before[max(0, found.start() - 40) : found.start()] if found else ""
    if found is None or OFFICES.search(found["outlet"]) or OFFICES.search(near):
        return label
    if found["behind"] == ", " and not is_outlet(found["outlet"]):
        return label
    return label._replace(reading=Reading("reporter", said.name, outlet=found["outlet"]))


def _again(labels: list[Label], asks: dict[str, Reading]) -> Iterator[Label]:
    """The labels, those of names that are reporters' elsewhere as reporters' of the same outlet."""
    for label in labels:
        said = label.reading
        known = said.kind in ("name", "person") and not said.title and said.name in asks
        yield label._replace(reading=asks[said.name]) if known else label


# Speaker 2:
_NOBODY = re.compile(r"[A-Za-z ]+ \d{1,2}|unidentified\b.*", re.IGNORECASE)
_ANYBODY = ("unidentified", "unknown", "audience", "voice", "male", "female")


def _numbered(labels: Sequence[Label], view: str, ends: Sequence[int]) -> Iterator[Label]:
    """The labels, a numbered speaker without a name as one who asks, if he asks anything."""
    asking = {
        label.reading.title
        for label, end in zip(labels, ends, strict=True)
        if _NOBODY.fullmatch(label.reading.title) and "?" in view[label.end : end]
    }
    for label, end in zip(labels, ends, strict=True):
        asks = label.reading.kind == "office" and label.reading.title in asking
        called = view[label.start : label.end].strip(" *[(>").casefold()
        if label.reading == Reading("office") and called.startswith(_ANYBODY):
            asks = "?" in view[label.end : end]  # a chorus greets, one of it asks
        yield label._replace(reading=Reading("question")) if asks else label
