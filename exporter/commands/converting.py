"""``convert`` and ``report``: pages to files, and how that went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NamedTuple

import typer

from exporter.commands.console import NOTHING, counted, for_people, language, say, tell, warn
from exporter.commands.options import (
    OutFile,
    Sources,
    StyleOption,
    Summarizer,
    choice,
    complete_engines,
    complete_formats,
    completed,
    count,
    processors,
    put,
    take,
)
from exporter.commands.progress import progress
from exporter.errors import WriteError

if TYPE_CHECKING:
    from exporter.batch.catalogue import Catalogue
    from exporter.batch.crew import Crew, Limits
    from exporter.batch.model import Job, ReportLine
    from exporter.batch.page import Source
    from exporter.batch.shelf import Shelf
    from exporter.batch.tally import Tally


LISTED = 10_000
"""Pages listed before the first is made, to know how many there are; more are listed on the way."""

KINDS = 5
"""Kinds of files that were passed by, named in a line."""

SHOWN_AS = ("html", "xlsx")
"""Formats of a report for people."""

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=say("cli.opt-quiet"))]
Formats = Annotated[
    list[str] | None,
    typer.Option("--to", help=say("cli.opt-to"), autocompletion=complete_formats),
]
Out = Annotated[str, typer.Option("--output", "-o", help=say("cli.opt-out"))]
JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", parser=count, metavar="N|auto", help=say("cli.opt-jobs"))
]
Timeout = Annotated[int, typer.Option("--timeout", min=0, help=say("cli.opt-timeout"))]
Memory = Annotated[int, typer.Option("--memory", min=0, help=say("cli.opt-memory"))]
EngineOption = Annotated[
    str,
    typer.Option("--engine", help=say("cli.opt-engine"), autocompletion=complete_engines),
]
Pages = Annotated[int, typer.Option("--pages", min=0, help=say("cli.opt-pages"))]
Strict = Annotated[bool, typer.Option("--strict", help=say("cli.opt-strict"))]
Force = Annotated[bool, typer.Option("--force", help=say("cli.opt-force"))]
Parquet = Annotated[bool, typer.Option("--parquet", help=say("cli.opt-parquet"))]
Index = Annotated[bool, typer.Option("--catalogue", help=say("cli.opt-catalogue"))]
Annotate = Annotated[bool, typer.Option("--annotate", help=say("cli.opt-annotate"))]
Keep = Annotated[bool, typer.Option("--keep-duplicates", help=say("cli.opt-keep-duplicates"))]


def convert(
    sources: Sources,
    out: Out,
    to: Formats = None,
    style: StyleOption = "plain",
    jobs: JobsOption = 0,
    force: Force = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("cli.opt-dry-run"))] = False,
    report: Annotated[Path | None, typer.Option("--report", help=say("cli.opt-report"))] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help=say("cli.opt-junit"))] = None,
    pages: Pages = 0,
    strict: Strict = False,
    timeout: Timeout = 600,
    memory: Memory = 4096,
    engine: EngineOption = "local",
    keep_duplicates: Keep = False,
    annotate: Annotate = False,
    catalogue: Index = False,
    summarizer: Summarizer = "",
    parquet: Parquet = False,
    quiet: Quiet = False,
    as_json: Annotated[bool, typer.Option("--json", help=say("cli.opt-json-summary"))] = False,
) -> None:
    """Every record with text becomes one file in each format."""
    from exporter.batch.model import Job

    job = Job(
        target=out,
        scratch="",
        formats=formats_of(to),
        style=style,
        strict=strict,
        dry_run=dry_run,
        pages=pages,
        keep_duplicates=keep_duplicates,
        annotate=annotate,
        summarizer=summarizer,
        catalogue=(catalogue or parquet) and not dry_run,
    )
    with for_people():
        _check(job, parquet)
        limits = limits_of(jobs, timeout, memory)
        orders = Orders(force, quiet, Reports(report, junit), engine, parquet)
        tally = _run(job, sources, limits, orders)
        if tally is None:
            warn(say("cli.nothing"))
            raise typer.Exit(NOTHING)
        _summary(tally, dry=dry_run, quiet=quiet, as_json=as_json)
        raise typer.Exit(tally.exit_code())


def _check(job: Job, parquet: bool) -> None:
    """Raises for a style, format or summariser that can't serve, or a missing extra."""
    from exporter.batch.parquet import require
    from exporter.batch.work import check

    check(job)
    if parquet:
        require()


def limits_of(jobs: int, timeout: int, memory: int) -> Limits:
    """The limits as asked for: no number of jobs is one for each processor, memory is in MiB."""
    from exporter.batch.crew import Limits

    return Limits(jobs or processors(), timeout, memory * 1024 * 1024)


def formats_of(to: Sequence[str] | None) -> tuple[str, ...]:
    """The formats asked for, each once; DOCX and PDF when none is. Markdown also by its suffix."""
    return tuple(dict.fromkeys(_SUFFIXES.get(name, name) for name in to or ("docx", "pdf")))


_SUFFIXES = {"md": "markdown"}
"""What people call a format that has another name."""


def _summary(tally: Tally, *, dry: bool, quiet: bool, as_json: bool) -> None:
    import msgspec

    counts = tally.counts()
    if as_json:
        print(msgspec.json.encode({"schema": "exporter/summary@1", **counts}).decode())
    if not quiet:
        again = say("cli.summary-duplicates", **counts) if counts["duplicate"] else ""
        told = counts | {
            f"{thing}s": counted(thing, counts[f"{thing}s"]) for thing in ("record", "page", "file")
        }
        warn((say("cli.summary-dry") if dry else "") + say("cli.summary", **told) + again)


