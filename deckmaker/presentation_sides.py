"""Presentations to compare: what somebody changed in PowerPoint, as two decks that were imported alike.

A deck that stands beside a presentation is built as one first. So both have lost the same on their way, and what is
left of a difference is what somebody changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from deckmaker.comparison.reading import PlacedSide
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.deck_text import as_written
from deckmaker.importing.imported import ImportedDeck
from deckmaker.importing.importing import has_names, import_to_compare
from deckmaker.memories import DeckMemory
from deckmaker.one_deck import read_one
from deckmaker.output import Origin, OutputFolder
from deckmaker.output.temporary import HELP, temporary_folder
from deckmaker.pipeline import build
from deckmaker.presentation_losses import Lost
from deckmaker.source.reading import display_name, read_deck
from deckmaker.source.yaml_reader import parse_yaml

_PRESENTATION = ".pptx"
_OTHERS = (".potx", ".ppsx", ".pptm", ".ppt", ".odp")
"""Endings of other files that PowerPoint can save as a presentation."""

_BUILT = "deckmaker-built.pptx"
"""What is built of a deck, in a folder that nobody sees."""


def as_decks(
    sides: Sequence[PlacedSide], stack: ExitStack, diagnostics: Diagnostics, audience: str | None, row: int | None
) -> list[ImportedSide]:
    """Return presentations as imported decks, and decks as what comes back of the presentations that they make.

    These lie in folders that go with `stack`. Reports what is wrong with a side, and returns nothing.
    """
    found: list[ImportedSide] = []
    named = all(has_names(side.path) for side in sides if is_presentation(side.path))
    for side in sides:
        one = as_deck(side, stack, diagnostics, audience, row, named)
        if one is None:
            return []
        found.append(one)
    if len(found) == 2:
        edited = 0 if found[1].lost.is_built and not found[0].lost.is_built else 1
        if is_edited_below_charts(found[edited], found[1 - edited]):
            known = found[1 - edited].chart_notes
            again = as_deck(sides[edited], stack, diagnostics, audience, row, named, chart_notes=known)
            found[edited] = again or found[edited]
    return found


class ImportedSide(NamedTuple):
    """A deck that was imported to be compared, and what of its presentation no deck has a place for.

    Of a deck that was built first, `begins` are the lines and columns, from 1, at which the slides that it shows begin
    in its file. Its `boxes` are the paragraphs of the text boxes on each of its slides, by their numbers from 1,
    `chart_notes` the lines about charts in notes, of each slide that has some, and `listed_notes` all notes, with
    their lists, by the numbers of their slides; `plain_notes` are those of their lines that are no items. On those with
    `lost_notes` these are not known: the presentation does not hold them.
    """

    side: PlacedSide
    lost: Lost
    begins: frozenset[tuple[int, int]] = frozenset()
    boxes: Mapping[int, Sequence[Sequence[str]]] = {}
    chart_notes: Sequence[Sequence[str]] = ()
    listed_notes: Mapping[int, str] = {}
    lost_notes: frozenset[int] = frozenset()
    plain_notes: Mapping[int, frozenset[str]] = {}


class _Built(NamedTuple):
    """The presentation of a deck; where the slides that it shows begin in the deck's file, and the titles of the pages
    of those that were split."""

    path: Path
    begins: frozenset[tuple[int, int]]
    split: frozenset[str]


def as_deck(
    side: PlacedSide,
    stack: ExitStack,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    named: bool,
    memory: DeckMemory | None = None,
    chart_notes: Sequence[Sequence[str]] = (),
) -> ImportedSide | None:
    """Return a presentation as an imported deck, or a deck as what comes back of the presentation that it makes.

    It lies in a folder that goes with `stack`. Reports what is wrong with it, and returns None. It is read by the
    names of its shapes only where all sides are `named`. A `memory` of the deck has what was laid out of it before.
    Of an edited presentation, `chart_notes` are those of what it was made of, where these are known.
    """
    place = stack.enter_context(temporary_folder())
    (place / "deckmaker.yaml").touch()  # a project of its own: so paths are alike
    built = _Built(side.path, frozenset(), frozenset())
    if not is_presentation(side.path):
        made = _built(side.path, place, diagnostics, audience, row, memory)
        if made is None:
            return None
        built = made
    said = Diagnostics()
    written = import_to_compare(built.path, place / "deck.yaml", said, named, chart_notes)
    if not written:
        _tell_without_place(said, side.name, diagnostics)
        return None
    path, deck = written
    lost = Lost(side.name, built.path.name == _BUILT, deck.losses, deck.begins)
    placed = PlacedSide(path, side.name, arrows=deck.arrows, split=built.split, lost_notes=deck.lost_notes)
    notes = deck.chart_notes, deck.listed_notes, deck.lost_notes
    return ImportedSide(placed, lost, built.begins, deck.boxes, *notes, _plain_notes(deck))


def _plain_notes(deck: ImportedDeck) -> dict[int, frozenset[str]]:
    """Return the lines of notes that are no items, by the numbers of their slides: those of items have marks more."""
    pairs = {number: (deck.slides[number - 1]["notes"], notes) for number, notes in deck.listed_notes.items()}
    return {
        number: frozenset(as_written(bare).split("\n")) & {*as_written(notes).split("\n")}
        for number, (bare, notes) in pairs.items()
    }


def data_of(imported: ImportedSide) -> Any:
    """Return the data of an imported deck, with the lists of its notes: what comes into a deck has these."""
    source = read_deck(imported.side.path, Diagnostics())
    tree = parse_yaml(source, Diagnostics()) if source else None
    if tree is None:
        return {}
    for number, notes in imported.listed_notes.items():
        tree.data["slides"][number - 1]["notes"] = as_written(f"{notes}\n" if "\n" in notes else notes)
    return tree.data


def is_edited_below_charts(edited: ImportedSide, base: ImportedSide) -> bool:
    """Tell whether the lines about charts in notes are not those of what an edited presentation was made of: then it is
    to be imported again with these."""
    return Counter(map(tuple, edited.chart_notes)) != Counter(map(tuple, base.chart_notes))


def _built(
    deck: Path,
    place: Path,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    memory: DeckMemory | None,
) -> _Built | None:
    said = Diagnostics()
    read = read_one(deck, said, audience, row, memory=memory)
    if read is None or said.failed(False):
        diagnostics.extend(said)
        return None
    built = build(read.document, Path(_BUILT).stem, ["pptx"], OutputFolder(place, True, Origin.of(deck), True), said)
    if not built:
        _tell_without_place(said, display_name(deck), diagnostics)
        return None
    spans = [slide.span for slide in read.deck.slides if slide.span.source == read.deck.span.source]
    begins = frozenset((span.line, span.column) for span in spans)
    return _Built(built[0], begins, frozenset(page.title for page in read.document.pages if page.part))


def _tell_without_place(said: Diagnostics, name: str, diagnostics: Diagnostics) -> None:
    """Report why a side could not be read. A file in a folder that nobody sees is not named if it cannot be written."""
    for one in said:
        if one.code == "cannot-write":
            reason = one.message.rpartition(": ")[2]
            message = f"`{name}` cannot be compared: what it holds cannot be written to a temporary folder: {reason}"
            diagnostics.report(one.code, message, help=HELP)
    diagnostics.extend(said, but=("cannot-write",))


def is_presentation(path: Path) -> bool:
    """Tell whether a file is a presentation of PowerPoint, by its name."""
    return path.suffix.lower() == _PRESENTATION


def is_surely_presentation(path: Path, diagnostics: Diagnostics) -> bool:
    """Tell whether a file is a presentation of PowerPoint, by its name; report where it is none."""
    if is_presentation(path):
        return True
    message = f"`{display_name(path)}` is no PowerPoint presentation by its name"
    if path.suffix.lower() in _OTHERS:
        help = "save it in PowerPoint as .pptx, and merge that"
    else:
        help = "name the deck first, then what was made of it: `deckmaker merge deck.yaml edited.pptx`"
    diagnostics.report("unreadable-file", message, help=help)
    return False
