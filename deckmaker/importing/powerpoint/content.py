"""What a slide holds, by the places of its shapes, and the blocks that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.credits import credit_value, credits_in, is_credit, is_of_pictures
from deckmaker.importing.imported import Block, column_of, side_by_side
from deckmaker.importing.powerpoint.list_columns import ListColumn
from deckmaker.importing.powerpoint.order import columns_with_ends, in_reading_order
from deckmaker.importing.powerpoint.own_footnotes import OwnFootnotes
from deckmaker.importing.powerpoint.parts import Part, flat, headed, is_of_texts, labelled_rows, single_block
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import Paragraph, prose_of
from deckmaker.model.geometry import Rect


@dataclass(slots=True)
class Content:
    """What a slide holds: what its shapes hold by their places, its credits, and its title where a text box has it."""

    parts: list[tuple[Rect | None, Part]] = field(default_factory=list)
    list_columns: list[ListColumn] = field(default_factory=list)
    pictures: list[tuple[Rect | None, Part]] = field(default_factory=list)
    credits: list[Any] = field(default_factory=list)
    footnotes: OwnFootnotes = field(default_factory=OwnFootnotes)
    title: str = ""
    subtitle: str = ""
    marking: str = ""

    @property
    def charts(self) -> list[Any]:
        """The values of blocks that are charts."""
        return [one[1] for _, one in self.parts if isinstance(one, tuple) and one[0] == "chart"]

    def takes_as_credit(self, one: Paragraph) -> bool:
        """Take a line of a text box for credits: slides have them below, and pictures beside them."""
        if not is_credit(one.plain, of_pictures=True):
            return False
        lines = credits_in(one.plain)
        self.credits += [credit_value(line, one.addresses if len(lines) == 1 else ()) for line in lines]
        return True

    def take_footnotes(self, shape: Shape, paragraphs: Sequence[Paragraph]) -> bool:
        """Take footnotes of ours, which go where their marks are, and return True; else they are a list."""
        footnotes = OwnFootnotes(paragraphs)
        held = [one for _, one in (*self.parts, *self.pictures)]
        are_marked = footnotes.are_marked_in([self.title, self.subtitle, *held])
        if are_marked:
            self.footnotes = footnotes
        elif paragraphs:
            self.parts.append((shape.place, prose_of(paragraphs)))
        return are_marked or not paragraphs

    def blocks(self, is_compared: bool) -> list[Block]:
        """Return the blocks of a slide; give credits of pictures to those that have none."""
        self._share_credits()
        found = columns_with_ends(self.parts, is_of_texts)
        pictures = in_reading_order(self.pictures)
        if found is None:
            return side_by_side(flat(in_reading_order([*self.parts, *self.pictures])))
        if rows := labelled_rows(found.columns):
            return side_by_side(flat([*found.above, *rows, *found.below, *pictures]))
        columns: Block = ("columns", [column_of(headed(column, is_compared)) for _, column in found.columns])
        shown = side_by_side([single_block(one) for one in pictures])
        return [*flat(found.above), columns, *flat(found.below), *shown]

    def _share_credits(self) -> None:
        pictures = [part[1] for _, part in self.pictures if isinstance(part, tuple)]
        of_pictures = [one for one in self.credits if is_of_pictures(one["text"] if isinstance(one, dict) else one)]
        if pictures and of_pictures:
            for index, value in enumerate(pictures):
                value["credit"] = of_pictures[min(index, len(of_pictures) - 1)]
            given = of_pictures[: len(pictures)]
            self.credits = [one for one in self.credits if one not in given]  # others are the slide's
