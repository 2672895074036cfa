"""Edits that falsify a text: a digit changed, a unit swapped, a name exchanged, a period shifted,
亿 for 万. Each gives the text after the edit, or ``None`` where it finds nothing to edit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

UNITS = (
    ("平方公里", "公顷"),
    ("立方米", "升"),
    ("个百分点", "%"),
    ("公里", "米"),
    ("万亩", "公顷"),
    ("人次", "户"),
    ("元", "美元"),
    ("%", "‰"),
    ("吨", "公斤"),
    ("亩", "平方米"),
    ("个", "座"),
    ("座", "个"),
    ("家", "户"),
    ("户", "人"),
    ("名", "个"),
)
_PERIOD = re.compile(r"(\d{4})年|(\d{1,2})月|今年|去年")
_SCALE = re.compile(r"(?<=[\d余多])[万亿]")
_DIGIT = re.compile(r"\d")

Edit = Callable[[str, Random, Sequence[str]], str | None]


def change_digit(text: str, random: Random, names: Sequence[str]) -> str | None:
    found = list(_DIGIT.finditer(text))
    if not found:
        return None
    at = random.choice(found).start()
    other = random.choice([d for d in "0123456789" if d != text[at]])
    return text[:at] + other + text[at + 1 :]


def swap_unit(text: str, random: Random, names: Sequence[str]) -> str | None:
    found = [
        (m.end(), old, new) for old, new in UNITS for m in re.finditer(rf"[\d万亿余多]{old}", text)
    ]
    if not found:
        return None
    end, old, new = random.choice(found)
    return text[: end - len(old)] + new + text[end:]


def exchange_name(text: str, random: Random, names: Sequence[str]) -> str | None:
    present = [name for name in names if name in text]
    if not present or len(names) < 2:
        return None
    old = random.choice(present)
    return text.replace(old, random.choice([name for name in names if name != old]), 1)


def shift_period(text: str, random: Random, names: Sequence[str]) -> str | None:
    found = list(_PERIOD.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    words = {"今年": "去年", "去年": "今年"}.get(match.group())
    if words is None:
        number = int(match[1] or match[2]) + random.choice((-1, 1))
        words = f"{number}{match.group()[-1]}"
    return text[: match.start()] + words + text[match.end() :]


def change_scale(text: str, random: Random, names: Sequence[str]) -> str | None:
    found = list(_SCALE.finditer(text))
    if not found:
        return None
    at = random.choice(found).start()
    return text[:at] + ("亿" if text[at] == "万" else "万") + text[at + 1 :]


EDITS: dict[str, Edit] = {
    "digit": change_digit,
    "unit": swap_unit,
    "name": exchange_name,
    "period": shift_period,
    "scale": change_scale,
}
