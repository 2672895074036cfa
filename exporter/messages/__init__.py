"""Every sentence that a person reads which isn't the source's: headings, notices, errors, help.

The catalogue is the ``*.toml`` files beside this module, one for each area, each entry with ``en``,
``zh`` (simplified script) and ``zh-Hant`` (traditional script); a test holds them complete. Keys
are ``area.name``; places are ``{name}``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from exporter.errors import ExporterError
from exporter.notices import Notice

Language = Literal["en", "zh", "zh-Hant"]


@cache
def catalogue(area: str) -> dict[str, dict[str, str]]:
    """The entries of one area: name → language → sentence. Raises ``KeyError`` for no such area."""
    path = files(__package__) / f"{area}.toml"
    if not area.isidentifier() or not path.is_file():
        raise KeyError(area)
    return tomllib.loads(path.read_text(encoding="utf-8"))


def text(key: str, language: Language, /, **params: object) -> str:
    """The sentence for ``area.name`` with its places filled. Raises ``KeyError`` for an unknown
    key.
    """
    area, _, name = key.partition(".")
    sentence = catalogue(area)[name][language]
    return sentence.format_map({k: str(v) for k, v in params.items()}) if params else sentence


def render(fact: ExporterError | Notice, language: Language) -> str:
    """The line that tells a person of an error or a notice; a turn by its number, not its id."""
    params = dict(fact.params)
    if "turn" in params:
        params["turn"] = str(params["turn"]).removeprefix("t")
    return text(fact.code, language, **params)
