"""A slide taken apart, from its beginning to its end: what each part holds, in which layout, under which title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import RigidKind
from deckmaker.budget.decks import PARTS
from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.part_content import PartContent, SlidePart
from deckmaker.layout.place import Part, TooManyParts
from deckmaker.layout.set_texts import text_steps
from deckmaker.layout.slide import SlideSetter
from deckmaker.layout.slot_texts import numbered_title
from deckmaker.layout.splitting import Room, TextRest, WholeText
from deckmaker.layout.stack import has_columns, is_alone, is_wide, joined_texts
from deckmaker.layout.taking import Pending, taken
from deckmaker.model import Block, Paragraph, Picture, Slide, TextBlock
from deckmaker.text import FrameText, fit
from deckmaker.text.break_points import LOOKAHEAD
from deckmaker.theme.slots import FOOTNOTES, PLAIN_LAYOUT

BESIDE_PICTURE = "picture-right"
"""The layout of a text that goes on from a title page with its picture."""


SHARES_LEFT = tuple(share / 24 for share in range(12, 1, -1))
"""Of a part's height: what two parts leave free that share what one has nearly room for, the most first."""


LEAST_READ = 100
"""Characters for which a block counts that is no text: a page holds no more than forty."""


@dataclass(frozen=True)
class Splitter:
    """Takes a slide apart. On each part, `kept_free` points at its foot hold no block."""

    slide: Slide
    choice: Choice
    context: Context
    kept_free: float = 0.0

    def parts(self) -> list[SlidePart]:
        """Return the parts, one alone if that has room for all; none where splitting does not help.

        Raises TooManyParts.
        """
        contents: list[PartContent] = []
        rest = [_pending(block) for block in joined_texts(self._in_region)]
        before_last: list[Pending] = []
        choice = self.choice
        while rest:
            if len(contents) == PARTS.most:
                raise TooManyParts
            found = self._next(rest, choice, len(contents) + 1)
            if found is None:
                return []
            content, left = found
            if left:
                before_last = rest
            contents.append(content)
            choice, rest = self._following(choice), left
        if len(contents) > 1 and contents[-1].is_lonely:
            contents[-2:] = self._shared(before_last, contents[-2], len(contents) - 1) or contents[-2:]
        return self._counted(contents)

    def _shared(self, blocks: Sequence[Pending], first: PartContent, number: int) -> tuple[PartContent, ...]:
        """Return two parts that share blocks as evenly as may be: so that the fuller one has most room left.

        `first` is what has room on the first of them, which has that `number`. None are returned where both would not
        be of its size, or would part a paragraph or an item.
        """
        for share in SHARES_LEFT:
            evenly = replace(self, kept_free=self.kept_free + share * first.room)
            one = evenly._next(blocks, first.choice, number)
            other = evenly._next(one[1], self._following(first.choice), number + 1) if one and one[1] else None
            if not one or not other or other[1]:
                continue
            parts = one[0], other[0]
            if parts[1].begins_anew and not parts[1].is_lonely and {part.smaller for part in parts} == {first.smaller}:
                return parts
        return ()

    @cached_property
    def _whole(self) -> SlideSetter:
        return SlideSetter.of(self.slide, self.choice, self.context)

    @cached_property
    def _is_marked(self) -> bool:
        """Whether a text of the slide has a footnote."""
        return any(one.footnotes for one in self._whole.contents.all_texts)

    @cached_property
    def _in_region(self) -> list[Block]:
        picture = self._whole.contents.picture
        return [block for block in self.slide.blocks if block is not picture]

    def _next(self, rest: Sequence[Pending], choice: Choice, number: int) -> tuple[PartContent, list[Pending]] | None:
        """Return what fits on the next part, and what is left.

        Texts are of their style's size unless a word has no room so. Where footnotes leave some cells no room beside
        others, at no size, these wait. None where nothing fits at any size.
        """
        head, tail = _beginning(rest)
        for may_wait, smaller in product((False, True), self._sizes(choice)):
            room = self._room(head, choice, number, smaller)
            room.may_wait = may_wait
            found, left = taken(self._with_subtitle(head, choice, number), room)
            if found:
                own = tuple(self._own(found, room.fixed))
                height, most = room.deepest - room.place.rect.y, room.place.rect.height
                return PartContent(own, choice, smaller, tuple(room.tables), height, most), [*left, *tail]
        return None

    def _with_subtitle(self, rest: Sequence[Pending], choice: Choice, number: int) -> list[Pending]:
        setter = self._setter(rest, choice, self._part(number, 0))
        if not setter.contents.fixed:
            return list(rest)
        first = setter.contents.blocks[0]
        if isinstance(rest[0].block, TextBlock):
            return [replace(rest[0], block=first), *rest[1:]]
        return [Pending(first), *rest]

    def _own(self, found: Sequence[Pending], fixed: int) -> Iterator[Pending]:
        """Yield what is taken, without the paragraphs that are the deck's own."""
        for index, one in enumerate(found):
            if index == 0 and fixed and isinstance(one.block, TextBlock):
                own = one.block.paragraphs[fixed:]
                if own:
                    yield Pending(TextBlock(own, one.block.span))
            else:
                yield one

    def _room(self, rest: Sequence[Pending], choice: Choice, number: int, smaller: int) -> Room:
        room = _room_of(self._setter(rest, choice, self._part(number, smaller)))
        room.kept_free = self.kept_free
        following = self._following(choice)
        room.following = lambda: _room_of(self._setter(rest, following, self._part(number + 1, smaller)))
        return room

    def _part(self, number: int, smaller: int) -> Part:
        return replace(self._first_part, number=number, smaller=smaller)

    @cached_property
    def _first_part(self) -> Part:
        blocks = self._in_region
        return Part(1, 0, is_alone(blocks), is_wide(blocks), has_columns(blocks))

    def _sizes(self, choice: Choice) -> range:
        """Return by how many points the texts of a part may be smaller, from 0: as far as any of them allows."""
        if choice not in self._known_sizes:
            self._known_sizes[choice] = self._found_sizes(choice)
        return self._known_sizes[choice]

    @cached_property
    def _known_sizes(self) -> dict[Choice, range]:
        return {}

    def _found_sizes(self, choice: Choice) -> range:
        setter = self._setter([Pending(block) for block in self._in_region], choice, self._part(1, 0))
        place = replace(setter.region(setter.rects(None, footnotes=False)), part=None)
        rigid = ((kind_of(block), block) for own in self._in_region for block in own.walk())
        steps = [kind.part_steps(block, place) for kind, block in rigid if isinstance(kind, RigidKind)]
        longest = max([text_steps(place.text), *steps], key=lambda one: one.stop)
        return range(0, longest.stop, longest.step)

    def _setter(self, rest: Sequence[Pending], choice: Choice, part: Part) -> SlideSetter:
        slide = self._slide([one.block for one in rest], choice, part)
        return SlideSetter.of(slide, choice, self.context, part, self._is_marked)

    def _following(self, choice: Choice) -> Choice:
        """Return the layout of the parts after the first: a title page has no second one."""
        is_title_page = "meta" in self.context.theme.layouts[choice.name].slots
        return Choice(self._plain(), Reason.CONTINUED) if is_title_page else choice

    def _plain(self) -> str:
        """Return the plain layout, or one beside a picture where each part has it and the theme knows such a layout."""
        pictured = self._whole.contents.picture and self.slide.overflow.picture_on_each
        beside = self.context.theme.layouts.get(BESIDE_PICTURE)
        return BESIDE_PICTURE if pictured and beside and "picture" in beside.slots else PLAIN_LAYOUT

    def _counted(self, contents: list[PartContent]) -> list[SlidePart]:
        """Return the parts of a slide, numbered."""
        parts = []
        for number, content in enumerate(contents, start=1):
            part = replace(self._part(number, content.smaller), count=len(contents), tables=content.tables)
            slide = self._slide([one.block for one in content.blocks], content.choice, part)
            parts.append(SlidePart(slide, content.choice, part))
        return with_titles(parts, self.context) if len(parts) > 1 else parts

    def _slide(self, blocks: Sequence[Block], choice: Choice, part: Part) -> Slide:
        """Return the slide with these blocks; all but the first part go without what is there once."""
        slide, first = self.slide, part.number == 1
        picture = self._whole.contents.picture
        has_place = "picture" in self.context.theme.layouts[choice.name].slots
        shown = picture and (first or (slide.overflow.picture_on_each and has_place))
        pictures: tuple[Picture, ...] = (picture,) if picture and shown else ()
        return replace(
            slide,
            section=slide.section if first else None,
            blocks=(*pictures, *blocks),
            notes=slide.notes if first else (),
        )


