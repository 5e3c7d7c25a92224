"""What `deckmaker diff` does with two decks: a job as those of other commands, which prints nothing."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.deck_facts import facts_of
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.reading import PlacedSide, placed_sides
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import printable
from deckmaker.guards import guarded
from deckmaker.layout import Document
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.one_deck import read_one
from deckmaker.project import project_root
from deckmaker.source.reading import display_name


class DiffResult(NamedTuple):
    """Lines for stderr and for stdout, the tracebacks behind them, whether something failed, and what was found."""

    messages: Sequence[str]
    lines: Sequence[str]
    causes: Sequence[str]
    failed: bool
    comparison: Comparison | None


class _Read(NamedTuple):
    """One of the two decks, None where it has errors, and what there is to say of it."""

    facts: DeckFacts | None
    document: Document | None
    messages: Sequence[str]
    causes: Sequence[str]


def diff_job(
    old: str,
    new: str,
    target: Path | None,
    force: bool,
    messages: MessageOptions,
    audience: str | None = None,
    row: int | None = None,
) -> DiffResult:
    """Compare two decks, files or revisions as they are typed, for an audience or for everybody; write a page about it
    to `target` where there is one.

    Of decks that can be compared nothing else is said: `check` does.
    """
    found = Diagnostics(messages.levels)
    comparison = None
    read: list[_Read] = []
    lines: list[str] = []
    with ExitStack() as stack, guarded(Path(new), found):
        sides = placed_sides(old, new, stack, found)
        flawed = any(side.path.suffix.lower() == ".pptx" for side in sides)
        if flawed:
            from deckmaker.presentation_sides import as_decks

            sides = as_decks(sides, stack, found, audience, row)
            audience, row = None, None  # as which the decks were built
        read = [_read(side, messages, audience, row, flawed) for side in sides]
        facts = [one.facts for one in read if one.facts]
        documents = [one.document for one in read if one.document]
        if len(facts) == len(documents) == 2:
            comparison = compare(*facts)
            if target and _is_written(comparison, documents, target, force, found):
                lines = [printable(display_name(target))]
    said = [line for one in read for line in one.messages]
    causes = [cause for one in read for cause in one.causes]
    failed = comparison is None or found.failed(messages.strict)
    return DiffResult([*said, *message_lines(found, messages)], lines, [*causes, *found.causes], failed, comparison)


def _read(side: PlacedSide, messages: MessageOptions, audience: str | None, row: int | None, flawed: bool) -> _Read:
    """Read a deck; one that may be `flawed` was imported, and nobody is to mend it."""
    found = Diagnostics(messages.levels)
    with guarded(side.path, found):
        read = read_one(side.path, found, audience, row, flawed)
        if read and (flawed or not found.failed(messages.strict)):
            root = project_root(side.path)
            facts = facts_of(
                printable(side.name), read.deck, read.entry, read.theme, root, read.document.pages, audience
            )
            return _Read(facts, read.document, (), ())
    return _Read(None, None, [side.named(line) for line in message_lines(found, messages)], found.causes)


def _is_written(
    comparison: Comparison, documents: Sequence[Document], target: Path, force: bool, found: Diagnostics
) -> bool:
    from deckmaker.comparison.page.file import write_page

    return write_page(comparison, documents[0], documents[1], target, force, found)
