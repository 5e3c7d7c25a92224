"""Titles and subtitles: one line each, without what is their look."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.importing.imported import Block, cover_and_rest
from deckmaker.importing.powerpoint.texts import Paragraph
from deckmaker.patterns import pattern

LONGEST_TITLE, LONGEST_SUBTITLE = 120, 160
"""Characters: longer lines of a title slide are texts."""

_SPACES = pattern(" {2,}")


def line_of(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs on one line."""
    return _SPACES.sub(" ", " ".join(one.words.replace("\\\n", " ") for one in paragraphs))


def title_line(paragraphs: Sequence[Paragraph]) -> str:
    """Return a title, without the marks that are its look."""
    words = line_of(paragraphs)
    return _without_bold(words) if all(one.is_bold for one in paragraphs) else words


def _without_bold(words: str) -> str:
    """Return words without the stars around all of them."""
    is_bold = words.startswith("**") and words.endswith("**") and "**" not in words[2:-2]
    return words[2:-2] if is_bold else words


def title_from(subtitle: str, blocks: list[Block]) -> tuple[str, str, list[Block]]:
    """Return the title, the subtitle and the blocks of a title slide without a title, whose first line is one."""
    here, below = cover_and_rest(blocks)
    text = dict(here).get("text", "")
    first, _, rest = text.partition("\n\n")
    line = subtitle or _SPACES.sub(" ", first.replace("\\\n", " ").replace("** **", " "))
    if below or not line or len(line) > LONGEST_TITLE:
        return "", subtitle, blocks
    if not subtitle:
        texts = {"text": rest} if rest else {}
        blocks = [(key, texts.get(key, value)) for key, value in here if key != "text" or rest]
    return _without_bold(line), "", blocks


def is_line(text: str) -> bool:
    """Tell whether a text may be a subtitle."""
    return "\n" not in text and len(text) <= LONGEST_SUBTITLE
