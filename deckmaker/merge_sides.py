"""What `deckmaker merge` reads before it changes anything: the edited presentation, and what that was made of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.reading import PlacedSide, placed_sides
from deckmaker.comparison.slide_ids import SlideIds
from deckmaker.comparison.split_slides import split_titles
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.importing import PICTURES, has_names
from deckmaker.made_of import OtherRow, Told, ids_of_built, made_of, row_of, told_by
from deckmaker.memories import DeckMemory
from deckmaker.merging.pictures import PutPictures, in_folder
from deckmaker.messages import MessageOptions
from deckmaker.presentation_losses import Lost
from deckmaker.presentation_sides import (
    ImportedSide,
    as_deck,
    data_of,
    is_edited_below_charts,
    is_presentation,
    is_surely_presentation,
)
from deckmaker.project import without_links
from deckmaker.read_sides import read_side
from deckmaker.source.reading import display_name, read_deck
from deckmaker.source.yaml_reader import parse_yaml


class Edited(NamedTuple):
    """The presentation that somebody edited, imported: what it says, and its data with the pictures of new slides."""

    imported: ImportedSide
    facts: DeckFacts
    data: Any
    pictures: PutPictures


class Base(NamedTuple):
    """What the presentation was made of, imported, where that is not the deck as it is.

    `split` has the titles of slides with several pages. A base that is a presentation itself has `told` what it was
    made of.
    """

    facts: DeckFacts
    data: Any
    lost: Lost
    split: frozenset[str]
    told: Told | None


class Sides:
    """A deck, the presentation that was edited, and what that was made of; their temporary files go with `stack`.

    `told` is what the presentation tells of itself, and `named` whether its shapes have names. It `is_older` where it
    was made of a state of the deck that nobody has any more; then there is no `base`. `said` are messages about what
    cannot be read.
    """

    def __init__(
        self,
        deck: Path,
        edited: Path,
        stack: ExitStack,
        found: Diagnostics,
        audience: str | None,
        row: int | None,
    ) -> None:
        self._deck, self._path, self._stack, self._found = deck, edited, stack, found
        self.audience, self.row = audience, row
        self.folder = f"{deck.stem}{PICTURES}"  # beside the deck, for pictures of slides that came
        self.told, self.named = Told(), False
        self.base: Base | None = None
        self.is_told = self.is_older = False
        self.said: Sequence[str] = ()
        self._edited: Edited | None = None
        self._has_chart_notes = False  # whether lines about charts are told by those of what was edited

    @property
    def edited(self) -> Edited:
        """The presentation that was edited, once it is read."""
        assert self._edited is not None, "the presentation was read"
        return self._edited

    def read(self, base: str | None) -> bool:
        """Read the presentation, and what it was made of; report and return False where one cannot be read."""
        if not is_surely_presentation(self._path, self._found):
            return False
        self.told, self.named = told_by(self._path), has_names(self._path)
        whole = self._as_deck(PlacedSide(self._path, display_name(self._path)))
        source = read_deck(self._deck, self._found) if whole else None
        if whole is None or source is None or not self._knows_the_row(source):
            return False
        if not self._takes(whole):
            return False
        if base is None:
            state = made_of(self._deck, self.told.digest)
            self.is_told, base = state.is_told, state.revision
            self.is_older = state.is_older and base is None
        return base is None or self._reads_base(base)

    def _reads_base(self, base: str) -> bool:
        if os.path.exists(base) and os.path.samefile(base, self._path):
            message = f"`--base` names `{display_name(self._path)}` itself, which has no changes from that"
            help = "name what it was made of: the presentation as you sent it, or a copy of the deck as it was"
            self._found.report("base-unknown", message, help=help)
            return False
        sides = placed_sides(base, str(self._deck), self._stack, self._found)
        told = told_by(sides[0].path) if sides and is_presentation(sides[0].path) else None
        found = self._as_deck(sides[0]) if sides else None
        facts = self.facts_of(found.side) if found else None
        if found is None or facts is None or not self.knows_chart_notes(found):
            return False
        self.base = Base(facts, data_of(found), found.lost, split_titles(found.side.split), told)
        return not self.is_unlike(compare(facts, self.edited.facts), found.side.name)

    def _takes(self, whole: ImportedSide) -> bool:
        """Take the presentation as it was imported; return False where its facts cannot be read."""
        folder = whole.side.path.stem + PICTURES
        pictures = PutPictures(whole.side.path.parent / folder, without_links(self._deck.parent) / self.folder)
        facts, data = self.facts_of(whole.side), data_of(whole)
        if facts is None:
            return False
        self._edited = Edited(whole, facts, in_folder(data, f"{folder}/", f"{self.folder}/"), pictures)
        return True

    def knows_chart_notes(self, base: ImportedSide) -> bool:
        """Read the presentation again if its lines about charts are not those of what it was made of, with these;
        return False where it cannot be read."""
        if self._has_chart_notes:
            return True
        self._has_chart_notes = True
        if not is_edited_below_charts(self.edited.imported, base):
            return True
        whole = self._as_deck(PlacedSide(self._path, display_name(self._path)), base.chart_notes)
        return whole is not None and self._takes(whole)

    def is_unlike(self, between: Comparison, name: str) -> bool:
        """Tell, and report, whether the presentation has no slide of what it is said to be made of."""
        if between.same or any(slide.old and slide.new for slide in between.slides):
            return False
        edited = display_name(self._path)
        message = f"no slide of `{edited}` is like one of `{name}`"
        help = f"name what was made of the deck; `deckmaker import {edited}` makes a new deck of it"
        self._found.report("unlike-deck", message, help=help)
        return True

    def _knows_the_row(self, source: SourceFile) -> bool:
        """Tell whether it is known of which row this presentation was made, where the deck makes one of each; report
        where not."""
        try:
            self.row = row_of(self._deck, self._path, self.told.row, self.row, self._found)
        except OtherRow:
            return False
        tree = parse_yaml(source, Diagnostics()) if self.row is None else None
        if tree is None or not isinstance(tree.data, dict) or tree.data.get("rows") is None:
            return True
        deck, edited = source.name, display_name(self._path)
        message = f"`{deck}` makes a presentation of each row, and nobody said of which `{edited}` was made"
        help = "name the row by its number, as in `--row 1`"
        self._found.report("row-unnamed", message, tree.key_span(("rows",)), help)
        return False

    def ids_of(self, base: Any) -> SlideIds:
        """Return the ids of the slides of what the presentation was made of, by its data, and of its own."""
        count, told = len(base["slides"]), self.base.told if self.base else None
        old = told.ids_of(count) if told else ids_of_built(count)
        return SlideIds(old, self.told.ids_of(len(self.edited.data["slides"])))

    def _as_deck(self, side: PlacedSide, chart_notes: Sequence[Sequence[str]] = ()) -> ImportedSide | None:
        return as_deck(side, self._stack, self._found, self.audience, self.row, self.named, chart_notes=chart_notes)

    def facts_of(self, side: PlacedSide, memory: DeckMemory | None = None) -> DeckFacts | None:
        """Return what an imported deck says; None, with the reasons kept, where it cannot be read."""
        read = read_side(side, MessageOptions(), None, None, True, memory)
        if read.facts is None:
            self.said = read.messages
        return read.facts
