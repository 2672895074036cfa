"""From inlines to runs: each in the dress that the style gives its role, links and languages as
parts.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import takewhile
from typing import Protocol, assert_never

import msgspec

from exporter.document.model import (
    Anchor,
    FileLink,
    Inline,
    Language,
    LineBreak,
    Link,
    Note,
    Tab,
    Text,
)
from exporter.errors import WriteError
from exporter.notices import Notice
from exporter.styling.model import Border, Rule, Style
from exporter.typeset.faces import SHIPPED, Chain, resolve
from exporter.typeset.model import Run
from exporter.typeset.pages_model import Part

_NOTE_SCALE, _NOTE_RISE = 0.6, 0.36
_MEANT = "\u200b\u2060"  # zero-width characters that the breaking of lines understands
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn"})


class RunTag(msgspec.Struct, frozen=True, gc=False):
    """What page building hangs on a run: the part inside the paragraph's own, and a frame round
    it.
    """

    part: int | None = None
    frame: Border | None = None


class Parts(Protocol):
    """Where the parts and notes go that runs bring with them: `pages_flow.Flow`."""

    anchors: frozenset[str]

    def add_part(self, part: Part) -> int: ...

    def add_note(self, words: tuple[Inline, ...], part: int) -> int: ...

    def notice(self, notice: Notice) -> None: ...


class Dresser:
    """Gives runs for inlines, and watches that every character can be printed."""

    def __init__(self, style: Style, language: Language) -> None:
        self._style = style
        self._language = language
        self._rules: dict[tuple[str, str], Rule] = {}
        self._chains: dict[str, Chain] = {}
        self._replaced: list[tuple[str, str]] = []
        self._substituted: dict[str, int] = {}
        self._dropped = 0

    def run(
        self,
        text: str,
        rule: Rule,
        tag: RunTag | None = None,
        language: Language | None = None,
    ) -> Run:
        """One run in the dress of `rule`."""
        chain = self.chain(rule.face)
        if not text.isprintable() and text not in ("\t", "\n"):
            text = self._cleaned(text)
        letters = text.translate(chain.letters)
        if not letters.isascii() and not chain.absent.isdisjoint(text):
            text = self._substitute(text, chain)
            letters = text.translate(chain.letters)
        return Run(
            text,
            chain,
            rule.font_size,
            rule.color,
            rule.letter_spacing,
            rule.font_stretch,
            language=language,
            tag=tag,
            letters=letters,
        )

    def chain(self, face: str) -> Chain:
        """The faces of the style's typeface `face`."""
        known = self._chains.get(face)
        if known is None:
            names = self._style.typefaces[face].chain
            known = self._chains[face] = resolve(names)
            wanted = tuple(takewhile(lambda name: not name.startswith(SHIPPED), names))
            if wanted and set(wanted) <= set(known.unresolved):
                self._replaced.append((wanted[0], known.faces[0].family))
        return known

    def inline_rule(self, role: str, block: Rule, block_role: str) -> Rule:
        """The rule of an inline in a block, worked out once for each pair of roles."""
        key = (role, block_role)
        known = self._rules.get(key)
        if known is None:
            known = self._rules[key] = self._style.inline(role, block)
        return known

    def runs(
        self, flow: Parts, content: tuple[Inline, ...], block_role: str, part: int
    ) -> tuple[Run, ...]:
        """The runs of a block's content; `part` is the part that the block is."""
        rule = self._style.rule(block_role)
        runs: list[Run] = []
        for inline in content:
            match inline:
                case Text(text, role, language):
                    own = self.inline_rule(role, rule, block_role)
                    if own.display == "show":
                        self._gap(runs, role, own)
                        runs.append(self._text_run(flow, text, own, rule, language, part))
                case Link(text, _, role) | FileLink(text, _, role):
                    own = self.inline_rule(role, rule, block_role)
                    if own.display == "show" and text:
                        self._gap(runs, role, own)
                        runs.append(
                            self.run(text, own, RunTag(self._link_part(flow, inline, part)))
                        )
                case Note(content=words):
                    runs.append(self._note_run(flow, words, rule, part))
                case Tab():
                    runs.append(self.run("\t", rule))
                case LineBreak():
                    runs.append(self.run("\n", rule))
                case Anchor():
                    pass  # marked by the block, which knows where its lines stand
                case _:
                    assert_never(inline)
        return tuple(runs)

    def _gap(self, runs: list[Run], role: str, own: Rule) -> None:
        """Leaves the inline's left margin, where its role sets one, after the run before it."""
        if own.margin_left and runs and "margin_left" in self._style.rule(role).sets:
            runs[-1:] = spaced_out(runs[-1], own.margin_left)

    def _text_run(
        self, flow: Parts, text: str, own: Rule, block: Rule, language: Language | None, part: int
    ) -> Run:
        inside = None
        if language and language != self._language:
            inside = flow.add_part(Part("span", part, language=language))
        frame = own.border_top if own.border_top != block.border_top else None
        tag = RunTag(inside, frame) if inside is not None or frame else None
        return self.run(text, own, tag, language)

    def _link_part(self, flow: Parts, link: Link | FileLink, part: int) -> int | None:
        outside = isinstance(link, FileLink)
        if not outside and link.target not in flow.anchors:
            flow.notice(Notice("writers.pdf-dead-link", params={"target": link.target}))
            return None
        return flow.add_part(
            Part("link", part, target=link.target, text=link.text, outside=outside)
        )

    def _note_run(self, flow: Parts, words: tuple[Inline, ...], rule: Rule, part: int) -> Run:
        number = flow.add_note(words, part)
        size = rule.font_size
        link = flow.add_part(Part("link", part, target=f"note-{number}", text=str(number)))
        run = self.run(str(number), rule, RunTag(link))
        return msgspec.structs.replace(run, font_size=size * _NOTE_SCALE, rise=size * _NOTE_RISE)

    def _cleaned(self, text: str) -> str:
        kept = "".join(_kept(character) for character in text)
        self._dropped += len(text) - len(kept)
        return kept

    def _substitute(self, text: str, chain: Chain) -> str:
        """`text` with the style's substitute for what no face has; without one that is an error."""
        missing = chain.missing(text)
        substitute = self._style.fallback_character
        if not substitute or chain.missing(substitute):
            first = missing[0]
            raise WriteError("writers.pdf-missing-glyph", character=first, point=_code(first))
        for character in text:
            if character in missing:
                self._substituted[character] = self._substituted.get(character, 0) + 1
        return "".join(substitute if character in missing else character for character in text)

    def notices(self) -> tuple[Notice, ...]:
        """Fonts that aren't installed, and what was substituted or left out."""
        found = [
            Notice("writers.pdf-font-replaced", "info", {"name": name, "face": face})
            for name, face in self._replaced
        ]
        found += [
            Notice(
                "writers.pdf-substituted",
                params={
                    "character": character,
                    "point": _code(character),
                    "substitute": self._style.fallback_character,
                    "count": str(count),
                },
            )
            for character, count in sorted(self._substituted.items())
        ]
        if self._dropped:
            params = {"count": str(self._dropped)}
            found.append(Notice("writers.pdf-control-characters", params=params))
        return tuple(found)


def spaced_out(run: Run, room: float) -> list[Run]:
    """The run with so much more room after its last character: a gap, not a space."""
    if not run.text or run.text[-1] in "\t\n":
        return [run]
    spacing = run.letter_spacing + room
    replace = msgspec.structs.replace
    last = replace(run, text=run.text[-1], letters=run.letters[-1:], letter_spacing=spacing)
    body = run.text[:-1]
    return [replace(run, text=body, letters=run.letters[:-1]), last] if body else [last]


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    """The character as it goes into a run: white space as a space, control characters as
    nothing.
    """
    if character in "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return " "
    if character in _MEANT or unicodedata.category(character) not in _DROPPED:
        return character
    return ""
