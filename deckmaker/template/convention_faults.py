"""What in a template's package is not as the Open Packaging Conventions ask, though programs may read it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.template.conventions import is_part_name, is_relationship_id
from deckmaker.template.kept_parts import kept_parts
from deckmaker.template.package import Package


def convention_faults(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the name of each part that decks would have and that may not be called so, or has a relationship that may
    not, and what is wrong with it. Raises NotATemplate."""
    for part in (package.main, *kept_parts(package)):
        if not is_part_name(part):
            yield part, "no part may be called so"
        wrong = next((id for id in package.relationships(part) if not is_relationship_id(id)), None)
        if wrong is not None:
            yield part, f"it has a relationship `{wrong[:60]}`, which is no id"
