"""Notes of a presentation to notes of a deck, which are plain text."""

from __future__ import annotations

from deckmaker.credits.languages import LANGUAGES
from deckmaker.importing.credits import is_credit
from deckmaker.importing.powerpoint.shapes import shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.template.names import A


def notes_of(part: SlidePart) -> str:
    """Return the notes of a slide as plain text, a paragraph a line."""
    if part.notes is None:
        return ""
    lines: list[str] = []
    for shape in shapes_of(SlidePart(part.number, part.notes, {}, None, None, None, "", False)):
        if shape.type == "body" and shape.body is not None:
            for one in shape.body.iterfind(f"{A}p"):
                lines.append("".join(text.text or "" for text in one.iter(f"{A}t")).replace("_x000B_", "\n").strip())
    headings = {words.heading for words in LANGUAGES.values()}
    own = next((index for index, line in enumerate(lines) if line in headings), len(lines))
    if all(is_credit(line, of_pictures=True) for line in lines[own + 1 :]):  # our own, which slides have as data
        lines = lines[:own]
    return "\n".join(lines).strip()
