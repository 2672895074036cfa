"""Labels read with the help of the roster: names that only an introduction could tell to be names.

``高兴旺：`` could be any three characters; after ``总经济师高兴旺先生`` in the host's introduction
it is a label.
"""

from __future__ import annotations

import re

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.labels.reading import Reading, is_dated, read_label
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import (
    DEEDS,
    HAN,
    NO_NAME_ENDS,
    is_name,
    name_score,
    split_body_name,
    unspaced,
)
from exporter.transcript.people.offices import (
    BODY_END,
    CLOSED_OFFICE,
    OFFICE,
    ONE_OFFICE,
    WHOLE_OFFICE,
)
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import COMPOUND, SINGLE

_TAIL = re.compile(rf" ?(?:{any_of('labels', 'tails')})$")
_HOST = re.compile(rf"^(?:{any_of('labels', 'host')})[ 、，·（]*")
_LENGTHS = (3, 2, 4)
# 市教育局副局长 吉祥: in a label a blank behind an office tells where the name begins, a word too
_APART = re.compile(
    rf"(?P<title>[^，。：；！？]{{2,40}}{OFFICE}) +"
    rf"(?P<name>(?!总结|发言|致辞|讲话|介绍|回答|提问|表示|答复|答问|主持|发布|点评|补充){HAN}{{2,4}})"
    r"(?<!简介)(?<!发言)(?<!致辞)(?<!讲话)(?<!介绍)(?<!回答)(?<!提问)(?<![说道称])"
)


def read_known(words: str, roster: Roster) -> Reading | None:
    """What `words` say as a label, names of the roster known beforehand."""
    if is_dated(words):
        return None
    _prove_word(words.strip(), roster)
    divided = _divided(words, roster)
    if divided:
        return divided
    reading = read_label(words)
    if reading and reading.kind == "person" and reading.name not in roster:
        # 喻飞大队长: 喻飞 is known, 喻飞大 is not
        reading = _around_name(words.strip(), roster) or reading
    apart = _APART.fullmatch(words.strip()) if reading is None else None
    if apart and not apart["name"].endswith((*DEEDS, *NO_NAME_ENDS)):
        return Reading("person", apart["name"], apart["title"])
    if len(words) > 60 or (reading is not None and reading.kind != "office"):
        return reading
    words = words.strip(" \t")
    forms = tuple(dict.fromkeys((words, _TAIL.sub("", words))))
    if alone := next(filter(None, (_alone(form, roster) for form in forms)), None):
        return Reading("name", alone)
    for form in forms:
        host = _HOST.match(form)
        if host and (name := unspaced(form[host.end() :].strip(" ）"))) in roster:
            return Reading("host", name)
        found = _around_name(form, roster)
        if found:
            return found
    return reading or _presiding(words)


# 主持人 公共事务组窗口李梅芳: whatever she is
_PRESIDES = re.compile(
    rf"(?:{any_of('labels', 'host')}) +(?P<held>{HAN}{{2,12}}?)(?P<name>{HAN}{{3}})"
)


def _presiding(words: str) -> Reading | None:
    """The host whose office no list has, where a sure name ends the label."""
    found = _PRESIDES.fullmatch(words)
    if found is None or name_score(found["name"]) < _SURE_NAME or is_name(found["held"]):
        return None
    if not _plain(found["held"]):
        return None
    return Reading("host", found["name"], found["held"])


_SURE_NAME = 3


def read_set_apart(words: str, roster: Roster) -> Reading | None:
    """What `words` say where brackets, a cell or a dress set them apart: a person may be named
    behind a body and a blank (``省政府新闻办新闻发布处 李梅``), too."""
    said = read_known(words, roster)
    body = split_body_name(words.strip()) if said is None and " " in words.strip() else None
    if body is None or SPEECH_IN_TITLE.search(body.title):
        return said
    return Reading("person", body.name, body.title)


def read_commas(words: str, roster: Roster) -> Reading | None:
    """What the words of a line's head say whose offices commas part (``市卫健委党委书记、主任，市
    中医药管理局局长 柯恺``), each part but the last an office."""
    *parts, last = words.split("，")
    if len(parts) == 1 and (said := _name_first(words, parts[0], last, roster)):
        return said
    if (
        not parts
        or len(words) > 60
        or not all(_ENDS_IN_OFFICE.search(part[-16:]) for part in parts)
    ):
        return None
    whole = words.replace("，", "、")
    said = read_known(whole, roster)
    if said is None or said.kind not in ("person", "host") or not (said.name and said.title):
        return None
    at = whole.find(said.title)
    return said._replace(title=words[at : at + len(said.title)]) if at >= 0 else said


