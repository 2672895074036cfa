"""Questions that are signed: who asks stands in brackets behind the question and not before it
(``…啟動收購？（自由時報柯愷）``, ``…怎么办？——云溪日报记者 柯恺``).
"""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.block import Block
from exporter.transcript.names import is_name, unspaced
from exporter.transcript.outlets import OUTLET
from exporter.transcript.reading import Reading, read_label

_SIGNATURE = re.compile(
    r"(?<=[。？！?!」”])[ \n]{0,3}(?:（(?P<within>[^（）\n。？！，：]{2,30})）"
    r"|(?:——|－－|--)(?P<behind>[^\n。？！，：]{2,30}))\s*$"
)
_LENGTHS = (3, 2, 4)
_REACH = 48  # characters at the end of a question


def without_signature(view: str, block: Block) -> Block:
    """The question without the words behind it that say who asks, told of him; any other block as
    it is."""
    if block.role != "journalist" or block.speaker or block.outlet:
        return block
    found = _SIGNATURE.search(view, max(block.start, block.end - _REACH), block.end)
    said = _who(found["within"] or found["behind"]) if found else None
    if found is None or said is None:
        return block
    return msgspec.structs.replace(
        block,
        end=found.start(),
        speaker=said.name or None,
        outlet=said.outlet or None,
        printed=(*block.printed, (found.start(), block.end)),
    )


def _who(words: str) -> Reading | None:
    """The reporter whom the words name: an outlet, or an outlet and a name run together."""
    words = words.strip()
    said = read_label(words)
    if said and said.kind in ("reporter", "outlet") and (said.name or said.outlet):
        return said
    for length in _LENGTHS:
        outlet, name = words[:-length].strip(" 　"), unspaced(words[-length:].strip())
        if is_name(name) and OUTLET.fullmatch(outlet):
            return Reading("reporter", name, outlet=outlet)
    return Reading("reporter", outlet=words) if OUTLET.fullmatch(words) else None
