"""The deck in Chromium, from disk: moving, looking over, and asking nothing of anyone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.render.html.conftest import Open, wait_until
from tests.render.html.decks import DECKS, document, html, showcase

pytestmark = pytest.mark.outside

_PRESENT = "document.querySelector('section.present').id"


@pytest.mark.parametrize("deck", DECKS)
def test_it_asks_for_nothing(chromium: Browser, deck: str, tmp_path: Path) -> None:
    """A browser that opens the file and shows every slide loads that file and what is in it."""
    path = tmp_path / "deck.html"
    path.write_text(html(deck), encoding="utf-8")
    with closing(chromium.new_context()) as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        tab = context.new_page()
        tab.goto(path.as_uri())
        wait_until(tab, "Reveal.isReady()")
        for index in range(len(document(deck).pages)):
            tab.evaluate("index => Reveal.slide(index)", index)
            wait_until(tab, "[...document.querySelectorAll('.present img')].every(image => image.naturalWidth > 0)")
        assert tab.evaluate("document.querySelectorAll('.picture').length") > 5
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]


def test_what_is_smuggled_in_does_nothing(chromium: Browser, tmp_path: Path) -> None:
    """The policy keeps foreign scripts from running and foreign pictures from being asked for."""
    smuggled = "<script>window.ran = 1</script><img src='https://example.org/x.png' onerror='window.ran = 1'>"
    path = tmp_path / "deck.html"
    path.write_text(
        html("showcase").replace('<main class="slides">', f'{smuggled}<main class="slides">', 1), encoding="utf-8"
    )
    with closing(chromium.new_context()) as context:
        complaints: list[str] = []
        context.on("console", lambda message: complaints.append(message.text))
        tab = context.new_page()
        tab.goto(path.as_uri())
        wait_until(tab, "Reveal.isReady()")
        assert tab.evaluate("window.ran") is None
    assert len(complaints) == 3
    assert all("Content Security Policy" in one for one in complaints)


def test_keys_and_addresses(open_deck: Open) -> None:
    """Arrow, page and end keys move; the address names the slide and leads to it."""
    tab = open_deck("showcase")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate(_PRESENT) == "slide-2"
    tab.keyboard.press("PageDown")
    wait_until(tab, "location.hash === '#/slide-3'")
    tab.keyboard.press("End")
    assert tab.evaluate(_PRESENT) == f"slide-{len(document('showcase').pages)}"
    tab.evaluate("location.hash = '#/slide-4'")
    wait_until(tab, f"{_PRESENT} === 'slide-4'")


def test_a_number_in_the_address_is_a_slides(open_deck: Open) -> None:
    """`#/3` leads to the slide that bears a 3, when the file is opened and afterwards."""
    tab = open_deck("showcase", query="#/3")
    wait_until(tab, f"{_PRESENT} === 'slide-3'")
    tab.evaluate("location.hash = '#/1'")
    wait_until(tab, f"{_PRESENT} === 'slide-1'")
    tab.evaluate("location.hash = '#/5'")
    wait_until(tab, f"{_PRESENT} === 'slide-5'")


def test_words_are_never_under_the_controls(open_deck: Open) -> None:
    """The arrows stand in the margins, clear of every text, also in a small window."""
    for window in ((1280, 720), (960, 540), (1440, 900), (390, 844), (844, 390)):
        tab = open_deck("showcase", *window, query="?view=slides", touch=window[1] in (844, 390))
        assert tab.evaluate(_COVERED_ON_ALL) == [False] * len(document("showcase").pages)


@pytest.mark.parametrize("size", ["4:3", pytest.param("A4", marks=pytest.mark.long)])
def test_numbers_are_clear_of_the_controls_on_any_page(open_document: Open, tmp_path: Path, size: str) -> None:
    """In windows of the page's own shape, which leave no room beside it or below, in squares and on phones, too."""
    laid_out = showcase(tmp_path, size=f"'{size}'")
    for width, height in ((1024, 768), (842, 595), (499, 374), (440, 311), (480, 480), (390, 844), (300, 400)):
        tab = open_document(laid_out, width, height, query="?view=slides", touch=width < 500)
        for index in (3, 5, 18):
            tab.evaluate("index => Reveal.slide(index)", index)
            assert tab.evaluate("document.querySelectorAll('.controls button.enabled').length") == 2
            assert not tab.evaluate(_COVERED), (width, height, index)


_COVERED = """() => {
  const controls = document.querySelectorAll('.controls button.enabled, .to-read');
  const boxes = [...controls].map(one => one.getBoundingClientRect());
  const texts = [...document.querySelectorAll('section.present .text > *')].map(one => one.getBoundingClientRect());
  return boxes.some(box => texts.some(text =>
    box.left < text.right && text.left < box.right && box.top < text.bottom && text.top < box.bottom));
}"""


_COVERED_ON_ALL = f"""() => Array.from({{length: Reveal.getTotalSlides()}}, (_, index) => {{
  Reveal.slide(index);
  return ({_COVERED})();
}})"""


def test_a_phone_held_upright(open_deck: Open) -> None:
    """Below the page are arrows that a thumb can hit."""
    tab = open_deck("showcase", 390, 844, 3, query="?view=slides", touch=True)
    arrow = tab.locator(".controls .navigate-right")
    box, page = arrow.bounding_box(), tab.locator("section.present .page").bounding_box()
    assert box is not None
    assert page is not None
    assert min(box["width"], box["height"]) >= 24  # WCAG 2.2, success criterion 2.5.8
    assert box["y"] > page["y"] + page["height"]
    arrow.tap()
    assert tab.evaluate(_PRESENT) == "slide-2"


def test_reduced_motion(open_deck: Open) -> None:
    """Who asks for no motion gets none, the progress bar included."""
    tab = open_deck("showcase")
    tab.emulate_media(reduced_motion="reduce")
    bar = "getComputedStyle(document.querySelector('.progress span')).transitionProperty"
    assert tab.evaluate(bar) == "none"
