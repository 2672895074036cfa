"""Reading and briefing without the collector of circles."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")


def uncollected(work: Callable[_P, _R]) -> Callable[_P, _R]:
    """`work`, during which the collector rests, if it was at work before.

    Reading a long page makes millions of objects and no circle of them but the tree, which
    `dom.release` takes apart; a briefing makes none, either. The collector would walk over all that
    stands, the oftener the more there is, and find nothing: time that grows faster than the page.
    """

    @wraps(work)
    def resting(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return resting