def _pending(block: Block) -> Pending:
    if isinstance(block, TextBlock):
        return Pending.text(TextRest(WholeText(block.paragraphs)), block.span)
    return Pending(block)


def _beginning(rest: Sequence[Pending]) -> tuple[list[Pending], list[Pending]]:
    """Return blocks of which one part holds fewer, and those behind: what a part costs does not depend on the rest."""
    left = LOOKAHEAD + 1
    for count, one in enumerate(rest, start=1):
        left -= _characters(one.block.paragraphs) if isinstance(one.block, TextBlock) else LEAST_READ
        if left <= 0:
            return [*rest[:count]], [*rest[count:]]
    return [*rest], []


def _characters(paragraphs: Sequence[Paragraph]) -> int:
    return sum(max(1, len(one.text)) for one in paragraphs)


def _room_of(setter: SlideSetter) -> Room:
    """Return the room for blocks on a part, above a strip which says all."""
    rects = setter.rects(setter.whole_strip, footnotes=False)
    place = setter.region(rects)
    if FOOTNOTES not in rects:
        return Room(place, fixed=setter.contents.fixed)
    title = setter.contents.texts.get("title")
    notes = tuple(footnote for one in (title.paragraphs if title else ()) for footnote in one.footnotes)
    return Room(place, setter.foot_of(rects), notes, setter.contents.fixed)


def with_titles(parts: list[SlidePart], context: Context) -> list[SlidePart]:
    """Return parts of a slide with their titles numbered and set alike.

    A title that has room alone, but not with a number behind it, stands alone.
    """
    titled = [_numbered(one, context) for one in parts]
    fitted = [fit([frame], context.theme)[0] for frame in _title_frames(titled, context)]
    if not all(one.fits for one in fitted):
        return parts
    size = min((one.setting.size for one in fitted), default=None)
    return [one._replace(part=replace(one.part, title_size=size)) for one in titled]


def _title_frames(parts: list[SlidePart], context: Context) -> Iterator[FrameText]:
    for one in parts:
        if frame := SlideSetter.of(*one[:2], context, one.part).title_frame():
            yield frame


def _numbered(one: SlidePart, context: Context) -> SlidePart:
    title = one.slide.title
    if title is None:
        return one
    numbered = numbered_title(title, f"{one.part.number}/{one.part.count}", context.deck.language)
    return one._replace(slide=replace(one.slide, title=numbered))
