"""What is said to a slide: notes beside it, which slides do not show and readers may open."""

from __future__ import annotations

from deckmaker.render.html.interface_words import interface_words
from deckmaker.render.html.markup import Html, element, joined, words


def speech_html(notes: Html, language: str) -> Html:
    """Return notes in what opens and closes without any script, called as the deck's language calls them."""
    button = element("summary", words(interface_words(language)["readingNotes"]))
    return element("details", joined((button, element("aside", notes, {"class": "notes"}))), {"class": "speech"})
