"""The readers against files that deckmaker has no part in, whose places are known by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckmaker.fonts.families import font_file
from tests.agreement.chromium import playing_browser
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.pdf_reader import font_families, read_pdf
from tests.agreement.view import PageView

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture twice as wide as high."""
    path = tmp_path_factory.mktemp("photo") / "photo.png"
    Image.effect_noise((400, 200), 60).convert("RGB").save(path)
    return path


def texts(view: PageView) -> list[str]:
    return [line.text for line in view.lines]


def check_sample(view: PageView) -> None:
    """Check a page with the boxes `left two` and `right H2O` on one baseline, and a photo cropped to a square."""
    assert sorted(texts(view)) == ["left two", "right H2O"]
    left, right = sorted(view.lines, key=lambda line: line.x0)
    assert (left.x0, right.x0) == pytest.approx((100, 200), abs=0.4)
    assert left.baseline == pytest.approx(120, abs=0.4)
    (frame,) = view.frames
    assert frame.edges == pytest.approx((500, 200, 700, 400), abs=0.4)


def test_presentation_is_read_through_libreoffice(tmp_path: Path, photo: Path) -> None:
    """Boxes side by side stay apart, a subscript joins its line, and a cropped picture has the frame that shows."""
    from pptx import Presentation
    from pptx.util import Pt

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    for x, runs in ((100, [("left two", 0)]), (200, [("right H", 0), ("2", -25_000), ("O", 0)])):
        frame = slide.shapes.add_textbox(Pt(x), Pt(100), Pt(200), Pt(40)).text_frame
        frame.word_wrap = False
        frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
        frame.paragraphs[0].line_spacing = Pt(24)
        for text, script in runs:
            run = frame.paragraphs[0].add_run()
            run.text, run.font.size, run.font.name = text, Pt(20), "Georgia" if x == 100 else "Calibri"
            run.font._element.set("baseline", str(script))
    picture = slide.shapes.add_picture(str(photo), Pt(500), Pt(200), Pt(200), Pt(200))
    picture.crop_left = picture.crop_right = 0.25
    file = tmp_path / "sample.pptx"
    presentation.save(str(file))

    (pdf,) = convert_to_pdf([file], tmp_path)
    (view,) = read_pdf(pdf, 960)
    check_sample(view)
    assert font_families(pdf) == {"Carlito", "Gelasio"}


def test_pdf_pictures_are_read_within_their_clips(tmp_path: Path, photo: Path) -> None:
    """A picture larger than its clip has the clip's frame, and text under a scaled matrix its true place."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "sample.pdf"), pagesize=(480, 270))
    canvas.scale(0.5, 0.5)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(100, 420, "left two")
    canvas.drawString(180, 420, "right H")
    x = 180 + canvas.stringWidth("right H", "Helvetica", 20)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(x, 415, "2")
    x += canvas.stringWidth("2", "Helvetica", 12)
    canvas.setFont("Helvetica", 20)
    canvas.drawString(x, 420, "O")
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(500, 140, 200, 200)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.drawImage(str(photo), 400, 140, 400, 200)
    canvas.restoreState()
    canvas.save()

    (view,) = read_pdf(tmp_path / "sample.pdf", 960)
    assert sorted(texts(view)) == ["left two", "right H2O"]
    assert {line.baseline for line in view.lines} == {120.0}
    assert [line.x0 for line in view.lines] == pytest.approx([100, 180], abs=0.01)
    assert view.frames[0].edges == pytest.approx((500, 200, 700, 400), abs=0.01)


def faded(colors: Image.Image, mask: Image.Image) -> Image.Image:
    """Return a picture under a mask."""
    picture = colors.convert("RGB")
    picture.putalpha(mask.resize(picture.size))
    return picture


SIZE = (200, 100)
PLAIN, NOISY = Image.new("RGB", SIZE, (16, 22, 31)), Image.effect_noise(SIZE, 60)
FALLING = Image.linear_gradient("L").rotate(-90)
"""From opaque on the left to clear on the right."""
PATCH = Image.new("L", SIZE, 0)
PATCH.paste(255, (40, 20, 120, 80))
HALF = FALLING.copy()
HALF.paste(0, (0, 128, 256, 256))


@pytest.mark.parametrize(
    ("image", "count"),
    [
        (faded(PLAIN, FALLING), 0),
        (faded(PLAIN, PATCH), 1),  # a logo of one colour
        (faded(PLAIN, HALF), 1),
        (faded(PLAIN, Image.new("L", SIZE, 128)), 1),
        (faded(PLAIN, FALLING.rotate(90)), 1),
        (faded(NOISY, FALLING), 1),
        (PLAIN, 1),
    ],
    ids=["fading shape", "logo", "fading logo", "veil", "fading down", "fading picture", "plain picture"],
)
def test_a_fading_shape_is_no_picture(image: Image.Image, count: int, tmp_path: Path) -> None:
    """An image of one colour that fades to the right is passed over, any other is not."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "sample.pdf"), pagesize=(960, 540))
    canvas.drawImage(ImageReader(image), 100, 100, 400, 200, mask="auto")
    canvas.save()
    (view,) = read_pdf(tmp_path / "sample.pdf", 960)
    assert len(view.frames) == count


