"""Kinds of values that only charts take: numbers of series, words beside yes and no, what is stressed."""

from __future__ import annotations

from typing import Any, ClassVar

from deckmaker.language.data import Several
from deckmaker.language.entry import Entry, EntryOf, Key, is_pair, optional, pair_schema, with_default, with_values
from deckmaker.language.kinds import Boolean, Choice, Integer, Kind, Location, Mistake, Schema, String, Text

_SCALAR: Schema = {"type": ["string", "number", "null"]}
_TRUTHS = ("true", "false")
MOST_ACROSS = 8


class ChartTypeChoice(Choice):
    """A type of chart; what other tools call one leads to ours."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        meant = _MEANT.get(value.lower().replace("_", " ").replace("-", " ")) if isinstance(value, str) else None
        if not meant:
            return super().read(value, at, mistakes)
        mistakes.append(Mistake("word", at, value, {"words": self.words, "help": f"write {meant}"}))
        return value


_NONE = "such charts are not drawn; "
_BARS, _COLUMNS = "`type: bar`", "`type: column`"
_MEANT = {
    **dict.fromkeys(("barh", "hbar", "horizontal", "horizontal bar", "bars", "lollipop"), _BARS),
    "histogram": f"{_COLUMNS} with a value for each class: count them in the data, as charts show rows as they are",
    **dict.fromkeys(("vbar", "vertical", "vertical bar", "columns", "clustered", "grouped"), _COLUMNS),
    **dict.fromkeys(
        ("stacked", "stacked column", "stacked columns", "column stacked"), f"{_COLUMNS} and `stack: true`"
    ),
    **dict.fromkeys(("stacked bar", "stacked bars", "bar stacked"), f"{_BARS} and `stack: true`"),
    **dict.fromkeys(("stacked area", "area stacked"), "`type: area`"),
    **dict.fromkeys(("curve", "spline", "time series", "timeseries", "trend", "sparkline"), "`type: line`"),
    **dict.fromkeys(("donut", "ring"), "`type: doughnut`"),
    **dict.fromkeys(("xy", "dot", "dots", "point", "points"), "`type: scatter`"),
    **dict.fromkeys(("combo", "mixed", "bar line", "column line"), "`type: combination`"),
    **dict.fromkeys(
        ("funnel", "pyramid", "bullet", "gauge", "radar", "spider", "treemap"), f"{_BARS}: {_NONE}bars show the same"
    ),
    **dict.fromkeys(("box", "boxplot", "violin", "strip", "swarm"), f"`type: scatter`: {_NONE}dots show every value"),
    **dict.fromkeys(("heatmap", "heat map", "matrix"), f"a `table`: {_NONE}numbers stand in its cells"),
    **dict.fromkeys(
        ("map", "choropleth", "gantt", "sankey", "network"), f"an `image`: {_NONE}an SVG of it stays sharp"
    ),
    **dict.fromkeys(
        ("fan", "band", "ribbon", "interval", "error band", "confidence", "range"),
        "`type: line` with the ends of each range as series, as in `y: [Rate, Low, High]` and `highlight: Rate`: "
        "intervals are not drawn",
    ),
    **dict.fromkeys(
        ("small multiples", "multiples", "small multiple", "facet", "facets", "trellis", "panels"),
        "`multiples: true` beside a type, such as `type: line`",
    ),
    **dict.fromkeys(("bridge",), "`type: waterfall`"),
    **dict.fromkeys(("slopegraph", "slope graph"), "`type: slope`"),
}
"""What other tools call types of charts."""


class ScaleChoice(Choice):
    """A power of ten by its name; short for it, and `log`, lead to what is meant."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        found: list[Mistake] = []
        read = super().read(value, at, found)
        for one in found:
            help = _SCALES.get(str(value).lower())
            mistakes.append(Mistake(one.kind, at, value, {"words": self.words, "help": help and f"write `{help}`"}))
        return read


_SCALES = {
    **dict.fromkeys(("log", "logarithmic"), "log: true"),
    **dict.fromkeys(("k", "t", "tsd", "1000", "1,000", "1e3", "thousands"), "scale: thousand"),
    **dict.fromkeys(("m", "mio", "mn", "mm", "1000000", "1,000,000", "1e6", "millions"), "scale: million"),
    **dict.fromkeys(("b", "bn", "g", "mrd", "1000000000", "1,000,000,000", "1e9", "billions"), "scale: billion"),
}


