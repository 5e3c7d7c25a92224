"""Labels of marks as data labels: numbers and names that follow when a colleague changes them, places that may be asked
for.

An `outEnd` on stacked bars is allowed by the schema and corrupts the file for PowerPoint: each kind has a list of its
own of what it can do ([MS-OI29500] 2.1.1490, dLblPos).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartLabel, GroupType, LabelFor, LabelPosition, PlottedSeries
from deckmaker.localization.numerals import MINUS
from deckmaker.patterns import pattern
from deckmaker.render.pptx.charts.drawn import ROUND, DrawnGroup
from deckmaker.render.pptx.charts.label_places import bar_around, offset
from deckmaker.render.pptx.charts.looks import NO_LOOK, Looks
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute, joined

_AROUND = (
    LabelPosition.RIGHT,
    LabelPosition.LEFT,
    LabelPosition.ABOVE,
    LabelPosition.BELOW,
    LabelPosition.CENTER,
)
_WITHIN = (LabelPosition.CENTER, LabelPosition.INSIDE_END, LabelPosition.INSIDE_BASE)

ALLOWED: dict[tuple[GroupType, bool], tuple[LabelPosition, ...]] = {
    (GroupType.COLUMNS, False): (LabelPosition.OUTSIDE_END, *_WITHIN),
    (GroupType.COLUMNS, True): _WITHIN,
    (GroupType.BARS, False): (LabelPosition.OUTSIDE_END, *_WITHIN),
    (GroupType.BARS, True): _WITHIN,
    (GroupType.LINES, False): _AROUND,
    (GroupType.AREAS, False): (),
    (GroupType.PIE, False): (LabelPosition.OUTSIDE_END, LabelPosition.CENTER, LabelPosition.INSIDE_END),
    (GroupType.DOUGHNUT, False): (),
    (GroupType.SCATTER, False): _AROUND,
    (GroupType.BUBBLES, False): _AROUND,
}
"""Positions that a kind of group can give to its labels, by whether its bars stand on one another; none may be stated
where there are none."""

_INSTEAD = {LabelPosition.OUTSIDE_END: LabelPosition.INSIDE_END, LabelPosition.CENTER: LabelPosition.CENTER}
"""What comes nearest to a position that a group does not have."""

_SHOWN = {
    LabelFor.VALUE: "showVal",
    LabelFor.CATEGORY: "showCatName",
    LabelFor.SERIES: "showSerName",
    LabelFor.SHARE: "showPercent",
    LabelFor.TEXT: "showVal",
}
_FLAGS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_SHARE = pattern(r"\d(?:[.,](\d+))?([ \u00a0\u202f]?)%")
"""A share as it is written: its decimals, and what stands before the sign."""


_NO_LEADERS = Xml(
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext>'
    "</c:extLst>"
)
"""Of others than wedges, an extension of 2012 ([MS-ODRAWXML], `showLeaderLines`): LibreOffice draws some without it."""


def native_position(drawn: DrawnGroup, position: LabelPosition | None) -> LabelPosition | None:
    """Return the position that a group can give to its labels and that is nearest to one; None if it has none."""
    allowed = ALLOWED[drawn.group.type, drawn.is_bars and drawn.is_stacked]
    if position is None or not allowed:
        return None
    return position if position in allowed else _INSTEAD.get(position, allowed[0])


def labels_xml(drawn: DrawnGroup, series: PlottedSeries, looks: Looks) -> Xml:
    """Return `c:dLbls` of a series; nothing where it has no labels.

    Labels of all points that are alike are said once, so that points which a colleague adds have them too. Several
    labels of a point, such as a name and a share, become its one.
    """
    by_point = [[*ones] for _, ones in groupby(sorted(series.labels, key=_point), _point)]
    if not by_point:
        return NOTHING
    first = by_point[0]
    own = [_label(drawn, series, ones, looks) for ones in by_point]
    shared = _content(drawn, series, first, looks)
    with_value = sum(value is not None for value in series.values)
    is_text = any(one.says is LabelFor.TEXT for ones in by_point for one in ones)
    if len(by_point) == with_value and not is_text and all(one[1:] == ("", shared) for one in own):
        return Xml(f"<c:dLbls>{shared}{_end(drawn)}</c:dLbls>")
    singles = joined(Xml(f'<c:dLbl><c:idx val="{index}"/>{where}{what}</c:dLbl>') for index, where, what in own)
    return Xml(f"<c:dLbls>{singles}{NO_LOOK}{_flags(())}{_end(drawn)}</c:dLbls>")


def _point(label: ChartLabel) -> int:
    return label.point


def _label(drawn: DrawnGroup, series: PlottedSeries, ones: Sequence[ChartLabel], looks: Looks) -> tuple[int, Xml, Xml]:
    """Return a point, where its label stands if that is not where its position says, and the label's content."""
    first = ones[0]
    moved = offset(drawn, series, ones, native_position(drawn, first.position))
    where = NOTHING
    if moved:
        across, down = moved[0] / drawn.plot.frame.width, moved[1] / drawn.plot.frame.height
        where = Xml(
            f'<c:layout><c:manualLayout><c:x val="{across:.6f}"/><c:y val="{down:.6f}"/></c:manualLayout></c:layout>'
        )
    return first.point, where, _content(drawn, series, ones, looks)


