"""One cluster of this machine for all tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckmaker.rows.cluster.connection import LOCAL, connected


@pytest.fixture(scope="session")
def scheduler() -> Iterator[str]:
    """Return the address of a cluster whose workers see no fonts but deckmaker's own, as tests do."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"):
            patch.setenv(name, "/nowhere")
        with connected(LOCAL) as client:
            yield client.scheduler.address
