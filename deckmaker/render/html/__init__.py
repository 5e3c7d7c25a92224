"""The deck as one HTML file for the browser: reveal.js, real text, and nothing to fetch."""

from deckmaker.render.html.renderer import HtmlRenderer

__all__ = ["HtmlRenderer"]
