"""Text styles that are like others: each takes from the other what it does not say itself, with the places of both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.source import DataPath, Layered, Tree

Styles = Mapping[str, Mapping[str, Any]]
"""Styles as written, by name."""


def with_inherited_styles(tree: Tree, diagnostics: Diagnostics) -> Tree:
    """Return a theme's tree with every style filled up from the one that its `like` names.

    Reports a style that is like itself in the end; of one that is like none of the theme's, see `references`.
    """
    styles = written_styles(tree)
    filled: dict[str, Any] = {}
    values: dict[DataPath, Span] = {}
    keys: dict[DataPath, Span] = {}
    for name, style in styles.items():
        chain = chain_of(name, styles)
        _report_circle(chain, styles, tree, diagnostics)
        whole = dict(style)
        for other in chain[1:]:
            for key in [key for key in styles[other] if key not in whole]:
                whole[key] = styles[other][key]
                _take(values, tree.values, other, name, key)
                _take(keys, tree.keys, other, name, key)
        filled[name] = whole
    if not filled:
        return tree
    return Tree(
        {**tree.data, "styles": {**tree.data["styles"], **filled}},
        Layered(values, tree.values),
        Layered(keys, tree.keys),
    )


def written_styles(tree: Tree) -> Styles:
    """Return the styles that are mappings; validation says of the others that they should be."""
    styles = tree.data.get("styles") if isinstance(tree.data, dict) else None
    if not isinstance(styles, dict):
        return {}
    return {name: style for name, style in styles.items() if isinstance(style, dict)}


def chain_of(name: str, styles: Styles) -> list[str]:
    """Return a style's name and those of the styles it is like, one after the other, each of them once."""
    chain = [name]
    while isinstance(other := styles[chain[-1]].get("like"), str) and other in styles and other not in chain:
        chain.append(other)
    return chain


def _report_circle(chain: list[str], styles: Styles, tree: Tree, diagnostics: Diagnostics) -> None:
    """Report a chain of styles that ends in a circle; once, however many styles lead there."""
    other = styles[chain[-1]].get("like")
    if other in chain:
        circle = chain[chain.index(other) :]
        first = next(name for name in styles if name in circle)
        place = tree.value_span(("styles", first, "like"))
        diagnostics.report("wrong-value", f"style `{first}` is like itself in the end", place)


def _take(places: dict[DataPath, Span], given: Mapping[DataPath, Span], other: str, name: str, key: str) -> None:
    """Give a key that one style takes from another the place that it has there."""
    if place := given.get(("styles", other, key)):
        places["styles", name, key] = place
