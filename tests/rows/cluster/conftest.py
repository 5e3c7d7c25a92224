"""One cluster of this machine for all tests of a process, and a store that its workers reach."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.projects import ROOT
from tests.rows.object_store import object_store

_CLUSTER = """\
import sys
from deckmaker.rows.cluster.connection import LOCAL, connected
with connected(LOCAL) as client:
    print(client.scheduler.address, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="session")
def bucket() -> Iterator[str]:
    """Return the address of an object store's bucket."""
    with object_store() as address:
        yield address


@pytest.fixture(scope="session")
def scheduler(bucket: str) -> Iterator[str]:
    """Return the address of a cluster whose workers see no fonts but deckmaker's own, as tests do.

    It has a process of its own, which ends with this one: what a scheduler does for itself at any time would count
    as work of the tests that run meanwhile.
    """
    nowhere = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"), "/nowhere")
    command = [sys.executable, "-c", _CLUSTER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **nowhere}, **pipes) as child:
        yield child.stdout.readline().strip()
        child.stdin.close()
