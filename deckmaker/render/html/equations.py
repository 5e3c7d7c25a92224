"""A formula: its outline, which is what is seen, and its MathML, which is what readers hear."""

from __future__ import annotations

from deckmaker.layout import EquationItem, Placed
from deckmaker.model.formula import MathNode
from deckmaker.render.html.markup import NOTHING, Html, element, identifier, joined, style, words
from deckmaker.render.html.styles import box

_UNITS = 1_000
"""Of the drawing in an em: less than a pixel of any screen."""


def equation_html(placed: Placed, item: EquationItem) -> Html:
    """Return a formula; one of which somebody has said what it says is a picture with these words."""
    drawn = item.drawn
    top, height = -drawn.ascent, drawn.ascent + drawn.descent
    view = " ".join(map(_number, (0.0, top, drawn.width, height)))
    path = element("path", NOTHING, {"d": "".join(_step(name, numbers) for name, numbers in drawn.outline)})
    drawing = element("svg", path, {"viewBox": view, "aria-hidden": "true", "focusable": "false"})
    attributes = {
        "class": f"equation color-{identifier(item.color)}",
        "role": "img" if item.alt else None,
        "aria-label": item.alt or None,
        "style": style(
            box(placed.rect) | {"--across": f"{drawn.width:.3f}em", "--shape": f"{drawn.width / height:.4f}"}
        ),
    }
    said = NOTHING if item.alt else element("math", joined(map(_math, (item.formula.root,))), {"display": "block"})
    return element("div", joined((drawing, said)), attributes)


def _math(node: MathNode) -> Html:
    content = words(node.text) if node.text else joined(map(_math, node.children))
    return element(node.name, content, dict(_attributes(node)) or None)


def _attributes(node: MathNode) -> list[tuple[str, str]]:
    """Return what MathML Core knows of a node's attributes, lengths with their unit."""
    match node.name:
        case "mspace":
            return [("width", f"{node.get('width')}em")]
        case "mtable":
            return [(name, value) for name, value in node.attributes if name != "columnspacing"]
        case "mtd" | "menclose":
            return []
        case _:
            return [*node.attributes]


def _step(name: str, numbers: tuple[float, ...]) -> str:
    return f"{name}{' '.join(map(_number, numbers))}"


def _number(ems: float) -> str:
    return str(round(ems * _UNITS))
