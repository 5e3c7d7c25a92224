"""Drawings as lines and curves: what resvg draws of them is what it draws of the drawing; the rest stays pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy
import pytest
import resvg_py
from hypothesis import HealthCheck, given, settings
from lxml import etree
from PIL import Image, ImageColor

from deckmaker.assets import drawing_file, look_at
from deckmaker.assets.drawings import size
from deckmaker.assets.drawings.facts import vector_facts, vectors
from deckmaker.assets.drawings.text import FIXED, SANS, SERIF, font_files
from deckmaker.assets.drawings.vectors import colors
from deckmaker.assets.drawings.vectors.drawing import Path as DrawnPath
from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.assets.drawings.vectors.writing import svg_file
from deckmaker.assets.flaw import Unusable
from tests.assets.dialects import DIALECTS
from tests.assets.features import FEATURES, svg
from tests.assets.reading_back import found
from tests.projects import ROOT
from tests.samples import examples, mostly_slow
from tests.soak.drawings import wrong_drawings

WIDTH = 640
OWN = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets").glob("*/*.svg"))}
SAMPLES = {**DIALECTS, **FEATURES, **OWN}


def drawn(data: bytes) -> Image.Image:
    """Return an SVG as resvg draws it over white, in our fonts."""
    families = {f"{kind}_family": SANS for kind in ("font", "sans_serif", "cursive", "fantasy")}
    png = resvg_py.svg_to_bytes(
        svg_string=data.decode(),
        width=WIDTH,
        background="white",
        dpi=96,
        skip_system_fonts=True,
        font_files=font_files(),
        serif_family=SERIF,
        monospace_family=FIXED,
        **families,
    )
    return Image.open(BytesIO(bytes(png))).convert("RGB")


def prepared(text: str) -> bytes:
    """Return a drawing as the process that draws pixels is given it."""
    from xml.etree.ElementTree import tostring

    from deckmaker.assets.drawings.reading import read_drawing
    from deckmaker.assets.drawings.size import sized
    from deckmaker.assets.drawings.text import prepare_text

    root = read_drawing(text.encode())
    sized(root)
    prepare_text(root)
    return tostring(root)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ by more than a tenth."""
    levels = numpy.abs(numpy.asarray(one, int) - numpy.asarray(other, int)).max(axis=2)
    return float((levels > 24).mean())


@pytest.mark.sampled(every=10)
@pytest.mark.alike(every=2)  # `tests/render/test_drawings.py` has most of them, in each format
@pytest.mark.parametrize("text", mostly_slow(SAMPLES.values(), every=10), ids=SAMPLES)
def test_a_normalised_drawing_looks_alike(text: str) -> None:
    """But for one pixel in five hundred, at edges; and there is something to see."""
    before, after = drawn(prepared(text)), drawn(svg_file(vectors(text.encode()), b""))
    assert difference(before, after) < 0.002
    assert difference(before, Image.new("RGB", before.size, "white")) > 0.02


def test_another_drawing_does_not_look_alike() -> None:
    """Nor does one that is moved by a hundredth of its width."""
    before = drawn(prepared(FEATURES["shapes"]))
    moved = FEATURES["shapes"].replace('viewBox="0 0', 'viewBox="2 0')
    assert difference(before, drawn(svg_file(vectors(moved.encode()), b""))) > 0.01
    assert difference(before, drawn(svg_file(vectors(FEATURES["clips"].encode()), b""))) > 0.1


UNSAID = {
    '<filter id="f"><feGaussianBlur stdDeviation="4"/></filter><g filter="url(#f)"/>': "a filter",
    '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><g mask="url(#m)"/>': "a mask",
    '<pattern id="p" width="2" height="2"/><rect width="9" height="9" stroke="url(#p)"/>': "a pattern",
    '<pattern id="p" width=".5" height="1" patternTransform="rotate(9)"><g/></pattern><rect width="9" height="9" '
    'fill="url(#p)"/>': "a pattern that is turned",
    '<pattern id="p" width=".001" height=".001"><g/></pattern><rect width="9" height="9" fill="url(#p)"/>': (
        "a pattern of more than 2,500 pieces"
    ),
    '<rect width="9" height="9" style="mix-blend-mode:multiply"/>': "colours that blend",
    '<marker id="m"><path d="M0 0L1 1" marker-end="url(#m)"/></marker><path d="M0 0L9 9" marker-end="url(#m)"/>': (
        "a marker on a marker"
    ),
    '<image width="9" height="9" href="#a"/>': "a picture in it",
    "<switch><g/></switch>": "a choice between drawings",
    '<linearGradient id="g" spreadMethod="reflect"><stop/><stop offset="1"/></linearGradient>'
    '<rect width="9" height="9" fill="url(#g)"/>': "a gradient that repeats",
    '<text y="9"><textPath href="#a">a</textPath></text>': "text along a path",
    '<text y="9" text-decoration="underline">a</text>': "text with `text-decoration`",
    '<g text-decoration="underline"><text y="9">a</text></g>': "text with `text-decoration`",
    '<text y="9" font-family="Gelasio">Λ<tspan font-family="Cousine">a</tspan>אב</text>': "text from right to left",
    '<rect width="9ex" height="9"/>': "a length `9ex`",
    '<rect width="9" height="9" fill="device-gray(0.5)"/>': "a colour `device-gray(0.5)`",
    "<style>@media print { rect { fill: red } }</style>": "styles for some screens alone",
    "<style>rect:nth-child(2) { fill: red }</style>": "a style for `rect:nth-child(2)`",
    '<path d="M0 0L1e7 0" stroke="red"/>': "lines that lead far out of it",
    '<clipPath id="c" clipPathUnits="objectBoundingBox"/><g clip-path="url(#c)"/>': "a clip measured by what it clips",
    '<rect width="9" height="9" transform="turn(3)"/>': "a transform that is none",
}


