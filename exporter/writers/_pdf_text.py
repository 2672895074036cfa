"""Numbers and strings as PDF writes them."""

from __future__ import annotations

from functools import lru_cache


def text_string(text: str) -> str:
    """A text string object: UTF-16 with its mark, in hexadecimal, so that nothing needs
    escaping.
    """
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def number(value: float) -> str:
    """At most two decimals, no exponent, no needless zero."""
    return f"{round(value, 2) + 0.0:.10g}"


@lru_cache(maxsize=256)
def color(value: str) -> str:
    """The three components of ``#rrggbb``, 0 to 1."""
    return " ".join(
        f"{int(value[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (1, 3, 5)
    )
