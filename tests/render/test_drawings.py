"""Drawings as lines and curves in all three outputs: poppler, Chromium and LibreOffice paint what resvg paints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import lxml.html
import numpy
import pikepdf
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from deckmaker.assets import content
from deckmaker.assets.drawings import size
from deckmaker.layout import Document, PictureItem, Placed
from deckmaker.model import PictureFile
from tests.agreement.chromium import playing_browser
from tests.agreement.libreoffice import convert_to_pdf
from tests.assets.dialects import DIALECTS
from tests.assets.features import FEATURES
from tests.projects import ROOT, Project
from tests.render.test_every_picture import drawn, rendered

pytestmark = pytest.mark.slow

OUTPUTS = ("pdf", "html", "pptx")
OWN = ("showcase/harbour.svg", "showcase/meter.svg", "briefing/09-origins.svg", "logo.svg")
SAMPLES = {**DIALECTS, **FEATURES, **{name: (ROOT / "assets" / name).read_text(encoding="utf-8") for name in OWN}}
NAMES = list(SAMPLES)
FARTHEST = 3.0
"""Levels of 255 by which what is painted may differ from resvg's pixels in the mean: edges are smoothed otherwise."""

LIBREOFFICE = {
    "linear gradient": 12.0,
    "radial gradient": 7.0,
    "Inkscape": 5.0,
    "dashes": 16.0,
    "stretched strokes": 12.0,
}
"""Further apart in LibreOffice, which draws gradients as strips whose seams show, and knows neither the focus of a
radial gradient, nor where dashes begin, nor strokes that are stretched."""

FILES = len(SAMPLES) + 1
"""The logo is nobody's, so it is another file than the first slide's."""

Pages = dict[str, Sequence[Image.Image]]
ELEMENTS = {"g", "path", "defs", "clipPath", "linearGradient", "radialGradient", "stop"}
"""All that a drawing is made of."""

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True, scope="module")
def few_pixels() -> Iterator[None]:
    """Let resvg draw more pixels than any page here has for a drawing, and no more than that: its patterns need some.

    Of the 3,200 that are for print, all others would go for the mean that is compared.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(size, "LONGER_SIDE", 2_000)
        yield


@cache
def resvg_pixels(picture: PictureFile) -> Image.Image:
    """Return what resvg makes of a drawing, decoded once for all outputs."""
    with Image.open(BytesIO(content(picture))) as image:
        return image.convert("RGBa")


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck of one drawing a slide; the first one is shown again, cropped, and is the logo of the last slide."""
    project = Project(tmp_path_factory.mktemp("drawings"))
    slides = []
    for number, data in enumerate(SAMPLES.values()):
        (project.folder / f"{number}.svg").write_text(data, encoding="utf-8")
        image = f"{{file: ../{number}.svg, alt: 'A <{number}>', credit: B, fit: contain}}"
        slides.append(f"  - {{title: A, layout: picture, image: {image}}}")
    slides.append("  - {title: A, layout: picture-full, image: {file: ../0.svg, credit: B, focus: right}}")
    slides.append("  - {title: A, text: B}")
    return project.document("title: T\nlogo: ../0.svg\nslides:\n{}\n".format("\n".join(slides)))


