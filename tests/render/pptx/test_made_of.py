"""Which state of its deck a presentation was made of: a custom property, beside others'."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.pptx.made_of import PROPERTIES, with_made_of
from deckmaker.render.pptx.renderer import PptxRenderer
from tests.projects import DECK, Project

_VALUE = "//*[local-name()='property'][@name='deckmaker source']/*/text()"


def properties_of(document):
    """Return the custom properties of a document's presentation; None where it has none."""
    stream = BytesIO()
    PptxRenderer().render(document, stream, Diagnostics())
    with ZipFile(stream) as package:
        if PROPERTIES not in package.namelist():
            return None
        assert b"custom-properties+xml" in package.read("[Content_Types].xml")
        assert b"custom-properties" in package.read("_rels/.rels")
        return etree.fromstring(package.read(PROPERTIES))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_presentation_has_the_digest_of_its_deck_s_text(line_end, tmp_path):
    """However lines end in the file, as they may differ from machine to machine."""
    document = Project(tmp_path).document(DECK.replace("\n", line_end))
    assert properties_of(document).xpath(_VALUE) == [sha256(DECK.encode()).hexdigest()]


def test_a_deck_of_which_not_all_see_all_tells_nothing(tmp_path):
    """Nobody can try whether they guess right what it holds."""
    document = Project(tmp_path).document(f"{DECK}  - title: For the board\n    only: board\naudiences: [board, all]\n")
    assert properties_of(document) is None


OTHERS = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Label"><vt:lpwstr>Internal</vt:lpwstr></property>
<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="8" name="deckmaker source">
<vt:lpwstr>x</vt:lpwstr></property>
</Properties>"""


def test_properties_of_a_template_stay_and_an_older_digest_goes(tmp_path):
    """Each has an id of its own."""
    document = Project(tmp_path).document(DECK)
    root = etree.fromstring(with_made_of(OTHERS, document))
    assert root.xpath("//@name") == ["Label", "deckmaker source"]
    assert root.xpath("//@pid") == ["7", "8"]
    assert root.xpath(_VALUE) == [sha256(DECK.encode()).hexdigest()]


def test_what_a_template_has_broken_stays_broken(tmp_path):
    """It is copied as it is."""
    assert with_made_of(b"<Properties", Project(tmp_path).document(DECK)) == b"<Properties"
