"""Bare English nouns, made whole by what was said of them before."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The urgent care clinics are working. There are 14 clinics now.", "urgent care clinics"),
        ("We passed the peak of influenza. So far we have had 18,730 cases.", "influenza cases"),
        ("We passed the peak of influenza. Admissions fell by 9 percent.", "influenza admissions"),
        ("Is the waiting list long? The list is 52,300 people.", "waiting list"),
        ("We are building lists. The list is 52,300 people.", "list"),
        ("We have talked to our clinics. There are 14 clinics now.", "clinics"),
        ("There were 40 serious offences. We had 900 offences in all.", "offences"),
    ],
)
def test_the_fuller_phrase_said_before_names_the_thing(said: str, told: str) -> None:
    spoken = msgspec.structs.replace(record(turn(said)), language="en")
    assert find_facts(spoken).value[-1].indicator == told
