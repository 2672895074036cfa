"""Which store a target names: a folder of ours, or a place in another file system."""

from __future__ import annotations

from pathlib import Path

from exporter.batch.store import Store
from exporter.batch.urls import is_url, local_path


def open_store(target: str) -> Store:
    """The store that a path or URL names; nothing is made or asked yet. Raises `UsageError` for a
    URL that can't be served.
    """
    if is_url(target):
        from exporter.batch.store_remote import RemoteStore

        return RemoteStore(target)
    from exporter.batch.store_local import LocalStore

    return LocalStore(Path(local_path(target)))
