"""``styles/README.md``, generated from the vocabulary: no key, role or check can be without its
line.

Write it anew after a change of the vocabulary: ``python -m exporter.styling.reference >
styles/README.md``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from exporter.document.plan import SECTIONS
from exporter.document.roles import ROLES
from exporter.messages import text
from exporter.styling.check import CHECKS, FIELDS
from exporter.styling.find import find, shipped
from exporter.styling.keys import (
    LETTERHEAD_KEYS,
    PAGE_KEYS,
    RULE_KEYS,
    SECTION_KEYS,
    STYLE,
    TYPEFACE_KEYS,
    Key,
    Named,
    Node,
    Sections,
    Table,
)
from exporter.styling.load import load
from exporter.styling.read import read

INTRODUCTION = """\
# Styles

A style is one TOML file. It says which sections a briefing has, on what paper, in which typefaces,
and how each *role* looks. It knows nothing of DOCX or PDF: both writers follow the same file.

## Make one

    exporter styles new mine --extends plain
    exporter convert PAGE -o out --style mine.toml
    exporter styles check mine.toml

A style that only enlarges the text and asks for fewer sections is complete:

    name = "mine"
    title = "Plain, a little larger"
    extends = "plain"
    sections = ["title", "lead", "key_points", { name = "transcript", new_page = true }]

    [colors]
    ink = "#000000"

    [rules.base]
    font_size = "12pt"
    line_height = "20pt"

    [rules.question]
    font_family = "hei"
    space_before = "8pt"

Send the file along with the document, or put it into a package that announces it under the entry
point `exporter.styles` (the value is a package that holds `style.toml`, and may offer
`transform(document) -> document`). From a path only data is read, never code.

## How a value is found

1. The rule for a role is looked up from the role to its parents (the table of roles below), the
   nearest first.
2. For one role your file goes before the file that it extends, and so on down the chain.

So what a base says of `answer` holds until you speak of `answer` yourself; what you say of `base`
reaches every role of which nobody says otherwise. `"none"` takes away a border or a background
that is inherited. The rule of an *inline* role (a stretch inside a block) lies over the rule of
its block: only what is said of the inline counts.

## Units

| unit | is |
|---|---|
| `pt`, `mm` | points (1/72 inch), millimetres |
| `em` | the font size of the rule itself (in `font_size`: of the role `base`) |
| `%` | of the font size (`line_height`, `font_size`), of the paper (`[page]`), else of the text |
| `字` | one character of running text (on a page with `grid_chars`: a cell of the grid) |
| `行` | one line of running text (on a page with `grid_lines`: a line of the grid) |

