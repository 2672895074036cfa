"""Text that lost one byte of its GBK encoding and was read one byte off from there.

``…水也是甜的。”周覺是…`` becomes ``…水也是甜的！敝苡X是…``: the first byte of the stop is gone, so
the next bytes pair up wrongly, up to an ASCII byte or to the end of the line. What is missing can
only be the byte A1 (of 。, A1A3) where the rest, paired anew, begins with 。”. So the words are the
page's own bytes, read rightly, and nobody's guess; where they can't be paired to the end the hole
is shown. Where a reading was put between the two bytes of a character (``請?zhí)釂枴?`` for
請提問。) only the character it was put into is lost, and what follows up to the next single byte is
read anew; both holes are shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.model import HOLE
from exporter.source.pinyin import everyday
from exporter.source.scripts import is_han

RULE = "misaligned"
_REASON = "read one byte off: the bytes of 。” paired anew"
# A3A1 is ！, and B1 the first byte of the character behind it
_SIGN = re.compile(r"[?？]?[！!](?P<run>[^\x00-\x7f]{1,40})(?P<tail>[@-~]?)")
_FIRST, _OPENS = 0xB1, 0xB0  # ” is A1B1, “ A1B0
_LOST = b"\xa1"
_CLOSE, _OPENED = "。”", "。“"
_OPEN = re.compile(r"“[^“”\n]{0,600}$")
_REACH = 620


def misaligned(text: str) -> Iterator[Change]:
    """A change for each such run: the closing quotation mark and the words behind it as they were
    printed. None on a page without any."""
    signs = _SIGN.finditer(text) if "!" in text or "！" in text else ()
    found = [each for sign in signs if (each := _paired(text, sign))]
    closed = [change.start for change in found]
    ends = _at_line_ends(text) if found else ()
    open_ends = [change for change in ends if not _closed(text, change.start, closed)]
    split = [_split(found) for found in _SPLIT.finditer(text)] if _may_split(text) else []
    last = 0
    for change in sorted([*found, *open_ends, *split], key=lambda change: change.start):
        if change.start >= last:
            yield change
            last = change.end


_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = f"[a-z]{{0,3}}[{_TONED}][a-z]{{0,3}}[)）]"
_SPLIT = re.compile(
    rf"[?？](?P<reading>{_READING})(?P<run>[^\x00-\x7f，。、；：？！“”（）]{{0,24}})"
    rf"(?P<lost>(?:[?？](?:{_READING})?)?)"
)
_HALF = 0x80  # € is the one byte of its code that stands alone


def _may_split(text: str) -> bool:
    return ("?" in text or "？" in text) and any(tone in text for tone in _TONED)


def _split(found: re.Match[str]) -> Change:
    """A character into which a reading was put, as a hole, and the words behind it read anew."""
    start, end = found.start(), found.end("reading")
    run, words = found["run"], None
    if "€" in run:
        length = run.index("€") + 1
        words = _from_second(run[:length])
        end = found.start("run") + length if words is not None else end
    elif run and found["lost"]:
        words = _from_second(run, cut=True)
        end = found.end() if words is not None else end
    tail = HOLE if words and "€" not in run else ""
    return Change(start, end, HOLE + (words or "") + tail, RULE, "a reading put into a character")


def _from_second(run: str, *, cut: bool = False) -> str | None:
    """The text of the bytes of `run` but the first, which belongs to the lost character; `cut`:
    without the last, whose other half is lost."""
    data = b"".join(bytes([_HALF]) if char == "€" else _bytes(char) for char in run)
    try:
        words = data[1 : len(data) - cut].decode("gbk")
    except UnicodeDecodeError:
        return None
    return words if all(_is_text(char) and everyday(char) for char in words) else None


def _closed(text: str, at: int, places: list[int]) -> bool:
    """Whether the quotation before `at` was closed at one of the places already."""
    index = bisect_left(places, at)
    return index > 0 and places[index - 1] > text.rfind("“", 0, at)


def _paired(text: str, sign: re.Match[str]) -> Change | None:
    """The run behind ！ with its bytes paired anew, if it then begins with 。” and closes a
    quotation."""
    run = sign["run"]
    first = _bytes(run[0])[:1]
    closes = first == bytes([_FIRST]) and _opened(text, sign.start())
    opens = first == bytes([_OPENS]) and sign[0][0] in "?？"  # …點評?！敖裉 is …點評。“今天
    if not (closes or opens):
        return None
    whole = _anew(run + sign["tail"]) if sign["tail"] else None
    if whole is not None:
        shown = whole if _sound(whole) == whole else _sound(whole) + HOLE
        return Change(sign.start(), sign.end(), shown, RULE, _REASON)
    for length in range(2, len(run) + 1):
        words = _anew(run[:length], dangling=True)
        cut = _bytes(run[length - 1])[-1:] in _MARKS or _plain(run[length : length + 1])
        if words is not None and is_han(words[-1]) and cut:
            end = sign.start("run") + length
            end += text[end : end + 1] in ("?", "？")
            return Change(sign.start(), end, _sound(words) + HOLE, RULE, _REASON)
    return None


def _sound(words: str) -> str:
    """The words up to the first character that no everyday text has: behind it more was lost."""
    odd = (i for i, char in enumerate(words) if is_han(char) and not _known(char))
    return words[: next(odd, len(words))]


def _known(char: str) -> bool:
    """Whether the character is in GB 2312, or in the first level of Big5."""
    return everyday(char) or char.encode("gb2312", "ignore")[:1] >= b"\xd8"


_MARKS = (b"\xa1", b"\xa3")  # first bytes of 。 and ，, of which the second is lost


def _bytes(words: str) -> bytes:
    try:
        return words.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _anew(run: str, *, dangling: bool = False) -> str | None:
    """The bytes of ！ and `run` with the lost one before them, as text; `dangling`: without the
    last byte, whose other half is lost."""
    if not all(map(_bytes, run)):
        return None
    data = _LOST + _bytes("！" + run)
    try:
        words = (data[:-1] if dangling else data).decode("gbk")
    except UnicodeDecodeError:
        return None
    said = words.removeprefix(_CLOSE).removeprefix(_OPENED)
    return words if said != words and said and all(map(_is_text, said)) else None


def _is_text(char: str) -> bool:
    return is_han(char) or char in "，。、；：？！“”（）《》"


def _plain(char: str) -> bool:
    """Whether the text goes on rightly: a mark, or nothing."""
    return char == "" or char in "，。、；：？！,;:?!\n"


def _opened(text: str, at: int) -> bool:
    """Whether a quotation is open before `at` in its line."""
    return _OPEN.search(text[max(0, at - _REACH) : at]) is not None


def _at_line_ends(text: str) -> Iterator[Change]:
    """A quotation open at the end of a line with ！: on such a page all that is left of 。”."""
    for found in re.finditer(r"[！!](?=[ \t]{0,8}(?:\n|\Z))", text):
        if _opened(text, found.start()):
            yield Change(*found.span(), _CLOSE, RULE, _REASON)
