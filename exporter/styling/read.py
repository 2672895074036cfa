"""One style file → its entries, each checked against the vocabulary; nothing settled yet.

A style file is seen flat: the path of a key (``rules answer font_size``) leads to its value and to
the place where it stands, so that one file laid over another is a plain update of a mapping.
"""

from __future__ import annotations

import json
import tomllib
from typing import NamedTuple, assert_never

from exporter.document.plan import SECTIONS, SectionSpec
from exporter.errors import StyleError
from exporter.styling.find import StyleSource
from exporter.styling.keys import SIDES, STYLE, Key, Named, Node, Sections, Table, nearest

Path = tuple[str, ...]


class Entry(NamedTuple):
    """A value and where it was written: the file's label and the key's path."""

    value: object
    file: str
    key: str

    def error(self, code: str, **params: object) -> StyleError:
        """The error that names this place."""
        return StyleError(code, file=self.file, key=self.key, **params)


Entries = dict[Path, Entry]


def read(source: StyleSource) -> Entries:
    """The entries of a style file. Raises `StyleError` with file, key and what was expected."""
    entries: Entries = {}
    _walk(STYLE, _toml(source), (), source.label, entries)
    _expand_margin(entries)
    return entries


def _expand_margin(entries: Entries) -> None:
    """The shorthand as four margins, so that it can replace single ones of an extended style."""
    margin = entries.pop(("page", "margin"), None)
    if margin is not None and isinstance(margin.value, tuple):
        for side, length in zip(SIDES, margin.value, strict=True):
            entries.setdefault(("page", f"margin_{side}"), margin._replace(value=length))


def _toml(source: StyleSource) -> dict[str, object]:
    try:
        return tomllib.loads(source.data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise StyleError("styling.not-utf8", file=source.label, offset=fault.start) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        reason = str(fault) or type(fault).__name__
        raise StyleError("styling.not-toml", file=source.label, reason=reason) from fault


def _walk(node: Node, raw: object, path: Path, file: str, entries: Entries) -> None:
    here = Entry(raw, file, ".".join(path))
    match node:
        case Key():
            entries[path] = here._replace(value=_value(node, here))
        case Table():
            for name, value in _table(here).items():
                known = _known(name, tuple(node.keys), here)
                _walk(node.keys[known], value, (*path, name), file, entries)
        case Named():
            for name, value in _table(here).items():
                _known(name, node.names or (name,), here)
                _walk(node.node, value, (*path, name), file, entries)
        case Sections():
            entries[path] = here._replace(value=_sections(node, here))
        case _:
            assert_never(node)


def _value(key: Key, here: Entry) -> object:
    try:
        return key.kind.parse(here.value)
    except ValueError as fault:
        found = str(here.value)[:80]
        known = key.kind.choices
        if known and isinstance(here.value, str) and " " not in here.value:
            near = nearest(here.value, known)
            raise here.error(
                "styling.bad-choice", found=found, expected=" | ".join(known), nearest=near
            ) from fault
        # as TOML has it: "3" is not 3
        shown = json.dumps(here.value, ensure_ascii=False, default=str)[:80]
        raise here.error("styling.bad-value", found=shown, expected=key.kind.expected) from fault


def _table(here: Entry) -> dict[str, object]:
    if not isinstance(here.value, dict):
        raise here.error("styling.bad-value", found=str(here.value)[:80], expected=f"[{here.key}]")
    return here.value


def _known(name: str, known: tuple[str, ...], here: Entry) -> str:
    if name in known:
        return name
    place = f"{here.key}.{name}"[:120].lstrip(".")
    near = nearest(name, known)
    expected = ", ".join(known)
    raise StyleError(
        "styling.unknown-key", file=here.file, key=place, expected=expected, nearest=near
    )


def _sections(node: Sections, here: Entry) -> tuple[SectionSpec, ...]:
    if not isinstance(here.value, list) or not here.value:
        expected = '["title", {name = "key_figures", form = "panel"}]'
        raise here.error("styling.bad-value", found=str(here.value)[:80], expected=expected)
    places = (
        here._replace(value=raw, key=f"{here.key}[{at}]") for at, raw in enumerate(here.value)
    )
    return tuple(_section(node, place) for place in places)


def _section(node: Sections, here: Entry) -> SectionSpec:
    raw = {"name": here.value} if isinstance(here.value, str) else _table(here)
    for name in raw:
        _known(name, tuple(node.keys), here)
    inside = {name: Entry(value, here.file, f"{here.key}.{name}") for name, value in raw.items()}
    if "name" not in inside:
        expected = 'name = "…"'
        raise here.error("styling.bad-value", found=", ".join(raw), expected=expected)
    spec = SectionSpec(**{name: _value(node.keys[name], at) for name, at in inside.items()})  # type: ignore[arg-type]
    forms = SECTIONS[spec.name][1]
    if spec.form is not None and spec.form not in forms:
        raise inside["form"].error(
            "styling.bad-choice",
            found=spec.form,
            expected=" | ".join(forms),
            nearest=nearest(spec.form, forms),
        )
    return spec
