"""What was noticed on the way, and the value that carries it.

A stage never logs and never prints: it returns an `Outcome`, the value and the notices. A content
problem (a hole in the text, a doubtful speaker, a page with no footer) is a `Notice`; what stops us
is an error of `exporter.errors`. `--strict` turns notices of severity ``warning`` into a failure.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

Severity = Literal["info", "warning"]
T = TypeVar("T")


class Span(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch ``[start, end)`` of the decoded source file, in characters (code points), 0-based.

    Stands in JSON as ``[start, end]``. TEI's ``corresp``, docling's ``prov``.
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters covered."""
        return self.end - self.start


class Notice(msgspec.Struct, frozen=True):
    """Something odd that was met and lived with (pandoc: ``LogMessage``).

    `code` is ``area.name`` and the key of its sentence in `exporter.messages`; `params` fill the
    sentence's places; `span` tells where in the decoded source file, when that is known.
    """

    code: str
    severity: Severity = "warning"
    params: dict[str, str] = {}
    span: Span | None = None


class Outcome(msgspec.Struct, Generic[T], frozen=True):
    """What a stage gives back: the value, and what it noticed while making it."""

    value: T
    notices: tuple[Notice, ...] = ()
