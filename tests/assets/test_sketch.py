"""Drawings in few pixels: as resvg draws them, nearly."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageStat

from deckmaker.assets.drawings.facts import vectors
from deckmaker.assets.drawings.sketch import SIDE, sketch
from tests.assets.features import FEATURES
from tests.assets.test_vectors import drawn

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">{}</svg>'


@pytest.mark.parametrize("name", ["shapes", "clips"])
def test_it_looks_as_the_drawing_does(name):
    """To the few pixels of a sketch."""
    data = FEATURES[name].encode()
    whole = drawn(data).convert("RGBA")
    small = sketch(vectors(data))
    assert max(small.size) == SIDE
    one, other = (on_white(each.resize(small.size, Image.Resampling.BOX)) for each in (whole, small))
    assert sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3 < 8


def on_white(picture):
    """Return a picture as it is seen on paper."""
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


@pytest.mark.parametrize(
    ("inner", "at", "expected"),
    [
        ('<rect width="45" height="60" fill="red"/>', (10, 20), (255, 0, 0, 255)),
        ('<rect width="45" height="60" fill="red"/>', (50, 20), (0, 0, 0, 0)),
        ('<path d="M0 0H90V60H0ZM30 20V40H60V20Z" fill="red"/>', (32, 21), (0, 0, 0, 0)),
        ('<rect width="90" height="60" fill="red" opacity="0.5"/>', (32, 21), (255, 0, 0, 128)),
        ('<rect width="90" height="60" fill="red" fill-opacity="0.5"/>', (32, 21), (255, 0, 0, 128)),
        ('<path d="M0 30H90" stroke="blue" stroke-width="10"/>', (32, 21), (0, 0, 255, 255)),
        ('<circle cx="45" cy="30" r="20" fill="red"/>', (32, 21), (255, 0, 0, 255)),
        ('<circle cx="45" cy="30" r="20" fill="red"/>', (4, 4), (0, 0, 0, 0)),
        ('<rect x="200" width="9" height="9" fill="red"/>', (32, 21), (0, 0, 0, 0)),
        (
            '<linearGradient id="g"><stop stop-color="#000000"/><stop offset="1" stop-color="#ffffff"/>'
            "</linearGradient>"
            '<rect width="90" height="60" fill="url(#g)"/>',
            (32, 21),
            (129, 129, 129, 255),
        ),
        (
            '<clipPath id="c"><rect width="30" height="60"/></clipPath>'
            '<rect width="90" height="60" fill="red" clip-path="url(#c)"/>',
            (32, 21),
            (0, 0, 0, 0),
        ),
    ],
)
def test_each_of_what_drawings_are_made_of(inner, at, expected):
    """Fills, holes, opacities, strokes, curves, gradients, and clips; nothing beside the page."""
    assert sketch(vectors(SVG.format(inner).encode())).getpixel(at) == expected


LINEAR = '<linearGradient id="g">{}</linearGradient><rect width="90" height="60" fill="url(#g)"/>'
BLACK_TO_WHITE = '<stop stop-color="#000000"/><stop offset="1" stop-color="#ffffff"/>'


def test_gradients_run_from_their_start_to_their_end():
    """Along their own line, radial ones from the centre; beyond the ends colours stay. Stops have their opacity."""
    across = sketch(vectors(SVG.format(LINEAR.format(BLACK_TO_WHITE)).encode()))
    assert [across.getpixel((x, 20))[0] for x in (0, 16, 48, 63)] == pytest.approx([2, 66, 193, 253], abs=2)
    assert across.getpixel((16, 2)) == across.getpixel((16, 40))
    turned = LINEAR.format(BLACK_TO_WHITE).replace('id="g"', 'id="g" gradientTransform="rotate(90)" x2="0.5"')
    down = sketch(vectors(SVG.format(turned).encode()))
    assert [down.getpixel((30, y))[0] for y in (0, 10, 30, 42)] == pytest.approx([6, 124, 255, 255], abs=3)
    fading = LINEAR.format('<stop stop-color="red" stop-opacity="0"/><stop offset="1" stop-color="red"/>')
    assert [sketch(vectors(SVG.format(fading).encode())).getpixel((x, 20))[3] for x in (1, 62)] == pytest.approx(
        [6, 249], abs=4
    )
    radial = LINEAR.format(BLACK_TO_WHITE).replace("linear", "radial")
    found = sketch(vectors(SVG.format(radial).encode()))
    assert found.getpixel((32, 21))[0] < 10 and found.getpixel((1, 1))[0] == 255
    assert 120 < found.getpixel((16, 21))[0] < 136


def test_flat_sketches_have_gradients_by_their_mean():
    """One colour each, so that edges are those of shapes; so they are where a drawing has very many of them."""
    gradient = vectors(SVG.format(LINEAR.format(BLACK_TO_WHITE)).encode())
    assert set(sketch(gradient, flat=True).get_flattened_data()) == {(128, 128, 128, 255)}
    many = vectors(SVG.format(LINEAR.format(BLACK_TO_WHITE) * 60).encode())
    assert sketch(many).getpixel((2, 2)) == (128, 128, 128, 255)


@pytest.mark.parametrize(
    ("inner", "colors"),
    [
        ('<rect width="90" height="60" fill="#102030"/><circle r="9"/>', ("#102030",)),
        ('<path d="M-1 -1H99V99H-1Z" fill="#102030"/>', ("#102030",)),
        ('<rect width="90" height="59" fill="#102030"/>', ()),
        ('<rect width="90" height="60" fill="#102030" fill-opacity="0.5"/>', ()),
        ('<g opacity="0.5"><rect width="90" height="60" fill="#102030"/><rect width="9" height="9"/></g>', ()),
        ('<circle r="9"/><rect width="90" height="60" fill="#102030"/>', ()),
        ("", ()),
    ],
)
def test_a_drawing_says_on_what_ground_it_is_painted(inner, colors):
    """Of a rectangle that is as large as it, below all else."""
    assert vectors(SVG.format(inner).encode()).ground == colors
