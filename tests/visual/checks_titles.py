"""Titles: no word alone on the last line, none broken at its hyphen, lines of about one length."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Document, Page, TextItem
from tests.visual.placed_lines import page_name

EVEN = 0.6
"""Of the longest line: how long a balanced title's shortest line is at least. Words do not divide more evenly."""


def poor_titles(document: Document) -> list[str]:
    """Return a finding for each title that breaks badly."""
    return [finding for page in document.pages for finding in _findings(page)]


def _findings(page: Page) -> Iterator[str]:
    placed = page.slot("title")
    if placed is None or not isinstance(placed.item, TextItem):
        return
    setting = placed.item.setting
    shown = f"{page_name(page)}: `{' / '.join(line.text.strip() for line in setting.lines)}`"
    if setting.widows:
        yield f"{shown} ends with a word alone"
    if any(line.text.rstrip()[-1] in "-‐" for line in setting.lines[:-1]):
        yield f"{shown} breaks a word"
    widths = [line.width for line in setting.lines]
    if placed.item.style.balance and min(widths) < EVEN * max(widths):
        yield f"{shown} is uneven: its shortest line has {min(widths) / max(widths):.0%} of its longest one's width"
