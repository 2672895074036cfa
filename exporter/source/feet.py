"""The foot of a page: short lines below the last words of the record, whatever they say.

What sites print there has no end of forms (``手机云溪网``, ``Stay connected``). Such lines are told
by their place: below words that close the meeting, or below a line that is surely furniture or a
field, with no sentence behind it. Tables, lists, thanks and what stands by a date stay.

Sentences stand there, too: readers' comments, other pages, what the site says of itself. They go
where nobody speaks below them and a line of furniture parts them from the record: one under the
words that close the meeting, if one of them speaks of the site or to its reader and none as a
speaker does, or the heading of such a list with as many lines that are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.bare import Field
from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.furniture import reason_of
from exporter.source.records import lines
from exporter.source.tails import is_button, section_of

_REASON = "below the record"
_RULE = "furniture.below-the-record"
_REACH = 1_500  # characters of a foot
_LINE = 60  # characters of one of its lines
_MOST = 40  # lines
_STOPPED = re.compile(r"[。！？!?；;，,：:…”’]$|[a-z]{2}\.$")
# 今天的发布会到此结束，再见！ · Thank you very much, everyone.
_CLOSES = re.compile(
    r"(?:到此结束|到此結束|到这里结束|就到这里|就到這裡|再见|再見|散会|散會"
    r"|(?:谢谢|謝謝|感谢|感謝)[^。！!？]{0,12})[。！!.]{0,2}[”）)]?$"
    r"|(?:[Tt]hank you|[Tt]hanks|[Gg]ood ?bye|[Bb]ye)[^.!?]{0,40}[.!]?[)\"”]?$"
)
# What a line may be that is said, or goes on: a list, thanks, an answer, a table's row.
_SAID = re.compile(
    r"谢|謝|再见|再見|掌声|掌聲|结束|結束|完毕|主持|记者|記者|提问|提問|回答|问[:：]|答[:：]|发言|發言|嘉宾"
    r"|^(?:[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])"
    r"|^附[:：表录錄]|发布会|發布會|发佈會|记者会|記者會|[Bb]riefing|[Cc]onference"
    r"|\t|\d\s?[%％亿万元吨个人户项家]"
    r"|[Tt]hank|[Qq]uestion|[Aa]nswer|^[A-Z][\w.' ]{1,40}:|^[QA]\b"
)


def below(text: str) -> Iterator[Change]:
    """A removal for each line of the foot that no other rule knows."""
    low = max(0, len(text) - _REACH)
    start = text.find("\n", low - 1) + 1 if low else 0
    rows = [(a, b) for a, b in lines(text, start) if text[a:b].strip()]
    parted = _parted(text, rows)
    last = _last_text(text, rows[:parted])
    foot = rows[last + 1 :]
    if last < 0 or not 0 < len(foot) <= _MOST:
        return
    closed = _CLOSES.search(text[rows[last][0] : rows[last][1]].strip()) is not None
    told = [fields_of(text, *row) for row in foot]
    for index, (a, b) in enumerate(foot):
        line = text[a:b].strip()
        sure = reason_of(line) is not None or _labelled(told[index])
        closed = closed or sure or last + 1 + index >= parted
        if closed and not sure and not _kept(line, told, index):
            yield Change(a, min(b + 1, len(text)), "", _RULE, _REASON)


def _last_text(text: str, rows: list[tuple[int, int]]) -> int:
    """The index of the last row that is no line of a foot; -1 if there is none."""
    for index in range(len(rows) - 1, -1, -1):
        line = text[slice(*rows[index])].strip()
        said = len(line) > _LINE or _STOPPED.search(line) or _SAID.search(line)
        if (said or _speaks(text, line, rows[index][0])) and not _is_sure(text, rows[index]):
            return index
    return -1


def _is_sure(text: str, row: tuple[int, int]) -> bool:
    """Whether a row is surely furniture, or fields with their labels."""
    return reason_of(text[slice(*row)].strip()) is not None or _labelled(fields_of(text, *row))


_LABEL = re.compile(r"[^，。：:]{2,30}[:：](?=.)")
_OFFICES = tuple("长長任记記席官员員师師授士")


def _speaks(text: str, line: str, start: int) -> bool:
    """Whether the line begins with a label that has spoken above, or with an office."""
    label = _LABEL.match(line)
    if label is None:
        return False
    return label[0][:-1].endswith(_OFFICES) or text.find(f"\n{label[0]}", 0, start) >= 0


def _labelled(found: tuple[Field, ...]) -> bool:
    return bool(found) and all(field.label for field in found)


def _kept(line: str, told: list[tuple[Field, ...]], index: int) -> bool:
    """Whether the line is a date, or a bare field beside one (``昭通新闻网`` / ``2024-07-29``)."""
    if line.isascii() and line[-1].isalpha():
        return False
    near = told[max(0, index - 2) : index + 3]
    dated = any(field.kind == "published" for found in near for field in found)
    kinds = {field.kind for field in told[index]}
    before = {field.kind for found in told[max(0, index - 3) : index] for field in found}
    return dated and bool(kinds - before)


_END = "end mark"
_COMMENTS = "comments"
_HEADED = frozenset(("related links", "contact", "site footer", "about the site"))
_ENDS = re.compile(r"[。！？!?.…][”’」』)）\"]{0,2}$")
_SENTENCE = 300  # characters of a sentence there
# 谢谢 alone ends many a question.
_OVER = re.compile(
    r"^[^？?]*(?:到此结束|到此結束|到这里结束|就到这里|就到這裡|再见|再見|散会|散會|[Gg]ood ?bye"
    r"|(?:谢谢|謝謝|感谢|感謝)(?:各位|大家)[^。！!？]{0,10}"
    r"|[Tt]hank you(?: very much| all| so much)?,? (?:everyone|everybody|all|ladies)[^.!?]{0,30})"
    r"[。！!.]{0,2}[”）)\"]?$"
)
# What a site says of itself, to its reader, or of who may print it: 为您提供… · Log in to…
OF_SITE = re.compile(
    r"本[网網站报報刊文页頁]|转载|轉載|版权|版權|著作|声明|聲明|授权|授權|侵权|侵權|公众号|公眾號"
    r"|客户端|关注|關注|扫码|二维码|网友|網友|评论|留言|回复|为您|為您|订阅|訂閱|投稿"
    r"|法律顾问|原作者|[Cc]opyright|©|[Ss]ubscri|[Ss]ign(?:ing)? (?:up|in)|[Ll]og ?[Ii]n"
    r"|[Nn]ewsletter|[Nn]ewsroom|[Ii]nbox|[Cc]omment|[Dd]iscussion|[Cc]ookie|reporter (?:with|for)"
    r"|[Rr]epublish|[Rr]edistribut"
    r"|(?:[Tt]his|[Oo]ur) (?:page|site|website|article|material)|[Rr]eproduc|[Ff]eedback|enquir"
    r"|part of the .{2,30} (?:Group|Network)|press office"
)
# what a speaker says, not a site: 下一步，我们…
TELLS = re.compile(r"我|大家|下一步|谢|謝|各位|\b(?:we|We|I|you|You)\b")


def _parted(text: str, rows: list[tuple[int, int]]) -> int:
    """The index of the row from which on all is the site's, sentences too; the number of rows if
    there is none."""
    said = [text[slice(*row)].strip() for row in rows]
    ends = [_ENDS.search(line) is not None for line in said]
    last = max((index for index, each in enumerate(ends) if each), default=0)
    spoken = _last_spoken(text, rows, said)
    for index in range(spoken + 1, last) if spoken >= 0 else ():
        line = said[index]
        sure = _is_sure(text, rows[index]) and "sure"
        reason = section_of(line) or reason_of(line) or sure
        if not reason:
            continue
        before = next((said[i] for i in range(index - 1, -1, -1) if ends[i]), "")
        sentences = [line for line, each in zip(said[index:], ends[index:], strict=True) if each]
        over = reason == _END or _OVER.search(before) is not None
        tells = any(map(TELLS.search, sentences))
        over = over and not tells and any(map(OF_SITE.search, sentences))
        items = len(rows) - index - 1 - len(sentences)
        few = 0 < len(sentences) <= items - 1 and not tells
        headed = reason == _COMMENTS and not is_button(text, rows, index)
        listed = headed or (reason in _HEADED and few)
        short = max(map(len, sentences)) <= _SENTENCE
        if short and (over or listed):
            return index
    return len(rows)


def _last_spoken(text: str, rows: list[tuple[int, int]], said: list[str]) -> int:
    """The index of the last row that a speaker's label begins, or that says what only a speaker
    says; -1 if there is none."""
    for index in range(len(rows) - 1, -1, -1):
        line = said[index]
        if (_SAID.search(line) or _speaks(text, line, rows[index][0])) and not _is_sure(
            text, rows[index]
        ):
            return index
    return -1
