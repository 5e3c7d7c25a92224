"""The characters of a PDF's page in drawing order, as readers are meant to read them, by pdfminer.

A PDF may say of a stretch of glyphs which text they stand for (ISO 32000-2, 14.9.4: ActualText). LibreOffice does so
wherever a script joins or reorders its letters; pdfplumber passes over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.utils import decode_text
from pdfplumber.page import Page


class DrawnCharacter(NamedTuple):
    """A glyph with the text that it stands for: in a stretch with a text of its own the first for all of it."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float


def drawn_characters(page: Page) -> list[DrawnCharacter]:
    """Return a page's characters; baselines count from the bottom."""
    resources = page.pdf.rsrcmgr  # of all pages, so that a font is read once
    device = _Reader(resources)
    PDFPageInterpreter(resources, device).process_page(page.page_obj)
    return list(device.characters())


class _Reader(PDFPageAggregator):
    """Keeps every character with the text of the stretch that it stands in."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self._open: list[str | None] = []
        self._texts: dict[int, str] = {}
        self._kept: list[LTChar] = []
        self._silent: set[int] = set()

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        actual = props.get("ActualText") if isinstance(props, dict) else None
        self._open.append(None if actual is None else decode_text(actual))

    def end_tag(self) -> None:
        if self._open:
            self._open.pop()

    def render_string(self, textstate: Any, seq: Any, *others: Any) -> None:
        """Show an array of glyphs (9.4.3: TJ). A space at its end that it goes back over takes no room: it is there for
        those who copy the words or hear them."""
        before = len(self._kept)
        super().render_string(textstate, seq, *others)
        back = seq[-1] if len(seq) and isinstance(seq[-1], int | float) else 0.0
        last = self._kept[-1] if len(self._kept) > before else None
        if last and last.get_text().isspace() and back * textstate.fontsize * textstate.scaling * 1e-5 > 0.9 * last.adv:
            self._silent.add(id(last))

    def render_char(self, *arguments: Any, **named: Any) -> float:
        advance = super().render_char(*arguments, **named)
        character = self.cur_item._objs[-1]
        self._kept.append(character)
        if self._open and self._open[-1] is not None:
            self._texts[id(character)] = self._open[-1]
            self._open[-1] = ""
        return advance

    def characters(self) -> Iterator[DrawnCharacter]:
        for one in self._kept:
            text = self._texts.get(id(one), one.get_text())
            end = one.x0 if id(one) in self._silent else one.x1
            yield DrawnCharacter(text, one.x0, end, one.matrix[5], one.size)
