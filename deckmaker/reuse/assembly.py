"""A deck as it was written to one in which nothing refers to other files or to variables any more."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.reuse.filling import with_values
from deckmaker.reuse.variables import read_variables
from deckmaker.source import Tree


def assembled(tree: Tree, path: Path, diagnostics: Diagnostics) -> Tree | None:
    """Return a deck, read from the file at `path`, with the values of its variables in its texts.

    What cannot be had is reported, and left out; None where the deck asks for too much.
    """
    scope = read_variables(tree, path, diagnostics)
    return with_values(tree, scope, diagnostics)
