"""One of the flows side by side, a cell: what its heading is, what stands below that, and in which style."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.layout.flow import SetFlow
from deckmaker.layout.place import Place
from deckmaker.layout.stack import Stack, is_endless
from deckmaker.model import Block, Cells, Flow, Heading, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.text.fitting import TOLERANCE, most_lines
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import COLUMN


@dataclass(frozen=True)
class Cell:
    """A flow in its place, under its heading if it has one. `number` counts all cells from 1."""

    flow: Flow
    number: int
    heading: Heading | None
    stack: Stack
    head: Rect

    def end(self, flow: SetFlow) -> float:
        """Return how far down it reaches with its flow as set: without one, as its heading does."""
        if flow.blocks or self.heading is None:
            return self.stack.place.rect.y + flow.height
        return self.head.bottom

    @property
    def is_too_low(self) -> bool:
        """Whether it ends above the bottom of its heading."""
        return self.heading is not None and self.stack.place.bottom < self.head.bottom - TOLERANCE


def heading_of(flow: Flow) -> Heading | None:
    """Return the heading above a flow, None where it has none."""
    first = flow.blocks[0] if flow.blocks and flow.may_be_headed else None
    return first if isinstance(first, Heading) else None


def body_of(flow: Flow) -> tuple[Block, ...]:
    """Return the blocks of a flow below its heading."""
    return flow.blocks[1:] if heading_of(flow) else flow.blocks


def cell_style(place: Place) -> TextStyle:
    """Return the style of texts in cells: beside texts of the region, they are of the same."""
    return place.text if place.text.name == COLUMN else place.styles.columns


def has_endless_flow(cells: Cells, place: Place) -> bool:
    """Tell whether a cell has more blocks, or a text more paragraphs, than a place has room for at any size.

    That is known before one is set.
    """
    theme = place.styles.theme
    most = most_lines(FrameText((), cell_style(place), place.wide), theme)
    texts = (block for flow in cells.flows for block in flow.blocks if isinstance(block, TextBlock))
    return any(len(one.paragraphs) > most for one in texts) or any(is_endless(one.blocks, theme) for one in cells.flows)
