"""Readings injected in brackets behind single characters (協(xié)會), a trick against copying.

A gloss that an author wrote explains a rare word, often of several characters and with all its
readings (朱提(shū shí)); it stays. Injected readings are single syllables behind everyday
characters, and many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.scripts import HAN

RULE = "pinyin"
MANY = 3  # so many characters with a reading of one syllable are no author's glosses
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_READING = re.compile(
    f"[(（](?<=[{HAN}].)[a-zü]{{0,3}}(?:[{_TONED}]|[aeo][iuo]?(?=n?g?r? ?[)）]))"
    "[a-zü]{0,4} ?[)）]"
)
# 聞(wen)(wen) · 請(qing): a syllable without a tone, one or more times behind one character
_PLAIN = re.compile(
    f"(?P<first>[(（](?<=[{HAN}].)(?:[bpmfdtnlgkhjqxrcsyw]|[zcs]h|z)?"
    "(?:[iuü]?a(?:i|o|ng?)?|[iuü]?e(?:i|ng?|r)?|ong|iong|ou?|i(?:ng?|u)?|u(?:i|n|o)?|ün?|v)[)）])"
    "(?P<again>(?P=first))*"
)
MANY_PLAIN = 6  # so many characters with such a syllable, or MANY with it twice, are no author's
_EXPLAINED = re.compile(r"[，,]?\s?(?:读作|音|读|同|意为)")


# 今年全(📼)国: pictures in brackets behind characters, and within such readings
_PICTURED = re.compile(
    "[(（][\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff]{1,3}[)）]"
)


def pictured(text: str) -> Iterator[Change]:
    """A removal for each picture in brackets, on a page that has many."""
    if text.isascii():
        return
    found = list(_PICTURED.finditer(text))
    for picture in found if len(found) >= MANY else ():
        yield Change(*picture.span(), "", RULE, "picture injected behind a character")


def injected(text: str) -> Iterator[Change]:
    """A removal for each injected reading."""
    if "(" not in text and "（" not in text:
        return
    found = [m for m in _READING.finditer(text) if not _EXPLAINED.match(text, m.end())]
    toned = [m for m in found if any(c in _TONED for c in m[0])]
    many = len({text[m.start() - 1] for m in toned}) >= MANY
    plain = _plain(text)
    spans = {m.span() for m in plain} | {
        m.span() for m in (found if many else toned) if many or everyday(text[m.start() - 1])
    }
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield Change(start, end, "", RULE, "reading injected behind a character")
            last = end


def _plain(text: str) -> list[re.Match[str]]:
    """The syllables without a tone, when the page has them behind so many characters."""
    found = list(_PLAIN.finditer(text))
    many = len({text[m.start() - 1] for m in found}) >= MANY_PLAIN
    twice = len({text[m.start() - 1] for m in found if m["again"]}) >= MANY
    return found if many or twice else []


def everyday(char: str) -> bool:
    """Whether the character needs no gloss: in the first level of GB 2312 or of Big5."""
    try:
        return char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        pass
    try:
        return char.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False
