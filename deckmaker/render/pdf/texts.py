"""Set texts to content: glyphs line by line, the lines under links, and what leads to other places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckmaker.credits import words_for
from deckmaker.fonts import FaceKey
from deckmaker.layout import Page, Role, TextItem
from deckmaker.model import Marker, SlideLink, looks_linked
from deckmaker.model.geometry import Rect
from deckmaker.render.pdf.content import LAYOUT, Owner, PageContent
from deckmaker.render.pdf.fonts import EmbeddedFont
from deckmaker.render.pdf.placement import Box
from deckmaker.render.pdf.set_lines import owned_runs, spaced_lines
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_texts import TextTags
from deckmaker.text import GlyphRun, InlineStyle, SetParagraph
from deckmaker.text.styling import UNDERLINE_DROP, UNDERLINE_WEIGHT

_BELOW = 0.2
"""Of a run's size: how far the boxes of its links reach below its baseline; they are as high as it is large."""


class _End(NamedTuple):
    """An end of a way between a footnote and its mark: the element that leads to the other, and its box."""

    element: Element
    box: Box


class _OpenLink(NamedTuple):
    """A link that may go on with the next run: where it leads, the element that it is in, and its own."""

    leads_to: str | SlideLink
    within: Element
    element: Element


class TextPainter:
    """Draws the texts of pages, and remembers the fonts that they use.

    `fills` are operators that set colours, by their names.
    """

    def __init__(self, fills: Mapping[str, str], structure: Structure, language: str) -> None:
        self._height, self._fills, self._structure = 0.0, fills, structure
        self._slide = words_for(language).slide
        self._content = PageContent()
        self._link: _OpenLink | None = None
        self._notes: dict[int, str] = {}
        self._marks: dict[int, list[_End]] = {}
        self._footnotes: dict[int, _End] = {}
        self.fonts: dict[FaceKey, EmbeddedFont] = {}

    def begin(self, content: PageContent, height: float, page: Page | None = None) -> None:
        """Begin texts that go into content, in places of a page or a sheet of a `height` in points."""
        self._content, self._height = content, height
        self._notes, self._marks, self._footnotes = dict(_footnotes_of(page) if page else ()), {}, {}

    def end(self) -> None:
        """Have the page's footnotes and their marks lead to one another."""
        for number, footnote in self._footnotes.items():
            for mark in self._marks.get(number, ()):
                self._content.jump(mark.element, mark.box, footnote.box[-1], self._notes[number])
            if marks := self._marks.get(number):
                self._content.jump(footnote.element, footnote.box, marks[0].box[-1], str(number))

    def draw(self, rect: Rect, item: TextItem, tags: TextTags) -> None:
        """Draw a text in its frame. The lines under its links are drawn after it, so as not to part its words."""
        lines: list[tuple[Rect, str]] = []
        top = rect.y + item.offset
        for paragraph in item.setting.paragraphs:
            label, body, parts = tags.owners(paragraph.paragraph)
            if paragraph.marker:
                self._draw_marker(paragraph, rect.x + paragraph.marker.x, top + paragraph.lines[0].baseline, label)
            self._link = None
            turned = paragraph.style.turned and not paragraph.style.isolated
            lines_owned = owned_runs(paragraph, body, parts)
            spaced = spaced_lines(paragraph, tags.is_shared)
            for set_line, runs, is_spaced in zip(paragraph.lines, lines_owned, spaced, strict=True):
                y = top + set_line.baseline
                for index, (run, owner) in enumerate(runs, start=1):
                    x = rect.x + set_line.x + run.x
                    leading = self._leading(run.style, owner)
                    self._content.within(leading or owner)
                    self._show(run, x, y, is_spaced and index == len(runs), turned)
                    if leading:
                        lines += self._lead(run, x, y, leading)
        if lines:
            self._content.within(LAYOUT)
            for line, color in lines:
                box = line.x, self._height - line.bottom, line.width, line.height
                self._content.rectangle(box, self._fills[color], 1.0)

    def _draw_marker(self, paragraph: SetParagraph, x: float, baseline: float, label: Owner) -> None:
        """Draw the marker of a paragraph; a footnote's leads back to its mark."""
        marker, number = paragraph.marker, paragraph.paragraph.number
        assert marker
        if paragraph.paragraph.marker is Marker.FOOTNOTE and isinstance(label, Element):
            label = self._structure.open("Link", label)
            self._footnotes[number] = _End(label, self._line_box(marker, x, baseline))
        self._content.within(label)
        self._show(marker, x, baseline, is_spaced=False)

    def _leading(self, style: InlineStyle, body: Owner) -> Element | None:
        """Return the element of what a run leads elsewhere by, None where it does not. A link may be of several runs,
        on several lines."""
        if style.link is None or not isinstance(body, Element):
            self._link = None
        elif self._link is None or self._link.leads_to != style.link or self._link.within is not body:
            self._link = _OpenLink(style.link, body, self._structure.open("Link", body))
        if self._link:
            return self._link.element
        if style.footnote in self._notes and isinstance(body, Element):
            return self._structure.open("Link", self._structure.open("Reference", body))
        return None

    def _lead(self, run: GlyphRun, x: float, baseline: float, element: Element) -> Iterator[tuple[Rect, str]]:
        """Have the box of a run lead where it says; yield the line under what looks like a link, and its colour."""
        style = run.style
        box = self._line_box(run, x, baseline)
        if isinstance(style.link, SlideLink):
            self._content.go_to(element, style.link.page, box, self._slide.format(style.link.page))
        elif style.link:
            self._content.link(element, style.link, box)
        else:
            box = self._line_box(run, x, baseline - style.rise)
            self._marks.setdefault(style.footnote, []).append(_End(element, box))
        if looks_linked(style.link):
            drop, weight = UNDERLINE_DROP * style.size, UNDERLINE_WEIGHT * style.size
            yield Rect(x, baseline + drop, run.width, weight), style.color

    def _show(self, run: GlyphRun, x: float, baseline: float, is_spaced: bool, turned: bool = False) -> None:
        """Draw a run's glyphs, and a space behind them that takes no room where one `is_spaced`, in a `turned` line on
        their left."""
        style = run.style
        font = self.fonts.get(style.face)
        if font is None:
            font = self.fonts[style.face] = EmbeddedFont(style.face, f"T{len(self.fonts)}")
        self._content.text(
            f"{self._fills[style.color]} /{font.resource} {style.size:g} Tf "
            f"1 0 0 1 {x:.3f} {self._height - baseline + style.rise:.3f} Tm {font.show(run, is_spaced, turned)}"
        )

    def _line_box(self, run: GlyphRun, x: float, baseline: float) -> Box:
        size = run.style.size
        bottom, top = baseline + _BELOW * size, baseline - (1 - _BELOW) * size
        return x, self._height - bottom, x + run.width, self._height - top


def _footnotes_of(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the footnotes that stand on a page: their numbers and their words."""
    for placed in page.placed:
        if placed.role is Role.FOOTNOTES and isinstance(placed.item, TextItem):
            for one in placed.item.setting.paragraphs:
                yield one.paragraph.number, one.paragraph.unmarked
