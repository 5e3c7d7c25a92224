"""Values by paths: in mappings and lists, as JSON and YAML have them, and in tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice
from typing import Any, NamedTuple, Protocol

from deckmaker.budget.values import VALUE_CHARACTERS
from deckmaker.diagnostics.aid import aid
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.patterns import pattern
from deckmaker.values.expression import Expression
from deckmaker.values.looks import spelt
from deckmaker.values.mistake import UNKNOWN, UNUSABLE, ValueMistake
from deckmaker.values.table import Row, Table

_LISTED = 8
"""Names that a help lists, where none is near."""

_NOTHING_NAMED = (
    "name it under `variables:`, or a table with such a column by `rows:`; `\\{{` shows the signs themselves"
)
"""The help where a text names a value, and the deck has none."""

_CALCULATED = pattern(r"[+*/()]| - ")

_FURTHER = pattern(r"(?<!\s)(?:\s*+(?P<sign>[<>=!:,])|\s++(?:or|else|if)\s)")
"""What stands behind a name and belongs elsewhere: a comparison, a format, or what an empty value is to be."""

_FILES = (".csv", ".tsv", ".xlsx", ".json", ".yaml", ".yml")


class Decimals(Protocol):
    """What knows the decimal signs of columns."""

    def decimal(self, column: int, usual: str) -> str | None:
        """Return the decimal sign of a column, by its index from 0, where a language has a `usual` one."""


class Cell(NamedTuple):
    """A text, and where it has one the column of the table that it comes from."""

    text: str
    table: Decimals | None = None
    column: int = 0


class Lost:
    """In place of what a file holds that could not be read, which is reported once: whatever is below it is lost."""


LOST = Cell("…")
"""Stands for what is lost: nothing is built from it."""


def looked_up(expression: Expression, scope: Mapping[str, Any]) -> Cell:
    """Return the text that an expression names, empty for what is empty; LOST for what is lost. Raises ValueMistake,
    also for a text that is longer than a value may be, before anybody does anything with it, in each place anew.

    A scope has texts, None, lists, mappings, tables and cells by names, and what is lost.
    """
    cell = _cell(expression, scope)
    if len(cell.text) > VALUE_CHARACTERS.most:
        message = f"`{'.'.join(expression.path)}` {VALUE_CHARACTERS.excess(len(cell.text))}"
        raise _mistake(message, expression, "shorten it where it comes from")
    return cell


def _cell(expression: Expression, scope: Mapping[str, Any]) -> Cell:
    path = expression.path
    value: Any = scope
    cell = None
    for depth, name in enumerate(path):
        cell = None
        so_far = ".".join(path[:depth])
        match value:
            case Lost():
                return LOST
            case Table():
                value = Row(value, _row(value, name, so_far, expression))
            case Row(table=table, index=index):
                column = table.column_indexes[_known(name, table.column_indexes, "column", so_far, expression)]
                value = table.cell(index, column)
                cell = Cell(value, table.signs(index, column), column)
            case Mapping():
                value = value[_known(name, value, "key" if depth else "", so_far, expression)]
            case list():
                value = value[_index(name, value, so_far, expression)]
            case _:
                help = _quoting(path, scope) or _text_help(so_far, value)
                raise _mistake(f"`{so_far}` is a text, and has no `{name}`", expression, help)
    if isinstance(value, Lost):
        return LOST
    if isinstance(value, Cell):
        return value
    return cell or Cell(_scalar(value, expression))


def _scalar(value: Any, expression: Expression) -> str:
    name = ".".join(expression.path)
    match value:
        case None:
            return ""
        case str():
            return value
        case Table(columns=columns):
            help = f"name a row and a column behind it: columns are {_names(columns)}"
            raise _mistake(f"`{name}` is a table", expression, help)
        case Row(table=table):
            raise _mistake(f"`{name}` is a row", expression, f"name a column behind it: {_names(table.columns)}")
        case Mapping():
            raise _mistake(f"`{name}` holds several values", expression, f"name one behind it: {_names(value)}")
        case _:
            raise _mistake(f"`{name}` is a list", expression, "name one of its values by its number, the first is 0")


def _row(table: Table, name: str, so_far: str, expression: Expression) -> int:
    name = spelt(name, table.by_key)
    if name in table.by_key:
        if name in table.doubled:
            help = "name the column whose texts differ as its `key:`"
            raise _mistake(f"`{so_far}` has several rows `{name}`", expression, help)
        return table.by_key[name]
    if name in table.column_indexes:
        help = f"`{name}` is a column: name a row before it, as in `{so_far}.{next(iter(table.by_key), '…')}.{name}`"
        raise ValueMistake(UNKNOWN, f"`{so_far}` has no row `{name}`", expression.begin, expression.end, help)
    return table.by_key[_known(name, table.by_key, "row", so_far, expression)]


def _known(name: str, names: Collection[str], kind: str, so_far: str, expression: Expression) -> str:
    """Return a name that is known. Raises ValueMistake with the nearest that is."""
    name = spelt(name, names)
    if name in names:
        return name
    columns = getattr(names, "columns", ())  # of a row, beside which there are variables
    what = f"`{so_far}` has no {kind} `{name}`" if so_far else f"there is no variable `{name}`"
    if columns:
        what = f"there is no column and no variable `{name}`"
    near = None if name.isdigit() else nearest(name, names)  # of years, all are near
    if columns and name in ("row", "rows"):
        near = f"columns are named alone, as in `{{{{ {next(iter(columns))} }}}}`"
    if not so_far and (quoting := _quoting(expression.path, names)):
        near = quoting
    elif (found := _FURTHER.search(name, 1)) and name[: found.start()] in names:
        near = _further(name[: found.start()], found["sign"] or "")
    elif _CALCULATED.search(name):
        near = "nothing is calculated here: give the result a name of its own"
    listed = f"{'its ' + kind + 's' if kind else 'columns' if columns else 'variables'} are {_names(columns or names)}"
    beside = (one for one in getattr(names, "variables", ()) if one not in columns)
    if variables := [*islice(beside, _LISTED + 1)]:
        listed += f"; variables are {_names(variables)}"
    help = near or (listed if names else _NOTHING_NAMED)
    raise ValueMistake(UNKNOWN, what, expression.begin, expression.end, help)


def _further(name: str, sign: str) -> str:
    """Return where what begins with a sign behind a name is to stand."""
    if not sign:
        return f'say what stands for an empty value, as in `{{{{ {name} | default "–" }}}}`'
    if sign in ":,":
        return f"put a bar before a format, as in `{{{{ {name} | ,.0f }}}}`"
    return f"compare behind the braces, and in a condition alone, as in `if: '{{{{ {name} }}}} > 0'`"


def _index(name: str, values: list[Any], so_far: str, expression: Expression) -> int:
    if name.isascii() and name.isdigit() and len(name) < 10 and int(name) < len(values):
        return int(name)
    count = len(values)
    help = f"its values have the numbers 0 to {count - 1}" if count else "the list is empty"
    raise ValueMistake(UNKNOWN, f"`{so_far}` has no value `{name}`", expression.begin, expression.end, help)


def _quoting(path: tuple[str, ...], names: Collection[str]) -> str | None:
    """Return what to write in place of a path that is one name, with points in it and without quotes."""
    if len(path) < 2:
        return None
    letters = "".join("".join(path).split())
    found = next((name for name in aid().compared(names) if "".join(name.replace(".", "").split()) == letters), None)
    if not found or '"' in found:
        return None
    help = f'a name with a point needs quotes, as in `{{{{ "{found}" }}}}`'
    return f'{help}; in a text between double quotes, write `\\"`, or take single ones around it'


def _text_help(name: str, value: Any) -> str:
    """Return what to write in place of a path that goes on below a text, which may be a file's name."""
    if isinstance(value, str) and value.lower().endswith(_FILES):
        return f"to read a file, write `{name}: {{file: {value}}}`"
    return f"write `{{{{ {name} }}}}` alone"


def _mistake(message: str, expression: Expression, help: str | None) -> ValueMistake:
    return ValueMistake(UNUSABLE, message, expression.begin, expression.end, help)


def _names(names: Collection[str]) -> str:
    known = [f"`{name}`" for name, _ in zip(names, range(_LISTED), strict=False)]
    return ", ".join([*known, "…"] if len(names) > _LISTED else known)
