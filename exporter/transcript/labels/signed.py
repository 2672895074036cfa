"""Questions that are signed: who asks stands in brackets behind the question and not before it
(``…啟動收購？（自由時報柯愷）``, ``…怎么办？——云溪日报记者 柯恺``).
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.labels.reading import Reading, read_asker, read_label
from exporter.transcript.turns.block import Block

_SIGNATURE = re.compile(
    r"(?<=[。？！?!」”])[ \n]{0,3}"
    r"(?:[（〔【\[](?P<within>[^（）\n。？！，：〔〕【】]{2,30})[）〕】\]]"
    r"|(?:——|－－|--)(?P<behind>[^\n。？！，：]{2,30}))\s*$"
)
_REACH = 48  # characters at the end of a question


def without_signature(view: str, block: Block) -> Block:
    """The question without the words behind it that say who asks, told of him; any other block as
    it is."""
    answers = block.label is not None and block.label.reading == Reading("answer")
    if not (answers or block.role == "journalist") or block.speaker or block.outlet:
        return block
    found = _SIGNATURE.search(view, max(block.start, block.end - _REACH), block.end)
    if found and answers:
        return _answered_by(block, found)
    said = read_asker(found["within"] or found["behind"]) if found else None
    if found is None or said is None:
        return block
    return msgspec.structs.replace(
        block,
        end=found.start(),
        speaker=said.name or None,
        outlet=said.outlet or None,
        printed=(*block.printed, (found.start(), block.end)),
    )


def _answered_by(block: Block, found: re.Match[str]) -> Block:
    """The answer without who gives it, named behind it (``（市公积金中心）``)."""
    said = read_label(found["within"] or found["behind"])
    if said is None or said.kind not in ("body", "office", "person"):
        return block
    return msgspec.structs.replace(
        block,
        end=found.start(),
        speaker=said.name or None,
        title=said.title or None,
        printed=(*block.printed, (found.start(), block.end)),
    )
