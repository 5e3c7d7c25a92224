"""Help for values that are not what their key takes: how to write what was meant."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.language.chart_guesses import NO_ERROR_BARS, is_interval
from deckmaker.language.entry import Entry
from deckmaker.language.first_guesses import several
from deckmaker.language.kinds import Location
from deckmaker.language.rows_guesses import CONDITION, TABLE_ON_A_SLIDE
from deckmaker.language.table_guesses import is_table_file
from deckmaker.patterns import pattern
from deckmaker.source.encoding import DECK_BEGINS

_ARROWS = pattern(r"(?<![-=])[-=]*>|→")
_DASHES = pattern(r"\s*([–—−•·])\s")
"""What word processors and other keyboards put before the entries of a list."""

_LIST = "put `- ` before each entry"
_BLOCK = "write one text; behind `|` it may have several lines"

_LISTS = {
    "chart": "put the numbers under `values:`, and what they belong to under `categories:`",
    "image": "write several pictures as `images`",
    "grid": "put the list under `cells:`",
    "table": "put the list under `rows:`",
    "compare": "write `options:` with their names, and `criteria:`, each with a `name` and a value for every option",
}
"""What a list is, where one mapping belongs."""

_ALONE = ("chart", "quote", "callout")
"""Blocks of which somebody may write several under the key of one."""

_WORDS_LISTED = ("formats", "audiences")
"""Keys whose entries are single words, and may stand on one line."""

_BESIDE_THEME = ("mode", "size")
"""Keys of the deck that somebody may write among those of a theme."""

_LONG = 80
"""Characters of a text that help repeats whole."""

_SHORT = 40
"""Characters of a text that may be a title."""

_EMPTY = {
    "slides": "begin the first with `- title:`",
    "list": "write its entries, or remove the key",
    "text": "write something, or remove the key",
    "alt": "say what it shows; a picture that shows nothing that matters has `decorative: true` in its place",
}
_LISTS_ITSELF = "write `agenda: true`: it lists the deck's sections, each a `section:` on its first slide"
_NUMBERS = {
    "footer": "say how many of the last rows are totals, as in `footer: 1`",
    "stub": "say how many of the first columns hold names of rows, as in `stub: 1`",
    "header": "write the columns' names as the first of the `rows`; `header` is how many rows they take",
    "width": "write a share, such as `2` for twice as wide as the others",
    "minutes": "write it in figures, such as `1.5` for a minute and a half",
}
_ELSEWHERE = "put the others on a slide of their own"
_COUNTS = {
    ("DeckEntry", "columns", "few"): "one column alone is none: write its keys on the slide itself",
    ("DeckEntry", "columns", "many"): f"a `grid` has room for more; or {_ELSEWHERE}",
    ("DeckEntry", "cells", "few"): "one cell alone is no grid: write its keys on the slide itself",
    ("DeckEntry", "cells", "many"): _ELSEWHERE,
    ("DeckEntry", "images", "few"): "write one picture as `image`",
    ("DeckEntry", "images", "many"): _ELSEWHERE,
    **dict.fromkeys(
        [("ThemeEntry", key, kind) for key in ("columns", "wide") for kind in ("few", "many")],
        "name the first and the last column, as in `[1, 6]`",
    ),
}


def other_kind(expected: str, value: Any, name: str, keys: list[str]) -> str | None:
    """Return how to write `value` for a key that takes what `expected` says, such as `list`.

    `keys` are those of the mapping that belongs there, if one does.
    """
    if expected == "list":
        return _as_list(value, name)
    if expected == "text":
        return _as_text(value, name)
    if expected == "mapping":
        return _as_mapping(value, name, keys)
    if isinstance(value, str) and (points := _points(value)):
        return f"write `{points}`: sizes are in points"
    if name == "agenda" and isinstance(value, list):
        return _LISTS_ITSELF
    return _NUMBERS.get(name)


def _points(written: str) -> str | None:
    """Return the number of `30pt` and `30 px`; None of anything else."""
    for unit in ("pt", "px"):
        number = written.removesuffix(unit).strip()
        if written.endswith(unit) and number.isdecimal() and len(number) <= _SHORT:
            return number
    return None


_KEY = pattern(r"(?:^|\s)(\w++):")


def key_without_colon(value: Any, keys: list[str]) -> tuple[str, str] | None:
    """Return the key and the text of `title Findings` and `title:Findings`, which are one text to YAML."""
    found = re.fullmatch(r"(\w+)(?: *:\s*+| )(\S.*)", value) if isinstance(value, str) else None
    return (found[1], found[2]) if found and found[1] in keys else None


def _with_spaces(text: str, keys: list[str]) -> str:
    """Return lines of which YAML makes one text, as a help says them: each key with a space behind its colon."""
    parts = _KEY.split(text)
    found = [(name, own.strip()) for name, own in zip(parts[1::2], parts[2::2], strict=True)]
    lines: list[str] = []
    for name, own in found:
        if name in keys or not lines:
            lines.append(f"{name}: {own}".rstrip())
        else:
            lines[-1] += f" {name}:{own}"
    return ", ".join(f"`{line}`" for line in lines)


def empty(name: str, kind: str) -> str:
    """Return what to do about a key with an empty list, or a blank text; `kind` is list or text."""
    return _EMPTY.get(name, _EMPTY[kind])


def another_count(model: type[Entry], location: Location, kind: str) -> str | None:
    """Return what to do about a list at `location` in a language with too few or too many entries, as `kind` says."""
    return _COUNTS.get((model.__name__, str(location[-1]), kind))


def list_item(value: Any) -> str:
    """Return how to write an entry of a slide's list."""
    if value is None:
        return "write its text behind the `-`, or remove the line"
    if isinstance(value, dict) and len(value) == 1:
        return "put quotes around the text that holds `: `"
    if isinstance(value, dict):
        return "put `- ` before each key"
    return "a nested list stands below the text of its item, as in `- Berth 4: [a, b]`"


