"""Clauses with all that judging asks of them, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from exporter.briefing.cues import anywhere, at_start, words
from exporter.briefing.model import Cut
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import WordCounts, count_words, fact_worth

_NUMBERS = (
    r"[一二三四五六七八九十]{1,3}是[，,：:]?|第[一二三四五六七八九十]{1,3}[，,、：:](?:是(?!否))?|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|"
    r"第[一二三四五六七八九十]个?(?:亮点|特点|方面|变化|特征|看点|举措|原因|关键词)(?:是(?!否)|[，：])|"
    r"(?:首先|其次|再次|最后|再者)(?:[，,]?是(?!否)|[，,])|"
    r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal)(?:ly)?,"
)
_ENUMERATOR = re.compile(_NUMBERS)
_FIRST_OF_MORE = re.compile(r"(?:一是|第一，)[^。；]{1,60}(?:，二是|，第二，)")
_STAGE = (
    r"[(（\[【](?:[Ll]aughter|[Aa]pplause|[Cc]rosstalk|[Ii]naudible|[Pp]ause|笑|笑声|掌声|鼓掌|众笑|停顿|沉默|哽咽"
    r"|(?:翻阅|展示|出示|举起|指着|指向|点击|查看|扫码)[^()（）\[\]【】]{0,24})[.。]?[)）\]】]"
)
"""What is done while somebody speaks, and the buttons that a page sets among the words
([点击查看：示意图])."""
_MARK_STARTS = "，,、；;：:。”’）)》◤•·—-(（[【一二三四五六七八九十第首其再最FfSsTtA"
"""The first characters of marks, stage directions, numbers and English joints."""
_LEADING_MARK = r"[\s，,、；;：:。”’）)》◤•·—-]"
BRACKET = re.compile(r"[（(](?!不|除|未|截)[^（）()]{6,}[）)]")
_IN_PREAMBLE = 0.3
_TAIL = 2
_ANY = 1_000
_OWN = 6
_GROUNDS = ("基础上", "的同时", "过程中", "前提下")
_MADE_OF = re.compile(r"(?:成立|组建|组成|建立|形成|构建)了?[由以][^的]{0,100}$")
_MEANS = ("平台", "方式", "形式", "渠道", "途径", "手段", "契机", "媒体", "媒介")
_BY_MEANS = re.compile(
    rf"(?:通过|依托|借助|利用|围绕|根据|以|采取|采用)[^，的]{{0,100}}(?:{'|'.join(_MEANS)})$"
)
_FRAME = re.compile(
    r"(?:严格|紧紧|主要|重点)?(?:按照|围绕|针对|紧扣|立足|对照|通过(?:实施|开展|培育|举办|组织|加强|推进|建立|引进|发挥))"
    r"[^，]{0,100}$|"
    r"[^，]*(?:形成|构成|组成|留下)的[^，的]{2,16}$|"
    r"(?:以|按|按照|照)[^，]{0,8}的?(?:速度|趋势|进度|节奏)$"
)
_SPENT = re.compile(
    r"(?:共|累计|计划|拟|已)?(?:投资|投入|安排|筹集|争取|整合|拨付)(?:各级)?(?:专项)?(?:资金)?"
    r"(?:约|近|超过?)?[\d.]+[余多]?[万亿]*元(?:以上)?"
)
_SPAN = re.compile(r"(?:个月|[一二两三四五六七八九十半]年)$")
_OF_ALL = re.compile(r"(?:也|全|就)?都|均|一律|全部|全国|一般")
_NAMED_ALONE = re.compile(
    r"等?[\d一二三四五六七八九十百几两余多]{1,4}[家个种类项][\u4e00-\u9fff]{0,8}，$"
)
_TOWARDS = re.compile(r"^(?:对于?|针对|面对|跟|与)[^，]*的[^，\d]{2,6}$")
_TOWARDS_STARTS = ("对", "针", "面", "跟", "与")
_AS = re.compile(r"^(?!.{0,20}[将把列]).{1,24}作为|对于")
_AS_CLOSED = re.compile(r"具有|起到|意义|作用|弥补|填补|标志|发挥")
_BARE_HEADS = (
    "一方面|另一方面|并且|并|而且|从而|进而|同时|此外|另外|其中|紧接着|而是|但是|可是|特别是|尤其是"
    "|不过(?![夜期关时度敏])"
)


class Figure(NamedTuple):
    """A figure's worth, and the clause that says what it measures (``-1``: none here)."""

    worth: float
    needs: int


