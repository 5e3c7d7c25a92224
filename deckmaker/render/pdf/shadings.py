"""Gradients as shadings and patterns (ISO 32000-2, 8.7.4.5): each in a document once."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from deckmaker.assets.drawings.vectors.drawing import Gradient, Stop
from deckmaker.render.pdf.lightness import grey_of
from deckmaker.render.pdf.writing import StreamedDocument

_LINEAR, _RADIAL = 2, 3
_NARROWEST = 1e-6
"""Between stops: nearer ones are an edge between two colours."""

Levels = Callable[[Stop], tuple[float, ...]]


class Shadings:
    """The shadings of one document."""

    def __init__(self, document: StreamedDocument, grey: bool = False) -> None:
        self._document = document
        self._color = ("DeviceGray", _grey) if grey else ("DeviceRGB", _rgb)
        self._written: dict[tuple[Gradient, str], PDFObjectReference] = {}

    def pattern(self, gradient: Gradient) -> PDFObjectReference:
        """Return a pattern of a gradient's colours, in place in the drawing."""
        key = (gradient, "pattern")
        if key not in self._written:
            matrix = PDFArray([decimal(one) for one in gradient.matrix])
            entries = {"PatternType": 2, "Shading": self._shading(gradient, *self._color), "Matrix": matrix}
            self._written[key] = self._document.write(PDFDictionary(entries))
        return self._written[key]

    def opacities(self, gradient: Gradient) -> PDFObjectReference:
        """Return a shading of a gradient's opacities as grey, in the gradient's own space."""
        return self._shading(gradient, "DeviceGray", _opacity)

    def _shading(self, gradient: Gradient, space: str, levels: Levels) -> PDFObjectReference:
        key = (gradient, levels.__name__)
        if key not in self._written:
            ends = gradient.ends
            if gradient.radial:  # from the focus to the circle
                ends = (ends[3], ends[4], 0.0, ends[0], ends[1], ends[2])
            entries = {
                "ShadingType": _RADIAL if gradient.radial else _LINEAR,
                "ColorSpace": PDFName(space),
                "Coords": PDFArray([decimal(one) for one in ends]),
                "Function": _function(gradient.stops, levels),
                "Extend": PDFArray(["true", "true"]),
            }
            self._written[key] = self._document.write(PDFDictionary(entries))
        return self._written[key]


def _function(stops: tuple[Stop, ...], levels: Levels) -> PDFDictionary:
    """Return a function of 0..1 that goes straight from each stop's levels to the next one's (7.10.4)."""
    known = [(stop.offset, levels(stop)) for stop in stops]
    parts = [
        (begin, end, first, last)
        for (begin, first), (end, last) in itertools.pairwise(known)
        if end - begin > _NARROWEST
    ]
    functions = [
        PDFDictionary(
            {
                "FunctionType": 2,
                "Domain": PDFArray([0, 1]),
                "C0": PDFArray([decimal(level) for level in first]),
                "C1": PDFArray([decimal(level) for level in last]),
                "N": 1,
            }
        )
        for _, _, first, last in parts
    ]
    if len(functions) == 1:
        return functions[0]
    entries = {
        "FunctionType": 3,
        "Domain": PDFArray([0, 1]),
        "Functions": PDFArray(functions),
        "Bounds": PDFArray([decimal(begin) for begin, _, _, _ in parts[1:]]),
        "Encode": PDFArray([0, 1] * len(parts)),
    }
    return PDFDictionary(entries)


def _opacity(stop: Stop) -> tuple[float, ...]:
    return (stop.opacity,)


def _rgb(stop: Stop) -> tuple[float, ...]:
    return tuple(int(stop.color[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _grey(stop: Stop) -> tuple[float, ...]:
    return (int(grey_of(stop.color)[1:3], 16) / 255,)


def decimal(value: float) -> str:
    """Return a number of any size as a PDF takes it: without an exponent (7.3.3)."""
    return _short(f"{value:.8f}" if abs(value) >= 0.01 or not value else f"{value:.14f}")


def number(value: float) -> str:
    """Return a length of a drawing: to a hundredth of a pixel, of which there are 3,200."""
    return _short(f"{value:.2f}")


def _short(written: str) -> str:
    written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written
