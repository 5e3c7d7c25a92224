"""`python -m tests.bench.change [--slides 200]`: how long a change of one slide takes, by phase, in one process.

A live preview works like this: it reads the deck again and lays out what changed. Times are the processor's, of which
other programs take nothing, and the least of some rounds.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.layout import layout_deck
from deckmaker.layout.memory import LayoutMemory
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml
from deckmaker.theme import load_theme
from tests.bench.material import make_material
from tests.projects import place

ROUNDS = 7

Seconds = dict[str, float]
"""Seconds of the processor by phase."""


@click.command()
@click.option("--slides", default=200, show_default=True, help="How many the deck has.")
def main(slides: int) -> None:
    """Print how long phases take: of all slides, and when one of them changed."""
    with TemporaryDirectory(prefix="change-") as folder:
        material = make_material(Path(folder), slides, distinct=False)
        text = material.deck.read_text(encoding="utf-8")
        changed = [text.replace("Night 8:", f"Night 8, again {number}:", 1) for number in range(ROUNDS)]
        all_slides = _least(_phases(material.deck, one, LayoutMemory()) for one in changed)
        memory = LayoutMemory()
        _phases(material.deck, text, memory)
        one_slide = _least(_phases(material.deck, one, memory) for one in changed)
    click.echo(f"{'':24}{'all slides':>12}{'one changed':>14}")
    for phase in all_slides:
        click.echo(f"{phase:24}{1_000 * all_slides[phase]:9.0f} ms{1_000 * one_slide[phase]:11.0f} ms")


def _least(rounds: Iterator[Seconds]) -> Seconds:
    """Return the least that each phase took."""
    taken = [*rounds]
    return {phase: min(one[phase] for one in taken) for phase in taken[0]}


def _phases(path: Path, text: str, memory: LayoutMemory) -> Seconds:
    """Take a deck from its text to its document, and return what each phase took."""
    taken: Seconds = {}
    diagnostics = Diagnostics()
    with _timed(taken, "reading"):
        tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
        entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry, [one.message for one in diagnostics]
    with _timed(taken, "pictures and credits"):
        theme = load_theme("briefing", "16:9", path, place(), diagnostics)
        deck = resolve_deck(entry, tree, path, diagnostics)
    assert theme, [one.message for one in diagnostics]
    with _timed(taken, "layout"):
        layout_deck(deck, theme, diagnostics, memory)
    return taken


@contextmanager
def _timed(taken: Seconds, phase: str) -> Iterator[None]:
    begin = time.process_time()
    yield
    taken[phase] = time.process_time() - begin


if __name__ == "__main__":
    main(prog_name="python -m tests.bench.change")
