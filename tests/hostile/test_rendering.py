"""Documents with much of one thing, in each format: files take as much work as there is of it, and are as long."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.pipeline import read_layout
from deckmaker.render.registry import load_renderer
from tests.hostile.test_layout import bullets, emphases, footnotes, many_slides, rows, words
from tests.hostile.work import calls_of
from tests.projects import DECK, Project

pytestmark = pytest.mark.slow


def sections(count: int) -> str:
    """Return slides each of which begins a section."""
    return "".join(f"  - title: {words(one)}\n    section: Part {one}\n    text: a\n" for one in range(count))


def alike(count: int) -> str:
    """Return slides whose titles and texts are the same: whatever names them has to tell them apart."""
    return "  - title: same\n    text: The same words\n" * count


def pictures(count: int) -> str:
    """Return slides with the same picture, each under a credit of its own."""
    shown = "    image: {{file: ../a.png, alt: Berth {0}, credit: {1}}}\n"
    return "".join(f"  - title: {words(one)}\n{shown.format(one, words(one))}" for one in range(count))


def links(count: int) -> str:
    """Return a text of links, each to an address of its own."""
    text = " ".join(f"[{words(one)}](https://example.org/{one})" for one in range(count))
    return f"  - title: A\n    text: a {text}\n"


def credits(count: int) -> str:
    """Return a slide under many credits, which have slides of their own and stand in its notes."""
    lines = "".join(f"      - {{role: data, creator: {words(one)} {one}}}\n" for one in range(count))
    return f"  - title: A\n    text: a\n    credits:\n{lines}"


def notes(count: int) -> str:
    """Return a slide with notes of many paragraphs."""
    return f"  - title: A\n    notes: |\n{''.join(f'      {words(one)}{chr(10) * 2}' for one in range(count))}"


def one_note(count: int) -> str:
    """Return a slide with notes of many words in one paragraph."""
    return f"  - title: A\n    notes: {' '.join(map(words, range(count)))}\n"


def alternative(count: int) -> str:
    """Return a picture with a long alternative text."""
    alt = " ".join(map(words, range(count)))
    return f"  - title: A\n    image: {{file: ../a.png, alt: {alt}, credit: B}}\n"


def on_one_slide(what: Callable[[int], str]) -> Callable[[int], str]:
    """Return a slide with what is to go on on others."""
    return lambda count: f"  - title: A\n{what(count)}"


MUCH: dict[str, tuple[Callable[[int], str], int]] = {
    "slides": (many_slides, 40),
    "sections": (sections, 40),
    "slides that are alike": (alike, 40),
    "pictures": (pictures, 30),
    "parts": (on_one_slide(bullets), 150),
    "marks": (on_one_slide(emphases), 300),
    "footnotes": (on_one_slide(footnotes), 60),
    "rows": (on_one_slide(rows), 60),
    "links": (links, 200),
    "credits": (credits, 400),
    "notes": (notes, 1_000),
    "one note": (one_note, 8_000),
    "alternative text": (alternative, 10_000),
}
"""Decks with so many of one thing."""


def laid_out(project: Project, slides: str) -> Document:
    """Return the document of a deck with such slides."""
    project.write(DECK + slides)
    diagnostics = Diagnostics()
    document = read_layout(project.deck, diagnostics)
    assert document and not diagnostics.failed(), [one.message for one in diagnostics]
    return document


@pytest.mark.alike(every=3)  # of 13 names for each form: each name in a third of the forms
@pytest.mark.parametrize("name", MUCH)
@pytest.mark.parametrize("form", ["pptx", "pdf", "html", "md", "handout", "notes"])
def test_twice_as_much_takes_twice_the_work_and_twice_the_room(form, name, tmp_path):
    """Nothing is looked up among all the others, nor written for each of them."""
    project, (much, count) = Project(tmp_path), MUCH[name]
    project.picture("a.png")
    renderer = load_renderer(form, Diagnostics())
    assert renderer

    def rendered(document: Document) -> int:
        renderer.render(document, stream := BytesIO(), Diagnostics())
        return len(stream.getvalue())

    few, twice, least = (laid_out(project, much(one)) for one in (count, 2 * count, 1))
    rendered(twice)  # which subsets fonts
    for measure in (lambda document: calls_of(lambda: rendered(document)), rendered):
        base = measure(least)
        once, both = measure(few) - base, measure(twice) - base
        assert both <= 2.35 * max(once, base // 10)
