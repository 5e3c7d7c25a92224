"""What a template paints at the places of texts, and gradients that are drawn otherwise: told, with their place."""

from __future__ import annotations

import pytest

from deckmaker.template import read_template
from deckmaker.template.brand import Brands
from tests.template.templates import CONTENT, MASTER, changed, packed, place, shape, solid, with_shapes

STOPS = (
    '<a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs></a:gsLst>'
)
GRADIENT = f'<a:gradFill>{STOPS}<a:lin ang="0"/></a:gradFill>'
SHADOW = '<a:effectLst><a:outerShdw><a:srgbClr val="000000"/></a:outerShdw></a:effectLst>'
STYLE = (
    '<p:style><a:lnRef idx="{line}"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="{fill}"><a:schemeClr val='
    '"accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"/>'
    "</p:style>"
)
PAINTED, LINED = "a painted place for a text", "a line around the place of a text"


def placeholder(look: str, style: str = "") -> str:
    """Return a placeholder for a text of that look."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="77" name="Quote"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="21"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{place(60, 60, 300, 90)}{look}</p:spPr>{style}"
        "<p:txBody><a:bodyPr/><a:p/></p:txBody></p:sp>"
    )


def told(content: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """Return what is not shown of the layout for content: what, in which part, of which shape."""
    template = read_template(packed(content))
    return [(one.what, one.part, one.shape) for one in Brands(template).of(template.layouts[1]).not_shown]


@pytest.mark.parametrize("part", [MASTER, CONTENT])
@pytest.mark.parametrize(
    ("look", "style", "what"),
    [
        (solid("FFEEDD"), "", PAINTED),
        (GRADIENT, "", PAINTED),
        ('<a:pattFill prst="ltHorz"/>', "", PAINTED),
        ("", STYLE.format(line=0, fill=3), PAINTED),
        (f"<a:ln>{solid('FF0000')}</a:ln>", "", LINED),
        (f"<a:ln>{GRADIENT}</a:ln>", "", LINED),
        ("", STYLE.format(line=1, fill=0), LINED),
        (SHADOW, "", "a shadow"),
    ],
    ids=["colour", "gradient", "pattern", "style", "line", "line of a gradient", "line of a style", "shadow"],
)
def test_what_is_painted_at_the_place_of_a_text_is_told(part, look, style, what):
    """Of the layout's own placeholders, and of the master's, whose looks these take over."""
    assert told(with_shapes({part: placeholder(look, style)})) == [(what, part, "Quote")]


def test_a_master_whose_shapes_are_hidden_paints_places_all_the_same():
    """Placeholders of the layout take over its looks."""
    content = with_shapes({MASTER: placeholder(GRADIENT)})
    hiding = changed(CONTENT, ("<p:sldLayout ", '<p:sldLayout showMasterSp="0" '), of=content)
    assert told(hiding) == [(PAINTED, MASTER, "Quote")]


@pytest.mark.parametrize(
    ("look", "style"),
    [
        ("", ""),
        ("<a:noFill/><a:ln><a:noFill/></a:ln>", STYLE.format(line=1, fill=3)),
        ("<a:ln/>", STYLE.format(line=0, fill=0)),
    ],
)
def test_a_place_without_paint_is_not_told(look, style):
    """Nor one that takes back what its style has."""
    assert told(with_shapes({CONTENT: placeholder(look, style)})) == []


@pytest.mark.parametrize("part", [MASTER, CONTENT])
def test_a_gradient_of_another_form_is_told_and_a_linear_one_is_drawn(part):
    """On masters as on layouts, with the shape's name."""
    path = f'<a:gradFill>{STOPS}<a:path path="shape"/></a:gradFill>'
    what = "a gradient in the form of its shape, which is shown round"
    assert told(with_shapes({part: shape(place(0, 0, 90, 60), look=path)})) == [(what, part, "Box")]
    assert told(with_shapes({part: shape(place(0, 0, 90, 60), look=GRADIENT)})) == []