class Orders(NamedTuple):
    """How the run is to behave besides what each page depends on."""

    force: bool
    quiet: bool
    reports: Reports
    engine: str
    parquet: bool


@contextmanager
def crew_of(limits: Limits, pages: int | None, engine: str = "local") -> Iterator[Crew]:
    """Who makes the pages of a run: an engine, or processes of ours; our own process for a single
    page, which would only wait for another.
    """
    from exporter.batch.alarm import Here
    from exporter.batch.crew import Crew
    from exporter.batch.engines.find import LOCAL, find
    from exporter.batch.pool import Pool

    name, _, address = engine.partition("://")
    if name != LOCAL:
        with find(name).hire(address, limits.jobs) as executor:
            yield Crew(executor, limits, far=True, total=pages)
        return
    if pages == 1:
        yield Crew(Here(limits.timeout, limits.memory), limits)
        return

    workers = min(limits.jobs, pages or limits.jobs)
    pool = Pool(workers, timeout=limits.timeout, memory=limits.memory)
    try:
        yield Crew(pool, limits)
    finally:
        pool.shutdown(cancel_futures=True)


def _kinds(passed: Counter[str]) -> str:
    """The suffixes met most often, and how often: ``.png 12, .css 3``."""
    named = [f"{suffix or say('cli.no-suffix')} {n}" for suffix, n in passed.most_common(KINDS)]
    return ", ".join((*named, "…") if len(passed) > KINDS else named)


def _run(job: Job, given: Sequence[str], limits: Limits, orders: Orders) -> Tally | None:
    """How the run went; ``None`` when the arguments name no page (and nothing is made). Says which
    files were passed by.
    """
    from exporter.batch.sources import find_sources

    passed: Counter[str] = Counter()
    tally = _made(job, find_sources(given, passed), limits, orders)
    if passed and not orders.quiet:
        warn(say("cli.passed-by", count=passed.total(), kinds=_kinds(passed)))
    return tally


def _made(job: Job, found: Iterator[Source], limits: Limits, orders: Orders) -> Tally | None:
    """How the run over the sources found went; ``None`` if there are none."""
    from exporter.batch.run import convert as run
    from exporter.batch.shelf import Shelf
    from exporter.batch.tally import Tally
    from exporter.batch.urls import redacted

    sources = list(islice(found, LISTED))
    if not sources:
        return None
    total = len(sources) if len(sources) < LISTED else None
    tally = Tally(redacted(job.target))
    with (
        Shelf(job.target, force=orders.force, dry_run=job.dry_run) as shelf,
        _report_to(orders.reports) as note,
        progress(total, quiet=orders.quiet) as advance,
        crew_of(limits, total, orders.engine) as crew,
    ):
        catalogue = _catalogue(job, shelf, parquet=orders.parquet)
        for line in run(chain(sources, found), job, shelf, crew, language(), gatherer=catalogue):
            tally.add(line)
            advance(tally.pages, tally.status)
            note(line)
            tell(line, quiet=orders.quiet)
            if tally.hopeless:
                raise WriteError("batch.hopeless", path=job.target, why=line.error)
        if catalogue is not None:
            catalogue.finish()
    return tally


def _catalogue(job: Job, shelf: Shelf, *, parquet: bool) -> Catalogue | None:
    if not job.catalogue:
        return None
    from exporter.batch.catalogue import Catalogue
    from exporter.styling.load import load

    return Catalogue(shelf, load(job.style), parquet=parquet)


class Reports(NamedTuple):
    """Files for the run's report: lines of JSON as they come, JUnit XML at the end."""

    lines: Path | None
    junit: Path | None


@contextmanager
def _report_to(reports: Reports) -> Iterator[Callable[[ReportLine], None]]:
    """Writes each line at once, so that the report of a killed run tells how far it came."""
    import msgspec

    from exporter.batch.digest import to_junit

    lines: list[ReportLine] = []
    with ExitStack() as stack:
        file = stack.enter_context(_opened(reports.lines)) if reports.lines else None

        def note(line: ReportLine) -> None:
            if file is not None:
                _append(file, msgspec.json.encode(line) + b"\n")
            if reports.junit is not None:
                lines.append(line)

        yield note
    if reports.junit is not None:
        put(to_junit(lines), reports.junit)


def _append(file: BinaryIO, data: bytes) -> None:
    try:
        file.write(data)
    except OSError as error:
        raise WriteError("batch.cannot-write", path=file.name, why=error.strerror) from error


def _opened(path: Path) -> BinaryIO:
    try:
        # unbuffered: a full disk is told where it is met, not when the file is closed
        return path.open("wb", buffering=0)
    except OSError as error:
        raise WriteError("batch.cannot-write", path=path, why=error.strerror or error) from error


def report(
    path: Annotated[Path, typer.Argument(help=say("cli.arg-report"), metavar="FILE.jsonl")],
    to: Annotated[
        str,
        typer.Option("--to", help=say("cli.opt-report-to"), autocompletion=completed(*SHOWN_AS)),
    ] = "html",
    out: OutFile = None,
) -> None:
    """A run's report for people."""
    from exporter.batch.digest import read_report, to_html, to_xlsx

    with for_people():
        form = choice(to, SHOWN_AS)
        lines = read_report(str(path), take(path))
        made = (to_html if form == "html" else to_xlsx)(lines, language())
        put(made, out or path.with_suffix(f".{form}"))
