"""Light and dark: the reader's setting decides where the deck lets it, and changes colours alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page as Tab

from deckmaker.layout import Document, Page, PictureItem, Placed, Role, ShapeItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.theme import built_in_themes
from tests.projects import Project
from tests.render.html.conftest import Open, settle, show, wait_until
from tests.render.html.decks import reading_order, showcase
from tests.render.html.lines import drawn_lines
from tests.render.html.pixels import hide_controls, pixels
from tests.samples import is_thorough
from tests.visual.wcag import channels, contrast, required

pytestmark = pytest.mark.outside

SCHEMES = ("light", "dark")

_COLORS = """number => {
  const hex = css => '#' + css.match(/\\d+/g).slice(0, 3).map(one => (+one).toString(16).padStart(2, '0')).join('');
  const color = element => hex(getComputedStyle(element).color);
  const section = document.getElementById(`slide-${number}`);
  return {
    ground: hex(getComputedStyle(section.querySelector('.page')).backgroundColor),
    texts: [...section.querySelectorAll('.text:not(.chart-labels > *)')].map(text => ({
      text: color(text),
      links: [...new Set([...text.querySelectorAll('a')].map(color))],
      markers: [...new Set([...text.querySelectorAll('.marker')].map(color))],
    })),
  };
}"""

_LETTERS = """number => {
  const section = document.getElementById(`slide-${number}`);
  const wide = section.querySelector('.page').offsetWidth;
  return [...section.querySelectorAll('.text:not(.chart-labels > *)')].map(text => {
    const letters = [text, ...text.querySelectorAll('*')]
      .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
      .map(one => getComputedStyle(one));
    return [Math.min(...letters.map(one => parseFloat(one.fontSize))) / wide,
            letters.every(one => +one.fontWeight >= 700)];
  });
}"""


def _needed(tab: Tab, page: Page, width: float) -> list[float]:
    """Return the contrast that each text of a page so many points wide needs: large ones less than others."""
    return [required(round(size * width, 2), bold) for size, bold in tab.evaluate(_LETTERS, page.number)]


def _texts(page: Page) -> list[TextItem]:
    """Return the texts of a page but for labels of charts, which stand in an element of their own."""
    charts = [placed.item for placed in page.leaves if isinstance(placed.item, ChartItem)]
    labels = {id(label.placed) for chart in charts for label in chart.labels}
    shown = (placed for placed in reading_order(page) if id(placed) not in labels)
    return [placed.item for placed in shown if isinstance(placed.item, TextItem)]


def _decided(page: Page, palette: Any) -> dict[str, Any]:
    """Return what `_COLORS` must find on a page."""
    return {
        "ground": palette[page.layout.background].lower(),
        "texts": [
            {
                "text": palette[item.style.color].lower(),
                "links": _distinct(palette[run.style.color] for run in _runs(item) if run.style.link),
                "markers": _distinct(palette[one.marker.style.color] for one in item.setting.paragraphs if one.marker),
            }
            for item in _texts(page)
        ],
    }


def _runs(item: TextItem) -> list[Any]:
    return [run for paragraph in item.setting.paragraphs for line in paragraph.lines for run in line.line.runs]


def _distinct(colors: Any) -> list[str]:
    return list(dict.fromkeys(color.lower() for color in colors))


def _found(tab: Tab, page: Page) -> dict[str, Any]:
    found: dict[str, Any] = tab.evaluate(_COLORS, page.number)
    return found


every_theme = pytest.mark.parametrize("theme", built_in_themes())


@every_theme
@pytest.mark.alike(every=2)
def test_colours_follow_the_readers_setting(open_document: Open, tmp_path: Path, theme: str) -> None:
    """Grounds, titles, texts, links, markers and credits have the palette of the mode, also when it is switched."""
    laid_out = showcase(tmp_path, theme=theme, mode="auto")
    assert set(laid_out.theme.modes) == set(SCHEMES)
    tab = open_document(laid_out)
    for scheme in (*SCHEMES, "light"):
        tab.emulate_media(color_scheme=scheme)
        for page in laid_out.pages:
            assert _found(tab, page) == _decided(page, laid_out.theme.modes[scheme]), (scheme, page.number)


def test_light_and_dark_differ(automatic: Document) -> None:
    """The test above could not pass with one palette for both."""
    light, dark = (automatic.theme.modes[scheme] for scheme in SCHEMES)
    assert {name for name in light if light[name] != dark[name]} >= {"paper", "ink", "accent", "muted"}


def test_the_switch_is_seen_at_once(open_document: Open, automatic: Document) -> None:
    """A slide that is open changes while one looks at it, as if it had been opened so."""
    tab = open_document(automatic, query="#/4")
    settle(tab)
    before = pixels(tab)
    tab.emulate_media(color_scheme="dark")
    switched = pixels(tab)
    assert before.mean() > 200
    assert switched.mean() < 60
    tab.reload()
    wait_until(tab, "Reveal.isReady()")
    settle(tab)
    assert (pixels(tab) == switched).mean() > 0.999


def test_lines_stay_where_they_are(open_document: Open, automatic: Document) -> None:
    """The same words stand on the same lines at the same places in both."""
    tab = open_document(automatic)
    for page in automatic.pages if is_thorough() else automatic.pages[::2]:
        show(tab, page.number)
        tab.emulate_media(color_scheme="light")
        light = drawn_lines(tab, page.number)
        tab.emulate_media(color_scheme="dark")
        assert light
        assert drawn_lines(tab, page.number) == light


@every_theme
@pytest.mark.alike(every=2)
def test_contrast_in_both(open_document: Open, tmp_path: Path, theme: str) -> None:
    """Every text, link and marker stands out from its page's ground by 4.5:1, large ones by 3:1, in light and dark."""
    laid_out = showcase(tmp_path, theme=theme, mode="auto")
    tab = open_document(laid_out)
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        for page in laid_out.pages:
            if _over_picture(page) or _over_picked_node(page):
                continue  # layout has measured what lies there, and a picture's scrim is as dense as it must be
            found = _found(tab, page)
            for text, needed in zip(found["texts"], _needed(tab, page, laid_out.theme.width), strict=True):
                for color in (text["text"], *text["links"], *text["markers"]):
                    ratio = contrast(channels(color), channels(found["ground"]))
                    assert ratio >= needed, (scheme, page.number, color, found["ground"])


