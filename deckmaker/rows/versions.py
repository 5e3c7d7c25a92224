"""The versions of what decides about the bytes of files, beside deckmaker itself: its libraries, Python and zlib."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version

NONE = "none"
"""The version of what is not installed."""


@cache
def versions() -> dict[str, str]:
    """Return the versions that this process uses, by what they are of."""
    return {
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,  # deflates to other bytes in other versions
        **{name: _version(name) for name in _needed()},
    }


def _needed() -> Iterator[str]:
    """Yield the libraries that deckmaker cannot do without, by its own list."""
    try:
        wanted = requires("deckmaker") or []
    except PackageNotFoundError:  # run from a folder of its source
        return
    for one in wanted:
        name, _, condition = one.partition(";")
        if "extra" not in condition and (found := re.match(r"[\w.-]+", name)):
            yield found.group()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return NONE
