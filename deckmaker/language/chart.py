"""Charts as written: their numbers, how they are drawn, and what is stressed and said of them."""

from __future__ import annotations

from typing import Any, ClassVar

from deckmaker.language.axis_end import AxisEnd
from deckmaker.language.cells import ROW
from deckmaker.language.chart_values import (
    HIGHLIGHT,
    AxisTitle,
    BooleanOr,
    ChartTypeChoice,
    ColumnNames,
    FormatChoice,
    Multiples,
    ScaleChoice,
    SeriesList,
    Values,
)
from deckmaker.language.credit import CREDIT
from deckmaker.language.data import DataEntry, Several
from deckmaker.language.entry import Entry, EntryOf, Key, optional, required, with_default
from deckmaker.language.kinds import Boolean, Choice, Integer, ListOf, Schema, Text

MOST_DECIMALS = 9
"""Digits behind the decimal sign of a number on a chart: of more, nobody reads any."""

TYPES = (
    "column",
    "bar",
    "line",
    "area",
    "pie",
    "doughnut",
    "scatter",
    "bubble",
    "combination",
    "waterfall",
    "dumbbell",
    "slope",
)

_NAMES = "write names of categories as `categories: […]`"
LABELS = BooleanOr(
    "auto", "all", "ends", "highlight", "none", for_list=_NAMES, for_word="write `true` for a number beside each mark"
)
LEGEND = BooleanOr("auto", "direct", "legend", "none", for_word="write `true`: its place follows from the chart")


class LineEntry(Entry):
    """A line across a chart: at a value, a category or a date."""

    at = required(Text(), "Where it lies: a value, else a category or a date.")
    label = optional(Text(), "What it is; inline Markdown.")
    axis = optional(Choice("x", "y"), "Whose value it is, where that is not clear.")


class _Line(EntryOf[LineEntry]):
    """A line; a bare value is where it lies, which editors take for a number."""

    def __init__(self) -> None:
        super().__init__(LineEntry, shorthand="at")

    def schema(self, models: dict[str, Schema]) -> Schema:
        _, mapping = super().schema(models)["anyOf"]
        return {"anyOf": [Text().schema(models), mapping]}


class BandEntry(Entry):
    """A band behind a chart: between two values, categories or dates."""

    keys: ClassVar[dict[str, Key[Any]]] = {  # `from` is a word of Python's own
        "from": optional(Text(), "Where it begins; without it, at the end of the axis.")
    }
    to = optional(Text(), "Where it ends; without it, at the end of the axis.")
    label = optional(Text(), "What it is; inline Markdown.")
    axis = optional(Choice("x", "y"), "Whose values they are, where that is not clear.")


class AnnotationEntry(Entry):
    """What is said of a point of a chart."""

    at = required(Text(), "The point: its category, its date, or its name.")
    series = optional(Text(), "The series of the point; the first without it.")
    text = required(Text(), "What is said of it; inline Markdown.")


class ChartEntry(DataEntry):
    """A chart: its numbers, written here or in a file, and how they are shown."""

    type = optional(ChartTypeChoice(*TYPES), "What stands for a number; without it, a rule chooses by the data.")
    rows = optional(ListOf(ROW, least=2), "The data in place of a file: lists of cells, the first with names.")
    categories = optional(ListOf(Text(), least=1), "What values written here belong to, in order.")
    values = optional(Values(), "Values of one series, one a category; or each category as a key with its value.")
    series = optional(
        SeriesList(),
        "The column that tells which series a row belongs to; or the series, with values here or from columns.",
    )
    x = optional(Several(), "The column of categories or dates; of scatter and bubble charts, that along the x axis.")
    y = optional(ColumnNames(), "The column or columns of values; all columns of numbers without it.")
    size = optional(Text(), "The column of the bubbles' areas.")
    label = optional(Text(), "The column that names the points of scatter and bubble charts.")
    stack = optional(BooleanOr("percent"), "Whether values stand on one another; `percent` for shares of their sum.")
    multiples = optional(Multiples(), "Whether each series has a chart of its own, side by side.")
    totals = optional(Several(), "The columns of a waterfall that stand on the base line.")
    highlight = optional(HIGHLIGHT, "What is stressed, all else muted: series, categories, or points by series.")
    labels = with_default(LABELS, "auto", "Which marks have their number beside them.")
    legend = with_default(LEGEND, "auto", "How series are named: beside their marks, or in a legend.")
    lines = with_default(ListOf(_Line()), [], "Lines across the chart.")
    bands = with_default(ListOf(EntryOf(BandEntry)), [], "Bands behind the chart.")
    annotations = with_default(ListOf(EntryOf(AnnotationEntry)), [], "What is said of single points.")
    min = optional(AxisEnd(), "Where the value axis begins; bars always begin at zero.")
    max = optional(AxisEnd(), "Where the value axis ends.")
    x_min = optional(AxisEnd(), "Where the x axis of a scatter or bubble chart begins.")
    x_max = optional(AxisEnd(), "Where the x axis of a scatter or bubble chart ends.")
    log = optional(
        BooleanOr("x", "y", "both", for_word="write `true`: ticks are powers of ten"),
        "Whether the value axis is logarithmic; or which axes are.",
    )
    zero = optional(Boolean(), "Whether the value axis begins at zero; bars always do.")
    unit = optional(Text(), "What stands behind each number, such as kWh; a currency's sign where the language has it.")
    prefix = optional(Text(), "What stands before each number.")
    format = optional(FormatChoice("number", "percent"), "Percent takes 0.62 for 62 %.")
    decimals = optional(Integer(least=0, most=MOST_DECIMALS), "Digits behind the decimal sign of numbers.")
    thousands = optional(Boolean(), "Whether digits stand in groups of three; `true` without it.")
    scale = optional(
        ScaleChoice("thousand", "million", "billion"),
        "What values are counted in: 1,200,000 is shown as 1.2, and the unit says million.",
    )
    second_unit = optional(Text(), "The unit of the second axis.")
    x_title = optional(AxisTitle(), "What the x axis shows; `false` for nothing above numbers from a column.")
    y_title = optional(
        AxisTitle(), "What the value axis shows, where the subtitle does not say it; `false` for nothing."
    )
    second_title = optional(Text(), "What the second axis shows.")
    subtitle = optional(Text(), "What is measured, and in which unit; inline Markdown.")
    note = optional(Text(), "What must be known to read it, below the chart; inline Markdown.")
    alt = optional(Text(), "What the chart shows, for whoever cannot see it; without it, written from the data.")
    credit = optional(CREDIT, "Whose data they are.")
