"""The outlet that whoever asks names in his first words, with or without 记者: ``部长好，我是云溪
日报。``, ``您好，云溪周报柯恺。``, ``我是来自云溪在线的柯恺，``.
"""

from __future__ import annotations

import re

from exporter.transcript.people.names import HAN, is_name
from exporter.transcript.people.outlets import OUTLET, STRONG_OUTLET

_GREETS = re.compile(
    r"[^，。！？；：\n]{0,10}(?:[您你]?好|早安|午安|早晨|(?:谢谢|感谢|多谢)[^，。！？；：\n]{0,8})"
    r"[，。！ ]{1,2}"
)
_GREETINGS = 3
_LONG = 3  # characters of an outlet's name that the end alone shows (云溪发布), at least
_WHO = re.compile(
    r"(?P<asks>[^，。！？；：\n]{2,12}?)(?=请问|想问|想请|请教|提问)"
    r"|(?P<who>[^，。！？；：\n]{2,22})(?=[，。！])"
)
_SAYS = re.compile("(?:我们?(?:是|来自|代表)|(?:这里|这边)是|来自|我)(?:来自)?")
_CALLED = re.compile(f"我(?:是|叫|姓)(?P<name>{HAN}{{1,4}})")
# what a question says, and the name of no outlet: 第一个关于互联网 · 最近有网络
_SPEECH = re.compile(
    "[的了有个这那想问请您你他们第]|在(?!线)|关于|有关|对于|最近|目前|今年|昨天|社会|什么|怎么|平台|舞台|互联网"
)


def asks_for(words: str) -> str | None:
    """The outlet that the first clauses of a question name; ``None`` if they name none."""
    at, greeted = 0, False
    for _ in range(_GREETINGS):
        found = _GREETS.match(words, at)
        if found is None:
            break
        at, greeted = found.end(), True
    for _ in range(2):  # 我是柯恺，来自云溪日报。
        clause = _WHO.match(words, at)
        if clause is None:
            return None
        said = (clause["asks"] or clause["who"]).strip()
        called = _CALLED.fullmatch(said)
        if called is None or not is_name(called["name"]):
            return _of(said, greeted=greeted)
        at = clause.end() + 1
    return None


def _of(said: str, *, greeted: bool) -> str | None:
    """The outlet of a clause, which must say that one comes from it, or be a greeting's next."""
    says = _SAYS.match(said)
    outlet = _outlet(said[says.end() :] if says else said)
    sure = outlet and (STRONG_OUTLET.fullmatch(outlet) or (len(outlet) > _LONG and greeted))
    return outlet if says or sure else None


def _outlet(words: str) -> str | None:
    """The outlet that the whole of `words` names, a person's name behind it left out."""
    for end in _ends(words):
        outlet = words[:end].strip(" 《》“”")
        if OUTLET.fullmatch(outlet) and not _SPEECH.search(outlet):
            return outlet
    return None


def _ends(words: str) -> list[int]:
    """Where an outlet may end: at the end, or before a name."""
    names = (re.search(f"的?{HAN}{{{length}}}$", words) for length in (3, 2, 4))
    parted = [x.start() for x in names if x and is_name(x[0].removeprefix("的"))]
    return [len(words), *parted]
