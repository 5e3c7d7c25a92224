"""How Sphinx makes a site of these pages (`make docs`). The pages are plain Markdown, to be read anywhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from reference_pages import filled

import deckmaker

project = "deckmaker"
release = deckmaker.__version__
language = "en"

extensions = ["myst_parser"]
exclude_patterns = ["reference_pages"]
templates_path = ["templates"]

myst_heading_anchors = 4
"""Levels of headings that links lead to, by the names that GitHub gives them."""
nitpicky = True

html_theme = "furo"
html_title = "deckmaker"
html_copy_source = False
html_show_copyright = False
html_show_search_summary = False
"""Summaries would be fetched from the pages, which no browser allows of files on a disk."""
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_theme_options = {"top_of_page_buttons": []}
# Colours of code that keep a contrast of 7:1; both come with the theme.
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"


def setup(app: Any) -> None:
    """Fill the pages of the reference with what the code knows, as they are read."""

    def fill(app: Any, name: str, text: list[str]) -> None:
        text[0] = filled(text[0])

    app.connect("source-read", fill)
