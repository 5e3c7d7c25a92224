"""Addresses of slides, and the slide that one was at last, in both browsers."""

from __future__ import annotations

import pytest

from tests.browsers import wait_until
from tests.render.html.conftest import Present, both_browsers

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"


@pytest.mark.alike(every=2)
@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("#/5", 5),
        ("#/slide-4", 4),
        ("#/how-we-measured", 4),
        ("#how-we-measured", 4),
        ("#/How-We-Measured", 4),
        ("?notes#/how-we-measured", 4),
        ("#/no-such-slide", 1),
        ("#/%E0%A4%A", 1),
        ("#/0", 1),
        ("#/99999", 1),
        ("#/slide-99999/2", 1),
    ],
)
def test_an_address_leads_to_its_slide(present: Present, address: str, number: int) -> None:
    """By number and by name; an unknown one to the beginning."""
    assert present("showcase", address).evaluate(_NUMBER) == number


@pytest.mark.parametrize(
    "query",
    [
        "showNotes=true&display=none&embedded=true&maxScale=0&disableLayout=false",
        "plugins=1",
        "view=print",
        "print-pdf",
    ],
)
def test_a_query_sets_nothing_of_reveals(present: Present, query: str) -> None:
    """Who sends a link may choose a slide: not that the speaker's notes are shown, nor that nothing is."""
    settings = "JSON.stringify({...Reveal.getConfig(), plugins: 0})"
    place = "JSON.stringify(document.querySelector('section.present .page').getBoundingClientRect())"
    tab = present("showcase", "#/2")
    expected = [tab.evaluate(settings), tab.evaluate(place)]
    bare = tab.evaluate("location.href.replace(/#.*/, '')")
    tab.goto("about:blank")
    tab.goto(f"{bare}?{query}#/2")
    wait_until(tab, "Reveal.isReady?.() ?? false")
    assert [tab.evaluate(settings), tab.evaluate(place)] == expected
    assert not tab.evaluate("document.querySelector('.reveal').matches('.show-notes')")
    assert tab.evaluate("location.search") == f"?{query}"


def test_an_address_that_is_typed_later(present: Present) -> None:
    """And going back leads to where one was."""
    tab = present("showcase", "#/2")
    tab.evaluate("void (location.hash = '#/how-we-measured')")
    wait_until(tab, f"{_NUMBER} === 4")
    tab.evaluate("void (location.hash = '#/3')")
    wait_until(tab, f"{_NUMBER} === 3")
    tab.evaluate("void history.back()")
    wait_until(tab, f"{_NUMBER} === 4")


@both_browsers
def test_the_last_slide_is_remembered(present: Present) -> None:
    """By an address without a slide; one that names a slide goes there, and whoever was at the end begins anew."""
    tab = present("showcase", "#/3")
    tab.press("ArrowRight")
    bare = tab.evaluate("location.href.replace(/#.*/, '')")

    def again(address: str) -> int:
        tab.goto("about:blank")
        tab.goto(address)
        wait_until(tab, "Reveal.isReady()")
        number: int = tab.evaluate(_NUMBER)
        return number

    assert again(bare) == 4
    assert again(f"{bare}#/2") == 2
    tab.press("End")
    assert again(bare) == 1


def test_what_is_remembered_tells_other_files_nothing(present: Present) -> None:
    """Chromium lets all files of the disk read what any of them keeps: neither words nor paths are in it."""
    tab = present("showcase", "#/how-we-measured")
    tab.evaluate("DeckView.choose('slides')")
    for storage in ("localStorage", "sessionStorage"):
        kept, path = tab.evaluate(f"[JSON.stringify(Object.entries({storage})), location.pathname]")
        assert kept != "[]"
        assert "measured" not in kept and path.rsplit("/", 1)[-1] not in kept


def test_storage_that_is_forbidden_is_no_obstacle(present: Present) -> None:
    """Nothing is remembered then, and everything works."""
    tab = present("showcase", "#/3")
    tab.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); })")
    tab.press("ArrowRight")
    tab.press("ArrowRight")
    assert tab.evaluate(_NUMBER) == 5
