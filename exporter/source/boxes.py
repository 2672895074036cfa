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


def is_linked_line(weight: Weight) -> bool:
    """Whether a block behind the first words of a record is one link, to another page by its
    words: no sentence, no document's name, nobody's label."""
    whole = weight.links == 1 and weight.linked == weight.letters == len(weight.first)
    return whole and weight.letters <= _SHORT and _LINK.fullmatch(weight.first) is not None


_LINK = re.compile(
    r"(?!.*(?:[《:：】。？?！!;；]"
    r"|(?:长|長|主任|书记|書記|记者|記者|发言人|發言人|委员|委員|主席|总理|教授|专家|經理|经理|代表|主持人|嘉宾)(?:\s?\S{2,4})?$"
    r"|(?:台|臺|报|報|社|网|網|新闻|新聞|客户端|频道|媒体|媒體)$))"
    r"(?:[\u4e00-\u9fff].{7,}|\w[\w'’,-]*(?: [\w'’,&-]+){5,})"
)
