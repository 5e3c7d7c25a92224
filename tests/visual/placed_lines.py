"""Every line of text on a page in its place, list markers among them: what the checks look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckmaker.layout import Document, Page, Placed, TextItem
from deckmaker.model.geometry import Rect
from deckmaker.text import GlyphRun
from deckmaker.text.setting import SetParagraph

RISE, DROP = 0.75, 0.2
"""How far a line's box reaches above and below its baseline, in ems: capitals, and most of a descender."""

QUOTES = frozenset("“‘„‚«‹\"'")

SHOWN = 40
"""How many characters of a line a finding quotes."""


@dataclass(frozen=True)
class PlacedLine:
    """A line or a list's marker; `x`, `baseline` and `width` in points on the page."""

    page: Page
    placed: Placed
    item: TextItem
    paragraph: SetParagraph
    text: str
    runs: Sequence[GlyphRun]
    x: float
    baseline: float
    width: float
    is_marker: bool

    @property
    def slot(self) -> str:
        """The name of the slot it stands in."""
        return self.placed.slot or ""

    @property
    def size(self) -> int:
        """The paragraph's size; raised and lowered signs are smaller."""
        return self.paragraph.style.size

    @property
    def hangs(self) -> bool:
        """Whether it begins with a quotation mark, which may stand outside the text's edge."""
        return not self.is_marker and self.text[:1] in QUOTES

    @property
    def box(self) -> Rect:
        """What its ink may cover."""
        return Rect(self.x, self.baseline - RISE * self.size, self.width, (RISE + DROP) * self.size)

    def __str__(self) -> str:
        quoted = self.text if len(self.text) <= SHOWN else f"{self.text[: SHOWN - 1]}…"
        return f"{page_name(self.page)}, {self.slot}, `{quoted}`"


def page_name(page: Page) -> str:
    """Return how findings call a page: its number and, where its notes say so, what it is a specimen of."""
    return f"page {page.number} ({page.notes[0].text if page.notes else page.layout.name})"


def document_lines(document: Document) -> Iterator[PlacedLine]:
    """Yield the lines of all pages."""
    for page in document.pages:
        yield from page_lines(page)


def page_lines(page: Page) -> Iterator[PlacedLine]:
    """Yield a page's lines and markers, in reading order; a table's are those of its cells."""
    for placed in (text for one in page.leaves for text in one.texts):
        assert isinstance(placed.item, TextItem)
        yield from frame_lines(page, placed, placed.item)


def frame_lines(page: Page, placed: Placed, item: TextItem) -> Iterator[PlacedLine]:
    """Yield the lines and markers of one frame, in reading order."""
    left, top = placed.rect.x, placed.rect.y + item.offset
    for paragraph in item.setting.paragraphs:
        first = top + paragraph.lines[0].baseline
        if marker := paragraph.marker:
            x, width = left + marker.x, marker.width
            yield PlacedLine(page, placed, item, paragraph, marker.text, (marker,), x, first, width, True)
        for one in paragraph.lines:
            x, baseline, line = left + one.x, top + one.baseline, one.line
            yield PlacedLine(page, placed, item, paragraph, line.text, line.runs, x, baseline, line.width, False)
