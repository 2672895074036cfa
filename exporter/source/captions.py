"""Photo captions and credits: printed in the page, spoken by nobody.

A caption is known by its credit (``人民网记者现场提问(记者 赵嘉 摄影)``), by the label that repeats
it (``…张正洪主持新闻发布会`` before ``…张正洪:女士们``), by standing alone in its line, or by being
发布会现场.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.source.credits import is_signed
from exporter.source.draft import Change
from exporter.source.heralds import announced, heralds
from exporter.source.phrases import caption_words
from exporter.source.pictured import glued, pictured
from exporter.source.records import lines
from exporter.source.scripts import EAST_ASIAN

RULE = "caption"
_WORDS = caption_words()
DEEDS = f"(?:{_WORDS['deeds']})"
SPOKEN = f"(?:{_WORDS['spoken']})"
_CREDITED = (
    r"(?:整理|文字|文|[记記][录錄者]|采写|採寫|撰文|编辑|編輯|校对|校對|摄影|攝影|图片|圖片|图|圖|摄像|视频|统筹|策划|通讯员)"
    r"[:：／/]\s?[^()（）\s。，,:：；;？！]{1,14}"
)
_CREDIT = re.compile(
    r"[(（]\s{0,2}(?:(?:本报|本网)?(?:记者|通讯员|記者|特约记者)?[^()（）\n。，,]{0,20}"
    r"(?:摄影|摄|攝影|攝|供图|/图|图/文|图片提供|(?:摄影|图文)?报道|文/图|文图)"
    r"|(?:图片来源|图源|[图圖][/／]|图片[/／]|[图圖]片?由|供图|摄影|攝影|图|翻攝)\s{0,2}[:：]?"
    r"[^()（）\n。，,]{0,20}"
    r"|[资資]料[图圖](?:片)?"
    # （发布会现场 摄影：王芳） · （整理：王芳 摄影：赵刚）
    rf"|(?:[^()（）\s。，,:：]{{2,16}}(?:现场|現場)\s{{1,2}})?{_CREDITED}(?:[\s，；]{{1,2}}{_CREDITED}){{0,4}})"
    r"\s{0,2}[)）]。?"
)
# Before a date, a label, a salutation, or alone.
_SCENE = re.compile(
    r"(?:^|(?<=[。！？!?\n]))[▲△↑]?(?:图为|图[:：]?)?(?:新闻|新聞)?(?:发布会|發布會|发布活动)(?:现场|現場)(?:图片?|照片)?[。.]?"
    rf"(?=\d{{1,4}}[年月]|[\n▲◤]|$|[^\n，。：:,;；！？!?{_WORDS['scene_goes_on']}]{{2,40}}"
    r"(?:女士们|先生们|[:：])|(?:省|市|县|区|州|国)[^\n，。]{2,30})"
)
_OF_SCENE = re.compile("(?:发布会|發布會|发布活动)(?:现场|現場)")
_DEED = re.compile(DEEDS + r"[。.]?[ \n]?")
_CAPTION_LINE = re.compile(
    r"(?:[^。！？!?\n，,：:]{4,60}" + DEEDS + r"[。.]?"
    r"|[^。！？!?\n，,：:\s]{2,30}(?:[长長任记記员員師师席]|书记|主任)[\u4e00-\u9fff·]{2,4}"
    r"(?:介绍|通报|解读|发布|介紹|通報|解讀|發布)[^\s，。、：；！？]{2,24}"
    rf"|[\u4e00-\u9fff·]{{2,4}}{_WORDS['of_names']}"
    r"|(?:图为|圖為|[图圖](?:片|注|说)?(?:[:：①-⑩]|[一二三四五六七八九十\d]{1,2}(?=[:：.、\s]|$))|△"
    r"|▲?图[:：]|资料图).{0,80}"
    r"|(?:[^。！？!?\n]{0,30}\s)?(?:摄影|攝影|供图|图片)\s?[:：／/]\s?[^。！？!?\n]{1,20}"
    r"|(?:[^。！？!?\n]{0,60}[。\s]{1,2})?(?:[^\s。]{2,16}(?:记者|記者)?\s[^\s。]{2,4}\s?(?:摄|攝))"
    r"|(?:[^。！？!?\n]{0,60}[。\s])?[^\s。]{0,12}(?:记者|記者|通讯员)[^\s。]{2,4}\s?(?:摄影?|攝影?)"
    r"|[^。！？!?\n]{4,60}。\s?[^\s。]{2,4}\s(?:摄|攝)"
    r"|[^\n]{4,200}。[^\s。]{2,16}(?:记者|記者) ?[^\s。]{2,4} ?[/／]?(?:摄|攝)"
    r"|[\u4e00-\u9fff·]{2,4} (?:摄影?(?:报道)?|攝影?(?:報導)?|供图|供圖)"
    r"|(?:摄影|攝影|供图)[ ：:][\u4e00-\u9fff·]{2,4}"
    r"|[^。！？!?\n]{2,30} [^。！？!?\n ]{2,12} ?(?:供图|供圖)"
    r"|(?:本文|文中|以上|上述)?(?:图片|照片|配图)(?:均|都)?(?:(?:由|为)[^。！？，\n]{2,24}(?:提供|摄|拍摄|供图)"
    r"|(?:来源于?|来自于?)(?:网络|互联网|[:：]?\s?[^。！？，\n]{2,16}(?:[网报社台局办]|发布|新闻|日报|客户端|中心)))。?"
    r"|(?:Photo|Photograph)s?\s?(?:by (?=[A-Z])|:|courtesy)[^\n]{1,80})",
)
_NOT_CAPTION = re.compile(
    rf"^(?:{_WORDS['not_captions']}|\d{{1,2}}月|\d{{4}}年)|{_WORDS['spoken']}"
    r"|召开|举行|第[一二三四五六七八九十]"
    r"|^[（(]?[一二三四五六七八九十\d]{1,2}[、.．)）]"  # 二、市水利局局长柯恺介绍情况: an agenda
)
_CREDIT_LINE = re.compile(
    r"(?:记者|記者|通讯员|图)[^。！？]{0,12}\s?(?:摄影?|攝影?)$"
    r"|[。 ][^\s。]{2,8}(?: [^\s。]{2,4})?\s?(?:摄|攝)$|(?:记者|記者)[^\s。]{2,4} ?[/／](?:摄|攝)$"
)
_MARKS = "◎○△▽↑↓☆★"
_CREDITS = ("摄", "攝", "影")  # its last character
_STAMP = re.compile(r"[\[【(（]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\]】)）]?[ \t]{1,4}(?=[图圖△▲])")
_NAMED_PICTURE = re.compile(r"(?:图|图片|照片|图为|图说|圖)[①-⑩一二三四五六七八九十\d]{0,2}$")
# The lead: a day, and that something was held on it.
_TOLD = re.compile(r"日[^\n]{0,80}(?:召开|召開|举行|舉行|举办|舉辦)")
# Before a name these hand over to it.
_CALLS = re.compile("请|請|由|让|谢|欢迎|听|首先|下面|接下来")
BEFORE = 70  # characters before a credit in which its caption begins


def captions(text: str) -> Iterator[Change]:
    """A removal for each caption and credit."""
    found = [*_lines(text), *_galleries(text), *_photographed(text)]
    if EAST_ASIAN.search(text):  # words of Latin letters caption by lines alone
        found += [*_scenes(text), *_credited(text), *_repeated(text)]
        found += [*pictured(text), *glued(text)]
    last = 0
    for change in sorted(found, key=lambda change: (change.start, -change.end)):
        if change.start >= last:
            yield change
            last = change.end


# Jo Hale takes a question. [Photo by Kim Ward/Harbour News]
_PHOTO = re.compile(r"[\[(]Photos?(?:/| ?by |: | courtesy )[^\])\n]{1,80}[\])][ .]{0,3}(?=\n|$)")
_LINE = 300  # characters of a caption's line
_DESCRIBED = 400  # characters of a line that describes a picture
_LABELLED = re.compile(r"(?:Q\b|[A-Z][\w.'’\- ]{1,40}(?:\([^)\n]{1,40}\))?:)")


def is_caption(line: str) -> bool:
    """Whether a line, or words set apart from all others as a line is, are a caption or credit."""
    if len(line) > _DESCRIBED:
        return False
    if is_signed(line):
        return True
    credited = line[-1:] in _CREDITS and _CREDIT_LINE.search(line) is not None
    bare = line.lstrip(_MARKS)
    if (credited or not _NOT_CAPTION.search(bare)) and _CAPTION_LINE.fullmatch(bare):
        return True
    scene = _OF_SCENE.search(line) is not None and _SCENE.fullmatch(line) is not None
    return scene or any(found.end() == len(line) for found in _CREDIT.finditer(line))


def is_shown(words: str) -> bool:
    """Whether words between two blanks are a caption with its credit behind it (``解春晖通报情况。
    通讯员 白露 摄``): one paragraph, and nobody's speech."""
    parts = words.split("。 ")
    return len(parts) < 3 and (len(parts) == 1 or len(parts[1]) <= _BEHIND) and is_signed(words)


