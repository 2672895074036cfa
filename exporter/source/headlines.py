"""The title of a record that only its place tells.

It stands right above the fields that say who published the page and when, or right above a dateline
(``中新社北京5月30日电 …``), as on the pages of newspapers and their copies. Titles that say what
they are (``…新闻发布会实录``) are found in `metadata`.
"""

from __future__ import annotations

import re

from exporter.source.bare import Field
from exporter.source.fields import fields_of
from exporter.source.lead_days import CONFERENCE
from exporter.source.leaves import LEAF
from exporter.source.records import lines
from exporter.source.scripts import HAN_CHAR

LONGEST_TITLE = 90
HEAD = 800  # characters of a record in which title and fields stand
# A caption's credit, a subtitle, a list's item, buttons, a line of fields that no one could read.
_OTHER = re.compile(
    r"^[—\-•·▼▲※|\[［]|[(（](?:资料图|資料圖|[^()（）]{0,16}[摄攝])[)）][ |]{0,3}$|[摄攝]$|.\s"
    r"[|｜]\s."
    r"|^(?:主持人?|嘉宾|发言人|记者|記者|地点|地點|时间|時間|问|答)[\s:：]|\d{1,2}[:：]\d{2}"
)
_TITLED_FROM = 6  # characters of a title that only its place tells
# 新华社北京3月1日电 · 中國臺灣網4月25日北京訊 · 本报讯（记者 李四） · 人民网北京5月14日电
_DATELINE = re.compile(
    r"(?:[【(（《]?[^\s，。：:（(]{0,16}?(?:社|网|網|报|報|台|臺)[^\n，。：:]{0,8}?\d{1,2}月\d{1,2}日[^\n，。：:（(]{0,6}"
    r"\s?(?:电|電|讯|訊|消息)"
    r"|[^\s，。：:（(]{2,12}[网網报報社](?:综合|綜合)?[讯訊][ \u3000（(]"
    r"|本[报報网網][讯訊]|以下[是为為])"
)
# 记者：局长，…: the first turn, right below the title
_FIRST_LABEL = re.compile(
    r"(?:记者|記者|主持人|问|問|[\[【](?:记者|記者|主持人)[\]】])\s?[:：\]】]"
)
_BETWEEN = 2  # short lines between a title and the dateline: captions, a second line
_ORIGINAL = re.compile(r"(?:原创|原創|转载|轉載)\s{1,4}")
# 文字实录|海州市… · 扫描二维码访问海州网 海州市…发布会 扫描二维码访问微信
_KIND = re.compile(
    r"(?:(?:文字|图文|现场|視頻|视频)?(?:实录|實錄|直播|回放|预告)\s?[|｜]"
    r"|(?:文字|图文|现场|視頻|视频)(?:实录|實錄|直播|回放)\s?[:：])\s?"
)
_SCAN = re.compile(r"[扫掃][描一]?[^\s。，]{2,20}\s{1,4}")
_SCAN_BEHIND = re.compile(r"\s[扫掃][描一]?二[维維][码碼][^\s。，]{0,16}$")
# 小任会客：…谈治理超载http://www.haizhou.example
_ADDRESS_BEHIND = re.compile(r"\s{0,3}https?://[\w./\-]{4,80}$")
_MARKED = re.compile(r"\d{1,2}[.、]\s{1,4}")

Row = tuple[int, int, tuple[Field, ...]]


def by_place(text: str, rows: list[Row]) -> tuple[int, int] | None:
    """Start and end of the title; `rows` are the lines of fields, which are none."""
    taken = {start for start, _, _ in rows}
    leaf = [end for _, end, found in rows if any(field.label == LEAF for field in found)]
    if leaf and leaf[0] < HEAD:
        return _below(text, leaf[0])
    dated = [start for start, _, found in rows if any(map(_dates, found))]
    if dated and dated[0] < HEAD and "。" not in text[: dated[0]]:
        above = _above(text, dated[0], taken)
        first = not text[: dated[0]].strip()  # 海州晨报 2016-03-03, over the title
        if above or first:
            return above or _below(text, dated[0])
    found = _before_dateline(text, taken) or _above_prose(text, taken)
    return found or _above_all(text, taken)


_TOP = 3  # short lines at the top of a record, of which one may be its title
_WHOLE = 12  # characters of a title that nothing but its place tells
_FIRST_SAID = re.compile(r"[^\n，。：:]{2,40}[：:]|[^\n]{20,400}[。！？]$", re.MULTILINE)
_LISTED = re.compile(
    r"^(?:[一二三四五六七八九十\d]{1,3}[、.．）)]|[（(\[【◤◇◆●■□▌▎▷►☆★*“])|[；;，,、_]"
)


