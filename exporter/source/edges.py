"""Furniture at the edges: a menu with an entry to a line above the record, a page's tools glued to
the last words of a line.

What a line says alone does not tell them: ``文博动态`` is an entry only among others, and behind
``…谢谢大家！`` stands ``【纠错】``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.furniture import reason_of
from exporter.source.phrases import NAVIGATION
from exporter.source.records import lines

_TOP = 800  # characters of a page in which its menu stands
_ENTRY = 8  # characters of an entry
_KNOWN = 2  # entries of which the words are known, and half of all
_LEAST = 3  # entries of a menu
_WORDS_OF_BUTTON = (
    r"(?:我要)?(?:纠错|打印|打印本页|关闭|关闭窗口|关闭本页|返回|返回顶部|分享|收藏|推荐)"
    r"[】\])）]\s{0,4}"
)
_BUTTONED = rf"(?:[【\[(（]{_WORDS_OF_BUTTON})"
# …先听他们诉苦。【打印】【关闭】一位父亲…: several stand for a row of their own
_TOOLS = re.compile(
    rf"[【\[(（](?<=[。！？!?”）)\s].){_WORDS_OF_BUTTON}(?:{_BUTTONED}{{0,5}}$|{_BUTTONED}{{1,5}})",
    re.MULTILINE,
)
# …随时可以送检。[点击查看：快检车停放点]上半年…
_BUTTON = re.compile(
    r"[\[【(（](?:请|請|可)?(?:点击|點擊|点选|點選|扫码|掃碼|戳)(?:此处|这里|這裡|链接|連結|图片|圖片|下方|进入|進入"
    r"|查看|下载|下載|阅读|閱讀|观看|觀看|收看|了解|放大|图中|领取){1,3}[^\[\]【】()（）。\n]{0,40}[\]】)）]"
)
_BUTTONS = ("点击", "點擊", "点选", "點選", "扫码", "掃碼", "戳")
_TOOL = ("纠错", "打印", "关闭", "返回", "分享", "收藏", "推荐")


def edges(text: str) -> Iterator[Change]:
    """A removal for the lines of the menu at the top, and for each row of tools behind a
    sentence.
    """
    end = _menu_end(text)
    if end:
        yield Change(0, min(end, len(text)), "", "furniture.navigation", "navigation")
    if any(tool in text for tool in _TOOL):
        for tools in _TOOLS.finditer(text, end):
            yield Change(*tools.span(), "", "furniture.page-tools", "page tools")


def buttons(text: str) -> Iterator[Change]:
    """A removal for each button in brackets, wherever it stands in a line."""
    if any(button in text for button in _BUTTONS):
        for button in _BUTTON.finditer(text):
            yield Change(*button.span(), "", "furniture.page-tools", "page tools")


def _menu_end(text: str) -> int:
    """Where the menu ends with which the page begins; 0 if it has none."""
    end = 0
    entries: list[str] = []
    for start, stop in lines(text[:_TOP]):
        line = text[start:stop].strip()
        if not line or reason_of(line):
            continue
        if len(line) > _ENTRY or not line.isalnum():
            break
        entries.append(line)
        known = sum(entry in NAVIGATION for entry in entries)
        if len(entries) >= _LEAST and known >= _KNOWN and 2 * known >= len(entries):
            end = stop + 1
    return end
