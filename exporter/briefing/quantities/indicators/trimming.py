"""A clause cut down to the thing it is about: adverbs before it and verbs behind it taken off."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.lexicon import endings, openings, words

_EACH = re.compile(
    r"[由从](?:每[一-鿿]{1,2}"
    r"|(?:原来|原先|过去|此前|最初|(?:实施|启动|成立|改革|试点|建设)?之初|去年|上年|年初|上届|现时|现在|平均|最[多高少]|首年|[一-鿿]{2}[前后])的?)$"
)
# 最低收购价为每斤: the measure that a price is told by.
_PER = re.compile(
    r"(?<=[为达到在至是超近])(?:每[人户亩])?每(?:吨|公吨|斤|台斤|市斤|头|只|箱|公斤|千克|亩|人|户|平方米|立方米|度|小时|天|月|年|次|台|件|个|瓶|盒|剂|克|升|千瓦时|百公里|标箱|桶|公里|片|支|张)$"
)
# 宁波舟山港完成货物吞吐量: what was done tells nothing of what is measured.
_ACHIEVED = re.compile(
    r"(?:(?<=[一-鿿]{2})|^(?:共|累计|合计)?)(?:实现|完成|达成)(?=[一-鿿]{2,10}(?:量|额|值|[^入]收入|利润|税收)$)"
)
# 扣除食品和能源价格的核心CPI: what the name says itself.
_CORE_PRICES = re.compile(r"扣除[一-鿿]{2,12}的(?=核心)")
# 公共预算收入完成386亿元: the verb tells nothing of what is measured.
_DONE = re.compile(r"(?<=[入出额量资值])(?:累计)?完成$")
# 出入境的旅客共有; with only a place before it (全国共有) the thing stands behind the number.
_IN_ALL = re.compile(
    r"(?<=[一-鿿]{3})(?<![全我各本该][一-鿿])(?<![全我][一-鿿]一)(?:一共|总共|共)有$"
)
_PER_SECOND = re.compile(r"(?<=[量有为达至])每秒$")
_RECORDED = re.compile(r"^[一-鿿]{0,6}录得(?=[一-鿿]{2})")
# 向昭通选派人才, 到昭通避暑的游客: who did it, or what they did there, hangs on the preposition.
_TIED = re.compile(
    r"向(?!社会|上级|群众|各|全)[一-鿿]{2,6}?(?:选派|派出|派遣|输送|捐赠|捐款|提供|出口|交付|支付|移送|赠送|划拨|拨付|投放)"
    r"|对[美日欧港台韩印俄英](?=出口|进口|进出口|投资|贸易)"
    r"|[到在](?=[一-鿿]{1,4}(?:避暑|旅居|就业|就读|居住|务工|投资|落户|开展|创业|工作|生活)[^，。]{0,10}的[一-鿿])"
)
# 大赛实现了网络关注人数: what was realised is the thing.
_REALISED = re.compile(r"(?<=[一-鿿]{2})实现了(?=[一-鿿]{4})")
# 通过新建、改扩建等方式新增学位: how it was done.
_BY_MEANS = re.compile(r"^[^，。；]*等(?:多种)?(?:方式|形式|途径|措施|手段|渠道)(?=[一-鿿]{3})")
# 按照评选细则评选出建议名单: by what rule it was done.
_BY_RULE = re.compile(
    r"^(?:按照?|根据|依据|依照|对照)[一-鿿]{2,12}?"
    r"(?:细则|办法|规定|要求|标准|程序|规则|方案|条例)(?=[一-鿿]{2})"
)
# 主计总处今天发布失业率: who told it.
_TOLD_BY = re.compile(
    r"^[一-鿿]{0,12}?(?:处|局|部|署|院|厅|委|办|司|所|署长|中心|政府|今天|今日|昨天|昨日)"
    r"(?:最新)?(?:发布|公布|公告|宣布|统计显示|数据显示|统计)的?(?=[一-鿿]{3})"
)
# 编制会增至: the helping verb, no body.
_WILL = re.compile(r"(?<=[一-鿿]{2})(?<![员大协社机学展览事商晚宴年例工庙议集聚都约再])会$")
# 作物上完成绿色防控: where it was done.
_DONE_ON = re.compile(
    r"^(?:在)?[一-鿿]{1,10}(?:[上中里]|方面|范围内)"
    r"(?=(?:共|累计|全面|已)?(?:完成|实施|推广|开展|推进|建成|新建)[一-鿿]{2})"
)
# 政府将预留每年4亿元
_YEARLY = re.compile(r"(?<=[一-鿿]{2})(?:每年|每月|每日|每天)$")
# 盐边县现有芒果种植面积, 全市计划改造小区, 产业园全年产值, 发案数再下降: adverbs within the name.
_ASIDE = re.compile(
    r"最[多高低少](?:的)?时候?(?<=[一-鿿]{4})(?=[一-鿿]{2})|现有(?<=[一-鿿]{4})(?=[一-鿿]{2})"
    r"|(?:目前|已经|计划|预计)(?<=[国县市区省州旗]..)(?=[一-鿿]{3})"
    r"|(?:已(?!经)|[拟将还仍])(?<=[国县市区省州旗里].)(?=[一-鿿]{2})|(?:全年|今期|本期)(?<=[一-鿿]{4})(?=[一-鿿]{2})"
    r"|(?:反而|一度|明显|大幅)(?<=[一-鿿]{4})(?=(?:下降|上升|增长|增加|减少|提高|降低|[多少高低快慢])$)"
    r"|要(?<=[一-鿿]{4})(?=续建|新建|新开工|开工|新改建|改扩建|实施|开展|培育|引进|打造|发放)"
    r"|[再又](?<=[一-鿿]{3})(?=(?:下降|上升|增长|增加|减少|提高|降低|[多少高低快慢])$)"
)
# 三年计划总投入, 连续两年, 投用后增加床位: over how many years, after what.
_OPENING = re.compile(
    r"(?:用(?:的)?时间|连续[一二三四五六七八九十两]{1,2}年"
    r"|[一二三四五六七八九十两]年(?:来|间)?(?:计划|累计|共|总共|预计)"
    r"|(?:全部)?(?:建成|投产|投用|达产|完工|改造|扩建|通车)(?:投[用产])?后)(?=[一-鿿]{3})"
    r"|(?:我们)?在[一-鿿]{2,3}阶段(?=[一-鿿]{2})"
)
_OPENS = frozenset("用连一二三四五六七八九十两全建投达完改扩通我在")
# 業界估計司機空缺: by whom it was estimated
_ESTIMATED = re.compile(
    r"^(?:业界|市场|政府|当局|署方|局方|部门|专家|学者|机构|分析|外界|业者|官方)(?:初步)?(?:估计|预计|预测|预料|预估|推算|估算)"
    r"(?:会|将|可)?(?=[一-鿿]{3})"
)
# 農業部估計4億元: no name
_BODY_SAYS = re.compile(
    r"^[一-鿿]{1,8}[部局署处会院厅府](?:初步)?(?:估计|预估|统计|推估)(?:约|达|为)?$"
)
# 離我們要達到25%的目標還有距離
_FAR_FROM = re.compile(r"^(?:距离|离|距)(?:我们|全年|年度|今年)?(?:[年月]底)?的?$")
# 占36%最為嚴重、台東縣損失82萬元
_SO_MUCH = re.compile(r"^最[一-鿿]{1,4}、(?=[一-鿿]{2})")
# 合格率在試行階段: when it was so
_STAGE_END = re.compile(r"(?<=[一-鿿]{2})在[一-鿿]{2,6}(?:阶段|期间|初期|时期|时段)$")
# 改造后预计能达到20℃: when it is, not what.
_AFTER = re.compile(r"^[一-鿿]{2,3}(?:[以之]?后|之前)$")
# 我家有草场3800亩
_WE_HAVE = re.compile(
    r"^(?:我|我们|咱|咱们)(?:家|厂|村|县|镇|公司|这里)?(?:现在|目前|一共|总共)?有(?=[一-鿿]{2})"
)
# 會增設路口的攝影機: what is meant to be done
_MEANS_TO = re.compile(
    r"会(?=(?:[再继续]|进一步)?(?:增设|增加|新增|新设|开办|推出|安装|兴建|建造|预留|投放|购置|聘请|增聘|提供|发放|拨出|动用|额外|释出|兴建|资助))"
    r"|要(?=续建|新建|新开工|开工|新改建|改扩建|实施|开展|培育|引进|打造|发放|投放|培训|举办|完成|建成|达成)"
    r"|可(?=增加|新增|提供|容纳|创造|节省|减少|处理|接待|供应|腾出|带动)"
)
_MEANT = ("会", "要")
# 前三大客源依序是港澳: the first of an order
_IN_ORDER = re.compile(
    r"^[^，的]{2,14}?(?:(?:依序|依次)(?:是|为|有)|(?:尚|还|亦)包括)(?=[一-鿿]{2})"
)
# What a name is told with, each asked for only where one of its words stands.
_TOLD_WITH = (
    (("依", "括"), _IN_ORDER),
    (("实现了",), _REALISED),
    (("上", "中", "里", "方面", "范围"), _DONE_ON),
    (("按", "根据", "依", "对照"), _BY_RULE),
    (("实现", "完成", "达成"), _ACHIEVED),
    (("扣除",), _CORE_PRICES),
    (("等",), _BY_MEANS),
    (("布", "告", "统计", "数据"), _TOLD_BY),
)
_HELPERS = ("会", "将会")
# 這條高速公路總投資, 這筆特別預算: what points at a thing is no part of its name
_POINTERS = frozenset("这该此")
_POINTED = re.compile(
    r"^(?:这|该|此)(?:[笔项个批条份座次宗届轮场款套类间家部])(?:的(?=[一-鿿]{2})|(?=[^的][一-鿿]{2}))"
)
# 輪候時間由六年縮短至5.5年: from where it has moved
_FROM_WHERE = re.compile(
    r"(?<=[一-鿿]{3})[由从](?:[0-9.,]+|[零一二三四五六七八九十百两半]{1,4}(?:个?[年月天日周]|个?星期|小时|成))$"
)
_SHORTEST = 6
"""No expression above that is asked of a whole clause fits fewer characters."""
# 通報本土病例: by whom it was told is no part of the name
_REPORTED = re.compile(r"^通报(?=[一-鿿]{2,8}$)(?=[一-鿿]*(?:病例|个案|死亡|重症|确诊|案件)$)")
_ENUMERATES = frozenset("一二三四五六七八九十（0123456789")
ENUMERATOR = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、])"
)


def trimmed(piece: str) -> str:
    """The piece without opening adverbs and without the verbs that lead to the number."""
    estimated = "估" in piece or "统计" in piece or "预" in piece
    piece = _BODY_SAYS.sub("", piece) if estimated else piece
    piece = end_trimmed(piece)
    piece = ENUMERATOR.sub("", piece) if piece[:1] in _ENUMERATES else piece
    piece = _FROM_WHERE.sub("", piece) if "由" in piece or "从" in piece else piece
    if piece[:1] in ("离", "距") and _FAR_FROM.match(piece):
        return ""
    if len(piece) < _SHORTEST:
        return open_trimmed(_AFTER.sub("", piece))
    piece = _told_apart(_ESTIMATED.sub("", piece) if estimated else piece)
    opening = _OPENING.match(piece) if piece[0] in _OPENS else None
    piece = _ASIDE.sub("", piece[opening.end() :] if opening else piece)
    for cues, told in _TOLD_WITH:
        if any(map(piece.__contains__, cues)):
            piece = told.sub("", piece)
    piece = open_trimmed(piece)
    return _REPORTED.sub("", piece) if piece.startswith("通报") else piece


def _told_apart(piece: str) -> str:
    """The piece without what is most before it and when it was so behind it."""
    piece = _SO_MUCH.sub("", piece) if piece[:1] == "最" else piece
    return _STAGE_END.sub("", piece) if piece[-1:] in ("段", "间", "期") else piece


@cache
def _kept_ends() -> tuple[str, ...]:
    return words("kept_endings")


def end_trimmed(piece: str) -> str:
    """The piece without what leads on to a number at its end (达到, 分别为, 提高到)."""
    if "每" in piece:
        piece = _PER.sub("", _EACH.sub("", _YEARLY.sub("", _PER_SECOND.sub("", piece))))
    elif "由" in piece or "从" in piece:
        piece = _EACH.sub("", piece)
    if piece.endswith(("完成", "共有")):
        piece = _IN_ALL.sub("", _DONE.sub("", piece))
    if piece in _HELPERS:
        return ""
    while piece and not piece.endswith(_kept_ends()):
        word = _arrival(piece) or endings("links").longest(piece)
        if not word:
            return _PER_SECOND.sub("", piece) if piece.endswith("每秒") else piece
        piece = piece[: -len(word)]
        piece = _WILL.sub("", piece) if piece.endswith("会") else piece
    return piece


def _arrival(piece: str) -> str:
    """A closing 提高到, 降至: the number is a level. A bare 增长 stays: the number is the
    growth."""
    return endings("arrivals").longest(piece)


def sound(words_of: str) -> str | None:
    """The name without connectives of speech, or ``None`` where it names nothing."""
    words_of = _WE_HAVE.sub("", words_of)
    words_of = _POINTED.sub("", words_of) if words_of[:1] in _POINTERS else words_of
    said = words_of
    while word := openings("discourse").longest(words_of):
        words_of = words_of[len(word) :]
    words_of = words_of if words_of == said else open_trimmed(words_of)
    if words_of in words("no_names") or words_of.startswith(words("persons")):
        return None
    return words_of or None


def _is_meant(piece: str) -> bool:
    """Whether the piece begins with what tells that a deed is meant to be done (会平整土地)."""
    if piece[0] in _MEANT and len(openings("verbs").longest(piece[1:])) > 1:
        return True
    return _MEANS_TO.match(piece) is not None


def open_trimmed(piece: str) -> str:
    """The piece without adverbs and conjunctions at its start (其中, 目前, 累计)."""
    piece = _RECORDED.sub("", piece) if "录得" in piece else piece
    while piece and not piece.startswith(words("kept_openings")):
        word = piece[0] if _is_meant(piece) else openings("openers").longest(piece)
        if (
            not word
            or piece == "通过"
            or _TIED.match(piece)
            or (word == piece and endings("moves").longest(word) == word)
        ):
            return piece
        piece = piece[len(word) :]
    return piece
