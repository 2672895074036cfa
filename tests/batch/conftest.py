"""Places that pages come from and go to: a folder, a memory file system, servers."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import fsspec
import pytest

SECRET = "sEcReT/key+of/the-store"
PATIENCE = 60


class Place(NamedTuple):
    """An empty place: its URL, and the file system to look at it with."""

    url: str
    fs: fsspec.AbstractFileSystem
    root: str

    def write(self, files: dict[str, bytes]) -> None:
        for name, data in files.items():
            path = f"{self.root}/{name}"
            self.fs.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.fs.pipe_file(path, data)

    def tree(self, folder: str = "") -> dict[str, bytes]:
        """Every file, those of state too, by its path; not the lock."""
        self.fs.invalidate_cache()
        top = f"{self.root}/{folder}".rstrip("/")
        paths = self.fs.find(top) if self.fs.exists(top) else []
        found = {path[len(top) + 1 :]: self.fs.cat_file(path) for path in sorted(paths)}
        return {name: data for name, data in found.items() if not name.endswith("/lock")}


@contextmanager
def served(*module: str) -> Iterator[str]:
    """The address of a server in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *module, "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE
        while not _answers(port):
            assert server.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """The address of an S3 server (moto's)."""
    with served("moto.server") as address:
        yield address


@pytest.fixture(scope="session")
def gs_server() -> Iterator[str]:
    """The address of a server of Google's store (gcp-storage-emulator)."""
    with served("gcp_storage_emulator", "start", "--in-memory", "--quiet") as address:
        yield address


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def s3(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A bucket of its own; credentials stand in the environment, as a user has them."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3_server)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key-of-the-tests")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    fs = fsspec.filesystem("s3", skip_instance_cache=True)
    bucket = f"bucket-{uuid.uuid4().hex[:12]}"
    fs.mkdir(bucket)
    return Place(f"s3://{bucket}", fs, bucket)


@pytest.fixture
def gs(gs_server: str, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A bucket of its own in Google's store."""
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", gs_server)
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "tests")
    # gcsfs would look for credentials, in the network too, to ask what kind of bucket it is
    monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    fs = fsspec.filesystem("gs", skip_instance_cache=True)
    bucket = f"bucket-{uuid.uuid4().hex[:12]}"
    fs.mkdir(bucket)
    return Place(f"gs://{bucket}", fs, bucket)


@pytest.fixture(params=["file", "memory", "s3", "gs"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """One test for each kind of place."""
    if request.param in ("s3", "gs"):
        found: Place = request.getfixturevalue(request.param)
        return found
    if request.param == "memory":
        root = f"/{uuid.uuid4().hex[:12]}"
        return Place(f"memory:/{root}", fsspec.filesystem("memory"), root)
    return Place(f"file://{tmp_path}/place", fsspec.filesystem("file"), f"{tmp_path}/place")
