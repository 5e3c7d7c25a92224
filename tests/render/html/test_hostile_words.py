"""Words of a deck stay words, whatever they look like."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.render.html.conftest import Open, wait_until
from tests.render.html.decks import pictures_in, rendered, said_of, tree, written

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "<!-- <script>alert(1)</script>",
    "\"><svg onload='alert(1)'>",
    "</title></style></section>&lt;b&gt;",
)


def _deck() -> str:
    quoted = ["'" + text.replace("'", "''") + "'" for text in HOSTILE]
    slides = "".join(
        f"""
  - title: {words}
    section: {words}
    bullets: [{words}]
    image: {{file: ../assets/showcase/harbour.jpg, alt: {words}, credit: {words}}}
    notes: {words}"""
        for words in quoted
    )
    return f"title: {quoted[0]}\nauthor: {quoted[2]}\ntrail: [{quoted[1]}]\nfooter: {quoted[3]}\nslides:{slides}\n"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    return rendered(written(tmp_path, _deck()))


def test_words_come_back_as_words(hostile: str) -> None:
    """A parser finds every hostile text as text and attribute, and none of the elements in it."""
    page = lxml.html.fromstring(hostile)
    assert [one.get("aria-label") for one in page.xpath("//section")] == list(HOSTILE)
    assert [one.get("data-section") for one in page.xpath("//section")] == list(HOSTILE)
    assert [said_of(one) for one in pictures_in(page) if one.xpath("parent::figure")] == list(HOSTILE)
    assert [one.text_content() for one in page.xpath("//h1 | //h2")] == list(HOSTILE)
    assert [one.text_content() for one in page.xpath("//aside/p")] == list(HOSTILE)
    assert page.xpath("string(//title)") == HOSTILE[0]
    assert page.xpath("string(//meta[@name='author']/@content)") == HOSTILE[2]
    assert len(page.xpath("//script")) == len(tree("us-china-fentanyl-talks").xpath("//script"))
    assert not page.xpath("//svg[not(.//image or ./use)] | //@onerror | //@onload")


def test_javascript_addresses_never_arrive(tmp_path: Path) -> None:
    """A link that would run code is an error before any renderer sees it."""
    path = tmp_path / "deck.yaml"
    path.write_text("title: T\nslides:\n  - title: '[go](javascript:alert(1))'\n", encoding="utf-8")
    diagnostics = Diagnostics()
    laid_out = read_document(path, diagnostics)
    assert laid_out is None or not any(
        href.lower().startswith("javascript") for href in lxml.html.fromstring(rendered(laid_out)).xpath("//@href")
    )


@pytest.mark.outside
def test_nothing_runs(hostile: str, open_file: Open, tmp_path: Path) -> None:
    """Chromium shows the deck and runs none of it, in the speaker window neither."""
    path = tmp_path / "hostile.html"
    path.write_text(hostile, encoding="utf-8")
    tab = open_file(path)
    dialogs: list[str] = []
    tab.context.on("dialog", lambda dialog: dialogs.append(dialog.message))
    assert tab.evaluate("document.querySelector('section.present h1').innerText") == HOSTILE[0]
    with tab.expect_popup() as opened:
        tab.keyboard.press("s")
    wait_until(opened.value, "document.querySelector('.speaker-text')?.innerText.length > 0")
    assert opened.value.locator(".speaker-text").inner_text() == HOSTILE[0]
    assert not dialogs
