"""What a line's 项目 is: the name that the sentence before it starts with."""

from __future__ import annotations

from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut
from exporter.briefing.quantities.works import NAME
from exporter.briefing.reading import Reading

_FURTHEST = 4


def name_before(reading: Reading, sentence: Cut, line: Cut) -> tuple[Cut, ...]:
    """The name that the line goes with, as a cut; nothing if the line needs none, or has none.

    滇东北区域中心医院是…之一。项目总规划用地1072.5亩 is of 滇东北区域中心医院.
    """
    if line.start != sentence.start or not at_start("unnamed").match(reading.text(line)):
        return ()
    row = reading.sentences(reading.paragraphs[sentence.paragraph])
    before = [other for other in row if other.end <= sentence.start][-_FURTHEST:]
    for other in reversed(before):
        if found := NAME.match(reading.text(other)):
            end = other.start + found.end("name")
            return (Cut(other.paragraph, other.start, end),)
    return ()
