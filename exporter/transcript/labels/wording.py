"""The words of a label without what dresses them: numbers of a list, bars, the language spoken,
blanks of justified printing, and asides turned round so that the office stands before the name.
"""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import HAN, is_name, unspaced
from exporter.transcript.people.offices import BODY_END
from exporter.transcript.people.surnames import COMPOUND, SINGLE

# 主持人 | 柯恺 · 新闻发言人——柯恺
_BAR = re.compile(rf" {{0,2}}[|｜] {{0,2}}|(?<={HAN})—{{1,2}}(?={HAN})")
_ENUMERATED = re.compile(r"^(?:[（(]?\d{1,2}[）).、．](?!\d) ?)(?=.)")
_TONGUE = re.compile(rf"（(?:{any_of('labels', 'tongues')})）$")
_JUSTIFIED = re.compile(f"{HAN}(?: {HAN}){{2,3}}")  # 主 持 人
_LAST_DIGITS = re.compile(r"(?<=.)(?:（尾号[^（）]{1,8}）|尾号[\dx*×]{2,6})$")  # 短信（尾号2208）
# 扎西顿珠（男，藏族，牧民）
_ATTRIBUTES = re.compile(r"（(?:(?:[男女]|[^（），]{1,5}族|\d{2}岁)，)+")
# 主持人（柯恺，市政府新闻办主任） · 记者（石雨桐，云溪日报）
_NAME_ASIDE = re.compile(
    rf"(?P<role>[^（），]*)（(?P<name>{HAN}{{2,4}})，(?P<title>[^（），]{{2,40}})）"
)
# 馆长 祁 连 珊 · 主任 薛 冬梅: a name whose characters blanks part
_PARTED = re.compile(
    rf"(?:^|(?<=[ 、，]))(?:[{''.join(sorted(SINGLE))}]|{'|'.join(sorted(COMPOUND))})"
    rf" {HAN}(?: ?{HAN})?$"
)
# 市水利局·柯恺
_POINTED = re.compile(rf"(?P<body>[^·，（）]{{2,24}}(?:{BODY_END}))[·•](?P<name>{HAN}{{2,4}})")


def unframed(text: str) -> str:
    """`text` without the marks around it, its bars blanks."""
    return _BAR.sub(" ", text).strip(" \t·•-—、")


def uncounted(text: str) -> str:
    """`text` without the number of a list before it (1.记者提问) and the language behind it."""
    return _ENUMERATED.sub("", _TONGUE.sub("", text))


def plain_words(text: str) -> str:
    """`text` without blanks of justified printing and a person's attributes, an aside that names
    somebody first (``主持人（柯恺，市政府新闻办主任）``) turned round."""
    text = text.replace(" ", "") if _JUSTIFIED.fullmatch(text) else text
    text = _ATTRIBUTES.sub("（", _LAST_DIGITS.sub("", text))
    if " " in text:
        text = _PARTED.sub(lambda name: name[0].replace(" ", ""), text)
    aside = _NAME_ASIDE.fullmatch(text)
    if aside and is_name(unspaced(aside["name"])):
        return f"{aside['role']}（{aside['title']} {aside['name']}）"
    pointed = _POINTED.fullmatch(text)
    return f"{pointed['body']} {pointed['name']}" if pointed and is_name(pointed["name"]) else text
