"""Outlines of shapes: the formulas of the standard, as path data."""

from __future__ import annotations

from math import hypot, pi

import pytest
from fontTools.misc.arrayTools import calcBounds
from fontTools.pens.areaPen import AreaPen
from fontTools.svgLib.path import parse_path

from deckmaker.assets.xml_reading import read_xml
from deckmaker.budget.templates import TEMPLATE_GUIDES
from deckmaker.template.outlines import NoOutline, outlines_of
from tests.template.templates import preset

_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def properties(form: str):
    """Return shape properties with a form."""
    return read_xml(f"<p {_A}>{form}</p>".encode())


def custom(paths: str, guides: str = "") -> str:
    """Return a custom geometry."""
    return f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:pathLst>{paths}</a:pathLst></a:custGeom>"


def area(form: str, width: float = 100, height: float = 60) -> float:
    """Return the area of a shape in square points, by fontTools."""
    pen = AreaPen()
    (outline,) = [one for one in outlines_of(properties(form), width, height) if one.filled]
    parse_path(outline.data, pen)
    return abs(pen.value)


def adjusted(kind: str, **values: int) -> str:
    """Return a preset with adjustments."""
    return preset(kind, "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in values.items()))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (preset("rect"), 6_000),
        (preset("ellipse"), pi * 50 * 30),
        (preset("triangle"), 3_000),
        (adjusted("triangle", adj=0), 3_000),
        (preset("diamond"), 3_000),
        (adjusted("roundRect", adj=50_000), pi * 30**2 + 40 * 60),
        (adjusted("snip1Rect", adj=50_000), 6_000 - 30 * 30 / 2),
        (adjusted("homePlate", adj=50_000), 6_000 - 30 * 60 / 2),
        (adjusted("chevron", adj=50_000), (100 - 30) * 60),
        (adjusted("parallelogram", adj=25_000), (100 - 15) * 60),
        (adjusted("trapezoid", adj=25_000), (100 - 15) * 60),
        (adjusted("rightArrow", adj1=50_000, adj2=50_000), 70 * 30 + 30 * 60 / 2),
        (adjusted("frame", adj1=25_000), 6_000 - 70 * 30),
        (adjusted("corner", adj1=50_000, adj2=50_000), 6_000 - 70 * 30),
        (adjusted("plus", adj=25_000), 6_000 - 4 * 15 * 15),
        (adjusted("octagon", adj=25_000), 6_000 - 4 * 15 * 15 / 2),
        (adjusted("pie", adj1=0, adj2=10_800_000), pi * 50 * 30 / 2),
        (adjusted("chord", adj1=0, adj2=10_800_000), pi * 50 * 30 / 2),
        (adjusted("donut", adj=25_000), pi * (50 * 30 - 35 * 15)),
        (adjusted("blockArc", adj1=10_800_000, adj2=0, adj3=25_000), pi * (50 * 30 - 35 * 15) / 2),
        (adjusted("round2DiagRect", adj1=50_000, adj2=0), 6_000 - 2 * 30**2 * (1 - pi / 4)),
    ],
)
def test_a_preset_has_the_area_that_its_formulas_say(form, expected):
    """On 100 by 60 points."""
    assert area(form) == pytest.approx(expected, rel=2e-3)


def test_a_hole_is_a_hole_by_the_even_odd_rule():
    """Brands are painted by it: what lies within a frame is not."""
    pen = AreaPen()
    parse_path(outlines_of(properties(adjusted("donut", adj=25_000)), 100, 60)[0].data, pen)
    assert abs(pen.value) < pi * 50 * 30  # the inner ring runs the other way


def test_custom_geometry_is_stretched_to_its_shape():
    """A path has a size of its own; guides are in EMU of the shape."""
    square = '<a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    for x, y in ((10, 0), (10, 10), (0, 10)):
        square += f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'
    assert area(custom(f"{square}<a:close/></a:path>")) == pytest.approx(6_000)
    triangle = (
        '<a:path><a:moveTo><a:pt x="half" y="t"/></a:moveTo><a:lnTo><a:pt x="r" y="b"/></a:lnTo>'
        '<a:lnTo><a:pt x="l" y="b"/></a:lnTo><a:close/></a:path>'
    )
    assert area(custom(triangle, '<a:gd name="half" fmla="*/ w 1 2"/>')) == pytest.approx(3_000)


def test_arcs_go_by_the_angle_that_is_seen():
    """On an ellipse, the line at 45 degrees meets it elsewhere than its own parameter of 45 degrees."""
    arc = (
        '<a:path w="100" h="60"><a:moveTo><a:pt x="100" y="30"/></a:moveTo>'
        '<a:arcTo wR="50" hR="30" stAng="0" swAng="2700000"/></a:path>'
    )
    (outline,) = outlines_of(properties(custom(arc)), 100, 60)
    x, y = (float(one) for one in outline.data.split()[-2:])
    assert (x - 50) == pytest.approx(y - 30, abs=0.01)
    assert hypot((x - 50) / 50, (y - 30) / 30) == pytest.approx(1, abs=1e-4)
    assert calcBounds([(x, y)])[2] < 100


@pytest.mark.parametrize(
    ("form", "what"),
    [
        (preset("cloudCallout"), "the form `cloudCallout`"),
        (preset("rect", '<a:gd name="x" fmla="*/ w 1 0"/>'), "an outline that cannot be reckoned"),
        (custom('<a:path><a:lnTo><a:pt x="nowhere" y="t"/></a:lnTo></a:path>'), "an outline that cannot be reckoned"),
        (custom('<a:path><a:arcTo wR="1" hR="1" stAng="0" swAng="1"/></a:path>'), "an outline that cannot be reckoned"),
        (custom("<a:path/>" * (TEMPLATE_GUIDES.most + 1)), "an outline of more than 10,000 guides and steps"),
        ("", "a shape without an outline"),
    ],
)
def test_an_outline_that_makes_no_sense_is_told(form, what):
    """It is not drawn, and crashes nothing."""
    with pytest.raises(NoOutline, match=what.replace("`", ".")):
        outlines_of(properties(form), 100, 60)
