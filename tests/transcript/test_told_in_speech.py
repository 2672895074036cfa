"""What a speech tells that others said opens no turn, in any layout of labels."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import RawPage
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse

FORMS = ("{}：", "{}:", "[{}]：", "【{}】", "◤{}：", "{}\n")
TOLD = (
    "有位种粮大户跟我讲：“粮食进了仓，心才回了肚子里。”目前大头落地，剩下的也在抢收。",
    "村民王秀英：“在家门口就能卖粮。”",
    "种粮大户老陈：“早卖早安心。”",
    "周大爷：“这下好了。”",
    "作家刘亮程：“一个人的村庄。”",
    "问：“卖粮要带什么证件？”答：“身份证、银行卡。”",
    "甲问：“多少钱一斤？”乙答：“一块四。”",
    "客服：“您好，请问有什么可以帮您？”农民：“我要预约卖粮。”",
    "我问：“亩产多少？”",
    "大家关心：钱什么时候到账？",
    "书记：要抓好秋粮收购。",
    "王局长常讲：粮食工作无小事。",
    "这里我代表市粮食局承诺：当天付款。",
    "顺口溜：秤要准，价要公，钱要快。",
)


def _read(text: str) -> Transcript:
    page = RawPage("a.txt", text, "utf-8", "text", "0")
    return parse(clean(page).value[0]).value


def _page(form: str, told: str) -> str:
    turns = (
        ("路遥", "各位记者，大家好！出席发布会的有市粮食局局长步凡、市农业农村局副局长宗怀瑾。"),
        ("步凡", "各位记者朋友，大家好！今年秋粮丰收，收购进度快。"),
        ("青禾日报记者", "请问今年秋粮收购有哪些便民措施？"),
        ("步凡", f"谢谢您的提问。我们在每个乡镇都设了收购点。\n{told}\n下一步还要配齐烘干设备。"),
        ("青禾晚报记者", "请问在防止坑农害农方面有哪些举措？"),
        ("宗怀瑾", "感谢您的关注。我们会同有关部门开展了专项检查。"),
        ("路遥", "今天的发布会到此结束，谢谢大家！"),
    )
    lead = "5月8日，市政府新闻办召开新闻发布会，市委宣传部副部长路遥主持。\n"
    return lead + "\n".join(form.format(who) + said for who, said in turns) + "\n"


@pytest.mark.parametrize("form", FORMS)
def test_a_story_stays_in_the_speech_that_tells_it(form: str) -> None:
    for told in TOLD:
        found = _read(_page(form, told))
        said = [turn.speaker for turn in found.turns]
        assert said == ["路遥", "步凡", None, "步凡", None, "宗怀瑾", "路遥"], told
        assert told in found.turns[3].text, told


def test_somebody_the_page_knows_speaks_though_he_begins_with_a_quotation() -> None:
    text = _page("{}：", "").replace("感谢您的关注。", "“秤要准！”这是农民对我们说的。")
    assert [turn.speaker for turn in _read(text).turns][-2] == "宗怀瑾"


def test_where_every_speech_is_quoted_the_labels_stand() -> None:
    text = _page("{}：“", "").replace("\n", "”\n")
    assert [turn.speaker for turn in _read(text).turns][1:4] == ["步凡", None, "步凡"]


def test_a_stranger_within_a_line_is_told_of_where_labels_begin_lines() -> None:
    told = "不少人到田头看过。青山镇党委书记陈国庆：我们镇设了三个收购点。"
    assert told in _read(_page("{}：", told)).turns[3].text
