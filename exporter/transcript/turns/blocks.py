"""From labels and headings to blocks of speech: every character of the record goes somewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from exporter.source.model import Mark
from exporter.source.scanning import at_lines
from exporter.source.scripts import HAN_CHAR
from exporter.transcript.clocks import CLOCK, closing_clock, stamp_lines
from exporter.transcript.cues import BAR_HEADING, CAPTIONED, EDGED_HEADING, HEADING, STARRED
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.tables import is_header
from exporter.transcript.lexicon import any_of
from exporter.transcript.paragraphs import level_at
from exporter.transcript.turns.between import centred_lines, lines_between
from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import CLOSES, is_host_cue, sentences
from exporter.transcript.turns.spans import Span, disjoint, outside
from exporter.transcript.turns.within import lines_within

# (完) · END 1:45 P.M. EDT · ### · [End of transcript]: printed after the last word
_END_LINE = re.compile(
    r"^[ \t]*(?:[（(]?(?:全文)?完[）)]?|###+|# # #|-30-|[*~<\[(–—-]{0,4} ?(?:(?:The )?(?i:ends?)"
    r"(?: (?i:of (?:the )?(?:transcript|interview|briefing|press conference|recording)))?"
    r"|(?i:transcript (?:ends|concludes))) ?\.?[*~>\])–—-]{0,4}|"
    r"(?:END )?\d{1,2}[:：]\d{2} [AaPp]\.?[Mm]\.?[ A-Z.]*)[ \t]*$",
    re.MULTILINE,
)
# (The following question was raised after the press conference:)
_NOTE_LINE = re.compile(
    r"^[ \t]*[（(*]*(?:The following (?:questions?|exchanges?|answers?)\b[^\n]{0,80}"
    r"|(?:例行)?(?:记者会|发布会)?(?:会后|会下|结束后)[^\n。？]{0,24}"
    r"(?:提问|追问|有记者问)[^\n。？]{0,12})[:：]?[）)*]*[ \t]*$",
    re.MULTILINE,
)
# 10:06:50 | 系统 | 【图】… · [直播员] / 图为现场。: who runs a live text speaks to nobody
_SYSTEM_ROW = re.compile(
    rf"^(?:[^\n\t]{{0,24}}\t)?(?:{CLOCK} {{0,4}})?[\[【]?(?:{any_of('labels', 'narrators')})"
    r"(?:\t[^\n]*|[：:\]】] {0,4}(?:[^\s][^\n]*|\n[^\n]*))$",
    re.MULTILINE,
)
# (Laughter.) · [Applause] · （全场笑）: what those present do, in a line of its own
_STAGE_LINE = re.compile(
    r"^[ \t]*[（(\[【](?:(?i:laugh(?:ter|s|ing)?|applause|cross-?talk|pause)\b[^\n()\[\]]{0,30}"
    r"|[^\n（）()【】\[\]，。]{0,6}(?:[笑掌鼓][声聲掌]|笑|播放[^\n（）()【】\[\]]{0,8}))"
    r"\.?[）)\]】]\.?[ \t]*$",
    re.MULTILINE,
)
_SENTENCE = re.compile("[。？！；\\n\\t]")
_TABLE_HEAD = re.compile(r"^[^\n\t]{0,12}(?:\t[^\n\t]{0,12}){1,6}$", re.MULTILINE)


def find_headings(
    view: str, labels: tuple[Label, ...], marks: Iterable[Mark], title: str | None
) -> tuple[Span, ...]:
    """The printed headings outside the labels, in order."""
    marks = tuple(marks)
    found = [*_glued_headings(view, labels), *_heading_lines(view, labels, marks, title)]
    found += lines_between(view, labels, marks)
    found += lines_within(view, labels)
    starts = [label.start for label in labels]
    free = [span for span in found if not _inside(labels, starts, span)]
    return tuple(disjoint(sorted(set(free))))


def _inside(labels: tuple[Label, ...], starts: list[int], span: Span) -> bool:
    index = bisect_left(starts, span[1]) - 1
    return index >= 0 and labels[index].end > span[0]


def _glued_headings(view: str, labels: tuple[Label, ...]) -> Iterator[Span]:
    """Known headings between a stop and a label, a line's end or the host (``新闻发布副市长
    夏维勇``).
    """
    if HAN_CHAR.search(view) is None:
        return
    starts = {label.start for label in labels}
    ends = [label.end for label in labels]
    spots = [(found.start() + 1, found.end()) for found in EDGED_HEADING.finditer(view)]
    spots += [found.span() for end in (0, *ends) if (found := HEADING.match(view, end))]
    yield from _glued_captions(view, labels)
    for start, end in spots:
        if view[end : end + 2] in ("：", "：\n"):
            yield start, end + 1
        after = end + len(view[end : end + 4]) - len(view[end : end + 4].lstrip(" "))
        ends_part = view.endswith("结束", start, end)  # …更重要。提问环节结束谢谢缪局长
        here = ends_part or view[end : end + 1] in ("", "\n")
        if after in starts or here or _host_begins(view, end):
            yield start, end


_PICTURED = 40  # characters of a caption that is glued to a label


def _glued_captions(view: str, labels: tuple[Label, ...]) -> Iterator[Span]:
    """Captions of pictures between a stop and a label behind it, in one line."""
    for label in labels:
        low = max(0, label.start - _PICTURED)
        start = max(view.rfind(stop, low, label.start) for stop in "。！？\n") + 1
        shown = CAPTIONED.match(view, start, label.start) if start else None
        if shown and shown.end() == label.start:
            yield start, label.start


def _host_begins(view: str, at: int) -> bool:
    """Whether the sentence at `at` is the host's, so that a heading before it is one."""
    sentence = next(sentences(view, at, min(len(view), at + 80)), None)
    return sentence is not None and is_host_cue(sentence.words)


