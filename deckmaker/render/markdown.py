"""The deck as readable Markdown, with credits and notes: the smallest renderer, the example in docs/renderers.md."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import (
    ConnectorsItem,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.roles import AROUND
from deckmaker.localization.slide_words import slide_words
from deckmaker.model import Marker, Paragraph, PictureFile
from deckmaker.model.number_ranges import ranges
from deckmaker.model.text import highlighted
from deckmaker.project import project_root
from deckmaker.render.markdown_inline import footnote_label, inline
from deckmaker.render.markdown_lists import ListMarks
from deckmaker.render.markdown_tables import pipe_table
from deckmaker.render.markdown_text import block, described, escaped, labelled
from deckmaker.text import SetParagraph

_HEADINGS = {Role.TITLE: "# ", Role.HEADING: "## "}
_DASHES = ("—", "–", "―")


class MarkdownRenderer:
    """A heading a slide, then its text, pictures, credits and notes, in reading order.

    Pictures stay where they are: the file names them by their paths from the folder that it will lie in, which is where
    readers of Markdown look. Of a document that is not built, that is the project's root.
    """

    extension = "md"
    description = "readable Markdown with credits and notes"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as UTF-8."""
        marks = slide_words(document.language)
        parts = [part for page in document.pages for part in _page(page, marks.hidden, document.folder)]
        stream.write(("\n\n".join(parts) + "\n").encode())


def _page(page: Page, mark: str, folder: Path | None) -> Iterator[str]:
    """Yield the parts of a page; one that is hidden has a mark. `folder` is where the file will lie."""
    if page.number > 1:
        yield "---"
    if page.section:
        yield f"*{escaped(page.section)}*"
    if page.hidden:
        yield f"*{mark}*"
    writer = _PageWriter(page.number, folder)
    marking = [f"**{escaped(page.marking)}**"] if page.marking else []
    if not any(placed.role is Role.TITLE for placed in page.placed):
        yield from marking
    for placed in page.placed:
        if placed.role not in AROUND:
            yield from writer.blocks(placed)
        if placed.role is Role.TITLE:
            yield from marking
    yield from _notes(page)
    for unsaid in page.unsaid:
        yield f"> {block(escaped(unsaid))}"


def _notes(page: Page) -> Iterator[str]:
    """Yield each note, and each list of notes, as a quotation."""
    lists = ListMarks()
    for is_list, notes in groupby(page.notes, key=_is_item):
        if is_list:
            items = [*notes]
            yield _quoted([_one_below_other(items, [_item(one, lists, page.number) for one in items])])
        else:
            lists.end()
            yield from (_quoted([_words(one, page.number)]) for one in notes)


def _item(item: Paragraph, lists: ListMarks, page: int) -> str:
    mark = lists.mark(item)
    return mark + _words(item, page).replace("\n", f"\n{' ' * len(mark)}")


def _words(paragraph: Paragraph, page: int) -> str:
    """Return a paragraph's words; what a hard line break begins would otherwise be a block for some readers."""
    return "\n".join(block(line) for line in inline(paragraph.runs, page).split("\n"))


def _one_below_other(items: Sequence[Paragraph], written: Sequence[str]) -> str:
    """Join items of a list by line ends; a nested list that begins with another number than 1 needs an empty line."""
    parts = [written[0]]
    for before, item, text in zip(items, items[1:], written[1:], strict=False):
        begins = item.level > before.level and item.marker is Marker.NUMBER and item.number != 1
        parts.append(f"\n\n{text}" if begins else f"\n{text}")
    return "".join(parts)


