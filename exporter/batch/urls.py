"""What is a URL of another file system and what a path of ours; URLs without what must stay secret.

A URL is ``scheme://…`` or a chain of them (``zip://page.txt::s3://bucket/a.zip``, as fsspec reads
it). ``file://`` is our own disk and becomes a path, so that nothing of fsspec is needed for it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import unquote

_URL = re.compile(r"(?:[a-z][a-z0-9+.\-]*::)*[a-z][a-z0-9+.\-]+://", re.IGNORECASE)
_LOCAL = re.compile(r"(?:file|local)://", re.IGNORECASE)
_USER = re.compile(r"(?<=://)([^/:]*):(?!:)(.*)", re.DOTALL)
"""``user:password`` in what stands before an ``@``; a password may hold a slash (keys of S3 do), a
user's name may not. Two colons chain URLs.
"""
_QUERY = re.compile(
    r"(?<=[?&])([^=&#]{0,100}(?:key|sign?|signature|token|secret|passw|credential|auth)"
    r"[^=&#]{0,100})=([^&#]*)",
    re.IGNORECASE,
)
"""A parameter of a signed address (``X-Amz-Signature``, ``sig``, ``AWSAccessKeyId``, ``token``)."""
_SECRET_NAME = re.compile(r"SECRET|TOKEN|PASSW|_KEY|CREDENTIAL|SAS", re.IGNORECASE)
SHORTEST = 6
"""A shorter value of the environment is no secret, and would blank out common words."""
SHORTEST_USER = 3
HIDDEN = "***"


def is_url(given: str) -> bool:
    """Whether the argument names something outside of our own disk."""
    return _URL.match(given) is not None and not (_LOCAL.match(given) and "::" not in given)


def local_path(given: str) -> str:
    """The argument as a path: ``file:///tmp/a`` is ``/tmp/a``; a path stays as it is. As fsspec has
    it, nothing in it is percent-encoded.
    """
    chain, colons, last = given.rpartition("::")
    return f"{chain}{colons}{_LOCAL.sub('', last)}"


def redacted(url: str) -> str:
    """The URL as it may be printed: without user, password, signatures and tokens."""
    *before, rest = url.split("@")
    without_user = "@".join([*(_USER.sub(HIDDEN, piece) for piece in before), rest])
    return _QUERY.sub(rf"\1={HIDDEN}", without_user)


def secrets(url: str, environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """What a message of another library must not show: the secrets of the URL, as written and
    decoded, and those of the environment; the longest first.
    """
    pairs = [pair for piece in url.split("@")[:-1] for pair in _USER.findall(piece)]
    found = {password for _, password in pairs}
    found |= {user for user, _ in pairs if len(user) >= SHORTEST_USER}
    found |= {value for _, value in _QUERY.findall(url)}
    found |= {unquote(value) for value in found}
    for name, value in environment.items():
        if len(value) >= SHORTEST and _SECRET_NAME.search(name):
            found.add(value)
    return tuple(sorted((value for value in found if value), key=len, reverse=True))


def scrubbed(words: str, hidden: tuple[str, ...]) -> str:
    """The message without the secrets, and with every URL in it redacted."""
    for value in hidden:
        words = words.replace(value, HIDDEN)
    return redacted(words)
