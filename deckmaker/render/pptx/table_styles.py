"""The presentation's table styles (ECMA-376 Part 1, 20.1.4.2): one for each look that its tables have."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from deckmaker.render.pptx.cell_looks import CellLook, Ground, Rule
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.table_looks import TableLook
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import attribute


class TableStyles:
    """The styles of one presentation, by their looks; a colleague's new tables take the first."""

    def __init__(self, colors: SchemeColors) -> None:
        self._colors = colors
        self._looks: list[TableLook] = []

    def id(self, look: TableLook) -> str:
        """Return the id of the style that has a look, be it with parts more or less."""
        for number, known in enumerate(self._looks):
            if joined := known.joined(look):
                self._looks[number] = joined
                return _id(number)
        self._looks.append(look)
        return _id(len(self._looks) - 1)

    def xml(self) -> str:
        """Return `a:tblStyleLst`."""
        styles = "".join(
            f"<a:tblStyle styleId={attribute(_id(number))} styleName={attribute(_name(number))}>"
            f"{self._parts(look)}</a:tblStyle>"
            for number, look in enumerate(self._looks)
        )
        return (
            '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            f"def={attribute(_id(0))}>{styles}</a:tblStyleLst>"
        )

    def _parts(self, look: TableLook) -> str:
        """Return a style's parts, in the schema's order."""
        whole = {"top": look.whole.top, "bottom": look.whole.bottom, "insideH": look.inner}
        same = look.odd if look.odd == look.even else None
        parts = [self._part("wholeTbl", self._text(look.whole), whole, self._fill(same))]
        parts += [
            self._part(name, "", {}, self._fill(ground))
            for name, ground in (("band1H", look.odd), ("band2H", look.even))
            if ground and not same
        ]
        if stub := look.stub:
            parts.append(self._part("firstCol", self._text(stub), {}, ""))
        if footer := look.footer:
            parts.append(self._part("lastRow", self._text(footer), {"top": footer.top}, self._fill(footer.ground)))
        if header := look.header:
            rules = {"bottom": header.bottom}
            parts.append(self._part("firstRow", self._text(header), rules, self._fill(header.ground)))
        return "".join(parts)

    def _part(self, name: str, text: str, rules: dict[str, Rule | None], fill: str) -> str:
        borders = "".join(
            f"<a:{edge}>{line(rule, 'a:ln', self._colors)}</a:{edge}>" for edge, rule in rules.items() if rule
        )
        return f"<a:{name}>{text}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{fill}</a:tcStyle></a:{name}>"

    def _fill(self, ground: Ground | None) -> str:
        return f"<a:fill>{ground_fill(ground, self._colors)}</a:fill>"

    def _text(self, look: CellLook) -> str:
        # Fonts are the theme's; the colour beside them is what every program writes there and none reads.
        font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        bold = "on" if look.bold else "off"
        return f'<a:tcTxStyle b="{bold}">{font}{self._colors.reference(look.color)}</a:tcTxStyle>'


def line(rule: Rule | None, element: str, colors: SchemeColors) -> str:
    """Return a line along a cell's edge; none is said as well, or another style's would show."""
    if rule is None:
        return f"<{element}><a:noFill/></{element}>"
    return f'<{element} w="{emu(rule.weight)}" cap="flat" cmpd="sng" algn="ctr">{colors.fill(rule.color)}</{element}>'


def ground_fill(ground: Ground | None, colors: SchemeColors) -> str:
    """Return a cell's fill."""
    return colors.fill(*ground) if ground else "<a:noFill/>"


def _id(number: int) -> str:
    """Return the id of the style with a number, from 0: any GUID, the same in every build."""
    return f"{{{uuid5(NAMESPACE_URL, f'deckmaker:table:{number}')}}}".upper()


def _name(number: int) -> str:
    return f"Table {number + 1}" if number else "Table"
