"""What the tests of this folder share: cleaning a text without a file, or of its spam alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText, PageKind, RawPage
from exporter.source.spam import spam

Cleaner = Callable[..., tuple[CleanText, ...]]


@pytest.fixture(scope="session")
def records() -> Cleaner:
    """Cleans a text and gives its records, after seeing that they partition and replay the page."""

    def cleaned(text: str, kind: PageKind = "text") -> tuple[CleanText, ...]:
        found = clean(RawPage("a.txt", text, "utf-8", kind, "0")).value
        assert "".join(record.replay() for record in found) == text
        assert [r.start for r in found] == [0, *(r.end for r in found[:-1])]
        assert found[-1].end == len(text)
        return found

    return cleaned


def shown(text: str) -> str:
    """The text without its spam, with the holes that it has left."""
    out, at = [], 0
    for change in spam(text):
        out += [text[at : change.start], change.after]
        at = change.end
    return "".join([*out, text[at:]])
