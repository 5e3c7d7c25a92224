"""The deck as readable Markdown, with credits and notes: the smallest renderer, the example in docs/renderers.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import quote

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import CellItem, Document, Page, PictureItem, Placed, TableItem, TextItem
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.project import project_root

_FURNITURE = ("trail", "footer", "number", "logo")
_SPECIAL = re.compile(r"([\\`*_\[\]<>#~^|&])")
_BLOCK_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=]))")
"""What Markdown would take for a list, a rule or an underline at the beginning of a paragraph."""


class MarkdownRenderer:
    """A heading a slide, then its text, pictures, credits and notes, in reading order.

    Pictures stay where they are: the file names them by their paths from the project's root, with a slash before.
    Editors and repository viewers look there, wherever in the project the Markdown lies.
    """

    extension = "md"
    description = "readable Markdown with credits and notes"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as UTF-8."""
        parts = [part for page in document.pages for part in _page(page)]
        stream.write(("\n\n".join(parts) + "\n").encode())


def _page(page: Page) -> Iterator[str]:
    if page.number > 1:
        yield "---"
    if page.section:
        yield f"*{_escaped(page.section)}*"
    for placed in page.placed:
        if placed.slot not in _FURNITURE:
            yield from _placed(placed, page.number)
    for note in (*page.notes, *page.unsaid):
        yield "> " + _BLOCK_START.sub(r"\1\\", _escaped(note))


def _placed(placed: Placed, page: int) -> Iterator[str]:
    match placed.item:
        case PictureItem(file=file, alt=alt):
            path = file.path.relative_to(project_root(file.path)).as_posix()
            yield f"![{_escaped(alt)}](/{quote(path)})"
        case TextItem(setting=setting):
            slot = placed.slot or ""
            heading = "# " if slot == "title" else "## " if slot.startswith("heading-") else ""
            blocks = [heading + _paragraph(one.paragraph, page) for one in setting.paragraphs]
            in_list = all(_is_item(one.paragraph) for one in setting.paragraphs)
            yield ("\n" if in_list else "\n\n").join(blocks)
        case TableItem() as table:
            yield "\n".join(_rows(table, page))


def _rows(table: TableItem, page: int) -> Iterator[str]:
    """Yield a pipe table's lines, as GitHub Flavored Markdown has it.

    It knows one row of header, which may be empty, and no spans: where a cell reaches, nothing stands.
    """
    rows = [[""] * len(table.columns) for _ in table.rows]
    for cell in table.cells:
        rows[cell.row][cell.column] = _cell(cell, page)
    if not table.header_rows:
        rows.insert(0, [""] * len(table.columns))
    rows.insert(1, ["---"] * len(table.columns))
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _cell(cell: CellItem, page: int) -> str:
    """Return a cell's text on one line. A bar is escaped in code, too: tables are read before it."""
    runs = [run for one in cell.text.setting.paragraphs for run in one.paragraph.runs]
    stressed = [replace(run, bold=run.bold or cell.strong) for run in runs]
    return "".join(_run(run, page).replace("|", "\\|") if run.code else _run(run, page) for run in stressed)


def _paragraph(paragraph: Paragraph, page: int) -> str:
    text = _BLOCK_START.sub(r"\1\\", "".join(_run(run, page) for run in paragraph.runs))
    if paragraph.marker is Marker.FOOTNOTE:
        return f"{_label(page, paragraph.number)}: {text}"
    if not _is_item(paragraph):
        return text
    return "    " * paragraph.level + ("- " if paragraph.marker is Marker.BULLET else f"{paragraph.number}. ") + text


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.marker is not Marker.NONE and not paragraph.continues


def _label(page: int, number: int) -> str:
    """Return what marks a footnote. Slides have numbers of their own, a Markdown file has one sequence."""
    return f"[^{page}-{number}]"


def _run(run: Run, page: int) -> str:
    """Return a run under its marks. Spaces at its ends stay outside them, or Markdown would not see the marks."""
    if run.footnote:
        return _label(page, run.footnote.number)
    core = run.text.strip()
    if not core:
        return run.text
    marked = _code(core) if run.code else _escaped(core)
    for wanted, mark in ((run.bold, "**"), (run.italic, "*"), (run.script > 0, "^"), (run.script < 0, "~")):
        marked = f"{mark}{marked}{mark}" if wanted else marked
    marked = f"[{marked}](<{run.link}>)" if run.link else marked
    return run.text.replace(core, marked, 1)


def _code(text: str) -> str:
    """Return a code span, fenced by more backticks than stand in it."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
