"""What a layout draws: where each shape ends up, with which paint, and what of it is not shown."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image

from deckmaker.assets.drawings.vectors.drawing import Drawing, Fill, Gradient, Group, Path, Raster
from deckmaker.budget.templates import TEMPLATE_SHAPES
from deckmaker.model.geometry import Rect
from deckmaker.template import NotATemplate, read_template
from deckmaker.template.brand import Brand, Brands
from tests.template.templates import (
    CONTENT,
    MASTER,
    TITLE_SLIDE,
    changed,
    group,
    packed,
    picture,
    place,
    preset,
    shape,
    solid,
    with_picture,
    with_shapes,
)

_BG = "<p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def brand(content: Mapping[str, bytes], number: int = 1) -> Brand:
    """Return the brand of a layout by its number, that of Title and Content as a rule."""
    template = read_template(packed(content))
    return Brands(template).of(template.layouts[number])


def boxes(drawing: Drawing, scale: float = 720 / 3_200) -> list[tuple[float, ...]]:
    """Return the edges of each path, in points: left, top, right and bottom."""
    found = []
    for path in drawing.paths():
        points = [numbers[at : at + 2] for _, numbers in path.outline for at in range(0, len(numbers), 2)]
        xs, ys = zip(*points, strict=True)
        found.append(tuple(round(one * scale, 1) for one in (min(xs), min(ys), max(xs), max(ys))))
    return found


def fills(drawing: Drawing) -> list[object]:
    """Return the colours and gradients of paths."""
    return [one.fill and one.fill.paint for one in drawing.paths()]


def test_background_masters_shapes_and_own_ones_lie_over_each_other():
    """In this order."""
    content = with_shapes(
        {
            MASTER: shape(place(10, 20, 30, 40), look=solid("FF0000") + NO_LINE),
            CONTENT: shape(place(50, 60, 70, 80), look=solid("00FF00") + NO_LINE),
        }
    )
    found = brand(content)
    assert boxes(found.drawing) == [(0, 0, 720, 540), (10, 20, 40, 60), (50, 60, 120, 140)]
    assert fills(found.drawing) == ["#ffffff", "#ff0000", "#00ff00"]
    assert found.not_shown == ()


def test_a_layout_that_hides_the_masters_shapes_draws_its_background_all_the_same():
    """As PowerPoint has it."""
    content = with_shapes({MASTER: shape(place(10, 20, 30, 40), look=solid("FF0000") + NO_LINE)})
    content = changed(CONTENT, ("<p:sldLayout ", '<p:sldLayout showMasterSp="0" '), of=content)
    assert boxes(brand(content).drawing) == [(0, 0, 720, 540)]


def test_a_layouts_colour_map_holds_for_what_its_master_draws():
    """A dark title slide in a light deck."""
    own = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent2" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"/></p:clrMapOvr>'
    )
    content = with_shapes({MASTER: shape(place(0, 0, 9, 9), look=solid("accent1") + NO_LINE)})
    content = changed(TITLE_SLIDE, ("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", own), of=content)
    assert fills(brand(content, 0).drawing) == ["#000000", "#c0504d"]
    assert fills(brand(content, 1).drawing) == ["#ffffff", "#4f81bd"]


def test_a_linear_gradient_touches_opposite_corners():
    """At 45 degrees on 100 by 60 points, its ends are so far apart as the shape is long in that direction."""
    gradient = (
        '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000">'
        '<a:srgbClr val="FFFFFF"><a:alpha val="50000"/></a:srgbClr></a:gs></a:gsLst><a:lin ang="2700000"/></a:gradFill>'
    )
    found = brand(with_shapes({CONTENT: shape(place(0, 0, 100, 60), look=gradient + NO_LINE)}))
    paint = fills(found.drawing)[-1]
    assert isinstance(paint, Gradient)
    assert paint.ends == pytest.approx((10, -10, 90, 70), abs=0.01)
    assert [(one.color, one.opacity) for one in paint.stops] == [("#000000", 1), ("#ffffff", 0.5)]
    assert paint.matrix[0] == pytest.approx(3_200 / 720)


def test_shapes_in_groups_are_moved_stretched_turned_and_mirrored():
    """A group twice as large as its own space; one that is turned by a quarter within it, and one that is mirrored."""
    half = shape(place(110, 100, 10, 10), look=solid("FF0000") + NO_LINE)
    turned = shape(place(110, 100, 20, 10, turned=90), look=solid("FF0000") + NO_LINE)
    whole = place(200, 100, 100, 40)
    inner = (100, 100, 50, 20)
    assert boxes(brand(with_shapes({CONTENT: group(whole, inner, half)})).drawing)[1:] == [(220, 100, 240, 120)]
    assert boxes(brand(with_shapes({CONTENT: group(whole, inner, turned)})).drawing)[1:] == [(230, 90, 250, 130)]
    mirrored = place(200, 100, 100, 40, flip="flipH")
    assert boxes(brand(with_shapes({CONTENT: group(mirrored, inner, half)})).drawing)[1:] == [(260, 100, 280, 120)]


def test_a_picture_is_cropped_and_within_its_form():
    """A quarter is cut off at the left: what is seen begins there."""
    content = with_picture(CONTENT)
    crop = '<a:srcRect l="25000"/>'
    content = with_shapes({CONTENT: picture(place(100, 50, 60, 40), crop, preset("ellipse"))}, content)
    (_, clipped) = brand(content).drawing.children
    assert isinstance(clipped, Group)
    (raster,) = clipped.children
    assert isinstance(raster, Raster)
    scale = 720 / 3_200
    assert [round(one * scale, 1) for one in raster.matrix] == [80, 0, 0, 40, 80, 50]
    assert (raster.pixels.width, raster.pixels.height, raster.pixels.media_type) == (40, 20, "image/png")
    assert len(clipped.clips[0].outlines[0][0]) > 4  # an ellipse


def test_pictures_are_repeated_as_tiles():
    """40 by 20 pixels at 96 dots an inch are 30 by 15 points: 2 by 2 of them on 60 by 30 points."""
    fill = '<a:blipFill><a:blip r:embed="rIdPicture"/><a:tile sx="100000" sy="100000" algn="tl"/></a:blipFill>'
    content = with_shapes({CONTENT: shape(place(0, 0, 60, 30), look=fill + NO_LINE)}, with_picture(CONTENT))
    (_, clipped) = brand(content).drawing.children
    assert isinstance(clipped, Group)
    places = {tuple(round(one * 720 / 3_200) for one in tile.matrix[4:]) for tile in clipped.children}
    assert places == {(0, 0), (30, 0), (0, 15), (30, 15)}


def test_lines_have_widths_dashes_and_colours():
    """In points."""
    line = f'<a:ln w="25400">{solid("336699")}<a:prstDash val="dash"/></a:ln>'
    found = brand(with_shapes({CONTENT: shape(place(0, 0, 50, 0), preset("line"), look=line)}))
    (path,) = [one for one in found.drawing.paths() if one.stroke]
    scale = 3_200 / 720
    assert path.stroke
    assert path.stroke.paint == "#336699"
    assert path.stroke.width == pytest.approx(2 * scale, rel=1e-3)
    assert path.stroke.dashes == pytest.approx((8 * scale, 6 * scale), rel=1e-3)


def test_a_shape_takes_fill_and_line_from_the_themes_styles():
    """The first fill is plain, of the colour that the shape refers with."""
    style = (
        '<p:style><a:lnRef idx="0"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="1">'
        '<a:schemeClr val="accent2"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    )
    found = brand(with_shapes({CONTENT: shape(place(0, 0, 9, 9), style=style)}))
    assert fills(found.drawing)[1:] == ["#c0504d"]


def test_texts_are_set_in_their_shapes():
    """In the middle of its box, in the colour of the run: letters are outlines."""
    text = (
        '<a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="2000" b="1">'
        f"{solid('FF0000')}</a:rPr><a:t>Confidential</a:t></a:r></a:p>"
    )
    found = brand(with_shapes({CONTENT: shape(place(100, 100, 300, 50), look=NO_LINE, text=text)}))
    (box,) = boxes(found.drawing)[1:]
    assert (box[0] + box[2]) / 2 == pytest.approx(250, abs=2)
    assert box[3] - box[1] == pytest.approx(15, abs=2)
    assert fills(found.drawing)[1:] == ["#ff0000"]


def test_a_long_text_is_broken():
    """Where its words have no room in its box."""
    text = '<a:p><a:r><a:rPr sz="1200"/><a:t>For internal use by the harbour office alone</a:t></a:r></a:p>'
    found = brand(with_shapes({CONTENT: shape(place(100, 100, 120, 90), look=NO_LINE, text=text)}))
    found_boxes = boxes(found.drawing)[1:]
    assert max(one[2] for one in found_boxes) <= 220
    assert max(one[3] for one in found_boxes) - min(one[1] for one in found_boxes) > 28


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize(
    ("xml", "what", "name"),
    [
        (
            shape(
                place(0, 0, 9, 9),
                look=solid("FF0000")
                + '<a:effectLst><a:outerShdw blurRad="1"><a:srgbClr val="000000"/></a:outerShdw></a:effectLst>',
                name="Shaded",
            ),
            "a shadow",
            "Shaded",
        ),
        (
            shape(place(0, 0, 9, 9), preset("cloudCallout"), solid("FF0000"), "Cloud"),
            "the form `cloudCallout`",
            "Cloud",
        ),
        (
            shape(
                place(0, 0, 9, 9),
                look='<a:pattFill prst="weave"><a:fgClr><a:srgbClr val="000000"/></a:fgClr></a:pattFill>',
            ),
            "a pattern, of which only the share of its colours is shown",
            "Box",
        ),
        (
            shape(place(0, 0, 9, 9), preset("line"), f'<a:ln>{solid("000000")}<a:tailEnd type="triangle"/></a:ln>'),
            "the arrow at the end of a line",
            "Box",
        ),
        (picture(place(0, 0, 9, 9)), "a picture that is linked and not in the file", "Picture"),
        (
            shape(place(0, 0, 9, 9), text='<a:p><a:fld id="{1}" type="slidenum"><a:t>7</a:t></a:fld></a:p>'),
            "a field in a text",
            "Box",
        ),
    ],
)
def test_what_is_not_shown_is_known_with_its_place(xml, what, name):
    """The layout, and the name of the shape."""
    (found,) = brand(with_shapes({CONTENT: xml})).not_shown
    assert (found.what, found.part, found.shape) == (what, CONTENT, name)


def test_a_picture_that_lies_outside_is_not_fetched():
    """Nor is one of a kind that browsers do not show."""
    content = with_picture(CONTENT)
    relations = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    outside = changed(
        relations, ('Target="../media/brand.png"', 'Target="http://example.com/" TargetMode="External"'), of=content
    )
    outside = with_shapes({CONTENT: picture(place(0, 0, 9, 9))}, outside)
    assert [one.what for one in brand(outside).not_shown] == ["a picture that is linked and not in the file"]
    broken = with_shapes(
        {CONTENT: picture(place(0, 0, 9, 9))}, {**content, "ppt/media/brand.png": b"\x01\x00\x00\x00EMF"}
    )
    assert [one.what for one in brand(broken).not_shown] == ["a picture (PNG)"]


def test_hidden_shapes_and_placeholders_are_not_drawn():
    """Placeholders are for slides."""
    hidden = shape(place(0, 0, 9, 9), look=solid("FF0000")).replace('name="Box"', 'name="Box" hidden="1"')
    assert len(boxes(brand(with_shapes({CONTENT: hidden})).drawing)) == 1


def test_the_colour_behind_a_place_is_what_is_drawn_there():
    """By which the contrast of texts is judged."""
    content = with_shapes({CONTENT: shape(place(0, 0, 720, 100), look=solid("203040") + NO_LINE)})
    found = brand(content)
    assert found.color_behind(Rect(100, 20, 300, 60)) == "#203040"
    assert found.color_behind(Rect(100, 200, 300, 60)) == "#FFFFFF"


def test_a_path_gradient_begins_in_the_middle():
    """As a round one; that it has another form is told."""
    gradient = (
        '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs><a:gs pos="100000">'
        '<a:srgbClr val="0000FF"/></a:gs></a:gsLst><a:path path="{}">'
        '<a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path></a:gradFill>'
    )
    found = brand(with_shapes({CONTENT: shape(place(0, 0, 60, 80), look=gradient.format("circle") + NO_LINE)}))
    paint = fills(found.drawing)[-1]
    assert isinstance(paint, Gradient)
    assert paint.radial
    assert paint.ends[:3] == pytest.approx((30, 40, 50))
    assert paint.stops[0].color == "#ff0000"
    assert found.not_shown == ()
    other = brand(with_shapes({CONTENT: shape(place(0, 0, 60, 80), look=gradient.format("rect") + NO_LINE)}))
    assert [one.what for one in other.not_shown] == ["a gradient in the form of its shape, which is shown round"]


def test_a_background_may_be_a_picture():
    """It fills the page, whatever its proportions."""
    content = with_picture(CONTENT)
    blip = '<a:blipFill><a:blip r:embed="rIdPicture"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    content = changed(CONTENT, ("<p:spTree>", _BG.format(blip)), of=content)
    (clipped,) = brand(content).drawing.children
    assert isinstance(clipped, Group)
    (raster,) = clipped.children
    assert [round(one * 720 / 3_200) for one in raster.matrix] == [720, 0, 0, 540, 0, 0]


def test_a_pattern_is_shown_in_its_dots():
    """Every fourth row of dots, of three quarters of a point, has the front colour."""
    fill = (
        '<a:pattFill prst="ltHorz"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="0000FF"/></a:bgClr></a:pattFill>'
    )
    found = brand(with_shapes({CONTENT: shape(place(0, 0, 60, 30), look=fill + NO_LINE)}))
    (_, clipped) = found.drawing.children
    assert isinstance(clipped, Group)
    (raster,) = clipped.children
    assert isinstance(raster, Raster)
    with Image.open(io.BytesIO(raster.pixels.rendition.data)) as image:
        assert image.size == (80, 40)
        column = [image.convert("RGB").getpixel((7, y)) for y in range(8)]
    assert column == [(255, 0, 0), *[(0, 0, 255)] * 3] * 2
    assert found.not_shown == ()


def test_every_fill_of_a_theme_is_drawn_as_a_background():
    """A reference by number; one to nothing draws nothing."""
    for number, count in ((1001, 1), (1002, 1), (1003, 1), (0, 0), (1009, 0)):
        content = changed(MASTER, ('<p:bgRef idx="1001">', f'<p:bgRef idx="{number}">'))
        assert len([*brand(content).drawing.paths()]) == count


@pytest.mark.slow
def test_groups_in_groups_and_shapes_without_end_are_refused():
    """However a file was made, it is drawn in bounded time."""
    many = shape(place(0, 0, 9, 9)) * (TEMPLATE_SHAPES.most + 1)
    with pytest.raises(NotATemplate, match="has more than 10,000 shapes: a layout of a template may have 10,000"):
        brand(with_shapes({CONTENT: many}))
    deep = shape(place(0, 0, 9, 9), look=solid("FF0000"))
    for _ in range(25):
        deep = group(place(0, 0, 9, 9), (0, 0, 9, 9), deep)
    found = brand(with_shapes({CONTENT: deep}))
    assert [one.what for one in found.not_shown] == ["a group without a place, or too deep in others"]


def test_a_page_that_nobody_paints_is_white():
    """Its texts may stand on a band of another colour, which is not the page's."""
    band = shape(place(0, 300, 720, 240), look=solid("0D91CD") + NO_LINE)
    bare = changed(MASTER, ('<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>', ""))
    found = brand(with_shapes({CONTENT: band}, of=bare))
    ground, *_ = found.drawing.children
    assert isinstance(ground, Path) and ground.fill == Fill("#ffffff")
    assert found.color_behind(Rect(0, 0, 720, 540)) != "#FFFFFF"
    assert found.color_behind(Rect(0, 0, 720, 200)) == "#FFFFFF"
