"""The lead: what happened, in the page's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporter.briefing.lines.shorten import stands_alone
from exporter.briefing.model import Cut, Excerpt
from exporter.briefing.speech.clauses import finished, is_courtesy, trim
from exporter.briefing.speech.reading import Reading

LONGEST, EASY = 120, 85
_NAME = 6
_OPENING_TURNS, _OPENING_SENTENCES, _MOST_OF_IT = 3, 12, 0.5
_RELEASES = re.compile(
    r"(?:现|正式|集中|首次|向大家|向社会|向各位)*(?:发布|公布|通报)(?!会|完|机构|人|单位|厅|有关|相关|情况)"
    r"([^，。；]{5,40})"
)
_ON_DAY = re.compile(r"(?<=\s)(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_EVENT = re.compile(
    r"发布会|吹风会|通气会|press conference|press briefing|news conference|briefing", re.I
)
_HELD = re.compile(r"召开|举行|举办|召集|\bheld\b|\bhosts?\b|\bgave\b", re.I)
_SLUG = re.compile(
    r"(?:【?(?:本报|本网|本台|[\u4e00-\u9fff]{2,8}(?:\d{1,2}月\d{1,2}日)?)[讯电]】?\s*"
    r"(?:[（(][^（）()]{1,30}[）)])?/?(?:据[^，。]{2,12}报[道导][，：])?"
    r"|直播简介|简介(?=[：:])|分享(?=[：:])|内容提要|导语|摘要|【预告】)[：:\s]*"
)
"""What a page prints before its first words: 本报讯（记者 曾静）, 【本報訊】."""
_CREDIT = re.compile(
    r"[\[(（](?:Photo|Photograph|Image|Picture|图片|摄影|摄)[^\[\]()（）]{1,60}[\])）]\.?$"
)
_TELLS = re.compile(
    r"(?:召开|举行|举办|召集)(?!的)|介绍|通报|解读|回答|出席|公布|讲述|发布(?![会厅台])|\b(?:held|holds?|hosts?|gave|gives|with)\b",
    re.I,
)
"""What a sentence on the event says of it; without, it is a name or a caption (发布会现场全景)."""
_STOPPED = re.compile(r"[。！？!?.…；;：:][”’」』\"）)]*$")
_OPENS_TRANSCRIPT = re.compile(r"The following is an? ")
_INVITED = re.compile(r"邀请.{0,200}(?:介绍|解读|回答)")
_DOES = re.compile(
    r"介绍|通报|解读|回答|发布|出席|参加|主持|围绕|就|会议|对|为|了|\b(?:on|about|to|by|with)\b"
)
_NOBODY = re.compile(
    r"(?:今天，?)?(?:我们)?(?:还|也|很高兴)?邀请(?:到|了|到了)?[^，。]{0,3}位?(?:嘉宾|领导|同志|负责人)?，?"
    r"(?:来)?(?:向|为|给)?(?:大家)?(?:介绍)?(?:有关|相关)?情况[^\u4e00-\u9fff]*(?:并?回答[^，。]*)?。?$"
)
"""Who was invited is not said, nor what of: 我们邀请三位嘉宾，向大家介绍有关情况。"""
_REPORTER = re.compile(r"[\u4e00-\u9fff·]{2,4}\s+(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日)")
_WELCOME = re.compile(r"(?:大家)?(?:出席|参加|来到)(?:今天的?|本次|本场|这次)?")


def lead(reading: Reading) -> Excerpt | None:
    """The narration's opening sentences, else the host's sentence that says what is being held."""
    cuts = _opening(reading) or _announced(reading)
    kept = [_without_credit(reading, cut) for cut in _cut_short(reading, cuts)]
    return reading.excerpt([*kept, *_released(reading, kept)]) if kept else None


def _released(reading: Reading, kept: list[Cut]) -> list[Cut]:
    """What is made known there, as the one who releases it says, where neither title nor lead
    does: 举行发布会 alone doesn't tell of 发布全市“10大品牌”."""
    said = "".join(map(reading.text, kept)) + reading.judged(reading.transcript.title or "")
    turns = [turn for turn in reading.transcript.turns if turn.role != "journalist"]
    spoken = (p for turn in turns[:_OPENING_TURNS] for p in turn.paragraphs)
    found = [sentence for paragraph in spoken for sentence in reading.sentences(paragraph)]
    for sentence in found[:_OPENING_SENTENCES]:
        if not _EVENT.search(reading.text(sentence)):
            continue
        for clause in reading.clauses(sentence):
            told = _RELEASES.match(reading.text(clause))
            if told is None or _known(told[1], said):
                continue
            cut = Cut(clause.paragraph, clause.start + told.start(), clause.end)
            short = sum(c.end - c.start for c in (*kept, cut)) <= LONGEST * reading.scale
            later = cut.paragraph != kept[-1].paragraph or cut.start >= kept[-1].end
            return [cut] if short and later else []
    return []


def _known(thing: str, said: str) -> bool:
    """Whether most of the words were said."""
    pairs = {thing[i : i + 2] for i in range(len(thing) - 1)}
    return sum(pair in said for pair in pairs) > _MOST_OF_IT * len(pairs)


def _without_credit(reading: Reading, cut: Cut) -> Cut:
    """The sentence without who took the picture that it stood under ([Photo by Lin Wei])."""
    credit = _CREDIT.search(reading.text(cut))
    if credit is None:
        return cut
    kept = reading.text(cut)[: credit.start()].rstrip()
    return Cut(cut.paragraph, cut.start, cut.start + len(kept))


