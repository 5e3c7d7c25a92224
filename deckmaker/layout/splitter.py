"""A slide taken apart, from its beginning to its end: what each part holds, and in which layout."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.budget import PARTS
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.overflow import TooManyParts
from deckmaker.layout.part_texts import Texts, blocks_with, parted, smaller_for_words, smaller_sizes, texts_of
from deckmaker.layout.part_titles import with_titles
from deckmaker.layout.slide import placer_of
from deckmaker.layout.text_rests import TextRest, WholeText
from deckmaker.model import Credit, Part, Picture, Slide, Table
from deckmaker.text import FrameText
from deckmaker.theme.slots import PLAIN_LAYOUT

if TYPE_CHECKING:
    from deckmaker.layout.footnotes import Foot
    from deckmaker.layout.tables.frame import TableFrame
    from deckmaker.layout.tables.splitting import TablePart

BESIDE_PICTURE = "picture-right"
"""The layout of a text that goes on from a title page with its picture."""


class Share(NamedTuple):
    """What a part holds of its slide's texts and table, its layout, by how many points its texts are smaller than their
    styles, and how its rows are set."""

    texts: Texts
    table: Table | None
    choice: Choice
    smaller: int = 0
    rows: TablePart | None = None


@dataclass(frozen=True)
class Splitter:
    """Takes a slide apart, the first part on the page of that number."""

    slide: Slide
    choice: Choice
    number: int
    context: Context

    def parts(self) -> list[tuple[Slide, Choice]]:
        """Return the parts and their layouts; none where splitting does not help. Raises TooManyParts."""
        texts = texts_of(self.slide)
        table = next((block for block in self.slide.blocks if isinstance(block, Table)), None)
        if table is None:
            return self._counted(self._texts_alone(texts, self.choice))
        smaller = self._smaller()
        return [] if smaller is None else self._with_table(texts, table, smaller)

    def _with_table(self, texts: Texts, table: Table, smaller: int) -> list[tuple[Slide, Choice]]:
        """Return the parts with the table's rows: the first below the text, or behind parts with all of the text."""
        from deckmaker.layout.tables.splitting import split_rows

        part = Part(1, 1, smaller)
        first = self._table_frame(Share(texts, table, self.choice), part)
        others = self._table_frame(Share({}, table, self.choice), replace(part, number=2))
        below = split_rows(table, lambda index: others if index else first)
        if not any(texts.values()) or (below and not below[0].forced):
            return self._counted(self._rows_shared(texts, below, smaller))
        choice = self.choice if self.slide.has(Picture) else Choice(PLAIN_LAYOUT, Reason.TEXT)
        behind = split_rows(table, lambda _: others)
        if behind and (before := self._texts_alone(texts, choice)):
            return self._counted([*before, *self._rows_shared({}, behind, smaller)])
        return self._counted(self._rows_shared(texts, below, smaller))

    def _rows_shared(self, texts: Texts, tables: Iterable[TablePart], smaller: int) -> list[Share]:
        return [Share({} if index else texts, one.table, self.choice, smaller, one) for index, one in enumerate(tables)]

    def _table_frame(self, share: Share, part: Part) -> TableFrame:
        return placer_of(self._slide(share, part), self.choice.name, self.number, self.context).table_frame()

    def _texts_alone(self, texts: Texts, choice: Choice) -> list[Share]:
        """Return the parts of the texts, each in its style's size unless a word has no room so; none where one never
        has, or a line."""
        shares: list[Share] = []
        rests = {slot: TextRest(WholeText(paragraphs)) for slot, paragraphs in texts.items()}
        while any(rests.values()):
            if len(shares) >= PARTS.most:
                raise TooManyParts
            share, number = Share(_beginnings(rests), None, choice), len(shares) + 1
            noted = [slot for slot, rest in rests.items() if rest.has_footnotes]
            for smaller in self._sizes(share):
                beginning, left = self._next(share, Part(number, 0, smaller), noted)
                if any(beginning.values()):
                    break
            else:
                return []
            if any(rest and slot not in left for slot, rest in rests.items()):
                return []  # this part's layout has no place for it
            shares.append(Share(beginning, None, choice, smaller))
            rests = {slot: rest.behind(share.texts[slot], left[slot]) for slot, rest in rests.items() if slot in left}
            choice = self._following(choice)
        return shares

    def _next(self, share: Share, part: Part, noted: Collection[str]) -> tuple[Texts, Texts]:
        """Return what of the beginnings of texts fits on the next part, and what is left of them.

        The texts of the slots `noted` have footnotes, which may be further behind.
        """
        number = self.number + part.number - 1
        placer = placer_of(self._slide(share, part), share.choice.name, number, self.context, noted=bool(noted))
        frames = placer.body_frames()
        if foot := placer.foot():
            return self._next_above(foot, frames, share, noted)
        beginning: Texts = {}
        left: Texts = {}
        for slot, frame in frames.items():
            given = len(frame.paragraphs) - len(share.texts.get(slot, ()))  # a title page's subtitle, the deck's own
            first, others = parted(frame, self.context.theme, given)
            if not first:
                return {}, share.texts
            beginning[slot], left[slot] = first[given:], others
        return beginning, left

    def _next_above(
        self, foot: Foot, frames: dict[str, FrameText], share: Share, noted: Collection[str]
    ) -> tuple[Texts, Texts]:
        """Return what fits above the footnotes that are marked in it; a column may wait for a part with more room."""
        from deckmaker.layout.footnoted_parts import FootnotedPart, footnotes_above

        part = FootnotedPart(foot, footnotes_above(self.slide))
        beginning: Texts = {}
        left: Texts = {}
        for index, (slot, frame) in enumerate(frames.items(), start=1):
            given = len(frame.paragraphs) - len(share.texts.get(slot, ()))
            beside = any(other in noted for other in list(frames)[index:])
            first, left[slot] = part.parted(slot, frame, given, beside)
            beginning[slot] = first[given:]
        return beginning, left

    def _sizes(self, share: Share) -> Iterator[int]:
        """Yield by how many points the texts of a part may be smaller than their styles: 0, which mostly will do."""
        yield 0
        whole = replace(self._slide(share, Part(1, 0)), part=None)
        frames = placer_of(whole, share.choice.name, self.number, self.context).body_frames()
        yield from smaller_sizes(frames.values())[1:]

    def _smaller(self) -> int | None:
        frames = placer_of(self.slide, self.choice.name, self.number, self.context).body_frames()
        return smaller_for_words(frames.values(), self.context.theme)

    def _following(self, choice: Choice) -> Choice:
        """Return the layout of the parts after the first: a title page has no second one."""
        is_title_page = "meta" in self.context.theme.layouts[choice.name].slots
        return Choice(self._plain(), Reason.CONTINUED) if is_title_page else choice

    def _plain(self) -> str:
        """Return the plain layout, or one beside a picture where each part has it and the theme knows such a layout."""
        pictured = self.slide.has(Picture) and self.slide.overflow.picture_on_each
        beside = self.context.theme.layouts.get(BESIDE_PICTURE)
        return BESIDE_PICTURE if pictured and beside and "picture" in beside.slots else PLAIN_LAYOUT

    def _counted(self, shares: list[Share]) -> list[tuple[Slide, Choice]]:
        """Return the parts of a slide, numbered; none where there is but one."""
        if len(shares) > PARTS.most:
            raise TooManyParts
        if len(shares) < 2:
            return []
        counted = [
            (self._slide(share, _part_of(share, number, len(shares))), share.choice)
            for number, share in enumerate(shares, start=1)
        ]
        return with_titles(counted, self.number, self.context)

    def _slide(self, share: Share, part: Part) -> Slide:
        """Return the slide with that share of its content; all but the first part go without what is there once."""
        slide = self.slide
        first = part.number == 1
        has_place = "picture" in self.context.theme.layouts[share.choice.name].slots
        pictured = first or (slide.overflow.picture_on_each and has_place)
        pictures = [block for block in slide.blocks if isinstance(block, Picture)]
        shown = [block for block in slide.blocks if pictured or block not in pictures]
        return replace(
            slide,
            section=slide.section if first else None,
            blocks=tuple(blocks_with(shown, share.texts, share.table, first)),
            credits=slide.credits if pictured else self._unpictured_credits,
            notes=slide.notes if first else (),
            part=part,
        )

    @cached_property
    def _unpictured_credits(self) -> tuple[Credit, ...]:
        """The credits of parts without the picture: the same for all of them, which is worked out once."""
        own = [one.credit for one in self.slide.blocks if isinstance(one, Picture) and one.credit]
        return tuple(one for one in self.slide.credits if one not in own)


def _beginnings(rests: Mapping[str, TextRest]) -> Texts:
    return {slot: rest.beginning for slot, rest in rests.items()}


def _part_of(share: Share, number: int, count: int) -> Part:
    part, rows = Part(number, count, share.smaller), share.rows
    return replace(part, table_smaller=rows.smaller, table_columns=rows.columns) if rows else part
