"""Headings in a margin of their own, beside the texts that they introduce: where a plain page has several such pairs.

A heading above a short text leaves the right of the page empty, and takes a line of its height. Beside it, texts have a
measure that is read with ease, and headings can be looked through as a table's first column can.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import RigidKind
from deckmaker.dataclasses import replace
from deckmaker.layout.contents import Contents
from deckmaker.layout.document import Change, Placed, TextItem
from deckmaker.layout.flow import SetFlow
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.stack import Stack
from deckmaker.model import Heading, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import SHORT_SHARE, TOLERANCE
from deckmaker.theme.slots import PLAIN_LAYOUT

FEWEST = 2
"""Pairs of a heading and its text from which headings stand at the side: one alone is a title of its text."""

MOST_LINES = 2
"""Of a heading there: one that needs more is a sentence, and stands above its text."""

AIR = 1.5
"""Times the usual gap between two pairs, where a page has room: more than there is between the items of a list."""


class _Pair(NamedTuple):
    heading: Heading
    text: TextBlock


def with_side_heads(stacked: SetFlow, stack: Stack, contents: Contents) -> SetFlow | None:
    """Return the pairs of a page with headings at the side of their texts, None where the page has none or they stand
    better as they were `stacked`.

    Texts are never smaller for it: of the steps up to the one that they have, the first at which all has room is taken.
    """
    place = stack.place
    pairs = _pairs_of(stack, contents) if place.styles.theme.flow.side else ()
    if not pairs:
        return None
    limit, size = place.rect.height, _size_of(stacked)
    for step, air in product(stack.steps(), (AIR, 1.0)):
        found = _set_at(step, pairs, place, air * place.styles.theme.flow.gap)
        if found and found.height <= (SHORT_SHARE if step < 0 else 1.0) * limit + TOLERANCE:
            return found if _size_of(found) >= size else None
    return None


def _pairs_of(stack: Stack, contents: Contents) -> Sequence[_Pair]:
    """Return the headings of a plain page with the text that each introduces; none where anything else stands there."""
    headings, texts = stack.blocks[::2], stack.blocks[1::2]
    pairs = [
        _Pair(heading, text)
        for heading, text in zip(headings, texts, strict=False)
        if isinstance(heading, Heading) and isinstance(text, TextBlock)
    ]
    is_all = len(headings) == len(texts) == len(pairs) >= FEWEST
    return pairs if is_all and stack.place.styles.layout.name == PLAIN_LAYOUT and not contents.fixed else ()


def _size_of(flow: SetFlow) -> int:
    """Return the size in points of a flow's texts."""
    return next(item.setting.size for item in _items(flow.blocks[1]))


def _set_at(step: int, pairs: Sequence[_Pair], place: Place, gap: float) -> SetFlow | None:
    """Return pairs set at a step of their texts, None where a heading or a word has no room in its width."""
    y = place.rect.y
    found: list[SetBlock] = []
    for pair in pairs:
        y += gap if found else 0.0
        heading, text = _set_pair(pair, place, y, step)
        if heading.overfull or text.overfull or any(len(one.setting.lines) > MOST_LINES for one in _items(heading)):
            return None
        found += (heading, text)
        y += max(heading.height, text.height)
    return SetFlow(tuple(found), y - place.rect.y)


def _set_pair(pair: _Pair, place: Place, top: float, step: int) -> tuple[SetBlock, SetBlock]:
    """Set a heading and its text beside each other from a height on the page on, their first lines level."""
    margin, rest = (_within(place, column, top) for column in _columns(place))
    heading, text = _set(pair.heading, margin, step), _set(pair.text, rest, step)
    lower = _first_baseline(text) - _first_baseline(heading)
    if lower > TOLERANCE:
        heading = _lowered(_set(pair.heading, _within(margin, margin.rect, top + lower), step), lower)
    elif lower < -TOLERANCE:
        text = _lowered(_set(pair.text, _within(rest, rest.rect, top - lower), step), -lower)
    return _at_side(heading), _at_side(text)


def _columns(place: Place) -> tuple[Rect, Rect]:
    """Return the place of headings, which has the share of the width that the theme says, and that of texts."""
    theme, rect = place.styles.theme, place.rect
    gutter = theme.columns.gutter
    width = theme.flow.side * (rect.width + gutter) - gutter
    margin = replace(rect, width=width)
    return margin, replace(rect, x=margin.right + gutter, width=rect.right - margin.right - gutter)


def _within(place: Place, column: Rect, top: float) -> Place:
    rect = replace(column, y=top, height=max(place.rect.bottom - top, 0.0))
    return replace(place, rect=rect, wide=rect, top=top)


def _set(block: Heading | TextBlock, place: Place, step: int) -> SetBlock:
    kind = kind_of(block)
    assert isinstance(kind, RigidKind)
    endless = replace(place.rect, height=10 * place.styles.theme.height)
    return kind.set(block, replace(place, rect=endless, wide=endless), step)


def _lowered(block: SetBlock, by: float) -> SetBlock:
    """Return a block that was set lower, with the height from where the other one of its pair begins."""
    return replace(block, height=block.height + by)


def _items(block: SetBlock) -> Sequence[TextItem]:
    return [leaf.item for placed in block.placed for leaf in placed.leaves if isinstance(leaf.item, TextItem)]


def _first_baseline(block: SetBlock) -> float:
    """Return how far down the page the first line of a block stands."""
    (placed,) = block.placed
    assert isinstance(placed.item, TextItem)
    return placed.rect.y + placed.item.offset + placed.item.setting.paragraphs[0].lines[0].baseline


def _at_side(block: SetBlock) -> SetBlock:
    """Return a block whose items tell why they stand where they do, in frames as high as their texts."""
    return replace(block, placed=tuple(map(_framed, block.placed)))


def _framed(placed: Placed) -> Placed:
    assert isinstance(placed.item, TextItem)
    rect = replace(placed.rect, height=placed.item.offset + placed.item.setting.height)
    decision = placed.decision and replace(
        placed.decision,
        room=replace(placed.decision.room, height=rect.height),
        changes=(Change.SIDE, *placed.decision.changes),
    )
    return replace(placed, rect=rect, decision=decision)
