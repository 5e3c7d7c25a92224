"""Key figures: `metrics`. Each is a value that is seen first, what it is, and how it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.guessed_choice import GuessedChoice
from deckmaker.language.kinds import ListOf, Text
from deckmaker.model import Block, Credit, Paragraph
from deckmaker.model.block import ChangeText
from deckmaker.patterns import pattern
from deckmaker.values.filled import Filled, mapped
from deckmaker.values.stand_ins import guarded

if TYPE_CHECKING:
    from deckmaker.layout import Placed
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.model.geometry import Rect
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath
    from deckmaker.theme import TextStyle

NO_BREAK_SPACE = "\u00a0"
"""Between the words of a value, which is one sign for the eye: it is set smaller before it is broken."""

MOST = 8
"""Values on a slide: of more, nobody sees any first."""

TONES = ("good", "bad", "neutral")
"""What a change may mean for the reader."""

_MINUS = pattern(r"^-(?=[\d.,])")
"""A hyphen, as keyboards have it."""

_SINCE = {
    "en": "since {}",
    "de": "seit {}",
    "fr": "depuis {}",
    "es": "desde {}",
    "he": "מאז {}",
    "ar": "منذ {}",
    "zh": "自{}年",
}


_TONE_GUESSES = {
    "good": ("green", "positive", "success", "better", "ok"),
    "bad": ("red", "negative", "danger", "worse", "warning", "alert"),
    "neutral": ("grey", "gray", "black", "none", "flat", "same"),
}


class MetricEntry(Entry):
    """A key figure."""

    value = required(Text(), "The figure as it is shown, with its unit: `565,000`, `4.2 %`, `€ 1.2 bn`.")
    label = required(Text(), "What it is; inline Markdown.")
    change = optional(Text(), "How it has changed, with its sign: `+240 %`.")
    since = optional(Text(), "Since when it has changed.")
    tone = with_default(
        GuessedChoice(*TONES, key="tone", guesses=_TONE_GUESSES),
        "neutral",
        "What the change means for the reader: it says so by its colour, too.",
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

    shows_data: ClassVar[bool] = True
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


MOST_ACROSS = 4
"""Figures in a row at most; of so few, rows are equally long."""

LITTLE_SMALLER = 0.8
"""Of their size: what values have at least for the sake of one row."""

LABEL_SHARE = 0.3
"""Of a place's width: what labels beside their values have at least."""

ROW_GAPS = 1.5
"""Multiples of the gap between rows of a grid: a figure's last line is bold, and so is the first of that below it."""


class MetricsKind(RigidKind[Metrics]):
    """Key figures side by side in one row or two, in more where values are wide, or one below the other."""

    value = ListOf(EntryOf(MetricEntry), least=1, most=MOST)
    description = "One to eight key figures, each with what it is."
    block = Metrics

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Metrics | None:
        """Return the figures."""
        resolver.allowance.figures(len(entry), resolver.span(path))
        metrics = tuple(_metric(one, (*path, index), resolver) for index, one in enumerate(entry))
        return Metrics(metrics, resolver.span(path))

    def set(self, block: Metrics, place: Place, step: int) -> SetBlock:
        """Set the figures; in a region they stand under a thin rule each, as columns do."""
        from deckmaker.layout.compositions import Composition, shape
        from deckmaker.layout.place import REGION
        from deckmaker.layout.roles import Role
        from deckmaker.layout.value_rows import ValueRows
        from deckmaker.theme.flow_styles import LABEL

        look = place.styles.theme.columns
        value = _value_style(block, place)
        items = [_item(one, number, value, place) for number, one in enumerate(block.metrics, start=1)]
        color = look.rule if place.name == REGION else None

        def rule(_: int, room: Rect) -> tuple[Placed, ...]:
            return (shape(replace(room, height=look.rule_width), color),) if color else ()

        above, measure, row_gap = look.above if color else 0.0, place.style(LABEL), ROW_GAPS * look.row_gap
        if lead := _lead(block, place, step):
            rows = ValueRows(
                Role.LIST, items, measure, lead, look.gutter, min(row_gap, look.row_gap), above=above, draw=rule
            )
            return rows.set(place, step, block.span)
        across = _across(block, place)
        composition = Composition(Role.LIST, items, measure, across, look.gutter, row_gap, above=above, draw=rule)
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
        from deckmaker.layout.splitting import is_endless

        if any(is_endless(one) for one in block.own_texts()):
            return False
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


