"""``convert`` and ``report``: pages to files, and how that went."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NamedTuple

import typer

from exporter.commands.console import NOTHING, for_people, language, progress, say, tell, warn
from exporter.commands.options import OutFile, Sources, StyleOption, choice, put
from exporter.errors import SourceError, WriteError

if TYPE_CHECKING:
    from exporter.batch.model import Job, ReportLine
    from exporter.batch.tally import Tally


def convert(
    sources: Sources,
    out: Annotated[Path, typer.Option("--output", "-o", help=say("cli.opt-out"))],
    to: Annotated[list[str] | None, typer.Option("--to", help=say("cli.opt-to"))] = None,
    style: StyleOption = "plain",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help=say("cli.opt-jobs"))] = 0,
    force: Annotated[bool, typer.Option("--force", help=say("cli.opt-force"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("cli.opt-dry-run"))] = False,
    report: Annotated[Path | None, typer.Option("--report", help=say("cli.opt-report"))] = None,
    junit: Annotated[Path | None, typer.Option("--junit", help=say("cli.opt-junit"))] = None,
    pages: Annotated[int, typer.Option("--pages", min=0, help=say("cli.opt-pages"))] = 0,
    strict: Annotated[bool, typer.Option("--strict", help=say("cli.opt-strict"))] = False,
    timeout: Annotated[int, typer.Option("--timeout", min=0, help=say("cli.opt-timeout"))] = 600,
    memory: Annotated[int, typer.Option("--memory", min=0, help=say("cli.opt-memory"))] = 4096,
) -> None:
    """Every record with text becomes one file in each format."""
    from exporter.batch.model import Job
    from exporter.batch.work import check

    formats = tuple(dict.fromkeys(to or ("docx", "pdf")))
    job = Job(str(out), "", formats, style, strict=strict, dry_run=dry_run, pages=pages)
    with for_people():
        check(job)
        limits = Limits(jobs or os.cpu_count() or 1, timeout, memory * 1024 * 1024)
        tally = _run(job, sources, limits, Reports(report, junit), force=force)
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
    job: Job, given: Sequence[str], limits: Limits, reports: Reports, *, force: bool
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
        _report_to(reports) as note,
        progress(len(sources)) as advance,
        _pool(limits, len(sources)) as pool,
    ):
        for line in run(sources, job, shelf, pool, language()):
            tally.add(line)
            advance(tally.pages)
            note(line)
            tell(line)
    return tally


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
                file.write(msgspec.json.encode(line) + b"\n")
                file.flush()
            if reports.junit is not None:
                lines.append(line)

        yield note
    if reports.junit is not None:
        put(to_junit(lines), reports.junit)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise WriteError("batch.cannot-write", path=path, why=error.strerror or error) from error


def report(
    path: Annotated[Path, typer.Argument(help=say("cli.arg-report"), metavar="FILE.jsonl")],
    to: Annotated[str, typer.Option("--to", help=say("cli.opt-report-to"))] = "html",
    out: OutFile = None,
) -> None:
    """A run's report for people."""
    from exporter.batch.digest import read_report, to_html, to_xlsx

    with for_people():
        form = choice(to, ("html", "xlsx"))
        try:
            data = path.read_bytes()
        except OSError as error:
            raise SourceError("batch.unreadable", path=path, why=error.strerror) from error
        lines = read_report(str(path), data)
        made = (to_html if form == "html" else to_xlsx)(lines, language())
        put(made, out or path.with_suffix(f".{form}"))
