"""What happened when: `timeline`. Events along a line, evenly or to scale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.entry import Entry, EntryOf, is_pair, optional, pair_schema, required, with_default
from deckmaker.language.kinds import Choice, ListOf, Location, Mistake, Schema, Text
from deckmaker.model import Block, Paragraph
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.sequences import SequenceItem
    from deckmaker.layout.set_texts import GroupText
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST = 30
"""Events of a timeline: of more, nobody keeps any."""


class EventEntry(Entry):
    """An event: when it was, what it was, and more of it."""

    when = required(Text(), "When it was, as it is shown: `2019`, `March 2019`; inline Markdown.")
    title = required(Text(), "What happened, in a few words; inline Markdown.")
    text = optional(Text(), "What else there is to say of it; inline Markdown.")


class _Event(EntryOf[EventEntry]):
    """An event; of one key that is none of its own, the key is the time, and the value the title.

    A text without a title is one.
    """

    def __init__(self) -> None:
        super().__init__(EventEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        short = is_pair(value, EventEntry)
        if isinstance(value, str) or (short and not all(isinstance(one, str) for one in value.values())):
            said = "an event takes a time and what happened"
            help = "write it as in `2019: Subsidy starts`, or with the keys `when`, `title` and `text`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        if short:
            ((when, title),) = value.items()
            return super().read({"when": when, "title": title}, at, mistakes)
        if isinstance(value, dict) and "text" in value and "title" not in value:
            value = {"title" if key == "text" else key: one for key, one in value.items()}
        return super().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [super().schema(models), pair_schema(Text().schema(models))]}


class TimelineEntry(Entry):
    """Events, and how they stand along their line."""

    events = required(ListOf(_Event(), least=2, most=MOST), "The events, in their order.")
    scale = with_default(Choice("even", "time"), "even", "Whether events stand evenly, or to scale by their dates.")


class _Timeline(EntryOf[TimelineEntry]):
    """A timeline; a list holds its events."""

    def __init__(self) -> None:
        super().__init__(TimelineEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict) and value and not (value.keys() & TimelineEntry.keys.keys()):
            said, help = "a timeline takes a list of events", f"begin each with `- `, as in `- {next(iter(value))}: …`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        return super().read({"events": value} if isinstance(value, list) else value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [TimelineEntry.keys["events"].kind.schema(models), super().schema(models)]}


@dataclass(frozen=True, slots=True)
class Event:
    """When something happened, what it was, and more of it. `day` is known where events stand to scale."""

    when: Paragraph
    title: Paragraph
    text: tuple[Paragraph, ...]
    day: date | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Timeline(Block):
    """Events in their order; to scale in the order of their days. A part of one `is_part`."""

    events: tuple[Event, ...]
    to_scale: bool
    span: Span = field(repr=False, compare=False)
    is_part: bool = False

    def own_texts(self) -> Iterator[Paragraph]:
        for event in self.events:
            yield event.when
            yield event.title
            yield from event.text

    def map_own_texts(self, change: ChangeText) -> Self:
        changed = [
            replace(one, when=change(one.when), title=change(one.title), text=tuple(map(change, one.text)))
            for one in self.events
        ]
        return replace(self, events=tuple(changed))

    @property
    def times(self) -> list[float] | None:
        """The places of events on a line to scale, from 0 to 1; None where they stand evenly, or one has no date."""
        days = [event.day.toordinal() for event in self.events if event.day]
        if not self.to_scale or len(days) < len(self.events) or days[0] == days[-1]:
            return None
        return [(day - days[0]) / (days[-1] - days[0]) for day in days]


class TimelineKind(RigidKind[Timeline]):
    """Events side by side below a line, or below one another beside one."""

    value = _Timeline()
    description = "What happened when: a list of events, or keys that say how they stand along their line."
    block = Timeline
    derived = ("is_part",)

    def resolve(self, entry: TimelineEntry, path: DataPath, resolver: Resolver) -> Timeline | None:
        """Return the events; those to scale need dates, and are sorted by them."""
        resolver.allowance.events(len(entry.events), resolver.span(path))
        to_scale = entry.scale == "time"
        events = "events" if "events" in resolver.written(path) else None
        around = (*path, events) if events else path
        found = [_event(one, (*around, index), to_scale, resolver) for index, one in enumerate(entry.events)]
        if to_scale:
            found.sort(key=lambda one: one.day or date.min)
        return Timeline(tuple(found), to_scale, resolver.span(path))

    def set(self, block: Timeline, place: Place, step: int) -> SetBlock:
        """Set the events below a line where they have room side by side, else beside one."""
        from deckmaker.layout.axes import Axis
        from deckmaker.layout.rails import Rail
        from deckmaker.layout.roles import Role
        from deckmaker.layout.sequences import MANY, SequenceSetter
        from deckmaker.theme.flow_styles import LABEL

        items = [_item(event, number, place) for number, event in enumerate(block.events, start=1)]
        setter = SequenceSetter(Role.LIST, items, place, step, place.style(LABEL), block.span)
        axis = Axis(setter, block.times)
        if axis.has_room and not block.is_part:
            return axis.set()
        return Rail(setter, block.times, close=block.is_part or len(items) > MANY).set()

    def split(self, block: Timeline, room: Room) -> Split[Timeline] | None:
        """Return the events that have room, and the rest."""
        from deckmaker.layout.sequences import fitting

        whole = replace(block, is_part=True)
        parts = [replace(whole, events=whole.events[:count]) for count in range(1, len(block.events))]
        count = fitting(parts, room)
        if not count:
            return None
        rest = replace(whole, events=whole.events[count:])
        return Split(parts[count - 1], (rest,), forced=count == 1)

    def steps(self, block: Timeline, place: Place) -> range:
        """Return the steps of the style for labels, to which those of its texts are in proportion."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import LABEL

        return text_steps(place.style(LABEL), short=True)


def _event(entry: EventEntry, path: DataPath, to_scale: bool, resolver: Resolver) -> Event:
    from deckmaker.resolve.times import HELP, day_of

    written = resolver.written(path)
    short = is_pair(written, EventEntry)
    title = (*path, next(iter(written)) if short else "title" if "title" in written else "text")
    when = path if short else (*path, "when")
    day = day_of(entry.when) if to_scale else None
    if to_scale and not day:
        message = f"`{entry.when}` cannot be put to scale"
        resolver.diagnostics.report(
            "wrong-value", message, resolver.tree.key_span(title) if short else resolver.span(when), HELP
        )
    return Event(
        resolver.paragraph(entry.when, when),
        resolver.paragraph(entry.title, title),
        tuple(resolver.paragraphs(entry.text, (*path, "text"))) if entry.text else (),
        day,
        resolver.span(path),
    )


def _item(event: Event, number: int, place: Place) -> SequenceItem:
    from deckmaker.layout.roles import Role
    from deckmaker.layout.sequences import SequenceItem
    from deckmaker.theme.flow_styles import ITEM_TEXT, ITEM_TIME, ITEM_TITLE

    name = f"event {number}"
    text: GroupText | None = None
    if event.text:
        text = (Role.TEXT, f"{name} text", place.style(ITEM_TEXT), event.text)
    return SequenceItem(
        (Role.LABEL, f"{name} time", place.style(ITEM_TIME), (event.when,)),
        (Role.HEADING, f"{name} title", place.style(ITEM_TITLE), (event.title,)),
        text,
        event.span,
    )


TIMELINE = TimelineKind()
