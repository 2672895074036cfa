"""The front of the briefing: letterhead, title and dateline, lead, contents, key points."""

from __future__ import annotations

import re
from typing import Final

from exporter.briefing.model import Briefing, KeyPoint, Quantity
from exporter.document.dates import printed
from exporter.document.model import (
    Block,
    Contents,
    Group,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Tab,
    Text,
)
from exporter.document.plan import SectionSpec
from exporter.document.setting import Setting, limited

LONGEST_CONCLUSION: Final = {"zh": 75, "zh-Hant": 75, "en": 225}
"""Characters of the conclusion, in three lines of the style `executive`."""
MOST_CONCLUDING, FEWEST_LISTED, BEST = 2, 2, 4
_GUESTS, _GUEST_UNITS = 100, ("名", "位", "人", "家")
_PLACE: Final = re.compile(r"([\u4e00-\u9fff]{2,6})[市县區区縣州]")
_SERIES: Final = re.compile(r"([^：:]{4,60}(?:场|期|系列|[场期][)）]))[：:]\s*(\S.{3,})")


def masthead(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """The letterhead of the plan's form; of what the user hasn't filled nothing is printed."""
    match spec.form:
        case "briefing":
            lines = _briefing_masthead(setting)
        case "gongwen":
            lines = _gongwen_masthead(setting)
        case "jianbao":
            lines = _jianbao_masthead(setting)
        case _:
            lines = ()
    return (Group("masthead", lines),) if lines else ()


def _briefing_masthead(setting: Setting) -> tuple[Block, ...]:
    letterhead = setting.plan.letterhead
    name = letterhead.name or setting.word("brief")
    right = setting.word("between").join(_date_and_source(setting))
    content = (Text(name, role="brand"), *_flush_right(right))
    return (Paragraph(content, role="masthead_line"),)


def _gongwen_masthead(setting: Setting) -> tuple[Block, ...]:
    letterhead = setting.plan.letterhead
    left = (letterhead.copy_number, letterhead.classification)
    lines: list[Block] = [_line(words, "masthead_left") for words in left if words]
    if letterhead.name:
        lines.append(_line(letterhead.name, "masthead_name"))
        lines.append(_line(letterhead.document_number, "masthead_number"))
    return tuple(lines)


def _jianbao_masthead(setting: Setting) -> tuple[Block, ...]:
    letterhead = setting.plan.letterhead
    lines: list[Block] = []
    if letterhead.classification or letterhead.copy_number:
        first = (Text(letterhead.classification), *_flush_right(letterhead.copy_number))
        lines.append(Paragraph(first, role="masthead_left"))
    lines.append(_line(letterhead.name or setting.word("jianbao"), "masthead_name"))
    if letterhead.document_number:
        lines.append(_line(letterhead.document_number, "masthead_number"))
    date = printed(setting.briefing.date, setting.language)
    issuer = letterhead.issuer or setting.briefing.publisher or ""
    lines.append(Paragraph((Text(issuer), *_flush_right(date)), role="masthead_line"))
    if letterhead.editor_note:
        label = Text(setting.word("editor-note") + setting.word("label-end"), role="label")
        lines.append(Paragraph((label, Text(letterhead.editor_note)), role="editor_note"))
    return tuple(lines)


def _line(words: str, role: str) -> Paragraph:
    return Paragraph((Text(words),) if words else (), role=role)


def _flush_right(words: str) -> tuple[Inline, ...]:
    return (Tab(), Text(words)) if words else ()


def _date_and_source(setting: Setting) -> tuple[str, ...]:
    briefing = setting.briefing
    date = printed(briefing.date, setting.language)
    publisher = briefing.publisher and setting.word("source-is", name=briefing.publisher)
    return tuple(part for part in (date, publisher) if part)


def title(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """The title with the dateline below (``full``), above (``dated``) or without it (``bare``); the
    series is told from the title unless the title is to be ``whole``.
    """
    briefing = setting.briefing
    whole = ("", briefing.title)
    series, name = whole if spec.form == "whole" else series_and_title(briefing.title)
    heading = Heading(1, (Text(name),), "title", anchor="s-title", contents=False)
    above: tuple[Block, ...] = (_line(series, "series"),) if series else ()
    parts = (printed(briefing.date, setting.language), briefing.venue, briefing.publisher)
    words = setting.word("between").join(part for part in parts if part)
    addressee = setting.plan.letterhead.addressee
    after: tuple[Block, ...] = (_line(addressee, "addressee"),) if addressee else ()
    if not words or spec.form in ("bare", "whole"):
        return (*above, heading, *after)
    dateline = _line(words, "dateline")
    if spec.form == "dated":
        return (dateline, *above, heading, *after)
    return (*above, heading, dateline, *after)


def series_and_title(title: str) -> tuple[str, str]:
    """The series and the number in it, which a title may begin with, and the title proper.

    昭通市2024年度生态文明建设系列新闻发布会首场：昭通市水资源保护专题新闻发布会
    """
    found = _SERIES.fullmatch(title)
    return (found[1], found[2]) if found else ("", title)


def lead(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """What happened, in one paragraph cut from the source; as a conclusion the best key points."""
    points = bottom_line(setting.briefing) if spec.form == "conclusion" else ()
    opening = setting.briefing.lead
    if points:
        cited = setting.joined(_cited(setting, point) for point in points)
    elif opening:
        cited = setting.cite(opening)
    else:
        return ()
    if spec.form != "conclusion":
        return (Paragraph(cited, role="lead", anchor="s-lead"),)
    label = Text(setting.word("conclusion") + setting.word("label-end"), role="label")
    body = Paragraph((label, *cited), role="conclusion", anchor="s-lead")
    return (Group("conclusion_box", (body,)),)


def bottom_line(briefing: Briefing) -> tuple[KeyPoint, ...]:
    """The most wanted key point, in source order with a second one that is as short.

    Nothing when no point has a rank, when too few would be left for a list of them, or when a
    report's own lead has figures: its first sentences tell the news.
    """
    if _leads_with_figures(briefing):
        return ()
    ranked = sorted((point for point in briefing.key_points if point.rank), key=lambda p: p.rank)
    room = LONGEST_CONCLUSION[briefing.language]
    most = min(MOST_CONCLUDING, len(briefing.key_points) - FEWEST_LISTED)
    chosen: list[KeyPoint] = []
    for point in ranked[:BEST]:
        if len(chosen) < most and len(point.excerpt.text) <= room:
            chosen.append(point)
            room -= len(point.excerpt.text)
    return tuple(point for point in briefing.key_points if point in chosen)


def _leads_with_figures(briefing: Briefing) -> bool:
    """Whether the briefing is of a report whose lead has a key figure, besides how many came."""
    if briefing.kind != "news" or briefing.lead is None:
        return False
    return any(
        fact.key
        and not _counts_guests(fact.quantity)
        and cut.paragraph == fact.paragraph
        and cut.start <= fact.at < cut.end
        for cut in briefing.lead.cuts
        for fact in briefing.figures
    )


def _counts_guests(quantity: Quantity) -> bool:
    """Whether a handful of people or outlets is counted, as at a meeting (5位代表与11家媒体)."""
    few = quantity.value is None or quantity.value <= _GUESTS
    return few and quantity.unit in _GUEST_UNITS


def contents(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """The place of the contents; the writer fills it."""
    words = setting.word("section-contents") if spec.heading is None else spec.heading
    return (Contents(words, setting.plan.contents_depth),)


def key_points(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Five to eight lines cut from the source, but for those that the conclusion has."""
    concluded: tuple[KeyPoint, ...] = ()
    if any(other.name == "lead" and other.form == "conclusion" for other in setting.plan.sections):
        concluded = bottom_line(setting.briefing)
    rest = tuple(point for point in setting.briefing.key_points if point not in concluded)
    points = limited(spec, rest)
    if not points:
        return ()
    items = (ListItem(_cited(setting, point), f"k{at}") for at, point in enumerate(points, 1))
    return setting.section(spec, (List(tuple(items), role="key_point"),))


def _cited(setting: Setting, point: KeyPoint) -> tuple[Inline, ...]:
    """The point, its place before it (永善县：) where all its figures are of one place.

    Not where the point or the title names the place.
    """
    cited = setting.cite(point.excerpt)
    entities = dict.fromkeys(fact.entity for fact in setting.facts(point.facts) if fact.entity)
    if len(entities) != 1:
        return cited
    (entity,) = entities
    known = f"{setting.briefing.title}{point.excerpt.text}"
    if not _PLACE.fullmatch(entity) or _PLACE.sub(r"\1", entity) in known:
        return cited
    return (Text(entity + setting.word("colon"), role="label"), *cited)


def colophon(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """署名 and 成文日期, when the user has given who signs."""
    signatory = setting.plan.letterhead.signatory
    if not signatory:
        return ()
    date = printed(setting.briefing.date, setting.language)
    lines = tuple(_line(words, "signature") for words in (signatory, date) if words)
    return (Group("colophon", lines),)


def imprint(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """The 版记 or the 报尾, of what the user has given."""
    letterhead = setting.plan.letterhead
    labelled = (
        ("report-to", letterhead.report_to),
        ("send-to", letterhead.send_to),
        ("copy-to" if spec.form != "jianbao" else "issue-to", letterhead.copy_to),
    )
    lines = [
        Paragraph((Text(setting.word(label), role="imprint_label"), Text(names)), role="imprint")
        for label, names in labelled
        if names
    ]
    date = printed(setting.briefing.date, setting.language)
    right = (
        letterhead.print_run
        if spec.form == "jianbao"
        else date and setting.word("printed-on", date=date)
    )
    if letterhead.issuer:
        content = (Text(letterhead.issuer), *_flush_right(right))
        lines.append(Paragraph(content, role="imprint_issuer"))
    return (Group("imprint_box", tuple(lines)),) if lines else ()
