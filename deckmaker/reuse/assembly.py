"""A deck as it was written to one in which nothing refers to other files or to variables any more."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.reuse.filling import with_values
from deckmaker.reuse.including import with_included
from deckmaker.reuse.variables import read_variables
from deckmaker.source import Tree


def assembled(tree: Tree, path: Path, diagnostics: Diagnostics) -> Tree | None:
    """Return a deck, read from the file at `path`, with the slides that it includes, and values in its texts.

    What cannot be had is reported, and left out; None where the deck asks for too much.
    """
    whole = with_included(tree, path, diagnostics)
    if whole is None:
        return None
    scope = read_variables(whole, path, diagnostics)
    return with_values(whole, scope, diagnostics)
