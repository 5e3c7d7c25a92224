"""Every deck as a text: at 320 pixels, with a reader's own spacing and sizes, nothing is lost (WCAG 2.2, AA)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers import NewTab, Tab, wait_until
from tests.projects import DECKS
from tests.render.html.conftest import both_browsers
from tests.render.html.decks import html
from tests.render.html.reading_pages import MEASURED, NOTHING_WRONG, SPACED

pytestmark = [pytest.mark.outside, pytest.mark.slow]

every_deck = pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)

_STYLE = "css => { document.head.append(Object.assign(document.createElement('style'), { textContent: css })) }"


def _read(new_tab: NewTab, deck: Path, folder: Path, width: int) -> Tab:
    """Open the reading view, all notes shown, in a window of that width."""
    path = folder / "deck.html"
    path.write_text(html(deck.stem), encoding="utf-8")
    tab = new_tab()
    tab.resize(width, 256)  # 1280 by 1024 at four times the size
    tab.goto(path.as_uri() + "?view=read")
    wait_until(tab, "document.readyState === 'complete'")
    tab.evaluate("() => { for (const one of document.querySelectorAll('details.speech')) one.open = true }")
    return tab


def _measured(tab: Tab) -> dict[str, object]:
    found = dict(tab.evaluate(MEASURED))
    assert int(found.pop("texts")) > 20
    return found


@every_deck
def test_nothing_is_lost_in_a_narrow_window(new_tab: NewTab, deck: Path, tmp_path: Path) -> None:
    """At 320 pixels only tables and charts are scrolled sideways (1.4.10), with wider spacing too (1.4.12)."""
    tab = _read(new_tab, deck, tmp_path, 320)
    assert _measured(tab) == NOTHING_WRONG
    tab.evaluate(_STYLE, SPACED)
    assert _measured(tab) == NOTHING_WRONG


@both_browsers
def test_texts_have_the_readers_size(new_tab: NewTab, tmp_path: Path) -> None:
    """Twice the size in the browser's settings is twice the size of every text (1.4.4), and loses nothing."""
    tab = _read(new_tab, DECKS[0], tmp_path, 640)
    sizes = """() => [...document.querySelectorAll('.slides :is(h1, h2, h3, p, summary)')]
      .filter(one => !one.closest('.stage')).map(one => parseFloat(getComputedStyle(one).fontSize))"""
    before = tab.evaluate(sizes)
    tab.evaluate(_STYLE, ":root { font-size: 200%; }")
    assert tab.evaluate(sizes) == pytest.approx([2 * one for one in before])
    assert min(before) >= 14
    assert _measured(tab) == NOTHING_WRONG


def test_a_text_that_goes_beyond_is_found(new_tab: NewTab, tmp_path: Path) -> None:
    """The measure tells when something is wrong: a box of fixed size is wide, cut, and overlaps what follows."""
    tab = _read(new_tab, DECKS[0], tmp_path, 320)
    tab.evaluate(
        _STYLE, "main p { width: 30rem } main ul { height: 1rem; overflow: hidden } main h2 { margin-bottom: -2rem }"
    )
    found = _measured(tab)
    assert found["beyond"] and found["wide"] and found["cut"] and found["overlapping"]
