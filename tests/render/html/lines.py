"""Where Chromium draws each line of a page, read from the rectangles of its characters. In points of the page."""

from __future__ import annotations

from typing import Any, NamedTuple

from playwright.sync_api import Page as Tab

from deckmaker.layout import Page, TextItem
from tests.render.html.decks import reading_order

_READ = """number => {
  const page = document.querySelector(`#slide-${number} > .page`);
  const origin = page.getBoundingClientRect();
  const scale = origin.width / parseFloat(getComputedStyle(page).getPropertyValue('--page-width'));
  return [...page.querySelectorAll('.text :is(h1, h2, h3, p)')].map(block => {
    const characters = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < node.length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const rect = [...range.getClientRects()].pop();
        if (!rect || rect.width === 0) continue; // a space at a line's end
        characters.push({
          text: node.data[index],
          marker: node.parentElement.closest('.marker') !== null,
          script: node.parentElement.closest('sup, sub') !== null,
          left: (rect.left - origin.left) / scale,
          right: (rect.right - origin.left) / scale,
          baseline: (rect.bottom - 0.2 * rect.height - origin.top) / scale,
        });
      }
    }
    return characters;
  });
}"""


class Drawn(NamedTuple):
    """A line, or a marker, with its left and right edge and its baseline."""

    text: str
    left: float
    right: float
    baseline: float


def drawn_lines(tab: Tab, number: int) -> list[Drawn]:
    """Return the lines that the browser draws of a page, a paragraph's marker before its lines."""
    return [_line(row) for block in tab.evaluate(_READ, number) for row in _rows(block)]


def _rows(block: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Part a paragraph's characters where a marker ends, and where one begins left of the last."""
    rows: list[list[dict[str, Any]]] = []
    for one in block:
        last = rows[-1][-1] if rows else None
        if last is None or last["marker"] != one["marker"] or one["left"] < last["left"] - 1:
            rows.append([])
        rows[-1].append(one)
    return rows


def _line(row: list[dict[str, Any]]) -> Drawn:
    while row[-1]["text"] == " ":
        row.pop()
    main = next((one for one in row if not one["script"]), row[0])
    text = "".join(one["text"] for one in row)
    return Drawn(text, row[0]["left"], row[-1]["right"], main["baseline"])


def decided_lines(page: Page) -> list[Drawn]:
    """Return the lines that layout decided, in the same order; code has empty ones, of which nothing is drawn."""
    lines: list[Drawn] = []
    for placed in reading_order(page):
        assert isinstance(placed.item, TextItem)
        x, top = placed.rect.x, placed.rect.y + placed.item.offset
        for paragraph in placed.item.setting.paragraphs:
            if marker := paragraph.marker:
                left, baseline = x + marker.x, top + paragraph.lines[0].baseline
                lines.append(Drawn(marker.text, left, left + marker.width, baseline))
            for one in (line for line in paragraph.lines if line.line.text.strip()):
                left = x + one.x
                lines.append(Drawn(one.line.text, left, left + one.line.width, top + one.baseline))
    return lines
