"""Which state of a deck a presentation was made of, as our own files tell."""

from __future__ import annotations

from pathlib import Path

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.templates import TEMPLATE_FILE_BYTES
from deckmaker.project import without_links
from deckmaker.template.names import MADE_OF
from deckmaker.template.package import NotATemplate, Package


def digest_in(path: Path) -> str | None:
    """Return the digest of the deck's file; None where the presentation does not tell, or cannot be read."""
    try:
        with opened(without_links(path.parent) / path.name, TEMPLATE_FILE_BYTES) as (stream, now):
            package = Package(stream.read(now[0]))
        part = package.target("", "custom-properties")
        if part is None or not package.has(part):
            return None
        for one in package.xml(part):
            if one.get("name") == MADE_OF:
                return "".join(one.itertext()).strip() or None
    except (NotATemplate, Unusable, OSError):
        pass
    return None
