"""Some rows and what is to be done with them: a job for any process, on this machine or another.

    Batch ─work→ RowOutcome for each row, its files staged

A process reads the deck once (`prepared.py`), and keeps it for all batches of the same order.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckmaker.guards import guarded
from deckmaker.output.obstacle import reason_of
from deckmaker.project import Mark, paths_noted
from deckmaker.rows.found import Found, Founds, identity
from deckmaker.rows.inputs import Inputs
from deckmaker.rows.manifest import BUILT, CHECKED, FAILED
from deckmaker.rows.stores import Part, Store
from deckmaker.values.row import Row

if TYPE_CHECKING:
    from deckmaker.layout import Document
    from deckmaker.model import PaperSettings
    from deckmaker.prepared import Prepared


class RowTask(NamedTuple):
    """A row, and what its files are called: without an ending, with slashes where they lie in folders of the store."""

    row: Row
    name: str


@dataclass(frozen=True, slots=True)
class Order:
    """What is the same for all rows of a run, which has a name of its own. Can be pickled.

    `inputs` is None, and so is `store`, where decks are only checked: nothing is remembered of them then. With
    `strict`, warnings fail a row. `shows` are the severities of what is to be said. `picture_width` is in pixels.
    """

    run: str
    deck: Path
    formats: tuple[str, ...] = ()
    audience: str | None = None
    paper: PaperSettings | None = None
    picture_width: int | None = None
    levels: Mapping[str, Severity] | None = None
    strict: bool = False
    shows: frozenset[str] = frozenset({"error", "warning"})
    inputs: Inputs | None = None
    store: Store | None = None


class Batch(NamedTuple):
    """Rows, and whether their decks are built, which checks them too, or only checked."""

    order: Order
    tasks: tuple[RowTask, ...]
    is_built: bool


class RowOutcome(NamedTuple):
    """What became of a row: its state, its staged files, what it was made of and which paths were looked at for that.

    `found` are mistakes, `said` the same in short, a line each; `seconds` is the time that it took.
    """

    number: int
    line: int | None
    name: str
    state: str
    parts: tuple[Part, ...]
    inputs: str
    reads: tuple[str, ...]
    found: tuple[Found, ...]
    said: tuple[str, ...]
    causes: tuple[str, ...]
    seconds: float


def work(batch: Batch) -> list[RowOutcome]:
    """Do what a batch asks for, row by row; one that fails leaves the others as they are. Prints nothing."""
    from deckmaker.fonts.fallback import forget_texts

    deck = read_once(batch.order)
    founds = Founds()
    forget_texts()  # of the rows before: the least that is kept of each text, but of 16,000 it is 10 MB
    outcomes = [_outcome(batch, task, deck, founds) for task in batch.tasks]
    return _settled(outcomes, batch.order.store) if batch.order.store else outcomes


def _settled(outcomes: list[RowOutcome], store: Store) -> list[RowOutcome]:
    """Wait until all staged files last; a row fails whose files the store cannot keep."""
    try:
        store.settle([part for one in outcomes for part in one.parts])
    except OSError:  # of any
        return [_settled_alone(one, store) for one in outcomes]
    return outcomes


def _settled_alone(one: RowOutcome, store: Store) -> RowOutcome:
    try:
        store.settle(one.parts)
    except OSError as error:
        diagnostics = Diagnostics()
        _refuse(store, one.parts[0].name, error, diagnostics)
        found, said = Founds().of(diagnostics, ("error",))
        return one._replace(state=FAILED, parts=(), found=(*one.found, *found), said=(*one.said, *said))
    return one


def _refuse(store: Store, name: str, error: OSError, diagnostics: Diagnostics) -> None:
    reason, help = reason_of(error)
    diagnostics.report("cannot-write", f"`{store.name}/{name}` cannot be written: {reason}", help=help)


class ReadOnce(NamedTuple):
    """A deck as far as it is the same for all rows, what was said of it, and the paths that were looked at for it."""

    prepared: Prepared | None
    diagnostics: Diagnostics
    marks: Mapping[Path, Mark]
    told: frozenset[tuple[str, str, Span | None]]


_SHAPED = 50_000
"""Characters of texts whose glyphs each font keeps, 7 MB: texts of a row are seldom those of the next."""

_read: dict[str, ReadOnce] = {}
"""The deck of the last run: a process has one."""

_WHOLE_SEARCH = 50
"""Rows after which all that was kept since the first one is searched, too: what caches let go of is little."""

_rows_done: Counter[tuple[str, bool]] = Counter()
"""How many rows this process has done, by their run and whether decks are built. What all rows share is there after
the first one."""


def read_once(order: Order) -> ReadOnce:
    """Return the deck as far as it is the same for all rows of a run; it is read the first time."""
    if order.run not in _read:
        _read.clear()
        _rows_done.clear()
        _read[order.run] = _read_now(order)
    return _read[order.run]


def _read_now(order: Order) -> ReadOnce:
    from deckmaker.fonts.face import keep_shaped
    from deckmaker.prepared import prepare_for_rows
    from deckmaker.source import gc_paused

    keep_shaped(_SHAPED)
    diagnostics = Diagnostics(order.levels)
    prepared = None
    with paths_noted() as marks, guarded(order.deck, diagnostics), gc_paused():
        prepared = prepare_for_rows(order.deck, diagnostics)
    return ReadOnce(prepared, diagnostics, marks, frozenset(map(identity, diagnostics)))


def said_of_all(order: Order) -> list[Diagnostic]:
    """Return what there is to say of the deck whatever the row is, as bad as the deck has it."""
    found = Diagnostics(order.levels)
    found.extend(read_once(order).diagnostics)
    take_own_levels(order, found)
    return [*found]


def take_own_levels(order: Order, diagnostics: Diagnostics) -> None:
    """Take over how bad the deck has what is reported, for what is so already and what will be."""
    from deckmaker.language.levels import read_levels

    if prepared := read_once(order).prepared:
        diagnostics.take_levels(read_levels(prepared.with_defaults, Diagnostics()))  # mistakes in them are each row's


def _outcome(batch: Batch, task: RowTask, deck: ReadOnce, founds: Founds) -> RowOutcome:
    order, began = batch.order, time.perf_counter()
    diagnostics = Diagnostics(order.levels)
    diagnostics.extend(deck.diagnostics)  # which stages look at; whoever gives the order has said it
    with _circles_freed((order.run, batch.is_built)), paths_noted() as marks, guarded(order.deck, diagnostics):
        parts = _parts(batch, task, deck, diagnostics)
    failed = diagnostics.failed(order.strict)
    every = {**deck.marks, **marks}
    inputs = order.inputs
    return RowOutcome(
        task.row.number,
        task.row.line,
        task.name,
        FAILED if failed else BUILT if batch.is_built else CHECKED,
        () if failed else tuple(parts),
        inputs.digest(task.name, task.row, every) if inputs else "",
        inputs.paths(every) if inputs else (),
        *founds.of(diagnostics, order.shows, deck.told),
        tuple(diagnostics.causes),
        time.perf_counter() - began,
    )


@contextmanager
def _circles_freed(kind: tuple[str, bool]) -> Iterator[None]:
    """Free what a row leaves in circles, 1 MB and more, once it is done.

    Stages keep for ever what is there when they end (`source.gc_paused`), unless the search is off already. To look
    takes 1 ms, since only what is new with the row is looked at, which is the youngest generation: with what other rows
    have left in caches, up to 5 ms; with what the first row of a kind leaves, such as renderers and fonts, 22 ms
    (measured, of a deck of 74 ms).
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        done = _rows_done[kind]
        _rows_done[kind] += 1
        gc.collect(0 if done % _WHOLE_SEARCH else 2)
        if not done:
            gc.freeze()
        if enabled:
            gc.enable()


