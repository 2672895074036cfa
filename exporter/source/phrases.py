"""What furniture, fields, spam and elements are called: the data of the TOML files beside this
module, each cue with an example."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any, Literal

import msgspec


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern, why what it matches is no text (a word for the ledger), and an example.

    A line that ends like a sentence is speech for every cue but those of `sentences`; within the
    speech of a page, a line that an `edge` cue matches (举报电话：…) is told by a speaker.
    """

    pattern: str
    reason: str
    example: str
    sentences: bool = False
    edge: bool = False


class GluedCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern of what nobody says, within a sentence or not: the words of which one must stand
    there, and where it may stand (see ``cues/glued.toml``)."""

    pattern: str
    hints: tuple[str, ...]
    place: Literal["any", "clause", "sentence"]
    reason: str
    example: str


def _table(name: str) -> dict[str, Any]:
    path = files(__package__) / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def lead_words() -> dict[str, tuple[str, ...]]:
    """The words by which first sentences are read, by what they say."""
    return {name: tuple(words) for name, words in _table("lead").items()}


def caption_words() -> dict[str, str]:
    """Alternatives of a regular expression that tell captions, by the name of their list."""
    return {
        name: words if isinstance(words, str) else "|".join(words)
        for name, words in _table("captions").items()
    }


def title_words() -> dict[str, str]:
    """Alternatives of expressions that tell titles of English pages, by their lists' names."""
    return {name: "|".join(words) for name, words in _table("titles").items()}


def labels() -> dict[str, tuple[str, ...]]:
    """The labels of fields by their kind, the best of each kind first."""
    return {kind: tuple(names) for kind, names in _table("labels").items()}


def catalogue() -> dict[str, tuple[str, ...]]:
    """Labels of the entry of a site's catalogue: sure ones, and those that stand beside them."""
    return {name: tuple(words) for name, words in _table("catalogue").items()}


def tools() -> dict[str, tuple[str, ...]]:
    """Words of buttons and counters, and roles of those who made a page, by what they are; in the
    characters of `simpler`."""
    found = _table("tools").items()
    return {name: tuple(map(simpler, words)) for name, words in found if isinstance(words, list)}


def simpler(words: str) -> str:
    """The words with the traditional forms of characters that pages print on their buttons made
    simple, so that one list serves both."""
    return words.translate(_SIMPLER) if _TRADITIONAL.search(words) else words


def elements() -> dict[str, frozenset[str]]:
    """Lists of names of HTML elements, by what they have in common."""
    return {name: frozenset(names) for name, names in _ELEMENTS.items()}


def _cues() -> dict[str, list[Any]]:
    """The lists of all files of the folder ``cues``, those of one name joined."""
    out: dict[str, list[Any]] = {}
    for path in sorted((files(__package__) / "cues").iterdir(), key=lambda path: path.name):
        for name, found in tomllib.loads(path.read_text(encoding="utf-8")).items():
            out.setdefault(name, []).extend(found)
    return out


_TRADITIONAL = re.compile(f"[{_table('tools')['traditional']}]")
_SIMPLER = str.maketrans(_table("tools")["traditional"], _table("tools")["simple"])
_ELEMENTS = _table("elements")
DROPPED_ELEMENTS: dict[str, str] = _ELEMENTS.pop("dropped")
_FURNITURE = _cues()
_SPAM = _table("spam")
HOME: tuple[str, ...] = tuple(_FURNITURE["home"])
NAVIGATION: frozenset[str] = frozenset(_FURNITURE["navigation"])
FURNITURE_LINES = msgspec.convert(_FURNITURE["line"], tuple[Cue, ...])
SECTIONS = msgspec.convert(_FURNITURE["section"], tuple[Cue, ...])
GLUED = msgspec.convert(_FURNITURE["glued"], tuple[GluedCue, ...])
GLUED_FEET = msgspec.convert(_FURNITURE["glued_foot"], tuple[Cue, ...])
BARE_CLASSES = msgspec.convert(_FURNITURE["bare_element"], tuple[Cue, ...])
BLOCK_CLASSES = msgspec.convert(_FURNITURE["element"], tuple[Cue, ...])
SPAM_NAMES: tuple[str, ...] = tuple(_SPAM["names"])
SPAM_HINTS: tuple[str, ...] = tuple(_SPAM["hints"])
SPAM_PROMOS: tuple[str, ...] = tuple(_SPAM["promos"])
SPAM_DOORS: tuple[str, ...] = tuple(_SPAM["doors"])
SPAM_LURES: tuple[str, ...] = tuple(_SPAM["lures"])
SPAM_SEARCHED: tuple[str, ...] = tuple(_SPAM["searched"])
SPAM_FILLERS: tuple[str, ...] = tuple(_SPAM["fillers"])
SPAM_WARY: tuple[str, ...] = tuple(_SPAM["wary"])
SPAM_LAWFUL: tuple[str, ...] = tuple(_SPAM["lawful"])
SPAM_BLATANT: tuple[str, ...] = tuple(_SPAM["blatant"])
SPAM_REGIONS: tuple[str, ...] = tuple(_SPAM["regions"])
SPAM_TRADES: tuple[str, ...] = tuple(_SPAM["trades"])
SPAM_TAILS: tuple[str, ...] = tuple(_SPAM["tails"])
SPAM_WEAK_TAILS: tuple[str, ...] = tuple(_SPAM["weak_tails"])
SPAM_HONEST: tuple[str, ...] = tuple(_SPAM["honest"])
SPAM_ANCHORS: tuple[str, ...] = tuple(_SPAM["anchors"])
# Line markers that are left when list tags are rendered without content.
MARKER = 3  # characters of one
BARE_MARKER = re.compile(r"(?:[•·●○▪■]|\d{1,2}[.、)])")
