"""Presentations as python-pptx writes them, and the decks that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.deck_text import deck_text
from deckmaker.importing.powerpoint.pictures import PictureNames
from deckmaker.importing.powerpoint.slides import read_deck_of_presentation
from tests.importing.markdown_decks import Imported

TITLE, CONTENT, SECTION, TWO, COMPARISON, TITLE_ONLY, BLANK = range(7)
"""Layouts of python-pptx's own template."""


def picture(kind: str = "PNG", color: str = "teal") -> BytesIO:
    """Return a small picture."""
    stream = BytesIO()
    Image.new("RGB", (8, 6), color).save(stream, kind)
    stream.seek(0)
    return stream


def presentation(*slides: Callable[[Any], object], cover: bool = True) -> bytes:
    """Return a presentation whose slides are made by functions, behind a title slide `Talk`."""
    found = Presentation()
    if cover:
        found.slides.add_slide(found.slide_layouts[TITLE]).shapes.title.text = "Talk"
    for make in slides:
        make(found)
    stream = BytesIO()
    found.save(stream)
    return stream.getvalue()


def content_slide(found: Any, title: str = "Slide", layout: int = CONTENT) -> Any:
    """Add a slide with a title."""
    slide = found.slides.add_slide(found.slide_layouts[layout])
    if slide.shapes.title is not None:
        slide.shapes.title.text = title
    return slide


def text_box(slide: Any, text: str, left: float, top: float, width: float = 3, height: float = 1) -> Any:
    """Add a text box, in inches."""
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    box.text_frame.text = text
    return box


def with_parts(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a package each of whose parts was changed, or left out."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            changed = change(info.filename, old.read(info))
            if changed is not None:
                new.writestr(info.filename, changed)
    return stream.getvalue()


def imported(content: bytes) -> tuple[Imported, dict[str, bytes]]:
    """Return the deck of a presentation, and the files that come with it; messages have the numbers of slides."""
    diagnostics = Diagnostics()
    deck = read_deck_of_presentation(content, "File", "talk.pptx", PictureNames("talk-pictures"), diagnostics)
    text = deck_text(deck)
    messages = [(one.span.line if one.span else 0, one.message) for one in diagnostics]
    return Imported(text, yaml.load(text, Loader=yaml.BaseLoader), messages), dict(deck.files)


def slide_of(make: Callable[[Any], object], said: Iterable[tuple[int, str]] = ()) -> dict[str, Any]:
    """Return what becomes of the one slide behind the title slide, without its title."""
    found, _ = imported(presentation(make))
    assert found.messages == list(said)
    (slide,) = found.slides
    slide.pop("title", None)
    return dict(slide)


def body_of(slide: Any, *paragraphs: tuple[int, str]) -> Any:
    """Fill the body placeholder with paragraphs of levels."""
    frame = slide.placeholders[1].text_frame
    for index, (level, text) in enumerate(paragraphs):
        one = frame.paragraphs[0] if not index else frame.add_paragraph()
        one.text, one.level = text, level
    return frame
