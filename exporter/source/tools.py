"""Lines of nothing but what a page offers its reader, or who made it.

``分享 收藏 点赞 12``, ``听新闻 00:00/05:12``, ``1 2 3 下一页 尾页``: each item is a button or a
counter. ``责编丨李四 审核：王五``, ``出品：海州市融媒体中心``: each piece is a role that never
speaks, and names.
"""

from __future__ import annotations

import re

from exporter.source.alternatives import alternatives
from exporter.source.phrases import simpler, tools

_WORDS = tools()
_BUTTONS = frozenset(_WORDS["buttons"])
_ITEMS = _BUTTONS | frozenset(_WORDS["beside"])
_LONGEST = 80
_PARTING = re.compile(
    r"[\s|｜丨/·•,，、。:：;；>›»<‹«＞＜\[\]【】［］()（）“”\"'…—–_~～↑↓←→*☆★※◎+●○■□◆▲▼△▽▶▷►◀👇👆👉-]+"
)
# 12 · 1.0X · 30秒 · 00:00 (its halves) · 12人 · 3条 · 1.2万 · 第3页
_COUNTER = re.compile(
    r"\d{1,9}(?:\.\d{1,2})?(?:[万kKwW]\+?|[xX倍]|次|条|人|个|秒|字|赞|分|条评论|人点赞)?|第\d{1,4}页"
    r"|共\d{1,5}[页条篇]"
)
# 总访问量 · 阅读 · 今日浏览123 · 12人参与: what is counted, its number beside it or in it
_WHAT = alternatives(_WORDS["counted"])
_COUNTED = re.compile(
    rf"(?:本站|网站|总|今日|昨日|累计|历史|当前|本页|本文|该文|文章|已有|已|被){{0,3}}(?:{_WHAT})总?(?:量|数|次数|人数|人次)?\d{{0,9}}"
    rf"(?:人次|次|万\+?)?|(?:今日|昨日|本页|本文|已有|已|累计|总|共){{0,3}}\d{{0,9}}(?:万\+?)?\s?(?:人次|[人条个次则位])?(?:{_WHAT})?|人次"
)
_DIGIT = re.compile(r"\d")
_LATIN = frozenset(_WORDS["latin"])
_TELLING = frozenset(_WORDS["telling"])
_LATIN_WORDS = _TELLING.union(_WORDS["between"])
_LATIN_WORD = re.compile(r"[a-z']+|\d+")
_BARS = re.compile(r"[|·/•]")
_EDGES = " \t[](){}#*:.…›»>→-"
# http://m.haizhou.cn/a/202103/06.html · WS60431a79a3101e7ce974294c, the number of a page
_ADDRESS = re.compile(r"https?://[!-~]{4,400}|www\.[!-~]{4,200}|WS[0-9a-f]{16,40}")
# 视频剪辑 · 文字直播员 · 现场速记: what is made, and how
_MADE = (
    "(?:视频|音频|文字|图片|图文|直播|现场|新媒体|网络|特约|实习|责任|海报|字幕|手语){1,2}"
    "(?:剪辑|编辑|记录|直播|采集|制作|整理|统筹|策划|审核|包装|设计|校对|拍摄|录制|翻译|速记|撰稿|编导|摄影)[员师]?"
)
_ROLE = f"{alternatives(_WORDS['roles'])}|{_MADE}"
_CREDIT = re.compile(
    rf"(?:{_ROLE})(?:\s?[&＆和、/]\s?(?:{_ROLE}))?\s{{0,3}}[:：丨|｜/／]"
    r"|(?:图/文|文/图|文|图|摄|图片|视频|文字)\s?[/／丨]"
)
# 记者：李四 摄像：张三 编辑：王五: who asks has no camera beside him
_CREWED = re.compile(
    r"(?:记者|通讯员|采访|主播|出镜)\s?[:：]\s?[\u4e00-\u9fff·]{2,4}"
    rf"(?=[ \u3000|｜]{{1,3}}(?:{_ROLE})[:：丨|｜/／])"
)
# 责任编辑 李四 · 编辑 张三 审核 李四 · 【纠错】责任编辑：张三
_PLAIN = re.compile(
    rf"(?:(?:{alternatives(_WORDS['sure_roles'])})"
    r" {1,2}[\u4e00-\u9fff·]{2,4}(?: [\u4e00-\u9fff·]{2,4}){0,3} {0,3}){1,2}"
)
_BEFORE = re.compile(r"(?:[\[【(（](?:我要)?(?:纠错|打印|关闭|分享|收藏)[\]】)）]\s{0,3}){1,3}")
_SURE = _WORDS["sure_roles"]
_VALUE = re.compile(
    r"\s{0,3}(?:[\u4e00-\u9fff·]{2,4}(?:[\s、，,/&]{1,3}[\u4e00-\u9fff·]{2,4}){0,7}"
    r"|[^\s，。：:；！？丨|｜]{2,22}(?:中心|[局网報报社台部办室号]|公司|团队|集团|政府|委员会|发布|工作室|媒体?|新闻|网络))?"
    r"(?:[(（][^()（）]{1,8}[)）])?[\s|｜丨;；,，、]{0,4}"
)
_COLON = re.compile(r"[:：]\s?(?=\d)")
_LAST_ITEM = re.compile(r"(?:[\s\[【|｜]|^)(?P<item>[^\s\[【\]】|｜]+)[\]】]?\s*$")
_GLUED = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?:字号|字体|字型|浏览|阅读)[:：]?$")
_WRAPPING = " \t\u3000\xa0[]【】()（）—-*|｜丨"