def _content(drawn: DrawnGroup, series: PlottedSeries, ones: Sequence[ChartLabel], looks: Looks) -> Xml:
    first = ones[0]
    item = first.placed.item
    assert isinstance(item, TextItem), "a label of a chart is a text"
    said = {one.says for one in ones}
    static = LabelFor.TEXT in said or (LabelFor.SHARE in said and drawn.group.type not in ROUND)
    static = static or (LabelFor.VALUE in said and _is_zero_below(series, ones))
    text = looks.rich(item, "\n".join(_words(ones))) if static else NOTHING
    share = next((one.placed.item for one in ones if one.says is LabelFor.SHARE), item)
    assert isinstance(share, TextItem), "a label of a chart is a text"
    numbers = next((one.numbers for one in ones if one.numbers), series.numbers)
    code = _share_code(share.text) if LabelFor.SHARE in said and LabelFor.VALUE not in said else numbers
    format = f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>'
    position = native_position(drawn, first.position)
    place = f'<c:dLblPos val="{position.value}"/>' if position else ""
    flags = _flags(("showVal",) if static else [_SHOWN[one] for one in said])
    separator = f"<c:separator>{' ' if _stand_side_by_side(ones) else chr(10)}</c:separator>" if len(said) > 1 else ""
    bar = bar_around(drawn, ones)
    ground = looks.behind(bar.color, item.style.color) if bar else NO_LOOK
    return Xml(f"{text}{format}{ground}{looks.text(item)}{place}{flags}{separator}")


def _is_zero_below(series: PlottedSeries, ones: Sequence[ChartLabel]) -> bool:
    """Tell whether a label is of a value below zero that is shown as zero: a format would put a minus before that."""
    value = series.values[ones[0].point]
    return value is not None and value < 0 and not any(MINUS in text for text in _words(ones))


def _stand_side_by_side(labels: Sequence[ChartLabel]) -> bool:
    """Tell whether labels of a point are on one line."""
    baselines = []
    for one in labels:
        item = one.placed.item
        assert isinstance(item, TextItem), "a label of a chart is a text"
        baselines.append(one.placed.rect.y + item.offset + item.setting.paragraphs[-1].lines[-1].baseline)
    return max(baselines) - min(baselines) < 1.0


def _words(ones: Iterable[ChartLabel]) -> Iterator[str]:
    return (one.placed.item.text for one in ones if isinstance(one.placed.item, TextItem))


def _share_code(text: str) -> str:
    """Return the format of shares that are written so."""
    found = _SHARE.search(text)
    decimals, space = found.groups() if found else (None, "")
    return f"0{'.' + '0' * len(decimals) if decimals else ''}{f'{chr(92)}{space}' if space else ''}%"


def _flags(shown: Iterable[str]) -> Xml:
    """Return what a label shows, each said: programs differ in what they take for granted."""
    on = {*shown}
    return joined(Xml(f'<c:{flag} val="{int(flag in on)}"/>') for flag in _FLAGS)


def _end(drawn: DrawnGroup) -> Xml:
    """Return what a series' labels end with: no program is to draw lines to those which stand further away."""
    return Xml('<c:showLeaderLines val="0"/>') if drawn.group.type in ROUND else _NO_LEADERS
