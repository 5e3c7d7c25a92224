"""Somebody edits a deck whose page is open: each change is on its slide, and the slide in view stays in view."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from tests.browsers import Tab, chromium_tabs, firefox_tabs, wait_until
from tests.firefox import Firefox
from tests.preview.running import running
from tests.preview.saving import WAYS, in_place
from tests.preview.served import PATIENCE
from tests.projects import Project

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("preview-browsers")]

COUNT = 8

SEEN = "{ visibilityProperty: true, opacityProperty: true }"
"""What hides slides: reveal.js leaves those near the one in view where they are, and lets nobody see them."""


class Author:
    """Somebody with an editor and a browser."""

    def __init__(self, folder: Path, tab: Tab) -> None:
        self.project = Project(folder)
        self.tab = tab
        self.words = ["first"] * COUNT
        self.titles = [f"Slide {'abcdefgh'[index]}" for index in range(COUNT)]
        self.chart = "Nights"
        self.project.picture("a.png")
        (folder / "rows.csv").write_text("Berth,Nights\nA,1\nB,2\n", encoding="utf-8")
        (folder / "decks" / "own.yaml").write_text("extends: briefing\n", encoding="utf-8")
        in_place(self.project.deck, self.text())

    def text(self) -> str:
        """Return the deck."""
        slides = [
            f"  - title: {one}\n    text: It is {word}.\n" for one, word in zip(self.titles, self.words, strict=True)
        ]
        slides[5] += "    table: {file: ../rows.csv}\n"
        slides[6] += "    image: {file: ../a.png, alt: A crane at the quay, credit: Us}\n"
        slides[7] += f"    chart: {{type: bar, file: ../rows.csv, alt: {self.chart} by berth}}\n"
        return f"title: T\ntheme: own.yaml\nslides:\n  - title: Begin\n{''.join(slides)}"

    def save(self, way: Callable[[Path, str], None] = in_place) -> None:
        """Save the deck."""
        way(self.project.deck, self.text())

    def sees(self, number: int, word: str) -> None:
        """Wait until a slide has a word."""
        said = "([number, word]) => document.getElementById(`slide-${number}`)?.textContent.includes(word)"
        wait_until(self.tab, said, [number, word])

    def go(self, number: int) -> None:
        """Go to a slide."""
        self.tab.evaluate("number => void Reveal.slide(number - 1)", number)

    @property
    def slide(self) -> str:
        """The title of the slide in view, once it is seen and no other is."""
        seen = "[...document.querySelectorAll('.slides > section')].filter(one => one.checkVisibility(SEEN))"
        wait_until(
            self.tab, f"(all => all.length === 1 && all[0] === Reveal.getCurrentSlide())({seen.replace('SEEN', SEEN)})"
        )
        return str(self.tab.evaluate("Reveal.getCurrentSlide().getAttribute('aria-label')"))

    def mark(self) -> None:
        """Mark all sections that are there."""
        self.tab.evaluate("void document.querySelectorAll('.slides > section').forEach(one => (one.isOld = true))")

    def new(self) -> list[str]:
        """Return the ids of the sections that came since."""
        said = "[...document.querySelectorAll('.slides > section')].filter(one => !one.isOld).map(one => one.id)"
        return list(self.tab.evaluate(said))


@contextmanager
def author_at(folder: Path, tab: Tab) -> Iterator[Author]:
    """Open the page of a deck that is served."""
    author = Author(folder, tab)
    with running("decks/deck.yaml", folder=folder) as (_, address):
        tab.goto(address)
        wait_until(tab, "Reveal.isReady()")
        yield author


@pytest.fixture(scope="module")
def author(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Author]:
    """Somebody with Chromium."""
    with chromium_tabs(chromium) as new_tab, author_at(tmp_path_factory.mktemp("serve"), new_tab()) as one:
        yield one


def edit(author: Author, count: int) -> None:
    """Edit slides in five ways, each while another is looked at."""
    ways = list(WAYS.values())
    for number in range(count):
        changed, looked_at = number % COUNT, (number * 3 + 1) % COUNT
        author.go(looked_at + 2)
        before = author.slide
        author.mark()
        word = f"word{count}x{number}"  # as nobody wrote before
        author.words[changed] = word
        author.save(ways[number % len(ways)])
        author.sees(changed + 2, f"{word}.")
        assert author.slide == before
        assert author.new() == [f"slide-{changed + 2}"]


@pytest.mark.parametrize("count", [15, pytest.param(50, marks=pytest.mark.long)])
def test_edits_in_five_ways_are_seen_each_on_its_slide(author: Author, count: int) -> None:
    """And nothing but the slide that changed is changed."""
    edit(author, count)


def test_a_few_are_seen_in_firefox_too(firefox: Firefox, tmp_path: Path) -> None:
    """Each way once."""
    with firefox_tabs(firefox) as new_tab, author_at(tmp_path, new_tab()) as author:
        edit(author, len(WAYS))


def test_every_kind_of_file_counts(author: Author) -> None:
    """A table's rows, a picture, the theme."""
    rows = author.project.folder / "rows.csv"
    author.go(3)
    rows.write_text("Berth,Nights\nA,1\nTen,2\n", encoding="utf-8")
    author.sees(7, "Ten")
    picture = "document.querySelector('#slide-8 img').src.length"
    before = author.tab.evaluate(picture)
    author.project.picture("a.png", (400, 300))
    wait_until(author.tab, f"before => {picture} !== before", before)
    own = author.project.folder / "decks" / "own.yaml"
    own.write_text("extends: briefing\npalette: {ground: '#101418'}\n", encoding="utf-8")
    ground = "getComputedStyle(document.documentElement).getPropertyValue('--color-ground')"
    wait_until(author.tab, f"{ground} === '#101418'")
    assert author.slide == "Slide b"


