"""What a page says, word for word and in reading order, by its layout alone: what its PDF has to say, too."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Page, Placed, Role, TextItem
from deckmaker.layout.roles import FURNITURE
from deckmaker.text import SetParagraph
from deckmaker.theme.slots import SLOT_NAMES


def said_words(page: Page) -> list[str]:
    """Return the words of all texts that say something, each behind its marker."""
    said = [one for one in page.placed if one.role not in FURNITURE]
    found = []
    for placed in sorted(said, key=lambda one: SLOT_NAMES.index(one.region or one.slot or "")):
        for one in _paragraphs(placed):
            found += [one.marker.text] if one.marker else []
            found.append(one.paragraph.text)
    return " ".join(found).split()


def _paragraphs(placed: Placed) -> Iterator[SetParagraph]:
    for one in placed.texts:
        if one.role is not Role.DECORATION and isinstance(one.on_paper.item, TextItem):
            yield from one.on_paper.item.setting.paragraphs
