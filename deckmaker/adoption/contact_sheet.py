"""A contact sheet of a theme: a page for each layout, with a text in each place and a panel for each picture."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.layout import Document, Page, Placed, Role, ShapeItem, layout_deck
from deckmaker.render.registry import load_renderer
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml
from deckmaker.source.quoting import quoted
from deckmaker.theme import Theme, load_theme

_BEGIN = """\
title: Contact sheet
author: Author and date
footer: Footer
trail: [Trail]
slides:
"""
_LEFT_OUT = ("credits",)
"""Layouts that no slide may name."""


def contact_sheet(theme_path: Path, diagnostics: Diagnostics) -> bytes | None:
    """Return the contact sheet of a theme file as PDF; report and return None where the theme is none."""
    deck_path = theme_path.parent / "contact-sheet.yaml"  # beside the theme; there is no such file
    source = SourceFile(theme_path.name, "x")
    theme = load_theme(theme_path.name, "16:9", deck_path, Span(source, 1, 1, 1, 2), diagnostics)
    document = _document(_plain(theme), deck_path, diagnostics) if theme else None
    renderer = load_renderer("pdf", diagnostics) if document else None
    if document is None or renderer is None:
        return None
    out = BytesIO()
    renderer.render(document, out, diagnostics)
    return out.getvalue()


def _plain(theme: Theme) -> Theme:
    """Return a theme whose layouts stay what they are on slides without a picture."""
    return replace(theme, layouts={name: replace(one, without_picture=None) for name, one in theme.layouts.items()})


def _document(theme: Theme, path: Path, diagnostics: Diagnostics) -> Document | None:
    names = [name for name in theme.layouts if name not in _LEFT_OUT and not name.endswith("-only")]
    text = _BEGIN + "".join(_slide(name, theme) for name in names)
    quiet = Diagnostics()
    tree = parse_yaml(SourceFile("contact sheet", text), quiet)
    entry = tree and validate(DeckEntry, tree, quiet)
    deck = resolve_deck(entry, tree, path, quiet) if entry and tree else None
    document = layout_deck(deck, theme, quiet) if deck else None
    if document is None:
        return None
    return replace(document, pages=tuple(_with_pictures(page) for page in document.pages))


def _slide(name: str, theme: Theme) -> str:
    layout = theme.layouts[name]
    theirs = f", in `{layout.template.name}`" if layout.template else ""
    lines = [f"  - layout: {name}", f"    title: {_quoted(f'{name}{theirs}')}"]
    if "body" in layout.slots:
        if "meta" in layout.slots or name.startswith(("section", "closing")):
            lines.append("    text: What stands below the title")
        elif name == "columns":
            column = "{heading: Heading, bullets: [A first item, A second one]}"
            lines.append(f"    columns: [{column}, {column}]")
        elif name == "picture":
            lines.append("    text: A caption")
        elif name == "table":
            lines.append("    table: {rows: [[Place, Value], [North, '12'], [South, '9'], [West, '7']]}")
        else:
            lines.append("    bullets: [A first item, A second one, 'A third one, which is longer than the others']")
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    return quoted(text.replace("`", "‘", 1).replace("`", "’"))


def _with_pictures(page: Page) -> Page:
    """Return a page with a panel in the place of a picture."""
    return replace(page, placed=(*_panels(page), *page.placed))


def _panels(page: Page) -> Iterator[Placed]:
    if slot := page.layout.slots.get("picture"):
        yield Placed(slot.rect, ShapeItem("tint", 1.0), Role.DECORATION, None, None)
