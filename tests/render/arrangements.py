"""A deck of arrangements of blocks, each word in it unlike any other, and what its slides are in HTML and Markdown.

A skeleton is written as `h2 ul(li(p) li(p))`: elements in reading order, with what is in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from deckmaker.layout import Document, Page
from tests.projects import Project

PICTURES = {"wide.png": (1600, 900), "tall.png": (600, 900), "plain.png": (800, 600)}


@dataclass(frozen=True)
class Arrangement:
    """A slide's YAML, in which `$` stands for a word of its own, and its skeletons without what is on every slide."""

    slide: str
    html: str
    markdown: str


@dataclass(frozen=True)
class Written:
    """The deck as written, and the words of each slide, its title's first."""

    deck: str
    words: tuple[tuple[str, ...], ...]


LIST = "ul(li(p) li(p))"
SHOWN = "figure(img)"
FIGURE = "figure(img figcaption(p))"

ARRANGEMENTS = {
    "two columns of text and a list": Arrangement(
        "columns: [{heading: $, text: $ $}, {heading: $, bullets: [$, $]}]",
        f"h3 p h3 {LIST}",
        f"h2 p h2 {LIST}",
    ),
    "two lists side by side": Arrangement(
        "columns: [{bullets: [$, $]}, {bullets: [$, $]}]", f"{LIST} {LIST}", f"{LIST} {LIST}"
    ),
    "two counts side by side, and a list below the second": Arrangement(
        "columns: [{numbered: [$, $]}, {content: [{numbered: [$]}, {bullets: [{$: [$]}]}]}]",
        "ol(li(p) li(p)) ol(li(p)) ul(li(p ul(li(p))))",
        "ol(li(p) li(p)) ol(li(p)) ul(li(p ul(li(p))))",
    ),
    "three columns of text, table and picture": Arrangement(
        """columns:
      - {heading: $, text: $}
      - {heading: $, table: {rows: [[$, $], [$, $]], caption: $ $}}
      - {heading: $, image: {file: ../wide.png, alt: $, caption: $ *$*, credit: $}}""",
        f"h3 p h3 table(caption(p)) h3 {FIGURE} footer(p)",
        "h2 p h2 table p h2 p(img) p p",
    ),
    "four columns": Arrangement(
        "columns: [{heading: $, text: $}, {heading: $, text: $}, {heading: $, text: $}, {heading: $, text: $}]",
        "h3 p h3 p h3 p h3 p",
        "h2 p h2 p h2 p h2 p",
    ),
    "a table beside a narrower list": Arrangement(
        "columns: [{width: 2, table: {rows: [[$, $], [$, $], [$, $]]}}, {numbered: [$, $]}]",
        "table ol(li(p) li(p))",
        "table ol(li(p) li(p))",
    ),
    "a grid of six": Arrangement(
        "grid: {across: 3, cells: ["
        + ", ".join(["{heading: $, text: $}"] * 4)
        + ", {heading: $, image: {file: ../wide.png, alt: $, credit: $}}, {heading: $, quote: {text: $, by: $}}]}",
        f"h3 p h3 p h3 p h3 p h3 {SHOWN} h3 figure(blockquote(p) figcaption(p)) footer(p)",
        "h2 p h2 p h2 p h2 p h2 p(img) h2 blockquote(p p) p",
    ),
    "two pictures": Arrangement(
        """images:
      - {file: ../wide.png, alt: $, caption: $, credit: $}
      - {file: ../tall.png, alt: $, caption: $, credit: $}""",
        f"{FIGURE} {FIGURE} footer(p)",
        "p(img) p p(img) p p",
    ),
    "four pictures": Arrangement(
        "images: [" + ", ".join(["{file: ../plain.png, alt: $, caption: $, credit: $}"] * 4) + "]",
        f"{' '.join([FIGURE] * 4)} footer(p)",
        f"{' '.join(['p(img) p'] * 4)} p",
    ),
    "nine pictures, some without a caption": Arrangement(
        "images: ["
        + ", ".join(
            [
                "{file: ../plain.png, alt: $, credit: $}",
                "{file: ../wide.png, alt: $, caption: $, credit: $}",
                "{file: ../wide.png, alt: $, credit: $}",
            ]
            * 3
        )
        + "]",
        f"{' '.join([f'{SHOWN} {FIGURE} {SHOWN}'] * 3)} footer(p)",
        f"{' '.join(['p(img) p(img) p p(img)'] * 3)} p",
    ),
    "a quotation below a table": Arrangement(
        """content:
      - table: {rows: [[$, $], [$, $]], caption: $}
      - quote: {text: "$ $", by: $ $, credit: $}""",
        "table(caption(p)) figure(blockquote(p) figcaption(p)) footer(p)",
        "table p blockquote(p p) p",
    ),
    "text, table, text": Arrangement("content: [$ $, {table: {rows: [[$, $], [$, $]]}}, $]", "p table p", "p table p"),
    "two tables": Arrangement(
        """content:
      - table: {rows: [[$, $], [$, $]], caption: $}
      - table: {rows: [[$, $, $], [$, $, $]], caption: $}""",
        "table(caption(p)) table(caption(p))",
        "table p table p",
    ),
    "headings, texts and a quotation without a name": Arrangement(
        """content:
      - heading: $
      - $ $
      - heading: $
      - bullets: [$, $]
      - quote: $ $""",
        f"h3 p h3 {LIST} blockquote(p)",
        f"h2 p h2 {LIST} blockquote(p)",
    ),
    "two quotations and two pictures": Arrangement(
        """content:
      - quote: {text: "$", by: $}
      - quote: {text: "$", by: $}
      - image: {file: ../wide.png, alt: $, credit: $}
      - image: {file: ../plain.png, alt: $, caption: $, credit: $}""",
        f"{' '.join(['figure(blockquote(p) figcaption(p))'] * 2)} {SHOWN} {FIGURE} footer(p)",
        "blockquote(p p) blockquote(p p) p(img) p(img) p p",
    ),
    "a picture beside a text and a quotation": Arrangement(
        """text: $ $
    quote: {text: "$", by: $}
    image: {file: ../tall.png, alt: $, credit: $}""",
        f"p figure(blockquote(p) figcaption(p)) {SHOWN} footer(p)",
        "p blockquote(p p) p(img) p",
    ),
    "a picture with a caption beside a table": Arrangement(
        """table: {rows: [[$, $], [$, $]]}
    image: {file: ../tall.png, alt: $, caption: $, credit: $}""",
        f"table {FIGURE} footer(p)",
        "table p(img) p p",
    ),
    "a picture with a caption": Arrangement(
        "image: {file: ../wide.png, alt: $, caption: $ $, fit: contain, credit: $}", f"{FIGURE} footer(p)", "p(img) p p"
    ),
}
"""Each under a name that says it."""


