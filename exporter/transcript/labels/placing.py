"""What belongs to a label besides its words: the stamp before or behind it, a nickname, the same
once more in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.clocks import STAMP, clock_before
from exporter.transcript.cues import HEADING
from exporter.transcript.labels.label import Label

# 李梅： / Li Mei:
_LATIN_NAME = re.compile(
    r" *\n *[A-Z][A-Za-z'.\-]{0,20}(?: [A-Z][A-Za-z'.\-]{0,20}){1,3} ?[：:] *(?=\n)"
)


def _translated(view: str, end: int) -> int:
    """The end of a label in a line of its own, a line with the same in Latin letters or a heading
    in brackets included."""
    found = _LATIN_NAME.match(view, end) or _HEADING_ASIDE.match(view, end)
    found = found or _NICKNAME.match(view, end) or _STAMP_BEHIND.match(view, end)
    return found.end() if found else end


# 网友：小骑手： / 我在外省，可以参保吗？
_NICKNAME = re.compile(r"(?<=[民友众者]：) *(?:\n *)?[^\n，。！？：；“”]{1,16}：(?= *\n)")
# 柯恺：[2024-05-10 10:05] 那咱们就开始。 · 柯恺 / 10:05 / 那咱们就开始。
_STAMP_BEHIND = re.compile(
    rf" {{0,4}}[\[【（]{STAMP}[\]】）] {{0,4}}(?=\S)|[ \n]{{0,4}}{STAMP} *(?=\n)"
    r"| ?（\d{1,2}时(?:\d{1,2}分)?）(?=\S)"  # 柯委员恺：（9时15分）谢谢主席。
)
# 柯恺：（开场白）那咱们就开始。
_HEADING_ASIDE = re.compile(f" {{0,4}}[（【]{HEADING.pattern}[）】]")


def placed(view: str, labels: tuple[Label, ...]) -> Iterator[Label]:
    """The labels with the stamps and repetitions around them that belong to them."""
    starts = [clock_before(view, label.start) for label in labels]
    for label, start, bound in zip(labels, starts, [*starts, len(view)][1:], strict=True):
        yield label._replace(start=start, end=min(_translated(view, label.end), bound))
