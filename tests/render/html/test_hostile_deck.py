"""A deck that tries to run, to leave the page and to phone home, from every field that holds words; in Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page

from tests.render.html.conftest import wait_until
from tests.render.html.decks import rendered, tree, written

WORDS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=https://evil.example/a.png>",
    "<!-- <script> ]]> -->",
    "<![CDATA[x]]>",
    "{{alert(1)}} ${alert(1)}",
    "\"'><svg onload=alert(1)>",
    "</title></style></section><h1>",
    "<iframe src=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "<base href=//evil.example>",
    "<link rel=prefetch href=//evil>",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt; &#60;b&#62;",
    "</textarea></noscript><script>",
)

SLIDE = """
  - title: {0}
    section: {0}
    bullets: [{0}: [{0}]]
    image: {{file: ../assets/showcase/harbour.jpg, alt: {0}, credit: {0}}}
    credits:
      - {{title: {0}, creator: {0}, publisher: {0}, license: {0}, modified: {0}, url: https://example.org}}
    notes: {0}
  - title: A
    columns: [{{heading: {0}, text: {0}}}, {{numbered: [{0}]}}]
    credit: {{source: {0}}}
"""


def _deck() -> str:
    """Return a deck whose every text is hostile. A text that begins like a mark of our own stays a text.

    Two braces would ask for a value of the deck; behind a backslash they are what the slide shows.
    """
    quoted = [json.dumps(text.replace("{{", "\\{{")) for text in WORDS]
    furniture = "title: {0}\nsubtitle: {1}\nauthor: {2}\ndate: {3}\ntrail: [{4}, {5}]\nfooter: {1}\n".format(*quoted)
    sources = f"sources: {{{quoted[0]}: {{title: {quoted[1]}}}}}\n"
    slides = "slides:\n  - layout: title" + "".join(SLIDE.format(one) for one in quoted)
    return furniture + sources + slides


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The deck as HTML."""
    return rendered(written(tmp_path_factory.mktemp("hostile"), _deck()))


@pytest.mark.slow
def test_no_element_and_no_attribute_comes_from_words(hostile: str) -> None:
    """The page has the elements and attributes that harmless decks have, and its words are what was written."""
    page, harmless = lxml.html.fromstring(hostile), tree("showcase")
    known = {one.tag for one in harmless.iter() if isinstance(one.tag, str)}
    assert {one.tag for one in page.iter() if isinstance(one.tag, str)} <= known | {"ol", "wbr"}
    assert len(page.xpath("//script")) == len(tree("us-china-fentanyl-talks").xpath("//script"))
    assert not [name for one in page.iter() for name in one.keys() if name.startswith("on")]  # noqa: SIM118
    assert [one.get("aria-label") for one in page.xpath("//section")][1::2] == list(WORDS)
    assert set(page.xpath("//a/@href")) == {"https://example.org"}
    assert page.xpath("//figure/*[self::img or self::svg]/@*[name() = 'alt' or name() = 'aria-label']") == list(WORDS)


def _watched(chromium: Browser, path: Path) -> tuple[Page, list[str]]:
    """Open a page in a browser that fetches nothing but that page, and note what else it tries."""
    tried: list[str] = []
    context = chromium.new_context()

    def fetch(route) -> None:
        address = route.request.url.partition("?")[0]
        if address == path.as_uri():
            route.continue_()
        else:
            tried.append(f"request {address}")
            route.abort()

    context.route("**/*", fetch)
    context.on("console", lambda message: tried.append(f"console {message.text}"))
    context.on("weberror", lambda error: tried.append(f"error {error.error}"))
    context.on("dialog", lambda dialog: (tried.append(f"dialog {dialog.message}"), dialog.dismiss()))
    tab = context.new_page()
    tab.goto(path.as_uri())
    wait_until(tab, "Reveal.isReady()")
    return tab, tried


@pytest.mark.outside
def test_the_deck_is_played_and_nothing_happens_but_slides(hostile: str, chromium: Browser, tmp_path: Path) -> None:
    """Every slide, the overview, the search and the speaker's window: no dialog, no request, no navigation."""
    path = tmp_path / "hostile.html"
    path.write_text(hostile, encoding="utf-8")
    tab, tried = _watched(chromium, path)
    for _ in range(2 * len(WORDS)):
        tab.keyboard.press("PageDown")
    tab.keyboard.press("o")
    tab.keyboard.press("Escape")
    tab.evaluate("Reveal.slide(1)")
    with tab.expect_popup() as opened:
        tab.keyboard.press("s")
    notes = ".speaker-text"
    for words in WORDS:
        wait_until(opened.value, f"document.querySelector('{notes}')?.innerText === {json.dumps(words)}")
        tab.evaluate("Reveal.next(), Reveal.next()")
    assert tab.evaluate("document.querySelectorAll('section').length") == 1 + 2 * len(WORDS)
    assert tab.url.partition("#")[0] == path.as_uri()
    assert len(tab.context.pages) == 2
    assert tried == []
    tab.context.close()


@pytest.mark.outside
def test_the_policy_stops_what_would_get_into_the_file(hostile: str, chromium: Browser, tmp_path: Path) -> None:
    """Were a script, a handler or a picture of another's in the page after all: it neither runs nor is fetched."""
    path = tmp_path / "broken.html"
    smuggled = (
        "<script>document.title = 'run'</script><img src=x onerror=\"document.title = 'run'\">"
        "<img src=https://evil.example/a.png><iframe src=https://evil.example></iframe>"
        "<link rel=stylesheet href=https://evil.example/a.css><form action=https://evil.example></form>"
    )
    path.write_text(hostile.replace('<main class="slides">', f'{smuggled}<main class="slides">', 1), encoding="utf-8")
    tab, tried = _watched(chromium, path)
    assert tab.title() == WORDS[0]
    assert tried and all("Content Security Policy" in one for one in tried)
    tab.context.close()
