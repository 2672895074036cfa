"""What an output file is called: ``2024-04-12 title.docx``; safe on any disk, unique, stable.

Limits: 255 bytes a name on ext4 and APFS, 255 UTF-16 units on NTFS; Windows refuses ``\\/:*?"<>|``,
control characters, a final dot or blank, and the device names of `RESERVED` with any suffix.
"""

from __future__ import annotations

import unicodedata

MAX_BYTES = 200
"""Of the stem: leaves room for a suffix and a mark of uniqueness within 255 bytes."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
FULL_WIDTH = str.maketrans(
    {
        '"': "＂",
        "*": "＊",
        "/": "／",
        ":": "：",
        "<": "＜",
        ">": "＞",
        "?": "？",
        "\\": "＼",
        "|": "｜",
    }
)


def stem(date: str | None, title: str, fallback: str) -> str:
    """The file's stem by date and title; `fallback` stands in for a title without a character."""
    words = safe(title) or safe(fallback) or "untitled"
    whole = f"{date} {words}" if date else words
    whole = cut(whole, MAX_BYTES)
    return f"_{whole}" if whole.split(".")[0].strip().lower() in RESERVED else whole


def safe(words: str) -> str:
    """The words with what file systems refuse made full-width or dropped, blanks folded."""
    kept = (c for c in unicodedata.normalize("NFC", words) if _printable(c))
    return " ".join("".join(kept).translate(FULL_WIDTH).split()).strip(" .")


def _printable(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def cut(words: str, size: int) -> str:
    """The words cut to `size` bytes of UTF-8, never inside a character."""
    return words.encode("utf-8")[:size].decode("utf-8", "ignore").rstrip(" .")


def unique(stem: str, mark: str, taken: dict[str, str], owner: str) -> str:
    """`stem`, or `stem` with `mark` when another owner has it (as a case-folding disk compares).

    `taken` maps the folded stem to its owner and is added to: the first comer keeps the plain name.
    """
    for candidate in (stem, f"{stem} {mark[:6]}", f"{stem} {mark}"):
        folded = unicodedata.normalize("NFC", candidate).casefold()
        if taken.setdefault(folded, owner) == owner:
            return candidate
    raise AssertionError(f"two records with one digest: {owner}")
