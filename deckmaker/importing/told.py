"""What is said of a file while it is imported: each kind of loss at its first place, and how often it comes."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.diagnostics import Diagnostics, Span


class Told:
    """Gathers what a deck has no place for, by the numbers of lines or slides, and reports it in the end."""

    def __init__(self, span_of: Callable[[int], Span]) -> None:
        """Take what returns the place of a number."""
        self.span_of = span_of
        self._found: dict[tuple[str, str], list[int]] = {}

    def note(self, number: int, message: str, help: str) -> None:
        """Note what was lost or changed in a place."""
        self._found.setdefault((message, help), []).append(number)

    def tell_all(self, diagnostics: Diagnostics) -> None:
        """Report all that was noted."""
        for (message, help), numbers in self._found.items():
            others = len(numbers) - 1
            times = f" (and {others:,} more like it)" if others else ""
            diagnostics.report("not-imported", f"{message}{times}", self.span_of(numbers[0]), help)
