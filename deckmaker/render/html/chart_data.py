"""A chart's numbers as a table that opens over the chart, by pointer or keyboard, without any script.

It takes no room while it is closed, and none on paper. On a screen, its button shows where a chart is pointed at or
focused, or where there is no pointer that could.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Page, Placed, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.data_table import DataTable, data_table
from deckmaker.layout.charts.mark_words import JOINTS
from deckmaker.localization.lookup import looked_up
from deckmaker.model.geometry import Rect
from deckmaker.render.html.fonts import WebFonts
from deckmaker.render.html.markup import Html, element, identifier, joined, points, start_tag, style, words
from deckmaker.render.html.styles import box
from deckmaker.theme import TextStyle

_DATA = {
    "ar": "البيانات",
    "cs": "Data",
    "da": "Data",
    "de": "Daten",
    "el": "Δεδομένα",
    "en": "Data",
    "es": "Datos",
    "fi": "Tiedot",
    "fr": "Données",
    "he": "נתונים",
    "hu": "Adatok",
    "it": "Dati",
    "ja": "データ",
    "ko": "데이터",
    "nb": "Data",
    "nl": "Gegevens",
    "nn": "Data",
    "no": "Data",
    "pl": "Dane",
    "pt": "Dados",
    "ru": "Данные",
    "sk": "Údaje",
    "sv": "Data",
    "tr": "Veriler",
    "uk": "Дані",
    "zh": "数据",
    "zh-hant": "數據",
    "zh-hk": "數據",
    "zh-mo": "數據",
    "zh-tw": "數據",
}
"""What a chart's numbers are called, by language."""

_ICON = "M1 1h10v10h-10zM1 4.5h10M1 7.75h10M4.5 1v10"
"""A small table, in a box of 12 by 12."""


BUTTON = 18.0
"""Points that the button takes, as the style sheet has it: above the chart, at its right edge."""


def data_html(item: ChartItem, rect: Rect, text: TextStyle, fonts: WebFonts, page: Page) -> Html:
    """Return what shows the data of a chart in its place `rect`, in the style `text`."""
    table = data_table(item.chart)
    fonts.add(text, (JOINTS, *table.header, *(cell for row in table.rows for cell in row)))
    said = looked_up(_DATA, item.chart.y_axis.style.language)
    icon = element("svg", element("path", words(""), {"d": _ICON}), {"viewBox": "0 0 12 12", "aria-hidden": "true"})
    button = element("summary", icon, {"aria-label": said, "title": said})
    # reveal.js would take a finger that scrolls for one that goes on.
    scrolled = {"class": "panel", "role": "group", "aria-label": said, "tabindex": "0", "data-prevent-swipe": ""}
    panel = element("div", _table(table), scrolled)
    attributes = {
        "class": f"chart-data style-{identifier(text.name)}{' outside' if _is_full_above(rect, page) else ''}",
        "style": style({**box(rect), "--size": points(text.size)}),
    }
    return element("details", joined((button, panel)), attributes)


def _is_full_above(rect: Rect, page: Page) -> bool:
    """Tell whether words stand where the button of a chart in `rect` would, as a subtitle's do that fills its line."""
    button = Rect(rect.right - BUTTON, rect.y - BUTTON, BUTTON, BUTTON)
    return any(line.overlaps(button) for leaf in page.leaves for one in leaf.texts for line in _lines_of(one))


def _lines_of(placed: Placed) -> Iterator[Rect]:
    """Yield the place of each line of a text."""
    assert isinstance(placed.item, TextItem)
    for paragraph in placed.item.setting.paragraphs:
        for line in paragraph.lines:
            bottom = placed.rect.y + placed.item.offset + line.baseline + paragraph.style.descent
            height = paragraph.style.leading
            yield Rect(placed.rect.x + line.x, bottom - height, line.line.width, height)


def _table(table: DataTable) -> Html:
    head = element("thead", element("tr", joined(_header(one, "col") for one in table.header)))
    return element("table", joined((head, element("tbody", joined(_row(one, table.names) for one in table.rows)))))


def _row(row: tuple[str, ...], names: int) -> Html:
    cells = (_header(one, "row") if index < names else element("td", words(one)) for index, one in enumerate(row))
    return element("tr", joined(cells))


def _header(text: str, scope: str) -> Html:
    """Return a cell that names others; one without a name is none."""
    return element("th", _lines(text), {"scope": scope}) if text else element("td", words(""))


def _lines(text: str) -> Html:
    first, *others = text.split("\n")
    return joined((words(first), *(part for line in others for part in (start_tag("br"), words(line)))))
