"""Blocks to facts, whatever kind they are: each field of a block is one under its name, or is a part of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from deckmaker.blocks import block_keys, kind_for, kind_of
from deckmaker.comparison.facts import TEX, Fact, Kind, Part
from deckmaker.comparison.marked import marked, marked_lines
from deckmaker.dataclasses import dataclass, fields, is_dataclass
from deckmaker.model import Block, Cell, Cells, Credit, Flow, Images, Overflow, Paragraph, PictureFile, Table, TableRow
from deckmaker.model.chart import Chart, Series
from deckmaker.model.formula import Formula

_DATA_DECIDE = ("alt", "header_rows", "footer_rows", "stub_columns")
"""Fields of charts and tables that their data decide where the author says nothing."""


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes blocks of a deck whose slides have these `titles`. `picture` returns a picture's name and digest."""

    titles: tuple[str, ...]
    picture: Callable[[PictureFile], tuple[str, str]]

    def block(self, block: Block) -> Part:
        """Return what a block says."""
        match block:
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Images():
                # Flows of one picture each.
                return Part("images", parts=tuple(self.block(one) for one in block.children()))
            case Cells():
                name = "column" if _key(block) == "columns" else "cell"
                cells = tuple(self._part(flow, name) for flow in block.flows)
                return Part(_key(block), tuple(self._facts(block, but=("flows",))), cells)
            case _:
                return self._part(block, _key(block), kind_of(block).derived)

    def credit(self, credit: Credit) -> Part:
        """Return what a credit of a slide says."""
        return Part("credit", tuple(self._credit("credit", credit)))

    def lines(self, name: str, kind: Kind, texts: Sequence[Paragraph]) -> Iterator[Fact]:
        """Yield what texts say, a line each, if there are any."""
        if texts:
            yield Fact(name, kind, marked_lines(texts, self.titles))

    def _part(self, value: Any, kind: str, but: Sequence[str] = ()) -> Part:
        """Return what a dataclass says: its fields, but for some."""
        parts = tuple(part for name, one in _said(value, but) for part in self._parts(one, name))
        return Part(kind, tuple(self._facts(value, but)), parts, label=_label(value))

    def _parts(self, value: Any, name: str) -> Iterator[Part]:
        """Yield the parts that a field holds: blocks, or things such as events."""
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Block):
                yield self.block(one)
            elif is_dataclass(one) and not isinstance(one, Paragraph | Credit | PictureFile):
                yield self._part(one, _kind_name(one))

    def _facts(self, value: Any, but: Sequence[str] = (), before: str = "", follows: bool = False) -> Iterator[Fact]:
        for name, one in _said(value, but):
            yield from self._fact(before + name.replace("own_", "").replace("_", " "), one, follows)

    def _fact(self, name: str, value: Any, follows: bool) -> Iterator[Fact]:
        match value:
            case Paragraph():
                yield Fact(name, Kind.TEXT, marked(value, self.titles))
            case (Paragraph(), *_):
                yield from self.lines("text" if name == "paragraphs" else name, Kind.TEXT, value)
            case Credit():
                yield from self._credit(name, value)
            case PictureFile():
                yield Fact(name, Kind.PICTURE, *self.picture(value))
            case Formula():
                yield Fact(TEX, Kind.TEXT, value.tex)
            case Overflow():
                yield Fact(name, Kind.SETTING, value.way.value)
            case str() if name == "alt":
                yield Fact(name, Kind.TEXT, value, follows=follows)
            case (first, *_) if is_dataclass(first):
                return  # parts
            case _ if is_dataclass(value):
                yield from self._facts(value, before=f"{name} ", follows=follows)
            case _:
                yield Fact(name, Kind.SETTING, _plain(value), follows=follows)

    def _credit(self, name: str, credit: Credit) -> Iterator[Fact]:
        """Yield what a credit says. What is not shown beside its text may come from the picture's file."""
        told = {key: value for key, value in _said(credit) if key != "role"}
        unseen = {key: value for key, value in told.items() if "text" in told and key not in _BESIDE_TEXT}
        shown = {key: value for key, value in told.items() if key not in unseen}
        yield Fact(name, Kind.CREDIT, shown["text"] if [*shown] == ["text"] else _listed(shown), credit.role)
        if unseen:
            yield Fact(f"{name} record", Kind.CREDIT, _listed(unseen), credit.role, follows=True)

    def _table(self, table: Table) -> Part:
        """Return a table: its rows are its parts, their cells facts."""
        rows: list[list[Fact]] = [[] for _ in table.rows]
        for place in table.places():
            text = marked(place.cell.paragraph, self.titles)
            rows[place.row].append(Fact(str(place.column), Kind.CELL, text, _cell_identity(place.cell)))
        headers = {fact.name: fact.value for row in rows[: table.header_rows] for fact in row if fact.value}
        columns = tuple(headers.get(str(index), f"column {index + 1}") for index in range(len(table.columns)))
        parts = tuple(
            Part(
                "header" if number <= table.header_rows else "row",
                (*facts, *_flag("strong", row.strong), *_alignment(row)),
                label=f"“{facts[0].value}”" if facts and facts[0].value else "",
            )
            for number, (row, facts) in enumerate(zip(table.rows, rows, strict=True), start=1)
        )
        aligned = Fact("alignment", Kind.SETTING, ", ".join(one.align.value for one in table.columns), follows=True)
        shares = [f"{one.share or 0:g}" for one in table.columns]
        strong = [name for name, one in zip(columns, table.columns, strict=True) if one.strong]
        picked = [name for name, one in zip(columns, table.columns, strict=True) if one.picked]
        facts = (
            *self._facts(table, but=("columns", "rows", *_DATA_DECIDE)),
            *self._derived(table),
            aligned,
            *([Fact("widths", Kind.SETTING, ", ".join(shares))] if any(one.share for one in table.columns) else ()),
            *([Fact("strong columns", Kind.SETTING, ", ".join(strong))] if strong else ()),
            *([Fact("picked columns", Kind.SETTING, ", ".join(picked))] if picked else ()),
        )
        return Part(_key(table), facts, parts, columns)

    def _chart(self, chart: Chart) -> Part:
        """Return a chart: its series are its parts, their values facts."""
        count = max((len(one.values) for one in chart.series), default=0)
        names = chart.categories.names or tuple(f"point {number}" for number in range(1, count + 1))
        series = tuple(
            Part(
                "series",
                (
                    *([Fact("name", Kind.TEXT, one.name)] if one.name else ()),
                    *_flag("as line", one.as_line),
                    *_flag("on second axis", one.on_second_axis),
                    *(Fact(str(index), Kind.DATUM, _datum(one, index)) for index in range(len(one.values))),
                ),
                label=f"“{one.name}”" if one.name else "",
            )
            for one in chart.series
        )
        others = ("categories", "series", "type", "x_axis", "y_axis", "second_axis", "highlight", *_DATA_DECIDE)
        axes = ("x_axis", "y_axis", "second_axis")
        own = tuple(
            fact
            for name in axes
            for fact in self._facts(getattr(chart, name), but=("style",), before=f"{name.replace('_', ' ')} ")
        )
        styles = tuple(
            fact
            for name in axes
            for fact in self._facts(
                getattr(chart, name).style, before=f"{name.replace('_', ' ')} numbers ", follows=True
            )
        )
        facts = (
            Fact("type", Kind.SETTING, chart.type.value),
            *self._facts(chart, but=others),
            *own,
            *styles,
            *self._facts(chart.highlight, before="highlight ", follows=True),
            *self._derived(chart),
        )
        further = (*chart.lines, *chart.bands, *chart.annotations)
        return Part("chart", facts, (*series, *(self._part(one, _kind_name(one)) for one in further)), names)

    def _derived(self, block: Block) -> Iterator[Fact]:
        for name, value in _said(block):
            if name in _DATA_DECIDE:
                yield from self._fact(name.replace("_", " "), value, follows=True)