@cache
def written() -> Written:
    """Return the deck; its first slide is its title."""
    numbers = count(1)

    def words(text: str) -> tuple[str, tuple[str, ...]]:
        found: list[str] = []

        def word(_: object) -> str:
            found.append(f"Word{next(numbers):03}")
            return found[-1]

        return re.sub(r"\$", word, text), tuple(found)

    slides = [words("title: $")]
    slides += [words(f"title: $\n    {one.slide}") for one in ARRANGEMENTS.values()]
    lines = "\n".join(f"  - {slide}" for slide, _ in slides)
    return Written(f"title: Arrangements\nslides:\n{lines}\n", tuple(found for _, found in slides))


def project_of_arrangements(folder: Path) -> Project:
    """Return a project with the deck and its pictures."""
    project = Project(folder)
    for name, size in PICTURES.items():
        project.picture(name, size)
    project.write(written().deck)
    return project


def arranged(folder: Path) -> Document:
    """Return the deck laid out. Nothing of it is too much for a slide, so there is a page for each."""
    document = project_of_arrangements(folder).document(written().deck)
    assert len(document.pages) == len(written().words)
    return document


def page_named(document: Document, name: str) -> Page:
    """Return the page of an arrangement."""
    return document.pages[1 + list(ARRANGEMENTS).index(name)]
