"""Tables in Markdown: read back by a parser of pipe tables."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from markdown_it import MarkdownIt

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import CellItem, Document, Placed, Role, TableItem, TextItem
from deckmaker.layout.document import CellRole
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.render.markdown import MarkdownRenderer
from tests.projects import DECK, Project
from tests.resolve.tables.reading import table_of

NOWHERE = Rect(0, 0, 1, 1)


def with_table(document: Document, table: Table) -> Document:
    """Return a document with a table on its first page; where things stand makes no difference here."""
    page = document.pages[0]
    title = page.slot("title")
    assert title and isinstance(title.item, TextItem)
    cells = []
    for row, column, cell in table.places():
        setting = title.item.setting
        paragraphs = (replace(setting.paragraphs[0], paragraph=cell.paragraph),)
        text = replace(title.item, setting=replace(setting, paragraphs=paragraphs))
        role = CellRole.HEADER if row < table.header_rows else CellRole.BODY
        cells.append(CellItem(row, column, cell.rows, cell.columns, NOWHERE, NOWHERE, text, role, cell.strong))
    counts = (table.header_rows, table.footer_rows, table.stub_columns)
    sizes = tuple(1.0 for _ in table.columns), tuple(1.0 for _ in table.rows)
    item = TableItem(*sizes, tuple(cells), *counts, (), (), "")
    page = replace(page, placed=(*page.placed, Placed(NOWHERE, item, Role.TABLE, "table", None)))
    return replace(document, pages=(page,))


def render(project: Project, table: str, off: str | None = None) -> str:
    """Return a deck with a table as Markdown. Nothing is to be said of it but a code that is `off`."""
    found = table_of(project, table, off=off)
    stream = BytesIO()
    MarkdownRenderer().render(with_table(project.document(DECK), found), stream, Diagnostics())
    return stream.getvalue().decode()


def cells(markdown: str) -> list[list[str]]:
    """Read the cells of a pipe table back, without their marks."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_a_table_is_a_pipe_table(tmp_path):
    """A header, a rule, and a line a row; marks are Markdown's own, and what is stressed is bold."""
    table = "rows: [[Berth, Level], ['**Berth** 4', {text: 62.5, strong: true}], [{text: none, columns: 2}]]\n"
    assert render(Project(tmp_path), table) == (
        "# Night noise\n\n| Berth | Level |\n| --- | --- |\n| **Berth** 4 | **62.5** |\n| none |  |\n"
    )


def test_marks_in_a_stressed_cell_are_joined(tmp_path):
    """No star is left to be seen, and a bar in an address ends no cell."""
    table = "rows: [[A, B], ['**x**, *y*', 1], [z, '[a](https://example.org/b|c)']]\nstrong: {cells: [[1, A]]}\n"
    found = render(Project(tmp_path), table)
    assert "| **x, *y*** | 1 |" in found
    assert cells(found)[1:] == [["x, y", "1"], ["z", "a"]]


def test_a_table_without_header_has_an_empty_one(tmp_path):
    """Markdown knows no table without."""
    assert cells(render(Project(tmp_path), "rows: [[a, b], [c, d]]\nheader: 0\n", "headerless-table")) == [
        ["", ""],
        ["a", "b"],
        ["c", "d"],
    ]


@pytest.mark.parametrize("text", ["a | b", "| a |", "---", "<b>", "-5", "1. x", "`a | b`", "a\\b", "[a]", "***"])
def test_hostile_words_stay_in_their_cells(text, tmp_path):
    """Bars above all, in code too."""
    quoted = "'" + text.replace("\\", "\\\\").replace("[", "\\[").replace("*", "\\*").replace("<", "\\<") + "'"
    plain = text.strip("`")
    assert cells(render(Project(tmp_path), f"rows: [[{quoted}, x], [y, {quoted}]]\n")) == [[plain, "x"], ["y", plain]]
