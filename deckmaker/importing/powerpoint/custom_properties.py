"""The custom properties of a presentation, in which our own files tell what they were made of."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.template.package import Package


def told_in(package: Package) -> Mapping[str, str]:
    """Return the texts of a presentation's custom properties by their names. Raises NotATemplate for broken ones."""
    part = package.target("", "custom-properties")
    if part is None or not package.has(part):
        return {}
    return {name: "".join(one.itertext()).strip() for one in package.xml(part) if (name := one.get("name"))}
