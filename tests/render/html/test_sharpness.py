"""Crisp at any size: the screen's own pixels are used, however many there are to one of the window."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from PIL import Image

from deckmaker.layout import Placed, ShapeItem
from tests.projects import Project
from tests.render.html.conftest import Open, settle, show
from tests.render.html.decks import document
from tests.render.html.pixels import Pixels, border, channels, hide_controls, pixels

pytestmark = pytest.mark.outside

DESKS = [
    (1280, 720, 1),
    (1280, 720, 2),
    (1280, 720, 3),
    (1440, 900, 1),
    (1440, 900, 2),
    (1920, 1080, 1),
    (3840, 2160, 1),
]
PHONES = [(390, 844, 1), (390, 844, 2), (390, 844, 3)]


def every_screen(screens: list[tuple[int, int, int]]) -> pytest.MarkDecorator:
    """Ask for a test on each screen: a window's width and height, and how many pixels make one of the window's."""
    return pytest.mark.parametrize("screen", screens, ids=lambda screen: "{}x{}@{}".format(*screen))


PLAIN, COLUMNS, OVER_PICTURE = 4, 7, 6
"""Slides of the showcase: text on paper, with hairlines, with a scrim."""

_RECT = """() => {
  const { left, top, width, height } = document.querySelector('section.present .page').getBoundingClientRect();
  return [left, top, width, height].map(one => one * devicePixelRatio);
}"""


@pytest.mark.alike(every=2)
@every_screen([*DESKS, *PHONES])
def test_the_page_is_exact_and_without_borders(open_deck: Open, screen: tuple[int, int, int]) -> None:
    """The page has the largest size that fits, to a hundredth of a pixel, and its ground reaches the window's edges."""
    tab = open_deck("showcase", *screen, query=f"?view=slides#/{PLAIN}")
    across, down = screen[0] * screen[2], screen[1] * screen[2]
    width = min(across, down * 16 / 9)
    height = width * 9 / 16
    assert tab.evaluate("devicePixelRatio") == screen[2]
    assert tab.evaluate(_RECT) == pytest.approx(((across - width) / 2, (down - height) / 2, width, height), abs=0.05)
    hide_controls(tab)
    settle(tab)
    shown = pixels(tab)
    assert shown.shape == (down, across, 3)
    ground = channels(document("showcase").theme.palette["paper"])
    is_ground = (border(shown) == ground).all(axis=-1)
    assert is_ground.mean() > 0.97
    assert (
        border(shown)[~is_ground] == channels(document("showcase").theme.palette["accent"])
    ).all()  # the page's mark


@pytest.mark.alike(every=2)  # a phone and a desk
@pytest.mark.parametrize(("window", "density"), [((390, 844), 3), ((390, 844), 2), ((1280, 720), 2)])
def test_text_is_drawn_in_the_screens_pixels(open_deck: Open, window: tuple[int, int], density: int) -> None:
    """A dense screen shows what a large window does, pixel for pixel, and not a small window enlarged.

    The page begins at a whole pixel of the window, which on a dense screen may be one of its own beside that.
    """
    query = f"?view=slides#/{PLAIN}"
    dense = _text(open_deck, (*window, density), query)
    large = _text(open_deck, (*(one * density for one in window), 1), query)
    coarse = _text(open_deck, (*window, 1), query)
    enlarged = numpy.kron(coarse, numpy.ones((density, density)))
    moved = [numpy.roll(dense, pixel, axis=0) for pixel in (-1, 0, 1)]
    assert min(numpy.abs(one - large).mean() for one in moved) < 0.01
    assert min(numpy.abs(one - enlarged).mean() for one in moved) > 0.5


def _text(open_deck: Open, screen: tuple[int, ...], query: str) -> Pixels:
    """Return what a screen shows, in grey, without what is not the slide's."""
    tab = open_deck("showcase", *screen, query=query)
    hide_controls(tab)
    settle(tab)
    return pixels(tab).mean(axis=2)


