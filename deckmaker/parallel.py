"""Jobs side by side, in copies of this process (`copies.py`). Knows nothing of decks."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TypeVar

from deckmaker.copies import Copy, copy_of, is_safe

T = TypeVar("T")
Item = TypeVar("Item")


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_copy() -> bool:
    """Tell whether copies of this process are safe, and pay: there is a second core that no copy is busy on."""
    return is_safe() and cores() > 1


def run_parallel(jobs: Sequence[Callable[[], T]]) -> list[T | None]:
    """Run jobs, all but the last in copies of this process; return what each returns, None for a copy that died.

    What a job raises is raised here for the last one alone: the others answer for themselves. One after another, all
    here, where copies are not safe or do not pay; and those for which the system has no process.
    """
    if len(jobs) < 2 or not may_copy():
        return [job() for job in jobs]
    workers: list[Copy] = []
    try:
        for number in range(len(jobs) - 1):
            if (worker := copy_of(lambda index: jobs[index]())) is None:
                break
            workers.append(worker)
            worker.ask(number)
        own = [job() for job in jobs[len(workers) :]]
        return [*(worker.answer() for worker in workers), *own]
    finally:
        for worker in workers:
            worker.end()


def over_cores(job: Callable[[Item], T], items: Sequence[Item]) -> Iterator[T | None]:
    """Yield what a job makes of each item, in order: None for one that its process died of.

    As many copies of this process as there are cores take items in turn. One after another, all here, where copies are
    not safe or do not pay, or where the system has no process for any.
    """
    if len(items) < 2 or not may_copy():
        yield from map(job, items)
        return

    import select

    def of_index(index: int) -> T:
        return job(items[index])

    waiting = iter(range(len(items)))
    answers: dict[int, T | None] = {}
    asked: dict[Copy, int] = {}
    workers = _workers(of_index, min(cores(), len(items)))
    try:
        for wanted in range(len(items)):
            while wanted not in answers:
                if not workers and (index := next(waiting, None)) is not None:
                    answers[index] = of_index(index)
                for worker in workers:
                    if worker not in asked and (index := next(waiting, None)) is not None:
                        worker.ask(index)
                        asked[worker] = index
                for worker in select.select(list(asked), [], [])[0] if asked else []:
                    answers[asked.pop(worker)] = worker.answer()
                alive = [worker for worker in workers if worker.lives]
                workers = alive + _workers(of_index, len(workers) - len(alive))
            yield answers.pop(wanted)
    finally:
        for worker in workers:
            worker.end()


def shared_out(
    job: Callable[[Item], T], take: Callable[[], Item | None], most: int
) -> Generator[tuple[Item, T | None], None, None]:
    """Yield items, each with what a job makes of it, as they are done: None for one that its process died of.

    So many copies of this process at `most` take items in turn: what `take` returns, asked when one is free; None is
    for no item now. It ends when there is none and nobody is at work. An item is sent to its copy, and must be small.
    One after another, all here, where copies are not safe, or where the system has no process for any. Whoever stops
    early closes it: that ends the copies.
    """
    import select

    every: list[Copy] = []  # to be ended, wherever in between an interruption comes
    idle: list[Copy] = []
    asked: dict[Copy, Item] = {}
    try:
        while True:
            while len(asked) < most and (item := take()) is not None:
                worker = idle.pop() if idle else (copy_of(job) if is_safe() else None)
                if worker is None:
                    yield item, job(item)
                    break
                every.append(worker)
                worker.ask(item)
                asked[worker] = item
            else:
                if not asked:
                    return
            for worker in select.select(list(asked), [], [], None)[0] if asked else []:
                item, answer = asked.pop(worker), worker.answer()
                # Ask for the next before this one is looked at: nobody waits for whoever does that.
                if worker.lives and (following := take()) is not None:
                    worker.ask(following)
                    asked[worker] = following
                elif worker.lives:
                    idle.append(worker)
                yield item, answer
    finally:
        for worker in every:
            worker.end()


def _workers(job: Callable[[int], object], most: int) -> list[Copy]:
    """Return so many copies of this process, or as many as the system has place for."""
    made = (copy_of(job) for _ in range(most))
    return [worker for worker in made if worker]
