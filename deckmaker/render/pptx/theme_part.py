"""The presentation's theme: colour scheme, font scheme, and the plainest of format schemes."""

from __future__ import annotations

from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.office_fonts import THEME_SCRIPTS
from deckmaker.render.pptx.typefaces import ScriptFonts
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import Xml, attribute
from deckmaker.theme import Theme

# ECMA-376 Part 1, 20.1.4.1.14 asks for three of each; all flat, since nothing in a deck refers to them.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{emu(0.75)}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="Flat"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(theme: Theme, colors: SchemeColors, scripts: ScriptFonts) -> Xml:
    """Return `a:theme`; `scripts` are the families of scripts that the theme's own fonts are not for."""
    others = "".join(f'<a:font script="{script}" typeface="{family}"/>' for script, family in THEME_SCRIPTS.items())
    scheme = "".join(f'<a:{place}><a:srgbClr val="{rgb}"/></a:{place}>' for place, rgb in colors.scheme().items())
    fonts = "".join(
        f"<a:{place}><a:latin typeface={attribute(theme.fonts[role])}/>"
        f'<a:ea typeface="{scripts.east_asian}"/><a:cs typeface="{scripts.complex}"/>{others}</a:{place}>'
        for place, role in (("majorFont", "heading"), ("minorFont", "body"))
    )
    name = attribute(theme.name)
    return Xml(
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={name}><a:themeElements>'
        f"<a:clrScheme name={name}>{scheme}</a:clrScheme><a:fontScheme name={name}>{fonts}</a:fontScheme>{_FORMATS}"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
