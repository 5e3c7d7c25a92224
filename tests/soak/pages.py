"""The words of each page of an output and where they stand, by readers that had no part in writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import lxml.html
import pdfplumber
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from deckmaker.model.geometry import Rect
from tests.soak.single_words import words_in


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page's words in small letters, in the file's order, and its text.

    `boxes` are where words stand, several where one is hyphenated; `frames` are where texts and tables do.
    """

    text: str
    words: tuple[str, ...]
    size: tuple[float, float] | None = None
    boxes: tuple[tuple[str, Rect], ...] = ()
    frames: tuple[Rect, ...] = ()


def read_pdf(content: bytes) -> list[ReadPage]:
    """Return the pages with each word's box, as high as its font."""
    pages = []
    with pdfplumber.open(BytesIO(content)) as opened:
        for page in opened.pages:
            found = page.extract_words(use_text_flow=True, extra_attrs=["tag"])
            boxes = [
                (one["text"], Rect(one["x0"], one["top"], one["x1"] - one["x0"], one["bottom"] - one["top"]))
                for one in found
                if one["tag"] != "Artifact" or words_in(one["text"])  # a mark of decoration is far lower than its font
            ]
            text = " ".join(one["text"] for one in found)
            pages.append(ReadPage(text, tuple(words_in(text)), (page.width, page.height), tuple(boxes)))
            page.close()
    return pages


def read_pptx(content: bytes) -> list[ReadPage]:
    """Return the slides with the frames of their texts and tables, but for texts that are decoration."""
    presentation = Presentation(BytesIO(content))
    size = (Emu(presentation.slide_width).pt, Emu(presentation.slide_height).pt)
    pages = []
    for slide in presentation.slides:
        shapes = [shape for shape in _shapes(slide.shapes) if any(_texts(shape))]
        text = "\n".join(one for shape in shapes for one in _texts(shape))
        frames = tuple(_frame(shape) for shape in shapes if not _is_decorative(shape))
        pages.append(ReadPage(text, tuple(words_in(text)), size, frames=frames))
    return pages


def _shapes(shapes: Any) -> Iterator[Any]:
    """Yield shapes, and those in groups, which have places on the slide themselves."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _is_decorative(shape: Any) -> bool:
    """Tell whether a shape is no content, such as the mark before a quotation: most of its frame is empty."""
    return bool(shape._element.xpath("./*/p:cNvPr//*[local-name()='decorative'][@val='1']"))


def _texts(shape: Any) -> list[str]:
    if shape.has_table:
        return [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return [shape.text_frame.text] if shape.has_text_frame else []


def _frame(shape: Any) -> Rect:
    if shape.has_table:
        width, height = sum(one.width for one in shape.table.columns), sum(one.height for one in shape.table.rows)
        return Rect(shape.left.pt, shape.top.pt, Emu(width).pt, Emu(height).pt)
    return Rect(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)


def read_html(content: bytes) -> list[ReadPage]:
    """Return what stands in the page's slides, but for their notes."""
    root = lxml.html.document_fromstring(content.decode("utf-8"))
    pages = []
    for section in root.iter("section"):
        text = "\n".join(_visible(section))
        pages.append(ReadPage(text, tuple(words_in(text))))
    return pages


def _visible(element: Any) -> Iterator[str]:
    """Yield an element's paragraphs."""
    for one in element.iter("p", *(f"h{level}" for level in range(1, 7))):
        if not any(above.get("class") == "notes" for above in one.iterancestors("aside")):
            yield one.text_content()


PAGE_READERS: dict[str, Callable[[bytes], list[ReadPage]]] = {"pdf": read_pdf, "pptx": read_pptx, "html": read_html}
