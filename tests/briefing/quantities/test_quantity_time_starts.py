"""What a time expression can start with is asked before its forms: that must lose none."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from exporter.briefing.normal import fold
from exporter.briefing.quantities.periods.forms import STARTS, TIMES

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
_BARE = re.compile(TIMES.pattern.replace(f"(?={STARTS})", "", 1), re.VERBOSE)
# pieces of time expressions: any two of them may meet
_PIECES = """
    今年 去年 明年 上年 当年 同年 本年度 年初 年底 年末 年内 年均 年度 全年 上半年 下半年 季度
    一季度 第三季 首季 前5个月 1-5月 十一月 三月至五月 上个月 下个月 本月 这个月 月均 月底
    10日 二十日 上旬 周 本周 上周三 上星期 每天 每月 每半年 日均 平均每年 常年 多年来 近年来
    近三年 最近 过去一年 过去 未来 今后 以前 以往 往年 历年 长期以来 一直以来 从前 今天 昨晚
    明天起 前天 目前 当前 现阶段 现在 现时 眼下 至今 迄今 如今 截至 截止 到 至 自 从 由 比 较
    的 在 以来 期间 起 下一步 接下来 入汛 汛期 开学 开春 疫情 改革开放 建国 建市 党的二十大
    “十四五” “五一” 春节 元旦 农历新年 国庆 中秋 端午 劳动节 清明 双节 寒假 暑期 暑运 春运
    秋季 夏季 冬春航季 春季学期 2024年 2023/24年度 2021-2025年 二〇二四年 民国113年 105年度
    公元618年 公元前3年 本世纪 上世纪 3时20分 12:30 1分20秒 供暖期 今冬明春 今届 本届 今季
    同期 财政年度 学年 3 个 5 ， 。 “ 共 万
"""


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, str | None]]:
    return [(*match.span(), match.lastgroup) for match in pattern.finditer(text)]


@given(st.lists(st.sampled_from(_PIECES.split()), min_size=1, max_size=12).map("".join))
def test_a_time_of_any_pieces_is_found_with_and_without_the_first_test(text: str) -> None:
    assert _spans(TIMES, text) == _spans(_BARE, text)


def test_no_time_of_the_seeds_is_lost_by_the_first_test() -> None:
    text = fold("\n".join(path.read_text(encoding="utf-8") for path in SEEDS))
    found = _spans(TIMES, text)
    assert len(found) > 300
    assert found == _spans(_BARE, text)
