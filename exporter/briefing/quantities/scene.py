"""What carries over while a speech is read: the period, whether plans are being told, the place."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from exporter.briefing.model import PeriodFrom
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.token import Day, Token
from exporter.briefing.quantities.place import Phrase, Place
from exporter.briefing.quantities.timing import (
    CLAUSE_END,
    DATED,
    PASSING,
    full_year,
    is_aside,
    is_done_by,
    is_level_of_then,
    is_of_old,
    is_often,
    is_passing,
    is_past_deadline,
    is_tied,
    is_to_come,
    lies_in,
    month_of,
    of_goal,
    same_part,
    tied_after,
)
from exporter.transcript.model import Paragraph, Transcript, Turn

_GOVERNS = re.compile(
    r"^(?:[一-鿿]{2,4}[省市州])?(?P<place>[一-鿿]{1,5}?[县区市旗])(?:人民政府|政府|[县区市旗]?委)?"
    r"(?:党组[书成][记员]、)?(?:常务)?副?(?:县长|区长|市长|旗长|书记)"
)
_AHEAD = re.compile(r"下一步|下步|接下来|工作打算|思路和打算|工作计划|今后一段|今后[，,]")
_BEHIND = re.compile(r"目前|截至|已完成|去年|近年来")
# 九月会推出新活动，投入2.4亿元。另外，贷款上限500万元: what is told next isn't of then
_OTHER_MATTERS = ("另外", "此外", "至于")
# 预计春运期间，人员流动量达3.28亿人次，增长6.5%。自驾出行2.85亿人次: a forecast and its parts
_FORECAST = re.compile(r"(?:据[^，。；0-9]{1,12}，)?(?:初步)?(?:预计|预测|预估|据预测|据测算)")
_FORESEES = ("据", "初", "预")
_DONE = re.compile(r"已|目前|截至|今年|去年|以来|[月年日]|实际|我们|全部|累计")
_OPENING, _START, _FIRST = 16, 14, 6
_LATER = re.compile(
    r"[12][0-9]{3}年(?:(?P<month>[0-9]{1,2})月(?:[0-9]{1,2}日|[上中下]旬|(?P<end>[底末]之?前)|底|末|初)?"
    r"|(?P<part>下半年|第?[三四3-4]季度)|年?[底末])(?:起|[之以]?前|前后)?"
)
_LAST_MONTH = 12
# A part of the year is still to come while its first month isn't over.
_PARTS = {"下": 7, "三": 6, "3": 6, "四": 9, "4": 9}
_FIRST_MONTHS = 4
_CHAPTERS = (1, 2)
_NEAR = 300
_HARVEST = re.compile(r"(?:夏粮|早稻|秋粮)(?:总)?(?:产量|单产|播种面积|面积)")
_LASTING = frozenset({"length", "elevation", "threshold", "frequency", "duration", "speed"})
"""Of these a question's year tells nothing: what they measure lasts, or is a rule."""
_RATES = frozenset({"percent", "delta", "multiple"})
"""Of these 年均 tells no period: it is a part of their name (年均增长8%)."""
# 截至2024年8月20日12时: the day of a bulletin, of which the rest of it is too
_BULLETIN = re.compile("截至[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}[日号]")
# 马拉松将于6月2日举行。本届马拉松共设两个项目: of an event to come what is told is planned.
_TO_COME = re.compile(
    r"[将定][于在][^，。；]{2,24}?(?:举行|举办|开幕|开赛|鸣枪|开跑|启幕|召开|开展|亮相|启动)"
)
_OF_EVENT = re.compile(
    r"(?:本届|本次|此次|该届|赛事|大赛|比赛|展会|展览|峰会|大会|论坛|晚会|全程|展期|会期)"
)