def test_who_looks_at_a_slide_goes_on_looking_at_it(author: Author) -> None:
    """Wherever it stands by then, and whatever it is called; and at its place when it is gone."""
    author.go(5)
    title = author.titles.pop(0)
    word = author.words.pop(0)
    author.titles.append("A slide more")
    author.words.append("new")
    author.save()
    author.sees(9, "A slide more")
    assert author.slide == "Slide d"
    author.titles[2] = "Another title"
    author.save()
    author.sees(4, "Another title")
    assert author.slide == "Another title"
    author.titles = [title, *author.titles[:-1]]
    author.words = [word, *author.words[:-1]]
    author.titles[3] = "Slide d"
    author.save()
    author.sees(2, "Slide a")
    author.sees(5, "Slide d")


def test_as_much_of_a_slide_stays_as_was_there(chromium: Browser, tmp_path: Path) -> None:
    """Of what appears one by one; who sees all of it sees what is added, too."""
    project = Project(tmp_path)
    deck = "title: T\nincremental: true\nslides:\n  - title: T\n  - title: B\n    bullets: [one, two{}]\n"
    seen = "document.querySelectorAll('section.present .fragment.visible').length"

    def save(items: str) -> None:
        in_place(project.deck, deck.format(items))

    save("")
    with chromium_tabs(chromium) as new_tab, running("decks/deck.yaml", folder=tmp_path) as (_, address):
        tab = new_tab()
        tab.goto(f"{address}#/2")
        wait_until(tab, "Reveal.isReady()")
        tab.press("ArrowRight")
        for items, then, press in ((", three", 1, 2), (", three, four", 4, 0)):
            save(items)
            wait_until(tab, f"document.querySelector('#slide-2').textContent.includes('{items.split()[-1]}')")
            wait_until(tab, f"{seen} === {then}")
            for _ in range(press):
                tab.press("ArrowRight")


def test_a_mistake_lies_over_the_slides_until_it_is_mended(author: Author) -> None:
    """In the terminal's words; the slide in view stays."""
    author.go(4)
    before = author.slide
    in_place(author.project.deck, author.text().replace("slides:", "slidez:"))
    shown = "document.querySelector('.preview-mistakes')"
    wait_until(author.tab, f"!{shown}.hidden")
    words = author.tab.evaluate(f"{shown}.querySelector('pre').textContent")
    assert words.startswith("error[unknown-key]: unknown key `slidez`\n --> decks/deck.yaml:3:1\n")
    assert author.slide == before
    author.project.deck.unlink()
    wait_until(author.tab, f"{shown}.textContent.includes('no such file')")
    author.save()
    wait_until(author.tab, f"{shown}.hidden")
    assert author.slide == before


def test_a_chart_that_came_takes_keys(author: Author) -> None:
    """As one that was there from the beginning."""
    author.chart = "Loud nights"
    author.save()
    wait_until(author.tab, "document.querySelector('#slide-9 .chart').getAttribute('aria-label')?.startsWith('Loud')")
    author.go(9)
    author.tab.evaluate("void document.querySelector('#slide-9 .chart').focus()")
    author.tab.press("ArrowRight")
    assert author.tab.evaluate("document.querySelector('#slide-9 .chart .current') !== null")