def _over_picture(page: Page) -> bool:
    pictures = [placed.rect for placed in page.leaves if isinstance(placed.item, PictureItem) and placed.slot != "logo"]
    texts = [placed.rect for placed in reading_order(page)]
    return any(text.overlaps(picture) for text in texts for picture in pictures)


def _over_picked_node(page: Page) -> bool:
    """Tell whether words stand in a node that stands out: they have the page's colour."""
    return any(one.role is Role.DIAGRAM and _has_picked(one) for one in page.placed)


def _has_picked(diagram: Placed) -> bool:
    return any(isinstance(one.item, ShapeItem) and one.item.color == "accent" for one in diagram.leaves)


@pytest.mark.parametrize("mode", SCHEMES)
def test_a_deck_that_has_chosen_stays_as_it_is(open_document: Open, tmp_path: Path, mode: str) -> None:
    """With `light` or `dark` the reader's setting changes neither a colour nor a pixel."""
    laid_out = showcase(tmp_path, mode=mode)
    tab = open_document(laid_out, query="#/4")
    hide_controls(tab)
    shown = []
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        for page in laid_out.pages:
            assert _found(tab, page) == _decided(page, laid_out.theme.palette)
        shown.append(pixels(tab))
    assert (shown[0] == shown[1]).all()
    assert (shown[0].mean() < 128) == (mode == "dark")


def test_a_logo_changes_with_the_page(open_document: Open, tmp_path: Path) -> None:
    """Of two variants, the one for the mode is seen, in its place; on paper that of the deck's own mode."""
    for name, color in (("light", "black"), ("dark", "white")):
        Image.new("RGB", (60, 30), color).save(tmp_path / f"{name}.png")
    logo = "logo: {light: ../light.png, dark: ../dark.png}"
    deck = f"title: T\nmode: auto\n{logo}\nslides:\n  - title: T\n  - {{title: A, text: B}}\n"
    laid_out = Project(tmp_path).document(deck)
    place = laid_out.pages[1].slot("logo")
    assert place
    tab = open_document(laid_out, query="#/1")
    seen = "[...document.querySelectorAll('#slide-2 .slot-logo')].map(one => [one.offsetWidth > 0, one.className])"
    for scheme, expected in (("light", [True, False]), ("dark", [False, True])):
        tab.emulate_media(color_scheme=scheme)
        assert [shown for shown, _ in tab.evaluate(seen)] == expected
    tab.emulate_media(media="print", color_scheme="dark")
    assert [shown for shown, _ in tab.evaluate(seen)] == [True, False]