def _above_all(text: str, taken: set[int]) -> tuple[int, int] | None:
    """The first line of some length at the top of the record, right above the first speech or
    paragraph, if nothing is against its being a title."""
    rows = [row for row in lines(text, 0, min(len(text), HEAD)) if row[0] < row[1]]
    rows = [row for row in rows if row[0] not in taken][: _TOP + 1]
    said = next((i for i, row in enumerate(rows) if _FIRST_SAID.match(text, *row)), None)
    for start, end in rows[: said or 0]:
        words = text[start:end]
        if len(words) < _WHOLE:
            continue
        against = _NAMED.search(words) or _LISTED.search(words) or not _reads_like_one(words)
        return None if against else (start, end)
    return None


# “…！”昨日，正在参加… · 近日，市水利局…: how a report begins
_REPORT = re.compile(
    r"(?:“[^“”\n]{2,80}”)?[^\n。“”]{0,40}?(?:\d{1,2}[日号]|[昨今][日天]|[上中下]午|近日|日前|近期|(?:记者|記者)(?![：:]))"
)
_PROSE = 60  # characters of a paragraph, at least
_NAMED = re.compile(r"[长長任员員人记記师師者] ?[\u4e00-\u9fff·]{2,4}$|(?:现场|現場)$|[：:]$")


def _above_prose(text: str, taken: set[int]) -> tuple[int, int] | None:
    """The first line, if it reads like a title and a report's first paragraph stands below it."""
    rows = (row for row in lines(text) if row[0] < row[1])
    first, below = next(rows, (0, 0)), next(rows, (0, 0))
    words = text[slice(*first)]
    told = below[1] - below[0] >= _PROSE and _REPORT.match(text, *below)
    if not told or first[0] in taken or not _reads_like_one(words) or _NAMED.search(words):
        return None
    return first


def heads_fields(text: str, start: int, end: int) -> bool:
    """Whether the short line ``[start, end)`` stands right above a line of fields with a date: a
    title, though it may end like a sentence."""
    if not _reads_like_one(text[start:end]):
        return False
    for _ in range(_BYLINES):
        while text[end : end + 1].isspace():
            end += 1
        start, stop = end, text.find("\n", end)
        end = stop if stop >= 0 else len(text)
        if any(field.kind == "published" for field in fields_of(text, start, end)):
            return True
        if not text.startswith(("原创", "原創"), start):
            return False
    return False


_BYLINES = 2  # 原创 小海 海州海事 / 海州海事 2024-01-18 19:42 广东


def _dates(field: Field) -> bool:
    return field.kind in ("published", "event")


def _above(text: str, stop: int, taken: set[int]) -> tuple[int, int] | None:
    """The line above `stop` that reads like a title, the one next to it if several do."""
    found = [
        (start, end)
        for start, end in lines(text, 0, max(0, stop - 1))
        if start < stop and start not in taken and _reads_like_one(text[start:end])
    ]
    return found[-1] if found else None


def _below(text: str, start: int) -> tuple[int, int] | None:
    """The first line below the head of a newspaper's page, if it reads like a title."""
    found = ((low, high) for low, high in lines(text, start, start + HEAD) if low < high)
    low, high = next((line for line in found if line[0] > start), (0, 0))
    if text[high - 1 : high] in tuple("：:"):  # …发布会： / 发言人与记者畅所欲言
        high = next((stop for at, stop in found if at > low), high)
    return (low, high) if _reads_like_one(text[low:high]) else None


def _before_dateline(text: str, taken: set[int]) -> tuple[int, int] | None:
    """The first line, if it reads like a title and the next begins with a dateline."""
    first: tuple[int, int] | None = None
    passed = 0
    for start, end in lines(text):
        if start in taken or not text[start:end].strip():
            continue
        if first is None:  # 新聞公報, above the title, names the kind of page
            first = (start, end) if end - start >= _TITLED_FROM else None
        elif not _reads_like_one(text[slice(*first)]):
            return None
        elif _DATELINE.match(text, start, end) or _FIRST_LABEL.match(text, start, end):
            return first
        passed += 1
        if passed > _BETWEEN + 1 or "。" in text[start:end] or end - start > LONGEST_TITLE:
            return None
    return None


def _reads_like_one(line: str) -> bool:
    """Whether nothing in the line is against its being a title."""
    words = line.strip()
    return (
        _TITLED_FROM <= len(words) <= LONGEST_TITLE
        and words[-1] not in "。；;：:，,、"
        and "。" not in words
        and len(HAN_CHAR.findall(words)) * 2 > len(words) - words.count(" ")
        and _OTHER.search(words) is None
    )


