"""A deck of varied arrangements, its presentation, and what a colleague's programs see of it; tests only read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent
from typing import Any

from pptx import Presentation

from deckmaker.layout import Document, Page, Placed
from tests.projects import Project
from tests.render.pptx.decks import filled, is_in_region, rendered

PICTURE = (
    "{file: ../quay.png, alt: The quay at dusk, caption: The quay, credit: {creator: A. Lind, license: CC-BY-4.0}}"
)
TABLE = "{rows: [[Berth, dB], [Berth 4, 62.5], [Berth 5, 48]], caption: Measured in May}"
QUOTATION = "{text: We have not slept since the ships came., by: A neighbour}"
SENTENCE = "Two thirds of loud nights have a ship at berth four and ventilators run all night."

SLIDES = {
    "Two columns with headings": """
      columns:
        - {heading: Shore power, bullets: [No engine at berth, Grid has room]}
        - {heading: A wall, text: Helps two streets of five.}""",
    "Three columns with headings: picture, text, table": f"""
      columns:
        - {{heading: Quay, image: {{file: ../quay.png, alt: The quay}}}}
        - {{heading: Noise, text: {SENTENCE}}}
        - {{heading: Levels, table: {{rows: [[Berth, dB], [Berth 4, 62.5]]}}}}""",
    "Four columns with headings": """
      columns:
        - {heading: One, text: Short}
        - {heading: Two, bullets: [a, b]}
        - {heading: Three, text: A text that runs over several lines}
        - {heading: Four, text: Last}""",
    "Two columns, the first wider": """
      columns: [{width: 2, text: Wide}, {text: Narrow}]""",
    "Two columns: table, text": """
      columns: [{table: {rows: [[Berth, dB], [Berth 4, 62.5]]}}, {text: Narrow}]""",
    "Text and two columns": f"""
      text: {SENTENCE}
      columns: [{{text: One}}, {{text: Two}}]""",
    "Text, table with caption and text": f"""
      content: [{SENTENCE!r}, {{table: {TABLE}}}, The trend holds.]""",
    "Table with caption and quotation with attribution": f"""
      content: [{{table: {TABLE}}}, {{quote: {QUOTATION}}}]""",
    "Quotation with attribution": f"""
      quote: {QUOTATION}""",
    "Two tables with captions": f"""
      content: [{{table: {TABLE}}}, {{table: {TABLE}}}]""",
    "Six cells in two rows with headings": """
      grid:
        across: 3
        cells:
          - {heading: Shore power, text: No engine at berth.}
          - {heading: A wall, text: Helps two streets of five.}
          - {heading: Curfew, bullets: [Ships leave at ten]}
          - {heading: Quiet fans, text: Two of three ships have them.}
          - {heading: Money, text: Four million.}
          - {heading: Next, numbered: [Ask for the pilot, Measure]}""",
    "Two pictures with captions": f"""
      images: [{PICTURE}, {PICTURE}]""",
    "Four pictures with captions": f"""
      images: [{PICTURE}, {PICTURE}, {PICTURE}, {PICTURE}]""",
    "Nine pictures in two rows with captions": f"""
      images: [{", ".join([PICTURE] * 9)}]""",
    "Text and picture with caption": f"""
      layout: content
      content: [{SENTENCE!r}, {{image: {PICTURE}}}]""",
    "Picture right: text and table": f"""
      image: {{file: ../quay.png, alt: The quay}}
      text: {SENTENCE}
      table: {{rows: [[Berth, dB], [Berth 4, 62.5]]}}""",
    "Picture left with caption": f"""
      layout: picture-left
      text: {SENTENCE}
      image: {PICTURE}""",
    "Picture right with caption: text, picture with caption and picture": f"""
      layout: picture-right
      content:
        - {SENTENCE}
        - image: {PICTURE}
        - image: {PICTURE}
        - image: {{file: ../quay.png, alt: The quay}}""",
    "Picture with caption": f"""
      image: {PICTURE}""",
    "Two texts with headings": """
      content: [{heading: First}, One., {heading: Second}, {bullets: [a, b]}]""",
}
"""What slides hold, by the names of their layouts."""

AGAIN = {
    "Two columns with headings": """
      columns:
        - {heading: Costs, text: Four million}
        - {heading: Gains, bullets: [Sleep, Peace]}""",
    "Text and two columns": f"""
      text: {" ".join([SENTENCE] * 3)}
      columns: [{{text: Three}}, {{text: Four}}]""",
    "Text, table with caption and text": f"""
      content: [Short., {{table: {TABLE}}}, {SENTENCE!r}]""",
}
"""What further slides hold, which have the same layouts."""

HEAD = """
title: Arrangements
author: Port Authority
date: 2026-11-20
language: en-GB
trail: [Harbour, Noise]
footer: Draft
slides:
  - {title: Arrangements, layout: title}"""


def laid_out(slides: Iterable[str], folder: Path) -> Document:
    """Return the document of a deck of a title page and such slides, each under a short title."""
    project = Project(folder)
    project.picture("quay.png", (320, 200))
    written = (f"\n  - title: Slide {number}{indent(dedent(one), ' ' * 4)}" for number, one in enumerate(slides, 2))
    return project.document(HEAD + "".join(written))


@cache
def _built() -> tuple[Document, bytes]:
    with TemporaryDirectory() as folder:
        found = laid_out([*SLIDES.values(), *AGAIN.values()], Path(folder))
        return found, rendered(found)


def document() -> Document:
    """Return all of these slides laid out, those again behind the others."""
    return _built()[0]


def file() -> bytes:
    """Return them as a PowerPoint file."""
    return _built()[1]


@cache
def presentation() -> Any:
    """Return the file as read back by python-pptx."""
    return Presentation(BytesIO(file()))


def slides() -> Iterator[tuple[Page, Any]]:
    """Yield each page but the title page with its slide."""
    pairs = zip(document().pages, presentation().slides, strict=True)
    return ((page, slide) for page, slide in pairs if page.number > 1)


def first_slides() -> Iterator[tuple[Page, Any]]:
    """Yield the first page and slide of each layout."""
    seen = set()
    for page, slide in slides():
        if slide.slide_layout.name not in seen:
            seen.add(slide.slide_layout.name)
            yield page, slide


def standing(page: Page, slide: Any) -> Iterator[tuple[Placed, Any]]:
    """Yield what stands in a page's region, in reading order, with its placeholder on the slide."""
    return ((placed, shape) for placed, shape in filled(page, slide) if is_in_region(placed, page))
