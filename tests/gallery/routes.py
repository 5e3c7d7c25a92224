"""The three ways to a picture of a slide, in the words of the gallery."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Route:
    """A format and the program that shows it: `name` beside its pictures, `told` in their descriptions."""

    format: str
    name: str
    told: str


ROUTES = (
    Route("pdf", "PDF", "the PDF, drawn by poppler"),
    Route("pptx", "PPTX in LibreOffice", "the PowerPoint file, opened in LibreOffice"),
    Route("html", "HTML in Chromium", "the HTML page, shown by Chromium"),
)
