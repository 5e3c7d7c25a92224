"""A cluster makes the same files as this machine, whether its workers see the project or are sent it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from deckmaker.rows.batch import RowOutcome, work
from deckmaker.rows.cluster import agreement
from deckmaker.rows.cluster.alike import Facts
from deckmaker.rows.cluster.problem import WorkersDiffer
from deckmaker.rows.cluster.running import on_cluster
from deckmaker.rows.cluster.worker import Seen
from deckmaker.rows.distribution import done_by
from deckmaker.rows.stores import FolderStore
from tests.rows.cluster.office import batches_of, office, order_for, rows_of

pytestmark = pytest.mark.slow

ROWS = 8


def files_below(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of all files below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def told(outcome: RowOutcome) -> tuple[object, ...]:
    """Return what is the same of an outcome wherever it came from."""
    files = sorted((part.name, part.digest) for part in outcome.parts)
    return outcome.number, outcome.state, outcome.inputs, outcome.reads, outcome.said, outcome.found, files


def built_here(deck: Path, folder: Path) -> list[tuple[object, ...]]:
    store = FolderStore(folder)
    order = order_for(deck, store, f"here {folder}")
    with store.alone():
        outcomes = [one for batch in batches_of(order, rows_of(ROWS), 3) for one in work(batch)]
        for one in outcomes:
            for part in one.parts:
                store.publish(part)
    return sorted(map(told, outcomes))


def built_there(scheduler: str, deck: Path, folder: Path) -> list[tuple[object, ...]]:
    store = FolderStore(folder)
    order = order_for(deck, store, f"there {folder}")
    found: list[RowOutcome] = []
    with store.alone(), on_cluster(scheduler, order) as cluster:
        assert cluster.number >= 1
        for outcomes in done_by(cluster.workers, iter(batches_of(order, rows_of(ROWS), 3))):
            for one in outcomes:
                for part in one.parts:
                    store.publish(part)
            found += outcomes
    return sorted(map(told, found))


def seen_by_none(client, setting):
    """Say of each worker what it has, but for the project's files: as of machines of their own."""
    return {worker: Seen(one.facts, False) for worker, one in _seen(client, setting).items()}


_seen = agreement._seen


@pytest.mark.parametrize("is_sent", [False, True], ids=["seen", "sent"])
def test_workers_make_the_same_files(scheduler, tmp_path, monkeypatch, is_sent):
    """And remember the same of them: a run may go on with a cluster or without."""
    deck = office(tmp_path / "office")
    monkeypatch.chdir(deck.parent)
    if is_sent:
        monkeypatch.setattr(agreement, "_seen", seen_by_none)
    else:
        monkeypatch.setattr(agreement, "_sent", lambda *_: pytest.fail("files are sent to who sees them"))
    here = built_here(Path("deck.yaml"), tmp_path / "office/build/decks")
    first = files_below(tmp_path / "office/build/decks")
    (tmp_path / "office/build").rename(tmp_path / "kept")
    there = built_there(scheduler, Path("deck.yaml"), tmp_path / "office/build/decks")
    assert files_below(tmp_path / "office/build/decks") == first
    assert len(first) == ROWS * 4
    assert here == there
    assert str(tmp_path).encode() not in b"".join(p.read_bytes() for p in (tmp_path / "kept").rglob("*.md"))


def test_mistakes_are_told_with_the_paths_of_this_machine(scheduler, tmp_path, monkeypatch):
    deck = office(tmp_path / "office")
    deck.write_text(deck.read_text().replace("harbour.png", "none.png"))
    here = built_here(deck, tmp_path / "out")
    monkeypatch.setattr(agreement, "_seen", seen_by_none)
    there = built_there(scheduler, deck, tmp_path / "out")
    assert here == there
    assert "none.png" in str(here)
    assert not list((tmp_path / "out").iterdir())


def test_a_worker_that_differs_is_named(scheduler, tmp_path, monkeypatch):
    deck = office(tmp_path / "office")
    facts = agreement.own_facts()
    monkeypatch.setattr(agreement, "own_facts", lambda: Facts({**facts.versions, "lxml": "1"}, facts.fonts))
    with pytest.raises(WorkersDiffer) as problem:
        built_there(scheduler, deck, tmp_path / "out")
    assert problem.value.reason.startswith("the worker `tcp://127.0.0.1:")
    assert problem.value.reason.endswith("and this machine 1")
    assert os.listdir(tmp_path / "out") == []
