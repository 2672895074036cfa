"""``show``, ``figures`` and ``verify``: what is read in a page, without writing documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from exporter.commands.console import DONE, FAILED, NOTHING, for_people, language, say, warn
from exporter.commands.options import (
    OutFile,
    Sources,
    StyleOption,
    Summarizer,
    choice,
    completed,
    put,
    take,
)
from exporter.errors import ExporterError, UsageError
from exporter.messages import render

if TYPE_CHECKING:
    from exporter.briefing.figures_table import FigureRow
    from exporter.source.model import RawPage


def _pages(given: Sequence[str], failures: list[str]) -> Iterator[RawPage]:
    """The decoded pages; one that can't be read is told, noted in `failures` and passed over."""
    from exporter.batch.sources import find_sources, read_bytes
    from exporter.pipeline import read_page

    empty = True
    for source in find_sources(given):
        empty = False
        try:
            yield read_page(source.label, read_bytes(source)).value
        except ExporterError as error:
            failures.append(source.name)
            warn(say("cli.error", line=render(error, language())))
    if empty:
        warn(say("cli.nothing"))
        raise typer.Exit(NOTHING)


STAGES = ("page", "clean", "transcript", "briefing", "document")
TABLES = ("jsonl", "csv", "xlsx", "parquet")
BINARY = ("xlsx", "parquet")


def show(
    sources: Sources,
    stage: Annotated[
        str, typer.Option("--stage", help=say("cli.opt-stage"), autocompletion=completed(*STAGES))
    ],
    as_json: Annotated[bool, typer.Option("--json", help=say("cli.opt-json"))] = False,
    style: StyleOption = "plain",
) -> None:
    """The model of a stage, on stdout."""
    from exporter.commands import stages
    from exporter.styling.load import load

    failures: list[str] = []
    data: list[object] = []
    with for_people():
        chosen = cast(stages.Stage, choice(stage, STAGES))
        plan = load(style).plan
        for page in _pages(sources, failures):
            for shown in stages.show(page, chosen, plan, language()):
                data.append(shown.data)
                if not as_json:
                    print("\n".join(shown.lines))
    if as_json:
        sys.stdout.write(stages.envelope(chosen, data).decode("utf-8"))
    raise typer.Exit(FAILED if failures else DONE)


def figures(
    sources: Sources,
    to: Annotated[
        str,
        typer.Option("--to", help=say("cli.opt-figures-to"), autocompletion=completed(*TABLES)),
    ] = "jsonl",
    out: OutFile = None,
) -> None:
    """Every quantity, one a line or row."""
    from exporter.batch.parquet import to_parquet
    from exporter.briefing import figures_table

    failures: list[str] = []
    with for_people():
        suffix = choice(to, TABLES)
        if suffix in BINARY and out is None:
            raise UsageError("cli.needs-file", name=suffix)
        rows = tuple(_figure_rows(sources, failures))
        data = {
            "jsonl": figures_table.to_jsonl,
            "csv": figures_table.to_csv,
            "xlsx": figures_table.to_xlsx,
            "parquet": to_parquet,
        }[suffix](rows)
        put(data, out)
    raise typer.Exit(FAILED if failures else DONE)


def _figure_rows(sources: Sequence[str], failures: list[str]) -> Iterator[FigureRow]:
    from exporter.briefing.figures_table import figure_rows
    from exporter.briefing.quantities import find_facts
    from exporter.pipeline import clean_page, read_record

    for page in _pages(sources, failures):
        for record in clean_page(page).value:
            transcript = read_record(record).value
            yield from figure_rows(transcript, find_facts(transcript).value)


def verify(
    briefing: Annotated[Path, typer.Argument(help=say("cli.arg-briefing"), metavar="BRIEFING")],
    source: Annotated[str, typer.Argument(help=say("cli.arg-source"), metavar="SOURCE")],
    style: Annotated[str | None, typer.Option("--style", "-s", help=say("cli.opt-style"))] = None,
    summarizer: Summarizer = "",
) -> None:
    """Each mismatch on a line, with its page; exit 1 when there is any."""
    from exporter.verifying import own_page
    from exporter.verifying import verify as judge

    with for_people():
        data = take(briefing)
        failures: list[str] = []
        page = own_page(data, _pages([source], failures), failures)
        if page is None:
            raise UsageError("cli.one-source", path=source)
        verdict = judge(str(briefing), data, page, style, summarizer)
        for found in verdict.mismatches:
            place = {"page": found.page, "line": found.line, "what": found.text}
            print(say("cli.mismatch", **place, context=found.context, expected=found.expected))
        if verdict.mismatches:
            raise typer.Exit(FAILED)
        warn(say("cli.verified", path=briefing, checked=verdict.numerals))


def access(
    files: Annotated[list[Path], typer.Argument(help=say("cli.arg-docx"), metavar="FILE.docx...")],
) -> None:
    """Each fault on a line, with the rule that found it; exit 1 when there is any."""
    from exporter.accessibility import faults

    found = 0
    with for_people():
        for path in files:
            for fault in faults(str(path), take(path)):
                found += 1
                print(f"{path}: {fault.code.partition('.')[2]}: {render(fault, language())}")
    if not found:
        print(say("cli.accessible", count=len(files)))
    raise typer.Exit(FAILED if found else DONE)
