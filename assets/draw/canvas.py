"""A minimal SVG canvas: filled shapes, strokes, groups and clips.

Coordinates are rounded to a tenth of a unit, which keeps the files small and
makes every run produce the same bytes.
"""

import re
from contextlib import contextmanager

from . import geometry


def number(value):
    """Format a coordinate: one decimal at most, no trailing zero."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def tidy(text):
    """Round every long decimal in hand-written path data."""
    return re.sub(r"-?\d+\.\d{2,}(e-?\d+)?", lambda match: number(float(match[0])), text)


def trace(points, closed=True):
    """Turn a list of points into straight-edged path data."""
    steps = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f"M{steps}" + ("Z" if closed else "")


def smooth(points, closed=True):
    """Turn a list of points into a soft curve through all of them."""
    pieces = []
    for start, first, second, end in geometry.bezier_spans(points, closed):
        if not pieces:
            pieces.append(f"M{number(start[0])},{number(start[1])}")
        numbers = (number(v) for point in (first, second, end) for v in point)
        pieces.append("C" + " ".join(numbers))
    return "".join(pieces) + ("Z" if closed else "")


class Canvas:
    """Collects SVG elements in painting order."""

    def __init__(self, width=1000, height=1000, background=None):
        self.width, self.height = width, height
        self.elements, self.clips = [], []
        if background:
            self.rect(0, 0, width, height, background)

    def _add(self, tag, attributes, fill, opacity):
        parts = [f'{name}="{value}"' for name, value in attributes.items()]
        parts.append(f'fill="{fill}"')
        if opacity < 1:
            # A shape has either a fill or a stroke. `opacity` would be as right, but costs whoever draws it a layer.
            parts.append(f'{"stroke" if fill == "none" else "fill"}-opacity="{opacity:.2f}"')
        self.elements.append(f"<{tag} {' '.join(parts)}/>")

    def path(self, data, fill, opacity=1.0):
        self._add("path", {"d": tidy(data)}, fill, opacity)

    def polygon(self, points, fill, opacity=1.0):
        self.path(trace(points), fill, opacity)

    def blob(self, points, fill, opacity=1.0):
        """A closed soft shape through the points."""
        self.path(smooth(points), fill, opacity)

    def rect(self, x, y, width, height, fill, radius=0, opacity=1.0):
        box = {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}
        if radius:
            box["rx"] = number(radius)
        self._add("rect", box, fill, opacity)

    def circle(self, x, y, radius, fill, opacity=1.0):
        self._add("circle", {"cx": number(x), "cy": number(y), "r": number(radius)}, fill, opacity)

    def ellipse(self, x, y, across, down, fill, opacity=1.0):
        self._add(
            "ellipse",
            {"cx": number(x), "cy": number(y), "rx": number(across), "ry": number(down)},
            fill,
            opacity,
        )

    def line(self, points, colour, width, opacity=1.0, dash=None, soft=False, cap="round"):
        """A stroke along the points; `soft` bends it into a curve."""
        data = smooth(points, closed=False) if soft else trace(points, closed=False)
        self.stroke(data, colour, width, opacity, dash, cap)

    def stroke(self, data, colour, width, opacity=1.0, dash=None, cap="round"):
        attributes = {
            "d": tidy(data),
            "stroke": colour,
            "stroke-width": number(width),
            "stroke-linecap": cap,
            "stroke-linejoin": "round",
        }
        if dash:
            attributes["stroke-dasharray"] = " ".join(number(d) for d in dash)
        self._add("path", attributes, "none", opacity)

    def ring(self, x, y, radius, colour, width, opacity=1.0):
        """A circle outline."""
        self._add(
            "circle",
            {
                "cx": number(x),
                "cy": number(y),
                "r": number(radius),
                "stroke": colour,
                "stroke-width": number(width),
            },
            "none",
            opacity,
        )

    def shadow(self, points, across, down, colour, opacity=0.2):
        """The flat long shadow of a convex shape, cast by (across, down)."""
        moved = [(x + across, y + down) for x, y in points]
        self.polygon(geometry.hull(points + moved), colour, opacity)

    @contextmanager
    def group(self, transform):
        """Draw the shapes inside under an SVG transform."""
        self.elements.append(f'<g transform="{transform}">')
        yield self
        self.elements.append("</g>")

    @contextmanager
    def clip(self, data):
        """Draw the shapes inside only where the path data covers."""
        name = f"clip{len(self.clips) + 1}"
        self.clips.append(f'<clipPath id="{name}"><path d="{tidy(data)}"/></clipPath>')
        self.elements.append(f'<g clip-path="url(#{name})">')
        yield self
        self.elements.append("</g>")

    def svg(self):
        """The finished document."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}">'
        )
        clips = ["<defs>", *self.clips, "</defs>"] if self.clips else []
        return "\n".join([head, *clips, *self.elements, "</svg>"]) + "\n"
