"""Engines: where pages are made when not by processes of our own.

An engine is whatever gives a `concurrent.futures.Executor`. Its module is its name; a package can
bring one by the entry point ``exporter.engines``.
"""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import AbstractContextManager
from typing import Protocol


class Engine(Protocol):
    """What an engine's module has, or what an entry point names."""

    def hire(self, address: str, jobs: int) -> AbstractContextManager[Executor]:
        """The executor, for the time of a run. `address` is what stands after ``NAME://`` (empty
        without), `jobs` how many processes were asked for. The executor may have an attribute
        `workers`: how many calls it can do at the same time. Calls and results are pickled.
        """
        ...
