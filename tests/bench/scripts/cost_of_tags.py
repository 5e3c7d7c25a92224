"""`python cost_of_tags.py DECK ROUNDS`: what tags add to drawing a PDF, as a part of what drawing takes without them.

A deck is laid out once and drawn in turn with tags and without, in one process. The least processor time of each
counts: whatever else runs on the machine adds to it, and nothing takes away from it.
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryFile
from unittest.mock import patch

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from deckmaker.render.pdf import content, renderer
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_credits import PageCredits


class Untagged(Structure):
    """Elements that nobody writes."""

    def __init__(self, document):
        super().__init__(document)
        self._one = Element("P", 0, 0, "")

    def open(self, tag, parent, entries=""):
        return self._one

    def open_note(self, parent, name):
        return self._one

    def page_key(self, owners):
        return 0

    def hold(self, element, annotation, page):
        return 0

    def close(self, page):
        pass

    def finish(self):
        pass


def draw(document, file):
    """Draw a PDF as it is."""
    renderer.PdfRenderer().render(document, file, Diagnostics())


def draw_untagged(document, file):
    """Draw it without tags."""
    with (
        patch.object(renderer, "Structure", Untagged),
        patch.object(content.PageContent, "within", lambda self, owner: None),
        patch.object(PageCredits, "note", lambda self, credit, parent: None),
        patch.object(PageCredits, "owner", lambda self, entry: None),
    ):
        draw(document, file)


def processor_seconds(way, document):
    """Return what one way of drawing takes once."""
    with TemporaryFile() as file:
        before = time.process_time()
        way(document, file)
        return time.process_time() - before


if __name__ == "__main__":
    document = read_document(Path(sys.argv[1]), Diagnostics())
    ways = (draw, draw_untagged)
    times = [[processor_seconds(way, document) for way in ways] for _ in range(int(sys.argv[2]))]
    tagged, untagged = map(min, zip(*times, strict=True))
    sys.stdout.write(f"{(tagged - untagged) / untagged:.3f}\n")
