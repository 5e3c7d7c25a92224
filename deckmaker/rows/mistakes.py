"""Mistakes in conditions and names: of the text itself told once, of rows told once for all that have the same."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.reuse.mistakes import report_at
from deckmaker.rows.found import Founds, Gathered
from deckmaker.rows.pattern import UNUSABLE_NAME
from deckmaker.rows.request import Said
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.row import Row


def report_said(mistake: ValueMistake, said: Said | None, option: str, diagnostics: Diagnostics) -> None:
    """Report a mistake in what somebody said, in the deck or as an option of the command; in nothing that was said, it
    has no place."""
    _report(mistake, said.place(option, mistake.begin, mistake.end) if said else None, diagnostics)


class RowMistakes:
    """Mistakes of rows about one text that somebody said, or, where they `follow` from that, about all of it."""

    def __init__(self, said: Said, option: str, diagnostics: Diagnostics, follow: bool = False) -> None:
        self._said, self._option, self._diagnostics, self._follow = said, option, diagnostics, follow
        self._founds, self._gathered = Founds(), Gathered()
        self.are_any = False

    def add(self, mistake: ValueMistake, row: Row) -> None:
        """Take a mistake of a row."""
        self.are_any = True
        found = self._diagnostics.fork()
        with found.of_row(RowPlace(row.columns.file, row.number, row.line)):
            columns = (mistake.column,) if mistake.column else ()
            part = () if self._follow else (mistake.begin, mistake.end)
            place = self._said.place(self._option, *part)
            _report(mistake, place, found, columns)
        self._gathered.add(row.number, self._founds.of(found, ("error",))[0])

    def tell(self) -> None:
        """Report them, each with the rows that have it."""
        self._diagnostics.add(self._gathered)


def _report(mistake: ValueMistake, place: Span | None, diagnostics: Diagnostics, columns: tuple[str, ...] = ()) -> None:
    if mistake.code == UNUSABLE_NAME:
        diagnostics.report("unusable-name", mistake.message, place, mistake.help, columns=columns)
    else:
        report_at(mistake, place, diagnostics)
