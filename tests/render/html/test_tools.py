"""What one shows with, in both browsers: black and white screens, a point of light, drawing and zoom; by keyboard alone
all of them are reached and left."""

from __future__ import annotations

from io import BytesIO

import numpy
import pytest
from PIL import Image

from tests.browsers import ChromiumTab, Tab, wait_for_drawing, wait_until
from tests.projects import Project
from tests.render.html.conftest import Open, Present, both_browsers

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
_LINES = "document.querySelectorAll('.deck-drawing polyline').length"
_ROUNDING = 2
"""Of 255: by so much Chromium draws the same pixel in another colour where it has drawn something over it since."""
_SCALE = "new DOMMatrix(getComputedStyle(document.querySelector('.slides')).transform).a"


def _pixel(tab: Tab, x: int, y: int) -> tuple[int, ...]:
    wait_for_drawing(tab)
    pixels = numpy.asarray(Image.open(BytesIO(tab.screenshot())).convert("RGB"))
    return tuple(int(one) for one in pixels[y, x])


@pytest.mark.parametrize(("key", "color"), [("b", 0), (".", 0), ("w", 255)])
def test_black_and_white(present: Present, key: str, color: int) -> None:
    """The whole window, corners too; the same key and Escape bring the slide back where it was."""
    tab = present("showcase", "#/3")
    before = _pixel(tab, 640, 300)
    for way_out in (key, "Escape"):
        tab.press(key)
        assert {_pixel(tab, *place) for place in ((0, 0), (640, 300), (1279, 719))} == {(color, color, color)}
        tab.press(way_out)
        assert _pixel(tab, 640, 300) == pytest.approx(before, abs=_ROUNDING)
        assert tab.evaluate(_NUMBER) == 3


def test_who_goes_on_sees_the_slides_again(present: Present) -> None:
    """A clicker's next key, and any other command; a click brings the slide back as it was."""
    tab = present("showcase", "#/3")
    shown = "document.querySelector('.deck-screen').hidden"
    tab.press("b")
    tab.press("PageDown")
    assert tab.evaluate(shown)
    assert tab.evaluate(_NUMBER) == 4
    tab.press("b")
    tab.press("w")
    assert not tab.evaluate(shown)
    tab.click(300, 300)
    assert tab.evaluate(shown)
    assert tab.evaluate(_NUMBER) == 4


@both_browsers
def test_nothing_of_a_covered_slide_is_reached_by_keys(present: Present, tmp_path) -> None:
    """Nobody sees which link has the focus; it has it again with the slide."""
    text = "title: T\nslides:\n- {title: One, layout: content, text: '[there](#two)'}\n- {title: Two, id: two}\n"
    tab = present(Project(tmp_path).document(text))
    tab.evaluate("document.querySelector('section.present .page a').focus()")
    tab.press("b")
    tab.press("Escape")
    assert tab.evaluate("document.activeElement.matches('section.present .page a')")
    tab.press("b")
    for _ in range(4):
        tab.press("Tab")
        assert tab.evaluate("document.activeElement.closest('.reveal') === null")
    tab.press("Enter")
    assert tab.evaluate(_NUMBER) == 1
    tab.press("Escape")
    tab.evaluate("document.querySelector('section.present .page a').focus()")
    tab.press("Enter")
    wait_until(tab, f"{_NUMBER} === 2")


@both_browsers
def test_laser(present: Present) -> None:
    """A red point is where the mouse is, and nothing else changes; `l` and Escape end it."""
    tab = present("showcase", "#/3")
    tab.move(200, 620)
    before = _pixel(tab, 400, 620)
    for way_out in ("l", "Escape"):
        tab.press("l")
        tab.move(400, 620)
        beside = _pixel(tab, 406, 620)
        assert beside[0] > 200
        assert max(beside[1:]) < 120
        tab.press(way_out)
        assert _pixel(tab, 400, 620) == pytest.approx(before, abs=_ROUNDING)
        tab.move(200, 620)