class Clause(NamedTuple):
    """A clause; its end is that of the mark that closes it.

    `worths` are those of its figures; `bare` its length without remarks in brackets; `opener`: only
    a time (2023年，); `starts`: it may begin a line, its first `head` characters left out; `ends`:
    it may end one before its sentence ends. `back` is the first clause of what it speaks of:
    同比分别上升 speaks of as many clauses before it as it has figures.
    """

    cut: Cut
    text: str
    worths: tuple[Figure, ...]
    counts: WordCounts
    bare: int
    preamble: bool
    opener: bool
    courtesy: bool
    head: int
    starts: bool
    ends: bool
    back: int = _ANY

    @property
    def spare(self) -> bool:
        """Whether it can go without loss to a reader in haste."""
        return not self.worths and (self.preamble or bool(at_start("aim").match(self.text)))


def read_clauses(reading: Reading, cut: Cut) -> tuple[Clause, ...]:
    """The clauses of a sentence, trimmed at its head."""
    pieces = reading.clauses(trim(reading, cut))
    texts = [reading.text(piece) for piece in pieces]
    row = [
        _clause(piece, text, tuple(_figures(reading, piece, texts, place)))
        for place, (piece, text) in enumerate(zip(pieces, texts, strict=True))
    ]
    row = _grounded(row)
    greeted = next((i for i, clause in enumerate(row) if not _greets(clause)), 0)
    return tuple(_distributed(row[greeted:]))


def _distributed(row: list[Clause]) -> Iterator[Clause]:
    """The row, each clause with 分别 told how far back it speaks of what stands before it."""
    for place, clause in enumerate(row):
        before, word, _ = clause.text.partition("分别")
        if not word or "、" in before or "和" in before or len(clause.worths) < 2:
            yield clause
            continue
        earlier = [i for i in range(place) if row[i].worths][-len(clause.worths) :]
        own = len(before) > _OWN and not earlier
        yield clause if own else clause._replace(back=earlier[0] if earlier else 0)


def _greets(clause: Clause) -> bool:
    """Whether the clause is a salutation (各位来宾、各位媒体朋友：)."""
    return clause.courtesy and clause.text.endswith(("：", ":"))


def _figures(reading: Reading, piece: Cut, texts: list[str], place: int) -> Iterator[Figure]:
    """The figures of the clause at `place` among the sentence's `texts`."""
    for fact in reading.facts_in(piece):
        indicator = reading.judged(fact.indicator or "")
        yield Figure(fact_worth(fact), _where(indicator, texts, place))


def _where(indicator: str, texts: list[str], place: int) -> int:
    """The nearest clause, up to the one at `place`, that holds most of the indicator's words."""
    if not indicator:
        return place
    tail = indicator[-_TAIL:]
    return next((i for i in range(place, -1, -1) if tail in texts[i]), -1)


def _grounded(row: list[Clause]) -> list[Clause]:
    """The row, with 在…，…的基础上 (whatever figures it has) taken for the preamble that it is."""
    for last, clause in enumerate(row):
        if not clause.text.rstrip("，,").endswith(_GROUNDS):
            continue
        first = next(
            (i for i in range(last, max(-1, last - 4), -1) if row[i].text[:1] == "在"), last
        )
        for i in range(first, last + 1):
            worths = tuple(_lighter(figure) for figure in row[i].worths)
            row[i] = row[i]._replace(preamble=True, ends=False, worths=worths)
    return list(_listed(row))


def _listed(row: list[Clause]) -> Iterator[Clause]:
    """The row; what is listed under a preposition (对…；…；…等问题作了规定) can't end a line.

    Nor can what a sentence still has to tell the sense of (作为首部…的法规，弥补了…), or what the
    next clause turns (running $312 million, below forecast).
    """
    under = pending = False
    for clause, following in zip_longest(row, row[1:]):
        under = under or clause.text.startswith("对")
        opens = ("作为" in clause.text or "对于" in clause.text) and _AS.search(clause.text)
        pending = bool(pending or opens) and not _AS_CLOSED.search(clause.text)
        held = pending or (under and clause.text.endswith("；"))
        held = held or bool(following and _needs(clause, following.text.lstrip()))
        yield clause._replace(ends=False) if held else clause


def _needs(clause: Clause, following: str) -> bool:
    """Whether the next clause turns what this one says, or tells what all that it names do
    (宜家、山姆等二十余家渠道商，都组织了采购团)."""
    if at_start("turns_it").match(following):
        return True
    of_all = not clause.opener and _OF_ALL.match(following) is not None
    return of_all and _NAMED_ALONE.search(clause.text) is not None


