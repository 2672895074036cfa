"""The shipped faces: complete, as their table says, mended, and free to embed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from exporter.fonts import face_path, shipped_faces
from exporter.typeset.face import Face, open_face

NAMES = ("song", "title", "hei", "kai", "medium")
GB2312 = [
    chr(code) for code in range(0x4E00, 0xA000) if len(chr(code).encode("gb2312", "ignore")) == 2
]
BIG5_COMMON = "臺灣學習國務體驗會議於為這個們來時對發開關說"
STANDARD_TABLE_RARE = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮"
)
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％‰℃￥①②③ⅠⅡⅢ㎡→■●¶"
PINYIN = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü"


@pytest.fixture(params=NAMES)
def face(request: pytest.FixtureRequest) -> Face:
    return open_face(face_path(request.param))


def test_the_table_names_the_five() -> None:
    assert tuple(shipped_faces()) == NAMES


def test_unknown_name() -> None:
    with pytest.raises(KeyError):
        face_path("fangsong")


def test_faces_of_a_zipped_package(tmp_path: Path) -> None:
    archive = tmp_path / "exporter.zip"
    folder = face_path("hei").parent
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("exporter/__init__.py", "")
        for name in ("__init__.py", "faces.toml", "ExporterHei.ttf"):
            packed.write(folder / name, f"exporter/fonts/{name}")
    code = "from exporter.fonts import face_path; p = face_path('hei'); print(p.stat().st_size, p)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(archive)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    size, path = ran.stdout.strip().split(" ", 1)
    assert int(size) == face_path("hei").stat().st_size
    assert not Path(path).exists()


@pytest.mark.parametrize("name", NAMES)
def test_files_are_as_built(name: str) -> None:
    shipped = shipped_faces()[name]
    assert hashlib.sha256(face_path(name).read_bytes()).hexdigest() == shipped.sha256
    licence = files("exporter.fonts") / shipped.licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_names_are_ours(name: str) -> None:
    """The licences reserve “Source”, “LXGW” and 霞鹜: no name of the font has them."""
    shipped = shipped_faces()[name]
    with TTFont(face_path(name), lazy=True) as font:
        records, fs_type = font["name"].names, font["OS/2"].fsType
        licence = font["name"].getDebugName(13)
    given = {r.nameID: r.toUnicode() for r in records if r.nameID not in (0, 13, 14)}
    assert given[1] == given[4] == shipped.family
    assert not any(word in text for text in given.values() for word in ("Source", "LXGW", "霞鹜"))
    assert fs_type == 0
    assert "SIL Open Font License" in licence


def test_holds_the_characters(face: Face) -> None:
    wanted = [*GB2312, *BIG5_COMMON, *STANDARD_TABLE_RARE, *MARKS, *PINYIN]
    assert not [character for character in wanted if not face.has(character)]


def test_holds_characters_of_plane_2(face: Face) -> None:
    assert face.has("𫖯")
    assert face.advances["𫖯"] == 1.0


def test_dash_and_marks_are_one_em(face: Face) -> None:
    for character in "—…·“”‘’，。、；：？！（）《》":
        assert face.advances[character] == 1.0, character


def test_two_dashes_touch(face: Face) -> None:
    outline = face.outline(face.glyph("—"))
    left, right = (int.from_bytes(outline[i : i + 2], "big", signed=True) for i in (2, 6))
    assert left <= 0
    assert right >= face.units_per_em


def test_quotes_stand_at_their_side(face: Face) -> None:
    for character, at_right in (("“", True), ("‘", True), ("”", False), ("’", False)):
        outline = face.outline(face.glyph(character))
        left, right = (int.from_bytes(outline[i : i + 2], "big", signed=True) for i in (2, 6))
        assert (left + right > face.units_per_em) is at_right, character


@pytest.mark.parametrize("name", ["song", "hei", "kai", "medium"])
def test_digits_have_one_width(name: str) -> None:
    face = open_face(face_path(name))
    assert len({face.advances[digit] for digit in "0123456789"}) == 1


def test_pilcrow_is_narrow(face: Face) -> None:
    assert face.advances["¶"] <= 0.66
