"""Is this a person's name? And where does the office end and the name begin?

``市自然资源和规划局副总督查罗雪飞`` is body, office and name in one run of characters. An office is
data (`offices`), a surname is data (`surnames`); of the places where both fit, the one with the
likelier name wins, and a name that nobody could have is none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from exporter.transcript.lexicon import any_of, words
from exporter.transcript.people.offices import (
    BODY_END,
    CLOSED_OFFICE,
    HONORIFIC,
    OFFICE,
    ONE_OFFICE,
    WHOLE_OFFICE,
)
from exporter.transcript.people.surnames import COMPOUND, NOT_NAMES, SINGLE

# Ideographs of every plane, 々 and 〇: all that is left when the rest is taken away.
HAN = "[^\\x00-\\u3004\\u3008-\\u33ff\\ua000-\\uffff]"
_HAN_ONLY = re.compile(f"{HAN}+")
_DOTTED = re.compile(f"{HAN}{{1,7}}(?:[·•・‧．]{HAN}{{1,7}}){{1,4}}")
DOTTED_START = re.compile(f"{HAN}{{1,10}}[·•・‧．]{HAN}")
# 新华日报·交汇点 and 省商务厅·柯恺 have the form of a name, and none begins so.
_OUTLET_PART = re.compile(
    rf"(?:{any_of('outlets', 'strong_suffixes')})(?:[·•・‧．]|$)|..(?:{BODY_END})[·•・‧．]"
)
_SPACED = re.compile(f"({HAN}) +({HAN})")
_HONOURED = re.compile(rf"^(.*?) ?({HONORIFIC})$")
_BRACKETED = re.compile(r"^([^（）]{0,60}?) {0,4}（([^（）]{0,60})） {0,4}([^（）]{0,60})$")
_BODY_BEFORE = re.compile(
    rf"(?P<body>.{{1,60}}(?:{BODY_END}|会|委|办|部|组|司|处)) ?(?P<name>{HAN}{{2,3}})$"
)
_ANY_BODY = re.compile(f"(?:{BODY_END})$")


class Titled(NamedTuple):
    """A person as a phrase names one: body and office as printed (empty: none), name, honorific."""

    title: str
    name: str
    honorific: str | None = None


_BASES = frozenset(words("offices", "bases"))
_GOES_ON = "在把被了还又着"  # 局长高原 | 在回答提问时
DEEDS = (
    *(tail for tail in words("labels", "tails") if len(tail) > 1),
    "答道",
    "说道",
    "表示",
    "指出",
    "强调",
    "介绍",
    "承诺",
    "如下",
)
"""What no name ends in: 苏发言：, 夏侯答道：."""


def _ends_as_none(text: str) -> bool:
    """Whether the last character shows that a body, an office or a measure is meant: 国资委,
    秘书处, 省委 | 农办, 安宁副 | 县长, 海晏网, 代表们, 经营者, 成功率, 车流量, 涂副 | 署长; or
    that more follows: 温和地 | 说."""
    last = text[-1]
    if len(text) == 3 and text[1:] in _BASES:  # 王委员
        return True
    if len(text) > 2 and last in "网报委局厅署处副区县们者组地":
        return True
    if last == "办" or (len(text) == 4 and last in "作做"):  # 农办, 编办 · 石雨桐作 | 主持
        return True
    return last == "副" or (len(text) == 3 and last in "率额费型类性量数价")


def _begins_as_none(text: str) -> bool:
    """Whether a name stands behind the first character, which names who does it (由柯恺主持)."""
    return text[0] == "由" and len(text) > 2 and name_score(text[1:]) > 1


def name_score(text: str) -> int:
    """How likely `text` is a personal name: 0 not at all, 3 as likely as it gets.

    Three characters after a single surname are the commonest form, two the next; four need a
    compound surname to be likely. A name with a middle dot (阿依古丽·买买提) always is one.
    """
    if text.endswith(DEEDS) or text[-1:] in ("答", "说", "问", "喊", "讲", "写"):
        return 0
    if _DOTTED.fullmatch(text):
        return 0 if _OUTLET_PART.search(text) else 3
    if not 2 <= len(text) <= 4 or not _HAN_ONLY.fullmatch(text):
        return 0
    if _ends_as_none(text) or _begins_as_none(text):
        return 0
    if text in COMPOUND or (len(text) == 3 and text[-1] in _GOES_ON):  # 欧阳, a surname
        return 0
    if text in NOT_NAMES or text[:3] in NOT_NAMES or text[2:] in NOT_NAMES:
        return 0
    if text[:2] in COMPOUND and len(text) >= 3:
        return 3
    if text[0] not in SINGLE:
        return 0
    if text[:2] in NOT_NAMES:  # 高兴旺 may be a name, but only an introduction can tell
        return 1 if len(text) == 3 else 0
    return {2: 2, 3: 3, 4: 1}[len(text)]


def is_name(text: str) -> bool:
    """Whether `text` may be a name where a name is expected."""
    return name_score(text) >= 2


# 外交部 部长 部领导 发言人 资料: the menu of a ministry
NO_NAME_ENDS = ("领导", "领导人", "机构", "资料", "活动", "动态", "简介", "职能", "信箱")


def _likely_name(text: str) -> bool:
    """Whether `text` is a name where an office and a blank stand before it: any surname will do,
    but no second office (署長 溫佩珊 部長)."""
    if WHOLE_OFFICE.fullmatch(text) or text.endswith(NO_NAME_ENDS):
        return False
    plain = 2 <= len(text) <= 3 and _HAN_ONLY.fullmatch(text) is not None
    return is_name(text) or (plain and text not in NOT_NAMES and text[:2] not in NOT_NAMES)


def unspaced(name: str) -> str:
    """`name` without the blank that justified printing puts into it (张 三)."""
    return _SPACED.sub(r"\1\2", name) if len(name) <= 6 and " " in name else name


def split_honorific(text: str) -> tuple[str, str | None]:
    """`text` without its closing honorific, and the honorific."""
    found = _HONOURED.match(text)
    return (found[1].rstrip(), found[2]) if found and found[1] else (text, None)


# 往届…大赛参赛选手、|…合作社理事长: what someone was or won before what he or she holds
_ATTRIBUTES = re.compile(
    "^.*(?:选手|获奖者|得主|获得者|劳动模范|劳模|传承人|(?:人大|党|企业|群众|参赛|获奖)代表|政协委员)、(?=.*[^、].)"
)


def split_office(title: str) -> tuple[str | None, str | None]:
    """Body and office of a title: ``市水利局副局长`` → ``市水利局``, ``副局长``.

    The office begins at the first office that closes its phrase, so that 副部长、市人社局局长 stays
    one. Attributes before it that are no office (参赛选手、) are left out.
    """
    title = _ATTRIBUTES.sub("", title.strip(" 、，"))
    if title.isascii():
        return _split_english(title)
    found = CLOSED_OFFICE.search(title)
    if found is None:
        return title or None, None
    org = title[: found.start()].strip(" 、，")
    if _HEADS_BODY.match(found[0]) and len(org) > 1 and not _WHOLE_BODY.search(org):
        org += found[0][0]
    return org or None, title[found.start() :] or None


# 卫生福利 | 部长, 工业 | 局长: of a body's last character and the office's first, one is written
_HEADS_BODY = re.compile("[部局司署厅处]长$")
_WHOLE_BODY = re.compile(f"(?:{BODY_END}|[新前原现])$")


def _split_english(title: str) -> tuple[str | None, str | None]:
    """``director of the Harbour Authority`` → ``Harbour Authority``, ``director``."""
    office, _, org = title.partition(" of ")
    return org.removeprefix("the ") or None, office or None


@lru_cache(maxsize=4096)
def split_title_name(phrase: str) -> Titled | None:
    """The person that `phrase` names, when the whole of it is body, office and name in some order.

    ``None`` when it isn't, or names no person.
    """
    text, honorific = split_honorific(phrase.strip(" 、，：；。"))
    text = _OF_WHAT.sub("", text)
    if around := _AROUND_OFFICE.search(text[-14:]) if honorific else None:
        return Titled(around["office"], around["surname"] + around["given"], honorific)
    for read in (_bracketed, _spaced, _run_together, _name_first, _name_inside):
        found = read(text)
        if found is not None:
            return _whole_office(found)._replace(honorific=honorific or found.honorific)
    if honorific:
        return _honoured(text, honorific)
    member = _MEMBER.search(text)
    held = split_title_name(text[: member.start()]) if member else None
    return held._replace(honorific=member[0]) if member and held and held.title else None


# 常任秘书长（库务）谢曼怡: what an office is for, in brackets behind it
_OF_WHAT = re.compile(rf"(?<=[长任官理])（[^（）]{{2,12}}）(?={HAN}{{2,4}}$)")


def _whole_office(found: Titled) -> Titled:
    """本场发布会主持 | 人迪丽拜尔·艾山: 人 belongs to the office."""
    if found.name.startswith("人") and found.title.endswith(("主持", "发言", "负责", "主讲")):
        return found._replace(title=f"{found.title}人", name=found.name[1:])
    return found


# 范总统子谦先生: a surname, an office and two characters before an honorific
_AROUND_OFFICE = re.compile(
    rf"(?:^|[ 、，同与和及由请迎加])(?P<surname>(?![代原前副总])[{''.join(sorted(SINGLE))}])"
    rf"(?P<office>(?!行长){OFFICE})(?P<given>{HAN}{{2}})$"
)
# 立法会主席曾钰成议员 · 传染病处主任张竹韵医生: what he is, behind what he holds and his name
_MEMBER = re.compile("(?<=..)(?:议员|委员|立委|医生)$")


def _honoured(text: str, honorific: str) -> Titled | None:
    """``市水利局副局长綦淑敏女士``: between office and honorific any surname will do."""
    for end in _office_ends(text):
        name = unspaced(text[end:].strip())
        # 教务处处长高兴同志: a word can't stand there
        if 2 <= len(name) <= 3 and _HAN_ONLY.fullmatch(name):
            return Titled(text[:end].rstrip(), name, honorific)
    return None


def _bracketed(text: str) -> Titled | None:
    """``张三（市水利局副局长）`` and ``市水利局副局长（张三）``."""
    found = _BRACKETED.match(text)
    if not found or found[3]:
        return None
    outside, inside = found[1].strip(), found[2].strip()
    for name, title in ((outside, inside), (inside, outside)):
        name, honorific = split_honorific(unspaced(name))
        if is_name(name) and (ONE_OFFICE.search(title) or not is_name(title)):
            return Titled(title if ONE_OFFICE.search(title) else "", name, honorific)
    # 沙马拉毅（省乡村振兴局督查处二级调研员）
    if 2 <= len(outside) <= 5 and _HAN_ONLY.fullmatch(outside) and not ONE_OFFICE.search(outside):
        office = CLOSED_OFFICE.search(inside[-16:])
        if office and outside not in NOT_NAMES and not _ANY_BODY.search(outside):
            return Titled(inside, outside)
    return split_title_name(outside)


def _spaced(text: str) -> Titled | None:
    """``市水利局副局长 张三``, ``张三 市水利局副局长``, also with a blank inside the name."""
    for gap in reversed(list(re.finditer(" +", text))):
        left, right = text[: gap.start()], unspaced(text[gap.end() :])
        if _likely_name(right) and CLOSED_OFFICE.search(left[-14:]):
            return Titled(left, right)
        left = unspaced(left)  # 崔 梅 省交通运输厅二级巡视员
        if is_name(left) and WHOLE_OFFICE.search(right) and not is_name(right):
            return Titled(right, left)
    return None


def _run_together(text: str) -> Titled | None:
    """``市水利局副局长张三``: of all ends of an office the one with the likeliest name."""
    best: tuple[int, int] | None = None
    for office in _office_ends(text):
        tail = text[office:].strip()
        score = 0 if tail in OFFICE_ENDS else name_score(unspaced(tail))
        if score and (best is None or score > best[0]):
            best = (score, office)
    if best is None:
        return None
    return Titled(text[: best[1]].rstrip(), unspaced(text[best[1] :].strip()))


# 总工 | 程师: what is left of an office behind one that it begins with
OFFICE_ENDS = frozenset(
    longer.removeprefix(office)
    for longer in words("offices", "bases")
    for office in words("offices", "bases")
    if longer.startswith(office) and longer != office
)


def _office_ends(text: str) -> list[int]:
    """Where an office ends in `text`, near enough to its end for a name; longest offices first."""
    low = max(0, len(text) - 24)
    ends, at = [], low
    while (found := ONE_OFFICE.search(text, at)) is not None:
        ends.append(found.end())
        at = found.start() + 1
    return sorted(set(ends), reverse=True)


def _name_first(text: str) -> Titled | None:
    """``曹阜洪秘书长``: a name and then nothing but an office."""
    for length in (3, 2, 4):
        name, title = text[:length], text[length:].strip()
        if name.endswith("总") and WHOLE_OFFICE.fullmatch(f"总{title}"):
            continue  # 白露 | 总经理
        if title and is_name(name) and WHOLE_OFFICE.fullmatch(title):
            return Titled(title, name)
    return None


def split_body_name(text: str) -> Titled | None:
    """``国新办新闻局寿小莉``: a body and a name with no office between them."""
    found = _BODY_BEFORE.match(text)
    if found and (_SPEAKS.match(text) or _COUNTS.search(found["name"])):  # 我的体会 | 有三点
        return None
    return Titled(found["body"], found["name"]) if found and is_name(found["name"]) else None


_SPEAKS = re.compile("我|你|他|她|咱|这|那|大家")
_COUNTS = re.compile("[一二三四五六七八九十两几多][点条个件项类句步]$")


def _name_inside(text: str) -> Titled | None:
    """``市人大常委会曹阜洪秘书长``: body, name, office in this order."""
    for office in ONE_OFFICE.finditer(text, max(0, len(text) - 10)):
        before = text[: office.start()]
        body = _BODY_BEFORE.match(before) if office.end() == len(text) else None
        if body and is_name(body["name"]):
            return Titled(body["body"] + office[0], body["name"])
    return None
