"""What is said of a mistake in a file: what is wrong in its author's words, where, and what to write instead."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.language.deck import AUDIENCE, LANGUAGE_TAG
from deckmaker.language.entry import Entry, keys_at
from deckmaker.language.first_guesses import language_code
from deckmaker.language.hints import another_count, as_hex, empty, list_item, other_kind, table_cell, table_row
from deckmaker.language.key_help import key_help
from deckmaker.language.kinds import Location, Mistake
from deckmaker.language.missing_features import to_come
from deckmaker.language.pdf import SIZE
from deckmaker.language.source_guesses import source_edits
from deckmaker.language.sure_mends import key_edits, shape_edits
from deckmaker.language.theme import COLOR
from deckmaker.source import DataPath, Tree
from deckmaker.source.edits import quoted_pair, with_value
from deckmaker.source.hidden import hides_text

_EXPECTED = {
    "text": "a text",
    "list": "a list",
    "mapping": "keys with values",
    "integer": "a whole number",
    "digits": "a whole number of few digits",
    "number": "a number",
    "truth": "`true` or `false`",
}

_PATTERNS = {
    LANGUAGE_TAG: "a language tag such as `en-GB`",
    AUDIENCE: "a word of letters, digits, `-` and `_`",
    COLOR: "a colour such as `#1B2330`",
    SIZE: "a size such as `10MB`",
}

_PATTERN_HELP = {
    LANGUAGE_TAG: "a code such as `en` or `de`, with a region where it matters, as in `pt-BR`",
    SIZE: "a number, and behind it `kB`, `MB`, `KiB` or `MiB`",
}

_SIZES = {"size": "`16:9` is for wide screens, `4:3` for older ones, `A4` for paper"}

_BOUNDS = {"above": "more than {}", "least": "{} or more", "most": "{} or less"}


def report_mistake(model: type[Entry], tree: Tree, path: DataPath, mistake: Mistake, diagnostics: Diagnostics) -> None:
    """Report a mistake in `tree`, other than of keys that a mapping lacks; `path` is its place there."""
    kind, location, value, expected = mistake
    if value is None and hides_text(tree.value_span(path)):
        return  # reported where the file was read
    # A shorthand's own key is in no file: what the author wrote is the value of the key around it.
    shown = path if len(path) < len(location) and kind != "unknown" else location
    name, key = _name(shown), _key(shown)
    span = tree.value_span(path)
    help: str | None
    if kind == "unknown":
        help = key_help(model, tree.data, location, value)
        coming = to_come(_key(location)) if model.__name__ == "DeckEntry" else None
        message = f"{coming.what} is still to come: there is no key {name}" if coming else f"unknown key {name}"
        edits = key_edits(model, tree, path, location, help) or source_edits(tree, path, location, help)
        diagnostics.report("unknown-key", message, tree.key_span(path), help, edits=edits)
    elif kind == "beside include":
        help = "write the slide as an entry of its own, behind a `- `"
        diagnostics.report("wrong-value", f"{name} stands beside `include`", tree.key_span(path), help)
    elif kind == "word":
        *others, last = (f"`{word}`" for word in expected["words"])
        words = " or ".join([*([", ".join(others)] if others else []), last])
        written = value if isinstance(value, str) else ""
        near = None if _rhymes(written, expected["words"]) else nearest(written, expected["words"])
        help = expected.get("help") or near or (_SIZES.get(key) if written else None)
        edits = respelled(span, written, help, expected["words"])
        diagnostics.report("wrong-value", f"{name} is {words}, not {_found(value)}", span, help, edits=edits)
    elif kind in _BOUNDS:
        number = f"a number, {_BOUNDS[kind].format(_figures(expected['limit']))}"
        diagnostics.report("wrong-value", f"{name} takes {number}, found {_found(value)}", span)
    elif kind == "blank" or (kind == "few" and not value):
        help = empty(key, "text" if kind == "blank" else "list")
        diagnostics.report("wrong-value", f"{name} is empty", span, help)
    elif kind == "no marking":
        help = "write it as in `marking: TLP:AMBER`, or leave the key out: then the deck's counts, or its project's"
        diagnostics.report("wrong-value", f"{name} is a line that all read, not {_found(value)}", span, help)
    elif kind == "endless":
        message = f"`{_key(location)}` {expected['bound'].excess(len(value))}, and this is the first beyond"
        diagnostics.report("endless-deck", message, span, "make several decks of it")
    elif kind in ("few", "many"):
        takes = f"{name} {_takes(**expected)} entries, found {len(value)}"
        diagnostics.report("wrong-value", takes, span, another_count(model, location, kind))
    elif kind == "item":
        edits = quoted_pair(tree, path)
        diagnostics.report("wrong-type", expected["said"], span, expected.get("help") or list_item(value), edits=edits)
    elif kind in ("row", "cell"):
        diagnostics.report(
            "wrong-type", expected["said"], span, table_row(value) if kind == "row" else table_cell(value)
        )
    elif kind == "pattern":
        pattern = expected["pattern"]
        meant = as_hex(value) if pattern == COLOR else None
        code = language_code(value) if pattern == LANGUAGE_TAG else None
        help = f'write `"{meant}"`' if meant else f"write `{code}`" if code else _PATTERN_HELP.get(pattern)
        edits = with_value(tree, path, f'"{meant}"' if meant else str(code)) if meant or code else ()
        message = f"{name} takes {_PATTERNS[pattern]}, found {_found(value)}"
        diagnostics.report("wrong-value", message, span, help, edits=edits)
    else:
        help = other_kind(kind, value, key, keys_at(model, location))
        message = f"{name} takes {_EXPECTED[kind]}, found {_found(value)}"
        diagnostics.report("wrong-type", message, span, help, edits=shape_edits(tree, path, mistake, help))


def _takes(least: int, most: int | None) -> str:
    """Return how many entries a list takes; one without entries is empty, which is said otherwise."""
    if most is None or least == most:
        return f"needs {least}"
    return f"takes {least} to {most}" if least else f"takes at most {most}"


def _figures(number: float) -> str:
    return f"{number:,}" if isinstance(number, int) and number >= 10_000 else f"{number:g}"


def _rhymes(word: str, allowed: tuple[str, ...]) -> bool:
    """Tell whether a word is no slip but another word, such as `night` for `light`."""
    return any(word[1:] == other[1:] and word[:1].lower() != other[:1].lower() for other in allowed)


def _name(loc: Location) -> str:
    """Return what an author calls the value at `loc`: its key, or its number in a list."""
    if not loc:
        return "the file"
    *around, last = loc
    if last == "children":  # our word for it, which no author writes
        return "the list below an item"
    if isinstance(last, str):
        return f"`{last}`"
    return f"entry {last + 1} of `{_key(tuple(around))}`"


def _key(loc: Location) -> str:
    """Return the nearest key around the value at `loc`."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "the file")


def _found(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a list" if isinstance(value, list) else "keys with values" if isinstance(value, dict) else f"`{value}`"
