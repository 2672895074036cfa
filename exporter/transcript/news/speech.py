"""Which quotations of a news report are speech.

One is when it closes a sentence inside its marks (``…吸引。”``), or outside of them where words
that report speech lead up to it; marks around a title (“50佳”) are none.
"""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of, words
from exporter.transcript.people.surnames import SINGLE

# 江 | 指出, as Hong Kong's papers have it, but no word that is a surname only seldom
LONE = f"[{''.join(sorted(SINGLE - set(words('news', 'no_surnames'))))}]"
SPOKEN = re.compile("[。！？，；…] ?$")
# 说 · 介绍说 · 补充道
VERB = f"(?:{any_of('news', 'verbs')}|指(?![^，：“]))(?:说|道|称)?"
# … · 在青山村，村民杨秀花说
AFTER = re.compile(
    rf"^(?:(?:[在从当][^，。“”；：]{{2,20}}|台下|[一身]旁|旁边|人群[中里])，)?(?P<who>[^。！？“”；\n，：]{{2,50}}?|{LONE})(?:{VERB})"
)
# 柯恺提出连串质疑，
_PUTS_FORWARD = (
    "提出[^，。：“]{0,6}(?:质疑|疑问|批评|呼吁|要求|建议|看法|意见|问题"
    "|[一二三四五六七八九十]问)(?=，)"
)
# 段红梅表示，…增长4.8%。“…”: sentences that report her words, right before the quotation
REPORTS = re.compile(
    rf"(?:^|[。！？”，□])(?P<who>[^。！？“”；\n，：□]{{2,50}}?|{LONE})"
    rf"(?:{VERB}|{_PUTS_FORWARD})(?=，|：|“|[^。！？\n]{{4}})"
)
NESTED = re.compile("“[^“”]*”")


def is_speech(view: str, quote: re.Match[str]) -> bool:
    """Whether a quotation is speech: closed inside its marks, or outside of them behind a verb of
    speech and a colon, or as a paragraph's first sentence whose speaker follows."""
    said = quote["said"]
    if _in_heading(view, quote):
        return False
    if len(said) >= 4 and SPOKEN.search(said):
        return True
    before = view[max(0, quote.start() - 12) : quote.start()]
    behind = view[quote.end() : quote.end() + 1]
    goes_on = behind == "，" and "，" in said and (before[-1:] == "，" or _LED.search(before))
    if behind == "？" and len(said) >= _CLAUSE and FIRST_PERSON.search(said):
        return True
    answered = _ANSWERED.search(before)
    if answered and behind in _CLOSES and len(said) >= (2 if answered["parted"] else _RETORT):
        return True
    in_passing = behind == "，" and len(said) >= _CLAUSE and _UTTERED.search(said)
    if in_passing and (_LED.search(before) or _LED_BY_COMMA.search(before)):
        return True
    if behind not in ("。", "；", "\n", "") and not goes_on:
        own = len(said) >= _REPORTED and ("，" in said or FIRST_PERSON.search(said))
        return behind == "，" and bool(own) and opens_with(view, quote)
    led = _LED.search(before) or (len(said) >= _CLAUSE and _LED_BY_COMMA.search(before))
    led = led or (FIRST_PERSON.search(said) and _LED_AT_ONCE.search(before))
    told = len(said) >= _REPORTED and before[-1:] == "，"
    own = _CANTONESE.search(said) or (len(said) >= _SENTENCE and FIRST_PERSON.search(said))
    told = told and (own is not None or _is_reported(view, quote))
    led = led or (before[-1:] in _STOPS and _SEVERAL.search(said))
    return len(said) >= 6 and bool(led or told or (opens_with(view, quote) and not goes_on))


# “水价三年不变！”海州放心水工程提速: a line that no stop closes and nobody speaks in
_HEADING = 40  # characters of such a line
_LINE_STOPS = ("。", "！", "？", "”", "…", "；", "：", "，", "）", "〕", "】")
_SAYS = re.compile(rf"(?:{VERB})(?=[，：“。]|$)")


def _in_heading(view: str, quote: re.Match[str]) -> bool:
    """Whether the quotation stands in a heading, with other words."""
    start = view.rfind("\n", 0, quote.start()) + 1
    end = view.find("\n", quote.end())
    end = len(view) if end < 0 else end
    line = view[start:end].rstrip() if end - start <= 2 * _HEADING else ""
    if not line or len(line) > _HEADING or line.endswith(_LINE_STOPS):
        return False
    return _SAYS.search(line.replace(quote[0], "")) is None


# 柯局长笑说“我也觉得水价合理”。: a comma or colon is often left out in Taiwan and Hong Kong, and
# nothing but speech is printed in Cantonese
_LED_AT_ONCE = re.compile(f"{VERB}$")
_CANTONESE = re.compile("[唔嘅喺咗哋啲冇嚟嘢嗰佢咁]")
FIRST_PERSON = re.compile(f"[我咱]|{_CANTONESE.pattern}")
# 柯恺说，“水价不要再提了”，随即离席: no title has these
_UTTERED = re.compile(f"{FIRST_PERSON.pattern}|[你您]|[了吧吗呢啊嘛]$|不要|别再")
# 柯恺答，“八元”，石雨桐再问：“那三年前呢” · 柯恺则回“我做了什么，市民看得到”。
_ANSWERED = re.compile(
    "(?:(?<![回解])答|[则怒反再又也仅只笑先][回问答呛]|[回反]呛|[回反]问|(?<![采访询慰提学请请])问|[高大怒]喊)(?P<parted>[：，])?$"
)
_CLOSES = ("，", "。", "；", "\n", "")
_RETORT = 6  # characters of one that nothing parts from its verb; 反问“黑箱” names a thing
# 。“没有谁比我们更盼望水位回落。…”。: several sentences, right behind another
_SEVERAL = re.compile("[。！？][^。！？]{4}")
_STOPS = ("。", "！", "？")
# 局长柯恺表示：“…”。
_LED = re.compile(f"{VERB}：$")
# 她承认，“今年的困难比往年多”。
_LED_BY_COMMA = re.compile(f"{VERB}，$")
_CLAUSE = 6  # characters of such a quotation; 他说，“成绩单” names a thing
_REPORTED = 8  # characters of one that goes on from a report: 柯恺指出，水价不涨，“明年也不会涨”。


def _is_reported(view: str, quote: re.Match[str]) -> bool:
    """Whether the sentence before a quotation reports what somebody says."""
    ahead = view[max(0, quote.start() - 200) : quote.start()]
    sentence = re.split("[。！？\n]", NESTED.sub("□", ahead))[-1]
    return REPORTS.search(sentence) is not None or _HE_REPORTS.match(sentence) is not None


_HE_REPORTS = re.compile(f"[他她](?!们)[^，。：]{{0,6}}?(?:{VERB})，")


_SENTENCE = 12  # characters of one that opens a paragraph; “海州书香节”，柯恺说，… names a thing


def opens_with(view: str, quote: re.Match[str]) -> bool:
    """Whether a sentence begins with the quotation, and what follows says whose it is
    (``“…”。柯恺透露，`` · ``。“…”，柯恺说，``)."""
    opens = quote.start() == 0 or view[quote.start() - 1] in "\n。！？"
    after = view[quote.end() + 1 : quote.end() + 80]
    said = quote["said"]
    return opens and ("，" in said or len(said) >= _SENTENCE) and AFTER.match(after) is not None
