"""A deck's YAML as somebody would write it: texts of several lines behind `|`, each row of a table on a line."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from deckmaker.importing.imported import ImportedDeck
from deckmaker.patterns import pattern
from deckmaker.resolve.characters import without_unusable

_BRACES = pattern(r"(?<!\\)(\\*+)\{\{")

_LINE_ENDS = pattern("[\x85\u2028\u2029]")
_WIDTH = 110
"""Characters of a line, behind which YAML folds it; a word is not parted."""

_LINES = ("rows", "values", "categories")
"""Keys whose lists stand on a line; of those that hold lists, each of these."""


def deck_text(deck: ImportedDeck) -> str:
    """Return the YAML of a deck, its slides one below the other with a line between them."""
    parts = [_dumped(as_written(dict(deck.keys))), "slides:\n"]
    for number, slide in enumerate(deck.slides):
        lines = _dumped([as_written(slide)]).splitlines()
        parts.append(("\n" if number else "") + "".join(f"  {line}\n" if line else "\n" for line in lines))
    return "".join(parts)


def scalar_text(value: str, in_flow: bool) -> str:
    """Return a text on one line as a deck has it, in quotes where it needs them; `in_flow` between brackets."""
    import yaml

    dumped: str = yaml.dump(
        [value] if in_flow else {"x": value},
        Dumper=_dumper(),
        default_flow_style=in_flow,
        allow_unicode=True,
        width=float("inf"),
    )
    return dumped.strip()[1:-1] if in_flow else dumped.strip().removeprefix("x: ")


def slide_text(slide: Any) -> str:
    """Return the YAML of one slide as an entry of a list is written, without the dash and without indentation."""
    return _dumped(as_written(slide)).rstrip("\n")


def as_written(value: Any, key: str = "") -> Any:
    """Return a value as it is written: braces are no values' names, no sign is one that nobody sees, and rows stand
    in a line."""
    if isinstance(value, str):
        return _BRACES.sub(_with_backslash, value if key == "file" else _readable(value))
    if isinstance(value, dict):
        return {as_written(one): as_written(below, one) for one, below in value.items()}
    shown = [as_written(one) for one in value]
    if key in _LINES:
        return _Row(shown) if not any(isinstance(one, list) for one in shown) else [_Row(one) for one in shown]
    return shown


def as_held(text: str) -> str:
    """Return a text as a deck's YAML holds it: one of several lines ends with the end of a line."""
    return f"{text.rstrip()}\n" if "\n" in text else text


def _readable(text: str) -> str:
    """Return a text without what YAML has as escapes or takes for line ends of its own: a byte order mark joins words
    as a word joiner does, a tab is a space in a deck, and spaces at the end of lines say nothing."""
    kept = without_unusable(text).replace("\ufeff", "\u2060").replace("\t", " ")
    kept = _LINE_ENDS.sub("\n" if "\n" in kept else " ", kept)
    return "\n".join(line.rstrip(" ") for line in kept.split("\n")) if "\n" in kept else kept


def loses_backslash(text: str) -> bool:
    """Tell whether a text has fewer backslashes in a deck than it had."""
    return any(len(one[1]) % 2 for one in _BRACES.finditer(text))


def _with_backslash(found: re.Match[str]) -> str:
    """Return braces that stay braces: behind an odd number of backslashes, the last of which goes.

    An odd number of them, which code alone may have, is one less then: decks have no form for it.
    """
    return found[0] if len(found[1]) % 2 else f"{found[1]}\\{{{{"


class _Row(list[Any]):
    """A list that stands in a line."""


def _dumped(value: Any) -> str:
    import yaml

    text: str = yaml.dump(value, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


@cache
def _dumper() -> Any:
    """Return what writes YAML. It is made when it is needed: PyYAML takes long to load."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Indents the items of lists below their key."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            """Indent what stands in a list more than the list's key."""
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: Any) -> bool:
            """Write out what is there twice."""
            return True

    def text(dumper: Any, value: str) -> Any:
        if "\n" not in value:
            return dumper.represent_scalar("tag:yaml.org,2002:str", value)
        return dumper.represent_scalar("tag:yaml.org,2002:str", as_held(value), style="|")

    def row(dumper: Any, value: _Row) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    # What a deck holds stays as it is typed: 2.40 and no need no quotes, other than what YAML takes for nothing.
    Dumper.yaml_implicit_resolvers = {
        sign: [(tag, what) for tag, what in known if tag.endswith((":null", ":merge", ":value"))]
        for sign, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }
    Dumper.add_representer(str, text)
    Dumper.add_representer(_Row, row)
    return Dumper
