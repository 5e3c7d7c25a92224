"""A file of another tool to a deck's file, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.importing.deck_text import deck_text
from deckmaker.importing.imported import ImportedDeck
from deckmaker.output.atomic import as_it_will_be, atomic_write, refuse_devices, tidy_end, written
from deckmaker.output.taken import may_write
from deckmaker.project import without_links
from deckmaker.source.reading import display_name, read_markdown
from deckmaker.starters.names import title_of


def import_file(
    path: Path, target: Path | None, level: int | None, force: bool, diagnostics: Diagnostics
) -> Path | None:
    """Write the deck of a Markdown file, by default beside it, and return its path; report and return None otherwise.

    `level` is that of headings that begin slides, None for what the file shows. `force` allows to write over a file.
    """
    target = as_it_will_be(target or path.with_suffix(".yaml"))
    if not may_write((target,), path, "the file itself", force, diagnostics):
        return None
    deck = _read(path, target, level, diagnostics)
    if deck is None:
        return None
    try:
        refuse_devices(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tidy_end(), atomic_write(target, written(deck_text(deck).encode())) as put:
            put()
    except OSError as error:
        diagnostics.report("cannot-write", f"cannot write `{display_name(target)}`: {plain_reason(error)}")
        return None
    return target


def _read(path: Path, target: Path, level: int | None, diagnostics: Diagnostics) -> ImportedDeck | None:
    from deckmaker.importing.markdown.blocks import Place
    from deckmaker.importing.markdown.slides import read_deck_of_slides

    source = read_markdown(path, diagnostics)
    if source is None:
        return None
    place = Place(_real(path.parent), _real(target.parent), is_marp=False)
    deck = read_deck_of_slides(source, place, title_of(path.stem), level, diagnostics)
    if deck and len(deck.slides) < 2 and not source.text.strip():
        diagnostics.report("unreadable-file", f"`{display_name(path)}` is empty", help="write something in it")
        return None
    return deck


def _real(folder: Path) -> Path:
    """Return a folder without links where it is there, from which paths of pictures are counted."""
    return without_links(folder) if os.path.isdir(folder) else Path(os.path.abspath(folder))
