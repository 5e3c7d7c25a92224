"""A document to one HTML file.

<head>  policy, title, credits as data, fonts, style sheets
<body>  .reveal > .slides > section, a slide each > .page, scaled as one > what layout placed
        reveal.js, its plugins and deck.js
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.interface_words import words_element
from deckmaker.render.html.linked_data import linked_data
from deckmaker.render.html.markup import BREAK, DOCTYPE, Html, element, end_tag, joined, raw_element, start_tag, words
from deckmaker.render.html.notes_paper import notes_rules
from deckmaker.render.html.notices import notices
from deckmaker.render.html.pieces import write
from deckmaker.render.html.reading_colors import reading_rules
from deckmaker.render.html.scheme import color_scheme
from deckmaker.render.html.scripts import content_policy, deck_scripts, script_elements, view_script
from deckmaker.render.html.section import SectionWriter
from deckmaker.render.html.sheets import style_elements
from deckmaker.render.html.slide_names import slide_names
from deckmaker.render.html.speaker_key import speaker_key
from deckmaker.render.html.styles import ThemeStyles

_SLIDES = joined(start_tag(name, {"class": shown}) for name, shown in (("div", "reveal"), ("main", "slides")))
_SLIDES_END = joined((end_tag("main"), end_tag("div")))


class HtmlRenderer:
    """reveal.js with real text, fonts and pictures inside; opens from disk under a strict policy."""

    extension = "html"
    description = "offline reveal.js deck in one file"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as UTF-8: sections are made before the head, whose fonts have their characters."""
        fonts = WebFonts(document.theme)
        styles = ThemeStyles(document.theme, fonts)
        writer = SectionWriter(document, styles, fonts)
        names = slide_names(page.title for page in document.pages)
        slides = [
            piece for page, name in zip(document.pages, names, strict=True) for piece in writer.section(page, name)
        ]
        layouts = {page.layout.name: page.layout for page in document.pages}
        look = fonts.rules() + styles.look_rules(layouts.values())
        on_slides = styles.slide_rules(layouts.values()) + notes_rules(document)
        in_reading = reading_rules(document.theme, writer.has_charts)
        if document.logo and len(document.logo.files) > 1:
            on_slides += styles.mode_rules()
        scheme = color_scheme(document.theme)
        scripts = deck_scripts(scheme, writer.has_charts)
        head = [
            *_metadata(document, content_policy(scripts), scheme, speaker_key(slides)),
            *linked_data(document, writer.figures),
            notices(),
            *style_elements(look, on_slides, in_reading, writer.has_charts),
            raw_element("script", view_script()),
        ]
        page = start_tag("html", {"lang": document.language})
        before = [DOCTYPE, page, element("head", joined((BREAK, _lines(head)))), start_tag("body")]
        after = [
            _SLIDES_END,
            words_element(document.language),
            *script_elements(scripts),
            end_tag("body"),
            end_tag("html"),
        ]
        write([_lines(before), *writer.pictures.drawings.definitions(), _SLIDES, BREAK, *slides, _lines(after)], stream)


def _lines(parts: Iterable[Html]) -> Html:
    return joined(piece for part in parts for piece in (part, BREAK))


def _pdf(files: Sequence[str]) -> list[str]:
    """Return the name of the PDF that a page is made with, if there is one: that of the slides, not of handouts."""
    stems = [name.removesuffix(".html") for name in files if name.endswith(".html")]
    return [f"{stem}.pdf" for stem in stems if f"{stem}.pdf" in files]


def _metadata(document: Document, policy: str, scheme: str, key: str) -> list[Html]:
    author = [start_tag("meta", {"name": "author", "content": document.author})] if document.author else []
    pdf = [start_tag("meta", {"name": "deck-pdf", "content": name}) for name in _pdf(document.files)]
    return [
        start_tag("meta", {"charset": "utf-8"}),
        start_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        start_tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        start_tag("meta", {"name": "color-scheme", "content": scheme}),
        start_tag("meta", {"name": "generator", "content": "deckmaker"}),
        start_tag("meta", {"name": "speaker-key", "content": key}),
        *author,
        *pdf,
        element("title", words(document.title)),
    ]
