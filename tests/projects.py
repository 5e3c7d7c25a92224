"""Small projects on disk for tests: decks, pictures, and what deckmaker says of them."""

from __future__ import annotations

import os
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner, Result
from PIL import ExifTags, Image

from deckmaker.cli import main
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.printer import full
from deckmaker.layout import Document
from deckmaker.pipeline import read_document
from deckmaker.theme import Theme, load_theme

ROOT = Path(__file__).parent.parent
ROWS_DECK = ROOT / "decks" / "regional.yaml"
"""The deck of which there is one for each row of a table."""

DECKS = [path for path in sorted((ROOT / "decks").glob("*.yaml")) if path != ROWS_DECK]
"""Our other decks, for what is tried on all of them. That one is forty decks of few slides, whose kinds of blocks the
others have, too: `tests/regional` builds and reads all of its files."""

DECK = "title: Night noise\nslides:\n  - title: Night noise\n"
"""The first three lines of most decks here; what is added belongs to its slide."""


def place(text: str = "x") -> Span:
    """Return a place for what a test reports."""
    return Span(SourceFile("deck.yaml", text), 1, 1, 1, 2)


@cache
def briefing(size: str = "16:9", name: str = "briefing") -> Theme:
    """Load the built-in theme, or another of the built-in ones."""
    diagnostics = Diagnostics()
    theme = load_theme(name, size, ROOT / "deck.yaml", place(), diagnostics)
    assert theme and not len(diagnostics)
    return theme


class Project:
    """A project below `folder`: decks/deck.yaml and whatever a test adds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.deck = folder / "decks" / "deck.yaml"
        self.deck.parent.mkdir(exist_ok=True)

    def write(self, text: str | bytes) -> Path:
        """Write the deck."""
        self.deck.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.deck

    def read(self, text: str | bytes) -> tuple[Document | None, Diagnostics]:
        """Write the deck and take it through every phase before rendering."""
        diagnostics = Diagnostics()
        return read_document(self.write(text), diagnostics), diagnostics

    def document(self, text: str) -> Document:
        """Return the document of a deck that has no errors."""
        document, diagnostics = self.read(text)
        assert document, self.shown(diagnostics)
        return document

    def said(self, text: str | bytes) -> str:
        """Return every message about a deck, as printed."""
        return self.shown(self.read(text)[1])

    def shown(self, diagnostics: Diagnostics) -> str:
        """Return printed messages with paths relative to the project."""
        return "\n\n".join(full(one) for one in diagnostics).replace(f"{self.folder}/", "")

    def picture(self, name: str, size: tuple[int, int] = (8, 6), creator: str = "") -> Path:
        """Put a picture into the project, in the format that its name says; its Exif may name who made it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_picture(Image.registered_extensions()[path.suffix.lower()], size, creator))
        return path


@cache
def _picture(format: str, size: tuple[int, int], creator: str) -> bytes:
    exif = Image.Exif()
    exif.update({ExifTags.Base.Artist: creator} if creator else {})
    stream = BytesIO()
    Image.new("RGB", size, "#336699").save(stream, format, exif=exif)
    return stream.getvalue()


COMMAND = [sys.executable, "-m", "deckmaker"]
"""The command, for a process of its own."""


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which a process of its own finds this deckmaker wherever it runs."""
    return os.environ | {"PYTHONPATH": str(ROOT)} | more


def run(*arguments: str | Path) -> Result:
    """Run the command in this process; an exception other than its exit fails the test, caught by deckmaker or not."""
    result = CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)
    assert "mistake of its own" not in result.stderr, result.stderr
    return result
