"""Workers of a cluster as those who do batches: all that a run over rows needs to know of it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

from deckmaker.rows.batch import Batch, Order, RowOutcome
from deckmaker.rows.cluster.agreement import agreed, unlike
from deckmaker.rows.cluster.alike import difference, own_facts
from deckmaker.rows.cluster.carrying import landed
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.cluster.submitting import Submission
from deckmaker.rows.cluster.worker import Answer, Unlike
from deckmaker.rows.distribution import Hands, Take
from deckmaker.rows.file_names import is_output_of
from deckmaker.rows.manifest import STATES
from deckmaker.rows.stores import Part


@contextmanager
def on_cluster(where: str, order: Order) -> Iterator[Hands]:
    """Yield the workers of the cluster at an address, of a scheduler's file, or of a local one, ready for an order.

    Its store is held already.

    Raises ClusterProblem, and OSError for what the system or the store refuses; while workers work, too.
    """
    with connected(where) as client, agreed(client, order) as setting:

        def work_there(take: Take) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
            return _done(Submission(client, setting), take, order)

        yield Hands(work_there, max(1, sum(client.nthreads().values())))


def _done(
    submission: Submission, take: Take, order: Order
) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
    try:
        for batch, answer in submission.results(take):
            yield batch, _outcomes(answer, batch, order) if answer else None
    except Unlike as error:
        said = (error.facts and difference(own_facts(), error.facts)) or error.reason
        raise unlike(error.worker, said) from None


def _said(answer: object) -> tuple[list[Any], dict[Any, Any]]:
    """Return what something says as an answer does, of whatever classes; nothing where it is none."""
    match answer:
        case Answer(outcomes=list(outcomes), contents=dict(contents)):
            return outcomes, contents
        case _:
            return [], {}


def _is_answer(answer: object, batch: Batch) -> bool:
    """Tell whether something is an answer to a batch: of its rows, each once, and with files of their names."""
    outcomes, contents = _said(answer)
    if not all(isinstance(one, RowOutcome) and type(one.state) is str and type(one.parts) is tuple for one in outcomes):
        return False
    if not all(one.state in STATES for one in outcomes):
        return False
    found = [(one.number, one.name) for one in outcomes]
    if len(found) != len(batch.tasks) or not all((one.row.number, one.name) in found for one in batch.tasks):
        return False
    parts = [(one, part) for one in outcomes for part in one.parts]
    return all(
        _is_named(part) and is_output_of(part.name, one.name) and (not contents or part.key in contents)
        for one, part in parts
    )


def _is_named(part: Any) -> bool:
    """Tell whether something is a part, with texts for a name and a key, of whatever its class says that they are."""
    return isinstance(part, Part) and {type(part.name), type(part.key)} == {str}


def _outcomes(answer: Answer, batch: Batch, order: Order) -> list[RowOutcome]:
    """Return what became of rows; files that came with it are staged in the store. Raises ClusterProblem where it is no
    answer to a batch."""
    if not _is_answer(answer, batch):
        raise ClusterProblem(
            "a worker has sent what is no answer", "see that all workers are of one deckmaker, and sound"
        )
    if not answer.contents or order.store is None:
        return answer.outcomes
    store = order.store
    return [one._replace(parts=landed(one.parts, answer.contents, store)) for one in answer.outcomes]
