"""What a site sets in brackets in the midst of a speech goes; what a speaker sets there stays."""

from __future__ import annotations

import pytest

from exporter.source.bracketed import bracketed

_BEFORE, _BEHIND = "专任教师8.4万人。", "先看学前教育，毛入园率91.3%。"


def _left(text: str) -> str:
    for change in reversed(list(bracketed(text))):
        text = text[: change.start] + change.after + text[change.end :]
    return text


@pytest.mark.parametrize(
    "piece",
    ["[查看原图]", "（责任编辑：李某）", "【點擊查看大圖】", "[展开全文]", "（編輯：王某）"],
)
def test_the_sites_own_in_brackets_goes(piece: str) -> None:
    assert _left(_BEFORE + piece + _BEHIND) == _BEFORE + _BEHIND


@pytest.mark.parametrize(
    "piece",
    [
        "（下同）",
        "（不含深汕）",
        "（掌声）",
        "【记者】",
        "（含审核环节）",
        "（编制数）",
        "（在平台上点击办理的）",
        "（校对仪）",
        "[1]",
    ],
)
def test_what_a_speaker_sets_in_brackets_stays(piece: str) -> None:
    assert _left(_BEFORE + piece + _BEHIND) == _BEFORE + piece + _BEHIND
