"""The talks of `proceedings` as whole pages, flat or HTML, in every dress that labels wear.

`LABELLERS` say what a label's words are, `DRESSES` what stands around them. A dress takes the words
of a label and the paragraphs of its speech and gives lines, or elements of an HTML page; the gold
is known by construction. Nothing here is taken from a real page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from exporter import pipeline
from tests.transcript.held_out import TALK_SEA, TALK_TRADITIONAL
from tests.transcript.proceedings import TALKS, Said, Talk

TALKS_DRESSED = (*TALKS, TALK_SEA, TALK_TRADITIONAL)


class Spoken(NamedTuple):
    """A turn to be dressed: the words of its label, its paragraphs, its number from 0."""

    label: str
    paragraphs: tuple[str, ...]
    number: int

    @property
    def stamp(self) -> str:
        return f"2024-05-10 10:{self.number:02d}:{self.number * 7 % 60:02d}"


Labeller = Callable[[Said, bool], str]
Dress = Callable[[Spoken], list[str]]


class Score(NamedTuple):
    """Turns asked, found, begun where they should, with the right speaker, with a wrong name."""

    asked: int
    found: int
    begun: int
    speakers: int
    wrong: int

    @property
    def f1(self) -> float:
        return 2 * self.begun / max(1, self.asked + self.found)

    @property
    def speaker(self) -> float:
        return self.speakers / max(1, self.asked)

    def plus(self, other: Score) -> Score:
        return Score(*(one + two for one, two in zip(self, other, strict=True)))


def _full(said: Said, _: bool) -> str:
    return said.who.title + said.who.name or f"{said.who.outlet}记者"


def _full_blank(said: Said, _: bool) -> str:
    return f"{said.who.title} {said.who.name}".strip() or f"{said.who.outlet}记者"


def _name(said: Said, _: bool) -> str:
    return said.who.name or f"{said.who.outlet}记者"


def _full_then_name(said: Said, first: bool) -> str:
    return _full_blank(said, first) if first else _name(said, first)


def _host_word(said: Said, first: bool) -> str:
    return "主持人" if said.who.role == "host" else _full_then_name(said, first)


def _name_office(said: Said, first: bool) -> str:
    return f"{said.who.name}（{said.who.title}）" if said.who.name else _name(said, first)


def _comrade(said: Said, first: bool) -> str:
    return f"{_full(said, first)}同志" if said.who.name else _full(said, first)


LABELLERS: dict[str, Labeller] = {
    "office and name": _full,
    "office, blank, name": _full_blank,
    "name": _name,
    "office first, then the name": _full_then_name,
    "the word host": _host_word,
    "name (office)": _name_office,
    "comrade": _comrade,
}


def _before(form: str) -> Dress:
    """A dress around the label in the first line of the speech."""

    def lines(spoken: Spoken) -> list[str]:
        head = form.format(who=spoken.label, n=spoken.number + 1, stamp=spoken.stamp)
        return [*f"{head}{spoken.paragraphs[0]}".split("\n"), *spoken.paragraphs[1:]]

    return lines


def _html(form: str) -> Dress:
    """A dress of elements: ``{first}`` and ``{rest}`` hold the paragraphs, ``{all}`` all of them
    with breaks."""

    def elements(spoken: Spoken) -> list[str]:
        first, *rest = spoken.paragraphs
        values = {"who": spoken.label, "n": spoken.number + 1, "stamp": spoken.stamp}
        values |= {"first": first, "rest": "".join(f"<p>{words}</p>" for words in rest)}
        return [form.format(**values, all="<br>".join(spoken.paragraphs))]

    return elements


FLAT: dict[str, Dress] = {
    form: _before(form.replace("⏎", "\n"))
    for form in (
        *(
            "{who}：",
            "{who}:",
            "{who} ：",
            "{who}：：",
            "{who}∶",
            "{who}：⏎",
            "{who}⏎",
            "　　{who}：",
        ),
        *("{who} ", "{who}　", "{who}\t", "{who}——", "{who}丨", "{who} | ", "{who}/", "{who}→"),
        *(
            "{who}；",
            "{who}…",
            "▲{who}：",
            "●{who}：",
            ">>>{who}：",
            "@{who}：",
            "- {who}：",
            "◆{who} ",
        ),
        *(
            "【{who}】",
            "【{who}】：",
            "【{who}】⏎",
            "[{who}] ",
            "［{who}］：",
            "〖{who}〗",
            "■【{who}】",
        ),
        *(
            "「{who}」",
            "「{who}」：",
            "「{who}：」",
            "『{who}』",
            "“{who}”：",
            "《{who}》：",
            "＜{who}＞",
        ),
        *(
            "（{who}）",
            "（{who}）：",
            "({who})",
            "{{{who}}}",
            "*{who}*：",
            "**{who}：**",
            "__{who}__：",
        ),
        *("{n}.{who}：", "{n}、{who}：", "（{n}）{who}：", "{n:02d} {who}：", "{n}楼 {who}："),
        *("第{n}条 {who}：", "#{n} {who}⏎", "{n}. {who}⏎", "{n}楼 {who} {stamp}⏎"),
        *("{who}说：", "{who}表示：", "{who}发言：", "{who}发言如下：", "{who}答道："),
        *(
            "[10:{n:02d}] {who}：",
            "[10:{n:02d}][{who}]：",
            "10:{n:02d}\t[{who}]",
            "[{who} 10:{n:02d}]",
        ),
        *("[10:{n:02d}]⏎[{who}]⏎", "{who}⏎10:{n:02d}⏎", "{who}⏎{stamp}⏎", "{stamp}⏎{who}："),
        *("{who} {stamp}⏎", "{stamp} {who}⏎", "{who}：{stamp}⏎", "{who} 上午10:{n:02d}⏎"),
        *("{who}(00:{n:02d}:11): ", "{who}：[10:{n:02d}]", "{who} 发表于 {stamp}⏎", "## {who}⏎"),
    )
}
HTML: dict[str, Dress] = {
    form: _html(form)
    for form in (
        "<p><strong>{who}：</strong>{first}</p>{rest}",
        "<p><strong>{who}</strong>{first}</p>{rest}",
        "<p><strong>{who}</strong></p><p>{first}</p>{rest}",
        "<p>&nbsp;&nbsp;<b>{who}</b>&nbsp;{first}</p>{rest}",
        "<p><font color=red>{who}</font>　{first}</p>{rest}",
        "<p>{who}</p><p>{first}</p>{rest}",
        "{who}：{all}<br>",
        "<h3>{who}</h3><p>{first}</p>{rest}",
        "<div><a href='/p'>{who}</a></div><p>{first}</p>{rest}",
        "<dl><dt>{who}</dt><dd>{all}</dd></dl>",
        "<table><tr><td>{who}</td><td>{all}</td></tr></table>",
        "<table><tr><td>10:{n:02d}</td><td>[{who}]{all}</td></tr></table>",
        "<table><tr><td>{n}</td><td>{who}</td><td>{all}</td></tr></table>",
        "<table><tr><td>{who}<br>{stamp}</td><td>{all}</td></tr></table>",
        "<table><tr><td>{who}</td><td></td><td>{all}</td></tr></table>",
        "<table><tr><th>{who}</th><td>{all}</td></tr></table>",
        "<li><i>{who}</i>：{all}</li>",
        "<li><img src='t.jpg' alt='头像'><span>{who}</span><em>{stamp}</em><p>{all}</p></li>",
        "<li><em>{stamp}</em> <span>{who}</span><p>{all}</p></li>",
        "<div><span class='name'>{who}</span><span>10:{n:02d}</span><div>{all}</div></div>",
        "<div>{who}</div><div>10:{n:02d}</div><div>{all}</div>",
        "<section><p><span>[</span><span>{who}</span><span>]</span>{first}</p></section>{rest}",
    )
}
DRESSES = FLAT | HTML


def page(name: str, talk: Talk, labeller: Labeller) -> tuple[str, bytes]:
    """The file's name and bytes of a talk in the dress of this name."""
    seen: set[str] = set()
    pieces: list[str] = []
    for number, said in enumerate(talk.turns):
        label = labeller(said, said.who.name not in seen)
        seen.add(said.who.name)
        pieces += DRESSES[name](Spoken(label, said.paragraphs, number))
    text = "\n".join(pieces)
    if name in FLAT:
        return "page.txt", f"{talk.lead}\n{text}\n".encode()
    lead = f"<div><a href='/'>首页</a></div><div class=content><p>{talk.lead}</p>"
    return "page.html", f"<html><body>{lead}{text}</div></body></html>".encode()


