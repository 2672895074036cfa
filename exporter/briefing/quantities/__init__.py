"""Quantities of a record: found by a grammar, joined to what they measure, ranked for the reader."""

from __future__ import annotations

from exporter.briefing.model import Fact
from exporter.briefing.quantities.extract import facts_of
from exporter.notices import Outcome
from exporter.transcript.model import Transcript


def find_facts(transcript: Transcript) -> Outcome[tuple[Fact, ...]]:
    """Every quantity of the record as a fact, in reading order, the key ones marked and ranked."""
    return Outcome(tuple(facts_of(transcript)))
