"""How parts of a chart look: fills and lines of palette colours, and text as its style has it."""

from __future__ import annotations

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import Stroke
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import KERN_FROM
from deckmaker.render.pptx.units import emu, hundredths
from deckmaker.render.pptx.xml import Xml, attribute, words

NO_LINE = Xml("<a:ln><a:noFill/></a:ln>")
NO_FILL = Xml("<a:noFill/>")
NO_LOOK = Xml(f"<c:spPr>{NO_FILL}{NO_LINE}</c:spPr>")
EDGE = 0.75
"""Points: the width of the line around a dot that has one."""

UPRIGHT = '<a:bodyPr rot="0" vert="horz"/>'
THINNED = '<a:bodyPr vert="horz"/>'
"""Without a rotation LibreOffice leaves out names that would stand on others; with one it writes all."""

ON_ONE_LINE = '<a:bodyPr rot="0" vert="horz" wrap="none"/>'
"""Without this LibreOffice breaks labels that are wider than a fifth of the chart."""


class Looks:
    """Writes the looks of charts in one presentation: colours by the scheme, texts in the deck's language."""

    def __init__(self, colors: SchemeColors, language: str) -> None:
        self._colors = colors
        self._language = language

    def filled(self, color: str | None, opacity: float = 1.0, edge: str | None = None, width: float = EDGE) -> Xml:
        """Return the look of a bar, an area, a wedge or a dot; of what has no colour nothing is seen.

        A line of the colour `edge` is around it, `width` points thick.
        """
        if color is None:
            return NO_LOOK
        line = NO_LINE if edge is None else self.line(edge, width)
        return Xml(f"<c:spPr>{self._colors.fill(color, opacity)}{line}</c:spPr>")

    def behind(self, mark: str, words: str) -> Xml:
        """Return the look of a label on a mark: its ground, where words on that would be lost in another scheme."""
        fill = self._colors.ground(mark, words)
        return Xml(f"<c:spPr>{fill}{NO_LINE}</c:spPr>") if fill else NO_LOOK

    def stroked(self, color: str | None, width: float) -> Xml:
        """Return the look of a line through points; of one without colour or width nothing is seen."""
        shown = color is not None and width > 0
        return Xml(f"<c:spPr>{self.line(color, width) if color and shown else NO_LINE}</c:spPr>")

    def ruled(self, stroke: Stroke | None) -> Xml:
        """Return the look of an axis or of a grid's lines, as a line on the page has it; None is not seen."""
        if stroke is None:
            return NO_LOOK
        line = self.line(stroke.color, stroke.width, stroke.dashed, round=False)
        return Xml(f"<c:spPr>{line}</c:spPr>")

    def line(self, color: str, width: float, dashed: bool = False, round: bool = True) -> Xml:
        """Return a line of a width in points."""
        dash = '<a:prstDash val="dash"/>' if dashed else ""
        cap, join = (' cap="rnd"', "<a:round/>") if round else ("", "")
        return Xml(f'<a:ln w="{emu(width)}"{cap}>{self._colors.fill(color)}{dash}{join}</a:ln>')

    def text(self, item: TextItem, body: str = ON_ONE_LINE) -> Xml:
        """Return the properties that all words of labels have which look like an item."""
        look = self._text(item, "a:defRPr")
        align = {"left": ' algn="l"', "right": ' algn="r"'}
        side = align.get(item.style.align, "") if len(item.setting.lines) > 1 else ""
        end = f"<a:endParaRPr lang={attribute(self._language)}/>"
        return Xml(f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr{side}>{look}</a:pPr>{end}</a:p></c:txPr>")

    def rich(self, item: TextItem, text: str) -> Xml:
        """Return words that look like an item and stay as they are, whatever happens to the chart's numbers."""
        run = self._text(item, "a:rPr", f" lang={attribute(self._language)}")
        lines = (f"<a:p><a:r>{run}<a:t>{words(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
        return Xml(f"<c:tx><c:rich>{ON_ONE_LINE}<a:lstStyle/>{''.join(lines)}</c:rich></c:tx>")

    def _text(self, item: TextItem, element: str, attributes: str = "") -> Xml:
        style = item.style
        font = self._colors.typefaces[style.font]
        faces = (run.style.face for line in item.setting.lines for run in line.runs)
        bold, italic = next(((face.bold, face.italic) for face in faces), (style.bold, style.italic))
        tracking = f' spc="{hundredths(style.tracking)}"' if style.tracking else ""
        return Xml(
            f'<{element}{attributes} sz="{hundredths(item.setting.size)}" b="{int(bold)}" i="{int(italic)}"'
            f' kern="{hundredths(KERN_FROM)}"{tracking}>{self._colors.fill(style.color)}<a:latin typeface="{font}"/>'
            f"</{element}>"
        )
