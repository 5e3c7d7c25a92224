"""What a worker does: it makes itself as the machine that gives the order, does a batch, and leaves all as it was.

    Batch ─files at their paths, date, working folder→ ─work→ Answer, without paths of this machine

One batch at a time in a process, however many threads it has: the working folder is the process's, and nothing forks.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple, cast

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostic
from deckmaker.render.date import DATE_VARIABLE
from deckmaker.rows.batch import Batch, Order, RowOutcome, work
from deckmaker.rows.cluster.alike import Facts, own_facts
from deckmaker.rows.cluster.carrying import Carrier
from deckmaker.rows.cluster.snapshot import Sight, below, sight_of
from deckmaker.rows.found import Found
from deckmaker.rows.stores import Store

_SEEN = 0.5
"""Seconds within which Dask sees that a worker has started: ten times as long as it takes to look."""

_one_at_a_time = Lock()

tops: dict[str, Path | str] = {}
"""By the name of a snapshot, where this process has its files; or in words why it has not."""


class Setting(NamedTuple):
    """How things are where the order is given, which a worker makes so.

    `facts` is a digest of what decides about bytes; `here` the working folder, `date` what the environment says of one.
    `sight` is what is seen of the project there, `outputs` the folder of outputs, None where they go into a store.

    Workers either see all that as it is there, or are sent the project's files, and send back the outputs. `snapshot`
    names the files that were sent, None for workers that see them. These know the folder of outputs by a file in it,
    the `probe`.
    """

    deck: Path
    facts: str
    here: Path
    date: str | None
    sight: Sight
    outputs: Path | None
    snapshot: str | None = None
    probe: Path | None = None


class Seen(NamedTuple):
    """What a worker has: its facts, and whether it sees the project's files and the folder of outputs as they are where
    the order is given."""

    facts: Facts
    sees_files: bool


class Answer(NamedTuple):
    """What became of a batch, and the bytes of files that are carried, by the key of their part in the batch."""

    outcomes: list[RowOutcome]
    contents: dict[str, bytes]


class Unlike(Exception):
    """This worker is not as the machine that gives the order: what it does otherwise, in words, or its facts."""

    def __init__(self, worker: str, reason: str, facts: Facts | None = None) -> None:
        super().__init__(worker, reason, facts)
        self.worker, self.reason, self.facts = worker, reason, facts


def seen(setting: Setting) -> Seen:
    """Return what this worker has."""
    with suppress(OSError):
        if os.path.isdir(setting.here) and sight_of(setting.deck, setting.outputs) == setting.sight:
            return Seen(own_facts(), setting.probe is None or os.path.isfile(setting.probe))
    return Seen(own_facts(), False)


def digest_of_facts(facts: Facts) -> str:
    """Return a digest of facts, to go with every batch."""
    parts = (f"{name}\0{value}" for known in (facts.versions, facts.fonts) for name, value in sorted(known.items()))
    return sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


_alike: set[Setting] = set()
"""Settings that this process fulfils: its machine does not change while it runs."""


def do(batch: Batch, setting: Setting) -> Answer:
    """Do a batch. Raises Unlike where this worker is not as it has to be, and OSError where the store refuses."""
    with _one_at_a_time:
        begin()
        top = _top(setting)
        if setting not in _alike:
            _check(setting)
            _alike.add(setting)
        order, carrier = _placed(batch.order, setting, top)
        with _as_there(setting, top):
            outcomes = work(batch._replace(order=order))
        if top:
            outcomes = [_told(one, str(top)) for one in outcomes]
        return Answer(outcomes, carrier.contents if carrier else {})


@cache
def begin() -> None:
    """Wait, once in a process: Dask does not start a worker again that dies before it is seen to have started."""
    time.sleep(_SEEN)


def _check(setting: Setting) -> None:
    found = seen(setting)
    if digest_of_facts(found.facts) != setting.facts:
        raise Unlike(_own_name(), "differs from this machine", found.facts)
    if setting.snapshot is None and not found.sees_files:
        raise Unlike(_own_name(), "does not see the project's files, or the folder of outputs, as they are here")


def _own_name() -> str:
    from distributed import get_worker

    return str(get_worker().address)


def _top(setting: Setting) -> Path | None:
    """Return where the project's files were unpacked, None where they are at their own paths."""
    if setting.snapshot is None:
        return None
    top = tops.get(setting.snapshot)
    if isinstance(top, Path):
        return top
    raise Unlike(_own_name(), top or "has not been sent the project's files")


def _placed(order: Order, setting: Setting, top: Path | None) -> tuple[Order, Carrier | None]:
    """Return an order with its paths as they are on this machine, and what carries its outputs where that is needed."""
    if top is None:
        return order, None
    carrier = None
    if setting.outputs and order.store:
        ground = below(top, setting.outputs)
        ground.mkdir(parents=True, exist_ok=True)
        carrier = Carrier(ground)
        order = replace(order, store=cast(Store, carrier))  # of which a worker asks no more
    if order.deck.is_absolute():
        order = replace(order, deck=below(top, order.deck))
    if order.inputs and order.inputs.folder.is_absolute():
        order = replace(order, inputs=order.inputs._replace(folder=below(top, order.inputs.folder)))
    return order, carrier


@contextmanager
def _as_there(setting: Setting, top: Path | None) -> Iterator[None]:
    """Give this process the working folder and the date of whoever gives the order, for as long as that takes."""
    before, date = Path.cwd(), os.environ.get(DATE_VARIABLE)
    os.chdir(below(top, setting.here) if top else setting.here)
    _set_date(setting.date)
    try:
        yield
    finally:
        _set_date(date)
        os.chdir(before)


def _set_date(date: str | None) -> None:
    if date is None:
        os.environ.pop(DATE_VARIABLE, None)
    else:
        os.environ[DATE_VARIABLE] = date


def _told(outcome: RowOutcome, top: str) -> RowOutcome:
    """Return an outcome that names files as they are called where the order was given."""
    return outcome._replace(
        found=tuple(
            Found(one.key.replace(top, ""), one.diagnostic and _bare(one.diagnostic, top)) for one in outcome.found
        ),
        said=tuple(line.replace(top, "") for line in outcome.said),
        causes=tuple(cause.replace(top, "") for cause in outcome.causes),
    )


def _bare(one: Diagnostic, top: str) -> Diagnostic:
    span = one.span
    if span:
        path = span.source.path and Path(str(span.source.path).replace(top, ""))
        span = replace(span, source=replace(span.source, name=span.source.name.replace(top, ""), path=path))
    return replace(
        one,
        message=one.message.replace(top, ""),
        help=one.help and one.help.replace(top, ""),
        notes=tuple(note.replace(top, "") for note in one.notes),
        span=span,
    )