class FormatChoice(Choice):
    """How numbers are meant; codes of spreadsheets lead to the keys that say what they do."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        found: list[Mistake] = []
        read = super().read(value, at, found)
        for one in found:
            mistakes.append(Mistake(one.kind, at, value, {"words": self.words, "help": _format_help(str(value))}))
        return read


def _format_help(code: str) -> str:
    """Return what to write in place of a format code, or of another word."""
    if "%" in code:
        return 'write `percent` where 0.62 is 62 %, else `unit: "%"`; `decimals:` says how many digits follow'
    if any(one in code for one in "0#f.d"):
        return "write `decimals: 1` in its place; `unit:` and `prefix:` say what stands around numbers"
    return "write `unit:` or `prefix:` in its place, as in `unit: €`; `decimals:` says how many digits follow"


class BooleanOr(Kind["bool | str"]):
    """Yes, no, or one of a few words; `for_list` and `for_word` say what to do about a list, and about other words."""

    def __init__(self, *words: str, for_list: str | None = None, for_word: str | None = None) -> None:
        self._words, self._for_list, self._for_word = words, for_list, for_word

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if value in self._words:
            return value
        found: list[Mistake] = []
        truth = Boolean().read(value, at, found)
        if found:
            help = self._for_list if isinstance(value, list) else self._for_word
            expected = {"words": (*_TRUTHS, *self._words), "help": help}
            mistakes.append(Mistake("word", at, value, expected))
        return truth

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": list(self._words)}]}


class ColumnNames(Several):
    """Names of columns; what is said of one leads to `series`."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        listed = value if isinstance(value, list) else [value]
        for index, one in enumerate(listed):
            if isinstance(one, dict) and one.keys() & SeriesEntry.keys:
                where = (*at, index) if isinstance(value, list) else at
                said = "`y` takes names of columns, found keys with values"
                help = "say more of a column under `series:`, as in `series: [{name: Share, as: line, axis: second}]`"
                mistakes.append(Mistake("item", where, one, {"said": said, "help": help}))
                return None
        if isinstance(value, dict):
            said = "`y` takes names of columns or numbers, found keys with values"
            first = next(iter(value), "North")
            help = f"write several series under `series:`, as in `series: {{{first}: [9, 7]}}`, and `categories:`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        return super().read(value, at, mistakes)


class AxisTitle(Kind[str]):
    """A text; empty, or `false`, for an axis without one."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        is_none = isinstance(value, str) and (not value.strip() or value.lower() == "false")
        return "" if is_none else Text().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return Text().schema(models)


class _Value(Kind["str | None"]):
    """A number as it is typed, or nothing for a gap; of scatter charts, two or three in a list."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, list):
            if len(value) not in (2, 3):
                said = f"a point takes x and y, and a size, found {len(value)} value{'' if len(value) == 1 else 's'}"
                help = "write two numbers or three, as in `[2021, 9]`"
                mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return [self._scalar(one, (*at, index), mistakes) for index, one in enumerate(value)]
        return self._scalar(value, at, mistakes)

    def _scalar(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return value if value is None else String().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 2, "maxItems": 3}]}


VALUE = _Value()


class Values(Kind["list[Any] | dict[str, Any]"]):
    """A list of values, or a mapping from categories to values; a single value is a list of one."""

    def inside(self, step: str | int) -> Kind[Any]:
        return VALUE

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict) and value:
            return {name: self._named(name, one, at, mistakes) for name, one in value.items()}
        if not isinstance(value, list):
            mistakes.append(Mistake("list", at, value))
            return None
        if not value:
            mistakes.append(Mistake("few", at, value, {"least": 1, "most": None}))
        return [VALUE.read(one, (*at, index), mistakes) for index, one in enumerate(value)]

    def _named(self, name: str, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, list):
            return VALUE.read(value, (*at, name), mistakes)
        said = f"`{name}` names a category, which takes one value"
        help = (
            "write points as `values: [[1, 3], [2, 4]]`, and several series as `series: {North: [1, 2], South: [3, 4]}`"
        )
        if name == "values":  # of a series that is said more of than its values
            help = "write `- {name: …, values: …}`, with all keys beside one another"
        mistakes.append(Mistake("item", (*at, name), value, {"said": said, "help": help}))
        return None

    def schema(self, models: dict[str, Schema]) -> Schema:
        value = VALUE.schema(models)
        return {
            "anyOf": [
                {"type": "array", "items": value, "minItems": 1},
                {"type": "object", "additionalProperties": _SCALAR, "minProperties": 1},
            ]
        }


