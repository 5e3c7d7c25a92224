"""A deck in a sandbox, as some servers show files: windows that cannot talk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import NewTab, Tab, wait_until
from tests.render.html.conftest import both_browsers
from tests.render.html.decks import rendered, written
from tests.render.html.speaking import NOW, SLIDE, opened_by, served

pytestmark = [pytest.mark.outside, both_browsers]

DECK = """\
title: Night noise
slides:
  - title: Night noise
  - {title: What we found, text: Fewer ships.}
  - {title: How we measured, incremental: true, bullets: [By day, By night]}
  - {title: Where, text: At berth 4.}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck."""
    folder = tmp_path_factory.mktemp("sandbox")
    document = written(folder / "source", DECK)
    (folder / "deck.html").write_text(rendered(document), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def silent(folder: Path) -> Iterator[str]:
    """The deck's address where a sandbox allows windows, each with an origin of its own: they share no channel."""
    with served(folder, "sandbox allow-scripts allow-popups") as origin:
        yield f"{origin}/deck.html"


def opened(new_tab: NewTab, address: str) -> Tab:
    """Open the deck."""
    tab = new_tab()
    tab.goto(address)
    wait_until(tab, f"window.Reveal && Reveal.isReady() && {SLIDE} === 1")
    return tab


def test_a_window_without_a_channel_begins_at_the_decks_slide(new_tab: NewTab, silent: str) -> None:
    """The deck's address, which is a second late, does not say it, and its end may be a step of the slide."""
    deck = opened(new_tab, silent)
    for _ in range(3):
        deck.press("ArrowRight")
    assert deck.evaluate("Reveal.getIndices()")["f"] == 0, "one item of the third slide"
    window = opened_by(deck)
    assert window.evaluate("location.hash") == "#/3"
    assert window.evaluate(NOW) == 3
