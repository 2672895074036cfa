"""What looks like a label in a news report and is none: its dateline with whom the first sentence
names (``【本报讯】市长柯恺昨日…``), and the one question that it prints as a label (``东川晚报记者
提问：…？``) before it tells the answer.
"""

from __future__ import annotations

import re

from exporter.transcript.labels.label import Label
from exporter.transcript.lexicon import any_of
from exporter.transcript.turns.block import Block

_DATELINE = re.compile(
    r"[【（]?(?![^】）：\n]{0,6}问（)[^】）：\n]{0,14}(?:(?<![视視])[讯訊]|[电電]|消息)[】）]"
)
_MOST = 2  # questions that a report prints so
_TELLS = f"(?:{any_of('news', 'verbs')})"
# 柯恺回答说，… · 对此，市水利局局长柯恺表示：“
_TOLD = re.compile(
    rf"\s*(?:对此，|随后，)?[^“”。！？；：\n，]{{2,30}}?{_TELLS}(?:说|道|称)?(?=，|：|“)"
)


def without_datelines(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels but those that are a report's dateline, with whom its first sentence names."""
    return tuple(x for x in labels if not _DATELINE.match(view, x.start, x.end))


def without_headlines(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels, none of them where all are words of headlines in a report (``市长：公布邮箱``
    over ``…柯恺说：“…”``): no stop closes their lines, a quotation stands below or, if they name
    somebody, what is told of him (``连任？柯：先做好工作`` over ``柯恺回应称，…``)."""
    heads = 0 < len(labels) <= _HEADLINES and all(_headline(view, label) for label in labels)
    return () if heads or _told_of(view, labels) or _over_prose(view, labels) else labels


# 市水务局局长柯恺介绍，全市48座泵站… · 家住城南的李女士告诉记者，…
_REPORTED = re.compile(rf"\n\s*[^“”。！？；：\n]{{2,60}}?{_TELLS}(?:说|道|称)?[，：“]")


def _over_prose(view: str, labels: tuple[Label, ...]) -> bool:
    """Whether all labels are first words of short headlines without a stop, and
    below most of them the page's own prose reports what somebody says (``市水利局局长：泵站全开``
    over ``市水利局局长柯恺介绍，…``)."""
    ends = [view.find("\n", label.end) for label in labels]
    short = (
        end > 0
        and 2 <= len(rest := view[label.end : end].strip()) <= _HEADLINE
        and rest[-1] not in _STOPS
        for label, end in zip(labels, ends, strict=True)
    )
    return all(short) and 2 * sum(_REPORTED.match(view, end) is not None for end in ends) > len(
        labels
    )


def _told_of(view: str, labels: tuple[Label, ...]) -> bool:
    """Whether all labels are of one person of whom the page reports time and again what he says
    (``柯恺：水价不变`` in a headline or under a picture, ``柯恺强调，…`` below)."""
    names = {label.reading.name for label in labels}
    name = next(iter(names), "")
    if not name or len(names) > 1 or len(labels) > _HEADLINES:
        return False
    told = re.compile(rf"{re.escape(name)}[^，。：；“”\n]{{0,12}}?(?:{_TELLS}|指)[，：]")
    starts = {label.start for label in labels}
    head = view[:_READ]
    return sum(x.start() not in starts for x in told.finditer(head)) >= _TOLD_TWICE


_TOLD_TWICE = 2
_READ = 20_000  # characters of a page that are read for it


def _headline(view: str, label: Label) -> bool:
    """Whether the line of a label is a headline over prose with a quotation."""
    end = view.find("\n", label.end)
    rest = view[label.end : end].strip()
    if end < 0 or not 2 <= len(rest) <= _HEADLINE or rest[-1] in _STOPS:
        return False
    stop = view.find("\n", end + 1)
    below = view[end : stop if stop >= 0 else len(view)]
    name = label.reading.name
    return name in below if name else "“" in below


_HEADLINES = 6  # of a report
_HEADLINE = 24  # characters of one behind its first word
_STOPS = "。！？；…”：，"


def without_attributions(view: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels, none of them where each opens a quotation (``武大川回答：“…”``) and the page's
    prose quotes others as well (``“…”，局长柯恺说``): attributions of a report."""
    if not 0 < len(labels) <= _HEADLINES:
        return labels
    if not all(_OPENS_QUOTE.match(view, label.end) for label in labels):
        return labels
    lines = {view.count("\n", 0, label.start) for label in labels}
    elsewhere = {view.count("\n", 0, told.start()) for told in _ATTRIBUTED.finditer(view)}
    return () if len(elsewhere - lines) >= _QUOTED_ELSEWHERE else labels


_OPENS_QUOTE = re.compile(r"[：:\s]{0,3}[“「]")
_ATTRIBUTED = re.compile(rf"[”」][^“”「」。！？；\n]{{2,40}}?{_TELLS}|{_TELLS}[：，][“「]")
_QUOTED_ELSEWHERE = 2  # lines of prose with somebody's words


def told_in_prose(view: str, labels: tuple[Label, ...]) -> tuple[Block, ...]:
    """The questions of a report that tells every answer in its own prose; empty where the labels
    are those of a transcript."""
    if not 0 < len(labels) <= _MOST:
        return ()
    asked = []
    for label in labels:
        end = view.find("\n", label.end)
        if label.reading.kind not in ("reporter", "question") or end < 0:
            return ()
        if not _TOLD.match(view, end):
            return ()
        outlet = label.reading.outlet or None
        asked.append(Block(label.end, end, label, role="journalist", section="qa", outlet=outlet))
    return tuple(asked)
