"""Rounded corners of pictures and lines around them are native in each output: the picture itself stays whole."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import lxml.html
import pikepdf
import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.layout import Document, Edge, PictureItem
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.open_xml_sdk import complaints
from tests.projects import ROOT, Project
from tests.render.laid_out_decks import rendered_by
from tests.render.pptx.decks import find

THEME = "extends: briefing\npictures: {border: accent, border_width: 3, corner: 18}\n"
DECK = """\
title: T
theme: ../framed.yaml
slides:
  - {title: One, layout: picture-right, text: A, image: {file: ../harbour.jpg, alt: Cranes, credit: A. Lind}}
  - title: Two
    images:
      - {file: ../harbour.jpg, alt: Cranes, credit: A. Lind, fit: cover}
      - {file: ../harbour.svg, alt: Quay, credit: A. Lind, fit: cover}
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A photo that reaches the page's edge, and two cropped pictures with edges."""
    project = Project(tmp_path_factory.mktemp("edges"))
    for name in ("harbour.jpg", "harbour.svg"):
        shutil.copy(ROOT / "assets" / "showcase" / name, project.folder)
    (project.folder / "framed.yaml").write_text(THEME, encoding="utf-8")
    return project.document(DECK)


def test_what_reaches_the_page_s_edge_has_none(document: Document) -> None:
    """All others have the theme's."""
    edges = [[one.item.edge for one in page.leaves if isinstance(one.item, PictureItem)] for page in document.pages]
    assert edges == [[None], [Edge(18, "accent", 3)] * 2]


@pytest.mark.slow
def test_a_presentation_has_a_preset_geometry_and_a_line(document: Document, tmp_path: Path) -> None:
    """Their crops and alt texts are as ever; the layout's places have the same, for what a colleague inserts."""
    path = tmp_path / "edges.pptx"
    path.write_bytes(rendered_by(PptxRenderer(), document))
    one, two = Presentation(str(path)).slides
    (bleeding,) = find(one._element, "//p:pic")
    assert not find(bleeding, ".//a:prstGeom | .//a:ln")
    height = next(leaf.rect.height for leaf in document.pages[1].leaves if isinstance(leaf.item, PictureItem))
    adjusted = f"val {round(18 / height * 100_000)}"
    pictures = find(two._element, "//p:pic")
    assert [find(one, "string(.//p:cNvPr/@descr)") for one in pictures] == ["Cranes", "Quay"]
    for shape in [*pictures, *find(two.slide_layout._element, "//p:sp[.//p:ph[@type='pic']]")]:
        assert find(shape, "string(.//a:prstGeom/@prst)") == "roundRect"
        assert find(shape, "string(.//a:gd/@fmla)") == adjusted
        assert find(shape, "string(.//a:ln/@w)") == str(3 * 12_700)
        assert find(shape, ".//a:ln/a:solidFill/a:schemeClr")
    assert all(find(one, ".//a:srcRect") for one in pictures)
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


@pytest.mark.outside
def test_the_open_xml_sdk_has_no_complaint(document: Document, tmp_path: Path) -> None:
    """Of edges in slides and layouts."""
    path = tmp_path / "edges.pptx"
    path.write_bytes(rendered_by(PptxRenderer(), document))
    assert complaints(path) == []


def test_a_pdf_clips_by_a_path_and_draws_a_line(document: Document) -> None:
    """No mask is needed, and no other pixels than those of the file."""
    with pikepdf.open(BytesIO(rendered_by(PdfRenderer(), document))) as pdf:
        plain, edged = ([str(one.operator) for one in pikepdf.parse_content_stream(page)] for page in pdf.pages)
        masks = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/SMask" in one]
    assert (plain.count("c"), plain.count("S")) == (0, 0)
    assert (edged.count("c"), edged.count("S")) == (4 * 2 * 2, 2)
    assert not masks


def test_html_has_a_radius_and_an_outline(document: Document) -> None:
    """On the elements that crop their pictures."""
    page = lxml.html.fromstring(rendered_by(HtmlRenderer(), document).decode())
    found = [one.get("style") for one in page.xpath("//*[starts-with(@class, 'picture')]")]
    assert len(found) == 3 and "border-radius" not in (found[0] or "")
    for declared in found[1:]:
        assert "border-radius:18pt" in declared and "outline:3pt solid var(--color-accent)" in declared
        assert "outline-offset:-1.5pt" in declared


def test_a_radius_is_at_most_half_of_the_shorter_side(document: Document, tmp_path: Path) -> None:
    """A circle, and not what each format makes of more."""
    project = Project(tmp_path)
    project.picture("a.png", (60, 60))
    (tmp_path / "framed.yaml").write_text("extends: briefing\npictures: {corner: 4000}\n", encoding="utf-8")
    image = "{file: ../a.png, alt: A, credit: B}"
    shown = project.document(
        f"title: T\ntheme: ../framed.yaml\nslides: [{{title: A, layout: content, images: [{image}, {image}]}}]\n"
    )
    for one in shown.pages[0].leaves:
        if isinstance(one.item, PictureItem):
            assert one.item.edge == Edge(min(one.rect.width, one.rect.height) / 2)
