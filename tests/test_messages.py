"""The catalogue is complete in both languages, and nothing asks for a sentence that isn't there."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import cast

import pytest

from exporter.errors import SourceError
from exporter.messages import Language, render, text
from exporter.notices import Notice

PACKAGE = Path(__file__).parent.parent / "exporter"
AREAS = {path.stem: path for path in sorted((PACKAGE / "messages").glob("*.toml"))}
WRITTEN_OTHERWISE = re.compile(
    "[“”‘’们这来对时说会个发动过学经国现实体机点从业应开还关数问无变总党进设导长见务员议请谢标题页网图简报记链录编单处]"
)
"""Marks and characters of the simplified script that the traditional one does not have."""
KEY = re.compile(rf"^(?:{'|'.join(AREAS)})\.[a-z0-9-]*[a-z0-9]$")


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_is_in_every_language_with_the_same_places(area: str) -> None:
    for name, sentences in tomllib.loads(AREAS[area].read_text(encoding="utf-8")).items():
        assert set(sentences) == {"en", "zh", "zh-Hant"}, name
        assert all(sentences.values()), name
        assert places(sentences["en"]) == places(sentences["zh"]), name
        assert places(sentences["en"]) == places(sentences["zh-Hant"]), name


@pytest.mark.parametrize("area", AREAS)
def test_each_script_keeps_to_its_own_characters_and_quotation_marks(area: str) -> None:
    for name, sentences in tomllib.loads(AREAS[area].read_text(encoding="utf-8")).items():
        assert not WRITTEN_OTHERWISE.search(sentences["zh-Hant"]), name
        assert not re.search(
            "[們這來對時說會個發動過學經國現實體機點從業應開還關數問無變總]", sentences["zh"]
        ), name
        assert sentences["zh"].count("“") == sentences["zh-Hant"].count("「"), name


def keys_in_code() -> set[tuple[str, str]]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and KEY.match(value):
                found.add((str(path.relative_to(PACKAGE)), value))
    return found


def test_every_key_that_the_code_names_exists() -> None:
    known = {f"{a}.{n}" for a, p in AREAS.items() for n in tomllib.loads(p.read_text("utf-8"))}
    missing = sorted((where, key) for where, key in keys_in_code() if key not in known)
    assert missing == []


def test_a_sentence_is_filled() -> None:
    assert text("batch.no-such-path", "en", path="x") == "x: no such file or folder"
    assert text("batch.no-such-path", "zh", path="x{y}") == "x{y}：没有这个文件或文件夹"


def test_errors_and_notices_are_rendered_in_one_place() -> None:
    error = SourceError("batch.unreadable", path="a", why="b")
    assert render(error, "en") == "a: can't be read: b"
    assert render(Notice(error.code, params=error.params), "zh") == "a：无法读取：b"


@pytest.mark.parametrize(("language", "words"), [("zh", "第 6 段发言："), ("en", "Turn 6:")])
def test_a_turn_is_told_by_its_number(language: str, words: str) -> None:
    doubt = Notice("transcript.unknown-speaker", params={"turn": "t6", "label": "局长"})
    assert render(doubt, cast("Language", language)).startswith(words)
