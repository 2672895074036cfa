"""Who is who among the speakers: host, spokesperson, journalist, reader, guest.

The label says it (主持人, 记者), or the place in the proceedings does: who speaks first and hands
over is the host; who is asked to share an experience is a guest, who is asked to read out a
document a reader.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import msgspec

from exporter.transcript.english.hosts import CONNECTS
from exporter.transcript.labels.bare import asks
from exporter.transcript.labels.label import label_key
from exporter.transcript.labels.reading import Reading
from exporter.transcript.model import Role
from exporter.transcript.people.names import Titled, is_name, split_body_name, split_title_name
from exporter.transcript.people.surnames import SINGLE
from exporter.transcript.turns.askers import asks_for
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import (
    hand_over,
    introduces_himself,
    is_host_cue,
    sentences,
    thanks_himself,
)
from exporter.transcript.turns.speakers import Addresses, surname_of

# 首先向大家介绍 · 欢迎参加 · 有请…作新闻发布 · 继续提问
# Each alternative begins with a letter, none with a choice: so the matcher skips to one of them
_HOSTING = re.compile(
    "欢迎(?:前来)?(?:参加|出席|大家|各位|收看|收听|来到|做客)|介绍(?:一下)?(?:今天)?出席|有请|"
    "作新闻发布|记者提问环节|请各位记者|"
    "继续提问|到此结束|提问环节|下面请|接下来请|先请|就各自关心|"
    "Welcome to (?:this|the|today|our)|welcome to (?:this|the|today|our)|I now invite|"
    "we have invited|give the floor|take questions|turn to (?:your )?questions|moderating|"
    "next question,? (?:is |comes |in |from |at |please|over )|"
    "first question,? (?:is |comes |in |from |at |please|over )|"
    "Floor is yours|floor is yours|Have the floor|have the floor|hand over to|"
    "opening remarks|brief remarks|introductory remarks|"
    "joined by|With us today|with us today|First, let's|first, let's|Now,? let's|now,? let's"
)
# 今天，我们请来了市水利局局长王芳。
_PRESENTS = re.compile("(?:今天|今日|本场|本次|这次)[^。！？]{0,30}(?:请来|请到|邀请到|邀请来)了?")
# 有请往届参赛选手、…理事长吴广翠女士作分享交流
_GUEST_CALLED = re.compile("分享|交流发言|谈谈体会|讲述|代表发言|选手|企业代表|群众代表")
_READER_CALLED = re.compile("宣读")
# offices of no public body: 理事长, 董事长, 选手
_GUEST_OFFICE = re.compile(
    "公司|合作社|酒庄|庄主|农户|集团|选手|董事长|理事长|传承人|种植户|养殖户|村民|企业|协会|创始人|学生|患者|商会"
)
# 牧民代表索龙: who speaks for himself and his like holds no office
_PRIVATE = re.compile(
    "(?:农|牧|渔|农牧|村|市|居|网|灾|移)民|群众|学生|家长|患者|游客|旅客|商户|住户|用户|业主|消费者|退休"
    "|运动员|志愿者|大学生|种植户|养殖户|受益者|经营户"
)
_BY_KIND: dict[str, Role] = {
    "host": "host",
    "reporter": "journalist",
    "outlet": "journalist",
    "question": "journalist",
    "reader": "reader",
}


def give_roles(
    view: str,
    blocks: tuple[Block, ...],
    known: Addresses,
    hosts: tuple[str, ...],
) -> tuple[Block, ...]:
    """The blocks with speaker, title, outlet and role as label and place tell.

    `known` is everybody known: a label that gives an office only (市长, 张局长) means a
    person when it fits one and no other. `hosts` are those of whom the page says that they preside.
    """
    told = (_asking_stranger(view, _from_label(view, block, known)) for block in blocks)
    named = tuple(_introduced(view, block) for block in told)
    named = _known_reporters(_chaired(_called_alike(named)))
    host = _host_name(view, named, hosts)
    if host:
        named = tuple(_named_host(block, host) for block in named)
    return tuple(_placed(view, named, index, host) for index in range(len(named)))


def _from_label(view: str, block: Block, known: Addresses) -> Block:
    """The block with what its label says; `known` tells whom an office means."""
    if block.label is None:
        return block
    said = block.label.reading
    if said == Reading("office"):  # 发言人： is whoever holds that office, where one does
        words = label_key(view[block.label.start : block.label.end])
        speaker = known.resolve(words) if words.endswith("发言人") else None
        return msgspec.structs.replace(block, speaker=speaker)
    return msgspec.structs.replace(
        block,
        role=_BY_KIND.get(said.kind, block.role),
        speaker=said.name or (known.resolve(said.title) if said.kind == "office" else None),
        title=said.title or None,
        outlet=said.outlet or None,
    )


# 张先生：请问我家的水表怎么换？
_MISTER = re.compile(f"[{''.join(sorted(SINGLE))}](?:先生|女士|小姐|阿姨|大爷|师傅)")


def _asking_stranger(view: str, block: Block) -> Block:
    """Somebody whose label has no more than a surname, and who asks: nobody of the panel."""
    if block.speaker or not block.title or not _MISTER.fullmatch(block.title):
        return block
    if not asks(view, block.start):
        return block
    return msgspec.structs.replace(block, role="journalist", title=None)


# 主席： between 柯恺议员： and 局长：
_CHAIR = re.compile("(?:^|立法会|代理|会议|全会|委员会)主席$|议长$")
_MEMBER = re.compile("(?:议员|委员|立委)$")


def _chaired(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a house's sitting, those of its chair as the host's: members speak there."""
    if not any(block.title and _MEMBER.search(block.title) for block in blocks):
        return blocks
    return tuple(
        msgspec.structs.replace(block, role="host")
        if block.role == "spokesperson" and block.title and _CHAIR.search(block.title)
        else block
        for block in blocks
    )


