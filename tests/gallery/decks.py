"""Decks laid out in every theme that the gallery shows them in, or what is wrong with them there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.layout import Document
from deckmaker.pipeline import read_document
from tests.variants import write_variants


@dataclass(frozen=True)
class ThemedDeck:
    """A deck of the project as it is in a theme."""

    deck: Path
    theme: str
    document: Document

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"{self.deck.stem}-{self.theme}"


def read_in_themes(decks: Sequence[Path], themes: Sequence[str], folder: Path) -> list[ThemedDeck]:
    """Return every deck in every theme, from projects written into `folder`.

    Raises click.ClickException with all mistakes of all decks, each under the deck's and the theme's name.
    """
    stems = Counter(deck.stem for deck in decks)
    if twice := [stem for stem, count in stems.items() if count > 1]:
        raise click.ClickException(f"more than one deck is called {', '.join(twice)}")
    found = [one for deck in decks for one in _in_themes(deck, themes, folder / deck.stem)]
    if mistakes := [one for one in found if isinstance(one, str)]:
        raise click.ClickException("\n\n".join(mistakes))
    return [one for one in found if isinstance(one, ThemedDeck)]


def _in_themes(deck: Path, themes: Sequence[str], folder: Path) -> Iterator[ThemedDeck | str]:
    """Yield the deck in each theme, or in its place what is wrong with it."""
    original = _read(deck, f"{deck.name} has mistakes")
    if isinstance(original, str):
        yield original
        return
    folder.mkdir()
    variants = write_variants(deck, original, {f"{deck.stem}-{theme}": {"theme": theme} for theme in themes}, folder)
    for theme, path in zip(themes, variants, strict=True):
        document = _read(path, f"{deck.name} cannot be shown in the theme {theme}")
        if isinstance(document, Document):
            assert document.theme.name == theme
            yield ThemedDeck(deck, theme, document)
        else:
            yield document


def _read(deck: Path, complaint: str) -> Document | str:
    diagnostics = Diagnostics()
    document = read_document(deck, diagnostics)
    return document or "\n".join([f"{complaint}:", *(full(one) for one in diagnostics)])
