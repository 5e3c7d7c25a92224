"""Every text of an output, by readers that had no part in writing it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import lxml.etree
import lxml.html
import pdfplumber

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_pptx(content: bytes) -> str:
    """Return the slides' words as their XML has them, without notes and layouts."""
    with ZipFile(BytesIO(content)) as archive:
        slides = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        trees = [lxml.etree.fromstring(archive.read(name)) for name in sorted(slides)]
    return "\n".join(text.text or "" for tree in trees for text in tree.iter(f"{_DRAWING}t"))


def read_pdf(content: bytes) -> str:
    """Return the pages' characters in the order in which they are drawn."""
    with pdfplumber.open(BytesIO(content)) as opened:
        return "\n".join("".join(char["text"] for char in page.chars) for page in opened.pages)


def read_html(content: bytes) -> str:
    """Return what stands in the page's slides."""
    page = lxml.html.document_fromstring(content.decode("utf-8"))
    return "\n".join(section.text_content() for section in page.iter("section"))


READERS: dict[str, Callable[[bytes], str]] = {"pptx": read_pptx, "pdf": read_pdf, "html": read_html}
