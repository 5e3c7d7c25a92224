"""Workers of this machine give the processor to decks: what Dask does beside them is little, also in new workers."""

from __future__ import annotations

import os
import signal
import time
from resource import RUSAGE_THREAD, getrusage

import dask
import pytest

from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.local import SETTINGS
from tests.projects import ROOT

pytestmark = pytest.mark.slow

PATIENCE = 120.0
MEGABYTE = 1_000_000


def own_work(dask_worker) -> dict[str, float]:
    """Return the milliseconds after which a worker does each of what it does for itself."""
    return {name: one.callback_time for name, one in dask_worker.periodic_callbacks.items()}


def faults(count: int) -> int:
    """Return how many pages the system gives this thread while it fills so many megabytes, one after the other."""
    before = getrusage(RUSAGE_THREAD).ru_minflt
    for _ in range(count):
        b"-" * MEGABYTE
    return getrusage(RUSAGE_THREAD).ru_minflt - before


def with_a_new_worker(client) -> list[str]:
    """Kill a worker; return the addresses of all when another one is there."""
    before = set(client.run(os.getpid).values())
    os.kill(min(before), signal.SIGKILL)
    until = time.monotonic() + PATIENCE
    while True:
        pids = client.run(os.getpid, on_error="ignore")
        if len(pids) == len(before) and min(before) not in pids.values():
            return [*pids]
        assert time.monotonic() < until
        time.sleep(0.05)


def test_workers_keep_memory_and_do_little_for_themselves(scheduler):
    with connected(scheduler) as client:
        for name in with_a_new_worker(client):
            client.submit(faults, 3, pure=False, workers=[name]).result()
            assert client.submit(faults, 20, pure=False, workers=[name]).result() < MEGABYTE / 4096
        for work in client.run(own_work).values():
            assert "profile" not in work
            assert (work["tick"], work["monitor"], work["memory_monitor"]) == (1_000, 10_000, 500)


def test_the_page_gives_other_clusters_the_same_settings():
    """But for what is a local one's alone: how many deaths, and how soon want of memory is seen."""
    lines = map(str.strip, (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8").splitlines())
    told = dict(line.split("=", 1) for line in lines if line.startswith("DASK_"))
    read = dask.config.collect_env({name: value.strip('"') for name, value in told.items()})
    own = {"distributed.scheduler.allowed-failures", "distributed.worker.memory.monitor-interval"}
    wanted = {name: value for name, value in SETTINGS.items() if name not in own}
    assert {name: dask.config.get(name, "none", config=read) for name in wanted} == wanted
    assert len(told) == len(wanted)
