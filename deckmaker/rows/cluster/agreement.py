"""What this machine and its workers agree on before they begin: that they draw alike, and who has which files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, cast

from deckmaker.output.atomic import temporary_name
from deckmaker.output.obstacle import reason_of
from deckmaker.render.date import DATE_VARIABLE
from deckmaker.rows.batch import Order
from deckmaker.rows.cluster.alike import difference, own_facts
from deckmaker.rows.cluster.connection import PATIENCE
from deckmaker.rows.cluster.problem import ClusterProblem, WorkersDiffer
from deckmaker.rows.cluster.shapes import is_of
from deckmaker.rows.cluster.snapshot import NoProject, TooLarge, sight_of, snapshot_of
from deckmaker.rows.cluster.waiting import asked, in_time, threads
from deckmaker.rows.cluster.worker import Seen, Setting, digest_of_facts, seen
from deckmaker.rows.stores import FolderStore
from deckmaker.source.reading import display_name

STUCK = 600.0
"""Seconds to wait for all workers to say what they have, or to take a project in."""

_ALIKE = "install the same on all of them, as from one container image or one lock file"
_SHARED = "let workers see the project and the folder of outputs at the same paths as this machine"


@contextmanager
def agreed(client: Any, order: Order) -> Iterator[Setting]:
    """Compare all workers with this machine, send them the project's files where they do not have them, and yield what
    they are told with each batch. Files that were sent are gone afterwards.

    Raises ClusterProblem, and OSError where the folder of outputs cannot be written.
    """
    _wait(client)
    outputs = order.store.ground if isinstance(order.store, FolderStore) else None
    with _probe(outputs) as probe:
        facts = own_facts()
        setting = Setting(
            Path(os.path.abspath(order.deck)),
            digest_of_facts(facts),
            Path(os.path.abspath(os.curdir)),
            os.environ.get(DATE_VARIABLE),
            sight_of(order.deck, outputs),
            outputs,
            probe=probe,
        )
        found = _seen(client, setting)
        for worker, one in found.items():
            if said := difference(facts, one.facts):
                raise unlike(worker, said)
        if all(one.sees_files for one in found.values()):
            yield setting
            return
    with _sent(client, order, outputs) as name:
        yield setting._replace(snapshot=name, probe=None)


def unlike(worker: str, said: str) -> WorkersDiffer:
    """Return what is said of a worker that is not as this machine is."""
    return WorkersDiffer(f"the worker `{worker}` {said}", _ALIKE)


def _wait(client: Any) -> None:
    """Wait until there is a worker."""

    def question() -> None:
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=PATIENCE)

    asked(question, 2 * PATIENCE)
    if not threads(client, PATIENCE):
        raise ClusterProblem("it has no workers", "start some: `dask worker ADDRESS --nthreads 1` on each machine")


def _seen(client: Any, setting: Setting) -> dict[str, Seen]:
    found: dict[str, Seen] = {}

    def question() -> dict[str, Any]:
        answers = client.run(seen, setting, on_error="return")
        if not is_of(answers, dict[str, object]):
            raise TypeError
        return cast(dict[str, Any], answers)

    for worker, answer in _asked(question).items():
        if is_of(answer, Seen):
            found[worker] = answer
        elif _lacks_ours(answer):
            raise unlike(worker, "has another version of deckmaker, or none")
        else:
            raise unlike(worker, f"cannot say what it has ({type(answer).__name__})")
    return found


def _asked(question: Callable[[], Any]) -> Any:
    """Return what all workers answer. Raises ClusterProblem, also where one of them is stuck, which a scheduler lets go
    of after five minutes."""
    stuck = ClusterProblem("its workers do not answer", "end those that are stuck, and build again")
    return asked(question, STUCK, stuck)


def _lacks_ours(answer: object) -> bool:
    """Tell whether a worker does not know what it was asked. If it cannot read a question, Dask says why in words."""
    if isinstance(answer, ImportError | AttributeError):
        return True
    return type(answer) is Exception and str(answer).startswith(
        ("ModuleNotFoundError(", "ImportError(", "AttributeError(")
    )


@contextmanager
def _probe(outputs: Path | None) -> Iterator[Path | None]:
    """Put a file into the folder of outputs for a moment, which whoever sees the folder sees."""
    if outputs is None:
        yield None
        return
    path = outputs / temporary_name()
    path.touch(exist_ok=False)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def _sent(client: Any, order: Order, outputs: Path | None) -> Iterator[str]:
    from deckmaker.rows.cluster.plugin import ProjectFiles

    try:
        snapshot = snapshot_of(order.deck, outputs)
    except TooLarge as error:
        raise ClusterProblem(f"workers do not have the project, and it {error}", _SHARED) from None
    except NoProject:
        reason = "workers do not have the deck, and it lies in no project whose files could be sent"
        raise ClusterProblem(reason, "put an empty `deckmaker.yaml` into the folder that holds all it needs") from None
    except OSError as error:
        name = display_name(Path(error.filename)) if isinstance(error.filename, str) else "a file of the project"
        raise ClusterProblem(
            f"workers do not have the project, and `{name}` cannot be read: {reason_of(error)[0]}", _SHARED
        ) from error
    plugin = ProjectFiles(snapshot)
    _asked(partial(client.register_plugin, plugin))
    try:
        yield snapshot.name
    finally:
        with suppress(Exception):  # a scheduler that is gone has nothing to forget
            in_time(partial(client.unregister_worker_plugin, plugin.name), PATIENCE)
