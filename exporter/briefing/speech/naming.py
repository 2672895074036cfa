"""What a line's 项目 is, or of what it tells a stage: the name that a sentence before it starts
with."""

from __future__ import annotations

import re

from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut
from exporter.briefing.quantities.indicators.works import NAME
from exporter.briefing.speech.reading import Reading

_FURTHEST = 4
_TITLE = re.compile(r"《[^《》]{2,40}》(?=[。：，]?$)")
_STAGED = re.compile(
    r"(?P<name>[^，。、；：的]{3,20}?(?:评选|评审|大赛|比赛|竞赛|招聘|招录|考试|普查|选举|征集|改革|试点))"
    r"(?:于|自|从|由|分为|分|共|已|将)"
)


def name_before(reading: Reading, sentence: Cut, line: Cut) -> tuple[Cut, ...]:
    """The name that the line goes with, as a cut; nothing if the line needs none, or has none.

    滇东北区域中心医院是…之一。项目总规划用地1072.5亩 is of 滇东北区域中心医院.
    """
    if line.start != sentence.start or not at_start("unnamed").match(reading.text(line)):
        return ()
    return _first_named(reading, sentence, NAME)


def staged(reading: Reading, line: Cut) -> tuple[Cut, ...]:
    """The name of what the line tells a stage of (在自愿报名阶段，有200家主体报名), or nothing.

    昭通市“10大品牌”评选于2023年10月启动。在自愿报名阶段 is of 昭通市“10大品牌”评选.
    """
    if not at_start("stages").match(reading.text(line)):
        return ()
    return _first_named(reading, line, _STAGED)


def titled(reading: Reading, line: Cut, heading: Cut | None) -> tuple[Cut, ...]:
    """The title 《…》 that a line without a subject goes with: the heading that it stands under."""
    if heading is None or not at_start("lays_down").match(reading.text(line)):
        return ()
    found = _TITLE.match(reading.text(heading))
    return (Cut(heading.paragraph, heading.start, heading.start + found.end()),) if found else ()


def _first_named(reading: Reading, sentence: Cut, name: re.Pattern[str]) -> tuple[Cut, ...]:
    row = reading.sentences(reading.paragraphs[sentence.paragraph])
    before = [other for other in row if other.end <= sentence.start][-_FURTHEST:]
    for other in reversed(before):
        if found := name.match(reading.text(other)):
            end = other.start + found.end("name")
            return (Cut(other.paragraph, other.start, end),)
    return ()
