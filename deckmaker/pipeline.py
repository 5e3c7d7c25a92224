"""The phases of a build, in order.

    deck.yaml ─read→ text ─parse→ tree ─validate→ entry ─resolve→ Deck ─lay out(theme, fonts)→ Document
                                                                        Document ─render→ bytes ─write→ files

Each phase takes its input and a `Diagnostics` to report to, and returns a new value or None when nothing can be made
of it. No phase prints, exits, or edits what it was given. Each imports its libraries when it runs, so that a command
that stops early starts fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder
from deckmaker.render.registry import load_renderer

if TYPE_CHECKING:
    from deckmaker.layout import Document


def read_document(path: Path, diagnostics: Diagnostics) -> Document | None:
    """Take a deck through all phases before rendering; report every mistake, return None if any is an error."""
    from deckmaker.language.deck import DeckEntry
    from deckmaker.language.validation import validate
    from deckmaker.layout import layout_deck
    from deckmaker.resolve import resolve_deck
    from deckmaker.source import parse_yaml, read_source
    from deckmaker.theme import load_theme

    source = read_source(path, diagnostics)
    tree = source and parse_yaml(source, diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    if not (tree and entry):
        return None
    deck = resolve_deck(entry, tree, path, diagnostics)
    theme = load_theme(entry.theme, entry.size, path, tree.value_span(("theme",)), diagnostics)
    document = layout_deck(deck, theme, diagnostics) if theme else None
    return None if diagnostics.failed() else document


def build(
    document: Document, stem: str, formats: Iterable[str], folder: OutputFolder, diagnostics: Diagnostics
) -> list[Path]:
    """Render a document into `folder` in each format; one that fails leaves the others, and older files, intact."""
    written: list[Path] = []
    for name in formats:
        if renderer := load_renderer(name, diagnostics):
            stream = BytesIO()
            try:
                renderer.render(document, stream, diagnostics)
                file_name = f"{stem}.{renderer.extension}"
            except Exception as error:  # a plug-in may raise anything, and must not take the other formats down
                diagnostics.report("renderer-failed", f"format `{name}` could not be made: {error}")
                continue
            if path := folder.write(file_name, stream.getvalue(), diagnostics):
                written.append(path)
    return written
