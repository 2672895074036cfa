"""What a site puts between the speeches of a flat page: a line about its player, its channel or its
code to scan, a caption behind an arrow, a sentence printed again as an eye-catcher, and lists of
other pages under a heading.

Speech ends its lines like sentences. A line between two of them that has no stop is a label, a
heading, or the site's; the site's is told by words of screens and telephones that make up much of
it (``觀看短片 下載影片``, ``长按二维码关注“海州发布”``), or by the heading above it (相关推荐). On
a page whose lines break off anywhere nothing is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.furniture import is_told, reason_of
from exporter.source.phrases import SECTIONS, simpler, tools
from exporter.source.records import lines

_RULE = "furniture.between-speeches"
_REASON = "the site's own between speeches"
_LONGEST = 70  # characters of such a line
_LATIN = 110  # of one in Latin letters
_ITEMS = 6  # lines of a list
_ITEM = 8  # characters of the title of another page
_STOPPED = re.compile(r"[。！？!?；;：:，,、…—][”’」』)）》】\"]{0,2}$|[.][”’\")]{0,2}$")
_ENDS = re.compile(r"[。！？!?.][”’」』)）\"]{0,2}$")
_WAIT = re.compile(r"(?:\.{2,6}|…{1,3})$")  # 视频加载中，请稍候……
_LABEL = re.compile(r"[^，。：:\n]{1,30}[:：]\s{0,3}(?=\D)")
_BARRED = re.compile(r"[^\s|｜丨／/]{2,8} ?[|｜丨／/] ?(?=\S)")  # 延伸阅读 | 海州水利
_MARKED = re.compile(r"[\[【◤◇◆●■□▌▎▷►☆★*]|\d{1,2}[.、:：)）]|[一二三四五六七八九十]{1,3}、|[（(]")
_TITLED = re.compile(
    r"(?:[长長师師员員任]|书记|書記|记者|記者|发言人|發言人|主席|总理|教授|专家|经理|代表|主持人|嘉宾)"
    r"(?:\s?[\u4e00-\u9fff·]{2,4})?$"
)
_HEADING = re.compile("|".join(f"(?:{cue.pattern})" for cue in SECTIONS), re.IGNORECASE)
_ANSWERED = re.compile("回应|留言|评论|評論|[Cc]omment|[Cc]ontact|information")  # may head a speech
_POINTERS = re.compile(r"^[👇👆👉▼▽↓▲↑☟]|[👇👆👉▼▽↓]$")
_SENTENCE = re.compile("[。？！?!：:]")
# ↑院长在会上回答提问 · ▲社区食堂
_ARROW = re.compile(r"[▲△▼▽↑↓] ?[^。？！?!：:；;\n]{6,60}")
_WORDS = tools()
_SIGNS = frozenset(_WORDS["signs"])
_SURE = _SIGNS | frozenset(word for word in _WORDS["buttons"] if len(word) > 1)
_ACTS = frozenset(word for word in _WORDS["verbs"] if len(word) > 1)
_KNOWN = (
    _SIGNS
    | _ACTS
    | frozenset(word for name in ("objects", "buttons") for word in _WORDS[name] if len(word) > 1)
)
_WORD = max(map(len, _KNOWN))
_ROW = _KNOWN | frozenset(_WORDS["beside"]) - {"报道", "原创", "一般"}
_FIRST = frozenset(word[0] for word in _KNOWN)
_NAMING = _SIGNS | frozenset(_WORDS["naming"])
_NAMING_FIRST = frozenset(word[0] for word in _NAMING)
_TELLING = frozenset(_WORDS["telling"])
_LATIN_WORDS = _TELLING.union(_WORDS["between"])
_LETTERS = re.compile(r"[a-z']+")
_MARKS = re.compile(r"[\W\d_]+|(?<=\d)[xX]")


def asides(text: str) -> Iterator[Change]:
    """A removal for each such line, and for each line of a list of other pages."""
    rows = [(start, end) for start, end in lines(text) if start < end]
    told = [_ends(text, end) for _, end in rows]
    first = next((index for index, ends in enumerate(told) if ends), len(rows))
    last = next((index for index in range(len(rows) - 1, -1, -1) if told[index]), -1)
    if last - first < 2 or _breaks_off(rows[first:last], told[first:last]):
        return
    for start, end in rows[1:first]:
        if _heads(text[start:end].strip()) and not _is_metadata(text, start, end):
            yield Change(start, end + 1, "", "furniture.page-tools", "page tools")
    index = first + 1
    while index < len(rows):
        stop = _stop(text, rows, index, last, told[index])
        for low, high in rows[index:stop]:
            yield Change(low, min(high + 1, len(text)), "", _RULE, _REASON)
        index = max(stop, index + 1)


_STOPS = frozenset("。！？!?.")
_CLOSING = frozenset('”’」』)）"')


def _ends(text: str, end: int) -> bool:
    """Whether the line that ends at `end` ends like a sentence."""
    last = text[end - 1]
    return last in _STOPS or (
        last in _CLOSING and _ENDS.search(text, max(0, end - 4), end) is not None
    )


def _stop(text: str, rows: list[tuple[int, int]], index: int, last: int, ends: bool) -> int:
    """The index behind the last line that goes from `index` on; not above `index` if none does."""
    start, end = rows[index]
    waits = text[end - 1] in ".…" and _WAIT.search(text, max(0, end - 6), end)
    if ends and not waits:
        return index + _is_catcher(text, start, end)
    line = text[start:end].strip()
    if index < last and _HEADING.fullmatch(line):
        listed = _last_item(text, rows, index, last)
        return listed if listed > index else index + (_ANSWERED.search(line) is None)
    if _is_catcher(text, start, end, _CALLED):
        return index + 1
    found = "\t" not in line and (is_screen(line) or _is_captioned(line))
    if found and _LABEL.match(line):  # one of several that are read out
        low, high = rows[index - 1]
        found = _ends(text, high) or "：" not in text[low:high].replace(":", "：")
        found = found and text[high - 1] not in "：:"
    if found and reason_of(line) is not None:  # what other rules know goes, or stays, by them
        found = is_told(line) and ":" not in line.replace("：", ":")
    return index + (found and not _is_metadata(text, start, end))


def _is_metadata(text: str, start: int, end: int) -> bool:
    """Whether the line has a field with a label, a date or a count."""
    told = fields_of(text, start, end)
    kept = ("published", "count")
    return any((f.label and f.kind != "tool") or f.kind in kept for f in told)


_WORDED = re.compile(r"\w")
_HEAD = 40  # characters of a row of buttons above the first sentence
_SOME = 0.3  # of its items that must be known


def _heads(line: str) -> bool:
    """Whether a line above the first sentence is a row of short items, some of them buttons
    (``友善列印 轉寄友人 回上頁``)."""
    items = [item for item in _PARTED.split(simpler(line)) if _WORDED.search(item)]
    if not 1 < len(items) <= len(line) <= _HEAD or max(map(len, items)) > _ITEM or "\t" in line:
        return False
    known = [item for item in items if item.strip("[]【】()（）") in _ROW]
    sure = any(len(item) > 1 for item in known)  # Q & A is a heading
    return sure and len(known) >= _SOME * len(items) and reason_of(line) is None


_CATCHER = (20, 200)  # characters of a sentence that is printed again
_CALLED = 10  # of a quotation without a stop
_QUOTED = (("“", "”"), ("「", "」"), ('"', '"'), ("‘", "’"))


def _is_catcher(text: str, start: int, end: int, least: int = _CATCHER[0]) -> bool:
    """Whether the line is a quotation of a sentence of the text and nothing more."""
    if not least <= end - start <= _CATCHER[1]:
        return False
    if (text[start], text[end - 1]) not in _QUOTED:
        return False
    words = text[start + 1 : end - 1].strip()
    return text.find(words) not in (-1, start + 1) or text.find(words, end) >= 0


# 全品类暑期大促 → · Read More →, to another page
_LEADS_ON = re.compile(r"[^。？！：:；;]{3,70}(?:→|»|➜|➔|>{2,3})")


def _is_captioned(line: str) -> bool:
    """Whether the line is a caption behind an arrow, or leads on by one, and no label."""
    pointed = _ARROW.fullmatch(line) or _LEADS_ON.fullmatch(line)
    return pointed is not None and _TITLED.search(line) is None


_LONG = 24  # characters of a line that may be a paragraph
_SHARE = 0.25  # of them that may lack a stop on a page that has its sentences whole


def _breaks_off(rows: list[tuple[int, int]], told: list[bool]) -> bool:
    """Whether the lines of the text break off anywhere, so that a line without a stop says
    nothing."""
    long = [ends for (start, end), ends in zip(rows, told, strict=True) if end - start > _LONG]
    return long.count(False) > _SHARE * len(long) + 2


def _last_item(text: str, rows: list[tuple[int, int]], index: int, last: int) -> int:
    """The index behind the last line of the list under the heading at `index`; that of the heading
    if no list stands there."""
    stop = index + 1
    while stop < min(last, index + 1 + _ITEMS) and _is_item(text, *rows[stop]):
        stop += 1
    return stop if stop > index + 1 else index


def _is_item(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip().lstrip("·•- ")
    if not _ITEM <= len(line) <= 2 * _LONGEST or _STOPPED.search(line) or _TITLED.search(line):
        return False
    if _MARKED.match(line):
        return False
    label = _LABEL.match(line)
    return label is None or text.count(f"\n{label[0].rstrip()}") < 2


def is_screen(line: str) -> bool:
    """Whether much of the line is words of screens, and none of it a speaker's label."""
    if line.isascii():
        return _is_latin(line)
    words = _WAIT.sub("", line)
    if len(words) > _LONGEST or _STOPPED.search(words) or _MARKED.match(words):
        return False
    if _are_items(words):
        return True
    if label := _LABEL.match(words) or _BARRED.match(words):
        return _is_thing(simpler(label[0].rstrip(" :：|｜丨／/")))
    points = _POINTERS.search(words) is not None and _SENTENCE.search(words) is None
    return _weighs(simpler(words), points)


