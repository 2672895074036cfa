"""``styles gallery``: one HTML page with pictures of every style on the user's own text."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from exporter.commands.console import for_people, language, say, warn
from exporter.commands.options import put
from exporter.errors import ExporterError, SourceError, UsageError
from exporter.messages import render

if TYPE_CHECKING:
    from exporter.briefing.model import Briefing

PAGES = 3
"""Pages shown of each style."""
SCALE = 1.25
"""Pixels to a point: 90 dpi."""
LOOK = (
    "body{font:15px/1.6 sans-serif;margin:2em;background:#e8e8e8}"
    "section{margin-bottom:3em}img{width:24em;margin:0 1em 1em 0;background:#fff;"
    "box-shadow:0 1px 6px #0004;vertical-align:top}"
)


class Sample(NamedTuple):
    """A style, and its first pages as PNG bytes."""

    name: str
    title: str
    pictures: tuple[bytes, ...]


def gallery(
    source: Annotated[str, typer.Argument(help=say("cli.arg-source"), metavar="SOURCE")],
    out: Annotated[Path, typer.Option("--output", "-o", help=say("cli.opt-out-file"))] = Path(
        "gallery.html"
    ),
) -> None:
    """The first record with text, in every style."""
    with for_people():
        put(_page(source, _samples(source)), out)


def _samples(source: str) -> Iterator[Sample]:
    from exporter import pipeline
    from exporter.document.plan import with_first_issue
    from exporter.styling.find import available
    from exporter.styling.load import load
    from exporter.writers.find import find

    briefing = _first(source)
    for name in available():
        try:
            style = load(name)
            plan = with_first_issue(style.plan, briefing.date, briefing.language)
            document = pipeline.compose_record(briefing, plan).value
            data = pipeline.write_document(document, style, find("pdf")).value
        except ExporterError as error:
            warn(say("cli.error", line=f"{name}: {render(error, language())}"))
            continue
        yield Sample(name, style.title, tuple(_pictures(data)))


def _first(source: str) -> Briefing:
    from exporter import pipeline
    from exporter.batch.sources import find_sources, read_bytes

    for found in find_sources([source]):
        page = pipeline.read_page(found.label, read_bytes(found)).value
        for record in pipeline.clean_page(page).value:
            transcript = pipeline.read_record(record).value
            if transcript.kind != "empty":
                return pipeline.brief_record(transcript).value
    raise SourceError("cli.no-record", path=source)


def _pictures(data: bytes) -> Iterator[bytes]:
    """The first pages of a PDF as PNG."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UsageError("cli.needs-extra", name="gallery", package="pypdfium2") from error
    document = pypdfium2.PdfDocument(data)
    for index in range(min(PAGES, len(document))):
        buffer = io.BytesIO()
        document[index].render(scale=SCALE).to_pil().save(buffer, "PNG")
        yield buffer.getvalue()


def _page(source: str, samples: Iterable[Sample]) -> bytes:
    title = html.escape(Path(source).name)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language()}"><head><meta charset="utf-8">',
        f"<title>{title}</title><style>{LOOK}</style></head><body><h1>{title}</h1>",
    ]
    for sample in samples:
        name, about = html.escape(sample.name), html.escape(sample.title)
        parts.append(f'<section id="{name}"><h2>{name}</h2><p>{about}</p>')
        for number, picture in enumerate(sample.pictures, 1):
            encoded = base64.b64encode(picture).decode()
            alternative = html.escape(say("cli.gallery-page", style=sample.name, page=number))
            parts.append(f'<img alt="{alternative}" src="data:image/png;base64,{encoded}">')
        parts.append("</section>")
    return "\n".join([*parts, "</body></html>\n"]).encode()
