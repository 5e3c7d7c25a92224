"""Libraries in C that write what they find wrong to the process's own stderr, kept from it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_STDERR = 2


@contextmanager
def silent_stderr() -> Iterator[None]:
    """Let nothing through to stderr: libtiff would tell of broken files there, by names that nobody gave them."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is none
        yield
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nothing)
