"""What stands above the title of a record: names of the site and of its columns, its menu, other
pages.

The article begins with its title, so such a line is told by its place alone, whatever it says. One
that is a sentence, has a label, or names a person (the English way to print who speaks) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.records import lines

# 中国·海州 · 海州日报 · 海州市人民政府 www.haizhou.gov.cn · 新聞公報
_MAST = re.compile(
    r"中国[·•][\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff·]{2,16}(?:网|網|网站|網站|政府|[日晚早]报|[日晚]報|发布|發布|新闻|新聞|在线"
    r"|频道|頻道|公报|公報|电视台|融媒)(?:[ .]{0,3}(?:www\.)?[\w.]{0,30})"
)
_LONGEST = 60  # characters of a line that is no text
_SAYS = re.compile("[。！？!?；;，,]$|[：:](?!//)")
# The Hon Jo Hale MP / MINISTER FOR WATER · 海州市水利局局长 柯恺
_PERSON = re.compile(
    r"\b(?:Hon|MP|MLA|Senator|Ministers?|Premier|Treasurer|President|Governor|Mayor|Ambassador"
    r"|Secretary(?! of| to the)|Spokes\w{2,9}|Commissioner|Chair\w{0,7}|Director|Member for"
    r"|Mr|Ms|Mrs|Dr|Prof\w{0,6})\b"
    r"|(?:[长長任記记]|主席|总理|教授|代表|发言人|發言人|主持人|嘉宾)(?:\s?[\u4e00-\u9fff·]{2,4})?$",
    re.IGNORECASE,
)


def above(text: str, stop: int, taken: set[int]) -> Iterator[Change]:
    """The removal of the lines right above the title, which begins at `stop`, up to a sentence or a
    label; lines that begin at `taken` are fields."""
    head = text.rfind("\n", 0, stop)  # the end of the line above the title's
    rows = [row for row in lines(text, 0, head) if row[0] < row[1]] if head > 0 else []
    for start, end in reversed(rows):
        if start in taken:
            continue
        line = text[start:end].strip()
        if len(line) > _LONGEST or _SAYS.search(line):
            return
        if _MAST.fullmatch(line):
            yield Change(start, end + 1, "", "furniture.masthead", "name of the site")
        elif _PERSON.search(line) is None:
            yield Change(start, end + 1, "", "furniture.above-the-title", "above the title")
