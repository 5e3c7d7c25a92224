"""docs/deck.md describes every key of the language, and other pages every role, item and severity."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest

from deckmaker.diagnostics.levels import LEVELS
from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from deckmaker.language.project import ProjectEntry
from deckmaker.layout import Role
from deckmaker.layout.item import Item
from tests.projects import ROOT

DECK, CHARTS, PDF, RENDERERS, MESSAGES, PROJECT, REUSE = (
    (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("deck", "charts", "pdf", "renderers", "messages", "project", "reuse")
)
SHOW = json.loads((ROOT / "docs" / "show.schema.json").read_text(encoding="utf-8"))
SCHEMA = json_schema(DeckEntry)
ENTRIES = {"DeckEntry": SCHEMA, **SCHEMA["$defs"]}

TABLES = {
    "DeckEntry": ("The deck", 0),
    "TableEntry": ("Tables", 0),
    "TableColumnEntry": ("Tables", 1),
    "CreditEntry": ("Credits", 0),
    "CodeEntry": ("Code", 0),
}
"""Where a table has the keys of an entry, and no others: below which heading, and which of the tables there."""

PROSE = {
    "BlockEntry": ["Blocks"],
    "CellBlockEntry": ["Blocks"],
    "SlideEntry": ["A slide", "Blocks"],
    "ColumnEntry": ["Columns and grids", "Blocks"],
    "GridEntry": ["Columns and grids"],
    "ImageEntry": ["Blocks"],
    "QuoteEntry": ["Blocks"],
    "MetricEntry": ["Blocks"],
    "CalloutEntry": ["Blocks"],
    "EquationEntry": ["Blocks"],
    "DiagramEntry": ["Blocks", "Diagrams"],
    "EdgeEntry": ["Diagrams"],
    "NodeEntry": ["Diagrams"],
    "CompareEntry": ["Options side by side"],
    "CriterionEntry": ["Options side by side"],
    "TimelineEntry": ["Timelines"],
    "EventEntry": ["Timelines"],
    "StepEntry": ["Blocks"],
    "CellEntry": ["Tables"],
    "StrongEntry": ["Tables"],
    "CreditsEntry": ["The deck", "Where credits stand"],
    "DefaultsEntry": ["The deck"],
    "LogoEntry": ["The deck", "What pictures lie on"],
    "OverflowEntry": ["What does not fit"],
}
"""Where the keys of an entry are described among other things: below which headings."""

OF_REUSE = {
    "RowsEntry": ["A deck for each row", "Variables"],
    "VariableFileEntry": ["Variables"],
    "IncludeEntry": ["Slides of other files"],
    "IncludingEntry": ["Slides of other files"],
}
"""The same on the page about reuse."""

OF_CHARTS = {
    "ChartEntry": ["Types of charts", "Data", "How it is shown", "What is said of it"],
    "SeriesEntry": ["Data"],
    "MultiplesEntry": ["How it is shown"],
    "LineEntry": ["What is said of it"],
    "BandEntry": ["What is said of it"],
    "AnnotationEntry": ["What is said of it"],
}
"""The same on the page about charts."""


def section(page: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", without_code(page), re.DOTALL | re.MULTILINE)
    assert found, f"there is no heading {heading!r}"
    return found[1]


def without_code(page: str) -> str:
    """Return a page without its blocks of code, whose comments look like headings."""
    return re.sub(r"^```.*?^```\n", "", page, flags=re.DOTALL | re.MULTILINE)


def words(text: str) -> set[str]:
    """Return the words that stand between backticks."""
    return {word for span in re.findall(r"`([^`]+)`", text) for word in re.findall(r"[a-z_-]+", span)}


def first_cells(page: str, heading: str, number: int = 0) -> list[str]:
    """Return what stands between backticks in the first column of a table below a heading."""
    tables = re.findall(r"(?:^\|.*\n)+", section(page, heading), re.MULTILINE)
    return [name for row in tables[number].splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


def test_every_entry_is_described_somewhere() -> None:
    """A new one needs its place in the docs."""
    assert TABLES.keys() | PROSE.keys() | OF_REUSE.keys() | OF_CHARTS.keys() | {"PdfEntry"} == ENTRIES.keys()


@pytest.mark.parametrize("entry", TABLES)
def test_a_table_has_the_keys_of_its_entry_once_and_no_others(entry: str) -> None:
    """What it describes can be written, and what can be written is described."""
    assert sorted(first_cells(DECK, *TABLES[entry])) == sorted(ENTRIES[entry]["properties"])


def test_a_table_has_the_keys_about_pdf_files_and_their_options() -> None:
    """On their own page; an option is named as its key is."""
    keys = first_cells(PDF, "PDF files and paper")
    options = [
        row.split("|")[2].strip(" `") for row in section(PDF, "PDF files and paper").splitlines() if "| `--" in row
    ]
    assert sorted(keys) == sorted(ENTRIES["PdfEntry"]["properties"])
    named = {"standard": "--pdf-standard"}  # which says of what, where no key `pdf` does
    assert options == [named.get(key, f"--{key.replace('_', '-')}") for key in keys]


@pytest.mark.parametrize("entry", PROSE)
def test_the_keys_of_an_entry_are_described_where_it_is(entry: str) -> None:
    """Each stands there as code."""
    said = set().union(*(words(section(DECK, heading)) for heading in PROSE[entry]))
    assert sorted({*ENTRIES[entry]["properties"]} - said) == []


@pytest.mark.parametrize("entry", OF_REUSE)
def test_the_keys_of_reuse_are_described(entry: str) -> None:
    """On their own page."""
    said = set().union(*(words(section(REUSE, heading)) for heading in OF_REUSE[entry]))
    assert sorted({*ENTRIES[entry]["properties"]} - said) == []


@pytest.mark.parametrize("entry", OF_CHARTS)
def test_the_keys_of_charts_are_described(entry: str) -> None:
    """On their own page."""
    said = set().union(*(words(section(CHARTS, heading)) for heading in OF_CHARTS[entry]))
    assert sorted({*ENTRIES[entry]["properties"]} - said) == []


def test_a_chart_has_a_row_for_each_key_and_no_others() -> None:
    """In one of the tables."""
    tables = [("Data", 0), ("How it is shown", 0), ("What is said of it", 0)]
    found = [name for heading, number in tables for name in first_cells(CHARTS, heading, number)]
    assert sorted(found) == sorted({*ENTRIES["ChartEntry"]["properties"]} - {"type"})


def test_every_type_of_chart_has_its_row() -> None:
    """And every row its type."""
    types = ENTRIES["ChartEntry"]["properties"]["type"]["anyOf"][0]["enum"]
    assert sorted(first_cells(CHARTS, "Types of charts")) == sorted(types)


def test_every_kind_of_block_has_its_row() -> None:
    """And every row its kind."""
    assert sorted(first_cells(DECK, "Blocks")) == sorted({*ENTRIES["BlockEntry"]["properties"]} - {"only", "if"})


def test_every_key_of_the_language_is_described_to_editors() -> None:
    """In a sentence of its own."""
    nameless = [
        f"{name}.{key}"
        for name, entry in ENTRIES.items()
        for key, value in entry["properties"].items()
        if not value.get("description", "").endswith(".")
    ]
    assert nameless == []


def test_every_role_of_a_credit_is_described() -> None:
    """In the table of their labels."""
    roles = ENTRIES["CreditEntry"]["properties"]["role"]["anyOf"][0]["enum"]
    assert sorted(first_cells(DECK, "Credits", 1)) == sorted(roles)


def test_every_role_of_an_item_is_described_to_renderers_and_in_the_schema_of_show() -> None:
    """Each in one row: a renderer has to know what it is to draw."""
    roles = sorted(role.value for role in Role)
    assert sorted(first_cells(RENDERERS, "Roles")) == roles
    assert sorted(SHOW["$defs"]["role"]["enum"]) == roles


def test_every_item_is_described_to_renderers() -> None:
    """The set is closed, and written out."""
    assert sorted(first_cells(RENDERERS, "Items")) == sorted(one.__name__ for one in get_args(Item))


def test_every_severity_is_described() -> None:
    """From what stops a deck to what nobody sees."""
    assert sorted(first_cells(MESSAGES, "Severity")) == sorted(LEVELS)


def test_every_key_of_a_project_is_in_its_table():
    """In the order in which editors offer them."""
    assert first_cells(PROJECT, "What it may say") == list(ProjectEntry.keys)
