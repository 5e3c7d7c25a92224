"""What appears at a click in PowerPoint, read by others: python-pptx, validators, and LibreOffice as its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.render.pptx.inspection import faults
from tests.agreement.libreoffice import converted
from tests.open_xml_sdk import complaints
from tests.projects import Project
from tests.render.pptx.decks import rendered
from tests.stepped_deck import STEPPED, STEPS

_NS = {"p": "http://schemas.openxmlformats.org/presentationml/2006/main"}
_NODE_TYPE = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}node-type"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deck, built."""
    folder = tmp_path_factory.mktemp("steps")
    path = folder / "deck.pptx"
    path.write_bytes(rendered(Project(folder).document(STEPPED)))
    return path


def _clicks(slide: Any) -> list[list[str]]:
    """Return the words that appear at each click."""
    words = {one.shape_id: one for one in slide.shapes}
    found = []
    for click in slide._element.xpath(".//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par"):
        said = []
        for target in click.iterfind(".//p:spTgt", _NS):
            shape = words[int(target.get("spid"))]
            paragraph = target.find(".//p:pRg", _NS)
            if paragraph is None:
                said.append(
                    " ".join(one.text_frame.text for one in shape.shapes if one.has_text_frame and one.text).replace(
                        "\u00a0", " "
                    )
                )
            else:
                assert paragraph.get("st") == paragraph.get("end")
                said.append(shape.text_frame.paragraphs[int(paragraph.get("st"))].text)
        found.append(said)
    return found


def test_a_click_shows_an_item(path: Path) -> None:
    """With all that is below it; of items that are drawn, the whole shape."""
    slides = [_clicks(slide) for slide in Presentation(str(path)).slides]
    assert tuple(map(len, slides)) == STEPS
    assert slides[1][:2] == [["Ships, which run ventilators", "all night long"], ["Cranes"]]
    assert slides[1][2:] == [["Lorries"], ["None of them is alone."]]
    assert slides[2] == [["62 dB at night"], ["58 dB by day"]]
    assert [one[0].split()[0] for one in slides[3]] == ["2019", "2021", "March"]
    assert ["Measure" in slides[4][0][0], "Publish" in slides[4][1][0]] == [True, True]
    assert slides[5] == [["Sleep"], ["Health"], ["Costs"]]


def test_each_text_has_its_build(path: Path) -> None:
    """PowerPoint's own pane lists effects of paragraphs below their text, and drops those without a build."""
    for slide in Presentation(str(path)).slides:
        texts = {one.getparent().getparent().get("spid") for one in slide._element.iterfind(".//p:pRg", _NS)}
        assert {one.get("spid") for one in slide._element.iterfind(".//p:bldP", _NS)} == texts
        ids = [one.get("id") for one in slide._element.iterfind(".//p:cTn", _NS)]
        assert len({*ids}) == len(ids)


def test_no_complaint(path: Path) -> None:
    """Of the schemas' validators, and of our own rules, which know of targets that are gone."""
    assert not OpenXmlValidator(strict=True).validate(path).errors
    with ZipFile(path) as archive:
        assert faults((name, archive.read(name)) for name in archive.namelist()) == []


@pytest.mark.outside
def test_libreoffice_has_the_same_clicks(path: Path, tmp_path: Path) -> None:
    """The SDK accepts it, and LibreOffice, which reads it anew, has an animation for each click."""
    assert complaints(path) == []
    (drawing,) = converted([path], tmp_path, "fodp")
    pages = etree.parse(drawing).iterfind(".//{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}page")
    clicks = [sum(one.get(_NODE_TYPE) == "on-click" for one in page.iter()) for page in pages]
    assert tuple(clicks) == STEPS
