"""Numbers and strings as PDF writes them."""

from __future__ import annotations


def text_string(text: str) -> str:
    """A text string object: UTF-16 with its mark, in hexadecimal, so that nothing needs
    escaping.
    """
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def number(value: float) -> str:
    """At most two decimals, no exponent, no needless zero."""
    text = f"{value:.2f}"
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def color(value: str) -> str:
    """The three components of ``#rrggbb``, 0 to 1."""
    return " ".join(
        f"{int(value[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (1, 3, 5)
    )
