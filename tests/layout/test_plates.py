"""Dark drawings without ground on dark pages: a light plate lies behind them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image, ImageDraw
from pptx import Presentation

from deckmaker.layout import Document, PictureItem, Placed, ShapeItem
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with drawings in dark, light and red ink, and a dark one on a ground of its own."""
    project = Project(tmp_path)
    inks = {"dark": "#1B2330", "light": "#F4F0E4", "red": "#D04040"}
    for name, ink in inks.items():
        picture = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
        ImageDraw.Draw(picture).ellipse((40, 40, 260, 160), fill=ink)
        picture.save(tmp_path / f"{name}.png")
    grounded = Image.new("RGB", (300, 200), "#20242C")
    ImageDraw.Draw(grounded).ellipse((40, 40, 260, 160), fill="#F4F0E4")
    grounded.save(tmp_path / "grounded.png")
    return project


def document(project: Project, body: str, mode: str = "dark", theme: str = "briefing") -> Document:
    """Return a deck of one slide."""
    return project.document(f"title: T\ntheme: {theme}\nmode: {mode}\nslides: [{{title: A, {body}}}]\n")


def image(name: str, more: str = "") -> str:
    """Return a picture as a deck writes it."""
    return f"{{file: ../{name}.png, alt: A, credit: B{more}}}"


def found(laid_out: Document) -> tuple[list[Placed], list[Placed]]:
    """Return the plates and the pictures of a slide."""
    leaves = list(laid_out.pages[0].leaves)
    plates = [one for one in leaves if isinstance(one.item, ShapeItem) and one.item.color == "plate"]
    return plates, [one for one in leaves if isinstance(one.item, PictureItem)]


@pytest.mark.parametrize(
    ("name", "mode", "count"),
    [
        ("dark", "dark", 1),
        ("dark", "auto", 1),
        ("dark", "light", 0),
        ("light", "dark", 0),
        ("red", "dark", 0),
        ("grounded", "dark", 0),
    ],
)
def test_a_drawing_that_a_dark_page_hides_has_one(name: str, mode: str, count: int, project: Project) -> None:
    """None on light pages, behind what can be seen, or behind what has a ground."""
    body = f"layout: picture-right, text: Words, image: {image(name, ', fit: contain')}"
    assert len(found(document(project, body, mode))[0]) == count


def test_strong_pages_of_light_decks_are_dark_too(project: Project) -> None:
    """As those that close `briefing`."""
    body = f"layout: closing, image: {image('dark', ', fit: contain')}"
    assert len(found(document(project, body, "light"))[0]) == 1


@pytest.mark.parametrize("layout", ["picture-right", "picture-left", "closing"])
@pytest.mark.parametrize("theme", ["briefing", "plain"])
def test_it_has_the_place_of_its_drawing_which_is_smaller(layout: str, theme: str, project: Project) -> None:
    """It keeps within the margins of the page, as pictures do, and the drawing keeps its shape."""
    body = f"layout: {layout}, text: Words, image: {image('dark', ', fit: contain')}"
    red = f"layout: {layout}, text: Words, image: {image('red', ', fit: contain')}"
    laid_out = document(project, body, theme=theme)
    ((plate,), (picture,)) = found(laid_out)
    _, (bare,) = found(document(project, red, theme=theme))
    assert plate.rect == bare.rect
    assert plate.rect.x >= 48 and plate.rect.right <= laid_out.theme.width - 48
    assert picture.rect.y - plate.rect.y == pytest.approx(18)
    assert picture.rect.x - plate.rect.x == pytest.approx(18, abs=12)
    assert picture.rect.width / picture.rect.height == pytest.approx(bare.rect.width / bare.rect.height)
    leaves = list(laid_out.pages[0].leaves)
    assert leaves.index(plate) < leaves.index(picture)


def test_plates_in_rows_keep_to_the_places_of_their_drawings(project: Project) -> None:
    """They do not touch each other, and their captions stand below them as below others."""
    plates, pictures = found(
        document(project, f"layout: content, images: [{image('dark')}, {image('light')}, {image('dark')}]")
    )
    assert len(plates) == 2
    assert plates[0].rect.y == pictures[1].rect.y and plates[0].rect.height == pictures[1].rect.height
    assert pictures[0].rect.y - plates[0].rect.y == pytest.approx(6)
    plates, _ = found(document(project, f"layout: content, images: [{image('dark')}, {image('dark')}]"))
    assert not plates[0].rect.overlaps(plates[1].rect)


def test_nothing_is_said_of_it(project: Project) -> None:
    """A picture on a plate does not sink; a theme whose plate is as dark as its page has none, and is warned."""
    deck = "title: T\ntheme: {}\nmode: dark\nslides: [{{title: A, layout: content, image: {}}}]\n"
    _, diagnostics = project.read(deck.format("briefing", image("dark")))
    assert "sunk-picture" not in {one.code for one in diagnostics}
    (project.folder / "bare.yaml").write_text("extends: briefing\npictures: {plate: paper}\n", encoding="utf-8")
    _, diagnostics = project.read(deck.format("../bare.yaml", image("dark")))
    assert "sunk-picture" in {one.code for one in diagnostics}


def test_all_outputs_have_it_under_the_picture(project: Project) -> None:
    """A shape of its own in each, read back."""
    body = f"layout: picture-right, text: Words, image: {image('dark', ', fit: contain')}"
    laid_out = document(project, body)
    ((plate,), _) = found(laid_out)
    (slide,) = Presentation(BytesIO(rendered_by(PptxRenderer(), laid_out))).slides
    shapes = list(slide.shapes)
    sides = plate.rect.x, plate.rect.width
    (own,) = [n for n, one in enumerate(shapes) if (one.left.pt, one.width.pt) == pytest.approx(sides, abs=0.1)]
    (picture,) = [n for n, one in enumerate(shapes) if "pic" in one._element.tag]
    assert own < picture
    assert shapes[own].fill.fore_color.rgb.__str__() == "FBF9F5"
    with pdfplumber.open(BytesIO(rendered_by(PdfRenderer(), laid_out))) as pdf:
        widths = [round(float(one["width"]), 1) for one in pdf.pages[0].rects]
    assert round(plate.rect.width, 1) in widths
    assert b"var(--color-plate)" in rendered_by(HtmlRenderer(), laid_out)
