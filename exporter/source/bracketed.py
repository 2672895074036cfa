"""What a site sets in brackets in the midst of a speech: a button over a picture (``[查看原图]``),
or an article's credits between its pages (``…居第2位。（责任编辑：李某）下一步…``).

Brackets part it from the sentences beside it; words that would be furniture as a line of their own
are furniture in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.furniture import reason_of

_RULE = "furniture.in-brackets"
# up to a speech that goes on: credits below an article are fields of the page
_BRACKETS = re.compile(
    r"[\[【(（](?P<words>[^\[\]【】()（）\n]{2,40})[\]】)）](?=[\u4e00-\u9fff][^\n。！？]{2,120}[。！？])"
)
# without one of these no words in brackets are the site's: spares the dearer look at all of them
_NEAR = re.compile(
    "[编編][辑輯]|[责責][编編]|校[对對]|[审審]核|查看|[点點][击擊]|原[图圖]|大[图圖]|展[开開]|收起|播放|下[载載]|扫[码描]|[链鏈鍵]接"
)


def bracketed(text: str) -> Iterator[Change]:
    """A removal for each such piece, brackets included."""
    for found in _BRACKETS.finditer(text):
        words = found["words"].strip()
        if _NEAR.search(words) and (reason := reason_of(words)):
            yield Change(found.start(), found.end(), "", _RULE, f"{reason} in brackets")
