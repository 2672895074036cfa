"""A one-page brief: it fits, nothing in it is cut, the most wanted comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter import pipeline
from exporter.briefing.model import Briefing
from exporter.document.model import Block, Group, Heading, List
from exporter.errors import WriteError
from exporter.fitting import STEPS, fit
from exporter.styling.load import load
from exporter.typeset.pages import paginate


@pytest.fixture(scope="module")
def briefing(seeds: Path) -> Briefing:
    name = "004_589898bb6b70e58a.txt"
    page = pipeline.read_page(name, (seeds / name).read_bytes()).value
    (record,) = pipeline.clean_page(page).value
    return pipeline.brief_record(pipeline.read_record(record).value).value


def flat(blocks: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found += flat(block.blocks) if isinstance(block, Group) else [block]
    return found


@pytest.mark.parametrize("name", ["plain", "executive", "gongwen", "largeprint"])
@pytest.mark.parametrize("pages", [1, 2])
def test_it_fits(briefing: Briefing, name: str, pages: int) -> None:
    style = load(name)
    document = fit(briefing, style, pages).value
    assert 1 <= len(paginate(document, style).pages) <= pages
    assert any(isinstance(block, Heading) for block in flat(document.blocks))


def test_items_are_whole(briefing: Briefing) -> None:
    style = load("plain")
    points = [
        item
        for block in flat(fit(briefing, style, 1).value.blocks)
        if isinstance(block, List) and block.role == "key_point"
        for item in block.items
    ]
    texts = {point.excerpt.text for point in briefing.key_points}
    assert points
    for item in points:
        words = "".join(getattr(inline, "text", "") for inline in item.content)
        assert any(text in words for text in texts)


def test_more_pages_hold_no_less(briefing: Briefing) -> None:
    style = load("plain")
    sizes = [len(flat(fit(briefing, style, pages).value.blocks)) for pages in (1, 2, 3, 40)]
    assert sizes == sorted(sizes)


def test_what_was_left_out_is_told(briefing: Briefing) -> None:
    (notice,) = fit(briefing, load("plain"), 1).notices
    assert "transcript" in notice.params["names"]


def test_each_step_takes_more_of_its_section() -> None:
    taken: dict[str, float] = {}
    for name, count in STEPS:
        assert (count or float("inf")) > taken.get(name, 0)
        taken[name] = count or float("inf")


def test_what_cannot_fit_is_an_error(briefing: Briefing) -> None:
    import msgspec

    style = load("largeprint")
    tiny = msgspec.structs.replace(style, page=msgspec.structs.replace(style.page, height=200.0))
    with pytest.raises(WriteError, match="does-not-fit"):
        fit(briefing, tiny, 1)