@pytest.mark.alike(every=2)
@every_screen([DESKS[0], DESKS[3], DESKS[-1], *PHONES])
def test_hairlines(open_deck: Open, screen: tuple[int, int, int]) -> None:
    """Rules of 1.5 points are drawn in full: as much of their colour as their width asks for, over their length."""
    tab = open_deck("showcase", *screen, query=f"?view=slides#/{COLUMNS}")
    shown = pixels(tab)
    left, top, width, _ = tab.evaluate(_RECT)
    page, palette = document("showcase").pages[COLUMNS - 1], document("showcase").theme.palette
    scale = width / document("showcase").theme.width
    hairlines = [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.rect.height < 2]
    assert len(hairlines) == 2
    for one in hairlines:
        ground, ink = channels(palette[page.layout.background]), channels(palette[one.item.color])
        y, middle = top + one.rect.y * scale, left + (one.rect.x + one.rect.width / 2) * scale
        rows = slice(round(y) - 3, round(y + one.rect.height * scale) + 4)
        column = shown[rows, round(middle)]
        drawn = ((column - ground) / (ink - ground)).mean(axis=1).sum()
        assert drawn == pytest.approx(one.rect.height * scale, abs=0.15)
        ends = [left + edge * scale for edge in (one.rect.x, one.rect.right)]
        row = shown[rows, round(ends[0]) - 8 : round(ends[1]) + 8]
        trimmed_ends = numpy.flatnonzero((numpy.abs(row - ground) > 5).any(axis=(0, 2))) + round(ends[0]) - 8
        assert (trimmed_ends[0], trimmed_ends[-1] + 1) == pytest.approx(ends, abs=1)


@every_screen([DESKS[0], DESKS[2], PHONES[2]])
def test_a_scrim_fades_out(open_deck: Open, screen: tuple[int, int, int]) -> None:
    """It is even up to where its fading begins, then lets through more and more, and ends as nothing."""
    scrim = _scrim()
    fade = scrim.item.fade
    assert fade > 0
    tab = open_deck("showcase", *screen, query=f"?view=slides#/{OVER_PICTURE}")
    computed = tab.evaluate("getComputedStyle(document.querySelector('section.present .shape')).backgroundImage")
    assert computed.startswith("linear-gradient(to right, rgb(")
    white = ".present { --ground: #fff !important; --around: #fff !important }"
    tab.add_style_tag(content=f"{white} .present :is(.text, .picture) {{ display: none }}")
    settle(tab)
    left, top, width, height = tab.evaluate(_RECT)
    scale = width / document("showcase").theme.width
    row = pixels(tab)[round(top + height / 4) :, :, 1][:8].mean(axis=0)  # of eight rows: gradients are dithered
    start, begin, end = (left + edge * scale for edge in (scrim.rect.x, scrim.rect.right - fade, scrim.rect.right))
    even = row[round(max(0, start)) + 1 : round(begin) - 1]
    assert numpy.ptp(even) <= 1
    fading = row[round(begin) : round(end)]
    strips = [part.mean() for part in numpy.array_split(fading, len(fading) // 8)]
    assert (numpy.diff(strips) > 0).all()
    part = (numpy.arange(len(fading)) + 0.5) / len(fading)
    shares = part * part * (3 - 2 * part)
    assert fading == pytest.approx(even[0] + (255 - even[0]) * shares, abs=3)
    assert (row[round(end) + 1 : round(end) + 20] == 255).all()


def _scrim() -> Placed:
    (scrim,) = (one for one in document("showcase").pages[OVER_PICTURE - 1].placed if _fades(one))
    return scrim


def _fades(placed: Placed) -> bool:
    return isinstance(placed.item, ShapeItem) and placed.item.fade > 0


@pytest.mark.parametrize("times", [1, 2])
def test_pictures_are_scaled_well(open_document: Open, tmp_path: Path, times: int) -> None:
    """Detail finer than a pixel is averaged, not dropped: stripes of black and white become grey."""
    stripes = numpy.zeros((1080, 1920), numpy.uint8)
    stripes[:, ::2] = 255
    Image.fromarray(stripes).save(tmp_path / "a.png")
    slide = "  - title: A\n    layout: picture-full\n    image: ../a.png\n"
    text = f"title: T\nslides:\n{slide * times}"
    tab = open_document(Project(tmp_path).document(text), 640, 360)
    tab.add_style_tag(content=".shape, .text { display: none }")
    hide_controls(tab)
    show(tab, 1)
    assert tab.evaluate("getComputedStyle(document.querySelector('.picture > *')).imageRendering") == "auto"
    shown = pixels(tab)[20:340, 20:620]
    assert shown.std() < 15
    assert shown.mean() == pytest.approx(127, abs=10)