def table_row(value: Any) -> str:
    """Return how to write a row of a table."""
    if value is None:
        return "write its cells behind the `-`, or remove the line"
    return f"write it as `[{value}]`" if "," in value and len(value) <= _SHORT else "write its cells as in `[a, b]`"


def table_cell(value: Any) -> str:
    """Return how to write a cell of a table."""
    if isinstance(value, dict):
        return "put quotes around the text that holds `: `" if value else 'write `""` for an empty cell'
    return "write one text; a row is a list of cells, and no cell is one"


def _as_list(value: Any, name: str) -> str:
    if is_table_file(value):
        return f"write `file: {value}` in place of `{name}:`"
    if name == "bands" and is_interval(value):
        return NO_ERROR_BARS
    if isinstance(value, str) and re.match(r"\s*-[^\s-]", value):
        return "put a space behind each `-`"
    if isinstance(value, str) and len(value) <= _LONG and len(steps := _ARROWS.split(value)) > 1:
        return f"write `[{', '.join(step.strip() for step in steps)}]`"
    if name == "metrics" and isinstance(value, dict) and value:
        label, figure = next(iter(value.items()))
        shown = figure if isinstance(figure, str) else "…"
        return f"write each behind a `- `, as in `- {{value: {shown}, label: {label}}}`"
    if name == "slides" and isinstance(value, dict) and value and all(isinstance(one, dict) for one in value.values()):
        return f"put `- ` before each slide, in place of `{next(iter(value))}:`"
    if isinstance(value, str) and value.startswith("- ") and "\n" in value:
        return "remove the `|` above the entries: behind it, they are one text"
    if isinstance(value, str) and (found := _DASHES.match(value)):
        return f"begin each entry with a hyphen and a space, `- `, not with `{found[1]}`"
    if name == "images" and value is not None:
        return "write one picture as `image`, several each behind a `- `"
    if name in _WORDS_LISTED and isinstance(value, str) and len(value) <= _LONG:
        words = re.split(r"[\s,;]+", value.strip(" ,;"))
        return f"write `{name}: [{', '.join(words)}]`"
    if name in ("columns", "cells") and isinstance(value, dict) and value:
        return f"begin each with `- ` in place of its name, as in `- heading: {next(iter(value))}`"
    return _LIST


_TONGUE = pattern(r"(?:de|en|es|fr|it|nl|pl|pt|ru|uk|zh|ja|da|sv|nb|no|fi|cs|tr|ar)(?:-[A-Za-z]{2,4})?")
"""Keys by which somebody may mean languages: all of two letters would be too many."""


