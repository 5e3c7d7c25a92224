"""A formula as PowerPoint's own equation, and as an outline for programs that know none (ECMA-376 Part 3, 7.6).

Both have the same frame. PowerPoint sets its own in the font Cambria Math, in the middle of that.
"""

from __future__ import annotations

from deckmaker.layout import EquationItem, Placed
from deckmaker.patterns import pattern
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.office_math import OfficeMath
from deckmaker.render.pptx.units import emu, hundredths
from deckmaker.render.pptx.xml import Xml, attribute, joined, properties, transform

_FONT = '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
_MOST_LEVELS = 70
"""Elements in each other: with those around a formula not more than 100, which is what we read again.

A deeper one, which nobody would change there, is an outline alone.
"""

_LONGEST_NAME = 200

_TAG = pattern(r"<(?P<closes>/)?[^<>/]++(?:/(?!>)[^<>/]*+)*+(?P<empty>/)?>")

_STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def equation_name(id: int, item: EquationItem) -> str:
    """Return the name of a formula. One that is described in words has its LaTeX there, as far as names go: LibreOffice
    keeps names and descriptions alone, and the outline."""
    tex = " ".join(item.formula.tex.split()) if item.alt else ""
    return f"Equation {id}: {tex}" if tex and len(tex) <= _LONGEST_NAME else f"Equation {id}"


def equation_xml(id: int, name: str, placed: Placed, item: EquationItem, language: str, colors: SchemeColors) -> Xml:
    """Return a formula in its frame; one of very many levels is its outline alone."""
    own = f"<p:nvSpPr>{properties(id, name, item.said)}"
    fill = colors.fill(item.color)
    frame = f"{transform(placed.rect)}"
    outline = (
        f"<p:sp>{own}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{frame}{_outline(placed, item)}{fill}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    math = OfficeMath(f'lang={attribute(language)} sz="{hundredths(item.size)}"', Xml(f"{fill}{_FONT}"))
    formula = math.formula(item.formula.root)
    if levels_of(formula) > _MOST_LEVELS:
        return Xml(outline)
    return Xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14">'
        f'<p:sp>{own}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        "<a:lstStyle/><a:p><a:pPr/><a14:m>"
        '<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        f'<m:oMathParaPr><m:jc m:val="centerGroup"/></m:oMathParaPr>{formula}</m:oMathPara>'
        f'</a14:m><a:endParaRPr lang={attribute(language)} sz="{hundredths(item.size)}"/></a:p></p:txBody></p:sp>'
        f"</mc:Choice><mc:Fallback>{outline}</mc:Fallback></mc:AlternateContent>"
    )


def levels_of(xml: Xml) -> int:
    """Return how deep elements stand in each other."""
    level = deepest = 0
    for tag in _TAG.finditer(xml):
        level += -1 if tag["closes"] else 0 if tag["empty"] else 1
        deepest = max(deepest, level)
    return deepest


def _outline(placed: Placed, item: EquationItem) -> Xml:
    """Return a formula's outline as a geometry whose units are EMU (20.1.9.8)."""
    steps = joined(_step(name, numbers) for name, numbers in item.drawn.at(0.0, 0.0, item.size))
    width, height = emu(placed.rect.width), emu(placed.rect.height)
    return Xml(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _step(name: str, numbers: tuple[float, ...]) -> Xml:
    if not numbers:
        return Xml("<a:close/>")
    places = list(map(emu, numbers))
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(places[::2], places[1::2], strict=True))
    return Xml(f"<a:{_STEPS[name]}>{points}</a:{_STEPS[name]}>")
