"""The command line: parse the arguments, call the library, report.

Exit codes: 0 all done, 1 some failed, 2 usage, 3 notices under ``--strict``, 4 nothing to do was
found, 130 stopped. Heavy libraries are imported by the command that needs them, so that ``--help``
and ``styles list`` stay light.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast, get_args

import typer

from exporter import __version__
from exporter.console import (
    DONE,
    FAILED,
    NOTHING,
    for_people,
    language,
    progress,
    say,
    tell,
    warn,
)
from exporter.errors import ExporterError, UsageError, WriteError
from exporter.messages import render

if TYPE_CHECKING:
    from exporter.batch.model import Job, ReportLine
    from exporter.batch.tally import Tally
    from exporter.briefing.figures_table import FigureRow
    from exporter.source.model import RawPage

app = typer.Typer(help=say("cli.app"), no_args_is_help=True, pretty_exceptions_enable=False)
styles_app = typer.Typer(help=say("cli.styles"), no_args_is_help=True)
app.add_typer(styles_app, name="styles")

Sources = Annotated[list[str], typer.Argument(help=say("cli.arg-source"), metavar="SOURCE...")]
StyleOption = Annotated[
    str, typer.Option("--style", "-s", help=say("cli.opt-style"), metavar="NAME|FILE")
]
NamesOption = Annotated[bool, typer.Option("--names", help=say("cli.opt-names"))]
OutFile = Annotated[Path | None, typer.Option("--output", "-o", help=say("cli.opt-out-file"))]


def main() -> None:
    """The console script. Output is UTF-8 whatever the locale says: the pages are Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


def _version(wanted: bool) -> None:
    if wanted:
        print(f"exporter {__version__}")
        raise typer.Exit(DONE)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("cli.version"))
    ] = False,
) -> None:
    del version


def _choice(name: str, known: Sequence[str]) -> str:
    """`name` when it is known. Raises `UsageError` with the nearest known name."""
    if name in known:
        return name
    from difflib import get_close_matches

    nearest = get_close_matches(name, known, 1, 0.0)[0]
    raise UsageError("cli.bad-choice", name=name, known=", ".join(known), nearest=nearest)


# -- convert ---------------------------------------------------------------------------------------


@app.command(help=say("cli.convert"))
def convert(
    sources: Sources,
    out: Annotated[Path, typer.Option("--output", "-o", help=say("cli.opt-out"))],
    to: Annotated[list[str] | None, typer.Option("--to", help=say("cli.opt-to"))] = None,
    style: StyleOption = "plain",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help=say("cli.opt-jobs"))] = 0,
    force: Annotated[bool, typer.Option("--force", help=say("cli.opt-force"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("cli.opt-dry-run"))] = False,
    report: Annotated[Path | None, typer.Option("--report", help=say("cli.opt-report"))] = None,
    strict: Annotated[bool, typer.Option("--strict", help=say("cli.opt-strict"))] = False,
    timeout: Annotated[int, typer.Option("--timeout", min=0, help=say("cli.opt-timeout"))] = 600,
    memory: Annotated[int, typer.Option("--memory", min=0, help=say("cli.opt-memory"))] = 4096,
) -> None:
    """Every record with text becomes one file in each format."""
    from exporter.batch.model import Job
    from exporter.batch.work import check

    formats = tuple(dict.fromkeys(to or ("docx", "pdf")))
    job = Job(str(out), "", formats, style, strict=strict, dry_run=dry_run)
    with for_people():
        check(job)
        limits = Limits(jobs or os.cpu_count() or 1, timeout, memory * 1024 * 1024)
        tally = _run(job, sources, limits, report, force=force)
        if tally is None:
            warn(say("cli.nothing"))
            raise typer.Exit(NOTHING)
        warn(say("cli.summary", **tally.counts()))
        raise typer.Exit(tally.exit_code())


class Limits(NamedTuple):
    """Number of processes; seconds and bytes that a page may take (0: no limit)."""

    jobs: int
    timeout: float
    memory: int


@contextmanager
def _pool(limits: Limits, pages: int) -> Iterator[Executor | None]:
    """The processes of a run; none for a single page, which would only wait for its process."""
    if pages == 1:
        yield None
        return
    from exporter.batch.pool import Pool

    pool = Pool(min(limits.jobs, pages), timeout=limits.timeout, memory=limits.memory)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _run(
    job: Job, given: Sequence[str], limits: Limits, report: Path | None, *, force: bool
) -> Tally | None:
    """How the run went; ``None`` when the arguments name no page (and nothing is made)."""
    from exporter.batch.run import convert as run
    from exporter.batch.shelf import Shelf
    from exporter.batch.sources import find_sources
    from exporter.batch.tally import Tally

    sources = list(find_sources(given))
    if not sources:
        return None
    tally = Tally(job.target)
    with (
        Shelf(job.target, force=force, dry_run=job.dry_run) as shelf,
        _report_to(report) as note,
        progress(len(sources)) as advance,
        _pool(limits, len(sources)) as pool,
    ):
        for line in run(sources, job, shelf, pool, language()):
            tally.add(line)
            advance(tally.pages)
            note(line)
            tell(line)
    return tally


