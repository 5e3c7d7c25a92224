"""A `Tree` against the language's models; pydantic's findings become diagnostics with places."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.language.theme import COLOR
from deckmaker.source import DataPath, Tree

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "bool_parsing": "`true` or `false`",
}

_PATTERNS = {
    LANGUAGE_TAG: "a language tag such as `en-GB`",
    COLOR: "a colour such as `#1B2330`",
}


def validate(model: type[Model], tree: Tree, diagnostics: Diagnostics) -> Model | None:
    """Return the validated `model`, or report every mistake in `tree` and return None."""
    try:
        return model.model_validate(tree.data)
    except ValidationError as failure:
        for error in failure.errors(include_url=False):
            _report(model, tree, error, diagnostics)
        return None


def _report(model: type[BaseModel], tree: Tree, error: Any, diagnostics: Diagnostics) -> None:
    kind, path = error["type"], tree_path(tree, error["loc"])
    context = error.get("ctx", {})
    name = _name(error["loc"])
    span = tree.value_span(path)
    if kind == "extra_forbidden":
        known = _keys_of(model, error["loc"][:-1])
        diagnostics.report(
            "unknown-key",
            f"unknown key {name}",
            tree.key_span(path),
            help=nearest(str(error["loc"][-1]), known) or f"keys here: {', '.join(known)}",
        )
    elif kind == "missing":
        diagnostics.report(
            "missing-key", f"key {name} is missing", _first_line(span), help=f"add `{error['loc'][-1]}:`"
        )
    elif kind in ("literal_error", "enum"):
        allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
        diagnostics.report(
            "wrong-value",
            f"{name} is {context['expected'].replace(chr(39), '`')}, not {_found(error['input'])}",
            span,
            help=nearest(str(error["input"]), allowed),
        )
    elif kind in ("too_short", "blank"):
        diagnostics.report(
            "wrong-value",
            f"{name} is empty"
            if not context.get("actual_length")
            else f"{name} needs {context['min_length']} entries, found {context['actual_length']}",
            span,
        )
    elif kind == "too_long":
        diagnostics.report(
            "wrong-value",
            f"{name} takes {context['max_length']} entries, found {context['actual_length']}",
            span,
        )
    elif kind == "list_item":
        diagnostics.report(
            "wrong-type",
            error["msg"],
            span,
            help="put quotes around the text that holds `: `" if "`: `" in error["msg"] else None,
        )
    elif kind in _EXPECTED:
        # YAML takes what stands behind ` #` for a comment, so an unquoted colour or number sign is nothing.
        commented = error["input"] is None and " #" in span.source.line(span.line)
        help = "put quotes around a text that begins with `#`" if commented else None
        diagnostics.report("wrong-type", f"{name} takes {_EXPECTED[kind]}, found {_found(error['input'])}", span, help)
    elif kind == "string_pattern_mismatch":
        expected = _PATTERNS[context["pattern"]]
        diagnostics.report("wrong-value", f"{name} takes {expected}, found {_found(error['input'])}", span)
    else:
        diagnostics.report("wrong-value", f"{name}: {error['msg'].lower()}", span)


def _name(loc: tuple[str | int, ...]) -> str:
    """Return what an author calls the value at `loc`: its key, or its number in a list."""
    if not loc:
        return "the file"
    *around, last = loc
    if isinstance(last, str):
        return f"`{last}`"
    return f"entry {last + 1} of `{next((step for step in reversed(around) if isinstance(step, str)), 'list')}`"


def _found(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else f"`{value}`"


def _first_line(span: Span) -> Span:
    """Shorten a span to its first character: what is missing has no place, only a neighbourhood."""
    return Span(span.source, span.line, span.column, span.line, span.column + 1)


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


def _keys_of(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """List the keys that the language allows at `loc`, in the order of the documentation."""
    schema = _schema(model)
    here = schema
    for step in loc:
        here = _resolve(schema, here)
        here = (
            here.get("properties", {}).get(step, here.get("additionalProperties", {}))
            if isinstance(step, str)
            else here.get("items", {})
        )
    return list(_resolve(schema, here).get("properties", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(schema: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    """Follow references and unions to the branch that describes a mapping or a list."""
    while True:
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in here:
            here = next(
                (b for b in here["anyOf"] if "$ref" in b or b.get("type") in ("object", "array") or "anyOf" in b),
                {},
            )
        else:
            return here
