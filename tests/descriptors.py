"""A process that may open no more files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

_MOST = 256


@contextmanager
def none_left(but: int = 0) -> Iterator[None]:
    """Hold all files that this process may have open, but for so many."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST, before[1]))
    every: list[int] = []
    try:
        with suppress(OSError):
            while True:
                every.append(os.dup(0))
        for _ in range(but):
            os.close(every.pop())
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
        for one in every:
            os.close(one)
