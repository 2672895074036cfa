"""What was announced as its own points: the headings of a speech, each with its figures."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.briefing.cues import at_start, words
from exporter.briefing.lines.headed import STOPS, TOPIC, Cuts, best_lines, lines
from exporter.briefing.lines.windows import plain_line
from exporter.briefing.model import AnnouncementPart, Cut, Excerpt
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.speech.outline import outline
from exporter.briefing.speech.pieces import Part
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Paragraph

_PER_HEADING = 2
_FAIR = 0.3
_SHORT_HEADING = 20


def announcement_parts(
    reading: Reading, paragraphs: Iterable[Paragraph]
) -> tuple[AnnouncementPart, ...]:
    """The headings of a speech with the points chosen under each, in order."""
    parts = (_part(reading, part) for part in outline(reading, paragraphs))
    return tuple(part for part in parts if part.points or _tells(reading, part.heading))


def _tells(reading: Reading, heading: Excerpt | None) -> bool:
    """Whether a heading with nothing under it says something: not why a law is needed, no title,
    no name of what is told under the next ones (蓝天保卫战)."""
    if heading is None:
        return False
    text = heading.text.rstrip("".join(STOPS))
    acts = at_start("aim").match(text) or openings("verbs").longest(text) or text[:1] in "把将让"
    if not acts and len(text) <= TOPIC * reading.scale:
        return False
    return not (
        at_start("reasons").match(heading.text) or at_start("bare_titles").match(heading.text)
    )


def _part(reading: Reading, part: Part) -> AnnouncementPart:
    """The part with its points; a mere respect (赛道设置上，) that has none says nothing."""
    heading = reading.excerpt([part.heading]) if part.heading else None
    found = lines(reading, part.sentences)
    chosen = [line.cuts for line in best_lines(found, _PER_HEADING)]
    if not chosen and part.heading and _is_flourish(reading.text(part.heading)):
        chosen = [line.cuts for line in best_lines(found, 1, _FAIR)]
    if not chosen and part.level and not _says_enough(reading, part):
        plain = plain_line(reading, part.sentences)
        chosen = [plain] if plain else []
        if not chosen and part.heading and _is_respect(reading, part.heading):
            heading = None
    chosen = [cuts for cuts in chosen if not _repeats(reading, part.heading, cuts)]
    return AnnouncementPart(heading, tuple(reading.excerpt(cuts) for cuts in chosen))


def _repeats(reading: Reading, heading: Cut | None, plain: Cuts) -> bool:
    """Whether the words under a heading only say it again (净土保卫战。我市继续打好净土保卫战)."""
    if heading is None:
        return False
    words = reading.text(heading).rstrip("".join(STOPS))
    last = reading.text(plain[-1]).rstrip("".join(STOPS))
    told = any(reading.facts_in(cut) for cut in plain)
    return len(words) < _SHORT_HEADING and last.endswith(words) and not told


def _is_flourish(heading: str) -> bool:
    """Whether a heading is a figure of speech: 念好“山字经”——绿色昭品出大山."""
    return "——" in heading or "“" in heading


def _is_respect(reading: Reading, heading: Cut) -> bool:
    """Whether the heading was cut out of words like 在赛道设置上，."""
    paragraph = reading.paragraphs[heading.paragraph]
    return paragraph.text.startswith(("上", "方面"), heading.end)


def _says_enough(reading: Reading, part: Part) -> bool:
    """Whether the heading is a statement, not the name of a topic (赛道设置上, 立法背景)."""
    if part.heading is None:
        return False
    text = reading.text(part.heading).rstrip("。：；，")
    if _is_flourish(text):
        return False
    return len(text) > TOPIC * reading.scale and not text.endswith(words("heading_nouns"))