def test_a_click_names_file_and_line(author: Author) -> None:
    """Of the text that was clicked."""
    author.go(3)
    box = "(({ x, y, width, height }) => [x + width / 4, y + height / 2])"
    place = author.tab.evaluate(
        f"{box}(document.querySelector('#slide-3 h2, #slide-3 .role-title').getBoundingClientRect())"
    )
    author.tab.click(*place)
    shown = "document.querySelector('.preview-place')"
    wait_until(author.tab, f"!{shown}.hidden")
    line = author.text().splitlines().index("  - title: Slide b") + 1
    assert author.tab.evaluate(f"{shown}.querySelector('code').textContent") == f"decks/deck.yaml:{line}"
    assert author.tab.evaluate(f"{shown}.querySelector('a').href").startswith("vscode://file/")


def test_the_panel_tells_of_the_slide_and_builds(author: Author) -> None:
    """It takes its place beside the slides, which are smaller then."""
    author.go(8)
    author.tab.evaluate("void document.querySelector('.preview-toggle').click()")
    panel = "document.querySelector('.preview-panel')"
    wait_until(author.tab, f"{panel}.textContent.includes('room for')")
    assert "Picture: Us" in author.tab.evaluate(f"{panel}.textContent")
    right = author.tab.evaluate("document.querySelector('#slide-8').getBoundingClientRect().right")
    assert right <= author.tab.evaluate(f"{panel}.getBoundingClientRect().left") + 1
    author.tab.evaluate("void [...document.querySelectorAll('.preview-formats button')].at(-1).click()")
    wait_until(author.tab, "document.querySelector('.preview-files a')?.textContent === 'deck.html'")
    assert (author.project.folder / "build" / "deck.html").exists()
    author.tab.evaluate("void document.querySelector('.preview-toggle').click()")


COVERED = """number => {
  const box = document.querySelector('.preview-toggle').getBoundingClientRect();
  const covers = one => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top;
  const range = document.createRange();
  const words = [];
  const walker = document.createTreeWalker(document.getElementById(`slide-${number}`), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    if ([...range.getClientRects()].some(covers)) words.push(walker.currentNode.data);
  }
  return words;
}"""
"""The words of a slide over which the preview's button lies."""


def test_no_word_lies_under_the_button(author: Author) -> None:
    """Credits along the foot least of all, whether the panel is open or not."""
    for number in (1, 7, 8):
        author.go(number)
        assert author.tab.evaluate(f"document.getElementById('slide-{number}').textContent.trim()")
        assert author.tab.evaluate(COVERED, number) == []
    author.tab.evaluate("void document.querySelector('.preview-toggle').click()")
    assert author.tab.evaluate(COVERED, 8) == []
    author.tab.evaluate("void document.querySelector('.preview-toggle').click()")


def test_as_a_text_to_read_it_changes_too(author: Author) -> None:
    """All its slides stay to be seen."""
    author.tab.evaluate("void DeckView.choose('read')")
    author.words[1] = "to be read"
    author.save()
    author.sees(3, "to be read")
    seen = (
        "[...document.querySelectorAll('.slides > section')].filter(one => one.checkVisibility(SEEN)).length".replace(
            "SEEN", SEEN
        )
    )
    wait_until(author.tab, f"{seen} === {COUNT + 1}")
    author.tab.evaluate("void DeckView.choose('slides')")


def loaded(tab: Tab, language: str) -> None:
    """Wait until a page in a language is loaded; while it is, nothing can be asked of it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(Error):
            if tab.evaluate(f"document.documentElement.lang === '{language}' && Reveal?.isReady()"):
                return
        time.sleep(0.02)
    raise AssertionError(language)


def test_another_language_loads_the_page_anew_on_the_slide_in_view(author: Author) -> None:
    """Its interface has other words."""
    author.go(4)
    in_place(author.project.deck, f"language: de\n{author.text()}")
    loaded(author.tab, "de")
    assert author.tab.evaluate("Reveal.getIndices().h") == 3
    author.save()
    loaded(author.tab, "en")


def test_a_page_whose_server_has_gone_says_so(chromium: Browser, tmp_path: Path) -> None:
    """And is whole all the same."""
    with chromium_tabs(chromium) as new_tab:
        tab = new_tab()
        with author_at(tmp_path, tab):
            time.sleep(0)
        wait_until(tab, "!document.querySelector('.preview-lost').hidden")
        assert tab.evaluate("document.querySelectorAll('.slides > section').length") == COUNT + 1
