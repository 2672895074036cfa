"""How a report calls people whose full names it doesn't give, or gives only once: ``徐女士``,
``毕大爷``, ``小董``; and the full name that the page gives to one of them (``郎淑华阿姨``: 郎阿姨).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import Titled, is_name
from exporter.transcript.people.surnames import SINGLE

SINGLES = "".join(sorted(SINGLE))
_KIN = "师傅|大爷|大妈|大伯|奶奶|爷爷|阿姨|大姐|大哥|婆婆|大叔|大娘|老汉|老师|老伯"
# 小区, 小学, 小时, 小麦: no people
_NO_PEOPLE = "康区学组麦时路包车曲巷溪山费商家吃满班雪寒暑"
# 老裘 · 万师傅 closes a phrase (殷小明 is one)
CLOSING = re.compile(rf"(?:[老小阿][{SINGLES}]|[{SINGLES}](?:{_KIN}))$")
_POLITE = rf"[{SINGLES}](?:先生|女士|小姐|太太?(?!太)|{_KIN})"
_LITTLE = rf"小(?![{_NO_PEOPLE}]|孙[女子儿])[{SINGLES}]"
_FOLK = rf"街坊|新生|{any_of('news', 'callings')}"
_ANYWHERE = re.compile(f"{_POLITE}|{_LITTLE}")
# 住在海州的徐女士昨晚 · 街坊李太原定 · 大一新生小董一家; no 小方桌 and 院子里的小金鱼
_NAMED_SO = rf"(?:(?:^|的|{_FOLK})(?P<name>{_POLITE})|(?:{_FOLK}|岁的)(?P<little>{_LITTLE}))"
_WITHIN = re.compile(rf"{_NAMED_SO}(?=[^的、和与，。])")
_WITHIN_OR_LAST = re.compile(rf"{_NAMED_SO}(?=[^的、和与，。]|$)")
# “…！”4日上午，在早市卖海鲜的李女士见到老主顾 · “…。”刚进家门，孙阿姨就端出热茶
_ACTS = re.compile(
    rf"(?:[^，。！？“”\n]{{2,12}}，)?(?:(?:[^，。！？“”\n]{{0,24}}?(?:的|{_FOLK}))?(?P<name>{_POLITE})"
    rf"|[^，。！？“”\n]{{0,24}}?(?:{_FOLK}|岁的)(?P<little>{_LITTLE}))"
    r"(?=[^的、和与及，。！？“”：\n]{2})"
)
# 卖百货的张师傅 | 对一名顾客
_TO_SOMEBODY = re.compile("[对向跟同和][^，。]{2,20}$")
_NAMED = re.compile("(?:名叫|[他她]叫)(?P<name>[^，。的]{2,4})$")


def familiar_in(clause: str, view: str) -> Titled | None:
    """The person whom a clause calls so, or says by name how he is called (``名叫石阿根``)."""
    if (named := _NAMED.search(clause)) and is_name(named["name"]):
        return Titled("", named["name"])
    found = _WITHIN.search(clause)
    return Titled("", full_name(_called(found), view)) if found else None


def without_familiar(clause: str) -> str:
    """`clause` without whom it calls so, as 师傅 and 阿姨 alone are nobody that is named."""
    return _ANYWHERE.sub("", clause)


def familiar_names(text: str, view: str) -> Iterator[str]:
    """Whom `text` calls so, in order, with the full names that the page gives to them."""
    return (full_name(found[0], view) for found in _ANYWHERE.finditer(text))


def familiar_behind(after: str, view: str) -> Titled | None:
    """The person called so of whose act the words behind a quotation tell."""
    found = _ACTS.match(after)
    return Titled("", full_name(_called(found), view)) if found else None


def familiar_speaking(phrase: str) -> Titled | None:
    """The person called so who, as a phrase says, speaks to somebody (``的张师傅对顾客`` | 说)."""
    short = _TO_SOMEBODY.sub("", phrase)
    found = _WITHIN_OR_LAST.search(short)
    return Titled("", _called(found)) if found and short != phrase else None


def _called(found: re.Match[str]) -> str:
    return found["name"] or found["little"]


def full_name(called: str, view: str) -> str:
    """The one full name that the page gives to who is called so (``李长河师傅``: 李师傅)."""
    surname, manner = called[0], called[1:]
    if surname not in SINGLE or len(manner) < 2:
        return called
    whole = re.compile(rf"{surname}[\u4e00-\u9fff]{{1,2}}(?={manner})")
    names = {found[0] for found in whole.finditer(view) if is_name(found[0])}
    return names.pop() if len(names) == 1 else called
