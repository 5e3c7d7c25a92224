"""Drawings as pixels: what is transparent next to what is seen has its colours, for programs that make them smaller."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deckmaker.assets.drawings.edge_colors import with_edge_colors
from tests.projects import ROOT, Project
from tests.render.laid_out_decks import rendered_by

SAND = (236, 201, 142)


def drawn() -> Image.Image:
    """Return a ring on nothing, which is black, as resvg has it."""
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((100, 50, 300, 250), outline=(*SAND, 255), width=9)
    return image


def png(image: Image.Image) -> bytes:
    """Return a picture's file."""
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def darkest_edge(image: Image.Image, share: int) -> int:
    """Return the least red of what is seen where colours and transparency are made smaller one by one."""
    size = image.width // share, image.height // share
    red = image.getchannel("R").resize(size, Image.Resampling.BOX).tobytes()
    alpha = image.getchannel("A").resize(size, Image.Resampling.BOX).tobytes()
    return min(level for level, seen in zip(red, alpha, strict=True) if seen)


@pytest.mark.parametrize("share", [2, 4, 10])
def test_edges_keep_their_colour_in_programs_that_scale_colours_alone(share: int) -> None:
    """Before, they were mixed with black."""
    image = drawn()
    assert darkest_edge(image, share) < SAND[0] * 2 / 3
    with Image.open(BytesIO(with_edge_colors(png(image)))) as shown:
        assert darkest_edge(shown, share) >= SAND[0] - 4


def test_it_is_the_same_to_look_at() -> None:
    """On any ground; and what has no transparency stays the same file."""
    image = drawn()
    with Image.open(BytesIO(with_edge_colors(png(image)))) as shown:
        for ground in ("white", "black"):
            page = Image.new("RGBA", image.size, ground)
            assert Image.alpha_composite(page, shown) == Image.alpha_composite(page, image)
    opaque = png(Image.new("RGBA", (8, 8), (*SAND, 255)))
    assert with_edge_colors(opaque) is opaque


def test_the_meter_of_the_showcase_has_no_dark_rim() -> None:
    """Its lightest wave is sand on nothing."""
    with Image.open(ROOT / "assets" / "showcase" / "meter.png") as image:
        wave = image.crop((110, 30, 300, 200))
        assert darkest_edge(wave, 4) > 200


@pytest.mark.slow
def test_drawings_that_are_shown_as_pixels_have_them(tmp_path: Path) -> None:
    """In the PDF, whose colours and transparency are two pictures: no program has more than these."""
    import pikepdf

    from deckmaker.render.pdf import PdfRenderer

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><filter id="f"><feGaussianBlur '
        'stdDeviation="1"/></filter><circle cx="200" cy="150" r="90" fill="none" stroke="#ECC98E" stroke-width="9" '
        'filter="url(#f)"/></svg>'
    )
    (tmp_path / "ring.svg").write_text(svg, encoding="utf-8")
    image = "{file: ../ring.svg, alt: A, credit: B}"
    document = Project(tmp_path).document(f"title: T\nslides: [{{title: A, image: {image}}}]\n")
    with pikepdf.open(BytesIO(rendered_by(PdfRenderer(), document))) as pdf:
        (ring,) = (one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/SMask" in one)
        colors, alpha = pikepdf.PdfImage(ring).as_pil_image(), pikepdf.PdfImage(ring.SMask).as_pil_image()
    colors.putalpha(alpha)
    assert darkest_edge(colors, 8) > 200
