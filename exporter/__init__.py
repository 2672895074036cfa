"""Scraped press-conference pages to printable briefings. The whole program is one sentence:

    raw page --clean--> clean text --parse--> transcript --brief--> briefing
             --compose--> document --write--> file

Each noun is a module of frozen data, each verb a pure function; `exporter.pipeline` puts them in a
row, and its functions are the public names here, loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_STEPS = (
    "read_page",
    "clean_page",
    "read_record",
    "brief_record",
    "compose_record",
    "fit_record",
    "write_document",
)
__all__ = ["__version__", *_STEPS]


def __getattr__(name: str) -> Any:
    if name in _STEPS:
        return getattr(import_module("exporter.pipeline"), name)
    raise AttributeError(name)
