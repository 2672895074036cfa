"""Whether a figure's name can stand on page one: a noun with what belongs to it, no piece of a
clause."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.briefing.quantities import lexicon

_HAN = re.compile(r"[一-鿿]")
# 这次恢复, 职工这么办, 航班则把时刻, 省上拿出做展览: who or what, only the sentence tells
_POINTS = re.compile(
    r"[咱他她]们|人家|[这那][么样次]|怎么|什么|有人|谁|[则就都才][把将]|[今昨]天就|天天|是否|[拿掏]出[做用搞办]"
    r"|^[这那](?:一|个|些|项|批)"
)
# 要改造, 一天可以处理, 遇到系统繁忙最迟, 渔船就能多走, 继江岸核心段: the clause, not its noun
_OPENS = re.compile(
    r"每[千万百]?[^率比费额均]{1,3}$|要(?![素求道闻塞点案约])|能(?![源效繁力耗见量级手人干])|"
    r"会(?=受|自动|在|被|有|让|使|把|给|为)|可以|一[天晚月年](?=可以|能|要|多|少|内|[一-鿿]{2}$)(?![级期生流])|遇[到见上]|"
    r"[则就](?!业|诊|医|餐|读|近|地)|继(?![续承任电])|销[往到]|愿意|按每|抵(?![达押御抗制免扣消])|第?[一二三四首]批$|"
    r"[^，]{1,3}就[能可会]|[把将](?!军|要)"
)
# 盛事旅客和, 供水保证率不高, 早稻播下, 器官移植术后抗排异这: the words behind it are cut off
_ENDS = re.compile(
    r"(?:最[迟早少快慢高低]|最常用|基础上|[打联]不[通上]|目前|一个?[天月年周][用花]|不得|[以有]每[一-鿿]{1,2}|"
    r"[播种补装][上下]|[投流走跑寄送卖拿拨切][进出到给]|[起下出]来|成[线片]|合并成|们|之后|以后|"
    r"(?:[这那][么样]|怎么)办|全[县市省区][办建修]|一次[^性]|每[吨斤亩次张台辆]|(?<![公海英华])里|(?<![填修增贴弥候])补|"
    r"[再多天里共意门卡先就都还才能][走转查收试卖修涨退掏办跑吃喝看听问找做搞买]|"
    r"(?<![总總饱飽中亲親温溫缓緩共调調普涉])[和与與及]|"
    r"不[高低足]|年前|(?:[一每]|一个)[天年月周]|值得[一-鿿]{1,2}|[这那]|[0-9][毛角块元]|的|"
    r"(?<!第)(?<![统唯之期周初高大])[一二三四五六七八九])$"
)
_GOES_ON = re.compile(r"连续[一二三四五六七八九十两][0-9]?年")
# 全市昭阳、鲁甸、镇雄 5县
_PLACES = frozenset(
    {"县", "区", "市", "县（区）", "县区", "州", "乡", "镇", "乡镇", "县（市、区）", "州（市）"}
)
_NO_NOUN = re.compile(r"(?:每[天日月年次]|免费|自愿|依法|要|能|会(?!$)|可|还|再|多次|最多|各|全)")
_SAYS_ENOUGH = re.compile(r"转移|营救|疏散|受灾|死亡|失联|受伤|进出口")
_ENGLISH = re.compile(
    r", |(?:\b(?:short|has|have|had|is|are|was|were|will|would|can|could|of|to|in|for|"
    r"and|or|by|with|at|from|than|more|less|only|still|also|that|which|who)|^(?:people|others|them|it|we|they))$|"
    r"^(?:plans?|wants?|aims?) to \w+$|"
    r"^(?:took|sent|went|makes?|long and|range for)\b|"
    r"^(?:stays|spen[dt]|releasing|rebuild|benefiting)(?: people)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def is_unfit(name: str, unit: str) -> bool:
    """Whether the name (as `read_name` gives it) is no noun phrase: it points to who was told of
    before, or begins or ends within a clause (要改造, 首批)."""
    if not _HAN.search(name):
        return _ENGLISH.search(name) is not None
    if _POINTS.search(name) or _OPENS.match(name) or _ENDS.search(name):
        return True
    if unit in _PLACES and "、" in name:
        return True
    return unit != "%" and _GOES_ON.search(name) is not None


@lru_cache(maxsize=1024)
def is_deed(name: str) -> bool:
    """Whether the name is verbs, and what goes before verbs, to its end (开展巡查, 每天投放): what
    was done, not to what."""
    if _SAYS_ENOUGH.search(name) or name in lexicon.words("short_names"):
        return False
    if not _HAN.search(name) or lexicon.endings("sums").longest(name):
        return False
    left = name
    while left:
        word = lexicon.openings("verbs").longest(left)
        if not word:
            opened = _NO_NOUN.match(left)
            word = opened.group() if opened else ""
        if not word:
            return False
        left = left[len(word) :]
    return True
