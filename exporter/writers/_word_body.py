"""Blocks as the body of the document: paragraphs, lists, groups, sections, contents."""

from __future__ import annotations

from typing import assert_never

from exporter.document.model import (
    Block,
    Chart,
    Contents,
    Document,
    Group,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from exporter.styling.model import Rule, Style
from exporter.typeset.measuring import Measuring
from exporter.typeset.pages_fill import ROOM_ABOVE
from exporter.writers import _word_names as names
from exporter.writers._word_chart import chart_height
from exporter.writers._word_comments import Comments
from exporter.writers._word_contents import (
    Entry,
    contents_markup,
    listed,
    page_numbers,
    runs_over,
)
from exporter.writers._word_counts import HeadingCount, Outline, write_caption
from exporter.writers._word_numbering import Indents, NumberBook
from exporter.writers._word_places import (
    PLAIN,
    Extra,
    Last,
    Placed,
    chart_rows,
    is_box,
    tabbed,
)
from exporter.writers._word_rules import inset
from exporter.writers._word_styles import BARE, Dress, StyleBook
from exporter.writers._word_table import TableWriter, advance, foot_table, words
from exporter.writers._word_text import TAB, Runs, opening_link
from exporter.writers._word_xml import twips


class BodyWriter:
    """Writes the blocks of one document, in order, as pieces of markup.

    Pieces that are known late (drawings, sections, contents) are filled in where they stand.
    """

    def __init__(self, document: Document, style: Style, runs: Runs, book: StyleBook) -> None:
        self.out: list[str] = []
        self.numbers = NumberBook(style)
        self._count = HeadingCount(self.numbers, book, wanted=style.plan.number_headings)
        self.comments = Comments(runs.sieve)
        self.charts: list[Placed] = []
        self.columned: list[tuple[int, Rule | None]] = []
        self.last = Last()
        self._document = document
        self._style = style
        self._measuring = Measuring(document, style)
        self._runs = runs
        self._book = book
        self._outlined = tuple(listed(document.blocks))
        self._listed = frozenset(heading.role for heading in self._outlined)
        self._groups: tuple[str, ...] = ()
        self._measure = style.page.text_width
        self._break = False
        self._in_columns = False
        self._room = 0.0
        self._charted = -1
        self._outline = Outline()
        self._entries: list[Entry] = []
        self._pending_contents: list[tuple[int, Contents]] = []
        self._indents: dict[tuple[str, Dress], Indents] = {}
        self._counting: tuple[str, int, Indents] | None = None

    def write(self, blocks: tuple[Block, ...], *, together: bool = False) -> None:
        """Appends the blocks; `together` keeps them on one page."""
        for index, block in enumerate(blocks):
            self._block(block, together and index < len(blocks) - 1)

    def _block(self, block: Block, keep: bool) -> None:
        match block:
            case Heading():
                self._heading(block, keep)
            case Paragraph():
                self._paragraph(block, keep)
            case List():
                self._list(block, keep)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Group():
                self._group(block, keep)
            case Contents():
                self._contents(block)
            case PageBreak():
                self._break = True
            case _:
                assert_never(block)

    def _hidden(self, role: str) -> bool:
        return self._style.rule(role).display == "none"

    def line(
        self, role: str, inlines: tuple[Inline, ...], dress: Dress, extra: Extra = PLAIN
    ) -> None:
        """Appends a paragraph of `role`: its style, what it has beside, its words."""
        end = self._begin(role, inlines, dress, extra)
        self._runs.write(self.out, self._measuring.in_lines(role, inlines, self._measure))
        self.out.append(end)

    def _begin(self, role: str, inlines: tuple[Inline, ...], dress: Dress, extra: Extra) -> str:
        """Begins a paragraph for these words; what ends it."""
        if not dress.tab and tabbed(inlines) and not self._style.rule(role).tab_stops:
            dress = dress._replace(tab=True, measure=self._measure)
        self._properties(self._book.paragraph(role, dress), role, dress, extra)
        ending = "</w:p>"
        if extra.anchor is not None:
            start, end = self._runs.bookmarks.around(extra.anchor)
            self.out.append(start)
            ending = end + ending
        if extra.comment:
            start, end = self.comments.around(extra.comment)
            self.out.append(start)
            ending = end + ending
        return ending

    def _properties(self, style_id: str, role: str, dress: Dress, extra: Extra) -> None:
        """Begins a paragraph, with its properties."""
        beside = ""
        if self._break or self._room or extra != PLAIN:
            beside = self._beside(role, dress, extra)
        self.last = Last("w:p", len(self.out) + 1)
        self.out += (f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{beside}', "</w:pPr>")

    def _beside(self, role: str, dress: Dress, extra: Extra) -> str:
        out = []
        if extra.keep_next:
            out.append("<w:keepNext/>")
        if self._break:
            out.append("<w:pageBreakBefore/>")
            self._break = False
        if extra.listed:
            number = f'<w:ilvl w:val="0"/><w:numId w:val="{extra.listed}"/>'
            out.append(f"<w:numPr>{number}</w:numPr>")
        if self._room:
            own = self._book.rule(role, dress).space_before
            out.append(f'<w:spacing w:before="{twips(own + self._room)}"/>')
            self._room = 0.0
        if extra.outline is not None:
            out.append(f'<w:outlineLvl w:val="{extra.outline}"/>')
        return "".join(out)

    def _heading(self, block: Heading, keep: bool) -> None:
        if self._hidden(block.role):
            return
        if self._break and self._charted == len(self.out):
            over = runs_over(self._document, self._style, len(self._entries))
            self._break, self._room = not over, ROOM_ABOVE if over else 0.0
        unlisted = not block.contents and block.role in self._listed
        content, uncounted = self._count.take(block.role, block.content)
        dress = Dress(self._groups, unlisted=unlisted, uncounted=uncounted)
        anchor = block.anchor
        if block.contents and anchor is None:
            anchor = f"_Toc{len(self._entries) + 1:09d}"
        extra = Extra(anchor, keep, outline=self._outline.level(block))
        self.line(block.role, content, dress, extra)
        if block.contents and anchor is not None:
            self._entries.append(Entry(block.level, block.role, words(block.content), anchor))

    def _paragraph(self, block: Paragraph, keep: bool) -> None:
        if self._hidden(block.role):
            return
        rule = self._style.rule(block.role)
        dress = Dress(self._groups)
        listed = None
        content = self._linked_back(block)
        if block.number and rule.number_position != "none":
            if block.number.isdecimal():
                listed = self._numbered(int(block.number), block.role, dress)
                dress = dress._replace(counted=rule.number_position == "indent")
            else:
                content = (Text(f"{block.number}\u2002", "paragraph_number"), *content)
        extra = Extra(block.anchor, keep, listed=listed, comment=block.comment)
        self.line(block.role, content, dress, extra)

    def _numbered(self, number: int, role: str, dress: Dress) -> str:
        """The numbering that gives a paragraph its number: a new one where the count leaps."""
        indents = self._indents.get((role, dress))
        if indents is None:
            indents = self.numbers.paragraph_indents(self._book.rule(role, dress))
            self._indents[role, dress] = indents
        if self._counting and self._counting[1:] == (number - 1, indents):
            listed = self._counting[0]
        else:
            listed = self.numbers.paragraphs(indents, number)
        self._counting = (listed, number, indents)
        return listed

    def _linked_back(self, block: Paragraph) -> tuple[Inline, ...]:
        """The content, its opening words a link to the place that cites the paragraph first.

        A number of Word's own can't be a link, so the words beside it are.
        """
        if block.back is None or not block.content:
            return block.content
        first = block.content[0]
        if not isinstance(first, Text):
            return block.content
        return (*opening_link(first, block.back), *block.content[1:])

    def _list(self, block: List, keep: bool) -> None:
        rule = self._style.rule(block.role)
        if rule.display == "none" or not block.items:
            return
        dress = Dress(self._groups)
        listed = None
        if rule.numbering != "none":
            own = self._book.rule(block.role, dress)
            kind = rule.numbering if block.ordered else "bullet"
            listed = self.numbers.a_list(block.role, kind, own)
        for item in block.items:
            extra = Extra(item.anchor, keep, listed=listed)
            self.line(block.role, item.content, dress, extra)

    def _table(self, block: Table) -> None:
        rule = self._style.rule(block.role)
        if rule.display == "none" or not block.columns or not (block.head or block.rows):
            return
        self._room += rule.space_before
        if block.caption:
            self._caption(block.caption, Extra(keep_next=True))
        self._part_tables()
        box = self._style.rule(self._groups[-1]) if self._groups else None
        if block.anchor:
            self.out.append(self._runs.bookmarks.point(block.anchor))
        widths = self._measuring.columns(block, self._measure)
        writer = TableWriter(block, self._style, widths, self._cell_line)
        writer.write(self.out, box, self._runs.sieve)
        self.last = Last("w:tbl")
        self._room = rule.space_after

    def _caption(self, content: tuple[Inline, ...], extra: Extra) -> None:
        """A caption, its number counted by Word."""
        end = self._begin("caption", (), Dress(self._groups), extra)
        write_caption(self._runs, self.out, content)
        self.out.append(end)

    def _part_tables(self) -> None:
        """A low paragraph between tables, that Word would join; it takes the room before."""
        if self.last.tag == "w:tbl":
            self._separator()
        self._room = 0.0

    def _separator(self) -> None:
        self._properties(names.SEPARATOR[0], "base", BARE, PLAIN)
        self.out.append("</w:p>")

    def _cell_line(self, block: Paragraph, dress: Dress, anchor: str | None, keep: bool) -> None:
        self.line(block.role, block.content, dress, Extra(block.anchor or anchor, keep))

    def _chart(self, block: Chart) -> None:
        if not self._hidden(block.role) and block.categories and block.series:
            self._chart_row((block,), 1)

    def _chart_row(self, charts: tuple[Chart, ...], columns: int) -> None:
        """Charts side by side in one paragraph, as wide as `columns` allow; then their captions."""
        self._properties(names.CHART_PARAGRAPH[0], "chart", BARE, PLAIN)
        width = self._measure / columns
        for chart in charts:
            if chart.anchor:
                self.out.append(self._runs.bookmarks.point(chart.anchor))
            self.charts.append(Placed(chart, len(self.out), (width, chart_height(chart, width))))
            self.out.append("")
        self.out.append("</w:p>")
        self._captions([chart.caption for chart in charts if chart.caption], columns)
        self._charted = len(self.out)

    def _captions(self, captions: list[tuple[Inline, ...]], columns: int) -> None:
        """The captions of charts that stand abreast: below them, where they are short enough."""
        width = self._measure / columns
        size = self._style.rule("caption").font_size
        if len(captions) > 1 and all(advance(words(c)) * size < width for c in captions):
            dress = Dress(self._groups, measure=self._measure, abreast=columns)
            end = self._begin("caption", (), dress, PLAIN)
            for at, content in enumerate(captions):
                if at:
                    self.out.append(TAB)
                write_caption(self._runs, self.out, content)
            self.out.append(end)
            return
        for at, content in enumerate(captions, start=1):
            self._caption(content, Extra(keep_next=at < len(captions)))

    def _group(self, block: Group, keep: bool) -> None:
        rule = self._style.rule(block.role)
        if rule.display == "none" or not block.blocks:
            return
        self._break = self._break or rule.break_before == "page"
        charts = tuple(child for child in block.blocks if isinstance(child, Chart))
        if rule.columns > 1 and len(charts) == len(block.blocks):
            for row, columns in chart_rows(charts, rule.columns):
                self._chart_row(row, columns)
            return
        if rule.columns > 1 and not self._in_columns:
            self._columned(block, rule)
            return
        outer = self._groups, self._measure
        if block.role == names.PAGE_FOOT_GROUP:
            self._at_the_foot(block, rule)
            return
        if is_box(rule):
            self._groups = (*self._groups, block.role)
            taken = inset(rule, "left") + inset(rule, "right")
            self._measure -= rule.margin_left + rule.margin_right + taken
        self._room += rule.space_before
        self._children(block, rule, keep)
        self._groups, self._measure = outer
        self._room += rule.space_after

    def _children(self, block: Group, rule: Rule, keep: bool) -> None:
        together = rule.break_inside == "avoid"
        last = len(block.blocks) - 1
        for index, child in enumerate(block.blocks):
            self._block(child, together if index < last else keep)

    def _at_the_foot(self, block: Group, rule: Rule) -> None:
        """The group's paragraphs as the rows of a table at the foot of the page."""
        lines = tuple(child for child in block.blocks if isinstance(child, Paragraph))
        self._part_tables()
        opening, row = foot_table(rule, self._style)
        self.out.append(opening)
        for line in lines:
            self.out.append(row)
            self.line(line.role, line.content, BARE, Extra(line.anchor))
            self.out.append("</w:tc></w:tr>")
        self.out.append("</w:tbl>")
        # it is anchored to the paragraph after it
        self._separator()

    def _columned(self, block: Group, rule: Rule) -> None:
        """The group as a section of its own, in newspaper columns."""
        if self.out:
            self._end_section(None)
        outer = self._measure
        self._measure = (outer - rule.column_gap * (rule.columns - 1)) / rule.columns
        self._in_columns = True
        self._children(block, rule, False)
        self._in_columns = False
        self._measure = outer
        self._end_section(rule)

    def _end_section(self, columns: Rule | None) -> None:
        """Ends a section with the last paragraph; after a table, with a low one."""
        ended = self.columned[-1][0] if self.columned else None
        if self.last.tag != "w:p" or self.last.place == ended:
            self._separator()
        self.columned.append((self.last.place, columns))

    def _contents(self, block: Contents) -> None:
        if all(heading.level > block.depth for heading in self._outlined):
            return
        if block.title:
            self.line("contents_title", (Text(block.title),), Dress(self._groups))
        if self._break:
            self._separator()
        self._pending_contents.append((len(self.out), block))
        self.out.append("")
        self.last = Last("w:sdt")

    def finish(self) -> None:
        """Fills the contents, now that all headings are known."""
        tools = self._runs, self._book
        for place, contents in self._pending_contents:
            pages = page_numbers(self._document, self._style)
            self.out[place] = contents_markup(contents, self._entries, pages, tools)
