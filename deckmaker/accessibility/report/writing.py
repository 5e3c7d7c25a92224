"""A report into its file: whole or not at all, and never over what is no report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckmaker.accessibility.report.facts import DeckFacts
from deckmaker.accessibility.report.page import GENERATOR, report_page
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.output.atomic import as_it_will_be, atomic_write, refuse_devices, written
from deckmaker.output.marked import is_free
from deckmaker.source.reading import display_name


def write_report(decks: Sequence[DeckFacts], target: Path, diagnostics: Diagnostics) -> bool:
    """Write a report on decks into `target`, whose folder is made where there is none; tell whether that was done."""
    target = as_it_will_be(target)
    name = display_name(target)
    try:
        refuse_devices(target)
        if not is_free(target, GENERATOR):
            message = f"`{name}` is there already, and is no such report"
            diagnostics.report("edited-output", message, help="give `--report` another name, or remove the file")
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target, written(report_page(decks))) as put:
            put()
    except OSError as error:
        help = "give `--report` the name of a file in a folder that you may write to"
        diagnostics.report("cannot-write", f"`{name}` cannot be written: {plain_reason(error)}", help=help)
        return False
    return True