@pytest.mark.parametrize("inner", UNSAID)
def test_what_cannot_be_said_is_named(inner: str) -> None:
    """Such a drawing stays pixels; nothing of it is guessed."""
    assert vector_facts(svg(inner).encode())[0] == UNSAID[inner]


def test_a_colour_that_pillow_was_asked_for_before_is_known() -> None:
    """Pillow keeps what it was asked for in the place of the name's digits: `red` was none then."""
    ImageColor.getrgb("red")
    colors._names.cache_clear()
    assert colors.color("red") == ("#ff0000", 1.0)


def test_what_is_not_drawn_is_no_obstacle() -> None:
    """Definitions that nothing refers to, elements of editors, what is hidden, and styles of what nobody does."""
    inner = (
        '<defs><filter id="f"/><mask id="m"/><pattern id="p"/></defs><g display="none"><image/></g>'
        '<style>a:hover { fill: red }</style><g xmlns:e="urn:e"><e:image/></g><rect width="9" height="9"/>'
    )
    (path,) = vectors(svg(inner).encode()).children
    assert isinstance(path, DrawnPath)


def test_what_nobody_sees_is_left_out() -> None:
    """Words of editors, comments, names, links, and what leaves no ink."""
    inner = (
        '<!-- SECRET --><title>SECRET</title><metadata>SECRET</metadata><a href="#SECRET"><rect id="SECRET" '
        'class="SECRET" data-x="SECRET" width="9" height="9"/></a><rect width="9" height="9" fill="none"/>'
        '<path d="M0 0"/><path d=""/>'
        '<g visibility="hidden"><circle r="9"/></g><rect width="9" height="0"/><circle r="5" opacity="0"/>'
    )
    written = svg_file(vectors(svg(inner).encode()), b"").decode()
    assert "SECRET" not in written and written.count("<path") == 1


def test_a_drawing_file_is_the_same_each_time_and_says_whose_it_is(tmp_path: Path) -> None:
    """It holds paths, and its packet of rights in a metadata element."""
    picture = found(tmp_path, GRAPHVIZ)
    assert picture.vector
    file = drawing_file(picture)
    assert file == drawing_file(picture)
    packet = b'<?xpacket begin="" id="W"?><x:xmpmeta xmlns:x="adobe:ns:meta/">a &amp; b</x:xmpmeta><?xpacket end="r"?>'
    written = svg_file(vectors(GRAPHVIZ), packet)
    (said,) = etree.fromstring(written).iterchildren("{http://www.w3.org/2000/svg}metadata")
    assert "".join(said.itertext()) == "a & b" and b"xpacket" not in written


GRAPHVIZ = DIALECTS["Graphviz"].encode()


@pytest.mark.slow
def test_a_drawing_that_stays_pixels_is_known_as_one(tmp_path: Path) -> None:
    """With the reason; its pixels are there as before."""
    (tmp_path / "a.svg").write_text(svg(next(iter(UNSAID))))
    seen = look_at(tmp_path / "a.svg")
    assert (seen.picture.vector, seen.pixels) == (False, "a filter")


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("anchor", mostly_slow(["start", "middle", "end"]))
@pytest.mark.parametrize("style", ["", "letter-spacing='3'", "textLength='120'", "dx='4 0 9'", "font-family='serif'"])
def test_lines_of_text_are_set_as_resvg_sets_them(anchor: str, style: str) -> None:
    """Wherever they are anchored, and however their letters are spaced."""
    text = svg(f'<text x="100" y="70" font-size="24" text-anchor="{anchor}" {style}>Night noise</text>')
    before, after = drawn(prepared(text)), drawn(svg_file(vectors(text.encode()), b""))
    assert difference(before, after) < 0.002 < difference(before, Image.new("RGB", before.size, "white"))


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(wrong_drawings)
def test_any_drawing_is_said_or_not(data: bytes) -> None:
    """Whatever its numbers, references and texts: no other exception, and what is written is XML of a few names."""
    try:
        written = svg_file(vectors(data), b"")
    except (Unsaid, Unusable):
        return
    names = {etree.QName(one).localname for one in etree.fromstring(written).iter()}
    assert names <= {"svg", "g", "path", "defs", "clipPath", "linearGradient", "radialGradient", "stop"}
    assert b"nan" not in written and b"inf" not in written and size.LONGER_SIDE == 3_200
