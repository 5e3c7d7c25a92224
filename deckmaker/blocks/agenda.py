"""The deck's sections: `agenda`. Each leads to the slide with which it begins; the one that begins here stands out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Self

from deckmaker.blocks.kind import RigidKind, Split
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.language.kinds import Boolean
from deckmaker.model import Block, Paragraph, Run, SlideLink
from deckmaker.model.block import ChangeText

if TYPE_CHECKING:
    from deckmaker.layout import Placed
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.model.geometry import Rect
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

ABOVE, BELOW = 9.0, 12.0
"""Points between a rule and the section below it, and between that and the next rule."""

ROOMY = 1.5
"""Times as much of both where sections are in larger type, which is where they leave room on their page."""

CURRENT_RULE = 2.0
"""How thick the rule above the current section is, in multiples of the others."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A section; the `current` one begins where the agenda stands. Its `number` counts all of them from 1."""

    name: Paragraph
    number: int
    current: bool


@dataclass(frozen=True, slots=True)
class Agenda(Block):
    """The deck's sections in their order. Where one of them begins it stands out against the others."""

    entries: tuple[AgendaEntry, ...]
    has_current: bool
    span: Span = field(repr=False, compare=False)

    def own_texts(self) -> Iterator[Paragraph]:
        for entry in self.entries:
            yield entry.name

    def map_own_texts(self, change: ChangeText) -> Self:
        return replace(self, entries=tuple(replace(one, name=change(one.name)) for one in self.entries))


class AgendaKind(RigidKind[Agenda]):
    """Sections below one another, under a rule each."""

    value = Boolean()
    description = "The deck's sections, each a link to the slide where it begins."
    block = Agenda
    derived = ("entries", "has_current")

    def resolve(self, entry: bool, path: DataPath, resolver: Resolver) -> Agenda | None:
        """Return the agenda. The current section is the one that begins on its slide, or on the slide before."""
        span = resolver.span(path)
        every = [section for section in resolver.sections if section.slide < resolver.appendix]
        here = path[1]
        assert isinstance(here, int), "blocks stand on slides"
        is_hidden = resolver.entry.slides[here].hidden  # then it may list what is hidden with it
        shown_at = ((one, one.slide if one.shown is None and is_hidden else one.shown) for one in every)
        sections = [(section, shown) for section, shown in shown_at if shown is not None]
        if not sections:
            message = f"an agenda shows the deck's sections, and {'all are hidden' if every else 'the deck has none'}"
            help = "write `section:` with a name on each slide with which a section begins"
            resolver.diagnostics.report("wrong-value", message, span, help)
            return None
        resolver.allowance.agenda(len(sections), span)
        begun = {section.slide for section, _ in sections}
        current = next((slide for slide in (here, here - 1) if slide in begun), None)
        entries = []
        for number, (section, shown) in enumerate(sections, start=1):
            resolver.allowance.characters(len(section.name), span)
            is_current = section.slide == current
            run = Run(section.name, bold=is_current, link=SlideLink(shown))
            resolver.allowance.runs((run,), span)
            entries.append(AgendaEntry(Paragraph((run,), span=span), number, is_current))
        return Agenda(tuple(entries), current is not None, span)

    def set(self, block: Agenda, place: Place, step: int) -> SetBlock:
        """Set the sections from the top of a place."""
        from deckmaker.layout.compositions import Composition, shape
        from deckmaker.layout.roles import Role
        from deckmaker.theme.flow_styles import AGENDA, AGENDA_CURRENT

        look, items = place.styles.theme.columns, [_item(one, block, place) for one in block.entries]
        plain, strong = look.rule, place.style(AGENDA_CURRENT).color

        def rule(index: int, room: Rect) -> tuple[Placed, ...]:
            if not plain or not place.styles.on_plain_ground:
                return ()
            if block.entries[index].current:
                return (shape(replace(room, height=CURRENT_RULE * look.rule_width), strong),)
            return (shape(replace(room, height=look.rule_width), plain),)

        more = ROOMY if step < 0 else 1.0
        above, below = ABOVE * more, BELOW * more
        composition = Composition(Role.LIST, items, place.style(AGENDA), 1, 0.0, below, above=above, draw=rule)
        return composition.set(place, step, block.span)

    def split(self, block: Agenda, room: Room) -> Split[Agenda] | None:
        """Return the sections that have room, and the rest."""
        place = room.here()
        count = min(len(block.entries) - 1, _most_in(place)) if place else 0
        while place and count:
            head = replace(block, entries=block.entries[:count])
            found = self.set(head, place, 0)
            if not found.overfull and found.height <= place.rect.height:
                return Split(head, (replace(block, entries=block.entries[count:]),))
            # Sections are of about the same height: not more of them than that leaves room for are tried next.
            count = min(count - 1, int(count * place.rect.height / max(found.height, 1.0)))
        return None

    def rows(self, block: Agenda) -> int:
        """Return how many sections there are: each has a line of its own."""
        return len(block.entries)

    def steps(self, block: Agenda, place: Place) -> range:
        """Return the steps of the style for agendas."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import AGENDA

        return text_steps(place.style(AGENDA), short=True)


def _most_in(place: Place) -> int:
    """Return more sections than have room in a place: what is tried on a page does not depend on how many there are."""
    return 1 + int(place.rect.height / (ABOVE + BELOW))


def _item(entry: AgendaEntry, block: Agenda, place: Place) -> CompositionItem:
    from deckmaker.layout.compositions import CompositionItem
    from deckmaker.layout.roles import Role
    from deckmaker.theme.flow_styles import AGENDA, AGENDA_CURRENT, AGENDA_OTHER

    style = AGENDA_CURRENT if entry.current else AGENDA_OTHER if block.has_current else AGENDA
    text = (Role.LABEL, f"section {entry.number}", place.style(style), (entry.name,))
    return CompositionItem((text,), block.span)


AGENDA = AgendaKind()