@pytest.fixture(scope="module")
def files(document: Document, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The deck in each format."""
    folder = tmp_path_factory.mktemp("files")
    return {one: rendered(document, one, folder / f"{one}.{one}") for one in OUTPUTS}


@pytest.fixture(scope="module")
def pages(document: Document, files: dict[str, Path]) -> Iterator[Pages]:
    """The deck as each output shows it."""
    with playing_browser() as chromium:
        played = chromium.play(files["html"], (document.theme.width, document.theme.height))
    (converted,) = convert_to_pdf([files["pptx"]], files["pptx"].parent / "converted")
    yield {"pdf": drawn(files["pdf"]), "html": played.pictures, "pptx": drawn(converted)}


def picture_of(document: Document, number: int) -> Placed:
    """Return a page's picture, which is not the logo."""
    return next(
        one for one in document.pages[number].leaves if isinstance(one.item, PictureItem) and one.slot != "logo"
    )


def difference(document: Document, number: int, page: Image.Image) -> float:
    """Return by how much a page's drawing differs in the mean from resvg's pixels over the page's ground."""
    placed = picture_of(document, number)
    assert isinstance(placed.item, PictureItem)
    scale = page.width / document.theme.width
    rect = placed.rect
    box = tuple(round(one * scale) for one in (rect.x, rect.y, rect.right, rect.bottom))
    shown = page.convert("RGB").crop(box)
    image = resvg_pixels(placed.item.file)
    left, top, right, bottom = placed.item.crop
    part = (left * image.width, top * image.height, (1 - right) * image.width, (1 - bottom) * image.height)
    pixels = image.resize(shown.size, Image.Resampling.BOX, part).convert("RGBA")
    ground = Image.new("RGBA", shown.size, document.theme.palette[document.pages[number].layout.background])
    expected = Image.alpha_composite(ground, pixels).convert("RGB")
    inner = tuple(slice(2, -2) for _ in range(2))  # of whose edge pixels a part is ground
    return float(numpy.abs(numpy.asarray(shown, float)[inner] - numpy.asarray(expected, float)[inner]).mean())


def test_every_sample_is_shown_as_vectors(document: Document) -> None:
    """Or what follows would compare pixels with pixels."""
    shown = {one.item.file for page in document.pages for one in page.leaves if isinstance(one.item, PictureItem)}
    assert len(shown) == FILES and all(file.vector for file in shown)


@pytest.mark.alike(every=2)
@pytest.mark.outside
@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_looks_as_resvg_draws_it(name: str, output: str, document: Document, pages: Pages) -> None:
    """At the size of the slide, edges aside."""
    number = NAMES.index(name)
    farthest = LIBREOFFICE.get(name, FARTHEST) if output == "pptx" else FARTHEST
    assert difference(document, number, pages[output][number]) < farthest


@pytest.mark.outside
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_wrong_drawing_would_be_noticed(output: str, document: Document, pages: Pages) -> None:
    """One drawing in the place of another, and one that lies on its head."""
    first, other = pages[output][0], pages[output][NAMES.index("showcase/harbour.svg")]
    assert difference(document, 0, other) > 2 * FARTHEST
    assert difference(document, 0, first.rotate(180)) > 2 * FARTHEST


def test_a_pdf_has_forms_and_no_images(files: dict[str, Path]) -> None:
    """Equal drawings are there once; each is a form of lines and curves."""
    with pikepdf.open(files["pdf"]) as pdf:
        kinds = [one.get("/Subtype") for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert "/Image" not in kinds
        forms = set()
        for page in pdf.pages:
            for name, form in page.Resources.get("/XObject", {}).items():
                if "/Matrix" in form:
                    operators = [str(one.operator) for one in pikepdf.parse_content_stream(form)]
                    assert {"l", "c"} & {*operators, *_inner(form)}, name
                    forms.add(form.objgen)
        assert len(forms) == FILES


def _inner(form: pikepdf.Object) -> list[str]:
    """Return the operators of the forms in a form."""
    found: list[str] = []
    for one in form.get("/Resources", {}).get("/XObject", {}).values():
        found += [str(each.operator) for each in pikepdf.parse_content_stream(one)] + _inner(one)
    return found


def test_a_page_holds_each_drawing_once_under_ids_of_its_own(files: dict[str, Path]) -> None:
    """As elements that hold nothing but what is drawn, and lead nowhere else; screen readers are told of them."""
    page = lxml.html.fromstring(files["html"].read_text(encoding="utf-8"))
    assert not page.xpath("//img")
    symbols, ids = page.xpath("//symbol/@id"), page.xpath("//@id")
    assert len(symbols) == FILES and len(ids) == len(set(ids))
    shown = page.xpath("//*[contains(@class, 'picture')]/svg")
    assert len(shown) == FILES + 1
    told = [one.get("aria-label") for one in shown if one.get("role") == "img"]
    assert [one for one in told if one] == [f"A <{number}>" for number in range(len(SAMPLES))]
    assert all(one.get("aria-hidden") == "true" for one in shown if one.get("role") != "img")
    assert {address[1:] for address in page.xpath("//svg//@href")} == set(symbols)
    named = re.findall(r"url\(#([^)]*)\)", " ".join(page.xpath("//symbol//@*")))
    assert len(named) > 10 and set(named) <= set(ids)
    inner = {one.tag for one in page.xpath("//symbol//*[not(ancestor-or-self::metadata)]")}
    assert inner <= {one.lower() for one in ELEMENTS} and not page.xpath("//symbol//@style | //symbol//@class")


def test_a_presentation_has_drawings_beside_their_pixels(document: Document, files: dict[str, Path]) -> None:
    """Both parts once however often they are shown; the package is valid."""
    with ZipFile(files["pptx"]) as archive:
        media = [name for name in archive.namelist() if name.startswith("ppt/media/")]
        drawings = [name for name in media if name.endswith(".svg")]
        assert len(drawings) == len(media) - len(drawings) == FILES
        for name in drawings:
            root = etree.fromstring(archive.read(name))
            used = {etree.QName(one).localname for one in root.iter(f"{SVG}*")}
            assert used <= ELEMENTS | {"svg", "metadata"}
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
        links = etree.fromstring(archive.read("ppt/slides/_rels/slide1.xml.rels"))
    embedded = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    targets = {one.get("Id"): one.get("Target") for one in links}
    for blip in slide.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
        (drawing,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
        pair = targets[blip.get(embedded)], targets[drawing.get(embedded)]
        assert pair in {(f"../media/image{number}.png", f"../media/drawing{number}.svg") for number in (1, 2)}
    result = OpenXmlValidator(strict=True).validate(files["pptx"])
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


def test_whose_a_drawing_is_can_be_read_from_each_output(files: dict[str, Path]) -> None:
    """Its credit travels with it as XMP; the logo, which is nobody's, has none."""
    line = b"<photoshop:Credit>B</photoshop:Credit>"
    with ZipFile(files["pptx"]) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".svg")]
    symbols = files["html"].read_bytes().split(b"<symbol ")[1:]
    with pikepdf.open(files["pdf"]) as pdf:
        forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Matrix" in one]
        packets = [one.Metadata.read_bytes() if "/Metadata" in one else b"" for one in forms if "/BBox" in one]
    for found in (parts, symbols, packets):
        assert (len(found), sum(line in one for one in found)) == (FILES, len(SAMPLES))