_BEHIND = 40  # characters of the credit


def _photographed(text: str) -> Iterator[Change]:
    """Lines in Latin letters that end with the credit of a picture; of a longer one the credit."""
    for found in _PHOTO.finditer(text) if "Photo" in text else ():
        start = text.rfind("\n", 0, found.start()) + 1
        short = found.end() - start <= _DESCRIBED
        whole = short and not _LABELLED.match(text, start, found.start())
        low = start if whole else found.start()
        yield Change(low, min(found.end() + whole, len(text)), "", RULE, "caption of a picture")


def _scenes(text: str) -> Iterator[Change]:
    for found in _SCENE.finditer(text) if _OF_SCENE.search(text) else ():
        yield Change(*found.span(), "", RULE, "caption of a picture of the scene")


def _credited(text: str) -> Iterator[Change]:
    """Credits in brackets, with the caption between them and the sentence before."""
    for found in _CREDIT.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        pointed = text[line : line + 1] in _POINTERS and found.start() - line <= 2 * BEFORE
        whole = pointed or _shown(text, line, found)
        start = line if whole else _sentence_start(text, found.start())
        yield Change(start, found.end(), "", RULE, "caption with a photographer's credit")


_SAID = re.compile("[我您你：:]|[谢謝请請]|大家|各位")


