"""What an import has found: a deck as it will be written, in the plain data of the deck language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.seen_texts import seen_text
from deckmaker.importing.told import Loss
from deckmaker.patterns import pattern

Block: TypeAlias = tuple[str, Any]
"""The key of a block, such as `text` or `table`, and its value as somebody would write it in YAML."""

Slide: TypeAlias = dict[str, Any]
"""A slide's keys and values, in the order in which they are written."""

_ITEM = pattern(r"^(?:- |\d+\. )", re.MULTILINE)

MOST_SIDE_BY_SIDE = 9
"""Pictures of one block `images`."""

MOST_COLUMNS = 4

_LONGEST_ON_COVER = 240
"""Characters of the text of a title slide; a longer one is a slide of its own."""


_OF_CELLS = ("rows", "categories", "values")
"""Keys of lists in which each place counts."""


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """The keys of a deck but `slides`, in the order in which they are written, its slides, and the files that come with
    it, by their paths from the deck.

    Of one that is to be compared, `arrows` are those of slides, by their numbers from 1, in words: `Order → Check`;
    `boxes` the paragraphs of each text box that is neither a placeholder nor in a group; and `chart_notes` the lines
    about charts that were left out of notes, those of each slide that has some. Its slides have the bare lines of their
    notes, and `listed_notes` these with their lists, by the numbers of the slides. Those with `lost_notes` refer to
    some that the presentation does not hold. `losses` are what no deck has a place for. Slides of the presentation
    begin, by their numbers, at the slides that `begins` says.
    """

    keys: Mapping[str, Any]
    slides: Sequence[Slide]
    files: Mapping[str, bytes] = field(default_factory=dict)
    arrows: Mapping[int, Sequence[str]] = field(default_factory=dict)
    boxes: Mapping[int, Sequence[Sequence[str]]] = field(default_factory=dict)
    chart_notes: Sequence[Sequence[str]] = ()
    listed_notes: Mapping[int, str] = field(default_factory=dict)
    lost_notes: frozenset[int] = frozenset()
    begins: Mapping[int, int] = field(default_factory=dict)
    losses: Sequence[Loss] = ()


def without_unseen(slides: Sequence[Slide]) -> list[Slide]:
    """Return slides without texts of which nobody sees anything, such as a space without width: a deck has none of
    these. Cells keep their places, and are empty."""
    return [one for one in (_seen(slide) for slide in slides) if one]


def _seen(value: Any, is_cell: bool = False) -> Any:
    """Return what is seen of a value, None where that is nothing and something was there."""
    if isinstance(value, str):
        is_unseen = value and not seen_text(value)
        return value if not is_unseen else "" if is_cell else None
    if isinstance(value, dict):
        pairs = ((key, _seen(one, is_cell or key in _OF_CELLS)) for key, one in value.items())
        return {key: one for key, one in pairs if one is not None} or None
    if isinstance(value, list):
        found = [one for one in (_seen(item, is_cell) for item in value) if one is not None]
        return found if found or not value else None
    return value


def keyed(blocks: Sequence[Block]) -> dict[str, Any]:
    """Return blocks under their keys; where a kind comes twice, in a list under `content`."""
    keys = [key for key, _ in blocks]
    if len(set(keys)) == len(keys):
        return dict(blocks)
    return {"content": [value if key == "text" else {key: value} for key, value in blocks]}


def with_id(slide: Slide, id: str) -> Slide:
    """Return a slide with an id, below its title; one that is empty needs none."""
    return _below_title(slide, "id", id) if slide else slide


def with_steps(slide: Slide) -> Slide:
    """Return a slide whose items appear one by one; one without a list is as it was."""
    return _below_title(slide, "incremental", "true") if _has_list(slide) else slide


def _below_title(slide: Slide, key: str, value: str) -> Slide:
    heads: Slide = {name: slide[name] for name in ("section", "title") if name in slide}
    return {**heads, key: value, **slide}


def _has_list(value: Any, key: str = "") -> bool:
    """Tell whether the keys of a slide, or what stands under one of them, hold a list of items."""
    if isinstance(value, dict):
        is_list = not value.keys().isdisjoint(("bullets", "numbered"))
        return is_list or any(_has_list(one, name) for name, one in value.items())
    if isinstance(value, list):
        return any(_has_list(one, key) for one in value)
    return key in ("text", "content") and isinstance(value, str) and bool(_ITEM.search(value))


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


def column_of(blocks: Sequence[Block]) -> dict[str, Any]:
    """Return a column: a heading first, and pictures one by one, since it holds no block of several."""
    single: list[Block] = []
    for key, value in blocks:
        single += [("image", one) for one in value] if key == "images" else [(key, value)]
    if len(single) > 1 and single[0][0] == "heading":
        return {"heading": single[0][1], **keyed(single[1:])}
    return keyed(single)


def cover_and_rest(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part the blocks of a title slide, one picture and a short text, from those that have no place there."""
    here: list[Block] = []
    below: list[Block] = []
    for key, value in blocks:
        has_place = key == "image" or (key == "text" and len(value) <= _LONGEST_ON_COVER)
        is_first = key not in (one for one, _ in here)
        (here if has_place and is_first else below).append((key, value))
    return here, below
