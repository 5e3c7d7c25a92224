"""Slides that are split: written, laid out, and what is on their pages."""

from __future__ import annotations

from pathlib import Path

from deckmaker.layout import Document, Page, PictureItem, TextItem
from tests.projects import Project

HEAD = "title: T\nslides:\n  - title: First\n"
SENTENCE = "Two thirds of the loud nights have a reefer ship at berth four. "
LONG = SENTENCE * 48


def document(folder: Path, slides: str, head: str = "") -> Document:
    """Return a deck of a title slide and others, with a picture beside it."""
    project = Project(folder)
    project.picture("a.png", (400, 600))
    return project.document(f"{head}{HEAD}{slides}")


def parts(folder: Path, keys: str, head: str = "") -> tuple[Page, ...]:
    """Return the pages of one slide."""
    return document(folder, f"  - title: Night noise\n{keys}", head).pages[1:]


def body(page: Page, slot: str = "body") -> str:
    """Return the text in a slot, empty without one."""
    placed = page.slot(slot)
    return placed.item.text if placed and isinstance(placed.item, TextItem) else ""


def sizes(pages: tuple[Page, ...], slot: str = "body") -> set[int]:
    """Return the sizes of the texts in a slot."""
    return {one.item.setting.size for page in pages if (one := page.slot(slot)) and isinstance(one.item, TextItem)}


def pictured(pages: tuple[Page, ...]) -> list[bool]:
    """Tell of each page whether it shows a picture."""
    return [any(isinstance(one.item, PictureItem) for one in page.leaves) for page in pages]
