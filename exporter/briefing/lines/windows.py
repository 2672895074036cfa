"""The best line that can be cut from a sentence: which run of its clauses is worth most.

A line starts where a thought starts and ends where one ends; political preambles before it and aims
after it cost nothing to leave out, a missing subject costs something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exporter.briefing.cues import anywhere, at_start
from exporter.briefing.lines.shorten import (
    stands_alone,
    without_brackets,
    without_members,
    without_we,
)
from exporter.briefing.model import Cut
from exporter.briefing.speech.clauses import Clause, read_clauses
from exporter.briefing.speech.naming import name_before
from exporter.briefing.speech.pieces import Line
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.worth import (
    NOTHING,
    count_words,
    fact_worth,
    figures_worth,
    ornaments,
    word_worth,
)

_SHORTEST, _SHORTEST_LATER = 12, 18
_EASY, _RULES_EASY = 40, 70
_AFTER_STOP = 0.5
_LATER_START = 1.1
_NO_SUBJECT = 0.6
_JOINED = 0.5
_IDLE = 0.2
_ALONE, _LAID_DOWN = 0.5, 1.0
_FULL_SUBJECT = 0.4
_LENGTH = 0.016
_OVERLONG = 0.05
_MOST_CLAUSES = 40
_OF_THESE = ("其中", "包括", "特别是", "尤其是")
_TITLE = re.compile(r"《[^《》]{2,40}》")
_OF_TITLE = re.compile(r"(?:将|已|自|于|正式|共|经)")
_GOES_ON = re.compile(
    r"并|从而|进而|将(?:会|是|为|使|对|进一步|有力|有效|极大|更好|成为|增强|推动|促进|提升)"
)
_FRAME = re.compile(r"(?:围绕|按照|根据|依据|针对|基于|为了|立足|对照)")
_LAST_OF_ROW = "第三产业"
_MONTH = re.compile(r"\d{1,2}月")
_YEAR_OF_MONTH = re.compile(r"(\d{4}年|去年|前年|今年|明年)(?=\d{1,2}月)")
_NUMBER = re.compile(r"\d+(?!\s?[\d年月日至-])")
_TELLS = re.compile(
    r"[^，。；]{2,9}?(?:是|为|达到?|有|约|超过?|突破|增至|降至)[\d一二三四五六七八九十]"
)
_LONGEST_TOPIC = 16
_BARE = re.compile(rf"[于由经将已共被把以从自对向给](?!于)|{_NUMBER.pattern}")


def best_line(reading: Reading, sentence: Cut) -> Line | None:
    """The best line that can be cut from a sentence; ``None`` if there is none worth it."""
    known = reading.lines
    if sentence not in known:
        known[sentence] = _best(reading, sentence)
    return known[sentence]


def _best(reading: Reading, sentence: Cut) -> Line | None:
    """Tries every start; a sentence with nothing that a reader looks for is passed over.

    A row of industries (第一产业…；第二产业…；第三产业…) is told whole or not at all.
    """
    if not reading.facts_in(sentence) and not _tells(reading, reading.text(sentence)):
        return None
    row = read_clauses(reading, sentence)[:_MOST_CLAUSES]
    if _LAST_OF_ROW in reading.text(sentence):
        row = (*(clause._replace(ends=False) for clause in row[:-1]), *row[-1:])
    best: Line | None = None
    for first, most in enumerate(_most_from(row, of_law=reading.of_law)):
        if best is not None and most <= best.worth:
            continue
        cost = _cost_of_start(row, first)
        if cost is not None and (best is None or most - cost > best.worth):
            best = _best_from(reading, row, first, cost, best)
    if best is None and (cuts := without_members(reading, sentence)):
        best = _counted(reading, cuts)
    return _named(reading, sentence, best) if best else None


def _most_from(row: Sequence[Clause], *, of_law: bool) -> list[float]:
    """For each clause the most that a line which starts there can be worth, whatever it leaves
    out and costs: a start that can't be the best needn't be tried."""
    worths, counts, out = list[float](), NOTHING, list[float]()
    figures = words = 0.0
    for clause in reversed(row):
        if clause.worths:
            worths += [figure.worth for figure in clause.worths]
            figures = figures_worth(worths)
        if clause.counts is not NOTHING:
            counts = counts.join(clause.counts)
            words = word_worth(counts, of_law=of_law) + ornaments(counts)
        out.append(figures + words)
    return out[::-1]


def _counted(reading: Reading, cuts: tuple[Cut, ...]) -> Line | None:
    """The line that tells how many are listed, and the first; worth more where it lays down what
    follows (对…等7种情形取消荣誉)."""
    text = "".join(map(reading.text, cuts))
    worths = [fact_worth(fact) for cut in cuts for fact in reading.facts_in(cut)]
    said = figures_worth(worths) + word_worth(count_words(text), of_law=reading.of_law)
    worth = said + (_LAID_DOWN if anywhere("decided").search(text) else 0.0)
    worth -= _cost_of(reading, len(text))
    fits = len(text) <= reading.hard and stands_alone(text)
    return Line(cuts, text, worth) if fits and worth > 0 else None


def _named(reading: Reading, sentence: Cut, line: Line) -> Line:
    """The line with the name of its project before it, when the sentence before has that."""
    cuts = (*name_before(reading, sentence, line.cuts[0]), *line.cuts)
    text = "".join(map(reading.text, cuts))
    return Line(cuts, text, line.worth) if len(text) <= reading.hard else line


def _tells(reading: Reading, text: str) -> bool:
    """Whether words alone make the sentence worth a line: something new, dated or decided."""
    counts = count_words(text)
    if reading.of_law and counts.rules:
        return True
    if not counts.date and not counts.first:
        decided = anywhere("decided").search(text)
        if not decided or at_start("definition").match(text):
            return False
    return word_worth(counts) > 0


def _best_from(
    reading: Reading, row: Sequence[Clause], first: int, cost: float, best: Line | None
) -> Line | None:
    """The best of `best` and the lines that start at clause `first`."""
    head = _carried(row, first)
    kept, worths, counts, figures = list(head), list[float](), NOTHING, 0.0
    length = bare = sum(len(clause.text) for clause in head) - row[first].head
    for index in range(first, len(row)):
        clause = row[index]
        bare += clause.bare
        if clause.courtesy or bare > reading.hard or clause.back < first:
            break
        if at_start("filler").fullmatch(clause.text):
            continue
        opened = index == first and head and clause.head
        kept.append(clause._replace(cut=_opened(clause)) if opened else clause)
        if clause.worths:
            worths += [
                figure.worth * (1 if figure.needs >= first else _ALONE) for figure in clause.worths
            ]
            figures = figures_worth(worths)
        counts = counts.join(clause.counts)
        length += len(clause.text)
        whole = index == len(row) - 1 or (
            clause.ends
            and not (clause.preamble and not clause.worths)
            and (worths or counts.date or counts.first or counts.rules)
        )
        if whole:
            shown = length if length <= reading.soft else bare
            said = figures + word_worth(counts, of_law=reading.of_law)
            worth = said - cost - _cost_of(reading, shown)
            if worth > (best.worth if best else 0.0):
                best = _line(reading, kept, worth, row[0].cut.start) or best
        cost += _JOINED if clause.text.endswith(("；", ";")) else 0.0
        idle = not clause.worths and (index > first or clause.preamble)
        cost += _IDLE if idle else 0.0
    return best


def _carried(row: Sequence[Clause], first: int) -> list[Clause]:
    """What goes before a later start: the time of the sentence, or the title it speaks of.

    《乡村清洁条例》…，将于2024年5月1日起施行 keeps its title.
    """
    if not first:
        return []
    if _MONTH.match(row[first].text, row[first].head):
        return _year_before(row, first)
    opener = next((i for i in range(first - 1, -1, -1) if row[i].opener), None)
    if opener is not None and not any(map(_mentions_time, row[opener + 1 : first + 1])):
        return [row[opener]] if not opener or not _is_vague(row[opener]) else []
    if not _OF_TITLE.match(row[first].text):
        return []
    titled = ((clause, _TITLE.match(clause.text)) for clause in reversed(row[:first]))
    return [_only(clause, found.end()) for clause, found in titled if found][:1]


def _year_before(row: Sequence[Clause], first: int) -> list[Clause]:
    """The year that a month without one goes on from: 去年 of 去年10月22日，…；10月28日，…."""
    for clause in reversed(row[:first]):
        if found := _YEAR_OF_MONTH.search(clause.text):
            start = clause.cut.start + found.start(1)
            cut = Cut(clause.cut.paragraph, start, start + len(found[1]))
            return [_only(clause._replace(cut=cut, text=found[1]), len(found[1]))]
    return []


def _only(clause: Clause, length: int) -> Clause:
    """The first characters of a clause as a clause of its own."""
    cut = Cut(clause.cut.paragraph, clause.cut.start, clause.cut.start + length)
    return clause._replace(cut=cut, text=clause.text[:length], worths=(), bare=length, head=0)


def _cost_of(reading: Reading, length: int) -> float:
    easy, soft = (_RULES_EASY, reading.hard) if reading.of_law else (_EASY, reading.soft)
    return _LENGTH * max(0, length - easy) + _OVERLONG * max(0, length - soft)


def _line(reading: Reading, kept: Sequence[Clause], worth: float, start: int) -> Line | None:
    """The clauses as a line, if they make one; `start` is where their sentence starts."""
    cuts: Sequence[Cut] = [_opened(clause) if clause.head else clause.cut for clause in kept[:1]]
    cuts = [*cuts, *(clause.cut for clause in kept[1:])]
    if sum(cut.end - cut.start for cut in cuts) > reading.soft:
        cuts = without_brackets(reading, cuts)
    cuts = without_we(reading, cuts)
    text = "".join(map(reading.text, cuts))
    shortest = _SHORTEST if kept[0].cut.start == start else _SHORTEST_LATER
    if not shortest <= len(text) <= reading.hard or at_start("signpost").search(text):
        return None
    if not stands_alone(text) or not _keeps_status(reading, cuts, text):
        return None
    if _FRAME.match(text) and (len(kept) == 1 or not any(clause.worths for clause in kept)):
        return None
    return Line(tuple(cuts), text, worth)


def _keeps_status(reading: Reading, cuts: Sequence[Cut], text: str) -> bool:
    """Whether a target is still told as one: 力争, 计划 … must not be cut from what they govern."""
    aims = any(fact.status != "actual" for cut in cuts for fact in reading.facts_in(cut))
    return not aims or bool(anywhere("intent").search(text))


def _opened(clause: Clause) -> Cut:
    """The clause as the first of a line: without its connective."""
    return Cut(clause.cut.paragraph, clause.cut.start + clause.head, clause.cut.end)


def _cost_of_start(row: Sequence[Clause], first: int) -> float | None:
    """What it costs to begin a line at this clause; ``None`` when it can't be done."""
    clause = row[first]
    if not clause.starts or at_start("relative").match(clause.text, clause.head):
        return None
    bare = _NO_SUBJECT if _BARE.match(clause.text, clause.head) else 0.0
    if all(not c.worths and (c.preamble or c.opener) for c in row[:first]):
        if _loses_time(row, first):
            return None
        return bare if first or _NUMBER.match(clause.text, clause.head) else bare / 2
    return _cost_within(row, first, bare)