def reason_of(line: str) -> str | None:
    """Why a line is no part of a record: its tools, or who made it; ``None`` for any other. `line`
    is in simple characters (`phrases.simpler`)."""
    if len(line) > _LONGEST:
        return None
    if _is_tools(line) or _is_made_up(line):
        return "page tools"
    if _is_count(line):
        return "counter"
    if line.isascii():
        return "page tools" if _is_latin(line) else None
    return "editors of the page" if _is_credits(line) else None


def without(name: str) -> str:
    """The name without the buttons and counters behind it (省政府新闻办 字号 大 中 小); empty where
    there is nothing else."""
    words = simpler(name)
    end = len(words)
    while found := _LAST_ITEM.search(words, 0, end):
        item = found["item"].strip(_WRAPPING)
        if item and item not in _ITEMS and not _counts(_COLON.sub("", item)):
            break
        end = found.start()
    glued = _GLUED.search(words, 0, end)
    return name[: glued.start() if glued else end].rstrip(_WRAPPING)


def _is_latin(line: str) -> bool:
    """Whether the line is the address of a page, or buttons in Latin letters between bars."""
    if _ADDRESS.fullmatch(line):
        return True
    items = [item.strip(_EDGES).lower() for item in _BARS.split(line)]
    if len(items[0]) > 1 and all(item in _LATIN for item in items if item):
        return True
    words = _LATIN_WORD.findall(line.lower())
    told = len(words) > 1 and not _TELLING.isdisjoint(words)
    return told and _LATIN_WORDS.issuperset(word for word in words if not word[0].isdigit())


def _is_tools(line: str) -> bool:
    """Whether each item of the line is a button or a counter, and one is surely a button."""
    if "".join(line.split()) in _BUTTONS:
        return True
    items = [item for item in _PARTING.split(line) if item]
    if not any(item in _BUTTONS for item in items):
        return False
    return all(item in _ITEMS or item.lower() in _LATIN or _counts(item) for item in items)


def _counts(item: str) -> bool:
    return (_COUNTER.fullmatch(item) or _COUNTED.fullmatch(item)) is not None


def _is_count(line: str) -> bool:
    """Whether the line says how often a page was read, and no more (``阅读 1024 在看 12``)."""
    items = [item for item in _PARTING.split(line) if item]
    told = any(_COUNTED.fullmatch(item) and not item.isdigit() for item in items)
    return told and _DIGIT.search(line) is not None and all(map(_counts, items))


_TWICE, _VERB, _OBJECT, _FILLER = 8, 4, 2, 1
_SORTS = (("fillers", _FILLER), ("objects", _OBJECT), ("verbs", _VERB))
_PIECES = {word: sort for name, sort in _SORTS for word in _WORDS[name]}
_FIRST = frozenset(word[0] for word in _PIECES)
_WORD = max(map(len, _PIECES))
_MADE_UP = 24  # characters of a button
_DATED = re.compile(r"\d{4}[-年/.]\d")  # 时间:2024-06-19 阅读:88次 is a field


def _is_made_up(line: str) -> bool:
    """Whether the line is made up of a button's words alone (``展开阅读全文``): what it does and
    what it does it with, or two things that it does. Marks stand for nothing."""
    words = _PARTING.sub("", line)
    if not 3 < len(words) <= _MADE_UP or words[0] not in _FIRST or _DATED.search(line):
        return False
    reached: list[set[int]] = [{0}, *(set() for _ in words)]
    for at, sorts in enumerate(reached[:-1]):
        for end in range(at + 1, min(at + _WORD, len(words)) + 1) if sorts else ():
            if sort := _PIECES.get(words[at:end]) or _FILLER * words[at:end].isdigit():
                reached[end] |= {sort | before | (sort & before & _VERB) << 1 for before in sorts}
    return any(sort & _VERB and sort & (_OBJECT | _TWICE) for sort in reached[-1])


def _is_credits(line: str) -> bool:
    """Whether the line is nothing but roles, each with names behind it or none."""
    words = line.strip(_WRAPPING)
    if crewed := _CREWED.match(words):
        words = words[crewed.end() :].strip(_WRAPPING)
    if before := _BEFORE.match(line):
        words = line[before.end() :].strip(_WRAPPING)
    found = list(_CREDIT.finditer(words))
    if not found or found[0].start():
        return _PLAIN.fullmatch(words) is not None
    stops = [each.start() for each in found[1:]] + [len(words)]
    named = [words[each.end() : stop] for each, stop in zip(found, stops, strict=True)]
    sure = any(value.strip() for value in named) or words.startswith(_SURE)
    return sure and all(map(_VALUE.fullmatch, named))
