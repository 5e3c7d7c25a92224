"""What else a speaker does from the window, in both browsers: finds slides unseen, points and draws on the deck."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import ChromiumTab, Tab, wait_for_drawing, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import rendered, written
from tests.render.html.speaking import NOW, SLIDE, at, click_on, in_step, speaker_of

pytestmark = pytest.mark.outside

DECK = """\
title: Lärm
author: Hafen
language: de
slides:
  - {title: Nachts, notes: Danke sagen.}
  - {title: Woher, agenda: true}
  - {title: Kräne, section: Quellen, text: Die Lüftung brummt.}
  - {title: Kosten, section: Preise, text: Wenig.}
"""


@pytest.fixture
def deck(present: Present, tmp_path: Path) -> Tab:
    """A deck in German."""
    return present(written(tmp_path / "source", DECK))


def test_it_speaks_the_decks_language(deck):
    """The window's name, too."""
    window = speaker_of(deck)
    assert window.evaluate("document.title") == "Lärm – Vortragsansicht"
    shown = window.evaluate("document.querySelector('.speaker').innerText")
    for word in ("Mit den Folien verbunden", "1 von 4", "Als Nächstes", "Nächste Folie", "Danke sagen.", "Vergangen"):
        assert word in shown
    assert "undefined" not in shown
    window.press("?")
    assert "Zeit starten oder anhalten" in window.evaluate("document.querySelector('.deck-help').innerText")
    assert not deck.evaluate("document.querySelector('.deck-help').open")


@both_browsers
def test_a_language_that_browsers_do_not_know(present, tmp_path):
    """The window has a clock all the same, and everything else."""
    window = speaker_of(present(written(tmp_path / "source", DECK.replace("language: de", "language: en-GB-oed"))))
    assert ":" in window.evaluate("document.querySelector('.speaker-time dd').innerText")


def test_a_black_screen(deck):
    """By key and by button: the window says that nobody sees the slide, and still shows it."""
    window = speaker_of(deck)
    covered = "!document.querySelector('.speaker-covered').hidden"
    pressed = "document.querySelector('[data-command=black]').getAttribute('aria-pressed') === 'true'"
    for press in (lambda: window.press("b"), lambda: click_on(window, "[data-command=black]")):
        press()
        wait_until(window, f"{covered} && {pressed}")
        assert not deck.evaluate("document.querySelector('.deck-screen').hidden")
        press()
        wait_until(window, f"!({covered}) && !({pressed})")
        assert deck.evaluate("document.querySelector('.deck-screen').hidden")


def test_jumping_is_the_speakers_own(deck):
    """The audience sees the slide alone, and not how it was found."""
    window = speaker_of(deck)
    window.press("g")
    window.type("kran")
    assert window.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    assert deck.evaluate("document.activeElement === document.body")
    window.press("Enter")
    in_step(deck, window, 3)


def test_searching_is_the_speakers_own(deck):
    """The audience does not see what is typed, and goes along when it is found."""
    window = speaker_of(deck)
    window.press("/")
    window.type("brummt")
    assert window.evaluate("document.querySelector('.deck-extract').textContent") == "3. Kräne"
    assert deck.evaluate(SLIDE) == 1
    window.press("Enter")
    in_step(deck, window, 3)
    assert deck.evaluate("CSS.highlights?.size ?? 0") == 0
    window.press("Escape")
    window.press("ArrowRight")
    in_step(deck, window, 4)


def test_the_overview_is_the_speakers_own(deck):
    """All slides in order; the one that is chosen is shown, and both slides stand where they stood."""
    window = speaker_of(deck)
    window.press("ArrowRight")
    in_step(deck, window, 2)
    window.press("o")
    choices = "[...document.querySelectorAll('.deck-choice')].filter(one => one.offsetWidth).map(one => one.innerText)"
    # The browser draws a slide of many (content-visibility) in the frame after it has seen that it shows.
    wait_until(window, f"{choices}.join() === '1. Nachts,2. Woher,3. Kräne,4. Kosten'")
    assert not deck.evaluate("'overview' in document.documentElement.dataset")
    window.press("Escape")
    assert window.evaluate(f"document.querySelector('.speaker').offsetWidth > 0 && {NOW} === 2")
    window.press("o")
    window.press("ArrowRight")
    window.press("Enter")
    in_step(deck, window, 3)
    assert window.evaluate("document.querySelectorAll('.deck-choice').length") == 0


