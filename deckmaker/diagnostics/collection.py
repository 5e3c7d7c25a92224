"""Where stages report, and what their reports amount to."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics.catalogue import CATALOGUE, Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.span import Span


class Diagnostics:
    """Collects what the stages report. The one mutable value that travels through the pipeline."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}  # a set that keeps its order

    def report(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        help: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Add a diagnostic of a catalogued `code`; an identical one at the same place is kept once.

        Raises KeyError when the code is not in the catalogue, which is a mistake of ours.
        """
        self._found[Diagnostic(code, CATALOGUE[code].severity, message, span, help, notes)] = None

    def adopt_errors(self, other: Diagnostics) -> None:
        """Add another's errors; its warnings and notes are left out."""
        self._found |= dict.fromkeys(one for one in other if one.severity is Severity.ERROR)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield in order of place; what has no place comes last, in the order it was found."""
        return iter(sorted(self._found, key=lambda one: (one.span is None, one.span.order if one.span else ())))

    def __len__(self) -> int:
        return len(self._found)

    def failed(self, strict: bool = False) -> bool:
        """Tell whether there is an error; with `strict`, warnings count as errors."""
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(one.severity in failing for one in self._found)