def _own_line(view: str, mark: Mark) -> bool:
    """Whether a mark covers whole lines of the view, which may end before it."""
    if mark.end > len(view):
        return False
    opens = mark.start == 0 or view[mark.start - 1] == "\n"
    return opens and view[mark.end : mark.end + 1] in ("", "\n")


def _heads(words: str) -> bool:
    """Whether a line that the page marks as a heading is one between the speeches.

    An enumerated one (一、总体情况) belongs to the speech, a whole sentence is one of it.
    """
    words = words.strip()
    return 0 < len(words) <= 60 and not _SENTENCE.search(words) and level_at(words, 0) == 0


def _heading_lines(
    view: str, labels: tuple[Label, ...], marks: Iterable[Mark], title: str | None
) -> Iterator[Span]:
    """Lines that are a heading: marked as one by the page, the title again, a table's header."""
    first = labels[0].start if labels else len(view)
    for mark in marks:
        if mark.kind == "heading" and _own_line(view, mark) and _heads(view[mark.start : mark.end]):
            yield mark.start, mark.end
    yield from centred_lines(view, marks, first)
    if title:
        at = view.find(title, 0, min(first, 400) + len(title))
        if at >= 0 and (at == 0 or view[at - 1] == "\n") and view[at + len(title) :][:1] in "\n":
            yield at, at + len(title)
    low = {_END_LINE: first, _NOTE_LINE: first, _SYSTEM_ROW: 0, STARRED: 0, BAR_HEADING: 0}
    low[_STAGE_LINE] = first
    for pattern, start in low.items():
        for line in at_lines(pattern, view, start):
            yield line.span()
    for row in at_lines(_TABLE_HEAD, view) if "\t" in view else ():
        if is_header(row[0]):
            yield row.span()


def end_of_proceedings(view: str, labels: tuple[Label, ...], taken: tuple[int, ...] = ()) -> int:
    """Where the page says that the proceedings end (完, END 2:21 P.M., [ENDS]), `taken` where such
    a mark has been taken out; what stands behind is the page's own, whatever it looks like. The end
    of the view if it doesn't say."""
    first = labels[0].end if labels else len(view)
    lines = [line.span() for line in _END_LINE.finditer(view, first)]
    for start, end in sorted([*lines, *((at, at) for at in taken if at > first)]):
        if len(view) - end > _FOOT:
            continue
        if sum(label.start >= end for label in labels) <= _FOOT_LABELS:
            return start
    return _comments(view, labels)


def _comments(view: str, labels: tuple[Label, ...]) -> int:
    """Where comments of readers begin behind a meeting that has been closed (``…到此结束，再见！``
    over ``网友 184****2217：期待消费券！``); the end of the view if there are none."""
    end = len(view)
    for label in reversed(labels):
        if label.reading.kind != "question":
            return end if _FAREWELL.search(view, max(label.end, end - _CLOSED), end) else len(view)
        end = label.start
    return len(view)