class Scene(msgspec.Struct):
    """State of one reading: `period` holds over paragraphs, `future` to the end of its own.

    `paragraph` is the one being read, `said_in` the one that named the period. `chapters` has for
    each level of heading the period that held before the first heading of that level; where none
    did, `opened` holds, what the first chapter named first. `about` is
    what the last sentence of the paragraph was about. `told` is the period that the speech told
    last, in English, `main` the one that the first speech of the record told first. `latest` is
    the last one that the sentence before named, of which 其中 goes on. `field` is
    what the paragraph told last that it is about; `forecast`: what it tells is foreseen.
    `frame`: the five years since whose beginning it counts. `asked`: the year that the question
    named. `scheme`: what it named that 这笔预算 points at.
    `meant`: the days that it gave for 上周 (上周（11月3日至9日）), the years of a plan.
    `stood`: the day that the speech said the numbers were of (截至8月20日12时), over its chapters.
    `passed`: the paragraph came to tell of now, and what it told of before ends with it.
    `to_come`: the speech has told of an event to come; `of_event`: the sentence is about it.
    """

    day: Day
    turn: Turn | None = None
    place: str | None = None
    period: Token | None = None
    passed: bool = False
    future: Token | None = None
    ahead: bool = False
    forecast: bool = False
    to_come: bool = False
    of_event: bool = False
    paragraph: str = ""
    about: str = ""
    said_in: str = ""
    told: str = ""
    main: str = ""
    latest: Token | None = None
    stood: Token | None = None
    meant: dict[str, Token] = {}
    frame: Token | None = None
    asked: Token | None = None
    undated: tuple[str, int] | None = None
    field: str = ""
    scheme: str = ""
    works: str = ""
    kin: dict[str | None, Phrase] = {}
    chapters: dict[int, tuple[Token | None, str]] = {}
    opened: tuple[Token | None, str] = (None, "")

    @property
    def year(self) -> int | None:
        """The conference's year."""
        return self.day.year

    @property
    def month(self) -> int | None:
        """The conference's month."""
        return self.day.month

    def enter_paragraph(self, paragraph: Paragraph) -> None:
        """A new paragraph: what was planned for a year ends, and a time that is none in particular
        or a single month; a new chapter ends the telling of plans and the period of the last."""
        self.future = self.latest = None
        self.about = self.field = self.works = ""
        self.kin = {}
        self.paragraph, self.forecast = paragraph.id, False
        if self.period is not None and (self.passed or is_passing(self.period)):
            self.period = None
        self.passed = False
        if paragraph.level in _CHAPTERS:
            self.ahead = False
            before = self.chapters.get(paragraph.level, (self.period, self.said_in))
            self.chapters = {k: v for k, v in self.chapters.items() if k < paragraph.level}
            self.chapters[paragraph.level] = before
            self.period, self.said_in = before if before[0] is not None else self.opened

    def source_of(self, token: Token, place: Place, mention: Mention) -> PeriodFrom:
        """What states the period: the sentence, the words before it in the paragraph, or others."""
        if token.kind == "whole" and token.reach == "none":
            return "earlier"
        if token is self.latest and token not in place.tokens:
            return "paragraph"
        if token in place.tokens or token is self.future:
            return "sentence" if token in place.tokens else "paragraph"
        if token is self.asked:
            return "earlier"
        if token is self.stood:
            return "earlier"
        if token is not self.period:
            return "sentence"
        near = self.said_in == self.paragraph and mention.start - token.end <= _NEAR
        return "paragraph" if near else "earlier"

    def enter_sentence(self, text: str, start: int) -> None:
        """The first words of a sentence may turn the speech to plans, or back to what was done;
        what is quoted (in a news report) is told apart from the plans before it."""
        if text.startswith(_OTHER_MATTERS, start):
            self.future = None
        if text.startswith("“", start):
            self.ahead, self.future = False, None
        elif _AHEAD.search(text, start, start + _OPENING):
            self.ahead = True
        elif self.ahead and _BEHIND.search(text, start, start + _START):
            self.ahead = False
        self.of_event = self.to_come and _OF_EVENT.match(text, start) is not None
        if not self.to_come and (text.find("将", start) >= 0 or text.find("定在", start) >= 0):
            self.to_come = _TO_COME.search(text, start) is not None
        if text[start : start + 1] in _FORESEES and _FORECAST.match(text, start):
            self.forecast = True
        elif self.forecast and _DONE.search(text, start, start + _START):
            self.forecast = False

    def leave_sentence(self, tokens: tuple[Token, ...], start: int) -> None:
        """The latest of the periods that the sentence named holds on; of two alike the one said
        last. A target's year holds on only where the sentence opened with it."""
        self.latest = next(
            (token for token in reversed(tokens) if token.reach in ("carry", "moment")), None
        )
        if any(token.kind == "now" for token in tokens):
            self.forecast = False
        for week, days in pairwise(tokens):
            if week.text.endswith(("周", "星期")) and days.first and days.start - week.end == 1:
                self.meant = self.meant | {week.text: days}
        if self.frame is None and tokens and tokens[0].kind == "fiveyear":
            self.frame = tokens[0] if tokens[0].text.endswith("以来") else None
        bulletins = (each for each in tokens if _BULLETIN.match(each.text) and each.first)
        self.stood = next(bulletins, self.stood)
        self.passed = self.passed or any(_is_between(token, start) for token in tokens)
        carried = [token for token in tokens if self._holds_on(token, start)]
        if not carried:
            return
        held = max(reversed(carried), key=lambda token: token.last or 0)
        if self.lies_ahead(held) and held.start - start > _OPENING:
            done = [token for token in carried if not self.lies_ahead(token)]
            if not done:
                return
            held = max(reversed(done), key=lambda token: token.last or 0)
        if self.lies_ahead(held):
            self.future = held
        else:
            self.period, self.future = held, None
            self.said_in = self.paragraph
            if self.chapters and not self.opened[1] and self._is_reported(held):
                # one in mid-sentence (列入2023年度立法计划) isn't what the speech reports on
                opens = held.start - start <= _FIRST
                self.opened = (held if opens else None, self.paragraph)

    def _is_reported(self, held: Token) -> bool:
        """Whether a speech in chapters can be a report on the period: this or last year's."""
        now = self.year is not None and held.last is not None and held.last >= self.year - 1
        return now and not is_passing(held)

    def _holds_on(self, token: Token, start: int) -> bool:
        """Whether the period holds for the sentences after the one from `start`; a month or season
        doesn't while a longer time that it lies in is being told of, nor 目前 in mid-sentence
        (计划改造95个，目前已开工71个。加装电梯163部)."""
        if _is_between(token, start):
            return False
        if token.reach != "moment":
            return token.reach == "carry"
        held = self.period
        if held is None or held.reach == "moment" or token.first is None:
            return True
        return held.first is not None and not held.first <= token.first <= (held.last or 0)

    def lies_ahead(self, token: Token | None) -> bool:
        """Whether the period begins after the conference's year, or is a later month or the end of
        that year."""
        if token is None or token.first is None or self.year is None:
            return False
        return token.first > self.year or self._later_this_year(token)

    def _later_this_year(self, token: Token) -> bool:
        if token.first != self.year or self.month is None:
            return False
        found = _LATER.fullmatch(token.text)
        if found is None:
            return False
        if part := found["part"]:
            return self.month <= _PARTS[part.removeprefix("第")[0]]
        month = int(found["month"]) if found["month"] else _LAST_MONTH
        due = month == self.month and found["end"] is not None
        return due or month > self.month

    def tells_plans(self, token: Token | None) -> bool:
        """Whether plans are being told, and the period isn't one that is past."""
        return (self.ahead or self.forecast or self.of_event) and not self.lies_behind(token)

    def lies_behind(self, token: Token | None) -> bool:
        """Whether the period ended before the conference's year."""
        if token is None or token.last is None or self.year is None:
            return False
        return token.last < self.year and not token.text.endswith(("来", "起"))

    def opens_year(self, token: Token | None) -> bool:
        """Whether the period is all of the conference's year, of which a few months are over."""
        if token is None or self.month is None or self.month > _FIRST_MONTHS:
            return False
        return token.first == token.last == self.year and token.text == f"{self.year}年"

    def period_of(self, mention: Mention, place: Place) -> Token | None:
        """The period of a number: the nearest to its left in the sentence, one tied to its
        clause on the right, or what was carried over."""
        near = rate = None
        for token in place.tokens:
            if token.end > mention.start:
                break
            if token.kind == "rate":
                apart = CLAUSE_END.search(place.text, token.end, mention.start)
                rate = None if apart and not token.text.endswith("平均") else token
            else:
                near = self._nearer(token, near, mention, place) or near
        if near is None and rate is not None and not rate.text.endswith(("年均", "月均", "日均")):
            return self._behind(mention, place) if is_often(rate, place.text) else rate
        held = self.latest if place.text.startswith("其中", place.start) else None
        told = near or self._behind(mention, place) or held or self.future or self.period
        if harvest := self._harvest(told, mention, place):
            return harvest
        told = told or (None if self.ahead or self.forecast else self.stood)
        if told is not None and told.text in self.meant:
            return self.meant[told.text]
        told = told or (None if mention.quantity.type in _RATES else rate)
        return self._asked(mention, place) if told is None else told

    def _behind(self, mention: Mention, place: Place) -> Token | None:
        """The time that the number's own clause tells behind it."""
        token = tied_after(mention, place)
        return self._resolved(token, None) if token and token.kind == "month" else token

    def _asked(self, mention: Mention, place: Place) -> Token | None:
        """The question's year as that of what the answer tells no time of."""
        lasts = mention.quantity.type in _LASTING or self.ahead
        began = place.text.endswith(("由", "从"), 0, mention.left)
        return None if lasts or began else self.asked

    def _nearer(
        self, token: Token, near: Token | None, mention: Mention, place: Place
    ) -> Token | None:
        """The token as the number's period in place of the one before it, or ``None``."""
        if token.kind in ("whole", "month"):
            goal = token.kind == "whole" and of_goal(token, mention, place.text)
            goal = goal or (near is not None and is_done_by(token, near, place.text))
            told = near or self.period
            ahead = self.lies_behind(told) and is_to_come(token, place.text)
            return None if goal else self._resolved(token, None if ahead else told)
        if token.kind == "full":
            return full_year(token, near or self.period)
        if token.reach == "base" and is_level_of_then(place, token, mention):
            return same_part(token, near or self.period, place.text)
        if near is not None and lies_in(token, near, place.text):
            return None
        aside = near is not None and is_aside(token, near, mention, place)
        if aside or is_past_deadline(token, mention, place):
            return None
        tied = token.reach == "local" and is_tied(token, mention, place.text)
        holds = tied or token.reach in ("carry", "moment", "sentence")
        return token if holds or is_of_old(token, mention, place) else None

    def _harvest(self, told: Token | None, mention: Mention, place: Place) -> Token | None:
        """The year of a grain that is reaped once in it (夏粮产量, told of a half-year)."""
        grain = _HARVEST.search(place.text, place.start, mention.left)
        year = told.last if told is not None and told.last is not None else self.year
        if grain is None or year is None or (told is not None and told.kind not in DATED):
            return None
        if told is not None and (told in place.tokens and told.start >= grain.end()):
            return None
        if told is not None and told.text == f"{year}年":
            return told
        return Token(grain.start(), grain.end(), f"{year}年", "whole", "none", year, year)

    def _resolved(self, token: Token, told: Token | None) -> Token:
        """全年 as the year being told of, else the conference's; 这个月 as the conference's
        month."""
        year = self.year
        if token.kind == "whole" and told is not None and told.kind not in PASSING:
            year = told.last or year
        if year is None or (token.kind == "month" and self.month is None):
            return token
        if token.kind == "month":
            return month_of(token, year, self.month or 1)
        return msgspec.structs.replace(token, text=f"{year}年", first=year, last=year)


def _is_between(token: Token, start: int) -> bool:
    """Whether it is now in the midst of the sentence from `start`: of that sentence alone."""
    return token.kind == "now" and token.start - start > _FIRST


def governed(turn: Turn, transcript: Transcript) -> str | None:
    """The county, district or city that a head of government speaks for, when it is a part of the
    conference's own place; else ``None``."""
    match = _GOVERNS.match(turn.office or "")
    if match is None:
        return None
    place = match.group("place")
    own = f"{transcript.issuer or ''}{transcript.title or ''}{transcript.host_org or ''}"
    return None if place in own or len(place) < 2 else place
