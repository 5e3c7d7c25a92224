"""The phases of a build, in order.

    deck.yaml ─read→ text ─parse→ tree ─assemble→ tree ─validate→ entry ─resolve→ Deck ─lay out(theme, fonts)→ Document
                                                                        Document ─render→ drafts ─put→ files
                                                                        Deck ─list credits→ Ledger

Each phase takes its input and a `Diagnostics` to report to, and returns a new value or None when nothing can be made
of it. No phase prints, exits, or edits what it was given. Each imports its libraries when it runs, so that a command
that stops early starts fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.aid import aid_for_one_deck
from deckmaker.slow_drawings import AGAIN, slow_drawings_of_one_deck

if TYPE_CHECKING:
    from deckmaker.assets import PictureLost
    from deckmaker.credits.ledger import Ledger
    from deckmaker.diagnostics import Span
    from deckmaker.language.deck import DeckEntry
    from deckmaker.layout import Document
    from deckmaker.memories import DeckMemory
    from deckmaker.model import Deck, PictureFile
    from deckmaker.output import OutputFolder
    from deckmaker.prepared import Prepared
    from deckmaker.source import Tree
    from deckmaker.theme import Theme
    from deckmaker.values.row import Row


_TRUE_OF_WHOLE_DECKS = ("empty-slide", "lone-heading", "not-shown", "share-alike", "unsafe-breaks")
"""Codes that what was cut from a deck may have caused, even where the deck makes errors of them."""

ENOUGH = 1_000
"""Mistakes in one deck after which those of later phases wait for the next run: nobody reads on, and laying out takes
longer than all the rest."""


class ReadDeck(NamedTuple):
    """A deck in all its stages: as it is written, what its author means, its theme, and what a reader will see.

    The document's slides are the deck's in the parts that are shown. `row` is the number of the row of a table that it
    is made of, where it is made of one.
    """

    entry: DeckEntry
    deck: Deck
    theme: Theme
    document: Document
    row: int | None = None


def read_document(path: Path, diagnostics: Diagnostics, audience: str | None = None) -> Document | None:
    """Take a deck through all phases before rendering; report every mistake, return None if any is an error.

    It is the deck for an `audience`, one of its own, else that for everybody.
    """
    read = read_stages(path, diagnostics, audience)
    return read and read.document


def read_ledger(path: Path, diagnostics: Diagnostics, audience: str | None = None) -> Ledger | None:
    """Take a deck through all phases before rendering, and list its credits; report and return as `read_document`."""
    read = read_stages(path, diagnostics, audience)
    return read and list_credits(read, path, diagnostics)


def list_credits(read: ReadDeck, path: Path, diagnostics: Diagnostics) -> Ledger | None:
    """List the credits of the deck at `path`; report, and return None, where a picture is there no more."""
    from deckmaker.assets import PictureLost, digests_of
    from deckmaker.credits.ledger import Digests, ledger_of
    from deckmaker.project import project_root, without_links

    @cache  # a file may stand under many credits
    def digests(file: PictureFile) -> Digests:
        return Digests(*digests_of(file))

    place = without_links(path.parent) / path.name
    shown = replace(read.deck, slides=read.document.slides)
    try:
        return ledger_of(shown, place, project_root(path), _logos(read.document), digests, diagnostics)
    except PictureLost as loss:
        _report_lost(loss, read.deck, diagnostics)
        return None


def _logos(document: Document) -> dict[PictureFile, list[int]]:
    """Return the files of the deck's logo, each with the numbers of the pages that show it."""
    from deckmaker.layout import PictureItem

    logos: dict[PictureFile, list[int]] = {file: [] for file in document.logo.files} if document.logo else {}
    for page in document.pages:
        placed = page.slot("logo")
        if placed and isinstance(placed.item, PictureItem):
            for file in dict.fromkeys((placed.item.file, *(file for _, file in placed.item.in_modes))):
                logos[file].append(page.number)
    return logos


def read_layout(path: Path, diagnostics: Diagnostics, audience: str | None = None) -> Document | None:
    """Take a deck through all phases before rendering; report every mistake, and return what can be laid out of a deck
    that is well-formed: one whose texts do not fit is what somebody wants to look at."""
    read = read_stages(path, diagnostics, audience, flawed=True)
    return read and read.document


def read_stages(
    path: Path,
    diagnostics: Diagnostics,
    audience: str | None = None,
    flawed: bool = False,
    memory: DeckMemory | None = None,
    row: Row | None = None,
) -> ReadDeck | None:
    """Read a deck and lay it out; report every mistake. Return None where it has an error, or with `flawed` only where
    nothing came of it. With a `memory` of the last time, only slides that have changed since are worked on. It is the
    deck for a `row` of a table, whose columns its texts may name."""
    from deckmaker.prepared import prepare

    prepared = prepare(path, diagnostics, memory)
    return prepared and stages_of(prepared, diagnostics, audience, flawed, row)


