"""The `template` of a theme file: found, read, its layouts named; and all that is wrong with it said at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.near import nearest_file
from deckmaker.project import Barred, files_beside, reached
from deckmaker.source import Tree
from deckmaker.source.barred import told_barred
from deckmaker.template import NotATemplate, Template, TemplateLayout
from deckmaker.template.kept_parts import missing_parts
from deckmaker.template.opening import brands_of, open_template
from deckmaker.theme.losses import Loss, Losses
from deckmaker.theme.parts import mapping
from deckmaker.theme.slots import NEEDED, PLAIN_LAYOUT
from deckmaker.theme.template_layer import TemplateLayer
from deckmaker.theme.template_plan import LayoutPlan, plans

_FILE = ("template", "file")
_WORDS = {"title": "title", "body": "text", "entries-1": "text"}
_ONTO_THE_PAGE = "name another layout, or move it onto the page in PowerPoint, under View and Slide Master"
_SHOWN = 3
"""Names of layouts that help gives."""


def template_layer(own: Tree, base: Tree, theme: Path, diagnostics: Diagnostics) -> TemplateLayer | None:
    """Return what the template of a theme file makes of a theme; report and return None where that is nothing.

    `theme` is the path of the file, beside which the template lies, `base` what it extends.
    """
    span = own.value_span(("template",))
    written = mapping(own.data["template"])
    file, layouts = written.get("file"), written.get("layouts")
    if not isinstance(file, str) or not isinstance(layouts, dict):
        return None  # validation says what it should be
    template = _opened(file, theme, own.value_span(_FILE), diagnostics)
    if template is None:
        return None
    try:
        named = _named(template, layouts, own, diagnostics)
        if named is None or not _has_content(named, file, own, diagnostics):
            return None
        known = mapping(base.data.get("layouts"))
        slots = {name: tuple(mapping(mapping(one).get("slots"))) for name, one in known.items()}
        made = plans(template, named, slots)
        if not _has_needed(made, file, own, diagnostics):
            return None
        for plan in made.values():
            brands_of(template).of(plan.layout)
        missing = dict(missing_parts(template.package))
    except NotATemplate as error:
        diagnostics.report("unusable-template", f"`{file}` {error}", own.value_span(_FILE), error.help)
        return None
    return TemplateLayer(template, made, span, missing)


def _opened(file: str, theme: Path, span: Span, diagnostics: Diagnostics) -> Template | None:
    found = reached(file, theme)
    if isinstance(found, Barred) and found is not Barred.NOWHERE:
        told_barred(found, file, span, diagnostics)
        return None
    if isinstance(found, Barred) or not found.is_file:
        path = None if isinstance(found, Barred) else found.path
        help = nearest_file(path.name, files_beside(path)) if path else None
        diagnostics.report("missing-file", f"`{file}` is not a file", span, help)
        return None
    try:
        return open_template(found.path)
    except NotATemplate as error:
        diagnostics.report("unusable-template", f"`{file}` {error}", span, error.help)
        return None


def _named(
    template: Template, layouts: Mapping[str, Any], own: Tree, diagnostics: Diagnostics
) -> dict[str, TemplateLayout] | None:
    """Return the template's layouts by our names; None where one is not there, or there more than once."""
    found: dict[str, TemplateLayout] = {}
    for ours, theirs in layouts.items():
        if not isinstance(theirs, str):
            return None  # validation says what it should be
        ones = template.named(theirs)
        span = own.value_span(("template", "layouts", ours))
        if not ones:
            help = (
                nearest(theirs, list(template.names))
                or f"it has {', '.join(f'`{one}`' for one in template.names[:12])}"
            )
            diagnostics.report("wrong-value", f"the template has no layout `{theirs}`", span, help)
        elif len(ones) > 1:
            called = (name for one, name in zip(template.layouts, template.names, strict=True) if one in ones)
            names = " or ".join(f"`{name}`" for name in list(called)[:_SHOWN])
            diagnostics.report(
                "wrong-value", f"the template has {len(ones)} layouts `{theirs}`", span, f"write {names}"
            )
        else:
            found[ours] = ones[0]
    return found if len(found) == len(layouts) else None