def test_a_finger_points_and_turns_no_slide(present: Present) -> None:
    """Nor does it while one draws, after the laser has been put away: neither lets go of it for the other."""
    tab = present("showcase", "#/3")
    across = [(900, 400), (700, 400), (300, 400)]
    for keys in ("l", "dl"):
        tab.type(keys)
        tab.drag(across, "touch")
        assert tab.evaluate(_NUMBER) == 3
        tab.press("Escape")
    tab.drag(across, "touch")
    assert tab.evaluate(_NUMBER) == 3
    tab.press("Escape")
    tab.drag(across, "touch")
    wait_until(tab, f"{_NUMBER} === 4")


@pytest.mark.parametrize("pointer", ["mouse", "touch"])
@both_browsers
def test_drawing_belongs_to_its_slide(present: Present, pointer: str) -> None:
    """A line stands where it was drawn, at every size of the window, on its slide alone; no slide is left by it."""
    tab = present("showcase", "#/3")
    before = _pixel(tab, 640, 600)
    tab.press("d")
    tab.drag([(400, 600), (600, 600), (700, 600)], pointer)
    assert tab.evaluate(_NUMBER) == 3
    assert tab.evaluate(_LINES) == 1
    assert _pixel(tab, 640, 600)[0] > _pixel(tab, 640, 600)[1] + 100
    tab.resize(640, 360)
    assert _pixel(tab, 320, 300)[0] > _pixel(tab, 320, 300)[1] + 100
    tab.resize(1280, 720)
    tab.press("PageDown")
    assert tab.evaluate(_LINES) == 0
    tab.press("PageUp")
    assert tab.evaluate(_LINES) == 1
    tab.press("Escape")
    tab.drag([(400, 500), (600, 500)])
    assert tab.evaluate(_LINES) == 1
    tab.press("c")
    assert tab.evaluate(_LINES) == 0
    assert _pixel(tab, 640, 600) == pytest.approx(before, abs=_ROUNDING)


def test_the_last_line_is_taken_away(present: Present) -> None:
    """Backspace, while one draws; no slide is left by it, even if there is no line. Else it is a key that moves."""
    tab = present("showcase", "#/3")
    tab.press("d")
    for y in (500, 550):
        tab.drag([(400, y), (600, y)])
    for left in (1, 0, 0):
        tab.press("Backspace")
        assert tab.evaluate(_LINES) == left
    assert tab.evaluate(_NUMBER) == 3
    tab.drag([(400, 500), (600, 500)])
    tab.press("d")
    tab.press("Backspace")
    assert tab.evaluate(_NUMBER) == 2
    tab.press("PageDown")
    assert tab.evaluate(_LINES) == 1


def test_zoom_at_a_click(present: Present) -> None:
    """What was clicked stays in the window; a click, `z`, Escape and another slide show all again."""
    tab = present("showcase", "#/3")
    for way_out in ("click", "z", "Escape", "PageDown"):
        tab.evaluate("Reveal.slide(2)")
        tab.move(100, 100)
        tab.press("z")
        tab.click(1100, 500)
        wait_until(tab, f"Math.abs({_SCALE} - 2.5) < 0.01")
        box = tab.evaluate("document.querySelector('.present > .page').getBoundingClientRect().toJSON()")
        assert box["left"] + 2.5 * 1100 == pytest.approx(1100, abs=2)
        assert box["top"] + 2.5 * 500 == pytest.approx(500, abs=2)
        if way_out == "click":
            tab.click(640, 360)
        else:
            tab.press(way_out)
        wait_until(tab, f"{_SCALE} === 1")
        assert tab.evaluate(_NUMBER) == (4 if way_out == "PageDown" else 3)


def test_zoom_by_keyboard(present: Present) -> None:
    """Enter makes the middle larger, arrows go about as far as the slide's edges, and then move slides again."""
    tab = present("showcase", "#/3")
    tab.press("d")  # whoever draws does not draw with the click that zooms
    tab.press("z")
    tab.press("Enter")
    wait_until(tab, f"Math.abs({_SCALE} - 2.5) < 0.01")
    for _ in range(9):
        tab.press("ArrowRight")
    left = "document.querySelector('.present > .page').getBoundingClientRect().right"
    wait_until(tab, f"Math.abs({left} - 1280) < 2")
    assert tab.evaluate(_NUMBER) == 3
    tab.press("Escape")
    tab.press("z")
    tab.click(400, 400)
    assert tab.evaluate(_LINES) == 0
    tab.press("Escape")
    tab.press("ArrowRight")
    assert tab.evaluate(_NUMBER) == 4


