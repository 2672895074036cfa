"""Lines that end with who took the picture above them (``市民在公园散步。（市府提供）``): what the
picture shows and its credit, in any of the forms that papers print."""

from __future__ import annotations

import re

_NAME = "[\u4e00-\u9fff·]{2,4}"
_WHO = r"[^\s。！？，：:（）()／/]{2,20}"
_DAY = r"(?: ?(?:\d{2,4}年)?\d{1,2}月\d{1,2}日)?"
# 圖／取自柯恺臉書 · 摄影：田野
_LABELLED = (
    r"(?:(?<![\u4e00-\u9fff])[圖图]|[圖图]片|照片|影片|[摄攝]影?|供[图圖])(?:[來来]源)?"
    r" ?[／/╱:：] ?[^。！？，\n]{2,30}"
)
# 海州日报记者田野、李梅摄 · 中央社記者田野攝 113年5月10日 · 記者田野／攝影
_TAKEN = (
    rf"(?:(?:{_WHO})?(?:记者|記者|通讯员|通訊員) ?)?{_NAME}(?:[、 ]{_NAME}){{0,2}}"
    rf" ?[／/]?(?:[摄攝]影?){_DAY}"
)
_GIVEN = rf"{_WHO} ?供[图圖]|(?:首席|特约|特約)?[摄攝]影(?:记者|記者|师|師)? {_NAME}"
# 新华社记者 田野 摄 · 新华网/中国政府网 田野摄: his office or outlet stands with his name
_PRESS = (
    rf"(?:{_WHO}(?:[·／/]{_WHO})?(?:记者|記者|通讯员|通訊員)"
    r"|[^\s。！？，：:（）()]{2,20}(?:网|網|社|报|報|媒体?) )"
    rf" ?{_NAME}(?:[、 ]{_NAME}){{0,2}} ?[／/]?[摄攝]影?{_DAY}"
)
_SURE = f"{_LABELLED}|{_TAKEN}|{_GIVEN}"
_OLD = "(?:[资資]料|[档檔]案|示意)[图圖照]片?"
# 市府提供 · 市府提供／田野海州傳真 · 新华社发
_WEAK = (
    rf"{_WHO}[圖图]片|{_WHO}提供(?:[／/] ?[^。（）()\n]{{2,14}})?|[\u4e00-\u9fff]{{0,6}}社[发發]"
)
_SIGNED = re.compile(
    rf"(?:(?<=[。 \u3000])(?:(?P<taken>{_PRESS})|{_SURE})"
    rf"|[（(] ?(?:(?P<taken_so>{_PRESS})|(?:{_OLD}[，,／/ ] ?)?(?:{_SURE})|(?P<weak>{_OLD}"
    rf"(?:[，,／/ ] ?(?:{_WEAK}))?|{_WEAK})) ?[)）]。?)$"
)
_SIGNS = re.compile("[摄攝圖图照]|提供|社[发發][)）]")
_SAID = re.compile(r"[我您你]|(?<!\d)[:：]|大家|各位")
_ASKED = re.compile("[谢謝请請]")
# 3.5亿, not 3月3日; before （市府提供） nothing is counted
_COUNTS = re.compile(r"\d ?(?:[%％万萬亿億元个個吨噸户戶]|公里|立方|平方)")
_NUMBERS = re.compile(r"\d(?![\d年月日:：]|$)")
_LONGEST = 260  # characters of what a picture shows that its photographer has signed
_SHOWN = 130  # of another
_CREDIT = 44  # of the credit
_STOPS = "。！？"


def is_signed(line: str) -> bool:
    """Whether the line is what a picture shows, with its credit behind it. A sentence that counts
    something may be a speaker's, and what is told to somebody always is."""
    if _SIGNS.search(line[-_CREDIT:]) is None:
        return False
    found = _SIGNED.search(line, max(0, len(line) - _CREDIT))
    shown = line[: found.start()].rstrip() if found else ""
    if found is None or len(shown) < 3 or _SAID.search(shown) or _COUNTS.search(shown):
        return False
    if found["taken"] or found["taken_so"]:
        return len(shown) <= _LONGEST
    inner = sum(shown.count(stop) for stop in _STOPS) - shown.endswith(tuple(_STOPS))
    told = _ASKED.search(shown) or (found["weak"] and _NUMBERS.search(shown))
    return inner < 2 and len(shown) <= _SHOWN and not told