@slow_drawings_of_one_deck()
@aid_for_one_deck()
def stages_of(
    prepared: Prepared,
    diagnostics: Diagnostics,
    audience: str | None = None,
    flawed: bool = False,
    row: Row | None = None,
) -> ReadDeck | None:
    """Take a deck that is read through all further phases before rendering; report and return as `read_stages`."""
    with ExitStack() as stack:
        if prepared.tables:
            from deckmaker.resolve.tables.kept import tables_kept

            stack.enter_context(tables_kept(prepared.tables))
        if row:
            if prepared.assembly:
                prepared.assembly.report_doubled(row, diagnostics)
            stack.enter_context(diagnostics.of_row(row.mark))
        return _stages_of(prepared, diagnostics, audience, flawed, row)


def _stages_of(
    prepared: Prepared, diagnostics: Diagnostics, audience: str | None, flawed: bool, row: Row | None
) -> ReadDeck | None:
    from deckmaker.language.deck import DeckEntry
    from deckmaker.language.levels import read_levels
    from deckmaker.language.pruning import pruned
    from deckmaker.language.validation import validate
    from deckmaker.source import gc_paused

    path, memory = prepared.path, prepared.memory
    with gc_paused():
        tree: Tree | None = prepared.tree
        if prepared.assembly:
            usual = prepared.defaults.language if prepared.defaults else None
            tree = prepared.assembly.filled(row, usual, diagnostics)
        if tree and prepared.defaults:
            tree = prepared.defaults.under(tree)
        if tree:
            diagnostics.take_levels(read_levels(tree, diagnostics))
        entry = tree and validate(DeckEntry, tree, diagnostics)
    if tree and entry and not diagnostics.failed():
        read = _laid_out(entry, tree, path, diagnostics, audience, memory)
        return read if flawed or not diagnostics.failed() else None
    if tree and len(diagnostics) < ENOUGH and (left := (entry, tree) if entry else pruned(tree)):
        # What a pruned deck lacks would be warned of in vain; its errors are errors of the whole deck too.
        found = diagnostics.fork()
        _laid_out(*left, path, found, audience)
        diagnostics.extend_errors(found, but=_TRUE_OF_WHOLE_DECKS)
    return None


def _laid_out(
    entry: DeckEntry,
    tree: Tree,
    path: Path,
    diagnostics: Diagnostics,
    audience: str | None,
    memory: DeckMemory | None = None,
) -> ReadDeck | None:
    from deckmaker.accessibility import check_accessibility
    from deckmaker.assets import PictureLost
    from deckmaker.credits.gate import check_works
    from deckmaker.layout import layout_deck
    from deckmaker.resolve import resolve_deck
    from deckmaker.source import gc_paused
    from deckmaker.theme import load_theme

    with gc_paused():
        deck = resolve_deck(entry, tree, path, diagnostics, audience, memory.of_slides(tree, path) if memory else None)
        if deck is None:
            return None
        asked = {key: tree.value_span((key,)) for key in ("size", "mode") if key in tree.data}
        span = tree.value_span(("theme",))
        theme = load_theme(entry.theme, entry.size, path, span, diagnostics, entry.mode, asked)
        # What an error has cut from the deck, such as a picture without a file, would be missed in vain.
        found = diagnostics.fork() if diagnostics.failed() else diagnostics
        try:
            document = layout_deck(deck, theme, found, memory.layout if memory else None) if theme else None
        except PictureLost as loss:
            _report_lost(loss, deck, diagnostics)
            return None
        if found is not diagnostics:
            diagnostics.extend(found, but=_TRUE_OF_WHOLE_DECKS)
    check_works(deck, document.cropped if document else (), diagnostics)
    if document:
        check_accessibility(deck, document, diagnostics)
    return ReadDeck(entry, deck, theme, document) if theme and document else None


def _report_lost(loss: PictureLost, deck: Deck, diagnostics: Diagnostics) -> None:
    diagnostics.report("unusable-picture", str(loss), _place_in(deck, loss.picture), loss.flaw.help)


def _place_in(deck: Deck, file: PictureFile) -> Span | None:
    """Return where a deck first shows a picture."""
    from deckmaker.model import Picture

    blocks = (block for slide in deck.slides for block in slide.walk())
    return next((one.span for one in blocks if isinstance(one, Picture) and one.file == file), None)


@slow_drawings_of_one_deck(AGAIN)
def build(
    document: Document,
    stem: str,
    formats: Iterable[str],
    folder: OutputFolder,
    diagnostics: Diagnostics,
    strict: bool = False,
) -> list[Path]:
    """Render a document in each format, then write what came out into `folder`; return the files.

    A format that fails, or that cannot show what the deck calls an error to lose, leaves the others, and older files,
    intact. With `strict`, any mistake leaves all of them.
    """
    from deckmaker.rendering import render_drafts

    if not has_date(diagnostics):
        return []
    with ExitStack() as stack:
        finished = render_drafts(document, stem, formats, folder, diagnostics, stack)
        if strict and diagnostics.failed(strict):
            return []
        return folder.put(finished, diagnostics)


def has_date(diagnostics: Diagnostics) -> bool:
    """Tell whether there is a date for files to carry; report where the environment names one that is none."""
    from deckmaker.render.date import date_of_files

    try:
        date_of_files()
    except ValueError as error:
        diagnostics.report("source-date", str(error), help="unset it, or take one from `git log -1 --format=%ct`")
        return False
    return True
