"""The foot of a page that has lost its line ends: what stands behind the last stop of its words and
has none of its own (``…谢谢大家！打印关闭相关稿件…2022-10-26网站地图承办：… ICP备案：…``).

Behind words that close the meeting it is the site's whatever it says; behind others it begins with
the first words that only a foot has. The fields in it get lines of their own, to be read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from exporter.source.alternatives import alternatives
from exporter.source.draft import Change
from exporter.source.feet import OF_SITE, TELLS
from exporter.source.furniture import reason_of
from exporter.source.glued_heads import foot_fields
from exporter.source.phrases import GLUED_FEET, tools
from exporter.source.scripts import EAST_ASIAN

_RULE, _REASON = "furniture.glued", GLUED_FEET[0].reason
_REACH = 1_200  # characters of a foot, and of the lines below it
_CLOSING = 60  # characters in which the words that close the meeting end
_STOPPED = re.compile(r"[。！？!?][”）)」]{0,2}|[.](?=\s)|(?<=[a-z])[.](?=[A-Z])")
_BUTTON = 3  # characters of a button that may be a word of speech, too
_FEET = re.compile("|".join(f"(?:{cue.pattern})" for cue in GLUED_FEET))
# 今天的发布会到此结束，谢谢大家！
_CLOSES = re.compile(
    r"(?:[结結]束|到这里|到這裡|再见|再見|散会|散會|(?:谢谢|謝謝|感谢|感謝)(?:各位|大家)[^。！？!?]{0,10}"
    r"|[Gg]ood ?bye|[Hh]ave a (?:good|nice|great) [a-z]{3,12}"
    r"|[Tt]hank you[^.!?]{0,12}(?:everyone|everybody|all|much))[。！!.]{1,2}[”）)」]?$"
)
_WORDS = alternatives((*(w for w in tools()["buttons"] if len(w) > _BUTTON), *tools()["feet"]))
_ANY = re.compile(f"{_FEET.pattern}|(?:{_WORDS})(?![是为為的，、和与與])")
_SURE = re.compile("Copyright|©|ICP|公网安备|网站标识码|All rights reserved")
# what somebody says, or a note of who took it down, and no foot
_SAID = re.compile(
    "(?<![于系注入])我(?!要)|[谢謝]|大家|各位|希望|[祝愿]|掌[声聲]|鼓掌|笑[)）]|再[见見]|[请請](?![同勿登])|下面|接下|现在|現在|提[问問](?!数)"
    "|[欢歡]迎|第[一二三四五六七八九十]|[一二三四五六七八九十]是"
)
_STAMP = re.compile(r"[\d\s:：./|()（）\[\]年月日-]+$")
_COUNT = re.compile(r"\d{2,7}次?")  # of readers, at the end of a page
# （請同時參閱談話內容的英文部分。） · ※本逐字稿依現場錄音整理，…為準。
_NOTE = re.compile(r"[（(][^（）()]{4,80}[。.]?[)）]?|※.{4,80}|[註注]：.{4,60}")
_BRACKETED = re.compile(r"[【\[][^】\]]*[】\]]")  # 【下期预告】, a heading or a label
_LABEL = re.compile(r"(?:^|[\s，；])([^\s，。：:]{2,24})[：:]")


def feet(text: str) -> Iterator[Change]:
    """The removal of the foot, each of its fields left in a line of its own."""
    begin, end = _foot(text)
    kept = foot_fields(text, begin, end) if begin < end else []
    changes = []
    for low, high in [*kept, (end, end)]:
        changes.append(Change(begin, low, "\n" if low < end else "", _RULE, _REASON))
        begin = high
    if any(text[each.start : each.end].strip() for each in changes):
        yield from (each for each in changes if each.start < each.end or each.after)


def _foot(text: str) -> tuple[int, int]:
    """Where the foot begins that stands behind the words of the page, and where it ends."""
    low = max(0, len(text) - _REACH)
    stops = [found.end() for found in _STOPPED.finditer(text, low)]
    if not stops:
        return len(text), len(text)
    end = text.find("\n", stops[-1])
    end = len(text) if end < 0 else end
    line = text.rfind("\n", 0, end) + 1
    for stop in reversed([stop for stop in stops if stop > line]):
        if _CLOSES.search(text, max(0, stop - _CLOSING), stop):
            if _is_site(text, stop, stops, end):
                return stop, end
            break
    return _begun(text, stops[-1], end), end


def _is_site(text: str, stop: int, stops: list[int], end: int) -> bool:
    """Whether nobody says what stands behind words that close the meeting."""
    words = text[stop:end].strip()
    if not words or _STAMP.match(words) or _speaks(text, stop, words):
        return _COUNT.fullmatch(words) is not None
    at = stop
    for behind in (each for each in stops if each > stop):
        if not _NOTE.fullmatch(text[at:behind].strip()) and not _of_site(text, at, behind):
            return False
        at = behind
    found = _FEET.search(text, at, end)
    before = text[at : found.start() if found else end]
    if _SAID.search(before) or (found is None and _BRACKETED.fullmatch(words)):
        return False
    return found is not None or EAST_ASIAN.search(words) is not None


def _of_site(text: str, start: int, end: int) -> bool:
    """Whether a sentence of a foot speaks of the site, and not as a speaker does."""
    told = OF_SITE.search(text, start, end) or _FEET.search(text, start, end)
    return told is not None and TELLS.search(text, start, end) is None


def _begun(text: str, stop: int, end: int) -> int:
    """Where a foot begins, by its words, behind the last stop; `end` if there is none."""
    words = list(islice(_ANY.finditer(text, stop, end), 2))
    if not words or _speaks(text, stop, text[stop:end]):
        return end
    first = words[0].start()
    told = _FEET.match(text, first)
    field = next(iter(foot_fields(text, stop, first)), None)
    at = field[0] if field else first
    before = text[stop:at].strip()
    if len(words) < 2 and not (told and (not before or _SURE.search(told[0]))):
        return end
    if not before:
        return stop
    if _are_items(before) and not _SAID.search(before):
        return stop if _is_item(before.split()[0]) else text.index(" ", text.index(before, stop))
    return first


_ITEM = 12  # characters of one of several short items in a row


def _are_items(words: str) -> bool:
    items = words.split(" ")
    return len(items) > 1 and max(map(len, items)) <= _ITEM


def _is_item(words: str) -> bool:
    """Whether the first of several items is surely none of a sentence that lacks its stop."""
    return not words.isalpha() or reason_of(words) is not None


def _speaks(text: str, stop: int, words: str) -> bool:
    """Whether a label stands in the words that has spoken above."""
    labels = (found[1] for found in _LABEL.finditer(words))
    return any(text.find(f"{label}{colon}", 0, stop) >= 0 for label in labels for colon in "：:")
