"""Boxes of an HTML page that are the site's own, by their names and by being one link."""

from __future__ import annotations

import re

from bs4.element import Tag

from exporter.source.phrases import BARE_CLASSES, BLOCK_CLASSES, elements

_BLOCKS = elements()["blocks"] - {"td", "th"}
_CLASSES = tuple((re.compile(cue.pattern, re.IGNORECASE), cue.reason) for cue in BLOCK_CLASSES)
_ANY_CLASS = re.compile("|".join(f"(?:{cue.pattern})" for cue in BLOCK_CLASSES), re.IGNORECASE)
_BARE = re.compile("|".join(f"(?:{cue.pattern})" for cue in BARE_CLASSES), re.IGNORECASE)
_SHORT = 60  # characters of a box that goes by such a name, or of a link


class Weight:
    """What stands below an element: sentence marks, letters, letters in links, links, first
    line."""

    __slots__ = ("first", "letters", "linked", "links", "marks")

    def __init__(self) -> None:
        self.marks = self.letters = self.linked = self.links = 0
        self.first = ""

    def add(self, other: Weight) -> None:
        self.marks += other.marks
        self.letters += other.letters
        self.linked += other.linked
        self.links += other.links
        self.first = self.first or other.first


def by_class(tag: Tag) -> str:
    """Why the tag is furniture by its class, id or role; empty if it isn't."""
    if not tag.attrs or tag.name in ("body", "html", "b", "strong", "td", "tr", "th"):
        return ""
    named = next(filter(_ANY_CLASS.search, _names_of(tag)), None)
    if named is None:
        return ""
    return next(reason for pattern, reason in _CLASSES if pattern.search(named))


def _names_of(tag: Tag) -> list[str]:
    classes = tag.attrs.get("class") or ()
    names = [*(classes if isinstance(classes, list) else str(classes).split())]
    return names + [str(tag.attrs[key]) for key in ("id", "role") if key in tag.attrs]


def by_bare_class(tag: Tag, weight: Weight) -> str:
    """Why a short box without a sentence or label goes by its class; empty if it stays."""
    if not tag.attrs or tag.name not in _BLOCKS:
        return ""
    if not 0 < weight.letters <= _SHORT or weight.marks or _COLON.search(weight.first):
        return ""
    return BARE_CLASSES[0].reason if any(map(_BARE.search, _names_of(tag))) else ""


_COLON = re.compile("[:：】]")


def is_list_of_links(tag: Tag, weight: Weight) -> bool:
    """Whether a list behind the first words of a record is nothing but links to other pages. One
    link alone may be a speaker's label, whoever it names."""
    whole = weight.links > 1 and weight.linked == weight.letters and not weight.marks
    listed = tag.name in ("ul", "ol") and whole
    return listed and len(weight.first) >= _TITLE and _OFFICE.search(weight.first) is None


_TITLE = 8  # characters of another page's title
# 省财政厅厅长 罗鸣: a guest in a list of them
_OFFICE = re.compile(
    r"[《:：】]|(?:[长長师師员員任]|书记|書記|记者|記者|发言人|發言人|主席|总理|教授|专家|经理|代表|主持人|嘉宾)(?:\s?[\w·]{2,8})?$"
)
