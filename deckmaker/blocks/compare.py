"""Options side by side, by criteria: `compare`. It is a table: a column for each option, a row for each criterion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from deckmaker.blocks.table import TableKind
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, is_pair, optional, pair_schema, required
from deckmaker.language.kinds import ListOf, Location, Mistake, Schema, Text
from deckmaker.language.synonyms import meant_by
from deckmaker.model import Cell, Lines, Paragraph, Table, TableColumn, TableRow

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST_OPTIONS = 6
"""Options side by side: of more, the columns would be too narrow for words."""

MOST_CRITERIA = 40


class CriterionEntry(Entry):
    """A criterion, and what each option is by it."""

    name = required(Text(), "What options are compared by; inline Markdown.")
    values = required(ListOf(Text(), least=1), "What each option is by it, in the order of `options`; inline Markdown.")


class _Criterion(EntryOf[CriterionEntry]):
    """A criterion; of one key that is none of its own, the key is its name, and the list its values."""

    def __init__(self) -> None:
        super().__init__(CriterionEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, dict) or (
            is_pair(value, CriterionEntry) and not isinstance(next(iter(value.values())), list)
        ):
            said = "a criterion takes its name and a list of values"
            help = "write it as in `Cost: [400 m, 200 m]`, a value for each option"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        if is_pair(value, CriterionEntry):
            ((name, values),) = value.items()
            return super().read({"name": name, "values": values}, at, mistakes)
        return super().read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [super().schema(models), pair_schema(ListOf(Text(), least=1).schema(models))]}


class CompareEntry(Entry):
    """Options, the criteria that they are compared by, and which one is picked."""

    options = required(ListOf(Text(), least=2, most=MOST_OPTIONS), "The options, side by side; inline Markdown.")
    criteria = required(
        ListOf(_Criterion(), least=1, most=MOST_CRITERIA), "What they are compared by, one below the other."
    )
    pick = optional(Text(), "The option that stands out, as it is called in `options`.")
    caption = optional(Text(), "A line below; inline Markdown.")
    credit = optional(CREDIT, "Where the values are from.")


class _Compare(EntryOf[CompareEntry]):
    """A comparison. One of lists alone, each behind an option, lacks what options are compared by."""

    def __init__(self) -> None:
        super().__init__(CompareEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict) and value and _is_of_lists(value):
            said = "a comparison takes `options` and `criteria`"
            column = f"{{heading: {next(iter(value))}, bullets: […]}}"
            help = f"lists without criteria are `columns`, as in `columns: [{column}, …]`"
            mistakes.append(Mistake("item", at, value, {"said": said, "help": help}))
            return None
        return super().read(value, at, mistakes)


def _is_of_lists(value: dict[str, Any]) -> bool:
    """Tell whether a mapping has lists of texts under keys of its own, none of them misspelt ones of a comparison."""
    known = list(CompareEntry.keys)
    return all(
        isinstance(one, list)
        and all(isinstance(text, str) for text in one)
        and not (key in known or meant_by(key, known) or nearest(key, known))
        for key, one in value.items()
    )


@dataclass(frozen=True, slots=True)
class Comparison(Table):
    """A table that compares options: its header names them, its stub the criteria."""


class CompareKind(TableKind):
    """Options side by side, as a table."""

    value = _Compare()
    description = "Options side by side, compared by criteria."
    block = Comparison

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Table | None:
        """Return the comparison; None where a criterion has more or fewer values than there are options."""
        lists = [_values_path(path, index, resolver) for index in range(len(entry.criteria))]
        right = [_is_right(one, where, entry, resolver) for one, where in zip(entry.criteria, lists, strict=True)]
        if not all(right):
            return None
        resolver.allowance.places((len(entry.criteria) + 1) * (len(entry.options) + 1), resolver.span(path))
        picked = _picked(entry, path, resolver)
        options = [resolver.paragraph(one, (*path, "options", index)) for index, one in enumerate(entry.options)]
        rows = [_row(one, where, resolver) for one, where in zip(entry.criteria, lists, strict=True)]
        columns = (
            TableColumn(share=1.0, strong=index == picked, picked=index == picked) for index in range(len(options))
        )
        return Comparison(
            columns=(TableColumn(), *columns),
            rows=(TableRow((Cell(Paragraph(())), *map(Cell, options)), span=resolver.span((*path, "options"))), *rows),
            header_rows=1,
            footer_rows=0,
            stub_columns=1,
            lines=Lines.RULES,
            caption=resolver.paragraph(entry.caption, (*path, "caption")) if entry.caption else None,
            overflow=None,
            span=resolver.span(path),
            credit=resolver.credit(entry.credit, "data", (*path, "credit")) if entry.credit else None,
        )


def _values_path(path: DataPath, index: int, resolver: Resolver) -> DataPath:
    """Return where the values of a criterion are written: below `values`, or below its name."""
    here = (*path, "criteria", index)
    written = resolver.written(here)
    return (*here, "values" if "values" in written else next(iter(written)))


def _is_right(criterion: CriterionEntry, path: DataPath, entry: CompareEntry, resolver: Resolver) -> bool:
    """Tell whether a criterion has a value for each option; report where it has not."""
    count = len(criterion.values)
    if count == len(entry.options):
        return True
    message = (
        f"`{criterion.name}` has {count} value{'s' if count > 1 else ''}, and there are {len(entry.options)} options"
    )
    help = f"write one for each of {', '.join(f'`{option}`' for option in entry.options)}"
    resolver.diagnostics.report("wrong-value", message, resolver.span(path), help)
    return False


def _picked(entry: CompareEntry, path: DataPath, resolver: Resolver) -> int | None:
    """Return which option is picked, from 0; report one that there is not."""
    if entry.pick is None:
        return None
    if entry.pick in entry.options:
        return entry.options.index(entry.pick)
    help = nearest(entry.pick, entry.options) or f"options: {', '.join(entry.options)}"
    span = resolver.span((*path, "pick"))
    edits = respelled(span, entry.pick, help, entry.options)
    resolver.diagnostics.report("wrong-value", f"no option is called `{entry.pick}`", span, help, edits=edits)
    return None


def _row(criterion: CriterionEntry, path: DataPath, resolver: Resolver) -> TableRow:
    """Return the row of a criterion whose values are written at `path`."""
    return TableRow(tuple(_cells(criterion, path, resolver)), span=resolver.span(path))


def _cells(criterion: CriterionEntry, path: DataPath, resolver: Resolver) -> Iterator[Cell]:
    yield Cell(resolver.paragraph(criterion.name, (*path[:-1], "name") if path[-1] == "values" else path))
    for index, value in enumerate(criterion.values):
        yield Cell(resolver.paragraph(value, (*path, index)))


COMPARE = CompareKind()
