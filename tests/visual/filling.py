"""How much text nearly fills a slot: an estimate without measuring, since decks are written before they are set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from deckmaker.theme import SlideLayout, Slot, TextStyle
from deckmaker.theme.baselines import line_height

LETTER, BOLD_LETTER = 0.49, 0.63
"""Average advance of a character, in ems."""

RAGGED = 0.9
"""Of a line's width, what is used on average: words go to the next line whole."""

STRIP = 280
"""Characters of three long credits."""

Block = Mapping[str, Any]
"""A text as a deck writes it, under `text`, `bullets` and `numbered`."""


def fitting(titles: Sequence[str], slot: Slot) -> list[str]:
    """Return the titles that fit the slot at its style's smallest size, or else the shortest; the longest first."""
    assert slot.style
    lines = slot.rect.height // line_height(slot.style.percent, slot.style.minimum)
    most = lines * _characters(slot.rect.width, slot.style, slot.style.minimum)
    ordered = sorted(titles, key=len, reverse=True)
    return [title for title in ordered if len(title) <= most] or ordered[-1:]


def nearly_filling(pieces: Sequence[Block], slot: Slot, layout: SlideLayout) -> list[Block]:
    """Return the first of the pieces, at least one, as many as fit the slot at its style's smallest size."""
    room = _room(slot, layout)
    fitting = (count for count in range(len(pieces), 1, -1) if _height(joined(pieces[:count]), slot) <= room)
    return list(pieces[: next(fitting, 1)])


def joined(pieces: Sequence[Block]) -> dict[str, Any]:
    """Return pieces as one text: sentences two to a paragraph, items in lists."""
    sentences = [piece["text"] for piece in pieces if "text" in piece]
    pairs = [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]
    text: dict[str, Any] = {"text": "\n\n".join(pairs)} if pairs else {}
    for key in ("bullets", "numbered"):
        if items := [piece[key] for piece in pieces if key in piece]:
            text[key] = items
    return text


def _height(text: Block, slot: Slot) -> float:
    style, height = slot.style, 0.0
    assert style
    for words, depth in _paragraphs(text):
        lines = ceil(len(words) / _characters(slot.rect.width - depth * style.minimum, style, style.minimum))
        height += lines * line_height(style.percent, style.minimum) + style.minimum * style.gap
    return height


def _characters(width: float, style: TextStyle, size: int) -> float:
    """Return how many characters a line takes."""
    return width * RAGGED / (size * (BOLD_LETTER if style.bold else LETTER))


def _room(slot: Slot, layout: SlideLayout) -> float:
    """Return what is left of the slot's height above a strip of three long credits."""
    strip = layout.slots["credits"]
    style = strip.style
    assert style
    lines = ceil(STRIP / _characters(strip.rect.width, style, style.size))
    top = strip.rect.bottom - lines * line_height(style.percent, style.size)
    return min(slot.rect.bottom, top) - slot.rect.y


def _paragraphs(text: Block) -> Iterator[tuple[str, int]]:
    """Yield a text's paragraphs and the depths they stand at: 0, or the level of their list from 1."""
    for words in text.get("text", "").split("\n\n"):
        yield words, 0
    for item in (*text.get("bullets", ()), *text.get("numbered", ())):
        if isinstance(item, str):
            yield item, 1
        else:
            for words, nested in item.items():
                yield words, 1
                yield from ((one, 2) for one in nested)