def _is_thing(label: str) -> bool:
    """Whether a label is words of screens alone (视频：…, 推荐阅读：…), and no speaker's."""
    at = 0
    while at < len(label) and label[at] in _NAMING_FIRST:
        word = _word_at(label, at, _NAMING)
        if not word:
            return False
        at += len(word)
    return 1 < at == len(label)


def _are_items(line: str) -> bool:
    """Whether the line, or what stands behind its colon, is items of which most are buttons
    (``Partilhar 分享 列印``, ``新媒体矩阵：微信 微博 抖音``)."""
    label = _LABEL.match(line)
    items = _PARTED.split(simpler(line[label.end() :] if label else line).strip())
    known = sum(item in _KNOWN for item in items)
    return len(items) > 1 + bool(label) and known >= (len(items) if label else _MOST * len(items))


_PARTED = re.compile(r"[\s|｜/·]+")
_MUCH = 0.45  # of a line's letters that are such words
_NEARLY = 0.75  # where one word is a sign and no other
_MOST = 0.6  # where no word is a sign of its own


# 新媒体矩阵粉丝突破500万: what was done, a heading or an item of a list that is told
_REPORTS = re.compile(
    "突破|达到|破[亿万百]|超[过百千]|增长|上升|下降|累计|上线|推广|推进|推动|推行|加快|建[设成立]|打造|开展|实现|优化|规范"
    "|整治|强化|提升|提高|全程|改革|行动|发展|溯源|新增|完成|丰富|扩大|构建|搭建|助力|赋能|培育|落实|深化|健全|完善|治理|带动|惠及"
)


