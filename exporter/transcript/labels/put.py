"""Questions and answers of minutes whose speakers stand elsewhere: who asks in brackets behind the
question, who answers in the heading above a list of them.

``※亚东太平洋司副司长柯恺答询：`` over ``一、…是否有其他作法？（海州日报陇俊伟小姐）`` and ``答：``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, read_asker
from exporter.transcript.people.names import HAN, is_name, split_honorific

_ANSWER = Reading("answer")
_FEWEST = 2  # questions of a page put in writing, each above its answer
_ANSWERING = ("answer", "office", "person", "name")
# 二、您对水价有何看法？
_WRITTEN = re.compile(
    r"[ \t]{0,4}(?P<mark>(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．] ?)[^\n]{4,600}？ ?"
)
# 一、…？（海州日报陇俊伟小姐）: an item that ends in a question and in who put it
_ITEM = re.compile(
    r"[ \t]{0,4}(?P<mark>(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．] ?)[^\n]{4,600}?[？?。] ?"
    r"（(?P<who>[^（）\n]{2,60})）"
)


def put_questions(view: str, found: list[Label]) -> Iterator[Label]:
    """The questions of numbered items that stand right above an answer and name in brackets who put
    them, as labels of their number; above the label of a person only where two do."""
    made = [*_put_above(view, found, (_ANSWER.kind,))]
    named = [] if made else [*_put_above(view, found, _ANSWERING)]
    yield from made or (named if len(named) >= _FEWEST else ())


_BLANKS = 40  # characters above a label, blank but for the last of the question
_ENDS = ("）", "？", "?")


def _put_above(view: str, found: list[Label], kinds: tuple[str, ...]) -> Iterator[Label]:
    """The labels of such questions above answers of these `kinds`."""
    ends = sorted(label.end for label in found)
    for label in found:
        above = view[max(0, label.start - _BLANKS) : label.start]
        if label.reading.kind not in kinds or not above.rstrip().endswith(_ENDS):
            continue
        stop = label.start - len(above) + len(above.rstrip())
        low = view.rfind("\n", 0, stop) + 1
        item = _ITEM.fullmatch(view, low, stop)
        before = bisect_right(ends, label.start)
        taken = before > 0 and ends[before - 1] > low
        asker = _asker(item["who"]) if item and not taken else None
        if item and asker:
            yield Label(item.start("mark"), item.end("mark"), asker, 3)


def written_questions(view: str, found: list[Label]) -> list[Label]:
    """The numbered questions, each right above the label, alone in its line, of the one person who
    answers them all in writing (``二、…有何看法？`` over ``局长：``), as labels of their number."""
    answers = [
        label
        for label in found
        if label.reading.kind in _ANSWERING and view[label.end : label.end + 1] == "\n"
    ]
    if len({label.reading for label in answers}) != 1 or len(answers) != len(found):
        return []
    made = []
    for label in answers:
        stop = len(view[: label.start].rstrip())
        item = _WRITTEN.fullmatch(view, view.rfind("\n", 0, stop) + 1, stop)
        if item:
            made.append(Label(item.start("mark"), item.end("mark"), Reading("question"), 3))
    return made if len(made) >= _FEWEST and 2 * len(made) > len(answers) else []


def _asker(who: str) -> Reading | None:
    """Who asks for whom, as brackets behind a question have it; an outlet that nobody knows, too,
    where a name and what it is honoured by close them. Several have no name."""
    parts = who.strip().split("、")
    each = [_asker_of(*split_honorific(part.strip())) for part in parts]
    return (each[0] if len(each) == 1 else Reading("reporter")) if all(each) else None


def _asker_of(words: str, honorific: str | None) -> Reading | None:
    """The asker named by an outlet and a name in one run; of an outlet that is not listed only with
    an honorific."""
    if (said := read_asker(words)) or honorific is None:
        return said
    return next((one for one in map(partial(_parted, words), (3, 2)) if one), None)


def _parted(words: str, length: int) -> Reading | None:
    """The outlet before a name of `length` characters, where both can be."""
    outlet, name = words[:-length], words[-length:]
    plain = is_name(name) and _OUTLET.fullmatch(outlet)
    return Reading("reporter", name, outlet=outlet) if plain else None


_OUTLET = re.compile(rf"{HAN}{{2,10}}")


_CHAIR = re.compile(r"\s*(?:主席|议长|院长|主席先生|主席女士)：\s*\Z")


def without_addresses(view: str, labels: tuple[Label, ...]) -> Iterator[Label]:
    """The labels without the chair right below ``答复：``, who is addressed in writing and says
    nothing (``主席：`` over ``就议员的提问，…``)."""
    last: Label | None = None
    for label in labels:
        under = last is not None and last.reading == _ANSWER
        if not (under and last and _CHAIR.match(view, last.end, label.end)):
            yield label
            last = label


def answered_under(view: str, labels: tuple[Label, ...]) -> Iterator[Label]:
    """The labels, bare answers as those of the person of the heading above them: a label with no
    speech of its own before the next one."""
    over: Reading | None = None
    ends = [*(label.start for label in labels), len(view)][1:]
    for label, end in zip(labels, ends, strict=True):
        if label.reading.kind == "person" and not view[label.end : end].strip():
            if view[label.start] == "（":  # 答：…。 / （市水利局局长柯恺） signs what is above it
                continue
            over = label.reading
        elif label.reading.kind in ("person", "host"):
            over = None
        yield label._replace(reading=over) if over and label.reading == _ANSWER else label
