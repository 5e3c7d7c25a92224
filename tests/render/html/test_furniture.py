"""What stands around the slides, ours and the browser's, suits light and dark pages."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Page as Tab

from deckmaker.layout import Document
from tests.render.html.conftest import Open, wait_until
from tests.render.html.decks import rendered, showcase
from tests.samples import mostly_slow
from tests.visual.wcag import AA, channels, contrast, luminance

every_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(
    ("settings", "scheme"),
    mostly_slow(
        [
            ({"mode": "auto"}, "light dark"),
            ({"theme": "statement"}, "dark"),
            ({}, "light"),
            ({"mode": "light"}, "light"),
            ({"mode": "dark"}, "dark"),
            ({"theme": "statement", "mode": "light"}, "light"),
        ],
        quick=2,
    ),
)
def test_the_browser_is_told(tmp_path: Path, settings: dict[str, str], scheme: str) -> None:
    """The page names the schemes it is made for: the deck's mode, the theme's own, or both."""
    page = lxml.html.fromstring(rendered(showcase(tmp_path, **settings)))
    assert page.xpath("//meta[@name='color-scheme']/@content") == [scheme]


_LOOK = """selector => {
  const hex = css => '#' + css.match(/\\d+/g).slice(0, 3).map(one => (+one).toString(16).padStart(2, '0')).join('');
  const { color, backgroundColor } = getComputedStyle(document.querySelector(selector));
  return [hex(color), hex(backgroundColor)];
}"""


def _suits(tab: Tab, selector: str, scheme: str) -> None:
    color, ground = (channels(one) for one in tab.evaluate(_LOOK, selector))
    assert contrast(color, ground) >= AA
    assert (luminance(ground) < 0.05) == (scheme == "dark")


@pytest.mark.outside
@every_scheme
def test_fields(open_document: Open, automatic: Document, scheme: str) -> None:
    """The fields to search and to jump to a slide are legible, and dark where the pages are."""
    for key, field in (("Control+Shift+F", "input[type='search']"), ("g", "input[role='combobox']")):
        tab = open_document(automatic)
        tab.emulate_media(color_scheme=scheme)
        tab.keyboard.press(key)
        wait_until(tab, f'document.activeElement.matches("{field}")')
        _suits(tab, field, scheme)


_SURROUND = """[
  getComputedStyle(document.documentElement).backgroundColor,
  getComputedStyle(document.querySelector('.slides')).backgroundColor,
  getComputedStyle(document.querySelector('[aria-current]')).outlineColor,
  getComputedStyle(document.querySelector('.deck-choice')).color,
]"""


def _channels(css: str) -> list[float]:
    """Return a computed colour, which is `rgb(…)` up to 255 or `color(srgb …)` up to 1."""
    numbers = [float(one) for one in re.findall(r"[\d.]+", css)]
    return numbers if css.startswith("color(srgb ") else [one / 255 for one in numbers]


@pytest.mark.outside
@every_scheme
def test_surround(open_document: Open, automatic: Document, scheme: str) -> None:
    """Behind a page is a colour darker than its own, and between pages, in the overview, one on which titles and the
    outline of the chosen one are seen."""
    tab = open_document(automatic)
    tab.emulate_media(color_scheme=scheme)
    tab.keyboard.press("o")
    surround, between, outline, title = (_channels(css) for css in tab.evaluate(_SURROUND))
    palette = automatic.theme.modes[scheme]
    assert contrast(outline, between) > 3
    assert contrast(title, between) >= AA
    assert (luminance(between) < 0.1) == (scheme == "dark")
    assert luminance(surround) < luminance(channels(palette["paper"]))
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.outside
@every_scheme
def test_speaker_window(open_document: Open, automatic: Document, scheme: str) -> None:
    """The speaker window is light or dark as the pages are."""
    tab = open_document(automatic)
    tab.emulate_media(color_scheme=scheme)
    with tab.expect_popup() as opened:
        tab.keyboard.press("s")
    opened.value.emulate_media(color_scheme=scheme)
    opened.value.wait_for_selector(".speaker")
    _suits(opened.value, ".speaker", scheme)
    _suits(opened.value, ".speaker-footer button", scheme)
