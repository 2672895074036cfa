"""The zip file that holds a package's parts: deflated, all of 1980, the same for the same parts.

PKWARE's APPNOTE, 4.3: headers and data of the members, then the directory. ``zipfile`` spends more
time on the headers of a dozen members than the parts take to be packed, and packs with zlib alone.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

import deflate

_LEVEL = 6  # of libdeflate: the size of zlib's level 6 in a third of its time
_LONGEST_KEPT = 65_536  # bytes; longer parts are a document's own
_MEMBER = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _DEFLATED, _FIRST_DAY = 20, 8, 0x21
_MADE_ON_UNIX, _RIGHTS = 3 << 8, 0o600 << 16


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The file of these members, their names ASCII."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, data in members:
        packed, check = _kept(data) if len(data) <= _LONGEST_KEPT else _packed(data)
        encoded = name.encode("ascii")
        told = (0, _DEFLATED, 0, _FIRST_DAY, check, len(packed), len(data), len(encoded), 0)
        head = _MEMBER.pack(b"PK\3\4", _VERSION, *told)
        made = _MADE_ON_UNIX | _VERSION
        directory.append(_ENTRY.pack(b"PK\1\2", made, _VERSION, *told, 0, 0, 0, _RIGHTS, at))
        directory.append(encoded)
        out += (head, encoded, packed)
        at += len(head) + len(encoded) + len(packed)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, 0)
    return b"".join((*out, *directory, end))


def _packed(data: bytes) -> tuple[bytes, int]:
    """The data deflated, and its CRC-32."""
    return bytes(deflate.deflate_compress(data, _LEVEL)), zlib.crc32(data)


@lru_cache(maxsize=64)
def _kept(data: bytes) -> tuple[bytes, int]:
    """The same, kept: most of a package's parts are those of the last one."""
    return _packed(data)