A number is a string with its unit (`"12pt"`); `"0"` needs none. Colours are `"#rrggbb"` or names
of `[colors]`. Borders are `"WIDTH STYLE COLOUR"`, tab stops `"POSITION [left|right|center|decimal]
[dot]"`.
"""

NAMES = """\
The names are those of the palette (`[colors]`) and of typefaces (`[typefaces.NAME]`) that a style
brings; one that extends it has them too, may give them other values, and uses them in `color` and
`font_family`. Smaller margins need a smaller `head_distance` and `foot_distance`, or the running
lines have no room: `exporter styles check` tells. What a base prints at the left, in the middle or
at the right of a running line stays beside yours until you say `""` for it.
"""

LETTERHEAD = (
    (
        "masthead",
        "briefing",
        "`name` (else 发布会简报) at the left; date and publisher at the right",
    ),
    ("masthead", "gongwen", "`copy_number` and `classification`, each in a line"),
    ("masthead", "gongwen", "`name`, `document_number` and the rule; nothing without a `name`"),
    ("masthead", "jianbao", "`classification` and `copy_number` in a line"),
    ("masthead", "jianbao", "`name` (else 新闻发布简报), `document_number`, `editor_note`"),
    ("masthead", "jianbao", "`issuer` (else the publisher) and the date"),
    ("title", "any", "`addressee`, under the title"),
    ("colophon", "gongwen", "`signatory` and the date"),
    ("imprint", "gongwen", "`report_to` (报), `send_to` (送), `copy_to` (抄送), `issuer` and date"),
    (
        "imprint",
        "jianbao",
        "`report_to` (报), `send_to` (送), `copy_to` (发), `issuer`, `print_run`",
    ),
)

INLINES = """\
A rule of an inline role says `font_family`, `font_size`, `color`, `letter_spacing`,
`font_stretch`, `display`, for a frame all four `border_` and `padding_` keys, and `margin_left`
for room before it; a group's says margins, padding, borders, background, breaks and columns; a
table's also what begins with "tables:". A rule may say more, for the roles that inherit from it.
"""

COUNTER = """\
A `document_number` with `{issue}` or `{total}` in it is counted: `"第{issue}期（总第{total}期）"`,
`"昭政办〔{year}〕{issue}号"`. `{counted}` is issue and total in the language of the briefing:
第3期（总第45期）, 第3期（總第45期）, No. 3 (Serial No. 45). `convert` and `watch` keep the count
in the output folder (`.exporter/issues.jsonl`). Records are numbered in the order of the sources,
those of one page by date; `{issue}` begins anew with the year of the record, `{total}` goes on. A
record keeps its number when it is made again, in whatever style; one without text, or that repeats
another or fails, takes none. `show` counts nothing and leaves the line out; `styles gallery`
prints the first numbers.
"""


def reference() -> str:
    """The whole of ``styles/README.md``."""
    parts = [
        INTRODUCTION,
        _heading("Shipped styles", ("style", "what it is", "its names", "looks"), _shipped()),
        NAMES,
        _heading("The file", ("key", "takes", "what it is for"), _keys(STYLE.keys)),
        _heading("`sections`", ("key", "takes", "what it is for"), _keys(SECTION_KEYS)),
        _heading("Sections and their forms", ("name", "shows", "forms"), _section_rows()),
        _heading("`[page]`", ("key", "takes", "what it is for"), _keys(PAGE_KEYS, "page.")),
        _fields(),
        _heading("`[typefaces.NAME]`", ("key", "takes", "what it is for"), _keys(TYPEFACE_KEYS)),
        _heading("`[letterhead]`", ("key", "takes", "what it is for"), _keys(LETTERHEAD_KEYS)),
        _heading(
            "Where the letterhead is printed",
            ("section", "form", "prints"),
            ((f"`{name}`", f"`{form}`", prints) for name, form, prints in LETTERHEAD),
        ),
        COUNTER,
        _heading("`[rules.ROLE]`", ("key", "takes", "what it is for"), _keys(RULE_KEYS)),
        INLINES,
        _heading("Roles", ("role", "parent", "kind", "is"), _roles()),
        _heading("What `exporter styles check` looks at", ("id", "finding"), _checks()),
    ]
    return "\n".join(parts)


def _heading(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"## {title}", "", _row(columns), _row("---" for _ in columns)]
    return "\n".join([*lines, *(_row(row) for row in rows), ""])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _shipped() -> Iterator[tuple[str, ...]]:
    for name in shipped():
        own = dict.fromkeys(p[1] for p in read(find(name)) if p[0] in ("colors", "typefaces"))
        named = " ".join(f"`{one}`" for one in own)
        yield f"`{name}`", load(name).title, named, f"[page one](pictures/{name}-1.png)"


def _keys(keys: Mapping[str, Node], inside: str = "") -> Iterator[tuple[str, ...]]:
    for name, node in keys.items():
        match node:
            case Key():
                yield f"`{name}`", node.kind.expected, node.purpose
            case Table() | Named():
                yield f"`[{inside}{name}]`", "a table", node.purpose
            case Sections():
                yield f"`{name}`", "a list of names, or of tables with `name`", node.purpose


def _section_rows() -> Iterator[tuple[str, ...]]:
    for name, (shows, forms) in SECTIONS.items():
        yield f"`{name}`", shows, " ".join(f"`{form}`" for form in forms)


def _fields() -> str:
    places = " ".join(f"`{{{name}}}`" for name in sorted(FIELDS))
    return f"Places in running heads and feet: {places}.\n"


def _roles() -> Iterator[tuple[str, ...]]:
    for name, role in ROLES.items():
        yield f"`{name}`", f"`{role.parent}`" if role.parent else "", role.kind, role.purpose


def _checks() -> Iterator[tuple[str, ...]]:
    for name in CHECKS:
        sentence = text(f"styling.check-{name}", "en")
        yield f"`check-{name}`", sentence.replace("{{{field}}}", "{field}")


if __name__ == "__main__":
    sys.stdout.write(reference())
