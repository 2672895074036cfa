"""Numerals that are no quantities: names, slogans, codes, ordinals, articles, idioms, dates."""

from __future__ import annotations

import pytest

from tests.briefing.quantities.speech import facts

NOTHING = [
    "深入实施“3815”战略和“六大战略”。",
    "做好“产、城、人”三篇文章。",
    "提出“保五争三拼第一”的目标。",
    "严格执行“六个100%”要求。",
    "持续开展一个U盘下达河长令。",
    "深入打好三大保卫战。",
    "市委八届二次全会召开。",
    "创建5A级景区。",
    "G356国道改造进展顺利。",
    "印发《“十四五”规划（2021—2025年）》。",
    "按照昭环通〔2022〕9号文件要求。",
    "昭通地处北纬27度。",
    "特色产业在云南三分天下有其一。",
    "主要采取了三条措施。",
    "本场发布会共有两项议程。",
    "主要有以下6个方面的考虑。",
    "第一，突出精准施策。",
    "根据条例第十六条规定处理。",
    "2024年3月9日正式公布。",
    "会议于9时30分开始。",
    "一是加强宣传；二是强化监管；三是狠抓落实。",
    "推进5G基站建设。",
    "加强细颗粒物（PM2.5）和臭氧（O3-8h）协同控制。",
    "实施文化和旅游高质量发展三年行动。",
    "咨询电话0571-87654321。",
    "公元前221年设郡，618年置县。",
    "开展第十四届全运会筹备工作。",
    "《条例》共五章三十四条。",
    "十四届全国人大三次会议隆重开幕。",
    "市委十一届十七次全体扩大会议作出部署。",
    "今年是建市40周年。",
    "博览会于本月22日正式闭幕。",
    "市统计局15日公布了有关情况。",
    "商户签订七日无理由退款承诺书。",
    "引进世界500强企业。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    assert facts(text) == ()


BROKEN = [
    "共有1,00,0人参加。",
    "共投入1，00，0元。",
    "增长3..5%。",
    "增长-+5%。",
    "十百个村庄。",
    "投资12.3.4亿元。",
    "2023年13月45日完成。",
    "9999年12月31日完成。",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_numeral_is_no_fact(text: str) -> None:
    assert facts(text) == ()


def test_a_long_quotation_is_speech_and_is_read() -> None:
    text = "他说：“过去三年我们一共种植了苹果树5000株，合作社的收入也一年比一年好了起来。”"
    assert [fact.quantity.text for fact in facts(text)] == ["5000株"]
