"""What does not fit the language: a kind of mistake that `validation` has words for, its place, and the value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Location = tuple[str | int, ...]
"""Keys and 0-based indices from the file's mapping to a value, all shorthands written out."""


class Mistake(NamedTuple):
    """One mistake: its kind, where it is, the value as written, and what was expected, by the kind's own names."""

    kind: str
    location: Location
    value: Any
    expected: Mapping[str, Any] = {}