def _lighter(figure: Figure) -> Figure:
    return figure._replace(worth=_IN_PREAMBLE * figure.worth)


def _clause(cut: Cut, text: str, figures: tuple[Figure, ...]) -> Clause:
    courtesy = is_courtesy(text)
    head = _head_length(text)
    preamble = bool(at_start("preamble").match(text) or at_start("filler").fullmatch(text))
    return Clause(
        cut=cut,
        text=text,
        worths=tuple(map(_lighter, figures)) if preamble else figures,
        counts=count_words(text),
        bare=len(text) - _bracketed(text),
        preamble=preamble,
        opener=is_opener(text),
        courtesy=courtesy,
        head=head,
        starts=not courtesy and not at_start("dangling").match(text, head),
        ends=finished(text) and not at_start("half").match(text, head),
    )


def _bracketed(text: str) -> int:
    """How many characters of the clause are remarks in brackets."""
    if "（" not in text and "(" not in text:
        return 0
    return sum(found.end() - found.start() for found in BRACKET.finditer(text))


@cache
def _heads() -> re.Pattern[str]:
    """All that may go from the head of a line: marks, enumerators, connectives.

    A connective goes with the comma after it; without one only if it can't be a noun.
    """
    listed = "|".join(map(re.escape, words("heads")))
    so = r"(?:So|And) (?!far |many |much |that )(?=[a-z])"
    connective = rf"(?:{listed})[，,：:、]|[\u4e00-\u9fff]：|{_BARE_HEADS}|{so}"
    return re.compile(rf"(?:{_LEADING_MARK}|{_STAGE}|{_NUMBERS}|{connective})+")


@cache
def _head_starts() -> frozenset[str]:
    """Every character that what goes from the head of a line may start with, but for digits, white
    space and a character with a colon after it (答：)."""
    words_of = (*words("heads"), *_BARE_HEADS.split("|"))
    return frozenset((*(word[0] for word in words_of), *_MARK_STARTS))


def trim(reading: Reading, cut: Cut) -> Cut:
    """The cut without enumerator, connectives and stray marks at its head.

    Who says it (…副市长马洪旗介绍，) goes too: the page's number tells.
    """
    text = reading.text(cut)
    said = at_start("attribution").match(text)
    at = _head_length(text, said.end() if said else 0)
    return Cut(cut.paragraph, cut.start + at, cut.end) if at else cut


def _head_length(text: str, at: int = 0) -> int:
    """The length of what is cut from the head of a line, `at` or more; 0 if all would go."""
    first = text[at : at + 1]
    may = first in _head_starts() or first.isspace() or text[at + 1 : at + 2] == "："
    found = _heads().match(text, at) if may or first.isdigit() else None
    end = found.end() if found else at
    if first in ("一", "第") and _FIRST_OF_MORE.match(text, at):
        return at
    return end if end < len(text) else 0


def enumerator(text: str) -> int:
    """The length of the enumerator (一是, 第二，, （三）) at the head of `text`, 0 for none."""
    found = _ENUMERATOR.match(text)
    return found.end() if found else 0


def is_courtesy(text: str) -> bool:
    """Whether the words thank, welcome, greet or hand over."""
    return bool(anywhere("courtesy").search(text))


def is_opener(text: str) -> bool:
    """Whether the clause is only a time (2023年，) that the rest of the sentence happens at."""
    return len(text) <= 16 and bool(at_start("openers").match(text.rstrip("，, ")))


def _is_frame(bare: str) -> bool:
    """Whether the clause only tells by what means or on what grounds the rest is done."""
    if _FRAME.match(bare) or (bare.rstrip().endswith(_MEANS) and _BY_MEANS.search(bare)):
        return True
    return ("由" in bare or "以" in bare) and _MADE_OF.search(bare) is not None


@cache
def _unfinished() -> tuple[str, ...]:
    return words("unfinished")


def finished(text: str) -> bool:
    """Whether a clause may be the last of a line, although the sentence goes on after it."""
    bare = text.rstrip("，,；;：: ")
    if text.rstrip().endswith(("：", ":")) or _is_frame(bare):
        return False
    if "元" in bare and _SPENT.fullmatch(bare):
        return False
    if bare[:1] in _TOWARDS_STARTS and _TOWARDS.match(bare):
        return False
    whole = bare.endswith(("以上", "以下", "以内", "左右")) or bool(_SPAN.search(bare))
    return whole or not bare.endswith(_unfinished())