def without_foot(view: str, block: Block) -> Block:
    """The last `block` without lines at its end that nobody speaks: a table, a picture's caption, a
    link. Speech ends in a stop, and they don't."""
    end = block.end
    while True:
        low = view.rfind("\n", block.start, end)
        line = view[low + 1 : end].strip()
        if low < 0 or (line and not _unspoken(line, end < block.end) and not _noted(line)):
            break
        end = low
    if end == block.end or view[block.start : end].rstrip().endswith(_STOPS):
        byline = _BYLINE.search(view, max(block.start, end - _SIGNED), end)
        end = byline.start() if byline else end
    body = view[block.start : closing_clock(view, block.start, end)].rstrip()
    if not body.endswith(_STOPS) or any(high > end for _, high in block.printed):
        return block
    return msgspec.structs.replace(block, end=end)


# …没有出路的。（海州网 李梅） · …希望你能理解。（完）
_BYLINE = re.compile(
    r"(?<=[。！？”])[ \n]*（(?:全文)?(?:完"
    r"|[^（）\n，。]{0,16}(?:网|报|社|台|记者|编辑|通讯员)[ ：][^（）\n，。]{1,24})）\s*$"
)
_SIGNED = 52  # characters of such a signature
_FOOT = 2000  # characters that a page has behind the end, at most
_FOOT_LABELS = 3
# 今天的发布会到此结束，再见！
_FAREWELL = re.compile("到此结束|就到这里|到这里结束|再见")
_CLOSED = 200  # characters at the end of a turn in which it closes the meeting
_STOPS = ("。", "！", "？", "”", ".", "!", "?", '"', "…", "）", "’", ")")


# What a page says of its text below it: 以上内容仅供参考。 · Not an official record.
_NOTED = re.compile(
    r"免[责責][声聲]明|[仅僅]供[参參]考|不[构構]成(?:投[资資]|任何)"
    # 版权所有，… · 未经授权不得转载 (an answer may be about 版权 or 未经授权的使用)
    r"|(?:版[权權]|著作[权權])(?:所有(?![者人])|[声聲]明|信息|[归歸](?!属不|屬不)|均|[属屬]于|屬於|[问問][题題][请請])"
    r"|(?:未[经經]).{0,12}(?:[转轉][载載]|(?:授[权權]|[审審][阅閱]|[许許]可).{0,4}(?:不得|禁止|[请請]勿|[严嚴]禁)"
    r".{0,8}(?:[转轉引][载載用]|使用|[复複][制製]|刊[登載载]|摘[编編]|翻印|[镜鏡]像)|[审審][阅閱])"
    r"|[Ff]or information (?:only|media|purposes)|[Nn]ot an official (?:record|document)"
    r"|[Cc]heck against delivery|errors,? (?:or )?omissions|opens in (?:a )?new (?:tab|window)"
    r"|may not be (?:reproduced|redistributed)|[Aa]ll rights reserved"
    # 相关附件：简报档（PDF） · 相关文件：《…管理办法》（…〔2024〕3号）
    r"|^(?:相[关關](?:文件|附件|[链鏈][接結]|[报報][道導]|[阅閱][读讀]|政策)|延伸[阅閱][读讀]|附件)[：:]"
    # 2018年5月8日，外交部发言人柯恺举行例行记者会。
    r"|^(?:\d{4}年)?\d{1,2}月\d{1,2}日，?[^。，！？]{2,40}(?:主持|举行|召开)[^。，！？]{0,16}"
    r"(?:记者会|发布会|招待会|吹风会)[。]?$"
    # 註：經更正，於下午六時重發。 · （更新：加入英文部分） · CORRECTION: … · Note: reissued
    r"|^[（(\[]?(?:[註注]|更[正新]稿?|修[訂订]|[编編]者[按註注])[:：]|更正[^。]{0,6}[重再][發发新]"
    r"|^[\[(]?(?:CORRECTION|Correction|Corrected|NOTE|(?:Editor's )?[Nn]ote(?: to [Ee]ditors?)?"
    r"|Updated?|[Rr]e-?issued)\b[^.]{0,40}[:.]"
    # （附圖） · 相片及短片下載（片長21分鐘）
    r"|^[（(](?:[附另]?[圖图]片?|短片|附件)(?:[／/、][^（）()]{1,6})?[）)]$"
    r"|^(?:相片|照片|[圖图]片|短片|影片|[視视][頻频]|[錄录]音)[^。]{0,16}下[載载]"
    # Written and authorised by J. Hale, Tarn. · Paid for by Hale for Tarn
    r"|^(?:(?:[Ww]ritten|[Pp]rinted) and )?[Aa]uthori[sz]ed (?:and printed )?by |^Paid for by "
    r"|^This (?:article|transcript|text|document) (?:is|was|has)"
)


