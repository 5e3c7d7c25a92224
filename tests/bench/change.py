"""`python -m tests.bench.change`: how long `deckmaker serve` takes from a saved deck to what the open page asks for.

One process looks at a deck again and again, as the preview does. Times are the processor's, of which other programs
take nothing, and the least of some rounds. What watches files adds 10 to 30 ms with `watchfiles`, or up to 100; the
browser adds what it takes to draw one slide.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from deckmaker.messages import MessageOptions
from deckmaker.preview.desk import Desk
from tests.bench.material import make_material

ROUNDS = 7

SIZES = (16, 200)

Edit = Callable[[str, int], str]


def in_a_line(text: str, number: int) -> str:
    """Change a word of the eighth slide."""
    return text.replace("Night 8:", f"Night 8, again {number}:", 1)


def with_a_line_more(text: str, number: int) -> str:
    """Put lines above all slides, which stand elsewhere then."""
    return "# A line\n" * (number + 1) + in_a_line(text, number)


EDITS: dict[str, Edit] = {"a word changed": in_a_line, "a line more above all slides": with_a_line_more}


@click.command()
def main() -> None:
    """Print how long the first look takes, and those after changes."""
    found = {count: _of_deck(count) for count in SIZES}
    click.echo("".join([f"{'':32}", *(f"{count:>6} slides" for count in SIZES)]))
    for name in next(iter(found.values())):
        click.echo("".join([f"{name:32}", *(f"{1_000 * found[count][name]:10.0f} ms" for count in SIZES)]))


def _of_deck(slides: int) -> dict[str, float]:
    """Return seconds of the processor for each kind of look at a deck of so many slides."""
    with TemporaryDirectory(prefix="change-") as folder:
        material = make_material(Path(folder), slides, distinct=False)
        text = material.deck.read_text(encoding="utf-8")
        look = _Look(material.deck)
        look(text)  # photos are read once
        taken = {"first look": _Look(material.deck)(text)}
        for name, edit in EDITS.items():
            look(text)
            taken[name] = min(look(edit(text, number)) for number in range(ROUNDS))
        return taken


class _Look:
    """Looks at a deck as the preview does, for a page that has what it asked for the last time."""

    def __init__(self, deck: Path) -> None:
        self._deck = deck
        self._desk = Desk(deck, MessageOptions())
        self._there: set[str] = set()

    def __call__(self, text: str) -> float:
        """Save a deck; return the seconds of the processor until the page has what is new."""
        self._deck.write_text(text, encoding="utf-8")
        begin = time.process_time()
        parts = self._desk.look().parts
        assert parts, self._desk.last.messages
        names = parts.names
        parts.lacking(self._there)
        taken = time.process_time() - begin
        self._there = {names["definitions"], *names["styles"], *names["sections"]}
        return taken


if __name__ == "__main__":
    main(prog_name="python -m tests.bench.change")
