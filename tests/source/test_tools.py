"""Lines of buttons, counters, credits and notes, and speech that has such words."""

from __future__ import annotations

import pytest

from exporter.source.furniture import inside, reason_of
from exporter.source.tools import without


@pytest.mark.parametrize(
    "line",
    [
        "分享 收藏 点赞 12",
        "听新闻 00:00/05:12",
        "1 2 3 4 下一页 尾页",
        "« 上一篇 下一篇 »",
        "最新在前 最早在前 自动刷新（30秒）",
        "简体 | 繁体 | 无障碍",
        "责编丨李四 审核丨王五",
        "统筹：李四",
        "剪辑：李四 配音：王五",
        "出品：海州市融媒体中心",
        "责任编辑 李四",
        "本文已被浏览1283次",
        "阅读量 1.2万",
        "图解丨海州市防汛工作新闻发布会",
        "打开微信，使用“扫一扫”即可将网页分享至朋友圈。",
        "转载请注明出处：海州发布",
        "Translated by Zhou Lin. In case of any discrepancy, the Chinese version shall prevail.",
        "This is a rush transcript and may contain errors.",
        "Return to top",
        "海州 多云 12℃~18℃",
        "预计阅读时间：8分钟",
        "向左滑动查看更多图片",
        "▶点击右上角全屏观看",
        "大字版 | 标准版",
        "閱讀時間約 5 分鐘",
        "Facebook Line 列印",
        "今日已有123人访问",
        "Loading...",
        "::: 首頁 > 新聞中心 > 新聞稿",
        "Tap to unmute",
        "請繼續往下閱讀….",
        "Filed Under: Water",
        "Supplied: Harbour News",
        "图略",
    ],
)
def test_what_a_page_offers_is_furniture(line: str) -> None:
    assert reason_of(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "大家可以扫描二维码关注我们的公众号。",
        "阅读时间由每天30分钟增加到60分钟",
        "首先…",
        "我们开通了视频、音频两种方式。",
        "点击“我要预约”，就可以办理。",
        "设计：以人为本，安全第一。",
        "视频：我们播放一段短片",
        "发布人：李四",
        "▲主持人 感谢各位嘉宾，今天的发布会到此结束。",
        "▼提问（海州网）：随迁子女入学的条件有没有放宽",
        "This transcript was the first.",
        "Next: the budget.",
        "In case of fire, call 119.",
        "满意。",
        "上个月，我们组织了一次暗访。",
        "下一个问题，请讲",
        "扫码即可完成缴费",
        "本场直播到此结束，感谢关注。",
        "好的。",
        "浏览量达1283万人次，比去年多一成。",
    ],
)
def test_speech_with_such_words_is_none(line: str) -> None:
    assert reason_of(line) is None


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("浏览次数：1283", True),
        ("来源：海州日报 编辑：李四", True),
        ("王强：会继续加强。", False),
        ("时间：3月5日", False),
        ("来源：地下水", False),
    ],
)
def test_fields_within_a_text_go_and_labels_stay(line: str, goes: bool) -> None:
    text = f"王强：今年以来雨水偏多。\n{line}\n李梅：谢谢大家。\n"
    assert [change.start for change in inside(text)] == ([13] if goes else [])


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("省政府新闻办字号 大 中 小", "省政府新闻办"),
        ("海州縣人民政府 瀏覽:76次", "海州縣人民政府"),
        ("海州海关 【放大】【缩小】", "海州海关"),
        ("海州市政府门户网站 我要提问 往期回顾", "海州市政府门户网站"),
        ("即日新聞 列印此頁 回頁頂", ""),
        ("Department of Health", "Department of Health"),
        ("海州日报 记者 李四", "海州日报 记者 李四"),
    ],
)
def test_a_publisher_is_named_without_the_buttons_behind_it(printed: str, name: str) -> None:
    assert without(printed) == name


@pytest.mark.parametrize(
    "line", ["时间:2024-06-19 09:02 阅读:88次", "时间：2024年6月19日 浏览：9次"]
)
def test_a_date_with_its_label_is_no_tool(line: str) -> None:
    assert reason_of(line) is None
