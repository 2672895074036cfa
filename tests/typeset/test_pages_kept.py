"""Pages of the same document and style are built once for two writers."""

from __future__ import annotations

import msgspec

from exporter.styling.load import load
from exporter.typeset.pages import paginate, paginated
from tests.sample import sample_document


def test_pages_are_kept_for_the_same_document_and_style_alone() -> None:
    document, style = sample_document("plain"), load("plain")
    pages = paginated(document, style)
    assert paginated(document, style) is pages
    wider = msgspec.structs.replace(style, page=msgspec.structs.replace(style.page, width=700.0))
    assert paginated(document, wider) != pages
    other = msgspec.structs.replace(document, blocks=document.blocks[:3])
    assert paginated(other, style) == paginate(other, style) != pages
