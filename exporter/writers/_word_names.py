"""What the roles are called in Word: a style's id, and the name that people see in its list.

Roles that Word has a style for take Word's own (its name is then shown in the reader's language and
its features know it: navigation, contents, captions, footnotes); the others take their role's.
"""

from __future__ import annotations

from functools import cache

from exporter.document.model import Language
from exporter.document.roles import ROLES, ancestry

LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "zh-Hant": "zh-TW", "en": "en-US"}
"""The tags that Word knows (ECMA-376-1, 22.9.2.6): it has none for a script without a place."""

BUILT_IN: dict[str, tuple[str, str]] = {
    "base": ("Normal", "Normal"),
    "paragraph": ("BodyText", "Body Text"),
    "title": ("Title", "Title"),
    "heading_1": ("Heading1", "heading 1"),
    "heading_2": ("Heading2", "heading 2"),
    "heading_3": ("Heading3", "heading 3"),
    "contents_title": ("TOCHeading", "TOC Heading"),
    "contents_1": ("TOC1", "toc 1"),
    "contents_2": ("TOC2", "toc 2"),
    "caption": ("Caption", "caption"),
    "footnote": ("FootnoteText", "footnote text"),
    "running_head": ("Header", "header"),
    "running_foot": ("Footer", "footer"),
    # Word's "page number" is a style of characters: a paragraph's needs another name
    "page_number": ("Folio", "Folio"),
    "link": ("Hyperlink", "Hyperlink"),
    "strong": ("Strong", "Strong"),
}
FOOTNOTE_REFERENCE = ("FootnoteReference", "footnote reference")
CHART_PARAGRAPH = ("ChartParagraph", "Chart Paragraph")
LOGO_PARAGRAPH = ("Logo", "Logo")
SEPARATOR = ("Separator", "Separator")
# where a heading's place in the outline isn't that of the heading it is dressed as
_LEVELS = {"contents_title": None, "question": 1}
PAGE_FOOT_GROUP = "imprint_box"
PARTS_OF_HEADINGS = ("heading_1", "heading_2", "heading_3")


def east_asian(language: Language) -> str:
    """The tag of the Chinese in a document of that language."""
    return LANGUAGES["zh" if language == "en" else language]


@cache
def style_id(role: str) -> str:
    """The id of the role's style."""
    known = BUILT_IN.get(role)
    return known[0] if known else "".join(word.capitalize() for word in role.split("_"))


def style_name(role: str) -> str:
    """The name of the role's style, as Word lists it."""
    known = BUILT_IN.get(role)
    return known[1] if known else " ".join(word.capitalize() for word in role.split("_"))


def outline_level(role: str) -> int | None:
    """Level in the outline, 0 for a section; ``None`` for other text and for the title."""
    if role in _LEVELS:
        return _LEVELS[role]
    for nearest in ancestry(role):
        if nearest in PARTS_OF_HEADINGS:
            return PARTS_OF_HEADINGS.index(nearest)
    return None


def roles_of_kind(kind: str) -> tuple[str, ...]:
    """The roles of a kind in the order of the vocabulary, parents before their children."""
    return tuple(role for role, info in ROLES.items() if info.kind == kind)


FOLLOWED_BY_TEXT = tuple(
    role
    for role, info in ROLES.items()
    if info.kind == "block" and "heading" in ancestry(role) and role != "heading"
)
