"""Labels of two parts that an upright line joins: ``口岸处丨柯恺  答。``, ``提问丨云溪日报  …``; or
of three: ``A｜柯恺｜区口岸处处长``, the last perhaps behind a blank (``A｜柯恺 区口岸处处长``).

The line stands between what somebody is and who he is. Several such labels of which some are sure
prove the form; then a part behind a line is a name, or, behind 提问, an outlet.
"""

from __future__ import annotations

import re

from exporter.transcript.cues import GREETING, SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, read_asker, with_role
from exporter.transcript.lexicon import words
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.names import HAN, is_name
from exporter.transcript.people.roster import Roster

_PAIR = re.compile(
    rf"(?:^|(?<=[。！？”）\n]))[ \t]*(?P<start>[{SIGNS}]?"
    r"(?P<role>[^\s丨|｜，。：；！？“”（）【】]{1,24})"
    rf" ?[丨|｜] ?(?P<who>{HAN}{{2,10}})(?: ?[丨|｜] ?(?P<more>{HAN}{{2,24}})"
    rf"|(?P<blank> {{1,2}}{HAN}{{2,24}}(?=\n)))?)"
    r"(?: {0,4}(?:：|\n)| {1,4}(?=\S))",
    re.MULTILINE,
)
_SURE = ("person", "host", "reporter")
_QUESTION = frozenset(words("labels", "question"))
_ANSWER = frozenset(words("labels", "answer"))
_WEIGHT = 9  # more than the part before the line has alone, whose dress may be proved, too
_FEWEST = 3  # labels that prove the form
_CLEAR = 2  # of them, those that are sure without it


def barred_labels(view: str, roster: Roster) -> list[Label]:
    """The labels of two parts and a line between them; none unless they prove each other."""
    if not any(bar in view for bar in "丨|｜"):
        return []
    found, sure = [], 0
    for pair in _PAIR.finditer(view):
        known = read_known(f"{pair['more'] or pair['role']} {pair['who']}", roster)
        clear = known is not None and known.kind in _SURE and bool(known.name or known.outlet)
        reading = known if clear else _by_form(pair["role"], pair["who"])
        clear = clear or (reading is not None and reading.name in roster)
        if reading and pair["blank"]:
            reading = reading._replace(title=pair["blank"].strip())
        if reading:
            sure += clear
            found.append(Label(pair.start("start"), pair.end(), reading, _WEIGHT))
    return found if len(found) >= _FEWEST and sure >= _CLEAR else []


def _by_form(role: str, who: str) -> Reading | None:
    """What a role and who has it say in a page that parts all its labels so."""
    if role in _QUESTION:
        asked = with_role(role, who) or read_asker(who)
        plain = not GREETING.match(who) and not SPEECH_IN_TITLE.search(who)
        return asked or (Reading("reporter", outlet=who) if plain else None)
    named = is_name(who) and not SPEECH_IN_TITLE.search(role)
    title = "" if role in _ANSWER else role
    return Reading("person", who, title) if named else None
