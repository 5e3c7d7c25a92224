"""What Chromium shows, as numbers: rows of pixels of red, green and blue from 0 to 255."""

from __future__ import annotations

from io import BytesIO

import numpy
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page

Pixels = NDArray[numpy.float64]


def pixels(tab: Page) -> Pixels:
    """Return the window as it is shown, each pixel of the screen one here."""
    with Image.open(BytesIO(tab.screenshot())) as image:
        return numpy.asarray(image.convert("RGB"), numpy.float64)


def hide_controls(tab: Page) -> None:
    """Take away the progress bar, the arrows and the button: a pointer that has rested for five seconds hides them."""
    tab.add_style_tag(content=".controls, .progress, .to-read { display: none !important }")


def channels(color: str) -> Pixels:
    """Return a colour written #RRGGBB."""
    return numpy.array([int(color[i : i + 2], 16) for i in (1, 3, 5)], numpy.float64)


def border(shown: Pixels) -> Pixels:
    """Return the outermost pixels on all four sides, in one row."""
    return numpy.concatenate([shown[0], shown[-1], shown[:, 0], shown[:, -1]])
