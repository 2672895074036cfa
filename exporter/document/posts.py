"""The post as it is printed beside a name."""

from __future__ import annotations

import re

_SURNAMES = (1, 2)  # characters: 章, 欧阳
_CALLED = re.compile(
    r"(?:副|代)?[总總]?(?:[局处處院市县縣區区署司部厅廳所组組校馆館站队隊次课課股室州旗乡鄉镇鎮村][长長]|主任|书记|書記|秘书|秘書|"
    r"经理|經理|主席|委员|委員|教授|医师|醫師|工程师|工程師|发言人|發言人)"
)


def post_beside(name: str | None, office: str) -> str:
    """The office as it stands beside the name: without the surname that it is called by in the
    label (局长 of 章局长, beside 章书铭)."""
    for length in _SURNAMES:
        shared = name[:length] if name is not None and len(name) > length else ""
        if shared and office.startswith(shared) and _CALLED.fullmatch(office, length):
            return office[length:]
    return office