GRADIENT = """
<a:gradFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" rotWithShape="1"><a:gsLst>
<a:gs pos="0"><a:srgbClr val="10161F"><a:alpha val="60000"/></a:srgbClr></a:gs>
<a:gs pos="64000"><a:srgbClr val="10161F"><a:alpha val="60000"/></a:srgbClr></a:gs>
<a:gs pos="100000"><a:srgbClr val="10161F"><a:alpha val="0"/></a:srgbClr></a:gs>
</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>"""


def test_a_shape_that_libreoffice_writes_as_an_image_is_no_picture(tmp_path: Path, photo: Path) -> None:
    """Over a photo and beside a logo there are two pictures."""
    from pptx import Presentation
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    faded(PLAIN, PATCH).save(tmp_path / "logo.png")
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_picture(str(photo), Pt(0), Pt(0), Pt(960), Pt(540))
    slide.shapes.add_picture(str(tmp_path / "logo.png"), Pt(700), Pt(20), Pt(100), Pt(50))
    shape = slide.shapes.add_shape(1, Pt(0), Pt(0), Pt(500), Pt(540))
    shape._element.remove(shape._element.find("{*}style"))
    shape.fill.solid()
    solid = shape._element.spPr.find("{*}solidFill")
    solid.getparent().replace(solid, parse_xml(GRADIENT))
    file = tmp_path / "sample.pptx"
    presentation.save(str(file))

    (pdf,) = convert_to_pdf([file], tmp_path)
    (view,) = read_pdf(pdf, 960)
    assert [frame.edges for frame in view.frames] == [
        pytest.approx((0, 0, 960, 540), abs=0.4),
        pytest.approx((700, 20, 800, 70), abs=0.4),
    ]


PAGE = """<!doctype html><style>
@font-face {{font-family: Sample; src: url({font})}}
body {{margin: 0}} section[hidden] {{display: none}}
.page {{position: relative; width: 1280px; height: 720px; transform-origin: 0 0; transform: scale(.75)}}
.page > * {{position: absolute; margin: 0; font: 26.6667px/32px Sample; white-space: nowrap}}
sub {{font-size: 16px; vertical-align: -6px; line-height: 0}}
figure {{left: 666.667px; top: 266.667px; width: 266.667px; height: 266.667px; overflow: hidden}}
img {{position: absolute; left: -133.333px; width: 533.333px; height: 266.667px}}
</style>
<section id="slide-1"><div class="page">
<p style="left: 133.333px; top: {top}px">left two</p><p style="left: 266.667px; top: {top}px">right H<sub>2</sub>O</p>
<figure><img src="{photo}" alt=""></figure>
<p style="clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden">for screen readers</p>
<p style="visibility: hidden">behind the scenes</p>
</div></section>
<script>
Reveal = {{isReady: () => true, configure() {{}}, getSlides: () => [1], slide() {{}}, nextFragment: () => false}}
</script>
"""


def test_page_is_read_in_chromium(tmp_path: Path, photo: Path) -> None:
    """Scaled text is read in points of the page, hidden text not at all, and a picture as far as it shows."""
    # Arimo: ascent 0.905 em, descent 0.212 em; the rest of the line is halved above and below.
    above = (32 - 1.117 * 26.6667) / 2 + 0.905 * 26.6667
    file = tmp_path / "page.html"
    font = font_file("Arial", bold=False, italic=False).as_uri()
    file.write_text(PAGE.format(font=font, photo=photo.as_uri(), top=160 - above), encoding="utf-8")
    with playing_browser() as chromium:
        (view,) = chromium.play(file, (960, 540)).views
    assert sorted(texts(view)) == ["left two", "right H2O"]
    assert [line.x0 for line in view.lines] == pytest.approx([100, 200], abs=0.01)
    assert [line.baseline for line in view.lines] == pytest.approx([120, 120], abs=0.4)
    assert view.frames[0].edges == pytest.approx((500, 200, 700, 400), abs=0.1)