def without_mark(text: str, start: int, end: int) -> tuple[int, int]:
    """The title's line from behind a list's number or the word that the text is original."""
    for mark in (_MARKED, _ORIGINAL, _KIND, _SCAN):
        if found := mark.match(text, start, end):
            start = found.end()
    for mark in (_SCAN_BEHIND, _ADDRESS_BEHIND):
        if found := mark.search(text, start, end):
            end = found.start()
    return start, end


# 新闻发布会文字实录: what is held and nothing of it, the last line of a title
_LAST = re.compile(
    rf"(?:{CONFERENCE}|答记者问|答記者問)?(?:文字|图文|现场|文字)?(?:实录|實錄|全文)?(?:[(（][^()（）\n]{{1,12}}[)）])?"
)
_VERB_FIRST = re.compile(
    "主持例行|主持召开|就[^，。]{2,30}(?:答记者问|答記者問)"
)  # …发言人李梅 / 主持例行记者会
_PAIRS = (("“", "”"), ("《", "》"), ("「", "」"), ("‘", "’"))
_MORE = 3  # lines of a title above or below the one that was told
_LINE = 40  # characters of such a line
_SITES = re.compile(r"(?:网|网站|門戶|门户|频道|专题|栏目|版|首页|中心|平台)$|^[>›·•【\[]|[|｜:：]")


def whole(text: str, start: int, end: int, taken: set[int]) -> tuple[int, int]:
    """The title with the lines that belong to it: those that hold the other half of a pair of
    quotation marks, and those above a line that only says what was held. Lines that begin at
    `taken` are none."""
    for _ in range(_MORE):
        words = text[start:end]
        bare = _LAST.fullmatch(words.strip()) or _VERB_FIRST.match(words)
        bare = bare or _SUBTITLE.fullmatch(words.strip())
        if (
            bare
            or _broken(text, start, words)
            or any(words.count(a) < words.count(b) for a, b in _PAIRS)
        ):
            low = text.rfind("\n", 0, max(0, start - 1)) + 1
            if low >= start or not _goes_on(text, low, start - 1, taken):
                return start, end
            start = low
        elif any(words.count(a) > words.count(b) for a, b in _PAIRS):
            stop = text.find("\n", end + 1)
            stop = stop if stop >= 0 else len(text)
            if not _goes_on(text, end + 1, stop, taken):
                return start, end
            end = stop
        elif stop := _second(text, end, taken):
            return start, stop
        elif _opens_quoted(text, start, taken):
            start = text.rfind("\n", 0, start - 1) + 1
            return start, end
        else:
            return start, end
    return start, end


# 海州市“四好农村路”建设暨旅游公路 / 服务保障新闻发布会
_SECOND_HALF = re.compile(
    rf"(?![^\n]{{0,8}}[省市县区州旗盟厅局委办])[^\s\d“《：，]{{0,12}}{CONFERENCE}"
)
_FIRST_HALF = re.compile(
    r"(?:[\u4e00-\u9fff]{2,7}[省市县区州旗盟]|\d{4}年)[^\s，。：！？]{6,36}(?<![网站户政府])"
)


def _broken(text: str, start: int, words: str) -> bool:
    """Whether a title's line, of no place, is the second half of one that the line above begins."""
    low = text.rfind("\n", 0, max(0, start - 1)) + 1
    above = text[low : max(low, start - 1)].strip()
    half = _SECOND_HALF.fullmatch(words.strip()) and _FIRST_HALF.fullmatch(above)
    return half is not None and re.search(CONFERENCE, above) is None


_ENDS_HELD = re.compile(f"{CONFERENCE}$")
# 湖边的跑步课 / ——云溪马拉松新闻发布会侧记
_SUBTITLE = re.compile(r"(?:——|－－|--)[^\n。！？：]{4,60}")
# 海州市新闻发布会 / 青山专场实录
_SECOND = re.compile(r"[^\n，。：；！？|]{0,16}(?:专场|实录|實錄|全文)")


def _second(text: str, end: int, taken: set[int]) -> int:
    """Where the line below a title ends that names the conference's part or kind, or begins with a
    dash; 0 if it doesn't."""
    stop = text.find("\n", end + 1)
    if stop >= 0 and end + 1 not in taken and _SUBTITLE.fullmatch(text, end + 1, stop):
        return stop
    if stop < 0 or end + 1 in taken or not _ENDS_HELD.search(text, max(0, end - 20), end):
        return 0
    return stop if _SECOND.fullmatch(text, end + 1, stop) else 0