def _as_text(value: Any, name: str) -> str | None:
    if name == "theme" and isinstance(value, dict) and "name" not in value:
        return "name a theme, as in `theme: plain`; colours and fonts stand in a theme file of its own"
    if name == "theme" and isinstance(value, dict) and isinstance(value.get("name"), str):
        own = {"theme": value["name"]} | {key: one for key, one in value.items() if key in _BESIDE_THEME}
        lines = [f"`{key}: {one}`" for key, one in own.items()]
        return f"write {' and '.join(lines)}" + (", each on a line of its own" if lines[1:] else "")
    if name == "author" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return f"write `author: {', '.join(value)}`"
    if name == "where":
        return CONDITION
    if name == "marking" and isinstance(value, dict | list):
        return "write one line, as in `marking: TLP:AMBER`"
    if name == "footer" and isinstance(value, dict | list):
        return "write one line, as in `footer: Draft for the harbour board`"
    if isinstance(value, list):
        return _BLOCK
    if isinstance(value, dict) and value and all(isinstance(key, str) and _TONGUE.fullmatch(key) for key in value):
        return "a deck has one language: write a deck for each, or texts in columns of a table with `rows:`"
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return f"write the text alone behind `{name}:`; looks come from the `theme` and the `layout`"
    return "put quotes around a text that holds `: `" if isinstance(value, dict) else None


def _as_mapping(value: Any, name: str, keys: list[str]) -> str | None:
    if name == "where" and isinstance(value, str):
        return _as_where(value)
    if name == "slides" and value is None:
        return "write `title:` behind the `-`, or remove the line"
    if (split := key_without_colon(value, keys)) and len(value) <= _LONG:
        lines = _with_spaces(value, keys) if _KEY.match(value) else f"`{split[0]}: {split[1]}`"
        return f"write {lines}" + (", each on a line of its own" if "`, `" in lines else "")
    if name == "slides" and isinstance(value, str) and not value.strip("-–— "):
        return "remove it: each `- ` begins a slide"
    if name == "slides" and isinstance(value, str):
        return f"write `title: {value}`" if len(value) <= _SHORT else "give it a `title:` or a `text:`"
    if name in ("columns", "cells") and isinstance(value, str | list):
        shown = value if isinstance(value, str) and len(value) <= _SHORT else "…"
        return "put the list under `bullets:`" if isinstance(value, list) else f"write `text: {shown}`"
    if name == "content" and value is None:
        return "write a text or a block behind the `-`, or remove the line"
    if name == "logo" and isinstance(value, str):
        shown = value if len(value) <= _LONG else "…"
        return f"a theme says where logos stand; the deck or deckmaker.yaml names the picture, as in `logo: {shown}`"
    if name == "severity":
        return "write codes with what they are to be, as in `{missing-credit: error}`"
    if name == "the file" and "slides" in keys:
        return DECK_BEGINS
    if name in _ALONE and isinstance(value, list) and len(value) > 1 and all(isinstance(one, dict) for one in value):
        return several(name)
    if isinstance(value, list) and name in _LISTS:
        return _LISTS[name]
    if isinstance(value, list) and name == "rows":
        return TABLE_ON_A_SLIDE
    if isinstance(value, list) and name != "the file" and keys:
        return f"it takes one, with the keys {', '.join(keys)}"
    return f"keys here: {', '.join(keys)}" if keys else "write each as a key with its value"


def _as_where(written: str) -> str:
    """Return how to write a condition as a table and a chart take it, given one as rows take it."""
    text = written.strip() if len(written) <= _LONG else ""
    is_joined = any(f" {word} " in text.lower() for word in ("and", "or"))
    signs = () if is_joined or "\n" in text else (*_EMPTINESS, *_SIGNS)
    sign = next((one for one in signs if one in text.lower()), None)
    if sign is None:
        return 'write columns with what their cells must be, as in `where: {Level: "> 55"}`'
    at = text.lower().index(sign)
    column, asked = text[:at].strip("{} "), text[at + len(sign) :].strip("\"' ")
    return f'write `where: {{{column}: "{_EMPTINESS.get(sign, sign)}{asked and " "}{asked}"}}`'


_EMPTINESS = {" is not empty": "!=", " is empty": "="}
_SIGNS = (">=", "<=", "!=", "=", ">", "<")
"""What may be asked of a column, the longer signs first."""


def as_hex(written: str) -> str | None:
    """Return #RRGGBB for a colour as CSS writes it; None where it is none."""
    from PIL import ImageColor

    for form in (written.strip(), f"#{written.strip()}"):
        try:
            red, green, blue = ImageColor.getrgb(form)[:3]
        except ValueError:
            continue
        if max(red, green, blue) <= 255:
            return f"#{red:02X}{green:02X}{blue:02X}"
    return None
