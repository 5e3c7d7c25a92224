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

SETTINGS: Mapping[str, object] = {
    "distributed.scheduler.allowed-failures": DEATHS,
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "500ms",
}
"""Dask's own, but for what takes time from decks on the same cores, and that nobody looks at here.

- Dask has the C library give memory back from 64 KiB on (mallopt(3), M_TRIM_THRESHOLD). Each megabyte of a deck's files
  is then mapped anew: 2,600 page faults a deck in place of 13, and 11 % more of the processor.
- Idle, this process took 3.8 % of a core, and each worker 3.0 %: a worker's stack is sampled each 10 ms for a page that
  is not shown; scheduler, nannies and workers each wake every 20 ms to see whether they are late, measure the whole
  machine every 500 ms, and their memory every 100 ms. With these settings that is 0.8 % and 0.3 %.

Stealing, replicas and what notebooks are told stay as Dask has them: together they take 0.2 %.
"""


@contextmanager
def local_cluster(distributed: Any) -> Iterator[str]:
    """Yield the address of the scheduler, as long as its workers are there, with Dask's `distributed`.

    It listens on 127.0.0.1 alone, and has no dashboard. Raises what Dask raises where no worker can be started.
    """
    import dask

    with dask.config.set(SETTINGS):  # as long as the cluster is: workers in place of dead ones have them, too
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
