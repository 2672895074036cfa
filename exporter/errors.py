"""What stops us.

    ExporterError
    ├── SourceError       a source can't be read: missing, binary, undecodable, too large
    ├── UsageError        the command asks for what makes no sense: no source, no such name
    │   ├── UnknownStyle      no style of that name
    │   └── UnknownFormat     no writer of that name
    ├── StyleError        a style file is wrong: file, key path, what was expected
    ├── WriteError        a document can't be written: a character without glyph, a target not ours
    └── GateError         the briefing says what its source doesn't: nothing is written

An error of this tree is for people and is shown as one line; anything else is a bug and shows its
traceback. Errors hold facts (a message code and its parameters); the sentence is made in one place,
`exporter.messages.render`, so that it can be tested and translated.
"""

from __future__ import annotations


class ExporterError(Exception):
    """Base of all errors that are meant for people.

    `code` is the key of the sentence in `exporter.messages`, `params` fill its places.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = {name: str(value) for name, value in params.items()}

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({facts})" if facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.code, self.params))


def _rebuild(kind: type[ExporterError], code: str, params: dict[str, str]) -> ExporterError:
    """The same error again, in another process (keyword arguments don't survive plain pickling)."""
    return kind(code, **params)


class SourceError(ExporterError):
    """A source can't be read; `params` have ``path`` and, for bad bytes, ``offset``."""


class UsageError(ExporterError):
    """The request itself is wrong; the command exits 2."""


class UnknownStyle(UsageError):
    """No such style; `params` have ``name``, ``known`` and ``nearest``."""


class UnknownFormat(UsageError):
    """No such output format; `params` have ``name``, ``known`` and ``nearest``."""


class StyleError(ExporterError):
    """A style is wrong; `params` have ``file``, ``key``, ``expected`` (and ``nearest``)."""


class WriteError(ExporterError):
    """A document can't be written; `params` have what was at fault."""


class GateError(ExporterError):
    """A numeral, date, name or quotation of the briefing is not in the source that it cites."""
