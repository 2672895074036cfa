"""What a sentence shows about who is speaking: thanks, hand-overs, questions, farewells.

Patterns and small questions over the folded view; the cutting is done in `takeovers` (a turn
without label between labelled ones) and `unlabelled` (a record without any).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.source.alternatives import headed
from exporter.transcript.people.offices import HONORIFIC, OFFICE
from exporter.transcript.people.outlets import OUTLET, REPORTER

_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?]+[”’」』）)]*)?")

# 现在进入记者提问环节 · 下面进入问答环节
OPENS_QUESTIONS = re.compile(
    headed(
        ("进入", "开始", "转入"),
        "(?:到)?(?:下面的|今天的)?(?:现场)?(?:记者|媒体)?(?:自由)?(?:现场)?"
        "(?:提问|答问|问答|答记者问|互动)",
    )
    + "|"
    + headed(("现在", "下面", "接下来"), "(?:请|开始|请开始)?提问")
)
# 由于时间关系，提问环节就到这里 · 今天的新闻发布会到此结束
CLOSES = re.compile(
    "时间(?:关系|原因|有限|的关系)[^。！？\n]{0,24}(?:到这里|到此|结束|最后一个)|"
    + headed(
        ("提问", "答问", "问答", "互动", "答记者问"),
        "(?:环节)?(?:就)?(?:先)?(?:到这里|到此|结束)",
    )
    + "|"
    + headed(
        ("发布会", "记者会", "吹风会", "通气会", "见面会", "访谈"),
        "(?:就|也就|也)?(?:到这里|到此|结束|圆满)",
    )
)
# The floor is now open · Next question, please · This press conference is concluded
ENGLISH_HOST = re.compile(
    r"\bfloor is (?:now )?open\b|\b(?:next|last|first|final) question\b|"
    r"\bopen (?:it )?up (?:for|to) questions\b|\bgive the floor to\b|\braise your hand|"
    r"\b(?:press conference|briefing)\b.{0,30}\b(?:conclude[ds]?|over|ends?)\b|"
    r"\b(?:concludes?|ends?) (?:the|this|our|today's) (?:press conference|briefing)\b|"
    r"\b(?:identify|state) (?:yourself|your (?:news|name|media|organi[sz]ation|outlet))"
)
_ENGLISH_CUE = re.compile("floor|question|hand|conference|briefing|yourself|your ")
_ENDINGS = ("到", "束", "圆满", "最后")  # in all of those
# 谢谢几位发布人的介绍 (who sits on the panel doesn't thank it)
THANKS_PANEL = re.compile(
    "^(?:再次)?(?:感谢|谢谢)(?:今天的)?(?:各位|几位|两位|三位|四位|五位)(?:发布人|嘉宾|发言人)"
)
NEXT_QUESTION = re.compile(
    "^(?:好[的，。]*)?(?:请)?(?:继续提问|下一个问题|下一位|最后一个问题|再提最后一个问题|"
    "再来一个问题|还有.{0,8}问题)"
)
# 还有一点时间，最后一个问题。 · 请后排的记者提问。 · 下一位。
CALLS_FOR_QUESTION = re.compile(
    "^(?:好[的，。]{0,2})?(?:请)?(?:我们)?(?:再)?继续(?:提问)?[。！]?$"
    "|最后(?:再)?(?:请|提|问)?(?:[一两12]个)?(?:问题|提问)|下一(?:个|位)(?:问题|提问|记者|媒体)?[。，！]?$"
    "|(?:请|有请|来)[^，。！？]{0,24}(?:记者|媒体|朋友|先生|女士)[^，。！？]{0,6}(?:提问|发问)?[。！]?$"
    "|(?:还有|哪位|哪一位)[^，。！？]{0,12}(?:提问|问题|举手)[。！？]?$"
    # Thank you. Next question, please. · We have time for one more question.
    r"|^(?:(?:OK|Okay|All right|Great|[Tt]hanks?|[Tt]hank you)\b[^.?!。！？]{0,24}[.,，！!] ?){0,2}"
    r"(?:[Ww]e (?:still )?have time for |[Ll]et's (?:take|go to) |[Cc]an we (?:take|have) )?"
    r"(?:[Tt]he |[Oo]ur |[Aa] )?(?:[Nn]ext|[Ll]ast|[Ff]inal|[Oo]ne (?:more|last|final)) question"
    r"[,，]?(?: please)?[.!。！]?$"
)
# Thank you. Operator, next question.
CALLS_OPERATOR = re.compile(
    r"^(?:[^.?!。！？]{0,24}[.,，！!] ?)?[Oo]perator[,，]"
    r"[^.?!。！？]{0,40}\bquestion[^.?!。！？]{0,20}[.?。？]?$"
)
# 有请市水利局局长张三作新闻发布 · 下面请记者提问 · 请宋局长回答
_HANDS_OVER = re.compile(
    "(?:有请|邀请|下面，?请|接下来，?请|现在，?请|首先，?请|先请|就请|请"
    "|(?<=[先面来在着后])，?(?:我们)?由)(?!允许)"
    "(?P<who>[^，。！？；：\n]{0,60}?)(?:来|为大家|给大家|向大家|为我们)?"
    "(?P<what>作新闻发布|作主题发布|作主发布|作情况介绍|作发布|做新闻发布|做发布|作介绍|"
    "介绍|作通报|通报|发布新闻|发布|致辞|讲话|作回复|作回答|回答|作答|解答|答复|回应|"
    "作分享交流|作交流发言|分享|发言|提问|举手|宣读|作说明)"
)
_THANKS = re.compile(
    "^(?:好的[，。]|好，|非常|十分|衷心|再次|首先，?)*(?:感谢|谢谢|多谢)(?P<whom>[^，。！？；\n]{0,40})"
)
_WHOSE = re.compile("(?:的|为|给|对|所|就|带来).*")
_TO_NOBODY = re.compile("大家|各位|您的|你的|这位|记者|媒体|主持人|提问|了|$|[！。，]")
# 我是云南日报记者 · 您好，我是新华社的记者
_I_ASK = re.compile(rf"(?:我是|来自)(?:来自)?(?P<outlet>[^，。！？；\n]{{1,24}}?)的?(?:{REPORTER})")
# 华商报记者。民营企业家… · 您好，海州日报记者，想问…
_ASKS_FOR = re.compile(
    rf"(?:(?:主持人|各位|大家)?[您你]?好[，。！])?(?P<outlet>[^，。！？；\n]{{2,16}}?)的?(?:{REPORTER})[，。]"
)
THANKS_FOR_QUESTION = re.compile(
    "^(?:好的[，。]|好，|非常|十分|衷心|首先，?)*(?:感谢|谢谢|多谢)(?:[^，。！？\n]{0,20}?)"
    "(?:提问|提出的|问题|关注|关心)|"
    "^(?:好的?[，。])?(?:关于|对于)?(?:您|你|这位记者)?(?:提(?:到|出)?的)?这个问题，?(?:我来|由我|我)"
)
# 请问市水务局… · 想请您介绍一下
ASKS = re.compile("请问|想问|想请问|想了解|能否|请您?(?:具体|简要|详细)?(?:介绍|谈谈|说说)")
# another official joins in: 我补充两句
ADDS = re.compile("^(?:下面，?)?我(?:再|来|先)?补充")
# ends a speech: 谢谢大家！ · 我的回答就到这里，谢谢！
SIGNS_OFF = re.compile(
    "(?:^|，|。)(?:再次)?谢谢(?:大家|各位|您)?[。！]?$|(?:回答|介绍|通报)(?:完毕|到这里|这些)[^。！]{0,8}[。！]?$"
)
GREETS = re.compile(
    "^(?:各位|女士们|尊敬的|新闻界|记者朋友|媒体朋友|同志们|大家(?:上午|下午|早上|晚上)?好)"
)
WELCOMES = re.compile(
    "(?:欢迎|感谢)(?:前来|大家|各位)*(?:参加|出席|来到|莅临)|(?:举行|召开)[^。！？\n]{0,40}(?:发布会|吹风会|通气会)"
)
_READS = re.compile(
    "请[^，。！？；\n]{0,30}?宣读[^。！？\n]{0,40}?(?P<last>[^“”《》、，。！？\n]{3})[》”]?[。！]?$"
)


class Sentence(NamedTuple):
    """A sentence of the view: its start (blanks before it left out) and its words."""

    start: int
    words: str


class HandOver(NamedTuple):
    """To whom the host gives the floor (as said; may be empty) and for what."""

    who: str
    what: str


def sentences(view: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of a stretch in order."""
    for found in _SENTENCE.finditer(view, start, end):
        words = found[0].lstrip(" ”’\t")
        if words.strip():
            yield Sentence(found.end() - len(words), words.rstrip())