def _cost_within(row: Sequence[Clause], first: int, bare: float) -> float | None:
    """The cost of a start with something before it that is left out."""
    clause, before = row[first], row[first - 1]
    if at_start("leaning").match(clause.text, clause.head) or _governed(row[:first]):
        return None
    if before.text.rstrip("，,： ") in _OF_THESE:
        return None
    if clause.opener or _tells_time(clause) or _carried(row, first):
        return None if _is_topic(before) and _TELLS.match(clause.text) else _AFTER_STOP
    if before.text.endswith(("；", "：", "“", "。")):
        return _AFTER_STOP + bare
    if not before.ends:
        return None
    full = at_start("subjects").match(clause.text, clause.head)
    return _FULL_SUBJECT if full else _LATER_START + bare


def _is_topic(clause: Clause) -> bool:
    """Whether the clause only names what the next tells of (装机容量，8月底是1620万千瓦)."""
    bare = not clause.worths and not clause.opener and not clause.preamble
    return bare and len(clause.text) <= _LONGEST_TOPIC and clause.text.endswith(("，", ","))


def _governed(row: Sequence[Clause]) -> bool:
    """Whether a preposition (对…；…；…) or a condition (如果…，) still holds what follows."""
    return any(
        at_start("condition").match(clause.text)
        or (clause.text.startswith("对") and (clause.text.endswith("；") or not clause.ends))
        for clause in row
    )


