"""Questions and answers told apart by one sign each, with no colon: ``Q. 何时开工？`` over
``A. 明年三月。``, ``问`` in a line of its own over the question.

Neither sign proves anything. They do by turns: two of each, and an answer right behind nearly every
question.
"""

from __future__ import annotations

import re
from itertools import pairwise

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_SIGN = re.compile(
    r"^[ \t]*(?:(?P<asks>[Qq]|问)|[Aa]|答)(?: ?\d{1,2})?(?:[.．、] ?| {1,4}|[ \t]*\n\s{0,4})(?=\S)",
    re.MULTILINE,
)
# 1问 上岗前受过培训吗？, alone in its line
_COUNTED = re.compile(
    r"^[ \t]*第?(?P<number>\d{1,2}|[一二三四五六七八九十])问[ \t]{1,4}(?=[^\n：]{4,80}？[ \t]*$)",
    re.MULTILINE,
)
_DIGITS = "一二三四五六七八九十"
FEWEST = 2
"""Questions that prove the signs, each with its answer."""


def paired_labels(view: str) -> list[Label]:
    """The labels of questions and answers that such signs open; none unless they prove it."""
    signs = list(_SIGN.finditer(view))
    pairs = sum(bool(one["asks"]) and not two["asks"] for one, two in pairwise(signs))
    asked = sum(bool(sign["asks"]) for sign in signs)
    if pairs < FEWEST or 5 * pairs < 4 * asked:
        return _counted_questions(view)
    return [
        Label(sign.start(), sign.end(), Reading("question" if sign["asks"] else "answer"), 3)
        for sign in signs
    ]


def _counted_questions(view: str) -> list[Label]:
    """The questions that a page counts from the first on (``1问 …？``, ``2问 …？``), whatever
    stands before the answers."""
    found = list(_COUNTED.finditer(view)) if "问 " in view or "问\t" in view else []
    numbers = [
        int(one["number"]) if one["number"].isdigit() else _DIGITS.index(one["number"]) + 1
        for one in found
    ]
    if len(found) < FEWEST or numbers != list(range(1, len(found) + 1)):
        return []
    return [Label(one.start(), one.end(), Reading("question"), 3) for one in found]
