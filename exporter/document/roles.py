"""The fixed vocabulary of roles: what a block or an inline *is*, for whoever dresses it.

`compose` gives each part a role, a style gives each role a rule, a writer turns the rules into its
format's own named styles (Pygments' token types, ARIA's roles). Roles inherit: a style that says
nothing of ``answer`` dresses it as its parent. A new role needs an entry here and nowhere else.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

RoleKind = Literal["block", "inline", "table", "group"]


class RoleInfo(NamedTuple):
    """A role's parent (``None`` for the root), what kind of part bears it, and what it is for."""

    parent: str | None
    kind: RoleKind
    purpose: str


def _block(parent: str, purpose: str) -> RoleInfo:
    return RoleInfo(parent, "block", purpose)


def _inline(purpose: str, parent: str = "text") -> RoleInfo:
    return RoleInfo(parent, "inline", purpose)


def _group(purpose: str) -> RoleInfo:
    return RoleInfo("group", "group", purpose)


ROLES: dict[str, RoleInfo] = {
    "base": RoleInfo(None, "block", "what every rule inherits"),
    "paragraph": _block("base", "running text"),
    "heading": _block("base", "any heading"),
    # front of the briefing
    "series": _block("paragraph", "the series line above the title"),
    "title": _block("heading", "the title of the briefing"),
    "dateline": _block("paragraph", "date, venue, publisher"),
    "lead": _block("paragraph", "the lead: what happened, in one paragraph"),
    "conclusion": _block("lead", "the bottom line up front (the style `executive`)"),
    "heading_1": _block("heading", "a section of the briefing"),
    "heading_2": _block("heading", "a part of a section"),
    "heading_3": _block("heading", "a part of a part"),
    "page_title": _block("heading_1", "the heading of a section that starts a page"),
    "section_note": _block("paragraph", "the small remark beside or under a section heading"),
    "contents_title": _block("heading_1", "the heading of the contents"),
    "contents_1": _block("paragraph", "an entry of the contents, first level"),
    "contents_2": _block("contents_1", "an entry of the contents, second level"),
    "key_point": _block("paragraph", "one key point (a list item)"),
    # key figures
    "figure_label": _block("paragraph", "what a panel's number measures"),
    "figure_value": _block("paragraph", "a panel's number with its unit"),
    "figure_note": _block("paragraph", "period, comparison and source of a panel's number"),
    "table_cell": _block("paragraph", "text in a table"),
    "table_head": _block("table_cell", "a header cell"),
    "table_number": _block("table_cell", "a number in a column of numbers"),
    "table_group": _block("table_cell", "a row that names a group of rows"),
    "caption": _block("paragraph", "the caption of a table or a chart"),
    # announcements and questions
    "announcer": _block("heading_2", "who announced"),
    "announcement_heading": _block("heading_3", "a heading of the speech"),
    "announcement": _block("paragraph", "a point that was announced"),
    "question": _block("heading_3", "a question, shortened"),
    "answerer": _block("paragraph", "who answers"),
    "answer": _block("paragraph", "a point of an answer"),
    "person": _block("paragraph", "a person in a line"),
    "exchange_line": _block("paragraph", "a question in a line: who asked, what, who answers"),
    "doubt": _block("paragraph", "what an editor must look at"),
    "answer_line": _block("answer", "a point of an answer in a table"),
    # the transcript
    "narration": _block("paragraph", "the page's own prose"),
    "speech_section": _block("heading_2", "a heading printed between turns"),
    "speaker": _block("heading_3", "who speaks, with office or outlet"),
    "speech": _block("paragraph", "a paragraph of a speech"),
    "speech_question": _block("speech", "a paragraph of a journalist's question"),
    "speech_1": _block("speech", "一、 in a speech"),
    "speech_2": _block("speech", "（一） in a speech"),
    "speech_3": _block("speech", "1. in a speech"),
    "source_note": _block("paragraph", "where the text comes from, what was removed"),
    "footnote": _block("paragraph", "a note at the foot of the page"),
    # letterhead and imprint
    "masthead_left": _block("paragraph", "the masthead's first line (left or left and right)"),
    "masthead_name": _block("heading", "the issuing body or the paper's name, large"),
    "masthead_number": _block("paragraph", "发文字号, 期号"),
    "masthead_line": _block("paragraph", "issuer left, date right, above the rule"),
    "editor_note": _block("paragraph", "按语: the editor's own note"),
    "addressee": _block("paragraph", "主送: to whom"),
    "annex_list": _block("paragraph", "附件说明: what is annexed"),
    "annex_label": _block("paragraph", "附件1: the mark above an annex"),
    "signature": _block("paragraph", "署名, 成文日期"),
    "imprint": _block("paragraph", "a line of the 版记: 抄送, 印发, 报, 送, 发, 印数"),
    "imprint_issuer": _block("imprint", "the last line of the 版记: who issued, when"),
    "running_head": _block("base", "the line at the head of a page"),
    "running_foot": _block("base", "the line at the foot of a page"),
    "page_number": _block("running_foot", "the page number"),
    "watermark": _block("base", "words behind the text of every page"),
    # inlines
    "text": RoleInfo(None, "inline", "what every inline inherits; nothing of its own"),
    "strong": _inline("emphasis"),
    "office": _inline("an office or outlet beside a name"),
    "quantity": _inline("a number with its unit, in text"),
    "unit": _inline("a unit beside a large number"),
    "tag": _inline("a small label such as 计划"),
    "source_mark": _inline("the link to the paragraph that a line was cut from (¶12)"),
    "paragraph_number": _inline("the number of a paragraph of the transcript"),
    "link": _inline("any other link"),
    "brand": _inline("the paper's name in the letterhead's line", "label"),
    "imprint_label": _inline("抄送, 报, 送, 发", "label"),
    "damage": _inline("words that stand for what the source has lost"),
    "run_in": _inline("an enumerated heading at the start of a paragraph", "strong"),
    "run_in_1": _inline("一、 at the start of a paragraph", "run_in"),
    "run_in_2": _inline("（一） at the start of a paragraph", "run_in"),
    "source_text": _inline("words that are themselves the link to their paragraph", "text"),
    "label": _inline("a short label at the start of a line (a lead, an outlet)"),
    "latin": _inline("words of another script"),
    # tables and groups
    "table": RoleInfo(None, "table", "any table"),
    "figures_table": RoleInfo("table", "table", "the table of key figures"),
    "all_figures_table": RoleInfo("table", "table", "the table of all figures"),
    "people_table": RoleInfo("table", "table", "the table of people"),
    "exchange_table": RoleInfo("table", "table", "questions and answers side by side"),
    "notes_table": RoleInfo("table", "table", "the source notes"),
    "panel": RoleInfo("table", "table", "key figures set large, in cells"),
    "source_table": RoleInfo("table", "table", "a table of the source page"),
    "chart": RoleInfo("table", "table", "a chart"),
    "group": RoleInfo(None, "group", "any group of blocks"),
    "masthead": _group("the letterhead"),
    "conclusion_box": _group("the conclusion, set apart"),
    "charts": _group("the charts of the briefing, side by side where they fit"),
    "exchange": _group("a question with its answers, kept together"),
    "transcript_body": _group("the transcript (columns, own margins)"),
    "source_notes": _group("the box of source notes"),
    "imprint_box": _group("the 版记 on the last page's foot"),
    "colophon": _group("signature and date"),
}


def ancestry(role: str) -> tuple[str, ...]:
    """`role` and its parents, nearest first. Raises ``KeyError`` for a role that isn't there."""
    chain: list[str] = []
    current: str | None = role
    while current is not None:
        chain.append(current)
        current = ROLES[current].parent
    return tuple(chain)
