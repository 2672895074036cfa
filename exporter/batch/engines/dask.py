"""Dask: ``dask`` starts a scheduler and workers on this machine, ``dask://HOST:PORT`` uses a
scheduler that runs. The extra ``dask`` brings it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from typing import Any

from exporter.batch.pool import deaf
from exporter.errors import UsageError

PATIENCE = 30
"""Seconds to reach a scheduler, and for its first worker to come."""
FAREWELL = 0.5
"""Seconds that a worker of our own scheduler has to end by itself; the page that it is at is made
again by the next run, so nothing is won by waiting for it.
"""


class _Workers(Executor):
    """The client's own executor, that knows how many threads the workers have by now."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._inner = client.get_executor(pure=False)

    @property
    def workers(self) -> int:
        known = self._client.scheduler_info(n_workers=-1)["workers"].values()
        return sum(worker["nthreads"] for worker in known)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
        return self._inner.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._inner.shutdown(wait=wait and not cancel_futures)


@contextmanager
def hire(address: str, jobs: int) -> Iterator[Executor]:
    """The executor of a client. Raises `UsageError` without Dask, without an answer from the
    scheduler, and without a worker.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("cli.needs-extra", name="dask", package="distributed") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        try:
            place = _place(address) if address else stack.enter_context(_cluster(jobs))
            client = stack.enter_context(Client(place, timeout=PATIENCE, set_as_default=False))
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            why = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise UsageError("batch.engine-unreachable", address=address, why=why) from error
        executor = _Workers(client)
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)


def _place(address: str) -> str:
    return address if "://" in address else f"tcp://{address}"


def _cluster(jobs: int) -> Any:
    """A scheduler and workers of our own, with one thread each."""
    from distributed import LocalCluster, Nanny

    class Keeper(Nanny):
        """Starts a worker and keeps it alive; Dask's own waits seconds for one that is busy."""

        async def close(self, timeout: float | None = None, reason: str = "nanny-close") -> Any:
            del timeout
            return await super().close(timeout=FAREWELL, reason=reason)

    # Ctrl-C goes to the whole group, and workers that hear it print how they were interrupted
    with deaf():
        return LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            worker_class=Keeper,
            host="127.0.0.1",
            dashboard_address=None,
            memory_limit=0,
            silence_logs=logging.CRITICAL,
        )
