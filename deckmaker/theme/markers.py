"""The markers of lists: those of the theme, or plainer ones where its body font lacks what a built-in theme says."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.fonts import FAMILIES, Face, Family, face
from deckmaker.fonts.family import office_family
from deckmaker.language.theme import ListsEntry
from deckmaker.source import Tree
from deckmaker.theme.places import Findings, is_built_in, likeliest

_PLAINER = {"bullet": ("•", "-"), "bullet_nested": ("-",)}
"""What is taken for an inherited marker: of the fonts that brands have, few have a square and nearly all a bullet."""


class Markers(NamedTuple):
    """What stands before items of the first level, the third and so on, and of those between."""

    bullet: str
    nested: str


def markers_in(body: Family | None, lists: ListsEntry | None, tree: Tree, diagnostics: Diagnostics) -> Markers:
    """Return a theme's markers; report those that its author wrote and their font, or the body's, has no glyphs for."""
    if not (body and lists):  # reported, and nothing to look glyphs up in
        return Markers("", "")
    family = office_family(lists.bullet_font) if lists.bullet_font in FAMILIES else body
    findings, font = Findings(diagnostics), face(family.face(False, False))
    return Markers(*(_marker(key, getattr(lists, key), family, font, tree, findings) for key in _PLAINER))


def _marker(key: str, marker: str, family: Family, font: Face, tree: Tree, findings: Findings) -> str:
    lacking = [character for character in dict.fromkeys(marker) if not font.has(character)]
    if not lacking:
        return marker
    path = ("lists", key)
    plainer = next((one for one in _PLAINER[key] if font.has(one)), None)
    if plainer and is_built_in(tree.value_span(path)):
        return plainer
    for character in lacking:
        font_of = "bullets' font" if ("lists", "bullet_font") in tree.values else "body font"
        message = f"`{key}` needs a glyph for `{character}`, and the {font_of} {family.name} has none"
        findings.add(
            f"glyph {character}", message, likeliest(tree, [path, ("lists", "bullet_font"), ("fonts", "body")])
        )
    return marker
