"""A cluster on this machine: a scheduler in this process, and a worker for each core. Knows nothing of rows."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from deckmaker.parallel import cores

_LOOKED = 3.0
"""Seconds after which workers are looked after: to start one takes one."""

DEATHS = 1
"""Workers that a batch may take along before one more makes it given up: the first may have died of something else."""

_SETTINGS: Mapping[str, object] = {
    "distributed.scheduler.allowed-failures": DEATHS,
}


@contextmanager
def local_cluster(distributed: Any) -> Iterator[str]:
    """Yield the address of the scheduler, as long as its workers are there, with Dask's `distributed`.

    It listens on 127.0.0.1 alone, and has no dashboard. Raises what Dask raises where no worker can be started.
    """
    import dask

    with dask.config.set(_SETTINGS):  # as long as the cluster is: workers in place of dead ones have them, too
        cluster = distributed.LocalCluster(
            n_workers=cores(),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # None takes a port that others may have
            worker_dashboard_address=None,
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.CRITICAL,
        )
        ended = Event()
        keeper = Thread(target=_keep_workers, args=(cluster, cores(), ended), daemon=True, name="deckmaker-workers")
        with cluster:
            keeper.start()
            try:
                yield cluster.scheduler_address
            finally:
                ended.set()
                keeper.join()


def _keep_workers(cluster: Any, count: int, ended: Event) -> None:
    """Replace workers that nobody starts again: Dask leaves those that die before it has seen them start."""
    before: dict[Any, Any] = {}
    while not ended.wait(_LOOKED):
        dead = {name: one.process for name, one in list(cluster.workers.items()) if not one.is_alive()}
        for name, process in dead.items():
            if name in before and before[name] is process:
                cluster.worker_spec.pop(name, None)
        cluster.scale(count)
        before = dead
