"""Key figures: `metrics`. Each is a value that is seen first, what it is, and how it has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.kinds import Choice, ListOf, Text
from deckmaker.model import Block, Credit, Paragraph
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout import Placed
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.model.geometry import Rect
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

NO_BREAK_SPACE = "\u00a0"
"""Between the words of a value, which is one sign for the eye: it is set smaller before it is broken."""

MOST = 8
"""Values on a slide: of more, nobody sees any first."""

TONES = ("good", "bad", "neutral")
"""What a change may mean for the reader."""

_SINCE = {"en": "since {}", "de": "seit {}", "fr": "depuis {}", "es": "desde {}", "zh": "自{}年"}


class MetricEntry(Entry):
    """A key figure."""

    value = required(Text(), "The figure as it is shown, with its unit: `565,000`, `4.2 %`, `€ 1.2 bn`.")
    label = required(Text(), "What it is; inline Markdown.")
    change = optional(Text(), "How it has changed, with its sign: `+240 %`.")
    since = optional(Text(), "Since when it has changed.")
    tone = with_default(
        Choice(*TONES), "neutral", "What the change means for the reader: it says so by its colour, too."
    )
    credit = optional(CREDIT, "Where the figure is from.")


@dataclass(frozen=True, slots=True)
class Metric:
    """A figure, what it is, how it has changed and what that means."""

    value: Paragraph
    label: Paragraph
    change: Paragraph | None
    tone: str
    credit: Credit | None
    span: Span = field(repr=False, compare=False)

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        """Its texts in reading order."""
        return (self.value, self.label, self.change) if self.change else (self.value, self.label)


@dataclass(frozen=True, slots=True)
class Metrics(Block):
    """Key figures, in reading order."""

    metrics: tuple[Metric, ...]
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        for metric in self.metrics:
            yield from metric.texts

    def map_own_texts(self, change: ChangeText) -> Self:
        changed = [
            replace(one, value=change(one.value), label=change(one.label), change=one.change and change(one.change))
            for one in self.metrics
        ]
        return replace(self, metrics=tuple(changed))

    def own_credits(self) -> tuple[Credit, ...]:
        return tuple(one.credit for one in self.metrics if one.credit)


ROW_GAPS = 1.5
"""Multiples of the gap between rows of a grid: a figure's last line is bold, and so is the first of that below it."""


class MetricsKind(RigidKind[Metrics]):
    """Key figures side by side, in one row or two."""

    value = ListOf(EntryOf(MetricEntry), least=1, most=MOST)
    description = "One to eight key figures, each with what it is."
    block = Metrics

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Metrics | None:
        """Return the figures."""
        metrics = tuple(_metric(one, (*path, index), resolver) for index, one in enumerate(entry))
        return Metrics(metrics, resolver.span(path))

    def set(self, block: Metrics, place: Place, step: int) -> SetBlock:
        """Set the figures; in a region they stand under a thin rule each, as columns do."""
        from deckmaker.layout.compositions import Composition, across_for, least_width, shape
        from deckmaker.layout.place import REGION
        from deckmaker.layout.roles import Role
        from deckmaker.theme.flow_styles import LABEL, VALUE

        look = place.styles.theme.columns
        items = [_item(one, number, place) for number, one in enumerate(block.metrics, start=1)]
        least = least_width([one.value for one in block.metrics], place.style(VALUE), place.styles.theme)
        across = across_for(len(items), place.wide.width, look.gutter, narrowest=least)

        color = look.rule if place.name == REGION else None

        def rule(_: int, room: Rect) -> tuple[Placed, ...]:
            return (shape(replace(room, height=look.rule_width), color),) if color else ()

        above, measure = look.above if color else 0.0, place.style(LABEL)
        composition = Composition(
            Role.LIST, items, measure, across, look.gutter, ROW_GAPS * look.row_gap, above=above, draw=rule
        )
        return composition.set(place, step, block.span)

    def split(self, block: Metrics, room: Room) -> Split[Metrics] | None:
        """Return the figures that have room, and the rest; None where all of them have some, smaller or further on."""
        from deckmaker.layout.splitting import footnotes_in

        place = room.here(footnotes_in([block])) if room.is_fresh else None
        if place is None or (place.part and self._has_room(block, self._at_least(block, place))):
            return None
        for count in range(len(block.metrics) - 1, 0, -1):
            head = replace(block, metrics=block.metrics[:count])
            if self._has_room(head, place):
                return Split(head, (replace(block, metrics=block.metrics[count:]),))
        return None

    def _at_least(self, block: Metrics, place: Place) -> Place:
        """Return a place whose part has the smallest texts."""
        return replace(place, part=place.part and replace(place.part, smaller=self.part_steps(block, place)[-1]))

    def _has_room(self, block: Metrics, place: Place) -> bool:
        found = self.set(block, place, 0)
        return not found.overfull and found.height <= place.rect.height

    def steps(self, block: Metrics, place: Place) -> range:
        """Return the steps of the style for labels, which are as large as texts; values shrink in proportion."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import LABEL

        return text_steps(place.style(LABEL), short=True)

    def part_steps(self, block: Metrics, place: Place) -> range:
        """Return the steps of the style for values, which has the most: labels are at their least long before."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import VALUE

        return text_steps(place.styles.named(VALUE))


def _metric(entry: MetricEntry, path: DataPath, resolver: Resolver) -> Metric:
    change = _change(entry, path, resolver)
    return Metric(
        resolver.paragraph(entry.value.replace(" ", NO_BREAK_SPACE), (*path, "value")),
        resolver.paragraph(entry.label, (*path, "label")),
        change,
        entry.tone,
        resolver.credit(entry.credit, "data", (*path, "credit")) if entry.credit else None,
        resolver.span(path),
    )


def _change(entry: MetricEntry, path: DataPath, resolver: Resolver) -> Paragraph | None:
    """Return how a figure has changed, and since when, in the deck's language."""
    since = entry.since and _SINCE.get(resolver.entry.language.partition("-")[0].lower(), _SINCE["en"]).format(
        entry.since
    )
    change = re.sub(r"^-(?=[\d.,])", "−", entry.change) if entry.change else None  # a hyphen, as keyboards have it
    words = " ".join(one for one in (change, since) if one)
    return resolver.paragraph(words, (*path, "change" if entry.change else "since")) if words else None


def _item(metric: Metric, number: int, place: Place) -> CompositionItem:
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.roles import Role
    from deckmaker.theme.flow_styles import CHANGES, LABEL, VALUE

    name = f"metric {number}"
    texts = [
        (Role.VALUE, f"{name} value", place.style(VALUE), (metric.value,)),
        (Role.LABEL, f"{name} label", place.style(LABEL), (metric.label,)),
    ]
    if metric.change:
        texts.append((Role.LABEL, f"{name} change", place.style(CHANGES[metric.tone]), (metric.change,)))
    return CompositionItem(tuple(texts), metric.span)


METRICS = MetricsKind()
