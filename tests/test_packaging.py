"""The wheel holds styles, fonts and licences, and works in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of the wheel in a fresh environment.

    The dependencies are lent by path from this environment, so that the test needs no network; a
    directory lent so has its own ``.pth`` files ignored, and the checkout is not importable.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    purelib = sysconfig.get_path("purelib", vars={"base": str(folder)})
    Path(purelib, "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [str(python), "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "bin" / "exporter"


def test_styles_fonts_and_licences_are_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    styles = {path.name for path in (ROOT / "styles").glob("*.toml")}
    assert {f"exporter/styles/{name}" for name in styles} <= set(names)
    assert sum(name.startswith("exporter/fonts/") and name.endswith(".ttf") for name in names) >= 5
    assert any("OFL" in name for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_command_lists_the_same_styles(command: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [command, "styles", "list", "--names"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == sorted(path.stem for path in (ROOT / "styles").glob("*.toml"))


def test_the_installed_command_converts_a_seed(command: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [command, "convert", SEEDS / "004_589898bb6b70e58a.txt", "-o", tmp_path / "out"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").glob("2022-09-13 *"))) == 2
