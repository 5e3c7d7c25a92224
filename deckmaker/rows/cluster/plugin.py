"""Files of a project on each worker, those that come later too: Dask starts this in each of them, and ends it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from distributed import WorkerPlugin

from deckmaker.rows.cluster import worker as here
from deckmaker.rows.cluster.snapshot import Snapshot, unpacked


class ProjectFiles(WorkerPlugin):  # type: ignore[misc]  # Dask's classes are of no type that mypy knows
    """Unpacks a snapshot into a private folder, in the worker's own one: Dask clears that away after killed workers."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.name = f"deckmaker-{snapshot.name}"
        self._snapshot = snapshot

    def setup(self, worker: Any) -> None:
        """Unpack. What fails is told by the first batch: a worker that cannot start would be started for ever."""
        try:
            here.tops[self._snapshot.name] = unpacked(self._snapshot, Path(worker.local_directory))
        except OSError as error:
            here.tops[self._snapshot.name] = f"cannot unpack the project's files: {error.strerror or error}"

    def teardown(self, worker: Any) -> None:
        """Remove the folder."""
        with suppress(KeyError):
            top = here.tops.pop(self._snapshot.name)
            if isinstance(top, Path):
                shutil.rmtree(top, ignore_errors=True)