def _across(block: Metrics, place: Place) -> int:
    """Return how many figures stand side by side: all of a few, and half of more, where that makes their values little
    smaller; else as many as have room."""
    from deckmaker.layout.compositions import across_for

    count, width, gutter = len(block.metrics), place.wide.width, place.styles.theme.columns.gutter
    across = across_for(count, width, gutter, narrowest=_value_width(block, place))
    wanted = count if count <= MOST_ACROSS else -(-count // 2)
    if across < wanted and _are_little_smaller(block, place, (width + gutter) / wanted - gutter):
        return wanted
    return across


def _are_little_smaller(block: Metrics, place: Place, width: float) -> bool:
    """Tell whether values that have so many points are set little smaller: they shrink in as few steps as labels do."""
    from deckmaker.layout.compositions import NARROWEST
    from deckmaker.layout.set_texts import proportional_step, text_steps
    from deckmaker.theme.flow_styles import LABEL, VALUE

    style, measure = place.style(VALUE), place.style(LABEL)
    if width < NARROWEST:
        return False
    for step in text_steps(measure):
        if _value_width(block, place, step) <= width:
            return style.size - proportional_step(style, step, measure) >= LITTLE_SMALLER * style.size
    return False


def _lead(block: Metrics, place: Place, step: int) -> float:
    """Return how wide values are where figures stand one below the other, their labels beside them; 0 where they do
    not. Few do, that would make uneven rows."""
    from deckmaker.layout.compositions import NARROWEST

    across, count = _across(block, place), len(block.metrics)
    most = place.wide.width - place.styles.theme.columns.gutter - LABEL_SHARE * place.wide.width
    is_even = across > 1 and not count % across
    if count == 1 or count > MOST_ACROSS or is_even or most < NARROWEST or _value_width(block, place) > most:
        return 0.0
    return min(most, _value_width(block, place, step))


def _value_width(block: Metrics, place: Place, step: int = 0) -> float:
    """Return how wide the widest value is, in points, where labels are `step` points smaller than their style."""
    from deckmaker.layout.compositions import least_width
    from deckmaker.layout.set_texts import proportional_step
    from deckmaker.theme.flow_styles import LABEL, VALUE

    style = place.style(VALUE)
    size = style.size - (proportional_step(style, step, place.style(LABEL)) if step else 0)
    style = style.only(min(max(size, style.minimum), max(style.size, style.short or 0)))
    return least_width([one.value for one in block.metrics], style, place)


def _metric(entry: MetricEntry, path: DataPath, resolver: Resolver) -> Metric:
    change = _change(entry, path, resolver)
    return Metric(
        resolver.paragraph(mapped(entry.value, _held_together), (*path, "value")),
        resolver.paragraph(entry.label, (*path, "label")),
        change,
        entry.tone,
        resolver.credit(entry.credit, "data", (*path, "credit")) if entry.credit else None,
        resolver.span(path),
    )


def _change(entry: MetricEntry, path: DataPath, resolver: Resolver) -> Paragraph | None:
    """Return how a figure has changed, and since when, in the deck's language."""
    pattern = _SINCE.get(resolver.entry.language.partition("-")[0].lower(), _SINCE["en"])

    def words(read: Callable[[str], str]) -> str:
        since = entry.since and pattern.format(read(entry.since))
        change = _MINUS.sub("−", read(entry.change)) if entry.change else None
        return " ".join(one for one in (change, since) if one)

    text = Filled(words(str), words(guarded))
    return resolver.paragraph(text, (*path, "change" if entry.change else "since")) if text else None


def _held_together(value: str) -> str:
    return value.replace(" ", NO_BREAK_SPACE)


def _value_style(block: Metrics, place: Place) -> TextStyle:
    """Return the style of values, which are larger where the region has one: that is what its slide is about.

    One that is too long for that is as large as it can be on a line, but no smaller than several would be. On a part of
    a slide, it is one of several.
    """
    from deckmaker.layout.compositions import short_on_a_line
    from deckmaker.layout.place import REGION
    from deckmaker.theme.flow_styles import ONLY_VALUE, VALUE

    several = place.style(VALUE)
    if len(block.metrics) > 1 or place.name != REGION or place.part:
        return several
    least = several.short or several.size
    return short_on_a_line(block.metrics[0].value, place.style(ONLY_VALUE), least, place)


def _item(metric: Metric, number: int, value: TextStyle, place: Place) -> CompositionItem:
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.roles import Role
    from deckmaker.theme.flow_styles import CHANGES, LABEL

    name = f"metric {number}"
    texts = [
        (Role.VALUE, f"{name} value", value, (metric.value,)),
        (Role.LABEL, f"{name} label", place.style(LABEL), (metric.label,)),
    ]
    if metric.change:
        texts.append((Role.LABEL, f"{name} change", place.style(CHANGES[metric.tone]), (metric.change,)))
    return CompositionItem(tuple(texts), metric.span)


METRICS = MetricsKind()
