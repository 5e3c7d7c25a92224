"""A heading inside a slide: `heading`. In a column or a cell of a grid it stands above all else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckmaker.blocks.kind import RigidKind
from deckmaker.language.kinds import Text
from deckmaker.model import Heading

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class HeadingKind(RigidKind[Heading]):
    """A heading. It stays with what it introduces."""

    value = Text()
    description = "A heading of what follows it."
    block = Heading
    introduces = True

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Heading | None:
        """Return the heading."""
        return Heading(resolver.paragraph(entry, path), resolver.span(path))

    def set(self, block: Heading, place: Place, step: int) -> SetBlock:
        """Set the heading on as many lines as it needs."""
        from deckmaker.layout.document import NOT_ALONE
        from deckmaker.layout.roles import Role
        from deckmaker.layout.set_texts import placed_alone, set_text
        from deckmaker.theme.flow_styles import HEADING

        style = place.style(HEADING)
        fitted, room = placed_alone((block.paragraph,), style, place.rect, step, place.context)
        own, name = place.within(room.y, room.bottom), place.named("heading")
        return set_text(fitted, Role.HEADING, name, style, own, block.span, NOT_ALONE)

    def steps(self, block: Heading, place: Place) -> range:
        """Return the steps of the style for headings."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import HEADING

        return text_steps(place.style(HEADING))


HEADING = HeadingKind()
