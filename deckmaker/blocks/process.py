"""Steps, one leading to the next: `process`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.entry import Entry, EntryOf, optional, required
from deckmaker.language.kinds import ListOf, Text
from deckmaker.model import Block, Paragraph, Run
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout import Placed
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.sequences import SequenceItem, SequenceSetter
    from deckmaker.layout.set_texts import GroupText
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST = 20
"""Steps of a process: of more, nobody keeps any."""

CIRCLE = 1.5
"""How large the circle around a step's number is, in multiples of the number's size."""


class StepEntry(Entry):
    """A step: what is done, and more of it."""

    title = required(Text(), "What is done, in a few words; inline Markdown.")
    text = optional(Text(), "What else there is to say of it; inline Markdown.")


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a process: its `title`, what more is said of it, and the `number` that follows from its place."""

    title: Paragraph
    text: tuple[Paragraph, ...]
    number: Paragraph = field(repr=False, compare=False)
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Process(Block):
    """Steps in their order; a part of a process `is_part`."""

    own_steps: tuple[Step, ...]
    span: Span = field(repr=False, compare=False)
    is_part: bool = False

    def own_texts(self) -> Iterator[Paragraph]:
        for step in self.own_steps:
            yield step.title
            yield from step.text

    def map_own_texts(self, change: ChangeText) -> Self:
        changed = [replace(one, title=change(one.title), text=tuple(map(change, one.text))) for one in self.own_steps]
        return replace(self, own_steps=tuple(changed))


class ProcessKind(RigidKind[Process]):
    """Steps side by side in chevrons, or below one another with numbers, in one column or two."""

    value = ListOf(EntryOf(StepEntry, shorthand="title"), least=2, most=MOST)
    description = "Two to twenty steps, one leading to the next: titles, or keys that say more of each."
    block = Process
    derived = ("is_part",)

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Process | None:
        """Return the steps."""
        resolver.allowance.steps(len(entry), resolver.span(path))
        steps = tuple(_step(one, index + 1, (*path, index), resolver) for index, one in enumerate(entry))
        return Process(steps, resolver.span(path))

    def set(self, block: Process, place: Place, step: int) -> SetBlock:
        """Set the steps in chevrons where they have room side by side, else below one another, many in two columns."""
        from deckmaker.layout.chevrons import Chevrons
        from deckmaker.layout.rail_columns import RailColumns
        from deckmaker.layout.rails import Rail
        from deckmaker.layout.roles import Role
        from deckmaker.layout.sequences import MANY, SequenceSetter
        from deckmaker.theme.flow_styles import LABEL

        items = [_item(one, place) for one in block.own_steps]
        setter = SequenceSetter(Role.STEPS, items, place, step, place.style(LABEL), block.span)
        if not block.is_part and Chevrons(setter).has_room and self._is_level(setter):
            return Chevrons(setter).set()

        def rail(own: SequenceSetter, before: int) -> Rail:
            numbers = _Numbers(own, [one.number for one in block.own_steps[before:]])
            close = block.is_part or len(own.items) > MANY
            return Rail(own, close=close, size=numbers.size, mark=numbers.mark)

        columns = RailColumns(setter, rail)
        return columns.set() if columns.has_room else rail(setter, 0).set()

    def _is_level(self, setter: SequenceSetter) -> bool:
        """Tell whether steps that may stand side by side do so at the size of the setter.

        They do at usual and at smaller sizes; and at larger ones, which a process has that stands alone, if chevrons
        hold some of those. Else steps are larger that stand below one another.
        """
        from deckmaker.layout.chevrons import Chevrons
        from deckmaker.layout.set_texts import text_steps

        if setter.step >= 0:
            return True
        least = max(one for one in text_steps(setter.measure, short=True) if one < 0)
        return Chevrons(replace(setter, step=least)).holds

    def split(self, block: Process, room: Room) -> Split[Process] | None:
        """Return the steps that have room, and the rest, whose numbers go on."""
        from deckmaker.layout.sequences import fitting

        whole = replace(block, is_part=True)
        parts = [replace(whole, own_steps=whole.own_steps[:count]) for count in range(1, len(block.own_steps))]
        count = fitting(parts, room)
        if not count:
            return None
        rest = replace(whole, own_steps=whole.own_steps[count:])
        return Split(parts[count - 1], (rest,), forced=count == 1)

    def steps(self, block: Process, place: Place) -> range:
        """Return the steps of the style for labels, to which those of its texts are in proportion."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import LABEL

        return text_steps(place.style(LABEL), short=True)


@dataclass(frozen=True)
class _Numbers:
    """The numbers of steps, each in a circle, as large as titles are."""

    setter: SequenceSetter
    numbers: Sequence[Paragraph]

    @property
    def size(self) -> float:
        """How large the circles are, in points."""
        from deckmaker.layout.set_texts import proportional_step

        style = self.setter.items[0].title[2]
        step = proportional_step(style, self.setter.step, self.setter.measure)
        return CIRCLE * min(max(style.minimum, style.size - step), max(style.size, style.short or 0))

    def mark(self, index: int, x: float, y: float) -> tuple[Sequence[Placed], Sequence[SetBlock]]:
        """Return a circle around a point of the page, and the number in its middle."""
        from deckmaker.layout.rails import RISE, baseline_of
        from deckmaker.layout.roles import Role
        from deckmaker.layout.sequences import mark_at

        item, theme = self.setter.items[index], self.setter.place.styles.theme
        style = replace(item.title[2], color=theme.plain.background, align="center")
        number = self.numbers[index]
        text = (Role.ORDINAL, f"step {number.text} number", style, (number,))
        left = x - self.size / 2
        first = self.setter.text(text, item, left, y - self.size / 2, self.size)
        lower = y + RISE * self.size / CIRCLE - baseline_of(first)
        number_text = self.setter.text(text, item, left, y - self.size / 2 + lower, self.size)
        return (mark_at(x, y, self.size),), (number_text,)


def _step(entry: StepEntry, number: int, path: DataPath, resolver: Resolver) -> Step:
    span = resolver.span(path)
    return Step(
        resolver.paragraph(entry.title, (*path, "title")),
        tuple(resolver.paragraphs(entry.text, (*path, "text"))) if entry.text else (),
        Paragraph((Run(str(number)),), span=span),
        span,
    )


def _item(step: Step, place: Place) -> SequenceItem:
    from deckmaker.layout.roles import Role
    from deckmaker.layout.sequences import SequenceItem
    from deckmaker.theme.flow_styles import ITEM_TEXT, ITEM_TITLE

    number = step.number.text
    text: GroupText | None = None
    if step.text:
        text = (Role.TEXT, f"step {number} text", place.style(ITEM_TEXT), step.text)
    return SequenceItem(
        None, (Role.HEADING, f"step {number} title", place.style(ITEM_TITLE), (step.title,)), text, step.span
    )


PROCESS = ProcessKind()
