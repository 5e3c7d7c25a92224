"""Elements of SVG, and numbers as it writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from deckmaker.model.geometry import Rect


def element(name: str, attributes: Mapping[str, str] | None = None, children: Iterable[Element] = ()) -> Element:
    """Return an element with its attributes, in order, and children."""
    made = Element(name, dict(attributes or {}))
    made.extend(list(children))  # of a generator, `extend` would say nothing of what it raises
    return made


def length(points: float) -> str:
    """Return a length to a thousandth of a point, without noughts at its end."""
    return f"{round(points, 3) or 0:.3f}".rstrip("0").rstrip(".")


def sides(rect: Rect) -> dict[str, str]:
    """Return a box as attributes."""
    return {
        "x": length(rect.x),
        "y": length(rect.y),
        "width": length(rect.width),
        "height": length(rect.height),
    }


def rectangle(rect: Rect, **attributes: str) -> Element:
    """Return a rectangle; underscores in the attributes' names stand for hyphens."""
    return element("rect", sides(rect) | {name.replace("_", "-"): value for name, value in attributes.items()})


def line(start: tuple[float, float], end: tuple[float, float], **attributes: str) -> Element:
    """Return a line between two points."""
    (x1, y1), (x2, y2) = start, end
    ends = {"x1": length(x1), "y1": length(y1), "x2": length(x2), "y2": length(y2)}
    return element("line", ends | {name.replace("_", "-"): value for name, value in attributes.items()})
