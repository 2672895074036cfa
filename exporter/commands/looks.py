"""``styles``, ``formats`` and ``fonts``: what a briefing can look like."""

from __future__ import annotations

from typing import Annotated

import typer

from exporter.commands.console import for_people, say
from exporter.commands.options import NamesOption

app = typer.Typer(help=say("cli.styles"), no_args_is_help=True)


@app.command("list", help=say("cli.styles-list"))
def styles_list(names: NamesOption = False) -> None:
    """Names, and what each is for."""
    from exporter.styling.find import available
    from exporter.styling.load import load

    with for_people():
        for name in available():
            print(name if names else f"{name:12} {load(name).title}")


@app.command("show", help=say("cli.styles-show"))
def styles_show(name: Annotated[str, typer.Argument(help=say("cli.arg-style"))]) -> None:
    """The resolved style as JSON."""
    import msgspec

    from exporter.styling.load import load

    with for_people():
        print(msgspec.json.format(msgspec.json.encode(load(name)), indent=2).decode())


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
