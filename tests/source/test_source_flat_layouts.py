"""One conference as flat text: each way to set the speakers × each page that it was saved from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Cleaner
from test_source_layouts import FURNITURE, SPEECHES, TITLE, Speeches

LEAD = "3月5日上午，临沧市人民政府新闻办公室在临沧会堂召开茶产业新闻发布会。"
NARROW = str.maketrans("，：；？！（）", ",:;?!()")
Body = Callable[[Speeches], str]


def colons(speeches: Speeches) -> str:
    return "\n".join(f"{who}：" + "\n\n".join(said) for who, said in speeches)


def indented(speeches: Speeches) -> str:
    return "\n\n".join(
        f"\u3000\u3000{who}\u00a0：" + "\n\u3000\u3000".join(said) for who, said in speeches
    )


def alone(speeches: Speeches) -> str:
    return "\n".join(f"{who}\n" + "\n".join(said) for who, said in speeches)


def marked(speeches: Speeches) -> str:
    return "\n\n".join(f"        ◤{who}：" + "\n\n        ".join(said) for who, said in speeches)


def bracketed(speeches: Speeches) -> str:
    return "\n".join(f"【{who}】" + "\n".join(said) for who, said in speeches)


def in_one_line(speeches: Speeches) -> str:
    return "".join(f"{who}:" + "".join(said) for who, said in speeches)


def glued(speeches: Speeches) -> str:
    return "".join(who + "".join(said) for who, said in speeches)


def stamped(speeches: Speeches) -> str:
    return "\n".join(
        f"[10:{n:02}] {who}：" + "\n".join(said) for n, (who, said) in enumerate(speeches)
    )


def in_rows(speeches: Speeches) -> str:
    return "\n".join(
        f"10:{n:02}\t{who}\t{' '.join(said)}" for n, (who, said) in enumerate(speeches)
    )


BODIES = (colons, indented, alone, marked, bracketed, in_one_line, glued, stamped, in_rows)
DRESSES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "dresses_flat").glob("*.txt"))
}


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.__name__)
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("narrow", [True, False], ids=["folded", "printed"])
def test_every_word_is_kept_in_every_flat_dress(
    body: Body, dress: str, narrow: bool, records: Cleaner
) -> None:
    inner = f"{LEAD}\n{body(SPEECHES)}"
    source = DRESSES[dress].replace("{title}", TITLE).replace("{body}", inner)
    (found,) = records(source.translate(NARROW) if narrow else source)
    assert found.text.startswith(LEAD)
    at = 0
    for who, said in SPEECHES:
        for words in (who, *said):
            at = found.text.find(words, at)
            assert at >= 0, words
            at += len(words)
    assert found.text.endswith(SPEECHES[-1][1][-1])
    assert [words for words in (*FURNITURE, "365", "h4sia", "适老") if words in found.text] == []
    data = found.metadata
    assert (data.event_date, data.published_date) == ("2024-03-05", "2024-03-06")
    assert (data.publisher, data.venue) == ("临沧发布", "临沧会堂")
    assert data.issuer == "临沧市人民政府新闻办公室"
    if dress != "foot":
        assert data.title == TITLE
