"""A deck in a sandbox, as some servers show files: windows that cannot talk, or that are not opened at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browsers import NewTab, Tab, wait_until
from tests.render.html.conftest import both_browsers
from tests.render.html.decks import rendered, written
from tests.render.html.speaking import LOST, NOW, SLIDE, click_on, opened_by, served

pytestmark = [pytest.mark.outside, both_browsers]

DECK = """\
title: Night noise
slides:
  - title: Night noise
  - {title: What we found, text: Fewer ships.}
  - {title: How we measured, incremental: true, bullets: [By day, By night]}
  - {title: Where, text: At berth 4.}
"""
DIALOG = "document.querySelector('.deck-blocked')"
LINK = f"[{DIALOG}.querySelector('a').textContent, {DIALOG}.querySelector('a').href]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck, which was built with its PDF."""
    folder = tmp_path_factory.mktemp("sandbox")
    document = replace(written(folder / "source", DECK), files=("deck.html", "deck.pdf"))
    (folder / "deck.html").write_text(rendered(document), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def closed(folder: Path) -> Iterator[str]:
    """The deck's address where a sandbox forbids windows."""
    with served(folder, "sandbox allow-scripts") as origin:
        yield f"{origin}/deck.html"


@pytest.fixture(scope="module")
def silent(folder: Path) -> Iterator[str]:
    """And where it allows them, each with an origin of its own: there is no channel between them."""
    with served(folder, "sandbox allow-scripts allow-popups") as origin:
        yield f"{origin}/deck.html"


def opened(new_tab: NewTab, address: str) -> Tab:
    """Open the deck."""
    tab = new_tab()
    tab.goto(address)
    wait_until(tab, f"window.Reveal && Reveal.isReady() && {SLIDE} === 1")
    return tab


def test_a_window_that_is_forbidden(new_tab: NewTab, closed: str) -> None:
    """The deck says so, as where it is blocked. Firefox throws an error there, and others do not."""
    deck = opened(new_tab, closed)
    deck.press("ArrowRight")
    for key, label, address in (
        ("s", "Open the speaker window", r"\?speaker=\w+#/2$"),
        ("Shift+P", "Open the PDF", "pdf$"),
    ):
        deck.press(key)
        assert deck.evaluate(f"{DIALOG}.open"), key
        assert "blocked" in deck.evaluate(f"{DIALOG}.querySelector('h2').innerText")
        said, link = deck.evaluate(LINK)
        assert said == label
        assert deck.evaluate("([link, address]) => new RegExp(address).test(link)", [link, address]), link
        deck.press("Escape")
        assert not deck.evaluate(f"{DIALOG}.open")
    assert len(deck.all()) == len(opened(new_tab, closed).all()) - 1


def test_a_deck_that_cannot_be_opened_again(new_tab: NewTab, closed: str) -> None:
    """The speaker window says so, with a link to the deck at its slide; Escape leaves that message alone."""
    window = new_tab()
    window.goto(f"{closed}?speaker=x#/3")
    wait_until(window, LOST)
    click_on(window, ".speaker header button")
    assert window.evaluate(f"{DIALOG}.open")
    assert window.evaluate(LINK) == ["Open the deck", f"{closed}#/3"]
    window.press("Escape")
    assert not window.evaluate(f"{DIALOG}.open")
    assert window.evaluate(NOW) == 3


def test_a_window_without_a_channel_begins_at_the_decks_slide(new_tab: NewTab, silent: str) -> None:
    """The deck's address, which is a second late, does not say it, and its end may be a step of the slide."""
    deck = opened(new_tab, silent)
    for _ in range(3):
        deck.press("ArrowRight")
    assert deck.evaluate("Reveal.getIndices()")["f"] == 0, "one item of the third slide"
    window = opened_by(deck)
    assert window.evaluate("location.hash") == "#/3"
    assert window.evaluate(NOW) == 3
