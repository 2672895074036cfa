"""One page to read, and by what names of files pages are known."""

from __future__ import annotations

import os

import msgspec

from exporter.batch.archives import is_archive, is_page_name
from exporter.notices import Notice

INNER = "!/"
LONGEST_SUFFIX = 8
"""A longer one is no suffix but a name with a point in it."""


class Source(msgspec.Struct, frozen=True):
    """One page to read: its name for people, its file, and the member of an archive.

    `label` is the name that documents bear: relative to the folder or archive given, so that
    the same archive gives the same bytes wherever it lies, and no document tells of our folders.

    `fault` says why it can't be read, when that was seen in listing (a folder without permission):
    it is reported in its turn and does not stop the rest.

    `store` is set when `file` is a path in another file system: the URL (without secrets) under
    which this process has that open.
    """

    name: str
    file: str
    label: str = ""
    member: str | None = None
    fault: Notice | None = None
    store: str = ""


def suffix_of(name: str) -> str:
    """What tells the type of a file that is passed by; nothing for a name without a suffix."""
    suffix = os.path.splitext(name)[1].lower()
    return suffix if len(suffix) <= LONGEST_SUFFIX else ""


def is_page(name: str) -> bool:
    """Whether a file of this name, met in a folder, is a page or an archive of pages."""
    return is_archive(name) or is_page_name(name)
