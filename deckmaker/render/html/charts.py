"""A chart's drawing as one SVG in the page: real lines and forms, in the palette's colours of the reader's mode.

Its coordinates are points of the page. Classes and data attributes say which mark is which series' and point's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from deckmaker.layout.chart_item import AreaMark, BarMark, ChartItem, DotMark, LineMark, Mark, Plot, WedgeMark
from deckmaker.layout.charts.drawn_paths import DrawnPath, Step, drawn_paths
from deckmaker.layout.charts.mark_words import mark_words
from deckmaker.model.geometry import Rect
from deckmaker.render.html.markup import NOTHING, Html, element, identifier, joined, points, style, words
from deckmaker.render.html.styles import box, color
from deckmaker.theme import TextStyle

Said = Callable[[Mark], str]
"""Returns what a mark says."""

DIGITS = 2
"""Of points: less than a pixel of any screen."""


def chart_svg(item: ChartItem, rect: Rect, text: TextStyle) -> Html:
    """Return the drawing of a chart whose place on the page is `rect`, without its texts, which are in a style `text`.

    Round it, where it is focused, is a line in the colour of those.
    """
    view = " ".join(map(_number, (rect.x, rect.y, rect.width, rect.height)))
    said = partial(mark_words, item.chart)
    attributes = {
        "class": f"chart color-{identifier(text.color)}",
        "role": "img",
        "aria-label": item.alt,
        "viewBox": view,
        "style": style(box(rect)),
    }
    # Screen readers are told what the drawing shows, not each of its marks; whoever wants those has the table.
    drawn = element("g", joined(_plot(plot, said) for plot in item.plots), {"aria-hidden": "true"})
    return element("svg", drawn, attributes)


def said_html(text: TextStyle) -> Html:
    """Return the element in which charts.js says what the mark is that a reader has gone to, in the style `text`."""
    size = style({"--size": points(text.size)})
    return element("output", NOTHING, {"class": f"chart-said style-{identifier(text.name)}", "style": size})


def _plot(plot: Plot, said: Said) -> Html:
    drawn = [*drawn_paths(plot)]
    axes, marks = len(plot.grid), len(plot.grid) + len(plot.axes)
    groups = {"grid": drawn[:axes], "axes": drawn[axes:marks], "marks": drawn[marks:]}
    return joined(_group(name, paths, said) for name, paths in groups.items() if paths)


def _group(name: str, paths: Iterable[DrawnPath], said: Said) -> Html:
    return element("g", joined(_drawn(one, said) for one in paths), {"class": name})


def _drawn(drawn: DrawnPath, said: Said) -> Html:
    mark = drawn.mark
    own = said(mark) if mark else ""
    title = element("title", words(own)) if own else NOTHING
    match mark:
        case None:
            return _element("path", drawn, "rule", title, {"d": _steps(drawn.steps)})
        case BarMark(rect=rect):
            sides = {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}
            return _element("rect", drawn, "bar", title, {name: _number(value) for name, value in sides.items()})
        case DotMark(center=(x, y), radius=radius):
            return _element("circle", drawn, "dot", title, {"cx": _number(x), "cy": _number(y), "r": _number(radius)})
        case LineMark():
            return _element("path", drawn, "line", title, {"d": _steps(drawn.steps)})
        case AreaMark():
            return _element("path", drawn, "area", title, {"d": _steps(drawn.steps)})
        case WedgeMark():
            return _element("path", drawn, "wedge", title, {"d": _steps(drawn.steps)})


def _element(name: str, drawn: DrawnPath, kind: str, title: Html, places: dict[str, str]) -> Html:
    """Return a mark or a line; style sheets give what is of its `kind` the colour of its class."""
    own = drawn.fill or drawn.stroke
    edge = drawn.stroke if drawn.fill else None
    attributes = {
        "class": f"{kind} color-{identifier(own)}" if own else kind,
        **_belonging(drawn),
        **places,
        "fill-opacity": _number(drawn.opacity) if drawn.opacity < 1 else None,
        "stroke-width": _number(drawn.width) if drawn.stroke else None,
        "stroke-dasharray": " ".join(map(_number, drawn.dashes)) or None,
        "style": style({"stroke": color(edge)}) if edge else None,
    }
    return element(name, title, attributes)


def _belonging(drawn: DrawnPath) -> dict[str, str | None]:
    """Return which series and which point a mark is of, from 0."""
    mark = drawn.mark
    if mark is None:
        return {}
    point = None if isinstance(mark, AreaMark) else mark.point
    return {"data-series": str(mark.series), "data-point": None if point is None else str(point)}


def _steps(steps: Iterable[Step]) -> str:
    return "".join(f"{letter}{' '.join(f'{_number(x)} {_number(y)}' for x, y in places)}" for letter, places in steps)


def _number(value: float) -> str:
    return f"{round(value, DIGITS) or 0:.{DIGITS}f}".rstrip("0").rstrip(".")
