"""Drawings of any elements with any attributes: numbers at the end of numbers, references in circles, open texts."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from hypothesis import strategies as st

_NUMBERS = [
    "0",
    "1",
    "-1",
    "40",
    "1e308",
    "-1e308",
    "1e-308",
    "1e999",
    "nan",
    "inf",
    "1" * 60,
    "0." + "0" * 60 + "1",
    "٣",
]
_NUMBERS += ["", " ", ".", "-", "1.", ".5", "1e", "1e+", "50%", "3em", "7mm", "0x10", "1,000", "+5Q"]
_VALUES = [
    *_NUMBERS,
    "url(#a)",
    "url( '#b' )",
    "url(#",
    "#a",
    "#b",
    "none",
    "inherit",
    "/*",
    "/* */",
    "\\",
    "\\75 rl(#a)",
    "@",
    "@media",
]
_VALUES += [
    "M0 0L1e30 1e30z",
    "M0 0" + "l1 1" * 50,
    "scale(1e308)",
    "rotate(nan)",
    "matrix(0 0 0 0 0 0)",
    "font: x",
    "Arial, 'x",
    "red",
]
_KEYS = [
    "width",
    "height",
    "x",
    "y",
    "d",
    "r",
    "rx",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "transform",
    "style",
    "id",
]
_KEYS += [
    "href",
    "filter",
    "mask",
    "clip-path",
    "opacity",
    "font-family",
    "font-size",
    "viewBox",
    "points",
    "offset",
    "stdDeviation",
]
_NAMES = [
    "g",
    "rect",
    "circle",
    "path",
    "text",
    "tspan",
    "use",
    "image",
    "defs",
    "linearGradient",
    "stop",
    "pattern",
    "mask",
    "filter",
]
_NAMES += ["feGaussianBlur", "clipPath", "symbol", "svg", "style", "marker", "polygon", "switch", "a", "title"]

_attributes = st.dictionaries(st.sampled_from(_KEYS), st.sampled_from(_VALUES), max_size=5)
_views = st.lists(st.sampled_from(_NUMBERS), min_size=3, max_size=5).map(" ".join) | st.just("0 0 40 30")


def _element(name: str, attributes: dict[str, str], inner: list[str]) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inner)}</{name}>"


def _with_children(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(_element, st.sampled_from(_NAMES), _attributes, st.lists(children, max_size=4))


_elements = st.recursive(st.sampled_from(["", "Kran", "/*", "a { fill: url(#a) }"]), _with_children, max_leaves=12)


def _drawing(view: str, attributes: dict[str, str], inner: list[str]) -> bytes:
    root = {"xmlns": "http://www.w3.org/2000/svg", **attributes, "viewBox": view}
    return _element("svg", root, inner).encode()


wrong_drawings = st.builds(_drawing, _views, _attributes, st.lists(_elements, max_size=6))
