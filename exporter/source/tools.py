"""Lines of nothing but what a page offers its reader, or who made it.

``分享 收藏 点赞 12``, ``听新闻 00:00/05:12``, ``1 2 3 下一页 尾页``: each item is a button or a
counter. ``责编丨李四 审核：王五``, ``出品：海州市融媒体中心``: each piece is a role that never
speaks, and names.
"""

from __future__ import annotations

import re

from exporter.source.alternatives import alternatives
from exporter.source.phrases import tools

_WORDS = tools()
_BUTTONS = frozenset(_WORDS["buttons"])
_ITEMS = _BUTTONS | frozenset(_WORDS["beside"])
_LONGEST = 80
_PARTING = re.compile(
    r"[\s|｜丨/·•,，、。:：;；>›»<‹«＞＜\[\]【】()（）“”\"'…—–_~～↑↓←→*☆★※◎●○■□◆▲▼△▽-]+"
)
# 12 · 1.0X · 30秒 · 00:00 (its halves) · 12人 · 3条 · 1.2万 · 第3页
_COUNTER = re.compile(
    r"\d{1,9}(?:\.\d{1,2})?(?:[万kKwW]\+?|[xX倍]|次|条|人|个|秒|字|赞|分|条评论|人点赞)?|第\d{1,4}页"
    r"|共\d{1,5}[页条篇]"
)
_LATIN = frozenset(_WORDS["latin"])
_BARS = re.compile(r"[|·/•]")
_EDGES = " \t[](){}#*:.-"
# http://m.haizhou.cn/a/202103/06.html · WS60431a79a3101e7ce974294c, the number of a page
_ADDRESS = re.compile(r"https?://[!-~]{4,400}|www\.[!-~]{4,200}|WS[0-9a-f]{16,40}")
_ROLE = alternatives(_WORDS["roles"])
_CREDIT = re.compile(
    rf"(?:{_ROLE})(?:\s?[&＆和、/]\s?(?:{_ROLE}))?\s{{0,3}}[:：丨|｜/／]"
    r"|(?:图/文|文/图|文|图|摄|图片|视频|文字)\s?[/／丨]"
)
_PLAIN = re.compile(
    rf"(?:{alternatives(_WORDS['sure_roles'])})"
    r" {1,2}[\u4e00-\u9fff·]{2,4}(?: [\u4e00-\u9fff·]{2,4}){0,3}"
)
_SURE = _WORDS["sure_roles"]
_VALUE = re.compile(
    r"\s{0,3}(?:[\u4e00-\u9fff·]{2,4}(?:[\s、，,/&]{1,3}[\u4e00-\u9fff·]{2,4}){0,7}"
    r"|[^\s，。：:；！？丨|｜]{2,22}(?:中心|[局网報报社台部办室号]|公司|团队|集团|政府|委员会|发布|工作室|媒体?|新闻|网络))?"
    r"(?:[(（][^()（）]{1,8}[)）])?[\s|｜丨;；,，、]{0,4}"
)
_WRAPPING = " \t\u3000\xa0[]【】()（）—-*"


def reason_of(line: str) -> str | None:
    """Why a line is no part of a record: its tools, or who made it; ``None`` for any other."""
    if len(line) > _LONGEST:
        return None
    if _is_tools(line):
        return "page tools"
    if line.isascii():
        return "page tools" if _is_latin(line) else None
    return "editors of the page" if _is_credits(line) else None


def _is_latin(line: str) -> bool:
    """Whether the line is the address of a page, or buttons in Latin letters between bars."""
    if _ADDRESS.fullmatch(line):
        return True
    items = [item.strip(_EDGES).lower() for item in _BARS.split(line)]
    return len(items[0]) > 1 and all(item in _LATIN for item in items if item)


def _is_tools(line: str) -> bool:
    """Whether each item of the line is a button or a counter, and one is surely a button."""
    if "".join(line.split()) in _BUTTONS:
        return True
    items = [item for item in _PARTING.split(line) if item]
    if not any(item in _BUTTONS for item in items):
        return False
    return all(item in _ITEMS or _COUNTER.fullmatch(item) for item in items)


def _is_credits(line: str) -> bool:
    """Whether the line is nothing but roles, each with names behind it or none."""
    words = line.strip(_WRAPPING)
    found = list(_CREDIT.finditer(words))
    if not found or found[0].start():
        return _PLAIN.fullmatch(words) is not None
    stops = [each.start() for each in found[1:]] + [len(words)]
    named = [words[each.end() : stop] for each, stop in zip(found, stops, strict=True)]
    sure = any(value.strip() for value in named) or words.startswith(_SURE)
    return sure and all(map(_VALUE.fullmatch, named))
