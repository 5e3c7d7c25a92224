"""The families that a theme names: Office's, those in its files, those of this machine, and what stands for others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.fonts import FAMILIES, Family
from deckmaker.fonts.families import SUBSTITUTES
from deckmaker.fonts.family import STYLES, Standing, drawn_family, office_family, substituted_family
from deckmaker.fonts.family_faces import FamilyFaces
from deckmaker.fonts.own_families import family_in_files, family_on_machine, names_on_machine
from deckmaker.language.theme import FamilyEntry, FontsEntry
from deckmaker.source import DataPath, Tree

_CODE = "code"
_SERIF_NAMES = ("serif", "slab", "roman", "antiqua", "times", "garamond", "bodoni", "caslon", "baskerville", "georgia")
_REFERENCES = ("+mj-", "+mn-")
"""How what stands for the fonts of a theme begins (ECMA-376 part 1, 20.1.10.81); a theme's own are names."""

_FIXED_NAMES = ("mono", "code", "courier", "console", "consolas")


class Finding(NamedTuple):
    """What is said of a family with which a theme can be used all the same."""

    code: str
    message: str
    span: Span
    help: str


class Families(NamedTuple):
    """A theme's families by their roles, those with a mistake left out, and what there is to warn of."""

    by_role: Mapping[str, Family]
    warnings: tuple[Finding, ...]

    def tell(self, diagnostics: Diagnostics) -> None:
        """Report what there is to warn of."""
        for one in self.warnings:
            diagnostics.report(one.code, one.message, one.span, one.help)


def theme_families(fonts: FontsEntry | None, tree: Tree, diagnostics: Diagnostics) -> Families:
    """Return the families of a theme; report those that cannot be used."""
    found: dict[tuple[object, ...], Family | None] = {}
    by_role: dict[str, Family] = {}
    warnings: list[Finding] = []
    for role in FontsEntry.keys if fonts else ():
        entry: FamilyEntry = getattr(fonts, role)
        place: DataPath = ("fonts", role)
        written = tree.value_span(place).source.name
        key = (
            entry.family,
            tuple(entry.files or ()),
            entry.substitute,
            written,
            role == _CODE,
        )
        if key not in found:
            family = _family(entry, role, tree, place, diagnostics)
            if isinstance(family, tuple):
                family, warned = family
                warnings.append(warned)
            found[key] = family
        if known := found[key]:
            by_role[role] = known
    return Families(by_role, tuple(warnings))


def _family(
    entry: FamilyEntry, role: str, tree: Tree, place: DataPath, diagnostics: Diagnostics
) -> Family | tuple[Family, Finding] | None:
    name = entry.family
    if entry.substitute and entry.substitute not in FAMILIES:
        return None  # reported with the other names that lead nowhere
    at = (*place, "family")
    span = tree.value_span(at if at in tree.values else place)
    if entry.files is not None:
        from deckmaker.theme.font_files import faces_of_files  # which few themes need

        faces = faces_of_files(entry.files, tree, (*place, "files"), diagnostics)
        own = family_in_files(name, faces) if faces else None
        if faces and own is None:
            inherited = tree.value_span((*place, "files")).source != span.source
            _report_other_names(name, sorted({one.family for one in faces}), inherited, span, diagnostics)
        return _drawn(own, entry, span, Standing.FILES, diagnostics) if own else None
    if name in FAMILIES:
        return office_family(name)
    if own := family_on_machine(name):
        return _drawn(own, entry, span, Standing.MACHINE, diagnostics)
    # `Calibri Light` and `Arial Nova` are families of their own, `Calibry` and `arial` are none.
    alike = [one for one in FAMILIES if len(one.split()) == len(name.split())]
    if entry.substitute is None and (help := nearest(name, alike)):
        message = f"the theme has no family `{name}`"
        diagnostics.report("wrong-value", message, span, f"{help} Else name its files, or its `substitute`")
        return None
    office = entry.substitute or _substitute_by_name(name, role)
    if name.startswith(_REFERENCES):
        message = f"`{name}` is no font, but stands for one of the theme: {office} is shown in its place"
        help = "name a font here, or choose one in PowerPoint, under View, Slide Master and Fonts"
        return office_family(office), Finding("absent-font", message, span, help)
    message = f"`{name}` is not installed: PDF and HTML show {office} in its place, and the PPTX names it"
    near = nearest(name, names_on_machine())
    help = f"{near} Else install it, or name" if near else "install it, or name"
    help += f" its files: `{{family: {name}, files: [...]}}`"
    return substituted_family(name, office), Finding("absent-font", message, span, help)


def _drawn(
    own: FamilyFaces, entry: FamilyEntry, span: Span, standing: Standing, diagnostics: Diagnostics
) -> Family | tuple[Family, Finding] | None:
    """Return a family that is at hand, or what is drawn for it where its rights keep it out of documents."""
    from deckmaker.fonts.usability import why_unusable

    family = drawn_family(own, standing)
    for style in STYLES:
        if (why := why_unusable(family.face(*style), own.nearest(*style))) is None:
            continue
        file = own.nearest(*style).path.name
        if not why.by_its_rights:
            help = "take another file of it, such as the one that its maker offers"
            diagnostics.report("unusable-font", f"`{own.name}` cannot be used: `{file}` {why.reason}", span, help)
            return None
        office = entry.substitute or SUBSTITUTES[own.generic]
        message = f"`{own.name}` may not be embedded: {why.reason} (`{file}`). PDF and HTML show {office} in its place"
        help = "get a licence for a font that may be embedded, or name the `substitute` that you want"
        return substituted_family(own.name, office), Finding("forbidden-font", message, span, help)
    return family


def _report_other_names(name: str, held: list[str], inherited: bool, span: Span, diagnostics: Diagnostics) -> None:
    listed = ", ".join(f"`{one}`" for one in held)
    message = f"no file of `{name}` is of that family: they hold {listed}"
    help = nearest(name, held) or f"write `family: {held[0]}`: PowerPoint finds the font by this name"
    if inherited:
        help = "name its own files, or drop those that are inherited: `files: null`"
    diagnostics.report("unusable-font", message, span, help)


def _substitute_by_name(name: str, role: str) -> str:
    """Return which of Office's families is drawn for one of which nothing is known but its name, and what it is for."""
    for office in FAMILIES:
        if name.startswith(office) or office.startswith(name):
            return office
    words = name.lower()
    if role == _CODE or any(one in words for one in _FIXED_NAMES):
        return SUBSTITUTES["monospace"]
    serif = "sans" not in words and any(one in words for one in _SERIF_NAMES)
    return SUBSTITUTES["serif" if serif else "sans-serif"]
