"""A cluster: one that is there already, by its scheduler's address, or one on this machine for as long as a run
(`local.py`)."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from deckmaker.rows.cluster.local import local_cluster
from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.stores.urls import without_secrets

_FILE_BYTES = 1_000_000
"""Of a scheduler's file that are read; it has a thousand or two."""

LOCAL = "local"
"""In place of a scheduler's address: workers on this machine, one for each core."""

PATIENCE = 20.0
"""Seconds to wait for a scheduler, and then for its first worker."""


@contextmanager
def connected(where: str) -> Iterator[Any]:
    """Yield a client of the cluster at an address (`tcp://host:8786`), of a scheduler's file, or of a local one.

    A local one listens on 127.0.0.1 alone, and has no dashboard. Raises ClusterProblem.
    """
    distributed = _distributed()
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        address = where
        if where == LOCAL:
            try:
                address = stack.enter_context(local_cluster(distributed))
            except Exception as error:
                raise ClusterProblem(f"workers cannot be started here: {_words(error)}") from error
        elif os.path.isfile(where):
            address = _address_in(where)
        elif "://" not in where:
            raise ClusterProblem(
                f"`{where}` is neither a scheduler's file nor its address",
                "write `tcp://host:8786`, or `--cluster local`",
            )
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False, name="deckmaker")
        except Exception as error:
            raise _unreachable(where, error) from error
        stack.callback(_close, client)
        yield client


def _address_in(file: str) -> str:
    """Return the address that a scheduler's file names. Raises ClusterProblem."""
    try:
        with open(file, "rb") as stream:
            found = json.loads(stream.read(_FILE_BYTES))
        address = found.get("address") if isinstance(found, dict) else None
    except (OSError, ValueError, RecursionError):
        address = None
    if not (isinstance(address, str) and "://" in address):
        help = "`dask scheduler --scheduler-file FILE` writes it while the scheduler runs"
        raise ClusterProblem(f"`{file}` is no scheduler's file: it names no address", help)
    return address


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        help = "install deckmaker with its extra `cluster`, as in `pip install '.[cluster]'`"
        raise ClusterProblem("a cluster needs Dask's `distributed`, which is not installed", help) from None
    return distributed


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave what Dask would say of its own: what matters becomes a message of ours."""
    logger = logging.getLogger("distributed")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _close(client: Any) -> None:
    with suppress(Exception):  # a scheduler that is gone already
        client.close(timeout=PATIENCE)


def _unreachable(where: str, error: Exception) -> ClusterProblem:
    if isinstance(error, OSError | TimeoutError):
        help = "see that the scheduler runs, and that its address is right; `dask scheduler` prints it"
        return ClusterProblem(f"no scheduler answers at `{without_secrets(where)}`", help)
    return ClusterProblem(f"the scheduler at `{without_secrets(where)}` cannot be used: {_words(error)}")


def _words(error: BaseException) -> str:
    from deckmaker.diagnostics.reasons import plain_reason

    said = plain_reason(error) if isinstance(error, Exception) else None
    return without_secrets(said) if said else f"Dask failed ({type(error).__name__})"
