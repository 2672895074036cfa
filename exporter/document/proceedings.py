"""Who spoke and on what, what was announced, what was asked and answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from exporter.briefing.model import (
    Announcement,
    AnnouncementPart,
    Answer,
    Excerpt,
    Exchange,
    KeyPerson,
    body_and_office,
)
from exporter.document.model import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Tab,
    Table,
    Text,
)
from exporter.document.ordinals import without_ordinal
from exporter.document.plan import SectionSpec
from exporter.document.posts import post_beside
from exporter.document.setting import Setting, limited, number_of, ranges

DEEPEST: Final = 4
MOST_TOPIC_LETTERS: Final = 36
ENGLISH_SCALE: Final = 2
"""How many letters take the room of one character of Chinese."""
PEOPLE_COLUMNS: Final = (
    ("name", Column(4)),
    ("office", Column(10)),
    ("role", Column(4.5)),
    ("topics", Column(13)),
    ("paragraphs", Column(5, "right")),
)


def people(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Who spoke: name, office, role, topics, paragraphs; an empty column is left out."""
    shown = limited(spec, setting.briefing.people)
    if not shown:
        return ()
    if spec.form == "lines":
        items = tuple(ListItem(_person_line(setting, person)) for person in shown)
        return setting.section(spec, (List(items, role="person", ordered=False),))
    return setting.section(spec, (_people_table(setting, shown),))


def _people_table(setting: Setting, shown: tuple[KeyPerson, ...]) -> Table:
    rows = [_person_cells(setting, person) for person in shown]
    used = [at for at in range(len(PEOPLE_COLUMNS)) if any(row[at] for row in rows)]
    head = tuple(
        _cell((Text(setting.word(f"column-{PEOPLE_COLUMNS[at][0]}")),), "table_head") for at in used
    )
    return Table(
        columns=tuple(PEOPLE_COLUMNS[at][1] for at in used),
        head=(Row(head),),
        rows=tuple(Row(tuple(_cell(row[at]) for at in used)) for row in rows),
        role="people_table",
        summary=setting.word("people-summary", count=len(shown)),
        header_column=True,
    )


def _person_cells(setting: Setting, person: KeyPerson) -> tuple[tuple[Inline, ...], ...]:
    office, role = _office(setting, person), setting.word(f"role-{person.role}")
    words = (
        person.name,
        office,
        "" if role.casefold() == office.casefold() else role,
        setting.word("topic-end").join(_topics(setting, person)),
    )
    said = tuple((Text(one),) if one else () for one in words)
    return (*said, _paragraph_links(setting, person.paragraphs))


def _cell(content: tuple[Inline, ...], role: str = "table_cell") -> Cell:
    return Cell((Paragraph(content, role=role),))


def _office(setting: Setting, person: KeyPerson) -> str:
    office = post_beside(person.name, person.office) if person.office else None
    return body_and_office(person.org, office, setting.language == "en") or ""


def _topics(setting: Setting, person: KeyPerson) -> tuple[str, ...]:
    """What a person spoke on: the first topic, and a second where both are short."""
    topics = tuple(topic.text.rstrip("。；;.") for topic in person.topics[:2])
    most = MOST_TOPIC_LETTERS * (ENGLISH_SCALE if setting.language == "en" else 1)
    return topics if sum(map(len, topics)) <= most else topics[:1]


def _person_line(setting: Setting, person: KeyPerson) -> tuple[Inline, ...]:
    topics = setting.word("topic-end").join(_topics(setting, person))
    between = Text(setting.word("between"))
    _, *office = setting.who(person.name, _office(setting, person))
    who = (Text(person.name, role="strong"), *office)
    return (*who, between, Text(topics)) if topics else who


def _paragraph_links(setting: Setting, paragraphs: tuple[str, ...]) -> tuple[Inline, ...]:
    """1–4、20, each run linked to its first paragraph, as far as they are printed."""
    linked: list[Inline] = []
    for first, last in ranges(name for name in paragraphs if name in setting.printed):
        if linked:
            linked.append(Text(setting.word("list-comma")))
        words = number_of(first) if first == last else f"{number_of(first)}–{number_of(last)}"
        linked.append(Link(words, first))
    return tuple(linked)


