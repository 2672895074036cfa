"""The head of a page that has lost all its line ends: menu, title and fields without a blank
(``当前位置:首页>新闻发布海州市供水新闻发布会实录发布日期:2024-03-05 16:48浏览:58次3月5日,…``).

The title ends with what was held, right before a field, a tool or the day that opens the report; it
begins behind the last item of the menu.
"""

from __future__ import annotations

import re

from exporter.source import dates
from exporter.source.lead_days import CONFERENCE
from exporter.source.phrases import NAVIGATION
from exporter.source.scripts import EAST_ASIAN

HEAD = 400  # characters of a line in which its title stands
SHORTEST, LONGEST = 8, 70  # characters of a title
_LINE = 80  # a shorter line holds no page

_COLON = r"[ \u3000]{0,2}[:：][ \u3000]{0,2}"
_NAMED = r"[\u4e00-\u9fff·]"
_DATE = rf"{dates.FULL}{dates.CLOCK}"
_OUTLET = rf"{_NAMED}{{2,14}}(?:中心|发布|网|报|台|局|办|社)"
_INDEXED = "索引号|文号|发文字号|主题分类|组配分类|体裁分类|有效性|公开方式|公开范围"
_SOURCES = "来源|來源|信息来源|新闻来源|文章来源|稿源|发布机构|发布单位|發布單位"
_MAKERS = "责任?编辑?|编辑|作者|审核|校对"
_WHEN = "(?:发布|发表|发稿|更新|刊发|上传|添加|發布|發佈)?(?:时间|日期|時間)"
_READERS = "(?:浏览|阅读|点击|访问|查看)(?:次数|人数|量|数)?"
_FIELD = (
    rf"(?:{_WHEN}{_COLON}{_DATE}"
    rf"|{_READERS}{_COLON}\d{{1,8}}?(?:[ ]?次|(?=\d{{1,2}}月\d)|(?![\d月]))"
    rf"|[\[【(（]?字[体号](?:大小)?{_COLON}"
    r"[\[【(（]?[ ]?(?:[大中小]号?[ |｜]{0,3}){2,3}[\]】)）]{0,2}"
    rf"|(?:{_SOURCES}){_COLON}{_NAMED}{{2,20}}?(?=\s|{{next}})"
    rf"|(?:{_MAKERS}|记者){_COLON}(?:{_NAMED}{{2,4}}?(?=\s|{{next}})|(?={{next}}))"
    rf"|(?:{_INDEXED}){_COLON}[^\s，。]{{1,40}}"
    # 2024-03-05 09:03 海州融媒体中心 A- A+
    rf"|{_DATE}(?:[ ]{{1,3}}{_OUTLET}(?=[ \u3000]|A-|\d{{1,2}}月))?|A-[ ]?A\+?|A\+[ ]?A-?"
    r"|【?(?:打印|收藏|分享|纠错|关闭)(?:本页|到)?】?[:：]?)"
)
_BEGINS = (
    rf"(?:{_INDEXED}|{_SOURCES}|{_MAKERS}|公开|发布|发表|时间|日期|浏览|阅读|点击|访问"
    r"|[\[【(（]?字[体号]|【?(?:打印|收藏|分享)|A-|\d{4}[年/-]|\d{1,2}月\d{1,2}日)"
)
# 海州新闻网 2024-07-29 1204, at the end of a page
_SIGNED = rf"{_OUTLET}[ \u3000]{{1,3}}{_DATE}(?:[ \u3000]{{1,3}}\d{{1,7}}次?)?"
_NEXT = rf"(?:{_MAKERS}|{_WHEN}|{_SOURCES}|{_READERS})[:：]"
_REVIEWERS = "值班编辑|编审|初审|复审|终审|一审|二审|三审|监制"
_LABELLED = (
    rf"(?:(?:{_MAKERS}|{_REVIEWERS}){_COLON}[\[【]?"
    rf"(?:{_NAMED}{{2,4}}(?:[ 、/，,]{{1,2}}{_NAMED}{{2,3}}){{0,3}}(?=[\s\]】）)\[【（(|｜]|$)"
    rf"|{_NAMED}{{2,4}}?(?={_NEXT})|{_NAMED}{{2,3}})[\]】]?"
    rf"|(?:{_SOURCES}){_COLON}[^\s，。：:]{{2,20}}?(?=[\s\])）】]|$|{_NEXT})"
    rf"|{_WHEN}{_COLON}{_DATE}|{_READERS}{_COLON}\d{{1,8}}[ ]?次?)"
)
_FOOT_FIELD = re.compile(rf"(?P<signed>{_SIGNED})|(?P<day>{_DATE})|{_LABELLED}")
_RUN = re.compile(rf"[ \t\u3000|｜]{{0,4}}{_FIELD.replace('{next}', _BEGINS)}")
_TITLE_END = re.compile(
    rf"(?:{CONFERENCE}|答记者问)(?:(?:文字|图文|现场)?实录)?(?:[(（][^()（）\n]{{1,16}}[)）])?"
    rf"(?=[ \u3000]{{0,3}}(?:{_FIELD.replace('{next}', _BEGINS)}"
    r"|\d{1,2}月\d{1,2}日(?:[上下]午|[,，])))"
)
_SENTENCE = re.compile("[。！？!?；;]")
_PARTS = re.compile(r"[>›»＞→|｜\s]+|(?:位置|栏目)[:：]")
# 便民服务海州市…: the last item of a menu, before the place that opens a title
_ITEM = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:服务|公开|发布|互动|动态|专题|资讯|要闻|中心|回顾|实录|频道|栏目)"
    r"(?=[\u4e00-\u9fff]{2,3}[省市县区州旗])"
)

