"""What `deckmaker diff` does with two decks: a job as those of other commands, which prints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.lost_notes import without_lost_notes
from deckmaker.comparison.page_ids import with_named_pages
from deckmaker.comparison.pictures_unnamed import with_pictures_unnamed
from deckmaker.comparison.reading import placed_sides
from deckmaker.comparison.respelled import without_respelled
from deckmaker.comparison.slide_ids import NO_IDS, SlideIds
from deckmaker.comparison.split_slides import joined, split_titles
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import printable
from deckmaker.guards import guarded
from deckmaker.layout import Document
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.output.ending import tidy_end
from deckmaker.presentation_losses import Lost, lost_alone, tell_lost
from deckmaker.read_sides import ReadSide, read_side
from deckmaker.source.reading import display_name

if TYPE_CHECKING:
    from deckmaker.made_of import Told
    from deckmaker.presentation_sides import ImportedSide


class DiffResult(NamedTuple):
    """Lines for stderr and for stdout, the tracebacks behind them, whether something failed, and what was found.

    The decks are the `same` where nothing has changed, and none has what cannot be compared, such as a cropped picture.
    """

    messages: Sequence[str]
    lines: Sequence[str]
    causes: Sequence[str]
    failed: bool
    comparison: Comparison | None
    same: bool


def diff_job(
    old: str,
    new: str,
    target: Path | None,
    force: bool,
    messages: MessageOptions,
    audience: str | None = None,
    row: int | None = None,
) -> DiffResult:
    """Compare two decks, files or revisions as they are typed, for an audience or for everybody; write a page about it
    to `target` where there is one.

    Of decks that can be compared nothing else is said: `check` does.
    """
    found = Diagnostics(messages.levels)
    comparison = None
    read: list[ReadSide] = []
    imported: Sequence[ImportedSide] = ()
    lines: list[str] = []
    of_sides: list[Told | None] = []  # what presentations tell; None for those that are built
    with tidy_end(), ExitStack() as stack, guarded(Path(new), found):
        sides = placed_sides(old, new, stack, found)
        flawed = any(side.path.suffix.lower() == ".pptx" for side in sides)
        if flawed:
            from deckmaker.made_of import OtherRow, made_of, row_of, told_by
            from deckmaker.presentation_sides import as_decks, is_presentation

            is_edit = not is_presentation(sides[0].path) and sides[0].below is None
            told = told_by(sides[1].path) if is_edit else None
            try:
                row = row_of(sides[0].path, sides[1].path, told.row, row, found) if told else row
            except OtherRow:
                sides = []
            if sides and told and (revision := made_of(sides[0].path, told.digest).revision):
                # What the deck's author changed since is no edit.
                sides = [*placed_sides(revision, str(sides[0].path), stack, found)[:1], sides[1]]
            of_sides = [told_by(side.path) if is_presentation(side.path) else None for side in sides]
            imported = as_decks(sides, stack, found, audience, row)
            sides = [one.side for one in imported]
            audience, row = None, None  # as which the decks were built
        read = [read_side(side, messages, audience, row, flawed) for side in sides]
        facts = [one.facts for one in read if one.facts]
        documents = [one.document for one in read if one.document]
        if len(facts) == len(documents) == 2:
            split = split_titles(title for side in sides for title in side.split)
            ids = SlideIds(*map(_ids, facts, of_sides)) if of_sides else NO_IDS
            facts[1] = with_named_pages(facts[1], facts[0], ids, split)
            whole = [joined(one, split) for one in facts]
            comparison = compare(whole[0], whole[1], ids)
            if imported:
                _tell_lost([(one.lost, own) for one, own in zip(imported, whole, strict=True)], ids, found)
            if flawed:
                comparison = without_respelled(with_pictures_unnamed(comparison))
            comparison = without_lost_notes(comparison, *(side.lost_notes for side in sides))
            if target and _is_written(comparison, documents, target, force, found):
                lines = [printable(display_name(target))]
    said = [line for one in read for line in one.messages]
    causes = [cause for one in read for cause in one.causes]
    failed = comparison is None or found.failed(messages.strict)
    same = comparison is not None and comparison.is_same and not any(one.code == "not-imported" for one in found)
    printed = [*said, *message_lines(found, messages)]
    return DiffResult(printed, lines, [*causes, *found.causes], failed, comparison, same)


def _tell_lost(sides: Sequence[tuple[Lost, DeckFacts]], ids: SlideIds, found: Diagnostics) -> None:
    """Tell what one side alone has that no deck has a place for. Somebody edited the new one, or the presentation that
    is compared with a newer deck."""
    base, edited = sides
    if edited[0].is_built and not base[0].is_built:
        base, edited, ids = edited, base, SlideIds(ids.new, ids.old)
    tell_lost(lost_alone(base, edited, ids), base[0], edited[0], found)


def _ids(deck: DeckFacts, told: Told | None) -> Sequence[str]:
    """Return the ids of the slides of a presentation that was imported, which was built where nothing was `told`."""
    from deckmaker.made_of import ids_of_built

    return told.ids_of(len(deck.slides)) if told else ids_of_built(len(deck.slides))


def _is_written(
    comparison: Comparison, documents: Sequence[Document], target: Path, force: bool, found: Diagnostics
) -> bool:
    from deckmaker.comparison.page.file import write_page

    return write_page(comparison, documents[0], documents[1], target, force, found)
