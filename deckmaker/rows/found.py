"""What is found in the decks of many rows, said once: the same mistake at the same place is due to the deck."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from deckmaker.budget.messages import MESSAGE_NOTES
from deckmaker.budget.source import MISTAKES
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import CATALOGUE, Diagnostic, Diagnostics, SourceFile, Span
from deckmaker.patterns import pattern

_SAID = 20
"""Mistakes of a row that are remembered of it, in short."""

_SAID_CHARACTERS = 300

_CAUSES = 10
"""Tracebacks that are kept: a mistake of ours has the same in many rows."""

_NUMBERS = 5
"""Numbers of rows that are named."""

_VARYING = pattern(r"`.*`|[\d.,]+", re.DOTALL)
"""What differs between the messages of rows that have the same mistake."""

_LINES = 50
"""Of a file, as many as are sent with a mistake."""


class Found(NamedTuple):
    """A mistake: what makes it the same as another one, and, of the first such in a batch, all that is said of it."""

    key: str
    diagnostic: Diagnostic | None


Identity = tuple[str, str, Span | None]


def identity(one: Diagnostic) -> Identity:
    """Return what tells mistakes apart, whatever severity a deck has for them."""
    return one.code, one.message, one.span


class Founds:
    """What was found in a batch of rows, so far."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def of(
        self, diagnostics: Diagnostics, shows: Collection[str], told: Collection[Identity] = ()
    ) -> tuple[tuple[Found, ...], tuple[str, ...]]:
        """Return the mistakes of a row that are to be shown, by their severities, and its mistakes in short; those that
        are `told` of the deck as a whole are left out."""
        found: list[Found] = []
        said: list[str] = []
        for one in diagnostics:
            if one.severity.value not in shows or identity(one) in told:
                continue
            key = _key(one)
            found.append(Found(key, None if key in self._told else _alone(one)))
            self._told.add(key)
            if len(said) < _SAID and one.severity.value != "note":
                said.append(f"{one.severity.value}[{one.code}]: {one.message}"[:_SAID_CHARACTERS])
        return tuple(found), tuple(said)


@dataclass(slots=True)
class _Many:
    """A mistake in the row where it was found first, and the numbers of others."""

    first: Diagnostic
    number: int
    others: list[int] = field(default_factory=list)
    count: int = 0


class Gathered:
    """What was found in all rows, and the first tracebacks of mistakes of ours."""

    def __init__(self) -> None:
        self.causes: list[str] = []
        self._many: dict[str, _Many] = {}
        self._closed: frozenset[str] = frozenset()

    def add(self, number: int, found: Iterable[Found], causes: Iterable[str] = ()) -> None:
        """Add what was found in the row of a number, and the tracebacks behind it."""
        for cause in causes:
            if len(self.causes) < _CAUSES and cause not in self.causes:
                self.causes.append(cause)
        for key, diagnostic in found:
            many = self._many.get(key)
            if many is None:
                if diagnostic and len(self._many) < MISTAKES.most:
                    self._many[key] = _Many(diagnostic, number)
                continue
            if key in self._closed:
                continue
            many.count += 1
            later = number
            if diagnostic and number < many.number:  # batches come as they are done
                many.first, many.number, later = diagnostic, number, many.number
            many.others = sorted([*many.others, later])[:_NUMBERS]

    def close(self) -> None:
        """All rows were looked at: what was found in them is found again while they are built, and counts once."""
        self._closed = frozenset(self._many)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield mistakes in the order of their places, each with the rows that it is in."""
        in_order = sorted(self._many.values(), key=lambda one: (one.first.span is None, _order(one.first), one.number))
        for one in in_order:
            yield replace(one.first, notes=(*one.first.notes[: MESSAGE_NOTES.most - 1], *_others(one)))


def _others(one: _Many) -> tuple[str, ...]:
    if not one.count:
        return ()
    numbers = [f"{number:,}" for number in one.others]
    if more := one.count - len(numbers):
        numbers.append(f"{more:,} more")
    *firsts, last = numbers
    named = f"{', '.join(firsts)} and {last}" if firsts else last
    # Of a mistake in a value, other rows have values of their own.
    likeness = "alike" if one.first.row and one.first.row.columns else "the same"
    return (f"{likeness} in {one.count:,} other {'row' if one.count == 1 else 'rows'}: {named}",)


def _order(one: Diagnostic) -> tuple[str, int, int]:
    return one.span.order if one.span else ("", 0, 0)


def _key(one: Diagnostic) -> str:
    """Return what two mistakes have in common that have the same cause: of their messages, all but names, values and
    numbers, so that an empty cell is another mistake than a word. Where no place tells, it is the whole message."""
    columns = one.row.columns if one.row else ()
    place = one.span.place if one.span else ""
    said = _VARYING.sub("", one.message) if place else one.message
    return "\0".join((one.code, one.severity.value, place, *columns, said))


def _alone(one: Diagnostic) -> Diagnostic:
    """Return a mistake with only those lines of its file that are shown with it: it is sent to another process."""
    if one.span is None:
        return replace(one, edits=())
    span = one.span
    lines = [span.source.line(number) for number in range(span.line, min(span.end_line, span.line + _LINES) + 1)]
    text = "\n" * (span.line - 1) + "\n".join(lines)
    source = SourceFile(span.source.name, text, span.source.path)
    return replace(one, edits=(), span=replace(span, source=source))


def said_of_none(code: str, message: str, help: str) -> tuple[Found, str]:
    """Return a mistake of no place, as `Founds.of` has it, and in short."""
    diagnostics = Diagnostics()
    diagnostics.add([Diagnostic(code, CATALOGUE[code].severity, message, help=help)])
    (found,), (said,) = Founds().of(diagnostics, {"error"})
    return found, said