def _cut_short(reading: Reading, cuts: list[Cut]) -> list[Cut]:
    """A single long sentence ends with the clause that still fits, if it can end there."""
    if len(cuts) == 1 and cuts[0].end - cuts[0].start > LONGEST * reading.scale:
        cuts = [_without_page_head(reading, cuts[0])]
    if len(cuts) != 1 or cuts[0].end - cuts[0].start <= EASY * reading.scale:
        return cuts
    row = reading.clauses(cuts[0])
    fitting = [c for c in row if c.end - cuts[0].start <= EASY * reading.scale]
    while fitting and not (finished(reading.text(fitting[-1])) and _may_end(reading, fitting)):
        fitting.pop()
    kept = fitting or list(row)
    short = Cut(cuts[0].paragraph, cuts[0].start, kept[-1].end)
    text = reading.text(short)
    return [short] if _EVENT.search(text) and stands_alone(text) else cuts


def _may_end(reading: Reading, fitting: list[Cut]) -> bool:
    """Whether the lead may end there: not among those who came, before it is told that they did
    (举行发布会，市住建局总工程师甲，市发改委处长乙，…出席)."""
    held = any(_EVENT.search(reading.text(cut)) for cut in fitting[:-1])
    return not held or bool(_DOES.search(reading.text(fitting[-1])))


def _without_page_head(reading: Reading, cut: Cut) -> Cut:
    """The sentence from the date of the event on, where the head of the page stands before it
    (首页 > 新闻发布 … 3月18日上午，省政府举行)."""
    text = reading.text(cut)
    event = _EVENT.search(text, text.find("，"))
    dates = [m.start() for m in _ON_DAY.finditer(text) if event and m.start() < event.start()]
    return Cut(cut.paragraph, cut.start + dates[-1], cut.end) if dates else cut


def _opening(reading: Reading) -> list[Cut]:
    """The first sentences of the page's prose that fit; of a transcript the one with the event."""
    news = reading.transcript.kind == "news"
    chosen: list[Cut] = []
    for sentence in _sentences(reading):
        text = reading.text(sentence)
        if not chosen and not stands_alone(text):
            continue
        if text.endswith(("？", "?")) or _is_title(reading, text):
            continue
        if not chosen and not _opens(reading, text, news=news):
            continue
        found = _SLUG.match(text) or _REPORTER.match(text) if not chosen else None
        if found and found.end() < len(text):
            sentence = Cut(sentence.paragraph, sentence.start + found.end(), sentence.end)
        if chosen and (not news or sentence.end - chosen[0].start > LONGEST * reading.scale):
            break
        if chosen and sentence.paragraph != chosen[0].paragraph:
            break
        chosen.append(sentence)
    return chosen


def _opens(reading: Reading, text: str, *, news: bool) -> bool:
    """Whether a page's words are prose that may open the lead: in news a whole sentence, no byline
    or row of links; in a transcript one that tells of the event."""
    if news:
        return bool(_STOPPED.search(text))
    if not (_EVENT.search(text) and _TELLS.search(text)) or _OPENS_TRANSCRIPT.match(text):
        return False
    return _says(reading, text)


def _is_title(reading: Reading, text: str) -> bool:
    """Whether the words are the title's, which stands above the lead."""
    return text.rstrip("。.") == (reading.transcript.title or "").rstrip("。.")


def _says(reading: Reading, text: str) -> bool:
    """Whether it is a sentence; in English a name of six words or fewer (Press Briefing Room.)."""
    return not reading.english or len(text.split()) > _NAME or bool(_HELD.search(text))


def _sentences(reading: Reading) -> Iterator[Cut]:
    for paragraph in reading.transcript.narration:
        yield from reading.sentences(paragraph)


def _announced(reading: Reading) -> list[Cut]:
    host = [turn for turn in reading.transcript.turns if turn.role == "host"][:1]
    found = [s for turn in host for p in turn.paragraphs for s in reading.sentences(p)]
    return _held(reading, found) or _invited(reading, found) or _welcomed(reading, found)


def _held(reading: Reading, found: Iterable[Cut]) -> list[Cut]:
    for sentence in found:
        text = reading.text(sentence)
        if _EVENT.search(text) and _HELD.search(text) and len(text) <= LONGEST * reading.scale:
            cut = trim(reading, sentence)
            if stands_alone(reading.text(cut)) and not is_courtesy(reading.text(cut)):
                return [cut]
    return []


def _invited(reading: Reading, found: Iterable[Cut]) -> list[Cut]:
    """The sentence that tells who was invited and what they tell of."""
    for sentence in found:
        text = reading.text(sentence)
        if _INVITED.search(text) and len(text) <= LONGEST * reading.scale:
            cut = trim(reading, sentence)
            return [] if _NOBODY.match(reading.text(cut)) else [cut]
    return []


def _welcomed(reading: Reading, found: Iterable[Cut]) -> list[Cut]:
    """The name of the event out of the words of welcome (欢迎参加…新闻发布会), where the title is
    none of an event."""
    if _EVENT.search(reading.judged(reading.transcript.title or "")):
        return []
    for sentence in found:
        for clause in reading.clauses(sentence):
            text = reading.text(clause)
            welcome, event = _WELCOME.search(text), _EVENT.search(text)
            if welcome and event and event.start() > welcome.end():
                cut = Cut(
                    clause.paragraph, clause.start + welcome.end(), clause.start + event.end()
                )
                return [cut] if stands_alone(reading.text(cut)) else []
    return []