class _PageWriter:
    """Writes the items of a page as blocks of Markdown. `page` is its number, which names its footnotes; `folder` is
    where the file will lie.

    In a group, such as an item of a list, what heads it is bold: the slide's headings are others.
    """

    def __init__(self, page: int, folder: Path | None, in_group: bool = False) -> None:
        self._page = page
        self._folder = folder
        self._in_group = in_group
        self._lists = ListMarks()

    def blocks(self, placed: Placed) -> Iterator[str]:
        """Yield an item as blocks, between which empty lines belong."""
        match placed.item:
            case TextItem():
                if placed.role not in (Role.ORDINAL, Role.DECORATION):  # the list says it, or it says nothing
                    yield self._text(placed.role, placed.item.setting.paragraphs)
            case PictureItem(file=file, alt=alt):
                self._lists.end()
                yield f"![{described(alt)}]({_address(file, self._folder)})"
            case TableItem():
                self._lists.end()
                yield pipe_table(placed.item, self._page)
            case ChartItem():
                from deckmaker.render.markdown_charts import chart_blocks

                self._lists.end()
                yield from chart_blocks(placed.item)
            case EquationItem(formula=formula):
                self._lists.end()
                yield _between_fences(formula.tex, "math")
            case GroupItem(children=children) if placed.role is Role.DIAGRAM:
                from deckmaker.render.markdown_diagrams import mermaid_of

                self._lists.end()
                yield _between_fences(mermaid_of(children), "mermaid")
            case GroupItem(children=children):
                yield from self._group(placed.role, children)
            case ShapeItem() | ConnectorsItem():
                pass  # it says nothing

    def _group(self, role: Role, children: Sequence[Placed]) -> Iterator[str]:
        match role:
            case Role.LIST | Role.STEPS:
                yield self._items(Marker.NUMBER if role is Role.STEPS else Marker.BULLET, children)
            case Role.TEXT:  # one in several columns
                texts = (one.item.setting.paragraphs for one in children if isinstance(one.item, TextItem))
                yield self._text(role, chain.from_iterable(texts))
            case Role.CALLOUT:
                self._lists.end()
                yield _quoted([*_PageWriter(self._page, self._folder, in_group=True)._all(children)])
            case Role.QUOTATION:
                yield _quoted([*self._all(children)])
            case Role.FIGURE if charts := [one.item for one in children if isinstance(one.item, ChartItem)]:
                yield from self._charted(children, charts[0])
            case _:
                yield from self._all(children)

    def _charted(self, children: Sequence[Placed], chart: ChartItem) -> Iterator[str]:
        """Yield a figure with a chart; of what stands around its plot, what the data do not say."""
        from deckmaker.render.markdown_charts import told_texts

        told = told_texts(chart)
        for child in children:
            if child.role is Role.ANNOTATIONS:
                for one in (text for text in child.texts if text.role is not Role.AXIS):
                    if isinstance(one.item, TextItem) and " ".join(one.item.text.split()) not in told:
                        yield from self.blocks(one)
            else:
                yield from self.blocks(child)

    def _all(self, children: Sequence[Placed]) -> Iterator[str]:
        for child in children:
            yield from self.blocks(child)

    def _items(self, marker: Marker, children: Sequence[Placed]) -> str:
        """Return the items of a list of groups, each with its parts below one another."""
        self._lists.begin_text()
        items: list[str] = []
        for child in children:
            parts = [*_PageWriter(self._page, self._folder, in_group=True).blocks(child)]
            if parts:  # a shape between items says nothing
                number = _ordinal_of(child) or len(items) + 1
                mark = self._lists.mark(Paragraph((), marker=marker, number=number))
                lines = "\n\n".join(parts).split("\n")
                items.append(f"\n{' ' * len(mark)}".join([f"{mark}{lines[0]}", *lines[1:]]))
        return re.sub(r"(?m)^ +$", "", "\n".join(items))

    def _text(self, role: Role, set_paragraphs: Iterable[SetParagraph]) -> str:
        paragraphs = [one.paragraph for one in set_paragraphs]
        self._lists.begin_text()
        in_list = all(map(_is_item, paragraphs))
        written = [self._paragraph(role, one) for one in paragraphs]
        return _one_below_other(paragraphs, written) if in_list else "\n\n".join(written)

    def _paragraph(self, role: Role, paragraph: Paragraph) -> str:
        if _is_item(paragraph) and paragraph.marker is not Marker.FOOTNOTE:
            return _item(paragraph, self._lists, self._page)
        self._lists.end()
        if paragraph.marker is Marker.FOOTNOTE:
            markup = inline(paragraph.runs, self._page)
            return labelled(footnote_label(self._page, paragraph.number), markup)
        if role is Role.CODE:
            return _fenced(paragraph)
        if role is Role.CAPTION:  # what is stressed in what is stressed is upright
            runs = tuple(replace(run, italic=not run.italic) for run in paragraph.runs)
            return _words(replace(paragraph, runs=runs), self._page)
        if role is Role.VALUE or (role is Role.HEADING and self._in_group):
            return _words(replace(paragraph, runs=tuple(replace(run, bold=True) for run in paragraph.runs)), self._page)
        if role is Role.ATTRIBUTION and not paragraph.text.startswith(_DASHES):
            return f"— {_words(paragraph, self._page)}"
        return _HEADINGS.get(role, "") + _words(paragraph, self._page)


def _ordinal_of(item: Placed) -> int | None:
    """Return the number that an item of a list bears, None where it has none."""
    texts = (one.item.text for one in item.leaves if one.role is Role.ORDINAL and isinstance(one.item, TextItem))
    return next((int(text) for text in texts), None)


def _is_item(paragraph: Paragraph) -> bool:
    return paragraph.marker is not Marker.NONE and not paragraph.continues


def _fenced(code: Paragraph) -> str:
    """Return lines of code between more backticks than stand in them (CommonMark 0.31.2, 4.5)."""
    lit = ranges(highlighted(code.runs))
    return _between_fences(code.text, f"{code.language}{f' {{{lit}}}' if lit else ''}")


def _between_fences(text: str, what: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}{what}\n{text}\n{fence}"


def _quoted(blocks: list[str]) -> str:
    """Return blocks as a quotation."""
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _address(file: PictureFile, folder: Path | None) -> str:
    """Return the relative reference of RFC 3986, 4.2, that leads from `folder` to a picture."""
    begins = folder or project_root(file.path)
    try:
        relative = os.path.relpath(file.path, begins)
    except ValueError:  # another drive of Windows, to which no relative path leads
        return file.path.as_uri()
    return quote(Path(relative).as_posix())
