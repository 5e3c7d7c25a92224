"""The tokens of a file that is not YAML, up to where it is none."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it is there; it is 16 times faster than Python's."""


@lru_cache(maxsize=2)  # asked several times about one mistake, and each time reads the file up to there
def token_before(text: str, line: int, column: int) -> yaml.Token | None:
    """Return the last token that begins before a 0-based place, if it ends on the same line."""
    last = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            start = token.start_mark
            if start.line > line or (start.line == line and start.column >= column):
                break
            last = token
    except yaml.YAMLError:
        pass  # the mistake itself
    return last if last and last.end_mark.line == line else None
