"""The overview, in both browsers: slides in rows that fill the window, with their titles, chosen by key or click."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

import pytest

from deckmaker.layout import Document
from tests.browsers import Tab, wait_for_drawing, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import document, written

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
_OPEN = "'overview' in document.documentElement.dataset"
_FOCUS = "document.activeElement.closest('section')?.id"
_PAGE = """[...document.body.querySelectorAll('*')].map(one => {
  const attributes = [...one.attributes].filter(({value}) => value || one.id);
  return [one.localName, ...attributes.map(({name, value}) => `${name}=${value}`).sort()].join(' ');
})"""
_CELLS = """[...document.querySelectorAll('.slides > section')].map(one => {
  const page = one.querySelector('.page').getBoundingClientRect();
  const button = one.querySelector('.deck-choice').getBoundingClientRect();
  return {left: page.left, top: page.top, right: page.right, bottom: page.bottom, end: button.bottom};
})"""


def _rows(tab: Tab) -> list[list[dict[str, float]]]:
    cells: list[dict[str, float]] = tab.evaluate(_CELLS)
    return [list(row) for _, row in groupby(cells, lambda cell: round(cell["top"]))]


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("window", [(1280, 720), (1920, 1080), (1024, 768), (390, 844), (844, 390)])
def test_rows_fill_the_window(present: Present, window: tuple[int, int]) -> None:
    """Slides stand beside and below each other, none over another, equally large, whole, and large enough to know."""
    tab = present("us-china-fentanyl-talks", query="?view=slides")  # which a phone held upright has on wish
    tab.resize(*window)
    tab.press("o")
    rows = _rows(tab)
    columns = len(rows[0])
    assert columns >= 2
    assert all(len(row) == columns for row in rows[:-1])
    (width,) = {round(cell["right"] - cell["left"]) for row in rows for cell in row}
    assert width >= 150
    for row in rows:
        assert row[0]["left"] >= 0
        assert row[-1]["right"] <= window[0]
        assert all(left["right"] < right["left"] for left, right in pairwise(row))
    assert all(above[0]["end"] <= below[0]["top"] for above, below in pairwise(rows))
    used = rows[0][-1]["right"] - rows[0][0]["left"]
    assert used > 0.8 * window[0] or rows[-1][0]["end"] > 0.8 * window[1]


def test_each_slide_has_its_title_and_one_is_current(present: Present) -> None:
    """Below it, with its number; the current one is marked for eyes and for screen readers."""
    tab = present("showcase", "#/4")
    tab.press("o")
    titles = tab.evaluate("[...document.querySelectorAll('.deck-choice')].map(one => one.textContent)")
    pages = document("showcase").pages
    assert titles == [f"{page.number}. {page.title}" for page in pages if page.title]
    assert tab.evaluate("[...document.querySelectorAll('[aria-current]')].map(one => one.parentElement.id)") == [
        "slide-4"
    ]
    assert tab.evaluate(_FOCUS) == "slide-4"


@both_browsers
def test_a_title_that_a_second_line_holds_is_whole(present: Present) -> None:
    """In a window of a usual size; one that is longer still is cut, and nothing lies on the next row."""
    tab = present("showcase")
    tab.press("o")
    titles = tab.evaluate("[...document.querySelectorAll('.deck-choice')].map(one => one.textContent)")
    cut = tab.evaluate(_CUT)
    assert all(len(titles[number - 1]) > 40 for number in cut), cut
    assert len(cut) <= len(titles) // 8
    tab.evaluate("document.querySelector('.deck-choice > span').textContent += ' and a far longer title'.repeat(9)")
    assert tab.evaluate(_CUT) == [1, *cut]
    assert all(above[0]["end"] <= below[0]["top"] for above, below in pairwise(_rows(tab)))


_CUT = """[...document.querySelectorAll('.deck-choice > span')].flatMap((one, index) => {
  const { bottom } = one.parentElement.getBoundingClientRect();
  const isCut = one.scrollHeight > one.clientHeight + 1 || one.getBoundingClientRect().bottom > bottom;
  return isCut || one.scrollWidth > one.clientWidth + 1 ? [index + 1] : [];
})"""


def test_arrows_go_along_and_across_the_rows(present: Present) -> None:
    """Left and right, up and down, to both ends and by pages; the stage stays where it is until one is chosen."""
    tab = present("showcase", "#/4")
    tab.press("o")
    rows = _rows(tab)
    columns, seen = len(rows[0]), int(720 / (rows[1][0]["top"] - rows[0][0]["top"]))
    last = len(document("showcase").pages)
    for key, number in (
        ("ArrowRight", 5),
        ("ArrowDown", 5 + columns),
        ("ArrowLeft", 4 + columns),
        ("ArrowUp", 4),
        ("ArrowUp", 4),
        ("End", last),
        ("ArrowRight", last),
        ("PageUp", last - seen * columns),
        ("Home", 1),
    ):
        tab.press(key)
        assert tab.evaluate(_FOCUS) == f"slide-{number}", key
        assert _is_seen(tab, number)
        assert tab.evaluate(_NUMBER) == 4
    tab.press("ArrowRight")
    tab.press("Enter")
    assert not tab.evaluate(_OPEN)
    assert tab.evaluate(_NUMBER) == 2


def _is_seen(tab: Tab, number: int) -> bool:
    cell = tab.evaluate(_CELLS)[number - 1]
    return bool(cell["top"] >= 0 and cell["bottom"] <= 720)


@pytest.mark.parametrize("key", ["Escape", "o"])
def test_it_is_left_without_moving(present: Present, key: str) -> None:
    """Nothing of it is left: the page is what it was, and keys move again."""
    tab = present("showcase", "#/4")
    before = tab.evaluate(_PAGE)
    tab.press("o")
    tab.press("ArrowRight")
    tab.press(key)
    assert not tab.evaluate(_OPEN)
    assert tab.evaluate(_PAGE) == before
    tab.press("ArrowRight")
    assert tab.evaluate(_NUMBER) == 5


@both_browsers
def test_a_click_and_a_finger_choose(present: Present) -> None:
    """Anywhere on a slide, also where it has a link."""
    tab = present("showcase", "#/2")
    address = tab.evaluate("location.pathname")
    for pointer, number in (("mouse", 4), ("touch", 1)):
        tab.press("o")
        cell = tab.evaluate(_CELLS)[number - 1]
        tab.drag([((cell["left"] + cell["right"]) / 2, (cell["top"] + cell["bottom"]) / 2)], pointer)
        wait_until(tab, f"{_NUMBER} === {number}")
        assert not tab.evaluate(_OPEN)
    assert tab.evaluate("location.pathname") == address


def test_moving_elsewhere_is_followed(present: Present) -> None:
    """Where another window moves the deck, the mark goes along, and no slide is hidden."""
    tab = present("showcase", "#/2")
    tab.press("o")
    tab.evaluate("Reveal.slide(5)")
    assert tab.evaluate("document.querySelector('[aria-current]').parentElement.id") == "slide-6"
    hidden = ".slides > section:is([hidden], [inert], [aria-hidden])"
    assert tab.evaluate("selector => document.querySelectorAll(selector).length", hidden) == 0


@pytest.fixture(scope="module")
def long_deck(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck of 200 slides, the last of which has no title."""
    slides = "".join(f"- title: Slide number {number}\n  text: Words.\n" for number in range(1, 200))
    source = f"title: Long\nauthor: A\nslides:\n{slides}- image: {{file: ../assets/logo.png, alt: A logo}}\n"
    return written(tmp_path_factory.mktemp("long"), source)


