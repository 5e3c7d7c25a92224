"""The divider between slides and notes in the speaker window, in both browsers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsers import Tab, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import written
from tests.render.html.speaking import SLIDE, close, speaker_of

pytestmark = pytest.mark.outside

DECK = """\
title: Night noise
author: Port Authority
slides:
  - {title: Night noise}
  - {title: What we found, text: Fewer ships.}
"""

_SIZES = """(() => {
  const box = selector => document.querySelector(selector).getBoundingClientRect();
  const divider = box('.speaker-divider');
  return {
    now: box('.speaker-now .speaker-stage').width,
    next: box('.speaker-upcoming .speaker-stage').width,
    notes: box('.speaker-text').width,
    left: divider.left, top: divider.top, width: divider.width, height: divider.height,
    bottom: box('.speaker-footer').bottom,
    window: innerWidth,
    share: +document.querySelector('.speaker-divider').getAttribute('aria-valuenow'),
  };
})()"""
"""What the window shows, in pixels, and where the divider says that it is, in hundredths of the window."""


@pytest.fixture
def deck(present: Present, tmp_path: Path) -> Iterator[Tab]:
    """A deck of two slides, in a browser that keeps nothing, before and after."""
    deck = present(written(tmp_path / "source", DECK))
    deck.evaluate("() => { localStorage.clear(); }")
    yield deck
    deck.evaluate("() => { localStorage.clear(); }")


def _told(window: Tab) -> dict[str, Any]:
    """Return what is shown, once the divider says where it is."""
    wait_until(
        window,
        "Math.abs(100 * document.querySelector('.speaker-now').offsetWidth / innerWidth"
        " - document.querySelector('.speaker-divider').getAttribute('aria-valuenow')) < 1",
    )
    sizes: dict[str, Any] = window.evaluate(_SIZES)
    return sizes


def _drag(window: Tab, to: float) -> dict[str, Any]:
    before = _told(window)
    y = before["top"] + before["height"] / 2
    start = before["left"] + before["width"] / 2
    window.drag([(start, y), ((start + to) / 2, y), (to, y)])
    return _told(window)


@both_browsers
def test_a_pointer_moves_it(deck: Tab) -> None:
    """This slide grows, the next makes room, notes have the rest; nothing leaves the window, however far one drags."""
    window = speaker_of(deck)
    before = _told(window)
    assert min(before["width"], before["height"]) >= 24
    after = _drag(window, before["window"] * 0.5)
    assert after["left"] + after["width"] / 2 == pytest.approx(before["window"] * 0.5, abs=2)
    assert after["now"] > before["now"] + 40
    assert 100 < after["next"] < before["next"]
    assert after["notes"] < before["notes"] - 40
    for to, share in ((2, 20), (before["window"] - 2, 70)):
        extreme = _drag(window, to)
        assert extreme["share"] == share
        assert extreme["bottom"] <= window.evaluate("innerHeight")
        assert extreme["notes"] > 150
        assert extreme["next"] > 100
    assert deck.evaluate(SLIDE) == 1


def test_keys_move_it(deck: Tab) -> None:
    """With the focus on it, which a ring shows; it says where it is. The deck stays, and other keys still move it."""
    window = speaker_of(deck)
    before = _told(window)
    window.evaluate("() => { document.querySelector('.speaker-smaller').focus(); }")
    window.press("Shift+Tab")
    ring = "(one => [one.outlineStyle, one.outlineWidth])(getComputedStyle(document.activeElement, '::before'))"
    assert window.evaluate("document.activeElement.getAttribute('role')") == "separator"
    assert window.evaluate("document.activeElement.getAttribute('aria-label')") == "Width of the slides"
    assert window.evaluate(ring) == ["solid", "2px"]
    for key, by in (("ArrowRight", 2), ("ArrowRight", 4), ("ArrowLeft", 2)):
        window.press(key)
        assert _told(window)["share"] == pytest.approx(before["share"] + by, abs=1)
    for key, share in (("Home", 20), ("ArrowLeft", 20), ("End", 70), ("ArrowRight", 70)):
        window.press(key)
        assert _told(window)["share"] == share
    assert deck.evaluate(SLIDE) == 1
    window.press("PageDown")
    wait_until(deck, f"{SLIDE} === 2")


def test_it_stays_where_it_was_put(deck: Tab) -> None:
    """Over a reload, in another window and at another size, until a double click puts it back."""
    window = speaker_of(deck)
    usual = _told(window)
    _drag(window, usual["window"] * 0.6)
    share = _told(window)["share"]
    window.reload()
    wait_until(window, "document.querySelector('.speaker-divider') !== null")
    assert _told(window)["share"] == share != usual["share"]
    close(window, deck)
    window = speaker_of(deck)
    assert _told(window)["share"] == share
    window.evaluate("() => { document.querySelector('.speaker-divider').dispatchEvent(new MouseEvent('dblclick')); }")
    assert _told(window)["share"] == usual["share"]
    window.reload()
    wait_until(window, "document.querySelector('.speaker-divider') !== null")
    assert _told(window)["share"] == usual["share"]


@pytest.mark.parametrize(("width", "height"), [(700, 900), (900, 500)])
def test_it_is_there_only_beside_notes_in_one_column(deck: Tab, width: int, height: int) -> None:
    """Where a window is too small for that, slides have the width that there is, whatever was set in a larger one."""
    window = speaker_of(deck)
    window.resize(width, height)
    before = window.evaluate(_SIZES)
    assert before["width"] == 0
    window.resize(1280, 720)
    _drag(window, 800)
    window.resize(width, height)
    wait_until(window, "document.querySelector('.speaker-divider').offsetWidth === 0")
    after = window.evaluate(_SIZES)
    assert (after["now"], after["next"], after["notes"]) == (before["now"], before["next"], before["notes"])
