"""Workers of a cluster as those who do batches: all that a run over rows needs to know of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager

from deckmaker.diagnostics import CATALOGUE, Diagnostic, Severity
from deckmaker.rows.batch import Batch, Order, RowOutcome
from deckmaker.rows.cluster.agreement import agreed, unlike
from deckmaker.rows.cluster.alike import Facts, difference, own_facts
from deckmaker.rows.cluster.carrying import landed
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.shapes import is_of
from deckmaker.rows.cluster.submitting import WORKERLESS, Submission, no_answer
from deckmaker.rows.cluster.waiting import threads
from deckmaker.rows.cluster.worker import Answer, Unlike
from deckmaker.rows.distribution import Hands, Take
from deckmaker.rows.file_names import is_output_of
from deckmaker.rows.manifest import BUILT, CHECKED, FAILED


@contextmanager
def on_cluster(where: str, order: Order) -> Iterator[Hands]:
    """Yield the workers of the cluster at an address, of a scheduler's file, or of a local one, ready for an order.

    Its store is held already.

    Raises ClusterProblem, and OSError for what the system or the store refuses; while workers work, too.
    """
    with connected(where) as client, agreed(client, order) as setting:

        def work_there(take: Take) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
            return _done(Submission(client, setting), take, order)

        yield Hands(work_there, max(1, threads(client, WORKERLESS)))


def _done(
    submission: Submission, take: Take, order: Order
) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
    try:
        for batch, answer in submission.results(take):
            yield batch, None if answer is None else _outcomes(answer, batch, order)
    except Unlike as error:
        facts = error.facts if is_of(error.facts, Facts) else None
        said = (facts and difference(own_facts(), facts)) or str(error.reason)
        raise unlike(str(error.worker), said) from None


def _is_answer(answer: object, batch: Batch) -> bool:
    """Tell whether something is an answer to a batch: of its rows, each once, in a state that it asks for, and with
    files of their names that a worker has staged."""
    if not is_of(answer, Answer):
        return False
    assert isinstance(answer, Answer)
    outcomes = answer.outcomes
    if sorted((one.number, one.name) for one in outcomes) != sorted((one.row.number, one.name) for one in batch.tasks):
        return False
    states = (BUILT, FAILED) if batch.is_built else (CHECKED, FAILED)
    if not all(_is_mistake_of(one, found.diagnostic) for one in outcomes for found in one.found if found.diagnostic):
        return False
    parts = [(one, part) for one in outcomes for part in one.parts]
    if len({part.name for _, part in parts}) < len(parts) or len({part.key for _, part in parts}) < len(parts):
        return False
    return all(one.state in states and bool(one.parts) == (one.state == BUILT) for one in outcomes) and all(
        is_output_of(part.name, one.name) and _is_key(part.key, answer, batch) for one, part in parts
    )


def _is_mistake_of(outcome: RowOutcome, mistake: Diagnostic) -> bool:
    """Tell whether there is such a mistake, and whether the row has failed that has an error."""
    return mistake.code in CATALOGUE and (outcome.state == FAILED or mistake.severity is not Severity.ERROR)


def _is_key(key: str, answer: Answer, batch: Batch) -> bool:
    """Tell whether a part has a key by which it can be found: among what came with it, or in the store, where any other
    name is that of somebody's file."""
    if answer.contents:
        return key in answer.contents
    return batch.order.store is not None and batch.order.store.is_key(key)


def _outcomes(answer: Answer, batch: Batch, order: Order) -> list[RowOutcome]:
    """Return what became of rows; files that came with it are staged in the store. Raises ClusterProblem where it is no
    answer to a batch."""
    if not _is_answer(answer, batch):
        raise no_answer()
    if not answer.contents or order.store is None:
        return answer.outcomes
    store = order.store
    return [one._replace(parts=landed(one.parts, answer.contents, store)) for one in answer.outcomes]
