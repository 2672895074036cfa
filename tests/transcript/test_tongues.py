"""Records in two languages: each label is read in the language of its line."""

from __future__ import annotations

import pytest

from exporter import pipeline

INTERPRETED = """江北市政府新闻办举行防汛新闻发布会
2024-06-03

主持人：各位记者朋友，下午好。现在请市水利局局长赵明远介绍情况。

HOST: Good afternoon, ladies and gentlemen. Welcome to the press conference.

市水利局局长 赵明远：谢谢主持人。今年全市共完成投资3.2亿元，新建堤防18公里。

ZHAO MINGYUAN: Thank you. So far the city has invested 320 million yuan in its dykes.

路透社记者：请问局长，外地游客是否受到影响？

Q: Thank you. I am from Reuters. Have visitors from other places been affected?

赵明远：没有受到影响，各景区正常开放。Note: open means open as usual, in all of the places.
"""
ENGLISH_HALF = """行政長官會見傳媒談話內容

　　以下是行政長官林啟文今日（六月三日）出席行政會議前會見傳媒的談話內容：

行政長官：各位早晨。今年的防洪工程已經完成八成，我們會繼續推進。

記者：可否用英文講一次？ In English please, if that can be done, for those who have no Chinese.

Chief Executive: Eighty per cent of the works have been completed, and we will press on with them.

Reporter: Will there be any delay in the second half of the year?

Chief Executive: No.

完
"""
CHINESE_HALF = """Transcript of remarks by the Secretary for Works

Following is the transcript of remarks by the Secretary for Works, Mr Alan Lok, today (June 3):

Secretary for Works: Good morning. The works in the north were completed ahead of time.

Reporter: How much did the works cost in all, and who paid for them?

Secretary for Works: They cost three hundred million dollars, and the Government paid for all of it.

以下是發展局局長駱家倫的談話內容：

記者：工程費用為何超支？

發展局局長：主要是材料價格上升，我們已經向立法會交代，並會繼續控制開支。
"""
QUOTED = """主持人：欢迎参加发布会。请大家提问。

新华社记者：请问海报上的英文是什么意思？

林远：海报上写的是：
Note: all of the visitors who come to the town this week are welcome to stay at our homes.
这是我们对客人的心意。
"""


def _turns(text: str) -> list[tuple[str, str | None, str | None]]:
    (record,) = pipeline.clean_page(pipeline.read_page("page.txt", text.encode()).value).value
    return [(t.role, t.speaker, t.label) for t in pipeline.read_record(record).value.turns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            INTERPRETED,
            [
                ("host", None, "主持人："),
                ("host", None, "HOST:"),
                ("spokesperson", "赵明远", "市水利局局长 赵明远："),
                ("spokesperson", "Zhao Mingyuan", "ZHAO MINGYUAN:"),
                ("journalist", None, "路透社记者："),
                ("journalist", None, "Q:"),
                ("spokesperson", "赵明远", "赵明远："),
            ],
        ),
        (
            ENGLISH_HALF,
            [
                ("spokesperson", "林啟文", "行政長官："),
                ("journalist", None, "記者："),
                ("spokesperson", "林啟文", "Chief Executive:"),
                ("journalist", None, "Reporter:"),
                ("spokesperson", "林啟文", "Chief Executive:"),
            ],
        ),
        (
            CHINESE_HALF,
            [
                ("spokesperson", "Alan Lok", "Secretary for Works:"),
                ("journalist", None, "Reporter:"),
                ("spokesperson", "Alan Lok", "Secretary for Works:"),
                ("journalist", None, "記者："),
                ("spokesperson", None, "發展局局長："),
            ],
        ),
        (
            QUOTED,
            [
                ("host", None, "主持人："),
                ("journalist", None, "新华社记者："),
                ("spokesperson", "林远", "林远："),
            ],
        ),
    ],
)
def test_each_label_is_read_in_the_language_of_its_line(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert _turns(text) == expected
