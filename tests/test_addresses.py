"""Addresses are told from paths, and shown without what gives access."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.addresses import displayed, is_store, local_path, protocol_of, store_address, without_secrets


@pytest.mark.parametrize(
    ("written", "protocol"),
    [
        ("s3://bucket/folder", "s3"),
        ("S3://bucket", "s3"),
        ("s3:/bucket/folder", "s3"),  # as what shortens paths leaves it
        ("memory://x", "memory"),
        ("simplecache::s3://bucket/x", "simplecache"),
        ("file:///srv/out", "file"),
        ("build", None),
        ("./s3:x", None),
        ("C:/Users/out", None),
        (r"C:\Users\out", None),
        ("/srv/out", None),
        ("a b://c", None),
        ("", None),
    ],
)
def test_an_address_is_told_from_a_path(written, protocol):
    assert protocol_of(written) == protocol
    assert is_store(written) is (protocol is not None)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("s3:/bucket/folder", "s3://bucket/folder"),
        ("S3://Bucket/Folder", "s3://Bucket/Folder"),
        ("simplecache::s3:/bucket/x", "simplecache::s3://bucket/x"),
        ("dir::file:/srv/x", "dir::file:///srv/x"),
        ("local:///srv/x", "local:///srv/x"),
        ("memory:/x", "memory://x"),
        ("sftp://anna:a::b@host/x", "sftp://anna:a::b@host/x"),
        ("build", None),
    ],
)
def test_an_address_is_whole_again(written, address):
    """Or `simplecache::s3:/…` would be a folder of this machine, to which all is written, and success told."""
    assert store_address(written) == address


def test_a_file_of_this_machine_has_a_path():
    assert local_path("file:///srv/my%20decks") == Path("/srv/my decks")
    assert local_path("local:///srv/decks") == Path("/srv/decks")
    assert local_path("s3://bucket/folder") is None


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("sftp://anna:geheim@host/folder", "sftp://host/folder"),
        ("https://host/table.csv?X-Amz-Signature=abc&x=1", "https://host/table.csv"),
        ("https://host/table.csv?sig='a b'&x=`1`", "https://host/table.csv"),
        ("s3:/anna:geheim@bucket/x", "s3:/bucket/x"),
        ("s3://anna:ge/heim@bucket/x", "s3://bucket/x"),
        ("s3://anna@firm:ge@heim@bucket/x", "s3://bucket/x"),
        ("simplecache::s3://anna:ge@he/im@bucket/x?a", "simplecache::s3://bucket/x"),
        ("s3://bucket/folder", "s3://bucket/folder"),
        ("s3://bucket/at@home/a:b", "s3://bucket/at@home/a:b"),
        ("https://host:9000/folder", "https://host:9000/folder"),
    ],
)
def test_what_gives_access_is_not_shown(address, shown):
    assert displayed(address) == shown


def test_secrets_of_the_environment_are_not_quoted(monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI")
    monkeypatch.setenv("MY_TOKEN_IS_SHORT", "to")
    said = without_secrets("cannot sign with wJalrXUtnFEMI\n  at https://u:p@host/x?sig=wJalrXUtnFEMI to end")
    assert said == "cannot sign with … at https://host/x to end"
