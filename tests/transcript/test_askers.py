"""The outlet that a question's first words name; made-up words."""

from __future__ import annotations

import pytest

from exporter.transcript.turns.askers import asks_for


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("部长您好，我是晨光新闻。人手不够怎么办？", "晨光新闻"),
        ("您好，山海周报。山路很长，怎么办？", "山海周报"),
        ("谢谢主持人，山海卫视王芳。想请教局长", "山海卫视"),
        ("我是海风日报李明，想问水价", "海风日报"),
        ("主持人好，我是来自青山在线的王小明，想问水价", "青山在线"),
        ("您好，我是王小明，来自山海周报。", "山海周报"),
        ("大家好！这里是海风电视台。我们关心水价。", "海风电视台"),
        ("青山晚报请问局长，水价涨不涨？", "青山晚报"),
        ("追问部长，外籍的可以用吗？", None),
        ("您好，关于互联网，我想问一句。", None),
        ("局长您好，现在网上有一种说法，", None),
        ("您好，有群众通过网络，反映水价", None),
        ("大家好，短视频，现在很火", None),
        ("最近有媒体报道，水价要涨", None),
        ("各位好，我来自农村，想问水价", None),
    ],
)
def test_the_outlet_of_a_questions_first_words(words: str, outlet: str | None) -> None:
    assert asks_for(words) == outlet
