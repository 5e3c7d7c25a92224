"""Where no script may run, the slides stand one below the other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckmaker.layout import Document
from tests.render.html.decks import rendered
from tests.render.html.pixels import Pixels, channels, pixels

pytestmark = pytest.mark.outside

Shown = Callable[[str], Pixels]


@pytest.fixture
def shown(chromium: Browser, automatic: Document, tmp_path: Path) -> Shown:
    """Return what a window shows that is larger than two slides, set to light or dark."""
    path = tmp_path / "deck.html"
    path.write_text(rendered(automatic), encoding="utf-8")

    def opened(scheme: str) -> Pixels:
        window = {"width": 1400, "height": 1500}
        context = chromium.new_context(java_script_enabled=False, color_scheme=scheme, viewport=window)
        with closing(context):
            tab = context.new_page()
            tab.goto(path.as_uri())
            return pixels(tab)

    return opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_in_the_readers_mode(shown: Shown, automatic: Document, scheme: str) -> None:
    """Two slides stand below each other, at their own size and in the mode's colours; beside them is the surround."""
    window = shown(scheme)
    palette = automatic.theme.modes[scheme]
    first, second = (channels(palette[page.layout.background]) for page in automatic.pages[:2])
    assert window[10, 10] == pytest.approx(first, abs=1)
    assert window[720 + 710, 1270] == pytest.approx(second, abs=1)
    surround = window[:, 1300]
    assert (surround == surround[0]).all()
    assert surround[0].max() < channels(palette["paper"]).max()