def _loses_time(row: Sequence[Clause], first: int) -> bool:
    """Whether a start here leaves out the date (2023年8月21日，) of what follows."""
    if not any(clause.opener and not _is_vague(clause) for clause in row[:first]):
        return False
    return not _tells_time(row[first]) and not _carried(row, first)


def _is_vague(clause: Clause) -> bool:
    """Whether the time is none in particular (近年来，)."""
    return bool(at_start("vague_time").match(clause.text))


def _mentions_time(clause: Clause) -> bool:
    return clause.counts.date or clause.opener or _tells_time(clause)


def _tells_time(clause: Clause) -> bool:
    return bool(at_start("time").match(clause.text, clause.head))


def plain_line(reading: Reading, sentences: Iterable[Cut]) -> tuple[Cut, ...]:
    """The first clauses that say something, where no line has a figure; may be empty.

    Preambles, aims, slogans, definitions and courtesies don't; what follows is taken while it
    fits, less where no line ends with that.
    """
    rows = [read_clauses(reading, sentence) for sentence in sentences]
    for shorter in (False, True):
        for row in rows:
            for first in range(len(row)):
                may = _may_open(row, first)
                if may and (cuts := _plain_from(reading, row, first, shorter=shorter)):
                    return cuts
    return ()


def _may_open(row: Sequence[Clause], first: int) -> bool:
    """Whether a plain line may start here."""
    clause = row[first]
    if clause.spare or clause.counts.slogans or not clause.starts or _governed(row[:first]):
        return False
    if first and _GOES_ON.match(clause.text):
        return False
    if clause.opener:
        return first == 0 and len(row) > 1 and _may_open(row[1:], 0)
    return not at_start("definition").match(clause.text) and not _loses_time(row, first)


def _plain_from(
    reading: Reading, row: Sequence[Clause], first: int, *, shorter: bool
) -> tuple[Cut, ...]:
    chosen = [_opened(row[first])]
    framed = reading.english and at_start("fragment").match(row[first].text)
    room = reading.hard if framed else reading.soft
    for following in row[first + 1 :]:
        long = following.cut.end - chosen[0].start > room
        if following.courtesy or following.counts.slogans or long:
            break
        chosen.append(following.cut)
    while chosen:
        text = "".join(map(reading.text, chosen))
        last = row[first + len(chosen) - 1]
        ends = last is row[-1] or (last.ends and not (framed and len(chosen) == 1))
        whole = ends and not at_start("signpost").search(text)
        if whole and _SHORTEST <= len(text) <= reading.hard and stands_alone(text):
            return tuple(chosen)
        if not shorter:
            break
        chosen.pop()
    return ()