def _parts(batch: Batch, task: RowTask, deck: ReadOnce, diagnostics: Diagnostics) -> list[Part]:
    """Take a row's deck through its stages; return the files that were made of it, if that is wanted and it is well."""
    from deckmaker.pipeline import stages_of

    if not deck.prepared:
        return []
    read = stages_of(deck.prepared, diagnostics, batch.order.audience, False, task.row)
    if not read or not batch.is_built or diagnostics.failed(batch.order.strict):
        return []
    return _staged(batch.order, task, read.document, diagnostics)


def _staged(order: Order, task: RowTask, document: Document, diagnostics: Diagnostics) -> list[Part]:
    """Render a row's document in each format, and stage what came of it if all is well."""
    from deckmaker.output import OutputFolder
    from deckmaker.rendering import formats_built, render_drafts

    assert order.store  # who builds has one
    wanted = list(order.formats)
    if order.paper:
        wanted = formats_built(wanted, document.paper, order.paper, diagnostics)
        document = replace(document, paper=order.paper.over(document.paper))
    if order.picture_width:
        document = replace(document, picture_width=order.picture_width)
    document = replace(document, row=task.name)
    place = PurePosixPath(task.name)
    try:
        ground = order.store.ground
    except OSError as error:  # a link that leads elsewhere has taken the folder's place
        _refuse(order.store, task.name, error, diagnostics)
        return []
    folder = OutputFolder(ground / place.parent, lasting=False, stays=order.store.is_local)
    with ExitStack() as stack:
        finished = render_drafts(document, place.name, wanted, folder, diagnostics, stack, side_by_side=False)
        if diagnostics.failed(order.strict):
            return []
        parts: list[Part] = []
        for one in finished:
            name = str(place.parent / one.folder / one.draft.name)
            try:
                parts.append(order.store.stage(name, one))
            except OSError as error:
                _refuse(order.store, name, error, diagnostics)
        return parts
