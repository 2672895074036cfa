"""Text out of printed sheets: page numbers, running heads, lines cut where the sheet was full."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode

HEAD = "云溪市人民政府新闻办公室　　　　新闻发布会材料"
SPEECH = (
    "各位记者朋友，大家上午好。今年以来，全市供水总量达到三亿二千万立方米，同比增长百分之四点六，"
    "主要是新区用水增加。一年来我们换了老管道八十六公里，修了漏点四百二十七处，管网漏损率降到了"
    "百分之十一点八。下一步，还要再建两座水厂，让十一万户居民喝上一样的水，价钱也不变。有人问为"
    "什么不涨价，我们算过账：节水省下来的钱，足够补上新水厂多出来的成本，所以三年以内不会调整。"
)


def sheet(speech: str, width: int, indent: str) -> list[str]:
    """The speech as lines of a sheet `width` characters wide."""
    text = indent + speech
    return [text[at : at + width] for at in range(0, len(text), width)]


def read(text: str) -> CleanText:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return record


def printed(indent: str, number: str = "— {} —") -> str:
    lines = [
        *sheet(f"石雨桐（市政府新闻办公室主任）：{SPEECH}", 34, indent),
        *sheet(f"柯恺（市水务局局长）：{SPEECH}", 34, indent),
        *sheet("谢谢大家。", 34, indent),
    ]
    middle = len(lines) // 2
    return "\n".join(
        [HEAD, *lines[:middle], number.format(1), HEAD, *lines[middle:], number.format(2)]
    )


@pytest.mark.parametrize("indent", ["　　", ""])
@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第{}页", "{}", "{}/2"])
def test_lines_of_a_sheet_are_paragraphs_again(indent: str, number: str) -> None:
    record = read(printed(indent, number))
    assert record.text.split("\n") == [
        f"石雨桐（市政府新闻办公室主任）：{SPEECH}",
        f"柯恺（市水务局局长）：{SPEECH}",
        "谢谢大家。",
    ]
    rules = {edit.rule for edit in record.ledger}
    assert {"line.wrapped", "furniture.page-number", "furniture.running-head"} <= rules


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            f"第{n}条新闻的标题写得一样长一样长一样长一样长一样长"
            for n in "一二三四五六七八九十百千万"
        ),
        "\n".join(f"柯恺：{SPEECH}" for _ in range(14)),
        "\n".join(
            f"第{n}项工作做完了。这一年里它的进展很快，也很稳当。"
            for n in "一二三四五六七八九十百千万"
        ),
    ],
)
def test_lines_of_one_length_that_end_where_they_should_stay(text: str) -> None:
    assert not any(edit.rule == "line.wrapped" for edit in read(text).ledger)


def test_numbers_that_count_nothing_stay() -> None:
    text = "柯恺：比分是\n3/2\n后来又变成\n3/1\n各位可以查一查。\n谢谢大家。"
    assert "3/2" in read(text).text


CALL = (
    "Media Call on the Harbour Works\nMS. LIND: Good morning. The works have begun.\n"
    "{}\nThey will take two years, and we will keep the road open for all of that time.\n"
    "{}\nQUESTION: How long is the road?\nMS. LIND: Two miles, and a little more than that."
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Harbour Office | Media Call | Page 2 of 4", "Harbour Office | Media Call | Page 4 of 4"),
        ("Harbour Office Transcript Page 2", "Harbour Office Transcript Page 3"),
        ("Page 2 of 4 – Harbour Office", "Page 3 of 4 – Harbour Office"),
        ("Harbour Office | Page 2 of 4", ""),
    ],
)
def test_a_running_head_with_its_number_goes(first: str, second: str) -> None:
    text = read(CALL.format(first, second)).text
    assert "Page" not in text
    assert text.count("MS. LIND:") == 2


@pytest.mark.parametrize(
    "line",
    [
        "Look at the table on page 12",
        "请大家看第12页",
        "The harbour plan, page 12",
        "MS. LIND: It is told on page 12 of the plan",
        "第3页 水价表 第4页",
    ],
)
def test_a_page_that_is_spoken_of_stays(line: str) -> None:
    assert line in read(CALL.format(line, "That is what it says.")).text