def score(name: str, talk: Talk, labeller: Labeller) -> Score:
    """How well a talk in this dress is read: turns matched by their first letters."""
    file, data = page(name, talk, labeller)
    text = data.decode()
    raw = pipeline.read_page(file, data).value
    read = [pipeline.read_record(record).value for record in pipeline.clean_page(raw).value]
    found = [turn for one in read if one.kind == "transcript" for turn in one.turns]
    left = Counter((_opening(turn.text), turn.speaker or "") for turn in found)
    begun = Counter(_opening(turn.text) for turn in found)
    speakers = matched = wrong = 0
    for said in talk.turns:
        opening = _opening(said.text)
        if begun[opening] < 1:
            continue
        begun[opening] -= 1
        matched += 1
        printed = said.who.name in text
        speakers += left[opening, said.who.name] > 0 or (not printed and left[opening, ""] > 0)
        wrong += not (left[opening, said.who.name] or left[opening, ""])
    return Score(len(talk.turns), len(found), matched, speakers, wrong)


def _opening(text: str) -> str:
    return "".join(char for char in text if char.isalnum())[:8]


def over_all(name: str, labellers: Iterable[Labeller]) -> Score:
    """The score of a dress over all talks, their labels in the words of each of `labellers`."""
    total = Score(0, 0, 0, 0, 0)
    for labeller in labellers:
        for talk in TALKS_DRESSED:
            total = total.plus(score(name, talk, labeller))
    return total
