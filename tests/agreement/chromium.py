"""HTML decks in Chromium: each slide read and photographed as an audience would see it, at one CSS pixel a pixel."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.agreement.glyphs import Glyph, joined_lines
from tests.agreement.rasters import WIDTH, reduced
from tests.agreement.view import PageView, PaintedBox, PictureFrame
from tests.browsers import ARGUMENTS, ChromiumTab, patient, wait_until

PAGE_READING = Path(__file__).with_name("page_reading.js").read_text(encoding="utf-8")
"""Returns what a browser shows of the slide in view; `page_view` scales it."""

SETTLED = """async (index) => {
    Reveal.configure({ transition: "none", backgroundTransition: "none", autoAnimate: false });
    Reveal.slide(index);
    while (Reveal.nextFragment()) ;
    await document.fonts.ready;
    const pictures = [...document.querySelectorAll("section.present img")]; // others are loaded when they are near
    await Promise.all(pictures.map((one) => one.decode().catch(() => null)));
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await drawn();
    for (const one of document.getAnimations()) one.finish(); // what appears one by one fades in
    await drawn();
}"""
"""Shows a slide, whole and at rest; called with its number from 0."""


@dataclass(frozen=True)
class PlayedDeck:
    """A deck as played: a view a slide, and a picture of each, or of each that was photographed."""

    views: list[PageView]
    pictures: list[Image.Image]


class Chromium:
    """Debian's Chromium, started when a deck is first played; playwright's own is never downloaded.

    It lives in a thread of its own: playwright allows one in a thread, and other tests may have theirs in the main one.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._open = ExitStack()

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.submit(self._open.close).result()
        self._thread.shutdown()

    def play(self, file: Path, size: tuple[float, float], odd: bool = False) -> PlayedDeck:
        """Show every slide of a deck whose pages are `size` points, in a window 960 wide and of the page's shape.

        All are photographed, or those of odd numbers.
        """
        return self._thread.submit(self._played, file, size, odd).result()

    @cached_property
    def _browser(self) -> Browser:
        playwright = self._open.enter_context(sync_playwright())
        browser = patient(playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS))
        self._open.callback(browser.close)
        return browser

    def _played(self, file: Path, size: tuple[float, float], odd: bool) -> PlayedDeck:
        window = {"width": WIDTH, "height": round(WIDTH * size[1] / size[0])}
        context = self._browser.new_context(viewport=window)
        try:
            page = context.new_page()
            page.goto(file.as_uri())
            wait_until(ChromiumTab(page), "window.Reveal && Reveal.isReady()")
            slides = page.evaluate("Reveal.getSlides().length")
            views, pictures = [], []
            for index in range(slides):
                views.append(_slide(page, index, size[0]))
                if not odd or index % 2 == 0:
                    pictures.append(reduced(page.screenshot(animations="disabled")))
            return PlayedDeck(views, pictures)
        finally:
            context.close()


_kept: ContextVar[Chromium | None] = ContextVar("kept", default=None)


@contextmanager
def browser_kept() -> Iterator[None]:
    """Let all that play decks share one browser, which starts with the first of them: for one run."""
    with Chromium() as browser:
        before = _kept.set(browser)
        yield
        _kept.reset(before)


@contextmanager
def playing_browser() -> Iterator[Chromium]:
    """Yield the browser that is kept, or else one of its own."""
    if kept := _kept.get():
        yield kept
        return
    with Chromium() as browser:
        yield browser


def _slide(page: Page, index: int, width: float) -> PageView:
    page.evaluate(SETTLED, index)
    return page_view(index + 1, page.evaluate(PAGE_READING), width)


def page_view(number: int, read: dict[str, Any], width: float) -> PageView:
    """Scale what the window shows to points of the page, which is `width` points wide."""
    left, top, shown_width, zoom = read["page"]
    scale = width / shown_width
    glyphs = (
        Glyph(text, (x0 - left) * scale, (x1 - left) * scale, (baseline - top) * scale, size * zoom * scale)
        for text, x0, x1, baseline, size in read["characters"]
    )
    boxes = tuple(
        PaintedBox((x0 - left) * scale, (y0 - top) * scale, (x1 - left) * scale, (y1 - top) * scale, color)
        for x0, y0, x1, y1, color in read["boxes"]
    )
    pictures, cells = (_frames(read[name], left, top, scale) for name in ("pictures", "cells"))
    return PageView(number, width, tuple(joined_lines(glyphs)), pictures, boxes, cells)


def _frames(boxes: Sequence[Sequence[float]], left: float, top: float, scale: float) -> tuple[PictureFrame, ...]:
    frames = (
        PictureFrame((x0 - left) * scale, (y0 - top) * scale, (x1 - left) * scale, (y1 - top) * scale)
        for x0, y0, x1, y1 in boxes
    )
    return tuple(frame for frame in frames if frame.x0 < frame.x1 and frame.top < frame.bottom)
