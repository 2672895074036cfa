"""What a folder of another file system holds.

Object stores have no folders, only keys, which they give in order, a page at a time: S3's and
Google's are asked so, whatever the number of objects, past fsspec's own listing, which holds them
all. Listings of other file systems are taken as a whole, folder by folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

PAGE = 1000
"""Keys a page: the most that S3 (ListObjectsV2) and Google's store (objects.list) give."""


class Entry(NamedTuple):
    """A file or folder met in a listing: its path in the file system, its size in bytes."""

    path: str
    size: int
    folder: bool = False


def entry_of(info: dict[str, Any]) -> Entry:
    """An entry of fsspec's: ``name``, ``size`` (``None`` when unknown), ``type``."""
    return Entry(str(info["name"]).rstrip("/"), int(info["size"] or 0), info["type"] == "directory")


def below(fs: AbstractFileSystem, folder: str) -> Iterator[Entry]:
    """The files below a folder, in the order of their whole paths."""
    pages = _pages(fs)
    return _walk(fs, folder) if pages is None else _keys(fs, folder, pages, "")


def right_in(fs: AbstractFileSystem, folder: str) -> Iterator[Entry]:
    """The files right in the folder, in no order; none when there is no such folder."""
    pages = _pages(fs)
    return _listed(fs, folder) if pages is None else _keys(fs, folder, pages, "/")


Pages = Callable[["AbstractFileSystem", str, str, str], Iterator[tuple[str, int]]]
"""Key and size of each object of a bucket, by prefix and delimiter."""


def _pages(fs: AbstractFileSystem) -> Pages | None:
    names = (fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol
    if "s3" in names and hasattr(fs, "call_s3"):
        return _s3
    if "gs" in names and hasattr(fs, "call"):
        return _google
    return None


def _keys(fs: AbstractFileSystem, folder: str, pages: Pages, delimiter: str) -> Iterator[Entry]:
    bucket, _, key = folder.partition("/")
    for name, size in pages(fs, bucket, f"{key}/" if key else "", delimiter):
        if not name.endswith("/"):
            yield Entry(f"{bucket}/{name}", size)


def _s3(
    fs: AbstractFileSystem, bucket: str, prefix: str, delimiter: str
) -> Iterator[tuple[str, int]]:
    more: dict[str, Any] = {"Bucket": bucket, "Prefix": prefix, "MaxKeys": PAGE}
    more |= {"Delimiter": delimiter} if delimiter else {}
    while True:
        page: dict[str, Any] = fs.call_s3("list_objects_v2", **more)
        yield from ((item["Key"], item["Size"]) for item in page.get("Contents", ()))
        if not page.get("IsTruncated"):
            return
        more["ContinuationToken"] = page["NextContinuationToken"]


def _google(
    fs: AbstractFileSystem, bucket: str, prefix: str, delimiter: str
) -> Iterator[tuple[str, int]]:
    more: dict[str, Any] = {"prefix": prefix, "maxResults": PAGE}
    more |= {"delimiter": delimiter} if delimiter else {}
    while True:
        page: dict[str, Any] = fs.call("GET", "b/{}/o", bucket, json_out=True, **more)
        yield from ((item["name"], int(item["size"])) for item in page.get("items", ()))
        if "nextPageToken" not in page:
            return
        more["pageToken"] = page["nextPageToken"]


def _listed(fs: AbstractFileSystem, folder: str) -> Iterator[Entry]:
    fs.invalidate_cache()
    try:
        found = map(entry_of, fs.ls(folder, detail=True))
    except FileNotFoundError:
        return
    yield from (entry for entry in found if not entry.folder)


def _walk(fs: AbstractFileSystem, folder: str) -> Iterator[Entry]:
    found = map(entry_of, fs.ls(folder, detail=True))
    for entry in sorted(found, key=lambda e: f"{e.path}/" if e.folder else e.path):
        if not entry.folder:
            yield entry
        elif entry.path != folder:
            yield from _walk(fs, entry.path)
