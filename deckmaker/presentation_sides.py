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
from deckmaker.diagnostics import Diagnostic, Diagnostics
from deckmaker.importing.importing import import_file
from deckmaker.one_deck import read_one
from deckmaker.output import Origin, OutputFolder
from deckmaker.pipeline import build

_PRESENTATION = ".pptx"
_BUILT = "deckmaker-built.pptx"
"""What is built of a deck, in a folder that nobody sees."""


def as_decks(
    sides: Sequence[PlacedSide], stack: ExitStack, diagnostics: Diagnostics, audience: str | None, row: int | None
) -> list[PlacedSide]:
    """Return presentations as imported decks, and decks as what comes back of the presentations that they make.

    These lie in a folder that goes with `stack`. Reports what is wrong with a side, and returns nothing.
    """
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="deckmaker-")))
    found: list[PlacedSide] = []
    lost: list[list[Diagnostic]] = []
    for number, side in enumerate(sides):
        place = folder / str(number)
        place.mkdir()
        (place / "deckmaker.yaml").touch()  # a project of its own: so paths are alike
        source = side.path if _is_presentation(side.path) else _built(side.path, place, diagnostics, audience, row)
        if source is None:
            return []
        said = Diagnostics()
        written = import_file(source, place / "deck.yaml", None, False, said, by_content=True)
        if not written:
            diagnostics.extend(said)
            return []
        found.append(PlacedSide(written[0], side.name))
        lost.append([one for one in said if one.code == "not-imported"])
    old, new = lost
    _tell_losses(old, new, diagnostics)
    return found


def _tell_losses(old: Sequence[Diagnostic], new: Sequence[Diagnostic], diagnostics: Diagnostics) -> None:
    """Tell what one side alone has that no deck has a place for, such as a picture that somebody cropped."""
    for ones, others in ((old, new), (new, old)):
        of_others = {_loss(one) for one in others}
        for one in ones:
            if _loss(one) not in of_others:
                in_file = one.span is not None and Path(one.span.source.name).name != _BUILT
                diagnostics.report(one.code, f"not compared: {one.message}", one.span if in_file else None)


def _loss(one: Diagnostic) -> tuple[str, int]:
    return one.message, one.span.line if one.span else 0


def _built(deck: Path, place: Path, diagnostics: Diagnostics, audience: str | None, row: int | None) -> Path | None:
    said = Diagnostics()
    read = read_one(deck, said, audience, row)
    if read is None or said.failed(False):
        diagnostics.extend(said)
        return None
    built = build(read.document, Path(_BUILT).stem, ["pptx"], OutputFolder(place, True, Origin.of(deck), True), said)
    if not built:
        diagnostics.extend(said)
        return None
    return built[0]


def _is_presentation(path: Path) -> bool:
    return path.suffix.lower() == _PRESENTATION
