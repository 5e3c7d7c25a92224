"""The properties of a presentation, in which our own files tell what they were made of, and programs what they are."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.template.package import Package

_PROGRAM = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"


def program_of(package: Package) -> str:
    """Return the name of the program that saved a presentation, '' for none (part 1, 22.2.2.1). Raises NotATemplate for
    broken properties."""
    part = package.target("", "extended-properties")
    return package.xml(part).findtext(_PROGRAM, "") if part and package.has(part) else ""


def told_in(package: Package) -> Mapping[str, str]:
    """Return the texts of a presentation's custom properties by their names. Raises NotATemplate for broken ones."""
    part = package.target("", "custom-properties")
    if part is None or not package.has(part):
        return {}
    return {name: "".join(one.itertext()).strip() for one in package.xml(part) if (name := one.get("name"))}
