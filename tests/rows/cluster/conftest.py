"""One cluster of this machine for all tests of a process, and a store that its workers reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckmaker.rows.cluster.connection import LOCAL, connected
from tests.rows.object_store import object_store


@pytest.fixture(scope="session")
def bucket() -> Iterator[str]:
    """Return the address of an object store's bucket."""
    with object_store() as address:
        yield address


@pytest.fixture(scope="session")
def scheduler(bucket: str) -> Iterator[str]:
    """Return the address of a cluster whose workers see no fonts but deckmaker's own, as tests do."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"):
            patch.setenv(name, "/nowhere")
        with connected(LOCAL) as client:
            yield client.scheduler.address
