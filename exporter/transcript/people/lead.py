"""The people whom the page's own lead names with their offices.

``县林业局副局长上官云、县乡村振兴局副局长石头介绍情况，县政府新闻办主任和平主持。`` Between an
office and what the lead tells of him stands a name, whatever word it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import HAN, Titled, is_name, split_title_name
from exporter.transcript.people.offices import HONORIFIC, OFFICE, ONE_OFFICE
from exporter.transcript.people.surnames import NOT_NAMES, SINGLE

# 陈 | 总统水扁今日…, but 代市长 is an office
_PARTED = re.compile(
    rf"(?:^|[偕同与和及由请])(?P<name>(?![代原前副总])[{''.join(sorted(SINGLE))}])$"
)
REACH = 800  # characters of a page in which its lead stands
_DEED = (
    "(?:主持(?:并|发布会|会议|新闻发布会|召开|$)|(?:分别|共同)?(?:介绍|出席|参加|通报|解读|作(?:主题|新闻)?发布)"
    "|(?:并)?(?:回答|答)(?:了)?记者|[与同]媒体见面)"
)
_WORD_OF_LEAD = re.compile(
    "(?:今|昨|当|次|近|明)[日天]|集体|亮相|首次|全体|日前|分别|共同|亲自|应邀|一行|同志|等人?|会议|召开|有关|相关|联合|代表|办公"
)
_PREPOSITIONS = "向对就在将把被从"
_PARTICLE = re.compile("[在就对向率带会并还也亦都先再了的上将已于为随]")
# 主任王芳 | 和市财政局局长赵刚
_AND = re.compile(f"(?<=..)(?:以及|和|与|及)(?=[^和与及]{{2,30}}{OFFICE})")
# A hand-over (先请局长万里介绍) is speech, and no lead.
_SPOKEN = re.compile("(?<!邀)请|谢谢|感谢|欢迎|大家|我们?")
_INVITED = re.compile("^.*?(?:邀请到?了?|由|特邀)")
# Where the first speech begins.
_GREETS = re.compile(
    "(?:女士们|先生们|朋友们|大家(?:上午|下午|晚上)?好|各位(?:来宾|朋友|记者|媒体|新闻))"
    r"|^ *[^\n，。：]{0,20}(?:记者|提问|问|答|主持人)：",
    re.MULTILINE,
)
_BARE_OFFICE = re.compile(f"{OFFICE}$")
_TOLD = re.compile(
    rf"(?P<title>[^“”（）]{{1,40}}?{OFFICE})(?P<name>{HAN}{{2,4}}?)(?:{HONORIFIC})?(?={_DEED})"
)
# 市长苏冠霖 | 4日上午 · 处长游雅婷 | 陪同 · 总监莫颖琛 | 医生: what ends a name
_ENDS = re.compile(
    r"\d|[今昨前当](?:[日天（]|[早晨午晚]（)"
    rf"|[，、；。（]|$|{HONORIFIC}|医生|亦|(?:{any_of('speech', 'bounds')})"
)
_TITLE = re.compile(r"[^\s，。；：！？、“”（）【】\[\]]{0,40}$")
_ITEM = re.compile(rf"(?P<title>[^“”（）]{{1,40}}{OFFICE})(?P<name>{HAN}{{2,4}})")


def lead_people(view: str) -> Iterator[tuple[Titled, bool]]:
    """Each person of the lead's lists, and whether he presides."""
    spoken = _GREETS.search(view, 0, REACH)
    for sentence in re.split("[。！？\n：]", view[: spoken.start() if spoken else REACH]):
        waiting: list[Titled] = []
        for item in _items(sentence):
            told = _TOLD.match(item)
            if told and (person := _person(told)):
                yield from ((guest, False) for guest in waiting)
                yield person, item[told.end() :].startswith("主持")
                waiting = []
            elif listed := _listed(item):
                waiting.append(listed)
            else:
                waiting = []


def told_people(view: str) -> Iterator[Titled]:
    """Those whom the lead names behind an office, where what follows shows the end of the name."""
    spoken = _GREETS.search(view, 0, REACH)
    for office in ONE_OFFICE.finditer(view, 0, spoken.start() if spoken else REACH):
        rest = view[office.end() : office.end() + 8]
        fit = [n for n in (2, 3, 4) if is_name(rest[:n]) and _ENDS.match(rest, n)]
        before = _TITLE.search(view[max(0, office.start() - 40) : office.start()])
        surname = _PARTED.search(before[0]) if before else None
        if surname and fit[:1] == [2]:
            yield Titled(office[0], surname["name"] + rest[:2])
            continue
        title = _AND.split((before[0] if before else "") + office[0])[-1]
        if not fit and _OF_HONG_KONG.search(title) and _married(rest[:4]) and _ENDS.match(rest, 4):
            fit = [4]
        doubtful = fit == [3] and rest[2] == "也" and is_name(rest[:2])  # 选手石磊 | 也来到现场
        if len(fit) == 1 and not doubtful and not _SPOKEN.search(title):
            yield Titled(title, rest[: fit[0]])


# Where married women bear both surnames: 行政长官陈何丽华
_OF_HONG_KONG = re.compile("行政长官|(?:政务|财政|律政)司|署署长|专员$")


def _married(words: str) -> bool:
    """Whether the words are the name of a married woman with both surnames (陳何麗華)."""
    both = len(words) == 4 and words[0] in SINGLE and words[1] in SINGLE
    if not both or words[3] in "及和与同跟对" or _PARTICLE.search(words[3]):
        return False
    told = _WORD_OF_LEAD.search(words) or words[:2] in NOT_NAMES
    return not told and is_name(words[1:])


def _items(sentence: str) -> Iterator[str]:
    """The clauses of a sentence, an office alone (``党组书记、局长钟离敏``) with the next."""
    offices = ""
    for clause in re.split("[，、；]", sentence):
        words = offices + _INVITED.sub("", clause)
        offices = ""
        if _SPOKEN.search(clause):
            yield ""
        elif _BARE_OFFICE.search(words) and not _TOLD.match(words):
            offices = f"{words}、"
        else:
            yield from _parted(words)


def _parted(words: str) -> Iterator[str]:
    """A clause in two where 和 joins one person with his office to the next."""
    for mark in _AND.finditer(words):
        if _listed(words[: mark.start()]):
            yield words[: mark.start()]
            words = words[mark.end() :]
            break
    yield words


def _listed(item: str) -> Titled | None:
    """The person whom the whole of an item names."""
    known = split_title_name(item)
    if known and known.title:
        return known
    found = _ITEM.fullmatch(item)
    return _person(found) if found else None


# 柯总统 | 过去出席…: who is called so has been named
_CALLED = re.compile(f"(?![代原前副总])[{''.join(sorted(SINGLE))}]{OFFICE}")


def _person(found: re.Match[str]) -> Titled | None:
    name = found["name"]
    if len(name) == 3 and name[2] in _PREPOSITIONS and is_name(name[:2]):
        name = name[:2]  # 陆川向参加例行会的记者…
    if _PARTICLE.search(name) and not is_name(name):
        return None  # 市长带队参加, 局长在会上介绍
    if (
        _CALLED.fullmatch(found["title"])
        or _WORD_OF_LEAD.search(name)
        or (ONE_OFFICE.search(name) and not is_name(name))
    ):
        return None
    return Titled(found["title"], name)
