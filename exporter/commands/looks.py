"""``styles``, ``formats`` and ``fonts``: what a briefing can look like."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exporter.commands.console import FAILED, for_people, language, say, warn
from exporter.commands.gallery import gallery
from exporter.commands.options import NamesOption, OutFile, complete_styles, put
from exporter.errors import WriteError
from exporter.messages import render

app = typer.Typer(help=say("cli.styles"), no_args_is_help=True)
StyleName = Annotated[
    str, typer.Argument(help=say("cli.arg-style"), autocompletion=complete_styles)
]


@app.command("list", help=say("cli.styles-list"))
def styles_list(names: NamesOption = False) -> None:
    """Names, and what each is for."""
    from exporter.styling.listing import listed

    outcome = listed()
    for name, title in outcome.value:
        print(name if names else f"{name:12} {title}")
    for notice in outcome.notices:
        warn(render(notice, language()))


@app.command("show", help=say("cli.styles-show"))
def styles_show(name: StyleName) -> None:
    """The resolved style as JSON."""
    import msgspec

    from exporter.styling.load import load

    with for_people():
        print(msgspec.json.format(msgspec.json.encode(load(name)), indent=2).decode())


@app.command("check", help=say("cli.styles-check"))
def styles_check(name: StyleName) -> None:
    """Each finding on a line; exit 1 when there are any."""
    from exporter.styling.check import check

    with for_people():
        findings = check(name)
        for finding in findings:
            rule = finding.code.partition(".")[2]
            print(f"{rule}: {render(finding, language())}")
        if findings:
            raise typer.Exit(FAILED)
        warn(say("cli.no-findings", path=name))


@app.command("new", help=say("cli.styles-new"))
def styles_new(
    name: Annotated[str, typer.Argument(help=say("cli.arg-name"))],
    extends: Annotated[
        str,
        typer.Option("--extends", help=say("cli.opt-extends"), autocompletion=complete_styles),
    ] = "plain",
    out: OutFile = None,
) -> None:
    """``NAME.toml``, commented; never over a file that is there."""
    from exporter.styling.new import new

    with for_people():
        words = new(name, extends)
        path = out or Path(f"{name}.toml")
        if path.exists():
            raise WriteError("cli.is-there", path=path)
        put(words.encode(), path)


app.command("gallery", help=say("cli.styles-gallery"))(gallery)


def formats(names: NamesOption = False) -> None:
    """Names, and what each is for."""
    from exporter.messages import catalogue
    from exporter.writers.find import available

    for name in available():
        known = f"format-{name}" in catalogue("cli")
        print(f"{name:10} {say(f'cli.format-{name}')}" if known and not names else name)


def fonts() -> None:
    """The shipped faces: name, family, licence, what each was made from."""
    from exporter.fonts import shipped_faces

    for name, face in shipped_faces().items():
        print(f"{name:8} {face.family:16} {face.licence:24} {face.source}")