def _shown(text: str, line: int, credit: re.Match[str]) -> bool:
    """Whether the line is one sentence of what a picture shows and, behind it, who took it
    (``柯恺离场时媒体追问。（记者田野摄）``)."""
    end = credit.end()
    alone = line > 0 and text[end : end + 1] in ("", "\n") and credit.start() - line <= BEFORE
    taken = credit[0].rstrip(" )）。").endswith(_CREDITS)
    words = text[line : credit.start()].rstrip()
    one = words.endswith("。") and words.count("。") == 1
    return alone and taken and one and _SAID.search(words) is None


_POINTERS = ("▲", "▼", "△", "▽", "↑")  # ▼云溪水库的大坝。（图／陈明摄）


def _sentence_start(text: str, at: int) -> int:
    """Where the caption before the credit at `at` begins; `at` itself if text stands there."""
    low = max(0, at - BEFORE)
    for index in range(at - 1, low - 1, -1):
        closes = text[index] == "”" and text[index - 1 : index] in tuple("。！？!?")
        if closes or text[index] in "。！？!?\n":
            return index + 1
        if text[index] in "：:" and not _NAMED_PICTURE.search(text, max(0, index - 6), index):
            return index + 1  # a label stands before it
    return low if low == 0 else at


def _repeated(text: str) -> Iterator[Change]:
    """Captions that name a person in the very words with which the label after them begins."""
    for found in _DEED.finditer(text):
        start = _sentence_start_for_repeat(text, found.start(), found.end())
        if start is not None:
            yield Change(start, found.end(), "", RULE, "caption repeated by the label behind it")


def _sentence_start_for_repeat(text: str, deed: int, end: int) -> int | None:
    """The start of the longest name before the deed that stands again behind it."""
    behind = re.sub(r"\s", "", text[end : end + 80])
    low = max(0, deed - 60)
    stop = max(text.rfind(mark, low, deed) for mark in "。！？!?\n：:") + 1 or low
    for start in range(stop, deed - 3):
        if _CALLS.search(text, stop, start):
            return None  # 先请市教育局介绍情况。市教育局副局长…: said, and no caption
        name = re.sub(r"\s", "", text[start:deed])
        if len(name) >= 4 and behind.startswith(name):
            return None if _narrates(text, start, end) else start
    return None


