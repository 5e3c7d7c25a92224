"""Every slide of every deck, as axe-core sees it: no rule is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckmaker.render.html import HtmlRenderer
from tests.accessible_pages import verdict_on
from tests.agreement.conftest import DECKS, read_deck
from tests.render.html.conftest import show, wait_until
from tests.render.laid_out_decks import rendered_by

pytestmark = [pytest.mark.outside, pytest.mark.slow]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_no_slide_breaks_a_rule(deck: Path, dark: bool, chromium: Browser, tmp_path: Path) -> None:
    """Of what axe-core cannot tell there is only the contrast of words on pictures and drawings."""
    document = read_deck(deck)
    path = tmp_path / "deck.html"
    path.write_bytes(rendered_by(HtmlRenderer(), document))
    context = chromium.new_context(
        viewport={"width": 1280, "height": 720}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(path.as_uri())
    wait_until(tab, "window.Reveal && Reveal.isReady()")
    broken: list[str] = []
    undecided: set[str] = set()
    for number in range(1, len(document.pages) + 1):
        show(tab, number)
        verdict = verdict_on(tab)
        broken += (f"slide {number}: {one}" for one in verdict.violations)
        undecided |= {one.partition(":")[0] for one in verdict.undecided}
    context.close()
    assert broken == []
    assert undecided <= {"color-contrast"}
