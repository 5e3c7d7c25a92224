"""What a picture of slides says of itself, as XMP: title, author, credits, licence, and words for who cannot see it.

The fields are those of the IPTC Photo Metadata Standard, which programs that show pictures read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.assets import Rights
from deckmaker.assets.rights.packet import packet_of
from deckmaker.credits import strip_runs
from deckmaker.credits.licenses import license_of
from deckmaker.layout import (
    ConnectorsItem,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import FURNITURE

_MOST = 10_000_000
"""Bytes. A chunk of PNG holds two gigabytes: nothing is left out of the credits of any deck."""

_NOT_SAID = FURNITURE | {Role.CREDITS, Role.ENTRY, Role.ANNOTATIONS}


def slide_packet(page: Page, document: Document) -> bytes:
    """Return the packet of a slide's picture."""
    title = page.title or f"{document.title}, {page.number}"
    description = f"{document.title}: {page.number} of {len(document.pages)}"
    return _packet(document, (page,), title, description, words_of(page))


def sheet_packet(pages: Iterable[Page], document: Document, name: str) -> bytes:
    """Return the packet of a sheet with pictures of pages; `name` says which it is."""
    shown = tuple(pages)
    titles = "\n".join(f"{page.number}. {page.title}".rstrip() for page in shown)
    return _packet(document, shown, f"{document.title}: {name}", "", titles)


def words_of(page: Page) -> str:
    """Return what a page says, in reading order, a line a thing: texts, and what pictures show."""
    return "\n".join(said for placed in page.leaves if placed.role not in _NOT_SAID for said in _said(placed) if said)


def _said(placed: Placed) -> Iterator[str]:
    match placed.item:
        case TextItem():
            yield placed.item.text
        case PictureItem(alt=alt):
            yield alt
        case ChartItem(alt=alt) | EquationItem(said=alt) | ConnectorsItem(said=alt):
            yield alt
        case TableItem(cells=cells, rows=rows):
            for row in range(len(rows)):
                yield " | ".join(cell.text.text for cell in cells if cell.row == row)
        case ShapeItem() | GroupItem():
            return


def _packet(document: Document, pages: tuple[Page, ...], title: str, description: str, words: str) -> bytes:
    credits = (credit for page in pages for credit in page.credits)
    license = license_of(document.license) if document.license else None
    rights = Rights(
        creator=(document.author,) if document.author else (),
        copyright_notice="".join(run.text for run in strip_runs(credits, document.language)),
        web_statement=(license and license.url) or "",
        usage_terms=license.name if license else "",
        license=(license and license.url) or "",
        title=title,
        description=description,
        alt_text=words,
    )
    return packet_of(rights, _MOST)
