"""Themes that extend themes: found, read, and laid one over the other with the places of both."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from deckmaker.budget.source import THEME_CHAIN
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.diagnostics.near import did_you_mean, nearest_file
from deckmaker.language.missing_keys import MissingKeys, is_nearest, report_missing
from deckmaker.language.theme import ThemeEntry
from deckmaker.project import Barred, file_named, files_beside, reached
from deckmaker.source import Layered, Tree, parse_yaml, read_source
from deckmaker.source.barred import told_barred, way_inside
from deckmaker.source.reading import display_name
from deckmaker.theme.built_in import built_in_themes

if TYPE_CHECKING:
    from deckmaker.theme.template_layer import TemplateLayer

THEME_BEGINS = "begin with `extends: briefing`"


_MODES = ("light", "dark", "auto")
_PRESENTATIONS = (".pptx", ".potx", ".pptm", ".potm", ".ppt", ".pot", ".thmx", ".odp")
"""What a company's slides come in, and somebody may name as a theme."""


class ReadTheme(NamedTuple):
    """A theme's tree, and the template that it, or a theme that it extends, is made from."""

    tree: Tree
    template: TemplateLayer | None = None


def read_theme(name: str, beside: Path, span: Span, diagnostics: Diagnostics) -> ReadTheme | None:
    """Return a theme's tree, what it extends and its template included.

    `name` is a built-in theme or a path relative to the file `beside`, which names it at `span`. Reports and returns
    None where there is no such theme, or where themes extend each other in a circle.
    """
    return _read(name, beside, span, diagnostics, ())


def _read(name: str, beside: Path, span: Span, diagnostics: Diagnostics, around: tuple[Path, ...]) -> ReadTheme | None:
    path = theme_path(name, beside, span, diagnostics)
    if path in around:
        diagnostics.report("wrong-value", f"theme `{name}` extends itself in the end", span)
        return None
    if len(around) == THEME_CHAIN.most:
        message = f"theme `{name}` is one too many: the chain {THEME_CHAIN.excess()}"
        diagnostics.report("wrong-value", message, span, "write what it changes into one that extends it")
        return None
    if path and path.suffix.lower() in _PRESENTATIONS:
        made = path.with_suffix(".yaml").name
        line = _beside("extends" if around else "theme", name, made)
        help = f"make a theme of it with `deckmaker theme from {display_name(path)}`, and write `{line}`"
        diagnostics.report("unknown-theme", f"`{name}` is a presentation, and no theme file", span, help)
        return None
    source = path and read_source(path, diagnostics, span)
    tree = source and parse_yaml(source, diagnostics, THEME_BEGINS)
    if not (path and tree):
        return None
    if not isinstance(tree.data, dict):
        return ReadTheme(tree)  # validation says what it should be
    tree = replace(tree, data={"name": path.stem, **tree.data})
    tree = _with_base(tree, diagnostics)
    if "extends" not in tree.data:
        return _with_template(tree, ReadTheme(Tree({}, {}, {})), path, diagnostics)
    base = tree.data["extends"]
    if not isinstance(base, str):
        found = "nothing" if base is None else "a list" if isinstance(base, list) else "keys with values"
        message = f"`extends` takes the name or the path of a theme, found {found}"
        diagnostics.report("wrong-type", message, tree.value_span(("extends",)))
        return None
    parent = _read(base, path, tree.value_span(("extends",)), diagnostics, (*around, path))
    return _with_template(tree, parent, path, diagnostics) if parent else None


def _with_template(tree: Tree, parent: ReadTheme, path: Path, diagnostics: Diagnostics) -> ReadTheme | None:
    """Lay a theme's tree over what it extends, with what its template says between the two."""
    if not isinstance(tree.data.get("template"), dict):
        return ReadTheme(_over(tree, parent.tree), parent.template)
    from deckmaker.theme.template_file import template_layer  # few themes have one
    from deckmaker.theme.template_layer import layered

    before = len(diagnostics)
    layer = template_layer(tree, parent.tree, path, diagnostics)
    if layer is None:  # said, or validation says it
        return None if len(diagnostics) > before else ReadTheme(_over(tree, parent.tree))
    return ReadTheme(layered(tree, parent.tree, layer), layer)


def _with_base(tree: Tree, diagnostics: Diagnostics) -> Tree:
    """Report a theme that extends none and is not whole, and return it with what it may have meant to extend."""
    data, known = tree.data, list(ThemeEntry.keys)
    if "extends" in data:
        return tree
    for key in data:
        if is_nearest(key, "extends", known):
            span, help = tree.key_span((key,)), nearest(key, known)
            edits = respelled(span, key, help, known)
            diagnostics.report("unknown-key", f"unknown key `{key}`", span, help, edits=edits)
            return replace(tree, data={"extends": data[key], **{name: data[name] for name in data if name != key}})
    required = [name for name, key in ThemeEntry.keys.items() if key.is_required]
    missing = [name for name in required if not any(key == name or is_nearest(key, name, known) for key in data)]
    if not missing:
        return tree
    help = f"{THEME_BEGINS}, and a theme says only what differs from that"
    report_missing(missing, tree.value_span(()), MissingKeys(None, help), diagnostics)
    return replace(tree, data={"extends": "briefing", **data})


_ENDINGS = (".yaml", ".yml", ".pptx", ".potx")
"""Of what may be a theme."""


def theme_path(name: str, beside: Path, span: Span, diagnostics: Diagnostics) -> Path | None:
    """Return the file of a built-in theme, or of one at a path relative to the file `beside`, which names it at `span`;
    report and return None where there is none."""
    if built_in := built_in_themes().get(name):
        return built_in
    found = reached(name, beside)
    if isinstance(found, Barred) and found is not Barred.NOWHERE:
        told_barred(found, name, span, diagnostics, way_inside(name, beside))
        return None
    path = None if isinstance(found, Barred) else found.path
    if not isinstance(found, Barred) and found.is_file:
        return path
    known = list(built_in_themes())
    beside_it = files_beside(path) if path and path.suffix else []
    files = [one for one in beside_it if PurePosixPath(one).suffix.lower() in _ENDINGS]
    help = nearest(name, known) or (path and nearest_file(path.name, files)) or _elsewhere(name, beside)
    edits = respelled(span, name, help, known) if "/" not in name else ()
    if name.lower() in _MODES:
        help = f"it is a mode: write `mode: {name.lower()}`"
    help = help or f"built-in themes: {', '.join(known)}"
    diagnostics.report("unknown-theme", f"no built-in theme and no file `{name}`", span, help=help, edits=edits)
    return None


def _elsewhere(name: str, beside: Path) -> str | None:
    """Return the theme file of that name somewhere else in the project."""
    file = PurePosixPath(name).name
    found = file_named(file, beside) or file_named(f"{file}.yaml", beside)
    return did_you_mean(found) if found else None


def _beside(key: str, name: str, made: str) -> str:
    """Return the line that names a file beside the one that a deck or theme calls `name`."""
    return f"{key}: {name[: len(name) - len(PurePosixPath(name).name)]}{made}"


def _over(tree: Tree, parent: Tree) -> Tree:
    """Lay a tree over another: mappings join key by key, anything else replaces what was there."""
    values, keys = Layered(tree.values, parent.values), Layered(tree.keys, parent.keys)
    return Tree(_joined(tree.data, parent.data), values, keys)


def _joined(own: Any, inherited: Any) -> Any:
    if not (isinstance(own, dict) and isinstance(inherited, dict)):
        return own
    return {**inherited, **{key: _joined(value, inherited.get(key)) for key, value in own.items()}}