def announcements(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """What was announced, by speaker and heading."""
    shown = limited(spec, setting.briefing.announcements)
    blocks = tuple(block for one in shown for block in _announcement(setting, one))
    return setting.section(spec, blocks)


def _announcement(setting: Setting, announcement: Announcement) -> tuple[Block, ...]:
    parts = tuple(_parts(setting, announcement.parts))
    if not parts:
        return ()
    who = setting.who(announcement.speaker, announcement.office, "spokesperson")
    anchor = f"a-{announcement.turn}"
    return (Heading(3, who, "announcer", anchor=anchor, contents=False), *parts)


def _parts(setting: Setting, parts: tuple[AnnouncementPart, ...]) -> Iterator[Block]:
    """Each heading with its points; one with nothing under it is a point itself."""
    items: list[ListItem] = []
    levels = [_level(setting, part) for part in parts]
    for at, part in enumerate(parts):
        below = levels[at + 1] if at + 1 < len(parts) else 0
        if part.heading and not part.points and below <= levels[at]:
            items.append(setting.item(part.heading))
            continue
        if part.heading:
            if items:
                yield List(tuple(items), role="announcement", ordered=False)
            items = []
            yield _announced_under(setting, part.heading)
        items += [setting.item(point) for point in part.points]
    if items:
        yield List(tuple(items), role="announcement", ordered=False)


def _level(setting: Setting, part: AnnouncementPart) -> int:
    """How deep the heading is, 1 to 4, by the paragraph that it starts; 4 inside one."""
    if part.heading is None:
        return 0
    first = part.heading.cuts[0].paragraph
    paragraphs = setting.briefing.transcript.paragraphs()
    return next((p.level or DEEPEST for p in paragraphs if p.id == first), DEEPEST)


def _announced_under(setting: Setting, heading: Excerpt) -> Heading:
    words = heading.text.rstrip("。.")
    if setting.plan.number_headings:
        words = without_ordinal(words)
    content = setting.cite(msgspec.structs.replace(heading, text=words))
    return Heading(4, content, "announcement_heading", contents=False)


def exchanges(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Questions and answers, shortened by cutting only."""
    shown = limited(spec, setting.briefing.exchanges)
    if not shown:
        return ()
    match spec.form:
        case "table":
            blocks: tuple[Block, ...] = (_exchange_table(setting, shown),)
        case "lines":
            lines = (_exchange_line(setting, one, at) for at, one in enumerate(shown, 1))
            blocks = tuple(lines)
        case _:
            groups = (_exchange(setting, one, at) for at, one in enumerate(shown, 1))
            blocks = tuple(groups)
    return setting.section(spec, blocks)


def _exchange(setting: Setting, exchange: Exchange, number: int) -> Group:
    heading = Heading(
        3,
        (*_asker(setting, exchange), *setting.cite(exchange.question)),
        "question",
        anchor=f"q{number}",
        contents=False,
    )
    telling = _telling(exchange)
    answers = tuple(block for answer in telling for block in _answer(setting, answer))
    return Group("exchange", (heading, *answers))


def _telling(exchange: Exchange) -> tuple[Answer, ...]:
    """The answers that say something; all when none does, so that it is known who answered."""
    return tuple(answer for answer in exchange.answers if answer.points) or exchange.answers


def _asker(setting: Setting, exchange: Exchange) -> tuple[Inline, ...]:
    outlet = exchange.outlet or exchange.asker
    return (Text(outlet + setting.word("colon"), role="label"),) if outlet else ()


def _answer(setting: Setting, answer: Answer) -> tuple[Block, ...]:
    who = Paragraph(setting.who(answer.speaker, answer.office, "spokesperson"), role="answerer")
    if not answer.points:
        return (who,)
    return (who, _points(setting, answer))


def _points(setting: Setting, answer: Answer) -> List:
    items = tuple(setting.item(point) for point in answer.points)
    return List(items, role="answer", ordered=False)


def _exchange_table(setting: Setting, shown: tuple[Exchange, ...]) -> Table:
    names = ("asked-by", "asked")
    head = tuple(
        Cell((Paragraph((Text(setting.word(f"column-{name}")),), role="table_head"),))
        for name in names
    )
    rows = tuple(_exchange_row(setting, one, at) for at, one in enumerate(shown, 1))
    return Table(
        columns=(Column(112), Column(329)),
        head=(Row(head),),
        rows=rows,
        role="exchange_table",
        summary=setting.word("exchanges-summary", count=len(shown)),
    )


def _exchange_row(setting: Setting, exchange: Exchange, number: int) -> Row:
    outlet = exchange.outlet or exchange.asker or setting.word("role-journalist")
    left: list[Paragraph] = [Paragraph((Text(outlet, role="strong"),), role="table_cell")]
    right = [Paragraph(setting.cite(exchange.question), role="question")]
    for answer in _telling(exchange):
        name = answer.speaker or setting.word("role-spokesperson")
        left.append(Paragraph((Text(setting.word("answered-by", name=name)),), role="answerer"))
        if answer.office:
            office = post_beside(answer.speaker, answer.office)
            left.append(Paragraph((Text(office, role="office"),), role="answerer"))
        right += [Paragraph(setting.cite(point), role="answer_line") for point in answer.points]
    return Row((Cell(tuple(left)), Cell(tuple(right))), anchor=f"q{number}")


def _exchange_line(setting: Setting, exchange: Exchange, number: int) -> Paragraph:
    """One line: who asked, what, who answers."""
    names = (answer.speaker for answer in exchange.answers if answer.speaker)
    who = setting.word("list-comma").join(dict.fromkeys(names))
    right: tuple[Inline, ...] = (Tab(), Text(who, role="office")) if who else ()
    content = (*_asker(setting, exchange), *setting.cite(exchange.question), *right)
    return Paragraph(content, role="exchange_line", anchor=f"q{number}")
