"""What to say of keys that a theme file lacks: a name is misspelt, or a style should build on another."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.language.missing_keys import MissingKeys, is_nearest
from deckmaker.language.theme import StyleEntry
from deckmaker.source import DataPath, Tree
from deckmaker.theme.parts import Parts, mapping
from deckmaker.theme.style_inheritance import written_styles

_MEANT = {
    **dict.fromkeys(("text", "paragraph", "p", "bullets", "list", "normal"), "body"),
    **dict.fromkeys(("h1", "headline"), "title"),
    **dict.fromkeys(("h2", "h3"), "heading"),
}
"""What other programs call styles."""


def missing_theme_keys(tree: Tree, parts: Parts) -> dict[DataPath, MissingKeys]:
    """Return what to say of the mappings of a theme's tree, by path, should they turn out to lack keys."""
    return dict(_styles(tree, parts)) | dict(_layouts(tree))


def _styles(tree: Tree, parts: Parts) -> Iterator[tuple[DataPath, MissingKeys]]:
    """Yield what to say of each style; nothing of one that is like another, which then lacks the same keys or more."""
    styles, known = written_styles(tree), list(StyleEntry.keys)
    used = {slot.entry.style for slot in parts.slots}
    for name, style in styles.items():
        others = [] if name in used else [other for other in styles if other != name]
        meant = _MEANT.get(name.lower())
        near = did_you_mean(meant) if meant in others else nearest(name, others)
        help = near or "add what is missing, or say which style it is `like`"
        like = style.get("like") is not None or any(is_nearest(key, "like", known) for key in style if key not in known)
        yield ("styles", name), MissingKeys(tree.key_span(("styles", name)), help, excused=like)


def _layouts(tree: Tree) -> Iterator[tuple[DataPath, MissingKeys]]:
    names = mapping(mapping(tree.data).get("layouts"))
    for name in names:
        help = nearest(name, [other for other in names if other != name]) or "add `slots:`"
        yield ("layouts", name), MissingKeys(tree.key_span(("layouts", name)), help)
