"""Addresses of stores, as users write them and as messages may show them: without what gives access.

A store is what fsspec knows by a protocol: `s3://bucket/folder`, `gs://…`, `memory://…`. What has no protocol, or a
letter for one, as drives of Windows have, is a path. Knows no fsspec, so that whoever asks waits for none.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deckmaker.patterns import pattern

_PROTOCOL = pattern(r"[A-Za-z][A-Za-z0-9+.-]+(?=:)(?:::?)?//?|[A-Za-z][A-Za-z0-9+.-]+::")
_LINK = pattern(r"([A-Za-z][A-Za-z0-9+.-]+):/+(?=[^/]|$)")
_PATHS = ("file", "local")
"""Protocols behind which a path of this machine stands, with a slash of its own."""

_SPACE = pattern(r"(\s++)")
_HOST = pattern(r":/++")
"""What stands before a user, or before a host where there is none."""

_USER = pattern(r"[^/:]*+")
_USER_ALONE = pattern(r"[^/]*@")
_QUERY_IN_TEXT = pattern(r"(?<=[^\s?])\?[^\s`'\"<>]+")
_SECRET_NAMES = pattern(r"KEY|SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|SIGNATURE", re.IGNORECASE)
_SHORTEST_SECRET = 6
"""Characters: what is shorter, such as `true`, would be struck out of honest words."""


def is_store(written: str) -> bool:
    """Tell whether what somebody wrote is the address of a store, and no path."""
    return protocol_of(written) is not None


def protocol_of(written: str) -> str | None:
    """Return the protocol of an address, in lower case, None for a path. Of `simplecache::s3://…` it is the first.

    `s3:/bucket` is an address too: what shortens paths leaves one slash of two.
    """
    found = _PROTOCOL.match(written)
    return found.group().rstrip(":/").lower() if found else None


def is_of_process(address: str) -> bool:
    """Tell whether files at an address are in the memory of the process that asks, in whichever way."""
    return any(protocol_of(part) == "memory" for part in address.split("::"))


def store_address(written: str) -> str | None:
    """Return the address of a store, whole again where slashes were lost, with protocols in lower case; None for a
    path. Of `simplecache::s3://…` each part is an address: one without its slashes would be a path of this machine."""
    return None if protocol_of(written) is None else "::".join(map(_whole, written.split("::")))


def _whole(part: str) -> str:
    if found := _LINK.match(part):
        protocol = found[1].lower()
        return f"{protocol}://{'/' if protocol in _PATHS else ''}{part[found.end() :]}"
    return part


def local_path(written: str) -> Path | None:
    """Return the path that an address `file://…` or `local://…` names on this machine; None for any other address, or a
    path."""
    if protocol_of(written) not in _PATHS:
        return None
    return Path(unquote(urlsplit(written).path))


def displayed(address: str) -> str:
    """Return an address without a user, a password and a query, in which stores are handed signatures."""
    return _without_access(address[:1] + address[1:].partition("?")[0])


def _without_access(text: str) -> str:
    """Return a text whose addresses have neither users nor passwords."""
    return "".join(map(_word_without_access, _SPACE.split(text)))


def _word_without_access(word: str) -> str:
    """Return a word without users and passwords.

    A password may hold all signs, also those that have to be written otherwise: it ends at the last `@`.
    """
    kept, begin, last = list[str](), 0, word.rfind("@")
    for found in _HOST.finditer(word):
        place = found.end()
        if not begin <= place <= last:
            continue
        user = _USER.match(word, place)
        alone = _USER_ALONE.match(word, place)
        end = last + 1 if user and word.startswith(":", user.end()) and last > user.end() else alone and alone.end()
        if end:
            kept.append(word[begin:place])
            begin = end
    return "".join([*kept, word[begin:]])


def without_secrets(text: str) -> str:
    """Return what a store's library says, on one line, without addresses' secrets and those of the environment."""
    said = _QUERY_IN_TEXT.sub("", _without_access(" ".join(text.split())))
    for name, value in os.environ.items():
        if len(value) >= _SHORTEST_SECRET and _SECRET_NAMES.search(name):
            said = said.replace(value, "…")
    return said
