"""Patterns for the steps of the proceedings, made of the word lists in ``words.toml``.

All are looked up in the folded view (`folding.fold`): simplified, full-width, blanks alike.
"""

from __future__ import annotations

import re

from exporter.source.captions import DEEDS, SPOKEN
from exporter.transcript.lexicon import any_of

# 新闻发布 is a heading, 新闻发布会 and 新闻发布处 are not.
_HEADING = (
    rf"(?:{any_of('headings', 'words')})"
    "(?!会|处|办|中心|厅|人员|官|司|局|科|网|社|台|，|。|、|的|环节|记者"
    # 李梅：记者提问就到这里: the subject of a sentence
    "|就(?:到|先|此)|到此|到这|已?结束|(?:现在|正式)?开始|正式结束|告一段落)"
)
HEADING = re.compile(_HEADING)
# A heading behind a stop, where it may be one; the stop is not part of it.
EDGED_HEADING = re.compile(rf"[。！？…”）\n\t： ]{_HEADING}")
# A heading that has its line to itself, in brackets or between signs, or numbered as the parts of
# minutes are: 【问答环节】 · —— 新闻发布 —— · 贰、媒体提问
BAR_HEADING = re.compile(
    rf"^[ \t]*(?:(?:[一二三四五六]、)?[^\w\n]{{1,4}}|[壹贰叁参肆伍陆][、.．] ?)"
    rf"{_HEADING}[^\w\n。，！？]{{0,4}}$",
    re.MULTILINE,
)
# **Guest at Noon · ## Guests: a line set off by signs, and no sentence
STARRED = re.compile(
    r"^[ \t]*(?:\*{1,3}|#{1,4})[ ]?[^\W\d_][^\n.。！？!?*]{1,60}?\*{0,3}[ \t]*$", re.MULTILINE
)
OPENING = re.compile(any_of("speech", "openings"))
GREETING = re.compile(any_of("speech", "greetings"))
PREDICATE = re.compile(any_of("speech", "predicates"))
# 同志们 and 先生们 greet, they honour nobody.
GREETED = re.compile("(?:先生|女士|同志)们")
# 网友“春风”问，… · 有网友留言说，…: a host reads out what somebody who isn't there asks
READS_OUT = re.compile(
    "(?:网友|网民|听众|观众|市民|读者|家长)[^。！？\n]{0,20}?(?:问|留言|想知道|想了解|关心)"
)
# A title with one of these in it is a piece of speech: 有请市水利局局长张三
SPEECH_IN_TITLE = re.compile(
    "各位|尊敬的|有请|谢谢|感谢|欢迎|邀请|我们|我是|你们|您|他们|她|指出|强调|表示|要求|下面|首先|今天|"
    "现在|请问|请|接下来|了|是|由|，|。|；|：|！|？|《|说"
)
# The caption of a picture behind a stop, glued to a label: 柯恺回答记者提问 · “厅长通道”现场
CAPTIONED = re.compile(
    rf"(?:(?:(?!{SPOKEN})[^\s，。：；！？（）]){{2,30}}?{DEEDS}"
    r"|[^\s，。：；！？、（）]{2,24}?(?:现场|直播间))"
    r"(?:图片?|照片)?(?![的了时]|环节|[，。：；！？、])"
)
