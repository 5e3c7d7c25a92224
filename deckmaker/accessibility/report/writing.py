"""A report into its file: whole or not at all, and never over what is no report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckmaker.accessibility.report.facts import DeckFacts
from deckmaker.accessibility.report.page import GENERATOR, report_page
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.output.atomic import atomic_write, tidy_end, written
from deckmaker.source.reading import display_name

_MARK = GENERATOR.split("{}")
_HEAD = 1_000
"""Bytes of a file in which a report says that it is one."""


def write_report(decks: Sequence[DeckFacts], target: Path, diagnostics: Diagnostics) -> bool:
    """Write a report on decks into `target`, whose folder is made where there is none; tell whether that was done."""
    name = display_name(target)
    try:
        if not _is_ours(target):
            message = f"`{name}` is there already, and is no such report"
            diagnostics.report("edited-output", message, help="give `--report` another name, or remove the file")
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        with tidy_end(), atomic_write(target, written(report_page(decks))) as put:
            put()
    except OSError as error:
        help = "give `--report` the name of a file in a folder that you may write to"
        diagnostics.report("cannot-write", f"`{name}` cannot be written: {plain_reason(error)}", help=help)
        return False
    return True


def _is_ours(target: Path) -> bool:
    """Tell whether a file may be written: there is none, or a report of an earlier run. Raises OSError."""
    if not target.exists():
        return True
    with target.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8", "replace")
    return all(part in head for part in _MARK)
