"""Why a cluster cannot be used. Knows no Dask, so that whoever catches it waits for none."""

from __future__ import annotations


class ClusterProblem(Exception):
    """Why a cluster cannot be used: the end of a sentence, and what helps."""

    def __init__(self, reason: str, help: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.help = reason, help


class WorkersDiffer(ClusterProblem):
    """A worker is not like this machine: a whole sentence, and what helps."""
