"""Large files: honest ones are read, and the work grows with their size, whatever is wrong with them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.diagnostics.printer import full
from deckmaker.language.deck import DeckEntry
from deckmaker.language.pruning import pruned
from deckmaker.language.validation import validate
from deckmaker.source import gc_paused, mistakes, parse_yaml
from tests.projects import DECK

pytestmark = pytest.mark.slow

SLIDE = """\
  - title: Where it comes from
    text: Two thirds of loud nights have a **reefer ship** at berth 4.
    bullets: [Ventilators run all night, Berth 4 faces the houses: [120 m to the nearest window, no wall between]]
    image: {file: berth4.jpg, alt: Lit windows, credit: {kind: photo, creator: A. Lind}}
"""


def slides(count: int) -> str:
    """Return a deck of many slides, 0.3 kB each."""
    return "title: A\nslides:\n" + SLIDE * count


LARGE: dict[str, Callable[[int], str]] = {
    "many slides": lambda size: slides(300 * size),
    "one long text": lambda size: DECK + "    text: " + "word " * 60_000 * size + "\n",
    "one long block": lambda size: DECK + "    text: |\n" + "      a line of words\n" * 15_000 * size,
    "one long list in brackets": lambda size: DECK + "    bullets: [" + "ab, " * 20_000 * size + "c]\n",
    "many comments": lambda size: DECK + "# a line of comments\n" * 15_000 * size,
    "one key again and again": lambda size: DECK + "    text: A\n" * 10_000 * size,
    "many unknown keys": lambda size: DECK + "".join(f"    key{number}: A\n" for number in range(2_000 * size)),
    "many aliases": lambda size: "title: &a A\nslides:\n" + "  - title: *a\n" * 8_000 * size,
    "a mistake at the end": lambda size: slides(300 * size) + '    notes: "50 %" of all\n',
    "a bracket that nobody closes": lambda size: DECK + "    bullets: [" + "ab, " * 20_000 * size + "\n",
    "a quote that nobody closes": lambda size: DECK + '    text: "' + "word\n" * 40_000 * size,
    "a forbidden character at the end": lambda size: slides(300 * size) + "    notes: \x07\n",
}


def work(text: str) -> float:
    """Return the seconds of this processor that it takes to read a deck and to say what is wrong with it."""
    started = time.process_time()
    diagnostics = Diagnostics()
    with gc_paused():
        tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
        entry = tree and validate(DeckEntry, tree, diagnostics)
        if tree and not entry:
            pruned(tree)
        _ = [full(one) for one in diagnostics]
    return time.process_time() - started


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("deck", LARGE.values(), ids=LARGE)
def test_the_work_grows_with_the_file_and_not_with_its_square(deck):
    """Four times as much takes four times as long, or a little more; a square would be sixteen times."""
    work(deck(1))  # what is done once is done
    # In turn, so that both are measured while the machine is as busy.
    small, large = (min(times) for times in zip(*((work(deck(1)), work(deck(4))) for _ in range(3)), strict=True))
    assert large < 10 * small + 0.05


def test_honest_files_are_read_however_many_values_they_hold():
    """Half a million values that are written out are no alias bomb."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", slides(1) + "    x: [" + "a," * 500_000 + "a]\n"), diagnostics)
    assert tree and not len(diagnostics)
    assert len(tree.data["slides"][0]["x"]) == 500_001


def test_a_file_is_scanned_once_for_a_mistake(monkeypatch):
    """The way out is looked for in several ways; the tokens before the mistake are read for all of them together."""
    scans = []
    scan = mistakes.yaml.scan

    def counted(*arguments: object, **how: object) -> object:
        scans.append(1)
        return scan(*arguments, **how)

    monkeypatch.setattr(mistakes.yaml, "scan", counted)
    mistakes.token_before.cache_clear()  # another test may have read the same text
    assert parse_yaml(SourceFile("deck.yaml", LARGE["a mistake at the end"](1)), Diagnostics()) is None
    assert len(scans) == 1


def test_a_key_given_ten_thousand_times_is_marked_a_hundred_times():
    """The others are counted: nobody reads ten thousand messages about one slip."""
    diagnostics = Diagnostics()
    parse_yaml(SourceFile("deck.yaml", DECK + "    text: A\n" * 10_000), diagnostics)
    found = list(diagnostics)
    assert len(found) == 101
    assert [one.message for one in found[:100]] == ["key `text` stands here twice"] * 100
    assert full(found[-1]) == (
        """\
error[duplicate-key]: key `text` stands here and below 9,899 more times
   --> deck.yaml:105:5
    |
105 |     text: A
    |     ^^^^
    = note: it was first given on line 4
    = help: keep one of them"""
    )


def test_many_mistakes_are_all_reported():
    """Each slip has a place of its own."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile("deck.yaml", LARGE["many unknown keys"](1)), diagnostics)
    assert validate(DeckEntry, tree, diagnostics) is None
    assert [one.span.line for one in diagnostics] == list(range(4, 2_004))
