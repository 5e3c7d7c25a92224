"""What becomes of a Markdown text: its deck as plain data, and what is said."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import yaml

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.deck_text import deck_text
from deckmaker.importing.markdown.blocks import Place
from deckmaker.importing.markdown.slides import read_deck_of_slides


class Imported(NamedTuple):
    """The YAML of a deck, what another reader of YAML finds in it, and messages with the lines they are about."""

    text: str
    deck: Any
    messages: list[tuple[int, str]]

    @property
    def slides(self) -> list[Any]:
        """The slides behind the title slide."""
        found: list[Any] = self.deck["slides"][1:]
        return found


def imported(markdown: str, level: int | None = None, folder: str = "/talk", deck_folder: str = "/talk") -> Imported:
    """Import a text, which may be indented as in a test."""
    diagnostics = Diagnostics()
    source = SourceFile("talk.md", dedent(markdown).lstrip("\n"))
    place = Place(Path(folder), Path(deck_folder), is_marp=False)
    deck = read_deck_of_slides(source, place, "Talk", level, diagnostics)
    messages = [(one.span.line if one.span else 0, one.message) for one in diagnostics]
    if deck is None:
        return Imported("", None, messages)
    text = deck_text(deck)
    return Imported(text, yaml.load(text, Loader=yaml.BaseLoader), messages)
