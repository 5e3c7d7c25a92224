"""What a program that stays open keeps of a deck, so that the next look takes as long as what changed."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import SourceFile
from deckmaker.layout.memory import LayoutMemory
from deckmaker.project import mark_of, own_mark
from deckmaker.resolve.memory import ResolveMemory
from deckmaker.source import Tree


class DeckMemory:
    """The slides of one deck as they were resolved and laid out last."""

    def __init__(self, layout: LayoutMemory | None = None) -> None:
        self.layout = layout or LayoutMemory()
        self._slides: ResolveMemory | None = ResolveMemory()
        self._sources: dict[str, SourceFile] = {}

    def source(self, now: SourceFile) -> SourceFile:
        """Return the one value that stands for a file at each look, with the text that it has now.

        Places in it hold it, and so does what is kept of slides that stayed where they are: what is said of these
        quotes the text of now, and no text of before is kept.
        """
        one = self._sources.setdefault(now.name, now)
        object.__setattr__(one, "text", now.text)
        return one

    def of_layout(self) -> DeckMemory:
        """Return what holds for a deck whose slides are not all written in its own file, or hold values of others: what
        was laid out alone."""
        one = DeckMemory(self.layout)
        one._slides = None
        return one

    def of_slides(self, tree: Tree, path: Path) -> ResolveMemory | None:
        """Return what is known of the slides of a deck's tree, if they are written in its own file."""
        if self._slides:
            settings = own_mark(path)
            self._slides.begin(tree, settings and mark_of(settings))
        return self._slides
