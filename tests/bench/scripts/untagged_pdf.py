"""`python untagged_pdf.py build DECK …`: deckmaker, but for the tags of its PDF: what these cost is the difference."""

import sys

from deckmaker.__main__ import run
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


renderer.Structure = Untagged
content.PageContent.within = lambda self, owner: None
PageCredits.note = lambda self, credit, parent: None
PageCredits.owner = lambda self, entry: None
sys.argv[0] = "deckmaker"
run()