def test_two_hundred_slides(present: Present, long_deck: Document) -> None:
    """It opens fast, and the last slide is a key away; it has no title, and is called by its number."""
    tab = present(long_deck)
    took: Any = tab.evaluate(_TIMED)
    assert took < 3000  # 0.2 s on a machine that has nothing else to do
    tab.press("End")
    wait_for_drawing(tab)
    assert tab.evaluate("document.activeElement.textContent") == "Slide 200"
    assert _is_seen(tab, 200)


_TIMED = """() => {
  const start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'o', bubbles: true}));
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))));
}"""


def test_a_window_without_room(present: Present) -> None:
    """A frame that somebody draws shut while the overview is open is no endless search for columns."""
    tab = present("showcase")
    tab.press("o")
    tab.evaluate("document.querySelector('.reveal').style.width = '15px'")
    wait_for_drawing(tab)
    assert tab.evaluate(_OPEN)
    tab.press("Escape")
    assert not tab.evaluate(_OPEN)


def test_zoom_is_of_one_slide(present: Present) -> None:
    """`z` leaves the overview, and a click with Alt chooses a slide as any click does."""
    tab = present("showcase", "#/2")
    tab.press("o")
    tab.press("z")
    assert not tab.evaluate(_OPEN)
    tab.press("Escape")
    tab.press("o")
    tab.evaluate(
        "document.querySelector('#slide-4 > .deck-choice').dispatchEvent("
        "new MouseEvent('click', {altKey: true, bubbles: true, cancelable: true}))"
    )
    wait_until(tab, f"{_NUMBER} === 4")
    assert not tab.evaluate("'zoom' in document.documentElement.dataset")


@both_browsers
def test_it_can_be_used_after_printing(present: Present) -> None:
    """Whoever prints, or asks to and does not, finds it as it was."""
    tab = present("showcase", "#/2")
    tab.press("o")
    for event in ("beforeprint", "afterprint"):
        tab.evaluate("name => void window.dispatchEvent(new Event(name))", event)
    assert tab.evaluate("document.querySelector('section:is([hidden], [inert], [aria-hidden])')") is None
