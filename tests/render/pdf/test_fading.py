"""Shapes that fade out in the PDF: a form under a soft mask, in the file by pikepdf and on the page by poppler."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckmaker.layout import Document
from tests.projects import Project
from tests.render.pdf.decks import rendered

HOUSE = """\
extends: briefing
palette: {scrim: "#204080"}
layouts:
  picture-full:
    shapes:
      - {color: scrim, columns: [1, 5], top: 100, height: 200, width: 400, fade: 100, opacity: 0.6, over: picture}
"""
DECK = """\
title: T
theme: ../house.yaml
slides:
  - {title: A, layout: picture-full, text: b, image: {file: ../a.png, alt: A, credit: B}}
  - {title: A, layout: picture-full, text: b, image: {file: ../a.png, alt: A, credit: B}}
"""
PICTURE, SCRIM = (240, 200, 40), (0x20, 0x40, 0x80)
LEFT, RIGHT, FADE, OPACITY = 48, 448, 100, 0.6


@pytest.fixture
def laid_out(tmp_path: Path) -> Document:
    """Two slides with a picture of one colour and a shape over it, which fades over its last quarter."""
    Image.new("RGB", (160, 90), PICTURE).save(tmp_path / "a.png")
    (tmp_path / "house.yaml").write_text(HOUSE, encoding="utf-8")
    return Project(tmp_path).document(DECK)


def objects(page: pikepdf.Page, subtype: str) -> list[tuple[str, pikepdf.Object]]:
    """Return a page's external objects of one kind, by the names under which it draws them."""
    return [(name, one) for name, one in page.Resources.XObject.items() if one.Subtype == subtype]


def drawn(page: pikepdf.Page) -> list[str]:
    """Return the names of what a page draws, in its order."""
    return [str(operands[0]) for operands, operator in pikepdf.parse_content_stream(page) if str(operator) == "Do"]


def test_a_fading_shape_is_a_colour_under_a_mask(laid_out: Document) -> None:
    """The mask is a group of grey that a shading fills, from the shape's opacity to nothing over its last points."""
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        ((_, form),) = objects(opened.pages[0], "/Form")
        assert [float(value) for value in form.BBox] == [0, 0, 400, 200]
        (state,) = form.Resources.ExtGState.values()
        assert (state.SMask.S, state.SMask.G.Group.S) == ("/Luminosity", "/Transparency")
        assert state.SMask.G.Group.CS == "/DeviceGray"
        assert [float(value) for value in state.SMask.G.BBox] == [0, 0, 400, 200]
        (shading,) = state.SMask.G.Resources.Shading.values()
        assert (int(shading.ShadingType), shading.ColorSpace) == (2, "/DeviceGray")
        assert [float(value) for value in shading.Coords] == [400 - FADE, 0, 400, 0]
        assert [bool(value) for value in shading.Extend] == [True, True]
        function = shading.Function
        assert (int(function.FunctionType), [float(one) for one in function.Domain]) == (0, [0, 1])
        samples = function.read_raw_bytes()
        assert (samples[0], samples[-1], len(samples)) == (round(255 * OPACITY), 0, int(function.Size[0]))
        assert list(samples) == sorted(samples, reverse=True)


def test_the_mask_ends_with_the_shape(laid_out: Document) -> None:
    """It is set inside the form alone; the picture is drawn before it, and neither it nor any text has a mask."""
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        page = opened.pages[0]
        ((form_name, form),) = objects(page, "/Form")
        ((picture_name, picture),) = objects(page, "/Image")
        assert drawn(page) == [picture_name, form_name]
        assert "/SMask" not in picture
        assert not any("/SMask" in state for state in page.Resources.get("/ExtGState", {}).values())
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(form)]
        assert operators == ["gs", "rg", "re", "f"]


def test_equal_shapes_are_one_form(laid_out: Document) -> None:
    """Both slides draw the same."""
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        first, second = (objects(page, "/Form") for page in opened.pages)
        assert [one.objgen for _, one in first] == [one.objgen for _, one in second]


def test_shapes_that_differ_are_forms_of_their_own(laid_out: Document, tmp_path: Path) -> None:
    """In size, opacity, fade or colour."""
    shape = "{color: scrim, columns: [1, 5], top: 100, height: 200, width: 400, fade: 100, opacity: 0.6, over: picture}"
    others = [("200", "150"), ("0.6", "0.7"), ("fade: 100", "fade: 50"), ("scrim", "accent"), ("top: 100", "top: 300")]
    shapes = "".join(f"      - {shape.replace(*change, 1)}\n" for change in others)
    (tmp_path / "house.yaml").write_text(HOUSE + shapes, encoding="utf-8")
    with pikepdf.open(BytesIO(rendered(Project(tmp_path).document(DECK)))) as opened:
        page = opened.pages[0]
        assert len(objects(page, "/Form")) == 5  # the one that only stands elsewhere is the same
        assert len(drawn(page)) == 1 + 6


@pytest.mark.outside
def test_the_page_shows_it(laid_out: Document, tmp_path: Path) -> None:
    """Mixed with the picture as its opacity says, less and less to the right, and not at all beyond its edges."""
    path = tmp_path / "deck.pdf"
    path.write_bytes(rendered(laid_out))
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", path, tmp_path / "page"], check=True)
    with Image.open(tmp_path / "page.png") as page:
        row = [page.convert("RGB").getpixel((x, 290)) for x in range(960)]
    for x, found in enumerate(row):
        if LEFT + 1 <= x <= RIGHT - 2:
            left = min(1, (RIGHT - x - 0.5) / FADE)
            opacity = OPACITY * left * left * (3 - 2 * left)
        elif x < LEFT - 1 or x > RIGHT + 1:
            opacity = 0
        else:
            continue
        expected = [opacity * own + (1 - opacity) * under for own, under in zip(SCRIM, PICTURE, strict=True)]
        assert found == pytest.approx(expected, abs=3), x
