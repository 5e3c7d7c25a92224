"""The deck as readable Markdown, with credits and notes: the smallest renderer, the example in docs/renderers.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from urllib.parse import quote

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import CellItem, Document, Page, PictureItem, Placed, TableItem, TextItem
from deckmaker.model import Marker, Paragraph
from deckmaker.project import project_root
from deckmaker.render.markdown_inline import footnote_label, inline
from deckmaker.render.markdown_text import block, described, escaped, labelled

_FURNITURE = ("trail", "footer", "number", "logo")


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
        yield f"*{escaped(page.section)}*"
    for placed in page.placed:
        if placed.slot not in _FURNITURE:
            yield from _placed(placed, page.number)
    for note in (*page.notes, *page.unsaid):
        yield f"> {block(escaped(note))}"


def _placed(placed: Placed, page: int) -> Iterator[str]:
    match placed.item:
        case PictureItem(file=file, alt=alt):
            path = file.path.relative_to(project_root(file.path)).as_posix()
            yield f"![{described(alt)}](/{quote(path)})"
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
    """Return a cell's text on one line. A bar is escaped in code and links, too: tables are read before them."""
    runs = [run for one in cell.text.setting.paragraphs for run in one.paragraph.runs]
    return inline(
        (
            replace(
                run,
                text=run.text.replace("|", "\\|") if run.code else run.text,
                bold=run.bold or cell.strong,
                link=run.link and run.link.replace("|", "\\|"),
            )
            for run in runs
        ),
        page,
    )


def _paragraph(paragraph: Paragraph, page: int) -> str:
    markup = inline(paragraph.runs, page)
    if paragraph.marker is Marker.FOOTNOTE:
        return labelled(footnote_label(page, paragraph.number), markup)
    text = block(markup)
    if not _is_item(paragraph):
        return text
    return "    " * paragraph.level + ("- " if paragraph.marker is Marker.BULLET else f"{paragraph.number}. ") + text


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.marker is not Marker.NONE and not paragraph.continues
