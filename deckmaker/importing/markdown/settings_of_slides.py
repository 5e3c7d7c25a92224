"""Slidev's front matter of single slides, as lines of a key and its value each: what Markdown can read between rules.

Lists and comments in it would be slides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.markdown.fences import outside_fences
from deckmaker.importing.markdown.front_matter import slide_settings
from deckmaker.patterns import pattern
from deckmaker.source.yaml_reader import parse_yaml

_RULE = "---"
_KEY = pattern(r"[A-Za-z][\w-]*+(?=:(?:[ ]|$))")
_FURTHER = pattern(r"[ #]|-[ ]")
"""How lines begin that go on with the value of a key, and comments."""

_OF_SLIDES = frozenset(
    (
        "layout",
        "transition",
        "clicks",
        "src",
        "routeAlias",
        "background",
        "class",
        "hideInToc",
        "dragPos",
        "clicksStart",
    )
)
"""Keys by which a slide of Slidev is known, in a file whose beginning does not say that it is one."""

_LISTED = "class"
"""The one of them whose value may be a list: other words above a list begin a slide with it."""


def with_plain_settings(text: str, is_slidev: bool) -> str:
    """Return a file whose slides have no lists and comments in their front matter, on as many lines as it has."""
    lines = text.split("\n")
    at = 0
    for index in list(outside_fences(lines)):
        if index < at or lines[index].rstrip() != _RULE:
            continue
        end = index + 1
        while end < len(lines) and lines[end].strip() and lines[end].rstrip() != _RULE:
            end += 1
        if end == len(lines) or not lines[end].strip():
            continue
        plain = _plain(lines[index + 1 : end], is_slidev)
        if plain:
            rest = end - index - 1 - len(plain)
            lines[index + 1 : end + 1] = [*plain, _RULE, *[""] * rest]
            at = end + 1
    return "\n".join(lines)


def has_settings_of_slides(text: str) -> bool:
    """Tell whether a file has front matter of a slide with a key of Slidev's, be it close below a text."""
    lines = text.split("\n")
    rules = [index for index in outside_fences(lines) if lines[index].rstrip() == _RULE]
    contents = ("\n".join(lines[one + 1 : two]) for one, two in pairwise(rules))
    return any(not _OF_SLIDES.isdisjoint(slide_settings(one) or ()) for one in contents)


def _plain(lines: Sequence[str], is_slidev: bool) -> list[str]:
    """Return lines of a key and its value each; none where they are that already, or are no front matter."""
    keys = [found[0] for line in lines if (found := _KEY.match(line))]
    pairs = pairwise(lines)
    listed = {found[0] for line, below in pairs if (found := _KEY.match(line)) and below.lstrip().startswith("- ")}
    known = _OF_SLIDES - (listed - {_LISTED})
    is_whole = all(_KEY.match(line) or _FURTHER.match(line) for line in lines)
    if not keys or not is_whole or not (is_slidev or known & set(keys)):
        return []
    content = "\n".join(lines)
    if slide_settings(content) is not None:
        return []
    tree = parse_yaml(SourceFile("", f"{content}\n"), Diagnostics())
    data: Mapping[Any, Any] = tree.data if tree and isinstance(tree.data, dict) else {}
    return [f"{key}: {_value(value)}".rstrip() for key, value in data.items()]


def _value(value: Any) -> str:
    """Return a value on one line; nothing for a mapping, whose key says enough."""
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return " ".join(value.split()) if isinstance(value, str) else ""
