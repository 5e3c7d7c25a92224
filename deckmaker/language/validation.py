"""A `Tree` against the language's models; mistakes become diagnostics with places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.entry import Entry
from deckmaker.language.kinds import EnoughMistakes, Location, Mistakes
from deckmaker.language.missing_keys import MissingKeys, missing_keys, report_missing
from deckmaker.source import DataPath, Tree

E = TypeVar("E", bound=Entry)


def validate(
    model: type[E],
    tree: Tree,
    diagnostics: Diagnostics,
    missing_hints: Callable[[], Mapping[DataPath, MissingKeys]] = dict,
) -> E | None:
    """Return the validated `model`, or report every mistake in `tree` and return None.

    `missing_hints` says more of mappings, by their paths, that turn out to lack keys; it is asked when one does.
    """
    mistakes = Mistakes()
    try:
        entry = model.read(tree.data, (), mistakes)
    except EnoughMistakes:
        entry = None
        where = tree.value_span(tree_path(tree, mistakes.pop().location))
        message = f"the file has more than {len(mistakes):,} mistakes: those from here on are not looked for"
        diagnostics.report("more-mistakes", message, where, "mend some of the others, and look again")
    if missing := missing_keys(model, mistakes):
        known = missing_hints()
        for location, keys in missing.items():
            path = tree_path(tree, location)
            report_missing(keys, tree.value_span(path), known.get(path), diagnostics)
    if mistakes:
        from deckmaker.language.mistake_messages import report_mistake

        for mistake in mistakes:
            if mistake.kind != "missing":
                report_mistake(model, tree, tree_path(tree, mistake.location), mistake, diagnostics)
    return entry


def sound(model: type[E], value: Any) -> E | None:
    """Return a part of a file if it is without mistakes; those of others are reported by `validate`."""
    return model.read(value, (), [])


def tree_path(tree: Tree, loc: Location) -> DataPath:
    """Translate a mistake's location to a path in the file, undoing the shorthands of entries and items."""
    path: DataPath = ()
    data: Any = tree.data
    for step in loc:
        here = step
        if isinstance(data, dict) and step not in data and len(data) == 1 and step in ("text", "children"):
            here = next(iter(data))  # an item written as `text: [children]`
        if isinstance(data, dict):
            known = here in data
        else:
            known = isinstance(data, list) and isinstance(here, int) and here < len(data)
        if known:
            path, data = (*path, here), data[here]
    return path
