"""Batches to processes: the same bytes however many there are, and a row that its process dies of fails alone."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from deckmaker.parallel import shared_out
from deckmaker.rows import batch as batches_of_rows
from deckmaker.rows.batch import Batch, RowOutcome, work
from deckmaker.rows.building import Tally
from deckmaker.rows.distribution import Workers, batch_size, on_this_machine
from deckmaker.rows.judging import How
from tests.rows.runs import Run, Table

linux = pytest.mark.skipif(sys.platform != "linux", reason="no copies are made here")

MANY_TEXTS = [(f"region-{number}", str(number)) for number in range(24)]
MANY = Table(*MANY_TEXTS)


@pytest.fixture(autouse=True)
def copies_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let copies be made beside threads that other tests left: those of an object store only wait."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def so_many(most: int) -> Workers:
    """Do batches in so many processes."""
    return partial(shared_out, work, most=most)


@linux
@pytest.mark.slow
def test_bytes_are_the_same_however_many_processes(tmp_path: Path) -> None:
    """Of one, of three, of this one, and of a run that was begun by another."""
    (tmp_path / "a").mkdir()
    first = Run(tmp_path / "a")
    assert first.build(MANY).done == 24
    for number, workers in enumerate((so_many(1), so_many(3), on_this_machine)):
        (tmp_path / str(number)).mkdir()
        run = Run(tmp_path / str(number))
        half = Table(*(row.texts for row in MANY.rows[::2]))
        assert run.build(half, workers=workers).done == 12
        assert run.build(MANY, workers=workers) == Tally(done=12, unchanged=12, files=12)
        assert run.files() == first.files()


def poisoned(kills: Callable[[RowOutcome], bool]) -> Workers:
    """Do batches in two processes, which end at once where the deck of a row is such a one."""

    def deadly(batch: Batch) -> list[RowOutcome]:
        outcomes = work(batch)
        ends = [kills(one) for one in outcomes if batch.is_built]
        if any(ends):
            os._exit(9)
        return outcomes

    return partial(shared_out, deadly, most=2)


@linux
@pytest.mark.slow
def test_row_that_its_process_dies_of_fails_alone(tmp_path: Path) -> None:
    """The others of its batch are built; it is told, and tried again by the next run."""
    run = Run(tmp_path)
    workers = poisoned(lambda one: one.name == "region-7")
    assert run.build(MANY, workers=workers) == Tally(done=23, failed=1, files=23)
    assert "region-7.md" not in run.files()
    assert not [name for name in run.files() if name.startswith(".")]
    assert (
        run.said
        == """error[internal-error]: row 8 (line 9 of rows.csv): the process that made its deck was ended twice, the \
second time with no other row
 = help: look at what its texts name, such as a huge picture; or give deckmaker more memory"""
    )
    assert run.build(MANY) == Tally(done=1, unchanged=23, files=1)


@linux
@pytest.mark.slow
def test_processes_that_are_killed_lose_nothing(tmp_path: Path) -> None:
    """Each first time that a row is worked on its process is killed; each is built once."""
    run = Run(tmp_path)
    seen = tmp_path / "seen"
    seen.mkdir()

    def first_time(one: RowOutcome) -> bool:
        if (seen / one.name).exists():
            return False
        (seen / one.name).touch()
        return True

    assert run.build(MANY, How(keeps_going=True), workers=poisoned(first_time)) == Tally(done=24, files=24)
    assert sorted(run.files()) == sorted(f"region-{number}.md" for number in range(24))


@linux
@pytest.mark.slow
def test_deck_is_read_once_by_a_process_and_its_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a hundred rows it takes as long as for one."""
    run = Run(tmp_path)
    read = batches_of_rows._read_now
    counted = tmp_path / "counted"
    counted.write_text("")

    def counting(order: batches_of_rows.Order) -> batches_of_rows.ReadOnce:
        with counted.open("a") as stream:
            stream.write("x")
        return read(order)

    monkeypatch.setattr(batches_of_rows, "_read_now", counting)

    def workers(take: Callable[[], Batch | None]) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
        return shared_out(work, take, 2)

    run.build(MANY, workers=workers)
    assert len(counted.read_text()) <= 4  # two phases of two processes, of a run that read nothing itself before


@pytest.mark.slow
def test_nothing_of_a_row_is_kept(tmp_path: Path) -> None:
    """Presentations are full of circles, and the pause of the search for them must not keep those of earlier rows."""

    def presentations() -> list[object]:
        gc.unfreeze()
        return [one for one in gc.get_objects() if type(one).__name__ == "PresentationPart"]

    run, before = Run(tmp_path), len(presentations())  # other tests have theirs
    assert run.build(Table(*MANY_TEXTS[:5]), formats=("pptx",)).done == 5
    assert len(presentations()) <= before + 1


def test_batches_leave_nobody_waiting() -> None:
    """Ten rows for many rows, fewer for few: each process has four at least."""
    assert [batch_size(count, 2) for count in (1, 7, 40, 79, 80, 10_000)] == [1, 1, 5, 9, 10, 10]
    assert batch_size(100, 64) == 1


def test_copies_are_ended_before_an_interruption_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was begun is swept when the folder is let go of: by then, no copy may write any more."""
    run, order = Run(tmp_path), list[str]()
    alone = run.store.alone

    @contextmanager
    def noted() -> Iterator[None]:
        with alone():
            try:
                yield
            finally:
                order.append("folder let go of")

    def workers(take: Callable[[], Batch | None]) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
        try:
            while batch := take():
                yield batch, work(batch)
        finally:
            order.append("copies ended")

    def interrupt(doing: str, done: int, count: int) -> None:
        if done:
            raise KeyboardInterrupt

    monkeypatch.setattr(run.store, "alone", noted)
    monkeypatch.setattr(run, "_watch", interrupt)
    with pytest.raises(KeyboardInterrupt):
        run.build(MANY, workers=workers)
    assert order == ["copies ended", "folder let go of"]
