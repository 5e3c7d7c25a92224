"""Line ends that few editors show, and that count as such in YAML 1.1 (5.4): what stands behind one begins a line."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source.places import place_at


def report_odd_line_end(source: SourceFile, offset: int, diagnostics: Diagnostics) -> None:
    """Report the one at an offset of a file: lines are counted with it, and what it parts may be no YAML."""
    name = f"U+{ord(source.text[offset]):04X}"
    message = f"the file holds {name}, a line end that nobody sees: to YAML, a new line begins behind it"
    help = "delete it, or write a space in its place; text from web pages and other programs has it"
    diagnostics.report("unseen-character", message, place_at(source, offset), help)
