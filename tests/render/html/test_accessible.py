"""Every slide of every deck, its text to read, and both on paper, as axe-core sees them: no rule is broken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.accessible_pages import verdict_on
from tests.agreement.conftest import DECKS, SHOWCASE, read_deck
from tests.render.html.conftest import show, wait_until
from tests.render.html.decks import html
from tests.samples import mostly_long

pytestmark = [pytest.mark.outside, pytest.mark.slow]


BOTH = "showcase"
"""The deck of which a third of the slides is seen in light, another in dark, and the text in both."""

OTHERS = (("how-nature-draws", True), ("overdose-data", False))
"""Of the others, one of pictures in dark and one of charts in light: they have no block that the first has not."""


def is_usual(case: tuple[Any, ...]) -> bool:
    """Tell whether a deck is seen in light or dark each time."""
    deck, dark, *_ = case
    return deck.stem == BOTH or (deck.stem, dark) in OTHERS


IN_LIGHT_OR_DARK = mostly_long(product(DECKS, (False, True)), is_usual)


def _named(value: Path | bool | int) -> str:
    if isinstance(value, bool):
        return "dark" if value else "light"
    return value.stem if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(
    ("deck", "dark", "rest"),
    mostly_long(
        product(DECKS, (False, True), range(3)),
        is_usual=lambda case: is_usual(case) and case[2] == (2 if case[1] else 0),
    ),
    ids=_named,
)
def test_no_slide_breaks_a_rule(deck: Path, dark: bool, rest: int, chromium: Browser, tmp_path: Path) -> None:
    """In each third. Of what axe-core cannot tell there is only the contrast of words on pictures and drawings."""
    document = read_deck(deck)
    path = tmp_path / "deck.html"
    path.write_text(html(deck.stem), encoding="utf-8")
    context = chromium.new_context(
        viewport={"width": 1280, "height": 720}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(path.as_uri())
    wait_until(tab, "window.Reveal && Reveal.isReady()")
    broken: list[str] = []
    undecided: set[str] = set()
    for number in range(1 + rest, len(document.pages) + 1, 3):
        show(tab, number)
        with nullcontext() if number == 1 + rest else _without_hidden_slides(tab):
            verdict = verdict_on(tab)
        broken += (f"slide {number}: {one}" for one in verdict.violations)
        undecided |= {one.partition(":")[0] for one in verdict.undecided}
    context.close()
    assert broken == []
    assert undecided <= {"color-contrast"}


@contextmanager
def _without_hidden_slides(tab: Page) -> Iterator[None]:
    """Let hidden slides be empty meanwhile: axe-core takes five times as long with all that it does not judge.

    What stands there twice, or can be reached though it is hidden, the first slide of each third has shown.
    """
    tab.evaluate(
        "() => { window.emptied = [...document.querySelectorAll('main > section:not(.present)')]"
        ".map(one => [one, [...one.childNodes]]); for (const [one] of emptied) one.replaceChildren(); }"
    )
    yield
    tab.evaluate("() => { for (const [one, children] of emptied) one.replaceChildren(...children); }")


@pytest.mark.parametrize(("deck", "dark"), IN_LIGHT_OR_DARK, ids=_named)
def test_the_text_to_read_breaks_no_rule(deck: Path, dark: bool, chromium: Browser, tmp_path: Path) -> None:
    """With all notes shown; in a narrow window, too. What axe-core cannot tell is the contrast of words on drawings of
    charts."""
    with _read_in(chromium, deck, tmp_path, "?view=read", dark, 320 if dark else 1280) as tab:
        tab.evaluate("for (const one of document.querySelectorAll('details.speech')) one.open = true")
        verdict = verdict_on(tab)
    assert verdict.violations == []
    assert {one.partition(":")[0] for one in verdict.undecided} <= {"color-contrast"}


@pytest.mark.parametrize("query", ["", "?view=read", "?notes"])
def test_paper_breaks_no_rule(query: str, chromium: Browser, tmp_path: Path) -> None:
    """All slides at once, the text, and slides with their notes, as they go to a printer or into a PDF."""
    with _read_in(chromium, SHOWCASE, tmp_path, query) as tab:
        tab.emulate_media(media="print")
        tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert tab.evaluate("document.querySelectorAll('main > section:not([hidden], [aria-hidden])').length") == len(
            read_deck(SHOWCASE).pages
        )
        verdict = verdict_on(tab)
    assert verdict.violations == []
    assert {one.partition(":")[0] for one in verdict.undecided} <= {"color-contrast"}


@contextmanager
def _read_in(
    chromium: Browser, deck: Path, folder: Path, query: str, dark: bool = False, width: int = 1280
) -> Iterator[Page]:
    path = folder / "deck.html"
    path.write_text(html(deck.stem), encoding="utf-8")
    context = chromium.new_context(
        viewport={"width": width, "height": 720}, color_scheme="dark" if dark else "light", bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(path.as_uri() + query)
    wait_until(tab, "window.Reveal && Reveal.isReady()")
    yield tab
    context.close()
