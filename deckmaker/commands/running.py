"""Decks one after the other, or on all cores: what is printed of each, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from deckmaker.guards import FAILED
from deckmaker.messages import FOR_PEOPLE, MessageOptions, print_messages
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from deckmaker.jobs import JobResult
    from deckmaker.progress import Progress


_COUNT = pattern(r"\d+ (error|warning)|… and \d")
"""What is said of messages, and is none."""

BUILT = 0
"""The exit code where nothing went wrong."""

DOING = "Reading"
"""What is told of long work that is neither to build nor to check."""


def run(
    job: Callable[[Path], JobResult],
    decks: Sequence[Path],
    messages: MessageOptions,
    formats: Sequence[str] = (),
    finish: Callable[[Sequence[JobResult]], JobResult] | None = None,
    doing: str = DOING,
    is_in_turn: bool = False,
    failed: bool = False,
) -> NoReturn:
    """Do a job for each deck, and what there is to `finish` with all of them; print what there is to say in the order
    of the decks, and exit.

    Decks are shared out among cores, unless one `is_in_turn` after the other because jobs write what others read.
    What was done before may have `failed`. Where stdout lies on a full disk, that is said when all is done.
    """
    disk_error = None
    results = _in_turn(job, decks, messages) if is_in_turn else results_of(job, decks, messages, formats, doing)
    for result in _finished(results, finish):
        try:
            for line in result.lines:
                click.echo(line)
        except OSError as error:
            disk_error = error
        failed |= result.failed
    if disk_error:
        raise disk_error
    sys.exit(FAILED if failed else BUILT)


def _in_turn(job: Callable[[Path], JobResult], decks: Sequence[Path], messages: MessageOptions) -> Iterator[JobResult]:
    told: set[str] = set()
    for result in map(job, decks):
        print_messages(_news(result.messages, told, messages), result.causes)
        yield result


def _finished(
    results: Iterator[JobResult], finish: Callable[[Sequence[JobResult]], JobResult] | None
) -> Iterator[JobResult]:
    """Yield results and, last, what comes of all of them, its messages printed."""
    if finish is None:
        yield from results
        return
    every = []
    for result in results:
        every.append(result)
        yield result
    last = finish(every)
    print_messages(last.messages, last.causes)
    yield last


def results_of(
    job: Callable[[Path], JobResult],
    decks: Sequence[Path],
    messages: MessageOptions,
    formats: Sequence[str] = (),
    doing: str = DOING,
) -> Iterator[JobResult]:
    """Do a job for each deck, on all cores; yield what there is to say of each in turn, its messages printed.

    On a terminal, a line says what long work is at, `doing` first; it is gone while whoever takes a result prints it.
    Exit 1 where several decks would each fail with the same mistakes in `deckmaker.yaml`: these are said once.
    """
    from deckmaker.jobs import lost, refused_settings, warm_up
    from deckmaker.parallel import over_cores

    if len(decks) > 1:
        if refused := refused_settings(decks, messages):
            print_messages(refused.messages, refused.causes)
            sys.exit(FAILED)
        warm_up(formats)
    told: set[str] = set()
    with progress_of(doing, decks, messages) as progress:
        for deck, found in zip(decks, over_cores(job, decks), strict=True):
            result = found or lost(deck, messages)
            if progress:
                progress.hold()
            print_messages(_news(result.messages, told, messages), result.causes)
            yield result
            if progress:
                progress.go_on()


def _news(lines: Sequence[str], told: set[str], messages: MessageOptions) -> Iterator[str]:
    """Yield what was not `told` of an earlier deck: a theme that decks share is found fault with once.

    Counts are not about one place, and stay. People hear how much of a count was said before.
    """
    known = [line for line in lines if line in told and not _COUNT.match(line)]
    for line in lines:
        if line not in told or _COUNT.match(line):
            yield line
    if known and messages.form in FOR_PEOPLE:
        yield f"{len(known)} of them {'was' if len(known) == 1 else 'were'} told above, of an earlier deck"
    told.update(lines)


def progress_of(doing: str, decks: Sequence[Path], messages: MessageOptions) -> AbstractContextManager[Progress | None]:
    """Return what tells of long work; nothing where nobody looks on, or wants to hear of it."""
    if messages.quiet or messages.form not in FOR_PEOPLE or sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from deckmaker.diagnostics.printer import printable
    from deckmaker.progress import Progress, is_wanted
    from deckmaker.source.reading import display_name

    return Progress(doing, len(decks), printable(display_name(decks[0]))) if decks and is_wanted() else nullcontext()