def presides(words: str) -> bool:
    """Whether a sentence opens the questions, thanks the panel or closes the meeting."""
    if ("问" in words or "互动" in words) and OPENS_QUESTIONS.search(words):
        return True
    if THANKS_PANEL.match(words):
        return True
    return any(map(words.__contains__, _ENDINGS)) and CLOSES.search(words) is not None


def is_host_cue(words: str) -> bool:
    """Whether only the host of a meeting says such a sentence."""
    return bool(
        NEXT_QUESTION.match(words)
        or presides(words)
        or (_ENGLISH_CUE.search(words) and ENGLISH_HOST.search(words))
    )


def hand_over(words: str) -> HandOver | None:
    """The hand-over in a sentence: ``有请市委书记高屹作新闻发布``."""
    found = _HANDS_OVER.search(words)
    return HandOver(found["who"].strip(), found["what"]) if found else None


def introduces_himself(words: str) -> str | None:
    """The outlet of a reporter who says where he comes from."""
    found = _I_ASK.search(words[:60]) or _ASKS_FOR.match(words)
    if found and found.re is _ASKS_FOR and not OUTLET.fullmatch(found["outlet"]):
        return None
    return found["outlet"].strip("《》“” ") if found else None


def thanks_person(words: str) -> str | None:
    """Whom a sentence of thanks names, when it names one person and not everybody."""
    thanks = _THANKS.match(words) if "谢" in words else None
    if not thanks or _TO_NOBODY.match(thanks["whom"]):
        return None
    return _WHOSE.sub("", thanks["whom"])


def thanks_himself(words: str, speaker: str | None) -> bool:
    """Whether a sentence thanks `speaker` by name: then it isn't his."""
    whom = thanks_person(words)
    if not whom or not speaker:
        return False
    if speaker in whom:
        return True
    if len(speaker) > 2 and re.match(
        rf"{re.escape(speaker[1:])}(?:{OFFICE}|常务|{HONORIFIC})", whom
    ):
        return True
    return bool(re.match(rf"{re.escape(speaker[0])}(?:{OFFICE}|{HONORIFIC})", whom))


def document_read(words: str) -> str | None:
    """The last characters of the name of the document that somebody is asked to read out."""
    found = _READS.search(words)
    return found["last"] if found else None