def test_two_fingers_are_the_browsers(open_deck: Open) -> None:
    """They make the page larger on a phone; one finger then moves about in it, and not to the next slide."""
    page = open_deck("showcase", 390, 844, touch=True, query="?view=slides#/3")
    tools = page.context.new_cdp_session(page)
    tools.send("Input.synthesizePinchGesture", {"x": 200, "y": 420, "scaleFactor": 2.5})
    assert page.evaluate("visualViewport.scale") == pytest.approx(2.5, abs=0.1)
    tab = ChromiumTab(page)
    tab.drag([(300, 420), (200, 420), (60, 420)], "touch")
    assert tab.evaluate(_NUMBER) == 3
    tools.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 1})
    wait_until(tab, "visualViewport.scale === 1")
    tab.drag([(300, 420), (200, 420), (60, 420)], "touch")
    wait_until(tab, f"{_NUMBER} === 4")


def test_links_are_not_followed_by_a_click_that_zooms(present: Present) -> None:
    """Where a place to look at is a link."""
    tab = present("showcase", "#/4")
    link = tab.evaluate("document.querySelector('.present .text a').getBoundingClientRect().toJSON()")
    tab.press("z")
    tab.click(link["left"] + 5, link["top"] + link["height"] / 2)
    wait_until(tab, f"Math.abs({_SCALE} - 2.5) < 0.01")


def test_escape_leaves_the_topmost_thing_alone(present: Present) -> None:
    """One after the other: help over a point of light over a drawing."""
    tab = present("showcase", "#/3")
    for key in ("d", "l", "?"):
        tab.press(key)
    tools = "...['laser', 'drawing'].map(one => one in document.documentElement.dataset)"
    state = f"[document.querySelector('.deck-help').open, {tools}]"
    assert tab.evaluate(state) == [True, True, True]
    for expected in ([False, True, True], [False, False, True], [False, False, False]):
        tab.press("Escape")
        assert tab.evaluate(state) == expected
    assert tab.evaluate(_NUMBER) == 3


def test_a_tool_that_is_put_away_takes_no_other_along(present: Present) -> None:
    """Whichever came last: the laser under a drawing, a zoom that another slide ends."""
    tab = present("showcase", "#/3")
    on = "['laser', 'drawing', 'zoom'].filter(one => one in document.documentElement.dataset)"
    for key in ("l", "d", "l"):
        tab.press(key)
    assert tab.evaluate(on) == ["drawing"]
    tab.press("Escape")
    for key in ("z", "d", "PageDown"):
        tab.press(key)
    assert tab.evaluate(on) == ["drawing"]


@pytest.mark.parametrize("key", ["f", "F5"])
@both_browsers
def test_the_whole_screen(present: Present, key: str) -> None:
    """`f` enters and leaves; a clicker's F5 enters."""
    tab = present("showcase", "#/3")
    tab.press(key)
    wait_until(tab, "document.fullscreenElement === document.documentElement")
    tab.press("f")
    wait_until(tab, "document.fullscreenElement === null")
    assert tab.evaluate(_NUMBER) == 3


@both_browsers
def test_the_screen_stays_awake_while_one_presents(present: Present) -> None:
    """A lock is asked for with the whole screen, and given back with it; a browser that refuses is no obstacle."""
    tab = present("showcase")
    tab.evaluate(_WATCHED)
    for times in (1, 2):
        tab.press("f")
        wait_until(tab, f"asked.length === {times}")
        tab.press("f")
        wait_until(tab, f"released === {times}")
    tab.evaluate("void (navigator.wakeLock.request = () => Promise.reject(new Error('low battery')))")
    tab.press("f")
    wait_until(tab, "document.fullscreenElement !== null")
    tab.press("f")
    wait_until(tab, "document.fullscreenElement === null")


_WATCHED = """() => {
  window.asked = [];
  window.released = 0;
  const lock = {released: false, release: async () => { window.released += 1; }};
  const wakeLock = {request: async kind => { window.asked.push(kind); return {...lock}; }};
  Object.defineProperty(navigator, 'wakeLock', {value: wakeLock, configurable: true});
}"""
