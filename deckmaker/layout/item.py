"""What may be placed on a page: a closed set. Every `match` over it is exhaustive."""

from __future__ import annotations

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.document import (
    ConnectorsItem,
    EquationItem,
    GroupItem,
    PictureItem,
    ShapeItem,
    TableItem,
    TextItem,
)

Item = TextItem | PictureItem | ShapeItem | TableItem | ChartItem | EquationItem | ConnectorsItem | GroupItem
