"""Turns that no label opens, cut by what is said: thanks, hand-overs, the question asked.

The host is the speaker whom pages leave unlabelled most: ``…通报完毕！谢谢大家！`` | ``谢谢田敏先生！现在进入记者提问
环节`` (nobody thanks himself, and only the host opens the round of questions or closes the meeting).
A record with no labels at all is cut by the same cues from end to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from exporter.transcript.block import Block
from exporter.transcript.offices import HONORIFIC, OFFICE
from exporter.transcript.outlets import REPORTER

SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[”’」』）)]*|\n+|$)")

# 现在进入记者提问环节 · 下面进入问答环节
_OPENS_QUESTIONS = re.compile(
    "(?:下面|接下来|现在|接着|随后|然后)?，?(?:我们|就|开始|请大家|让我们|一起)*(?:进入|开始|转入)(?:到)?(?:现场|今天的)?(?:记者|媒体)?"
    "(?:自由)?(?:现场)?(?:提问|答问|问答|答记者问|互动|记者会)"
)
# 由于时间关系，提问环节就到这里 · 今天的新闻发布会到此结束
_CLOSES = re.compile(
    "(?:由于|因|因为|鉴于|限于)?时间(?:关系|原因|有限|的关系).{0,24}(?:到这里|到此|结束|最后一个)|"
    "(?:提问|答问|问答|互动|答记者问)(?:环节)?(?:就)?(?:先)?(?:到这里|到此|结束)|"
    "(?:发布会|记者会|吹风会|通气会|见面会|访谈)(?:就|也就|也)?(?:到这里|到此|结束|圆满)"
)
# 有请市水利局局长张三作新闻发布 · 下面请记者提问 · 继续提问 · 请宋局长回答
_HANDS_OVER = re.compile(
    "(?:有请|下面请|接下来请|现在请|首先请|先请|就请|请)(?P<who>[^，。！？；：\n]{0,60}?)"
    "(?P<what>作新闻发布|作主题发布|作主发布|作情况介绍|作发布|做新闻发布|做发布|作介绍|介绍情况|作通报|发布新闻|作主旨发布|发布|致辞|讲话|"
    "作回复|来作回复|作回答|来回答|回答|作答|解答|答复|回应|作分享交流|作交流发言|分享|发言|提问|举手|宣读|作说明)"
)
_NEXT_QUESTION = re.compile(
    "(?:请)?(?:继续提问|下一个问题|下一位|最后一个问题|再提最后一个问题|再来一个问题|还有.{0,6}问题吗)"
)
_THANKS = re.compile(
    "^[”’ ]*(?:非常|十分|衷心|再次|好的，|好，|好的。)?(?:感谢|谢谢)(?P<whom>[^，。！？；\n]{0,40})"
)
_TO_ALL = re.compile("^(?:大家|各位|您的提问|你的提问|这位|记者|媒体|主持人|提问|了|$|[！。，])")
# 我是云南日报记者 · 您好，我是新华社的记者
_I_AM = re.compile(rf"(?:我是|来自)(?:来自)?(?P<outlet>[^，。！？；\n]{{1,24}}?)的?(?:{REPORTER})")
# 谢谢这位记者的提问 · 感谢您的提问
_THANKS_FOR_QUESTION = re.compile(
    "^[”’ ]*(?:好的[，。])?(?:非常|十分|衷心|首先，?)?(?:感谢|谢谢)(?:这位|您|你|记者|媒体|新闻界|朋友|各位|的|提问|提出|对|关注|[^，。！？\n]{0,16}?)*?"
    "(?:提问|问题|关注|关心)"
)
_WELCOME = re.compile(
    "欢迎(?:前来)?(?:参加|出席|来到|各位|大家)|举行(?:今天|本场)?.{0,20}(?:发布会|吹风会|通气会)"
)
_GREETING_LINE = re.compile(
    "(?:各位|女士们|尊敬的|新闻界|记者朋友|媒体朋友|同志们|大家(?:上午|下午|早上|晚上)?好)[^。！？\n]{0,60}(?:大家)?(?:上午好|下午好|早上好|晚上好|好)[！。]"
)
HOST_CUES = (_OPENS_QUESTIONS, _CLOSES, _NEXT_QUESTION)
_READS = re.compile(
    "(?:请|由)[^，。！？；\n]{0,30}?宣读[^。！？\n]{0,40}?(?P<last>[^“”《》、，。！？\n]{3})[》”]?[。！]$"
)


def is_host_cue(view: str, at: int) -> bool:
    """Whether the sentence at `at` is one that only the host of a meeting says."""
    sentence = SENTENCE.match(view, at)
    words = sentence[0] if sentence else ""
    return any(cue.search(words) for cue in HOST_CUES)


def cut_hosts(view: str, block: Block, hosts: frozenset[str]) -> Iterator[Block]:
    """`block`, parted where the host takes over without a label."""
    if block.role in ("host", "journalist") or (block.speaker and block.speaker in hosts):
        yield block
        return
    at = _takeover(view, block)
    if at is None:
        yield block
        return
    yield msgspec.structs.replace(block, end=at)
    yield Block(at, block.end, role="host", inferred=True)


def _takeover(view: str, block: Block) -> int | None:
    """Where the host begins in another's speech; ``None`` when he doesn't."""
    sentences = _last_sentences(view, block.start, block.end)
    for index, (start, words) in enumerate(sentences):
        own = _thanks_to(words, block.speaker)
        if (own and start > block.start) or (
            any(cue.search(words) for cue in (_OPENS_QUESTIONS, _CLOSES)) and start > block.start
        ):
            return _back_over_thanks(sentences, index, block)
    return None


def _thanks_to(words: str, speaker: str | None) -> bool:
    """Whether the sentence thanks the very speaker by name: then it isn't his."""
    thanks = _THANKS.match(words)
    if not thanks or not speaker:
        return False
    whom = thanks["whom"]
    surname = re.match(rf"{re.escape(speaker[0])}(?:{OFFICE}|{HONORIFIC})", whom)
    given = len(speaker) > 2 and whom.startswith(speaker[1:])
    return speaker in whom or bool(surname) or given


def _back_over_thanks(sentences: list[tuple[int, str]], index: int, block: Block) -> int:
    """The start of the host's words: sentences of thanks to a person right before belong to him."""
    while index > 0:
        start, words = sentences[index - 1]
        thanks = _THANKS.match(words)
        if not thanks or _TO_ALL.match(thanks["whom"]) or start <= block.start:
            break
        index -= 1
    return sentences[index][0]


def _last_sentences(view: str, start: int, end: int) -> list[tuple[int, str]]:
    """The sentences of a stretch with their starts, blanks before them left out."""
    found = []
    for sentence in SENTENCE.finditer(view, start, end):
        words = sentence[0]
        if words.strip():
            found.append((sentence.start() + len(words) - len(words.lstrip()), words.strip()))
    return found
