"""The deck as it lies on the desk: looked at again after each change, with the last page that came of it.

What was laid out and drawn is kept, so that a look takes as long as what changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.guards import guarded
from deckmaker.memories import DeckMemory
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.one_deck import read_one
from deckmaker.pipeline import ReadDeck
from deckmaker.preview.parts import PageParts
from deckmaker.project import Mark, forget_roots, note, paths_noted
from deckmaker.render.html.page import drawn_page
from deckmaker.render.html.section_memory import SectionMemory


class Look(NamedTuple):
    """What a look at a deck found: its messages as the terminal has them, without colours and as they are
    `printed`, whether it `failed`, and the paths that it
    was made of with their marks.

    `read` and `parts` are of the last deck that did not fail, None before there was any. `mistakes` are those messages
    that made it fail.
    """

    number: int
    messages: tuple[str, ...]
    printed: tuple[str, ...]
    failed: bool
    marks: Mapping[Path, Mark]
    read: ReadDeck | None
    parts: PageParts | None
    mistakes: tuple[str, ...] = ()


class Desk:
    """A deck that is looked at again and again. `working` is held by whoever works on it, one thread at a time."""

    def __init__(
        self, deck: Path, messages: MessageOptions, audience: str | None = None, row: int | None = None
    ) -> None:
        """Begin without a look; the deck is that for an `audience`, else that for everybody, and of a deck with rows
        that of one `row`, else of the first."""
        self.deck = deck
        self._audience, self._row = audience, row
        self.options = messages
        self.working = RLock()
        self.last = Look(0, (), (), True, {}, None, None)
        self._memory = DeckMemory()
        self._sections = SectionMemory()

    def look(self) -> Look:
        """Look at the deck, and return what there is to see."""
        with self.working:
            forget_roots()
            diagnostics = Diagnostics(self.options.levels)
            before, read, parts = self.last, None, None
            with paths_noted() as marks, guarded(self.deck, diagnostics):
                note(self.deck)  # a change of it counts, whatever it is and however little of it was read
                read = read_one(self.deck, diagnostics, self._audience, self._row, memory=self._memory)
                if read and not diagnostics.failed(self.options.strict):
                    page = drawn_page(read.document, self._sections)
                    parts = PageParts(page, before.parts.digests if before.parts else {})
            lines = tuple(message_lines(diagnostics, self.options, is_coloured=False))
            if parts is None:
                read, parts = before.read, before.parts
            failed = diagnostics.failed(self.options.strict)
            printed = tuple(message_lines(diagnostics, self.options))
            errors = [one for one in diagnostics if self.options.strict or one.severity is Severity.ERROR]
            mistakes = tuple(message_lines(errors, self.options, is_coloured=False)) if failed else ()
            self.last = Look(before.number + 1, lines, printed, failed, marks, read, parts, mistakes)
            return self.last
