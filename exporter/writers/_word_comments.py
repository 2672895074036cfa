"""The part ``comments.xml``: what an editor is to look at, beside the paragraphs it is about."""

from __future__ import annotations

from collections.abc import Callable

from exporter.writers._word_xml import escaped, part

_AUTHOR = "exporter"


class Comments:
    """The comments of one document; ids count from 0. They have no date: the file has none."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        self._clean = clean
        self._made: list[str] = []

    def around(self, text: str) -> tuple[str, str]:
        """What begins and what ends the words that a comment of `text` is about."""
        number = len(self._made)
        lines = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
            for line in self._clean(text).split("\n")
        )
        told = f'w:id="{number}" w:author="{_AUTHOR}" w:initials="e"'
        self._made.append(f"<w:comment {told}>{lines}</w:comment>")
        end = f'<w:commentRangeEnd w:id="{number}"/>'
        reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeStart w:id="{number}"/>', end + reference

    def part(self) -> bytes | None:
        """The part's bytes; ``None`` when there is no comment."""
        return part("w:comments", ("w",), *self._made) if self._made else None
