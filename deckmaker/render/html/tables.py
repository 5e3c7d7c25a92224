"""A table as `table`, its texts in the places that layout gave them, in cells of layout's widths and heights."""

from __future__ import annotations

from deckmaker.layout import CellItem, CellRole, Placed, TableItem, TextItem
from deckmaker.layout.tables.grid import Group, column_groups, row_groups, scope
from deckmaker.model.geometry import Rect
from deckmaker.render.html.blocks import block_html
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.markup import (
    NOTHING,
    Declarations,
    Html,
    difference,
    element,
    identifier,
    joined,
    points,
    start_tag,
    style,
)
from deckmaker.render.html.styles import ThemeStyles, box, sizes

_PARTS = {CellRole.HEADER: "thead", CellRole.BODY: "tbody", CellRole.FOOTER: "tfoot"}


def table_html(
    placed: Placed, item: TableItem, caption: Placed | None, page: int, styles: ThemeStyles, fonts: WebFonts
) -> Html:
    """Return a table on the page of that number. Its caption, a text with a place of its own there, is told with it."""
    return _Table(placed, item, page, styles, fonts).html(caption)


class _Table:
    """Writes one table: what its cells have in common once, and of each what it has otherwise."""

    def __init__(self, placed: Placed, item: TableItem, page: int, styles: ThemeStyles, fonts: WebFonts) -> None:
        self._rect = placed.rect
        self._item = item
        self._page = page
        self._styles = styles
        self._fonts = fonts
        self._columns = column_groups(item)
        plain = next((cell for cell in item.cells if cell.role is CellRole.BODY), item.cells[0])
        self._class = f"style-{identifier(plain.text.style.name)}"
        self._named = styles.named(plain.text.style.name)
        self._common = self._declared(plain.text)

    def html(self, caption: Placed | None) -> Html:
        item = self._item
        attributes = {
            "class": f"table {self._class}",
            "style": style(self._place() | difference(self._common, self._named)),
            "aria-label": item.caption or None if caption is None else None,
        }
        title = self._caption(caption, caption.item) if caption and isinstance(caption.item, TextItem) else NOTHING
        widths = joined(
            element("colgroup", joined(_column(width) for width in item.columns[first:end]))
            for first, end in self._columns
        )
        parts = joined(self._part(_PARTS[role], rows) for role, rows in row_groups(item))
        return element("table", joined((title, widths, parts)), attributes)

    def _place(self) -> dict[str, str]:
        """Return where the table stands; how high it is its rows say."""
        return {name: value for name, value in box(self._rect).items() if name != "height"}

    def _caption(self, placed: Placed, item: TextItem) -> Html:
        named = self._styles.named(item.style.name)
        text = self._text(placed.rect, item, self._rect, named)
        return element("caption", text[0], {"class": f"text style-{identifier(item.style.name)}", "style": text[1]})

    def _part(self, name: str, rows: Group) -> Html:
        return element(name, joined(self._row(row, rows) for row in range(*rows)))

    def _row(self, row: int, rows: Group) -> Html:
        cells = joined(self._cell(cell, rows) for cell in self._item.cells if cell.row == row)
        return element("tr", cells, {"style": style({"height": points(self._item.rows[row])})})

    def _cell(self, cell: CellItem, rows: Group) -> Html:
        own = scope(cell, self._item, rows, self._columns) if cell.text.text else None
        attributes = {
            "scope": own and own.value,
            "rowspan": str(cell.rows) if cell.rows > 1 else None,
            "colspan": str(cell.columns) if cell.columns > 1 else None,
        }
        text = NOTHING
        if cell.text.text:
            blocks, declared = self._text(cell.frame, cell.text, cell.rect, self._common)
            text = element("div", blocks, {"class": "text", "style": declared})
        return element("th" if own else "td", text, attributes)

    def _text(self, frame: Rect, item: TextItem, around: Rect, inherited: Declarations) -> tuple[Html, str | None]:
        """Return a text's paragraphs, and what its frame declares within another and beside what it inherits."""
        self._fonts.collect(item)
        place = box(Rect(frame.x - around.x, frame.y - around.y, frame.width, frame.height))
        if item.offset:
            place["padding-top"] = points(item.offset)
        declared = style(place | difference(self._declared(item), inherited))
        return block_html(item.setting, "p", item.style.color, self._page), declared

    def _declared(self, item: TextItem) -> dict[str, str]:
        paragraphs = item.setting.paragraphs
        return self._styles.text(item.style) | (sizes(paragraphs[0].style) if paragraphs else {})


def _column(width: float) -> Html:
    return start_tag("col", {"style": style({"width": points(width)})})
