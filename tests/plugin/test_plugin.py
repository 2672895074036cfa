"""Styles and formats of other packages: announced by entry points, found without being imported,
named and skipped when broken. The package is a wheel, made and unpacked as an installer would.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from exporter.document.compose import compose
from exporter.errors import StyleError, UnknownFormat
from exporter.messages import render
from exporter.styling import find as styles
from exporter.styling.listing import listed
from exporter.styling.load import load
from exporter.writers import find as writers
from tests.sample import sample_briefing, sample_document

HERE = Path(__file__).parent / "press_house"
ENTRY_POINTS = """\
[exporter.styles]
house = press_house
gongwen = press_house
gone = nowhere_at_all
[exporter.writers]
lines = press_house
json = press_house
half = press_house.half
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    wheel = tmp_path / "press_house-1.0-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for name in ("__init__.py", "style.toml"):
            archive.write(HERE / name, f"press_house/{name}")
        archive.writestr("press_house/half.py", "suffix = '.half'\n")
        info = "press_house-1.0.dist-info"
        archive.writestr(
            f"{info}/METADATA", "Metadata-Version: 2.1\nName: press-house\nVersion: 1\n"
        )
        archive.writestr(f"{info}/entry_points.txt", ENTRY_POINTS)
    site = tmp_path / "site"
    ZipFile(wheel).extractall(site)
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()
    yield site
    for name in [name for name in sys.modules if name.split(".")[0] == "press_house"]:
        del sys.modules[name]


def test_a_style_of_a_package_is_read_without_importing_it(installed: Path) -> None:
    assert "house" in styles.available()
    style = load("house")
    assert style.name == "house"
    assert style.rule("speech").font_size == 12.0
    assert "press_house" not in sys.modules


def test_its_transform_is_a_function_of_documents(installed: Path) -> None:
    transform = styles.transform("house")
    assert transform is not None
    document = compose(sample_briefing(), load("house").plan).value
    assert transform(document).blocks == document.blocks[:-2]
    assert styles.transform("plain") is None


def test_a_writer_of_a_package_writes(installed: Path) -> None:
    assert "lines" in writers.available()
    assert "press_house" not in sys.modules
    writer = writers.find("lines")
    assert writer.suffix == ".lines"
    done = writer.write(sample_document(), load("house")).value.decode()
    assert done.startswith("house\n")
    assert "昭通市水资源保护专题新闻发布会" in done


def test_a_shipped_name_cannot_be_taken_over(installed: Path) -> None:
    assert load("gongwen").rule("speech").font_size == 16.0
    assert writers.find("json").__name__ == "exporter.writers.json"  # type: ignore[attr-defined]
    assert writers.available().count("json") == 1


def test_a_broken_style_is_named_and_skipped(installed: Path) -> None:
    outcome = listed()
    names = [name for name, _ in outcome.value]
    assert "house" in names
    assert "plain" in names
    assert "gone" not in names
    assert [notice.params["name"] for notice in outcome.notices] == ["gone"]
    assert "press-house" in render(outcome.notices[0], "en")
    with pytest.raises(StyleError) as caught:
        load("gone")
    assert caught.value.code == "styling.broken-plugin"


def test_a_broken_writer_is_named_and_skipped(installed: Path) -> None:
    assert [notice.params["name"] for notice in writers.broken()] == ["half"]
    with pytest.raises(UnknownFormat) as caught:
        writers.find("half")
    assert caught.value.params["package"] == "press-house"
    assert render(caught.value, "zh")


def test_without_the_package_its_names_are_unknown() -> None:
    assert "house" not in styles.available()
    with pytest.raises(UnknownFormat):
        writers.find("lines")
