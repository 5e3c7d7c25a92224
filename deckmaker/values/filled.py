"""Texts whose holes are filled: what they say, and what of that may be read as marks."""

from __future__ import annotations

from collections.abc import Callable


class Filled(str):
    """A text with its values. `marked` is the same for whoever reads marks: signs of values have stand-ins there."""

    __slots__ = ("marked",)

    marked: str

    def __new__(cls, text: str, marked: str) -> Filled:
        """Return the text, and keep what may be read as marks."""
        made = super().__new__(cls, text)
        made.marked = marked
        return made

    def __reduce__(self) -> tuple[type[Filled], tuple[str, str]]:
        """Return what a copy is made of."""
        return Filled, (str(self), self.marked)


def mapped(text: str, change: Callable[[str], str]) -> str:
    """Return a text as a change makes it, one whose values still have no marks where it is a `Filled` one."""
    return Filled(change(text), change(text.marked)) if isinstance(text, Filled) else change(text)
