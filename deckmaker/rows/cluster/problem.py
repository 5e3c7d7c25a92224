"""Why a cluster cannot be used. Knows no Dask, so that whoever catches it waits for none."""

from __future__ import annotations


class ClusterProblem(Exception):
    """Why a cluster cannot be used: the end of a sentence, what helps, and the code of the message."""

    @property
    def message(self) -> str:
        """What is said of it. A worker that is not like the others is named by the reason itself."""
        return self.reason if self.code == "workers-differ" else f"the cluster cannot be used: {self.reason}"

    def __init__(self, reason: str, help: str | None = None, code: str = "no-cluster") -> None:
        super().__init__(reason)
        self.reason, self.help, self.code = reason, help, code
