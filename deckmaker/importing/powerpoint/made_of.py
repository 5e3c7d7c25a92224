"""Which state of a deck a presentation was made of, as our own files tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.templates import TEMPLATE_FILE_BYTES
from deckmaker.importing.powerpoint.custom_properties import told_in
from deckmaker.importing.powerpoint.slide_parts import listed_ids, lists_any_section
from deckmaker.project import without_links
from deckmaker.template.names import FIRST_SLIDE_ID, MADE_OF, MADE_OF_ROW
from deckmaker.template.package import NotATemplate, Package


class Told(NamedTuple):
    """What a presentation tells of what it was made of: the digest of the deck's file, and what the files of the row
    are called; None for each that it does not tell. And whether it `lists_sections`, be it one for all slides, and the
    ids of its slides."""

    digest: str | None = None
    row: str | None = None
    lists_sections: bool = False
    slide_ids: tuple[str, ...] = ()

    def ids_of(self, count: int) -> Sequence[str]:
        """Return the ids of so many slides that were imported; none where not each is one of the presentation's."""
        return self.slide_ids if len(self.slide_ids) == count else ()


def told_by(path: Path) -> Told:
    """Return what a presentation tells; nothing where it cannot be read."""
    try:
        with opened(without_links(path.parent) / path.name, TEMPLATE_FILE_BYTES) as (stream, now):
            package = Package(stream.read(now[0]))
        found, lists_sections, ids = told_in(package), lists_any_section(package), listed_ids(package)
    except (NotATemplate, Unusable, OSError):
        return Told()
    return Told(found.get(MADE_OF) or None, found.get(MADE_OF_ROW) or None, lists_sections, ids)


def ids_of_built(count: int) -> Sequence[str]:
    """Return the ids of the slides of a presentation that was built, and has so many."""
    return [str(FIRST_SLIDE_ID + index) for index in range(count)]
