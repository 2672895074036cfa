"""The tables of words and units: each entry has an example in which one of it stands."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

PACKAGE = files("exporter.briefing.quantities")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((PACKAGE / f"{name}.toml").read_text(encoding="utf-8"))


GROUPS = [(name, group) for name in ("cues", "english/english") for group in _table(name)]
UNITS = _table("units")["unit"]


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_each_group_has_an_example_at_work(name: str, group: str) -> None:
    table = _table(name)[group]
    met = any(word in table["example"] for word in table.get("words", ()))
    assert met or any(re.search(part, table["example"]) for part in table.get("patterns", ()))


@pytest.mark.parametrize("group", ["plan", "target", "done"])
def test_first_holds_every_start_of_a_pattern(group: str) -> None:
    table = _table("cues")[group]
    for part in table["patterns"]:
        bare = re.sub(r"^(?:\(\?<!.*?\])\)", "", part)
        assert re.match(f"[{table['first']}]", bare), part


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: str(unit["names"][0]))
def test_each_unit_has_an_example_at_work(unit: dict[str, Any]) -> None:
    assert any(name in unit["example"] for name in unit["names"])


def test_no_unit_is_named_twice() -> None:
    names = [name for unit in UNITS for name in unit["names"]]
    assert len(names) == len(set(names))
