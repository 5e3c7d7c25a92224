"""The words of a part of Markdown with a deck's marks, and what stood among them."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, field

BREAK = "\0"
"""Stands before the end of a line that stays one: a sign that no text has once Markdown is read."""


@dataclass(slots=True)
class Words:
    """The words of a paragraph with a deck's marks, and what stood among them: pictures as `(src, alt, title)`."""

    kept: str = ""
    pictures: list[tuple[str, str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, with a backslash at the end of each line that stays one."""
        return self.kept.replace(BREAK, "\\")

    @property
    def line(self) -> str:
        """The words on one line, for a title, a heading, a cell or a caption."""
        return " ".join(self.kept.replace(BREAK, " ").split())
