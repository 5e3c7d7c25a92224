"""The theme file for a template, with comments that say what to confirm. A value that the template gives stands once:
sizes and places are left to it."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.adoption.matching import Matches
from deckmaker.diagnostics.shortening import shortened
from deckmaker.source.quoting import quoted, visible
from deckmaker.template import Template
from deckmaker.template.families import nearest_family
from deckmaker.theme.template_palette import template_palette
from deckmaker.theme.template_plan import SAME_AS

_INTRODUCTION = (
    "# Made by `deckmaker theme from`. Look at the contact sheet beside this file, and confirm or change the layouts.",
    "# What this file says wins over the template, which gives what is not said: the size of pages and texts, places,",
    "# weights, alignment, bullets.",
)

_ROLES = {
    "paper": "page",
    "ink": "text",
    "deep": "strong pages",
    "tint": "hairlines and quiet areas",
    "accent": "markers, links, headings",
    "muted": "credits and captions",
    "light": "text on deep",
    "mark": "rules on deep",
    "bright": "text over pictures",
    "scrim": "what lies between the two",
    "good": "a change for the better",
    "bad": "one for the worse",
}
_OURS = ("title", "section", "content", "columns", "picture-right", "picture-left", "picture", "table", "closing")
"""Layouts of ours that a template may have, in the order in which people think of them."""

_NAME = 80
"""Characters of a template's name that are told. PowerPoint's own are up to thirty."""


def unmatched(matches: Matches) -> tuple[str, ...]:
    """Return our layouts for which the template has none, in the file's order, but for those of `shared`."""
    return tuple(name for name in _OURS if name not in matches.by_name and name not in shared(matches))


def shared(matches: Matches) -> dict[str, str]:
    """Return which of our layouts that the template lacks stand in that for another of ours, and for which."""
    found = ((name, next((one for one in SAME_AS.get(name, ()) if one in matches.by_name), None)) for name in _OURS)
    return {name: other for name, other in found if other and name not in matches.by_name}


def in_plain(matches: Matches) -> str:
    """Return in which of the template's layouts ours are made, where that is not the one for content."""
    plain = matches.plain
    return f", in {in_a_line(plain)}" if plain and plain != matches.by_name["content"].name else ""


def theme_text(template: Template, matches: Matches, file: str) -> str:
    """Return a theme file for a template, called `file` beside it."""
    return "\n".join(_lines(template, matches, file)) + "\n"


def _lines(template: Template, matches: Matches, file: str) -> Iterator[str]:
    content = matches.by_name["content"].layout
    yield from _INTRODUCTION
    yield "extends: briefing"
    yield ""
    yield "template:"
    yield f"  file: {quoted(file)}"
    yield "  layouts:  # ours, the template's, and by what the two were matched"
    for ours in _OURS:
        if one := matches.by_name.get(ours):
            yield f"    {ours}: {quoted(one.name)}  # {one.reason}"
    if missing := unmatched(matches):
        yield f"    # Nothing was found for {', '.join(missing)}:"
        yield f"    # they are made in the style of content{in_plain(matches)}. Name a layout here if there is one."
    for ours, other in shared(matches).items():
        yield f"    # Nothing was found for {ours}: it stands in the layout for {other}."
    if matches.unused:
        yield "    # Layouts of the template that are not used:"
        yield from (f"    # - {in_a_line(name)}" for name in matches.unused)
    yield ""
    yield from _fonts(*content.families)
    yield ""
    yield "palette:"
    for name, value in template_palette(template, content).items():
        role = f"  # {_ROLES[name]}" if name in _ROLES else ""
        yield f'  {name}: "{value}"{role}'


def _fonts(heading: str, body: str) -> Iterator[str]:
    given = {"heading": heading, "body": body}
    if any(nearest_family(name) != name for name in given.values()):
        yield "# The template's own. Where one is not installed, its substitute is measured, and drawn in PDF and HTML:"
        yield "# name its `files` here, and it is the font itself."
    yield "fonts:"
    for role, name in given.items():
        office = nearest_family(name)
        yield (
            f"  {role}: {office}" if office == name else f"  {role}: {{family: {quoted(name)}, substitute: {office}}}"
        )
    yield "  code: Courier New"


def in_a_line(name: str) -> str:
    """Return a name that a template gives as a comment and a list may hold it: short, in a line, all of it seen."""
    return visible(shortened(" ".join(name.split()), most=_NAME))
