"""Presentations to compare: what somebody changed in PowerPoint, as two decks that were imported alike.

A deck that stands beside a presentation is built as one first. So both have lost the same on their way, and what is
left of a difference is what somebody changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from deckmaker.comparison.reading import PlacedSide
from deckmaker.diagnostics import Diagnostic, Diagnostics
from deckmaker.importing.importing import has_names, import_to_compare
from deckmaker.importing.told import TRAIL_LEFT_OUT
from deckmaker.memories import DeckMemory
from deckmaker.model.number_ranges import ranges
from deckmaker.one_deck import read_one
from deckmaker.output import Origin, OutputFolder
from deckmaker.pipeline import build
from deckmaker.source.reading import display_name

_PRESENTATION = ".pptx"
_OTHERS = (".potx", ".ppsx", ".pptm", ".ppt", ".odp")
"""Endings of other files that PowerPoint can save as a presentation."""

_BUILT = "deckmaker-built.pptx"
"""What is built of a deck, in a folder that nobody sees."""


def as_decks(
    sides: Sequence[PlacedSide], stack: ExitStack, diagnostics: Diagnostics, audience: str | None, row: int | None
) -> list[PlacedSide]:
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
    if found:
        tell_losses(found[0].lost, found[-1].lost, diagnostics)
    return [one.side for one in found]


class ImportedSide(NamedTuple):
    """A deck that was imported to be compared, and what of its presentation no deck has a place for.

    Of a deck that was built first, `begins` are the lines and columns, from 1, at which the slides that it shows begin
    in its file. Its `boxes` are the paragraphs of the text boxes on each of its slides, by their numbers from 1.
    """

    side: PlacedSide
    lost: Sequence[Diagnostic]
    begins: frozenset[tuple[int, int]] = frozenset()
    boxes: Mapping[int, Sequence[Sequence[str]]] = {}


def as_deck(
    side: PlacedSide,
    stack: ExitStack,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    named: bool,
    memory: DeckMemory | None = None,
) -> ImportedSide | None:
    """Return a presentation as an imported deck, or a deck as what comes back of the presentation that it makes.

    It lies in a folder that goes with `stack`. Reports what is wrong with it, and returns None. It is read by the
    names of its shapes only where all sides are `named`. A `memory` of the deck has what was laid out of it before.
    """
    place = Path(stack.enter_context(TemporaryDirectory(prefix="deckmaker-")))
    (place / "deckmaker.yaml").touch()  # a project of its own: so paths are alike
    source, begins = side.path, frozenset[tuple[int, int]]()
    if not is_presentation(side.path):
        built = _built(side.path, place, diagnostics, audience, row, memory)
        if built is None:
            return None
        source, begins = built
    said = Diagnostics()
    written = import_to_compare(source, place / "deck.yaml", said, named)
    if not written:
        diagnostics.extend(said)
        return None
    path, deck = written
    lost = [one for one in said if one.code == "not-imported"]
    return ImportedSide(PlacedSide(path, side.name, arrows=deck.arrows), lost, begins, deck.boxes)


def tell_losses(old: Sequence[Diagnostic], new: Sequence[Diagnostic], diagnostics: Diagnostics) -> None:
    """Tell what one side alone has that no deck has a place for, such as a picture that somebody cropped: each once,
    with the numbers of its slides. Of what both have on a slide, the new side's is told if there is more or less."""
    of_new, of_old = {_kind_of_loss(one) for one in new}, {_loss(one) for one in old}
    only_old = [one for one in old if _kind_of_loss(one) not in of_new]
    for ones in (only_old, [one for one in new if _loss(one) not in of_old]):
        found: dict[str, list[Diagnostic]] = {}
        for one in ones:
            found.setdefault(one.message, []).append(one)
        for message, some in found.items():
            numbers = sorted({one.span.line for one in some if one.span is not None})
            where = f", on slide{'s' * (len(numbers) > 1)} {ranges(numbers)}" if numbers else ""
            span = some[0].span
            in_file = span is not None and Path(span.source.name).name != _BUILT
            diagnostics.report(some[0].code, f"not compared: {message}{where}", span if in_file else None)


def has_more(edited: Sequence[Diagnostic], built: Sequence[Diagnostic]) -> bool:
    """Tell whether an edited presentation has what no deck has a place for, and those that were built of its deck have
    not."""
    return not {_loss(one) for one in edited} <= {_loss(one) for one in built}


def _loss(one: Diagnostic) -> tuple[str, str]:
    """Return what was lost, and the title of its slide: numbers change where slides are added and moved."""
    if one.message.startswith(TRAIL_LEFT_OUT):  # on as many slides as the section has, and on some that have left it
        return one.message.partition(" (and ")[0], ""
    return one.message, one.span.source.line(one.span.line) if one.span else ""


def _kind_of_loss(one: Diagnostic) -> tuple[str, str]:
    """Return what was lost, however often on its slide."""
    message, title = _loss(one)
    return message.partition(" (and ")[0], title


def _built(
    deck: Path,
    place: Path,
    diagnostics: Diagnostics,
    audience: str | None,
    row: int | None,
    memory: DeckMemory | None,
) -> tuple[Path, frozenset[tuple[int, int]]] | None:
    """Return the presentation of a deck, and where the slides that it shows begin in the deck's file."""
    said = Diagnostics()
    read = read_one(deck, said, audience, row, memory=memory)
    if read is None or said.failed(False):
        diagnostics.extend(said)
        return None
    built = build(read.document, Path(_BUILT).stem, ["pptx"], OutputFolder(place, True, Origin.of(deck), True), said)
    if not built:
        diagnostics.extend(said)
        return None
    spans = [slide.span for slide in read.deck.slides if slide.span.source == read.deck.span.source]
    return built[0], frozenset((span.line, span.column) for span in spans)


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
