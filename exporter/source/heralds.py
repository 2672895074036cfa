"""Lines that say what a caption says and announce who speaks below: they stay (``柯恺致辞`` over
``各位来宾，…``).

A caption's next line has its own label, or goes on with the speech before. A line that announces
stands behind a whole sentence, and below it somebody greets those present or asks, or goes on
without any label where another such line of the page has a greeting or question below.
"""

from __future__ import annotations

import re

_GREETS = (
    r"\n[ \t\u3000]{0,4}(?:各位|女士们|女士們|先生们|大家|尊敬的|同志们|同志們|媒体朋友|媒體朋友"
    r"|记者朋友|記者朋友|新闻界|新聞界|谢谢主持|謝謝主持|感谢主持|感謝主持|主持人好|(?:上午|下午|早上|晚上)好)"
)
_BELOW = re.compile(_GREETS)
# what somebody does who speaks below: …致辞, …介绍有关情况, and a line that greets
_DEED = r"[\u4e00-\u9fff]{2}"
_ANY = re.compile(rf"(?<=[。！？”\n])\n[^\n。！？，,：:；“（(]{{3,50}}(?P<deed>{_DEED}){_GREETS}")
_LABELLED = re.compile(r"\n[^\n。！？，,]{1,40}[:：】\]]|\n[^\n。！？，,]{1,40}(?:\n|$)|\n?$")
_STOPS = tuple("。！？”!?")
_GAP = 80  # characters that may be blank before a line


def announced(text: str) -> frozenset[str]:
    """The ends of the lines of a page that stand above a greeting, behind a sentence; 提问 where a
    reporter's line stands above a question."""
    asks = any(_QUESTION.match(text, found.end()) for found in _ASKING.finditer(text))
    return frozenset((*(found["deed"] for found in _ANY.finditer(text)), *(("提问",) * asks)))


def heralds(text: str, start: int, end: int, deeds: frozenset[str]) -> bool:
    """Whether the line ``text[start:end]``, like a caption, announces who speaks below it; `deeds`
    are the ends of lines that do."""
    if text[max(0, start - _GAP) : start].rstrip()[-1:] not in _STOPS:
        return False
    if _BELOW.match(text, end) or _asks(text, start, end):
        return True
    known = text[start:end].rstrip()[-2:] in deeds or "提问" in deeds
    return known and _LABELLED.match(text, end) is None


# 云溪日报记者提问 over 请问，…？
_ASKER = re.compile("[^\n]{2,24}(?:记者|記者|媒体|媒體)(?:提问|追问|提問|追問)[ \\t]*$")
_ASKING = re.compile(
    "(?<=[。！？”])\n[^\n。！？，,：:；“（(]{2,24}(?:记者|記者|媒体|媒體)(?:提问|追问|提問|追問)(?=\n)"
)
_QUESTION = re.compile(
    r"\n[^\n：:]{0,16}(?:请问|請問|想问|想問|想了解|[？?])|\n[^\n：:]{16,400}[？?][ \t]*(?:\n|$)"
)


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the line says that a reporter asks, and his question stands below it."""
    return _ASKER.match(text, start, end) is not None and _QUESTION.match(text, end) is not None
