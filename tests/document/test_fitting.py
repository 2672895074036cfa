"""Plans that ask for less and less."""

from __future__ import annotations

from itertools import pairwise

import pytest

from exporter.document.compose import compose
from exporter.document.fitting import LOOKED_UP, shorter
from exporter.styling.find import shipped
from exporter.styling.load import load
from tests.document.test_compose import words
from tests.sample import sample_briefing


@pytest.mark.parametrize("style", shipped())
def test_each_plan_asks_for_less_than_the_one_before(style: str) -> None:
    briefing = sample_briefing()
    plans = shorter(load(style).plan, briefing)
    texts = [words(compose(briefing, plan).value) for plan in plans]
    assert all(len(longer) >= len(short) for longer, short in pairwise(texts))
    assert len(texts[-1]) < len(texts[0]) / 2
    assert briefing.title in texts[-1]
    for plan in plans:
        assert not {spec.name for spec in plan.sections} & LOOKED_UP
        assert not any(spec.new_page for spec in plan.sections)


def test_whole_items_go_and_none_is_cut() -> None:
    briefing = sample_briefing()
    plans = shorter(load("plain").plan, briefing)
    whole = words(compose(briefing, plans[0]).value).splitlines()
    for plan in plans[1:]:
        lines = words(compose(briefing, plan).value).splitlines()
        assert all(line in whole for line in lines)


def test_the_last_plan_keeps_title_lead_and_one_key_point() -> None:
    plan = shorter(load("plain").plan, sample_briefing())[-1]
    assert [spec.name for spec in plan.sections] == ["title", "lead", "key_points"]
    assert plan.sections[-1].limit == 1