_ENDS_IN_OFFICE = re.compile(f"{OFFICE}$")


def _name_first(words: str, name: str, held: str, roster: Roster) -> Reading | None:
    """Whom a name and what he holds behind a comma mean (``柯恺，市水利局局长``)."""
    name, held = unspaced(name.strip()), held.strip()
    if not (name in roster or is_name(name)) or len(words) > 60:
        return None
    if WHOLE_OFFICE.search(held[-16:]) and _plain(held):
        return Reading("person", name, held)
    said = read_label(held)
    asks = said is not None and said.kind == "reporter" and said.outlet and not said.name
    return said._replace(name=name) if said and asks else None


def _alone(words: str, roster: Roster) -> str | None:
    """Whom a guest's name that is a word (``谷雨：``) means, or a surname (``苏：``): the one
    person who has it."""
    if words in roster.words:
        roster.add(roster.words[words])
        return words
    if len(words) > 2 or not (words in SINGLE or words in COMPOUND):
        return None
    named = [name for name in roster if name.startswith(words) and len(name) > len(words)]
    return named[0] if len(named) == 1 else None


_OPENING, _CLOSING = " （【〔[", " ）】〕]"


def _prove_word(words: str, roster: Roster) -> None:
    """Takes a guest's name that is a word for a name, where an office stands beside it
    (``江河【职业技术学院院长】``)."""
    for name, person in roster.words_beside(words):
        before, after = words.endswith(name), words.startswith(name)
        rest = words[: -len(name)] if before else words[len(name) :] if after else ""
        side = rest.strip().lstrip(_OPENING).rstrip(_CLOSING)
        if side and person.title.endswith(side[-16:]):
            roster.add(person)


# 17号陆一鸣 · 10号 柯恺: who plays
_SHIRT = re.compile(r"\d{1,2}号 ?")


def _around_name(text: str, roster: Roster) -> Reading | None:
    """A known name alone, behind an office or the number of a shirt, or before an office; several
    names, one of them known, are nobody's."""
    text = _SHIRT.sub("", text, 1)
    several = text.split("、")
    known = any(name in roster for name in several)
    if len(several) > 1 and known and all(name in roster or is_name(name) for name in several):
        return Reading("office", title=text)
    if unspaced(text) in roster:
        return Reading("name", unspaced(text))
    for length in _LENGTHS:
        title, name = text[:-length].strip(), text[-length:]
        if name in roster and CLOSED_OFFICE.search(title[-16:]) and _plain(title):
            return Reading("person", name, title)
    first = roster.known_at(text)
    title = text[len(first) :].strip(" （）") if first else ""
    if first and title and _HOLDS.search(title[-16:]) and _plain(title):
        return Reading("person", first, title)
    last = roster.known_at(text, len(text))
    title = text[: -len(last)].strip() if last else ""
    if last and CLOSED_OFFICE.search(title[-16:]) and _plain(title):
        return Reading("person", last, title)
    # 省政府新闻办公室石雨桐, 省商务厅柯恺, whom the lead names so, or with his office
    title = title.rstrip("·• ")
    if last and len(title) > 2 and any(x.title.startswith(title) for x in roster.titled(last)):
        return Reading("person", last, title)
    return None


# 柯恺外贸处处长: a known name, then a body and an office, or an office alone
_HOLDS = re.compile(f"{WHOLE_OFFICE.pattern}|^[^，。：；！？]{{2,14}}(?:{BODY_END}){OFFICE}$")


def _divided(words: str, roster: Roster) -> Reading | None:
    """A known name with the office inside it (``罗发言人秉丞``), as in Taiwan."""
    office = ONE_OFFICE.search(words, 1, 12) if len(words) <= 16 else None
    if office is None or office.start() > 2 or office.end() == len(words):
        return None
    name = words[: office.start()] + words[office.end() :]
    return Reading("person", name, office[0]) if name in roster else None


def _plain(title: str) -> bool:
    """Whether nothing in a title shows that it is a piece of speech."""
    return SPEECH_IN_TITLE.search(title) is None
