"""From a sentence's numbers to facts: each named with what the sentence has told before it."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from exporter.briefing.model import Change, Fact
from exporter.briefing.quantities import distribute, moves
from exporter.briefing.quantities.fact import fact_of, shared
from exporter.briefing.quantities.indicators import elided, lending, pointing, works
from exporter.briefing.quantities.indicators.investing import works_of
from exporter.briefing.quantities.indicators.naming import BASE, measured_by
from exporter.briefing.quantities.indicators.topics import field_of, named_first
from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.lines import Line
from exporter.briefing.quantities.members import NO_SHARE
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Token
from exporter.briefing.quantities.place import Phrase, Place, raw_left
from exporter.briefing.quantities.scene import Scene
from exporter.transcript.model import Paragraph

_FIELD = re.compile(
    r"[一-鿿]{0,4}?(?:州|市|县|区|省|国家|地级|设区|城市|乡镇|单位|部门|地市|参评|同类)[^，。；]*$"
)
_NEAR, _FARTHEST = 12, 24
_ASIDE = frozenset({"frequency", "speed", "threshold"})
_DESIGN = ("时速", "速度", "工期", "期限")
_TOKENS_BEFORE, _TOKENS_AFTER = 24, 6
_APART = re.compile(r"(?:分|从|按)[^，。；0-9]{1,10}看，|其中[，：]")
# 住宅物业方面，上半年成交…: what the sentence is about.
_FIELD_OF = re.compile(r"(?:[一二三四五六七八九]是)?(?:在|从)?([一-鿿]{2,8})方面[，：]")


class _Told(msgspec.Struct):
    """What a sentence has told up to a number: the `before` of its place, the phrase of that
    and the one outside the brackets that are open, the change, what each unit measured last
    (`alike`), the `lead`; for the whole sentence its `topic`, what it takes apart (`said`), what
    the one before was `about`, the `field`."""

    topic: str
    said: str
    about: str
    field: str
    lead: Phrase | None
    before: Mention | None = None
    phrase: Phrase | None = None
    outer: Phrase | None = None
    change: Change | None = None
    alike: dict[str | None, Phrase] = {}

    def reach(self, gap: str) -> None:
        """Go on over the words between two numbers: brackets keep what was told before them, a
        semicolon ends what the sentence was led by."""
        if self.outer is not None and "）" in gap:
            self.phrase, self.outer = self.outer, None
        if gap.rfind("（") > gap.rfind("）"):
            self.outer = self.phrase
        if "；" in gap:
            self.lead = None

    def hold(self, mention: Mention, named: Phrase | None) -> None:
        """Keep what the number measured for those after it."""
        self.before, self.phrase = mention, _held(mention, named, self.phrase)
        if named is not None:
            self.alike[mention.quantity.unit] = named
            self.lead = self.lead or (None if named.text.endswith(_DESIGN) else named)


def read(paragraph: Paragraph, line: Line, scene: Scene, out: list[Fact]) -> None:
    """Add the facts of a folded sentence with numbers to `out`."""
    text, bounds = line.text, line.bounds
    shares = distribute.shares(text, bounds, line.found, line.tokens)
    apart = _APART.match(text, *bounds) is not None
    told = _opened(line, scene, apart=apart)
    first = len(out)
    ends = [token.end for token in line.tokens]
    for index, found in enumerate(line.found):
        mention = _bounded(text, found, told.before)
        told.reach(text[told.before.right if told.before else bounds[0] : mention.left])
        place = _place(line, mention, told, scene, _tokens_near(line, ends, mention.start))
        named = measured_by(mention, place)
        scene.works = works_of(named, mention) or scene.works
        told.change = moves.change(mention, place, named, told.change)
        if index == 0 and not apart:
            scene.about = (named.subject or named.text) if named is not None else ""
        share = distribute.holding(shares.get(index, NO_SHARE), mention, place)
        fact = fact_of(
            paragraph, line, mention, place, named, scene, told.change, number=len(out) + 1
        )
        if share.like is not None and (like := out[first + share.like].indicator):
            share = msgspec.structs.replace(share, indicator=distribute.moved(like, share.move))
        out.append(shared(fact, share, scene))
        if not _field_of_rank(line, index):
            told.hold(mention, named)
            if named is not None:
                scene.kin[mention.quantity.unit] = named
    elided.completed(line, out, first)
    pointing.pointed(out, first)
    lending.lent(text, paragraph.text, out, first)


def _opened(line: Line, scene: Scene, *, apart: bool) -> _Told:
    """What holds for the whole sentence."""
    text, bounds = line.text, line.bounds
    field = _FIELD_OF.match(text, *bounds)
    scene.field = field_of(text, *bounds) or scene.field
    return _Told(
        topic=works.topic_of(text, bounds[0]),
        said=scene.about if apart else "",
        about=scene.about,
        field=named_first(text, *bounds) or scene.field,
        lead=Phrase(field.group(1), "indicator.field") if field else None,
    )


def _place(
    line: Line, mention: Mention, told: _Told, scene: Scene, tokens: tuple[Token, ...]
) -> Place:
    unit = mention.quantity.unit
    return Place(
        line.text,
        *line.bounds,
        told.before,
        told.phrase,
        tokens,
        topic=told.topic,
        said=told.said,
        like=told.alike.get(unit),
        lead=told.lead,
        about=told.about,
        field=told.field,
        kin=scene.kin.get(unit),
        works=scene.works,
        raw=raw_left(mention, line.text, line.bounds[0], told.before),
    )


def _tokens_near(line: Line, ends: list[int], at: int) -> tuple[Token, ...]:
    """The time expressions around `at`; `ends` is where those of the line end."""
    near = bisect_right(ends, at)
    return line.tokens[max(0, near - _TOKENS_BEFORE) : near + _TOKENS_AFTER]


def _bounded(text: str, mention: Mention, before: Mention | None) -> Mention:
    """The mention with the bound that 分别 gives to all of a list (分别突破4000亿元、1000亿元)."""
    bound = before.quantity.approx if before is not None else None
    if before is None or bound is None or mention.quantity.approx is not None:
        return mention
    if text[before.right : mention.left] not in ("、", "和") or bound not in words("approx_before"):
        return mention
    shared = before.left == before.start or text.endswith("分别", 0, before.left)
    if not shared or before.quantity.type == "rank":
        return mention
    quantity = msgspec.structs.replace(mention.quantity, approx=bound)
    return msgspec.structs.replace(mention, quantity=quantity)


def _held(mention: Mention, named: Phrase | None, last: Phrase | None) -> Phrase | None:
    """The phrase that later numbers of the sentence may be about: a design speed or a building
    time names nothing for them."""
    if named is None or last is None:
        return named or last
    aside = mention.quantity.type in _ASIDE or named.text.endswith(_DESIGN) or named.rule == BASE
    return last if aside else named


def _field_of_rank(line: Line, index: int) -> bool:
    """Whether the number only tells among how many a rank is (全省16个州（市）第二名)."""
    if index + 1 >= len(line.found) or line.found[index].quantity.classifier is None:
        return False
    following = line.found[index + 1]
    gap = line.text[line.found[index].end : following.start]
    if following.quantity.type != "rank":
        return False
    among = gap.endswith(("中居", "中列", "中排", "中位居", "中位列", "中排名"))
    return (among and len(gap) <= _FARTHEST) or (len(gap) <= _NEAR and bool(_FIELD.match(gap)))
