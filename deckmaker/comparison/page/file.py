"""The page into its file: whole or not at all, and never over what is no such page."""

from __future__ import annotations

from pathlib import Path

from deckmaker.assets import PictureLost
from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.page.page import GENERATOR, comparison_page
from deckmaker.comparison.page.pictures import pictures_of
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.layout import Document
from deckmaker.output.atomic import as_it_will_be, atomic_write, refuse_devices, written
from deckmaker.output.marked import is_free
from deckmaker.source.reading import display_name


def write_page(
    comparison: Comparison, old: Document, new: Document, target: Path, force: bool, diagnostics: Diagnostics
) -> bool:
    """Write the page about two decks into `target`, whose folder is made where there is none; tell whether that was
    done. With `force`, over any file."""
    target = as_it_will_be(target)
    name = display_name(target)
    try:
        refuse_devices(target)
        if not force and not is_free(target, GENERATOR):
            message = f"`{name}` is there already, and is no page of `deckmaker diff`"
            diagnostics.report("edited-output", message, help="choose another name, or add `--force`")
            return False
        page = comparison_page(comparison, pictures_of(comparison, old, new, diagnostics))
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target, written(page)) as put:
            put()
    except PictureLost as loss:
        diagnostics.report("unusable-picture", str(loss), help=loss.flaw.help)
        return False
    except OSError as error:
        help = "give `--output` the name of a file in a folder that you may write to"
        diagnostics.report("cannot-write", f"`{name}` cannot be written: {plain_reason(error)}", help=help)
        return False
    return True