_BESIDE_TEXT = ("text", "license", "url", "note", "modified", "ai")
"""Fields of a credit that are shown where it has a text of its own."""


def _listed(told: Mapping[str, Any]) -> str:
    return ", ".join(f"{key}: {value}" for key, value in told.items())


def _said(value: Any, but: Sequence[str] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a dataclass that say something, with what they say; places in files say nothing."""
    for one in fields(value):
        found = getattr(value, one.name)
        if one.compare and one.name not in but and not _is_nothing(found):
            yield one.name, found


def _is_nothing(value: Any) -> bool:
    return value is None or value is False or (isinstance(value, str | tuple | frozenset) and not value)


def _flag(name: str, is_so: bool) -> Iterator[Fact]:
    if is_so:
        yield Fact(name, Kind.SETTING, "yes")


def _alignment(row: TableRow) -> Iterator[Fact]:
    """Yield how the cells of a row stand that do not stand as their columns do: those of headers, as numbers decide."""
    if any(cell.align for cell in row.cells):
        told = ", ".join(cell.align.value if cell.align else "-" for cell in row.cells)
        yield Fact("alignment", Kind.SETTING, told, follows=True)


def _cell_identity(cell: Cell) -> str:
    """Return what tells a cell from another one with the same text; nothing for most."""
    return (
        "" if (cell.rows, cell.columns, cell.strong) == (1, 1, False) else f"{cell.rows}×{cell.columns} {cell.strong}"
    )


def _datum(series: Series, index: int) -> str:
    """Return a value; of a point, its place and its size as well."""
    values = [("", series.values)] if not series.xs else [("x ", series.xs), ("y ", series.values)]
    if series.sizes:
        values.append(("size ", series.sizes))
    told = [f"{name}{_plain(one[index])}" for name, one in values]
    return ", ".join(told) + (f", “{series.names[index]}”" if series.names and series.names[index] else "")


def _plain(value: Any) -> str:
    match value:
        case None:
            return "none"
        case True:
            return "yes"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case float():
            return f"{value:.12g}"
        case frozenset():
            return ", ".join(sorted(map(_plain, value)))
        case tuple() | list():
            return ", ".join(map(_plain, value))
        case _:
            return str(value)


def _label(value: Any) -> str:
    """Return by what people tell a part from others of its kind: the first of its texts that is short."""
    for name in ("title", "label", "heading", "name", "when"):
        found = getattr(value, name, None)
        if isinstance(found, Paragraph) and found.text:
            return f"“{found.text}”"
    if isinstance(value, Flow) and (first := next((one for block in value.blocks for one in block.texts()), None)):
        return f"“{first.text}”" if len(first.text) <= 40 else ""
    return ""


def _kind_name(part: Any) -> str:
    """Return what people call a part of a block: `reference line` of ReferenceLine."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(part).__name__).lower()


def _key(block: Block) -> str:
    """Return the key under which decks have a block."""
    return _keys()[type(block)]


def _keys() -> dict[type[object], str]:
    if not _KEYS:
        for key in block_keys():
            _KEYS.setdefault(kind_for(key).block, key)
    return _KEYS


_KEYS: dict[type[object], str] = {}
"""The keys of blocks by their classes; of a text, which has several, the first."""
