"""A style by name or by path → `Style`: the file laid over those that it extends, all settled.

Precedence: the rule for a role is looked up along `exporter.document.roles.ancestry`, nearest role
first; for one role the file itself goes before the file that it extends. So what a base style says
of ``answer`` holds until the extending style speaks of ``answer`` itself.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import msgspec

from exporter.errors import UnknownStyle, WriteError
from exporter.fonts import shipped_faces
from exporter.styling.find import StyleSource, find
from exporter.styling.keys import nearest
from exporter.styling.model import Style
from exporter.styling.read import Entries, Entry, read
from exporter.styling.resolve import resolve

_SHIPPED: Final = "shipped:"
_FILES: Final = (".ttf", ".otf", ".ttc", ".otc")
LONGEST_CHAIN: Final = 16


def load(name_or_path: str) -> Style:
    """The resolved style. Raises `UnknownStyle` or `StyleError`; a shipped style never fails."""
    return load_source(find(name_or_path))


def palette(name_or_path: str) -> dict[str, str]:
    """The colours by name that a style brings, those of its bases included."""
    merged: Entries = {}
    for _, entries in reversed(_chain(find(name_or_path))):
        merged |= entries
    return {path[1]: str(entry.value) for path, entry in merged.items() if path[0] == "colors"}


def load_source(source: StyleSource) -> Style:
    """The resolved style of a file that is already read."""
    chain = _chain(source)
    merged: Entries = {}
    for _, entries in reversed(chain):
        merged |= entries
    digest = hashlib.sha256(b"\0".join(link.data for link, _ in chain)).hexdigest()
    name = _own_text(chain[0][1], "name") or source.name
    title = _own_text(chain[0][1], "title") or name
    style = resolve(merged, name=name, title=title, digest=digest, file=source.label)
    if style.logo is None:
        return style
    whole = hashlib.sha256(bytes.fromhex(digest) + style.logo.data).hexdigest()
    return msgspec.structs.replace(style, digest=whole)


def _own_text(entries: Entries, key: str) -> str:
    entry = entries.get((key,))
    return str(entry.value) if entry else ""


def _chain(source: StyleSource) -> list[tuple[StyleSource, Entries]]:
    """The file and those that it extends, itself first."""
    chain = [(source, _with_paths(source, read(source)))]
    seen = [_identity(source)]
    while extends := chain[-1][1].get(("extends",)):
        parent = _parent(extends, chain[-1][0])
        if _identity(parent) in seen or len(seen) > LONGEST_CHAIN:
            names = " → ".join([link.label for link, _ in chain] + [parent.label])
            raise extends.error("styling.cycle", chain=names)
        seen.append(_identity(parent))
        chain.append((parent, _with_paths(parent, read(parent))))
    return chain


def _identity(source: StyleSource) -> str:
    if source.folder is None:
        return source.label
    return str(source.folder.resolve() / Path(source.label).name)


def _parent(extends: Entry, child: StyleSource) -> StyleSource:
    name = str(extends.value)
    is_path = name.endswith(".toml") or "/" in name
    if is_path and child.folder is not None:
        return find((child.folder / name).as_posix())
    try:
        return find(name)
    except UnknownStyle as fault:
        known, near = fault.params["known"], fault.params["nearest"]
        raise extends.error(
            "styling.bad-choice", found=name[:80], expected=known, nearest=near
        ) from fault


def _with_paths(source: StyleSource, entries: Entries) -> Entries:
    """The entries with font files as whole paths. Raises `StyleError` for one that isn't there."""
    for path, entry in entries.items():
        if path[0] == "typefaces" and path[-1] == "chain" and isinstance(entry.value, tuple):
            names = tuple(_font(str(name), source, entry) for name in entry.value)
            if not any(name.startswith(_SHIPPED) or name.endswith(_FILES) for name in names):
                _check_installed(names, entry)
            entries[path] = entry._replace(value=names)
        if path == ("letterhead", "logo") and entry.value:
            place = (source.folder or Path()) / str(entry.value)
            entries[path] = entry._replace(value=place.as_posix())
    return entries


def _font(name: str, source: StyleSource, entry: Entry) -> str:
    """A font's name, or the whole path of a font file, which is opened to see that it is one."""
    if name.startswith(_SHIPPED):
        known = tuple(_SHIPPED + face for face in shipped_faces())
        if name not in known:
            raise entry.error("styling.font-unknown", font=name, nearest=nearest(name, known))
        return name
    if not name.lower().endswith(_FILES):
        return name
    path = (source.folder or Path()) / name
    if not path.is_file():
        raise entry.error("styling.font-missing", font=name)
    from exporter.typeset.faces import find_face

    try:
        find_face(str(path))
    except WriteError as fault:
        raise entry.error("styling.font-unreadable", font=name) from fault
    return path.resolve().as_posix()


def _check_installed(names: tuple[str, ...], entry: Entry) -> None:
    """Raises `StyleError` when none of the families is installed, and nothing else is in the
    chain.
    """
    from exporter.typeset.faces import find_face

    if not any(find_face(name) for name in names):
        raise entry.error("styling.no-font", font=", ".join(names), expected="shipped:song")
