"""Imports point one way, along the sentence; light commands load no heavy library."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "exporter"
GROUND = {"notices", "errors", "messages"}
MAY_IMPORT = {
    "notices": set[str](),
    "errors": set[str](),
    "messages": {"errors", "notices"},
    "source": GROUND,
    "transcript": GROUND | {"source"},
    "briefing": GROUND | {"transcript", "source"},
    "document": GROUND | {"briefing", "transcript", "source"},
    "fonts": GROUND,
    "styling": GROUND | {"document", "fonts", "typeset"},
    "typeset": GROUND | {"document", "styling", "fonts"},
    "writers": GROUND | {"document", "styling", "typeset", "fonts"},
}
MODELS_ONLY = {"document": {"briefing", "transcript", "source"}, "typeset": {"styling"}}
"""A stage reads the nouns before it, not the verbs: of these only ``model`` is imported."""


def imports(path: Path) -> set[str]:
    """Modules of the package that the file imports, without the leading ``exporter.``."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.removeprefix("exporter.") for name in names if name.startswith("exporter.")}
    return found


def files(area: str) -> list[Path]:
    folder = PACKAGE / area
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


@pytest.mark.parametrize("area", MAY_IMPORT)
def test_an_area_imports_only_what_stands_before_it(area: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(area)
        for name in sorted(imports(path))
        if name.split(".")[0] not in MAY_IMPORT[area] | {area}
    ]
    assert wrong == []


@pytest.mark.parametrize("area", MODELS_ONLY)
def test_of_earlier_stages_only_the_nouns_are_imported(area: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(area)
        for name in sorted(imports(path))
        if name.split(".")[0] in MODELS_ONLY[area] and name.split(".")[-1] != "model"
    ]
    assert wrong == []


HEAVY = (
    "reportlab",
    "docx",
    "lxml",
    "bs4",
    "fontTools",
    "xlsxwriter",
    "pypdf",
    "fsspec",
    "pyarrow",
    "distributed",
)


@pytest.mark.parametrize("command", [["--help"], ["styles", "list"], ["formats"], ["--version"]])
def test_light_commands_import_no_heavy_library(command: list[str]) -> None:
    program = (
        "import sys\n"
        "from exporter.cli import main\n"
        f"sys.argv = ['exporter', *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code, stop.code\n"
        f"loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
