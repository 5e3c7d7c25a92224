"""A document as one HTML page, in its parts: drawn once, written whole or looked at part by part.

<head>  policy, title, credits as data, fonts, style sheets
<body>  .reveal > .slides > section, a slide each > .page, scaled as one > what layout placed
        reveal.js, its plugins and deck.js

Sections are drawn before the head, whose fonts have their characters.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from deckmaker.layout import Document
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.interface_words import words_element
from deckmaker.render.html.linked_data import linked_data
from deckmaker.render.html.markup import BREAK, DOCTYPE, Html, element, end_tag, joined, raw_element, start_tag, words
from deckmaker.render.html.notes_paper import notes_rules
from deckmaker.render.html.notices import notices
from deckmaker.render.html.pieces import Piece
from deckmaker.render.html.reading_colors import reading_rules
from deckmaker.render.html.scheme import color_scheme
from deckmaker.render.html.scripts import content_policy, deck_scripts, script_elements, view_script
from deckmaker.render.html.section import SectionWriter
from deckmaker.render.html.section_memory import Section, SectionMemory
from deckmaker.render.html.sheets import Rules, style_elements
from deckmaker.render.html.slide_names import slide_names
from deckmaker.render.html.styles import ThemeStyles


class Layer(NamedTuple):
    """What a page has over its slides that no file holds: a style sheet, a script that may ask the page's own server,
    and `meta` elements by their names."""

    style: str
    script: str
    meta: Mapping[str, str]


class DrawnPage(NamedTuple):
    """The parts of a page. `styles` are its style elements, `definitions` what sections show by reference."""

    document: Document
    sections: tuple[Section, ...]
    definitions: tuple[Piece, ...]
    styles: tuple[Html, ...]
    scripts: tuple[str, ...]
    linked: tuple[Html, ...]

    def pieces(self, key: str, layer: Layer | None = None) -> Iterator[Piece]:
        """Yield the whole page, whose speaker window knows it by `key`."""
        document = self.document
        policy = content_policy([*self.scripts, *([layer.script] if layer else [])], asks=layer is not None)
        head = [
            *_metadata(document, policy, key),
            *(start_tag("meta", {"name": name, "content": own}) for name, own in (layer.meta if layer else {}).items()),
            *self.linked,
            notices(),
            *self.styles,
            *([raw_element("style", layer.style)] if layer else []),
            raw_element("script", view_script()),
        ]
        page = start_tag("html", {"lang": document.language})
        yield _lines([DOCTYPE, page, element("head", joined((BREAK, _lines(head)))), start_tag("body")])
        yield from self.definitions
        minutes = None if document.minutes is None else f"{document.minutes:.6g}"
        reveal = start_tag("div", {"class": "reveal", "data-minutes": minutes})
        main = start_tag("main", {"class": "slides", "dir": "rtl" if document.theme.turned else None})
        yield joined((reveal, main, BREAK))
        for section in self.sections:
            yield from section.pieces
        scripts = [*self.scripts, *([layer.script] if layer else [])]
        yield _lines(
            [
                joined((end_tag("main"), end_tag("div"))),
                words_element(document.language),
                *script_elements(scripts),
                end_tag("body"),
                end_tag("html"),
            ]
        )


def drawn_page(document: Document, memory: SectionMemory | None = None) -> DrawnPage:
    """Draw a document; with a `memory` of the last time, only sections that came out otherwise then."""
    fonts = WebFonts(document.theme)
    styles = ThemeStyles(document.theme, fonts)
    writer = SectionWriter(document, styles, fonts)
    memory = memory or SectionMemory()
    memory.begin(document)
    names = slide_names((page.id, page.title) for page in document.pages)
    sections = tuple(memory.section(page, name, writer) for page, name in zip(document.pages, names, strict=True))
    layouts = {page.layout.name: page.layout for page in document.pages}
    look = fonts.rules() + styles.look_rules(layouts.values())
    on_slides = styles.slide_rules(layouts.values())
    in_reading = reading_rules(document.theme, writer.has_stages)
    if document.logo and len(document.logo.files) > 1:
        on_slides += styles.mode_rules()
    theirs = Rules(look, on_slides, notes_rules(document), in_reading)
    return DrawnPage(
        document,
        sections,
        tuple(writer.pictures.drawings.definitions()),
        tuple(style_elements(theirs, writer.has_charts, writer.has_stages)),
        tuple(deck_scripts(writer.has_charts)),
        tuple(linked_data(document, writer.figures)),
    )


def _lines(parts: Iterable[Html]) -> Html:
    return joined(piece for part in parts for piece in (part, BREAK))


def _pdf(files: Sequence[str]) -> list[str]:
    """Return the address of the PDF that a page is made with, if there is one: that of the slides, not of handouts.

    A name may hold bytes that are no text.
    """
    stems = [name.removesuffix(".html") for name in files if name.endswith(".html")]
    return [quote(os.fsencode(f"{stem}.pdf"), safe="") for stem in stems if f"{stem}.pdf" in files]


def _metadata(document: Document, policy: str, key: str) -> list[Html]:
    author = [start_tag("meta", {"name": "author", "content": document.author})] if document.author else []
    marking = [start_tag("meta", {"name": "marking", "content": document.marking})] if document.marking else []
    pdf = [start_tag("meta", {"name": "deck-pdf", "content": address}) for address in _pdf(document.files)]
    return [
        start_tag("meta", {"charset": "utf-8"}),
        start_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        start_tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        start_tag("meta", {"name": "color-scheme", "content": color_scheme(document.theme)}),
        start_tag("meta", {"name": "generator", "content": "deckmaker"}),
        start_tag("meta", {"name": "speaker-key", "content": key}),
        *author,
        *marking,
        *pdf,
        element("title", words(document.title)),
    ]