def test_the_overview_stays_whole_while_the_deck_moves(deck):
    """The mark goes along; left, both slides stand where they belong."""
    window = speaker_of(deck)
    window.press("o")
    deck.press("End")
    wait_until(window, "document.querySelector('.deck-choice[aria-current]')?.innerText === '4. Kosten'")
    shown = "[...document.querySelectorAll('.slides > section')].filter(one => one.offsetWidth).map(one => one.id)"
    assert window.evaluate(shown) == [f"slide-{number}" for number in (1, 2, 3, 4)]
    window.press("Escape")
    in_step(deck, window, 4)


def test_links_between_slides_take_the_deck_there(deck):
    """Clicked on the slide that the window shows."""
    window = speaker_of(deck)
    window.press("ArrowRight")
    in_step(deck, window, 2)
    click_on(window, ".speaker-now li:last-child a[href^='#']")
    in_step(deck, window, 4)


def test_the_speakers_pointer_is_the_decks(deck):
    """The laser is on the deck where the pointer is on the small slide."""
    window = speaker_of(deck)
    window.press("l")
    wait_until(window, "document.querySelector('[data-command=laser]').getAttribute('aria-pressed') === 'true'")
    window.move(*at(window, 0.2, 0.3))
    window.move(*at(window, 0.25, 0.75))
    wait_until(deck, "!document.querySelector('.deck-laser').hidden")
    place = """(() => { const dot = document.querySelector('.deck-laser').getBoundingClientRect();
      const page = document.querySelector('section.present .page').getBoundingClientRect();
      return [(dot.x + 9 - page.x) / page.width, (dot.y + 9 - page.y) / page.height]; })()"""
    assert deck.evaluate(place) == pytest.approx([0.25, 0.75], abs=0.01)


def test_the_speaker_draws_on_the_deck(deck):
    """A line there, from where it began to where it ended; it moves no slide."""
    window = speaker_of(deck)
    window.press("d")
    wait_until(window, "document.querySelector('[data-command=draw]').getAttribute('aria-pressed') === 'true'")
    window.drag([at(window, 0.2, 0.5), at(window, 0.5, 0.5), at(window, 0.8, 0.25)])
    wait_until(deck, "document.querySelectorAll('.deck-drawing polyline').length === 1")
    line = """(() => { const line = document.querySelector('.deck-drawing polyline').points;
      const last = line.getItem(line.numberOfItems - 1);
      const box = document.querySelector('.deck-drawing').viewBox.baseVal;
      return [line.getItem(0).x / box.width, last.x / box.width, last.y / box.height]; })()"""
    wait_until(deck, f"Math.abs({line}[1] - 0.8) < 0.02")
    assert deck.evaluate(line) == pytest.approx([0.2, 0.8, 0.25], abs=0.02)
    assert deck.evaluate(SLIDE) == 1


def test_a_line_ends_where_the_button_is_let_go(deck):
    """Beyond the slide, too: who comes back draws nothing."""
    window = speaker_of(deck)
    window.press("d")
    wait_until(window, "document.querySelector('[data-command=draw]').getAttribute('aria-pressed') === 'true'")
    window.drag([at(window, 0.5, 0.5), at(window, 0.8, 0.5), at(window, 1.2, 0.5)])
    last = """(() => { const points = document.querySelector('.deck-drawing polyline')?.points;
      const { width } = document.querySelector('.deck-drawing').viewBox.baseVal;
      return points && points.getItem(points.numberOfItems - 1).x / width; })()"""
    wait_until(deck, f"Math.abs({last} - 1.2) < 0.02")
    window.move(*at(window, 0.3, 0.3))
    window.drag([at(window, 0.1, 0.1), at(window, 0.2, 0.1)])
    wait_until(deck, "document.querySelectorAll('.deck-drawing polyline').length === 2")
    assert deck.evaluate(last) == pytest.approx(1.2, abs=0.02)


