"""Spam by what its words weigh, spliced into sentences; the same words as the police say them."""

from __future__ import annotations

import pytest
from conftest import shown

from exporter.source.model import HOLE

AROUND = [
    ("今年上半年，全市", "完成造林三十二万亩，全市都动了起来。"),
    ("我们将继续抓好落实。", "谢谢大家。"),
]


@pytest.mark.parametrize(("before", "behind"), AROUND)
@pytest.mark.parametrize(
    "spliced",
    [
        "凯发k8旗舰厅_甲乙丙丁一触即发_官网",
        "彩票开户平台,注册即送58元体验金,提现秒到账",
        "365体育在线投注 滚球首选",
        "【开元棋牌777】www.ky777.example 首存送8888",
        "澳甲棋牌app官网下载-乙乙真人在线",
        "bet007足球比分_万博体育app下载",
        "甲甲娱乐平台|澳甲棋牌app官网",
        "甲乙彩票手机版官网登录",
        "甲乙彩票_甲乙彩票官网_甲乙彩票登录入口",
        "甲乙娱乐-甲乙娱乐平台-甲乙娱乐注册",
        "xpj7788新葡京娱乐场",
        "时时彩计划软件手机版",
        "首存100送100信誉平台",
        "六合彩2024年资料大全",
        "网投平台最新网址→xx8899.example",
        "高清无码在线观看免费",
        "澳门永利集团304登录",
        "甲乙彩票welcome登录",
    ],
)
def test_spliced_spam_goes_whole_and_no_word_beside_it(
    spliced: str, before: str, behind: str
) -> None:
    assert shown(before + spliced + behind).replace(HOLE, "") == before + behind


@pytest.mark.parametrize(
    "text",
    [
        "今年以来，共破获网络赌博案件37起，捣毁赌博网站12个。",
        "嫌疑人以六合彩开奖结果为依据，接受他人投注。",
        "现场查获老虎机26台、捕鱼机8台，收缴赌资14万元。",
        "我们严厉打击赌球、网络赌博等违法犯罪活动。",
        "境外博彩公司通过代理招揽赌客。",
        "该团伙开发棋牌游戏APP，吸引玩家充值下注。",
        "清理色情网站、黄色网站56个。",
        "不法分子以“注册送彩金”“提现秒到账”为诱饵。",
        "犯罪团伙招募“荷官”，通过真人视讯在线赌博。",
        "警方提醒，切勿下载“AG真人”等软件。",
        "体育彩票销售89亿元，中奖者可在官方网站查询。",
        "馬會投注額及六合彩投注額分別錄得增長。",
        "博彩业毛收入为195亿元，按年增长8.8%。",
        "大家可以下载手机APP，注册登录后开启提醒。",
        "赛事报名平台登录入口在首页，手机版、网页版同步开放。",
        "金沙江下游、永利街道、皇冠村都已完成改造。",
    ],
)
def test_what_speakers_say_of_the_trade_stays(text: str) -> None:
    assert shown(text) == text


def test_a_house_that_a_run_names_is_known_elsewhere_on_the_page() -> None:
    page = "标题_甲甲娱乐平台|澳乙棋牌app官网\n政府新闻办甲甲娱乐平台注册送88举行发布会。"
    assert shown(page).split("\n")[1] == f"政府新闻办{HOLE}举行发布会。"


def test_what_points_to_a_run_goes_with_it() -> None:
    page = "甲甲娱乐平台|澳乙棋牌app官网\n把旧校服捐出来。甲甲娱乐平台→[点击进入]←去年办过一次。"
    assert shown(page) == "\n把旧校服捐出来。去年办过一次。"
