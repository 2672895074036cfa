"""The people of a list, one item or many: ``市水利局副局长柯恺、市教育局局长陇俊伟``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.people.names import (
    DEEDS,
    HAN,
    OFFICE_ENDS,
    Titled,
    is_name,
    split_title_name,
    unspaced,
)
from exporter.transcript.people.offices import OFFICE, ONE_OFFICE
from exporter.transcript.people.surnames import NOT_NAMES

_AND = re.compile("(、|以及|及|和|与)")

_LEADING = re.compile(
    "^.*(?:先生|女士|同志|(?:议员|委员|代表)的?(?:提问|质询|问题))[、和与及]+|"
    "^(?:.*?(?:邀请到了|邀请到|请到了|请来了|请到|请来|有请|邀请|欢迎|请|介绍|以及|还有|首先是|其中|受|由|联同|会同|连同|偕同))|"
    "^(?:出席|参加)[^。，：；！？\n]{0,24}(?:有|是)|^[^。，：；！？\n]{0,16}的有|"
    "^(?:到了?|以下为|以下是|并和|并|和|与|及|第[一二三四五]位是|一位是|另一位是|是|有)"
)


def without_lead(phrase: str) -> str:
    """`phrase` without the words of a hand-over or list before a title (有请, 以及, 第一位是)."""
    phrase = phrase.strip()
    found = _LEADING.match(phrase)
    phrase = phrase[found.end() :] if found else phrase
    guest = _GUEST_IS.match(phrase)
    return phrase[guest.end() :] if guest else phrase


# 作客演播室的嘉宾是 | 市人才研究会会长
_GUEST_IS = re.compile("[^。，：；！？\n]{0,20}?(?:嘉宾|客人)(?:分别)?是")

# 旗文化旅游体育局局长乌云其木格: in a list of guests the office ends where the name begins
_LISTED = re.compile(
    rf"(?P<title>.*{OFFICE}) ?(?P<name>[^的了和与及是在有作做回答介绍发布]{{2,7}})$"
)

_LISTED_NAME = re.compile(rf"{HAN}{{2,7}}")
# 次长俞大维 | 陪同
_BOUND = re.compile("(?<=..)(?:陪同|联同|会同|连同|偕同|率团|率队)$")


def listed_person(phrase: str) -> Titled | None:
    """A person of a list whose name has no surname that is known: all that follows the office."""
    text = phrase.strip(" ，、：")
    found = _LISTED.match(text)
    if found is None or not _LISTED_NAME.fullmatch(found["name"]):
        return None
    name = _BOUND.sub("", found["name"])
    word = name[:2] in NOT_NAMES and len(name) > 2
    if name.startswith("人") and found["title"].endswith(("主持", "发言", "负责", "主讲")):
        return None  # 主持人 | …
    word = word or name in OFFICE_ENDS or name.endswith(DEEDS)
    return None if word or ONE_OFFICE.search(name) else Titled(found["title"], name)


# 市农科院副院长谷雨两位
_COUNTED = re.compile("(?:[两二三四五六七八]位|等人?|一行)(?:同志|嘉宾|领导|专家|负责人)?$")


def named_in(item: str, *, listed: bool = False) -> Iterator[Titled]:
    """The people of one item, in which ``、`` and 和 part people as well as the offices of one."""
    if ONE_OFFICE.search(item) is None:
        return
    pending, mark = "", ""
    for index, piece in enumerate(_AND.split(item)):
        if index % 2:
            mark = piece
            continue
        phrase = without_lead(f"{pending}{mark}{piece}" if pending else piece)
        phrase = _COUNTED.sub("", phrase) if listed else phrase
        person = split_title_name(phrase) or (listed_person(phrase) if listed else None)
        if person and person.title:
            yield person
            pending = ""
        else:
            pending = "" if is_name(unspaced(phrase)) else phrase