@contextmanager
def _report_to(path: Path | None) -> Iterator[Callable[[ReportLine], None]]:
    """Writes each line at once, so that the report of a killed run tells how far it came."""
    if path is None:
        yield lambda _: None
        return
    import msgspec

    try:
        with path.open("wb") as file:

            def note(line: ReportLine) -> None:
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()

            yield note
    except OSError as error:
        raise WriteError("batch.cannot-write", path=path, why=error.strerror or error) from error


# -- show, figures, verify -------------------------------------------------------------------------


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


@app.command(help=say("cli.show"))
def show(
    sources: Sources,
    stage: Annotated[str, typer.Option("--stage", help=say("cli.opt-stage"))],
    as_json: Annotated[bool, typer.Option("--json", help=say("cli.opt-json"))] = False,
    style: StyleOption = "plain",
) -> None:
    """The model of a stage, on stdout."""
    from exporter import show as showing
    from exporter.styling.load import load

    failures: list[str] = []
    data: list[object] = []
    with for_people():
        chosen = cast(showing.Stage, _choice(stage, get_args(showing.Stage)))
        plan = load(style).plan
        for page in _pages(sources, failures):
            for shown in showing.show(page, chosen, plan, language()):
                data.append(shown.data)
                if not as_json:
                    print("\n".join(shown.lines))
    if as_json:
        sys.stdout.write(showing.envelope(chosen, data).decode("utf-8"))
    raise typer.Exit(FAILED if failures else DONE)


@app.command(help=say("cli.figures"))
def figures(
    sources: Sources,
    to: Annotated[str, typer.Option("--to", help=say("cli.opt-figures-to"))] = "jsonl",
    out: OutFile = None,
) -> None:
    """Every quantity, one a line or row."""
    from exporter.briefing import figures_table

    failures: list[str] = []
    with for_people():
        suffix = _choice(to, ("jsonl", "csv", "xlsx"))
        if suffix == "xlsx" and out is None:
            raise UsageError("cli.xlsx-needs-file")
        rows = tuple(_figure_rows(sources, failures))
        data = {
            "jsonl": figures_table.to_jsonl,
            "csv": figures_table.to_csv,
            "xlsx": figures_table.to_xlsx,
        }[suffix](rows)
        _put(data, out)
    raise typer.Exit(FAILED if failures else DONE)


def _figure_rows(sources: Sequence[str], failures: list[str]) -> Iterator[FigureRow]:
    from exporter.briefing.figures_table import figure_rows
    from exporter.briefing.quantities import find_facts
    from exporter.pipeline import clean_page, read_record

    for page in _pages(sources, failures):
        for record in clean_page(page).value:
            transcript = read_record(record).value
            yield from figure_rows(transcript, find_facts(transcript).value)


def _put(data: bytes, out: Path | None) -> None:
    """Data to the file, whole or not at all, or to stdout."""
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    unfinished = out.with_name(f".{out.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(out)
    except OSError as error:
        raise WriteError("batch.cannot-write", path=out, why=error.strerror or error) from error
    warn(say("cli.written", path=out))


# -- styles, formats, fonts ------------------------------------------------------------------------


@styles_app.command("list", help=say("cli.styles-list"))
def styles_list(names: NamesOption = False) -> None:
    """Names, and what each is for."""
    from exporter.styling.find import available
    from exporter.styling.load import load

    with for_people():
        for name in available():
            print(name if names else f"{name:12} {load(name).title}")


@styles_app.command("show", help=say("cli.styles-show"))
def styles_show(name: Annotated[str, typer.Argument(help=say("cli.arg-style"))]) -> None:
    """The resolved style as JSON."""
    import msgspec

    from exporter.styling.load import load

    with for_people():
        print(msgspec.json.format(msgspec.json.encode(load(name)), indent=2).decode())


@app.command(help=say("cli.formats"))
def formats(names: NamesOption = False) -> None:
    """Names, and what each is for."""
    from exporter.messages import catalogue
    from exporter.writers.find import available

    for name in available():
        known = f"format-{name}" in catalogue("cli")
        print(f"{name:10} {say(f'cli.format-{name}')}" if known and not names else name)


@app.command(help=say("cli.fonts"))
def fonts() -> None:
    """The shipped faces: name, family, licence, what each was made from."""
    from exporter.fonts import shipped_faces

    for name, face in shipped_faces().items():
        print(f"{name:8} {face.family:16} {face.licence:24} {face.source}")
