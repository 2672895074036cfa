"""What the host announces: the agenda, and the media that attend."""

from __future__ import annotations

import re

from exporter.transcript.people.offices import CLOSED_OFFICE

# 本场新闻发布会共有3项议程：一是…；二是…；三是记者提问。
_AGENDA = re.compile(
    r"(?:[一二三四五六七八九两\d]{1,2}(?:项|个)(?:议程|议题|环节|内容|程序)|议程(?:是|有|为|如下|安排))[：，:,]?(?:分别是|依次是|主要是)?[：:]?(?P<items>[^。！？\n]{2,400})"
)
_COUNTED = re.compile("[项个议]")  # one of which any announcement of an agenda has
_ITEM = re.compile(
    "(?:^|[；，、])(?:[一二三四五六七八九]是|第[一二三四五六七八九](?:项|个)?(?:是|，|、)|首先|其次|最后)[，、：]?"
)
# 应邀参加今天新闻发布会的(媒体)有云南日报、…的记者、编辑
_MEDIA = re.compile(
    "(?:应邀|参加|出席|到场|来到|邀请)[^。！？\n]{0,40}?(?:媒体|记者|发布会|吹风会|通气会)[^。！？\n]{0,12}?(?:有|是|包括)(?P<names>[^。！？\n]{2,500})"
)
_MEDIA_END = re.compile("(?:的)?(?:媒体)?(?:记者|编辑|朋友|代表)|，欢迎|欢迎")
_OWNED = re.compile("^(?:.{2,20}?(?:所属的|旗下的)|以及|还有|和|及|其中|：)+")
_AND_OTHERS = re.compile("等(?:平台|媒体|新闻单位|新闻媒体|单位)?$")
_NO_OUTLET = re.compile("记者|朋友|部门|单位|负责|同志|各|政府$|局$|办$|委$|县$|区$|在此|会$")


def find_agenda(text: str, view: str) -> tuple[str, ...]:
    """The items of the agenda as announced; empty when there is none."""
    found = _AGENDA.search(view) if _COUNTED.search(view) else None
    if not found:
        return ()
    start = found.start("items")
    marks = list(_ITEM.finditer(found["items"]))
    if not marks:
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(found["items"])]
    items = (
        text[start + mark.end() : start + end].strip(" ；，;,、。")
        for mark, end in zip(marks, ends, strict=True)
    )
    return tuple(item for item in items if item)


def find_media(text: str, view: str) -> tuple[str, ...]:
    """The outlets that the host welcomes, in order, each once."""
    names: dict[str, None] = {}
    for found in _MEDIA.finditer(view):
        listed = found["names"]
        end = _MEDIA_END.search(listed)
        if "、" not in listed[:40] or end is None or CLOSED_OFFICE.search(listed[: end.start()]):
            continue
        at = found.start("names")
        for piece in re.finditer("[^、，；]+", listed[: end.start()]):
            name = text[at + piece.start() : at + piece.end()].strip()
            name = _AND_OTHERS.sub("", _OWNED.sub("", name)).strip()
            if 2 <= len(name) <= 20 and not _NO_OUTLET.search(name):
                names[name] = None
    return tuple(names)
