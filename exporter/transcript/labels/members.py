"""Labels that call somebody by nothing but a part that many have: a member of a hearing by a
number, somebody in the street by where he lives, who asks by a calling of the public."""

from __future__ import annotations

import re

from exporter.transcript.people.names import HAN, is_name, split_honorific, unspaced

# 消费者代表1 · 听证会参加人（三） · 2号代表: whom a hearing calls by a number
_MEMBER = re.compile(
    r"(?!.*(?:的|各|位|名|们))(?:\d{1,2}号)?[^，。：；！？“”（） \d]{0,14}?"
    "(?:代表|委员|嘉宾|专家|听证人|陈述人|参加人|证人|居民|群众|业主|村民|家长|学生"
    "|企业家|企业|商户|农户|职工|员工|司机|患者)"
    r" ?(?:（?(?:[0-9一二三四五六七八九十甲乙丙丁戊]{1,2}|[A-F])）?)"
)
# 海州市民 · 青山居民: whom a report asks in the street
_PASSER_BY = re.compile(
    rf"(?!本地|当地|有的|很多|不少|部分|广大|现场|热心|来电|匿名|一位){HAN}{{2,3}}(?:市民|居民|村民|网友|游客)"
)


def is_member(words: str) -> bool:
    """Whether the words call somebody by a role that may have a number (``3号代表``)."""
    return _MEMBER.fullmatch(words) is not None


def is_numbered_member(words: str) -> bool:
    """Whether the words call somebody by a role and a number (``消费者代表3``), as no speech
    does."""
    return words[-1:].isalnum() and words[-1:] not in _ROLE_ENDS and bool(_MEMBER.fullmatch(words))


_ROLE_ENDS = tuple("表员宾家人众主民长生业户工机者")


def is_passer_by(words: str) -> bool:
    """Whether the words call somebody by nothing but where he lives (``海州市民``)."""
    return _PASSER_BY.fullmatch(words) is not None


# 嘉宾柯恺: a role that is no office, and a name
_ROLE_GLUED = re.compile(
    rf"(?:访谈|特邀|现场|连线|受访)?(?:嘉宾|听证人|陈述人|受访者|受访人)(?P<who>{HAN}{{2,4}})"
)


def guest_called(words: str) -> str | None:
    """The name that is glued to a role that is no office."""
    found = _ROLE_GLUED.fullmatch(words)
    return found["who"] if found and is_name(found["who"]) else None


# 壹、秘书长致词: a heading of minutes under which one speaks
_PART = re.compile("[壹贰叁肆伍陆柒捌玖拾][、.．].{2,40}(?:致[词辞]|讲话|引言|报告|谈话)")


def is_part(words: str) -> bool:
    """Whether the words are the heading of a numbered part of minutes that is somebody's speech."""
    return _PART.fullmatch(words) is not None


# 市民李女士 · 网友“水滴石穿” · 热心听众 王先生: who asks in a talk, of no outlet
_CITIZEN = re.compile(
    "(?:热心|来电|现场|匿名|一位|某)?(?:市民(?!政)|网友|网民|听众|观众|读者|来电人|咨询人|网络用户)"
    "(?!.*(?:反映|评论|留言|表示|关心|关注|建议|普遍|都|们|的|提出|来信|代表|朋友|说|称))"
    " {0,2}(?P<who>[^，。：；！？]{0,14})"
    # 网友 操心的老妈: behind a blank any name that people give themselves
    "|(?:网友|网民|听众|观众) +(?P<alias>[^，。：；！？]{1,16})"
)


def citizen_called(words: str) -> str | None:
    """The name of one of the public whom the words call so (``市民李小梅``), empty where it is none
    or only what they call themselves; ``None`` where the words call nobody of the public."""
    found = _CITIZEN.fullmatch(words)
    if found is None:
        return None
    who = (found["who"] or found["alias"] or "").strip(" “”（）")
    name, honorific = split_honorific(unspaced(who))
    own = "“" in words or words.startswith(("网友", "网民"))
    return name if is_name(name) and not honorific and not own else ""


# 投资者 hy***88 提问 · 家长追问: whoever has a calling of the public, and the word for it
_PUBLIC_ASKS = re.compile(
    "(?:热心|现场|一位|某|学生)?(?:投资者|股民|股东|家长|车主|乘客|患者|用户|考生|游客|村民|居民|业主|旅客|球迷|观众|听友)"
    "[^，。：；！？]{0,16}?(?:提问|追问|发问|问)"
)


def asks_as_one_of_the_public(words: str) -> bool:
    """Whether the words call whoever asks by such a calling."""
    return _PUBLIC_ASKS.fullmatch(words) is not None
