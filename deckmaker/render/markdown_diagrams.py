"""Diagrams as Mermaid has them, which GitHub and other readers of Markdown draw."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.layout import ConnectorsItem, GroupItem, Outline, Placed, ShapeItem, TextItem
from deckmaker.patterns import pattern

_BRACKETS = {Outline.ELLIPSE: ("([", "])"), Outline.DIAMOND: ("{", "}")}
_SIGN = pattern(r"[#\"`<>&]")
"""Signs that mean something there, or in the HTML that Mermaid makes of words."""

_ARROWS = {(False, True): "-->", (True, True): "<-->", (False, False): "---"}
_DASHED = {(False, True): "-.->", (True, True): "<-.->", (False, False): "-.-"}


def mermaid_of(children: Sequence[Placed]) -> str:
    """Return the lines of a flowchart: its nodes, then its edges; `children` are what a diagram is drawn of."""
    nodes = [one for one in children if isinstance(one.item, GroupItem) and len(one.item.children) > 1]
    names = [_name(index) for index in range(len(nodes))]
    lines = [f"    {name}{_node(node)}" for name, node in zip(names, nodes, strict=True)]
    is_down = False
    for child in children:
        if isinstance(child.item, ConnectorsItem):
            drawn = child.item.lines
            begun = [one.pieces[0][:2] for one in drawn]
            is_down = 2 * sum(one[0][0] == one[-1][0] for one in begun) > len(begun)
            for line in drawn:
                arrow = (_DASHED if line.dashed else _ARROWS)[line.ends]
                said = f"|{_quoted(line.text)}|" if line.text else ""
                source, target = (names[index] for index in line.joins)
                lines.append(f"    {source} {arrow}{said} {target}")
    return "\n".join((f"flowchart {'TD' if is_down else 'LR'}", *lines))


def _name(index: int) -> str:
    """Return the name of a node by its index: A to Z, A1 and so on."""
    letter = chr(ord("A") + index % 26)
    return f"{letter}{index // 26}" if index >= 26 else letter


def _node(node: Placed) -> str:
    assert isinstance(node.item, GroupItem)
    outline = next((one.item.outline for one in node.item.children if isinstance(one.item, ShapeItem)), None)
    said = " ".join(one.item.text for one in node.texts if isinstance(one.item, TextItem))
    begin, end = _BRACKETS.get(outline, ("[", "]")) if outline else ("[", "]")
    return f"{begin}{_quoted(said)}{end}"


def _quoted(said: str) -> str:
    """Return words as Mermaid reads them, whatever signs they have."""
    plain = " ".join(said.split())
    return f'"{_SIGN.sub(lambda found: f"#{ord(found[0])};", plain)}"'
