"""What may have stood where spam destroyed words: proposed from the record's own text, with
evidence.

Never put into the text. A hole in the name of a body (中共____委) is the place that the record is
about, at the level of the committee that it speaks of; any other hole is proposed only if the same
words on both sides stand elsewhere in the record with one thing between them.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from exporter.source.model import HOLE

REACH = 50_000
_LEVELS = "省市州县区"
_GENERIC = frozenset(
    ("新闻", "发布", "主题", "实录", "答问", "专题", "专场", "系列", "工作", "发展", "建设", "我们")
)


class Proposal(msgspec.Struct, frozen=True):
    """The words proposed, and the words of the record that speak for them."""

    words: str
    evidence: str


def propose(text: str, hole: int, place: str, title: str) -> Proposal | None:
    """What may have stood at the hole that begins at `hole` of the clean text; the evidence is
    looked for within `REACH` characters of it."""
    low = max(0, hole - REACH)
    text, hole = text[low : hole + REACH], hole - low
    left, right = text[max(0, hole - 8) : hole], text[hole + len(HOLE) :][:8]
    if left.endswith("中共") and right.startswith("委"):
        return _committee(text, place, title)
    return _parallel(text, left[-3:], right[:3])


def _committee(text: str, place: str, title: str) -> Proposal | None:
    levels = Counter(re.findall(rf"[{_LEVELS}](?=委(?:书记|市政府|、|副|常委|召开))", text))
    level = max(levels, key=lambda name: (levels[name], name), default="")
    stem = place[:-1] or _place(text, title)
    name = place or stem + level
    if not stem or not level:
        return None
    return Proposal(name, _evidence(text, title, stem, level + "委"))


def _evidence(text: str, title: str, stem: str, committee: str) -> str:
    """The title if it names the place, the first other place that names the committee, and how
    often the record has each."""
    at = text.find(committee)
    around = text[max(0, at - 12) : at + len(committee) + 12].strip()
    named = [title] if stem in title else []
    cited = [*named, "…" + " ".join(around.split()) + "…"]
    counts = f"{stem}×{text.count(stem)}，{committee}×{text.count(committee)}"
    return "；".join((*cited, counts))


def _place(text: str, title: str) -> str:
    """The place that the title names and the text repeats: before 市 and the like, else the two
    characters of the title that the text has most, since in a title the place is named."""
    named = re.search(rf"([\u4e00-\u9fff]{{2}})(?=[{_LEVELS}])", title)
    if named and text.count(named[1]) >= 2:
        return named[1]
    counts = {
        pair: text.count(pair)
        for pair in (title[i : i + 2] for i in range(len(title) - 1))
        if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) and pair not in _GENERIC
    }
    best = max(counts, key=lambda pair: counts[pair], default="")
    return best if best and counts[best] >= 5 else ""


def _parallel(text: str, left: str, right: str) -> Proposal | None:
    if len(left) < 3 or len(right) < 3 or HOLE in left + right:
        return None
    pattern = re.escape(left) + r"([^。！？\n（）]{1,8}?)" + re.escape(right)
    found = {match[1]: match[0] for match in re.finditer(pattern, text)}
    if len(found) != 1:
        return None
    words, evidence = next(iter(found.items()))
    return Proposal(words, evidence)