# Behind these the menu is over, also where it has no other mark.
_LAST_ITEMS = re.compile(
    "登录|注册|首页|无障碍(?:浏览|阅读|版)?|长者模式|关怀版|手机版|客户端|设为首页|加入收藏|收藏本站|搜索"
)
_COLUMNS = sorted(
    {
        *(item for item in NAVIGATION if len(item) > 3 and EAST_ASIAN.search(item)),
        *(
            "正文",
            "详情",
            "内容详情",
            "发布实录",
            "文字实录",
            "往期回顾",
            "例行发布",
            "专题",
            "要闻",
            "首页",
            "登录",
            "注册",
        ),
    },
    key=len,
    reverse=True,
)
_NO_COLUMN = ("会", "厅", "室", "人", "、", "和", "与")


def glued_head(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where the title of the line ``text[start:end]`` begins and ends, and where each field behind
    it does; empty where the line has no such head."""
    if end - start <= _LINE or EAST_ASIAN.search(text, start, start + _LINE) is None:
        return ()
    stop = min(end, start + HEAD)
    sentence = _SENTENCE.search(text, start, stop)  # the title and its fields stand before any
    found = _TITLE_END.search(text, start, sentence.start() if sentence else stop)
    if found is None:
        return ()
    begin = _begin(text, start, found.end())
    if not SHORTEST <= found.end() - begin <= LONGEST:
        return ()
    cuts = [begin, found.end()] if begin > start else [found.end()]
    at = found.end()
    while (field := _RUN.match(text, at, min(end, at + HEAD))) is not None:
        at = field.end()
        cuts.append(at)
    return tuple(cuts) if len(cuts) > 1 else ()


def foot_fields(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the fields of a page stand in its foot; of bare days the only one, as several are those
    of other pages."""
    found = list(_FOOT_FIELD.finditer(text, start, end))
    days = sum(each["day"] is not None for each in found)
    return [each.span() for each in found if not each["day"] or days == 1]


def _begin(text: str, start: int, stop: int) -> int:
    """Where the title begins that ends at `stop`."""
    marks = [mark.end() for mark in _PARTS.finditer(text, start, stop - SHORTEST)]
    marks = marks or [last.end() for last in _LAST_ITEMS.finditer(text, start, stop - SHORTEST)]
    at = marks[-1] if marks else start
    while column := next((word for word in _COLUMNS if text.startswith(word, at)), ""):
        behind = at + len(column)
        if stop - behind < SHORTEST or text.startswith(_NO_COLUMN, behind):
            break
        at = behind
    item = _ITEM.match(text, at)
    return item.end() if item and stop - item.end() >= SHORTEST else at
