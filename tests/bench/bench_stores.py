"""The same archive on a disk, on S3 and by Dask: the digest of each tree, CPU, a killed run.

``python -m tests.bench.bench_stores [PAGES]``. S3 is moto's server, Dask a scheduler with two
workers, all on loopback. The workbook of the catalogue names the sources, so it is left out of the
digests.
"""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import fsspec

from tests.bench import synthetic

PAGES = 100
BUCKET = "bench"
COMMAND = (sys.executable, "-m", "exporter", "convert", "--catalogue", "--quiet")


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as scratch:
        server = s3_server()
        try:
            measure(Path(scratch), pages)
        finally:
            server.kill()
            server.wait()


def s3_server() -> subprocess.Popen[bytes]:
    """The server under way; this process and its children know its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while socket.socket().connect_ex(("127.0.0.1", port)):
        time.sleep(0.1)
    os.environ |= {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    return server


def measure(folder: Path, pages: int) -> None:
    """A row for each run."""
    inside, bucket = folder / "in", f"s3://{BUCKET}"
    synthetic.write(inside, pages)
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    store.mkdir(BUCKET)
    store.put(str(inside), f"{BUCKET}/in", recursive=True)
    print("| run | exit | CPU s | wall s | files | digest |\n|---|---|---|---|---|---|")
    row("disk", run(inside, folder / "out"), on_disk(folder / "out"))
    row("S3", run(f"{bucket}/in", f"{bucket}/out"), on_s3("out"))
    row("S3, nothing to do", run(f"{bucket}/in", f"{bucket}/out"), on_s3("out"))
    row(
        "S3, killed (-9)", run(f"{bucket}/in", f"{bucket}/killed", kill=pages // 2), on_s3("killed")
    )
    row("S3, resumed", run(f"{bucket}/in", f"{bucket}/killed"), on_s3("killed"))
    dask = ("--engine", "dask", "--jobs", "2")
    row("Dask, disk", run(inside, folder / "dask", *dask), on_disk(folder / "dask"))
    row("Dask, S3", run(f"{bucket}/in", f"{bucket}/dask", *dask), on_s3("dask"))


def run(
    source: str | Path, out: str | Path, *flags: str, kill: int = 0
) -> tuple[int, float, float]:
    """Exit code, CPU and wall seconds of a run, which is killed when so many files are there."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [*COMMAND, str(source), "-o", str(out), *flags]
    doing = subprocess.Popen(command, start_new_session=True)
    while kill and doing.poll() is None:
        if len(on_s3("killed")) >= kill:
            os.killpg(doing.pid, signal.SIGKILL)
        time.sleep(0.1)
    code = doing.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return code, cpu, time.monotonic() - began


def row(name: str, told: tuple[int, float, float], tree: Mapping[str, str]) -> None:
    """A line of the table."""
    code, cpu, wall = told
    digest = hashlib.sha256(repr(sorted(tree.items())).encode()).hexdigest()
    print(f"| {name} | {code} | {cpu:.1f} | {wall:.1f} | {len(tree)} | {digest[:16]} |", flush=True)


def on_disk(out: Path) -> dict[str, str]:
    """The digest of each file."""
    files = (path for path in out.iterdir() if path.is_file() and path.suffix != ".xlsx")
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def on_s3(folder: str) -> dict[str, str]:
    """The same of a folder of the bucket."""
    store = fsspec.filesystem("s3", skip_instance_cache=True)
    found = store.find(f"{BUCKET}/{folder}")
    paths = [path for path in found if "/.exporter/" not in path and not path.endswith(".xlsx")]
    return {
        path[path.rfind("/") + 1 :]: hashlib.sha256(store.cat_file(path)).hexdigest()
        for path in paths
    }


if __name__ == "__main__":
    main()