def _narrates(text: str, start: int, end: int) -> bool:
    """Whether the words are a clause of a sentence (``…介绍情况，罗朝阳主持发布会。``), or the last
    sentence of a paragraph that tells of the conference; a caption is neither."""
    if text[start - 1 : start] in tuple("，,、；;"):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    presides = "主持" in text[start:end]  # …大校答记者问。 there is a picture's
    closed = presides and text[end - 2 : end].rstrip()[-1:] in tuple("。.")
    return closed and _TOLD.search(line) is not None and text[end - 1 : end + 1].count("\n") > 0


def _far_credit(text: str, start: int, end: int) -> bool:
    """Whether a line that is long for a caption ends with who took the picture."""
    return text[end - 1 : end] in _CREDITS and end - start <= 240


# ▷ 健康报提问, alone in a line above an unlabelled question: who asks it, behind no picture's sign
_ASKS_BELOW = re.compile(r"[^\w\s▲▼△▽↑“《（(【\[][^\n。，：:]{2,18}(?:提问|追问|提問|追問)[ \t]*$")
_QUESTION = re.compile(r"\n[^\n：:]{6,}[？?][ \t]*(?:\n|$)")


def _lines(text: str) -> Iterator[Change]:
    """Lines of their own that are captions; the first, which may be the title, only with a
    credit."""
    at, first = 0, True
    deeds: frozenset[str] | None = None
    while at or first:
        end = text.find("\n", at)
        stop = end if end >= 0 else len(text)
        line = text[at:stop] if stop - at <= 120 or _far_credit(text, at, stop) else ""
        signed = 0 < at < stop <= at + _LINE and is_signed(text[at:stop])
        if stamp := _STAMP.match(line):  # 15:01 图为发布会现场: a post of a board
            line = line[stamp.end() :]
        # 谢勇 摄: 谢 is no thanks here
        credited = line[-1:] in _CREDITS and _CREDIT_LINE.search(line) is not None
        line = line.lstrip(_MARKS)
        asks = _ASKS_BELOW.match(text, at, stop) and _QUESTION.match(text, stop)
        likely = credited or not (first or asks or _NOT_CAPTION.search(line))
        first = False
        if likely and _CAPTION_LINE.fullmatch(line):
            deeds = announced(text) if deeds is None else deeds
            likely = not heralds(text, at, stop, deeds)
        else:
            likely = False
        if likely or signed:
            yield Change(at, min(stop + 1, len(text)), "", RULE, "caption in a line of its own")
        at = end + 1


_PICTURED = re.compile(
    "(?:发布会|發布會|發佈會|采访|採訪|见面会|記者會|记者会|活动)?(?:现场|現場)$|(?:提问|提問)$"
)
_LISTED = re.compile(r"[^\n，。：；！？,:;!?（）()]{2,40}")
_CREDITOR = re.compile(r"[\u4e00-\u9fff·]{2,10}(?: [\u4e00-\u9fff·]{2,4})?")


def _galleries(text: str) -> Iterator[Change]:
    """Pictures in a row, each a line for what it shows and a line for who took it (``…采访现场`` /
    ``海州网 田野``), who took two of them at least."""
    if not _PICTURED_ANY.search(text):
        return
    rows = [(start, end) for start, end in lines(text) if start < end]
    index = 0
    while index < len(rows):
        pairs = list(_pairs(text, rows, index))
        if _is_gallery(pairs):
            last = index + 2 * len(pairs) - 1
            end = min(rows[last][1] + 1, len(text))
            yield Change(rows[index][0], end, "", RULE, "pictures in a row")
            index = last
        index += 1


_PICTURED_ANY = re.compile("(?:现场|現場|提问|提問)(?=\n)")
_PICTURES = 30  # in a row, at most


def _pairs(text: str, rows: list[tuple[int, int]], index: int) -> Iterator[tuple[str, str]]:
    """What the pictures from `index` on show, and who took them."""
    for at in range(index, min(len(rows) - 1, index + 2 * _PICTURES), 2):
        shown, by = text[slice(*rows[at])].strip(), text[slice(*rows[at + 1])].strip()
        if not _LISTED.fullmatch(shown) or not _CREDITOR.fullmatch(by):
            return
        yield shown, by


def _is_gallery(pairs: list[tuple[str, str]]) -> bool:
    by = Counter(name for _, name in pairs)
    pictured = any(_PICTURED.search(shown) for shown, _ in pairs)
    return len(pairs) > 1 and pictured and min(by.values()) > 1 and len(by) < len(pairs)