def _has_content(named: Mapping[str, TemplateLayout], file: str, own: Tree, diagnostics: Diagnostics) -> bool:
    """Tell whether there is a layout for text, which has a place for a title and for a text."""
    span = own.key_span(("template", "layouts"))
    if PLAIN_LAYOUT not in named:
        help = f"add `{PLAIN_LAYOUT}:`, with the layout for a title and a text"
        diagnostics.report("missing-key", f"`layouts` of a template needs `{PLAIN_LAYOUT}`", span, help)
        return False
    layout = named[PLAIN_LAYOUT]
    lacking = [
        word
        for word, types in (("title", ("title", "ctrTitle")), ("text", ("obj", "body", "subTitle")))
        if not any(one.type in types and one.rect and one.vertical == "horz" for one in layout.placeholders)
    ]
    if lacking:
        message = f"layout `{layout.name}` of `{file}` has no place for a {' and a '.join(lacking)}"
        place = own.value_span(("template", "layouts", PLAIN_LAYOUT))
        diagnostics.report(
            "wrong-value", message, place, "name a layout with a title and a text, such as Title and Content"
        )
    return not lacking


def _has_needed(made: Mapping[str, LayoutPlan], file: str, own: Tree, diagnostics: Diagnostics) -> bool:
    """Tell whether layouts have on their pages what they need, be it by the theme file's own words."""
    known = len(diagnostics)
    for name, plan in made.items():
        given = mapping(mapping(mapping(own.data.get("layouts")).get(name)).get("slots"))
        lacking = [_WORDS[slot] for slot in NEEDED.get(name, ()) if slot not in plan.slots and slot not in given]
        if lacking and plan.named:  # others have their places from these
            message = f"layout `{plan.layout.name}` of `{file}` has no {' and no '.join(lacking)} on the page"
            diagnostics.report("wrong-value", message, own.value_span(("template", "layouts", name)), _ONTO_THE_PAGE)
    return len(diagnostics) == known


def told_missing(layer: TemplateLayer, tree: Tree, diagnostics: Diagnostics) -> None:
    """Warn once for each part of a template, such as a master, that it refers to another which is not there."""
    for part, target in layer.missing.items():
        message = f"{_place_in(layer.template, part)} of the template refers to `{target}`, which it does not have"
        help = "save the template anew in PowerPoint"
        diagnostics.report("incomplete-template", message, tree.value_span(_FILE), help)


def losses_of(layer: TemplateLayer, tree: Tree) -> Losses:
    """Return what outputs leave out of the template in which a theme stands that is written in `tree`."""
    return {name: tuple(_of_layout(name, plan, layer.template, tree)) for name, plan in layer.plans.items()}


def _of_layout(name: str, plan: LayoutPlan, template: Template, tree: Tree) -> Iterator[Loss]:
    place = tree.value_span(("template", "layouts", name if plan.named else PLAIN_LAYOUT))
    for one in brands_of(template).of(plan.layout).not_shown:
        where = _place_in(template, one.part)
        yield Loss(f"{where} has {one.what}: PDF and HTML do not show it so", place, one.shape)
    first = [slot.text.levels[0] for slot in plan.slots.values() if slot.text]
    if any(level.caps != "none" for level in first):
        yield Loss(
            f"layout `{plan.layout.name}` has titles or texts in capitals, which are set as they are written",
            tree.value_span(_FILE),
        )
    if looks := [words for name, words in _LOOKS.items() if any(getattr(level, name) for level in first)]:
        message = f"layout `{plan.layout.name}` has titles or texts that are {' and '.join(looks)}"
        yield Loss(f"{message}: PDF and HTML do not show it so", tree.value_span(_FILE))


_LOOKS = {
    "underlined": "underlined",
    "struck": "struck through",
    "marked": "highlighted",
    "drawn": "drawn with an outline, a shadow, a gradient or no filling",
}
"""Of letters, by the fields of a level."""


def told_outside(layer: TemplateLayer, tree: Tree, diagnostics: Diagnostics) -> None:
    """Warn of each file outside a template to which it refers."""
    for part, address in layer.template.package.external:
        where = _place_in(layer.template, part)
        message = f"{where} refers to `{address[:60]}` outside the template, which nobody follows"
        diagnostics.report("brand-not-shown", message, tree.value_span(_FILE))


def _place_in(template: Template, part: str) -> str:
    layout = next((one.name for one in template.layouts if one.part == part), None)
    if layout:
        return f"layout `{layout}`"
    master = next((one.name for one in template.masters if one.part == part), None)
    if master:
        return f"master `{master}`"
    return f"part `{part}`" if part else "the package itself"
