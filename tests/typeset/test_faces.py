"""Chains of faces: names, files, shipped faces; each character from the first that has it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from exporter.errors import WriteError
from exporter.fonts import face_path
from exporter.typeset import faces
from exporter.typeset.face import open_face
from exporter.typeset.faces import Chain, find_face, resolve
from tests.typeset.test_face import small_font


@pytest.fixture
def font_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose fonts are those of an empty folder."""
    monkeypatch.setattr(faces, "font_folders", lambda: (tmp_path,))
    _forget()
    return tmp_path


@pytest.fixture(autouse=True)
def forget_after() -> object:
    yield
    _forget()


def _forget() -> None:
    for cached in (faces.installed, faces.installed_faces, faces.resolve):
        cached.cache_clear()


def test_shipped_name() -> None:
    chain = resolve(("shipped:kai",))
    assert [face.path for face in chain.faces] == [face_path("kai"), face_path("song")]
    assert chain.unresolved == ()


def test_song_ends_every_chain_once() -> None:
    assert [face.path for face in resolve(("shipped:song",)).faces] == [face_path("song")]


def test_unknown_shipped_name() -> None:
    with pytest.raises(WriteError) as caught:
        resolve(("shipped:fangsong",))
    assert caught.value.code == "typeset.no-such-face"


def test_names_that_are_not_installed(font_folder: Path) -> None:
    chain = resolve(("仿宋_GB2312", str(font_folder / "none.ttf"), "shipped:song"))
    assert chain.unresolved == ("仿宋_GB2312", str(font_folder / "none.ttf"))
    assert len(chain.faces) == 1


def test_installed_font_by_any_of_its_names(font_folder: Path) -> None:
    small_font(font_folder / "small.ttf", cff=False, family="Fang Song")
    for name in ("Fang Song", "fangsong", "FANG-SONG", "Small-R"):
        face = find_face(name)
        assert face is not None
        assert face.path == font_folder / "small.ttf"
    assert find_face("Fang") is None


def test_folders_of_the_environment_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        small_font(folder / "small.ttf", cff=False, family="House Song")
    monkeypatch.setenv("EXPORTER_FONTS", os.pathsep.join(map(str, folders)))
    assert faces.font_folders()[:2] == tuple(folders)
    _forget()
    face = find_face("House Song")
    assert face is not None
    assert face.path == folders[0] / "small.ttf"


def test_fonts_that_cant_be_embedded_are_passed_over(font_folder: Path) -> None:
    small_font(font_folder / "a.ttf", cff=False, family="Barred", fs_type=2)
    (font_folder / "b.ttf").write_bytes(b"\0\1\0\0broken")
    assert faces.installed() == ()


def test_a_file_that_cant_be_embedded_is_named(font_folder: Path) -> None:
    path = small_font(font_folder / "a.ttf", cff=False, fs_type=2)
    with pytest.raises(WriteError) as caught:
        find_face(str(path))
    assert caught.value.code == "typeset.font-barred"


def test_a_variable_file_is_named(font_folder: Path) -> None:
    path = small_font(font_folder / "a.ttf", cff=False)
    with TTFont(path) as font:
        axis = Axis()
        axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 100, 100, 900
        axis.axisNameID = font["name"].addName("Weight")
        font["fvar"] = newTable("fvar")
        font["fvar"].axes = [axis]
        font.save(font_folder / "b.ttf")
    with pytest.raises(WriteError) as caught:
        find_face(str(font_folder / "b.ttf"))
    assert caught.value.code == "typeset.font-variable"
    assert [face.path.name for face in faces.installed()] == ["a.ttf"]


def test_each_character_from_the_first_face_that_has_it(font_folder: Path) -> None:
    path = small_font(font_folder / "small.otf", cff=True)
    chain = resolve((str(path), "shipped:song"))
    small, song = chain.faces
    assert [chain.face_of(c) for c in "甲乙a"] == [small, song, small]
    assert chain.widths["甲"] == 1.0
    assert chain.foreign == {"乙": 1}


def test_missing_characters_each_once_in_order() -> None:
    chain = resolve(("shipped:song",))
    assert chain.missing("甲ꙮ乙\u1234ꙮ\t\n\u2060") == "ꙮ\u1234"
    assert chain.missing("水资源") == ""


def test_scaled_widths() -> None:
    chain = Chain((open_face(face_path("song")),))
    widths = chain.scaled(16.0, -0.2)
    assert widths["字"] == pytest.approx(15.8)
    assert widths["\u2060"] == 0.0