# …談話內容（附圖／短片） · …（只有中文） · … at media session (with video): what the page adds
_ADDED = re.compile(
    r"(?:\s?[(（](?:[只祇]有[中英]文|附(?:有|帶)?(?:[圖图相]片?|短片|影片|視頻|视频|錄音|[／/、及和與与])+"
    r"|with (?:photos?|videos?|audio|[/&]|and| )+)[)）]){1,3}$"
)
_COLUMNS = (
    "(?:(?:新闻|新聞|权威|權威|例行)?(?:发布会?|發布會?|發佈會?|记者会|記者會)?"
    "(?:文字|图文|圖文|现场|現場|视频|視頻|影音|在线|在線|网上|全文)?(?:实录|實錄|直播|直擊|回放|访谈|訪談|答问|摘要)"
    "|(?:新闻|新聞|权威|權威)(?:发布会?|發布會?|發佈會?)|双语|视频|視頻|全文|有片)"
)
# [新聞] … · 嘉南市政府全球資訊網-…: what sites put around a title
_WRAPPERS = (
    _ADDED,
    re.compile(
        r"^[\[【](?:新聞|新闻|公告|转载|轉載|原创|原創|快讯|快訊|轉錄)[\]】]\s{0,2}(?=\S{6})"
    ),
    # 【发布实录】海州市… · 图文直播｜海州市…: the column
    re.compile(rf"^(?:[\[【]{_COLUMNS}[\]】]\s{{0,2}}|{_COLUMNS}\s?[|｜丨]\s?)(?=\S{{6}})"),
    re.compile(r"^[^\s\-－—|｜]{2,16}(?:網|网|網站|网站|门户)\s?[\-－|｜]\s?(?=\S{6})"),
    # 海州新闻网>>发布会>>海州市…发布会_海州新闻网: where the page is, and the site
    re.compile(r"^(?:[^\s>›»＞，。]{2,16}\s?[>›»＞]{1,2}\s?){1,6}(?=[^>›»＞]{8})"),
    re.compile(
        r"(?<=\S{8})\s?[_|｜]\s?[^\s_|｜，。]{2,14}(?:網|网|網站|网站|门户|频道|政府|客户端|在线)$"
    ),
)
# 在线访谈 - 图文直播 - 海州市人民政府 · 位置：海州新闻网 >> 新闻发布 >> 正文
_TRAILED = re.compile(r"\s[-–—_|｜]\s|\s?[>›»＞]{1,2}\s?")
_OF_SITE = re.compile(
    rf"(?:[^，。]{{0,10}}位置[:：]\s?)?[^，。\s]{{0,14}}(?:網|网|網站|网站|门户|政府|首页|频道)|正文|详情|内容|{_COLUMNS}"
)


def is_trail(line: str) -> bool:
    """Whether the line says nothing but where the page is: columns and the site's name."""
    if "，" in line or "。" in line:
        return False
    parts = [part.strip() for part in _TRAILED.split(line.strip())]
    return len(parts) > 1 and all(map(_OF_SITE.fullmatch, parts))


_DOUBLED = re.compile("([,，])[,，]+")


def tidied(title: str) -> str:
    """The title without what sites put around it."""
    for wrapper in _WRAPPERS:
        title = wrapper.sub("", title)
    title = _DOUBLED.sub(r"\1", title)
    # a page may have lost what its brackets held
    return title.removeprefix("- ").removesuffix("()").removesuffix("（）")


def _opens_quoted(text: str, start: int, taken: set[int]) -> bool:
    """Whether a title that begins with a quotation has its body's name in the line above
    (``海州市政府新闻办`` / ``“第三届杏花节”新闻发布会``)."""
    low = text.rfind("\n", 0, max(0, start - 1)) + 1
    line = text[low : max(low, start - 1)].strip()
    named = _CONVENER.search(line) is not None
    return text.startswith(("“", "《"), start) and named and _goes_on(text, low, start - 1, taken)


_CONVENER = re.compile(
    r"(?:新闻办|新闻办公室|新聞辦|人民政府|办公室|委员会|[厅局])(?:举行|召开|举办)?$"
)


def _goes_on(text: str, low: int, high: int, taken: set[int]) -> bool:
    """Whether the line may be a part of a title."""
    line = text[low:high].strip()
    return (
        low not in taken
        and 2 <= len(line) <= _LINE
        and line[-1] not in "。！？!?；;，,"
        and _SITES.search(line) is None
    )


def joined(words: str) -> str:
    """The lines of a title as one, with single blanks; none where characters meet."""
    lines = (" ".join(line.split()) for line in words.split("\n"))
    words = re.sub(r"(?<=[\u4e00-\u9fff”》：])\n(?=[\u4e00-\u9fff“《—])", "", "\n".join(lines))
    return words.replace("\n", " ").strip(" |｜")
