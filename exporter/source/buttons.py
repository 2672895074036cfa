"""The buttons of a page that stand in its lines of fields (``云溪新闻网 我要评论(0) 【打印】``)."""

from __future__ import annotations

import re

BUTTONS = re.compile(
    r"[\s|｜]{0,4}(?:[\[【(（]\s?(?:字[体體号號]|大|中|小|打印|列印|关闭|關閉|收藏|分享|复制|纠错)[^\]】)）]{0,16}[\]】)）]"
    r"|字[体體号號](?=[\[【(（])|(?:(?:我来|我來)?[说說][两兩]句|我要评论|参与评论|评论|評論|点赞|收藏|分享|转发)\s?(?:[(（]?\d{0,6}[)）]?)|(?:打印|列印)(?:本[页頁文])?|分享到?[:：]?|扫一扫.{0,20})\s{0,4}"
)
"""来源：新闻宣传部 评论(2) 分享 【大 中 小】: what stands behind a value, and is none."""
_BLANKS = " \t|｜·"


def without_buttons(piece: str) -> str:
    """`piece` without the buttons with which it ends, unless it holds nothing else."""
    first = found = BUTTONS.search(piece)
    end = 0
    while found:
        end, found = found.end(), BUTTONS.match(piece, found.end())
    ends = first is not None and not piece[end:].strip(_BLANKS)
    before = piece[: first.start()] if first and ends else ""
    return before if before.strip(_BLANKS) else piece
