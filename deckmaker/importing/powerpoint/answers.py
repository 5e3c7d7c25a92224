"""Marks of lists that say yes or no: checks and crosses beside other marks. One mark throughout is a look."""

from __future__ import annotations

from collections.abc import Iterable

_CHECKS = {"✓": "✓", "✔": "✔", "☑": "☑", "✅": "✔"}
_CROSSES = {"✗": "✗", "✘": "✘", "☒": "☒", "✕": "✕", "✖": "✖", "❌": "✘"}
ANSWERS = {**_CHECKS, **_CROSSES}
"""Each such sign, and what a deck's item begins with: few fonts have those in colours."""


def are_answers(marks: Iterable[tuple[int, str]]) -> bool:
    """Tell whether the marks of a slide's items, each with its level, say yes or no: there are checks and crosses, or
    one of these beside another mark at the same level."""
    kinds = {(level, _kind(mark)) for level, mark in marks}
    found = {kind for _, kind in kinds} & {"check", "cross"}
    levels = [level for level, _ in kinds]
    return len(found) == 2 or any(kind in found and levels.count(level) > 1 for level, kind in kinds)


def _kind(mark: str) -> str:
    return "check" if mark in _CHECKS else "cross" if mark in _CROSSES else mark
