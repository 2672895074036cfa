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
FEWEST = 2
"""Questions that prove the signs, each with its answer."""


def paired_labels(view: str) -> list[Label]:
    """The labels of questions and answers that such signs open; none unless they prove it."""
    signs = list(_SIGN.finditer(view))
    pairs = sum(bool(one["asks"]) and not two["asks"] for one, two in pairwise(signs))
    asked = sum(bool(sign["asks"]) for sign in signs)
    if pairs < FEWEST or 5 * pairs < 4 * asked:
        return []
    return [
        Label(sign.start(), sign.end(), Reading("question" if sign["asks"] else "answer"), 3)
        for sign in signs
    ]
