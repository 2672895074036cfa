"""One conference in every dress: each way to set the speakers × each page around it. Every word
that was said or labelled must be in the clean text, in order, and no word of the page's
furniture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Cleaner

Speeches = tuple[tuple[str, tuple[str, ...]], ...]
SPEECHES: Speeches = (
    (
        "主持人 李梅",
        (
            "各位记者朋友，大家上午好！",
            "今天我们召开茶产业新闻发布会。首先请李刚副市长发布。",
        ),
    ),
    (
        "李刚",
        (
            "谢谢主持人。2023年，全市茶园面积达170.5万亩，产值1,200亿元，同比增长12.3%。",
            "一是抓基地。建成绿色茶园46.8万亩，占比27.4%。",
            "二是抓品牌。“临沧普洱”入选名录（第一批），价值超百亿元。",
            "我就介绍到这里，谢谢大家！",
        ),
    ),
    ("主持人 李梅", ("谢谢李刚副市长。下面请记者提问。",)),
    ("新华社记者", ("请问下一步有哪些打算？谢谢。",)),
    ("李刚", ("谢谢您的提问。", "下一步，我们将从三个方面发力：强基础、育龙头、拓市场。")),
    ("主持人 李梅", ("今天的发布会到此结束，谢谢！",)),
)
Body = Callable[[Speeches], str]


def paragraphs(speeches: Speeches) -> str:
    return "".join(
        f"<p><strong>{who}：</strong>{said[0]}</p>" + "".join(f"<p>{p}</p>" for p in said[1:])
        for who, said in speeches
    )


def labels_alone(speeches: Speeches) -> str:
    return "".join(
        f'<p style="text-indent:2em"><b>{who}：</b></p>' + "".join(f"<p>{p}</p>" for p in said)
        for who, said in speeches
    )


def blocks(speeches: Speeches) -> str:
    return "".join(
        f'<div class="item"><div class="who">{who}：</div>'
        + "".join(f'<div class="txt">{p}</div>' for p in said)
        + "</div>"
        for who, said in speeches
    )


def breaks(speeches: Speeches) -> str:
    joined = (f"【{who}】" + "<br>　　".join(said) for who, said in speeches)
    return "<div>　　" + "<br><br>\n　　".join(joined) + "</div>"


def table(speeches: Speeches) -> str:
    rows = (
        f"<tr><td>10:{n:02}</td><td>{who}</td><td>" + "".join(f"<p>{p}</p>" for p in said)
        for n, (who, said) in enumerate(speeches)
    )
    return "<table><tr><th>时间</th><th>发言人</th><th>内容</th></tr>" + "".join(rows) + "</table>"


def definitions(speeches: Speeches) -> str:
    inner = (f"<dt>{who}</dt>" + "".join(f"<dd>{p}</dd>" for p in said) for who, said in speeches)
    return "<dl>" + "".join(inner) + "</dl>"


def items(speeches: Speeches) -> str:
    inner = (f"<li><span>{who}</span>：" + "<br/>".join(said) for who, said in speeches)
    return "<ul>" + "".join(inner) + "</ul>"


def word_processor(speeches: Speeches) -> str:
    return "".join(
        f'<p class="MsoNormal" style="line-height:28pt"><span style="font-family:仿宋"><b>{who}'
        f'</b></span><span style="font-size:16pt">:{said[0]}<o:p></o:p></span></p>\n'
        + "".join(f'<p class="MsoNormal"><span>{p}</span></p>\n' for p in said[1:])
        for who, said in speeches
    )


def unclosed(speeches: Speeches) -> str:
    return "".join(
        f"<p>◤{who}:{said[0]}" + "".join(f"\n<p>{p}" for p in said[1:]) for who, said in speeches
    )


def sections(speeches: Speeches) -> str:
    return "".join(
        f"<section><h4>{who}</h4>" + "".join(f"<p>{p}</p>" for p in said) + "</section>"
        for who, said in speeches
    )


BODIES = (
    paragraphs,
    labels_alone,
    blocks,
    breaks,
    table,
    definitions,
    items,
    word_processor,
    unclosed,
    sections,
)
# The pages around: a file each, with places for {title} and {body}.
DRESSES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "dresses").glob("*.html"))
}
TITLE = "临沧市茶产业新闻发布会实录"
FURNITURE = (
    "首页",
    "政务公开",
    "葡京",
    "部署工作",
    "ICP",
    "主办",
    "微信",
    "孙七",
    "打印",
    "字体",
    "浏览",
)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.__name__)
@pytest.mark.parametrize("dress", DRESSES)
def test_every_word_is_kept_in_every_dress(body: Body, dress: str, records: Cleaner) -> None:
    source = DRESSES[dress].replace("{title}", TITLE).replace("{body}", body(SPEECHES))
    (found,) = records(source, "html")
    at = 0
    for who, said in SPEECHES:
        for words in (who, *said):
            at = found.text.find(words, at)
            assert at >= 0, words
            at += len(words)
    assert [words for words in FURNITURE if words in found.text] == []
    assert found.text.count("谢谢您的提问。") == 1
    assert TITLE not in found.text
    assert found.metadata.title == TITLE
    if dress != "bare":
        assert found.metadata.published_date == "2024-03-06"
        assert found.metadata.publisher == "临沧发布"
