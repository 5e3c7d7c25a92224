"""What an import has found: a deck as it will be written, in the plain data of the deck language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from deckmaker.dataclasses import dataclass

Block: TypeAlias = tuple[str, Any]
"""The key of a block, such as `text` or `table`, and its value as somebody would write it in YAML."""

Slide: TypeAlias = dict[str, Any]
"""A slide's keys and values, in the order in which they are written."""

MOST_SIDE_BY_SIDE = 9
"""Pictures of one block `images`."""


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """The keys of a deck but `slides`, in the order in which they are written, and its slides."""

    keys: Mapping[str, str]
    slides: Sequence[Slide]


def keyed(blocks: Sequence[Block]) -> dict[str, Any]:
    """Return blocks under their keys; where a kind comes twice, in a list under `content`."""
    keys = [key for key, _ in blocks]
    if len(set(keys)) == len(keys):
        return dict(blocks)
    return {"content": [value if key == "text" else {key: value} for key, value in blocks]}


def side_by_side(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with pictures that follow one another as blocks of several."""
    found: list[Block] = []
    for key, value in blocks:
        before: Block = found[-1] if found else ("", None)
        if key == "image" and before[0] == "image":
            found[-1] = ("images", [before[1], value])
        elif key == "image" and before[0] == "images" and len(before[1]) < MOST_SIDE_BY_SIDE:
            before[1].append(value)
        else:
            found.append((key, value))
    return found
