"""The presentation's table styles (ECMA-376 Part 1, 20.1.4.2): one for each format that its tables have.

A style says once, part by part, what the cells of a table have in common, and each cell then leaves out. So a colleague
restyles all tables of a presentation in one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import NAMESPACE_URL, uuid5

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import CellItem, TableItem
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.table_cells import Background, CellFormat, Rule, cell_format, is_odd, is_stub, part_of
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute, joined

PARTS = ("header", "footer", "stub")
"""The parts of a table that it may do without."""

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class TableFormat:
    """The formats that a table style gives its parts, None for those that a table does not have.

    `inner` is the rule between two rows; `odd` and `even` are the backgrounds of the body's rows by turns.
    """

    whole: CellFormat
    inner: Rule | None
    odd: Background | None
    even: Background | None
    header: CellFormat | None
    footer: CellFormat | None
    stub: CellFormat | None

    def joined(self, other: TableFormat) -> TableFormat | None:
        """Return the format of two tables of which each has parts that the other has not; None if they differ."""
        ours = replace(self, **{part: getattr(self, part) or getattr(other, part) for part in PARTS})
        theirs = replace(other, **{part: getattr(other, part) or getattr(self, part) for part in PARTS})
        return ours if ours == theirs else None

    def given(self, cell: CellItem, item: TableItem) -> CellFormat | None:
        """Return what the style makes of a cell; None for a corner, of which each program thinks otherwise."""
        part = part_of(cell, item)
        if is_stub(cell, item):
            if part != "body":
                return None
            text = self.stub or self.whole
        else:
            text = {"header": self.header, "footer": self.footer}.get(part) or self.whole
        body_background = self.odd if is_odd(cell, item) else self.even
        background = body_background if part == "body" else text.background
        first, last = cell.row == 0, cell.row + cell.rows == len(item.rows)
        top = self.whole.top if first else text.top if part == "footer" else self.inner
        bottom = self.whole.bottom if last else text.bottom if part == "header" else self.inner
        return CellFormat(text.color, text.bold, background, None, None, top, bottom)


def table_format(item: TableItem) -> TableFormat:
    """Return what most cells of each part have in common."""
    formats = [(cell, cell_format(cell, item)) for cell in item.cells]
    inner_cells = [(cell, format) for cell, format in formats if not is_stub(cell, item)] or formats
    body = [(cell, format) for cell, format in inner_cells if part_of(cell, item) == "body"] or inner_cells
    text = _text(format for _, format in body)
    odd = _most(format.background for cell, format in body if is_odd(cell, item))
    even = _most((format.background for cell, format in body if not is_odd(cell, item)), odd)
    top = _most(format.top for cell, format in formats if cell.row == 0)
    bottom = _most(format.bottom for cell, format in formats if cell.row + cell.rows == len(item.rows))
    whole = CellFormat(*text, None, None, None, top, bottom)
    inner = _most(format.bottom for cell, format in body if cell.row + cell.rows < len(item.rows))
    header, footer = (_part(name, inner_cells, item) for name in ("header", "footer"))
    stubs = [format for cell, format in formats if is_stub(cell, item) and part_of(cell, item) == "body"]
    return TableFormat(whole, inner, odd, even, header, footer, CellFormat(*_text(stubs)) if stubs else None)


def _part(name: str, formats: list[tuple[CellItem, CellFormat]], item: TableItem) -> CellFormat | None:
    own = [format for cell, format in formats if part_of(cell, item) == name]
    if not own:
        return None
    background, top, bottom = (_most(getattr(format, one) for format in own) for one in ("background", "top", "bottom"))
    return CellFormat(*_text(own), background, None, None, top, bottom)


def _text(formats: Iterable[CellFormat]) -> tuple[str, bool]:
    return Counter((format.color, format.bold) for format in formats).most_common(1)[0][0]


def _most(things: Iterable[_Thing], default: _Thing | None = None) -> _Thing | None:
    """Return what is there most often, of several the first."""
    counted = Counter(things).most_common(1)
    return counted[0][0] if counted else default


class TableStyles:
    """The styles of tables in the colours of one scheme, by their formats.

    `scheme` tells it from others of the same presentation; '' where that has one.
    """

    def __init__(self, colors: SchemeColors, scheme: str = "") -> None:
        self._colors = colors
        self._scheme = scheme
        self._formats: list[TableFormat] = []

    def id(self, format: TableFormat) -> str:
        """Return the id of the style that has a format, be it with parts more or less."""
        for number, known in enumerate(self._formats):
            if joined := known.joined(format):
                self._formats[number] = joined
                return self._id(number)
        self._formats.append(format)
        return self._id(len(self._formats) - 1)

    @property
    def first(self) -> str:
        """The id of the first style."""
        return self._id(0)

    def xml(self) -> Xml:
        """Return `a:tblStyle` elements."""
        return joined(
            Xml(
                f"<a:tblStyle styleId={attribute(self._id(number))} styleName={attribute(_name(number))}>"
                f"{self._parts(format)}</a:tblStyle>"
            )
            for number, format in enumerate(self._formats)
        )

    def _id(self, number: int) -> str:
        """Return the id of the style with a number, from 0: any GUID, the same in every build."""
        return f"{{{uuid5(NAMESPACE_URL, f'deckmaker:table:{self._scheme}{number}')}}}".upper()

    def _parts(self, format: TableFormat) -> Xml:
        """Return a style's parts, in the schema's order."""
        # All six, in the schema's order: some programs draw a black line where a style says nothing of an edge.
        whole = {
            "left": format.whole.left,
            "right": format.whole.right,
            "top": format.whole.top,
            "bottom": format.whole.bottom,
            "insideH": format.inner,
            "insideV": None,
        }
        same = format.odd if format.odd == format.even else None
        parts = [self._part("wholeTbl", self._text(format.whole), whole, self._fill(same))]
        parts += [
            self._part(name, NOTHING, {}, self._fill(background))
            for name, background in (("band1H", format.odd), ("band2H", format.even))
            if background and not same
        ]
        if stub := format.stub:
            parts.append(self._part("firstCol", self._text(stub), {}, NOTHING))
        if footer := format.footer:
            parts.append(self._part("lastRow", self._text(footer), {"top": footer.top}, self._fill(footer.background)))
        if header := format.header:
            rules = {"bottom": header.bottom}
            parts.append(self._part("firstRow", self._text(header), rules, self._fill(header.background)))
        return joined(parts)

    def _part(self, name: str, text: Xml, rules: dict[str, Rule | None], fill: Xml) -> Xml:
        borders = "".join(f"<a:{edge}>{line(rule, 'a:ln', self._colors)}</a:{edge}>" for edge, rule in rules.items())
        return Xml(f"<a:{name}>{text}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{fill}</a:tcStyle></a:{name}>")

    def _fill(self, background: Background | None) -> Xml:
        return Xml(f"<a:fill>{background_fill(background, self._colors)}</a:fill>")

    def _text(self, format: CellFormat) -> Xml:
        # Fonts are the theme's; the colour beside them is what every program writes there and none reads.
        font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
        bold = "on" if format.bold else "off"
        return Xml(f'<a:tcTxStyle b="{bold}">{font}{self._colors.reference(format.color)}</a:tcTxStyle>')


def table_style_list(schemes: Sequence[TableStyles]) -> Xml:
    """Return `a:tblStyleLst`; a colleague's new tables take the first style."""
    return Xml(
        '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f"def={attribute(schemes[0].first)}>{joined(one.xml() for one in schemes)}</a:tblStyleLst>"
    )


def line(rule: Rule | None, element: str, colors: SchemeColors) -> Xml:
    """Return a line along a cell's edge; none is said as well, or another style's would show."""
    if rule is None:
        return Xml(f"<{element}><a:noFill/></{element}>")
    return Xml(
        f'<{element} w="{emu(rule.weight)}" cap="flat" cmpd="sng" algn="ctr">{colors.fill(rule.color)}</{element}>'
    )


def background_fill(background: Background | None, colors: SchemeColors) -> Xml:
    """Return a cell's fill."""
    return colors.fill(*background) if background else Xml("<a:noFill/>")


def _name(number: int) -> str:
    return f"Table {number + 1}" if number else "Table"