def _weighs(line: str, points: bool) -> bool:
    if _REPORTS.search(line) is not None:
        return False
    letters = _MARKS.sub("", line)
    at = covered = signs = acts = 0
    while at < len(line):
        word = _word_at(line, at) if line[at] in _FIRST else ""
        covered += len(_MARKS.sub("", word))
        signs += word in _SURE
        acts += word in _ACTS
        at += len(word) or 1
    share = covered / max(1, len(letters))
    if signs + acts and (points or (signs and share >= _NEARLY)):
        return True
    return (signs > 0 and signs + acts > 1 and share >= _MUCH) or (acts > 1 and share >= _MOST)


def _word_at(line: str, at: int, words: frozenset[str] = _KNOWN) -> str:
    """The longest of the words that stands at `at`; empty if none does."""
    for end in range(min(len(line), at + _WORD), at + 1, -1):
        if line[at:end] in words:
            return line[at:end]
    return ""


_QUOTED_NAME = re.compile("“[^“”\n]{2,16}”|「[^「」\n]{2,16}」")


def screen_words(text: str, at: int, end: int) -> int:
    """Where the words of screens end that begin at `at`, names in quotation marks among them
    (``关注“海州发布”微信公众号``); `at` if none do."""
    line = simpler(text[at:end])
    reached = {0}
    for low in range(len(line)):
        if low not in reached:
            continue
        if quoted := _QUOTED_NAME.match(line, low):
            reached.add(quoted.end())
        elif line[low] == " ":
            reached.add(low + 1)
        elif line[low] in _FIRST:
            stops = range(low + 2, min(len(line), low + _WORD) + 1)
            reached.update(stop for stop in stops if line[low:stop] in _KNOWN)
    return at + len(line[: max(reached)].rstrip())


_LATIN_SHARE = 0.55
# Follow the money is a heading; Follow our channel, Listen to this article are none.
_LATIN_SURE = frozenset(_WORDS["sure"])
_SIGN_UP = re.compile("sign(?:ing)? up")


def _is_latin(line: str) -> bool:
    """Whether most words of a line in Latin letters are a button's, and one of them tells."""
    if len(line) > _LATIN or _STOPPED.search(line) or _LABEL.match(line) or line.startswith("**"):
        return False
    words = _LETTERS.findall(_SIGN_UP.sub("subscribe", line.lower()))
    telling = sum(word in _TELLING for word in words)
    known = sum(word in _LATIN_WORDS for word in words)
    sure = telling > 1 or not _LATIN_SURE.isdisjoint(words)
    return telling > 0 and sure and len(words) > 2 and known >= _LATIN_SHARE * len(words)
