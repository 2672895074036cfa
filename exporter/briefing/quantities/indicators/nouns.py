"""The noun phrase that stands after a number: the thing counted."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.indicators.trimming import end_trimmed
from exporter.briefing.quantities.lexicon import endings, words

_THING = 24
_JOINED = re.compile(r"(?<=.{4})(?:以及|和|及|、)")
_GROUP = re.compile(r"(?<=[县州乡镇村市区所跨湖项])（([^（）]{1,6})）")
_NEXT_NUMBER = re.compile(
    r"(?:和|与|及|以及|、|，)?(?<![A-Za-z.0-9])[0-9](?![0-9]{1,2}强)|(?:和|与|及|以及|、)[两二三四五六七八九十]|数[十百千万亿]"
)
# 491起涉黄赌毒、食药环、电信诈骗等案件: kinds of what is counted.
_KINDS_OF = re.compile(
    r"([一-鿿]{2,10})(?:、[一-鿿]{2,10}){1,8}等(?:各类)?(案件|项目|问题|产品|活动|工程|企业|部门|作物|疾病|岗位|服务|设施|领域|行业)"
    r"(?=[，。；集由中进已])"
)
_AMONG = re.compile(r"(?<=[一-鿿]{2})(?:里面|当中|之中)$")
_IDIOM = 4
_PUN_AFTER = re.compile(r"[一-鿿]{1,3}(?![一-鿿])")
_OPENED = str.maketrans({"\ue000": "（", "\ue001": "）", "\ue002": "、"})
_ENDS = frozenset("，。；、）！？：（\n")


def noun_after(right: str) -> str:
    """The noun phrase at the start of what follows a number, at most two dozen characters."""
    whole = _GROUP.sub(_closed, right) if "（" in right else right
    if whole[:1] in _ENDS or (whole[:1].isdigit() and not whole.startswith("A级", 1)):
        return ""
    if kinds := _KINDS_OF.match(whole):
        return f"{kinds.group(1)}等{kinds.group(2)}"
    end = min(len(whole), _THING)
    for match in _stops().finditer(whole, 1):
        end = min(end, match.start() - _of_idiom(whole, match))
        break
    thing = whole[:end]
    if whole[end : end + 2].strip()[:1].isdigit():
        verb = endings("verbs").longest(thing.rstrip("约近超达"))
        cut = thing.rstrip("约近超达")[: -len(verb)] if verb else ""
        thing = cut if len(cut) > 1 else _JOINED.split(thing, maxsplit=1)[0] or thing
    if "\ue000" in thing:
        thing = thing.translate(_OPENED)
    return _counted(_paired(end_trimmed(_AMONG.sub("", thing)).strip(" 的和与及、")))


@cache
def _attributed() -> re.Pattern[str]:
    things, attributes = words("countables"), words("attributes")
    return re.compile(rf"(.*(?:{'|'.join(things)})).+(?:{'|'.join(attributes)})$")


@cache
def _acting() -> re.Pattern[str]:
    """Things with what they do (112个村以土地入股, 31名管家帮企业办手续)."""
    things = [*words("countables"), *words("people"), "卫生室", "卫生院", "公司", "管家”"]
    return re.compile(rf"(.*?(?:{'|'.join(things)}))(?:以|帮|为|给|拢|派出|派驻|做完|用上|每户)")


def _counted(thing: str) -> str:
    """The thing counted without an attribute of it behind (城市PM2.5平均浓度 → 城市)."""
    found = _attributed().match(thing) or _acting().match(thing)
    return found.group(1) if found is not None else thing


def _of_idiom(text: str, stop: re.Match[str]) -> int:
    """How many characters before a pun belong to its idiom of four (食“药”同源, 独“薯”一帜)."""
    after = _PUN_AFTER.match(text, stop.end()) if stop.group()[0] == "“" else None
    return max(0, _IDIOM - 1 - len(after.group())) if after else 0


def _paired(piece: str) -> str:
    """The piece cut where a quotation in it doesn't close, quotes dropped that never opened."""
    if piece.count("“") > piece.count("”"):
        piece = piece[: piece.rfind("“")]
    return piece if piece.count("”") <= piece.count("“") else piece.replace("”", "")


def _closed(match: re.Match[str]) -> str:
    """A bracketed kind of place (县（市、区）) with its marks out of the way of the stops."""
    return "\ue000" + match.group(1).replace("、", "\ue002") + "\ue001"


@cache
def _stops() -> re.Pattern[str]:
    parts = [re.escape(word) for word in words("stops_right")]
    return re.compile(
        "|".join(
            [
                _NEXT_NUMBER.pattern,
                "“.”",
                "就(?![业医诊学餐近地读])",
                "新(?=[筹增开投签招设购])",
                *parts,
            ]
        )
    )
