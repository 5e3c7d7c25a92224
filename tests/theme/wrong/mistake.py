"""What a mistake in a theme file is, and short ways to write one."""

from __future__ import annotations

from typing import NamedTuple


class Mistake(NamedTuple):
    """What follows `extends: briefing` in a file, and place, code, message and help of what is said of it."""

    theme: str
    place: str
    code: str
    message: str
    help: str | None = None


def in_layout(line: str) -> str:
    """Return a theme that changes the layout `content`."""
    return f"layouts:\n  content:\n{line}\n"


def in_slot(line: str) -> str:
    """Return a theme that changes a slot of it."""
    return in_layout(f"    slots:\n      {line}")


def in_shape(line: str) -> str:
    """Return a theme that gives it this shape."""
    return in_layout(f"    shapes:\n      - {{{line}}}")


BAR = "color: ink, columns: [1, 2], top: 0, height: 3"
"""A shape without mistakes."""