class SeriesEntry(Entry):
    """A series of a chart: its name, its values or their column, and how it is drawn."""

    keys: ClassVar[dict[str, Key[Any]]] = {  # words of Python's own
        "from": optional(Text(), "The column of its values; without it, `name`."),
        "as": optional(Choice("column", "line"), "How it is drawn in a combination of columns and lines."),
    }
    name = optional(Text(), "What it is called; without it, as its column is.")
    values = optional(Values(), "Its values, one a category; of scatter charts, pairs of x and y.")
    axis = with_default(Choice("first", "second"), "first", "The axis that it belongs to.")


class Series(EntryOf[SeriesEntry]):
    """A series; of one key that is none of its own, the key is its name, and what it holds its values."""

    def __init__(self) -> None:
        super().__init__(SeriesEntry, shorthand="from")

    def inside(self, step: str | int) -> Kind[Any]:
        return super().inside(step) if step in SeriesEntry.keys else Values()

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if is_named(value):
            ((name, values),) = value.items()
            return with_values(SeriesEntry, name=name, values=Values().read(values, (*at, name), mistakes))
        return super().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [super().schema(models), pair_schema(Values().schema(models))]}


_SERIES = Series()


class SeriesList(Kind["str | list[SeriesEntry]"]):
    """A column's name; or a list of series; or a mapping from names to values, in which one may also be described."""

    @property
    def known(self) -> tuple[str, ...]:
        return _SERIES.known

    def inside(self, step: str | int) -> Kind[Any]:
        if isinstance(step, int):
            return _SERIES
        return _SERIES.inside(step)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, str):
            return Text().read(value, at, mistakes)
        if isinstance(value, list):
            if not value:
                mistakes.append(Mistake("few", at, value, {"least": 1, "most": None}))
            if value and isinstance(value[0], list):
                said = "`series` takes a name for each list of values"
                help = "write `series: {North: [1, 2], South: [3, 4]}`"
                mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
                return None
            return [_SERIES.read(one, (*at, index), mistakes) for index, one in enumerate(value)]
        if is_single(value):
            return [_SERIES.read(value, at, mistakes)]
        if isinstance(value, dict) and value:
            values = {name: Values().read(one, (*at, name), mistakes) for name, one in value.items()}
            return [with_values(SeriesEntry, name=name, values=one) for name, one in values.items()]
        mistakes.append(Mistake("list", at, value))
        return None

    def schema(self, models: dict[str, Schema]) -> Schema:
        listed = {"type": "array", "items": _SERIES.schema(models), "minItems": 1}
        return {
            "anyOf": [
                {"type": ["string", "number"]},
                listed,
                {"type": "object", "additionalProperties": Values().schema(models), "minProperties": 1},
                _SERIES.schema(models),
            ]
        }


def is_single(value: Any) -> bool:
    """Tell whether a mapping under `series` describes one series, and is not one of names."""
    return isinstance(value, dict) and any(key in SeriesEntry.keys for key in value)


def is_named(value: Any) -> bool:
    """Tell whether a series is written as its name and its values."""
    return is_pair(value, SeriesEntry) and isinstance(next(iter(value.values())), list | dict)


class MultiplesEntry(Entry):
    """Small multiples."""

    across = optional(Integer(least=1, most=MOST_ACROSS), "How many stand side by side; as many as fit without it.")


class Multiples(Kind["bool | MultiplesEntry"]):
    """Yes or no, or how many stand side by side."""

    def inside(self, step: str | int) -> Kind[Any]:
        return EntryOf(MultiplesEntry).inside(step)

    @property
    def known(self) -> tuple[str, ...]:
        return tuple(MultiplesEntry.keys)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict):
            return MultiplesEntry.read(value, at, mistakes)
        return Boolean().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [{"type": "boolean"}, EntryOf(MultiplesEntry).schema(models)]}


class _Highlight(Kind["list[str] | dict[str, list[str]]"]):
    """Names of series or categories; or a mapping from series to their categories."""

    def inside(self, step: str | int) -> Kind[Any]:
        return Several() if isinstance(step, str) else String()

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict):
            return {name: Several().read(one, (*at, name), mistakes) for name, one in value.items()}
        return Several().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        several = Several().schema(models)
        return {"anyOf": [*several["anyOf"], {"type": "object", "additionalProperties": several}]}


HIGHLIGHT = _Highlight()
