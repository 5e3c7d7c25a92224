"""A template's file to a theme file and a contact sheet, and what is said of it."""

from __future__ import annotations

import os
from itertools import chain, islice
from pathlib import Path

from deckmaker.adoption.contact_sheet import contact_sheet
from deckmaker.adoption.matching import Matches, matched
from deckmaker.adoption.theme_text import in_a_line, in_plain, shared, theme_text, unmatched
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.output.atomic import as_it_will_be, atomic_write, put_back, refuse_devices, written
from deckmaker.output.ending import tidy_end
from deckmaker.output.taken import may_write
from deckmaker.project import Barred, reached, without_links
from deckmaker.source.barred import told_barred
from deckmaker.source.reading import display_name
from deckmaker.template import NotATemplate, Template
from deckmaker.template.convention_faults import convention_faults
from deckmaker.template.opening import open_template
from deckmaker.template.schema_faults import schema_faults

_SHEET = "-contact-sheet.pdf"
_TOLD = 5
"""Parts of which is told: what saved one of them so has saved more."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """The files that were written, and what was matched."""

    files: tuple[Path, ...]
    matches: Matches

    @property
    def lines(self) -> tuple[str, ...]:
        """What there is to confirm, a line each: matches and by what, and what was matched with nothing."""
        width = max(map(len, (*self.matches.by_name, *shared(self.matches))))
        found = [f"{one.ours:<{width}}  {in_a_line(one.name)}  (by {one.reason})" for one in self.matches.found]
        for ours, other in shared(self.matches).items():
            found.append(f"{ours:<{width}}  {in_a_line(self.matches.by_name[other].name)}  (as {other})")
        if missing := unmatched(self.matches):
            found.append(f"made in the style of content{in_plain(self.matches)}: {', '.join(missing)}")
        if self.matches.unused:
            found.append(f"not used: {', '.join(map(in_a_line, self.matches.unused))}")
        return tuple(found)


def adopt(path: Path, target: Path | None, force: bool, diagnostics: Diagnostics) -> Adopted | None:
    """Write a theme file for a template, by default beside it, and its contact sheet; report and return None where
    nothing was written.

    `force` allows to write over files that are there.
    """
    name = display_name(path)
    try:
        template = open_template(without_links(path.parent) / path.name)
        matches = matched(template)  # looks at what layouts draw, where several could be meant
    except NotATemplate as error:
        diagnostics.report("unusable-template", f"`{name}` {error}", help=error.help)
        return None
    if "content" not in matches.by_name:
        help = "give it a layout with a title and a text in PowerPoint"
        diagnostics.report("unusable-template", f"`{name}` has no layout with places for a title and a text", help=help)
        return None
    target = as_it_will_be(target or path.with_suffix(".yaml"))
    sheet = target.parent / (target.stem + _SHEET)
    if (
        not may_write((target, sheet), path, "the template itself", force, diagnostics)
        or (file := _beside(path, target, diagnostics)) is None
    ):
        return None
    _tell_faults(template, name, diagnostics)
    return _written(template, matches, file, (target, sheet), diagnostics)


def _tell_faults(template: Template, name: str, diagnostics: Diagnostics) -> None:
    found = chain(convention_faults(template.package), schema_faults(template.package))
    for part, what in islice(found, _TOLD):
        message = f"`{name}` is not as PowerPoint asks, in `{part}`: {what}"
        help = "open it in PowerPoint, let it be repaired, and save it anew: decks made with it would need that, too"
        diagnostics.report("unsound-template", message, help=help)


def _written(
    template: Template, matches: Matches, file: str, targets: tuple[Path, Path], diagnostics: Diagnostics
) -> Adopted | None:
    target, sheet = targets
    try:
        for one in targets:
            refuse_devices(one)
        target.parent.mkdir(parents=True, exist_ok=True)
        # The sheet is drawn by the theme as decks read it, from its place: a disk may be full behind it.
        with tidy_end(), put_back(target):
            _put(target, theme_text(template, matches, file).encode())
            pages = contact_sheet(target, diagnostics)
            if pages is not None:
                _put(sheet, pages)
    except OSError as error:
        where = display_name(target)
        diagnostics.report("cannot-write", f"cannot write `{where}`: {plain_reason(error)}")
        return None
    except NotATemplate as error:
        diagnostics.report("unusable-template", f"`{file}` {error}", help=error.help)
        return None
    return Adopted((target, sheet) if pages is not None else (target,), matches)


def _put(path: Path, content: bytes) -> None:
    with atomic_write(path, written(content)) as put:
        put()


def _beside(path: Path, target: Path, diagnostics: Diagnostics) -> str | None:
    """Return how the theme file names the template; report and return None where it may not."""
    place = without_links(target.parent) if os.path.isdir(target.parent) else target.parent.absolute()
    real = without_links(path.parent) / path.name
    file = os.path.relpath(real, place).replace(os.sep, "/")
    if not _is_utf8(file):
        message = f"`{display_name(path)}` has a name that is not UTF-8, and no theme can name it"
        diagnostics.report("unusable-template", message, help="give the file another name")
        return None
    found = reached(file, place / target.name)
    if isinstance(found, Barred):
        if found is Barred.NOWHERE:
            diagnostics.report("unreadable-file", f"`{display_name(path)}` cannot be reached from the theme")
        else:
            told_barred(found, file, None, diagnostics, "copy the template into the project")
        return None
    return file


def _is_utf8(name: str) -> bool:
    """Tell whether a file's name is text: Linux takes any bytes, and YAML has no form for others."""
    return name == name.encode(errors="replace").decode()
