"""Where quotation marks stand in a news report: a pair of them, or a quotation over several
paragraphs, each with a mark of its own before it and only the last with one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# A quotation, marks within it in pairs; or a paragraph of one that the next goes on with
_QUOTE = re.compile(
    "“(?P<said>[^“”\n]{4,}(?:“[^“”\n]*”[^“”\n]*)*(?=\n“)|[^“”]*(?:“[^“”]*”[^“”]*)*(?=”))”?"
)
# “2030海州访谈” | 节目中
_TITLE = re.compile("“[^“”\n]{1,20}(?<![。！？，…])”")


def quotations_in(view: str) -> Iterator[tuple[re.Match[str], tuple[re.Match[str], ...]]]:
    """Each quotation (group ``said``), and the paragraphs of it before the one that closes it."""
    held: list[re.Match[str]] = []
    for found in _QUOTE.finditer(view):
        if held and held[-1].end() + 1 != found.start():
            held = []
        if view[found.end() - 1] != "”":
            held.append(found)
            continue
        yield found, tuple(held)
        held = []


def parts_between(
    quote: re.Match[str], earlier: tuple[re.Match[str], ...]
) -> tuple[tuple[int, int], ...]:
    """What stands between the paragraphs of one quotation and is none of it: the ends of lines and
    the marks that open the next, as ranges of offsets."""
    following = (*earlier[1:], quote)
    return tuple(
        (one.end("said"), two.start("said")) for one, two in zip(earlier, following, strict=False)
    )


def without_titles(text: str) -> str:
    """`text` with each title in quotation marks as one sign (□), which no rule takes for speech."""
    return _TITLE.sub("□", text) if "“" in text else text
