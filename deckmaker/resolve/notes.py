"""Speaker notes: plain text in paragraphs, whose lines and lists stay as they are written. Marks in them are none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.resolve.characters import SPACES
from deckmaker.resolve.text_markdown import DEEPEST, DEEPEST_MARKS, MOST_NUMBER, may_begin_block, stretches_of
from deckmaker.values.stand_ins import as_typed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LISTS = {"bullet_list_open": Marker.BULLET, "ordered_list_open": Marker.NUMBER}


def notes_of(text: str) -> tuple[Paragraph, ...]:
    """Return notes as paragraphs and items of lists; a line end in them begins a line."""
    if may_begin_block(text):
        return tuple(_with_lists(text))
    return tuple(_paragraph(text[begin:end]) for begin, end in stretches_of(text))


def _with_lists(text: str) -> Iterator[Paragraph]:
    lists: list[tuple[Marker, int]] = []  # those that are open, each with the number of its next item
    is_begun = False  # whether a paragraph of the item stands there already
    tokens = _markdown().parse(text)
    written = text.split("\n")
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type in _LISTS:
            lists.append((_LISTS[token.type], int(token.attrs.get("start", 1))))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
            is_begun = True  # what follows in the item around it goes on with that
        elif token.type == "list_item_open":
            is_begun = False
            # Marks alone, such as `* * *`, are words.
            if following and following.type == "list_item_close" and token.map:
                yield _paragraph(written[token.map[0]])
        elif token.type == "list_item_close":
            marker, number = lists[-1]
            lists[-1] = marker, number + 1
        elif token.type == "inline" and lists:
            marker, number = lists[-1]
            yield _paragraph(token.content, min(len(lists), DEEPEST) - 1, marker, number, is_begun)
            is_begun = True
        elif token.type == "inline":
            yield _paragraph(token.content)


def _paragraph(
    text: str, level: int = 0, marker: Marker = Marker.NONE, number: int = 0, continues: bool = False
) -> Paragraph:
    lines = (SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    words = as_typed("\n".join(line for line in lines if line))
    if marker is Marker.NUMBER and not 1 <= number <= MOST_NUMBER:
        return Paragraph((Run(f"{number}. {words}"),))
    return Paragraph((Run(words),), level, marker, number, continues=continues)


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero", {"maxNesting": DEEPEST_MARKS})
    markdown.core.ruler.enableOnly(["normalize", "block"])
    return markdown.enable(["list"])
