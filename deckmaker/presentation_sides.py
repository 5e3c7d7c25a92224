"""Presentations to compare: what somebody changed in PowerPoint, as two decks that were imported alike.

A deck that stands beside a presentation is built as one first. So both have lost the same on their way, and what is
left of a difference is what somebody changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from deckmaker.comparison.reading import PlacedSide
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.importing import import_file
from deckmaker.memories import DeckMemory
from deckmaker.one_deck import read_one
from deckmaker.output import Origin, OutputFolder
from deckmaker.pipeline import build

_PRESENTATION = ".pptx"


def as_decks(
    sides: Sequence[PlacedSide], stack: ExitStack, diagnostics: Diagnostics, audience: str | None, row: int | None
) -> list[PlacedSide]:
    """Return presentations as imported decks, and decks as what comes back of the presentations that they make.

    These lie in folders that go with `stack`. Reports what is wrong with a side, and returns nothing.
    """
    found: list[PlacedSide] = []
    for side in sides:
        one = as_deck(side, stack, diagnostics, audience, row)
        if one is None:
            return []
        found.append(one)
    return found


def as_deck(
    side: PlacedSide,
    stack: ExitStack,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    memory: DeckMemory | None = None,
) -> PlacedSide | None:
    """Return a presentation as an imported deck, or a deck as what comes back of the presentation that it makes.

    It lies in a folder that goes with `stack`. Reports what is wrong with it, and returns None. A `memory` of the deck
    has what was laid out of it before.
    """
    place = Path(stack.enter_context(TemporaryDirectory(prefix="deckmaker-")))
    (place / "deckmaker.yaml").touch()  # a project of its own: so paths are alike
    source = side.path if is_presentation(side.path) else _built(side.path, place, diagnostics, audience, row, memory)
    if source is None:
        return None
    said = Diagnostics()
    written = import_file(source, place / "deck.yaml", None, False, said, by_content=True)
    if not written:
        diagnostics.extend(said)
        return None
    return PlacedSide(written[0], side.name)


def _built(
    deck: Path,
    place: Path,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    memory: DeckMemory | None,
) -> Path | None:
    said = Diagnostics()
    read = read_one(deck, said, audience, row, memory=memory)
    if read is None or said.failed(False):
        diagnostics.extend(said)
        return None
    built = build(read.document, "built", ["pptx"], OutputFolder(place, True, Origin.of(deck), True), said)
    if not built:
        diagnostics.extend(said)
        return None
    return built[0]


def is_presentation(path: Path) -> bool:
    """Tell whether a file is a presentation of PowerPoint, by its name."""
    return path.suffix.lower() == _PRESENTATION
