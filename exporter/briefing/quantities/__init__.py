"""Quantities of a record: found by a grammar, joined to what they measure, ranked for the
reader."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.briefing.model import ArithmeticCheck, Fact
from exporter.briefing.quantities.agreement.arithmetic import check_arithmetic
from exporter.briefing.quantities.agreement.contradictions import find_contradictions
from exporter.briefing.quantities.agreement.series import find_series
from exporter.briefing.quantities.extract import facts_of
from exporter.briefing.quantities.measures import measured
from exporter.briefing.quantities.numbers.broken import broken_numerals
from exporter.briefing.quantities.ranking.importance import marked
from exporter.notices import Notice, Outcome
from exporter.source.collector import uncollected
from exporter.transcript.model import Transcript

__all__ = ["check_arithmetic", "find_contradictions", "find_facts", "find_series"]


@uncollected
def find_facts(
    transcript: Transcript, checks: Iterable[ArithmeticCheck] | None = None
) -> Outcome[tuple[Fact, ...]]:
    """Every quantity of the record as a fact, in reading order, the key ones marked and ranked.

    A sum or share that the text states and that doesn't come out is a notice, a number that can't
    be read another. `checks` are the record's, where they are worked out already.
    """
    wrong = (
        Notice(
            "quantities.arithmetic",
            params={
                "paragraph": check.paragraph,
                "expression": check.expression,
                "computed": check.computed,
            },
        )
        for check in (check_arithmetic(transcript) if checks is None else checks)
        if not check.holds
    )
    noticed = (*wrong, *broken_numerals(transcript))
    return Outcome(marked(tuple(map(measured, facts_of(transcript))), transcript), noticed)
