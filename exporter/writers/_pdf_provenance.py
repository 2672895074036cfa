"""Reading back what a PDF says of its source, with no PDF library: the XMP packet is plain
bytes.
"""

from __future__ import annotations

import msgspec

from exporter.document.model import Provenance

NAMESPACE = "https://exporter.invalid/ns/provenance/1.0/"
_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"


def read_provenance(data: bytes) -> Provenance | None:
    """The provenance in a PDF that this package wrote; ``None`` when there is none in `data`."""
    from xml.etree import ElementTree  # who only writes needs none

    start = data.find(_BEGIN)
    end = data.find(_END, start)
    if start < 0 or end < 0:
        return None
    try:
        root = ElementTree.fromstring(data[start : end + len(_END)])
        found = root.find(f".//{{{NAMESPACE}}}provenance")
        if found is None or not found.text:
            return None
        return msgspec.json.decode(found.text.encode(), type=Provenance)
    except (ElementTree.ParseError, msgspec.MsgspecError):
        return None
