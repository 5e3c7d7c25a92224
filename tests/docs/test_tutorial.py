"""docs/tutorial.md, done by a test: each file is written, each command run, and all that it prints compared."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser
from pptx import Presentation

from tests.docs.steps import followed, steps_of
from tests.projects import ROOT

PAGE = ROOT / "docs" / "tutorial.md"
TITLES = [
    "Night noise in the harbour",
    "Two thirds of loud nights have one cause",
    "August was the loudest month",
    "What we ask for",
    "Thank you",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of somebody who has followed the page to its end, and saw at each step what it says."""
    folder = tmp_path_factory.mktemp("tutorial")
    return followed(PAGE, folder)


@pytest.mark.slow
def test_the_three_files_show_the_slides_that_the_page_writes(folder: Path) -> None:
    """Read back with other programs than those that wrote them."""
    deck = Presentation(str(folder / "build" / "harbour.pptx"))
    assert [slide.shapes.title.text for slide in deck.slides] == TITLES
    assert [shape.has_chart for slide in deck.slides for shape in slide.shapes].count(True) == 1
    with pikepdf.open(folder / "build" / "harbour.pdf") as pdf:
        assert len(pdf.pages) == len(TITLES)
    with pikepdf.open(folder / "build" / "harbour-handout.pdf") as handout:
        assert len(handout.pages) == 2


@pytest.mark.outside
def test_the_page_can_be_presented(folder: Path, chromium: Browser) -> None:
    """Each key that the last step names does what it says, in a browser without a network."""
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    tab.goto((folder / "build" / "harbour.html").as_uri())
    shown = "title => document.querySelector('section.present h1, section.present h2')?.textContent.includes(title)"
    tab.wait_for_function(shown, arg=TITLES[0])
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function(shown, arg=TITLES[1])
    with context.expect_page() as opened:
        tab.keyboard.press("s")
    opened.value.wait_for_function("() => document.body.innerText.includes('Ask the board for a pilot')")
    tab.keyboard.press("ArrowLeft")
    tab.wait_for_function(shown, arg=TITLES[0])
    context.close()


def test_a_page_that_does_not_say_all_is_a_mistake(tmp_path: Path) -> None:
    """So no block of the page can be left out of the test by a slip in its words."""
    page = tmp_path / "page.md"
    for text in (
        "```yaml\ntitle: A\n```\n",
        "```sh\ntrue\n```\n\nThen go on.\n",
        "Save this as `a.yaml`.\n\nIn `a.yaml`, change `b` to `c`.\n",
    ):
        page.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError):
            list(steps_of(page))
