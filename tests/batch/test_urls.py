"""What is a URL, and what of it may be printed."""

from __future__ import annotations

import pytest

from exporter.batch.urls import is_url, local_path, redacted, scrubbed, secrets


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("s3://bucket/a.txt", True),
        ("memory://a", True),
        ("zip://a.txt::s3://bucket/a.zip", True),
        ("zip://a.txt::file:///tmp/a.zip", True),
        ("simplecache::s3://bucket/a", True),
        ("file:///tmp/a", False),
        ("/tmp/a", False),
        ("a::b.txt", False),
        ("C:\\pages", False),
        ("c://pages", False),
        ("2024-04-12 会://a", False),
    ],
)
def test_what_is_a_url(given: str, url: bool) -> None:
    assert is_url(given) is url


def test_a_url_of_our_disk_is_a_path() -> None:
    assert local_path("file:///tmp/a b#%20.txt") == "/tmp/a b#%20.txt"
    assert local_path("a/b.txt") == "a/b.txt"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sftp://ann:pa55@host/x", "sftp://***@host/x"),
        ("s3://AKIA:abc/def+g@bucket/a@2x.txt", "s3://***@bucket/a@2x.txt"),
        ("s3://bucket/a:b/c@d.txt", "s3://bucket/a:b/c@d.txt"),
        ("abfs://container@account/x", "abfs://container@account/x"),
        ("zip://a.txt::https://u:p@host/a.zip", "zip://a.txt::https://***@host/a.zip"),
        ("https://h/p?id=7&X-Amz-Signature=ab12&n=1", "https://h/p?id=7&X-Amz-Signature=***&n=1"),
        ("https://h/p?sig=ab%2F12", "https://h/p?sig=***"),
        ("s3://bucket/plain.txt", "s3://bucket/plain.txt"),
    ],
)
def test_no_secret_of_a_url_is_shown(url: str, shown: str) -> None:
    assert redacted(url) == shown
    assert redacted(shown) == shown


def test_messages_of_libraries_are_scrubbed_of_secrets_in_any_form() -> None:
    environment = {"AWS_SECRET_ACCESS_KEY": "abcdef123", "HOME": "/home/ann", "API_TOKEN": "x"}
    hidden = secrets("sftp://ann:p%40ss@host/x", environment)
    words = "p%40ss p@ss ann abcdef123 /home/bob ftp://u:w@h x"
    assert scrubbed(words, hidden) == "*** *** *** *** /home/bob ftp://***@h x"