@both_browsers
def test_the_light_goes_out_with_the_pointer(deck):
    """It stays at no slide's edge."""
    window = speaker_of(deck)
    window.press("l")
    wait_until(window, "document.querySelector('[data-command=laser]').getAttribute('aria-pressed') === 'true'")
    window.move(*at(window, 0.5, 0.5))
    window.move(*at(window, 0.9, 0.5))
    wait_until(deck, "!document.querySelector('.deck-laser').hidden")
    window.move(*at(window, 1.2, 0.5))
    wait_until(deck, "document.querySelector('.deck-laser').hidden")


def test_the_notes_have_the_size_that_one_sets(deck):
    """It is there again after a reload and in another window; where nothing can be kept, the window still works."""
    window = speaker_of(deck)
    size = "parseFloat(getComputedStyle(document.querySelector('.speaker-text')).fontSize)"
    before = window.evaluate(size)
    click_on(window, ".speaker-notes button:last-child")
    click_on(window, ".speaker-notes button:last-child")
    larger = window.evaluate(size)
    assert larger > before
    window.reload()
    wait_until(window, f"document.querySelector('.speaker-text') && {size} === {larger}")
    click_on(window, ".speaker-notes button:first-child")
    click_on(window, ".speaker-notes button:first-child")
    assert window.evaluate(size) == before


_LONG_NOTES = """() => {
  const style = document.createElement("style");
  style.textContent = ".speaker-text::after { content: ''; display: block; height: 300vh; }";
  document.head.append(style);
}"""


def test_long_notes_scroll_by_keys(deck):
    """With the focus in them; elsewhere the same keys move the deck."""
    window = speaker_of(deck)
    window.evaluate(_LONG_NOTES)  # however often they are written anew
    window.evaluate("() => { document.querySelector('.speaker-text').focus(); }")
    wait_for_drawing(window)
    window.press("ArrowDown")
    wait_until(window, "document.querySelector('.speaker-text').scrollTop > 0")
    assert deck.evaluate(SLIDE) == 1
    window.press("ArrowRight")
    in_step(deck, window, 2)
    wait_until(window, "document.querySelector('.speaker-text').scrollTop === 0")


@pytest.mark.parametrize(("language", "forth"), [("de", (0.8, 0.5, 0.2)), ("he", (0.2, 0.5, 0.8))])
def test_fingers(chromium: Browser, tmp_path: Path, language: str, forth: tuple[float, ...]) -> None:
    """On a tablet: a swipe over the slide moves the deck, and buttons are as large as thumbs want them."""
    path = tmp_path / "deck.html"
    deck_text = DECK.replace("language: de", f"language: {language}")
    path.write_text(rendered(written(tmp_path / "source", deck_text)), encoding="utf-8")
    with closing(chromium.new_context(viewport={"width": 1024, "height": 768}, has_touch=True)) as context:
        deck, window = (ChromiumTab(context.new_page()) for _ in range(2))
        deck.goto(path.as_uri())
        wait_until(deck, "Reveal.isReady()")
        window.goto(f"{path.as_uri()}?speaker")
        wait_until(window, f"{NOW} === 1")
        wait_until(window, "document.querySelector('.speaker-status').textContent === DeckWords.connected")
        window.drag([at(window, one) for one in forth], "touch")
        in_step(deck, window, 2)
        window.drag([at(window, one) for one in (forth[-1], forth[0])], "touch")
        in_step(deck, window, 1)
        window.drag([at(window, 0.5), at(window, 0.52)], "touch")
        sizes = "[...document.querySelectorAll('.speaker button')].filter(one => one.offsetWidth)"
        for width, height in window.evaluate(f"{sizes}.map(one => [one.offsetWidth, one.offsetHeight])"):
            assert min(width, height) >= 44
        assert deck.evaluate(SLIDE) == 1
