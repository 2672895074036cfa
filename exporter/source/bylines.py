"""Bylines: who wrote a page, in brackets (``（海州日报记者 苗苗 通讯员 田野）``) or behind the
outlet (``海州日报网 阳光``)."""

from __future__ import annotations

import re
from typing import Literal

Piece = tuple[Literal["publisher", "reporter"], str, int, int]
"""What a part of the line is, its label, and where it stands in the line."""
MEDIUM = re.compile(r"(?:网|报|社|台|新闻|发布|在线|客户端|传媒|融媒|号|频道)$")
"""How the name of an outlet ends."""

# (记者 苗苗 通讯员 田野) · （本报记者：李四）
_CREDIT = re.compile(
    r"[(（](?:本报|本网|本台"
    r"|[\u4e00-\u9fff]{2,10}(?:报|社|台|网|媒体?|中心|发布))?(?:全媒体|融媒体?|见习|特约)?(?:记者|記者|通讯员)[\s:：]{1,3}[^()（）。！？，：:]{2,40}[)）]。?"
)
_CREDITED = re.compile(
    r"(?P<role>记者|記者|通讯员)[\s:：]{1,3}(?P<names>[\u4e00-\u9fff·]{2,7}(?:[\s、/]{1,2}(?!通讯员|记者|摄影|文|图)"
    r"[\u4e00-\u9fff·]{2,7})*)(?<!摄影)(?<!报道)"
)
# 本报记者 苗苗: in a line of its own
_OWN = re.compile(
    r"[□■◆●]?(?:本报|本報|本網|本网|本台|本刊)(?:首席|全媒体|全媒體|融媒体|见习|見習|实习|實習|特约|特約)?(?:记者|記者)[\s\u3000]{1,2}"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、]{1,2}[\u4e00-\u9fff·]{2,4}){0,3})"
)
_BEHIND = re.compile(
    r"(?P<outlet>[^\s，。：:]{2,14}(?:网|報|报|社|台|客户端|新闻|在线))[ \u3000]{1,4}"
    r"(?:(?:记者|記者)[ \u3000]?)?"
    r"(?P<name>[\u4e00-\u9fff·]{2,4})"
)

# 海州日报全媒体记者 张三 李四 摄影报道 · 【記者陳小明／海州報導】 · 本报讯（记者 张三）
_HAN = r"[\u4e00-\u9fff·]{2,4}"
_ROLE = re.compile("记者(?!会)|記者(?!會)|通讯员|通訊員")  # no 周报记者会逐字稿
_BEFORE = re.compile(
    r"(?:本报讯|本网讯)?[□■【〔（(]{0,2}(?:文/图|图/文|撰文|文)?[ ：:／/]{0,2}"
    r"[^\s，。：:（(【〔]{0,18}(?: ?[|｜丨] ?)?"
)
_NAMED = rf"(?:{_HAN}(?=[ 、／/】〕）)]|$)|[\u4e00-\u9fff]{{2,3}})"
_WHOLE = rf"{_HAN}(?![^ 、／/】〕）)])"
_WITH = "编辑|編輯|通讯员|通訊員|摄影|攝影"
_BEHIND_ROLE = re.compile(
    rf"(?P<blank>[ ：:]{{0,2}})(?P<names>{_NAMED}(?:[ 、](?!{_WITH}){_WHOLE}){{0,4}})"
    rf"(?:[ ／/](?:{_WITH})[ ：:]{{0,2}}{_HAN}(?:[ 、]{_WHOLE}){{0,3}})?"
    r"(?:[ ／/]{0,3}(?:[\u4e00-\u9fff]{2,4})?(?:\d{1,2}日)?"
    r"(?:摄影报道|综合报道|報導|报道|文/图|图/文|电|電))?"
    r"[】〕）)]{0,2}"
)
_NO_NAME = (
    "协会",
    "協會",
    "提问",
    "提問",
    "招待",
    "您好",
    "你好",
    "朋友",
    "现场",
    "現場",
    "文字",
    "见面",
)
_GLUED = re.compile(r"(?:^|[□■【〔（(／/：:]|[社报報网網台闻聞]|中心|媒体?)$")  # before 記者陳小明
_BY = re.compile(
    r"By (?P<names>[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{0,20}){1,3})(?:, [A-Z][\w .&'-]{2,40})?"
)


def byline_of(line: str) -> tuple[int, int] | None:
    """Where the reporters' names stand in a line that is a byline; ``None`` for another line, and
    for one whose names are a body's."""
    if line.isascii():
        by = _BY.fullmatch(line)
        return by.span("names") if by else None
    role = _ROLE.search(line)
    if role is None or not _BEFORE.fullmatch(line, 0, role.start()):
        return None
    found = _BEHIND_ROLE.fullmatch(line, role.end())
    if found is None or found["names"].startswith(_NO_NAME) or MEDIUM.search(found["names"]):
        return None
    glued = not found["blank"] and _GLUED.search(line[: role.start()]) is None
    return None if glued else found.span("names")


# http://www.haizhou.cn 2024年3月5日09:30 海州日报: the address of the page beside its date
_ADDRESS = re.compile(r"(?<![^\s])(?:https?:)?//[\w.\-/]{4,80}(?=\s)")
PROVINCES = (
    "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东"
    "|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)"
)
"""A pattern of the provinces, as a channel prints them behind the hour."""
_POSTED_IN = re.compile(
    # 海州融媒 2025-09-10 17:32 发表于内蒙古
    r"(?<=[\d日][ \t\u3000])[ \t\u3000]{0,3}发[表布]于[\u4e00-\u9fff]{2,8}$"
    # 2024-03-05 07:30 浙江
    rf"|(?<=:\d\d )[ \t\u3000]{{0,3}}{PROVINCES}$"
)
_CLOCK_AT = 7  # from the end of a line that tells the hour and the province


def without_address(line: str) -> str:
    """`line`, as long as before, with blanks where a web address stood before other words."""
    if "//" not in line:
        return line
    return _ADDRESS.sub(lambda found: " " * len(found[0]), line)


def without_place(line: str) -> str:
    """`line` without where it was posted from, as a channel's telephone article tells it behind the
    day; any other line as it is."""
    may = "于" in line or ":" in line[-_CLOCK_AT:]
    posted = _POSTED_IN.search(line) if may else None
    return line[: posted.start()].rstrip() if posted else line


def credits_of(line: str) -> list[Piece]:
    """The reporters of a line that is a byline in brackets, and whoever wrote with them; none of
    another line."""
    if own := _OWN.fullmatch(line):
        return [("reporter", "记者", *own.span("names"))]
    if _CREDIT.fullmatch(line) is None:
        return []
    return [
        ("reporter", found["role"], found.start("names"), found.end())
        for found in _CREDITED.finditer(line)
    ]


def outlet_of(words: str) -> list[Piece]:
    """The outlet and its reporter where `words` are just these; none for anything else."""
    by = _BEHIND.fullmatch(words)
    if by is None or MEDIUM.search(by["name"]):
        return []
    return [("publisher", "", 0, by.end("outlet")), ("reporter", "", *by.span("name"))]
