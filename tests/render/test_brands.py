"""What a template's layouts draw, in the files: once, behind all else, and not told to those who listen."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.registry import load_renderer
from tests.projects import Project
from tests.template.templates import CONTENT, MASTER, packed, picture, place, shape, solid, with_picture, with_shapes

DECK = """\
theme: ../house.yaml
title: Night noise
slides:
  - title: Night noise
  - {title: Ships, bullets: [berth 4, berth 5]}
  - {title: Cranes, bullets: [north, south]}
"""
THEME = """\
extends: briefing
template: {file: company.potx, layouts: {title: Title Slide, content: Title and Content}}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the PDF and the HTML of a deck in a template with a red band on its master and a picture on a layout."""
    project = Project(tmp_path_factory.mktemp("brand"))
    content = with_shapes(
        {
            MASTER: shape(place(0, 500, 720, 40), look=solid("CC1122") + "<a:ln><a:noFill/></a:ln>"),
            CONTENT: picture(place(600, 20, 100, 50)),
        },
        with_picture(CONTENT),
    )
    (project.folder / "company.potx").write_bytes(packed(content))
    (project.folder / "house.yaml").write_text(THEME)
    document = project.document(DECK)
    found = {}
    for name in ("pdf", "html"):
        out = io.BytesIO()
        renderer = load_renderer(name, Diagnostics())
        assert renderer
        renderer.render(document, out, Diagnostics())
        found[name] = out.getvalue()
    return found


def test_a_pdf_draws_a_brand_once_and_as_an_artifact(files):
    """Pages refer to one form, before anything else, and nobody is read it."""
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        names = []
        for page in pdf.pages:
            content = page.Contents.read_bytes().decode()
            match = re.search(r"/Artifact <</Type/Background>> BDC\n[^\n]* re f Q\nq .*? /(\S+) Do Q\nEMC", content)
            assert match
            assert "BT" not in content[: match.start()]
            form = page.Resources.XObject["/" + match[1]]
            assert form.Subtype == "/Form"
            names.append(form.objgen)
        assert names[1] == names[2] != names[0]
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        assert len(images) == 1


def test_a_pdf_shows_the_picture_upright_and_in_its_place(files, tmp_path: Path):
    """Red at its left, blue at its right, by pikepdf's reading of the form's matrix."""
    with pikepdf.open(io.BytesIO(files["pdf"])) as pdf:
        page = pdf.pages[1]
        (form,) = [one for one in page.Resources.XObject.values() if one.Subtype == "/Form"]
        place_of = re.search(r"q ([\d. -]+) cm /X\d+ Do Q", form.read_bytes().decode())
        assert place_of
        a, b, c, d, e, f = (float(one) * 720 / 3_200 for one in place_of[1].split())
        assert (round(a), round(b), round(c), round(d), round(e), round(f)) == (100, 0, 0, -50, 600, 70)


def test_a_page_refers_to_a_brand_that_the_file_holds_once(files):
    """In HTML, too; its pictures are there once, and screen readers pass by."""
    html = files["html"].decode()
    assert len(re.findall(r'<symbol id="brand-\d+"', html)) == 2
    assert re.findall(r'<svg class="brand" aria-hidden="true"[^>]*><use href="#(brand-\d+)">', html) == [
        "brand-1",
        "brand-2",
        "brand-2",
    ]
    assert len(re.findall(r'<image id="brand-picture-1"', html)) == 1
    assert html.count('<use href="#brand-picture-1"') == 1
    assert html.count("#cc1122") == 2


def test_a_brand_is_behind_all_that_a_slide_shows(files):
    """It is the first thing on its page."""
    pages = re.findall(r'<div class="page">\s*(<\w+ class="\w+)', files["html"].decode())
    assert pages == ['<svg class="brand'] * 3
