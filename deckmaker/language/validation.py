"""A `Tree` against the language's models; pydantic's findings become diagnostics with places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.absences import Absence, missing_keys, report_missing
from deckmaker.language.colors import as_hex
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.language.known_keys import keys_at
from deckmaker.language.synonyms import meant_by
from deckmaker.language.theme import COLOR
from deckmaker.language.ways_out import another_count, empty, list_item, other_kind
from deckmaker.source import DataPath, Tree
from deckmaker.source.hidden import hides_text

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_parsing_size": "a whole number of few digits",
    "float_parsing": "a number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_parsing": "`true` or `false`",
}

_PATTERNS = {
    LANGUAGE_TAG: "a language tag such as `en-GB`",
    COLOR: "a colour such as `#1B2330`",
}

_PATTERN_HELP = {LANGUAGE_TAG: "a code such as `en` or `de`, with a region where it matters, as in `pt-BR`"}

_BOUNDS = {
    "greater_than": ("gt", "more than {}"),
    "greater_than_equal": ("ge", "{} or more"),
    "less_than_equal": ("le", "{} or less"),
}


def validate(
    model: type[Model], tree: Tree, diagnostics: Diagnostics, absences: Mapping[DataPath, Absence] | None = None
) -> Model | None:
    """Return the validated `model`, or report every mistake in `tree` and return None.

    `absences` says more of mappings, by their paths, that turn out to lack keys.
    """
    try:
        return model.model_validate(tree.data)
    except ValidationError as failure:
        errors = failure.errors(include_url=False)
    for loc, keys in missing_keys(model, errors).items():
        path = tree_path(tree, loc)
        report_missing(keys, tree.value_span(path), (absences or {}).get(path), diagnostics)
    for error in errors:
        if error["type"] != "missing":
            _report(model, tree, error, diagnostics)
    return None


def sound(model: type[Model], value: Any) -> Model | None:
    """Return a part of a file if it is without mistakes; those of others are reported by `validate`."""
    try:
        return model.model_validate(value)
    except ValidationError:
        return None


def _report(model: type[BaseModel], tree: Tree, error: Any, diagnostics: Diagnostics) -> None:
    kind, path = error["type"], tree_path(tree, error["loc"])
    if error["input"] is None and hides_text(tree.value_span(path)):
        return  # reported where the file was read
    context = error.get("ctx", {})
    # A shorthand's own key is in no file: what the author wrote is the value of the key around it.
    loc = path if len(path) < len(error["loc"]) and error["type"] != "extra_forbidden" else error["loc"]
    name, key = _name(loc), _key(loc)
    span = tree.value_span(path)
    if kind == "extra_forbidden":
        known = keys_at(model, error["loc"][:-1])
        diagnostics.report(
            "unknown-key",
            f"unknown key {name}",
            tree.key_span(path),
            help=_key_help(str(error["loc"][-1]), known),
        )
    elif kind in ("literal_error", "enum"):
        word = error["input"] if isinstance(error["input"], str) else ""
        allowed = [one.strip(" '") for one in context["expected"].replace(" or ", ", ").split(",")]
        diagnostics.report(
            "wrong-value",
            f"{name} is {context['expected'].replace(chr(39), '`')}, not {_found(error['input'])}",
            span,
            help=None if _rhymes(word, allowed) else nearest(word, allowed),
        )
    elif kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        expected = f"a number, {words.format(f'{context[bound]:g}')}"
        diagnostics.report("wrong-value", f"{name} takes {expected}, found {_found(error['input'])}", span)
    elif kind in ("too_short", "blank"):
        few = context.get("actual_length")
        diagnostics.report(
            "wrong-value",
            f"{name} needs {context['min_length']} entries, found {few}" if few else f"{name} is empty",
            span,
            another_count(model, key) if few else empty(key, "text" if kind == "blank" else "list"),
        )
    elif kind == "too_long":
        diagnostics.report(
            "wrong-value",
            f"{name} takes {context['max_length']} entries, found {context['actual_length']}",
            span,
            another_count(model, key),
        )
    elif kind == "list_item":
        diagnostics.report("wrong-type", error["msg"], span, list_item(error["input"]))
    elif kind in _EXPECTED:
        help = other_kind(kind, error["input"], key, keys_at(model, error["loc"]))
        diagnostics.report("wrong-type", f"{name} takes {_EXPECTED[kind]}, found {_found(error['input'])}", span, help)
    elif kind == "string_pattern_mismatch":
        expected = _PATTERNS[context["pattern"]]
        meant = as_hex(error["input"]) if context["pattern"] == COLOR else None
        help = f'write `"{meant}"`' if meant else _PATTERN_HELP.get(context["pattern"])
        diagnostics.report("wrong-value", f"{name} takes {expected}, found {_found(error['input'])}", span, help)
    else:
        diagnostics.report("wrong-value", f"{name}: {error['msg'].lower()}", span)


def _rhymes(word: str, allowed: list[str]) -> bool:
    """Tell whether a word is no slip but another word, such as `night` for `light`."""
    return any(word[1:] == other[1:] and word[:1].lower() != other[:1].lower() for other in allowed)


def _name(loc: tuple[str | int, ...]) -> str:
    """Return what an author calls the value at `loc`: its key, or its number in a list."""
    if not loc:
        return "the file"
    *around, last = loc
    if last == "children":  # our word for it, which no author writes
        return "the list below an item"
    if isinstance(last, str):
        return f"`{last}`"
    return f"entry {last + 1} of `{_key(tuple(around))}`"


def _key(loc: tuple[str | int, ...]) -> str:
    """Return the nearest key around the value at `loc`."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "the file")


def _key_help(word: str, known: list[str]) -> str:
    """Return the key that an unknown one was meant to be, or all."""
    meant = meant_by(word, known)
    return f"did you mean `{meant}`?" if meant else nearest(word, known) or f"keys here: {', '.join(known)}"


def _found(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else f"`{value}`"


def tree_path(tree: Tree, loc: tuple[str | int, ...]) -> DataPath:
    """Translate a pydantic location to a path in the file, undoing the shorthands of `language.shorthand`."""
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
