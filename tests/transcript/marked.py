"""Pages with their own answer in them: the marks tell what must be read and are no part of them.

``⟦R {...}⟧`` begins a record and gives its metadata as JSON (``encoding``: how the page is stored,
``kind`` when it is no transcript); ``⟦T role|speaker|outlet|section|answers⟧ … ⟦/T⟧`` holds a turn,
`answers` the number of the turn that is answered; ``⟦N⟧ … ⟦/N⟧`` holds what no turn may contain: a
caption, furniture, spam, a label or time stamp within a turn. People are invented, layouts are not.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "pages"
_MARK = re.compile(r"⟦(?P<kind>/?[RTN])(?: (?P<words>[^⟧]*))?⟧")
_TAG = re.compile(r"<[^>]*>")


class Expected(NamedTuple):
    """A turn as it must be read; `text` is its letters and digits."""

    role: str
    speaker: str
    outlet: str
    section: str
    answers: int | None
    text: str


class Record(NamedTuple):
    """A record of a page: its metadata, turns, and what is noise in it."""

    metadata: dict[str, Any]
    turns: list[Expected]
    noise: list[str]


class Page(NamedTuple):
    """A page as bytes, and its records."""

    name: str
    data: bytes
    records: list[Record]


def letters(text: str | None) -> str:
    """Letters and digits only: what two readers of one speech must agree on."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "") if c.isalnum())


def load(path: Path) -> Page:
    """The page of a marked file."""
    marked = path.read_text(encoding="utf-8")
    records = _records(marked)
    encoding = records[0].metadata.pop("encoding", "utf-8")
    return Page(path.name, _MARK.sub("", marked).encode(encoding), records)


def _records(marked: str) -> list[Record]:
    records: list[Record] = []
    head, said, noise = "", "", ""
    in_turn = in_noise = False
    at = 0
    for mark in _MARK.finditer(marked):
        piece, at = _plain(marked[at : mark.start()]), mark.end()
        noise += piece if in_noise else ""
        said += piece if in_turn and not in_noise else ""
        match mark["kind"]:
            case "R":
                records.append(Record(json.loads(mark["words"]), [], []))
            case "T":
                head, said, in_turn = mark["words"], "", True
            case "/T":
                records[-1].turns.append(_turn(head, said))
                in_turn = False
            case "N":
                noise, in_noise = "", True
            case _:
                records[-1].noise.append(letters(noise))
                in_noise = False
    return records


def _turn(head: str, said: str) -> Expected:
    role, speaker, outlet, section, answers = [*head.split("|"), "", "", "", ""][:5]
    number = int(answers) if answers else None
    return Expected(role, letters(speaker), letters(outlet), section, number, letters(said))


def _plain(piece: str) -> str:
    return html.unescape(_TAG.sub("", piece))


PAGES = [load(path) for path in sorted(FOLDER.iterdir())]
