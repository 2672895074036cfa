"""The breaking of a paragraph into lines."""

from __future__ import annotations

from exporter.typeset.model import Line, Measure, Run


def break_lines(runs: tuple[Run, ...], measure: Measure) -> tuple[Line, ...]:
    """The paragraph's lines; at least one, for no text an empty one."""
    raise NotImplementedError
