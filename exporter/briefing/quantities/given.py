"""What is given once and the speeches don't say again: the year and the scheme that a question asks
about, the years of the plan that the record is on."""

from __future__ import annotations

import re

from exporter.briefing.normal import fold
from exporter.briefing.quantities.lines import lines
from exporter.briefing.quantities.periods.token import Day, Token
from exporter.transcript.model import Paragraph, Transcript, Turn

# 养老服务三年行动方案（2024—2026年）
_PLAN = re.compile(
    r"([三四五])年[^（(，。]{0,20}[（(]([12][0-9]{3})年?[-—–至到]{1,2}([12][0-9]{3})年?[）)]"
)
# 請問中小企業升級補助的預算夠不夠: 這筆預算 of the answer is of it
_ASKED_ON = re.compile(
    r"(?:^|[，。？！：；、“]|关于|有关|针对|对于|[提请]问|想问|请教|了解|一下|[部局署院司处厅市县]长)"
    r"(?:今年|目前|现在|我[省市县国区]|政府|的)?"
    r"(?P<name>(?:(?![这那该哪什怎么问是否会能有没对为由请想我您])[一-鿿]){2,14}?"
    r"(?:补助|补贴|计划|计画|预算|基金|津贴|专案|方案|贷款|试点|保险|保障|工程|条例|铁路|公路|[铁延支专接运轨]线))"
    r"(?=[”，。？的有何怎会能目现什够还是已将何进去今预要通推申开实启]|$)"
)
# 這筆預算編列120億元
_POINTING = re.compile(
    r"(?:这|该|此)(?:[笔项个条份]|一)?"
    r"(?P<kind>补助|补贴|计划|计画|预算|基金|津贴|专案|方案|贷款|试点|保险|保障|工程|条例|铁路|公路|经费)"
)
_SHORTEST = 3
_LENGTHS = {"三": 3, "四": 4, "五": 5}


def plan_of(transcript: Transcript) -> dict[str, Token]:
    """The years of the plan that the record's title names, by how the speeches call them (三年)."""
    found = _PLAN.search(fold(transcript.title or ""))
    if found is None:
        return {}
    length, first, last = _LENGTHS[found[1]], int(found[2]), int(found[3])
    if last - first + 1 != length:
        return {}
    years = Token(*found.span(), f"{first}-{last}年", "range", "sentence", first, last)
    return {f"{found[1]}年": years}


def asked_of(
    turn: Turn, asked: tuple[Paragraph, ...], transcript: Transcript, day: Day
) -> Token | None:
    """The conference's year where the question that the turn answers names it and no other time
    (今年的种粮补贴怎么发？); ``None`` for other turns and questions."""
    if turn.answers is None or transcript.language == "en":
        return None
    told = [
        token
        for paragraph in asked
        for line in lines(paragraph.text, day)
        for token in line.tokens
        if token.reach != "none"
    ]
    if {token.text for token in told} != {f"{day.year}年"}:
        return None
    return told[0] if told[0].reach == "carry" else None


def scheme_asked(turn: Turn, asked: tuple[Paragraph, ...], transcript: Transcript) -> str:
    """The one scheme that the question which the turn answers names, folded, or nothing."""
    if turn.answers is None or transcript.language == "en":
        return ""
    found = {m["name"] for part in asked for m in _ASKED_ON.finditer(fold(part.text))}
    name = found.pop() if len(found) == 1 else ""
    return name if len(name) >= _SHORTEST else ""


def of_question(name: str, asked: str) -> str:
    """The name with what the question asked about for what only points at it (这笔预算通过率)."""
    found = _POINTING.match(name) if asked and name[:1] in "这该此" else None
    if found is None:
        return name
    return asked.removesuffix(found["kind"]) + found["kind"] + name[found.end() :]