def _noted(line: str) -> bool:
    """Whether a line is the page's note on its text: a long one begins with what it notes."""
    found = _NOTED.search(line)
    return found is not None and (len(line) <= _NOTE or found.start() <= _NOTE_OPENS)


_NOTE = 100  # characters of a note that may say it anywhere
_NOTE_OPENS = 40  # characters in which a longer one says it


def _unspoken(line: str, heads: bool = False) -> bool:
    """Whether a line is no speech: it has the cells of a table, or is short and has no stop;
    `heads` if nothing spoken stands behind it, so that a colon opens a list of the page's own."""
    if heads and len(line) <= 40 and line.endswith(("：", ":")):
        return True
    if line.count("，") > 1 and not _CAPTION.search(line):
        return False  # a sentence with which the page breaks off
    return "\t" in line or (
        len(line) <= 80 and not line.endswith((*_STOPS, "；", "，", "：", ":", "、"))
    )


_CAPTION = re.compile("^[▲△↑（]?[上下左右]?图|图为|供图|摄）?$|记者|编辑|\\t|https?|www")


def make_blocks(length: int, labels: tuple[Label, ...]) -> tuple[Block, ...]:
    """A block for each label, up to the next label or the end of the record."""
    ends = [*(label.start for label in labels), length][1:]
    return tuple(
        Block(label.end, end, label, doubt=label.doubt)
        for label, end in zip(labels, ends, strict=True)
    )


def without_stamps(view: str, block: Block) -> Block:
    """`block` without the time stamps that stand in lines of their own between its posts."""
    stamps = outside(stamp_lines(view, block.start, block.end), block.printed)
    if not stamps:
        return block
    return msgspec.structs.replace(block, printed=tuple(sorted({*block.printed, *stamps})))


def without_clock(view: str, block: Block, silent: tuple[Span, ...] = ()) -> Block:
    """`block` without a time stamp at its end, which joins its label; one in a label of `silent`
    belongs to that."""
    end = closing_clock(view, block.start, block.end)
    taken = any(low <= end < high for low, high in silent)
    if block.label is None or end == block.end or taken or not view[block.start : end].strip():
        return block
    return msgspec.structs.replace(block, end=end, printed=(*block.printed, (end, block.end)))


def join_same(view: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, those of one named speaker that follow each other as one turn, unless their
    labels are in two scripts (the second is an interpreter's words, as printed) or the second
    closes the meeting and is no part of the answer before it."""
    run: list[Block] = []
    for block in blocks:
        apart = run and (
            _closes(view, block)
            or not _same_script(view, run[-1], block)
            or _told_between(view, run[-1], block)
        )
        if run and (apart or not _same_speaker(run[-1], block)):
            yield _joined(run)
            run = []
        run.append(block)
    if run:
        yield _joined(run)


def _told_between(view: str, first: Block, second: Block) -> bool:
    """Whether the page tells something between two posts, which nobody speaks."""
    low = max([first.end, *(high for _, high in first.printed)])
    high = second.label.start if second.label else second.start
    return bool(view[low:high].strip())


def _closes(view: str, block: Block) -> bool:
    """Whether a short post closes the meeting (``谢谢大家，今天的发布会就到这里。``)."""
    words = view[block.start : block.end].strip()
    return len(words) <= _CLOSING and CLOSES.search(words) is not None


_CLOSING = 80  # characters of a post that only closes


def _joined(run: list[Block]) -> Block:
    """Several blocks of one speaker as one; the later labels are printed matter inside it."""
    if len(run) == 1:
        return run[0]
    printed = [span for block in run for span in block.printed]
    printed += [(block.label.start, block.label.end) for block in run[1:] if block.label]
    return msgspec.structs.replace(run[0], end=run[-1].end, printed=tuple(sorted(printed)))


def _same_script(view: str, *blocks: Block) -> bool:
    spots = [block.label for block in blocks if block.label]
    return len({HAN_CHAR.search(view, spot.start, spot.end) is None for spot in spots}) < 2


def _same_speaker(first: Block, second: Block) -> bool:
    said = [block.label.reading.kind for block in (first, second) if block.label]
    hosts = said == ["host", "host"] and first.title == second.title
    named = first.speaker == second.speaker and (bool(first.speaker) or hosts)
    return named and first.role == second.role and bool(first.label and second.label)
