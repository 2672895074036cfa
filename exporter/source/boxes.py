"""Boxes of an HTML page that are the site's own, by their names and by being one link."""

from __future__ import annotations

import re
from collections import Counter

import msgspec
from bs4.element import Tag

from exporter.source.dom import Piece
from exporter.source.phrases import BARE_CLASSES, BLOCK_CLASSES, elements

_BLOCKS = elements()["blocks"] - {"td", "th"}
_CLASSES = tuple((re.compile(cue.pattern, re.IGNORECASE), cue.reason) for cue in BLOCK_CLASSES)
_ANY_CLASS = re.compile("|".join(f"(?:{cue.pattern})" for cue in BLOCK_CLASSES), re.IGNORECASE)
_BARE = re.compile("|".join(f"(?:{cue.pattern})" for cue in BARE_CLASSES), re.IGNORECASE)
_SHORT = 60  # characters of a box that goes by such a name, or of a link


class Weight:
    """What stands below an element: sentence marks, letters, letters in links, links, first line,
    and how many of its own children have sentences."""

    __slots__ = ("first", "letters", "linked", "links", "marks", "texts")

    def __init__(self) -> None:
        self.marks = self.letters = self.linked = self.links = self.texts = 0
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


def is_link(tag: Tag, weight: Weight) -> bool:
    """Whether a paragraph behind the first words of a record is one link to another page, with no
    sentence, and no label or heading."""
    if weight.links != 1 or weight.linked != weight.letters or weight.marks:
        return False
    if tag.name not in _PARAGRAPHS or not _TITLE <= len(weight.first) <= _LONG:
        return False
    link = tag.find("a")
    to = str(link.attrs.get("href", "")) if isinstance(link, Tag) else ""
    elsewhere = bool(to) and not to.startswith(_NOWHERE)
    return elsewhere and _is_odd(tag)


_PARAGRAPHS = frozenset(("p", "div", "li", "section", "blockquote"))
_NOWHERE = ("#", "javascript:", "mailto:", "tel:")
_LONG = 80
_TITLE = 8  # characters of another page's title
# 省财政厅厅长 罗鸣: a guest in a list of them
_OFFICE = re.compile(
    r"[《:：】]|(?:[长長师師员員任]|书记|書記|记者|記者|发言人|發言人|主席|总理|教授|专家|经理|代表|主持人|嘉宾)(?:\s?[\w·]{2,8})?$"
)


class Box(msgspec.Struct, frozen=True, gc=False):
    """A short element with a class, the weight of the one that holds it, and how many of its
    siblings before it have sentences."""

    tag: Tag
    around: Weight
    before: int


BOXES = frozenset(("div", "section", "center", "figure"))
MOST_BOXES = 2_000  # of a page that are looked at
_TEXTS = 4  # siblings with sentences, at least
_ALIKE = 2  # boxes of one class, at most: more may label what is said
_LETTERS = 40  # characters of one
_ACROSS = 60  # characters of a cell across a table


def is_small(tag: Tag, weight: Weight) -> bool:
    """Whether an element may be a box between paragraphs, or a cell across a table."""
    if tag.name == "td":
        return "colspan" in tag.attrs and 0 < weight.letters <= _ACROSS and not weight.marks
    return (
        0 < weight.letters <= _LETTERS
        and weight.marks < 2
        and tag.name in BOXES
        and "class" in tag.attrs
    )


def odd(boxes: list[Box]) -> frozenset[int]:
    """The ids of the boxes that are the site's own: those that stand between paragraphs of an
    article, alone with their class, and are no label, heading or sentence; and cells across a table
    of speeches."""
    alike: dict[int, Counter[tuple[str, str]]] = {}
    talks: dict[int, bool] = {}
    out = set()
    for box in boxes:
        around = box.tag.find_parent("table") if box.tag.name == "td" else box.tag.parent
        if around is None:
            continue
        if box.tag.name == "td":
            if id(around) not in talks:
                talks[id(around)] = _is_talk(around)
            gone = talks[id(around)] and _is_across(box.tag)
        else:
            between = 0 < box.before < box.around.texts and box.around.texts >= _TEXTS
            if between and id(around) not in alike:
                children = around.find_all(True, recursive=False)
                alike[id(around)] = Counter(map(_shape, children))
            gone = between and alike[id(around)][_shape(box.tag)] <= _ALIKE and _is_odd(box.tag)
        if gone:
            out.add(id(box.tag))
    return frozenset(out)


def _is_odd(tag: Tag) -> bool:
    words = _words_of(tag)
    return _MAY_BE_SAID.search(words) is None and not _is_named(words)


def _is_talk(table: Tag) -> bool:
    """Whether rows of the table have a speaker and what is said."""
    rows = table.find_all("tr")
    said = (len(_cells(row)) > 1 and _ENDS.search(_words_of(row)) is not None for row in rows)
    return sum(said) >= _TEXTS


def _is_across(cell: Tag) -> bool:
    """Whether the cell fills a row, and is no heading of a part."""
    row = cell.parent
    alone = row is not None and len(_cells(row)) == 1
    return alone and _PART.search(_words_of(cell)) is None


_PART = re.compile(
    r"环节|環節|实录|實錄|提问|提問|问答|問答|答问|致辞|致詞|第[一二三四五]|^[一二三四五六七八九十]、"
)
_ENDS = re.compile(r"[。！？!?.][”」）)]?$")


def _cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _words_of(tag: Tag) -> str:
    pieces = (node.strip() for node in tag.descendants if isinstance(node, Piece))
    return " ".join(piece for piece in pieces if piece)


def _shape(tag: Tag) -> tuple[str, str]:
    return tag.name, str(tag.attrs.get("class", ""))


# A sentence, a label, a heading: who speaks, what comes next, the number of a part.
_MAY_BE_SAID = re.compile(
    r"[。！!；;：:，,][”」）)]?$|[：:](?!\d)|^[\[【◤◇◆●■□▌▎▷►☆★*]|^[一二三四五六七八九十\d]{1,3}[、.）)]|^[（(第]"
    r"|记者|記者|主持|发言|發言|发布人|發布人|嘉宾|问|問|答|环节|環節|实录|實錄|致辞|致詞|讲话|講話|介绍|介紹|回应|回應|通报|通報|总结"
    r"|\b(?:Q|A|[Qq]uestions?|[Aa]nswers?|[Rr]emarks|[Ss]tatement|[Oo]pening|[Cc]losing|Mr|Ms|Mrs|Dr|Minister)\b"
)


def _is_named(words: str) -> bool:
    """Whether the words may be a name or an office, or in Latin letters a heading."""
    if words.isascii():
        return sum(word[0].islower() for word in words.split()) < 2
    return len(words) < 6 or _OFFICE.search(words) is not None
