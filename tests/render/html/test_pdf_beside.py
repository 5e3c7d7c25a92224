"""The deck's PDF, which the page offers where it was built with it, and only then."""

from __future__ import annotations

import os
from pathlib import Path

import lxml.html
import pytest

from tests.browsers import NewTab, wait_until
from tests.projects import Project, run
from tests.render.html.conftest import both_browsers

DECK = "title: Noise\nauthor: A\nlanguage: en\nslides:\n- title: At night\n  text: Words.\n"


@pytest.mark.parametrize(
    ("formats", "names"),
    [("html", []), ("html,pptx", []), ("html,pdf", ["deck.pdf"]), ("pdf,html,pptx", ["deck.pdf"])],
)
def test_the_page_knows_what_it_was_made_with(tmp_path: Path, formats: str, names: list[str]) -> None:
    """By the file's name alone, so that both can be moved together."""
    assert _names(_built(tmp_path, formats)) == names


def _built(folder: Path, formats: str, stem: str = "deck") -> Path:
    deck = Project(folder).write(DECK)
    deck = deck.rename(deck.with_name(f"{stem}.yaml"))
    arguments = [one for name in formats.split(",") for one in ("-f", name)]
    result = run("build", deck, *arguments, "-o", folder / "out")
    assert result.exit_code == 0, result.stderr
    return folder / "out" / f"{stem}.html"


def _names(page: Path) -> list[str]:
    return [str(one) for one in lxml.html.parse(str(page)).xpath("//meta[@name='deck-pdf']/@content")]


@pytest.mark.outside
@both_browsers
@pytest.mark.parametrize("stem", ["deck", "Größe: 5 %, (a)?#b", os.fsdecode(b"no text \xff")])
def test_it_is_opened_by_key(tmp_path: Path, new_tab: NewTab, stem: str) -> None:
    """Its address is that of the page's folder, whatever stands in the page's own; help lists it. A name of bytes that
    are no text was told as a mistake in deckmaker's code."""
    page = _built(tmp_path, "html,pdf", stem)
    tab = new_tab()
    tab.goto(f"{page.as_uri()}?a=b#/1")
    wait_until(tab, "Reveal.isReady()")
    tab.evaluate("void (window.open = (...given) => (window.opened = { given }))")
    tab.press("Shift+P")
    pdf = page.with_suffix(".pdf")
    assert tab.evaluate("window.opened.given.map(String)") == [pdf.as_uri(), "_blank", ""]
    assert tab.evaluate("window.opened.opener === null"), "the PDF has nothing to do with the page"
    assert pdf.read_bytes().startswith(b"%PDF")
    tab.press("?")
    assert tab.evaluate("document.querySelector('.deck-help').innerText.includes('Open the PDF')")
