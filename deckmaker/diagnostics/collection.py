"""Where stages report, and what their reports amount to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from deckmaker.budget.source import MISTAKES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics.catalogue import CATALOGUE, Severity
from deckmaker.diagnostics.column_places import ColumnPlaces
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.edit import Edit
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.diagnostics.span import Span

Levels = Mapping[str, Severity]
"""Codes with the severity that somebody wants them to have."""


class Diagnostics:
    """Collects what the stages report. The one mutable value that travels through the pipeline.

    Stages report codes; how bad each is comes out when the collection is read, from the catalogue and from `levels`.
    So it does not matter whether a deck's own levels are known before or after a mistake in it is found.

    Of one code, so many are kept as MISTAKES allows, and the others counted: whether anything failed is the same.
    """

    def __init__(self, levels: Levels | None = None) -> None:
        """Begin with the levels that the user asks for; they win over those of decks."""
        self._found: dict[Diagnostic, None] = {}  # a set that keeps its order
        self._kept: Counter[str] = Counter()  # by code
        self._untold: Counter[str] = Counter()
        self._levels = dict(levels or {})
        self.reports = 0
        """How often something was reported, again or not: who works without a report leaves it as it is."""
        self.causes: list[str] = []
        """The tracebacks behind some diagnostics, for whoever mends the code."""
        self._row: RowPlace | None = None
        self._of_columns = ColumnPlaces()
        self._unfilled: set[Span] = set()

    @contextmanager
    def of_row(self, row: RowPlace | None) -> Iterator[None]:
        """Let all that is reported meanwhile say that it is about the deck of a row."""
        before = self._row, self._of_columns, self._unfilled
        self._row, self._of_columns, self._unfilled = row, ColumnPlaces(), set()
        try:
            yield
        finally:
            self._row, self._of_columns, self._unfilled = before

    def name_columns(self, span: Span, columns: Sequence[str]) -> None:
        """Let what is reported within a place say that what stands there comes from columns of the row."""
        if self._row and columns:
            self._of_columns.add(span, columns)

    def leave_unfilled(self, span: Span) -> None:
        """Note a text that stays without its values, for mistakes that are reported: what is reported of it later and
        quotes the braces in it, as a file that is not there, follows from these alone, and is left out."""
        self._unfilled.add(span)

    def _row_at(self, span: Span | None, columns: Sequence[str]) -> RowPlace | None:
        """Return the row, with the columns at fault: those that are named, else those of which a value is there."""
        if self._row is None:
            return None
        if not columns and span:
            columns = self._of_columns.at(span)
        return replace(self._row, columns=tuple(columns))

    def report(
        self,
        code: str,
        message: str,
        span: Span | None = None,
        help: str | None = None,
        notes: tuple[str, ...] = (),
        cause: Exception | None = None,
        edits: tuple[Edit, ...] = (),
        columns: Sequence[str] = (),
    ) -> None:
        """Add a diagnostic of a catalogued `code`; an identical one at the same place is kept once.

        `columns` are those of the row whose values are at fault, where no place tells that.

        Raises KeyError when the code is not in the catalogue, which is a mistake of ours.
        """
        self.reports += 1
        if self._unfilled and span in self._unfilled and "{{" in message and not cause:
            return
        if self._kept[code] >= MISTAKES.most and not cause:
            self._untold[code] += 1
            return
        row = self._row_at(span, columns)
        self._keep([Diagnostic(code, CATALOGUE[code].severity, message, span, help, notes, edits, row)])
        if cause:
            import traceback

            self.causes.append("".join(traceback.format_exception(cause)))

    def take_levels(self, levels: Levels) -> None:
        """Take over a deck's own levels, for what is reported already and what will be."""
        self._levels = {**levels, **self._levels}

    def fork(self) -> Diagnostics:
        """Return an empty collection with the same levels, for work whose mistakes may not count."""
        forked = Diagnostics(self._levels)
        forked._row, forked._of_columns, forked._unfilled = self._row, self._of_columns, self._unfilled
        return forked

    def extend(self, other: Diagnostics, but: Collection[str] = ()) -> None:
        """Add all that another holds, those of the codes in `but` left out."""
        self.reports += other.reports
        self._keep(one for one in other._found if one.code not in but)
        self._untold += Counter({code: count for code, count in other._untold.items() if code not in but})
        self.causes += other.causes

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics as they are."""
        held = list(found)
        self.reports += len(held)
        self._keep(held)

    def extend_errors(self, other: Diagnostics, but: Collection[str] = ()) -> None:
        """Add another's errors, those of the codes in `but` left out; its warnings and notes are left out too."""

        def is_taken(code: str) -> bool:
            return code not in but and other._severity(code) is Severity.ERROR

        self._keep(one for one in other._found if is_taken(one.code))
        self._untold += Counter({code: count for code, count in other._untold.items() if is_taken(code)})
        self.causes += other.causes

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield in order of place; what has no place comes last, in the order it was found. What is off is left out.

        The last of a code says how many more of it there are than are kept.
        """
        shown = (replace(one, severity=self._severity(one.code)) for one in self._found)
        in_order = sorted(
            (one for one in shown if one.severity is not Severity.OFF),
            key=lambda one: (one.span is None, one.span.order if one.span else ()),
        )
        last = {one.code: index for index, one in enumerate(in_order) if one.code in self._untold}
        for code, index in last.items():
            further = f"{self._untold[code]:,} more mistakes of this kind are not listed"
            in_order[index] = replace(in_order[index], notes=(*in_order[index].notes, further))
        return iter(in_order)

    def __len__(self) -> int:
        return sum(self._severity(one.code) is not Severity.OFF for one in self._found)

    def is_off(self, code: str) -> bool:
        """Tell whether a code is not said at all, whatever there is to say."""
        return self._severity(code) is Severity.OFF

    def failed(self, strict: bool = False) -> bool:
        """Tell whether there is an error; with `strict`, warnings count as errors."""
        failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(self._severity(one.code) in failing for one in self._found)

    def _keep(self, found: Iterable[Diagnostic]) -> None:
        """Keep what is not kept yet, as far as there may be more of its code."""
        for one in found:
            if one in self._found:
                continue
            if self._kept[one.code] >= MISTAKES.most:
                self._untold[one.code] += 1
            else:
                self._kept[one.code] += 1
                self._found[one] = None

    def _severity(self, code: str) -> Severity:
        known = CATALOGUE[code]
        return known.severity if known.is_fixed else self._levels.get(code, known.severity)