# 我是市卫生健康委员会副主任刘雅芸。 · 我是今天的主持人张三
_I_AM = re.compile(
    "我是(?:今天(?:发布会)?的?)?(?:主持人)?，?(?P<who>[^，。！？；：\n]{2,40})[，。！]"
)


def _known_reporters(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Reporters whom a label has named stay reporters where only their name stands later."""
    outlets = {b.speaker: b.outlet for b in blocks if b.role == "journalist" and b.speaker}
    return tuple(
        msgspec.structs.replace(block, role="journalist", outlet=outlets[block.speaker])
        if block.speaker in outlets and block.role == "spokesperson" and not block.title
        else block
        for block in blocks
    )


def _introduced(view: str, block: Block) -> Block:
    """A speaker without a name who gives it himself at the start of the speech."""
    if block.role == "journalist" or _is_reporter(view, block):
        return _of_outlet(view, block)
    if block.speaker:
        return block
    found = _I_AM.search(view, block.start, min(block.end, block.start + 160))
    person = _said_to_be(found["who"]) if found else None
    if person is None or not (person.title or block.role == "host"):
        return block
    called = block.title and block.title.startswith(surname_of(person.name))  # 柯局长
    title = person.title if called else block.title or person.title
    return msgspec.structs.replace(block, speaker=person.name, title=title)


def _said_to_be(words: str) -> Titled | None:
    """Whom somebody's words say that he is: by office and name, a body and the name, or the name
    alone."""
    alone = Titled("", words) if is_name(words) else None
    return split_title_name(words) or split_body_name(words) or alone


def _called_alike(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those under a surname and an office (``柯局长：``) as his who gives his name in
    the first of them."""
    names: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        said = block.label.reading if block.label else None
        title = said.title if said and said.kind == "office" else ""
        if block.speaker and title.startswith(surname_of(block.speaker)):
            names[title].add(block.speaker)

    def named(block: Block) -> Block:
        known = names.get(block.title or "", set())
        if block.speaker or len(known) != 1 or block.role == "journalist":
            return block
        return msgspec.structs.replace(block, speaker=min(known))

    return tuple(map(named, blocks))


def _is_reporter(view: str, block: Block) -> bool:
    """Whether a speaker of whom nothing but the name is known says that he is a reporter
    (``柯恺：大家好，我是海州日报记者柯恺。``)."""
    if block.role != "spokesperson" or not block.speaker or block.title:
        return False
    words = view[block.start : min(block.end, block.start + _OPENING)]
    return f"记者{block.speaker}" in words


def _of_outlet(view: str, block: Block) -> Block:
    """A reporter with the outlet that he names himself (``我是海州日报记者，想问…``)."""
    words = view[block.start : min(block.end, block.start + _OPENING)].lstrip()
    outlet = introduces_himself(words) or asks_for(words) if not block.outlet else None
    return msgspec.structs.replace(block, role="journalist", outlet=block.outlet or outlet)


_OPENING = 60  # characters of a speech in which a reporter says where he comes from


def _named_host(block: Block, host: str) -> Block:
    """The host under his name also where the label says no more than 主持人; who connects the
    callers is another."""
    connects = (block.title or "").casefold() in CONNECTS
    if block.role == "host" and block.speaker is None and not connects:
        return msgspec.structs.replace(block, speaker=host)
    return block


def _host_name(view: str, blocks: tuple[Block, ...], hosts: tuple[str, ...]) -> str | None:
    """The name of the host: labelled so, said to preside, or who opens, hands over and closes.

    Two who are labelled hosts leave a bare 主持人 without a name.
    """
    labelled = {block.speaker for block in blocks if block.role == "host" and block.speaker}
    if labelled:
        # 发布环节由柯恺主持，答问环节由石雨桐主持: then a bare 主持人 is one of the two
        return min(labelled) if len(labelled) == 1 and len(hosts) < 2 else None
    if len(hosts) == 1 and _others_speak(blocks, hosts[0]):
        return hosts[0]
    points: Counter[str] = Counter()
    first: dict[str, int] = {}
    answering = frozenset(_answering(blocks))
    for index, block in enumerate(blocks):
        if block.role == "spokesperson" and block.speaker and block.speaker not in answering:
            words = view[block.start : block.end]
            tail = words[-400:] if index == 0 or len(words) < 700 else ""
            if "谢" in tail and _thanked(tail, block.speaker):
                continue  # another has taken over without a label
            points[block.speaker] += min(3, len(_HOSTING.findall(tail)))
            points[block.speaker] += 2 * is_host_cue(tail)
            points[block.speaker] += (1 + (index == 0)) * bool(hand_over(tail[-160:]))
            points[block.speaker] += 2 * (index == 0 and _calls_next(blocks, tail))
            first.setdefault(block.speaker, index)
            points[block.speaker] += 2 * (
                index == 0
                and bool(re.search("欢迎|介绍出席|发布会|[Ww]elcome to|we have invited", words))
            )
            points[block.speaker] += 2 * (index == 0 and _announces_next(blocks, words))
            points[block.speaker] += 3 * (index == 0 and bool(_PRESENTS.search(words[:400])))
    for name in _handing_on(view, blocks):
        if name not in answering:
            points[name] += 4
            first.setdefault(name, 0)
    if not points:
        return None
    name, best = max(points.items(), key=lambda item: (item[1], -first[item[0]]))
    return name if best >= 3 and _others_speak(blocks, name) else None


def _handing_on(view: str, blocks: tuple[Block, ...]) -> list[str]:
    """Who speaks, more than once, never but between an answer and the next question, and briefly
    calls on those who ask (``We'll go to Harbour News.``)."""
    places: dict[str, list[bool]] = defaultdict(list)
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        if block.role == "spokesperson" and block.speaker:
            answered = before is None or before.role != "journalist"
            asked = after is not None and after.role == "journalist"
            brief = answered and asked and block.end - block.start <= _BRIEF
            places[block.speaker].append(
                brief and _CALLS.search(view, block.start, block.end) is not None
            )
    return [name for name, each in places.items() if len(each) > 1 and all(each)]


_BRIEF = 160  # characters of a turn that calls on somebody
_CALLS = re.compile(
    r"\b(?:(?:go|start|turn|move|come|over|back)(?: back| over)? (?:to|with)|[Nn]ext|[Ll]ast"
    r"|[Ff]irst|[Pp]lease|[Gg]o ahead)\b"
)


def _thanked(tail: str, speaker: str) -> bool:
    """Whether a sentence behind the first thanks the speaker himself."""
    return any(thanks_himself(x.words, speaker) for x in sentences(tail, 1, len(tail)))


def _calls_next(blocks: tuple[Block, ...], tail: str) -> bool:
    """Whether the first speaker hands over to the one who speaks next, by name."""
    called = hand_over(tail[-60:])
    following = blocks[1].speaker if blocks[1:] else None
    return bool(called and following and following in called.who)


# Thank you for joining us. Ms. Hale will give a statement. — and Ms. Hale speaks next
_JOINING = re.compile("[Tt]hank(?:s| you)(?: all| everyone)? for joining|[Ii]ntroduce|moderating")


def _announces_next(blocks: tuple[Block, ...], words: str) -> bool:
    """Whether the first speaker opens the meeting and names who speaks next, in English."""
    after = blocks[1] if blocks[1:] and blocks[1].role == "spokesperson" else None
    name = (after.speaker or "").split()[-1:] if after else []
    title = re.split(" of | for |,", after.title or "")[0].split()[-1:] if after else []
    called = any(word in words[-_CALLING:] for word in (*name, *title) if word.isascii())
    return called and _JOINING.search(words) is not None


_CALLING = 300  # characters at the end of a speech that call on the next


def _answering(blocks: tuple[Block, ...]) -> list[str]:
    """Who answers questions by himself: he alone speaks between two of them, more than once and for
    a third of all. Who only hands on is the host."""
    asked = [index for index, block in enumerate(blocks) if block.role == "journalist"]
    alone = Counter(
        blocks[first + 1].speaker or "" for first, later in pairwise(asked) if later - first == 2
    )
    return [name for name, times in alone.items() if times > 1 and 3 * times >= len(asked)]


def _others_speak(blocks: tuple[Block, ...], name: str) -> bool:
    """Whether anybody else gives answers: who presides alone and answers is the spokesperson."""
    return any(block.role == "spokesperson" and block.speaker != name for block in blocks)


def _placed(view: str, blocks: tuple[Block, ...], index: int, host: str | None) -> Block:
    """The block with the role that its place gives; the host stays host throughout."""
    block = blocks[index]
    if host and block.speaker == host and block.role == "spokesperson":
        return msgspec.structs.replace(block, role="host")
    if block.role == "spokesperson" and block.title and _PRIVATE.search(block.title[-8:]):
        return msgspec.structs.replace(block, role="guest")
    if block.role != "spokesperson" or index == 0:
        return block
    before = blocks[index - 1]
    call = last_sentence(view, before.start, before.end)
    if block.speaker is None and _READER_CALLED.search(call):
        return msgspec.structs.replace(block, role="reader")
    invited = before.role != "journalist" and _GUEST_CALLED.search(call)
    if invited and _GUEST_OFFICE.search((block.title or "") + call):
        return msgspec.structs.replace(block, role="guest")
    return block


def last_sentence(view: str, start: int, end: int) -> str:
    """The last sentence of a stretch, at most 120 characters of it."""
    tail = view[max(start, end - 120) : end].rstrip()
    stop = max(tail.rfind(mark, 0, max(0, len(tail) - 1)) for mark in "。！？\n")
    return tail[stop + 1 :]
