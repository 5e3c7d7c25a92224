"""Pictures of pages: the slide as it is, and over it what layout decided."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import Element, tostring

import numpy
import pytest
from lxml import etree
from PIL import Image

from deckmaker.assets.drawings import rasterising
from deckmaker.assets.drawings.rasterising import rasterised
from deckmaker.layout import Document
from deckmaker.survey.picture.drawing import drawing
from deckmaker.survey.survey import DeckSurvey
from deckmaker.survey.surveying import survey_of
from tests.agreement.outputs import Outputs
from tests.agreement.rasters import reduced, similarity
from tests.projects import ROOT
from tests.render.laid_out_decks import document as laid_out
from tests.samples import mostly_long
from tests.survey.harbour import harbour

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
SHOWCASE = ROOT / "decks" / "showcase.yaml"
LEAST = 0.985
"""Structural similarity of a page's picture with poppler's of the PDF: 0.988 for the least alike when this was set."""

OVERSAMPLING = 3

UNSEEN = 4
"""Of 255 levels of a colour."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, DeckSurvey]:
    """The small deck, and its survey."""
    project = harbour(tmp_path_factory.mktemp("harbour"))
    document, _ = project.read(project.deck.read_bytes())
    assert document
    return document, survey_of(document, project.deck, project.folder, None)


def drawn(document: Document, survey: DeckSurvey, number: int, plain: bool = False) -> Element:
    """Return a page's picture."""
    return drawing(document.pages[number - 1], survey.pages[number - 1], survey, document.theme, plain)


def parsed(picture: Element) -> etree._Element:
    """Return a picture as lxml reads it."""
    return etree.fromstring(tostring(picture))


def shown(picture: Element) -> Image.Image:
    """Return a picture as resvg shows it, drawn large and reduced to a pixel a point, as pages of PDFs are."""
    for side in ("width", "height"):
        picture.set(side, str(round(float(picture.get(side, "")) * OVERSAMPLING)))
    return reduced(rasterised(picture))


@pytest.mark.outside
@pytest.mark.parametrize("rest", mostly_long(range(8), is_usual=lambda rest: rest == 0))
def test_without_overlay_a_picture_is_the_slide(rest, tmp_path, monkeypatch):
    """Every eighth page of the deck with every feature, as poppler draws its PDF."""
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 600)  # large ones, on a busy machine
    document = laid_out(SHOWCASE.stem)
    survey = survey_of(document, SHOWCASE, ROOT, None)
    with Outputs({"showcase": document}, tmp_path) as outputs:
        pages = outputs.pictures("showcase", "pdf")
    pictures = [shown(drawn(document, survey, page.number, plain=True)) for page in document.pages[rest::8]]
    scores = [similarity(one, page) for one, page in zip(pictures, pages[rest::8], strict=True)]
    assert min(scores) >= LEAST, scores
    assert similarity(pictures[1], pages[rest]) < LEAST


def test_with_it_the_slide_is_still_seen(small):
    """What lies over it are lines and tags: they leave nine tenths of it as it is."""
    document, survey = small
    plain, whole = (shown(drawn(document, survey, 2, plain)) for plain in (True, False))
    page = whole.crop((0, 0, *plain.size))
    apart = numpy.abs(numpy.asarray(plain, dtype=int) - numpy.asarray(page, dtype=int)).max(axis=2)
    same = apart < UNSEEN
    assert 0.9 < same.mean() < 0.999, same.mean()


def test_a_picture_is_well_formed_and_needs_nothing(small):
    """No fonts, no words, no files, no address but the namespace; each name is there once, and each use has one."""
    document, survey = small
    for page in document.pages:
        svg = parsed(drawn(document, survey, page.number))
        assert svg.tag == f"{SVG}svg"
        assert not list(svg.iter(f"{SVG}text", f"{SVG}style", f"{SVG}script"))
        names = [one.get("id") for one in svg.iter() if one.get("id")]
        assert len(names) == len(set(names))
        used = [one.get("href") for one in svg.iter(f"{SVG}use")]
        assert used and {one.removeprefix("#") for one in used} <= set(names)
        assert all(one.get("href").startswith("data:image/") for one in svg.iter(f"{SVG}image"))


def test_the_overlay_has_a_box_for_each_item_and_a_baseline_for_each_line(small):
    """In their places."""
    document, survey = small
    overlay = parsed(drawn(document, survey, 2)).find(f"{SVG}g[@id='overlay']")
    body = next(one for one in survey.pages[1].items if one.slot == "body")
    group = overlay.find(f"{SVG}g[@class='body']")
    frame = group.findall(f"{SVG}rect")[-1]
    assert [float(frame.get(side)) for side in ("x", "y", "width", "height")] == pytest.approx(
        [body.box.x, body.box.y, body.box.width, body.box.height], abs=0.001
    )
    assert body.text
    baselines = sorted({float(one.get("y1")) for one in group.iter(f"{SVG}line")})
    assert baselines == pytest.approx([line.baseline for line in body.text.lines], abs=0.001)
    groups = [one.get("class") for one in overlay.findall(f"{SVG}g[@class]")]
    assert groups == [one.slot for one in survey.pages[1].items if one.slot]


def test_a_slot_that_items_share_is_drawn_once(small):
    """A line and its halo."""
    document, survey = small
    slots = parsed(drawn(document, survey, 7)).find(f"{SVG}g[@id='overlay']/{SVG}g[@mask]")
    boxes = [tuple(one.get(side) for side in ("x", "y", "width", "height")) for one in slots]
    assert boxes and all(boxes.count(one) == 2 for one in boxes)


def test_a_picture_is_the_same_every_time(small):
    """To the byte."""
    document, survey = small
    assert tostring(drawn(document, survey, 3)) == tostring(drawn(document, survey, 3))


def test_the_legend_stands_below_the_slide(small):
    """It hides nothing, whatever it says."""
    document, survey = small
    svg = parsed(drawn(document, survey, 6))
    assert (svg.get("width"), svg.get("height")) == ("960", "560")
    ground = svg.find(f"{SVG}g[@id='legend']/{SVG}rect")
    assert (ground.get("y"), ground.get("height")) == ("540", "20")


def test_resvg_shows_the_picture_whole(small):
    """At two pixels a point, as files are."""
    document, survey = small
    picture = drawn(document, survey, 1)
    with Image.open(BytesIO(rasterised(picture))) as image:
        assert image.size == (960, 560)
