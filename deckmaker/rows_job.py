"""What the commands do with a deck of rows: they print nothing, and return all there is to say."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostic, Diagnostics
from deckmaker.guards import guarded
from deckmaker.jobs import JobResult, warm_up
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.output.ending import tidy_end
from deckmaker.output.obstacle import reason_of
from deckmaker.parallel import cores
from deckmaker.project import without_links
from deckmaker.rows.batch import Order, read_once, said_of_all, take_own_levels
from deckmaker.rows.building import Building, Tally, Watcher, check_rows
from deckmaker.rows.cluster.problem import ClusterProblem, WorkersDiffer
from deckmaker.rows.distribution import Hands, on_this_machine
from deckmaker.rows.found import Gathered
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.rows.judging import How
from deckmaker.rows.manifest import Manifest
from deckmaker.rows.naming import NamedRows
from deckmaker.rows.planning import planned
from deckmaker.rows.request import RowsRequest
from deckmaker.rows.unnamed_columns import report_unnamed_columns
from deckmaker.rows.warming import warm

if TYPE_CHECKING:
    from deckmaker.model import PaperSettings
    from deckmaker.rows.stores import Store


class Wanted(NamedTuple):
    """What is built of each row, where it goes, and how; `picture_width` is in pixels, None for the usual one."""

    store: Store
    formats: Sequence[str]
    paper: PaperSettings
    picture_width: int | None
    how: How
    cluster: str | None = None
    """The cluster that builds: the address of its scheduler, or a file with it, or `local`; None for the usual way."""


def rows_job(
    deck: Path,
    request: RowsRequest,
    wanted: Wanted | None,
    messages: MessageOptions,
    audience: str | None,
    watcher: Watcher,
) -> JobResult:
    """Check the decks of rows, and build them where that is `wanted`; what is found in many rows is said once."""
    began = time.monotonic()
    diagnostics, gathered = Diagnostics(messages.levels), Gathered()
    tally: Tally | None = None
    shared: list[Diagnostic] = []
    with guarded(deck, diagnostics):
        order = _order(deck, wanted, messages, audience)
        shared, prepared = said_of_all(order), read_once(order).prepared
        take_own_levels(order, diagnostics)
        plan = planned(prepared, request, order.formats, diagnostics, order.paper) if prepared else None
        bad = ("error", "warning") if messages.strict else ("error",)
        can_go_on = not any(one.severity.value in bad for one in shared)
        if plan and prepared and can_go_on:
            report_unnamed_columns(prepared, plan.rows.columns, diagnostics)
        is_well = not diagnostics.failed(messages.strict)
        if plan and can_go_on:
            rows, builds = plan.rows, wanted is not None and plan.can_build and is_well
            if len(rows) > cores() and not (wanted and builds and (wanted.cluster or not wanted.store.is_local)):
                warm(order, next(iter(rows)))
            if wanted and builds:
                tally = _built(order, rows, wanted, gathered, watcher, diagnostics)
            else:  # of rows that are not to be built all is told, too
                found = check_rows(order, rows, gathered, watcher, on_this_machine, cores())
                tally = found if is_well else None
    lines = _lines(deck, request, tally, wanted, time.monotonic() - began) if tally and not messages.quiet else []
    failed = tally is None or tally.failed > 0 or diagnostics.failed(messages.strict)
    said = message_lines([*diagnostics, *shared, *gathered], messages)
    return JobResult(said, lines, [*diagnostics.causes, *gathered.causes], failed)


def _order(deck: Path, wanted: Wanted | None, messages: MessageOptions, audience: str | None) -> Order:
    """Return what is the same for all rows of a run, which has a name of its own."""
    shows = frozenset(one for one in ("error", "warning", "note") if messages.shows(one))
    order = Order(
        secrets.token_hex(8),
        deck,
        audience=audience,
        levels=messages.levels,
        strict=messages.strict,
        shows=shows,
    )
    if wanted is None:
        return order
    return replace(order, formats=tuple(wanted.formats), paper=wanted.paper, picture_width=wanted.picture_width)


def _built(
    order: Order,
    rows: NamedRows,
    wanted: Wanted,
    gathered: Gathered,
    watcher: Watcher,
    diagnostics: Diagnostics,
) -> Tally | None:
    from deckmaker.pipeline import has_date

    if not has_date(diagnostics):
        return None
    warm_up(order.formats)
    told = map(repr, (order.formats, order.audience, order.paper, order.picture_width, order.levels, order.strict))
    inputs = Inputs(without_links(order.deck.parent), common_digest((*told, repr(rows.columns))))
    store, building = wanted.store, None
    try:
        with tidy_end(), store.alone(), store.journal() as journal, Manifest(journal) as manifest:
            order = replace(order, inputs=inputs, store=store)
            building = Building(order, rows, manifest, wanted.how, gathered, watcher)
            with _hands(_cluster_for(wanted, diagnostics), order) as hands:
                return building.run(*hands)._replace(names=building.names())
    except ClusterProblem as problem:
        if isinstance(problem, WorkersDiffer):
            diagnostics.report("workers-differ", problem.reason, help=problem.help)
        else:
            diagnostics.report("no-cluster", f"the cluster cannot be used: {problem.reason}", help=problem.help)
        return building.tally() if building else None
    except OSError as error:
        reason, help = reason_of(error)
        diagnostics.report("cannot-write", f"`{store.name}` cannot be written to: {reason}", help=help, cause=error)
        return building.tally() if building else None


def _cluster_for(wanted: Wanted, diagnostics: Diagnostics) -> str | None:
    """Return the cluster that builds, None for copies of this process.

    A store is asked through threads, after which a process is not to be copied: Dask's workers on this machine build
    then, or without Dask this process alone, which is noted.
    """
    if wanted.cluster or wanted.store.is_local:
        return wanted.cluster
    if find_spec("distributed"):
        return "local"
    message = f"decks for `{wanted.store.name}` are built one after the other: Dask is not installed"
    diagnostics.report("one-process", message, help="to use all cores, install its extra: `pip install '.[cluster]'`")
    return None


@contextmanager
def _hands(cluster: str | None, order: Order) -> Iterator[Hands]:
    """Yield who builds. Raises ClusterProblem, and OSError."""
    if cluster is None:
        yield Hands(on_this_machine, cores())
        return
    from deckmaker.rows.cluster.running import on_cluster

    with on_cluster(cluster, order) as found:
        yield found


def _lines(deck: Path, request: RowsRequest, tally: Tally, wanted: Wanted | None, seconds: float) -> list[str]:
    """Return what is printed: of one row that somebody named its files, as of a deck without rows, else a summary."""
    if request.row is not None and wanted and tally.names:
        from deckmaker.diagnostics.printer import printable

        return [printable(f"{wanted.store.name}/{name}") for name in tally.names]
    return _summary(deck, tally, wanted, seconds)


def _summary(deck: Path, tally: Tally, wanted: Wanted | None, seconds: float) -> list[str]:
    """Say how many decks there are, and where."""
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name

    where = wanted.store.name if wanted else display_name(deck)
    if wanted and wanted.how.only_failed and not any(tally):
        return [printable(f"{where}: none of these rows failed the last time, and nothing is to be built")]
    counts = {
        "checked" if wanted is None else "built": tally.done,
        "unchanged": tally.unchanged,
        "not built for the mistakes of others": tally.left,
        "failed": tally.failed,
    }
    words = [f"{count:,} {word}" for word, count in counts.items() if count or word in ("built", "checked")]
    files = f", {tally.files:,} {'file' if tally.files == 1 else 'files'}" if wanted else ""
    return [printable(f"{where}: {', '.join(words)}{files}, {seconds:.1f} s")]
