"""The page fills the window exactly, in every size of window and page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.html.conftest import Open, wait_until
from tests.render.html.decks import rendered, showcase

pytestmark = pytest.mark.outside

_RECT = """() => {
  const { left, top, width, height } = document.querySelector('section.present .page').getBoundingClientRect();
  return [left, top, width, height];
}"""
EXACT = 0.01


@pytest.mark.parametrize(
    ("window", "rect"),
    [
        ((960, 540), (0, 0, 960, 540)),
        ((1280, 720), (0, 0, 1280, 720)),
        ((1440, 900), (0, 45, 1440, 810)),
        ((3840, 2160), (0, 0, 3840, 2160)),
        ((1024, 400), (156.4444, 0, 711.1111, 400)),
        ((411, 823), (0, 295.9063, 411, 231.1875)),
    ],
)
@pytest.mark.alike(every=2)
def test_the_page_fills_the_window(open_deck: Open, window: tuple[int, int], rect: tuple[float, ...]) -> None:
    """The page is as large as fits, in the middle, and all of it can be seen."""
    tab = open_deck("showcase", *window, query="?view=slides")
    assert tab.evaluate(_RECT) == pytest.approx(rect, abs=EXACT)


def test_it_follows_the_window(open_deck: Open) -> None:
    """A window that changes its size takes the page along."""
    tab = open_deck("showcase", 1280, 720)
    tab.set_viewport_size({"width": 777, "height": 600})
    wait_until(tab, "document.querySelector('section.present .page').getBoundingClientRect().width < 1280")
    assert tab.evaluate(_RECT) == pytest.approx((0, (600 - 437.0625) / 2, 777, 437.0625), abs=EXACT)


@pytest.mark.parametrize("size", ["4:3", "A4"])
@pytest.mark.alike(every=2)
def test_other_page_sizes(open_file: Open, tmp_path: Path, size: str) -> None:
    """Pages of other proportions fill the window's height."""
    laid_out = showcase(tmp_path, size=size)
    path = tmp_path / "deck.html"
    path.write_text(rendered(laid_out), encoding="utf-8")
    width = 720 * laid_out.theme.width / laid_out.theme.height
    assert open_file(path).evaluate(_RECT) == pytest.approx(((1280 - width) / 2, 0, width, 720), abs=EXACT)
